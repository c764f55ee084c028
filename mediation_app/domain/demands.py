"""What a step demands of a case before it is taken: facts and documents, each with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from mediation_app.domain.cases import Case, Outcome, Termination
from mediation_app.domain.documents import FormKind
from mediation_app.domain.effect import effective_on, signatures_lacking
from mediation_app.domain.missing import Missing, missing_for_registration
from mediation_app.sentences import say


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case and the kinds of documents that were issued in it."""

    case: Case
    issued: frozenset[FormKind] = frozenset()


Demand: TypeAlias = Callable[[Dossier], Iterator[Missing]]
"""Yields what is missing; the first line of its docstring says what it demands."""


def registrable(dossier: Dossier) -> Iterator[Missing]:
    """双方当事人及其姓名或名称、纠纷类型、纠纷简要情况."""
    yield from missing_for_registration(dossier.case)


def mediators_named(dossier: Dossier) -> Iterator[Missing]:
    """人民调解员."""
    if not any(name.strip() for name in dossier.case.mediators):
        yield Missing("mediators", say("人民调解员"))


def materials_there(dossier: Dossier) -> Iterator[Missing]:
    """材料清单中必须的材料."""
    for each in dossier.case.materials:
        if each.is_needed and not each.is_received:
            yield Missing(f"materials/{each.id}/is_received", say("{name}", name=each.name))


def meeting_held(dossier: Dossier) -> Iterator[Missing]:
    """至少一次调解会."""
    if not dossier.case.meetings:
        yield Missing("meetings", say("调解会的日期"))


def terms_written(dossier: Dossier) -> Iterator[Missing]:
    """协议条款."""
    agreement = dossier.case.agreement
    if agreement is None or not any(term.text.strip() for term in agreement.terms):
        yield Missing("agreement/terms", say("协议内容"))


def all_signed(dossier: Dossier) -> Iterator[Missing]:
    """当事人、调解员的签名和委员会印章的日期（口头协议不需当事人签名）."""
    if signatures_lacking(dossier.case):
        yield Missing("agreement/signatures", say("当事人、调解员签名和盖章的日期"))


def in_writing(dossier: Dossier) -> Iterator[Missing]:
    """书面协议."""
    if dossier.case.has_oral_agreement:
        yield Missing("agreement", say("书面协议（口头协议不能申请司法确认）"))


def court_named(dossier: Dossier) -> Iterator[Missing]:
    """申请法院."""
    if not dossier.case.confirmation.court.strip():
        yield Missing("confirmation/court", say("申请法院"))


def agreement_closed(dossier: Dossier) -> Iterator[Missing]:
    """达成协议的：已签署完成的书面协议，或者已记录的口头协议."""
    case = dossier.case
    if effective_on(case) is not None and not case.has_oral_agreement and case.sealed is None:
        yield Missing("agreement/signatures", say("签署完成（锁定协议）"))


def agreement_issued(dossier: Dossier) -> Iterator[Missing]:
    """达成协议的：已出具的协议书或者口头协议登记表."""
    case = dossier.case
    form = FormKind.ORAL_AGREEMENT if case.has_oral_agreement else FormKind.AGREEMENT
    if effective_on(case) is not None and form not in dossier.issued:
        yield Missing("documents", say("已出具的{form}", form=form.title))


def ending_told(dossier: Dossier) -> Iterator[Missing]:
    """调解不成、移送的：终止原因，以及告知当事人的救济途径（人民调解法第二十六条）或者移送的法院."""
    case = dossier.case
    if case.outcome not in (Outcome.FAILED, Outcome.TRANSFERRED):
        return
    ending = case.termination or Termination()
    if not ending.reason.strip():
        yield Missing("termination/reason", say("终止原因"))
    if case.outcome is Outcome.TRANSFERRED:
        if not ending.court.strip():
            yield Missing("termination/court", say("移送的法院"))
    elif FormKind.TERMINATION not in dossier.issued and not ending.notice.strip():
        yield Missing("termination/notice", say("告知当事人的救济途径"))


def all_readable(dossier: Dossier) -> Iterator[Missing]:
    """没有尚未填完整的内容."""
    for each in dossier.case.unfinished:
        yield Missing(each.id, say("把“{text}”填完整", text=each.text))
