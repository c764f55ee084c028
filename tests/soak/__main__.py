"""``make soak``: thousands of histories, chaos, cuts and mutants, and what they found."""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, inf
from pathlib import Path
from time import monotonic
from traceback import format_exc
from typing import Protocol

from tests.soak import patroni, storms
from tests.soak.cancelled import lose_what_was_cancelled
from tests.soak.chaos import run_chaos
from tests.soak.checker import Tally, Violation
from tests.soak.cuts import cut_everywhere
from tests.soak.ground import Ground, own_server, prepared
from tests.soak.mutants import VIOLATED, hunt_all
from tests.soak.plays import PLAYS
from tests.soak.replication import fail_over
from tests.soak.round_cuts import ACTS, Plan, try_rounds
from tests.soak.scenarios import SCENARIOS
from tests.soak.simulation import Report, run_history
from tests.soak.station_cuts import cut_power, fail_each

SEEDS = Path(__file__).parent / "seeds"
"""Every seed that ever found something stays here, and is run again with the tests."""


LONG_RUN = 2000
"""Histories, where nothing else is asked for."""
LEAST_APART = 40
"""Bytes between two cuts that the same machines live through."""


def main() -> int:
    words = _words()
    if words.mutants:
        return _hunt(words.histories, words.only)
    if words.scenario:
        return _play(words.scenario)
    status = 0
    with own_server() as server, prepared(server) as ground:
        if words.histories:
            status |= _search(ground, words)
        if words.chaos:
            status |= _outcome(run_chaos(server, words.chaos, words.seed))
        if words.failovers or words.cancelled:
            status |= _fail_over(words)
        if words.patroni or words.cluster:
            status |= _elect(words)
        if words.cuts or words.crashes:
            status |= _cut_all(ground, words)
    return status


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument(
        "--histories", type=int, default=0, help=f"so many; {LONG_RUN} if all else is left out"
    )
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--most-seconds", type=float, default=inf, help="begin no more then")
    parser.add_argument("--until-found", action="store_true", help="stop at the first violation")
    parser.add_argument("--scenario", choices=sorted(SCENARIOS), help="play one scripted history")
    parser.add_argument("--mutants", action="store_true", help="look for every known mistake")
    parser.add_argument("--only", nargs="*", default=(), metavar="MUTANT")
    parser.add_argument("--chaos", type=float, default=0, metavar="SECONDS")
    parser.add_argument("--failovers", type=int, default=0, help="lose so many primaries")
    parser.add_argument("--patroni", action="store_true", help="lose the leader of a cluster")
    parser.add_argument("--cancelled", type=int, default=0, help="lose so many cancelled commits")
    parser.add_argument(
        "--cluster", nargs="+", choices=storms.BLOWS, default=(), help="strike three nodes so"
    )
    parser.add_argument("--cuts", action="store_true", help="cut a round after every byte")
    parser.add_argument("--crashes", action="store_true", help="cut the power after each write")
    parser.add_argument("--synchronous", default="", help="how SQLite writes then, say NORMAL")
    parser.add_argument("--every", type=int, default=1, help="every n-th byte or write only")
    parser.add_argument("--first", type=int, default=0, help="the first byte to cut after")
    words = parser.parse_args()
    kinds = (words.histories, words.scenario, words.mutants, words.chaos, words.failovers)
    if not any((*kinds, words.patroni, words.cluster, words.cancelled, words.cuts, words.crashes)):
        words.histories = LONG_RUN
    return words


def _cut(ground: Ground, words: argparse.Namespace) -> int:
    """Cut after the bytes that are wanted, each few hundred cuts with machines of their own.

    One case that was typed into fifteen thousand times would be slow, and no other test.
    """
    apart = words.every * ceil(LEAST_APART / words.every)
    places = range(words.first, apart, words.every)
    return max(_outcome(cut_everywhere(ground, apart, first)) for first in places)


def _cut_all(ground: Ground, words: argparse.Namespace) -> int:
    lines = _cut(ground, words) if words.cuts else 0
    return lines | (_crash(ground, words) if words.crashes else 0)


