"""Facts of one case that contradict the table of transitions, told in words.

No step leads there. Two machines can, when one withdraws a case that the other one signs; so can
a party that is added to an agreement which all had signed; and files from elsewhere may hold
anything.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

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
        fact: The word of the case that the sentence quotes; empty where it quotes none.
    """

    key: str
    place: str
    sentence: Sentence
    fact: str = ""


def words_of_irregularity(key: str, fact: str = "") -> Sentence | None:
    """Return what contradicts what, by the kind and the word it quotes; None for another kind."""
    return _found(key, "", fact).sentence if key in _SENTENCES else None


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
        yield _found("accepted/number", "accepted_on")
    if _is_signed(case):
        yield _found("signatures/number", "agreement/signatures")
    if case.outcome in EXITS:
        yield _found("outcome/number", "outcome", case.outcome.value)


def _without_acceptance(case: Case) -> Iterator[Irregularity]:
    if case.accepted_on is not None:
        return
    if case.meetings:
        yield _found("meetings", "accepted_on")
    if _is_signed(case):
        yield _found("signatures", "accepted_on")
    if case.outcome in (Outcome.FAILED, Outcome.SUSPENDED, Outcome.TRANSFERRED):
        yield _found("outcome", "accepted_on", case.outcome.value)


def _without_meeting(case: Case) -> Iterator[Irregularity]:
    if _is_signed(case) and not case.meetings:
        yield _found("signatures/meetings", "meetings")


def _without_effect(case: Case) -> Iterator[Irregularity]:
    if effective_on(case) is not None:
        return
    place = "agreement/signatures"
    if case.confirmation.applied_on is not None:
        yield _found("applied", place)
    if last_of(case.steps, PERFORMING):
        yield _found("performing", place)
    if _is_visited(case) and case.outcome not in EXITS:
        yield _found("visited", place)


def _at_court(case: Case) -> Iterator[Irregularity]:
    confirmation = case.confirmation
    if case.has_oral_agreement and confirmation.applied_on is not None:
        yield _found("oral", "outcome")
    if confirmation.ruled_on is not None and confirmation.applied_on is None:
        yield _found("ruled", "confirmation/applied_on")


def _two_ends(case: Case) -> Iterator[Irregularity]:
    if case.outcome in EXITS and effective_on(case) is not None:
        yield _found("outcome/effect", "outcome", case.outcome.value)
    if case.outcome is Outcome.REFUSED and case.accepted_on is not None:
        yield _found("refused", "outcome")


def _archived_too_early(case: Case) -> Iterator[Irregularity]:
    if last_of(case.steps, ARCHIVED, REOPENED) != ARCHIVED:
        return
    ended = case.outcome in EXITS and case.outcome is not Outcome.SUSPENDED
    if not ended and not (_is_visited(case) and effective_on(case) is not None):
        yield _found("archived", "steps")


_FINDERS: tuple[Callable[[Case], Iterator[Irregularity]], ...] = (
    _without_number,
    _without_acceptance,
    _without_meeting,
    _without_effect,
    _at_court,
    _two_ends,
    _archived_too_early,
)


_SENTENCES: Mapping[str, Sentence] = {
    "accepted/number": say("没有登记编号，却写了受理日期"),
    "signatures/number": say("没有登记编号，却已签署协议"),
    "outcome/number": say("没有登记编号，却已写“{outcome}”"),
    "meetings": say("没有受理日期，却已开过调解会"),
    "signatures": say("没有受理日期，却已签署协议"),
    "outcome": say("没有受理日期，却已写“{outcome}”"),
    "signatures/meetings": say("没有调解会，却已签署协议"),
    "applied": say("协议没有生效，却已申请司法确认"),
    "performing": say("协议没有生效，却已开始履行"),
    "visited": say("协议没有生效，却已回访"),
    "oral": say("口头协议不能申请司法确认，却写了申请日期"),
    "ruled": say("没有申请日期，却写了法院裁定的日期"),
    "outcome/effect": say("结果写“{outcome}”，协议却已由各方签署生效"),
    "refused": say("结果写“不予受理”，却有受理日期"),
    "archived": say("案件还没有办完，却已归档"),
}
"""By kind: what is kept of a contradiction is its kind, so that each reader has his language."""


def _found(key: str, place: str, fact: str = "") -> Irregularity:
    gaps = {"outcome": fact} if fact else {}
    return Irregularity(key, place, replace(_SENTENCES[key], gaps=gaps), fact)


def _is_signed(case: Case) -> bool:
    return case.agreement is not None and bool(case.agreement.signatures)


def _is_visited(case: Case) -> bool:
    return case.visit is not None and case.visit.visited_on is not None
