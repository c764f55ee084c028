"""Ten thousand machines with the program's own rhythm: what they ask for, and how they come back.

Time is simulated where it would take long; whatever is measured is a call of a real server.
"""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass

import psycopg

from bench.centre import PASSWORD, BenchCentre, Login, centres, cpu_s_with_children
from bench.crowd import Crowd, Storm, storm
from bench.live import Live, Slice
from bench.measure import three_digits
from bench.pooler import Door, doors
from bench.report import Section, table, verdict
from db.central.client import PostgresCentral
from db.sync.rhythm import LOOK_EVERY_IN_COMPANY_S, LOOK_EVERY_S, ROUND_EVERY_S, Due

SIZE, QUICK_SIZE = 10_000, 200
OPEN_SHARE = 0.2
_SEED = 1
_SLICES, _SLICE_S = 6, 8.0
_FILLS = (0.6, 0.75, 0.9)
_OUTAGES = (10.0, 60.0, 600.0)
_CALM_S = 300.0
_CONNECTS = 40
NOTE = (
    "{size:,} objects of the program's own `Rhythm`, a fifth of them with a case open (a look "
    "every {company:g} s, who else has it open asked with it; the others every {every:g} s, "
    "everybody a round every {round:g} s), ran in real time for {seconds:.0f} s against a real "
    "server: {words}, {workers} TLS connections of clients for the doorbell and as many of "
    "persons for the rest. In turns of {slice:g} s the doorbell's place was taken by `select 1`. "
    "*Answer*: from when a machine was due, the wait for a free connection included. *Processor*: "
    "of the server's processes and the pooler's, read from the system; clients and server share "
    "the cores. A round of a machine that has nothing to say is its hello. The program itself "
    "asks the doorbell over the person's own connection: {size:,} of these would need their "
    "memory at the server (above), which no pooler saves."
)
PRESSURE_NOTE = (
    "*Taken* connections were opened for it, and the doorbell asked; its answer then went to "
    "{size:,} rhythms for {calm:g} s of simulated time."
)
STORM_NOTE = (
    "Simulated time: the centre is away, every machine finds out at its next look and tries again "
    "after `wait_after_failures`; then the centre takes {calls:,.0f} calls a second one after the "
    "other, which is what {cores} cores do at {cost:.1f} ms of measured processor time for a new "
    "connection with its hello; whoever waits longer than a call may tries again later. "
    "*At once*: so much more would come in one second if nobody waited. "
    "*Without chance*: the same waits with no share of chance in them."
)


def measure(*, quick: bool) -> Section:
    """Return polls, answers, back-pressure and storms of a crowd."""
    size = QUICK_SIZE if quick else SIZE
    with centres() as centre, doors(centre) as door:
        slices, workers = _live(centre, door, size, 0.2 if quick else _SLICE_S)
        pressure = _pressure(centre, door, size)
        cost_s = _connect_and_greet(centre, centre.person(centre.station()))
    cores = os.cpu_count() or 1
    calls_per_s = cores / cost_s
    words = NOTE.format(
        size=size,
        company=LOOK_EVERY_IN_COMPANY_S,
        every=LOOK_EVERY_S,
        round=ROUND_EVERY_S,
        seconds=sum(each.seconds for each in slices),
        words=door.words,
        workers=workers,
        slice=slices[0].seconds,
    )
    storm_words = STORM_NOTE.format(calls=calls_per_s, cores=cores, cost=cost_s * 1e3)
    parts = (
        _live_table(slices),
        words,
        pressure,
        PRESSURE_NOTE.format(size=size, calm=_CALM_S),
        _storms(size, calls_per_s, _OUTAGES[:1] if quick else _OUTAGES),
        storm_words,
    )
    return Section("sync_crowd", "Sync: ten thousand machines", "\n\n".join(parts))


# --- in real time ------------------------------------------------------------------


def _live(
    centre: BenchCentre, door: Door, size: int, slice_s: float
) -> tuple[Sequence[Slice], int]:
    crowd = Crowd(size, OPEN_SHARE, _SEED)
    crowd.live(ROUND_EVERY_S, 0.0)
    with ExitStack() as stack:
        live = stack.enter_context(closing(Live(centre, door, crowd)))
        live.greet(size)
        is_bell = [number % 2 == 0 for number in range(_SLICES)]
        return [live.run(slice_s, is_bell=each) for each in is_bell], live.workers


