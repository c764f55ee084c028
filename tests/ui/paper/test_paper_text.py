from dataclasses import replace

import pytest

from mediation_app.domain.documents import FormKind
from ui.paper.paper_text import PaperText, Spot, read_paper, without_blanks
from ui.paper.printed_words import place_at, printed_words, spots_of_place
from ui.paper.rasters import sheets_of


@pytest.fixture
def text(pdf):
    return read_paper(pdf)


def test_every_word_of_the_paper_has_its_spot(text):
    assert len(text.text) == len(text.spots)
    assert "人民调解协议书" in text.text
    assert text.find("顾喆安")
    assert text.find("没有这样的词") == text.find("  ") == ()


def test_words_are_found_across_line_ends(text, case):
    places = text.find(case.facts)
    assert sum(map(len, places)) == len(without_blanks(case.facts))
    spots = text.spots_of(places)
    assert len({round(each.top) for each in spots}) > 1
    assert len(spots) < len(case.facts) / 5


def test_an_anchor_finds_the_words_behind_it():
    spots = tuple(Spot(0, x, 0, x + 1, 1) for x in range(6))
    text = PaperText("甲男乙男丙男", spots)
    assert [each.start for each in text.find("男")] == [1, 3, 5]
    assert [each.start for each in text.find("男", anchor="乙")] == [3]
    assert text.find("女", anchor="乙") == ()


def test_rare_characters_are_read_as_one(desk, committee):
    case = desk.case_files.find("第4号")
    pdf = desk.paper.preview(FormKind.AGREEMENT, case, committee).pdf
    text = read_paper(pdf)
    assert text.find("尹𠮷兰")


@pytest.mark.parametrize("at", ["facts", "issues", "recorder", "agreement/manner"])
def test_a_click_on_a_word_leads_to_its_field_and_back(text, case, at):
    words = printed_words(case)
    spots = spots_of_place(words, text, at)
    assert spots
    spot = spots[0]
    index = text.index_at(spot.page, (spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2)
    assert place_at(words, text, index) == at


def test_the_facts_of_each_party_are_told_apart(text, case):
    words = printed_words(case)
    first, second = (f"parties/{each.id}/phone" for each in case.parties)
    assert spots_of_place(words, text, first) != spots_of_place(words, text, second)
    assert spots_of_place(words, text, f"parties/{case.parties[0].id}/born_on")
    assert spots_of_place(words, text, f"parties/{case.parties[0].id}/identity")
    assert spots_of_place(words, text, "no_such_place") == ()
    assert spots_of_place(words, text, "visit/performance") == ()


def test_a_click_beside_all_words_leads_nowhere(text, case):
    assert text.index_at(0, 1, 1) is None
    assert place_at(printed_words(case), PaperText(), 0) == ""


def test_nothing_is_printed_of_what_cannot_be_read(case):
    empty = replace(case, facts="  ", claim=None)
    assert "facts" not in [each.place for each in printed_words(empty)]


def test_blanks_do_not_count():
    assert without_blanks(" 甲\n乙\t丙 ") == "甲乙丙"


def test_pictures_are_made_of_the_pages_that_are_there(pdf):
    sheets = sheets_of(pdf, (0, 1, 99), 0.5)
    assert set(sheets.images) == {0, 1}
    image = sheets.images[0]
    assert image.width() == pytest.approx(sheets.sizes[0].width_pt * 0.5, abs=1)
    colours = {image.pixelColor(x, y).name() for x in range(0, 290, 3) for y in range(0, 400, 3)}
    assert "#ffffff" in colours
    assert len(colours) > 1
