"""The paper of a case."""

import json
from dataclasses import replace
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from mediation_app.domain.cases import Confirmation, Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.errors import DocumentNotFoundError, MissingFactsError, MissingGlyphError
from tests.builders import a_case


def text_of(pdf):
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_each_case_has_the_forms_that_belong_to_it(sample_desk):
    paper = sample_desk.paper
    assert paper.kinds_for(a_case(agreement=None)) == (FormKind.APPLICATION,)
    assert paper.kinds_for(a_case()) == (
        FormKind.APPLICATION,
        FormKind.AGREEMENT,
        FormKind.PLAIN_SUMMARY,
    )
    oral = a_case(outcome=Outcome.ORAL_AGREEMENT)
    assert paper.kinds_for(oral) == (
        FormKind.APPLICATION,
        FormKind.ORAL_AGREEMENT,
        FormKind.PLAIN_SUMMARY,
    )
    asked = a_case(confirmation=Confirmation(is_requested=True))
    assert paper.kinds_for(asked)[-1] is FormKind.CONFIRMATION


def test_a_preview_that_lacks_nothing_is_what_will_be_issued(sample_desk):
    case = sample_desk.case_files.find("第1号")
    committee = sample_desk.setup.committee()
    for kind in sample_desk.paper.kinds_for(case):
        preview = sample_desk.paper.preview(kind, case, committee)
        assert preview.missing == ()
        assert sample_desk.paper.issue(kind, case.id).document.pdf == preview.pdf


def test_a_preview_that_lacks_facts_is_a_draft_and_says_what_it_lacks(sample_desk):
    case = sample_desk.case_files.find("第20号")
    preview = sample_desk.paper.preview(FormKind.AGREEMENT, case, sample_desk.setup.committee())
    assert [str(each.sentence) for each in preview.missing] == ["协议内容"]
    assert "草稿" in text_of(preview.pdf)


def test_what_is_missing_stops_issuing(sample_desk):
    case = sample_desk.case_files.find("第20号")
    with pytest.raises(MissingFactsError, match=r"人民调解协议书.*协议内容"):
        sample_desk.paper.issue(FormKind.AGREEMENT, case.id)
    assert sample_desk.paper.issued(case.id) == ()


def test_issuing_unchanged_facts_gives_the_same_document(sample_desk):
    case = sample_desk.case_files.find("第17号")
    first = sample_desk.paper.issue(FormKind.AGREEMENT, case.id)
    again = sample_desk.paper.issue(FormKind.AGREEMENT, case.id)
    assert again.document == first.document
    assert again.changes.case_ids == frozenset()


def test_changed_facts_give_the_next_version_and_leave_the_old_one(sample_desk):
    paper, files = sample_desk.paper, sample_desk.case_files
    case = files.find("第17号")
    first = paper.issue(FormKind.AGREEMENT, case.id).document
    files.save(case, replace(case, facts="改过的事实。"))
    second = paper.issue(FormKind.AGREEMENT, case.id).document
    assert (first.version, second.version) == (1, 2)
    assert "改过的事实" in text_of(second.pdf)
    assert [line.version for line in paper.issued(case.id)] == [1, 2]
    assert first.content_digest != second.content_digest


def test_a_character_without_font_stops_issuing_and_is_named(sample_desk):
    files = sample_desk.case_files
    case = files.find("第17号")
    files.save(case, replace(case, facts="姓名中的\U0001f9ff无法打印"))
    assert sample_desk.paper.missing_glyphs("好\U0001f9ff") == ("\U0001f9ff",)
    with pytest.raises(MissingGlyphError, match=r"U\+1F9FF"):
        sample_desk.paper.issue(FormKind.AGREEMENT, case.id)


def test_an_issued_document_is_given_back_as_it_was_issued(sample_desk):
    paper, files = sample_desk.paper, sample_desk.case_files
    case = files.find("第17号")
    first = paper.issue(FormKind.AGREEMENT, case.id).document
    files.save(case, replace(case, facts="改过的事实。"))
    assert paper.document(first.id).pdf == first.pdf


def test_a_document_that_is_not_there_is_said(sample_desk):
    with pytest.raises(DocumentNotFoundError, match="d1"):
        sample_desk.paper.document("d1")


@pytest.mark.parametrize(
    ("valid", "limit"),
    [
        ({"valid_from": "2026-01-01"}, "2026-03-25"),
        ({"valid_from": "2026-03-06"}, "2026-04-07"),
        ({"valid_from": "1990-01-01", "valid_to": "2026-03-04"}, "2026-04-07"),
    ],
)
def test_the_paper_computes_by_the_edition_of_the_day_of_effect(sample_desk, valid, limit):
    rule = {
        "key": "confirmation",
        "name": "司法确认申请期限",
        "length": 20,
        "unit": "calendar",
        "starts_from": "协议生效",
        "source": "虚构",
        "mark": "V",
    }
    sample_desk.tables.import_limits(json.dumps({"limits": [rule | valid]}))
    case = sample_desk.case_files.find("第1号")
    document = sample_desk.paper.issue(FormKind.AGREEMENT, case.id).document
    assert json.loads(document.snapshot)["confirm_by_on"] == limit
