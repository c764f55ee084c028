"""The tables of docs/DEADLINES.md say what the data says and the engine computes."""

from datetime import date

import pytest

from mediation_app.domain.deadlines import LimitUnit, Period, deadline_after
from mediation_app.domain.derivations import length_of
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from resources.files import holiday_tables, limit_rules
from tests.house.checkout import ROOT

DOCUMENT = (ROOT / "docs" / "DEADLINES.md").read_text(encoding="utf-8")
CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
CONFIRMATION = (
    *("2026-01-16", "2026-01-24", "2026-03-05", "2026-04-01"),
    *("2026-08-21", "2026-09-02", "2026-09-10", "2026-09-11"),
)
WORKING = (("2025-09-26", 3), ("2025-09-29", 5), ("2026-09-18", 3), ("2026-09-29", 5))


def row(*cells):
    return f"| {' | '.join(map(str, cells))} |"


def limits():
    """Yield a row for every shipped limit."""
    for rule in read_limits(limit_rules()):
        allowed = [
            word
            for word, applies in (
                ("extended", rule.is_extendable),
                ("paused", rule.is_pausable),
                ("closing time", rule.ends_with_business),
                ("estimate", rule.is_estimate),
                (f"after `{rule.after}`", rule.after),
            )
            if applies
        ]
        yield row(
            f"`{rule.key}`",
            rule.name,
            str(length_of(rule.length, rule.unit)).removeprefix("期限 "),
            rule.starts_from,
            "yes" if rule.is_moved else "no",
            ", ".join(allowed) or "–",
            rule.source,
            rule.valid_from or "–",
            rule.confidence.value,
        )


def confirmation_examples():
    """Yield the worked examples of the thirty days for confirmation."""
    for start in map(date.fromisoformat, CONFIRMATION):
        found = deadline_after(start, Period(30), CALENDAR)
        names = dict.fromkeys(each.reason for each in found.skipped)
        why = "、".join(names) or "make-up workday or plain workday: not moved"
        yield row(start, found.last_day_on, found.limit_on, why)


def working_examples():
    """Yield the worked examples of working days."""
    for start, days in WORKING:
        found = deadline_after(
            date.fromisoformat(start), Period(days, LimitUnit.WORKING_DAY), CALENDAR
        )
        skipped = "、".join(f"{each.on:%m-%d} {each.reason}" for each in found.skipped)
        yield row(start, days, found.limit_on, skipped)


@pytest.mark.parametrize("rows", [limits, confirmation_examples, working_examples])
def test_a_table_of_the_document_is_what_is_computed(rows):
    assert "\n".join(rows()) in DOCUMENT


def test_the_document_lists_no_limit_that_is_not_there():
    listed = [line for line in DOCUMENT.splitlines() if line.startswith("| `")]
    assert [line for line in listed if line.split("`")[1] not in _keys_and_fields()] == []


def _keys_and_fields():
    return {rule.key for rule in read_limits(limit_rules())} | {
        *("key", "name", "length", "shift", "starts_from", "after", "source", "valid_from"),
        *("extendable", "pausable", "business_hours", "estimate", "warn", "mark", "note"),
    }
