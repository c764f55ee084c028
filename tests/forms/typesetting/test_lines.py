"""Breaking lines: the rules of Chinese typesetting, and that nothing is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.house_style import BODY, DENSE
from forms.typesetting.characters import CLOSING, OPENING, SPACES
from forms.typesetting.lines import MOST_STRETCH_EM, Align, Measure, set_lines
from forms.typesetting.shaping import shape
from forms.typesetting.text import Blank, Run, Style, Together
from forms.typesetting.typefaces import Role, Typefaces
from tests.forms.conftest import FONTS

EM = BODY.size_pt
FACES = Typefaces(FONTS)
HAN = "甲乙丙丁戊己庚辛壬癸"


def lines_of(*inlines, ems=10, **shape_of_lines):
    measure = Measure(ems * EM, 28.0, **shape_of_lines)
    return set_lines(shape(inlines, FACES), measure)


def texts_of(*inlines, ems=10, **shape_of_lines):
    return [line.text for line in lines_of(*inlines, ems=ems, **shape_of_lines)]


def run(text, **how):
    return Run(text, BODY, **how)


def right_edge(letters):
    widths = sum(FACES.file_of(letters.face).advance(glyph) for glyph in letters.glyphs)
    gaps = letters.gap_pt * (len(letters.glyphs) - 1)
    return letters.x_pt + widths * letters.size_pt / 1000 + gaps


def test_closing_marks_that_fit_when_squeezed_are_pulled_in():
    lines = lines_of(run(HAN + "，子丑"), ems=10.5)
    assert [line.text for line in lines] == [HAN + "，", "子丑"]
    assert right_edge(lines[0].letters[-1]) <= 11 * EM + 0.01


def test_a_closing_mark_that_does_not_fit_takes_the_character_before_it_along():
    assert texts_of(run(HAN + "！子丑")) == [HAN[:9], "癸！子丑"]


def test_no_line_ends_with_an_opening_mark():
    assert texts_of(run(HAN[:9] + "（子）")) == [HAN[:9], "（子）"]


def test_marks_side_by_side_share_their_blank_halves():
    (line,) = lines_of(run("甲）、《乙"))
    places = {text: x for letters in line.letters for text, x in _places(letters)}
    assert places["、"] - places["）"] == pytest.approx(EM / 2)
    assert places["《"] - places["、"] == pytest.approx(EM / 2)
    (line,) = lines_of(run("甲《《乙"))
    assert line.letters[-1].x_pt <= 4 * EM


def _places(letters):
    x = letters.x_pt
    for character, glyph in zip(letters.text, letters.glyphs, strict=True):
        yield character, x
        x += FACES.file_of(letters.face).advance(glyph) * letters.size_pt / 1000 + letters.gap_pt


@pytest.mark.parametrize(
    "whole",
    [
        "2026年3月31日",
        "100000.00元",
        "¥1,666.66",
        "15400000001",
        "330000198803121379",
        "（2026）云临金人调字第1号",
        "第60期",
        "3.85%",
        "壹拾万零贰佰元零伍分",
        "mediation@example.org",
    ],
)
def test_amounts_dates_numbers_and_words_are_never_broken(whole):
    for before in range(12):
        texts = texts_of(run("甲" * before + whole + "乙丙"), ems=16)
        assert any(whole in text for text in texts)


def test_a_name_given_as_whole_stays_on_one_line():
    for before in range(11):
        texts = texts_of(run("甲" * before), run("诸葛知语", whole=True), run("乙丙"))
        assert any("诸葛知语" in text for text in texts)


def test_a_date_to_be_filled_stays_on_one_line():
    day = Together((run("日期："), Blank(40, BODY), run("年"), Blank(20, BODY), run("月")))
    texts = texts_of(run("甲乙丙丁戊"), day)
    assert texts == ["甲乙丙丁戊", "日期：年月"]


def test_a_word_longer_than_a_line_is_cut_and_not_lost():
    word = "a" * 60
    texts = texts_of(run(word))
    assert "".join(texts) == word
    assert len(texts) > 2
    assert texts_of(run("甲乙）））））））））））））丙", whole=True), ems=5)[0].startswith(
        "甲乙"
    )
    assert texts_of(run("甲乙"), ems=0.5) == ["甲", "乙"]
    assert texts_of(run("甲乙丙丁（子丑寅", whole=True), ems=5)[:2] == ["甲乙丙丁", "（子丑寅"]


def test_full_lines_are_flush_and_the_last_one_is_not_spread():
    lines = lines_of(run("甲乙丙丁戊己庚2026年辛壬癸"), ems=10.6)
    assert right_edge(lines[0].letters[-1]) == pytest.approx(10.6 * EM, abs=0.05)
    assert lines[-1].letters[-1].gap_pt == 0


def test_a_line_is_never_spread_into_rivers():
    (line, _) = lines_of(run("甲乙丙330000198803121379"), ems=10)
    assert line.letters[0].gap_pt <= MOST_STRETCH_EM * EM + 0.01
    assert texts_of(run("abc 330000198803121379"), ems=10)[0] == "abc"


def test_latin_letters_are_not_spread():
    lines = lines_of(run("abcdefghijklmn"), run("opq", whole=True), run("甲乙丙丁戊己"), ems=9.2)
    assert all(each.gap_pt < 0.01 for each in lines[0].letters if each.text.startswith("abc"))


def test_text_is_set_at_either_edge_or_in_the_middle():
    for align, left in ((Align.LEFT, 0), (Align.CENTRE, 4 * EM), (Align.RIGHT, 8 * EM)):
        (line,) = lines_of(run("甲乙"), align=align)
        assert line.letters[0].x_pt == pytest.approx(left)


def test_the_first_line_is_indented_and_the_others_hang():
    lines = lines_of(run(HAN * 2), first_indent_pt=2 * EM, hanging_pt=EM)
    assert [line.letters[0].x_pt for line in lines] == [2 * EM, EM, EM]


def test_a_newline_ends_a_line_and_spaces_at_the_edges_vanish():
    assert texts_of(run("甲乙\n丙")) == ["甲乙", "丙"]
    assert texts_of(run("甲乙\n\n丙\n")) == ["甲乙", "", "丙"]
    assert texts_of(run(HAN + "\u3000子")) == [HAN, "子"]
    assert texts_of(run(HAN + " 子")) == [HAN, "子"]


def test_an_empty_text_has_one_empty_line():
    assert texts_of() == [""]
    assert texts_of(run("\u0007")) == [""]


def test_a_blank_is_a_line_of_its_length_and_underlined_text_has_one_line():
    (line,) = lines_of(
        run("甲"), Blank(3 * EM, BODY), Blank(EM, BODY), run("乙丙", underlined=True)
    )
    assert [(rule.x_pt, rule.to_x_pt) for rule in line.rules] == [
        (EM, 4 * EM),
        (4 * EM, 5 * EM),
        (5 * EM, 7 * EM),
    ]
    (line,) = lines_of(run("乙", underlined=True), run("丙"), run("丁", underlined=True))
    assert [(rule.x_pt, rule.to_x_pt) for rule in line.rules] == [(0, EM), (2 * EM, 3 * EM)]


def test_runs_of_several_faces_and_sizes_stand_on_one_line():
    kai = Style(Role.KAI, 12)
    (line,) = lines_of(run("甲𠮷乙"), Run("丙", kai), Run("丁", DENSE))
    assert [(each.text, each.face) for each in line.letters] == [
        ("甲", "MediationSerif-Regular"),
        ("𠮷", "MediationKai-Regular"),
        ("乙", "MediationSerif-Regular"),
        ("丙", "MediationKai-Regular"),
        ("丁", "MediationSerif-Regular"),
    ]


TEXT = st.text(
    alphabet=HAN + "，。、；：！？（）《》“”…—0123456789abc.% ¥￥元年月日第", max_size=120
)


@settings(deadline=None)
@given(text=TEXT.map(lambda text: "甲" + text), ems=st.integers(min_value=9, max_value=28))
def test_every_line_keeps_the_rules_and_no_character_is_lost(text, ems):
    lines = lines_of(run(text), ems=ems)
    assert re.sub(" ", "", "".join(line.text for line in lines)) == text.replace(" ", "")
    longest = max(map(len, re.split(f"[{HAN} ]", text)))
    for before, after in pairwise(lines):
        assert right_edge(before.letters[-1]) <= ems * EM + EM / 2 + 0.05
        if longest < ems / 2:
            assert after.text[0] not in CLOSING
            assert before.text.rstrip("".join(SPACES))[-1] not in OPENING
