"""Every form of every sample dispute, read back value by value."""

import json
import re
from pathlib import Path

import pytest

from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import FormKind
from mediation_app.domain.parties import PartyRole
from tests.forms.reading import lacking, outline_of, packed, page_texts, whole_text
from tests.forms.samples import sample_snapshots

SNAPSHOTS = dict(sample_snapshots())
EXPECTED = Path(__file__).parents[1] / "data" / "cases.expected.json"


def of_kinds(*kinds):
    return [name for name, snapshot in SNAPSHOTS.items() if snapshot.kind in kinds]


AGREED = (FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT, FormKind.CONFIRMATION)


@pytest.fixture(scope="module")
def printed(renderer):
    return {name: renderer.render(snapshot) for name, snapshot in SNAPSHOTS.items()}


def facts_of(party):
    yield from (party.name, party.translated_name, party.phone, party.address)
    if party.is_natural:
        yield from (party.sex, party.ethnicity, party.occupation, party.identity.number)
        yield chinese_date(party.born_on)
        yield f"{party.age}岁"
    else:
        yield from (party.credit_code, party.representative, party.representative_post)
    for guardian in party.guardians:
        yield from (guardian.name, guardian.relationship, guardian.phone, guardian.address)
        yield from (guardian.identity.number, guardian.proof)
    for agent in party.agents:
        yield from (agent.name, agent.sex, agent.occupation, agent.phone, agent.capacity)
        yield from (agent.identity.number, agent.powers, agent.authority.value)
        yield from (agent.authority_reference, agent.law_firm, agent.kinship_proof)


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_every_fact_of_every_party_and_who_acts_for_it_is_printed(name, printed):
    text = whole_text(printed[name])
    for party in SNAPSHOTS[name].case.parties:
        assert lacking(text, facts_of(party)) == []


@pytest.mark.parametrize("name", of_kinds(*AGREED))
def test_every_term_amount_and_date_of_an_agreement_is_printed(name, printed):
    snapshot = SNAPSHOTS[name]
    agreed, text = snapshot.case.agreement, whole_text(printed[name])
    values = [term.text for term in agreed.terms]
    values += [agreed.manner, agreed.period, f"人民币{agreed.amount}元"]
    values += [rmb_capitals(agreed.amount), chinese_date(snapshot.effective_on)]
    values += [snapshot.case.facts, snapshot.committee.name]
    for line in snapshot.lines:
        values += [chinese_date(line.due_on), str(line.amount)]
    assert lacking(text, values) == []


@pytest.mark.parametrize("name", of_kinds(FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT))
def test_issues_meetings_mediators_and_recorder_are_printed(name, printed):
    case, text = SNAPSHOTS[name].case, whole_text(printed[name])
    values = [case.issues, case.meeting_place, case.recorder, *case.mediators]
    values += [chinese_date(meeting.held_on) for meeting in case.meetings]
    assert lacking(text, values) == []


@pytest.mark.parametrize("name", of_kinds(FormKind.APPLICATION))
def test_an_application_prints_facts_requests_and_claim(name, printed):
    case, text = SNAPSHOTS[name].case, whole_text(printed[name])
    values = [case.facts, *case.requests, chinese_date(case.filed_on)]
    if case.claim is not None:
        values += [f"人民币{case.claim}元", rmb_capitals(case.claim)]
    assert lacking(text, values) == []


@pytest.mark.parametrize("name", of_kinds(FormKind.CONFIRMATION))
def test_an_application_to_the_court_names_the_court_and_all_parties_as_applicants(name, printed):
    case, text = SNAPSHOTS[name].case, whole_text(printed[name])
    assert f"此致{case.confirmation.court}附：" in text
    assert "被申请人：" not in text
    assert "第二百零五条" in text
    assert chinese_date(case.confirmation.applied_on) in text
    assert lacking(text, [f"申请人：{party.name}" for party in case.parties]) == []
    for role in {party.role for party in case.parties}:
        names = "、".join(party.name for party in case.parties_in(role))
        assert packed(f"{role.value}指{names}") in text


@pytest.mark.parametrize("name", of_kinds(FormKind.AGREEMENT))
def test_everybody_who_must_sign_an_agreement_has_a_field(name, printed):
    case, text = SNAPSHOTS[name].case, whole_text(printed[name])
    signing = text[text.index("协议的效力和份数") :]
    people = [party.name for party in case.parties]
    people += [agent.name for party in case.parties for agent in party.agents]
    people += [guardian.name for party in case.parties for guardian in party.guardians]
    assert lacking(signing, [*people, *case.mediators, case.recorder]) == []
    entities = [party for party in case.parties if not party.is_natural]
    assert signing.count("（盖章）：") == len(entities)
    agents = sum(len(party.agents) for party in case.parties)
    assert signing.count("委托代理人（签名、盖章或按指印）：") == agents
    assert signing.count("人民调解员（签名）：") == len(case.mediators)
    assert signing.count("人民调解委员会（印章）：") == 1


@pytest.mark.parametrize("name", of_kinds(FormKind.APPLICATION))
def test_only_applicants_sign_the_application_for_mediation(name, printed):
    case, text = SNAPSHOTS[name].case, whole_text(printed[name])
    signing = text[text.index("现自愿申请人民调解") :]
    for party in case.parties:
        assert (packed(party.name) in signing) is (party.role is PartyRole.APPLICANT)


def test_a_guardian_signs_for_the_child(printed):
    text = whole_text(printed["07-agreement"])
    assert "法定代理人（签名、盖章或按指印）：" in text
    assert "林知夏（申请人赵一诺的母亲）" in text
    assert "申请人（签名、盖章或按指印）：" not in text


def test_capitals_and_copies_are_those_expected(printed):
    for expected in json.loads(EXPECTED.read_text(encoding="utf-8")):
        number = int(re.sub(r".*第(\d+)号", r"\1", expected["案件编号"]))
        pdf = printed.get(f"{number:02d}-agreement")
        if pdf is None:
            continue
        agreed, text = expected["协议"], whole_text(pdf)
        assert f"人民币{agreed['金额']}元（大写：{agreed['金额大写']}）" in text
        assert f"一式{'〇一二三四五六'[agreed['协议份数']]}份" in text


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_every_page_says_which_page_of_which_document_it_is(name, printed):
    snapshot = SNAPSHOTS[name]
    texts = page_texts(printed[name])
    for number, text in enumerate(texts, start=1):
        foot = packed(text[text.rindex("第 ") :]) if "第 " in text else ""
        assert foot.startswith(f"第{number}页共{len(texts)}页")
        assert snapshot.case.number in foot
        assert "第1版" in foot
        assert snapshot.digest[:8].upper() in foot


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_outline_begins_with_the_title(name, printed):
    assert outline_of(printed[name])[0] == (0, SNAPSHOTS[name].kind.title, 0)
