"""The renderer that the services ask for, and forms that are not filled yet."""

from dataclasses import replace

import pytest

from forms.renderer import PdfRenderer
from forms.typesetting.typefaces import Typefaces
from mediation_app.domain.agreements import Signature, SignatureKind, Term
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.parties import PartyKind, PartyRole
from mediation_app.domain.snapshots import issue_of
from mediation_app.errors import MissingGlyphError
from mediation_app.ports.renderer import Renderer
from resources.files import wording
from tests.builders import (
    a_branch,
    a_case,
    a_committee,
    a_guardian,
    a_person,
    an_agreement,
    signed,
)
from tests.forms.conftest import FONTS
from tests.forms.reading import packed, page_texts, pictures, whole_text
from tests.forms.samples import draft, issued


def test_the_renderer_fits_the_port(renderer):
    port: Renderer = renderer
    assert port.missing_glyphs("甲\U00013000") == ("\U00013000",)


@pytest.mark.parametrize("kind", FormKind)
def test_an_empty_case_prints_as_a_draft_with_lines_to_be_filled(kind, renderer):
    case = a_case(
        number="",
        parties=(a_person(name="", address=""), a_branch(name="", agents=())),
        facts="",
        issues="",
        requests=(),
        mediators=(),
        recorder="",
        agreement=None,
        filed_on=None,
    )
    pdf = renderer.render(draft(kind, case, Committee()))
    text = packed("".join(page_texts(pdf)))
    assert packed(kind.title) in text
    assert "草稿" in text
    assert "None" not in text
    dark = sum(grey < 128 for page in pictures(pdf, scale=1) for grey in page[2])
    assert dark > 1000


def test_the_same_snapshot_gives_the_same_bytes_in_any_renderer(renderer):
    snapshot = issued(FormKind.AGREEMENT, signed(a_case()))
    fresh = PdfRenderer(Typefaces(FONTS), wording)
    assert fresh.render(snapshot) == renderer.render(snapshot) == renderer.render(snapshot)


def test_another_version_says_so(renderer):
    base = draft(FormKind.AGREEMENT, a_case())
    first, second = (renderer.render(issue_of(base, version)) for version in (1, 2))
    assert first != second
    assert "第2版" in packed(page_texts(second)[0])


def test_an_unknown_edition_is_refused(renderer):
    snapshot = replace(draft(FormKind.AGREEMENT, a_case()), edition="1999-01")
    with pytest.raises(FileNotFoundError):
        renderer.render(snapshot)


def test_a_name_that_no_font_has_stops_the_paper(renderer):
    case = a_case(parties=(a_person(name="张\U00031350"), a_branch()))
    with pytest.raises(MissingGlyphError, match=r"U\+31350"):
        renderer.render(issued(FormKind.AGREEMENT, case))


def test_without_an_agent_the_one_who_represents_an_entity_signs(renderer):
    posts = {
        PartyKind.BRANCH: "负责人",
        PartyKind.COMPANY: "法定代表人",
        PartyKind.SOLE_TRADER: "经营者",
        PartyKind.ORGANISATION: "主要负责人",
    }
    for kind, post in posts.items():
        case = a_case(parties=(a_person(), a_branch(kind=kind, agents=())))
        text = whole_text(renderer.render(draft(FormKind.AGREEMENT, case)))
        assert f"被申请人的{post}（签名）：" in text
        assert f"{post}：章知远" in text


def test_a_guardian_without_a_known_relationship_signs_for_the_child(renderer):
    child = a_person(guardians=(a_guardian(relationship=""),))
    text = whole_text(renderer.render(draft(FormKind.AGREEMENT, a_case(parties=(child,)))))
    assert "林知夏（代申请人顾喆安签署）" in text


def test_dates_of_signatures_are_printed_in_the_agreement_only(renderer):
    case = signed(a_case())
    recorded = Signature(
        "r", SignatureKind.RECORDER, "程小满", case.agreement.signatures[0].signed_on
    )
    agreement = replace(case.agreement, signatures=(*case.agreement.signatures, recorded))
    case = replace(case, agreement=agreement)
    text = whole_text(renderer.render(issued(FormKind.AGREEMENT, case)))
    assert text.count("日期：2026年3月5日") == len(agreement.signatures) + 2
    text = whole_text(renderer.render(issued(FormKind.CONFIRMATION, case)))
    assert "日期：2026年3月5日" not in text


def test_a_clause_of_several_paragraphs_is_printed_whole(renderer):
    agreement = an_agreement(terms=(Term("t1", text="第一段。\n第二段。"),))
    for kind in (FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT):
        text = whole_text(renderer.render(draft(kind, a_case(agreement=agreement))))
        assert "（一）第一段。第二段。" in text


def test_twelve_parties_all_sign(renderer):
    parties = tuple(
        a_person(id=f"p{number}", name=f"某{chr(0x7532 + number)}", role=role)
        for number, role in enumerate([*PartyRole] * 3)
    )
    text = whole_text(renderer.render(draft(FormKind.AGREEMENT, a_case(parties=parties))))
    assert text.count("（签名、盖章或按指印）：") == 12
    for role in PartyRole:
        assert text.count(f"{role.value}（签名、盖章或按指印）：") >= 3


def test_the_committees_seal_goes_over_its_seal_name(renderer):
    committee = a_committee(seal_name="某某调解委员会印")
    text = whole_text(renderer.render(draft(FormKind.AGREEMENT, a_case(), committee)))
    assert "人民调解委员会（印章）：某某调解委员会印" in text
