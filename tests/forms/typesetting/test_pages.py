"""Filling pages: what may stand alone, what is repeated, and that nothing is lost."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from forms.typesetting.ink import Ink, Letters
from forms.typesetting.pages import paginate
from forms.typesetting.strips import Strip, StripKind, space


def ink(text):
    return Ink((Letters(text, "face", 10, (0,) * len(text), 0, 0),))


def body(text="文", height=10.0, **how):
    return Strip(height, ink(text), **how)


def signature(carrier, part, height=30.0):
    return Strip(height, ink("签"), StripKind.SIGNATURE, carrier=carrier, part=part)


@dataclass(frozen=True)
class Repeating:
    head: str
    foot: str = ""

    @property
    def closing_pt(self):
        return 10.0 if self.foot else 0.0

    def closing(self, first, end):
        return (body(f"{self.foot}{first}-{end}"),) if self.foot else ()

    def opening(self, first):
        return (body(f"{self.head}{first}"),)


def texts(pages):
    return [[placed.strip.ink.text for placed in page] for page in pages]


def test_a_document_has_at_least_one_page():
    assert paginate([], 100) == ((),)


def test_strips_follow_each_other_down_the_page():
    (page,) = paginate([body("一"), space(5), body("二")], 100)
    assert [placed.y_pt for placed in page] == [0, 10, 15]


def test_space_vanishes_at_the_top_of_a_page_and_may_hang_over_its_end():
    pages = paginate([body("一", 95), space(20), body("二"), space(200)], 100)
    assert texts(pages) == [["一", ""], ["二", ""]]


def test_words_that_close_the_last_page_never_make_one_of_their_own():
    closing = Strip(20, ink("以下空白"), StripKind.SPACE)
    assert texts(paginate([body("一", 70), closing], 100)) == [["一", "以下空白"]]
    assert texts(paginate([body("一", 95), closing], 100)) == [["一"]]


def test_a_heading_is_not_left_at_the_end_of_a_page():
    heading = body("题", keeps_next=True)
    pages = paginate([body("一", 75), heading, space(5), body("二", 20)], 100)
    assert texts(pages) == [["一"], ["题", "", "二"]]


def test_no_page_begins_with_a_strip_that_may_not_begin_one():
    pages = paginate([body("一", 60), body("二", 30), body("三", 20, may_start_page=False)], 100)
    assert texts(pages) == [["一"], ["二", "三"]]


def test_strips_that_must_stay_together_but_do_not_fit_are_parted_at_the_edge():
    strips = [body(str(number), 40, may_start_page=False) for number in range(5)]
    assert texts(paginate(strips, 100)) == [["0", "1"], ["2", "3"], ["4"]]


def test_a_strip_taller_than_a_page_has_a_page_of_its_own():
    assert texts(paginate([body("一", 150), body("二")], 100)) == [["一"], ["二"]]


def test_signatures_take_two_lines_of_body_along():
    carrier = Repeating("续")
    lines = [body(str(number)) for number in range(8)]
    pages = paginate([*lines, space(5), signature(carrier, 0)], 100)
    assert texts(pages) == [list("012345"), ["6", "7", "", "签"]]


def test_signatures_that_go_on_stand_under_words_that_say_so():
    carrier = Repeating("续")
    strips = [body("一"), body("二"), *(signature(carrier, part) for part in range(4))]
    assert texts(paginate(strips, 100)) == [["一", "二", "签", "签"], ["续2", "签", "签"]]


def test_a_table_is_closed_and_opened_again_at_each_break():
    carrier = Repeating("头", "计")
    rows = [
        Strip(20, ink(f"行{part}"), StripKind.TABLE, carrier=carrier, part=part)
        for part in range(7)
    ]
    pages = paginate([body("一"), *rows, body("二")], 100)
    assert texts(pages) == [
        ["一", "行0", "行1", "行2", "行3", "计0-4"],
        ["头4", "行4", "行5", "行6", "二"],
    ]


@given(
    heights=st.lists(st.floats(min_value=5, max_value=90), min_size=1, max_size=40),
    starts=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_every_strip_is_on_one_page_in_its_order_and_within_the_page(heights, starts):
    strips = [
        body(str(number), height, may_start_page=starts[number])
        for number, height in enumerate(heights)
    ]
    pages = paginate(strips, 100)
    assert [strip.ink.text for page in pages for _, strip in map(_pair, page)] == [
        str(number) for number in range(len(heights))
    ]
    for page in pages:
        assert page[-1].y_pt + page[-1].strip.height_pt <= 100


def _pair(placed):
    return placed.y_pt, placed.strip
