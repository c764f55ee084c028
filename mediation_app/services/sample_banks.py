"""The invented banks of the sample station, the same as in the sample file."""

from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.parties import Agent, AuthorityKind, Party, PartyKind, PartyRole
from mediation_app.ports.environment import Ids

_POWERS = "代为承认、放弃、变更请求，进行和解、调解，签署调解协议，申请司法确认，代领文书"


def branch(ids: Ids) -> Party:
    """Return the branch as a respondent, with its agent."""
    return Party(
        id=ids.new(),
        role=PartyRole.RESPONDENT,
        kind=PartyKind.BRANCH,
        name="云汀银行股份有限公司临江支行",
        credit_code="91990000MA00BK01XH",
        address="滨澜市临江区观澜路88号",
        representative="章知远",
        representative_post="行长",
        phone="15400000006",
        agents=(_agent(ids, "骆闻笙", "330000199006180223", "咨诉调解专员"),),
    )


def card_centre(ids: Ids) -> Party:
    """Return the card centre as a respondent, with its agent."""
    return Party(
        id=ids.new(),
        role=PartyRole.RESPONDENT,
        kind=PartyKind.BRANCH,
        name="云汀银行股份有限公司信用卡中心",
        credit_code="91990000MA00CC0211",
        address="滨澜市临江区镜湖大道1号",
        representative="路承野",
        representative_post="总经理",
        phone="15400000003",
        agents=(_agent(ids, "宋知微", "320000199211090444", "投诉调解岗"),),
    )


def _agent(ids: Ids, name: str, identity_number: str, occupation: str) -> Agent:
    return Agent(
        id=ids.new(),
        name=name,
        sex="女",
        identity=Identity(number=identity_number),
        occupation=occupation,
        phone="15400000005",
        capacity="工作人员",
        authority=AuthorityKind.SPECIAL,
        powers=_POWERS,
    )
