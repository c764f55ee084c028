"""Writing PDFs: copied text, embedded faces, outline, properties, foot, bytes."""

import re
import zlib

import pytest

from forms.house_style import BODY, heading, title
from forms.typesetting.blocks import Paragraph
from forms.typesetting.codes import code_ink
from forms.typesetting.embedding import to_unicode
from forms.typesetting.outlines import outline_operators
from forms.typesetting.paper import Imprint, PaperWriter, Sheet
from forms.typesetting.signatures import POINTS_PER_MM
from forms.typesetting.text import Run
from forms.typesetting.truetype import TrueTypeFile
from forms.typesetting.typefaces import Role, Typefaces
from mediation_app.errors import MissingGlyphError
from tests.forms.conftest import FONTS
from tests.forms.reading import opened, outline_of, packed, page_texts, pictures
from tests.forms.small_fonts import CODE_OF_PAIR, CODE_OF_SQUARE, small_font

RARE = "𠮷𬘭䶮㛃喆𬭼龑Öé☐☑"
ISSUED = Imprint("协议书", "某某委员会", "第1号", mark="第1号 · 9F2A61C3", code="TJ:9F2A61C3:V1")
DRAFT = Imprint("协议书", "某某委员会", watermark="草稿", mark="草稿")


def texts(*lines):
    return [Paragraph((Run(line, BODY),), 28, 32) for line in lines]


def many_lines(count):
    return texts(*(f"第{number}段" for number in range(count)))


def test_every_character_is_copied_as_it_is_beyond_the_basic_plane_too(paper):
    pdf = paper.write(texts(RARE), ISSUED)
    assert RARE in packed(page_texts(pdf)[0])


def test_the_map_back_to_text_writes_surrogate_pairs():
    lines = to_unicode({7: "𠮷", 8: "甲"}).splitlines()
    assert "<0007> <d842dfb7>" in lines
    assert "<0008> <7532>" in lines


def test_the_map_back_to_text_keeps_to_a_hundred_lines_a_block():
    text = to_unicode(dict(enumerate("甲" * 250)))
    counts = [int(number) for number in re.findall(r"(\d+) beginbfchar", text)]
    assert counts == [100, 100, 50]


def test_the_same_text_gives_the_same_bytes_whatever_was_drawn_before(faces):
    first = PaperWriter(faces).write(texts("甲乙丙"), DRAFT)
    busy = PaperWriter(Typefaces(FONTS))
    busy.write(texts("丁戊己庚", RARE), ISSUED)
    assert busy.write(texts("甲乙丙"), DRAFT) == first


def test_every_face_is_embedded_and_none_is_a_standard_one(paper):
    pdf = paper.write([title("协议"), *texts(RARE)], ISSUED)
    assert b"Helvetica" not in pdf
    bases = set(re.findall(rb"/BaseFont /(\S+)", pdf))
    assert {name.split(b"+")[1] for name in bases} == {
        b"MediationSerif-Regular",
        b"MediationSerif-Bold",
        b"MediationKai-Regular",
        b"MediationRareA-Regular",
        b"MediationSans-Regular",
    }
    assert pdf.count(b"/FontFile2") == len(bases)


def test_the_properties_name_title_author_and_language(paper):
    pdf = paper.write(texts("甲"), ISSUED)
    with opened(pdf) as document:
        facts = document.get_metadata_dict()
    assert (facts["Title"], facts["Author"], facts["Subject"]) == (
        "协议书",
        "某某委员会",
        "第1号",
    )
    assert b"/Lang (zh-CN)" in pdf


def test_headings_are_bookmarks_on_their_pages(paper):
    blocks = [
        title("协议书"),
        heading("一、事实"),
        *many_lines(30),
        heading("二、条款："),
        heading("（一）付款", level=2),
        *many_lines(1),
        title("附表"),
        *many_lines(1),
    ]
    assert outline_of(paper.write(blocks, ISSUED)) == [
        (0, "协议书", 0),
        (1, "一、事实", 0),
        (1, "二、条款", 1),
        (2, "（一）付款", 1),
        (0, "附表", 1),
    ]
    assert outline_of(paper.write(many_lines(1), ISSUED)) == []


def test_every_foot_says_page_and_pages_and_names_the_document(paper):
    pages = page_texts(paper.write(many_lines(50), ISSUED))
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert f"第 {number} 页 共 3 页" in text
        assert "第1号 · 9F2A61C3" in text


