"""Small complete domain objects; a test names only what it is about. All people are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from mediation_app.domain.agreements import Agreement, Signature, SignatureKind, Term
from mediation_app.domain.cases import Case, CaseId, Outcome
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.effect import signatures_needed
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Agent, Guardian, Party, PartyKind, PartyRole

Facts = dict[str, Any]
NUMBER = "（2026）云临金人调字第1号"


def a_person(**facts):
    """Return an applicant of flesh and blood."""
    usual: Facts = {
        "id": "p1",
        "role": PartyRole.APPLICANT,
        "name": "顾喆安",
        "sex": "男",
        "ethnicity": "汉族",
        "nationality": "中国",
        "born_on": date(1988, 3, 12),
        "identity": Identity(number="330000198803121379"),
        "phone": "15400000001",
        "address": "滨澜市临江区柳汀街12号",
    }
    return Party(**(usual | facts))


def a_branch(**facts):
    """Return a respondent: a bank's branch with its agent."""
    usual: Facts = {
        "id": "p2",
        "role": PartyRole.RESPONDENT,
        "kind": PartyKind.BRANCH,
        "name": "云汀银行股份有限公司临江支行",
        "credit_code": "91990000MA00BK01XH",
        "representative": "章知远",
        "representative_post": "行长",
        "phone": "15400000006",
        "address": "滨澜市临江区观澜路88号",
        "agents": (an_agent(),),
    }
    return Party(**(usual | facts))


def an_agent(**facts):
    """Return an agent with itemised powers."""
    usual: Facts = {
        "id": "a1",
        "name": "骆闻笙",
        "powers": "代为承认、放弃、变更请求，签署调解协议",
    }
    return Agent(**(usual | facts))


def a_guardian(**facts):
    """Return the mother of a minor."""
    usual: Facts = {"id": "g1", "name": "林知夏", "relationship": "母亲"}
    return Guardian(**(usual | facts))


def an_agreement(**facts):
    """Return an agreement with one term, not signed yet."""
    usual: Facts = {
        "terms": (Term("t1", text="被申请人于2026年3月31日前退还人民币100.00元。"),),
        "manner": "转账",
        "period": "2026-03-31前",
        "amount": Money(10000),
    }
    return Agreement(**(usual | facts))


def a_case(**facts):
    """Return a registered case with an unsigned agreement."""
    usual: Facts = {
        "id": CaseId("c1"),
        "number": NUMBER,
        "source": "当事人申请",
        "dispute": "信用卡纠纷",
        "filed_on": date(2026, 2, 24),
        "parties": (a_person(), a_branch()),
        "facts": "申请人持有被申请人发行的信用卡。",
        "issues": "息费可否减免。",
        "requests": ("减免利息",),
        "mediators": ("沈砚秋",),
        "recorder": "程小满",
        "agreement": an_agreement(),
    }
    return Case(**(usual | facts))


def signed(case, signed_on=date(2026, 3, 5), *, sealed_on=None):
    """Return the case with its agreement signed by everybody it needs."""
    signatures = tuple(
        Signature(
            f"s{number}",
            kind,
            signer,
            sealed_on if sealed_on and kind is SignatureKind.SEAL else signed_on,
        )
        for number, (kind, signer) in enumerate(signatures_needed(case))
    )
    agreement = replace(case.agreement, signatures=signatures)
    return replace(case, agreement=agreement, outcome=Outcome.WRITTEN_AGREEMENT)


def a_committee(**facts):
    """Return the committee of the samples."""
    usual: Facts = {
        "name": "滨澜市临江区金融消费纠纷人民调解委员会",
        "station": "云汀银行临江支行金融消费纠纷调解工作站",
        "court": "滨澜市临江区人民法院",
        "case_word": "云临金人调字",
        "mediators": (Mediator("m1", "沈砚秋", "L-001"),),
        "recorder": "程小满",
    }
    return Committee(**(usual | facts))
