"""The table of docs/TRANSITIONS.md is the table of the program."""

from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.transitions import EVERY, TABLE, Transition
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
        named(each.starts),
        named(each.stops),
    )
    return f"| {' | '.join(cells)} |"


def named(keys: tuple[str, ...]) -> str:
    """Return limits as a cell of the document."""
    return "、".join("全部" if key == EVERY else f"`{key}`" for key in keys) or "–"


def test_the_document_shows_the_table_as_it_is():
    shown = [
        line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line[:2] == "| "
    ]
    assert shown[1:] == [row(each) for each in TABLE]


def test_limits_that_steps_start_or_stop_are_known():
    known = {rule.key for rule in read_limits(limit_rules())}
    assert {key for each in TABLE for key in (*each.starts, *each.stops)} <= known | {EVERY}


if __name__ == "__main__":
    kept = DOCUMENT.read_text(encoding="utf-8").splitlines()
    top = kept[: next(no for no, line in enumerate(kept) if line.startswith("|--")) + 1]
    DOCUMENT.write_text("\n".join([*top, *map(row, TABLE)]) + "\n", encoding="utf-8")