def test_a_draft_bears_its_watermark_as_a_picture_between_no_words(paper):
    draft, issued = (paper.write(texts("甲乙丙"), imprint) for imprint in (DRAFT, ISSUED))
    assert "草稿" not in packed(page_texts(draft)[0]).split("第1页")[0]
    assert "草稿" in page_texts(draft)[0]
    middle = pictures(draft)[0][2]
    light = sum(200 < grey < 250 for grey in middle)
    assert light > 0.03 * len(middle)
    assert sum(200 < grey < 250 for grey in pictures(issued)[0][2]) < 0.01 * len(middle)


def test_the_code_at_the_foot_differs_from_page_to_page(paper):
    codes = []
    for width, height, grey in pictures(paper.write(many_lines(50), ISSUED), scale=2):
        left = round((210 - 26 - 14) * POINTS_PER_MM * 2) - 2
        rows = range(round((297 - 27) * POINTS_PER_MM * 2), round((297 - 12) * POINTS_PER_MM * 2))
        codes.append(b"".join(grey[row * width + left : row * width + left + 84] for row in rows))
        assert height == round(297 * POINTS_PER_MM * 2)
    assert len(set(codes)) == 3
    assert all(min(code) < 60 for code in codes)


def test_a_code_has_its_three_finders_and_as_many_dark_modules_as_it_must():
    ink = code_ink("TJ:9F2A61C3:V1:1/4", 21.0)
    assert {round(rule.width_pt, 6) for rule in ink.rules} == {1.0}
    rows: dict[int, list[tuple[float, float]]] = {}
    for rule in ink.rules:
        rows.setdefault(round(rule.y_pt - 0.5), []).append((rule.x_pt, rule.to_x_pt))
    finders = [rows[0][0], rows[0][-1], rows[20][0], *rows[1][:2]]
    assert finders == [(0, 7), (14, 21), (0, 7), (0, 1), (6, 7)]


def test_characters_without_a_font_stop_the_paper_and_are_all_named(paper):
    blocks = texts("甲\U00013000乙", "丙\U00013001丁\U00013000")
    with pytest.raises(MissingGlyphError, match=r"U\+13000.*U\+13001") as caught:
        paper.write(blocks, ISSUED)
    assert caught.value.characters == ("\U00013000", "\U00013001")


def test_characters_without_a_font_in_the_foot_stop_the_paper_too(paper):
    with pytest.raises(MissingGlyphError, match=r"U\+13000"):
        paper.write(texts("甲"), Imprint("协议书", "委员会", mark="\U00013000"))


def test_a_stations_own_face_is_drawn_with_its_composed_glyphs(tmp_path):
    own = small_font(tmp_path / "own.ttf")
    paper = PaperWriter(Typefaces(FONTS, chosen={Role.BODY: own}))
    both = chr(CODE_OF_SQUARE) + chr(CODE_OF_PAIR)
    pdf = paper.write(texts(both), ISSUED)
    assert both in page_texts(pdf)[0]


def test_the_type_area_is_that_of_official_papers():
    sheet = Sheet()
    assert sheet.type_width_pt == pytest.approx(156 * POINTS_PER_MM)
    assert sheet.type_height_pt == pytest.approx(225 * POINTS_PER_MM)


def test_a_page_without_ink_is_a_page(paper):
    assert len(page_texts(paper.write([], ISSUED))) == 1


def test_a_foot_without_a_mark_has_the_page_only(paper):
    (text,) = page_texts(paper.write(texts("甲"), Imprint("协议书", "委员会")))
    assert packed(text) == "甲第1页共1页"


def test_shapes_follow_the_outline_of_the_glyph(tmp_path):
    font = TrueTypeFile.open(small_font(tmp_path / "small.ttf", units_per_em=1000))
    operators = outline_operators(font, "A", 1000)
    assert operators.startswith("0.00 0.00 m 0.00 1000.00 l ")
    assert operators.endswith("h f")
    assert operators.count(" c") == 1
    assert outline_operators(font, " ", 1000) == "f"
    assert outline_operators(font, chr(CODE_OF_PAIR), 1000) == "f"


def test_shapes_of_a_real_glyph_stay_in_its_square():
    font = TrueTypeFile.open(FONTS / "MediationSans-Bold.ttf")
    operators = outline_operators(font, "草稿", 100)
    numbers = [float(each) for each in re.findall(r"-?\d+\.\d+", operators)]
    assert min(numbers) > -20
    assert 150 < max(numbers) < 210


def test_page_streams_are_packed(paper):
    pdf = paper.write(texts("甲"), ISSUED)
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    assert any(b"Tj" in _unpacked(stream) for stream in streams)
    assert b" Tj" not in pdf


def _unpacked(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
