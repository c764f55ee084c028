"""Paragraphs, tables, register rows and signature fields as strips."""

import pytest

from forms.house_style import BODY, DENSE
from forms.typesetting.blocks import Closing, Paragraph, Space
from forms.typesetting.pages import paginate
from forms.typesetting.register import RegisterEntry
from forms.typesetting.setting import LineSetter
from forms.typesetting.signatures import (
    LEAST_HEIGHT_MM,
    LEAST_WIDTH_MM,
    POINTS_PER_MM,
    SignatureField,
    SignatureFields,
)
from forms.typesetting.strips import StripKind
from forms.typesetting.tables import Cell, Column, Table
from forms.typesetting.text import Run

WIDTH = 442.0
HAN = "甲乙丙丁戊己庚辛壬癸"


@pytest.fixture
def setter(faces):
    return LineSetter(faces)


def run(text, style=DENSE):
    return (Run(text, style),)


def page_texts(blocks, setter, height):
    strips = [strip for block in blocks for strip in block.strips(setter, WIDTH)]
    return [
        [placed.strip.ink.text for placed in page if placed.strip.ink.text]
        for page in paginate(strips, height)
    ]


@pytest.mark.parametrize(
    ("lines", "may_start"),
    [
        (1, [True]),
        (2, [True, False]),
        (3, [True, False, False]),
        (5, [True, False, True, True, False]),
    ],
)
def test_no_line_of_a_paragraph_stands_alone(setter, lines, may_start):
    text = "甲" * (27 * lines)
    strips = Paragraph(run(text, BODY), 28).strips(setter, 27 * 16.0)
    assert [strip.may_start_page for strip in strips] == may_start


def test_a_heading_keeps_the_next_line_and_has_its_bookmark_once(setter):
    heading = Paragraph(run("甲" * 50, BODY), 28, keep_with_next=True, bookmark=("甲", 1))
    strips = heading.strips(setter, WIDTH)
    assert [strip.keeps_next for strip in strips] == [False, True]
    assert [strip.bookmark for strip in strips] == [("甲", 1), None]


def test_a_text_that_did_not_change_is_not_set_again(setter):
    first = Paragraph(run(HAN * 9), 20).strips(setter, WIDTH)
    again = Paragraph(run(HAN * 9), 20).strips(setter, WIDTH)
    assert [strip.ink for strip in first] == [strip.ink for strip in again]


def test_space_and_closing_words_are_no_body(setter):
    (gap,) = Space(12).strips(setter, WIDTH)
    (closing,) = Closing(Paragraph(run("以下空白"), 20)).strips(setter, WIDTH)
    assert (gap.kind, closing.kind) == (StripKind.SPACE, StripKind.SPACE)


def a_table(count, **how):
    rows = tuple((run(f"第{number}"), run("文" * 60)) for number in range(count))
    return Table((Column(1), Column(3)), (run("头"), run("栏")), rows, 20, **how)


def test_a_row_is_as_high_as_its_highest_cell_and_boxed(setter):
    head, row = a_table(1).strips(setter, WIDTH)
    assert head.height_pt == 24
    assert row.height_pt == 3 * 20 + 4
    assert len(row.ink.rules) == 8


def test_a_table_repeats_its_head_and_carries_its_sums(setter):
    table = a_table(
        6,
        total=(run("合计"), run("六")),
        closing=lambda first, end: (run(f"小计{first}-{end}"), ()),
        opening=lambda first, end: (run(f"承前{first}-{end}"), ()),
    )
    pages = page_texts([table], setter, 24 + 3 * 64 + 24)
    assert [[text.replace("文", "") for text in page] for page in pages] == [
        ["头栏", "第0", "第1", "第2", "小计0-3"],
        ["头栏", "承前0-3", "第3", "第4", "小计3-5"],
        ["头栏", "承前0-5", "第5", "合计六"],
    ]