@dataclass(frozen=True, slots=True)
class _Sum:
    """Slices of one kind, together."""

    seconds: float
    done: Counter[str]
    waits: Sequence[float]
    cpu: Mapping[str, float]

    @classmethod
    def of(cls, slices: Sequence[Slice]) -> "_Sum":
        cpu = {name: sum(each.cpu[name] for each in slices) for name in slices[0].cpu}
        done: Counter[str] = Counter()
        for each in slices:
            done.update(each.done)
        waits = sorted(wait for each in slices for wait in each.waits)
        return cls(sum(each.seconds for each in slices), done, waits, cpu)

    def wait_ms(self, percent: int) -> float:
        """Return a percentile of the answers."""
        return self.waits[min(len(self.waits) - 1, len(self.waits) * percent // 100)] * 1e3

    def share_of_a_core(self, *names: str) -> float:
        """Return how much of one core these used, 1 for all of it."""
        return sum(self.cpu[name] for name in names) / self.seconds


def _live_table(slices: Sequence[Slice]) -> str:
    bell = _Sum.of([each for each in slices if each.is_bell])
    one = _Sum.of([each for each in slices if not each.is_bell])
    rows = [
        (
            what,
            f"{sums.done['look'] / sums.seconds:,.0f}",
            *(f"{three_digits(sums.wait_ms(percent))} ms" for percent in (50, 95, 99)),
            f"{sums.share_of_a_core('bell', 'pooler') * 100:.1f} %",
            ratio,
        )
        for what, sums, ratio in (
            ("the doorbell", bell, _against(bell, one)),
            ("`select 1` in its place", one, "–"),
        )
    ]
    here, greeted = (bell.done[name] / bell.seconds for name in ("here", "round"))
    head = (
        *("what", "a second", "answer: median", "p95", "p99"),
        *("processor of one core", "against `select 1`: processor, p99"),
    )
    cores = os.cpu_count() or 1
    whole = bell.share_of_a_core("bell", "pooler", "people", "rest")
    total = (
        f"Beside them {here:,.0f} times a second who else has the case open, and "
        f"{greeted:,.1f} rounds: **{whole / cores * 100:.0f} %** of the {cores} cores for all "
        f"that the crowd asks, of which the doorbell's backends "
        f"{bell.share_of_a_core('bell') / cores * 100:.1f} and the pooler "
        f"{bell.share_of_a_core('pooler') / cores * 100:.1f}."
    )
    return f"{table(head, rows)}\n\n{total}"


def _against(bell: _Sum, one: _Sum) -> str:
    each, theirs = (
        max(sums.share_of_a_core("bell", "pooler"), 0.001) * sums.seconds / sums.done["look"]
        for sums in (bell, one)
    )
    return f"**{each / theirs:.2f}×** ({verdict(each / theirs, 5, '×')}), {_p99(bell, one):.2f}×"


def _p99(bell: _Sum, one: _Sum) -> float:
    return bell.wait_ms(99) / one.wait_ms(99)


# --- near the limit ----------------------------------------------------------------


def _pressure(centre: BenchCentre, door: Door, size: int) -> str:
    most = int(centre.value("SHOW max_connections"))
    rows = []
    calm = 0.0
    with ExitStack() as stack:
        bell = stack.enter_context(
            closing(psycopg.connect(door.dsn, autocommit=True, prepare_threshold=None))
        )
        for fill in (0.0, *_FILLS):
            while _taken(centre) < fill * most:
                stack.enter_context(closing(centre.superuser()))
            taken = _taken(centre) / most
            row = bell.execute("SELECT next_after FROM sync.bell(ARRAY[]::bytea[])").fetchone()
            assert row is not None
            looks = _looks_a_second(size, row[0])
            calm = calm or looks
            rows.append(
                (f"{taken * 100:.0f} %", f"{row[0]:.1f} s", f"{looks:,.0f}", _less(looks, calm))
            )
    head = ("connections taken", "the doorbell says: not before", "looks a second", "against calm")
    return table(head, rows)


def _less(looks: float, calm: float) -> str:
    return f"**{looks / calm:.2f}×**"


def _taken(centre: BenchCentre) -> int:
    wanted = "SELECT numbackends FROM pg_stat_database WHERE datname = current_database()"
    return int(centre.value(wanted)) - 1


def _looks_a_second(size: int, next_after_s: float) -> float:
    crowd = Crowd(size, OPEN_SHARE, _SEED)
    crowd.live(ROUND_EVERY_S, next_after_s)
    done = crowd.live(ROUND_EVERY_S + _CALM_S, next_after_s)
    return done[Due.LOOK] / _CALM_S


# --- all at once -------------------------------------------------------------------


def _connect_and_greet(centre: BenchCentre, login: Login) -> float:
    """Return the processor seconds of the server for a new connection and its hello."""
    postmaster = centre.server.pid
    assert postmaster is not None
    before = 0.0
    for number in range(_CONNECTS + 1):
        central = PostgresCentral(login.address, PASSWORD)
        central.hello("bench-storm", "PC", {})
        central.close()
        if number == 0:
            before = cpu_s_with_children(postmaster)
    return max(cpu_s_with_children(postmaster) - before, 0.01) / _CONNECTS


def _storms(size: int, calls_per_s: float, outages: Sequence[float]) -> str:
    rows = []
    for outage_s in outages:
        drawn, bare = (
            _storm(size, outage_s, calls_per_s, has_chance=has_chance)
            for has_chance in (True, False)
        )
        rows.append(
            (
                f"{outage_s:,.0f} s",
                f"{drawn.peak:,}",
                f"**{drawn.peak / calls_per_s:.2f}×**",
                f"{size / drawn.peak:.0f}×",
                f"{bare.peak / drawn.peak:.2f}×",
                f"{drawn.back_s:.0f} s",
                f"{drawn.longest_s:.1f} s",
                f"{drawn.turned_away:,}",
            )
        )
    head = (
        *("the centre was away", "calls in the busiest second", "against what it takes"),
        *("at once", "without chance", "until all are back"),
        *("longest wait", "turned away"),
    )
    return table(head, rows)


def _storm(size: int, outage_s: float, calls_per_s: float, *, has_chance: bool) -> Storm:
    crowd = Crowd(size, OPEN_SHARE, _SEED)
    crowd.live(ROUND_EVERY_S, 0.0)
    if not has_chance:
        crowd.leave_nothing_to_chance()
    return storm(crowd, outage_s, calls_per_s)
