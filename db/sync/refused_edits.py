"""Edits of others that came when their case had moved to this desk, as people read them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import datetime

from db.journal import changes_in, is_readable
from db.scalars import read_instant
from db.sync.sides import Central
from db.sync.wire import RefusedEdit
from mediation_app.domain.syncing import SetAside
from mediation_app.sentences import say

_LATE = say("到达中心库时案件已移交到这里，没有计入案件；请核对后决定是否采用")
_LONG = say("到达中心库时案件已移交到这里，没有计入案件；内容太长，请向作者了解")
NumberOf = Callable[[str], str | None]
"""Returns the number of a case that is here, None of one that is not."""


def refused_of_others(central: Central, number_of: NumberOf) -> tuple[SetAside, ...]:
    """Ask the centre, and hang up; what belongs to cases that have not come yet is left out."""
    with closing(central):
        return tuple(_told(central.refused_edits(), number_of))


def answer(central: Central, edit: SetAside) -> None:
    """Tell the centre that somebody has decided about an edit, and hang up."""
    with closing(central):
        central.answer_refused(edit.op_id, edit.case_id)


def _told(edits: Iterable[RefusedEdit], number_of: NumberOf) -> Iterator[SetAside]:
    for each in edits:
        number = number_of(each.record_id)
        if number is not None:
            yield SetAside(
                op_id=each.op_id,
                case_id=each.record_id,
                case_number=number,
                author=each.author,
                saved_at=_instant(each),
                reason=_LATE if each.body else _LONG,
                changes=changes_in(each.body) if is_readable(each.body) else (),
                is_of_others=True,
                device_name=each.device_name,
            )


def _instant(edit: RefusedEdit) -> datetime:
    """Return when it was saved, as its author's machine says; else when it arrived."""
    try:
        return read_instant(edit.saved_at)
    except ValueError:
        return read_instant(edit.refused_at)