def _crash(ground: Ground, words: argparse.Namespace) -> int:
    """Cut the power after each write, and let each fail, on one station and in rounds."""
    status = 0
    for play in PLAYS:
        status |= _outcome(cut_power(play, words.every, words.seed, words.synchronous))
    for is_cut in (True, False) if not words.synchronous else (True,):
        plan = Plan(words.every, words.seed, is_cut, words.synchronous)
        for act in ACTS:
            status |= _outcome(try_rounds(ground, act, plan))
    if not words.synchronous:
        for play in PLAYS:
            status |= _outcome(fail_each(play, words.every, words.seed))
    return status


def _search(ground: Ground, words: argparse.Namespace) -> int:
    reports = []
    for report in _histories(ground, words.seed, words.histories, words.most_seconds):
        reports.append(report)
        if report.violations:
            _keep(report)
            if words.until_found:
                _say(f"found after {len(reports)} seeds")
                break
    _table(reports)
    return VIOLATED if any(report.violations for report in reports) else 0


def _histories(ground: Ground, first: int, count: int, seconds: float) -> Iterator[Report]:
    until = monotonic() + seconds
    for seed in range(first, first + count):
        yield run_history(ground, seed)
        if monotonic() > until:
            return


def _keep(report: Report) -> None:
    SEEDS.mkdir(exist_ok=True)
    content = {
        "seed": report.seed,
        "found": [f"{each.invariant}: {each.detail}" for each in report.violations[:20]],
        "steps": report.steps,
    }
    written = json.dumps(content, ensure_ascii=False, indent=1)
    (SEEDS / f"{report.seed}.json").write_text(f"{written}\n", encoding="utf-8")
    _say(f"seed {report.seed}: {content['found'][0]}")


def _table(reports: list[Report]) -> None:
    total = sum((report.tally for report in reports), Tally())
    faults: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    for report in reports:
        faults.update(report.faults)
        steps.update(report.steps)
    seconds = sum(report.seconds for report in reports)
    _say(f"{len(reports)} histories in {seconds:.0f} s, {seconds / len(reports):.2f} s each")
    _say(f"{total}")
    _say(f"faults {dict(faults.most_common())}")
    _say(f"steps {dict(steps.most_common())}")
    _say(f"violations in {sum(bool(report.violations) for report in reports)} histories")


def _play(name: str) -> int:
    with own_server() as server, prepared(server) as ground:
        try:
            return _tell(SCENARIOS[name](ground), f"{name}: no promise was broken")
        except Exception:  # noqa: BLE001 - whatever the program did not foresee is a finding
            return _tell([Violation("crash", format_exc(limit=-4))])


class Outcome(Protocol):
    """What a run of any kind ends with."""

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What was broken."""
        ...


def _outcome(outcome: Outcome) -> int:
    _say(str(outcome)[:2000])
    return _tell(outcome.violations)


def _fail_over(words: argparse.Namespace) -> int:
    status = 0
    for seed in range(words.seed, words.seed + words.failovers):
        with own_server() as server:
            status |= _outcome(fail_over(server, 20, seed))
    for seed in range(words.seed, words.seed + words.cancelled):
        for has_runbook in (True, False):
            with own_server() as server:
                outcome = lose_what_was_cancelled(server, seed, has_runbook=has_runbook)
            status |= _outcome(outcome)
    return status


def _elect(words: argparse.Namespace) -> int:
    if words.cluster:
        return storms.in_a_network_of_its_own(words.cluster, words.seed)
    if reason := patroni.why_none():
        _say(f"no cluster was tried: {reason}")
        return 0
    return _outcome(patroni.fail_over_by_election(20, words.seed))


def _tell(violations: Iterable[Violation], otherwise: str = "") -> int:
    found = list(violations)
    if otherwise and not found:
        _say(otherwise)
    for violation in found:
        _say(f"{violation.invariant}: {violation.detail}")
    return VIOLATED if found else 0


def _hunt(seeds: int, names: Sequence[str]) -> int:
    missed = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for hunt in hunt_all(Path(folder), seeds, names):
            missed += not hunt.is_found
            scripted = "yes" if hunt.is_found_by_scenario else "no"
            _say(f"{hunt.name:18} scenario {scripted:4} seeds to find {hunt.seeds_to_find}")
    return 1 if missed else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
