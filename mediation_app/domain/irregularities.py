"""Facts of one case that contradict the table of transitions, told in words.

No step leads there. Two machines can, when one withdraws a case that the other one signs; so can
a party that is added to an agreement which all had signed; and files from elsewhere may hold
anything.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.effect import effective_on
from mediation_app.domain.missing import missing_for_registration
from mediation_app.domain.stages import EXITS
from mediation_app.domain.steps import ARCHIVED, PERFORMING, REOPENED, last_of
from mediation_app.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Irregularity:
    """One contradiction.

    Attributes:
        key: Its kind: of each kind a case has at most one.
        place: The path of the field where it can be put right.
        sentence: What contradicts what.
    """

    key: str
    place: str
    sentence: Sentence


def irregularities(case: Case) -> tuple[Irregularity, ...]:
    """Return everything in a case that no lawful way leads to; nothing in a regular one."""
    return tuple(each for find in _FINDERS for each in find(case))


def facts_skipped(case: Case) -> Iterator[Irregularity]:
    """Yield what a case that comes in as a whole lacks of what its stage needs."""
    if case.number:
        for missing in missing_for_registration(case):
            yield Irregularity(
                missing.place, missing.place, say("已登记的案件缺少{what}", what=missing.sentence)
            )
    yield from irregularities(case)


def _without_number(case: Case) -> Iterator[Irregularity]:
    if case.number:
        return
    if case.accepted_on is not None:
        yield Irregularity("accepted/number", "accepted_on", say("没有登记编号，却写了受理日期"))
    if _is_signed(case):
        signed = say("没有登记编号，却已签署协议")
        yield Irregularity("signatures/number", "agreement/signatures", signed)
    if case.outcome in EXITS:
        said = say("没有登记编号，却已写“{outcome}”", outcome=case.outcome.value)
        yield Irregularity("outcome/number", "outcome", said)


def _without_acceptance(case: Case) -> Iterator[Irregularity]:
    if case.accepted_on is not None:
        return
    if case.meetings:
        yield Irregularity("meetings", "accepted_on", say("没有受理日期，却已开过调解会"))
    if _is_signed(case):
        yield Irregularity("signatures", "accepted_on", say("没有受理日期，却已签署协议"))
    if case.outcome in (Outcome.FAILED, Outcome.SUSPENDED, Outcome.TRANSFERRED):
        said = say("没有受理日期，却已写“{outcome}”", outcome=case.outcome.value)
        yield Irregularity("outcome", "accepted_on", said)


def _without_meeting(case: Case) -> Iterator[Irregularity]:
    if _is_signed(case) and not case.meetings:
        yield Irregularity("signatures/meetings", "meetings", say("没有调解会，却已签署协议"))


def _without_effect(case: Case) -> Iterator[Irregularity]:
    if effective_on(case) is not None:
        return
    place = "agreement/signatures"
    if case.confirmation.applied_on is not None:
        yield Irregularity("applied", place, say("协议没有生效，却已申请司法确认"))
    if last_of(case.steps, PERFORMING):
        yield Irregularity("performing", place, say("协议没有生效，却已开始履行"))
    if _is_visited(case) and case.outcome not in EXITS:
        yield Irregularity("visited", place, say("协议没有生效，却已回访"))


def _at_court(case: Case) -> Iterator[Irregularity]:
    confirmation = case.confirmation
    if case.has_oral_agreement and confirmation.applied_on is not None:
        yield Irregularity("oral", "outcome", say("口头协议不能申请司法确认，却写了申请日期"))
    if confirmation.ruled_on is not None and confirmation.applied_on is None:
        place = "confirmation/applied_on"
        yield Irregularity("ruled", place, say("没有申请日期，却写了法院裁定的日期"))


def _two_ends(case: Case) -> Iterator[Irregularity]:
    if case.outcome in EXITS and effective_on(case) is not None:
        said = say("结果写“{outcome}”，协议却已由各方签署生效", outcome=case.outcome.value)
        yield Irregularity("outcome/effect", "outcome", said)
    if case.outcome is Outcome.REFUSED and case.accepted_on is not None:
        yield Irregularity("refused", "outcome", say("结果写“不予受理”，却有受理日期"))


def _archived_too_early(case: Case) -> Iterator[Irregularity]:
    if last_of(case.steps, ARCHIVED, REOPENED) != ARCHIVED:
        return
    ended = case.outcome in EXITS and case.outcome is not Outcome.SUSPENDED
    if not ended and not (_is_visited(case) and effective_on(case) is not None):
        yield Irregularity("archived", "steps", say("案件还没有办完，却已归档"))


_FINDERS: tuple[Callable[[Case], Iterator[Irregularity]], ...] = (
    _without_number,
    _without_acceptance,
    _without_meeting,
    _without_effect,
    _at_court,
    _two_ends,
    _archived_too_early,
)


def _is_signed(case: Case) -> bool:
    return case.agreement is not None and bool(case.agreement.signatures)


def _is_visited(case: Case) -> bool:
    return case.visit is not None and case.visit.visited_on is not None
