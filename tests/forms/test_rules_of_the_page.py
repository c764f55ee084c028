"""Two hundred cases filled at random: every form keeps the rules of the page."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.renderer import FORMS, imprint
from forms.typesetting.characters import CLOSING, OPENING, SPACES
from forms.typesetting.paper import PaperWriter, Sheet
from forms.typesetting.strips import StripKind
from forms.typesetting.typefaces import Typefaces
from forms.wording import Wording
from mediation_app.domain.agreements import InstalmentPlan, PlannedLine, Term
from mediation_app.domain.cases import Meeting
from mediation_app.domain.documents import FormKind
from mediation_app.domain.money import Money
from mediation_app.domain.parties import AuthorityKind, PartyKind, PartyRole
from mediation_app.domain.printed_facts import FIRST_FORMS
from resources.files import wording
from tests.builders import a_branch, a_case, a_guardian, a_person, an_agent, an_agreement
from tests.forms.conftest import FONTS
from tests.forms.reading import packed, page_texts
from tests.forms.samples import draft, issued

FACES = Typefaces(FONTS)
PAPER = PaperWriter(FACES)
WORDING = Wording.read(wording("2026-01"))
SHEET = Sheet()
LONGEST_UNCUT = 12
KINDS = sorted(FIRST_FORMS, key=lambda kind: kind.value)
CONTINUED = re.compile("(申请人|被申请人|第三人|担保人|协议内容|纠纷主要事实、争议事项)（续）")

CLAUSES = [
    "申请人于2026年3月31日前归还人民币100000.00元",
    "（详见合同第12条）",
    "“本金”“利息”均以人民币计",
    "电话15400000001",
    "双方再无争议；",
    "《补充协议》、《借款合同》",
    "按年利率3.85%计收，",
    "合计人民币8765.43元。",
    "案号（2026）云临金人调字第1号",
    "诸葛知语代收",
]
NAMES = [
    "顾喆安",
    "尹𠮷兰",
    "许𬘭",
    "诸葛知语",
    "ERIK JONAS SANDSTRÖM",
    "云汀银行股份有限公司信用卡中心",
]


def texts(longest):
    return st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=longest).map(
        lambda parts: "甲方称：" + "".join(parts)
    )


@st.composite
def parties(draw):
    count = draw(st.integers(min_value=2, max_value=12))
    roles = [PartyRole.APPLICANT, PartyRole.RESPONDENT]
    roles += [draw(st.sampled_from(PartyRole)) for _ in range(count - 2)]
    return tuple(draw(party(f"p{number}", role)) for number, role in enumerate(roles))


@st.composite
def party(draw, party_id, role):
    agents = tuple(
        an_agent(
            id=f"{party_id}a{number}",
            name=draw(st.sampled_from(NAMES)),
            authority=draw(st.sampled_from([None, *AuthorityKind])),
            powers=draw(st.sampled_from(["", "代为承认、放弃、变更请求，签署调解协议" * 3])),
            valid_until_on=draw(st.sampled_from([None, date(2027, 1, 31)])),
        )
        for number in range(draw(st.integers(min_value=0, max_value=2)))
    )
    kind = draw(st.sampled_from(PartyKind))
    name = draw(st.sampled_from(NAMES))
    if kind is not PartyKind.NATURAL:
        return a_branch(id=party_id, role=role, kind=kind, name=name, agents=agents)
    guardians = tuple(
        a_guardian(id=f"{party_id}g{number}", relationship=draw(st.sampled_from(["", "母亲"])))
        for number in range(draw(st.integers(min_value=0, max_value=2)))
    )
    return a_person(id=party_id, role=role, name=name, agents=agents, guardians=guardians)


@st.composite
def plans(draw):
    count = draw(st.integers(min_value=0, max_value=80))
    if not count:
        return None
    first = date(2026, 3, 31)
    lines = tuple(
        PlannedLine(f"l{number}", first + timedelta(30 * number), Money(166666 + number))
        for number in range(count)
    )
    return InstalmentPlan(lines=lines)


@st.composite
def snapshots(draw):
    clauses = draw(st.lists(texts(8), min_size=0, max_size=12))
    agreement = an_agreement(
        terms=tuple(Term(f"t{number}", text=text) for number, text in enumerate(clauses)),
        amount=draw(st.sampled_from([None, Money(0), Money(10000000), Money(12345678901)])),
        plan=draw(plans()),
        manner=draw(st.sampled_from(["", "转账"])),
        copies_note=draw(st.sampled_from(["", "当事人各一份"])),
        signing_note=draw(st.sampled_from(["", "由法定代理人签名"])),
        register_note=draw(st.sampled_from(["", "备考"])),
    )
    days = draw(st.integers(min_value=0, max_value=4))
    case = a_case(
        parties=draw(parties()),
        facts="\n".join(draw(st.lists(texts(60), min_size=0, max_size=6))),
        issues=draw(st.sampled_from(["", "息费可否减免"])),
        requests=tuple(draw(st.lists(texts(3), min_size=0, max_size=5))),
        mediators=tuple(draw(st.lists(st.sampled_from(NAMES[:4]), max_size=4, unique=True))),
        meetings=tuple(Meeting(f"m{day}", date(2026, 3, 1 + day)) for day in range(days)),
        agreement=agreement,
    )
    return draft(draw(st.sampled_from(KINDS)), case)


def pages_of(snapshot):
    return PAPER.pages(FORMS[snapshot.kind](snapshot, WORDING))


def text_of(pages):
    return packed("".join(placed.strip.ink.text for page in pages for placed in page))


def right_edge(letters):
    advances = sum(FACES.file_of(letters.face).advance(glyph) for glyph in letters.glyphs)
    gaps = letters.gap_pt * (len(letters.glyphs) - 1)
    return letters.x_pt + advances * letters.size_pt / 1000 + gaps


def everybody_has_a_field(snapshot, pages):
    signing = "".join(
        placed.strip.ink.text
        for page in pages
        for placed in page
        if placed.strip.kind is StripKind.SIGNATURE
    )
    case = snapshot.case
    is_application = snapshot.kind is FormKind.APPLICATION
    signers = case.parties_in(PartyRole.APPLICANT) if is_application else case.parties
    agents = [agent for party in signers for agent in party.agents]
    guardians = [each for party in signers if party.is_natural for each in party.guardians]
    entities = [party for party in signers if not party.is_natural]
    adults = [party for party in signers if party.is_natural and not party.guardians]
    called = "委托诉讼代理人（" if snapshot.kind is FormKind.CONFIRMATION else "委托代理人（"
    assert signing.count(called) == len(agents)
    assert signing.count("法定代理人（签名、盖章或按指印）") == len(guardians)
    assert signing.count("（盖章）") == len(entities)
    handed = len(agents) + len(guardians) + len(adults)
    assert signing.count("（签名、盖章或按指印）") == handed
    if snapshot.kind in {FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT}:
        assert signing.count("人民调解员（签名）") == max(1, len(case.mediators))
        assert signing.count("记录人（签名）") == 1
        assert signing.count("人民调解委员会（印章）") == 1


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(snapshot=snapshots())
def test_every_form_keeps_the_rules_however_it_is_filled(snapshot):
    pages = pages_of(snapshot)
    for page in pages:
        nothing_hangs_over_an_edge(page)
        no_signature_stands_alone(page)
    no_mark_stands_on_the_wrong_side(pages)
    nothing_is_cut(snapshot, text_of(pages))
    everybody_has_a_field(snapshot, pages)


def nothing_hangs_over_an_edge(page):
    for placed in page:
        if placed.strip.ink.letters:
            bottom = placed.y_pt + placed.strip.height_pt
            assert bottom <= SHEET.type_height_pt + 0.01
        for letters in placed.strip.ink.letters:
            half_of_a_mark = letters.size_pt / 2
            assert right_edge(letters) <= SHEET.type_width_pt + half_of_a_mark + 0.01


def no_signature_stands_alone(page):
    kinds = [placed.strip.kind for placed in page]
    if StripKind.SIGNATURE in kinds:
        above = kinds[: kinds.index(StripKind.SIGNATURE)]
        assert sum(kind in {StripKind.BODY, StripKind.TABLE} for kind in above) >= 2


def no_mark_stands_on_the_wrong_side(pages):
    lines = [
        placed.strip.ink
        for page in pages
        for placed in page
        if placed.strip.kind is StripKind.BODY and placed.strip.ink.text
    ]
    for line in lines:
        begins_with_blank = any(rule.x_pt < line.letters[0].x_pt for rule in line.rules)
        ends_with_blank = any(rule.x_pt > line.letters[-1].x_pt for rule in line.rules)
        assert begins_with_blank or line.text[0] not in CLOSING
        assert ends_with_blank or line.text.rstrip("".join(SPACES))[-1] not in OPENING


def nothing_is_cut(snapshot, text):
    case = snapshot.case
    demanded = [party.name for party in case.parties]
    demanded += [agent.powers for party in case.parties for agent in party.agents]
    if snapshot.kind is FormKind.APPLICATION:
        demanded += [request.rstrip("；。") for request in case.requests]
    else:
        demanded += [term.text for term in case.agreement.terms]
    pieces = "".join(case.facts.splitlines())
    spoken = CONTINUED.sub("", text)
    assert packed(pieces[:40]) in spoken
    assert packed(pieces[-40:]) in spoken
    assert [each for each in demanded if packed(each) not in spoken] == []
    if snapshot.kind is not FormKind.APPLICATION:
        assert all(str(line.amount) in spoken for line in snapshot.lines)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(snapshot=snapshots())
def test_every_page_counts_right_and_the_same_facts_give_the_same_bytes(snapshot):
    pdf = _written(snapshot)
    feet = [packed(text) for text in page_texts(pdf)]
    assert all(f"第{number}页共{len(feet)}页" in foot for number, foot in enumerate(feet, start=1))
    assert _written(replace(snapshot)) == pdf


def _written(snapshot):
    blocks = FORMS[snapshot.kind](snapshot, WORDING)
    return PAPER.write(blocks, imprint(snapshot, WORDING))


def test_facts_of_five_thousand_characters_are_printed_whole():
    facts = "".join(f"第{number}笔人民币{number}.00元，" for number in range(400))[:5000]
    snapshot = issued(FormKind.AGREEMENT, a_case(facts=facts))
    assert packed(facts) in text_of(pages_of(snapshot))
    oral = issued(FormKind.ORAL_AGREEMENT, a_case(facts=facts))
    assert packed(facts) in text_of(pages_of(oral)).replace("纠纷主要事实、争议事项（续）", "")


@pytest.mark.parametrize("count", [1, LONGEST_UNCUT, LONGEST_UNCUT + 1, 60, 240])
def test_instalments_stand_in_the_text_or_in_an_annex_with_sums_carried(count):
    lines = tuple(
        PlannedLine(f"l{number}", date(2026, 3, 1) + timedelta(number), Money(100 + number))
        for number in range(count)
    )
    case = a_case(agreement=an_agreement(plan=InstalmentPlan(lines=lines)))
    pages = pages_of(draft(FormKind.AGREEMENT, case))
    text = text_of(pages)
    assert ("附表" in text) is (count > LONGEST_UNCUT)
    assert f"合计{Money(sum(100 + number for number in range(count)))}" in text
    assert sums_agree(pages)


def test_an_oral_agreement_names_who_acts_for_a_party_and_every_instalment():
    agent = an_agent(authority=AuthorityKind.GENERAL, powers="")
    minor = a_person(guardians=(a_guardian(),), agents=(agent,))
    plan = InstalmentPlan(lines=(PlannedLine("l1", date(2026, 3, 1), Money(12300)),))
    case = a_case(parties=(minor, a_branch()), agreement=an_agreement(plan=plan))
    text = text_of(pages_of(draft(FormKind.ORAL_AGREEMENT, case)))
    for expected in ("林知夏", "骆闻笙", AuthorityKind.GENERAL.value, "2026年3月1日", "123.00"):
        assert expected in text


def sums_agree(pages):
    carried = None
    for page in pages:
        rows = [placed.strip.ink.text for placed in page if placed.strip.kind is StripKind.TABLE]
        for row in rows:
            if row.startswith("承前页"):
                assert Money.parse(row.removeprefix("承前页")) == carried
            if row.startswith("本页小计"):
                amount = Money.parse(row.removeprefix("本页小计"))
                carried = amount if carried is None else carried + amount
    return True
