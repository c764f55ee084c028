"""The table of docs/TRANSITIONS.md is the table of the program."""

from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.transitions import TABLE, Transition
from resources.files import limit_rules
from tests.house.checkout import ROOT

DOCUMENT = ROOT / "docs" / "TRANSITIONS.md"


def row(each: Transition) -> str:
    """Return a row of the table as a line of the document."""
    asked = [str(demand.__doc__).rstrip(".") for demand in each.demands]
    cells = (
        each.action.value,
        "、".join(stage.value for stage in each.sources),
        each.target.value if each.target else "（由事实决定）",
        "、".join(duty.value for duty in each.duties),
        "；".join([*asked, *(["理由"] if each.needs_reason else [])]) or "–",
        "、".join(f"`{key}`" for key in each.starts) or "–",
        "、".join(f"`{key}`" for key in each.stops) or "–",
    )
    return f"| {' | '.join(cells)} |"


def test_the_document_shows_the_table_as_it_is():
    shown = [
        line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line[:2] == "| "
    ]
    assert shown[1:] == [row(each) for each in TABLE]


def test_limits_that_steps_start_or_stop_are_known():
    known = {rule.key for rule in read_limits(limit_rules())}
    assert {key for each in TABLE for key in (*each.starts, *each.stops)} <= known


if __name__ == "__main__":
    kept = DOCUMENT.read_text(encoding="utf-8").splitlines()
    top = kept[: next(no for no, line in enumerate(kept) if line.startswith("|--")) + 1]
    DOCUMENT.write_text("\n".join([*top, *map(row, TABLE)]) + "\n", encoding="utf-8")
