"""What the bench computes from times, and where it writes it."""

from functools import partial

import pytest

from bench.measure import Times, in_turns, ratio, three_digits
from bench.report import Comparison, Section, verdict, write_into


def test_a_ratio_is_the_median_of_the_ratios_within_the_rounds():
    ours, theirs = Times((1.0, 2.0, 90.0)), Times((2.0, 2.0, 90.0))
    assert ratio(ours, theirs) == 1.0


def test_both_sides_take_turns_and_neither_is_always_first():
    order = []

    def note(name, number):
        order.append((number, name))
        return 0.5

    works = {name: partial(note, name) for name in ("ours", "theirs")}
    times = in_turns(works, 2)
    assert order == [(0, "ours"), (0, "theirs"), (1, "theirs"), (1, "ours")]
    assert times["ours"] == Times((0.5, 0.5))


def test_a_percentile_is_a_time_that_was_really_taken():
    times = Times(tuple(float(each) for each in range(100, 0, -1)))
    assert times.percentile_s(95) == 96.0
    assert times.median_s == 50.5


@pytest.mark.parametrize(
    ("value", "text"), [(0.1234, "0.123"), (1.234, "1.23"), (12.34, "12.3"), (1234.5, "1,234")]
)
def test_a_number_is_as_exact_as_it_deserves(value, text):
    assert three_digits(value) == text


def test_times_say_median_least_and_most():
    assert Times((0.01, 0.02, 0.03)).words == "20.0 ms (10.0–30.0)"
    assert Times((1.0, 2.0, 3.0)).words == "2.00 s (1.00–3.00)"


def test_a_budget_that_is_exceeded_is_called_missed():
    slow = Comparison("drawing", Times((3.0,)), "others", Times((2.0,)), 1.0)
    assert slow.cells[2:4] == ("**1.50×**", "≤ 1×, **missed**")
    assert verdict(99.0, 100.0, "ms") == "≤ 100 ms, met"


def test_a_section_replaces_only_what_stands_between_its_marks(tmp_path):
    page = tmp_path / "PERFORMANCE.md"
    page.write_text("before <!-- a -->old<!-- /a --> <!-- b -->kept<!-- /b -->", encoding="utf-8")
    write_into(page, Section("a", "New", "text"))
    assert page.read_text(encoding="utf-8") == (
        "before <!-- a -->\n### New\n\ntext\n<!-- /a --> <!-- b -->kept<!-- /b -->"
    )


def test_a_section_without_a_place_in_the_page_is_refused(tmp_path):
    page = tmp_path / "PERFORMANCE.md"
    page.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="startup"):
        write_into(page, Section("startup", "Start", "text"))
