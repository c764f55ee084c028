"""From a save on one machine until another has it: the median, and the slowest of a hundred."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.centre import centres, machines
from bench.measure import Times
from bench.report import Section, table, verdict
from bench.sync_growth import BARE, STEPS, Walk, bare_steps, begin

WALKS, QUICK_WALKS = 500, 3
_PERCENTS = (50, 95, 99)
NOTE = (
    "{walks} walks of one change of one field: saved, sent, pulled and taken over, as above, the "
    "bare steps in turns with them. At the 99th percentile {behind:.0f} walks took longer. What "
    "comes on top is the wait until the other machine asks the doorbell: at most 4.8 s where a "
    "case is open there, 36 s where none is."
)


def measure(*, quick: bool) -> Section:
    """Return the percentiles of each step."""
    walks = QUICK_WALKS if quick else WALKS
    with TemporaryDirectory(prefix="bench-visible-") as temporary, centres() as centre:
        org = centre.station()
        with machines(Path(temporary)) as park, closing(centre.superuser()) as connection:
            writer, reader = (park.new(centre.person(org)) for _ in range(2))
            walk = Walk(writer, reader, begin(writer, reader))
            taken: dict[str, list[float]] = {step: [] for step in (*STEPS, BARE)}
            for number in range(-3, walks):
                found = (*walk.once(number), bare_steps(connection))
                if number >= 0:
                    for step, seconds in zip(taken, found, strict=True):
                        taken[step].append(seconds)
    times = {step: Times(tuple(seconds)) for step, seconds in taken.items()}
    bare = times[BARE]
    rows = [_row(step, each, bare) for step, each in times.items()]
    head = ("what", "median", "p95", "p99", "p95 and p99 against its median", "against bare")
    note = NOTE.format(walks=walks, behind=walks / 100)
    text = f"{table(head, rows)}\n\n{note}"
    return Section("sync_visible", "Sync: from a save until others see it", text)


def _row(step: str, times: Times, bare: Times) -> tuple[str, ...]:
    each = [times.percentile_s(percent) for percent in _PERCENTS]
    tail = each[1] / times.median_s
    goal = f" (p95 {verdict(tail, 2, '×')})" if step == STEPS[-1] else ""
    own = f"{tail:.1f}×, {each[2] / times.median_s:.1f}×{goal}"
    found = times.median_s / bare.median_s
    against = f"**{found:.1f}×** ({verdict(found, 10, '×')})" if step == STEPS[-1] else "–"
    return (step, *(f"{seconds * 1e3:.2f} ms" for seconds in each), own, against)