def test_a_table_without_sums_repeats_its_head_only(setter):
    pages = page_texts([a_table(4)], setter, 24 + 2 * 64)
    assert [page[0] for page in pages] == ["头栏", "头栏"]
    assert len(pages[0]) == 3


def test_the_total_is_never_alone_under_a_repeated_head(setter):
    table = a_table(3, total=(run("合计"), run("三")))
    pages = page_texts([table], setter, 24 + 3 * 64 + 10)
    assert [len(page) for page in pages] == [3, 3]


def an_entry(text, label="事实"):
    return RegisterEntry(
        Cell(run(label)), Cell(run(f"{label}（续）")), tuple(map(run, text)), (1, 4), 20, 24
    )


def test_a_short_entry_is_one_box_with_its_label_in_the_middle(setter):
    (strip,) = an_entry([HAN, HAN]).strips(setter, WIDTH)
    assert strip.height_pt == 44
    label, *lines = strip.ink.letters
    assert label.text == "事实"
    assert lines[0].y_pt < label.y_pt < lines[1].y_pt


def test_a_long_entry_runs_over_pages_and_names_itself_again(setter):
    entry = an_entry([f"{number}{HAN * 3}" for number in range(30)])
    pages = page_texts([entry], setter, 20 * 25)
    assert len(pages) > 2
    assert pages[0][0].startswith("事实")
    assert all(page[0] == "事实（续）" for page in pages[1:])
    joined = "".join("".join(page) for page in pages)
    assert all(f"{number}{HAN}" in joined for number in range(30))
    assert all(len(page) > 2 for page in pages)


def test_every_box_of_a_long_entry_is_closed_on_every_page(setter):
    strips = an_entry([HAN * 60]).strips(setter, WIDTH)
    for page in paginate(strips, 20 * 10):
        levels = [
            placed.y_pt + rule.y_pt
            for placed in page
            for rule in placed.strip.ink.rules
            if rule.y_pt == rule.to_y_pt
        ]
        last = page[-1]
        assert min(levels) == 0
        assert max(levels) == pytest.approx(last.y_pt + last.strip.height_pt)


def a_field(name, **how):
    return SignatureField(run("签名："), (run(name), run("日期：")), 20, **how)


def test_signature_fields_stand_two_by_two_and_nobody_is_dropped(setter):
    fields = SignatureFields(tuple(a_field(f"人{n}") for n in range(5)), Paragraph(run("续"), 20))
    strips = fields.strips(setter, WIDTH)
    assert len(strips) == 3
    assert all(strip.kind is StripKind.SIGNATURE for strip in strips)
    assert [strip.keeps_next for strip in strips] == [False, False, True]
    text = "".join(strip.ink.text for strip in strips)
    assert all(f"人{n}" in text for n in range(5))


def test_a_document_that_nobody_signs_has_no_fields(setter):
    assert SignatureFields((), Paragraph(run("续"), 20)).strips(setter, WIDTH) == ()


def test_a_box_is_large_enough_for_a_signature_and_a_fingerprint(setter):
    fields = SignatureFields((a_field("人"), a_field("甲")), Paragraph(run("续"), 20))
    (strip,) = fields.strips(setter, WIDTH)
    xs = sorted({rule.x_pt for rule in strip.ink.rules})
    ys = sorted({rule.y_pt for rule in strip.ink.rules})
    assert xs[1] - xs[0] >= LEAST_WIDTH_MM * POINTS_PER_MM
    assert ys[1] - ys[0] >= LEAST_HEIGHT_MM * POINTS_PER_MM


def test_name_and_date_stand_in_the_box_that_is_sealed_and_under_the_other(setter):
    for is_sealed in (True, False):
        ink, height = a_field("人", height_mm=34, is_sealed=is_sealed).drawn(setter, 200)
        bottom = max(rule.y_pt for rule in ink.rules)
        name = next(letters for letters in ink.letters if letters.text == "人")
        assert (name.y_pt < bottom) is is_sealed
        assert height > bottom
