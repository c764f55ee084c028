"""What a thing of the agenda is, in a sentence for a line of a board."""

from collections.abc import Callable, Mapping

from mediation_app.domain.agenda import SEAL, AgendaItem, AgendaKind
from mediation_app.domain.irregularities import words_of_irregularity
from mediation_app.sentences import Sentence, say

MINUTES_AN_HOUR = 60


def words_of(item: AgendaItem) -> Sentence:
    """Return what somebody has to see to."""
    return _WORDS[item.kind](item)


def time_of(minutes: int) -> str:
    """Return a local time given in minutes after midnight: 09:30."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hours:02}:{rest:02}"


def _plain(item: AgendaItem) -> Sentence:
    return say("{what}", what=item.text)


def _appointment(item: AgendaItem) -> Sentence:
    return say("调解会 {time} {place}", time=time_of(item.at_min or 0), place=item.text)


def _answer(item: AgendaItem) -> Sentence:
    return say("{who}没有回复是否到场", who=item.about)


def _todo(item: AgendaItem) -> Sentence:
    if item.about:
        return say("{what}（答应{who}）", what=item.text, who=item.about)
    return _plain(item)


def _wait(item: AgendaItem) -> Sentence:
    return say("等{who}：{what}", who=item.about, what=item.text)


def _pause(item: AgendaItem) -> Sentence:
    return say("时限中止：{what}", what=item.text or "—")


def _signature(item: AgendaItem) -> Sentence:
    if item.ref == SEAL:
        return say("协议等加盖印章")
    return say("协议等{who}签名", who=item.text)


def _countersignature(item: AgendaItem) -> Sentence:
    return say("等{who}签署协议", who=item.about)


def _material(item: AgendaItem) -> Sentence:
    if item.about:
        return say("等{who}提供{what}", who=item.about, what=item.text)
    return say("材料未到：{what}", what=item.text)


def _accept(item: AgendaItem) -> Sentence:
    return say("草稿，还没有登记") if item.ref == "draft" else say("已登记，等决定是否受理")


def _prepare(item: AgendaItem) -> Sentence:
    if item.text:
        return say("备卷，还缺：{what}", what=item.text)
    return say("备卷，等确认材料齐全")


def _settled(_: AgendaItem) -> Sentence:
    return say("达成协议，已生效")


def _settled_in_part(item: AgendaItem) -> Sentence:
    return say("部分达成，未解决：{what}", what=item.text)


def _not_settled(item: AgendaItem) -> Sentence:
    return say("调解不成：{why}", why=item.text or "—")


def _withdrawn(item: AgendaItem) -> Sentence:
    return say("撤回申请：{why}", why=item.text or "—")


def _suspended(item: AgendaItem) -> Sentence:
    return say("中止调解：{why}", why=item.text or "—")


def _irregular(item: AgendaItem) -> Sentence:
    """Return what contradicts what; an older or a newer version kept, or keeps, it as a text."""
    known = words_of_irregularity(item.ref, item.about)
    return _plain(item) if item.text or known is None else known


def _idle(item: AgendaItem) -> Sentence:
    return say("没有任何安排，通常下一步是“{step}”", step=item.text or "—")


_WORDS: Mapping[AgendaKind, Callable[[AgendaItem], Sentence]] = {
    AgendaKind.LIMIT: _plain,
    AgendaKind.RIGHT: _plain,
    AgendaKind.ESTIMATE: _plain,
    AgendaKind.APPOINTMENT: _appointment,
    AgendaKind.ANSWER: _answer,
    AgendaKind.PROMISE: _todo,
    AgendaKind.WAIT: _wait,
    AgendaKind.PAUSE: _pause,
    AgendaKind.SIGNATURE: _signature,
    AgendaKind.COUNTERSIGNATURE: _countersignature,
    AgendaKind.MATERIAL: _material,
    AgendaKind.ACCEPT: _accept,
    AgendaKind.PREPARE: _prepare,
    AgendaKind.IDLE: _idle,
    AgendaKind.IRREGULAR: _irregular,
    AgendaKind.SETTLED: _settled,
    AgendaKind.SETTLED_IN_PART: _settled_in_part,
    AgendaKind.NOT_SETTLED: _not_settled,
    AgendaKind.WITHDRAWN: _withdrawn,
    AgendaKind.SUSPENDED: _suspended,
}
