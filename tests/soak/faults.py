"""What can go wrong between a machine and the centre, drawn from a seed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from random import Random
from typing import Any

from sqlalchemy import Engine, event

from mediation_app.errors import CentralError
from mediation_app.sentences import say

CRASHABLE = ("begin", "commit")


class CrashError(BaseException):
    """The process is gone; no handler of the program may catch this."""


@dataclass(frozen=True, slots=True)
class Mix:
    """How often a call goes wrong in which way, as shares of all calls."""

    lost_before: float = 0.0
    """It never reached the centre."""
    lost_after: float = 0.0
    """It took effect, and the answer was lost."""
    doubled: float = 0.0
    """It reached the centre twice."""
    late: float = 0.0
    """It was given up, and reaches the centre much later."""
    crashes: float = 0.0
    """The machine stops before or after one of its own transactions."""

    def of_calls(self) -> dict[str, float]:
        """Return the shares of what befalls calls, by name."""
        return {
            "lost_before": self.lost_before,
            "lost_after": self.lost_after,
            "doubled": self.doubled,
            "late": self.late,
        }


CALM = Mix()


def draw_mix(seeds: Random) -> Mix:
    """Return a mix in which some faults are left out: together they would hide each other."""
    return Mix(**{each.name: seeds.choice((0.0, 0.03, 0.15)) for each in fields(Mix)})


@dataclass(slots=True)
class LateCall:
    """A request that still wanders about."""

    name: str
    call: Callable[[], object]


@dataclass(slots=True)
class Weather:
    """The faults of one history, and what is still under way."""

    seeds: Random
    mix: Mix = CALM
    late: list[LateCall] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    script: list[tuple[str, str]] = field(default_factory=list)
    """Faults that a scenario asks for: name of the call, and what befalls it."""

    def befalls(self, name: str) -> str:
        """Return what befalls the next call of this name, empty for nothing."""
        for place, (wanted, fault) in enumerate(self.script):
            if wanted == name:
                del self.script[place]
                return self.count(fault)
        draw = self.seeds.random()
        for fault, share in self.mix.of_calls().items():
            if draw < share:
                return self.count(fault)
            draw -= share
        return ""

    def befalls_machine(self) -> bool:
        """Return whether the machine is to stop in the midst of what it does next."""
        return self.seeds.random() < self.mix.crashes

    def count(self, fault: str) -> str:
        """Count a fault and return it."""
        self.counted[fault] = self.counted.get(fault, 0) + 1
        return fault

    def deliver_late(self) -> None:
        """Let one wandering request arrive; nobody waits for its answer any more."""
        if self.late:
            arriving = self.late.pop(self.seeds.randrange(len(self.late)))
            try:
                arriving.call()
            except CentralError:
                self.count("late_refused")


class FaultyCentral:
    """The centre through bad weather."""

    def __init__(self, central: Any, weather: Weather) -> None:
        self._central = central
        self._weather = weather

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._central, name)

        def call(*words: Any, **named: Any) -> Any:
            return self._through(name, lambda: method(*words, **named))

        return call

    def close(self) -> None:
        """Keep the connection, which several machines use."""

    def _through(self, name: str, call: Callable[[], Any]) -> Any:
        fault = self._weather.befalls(name)
        if fault in {"lost_after", "doubled"}:
            call()
        if fault == "late":
            self._weather.late.append(LateCall(name, call))
        if fault in {"lost_before", "lost_after", "late"}:
            raise CentralError(say("与中心库的连接中断"))
        return call()


class CrashSwitch:
    """Ends a process at one of the boundaries of its transactions."""

    def __init__(self) -> None:
        self.left: int | None = None

    def wire(self, engine: Engine) -> None:
        """Watch the transactions of an engine."""
        for boundary in CRASHABLE:
            event.listen(engine, boundary, self._passes)

    def _passes(self, *_: object) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left <= 0:
            self.left = None
            raise CrashError


def pick(seeds: Random, choices: Sequence[Any]) -> Any:
    """Return one of several, the same one for the same seed."""
    return choices[seeds.randrange(len(choices))]
