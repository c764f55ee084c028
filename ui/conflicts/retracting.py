"""Taking a choice back: the field shows again what it showed before, and is decided anew."""

from dataclasses import dataclass

from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import Changes, FieldChange, FieldValue
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk
from mediation_app.services.saved import SavedCase
from ui.case.restoring import restored


@dataclass(frozen=True, slots=True)
class Retraction:
    """A conflict that was settled by a value."""

    conflict: Conflict
    value: FieldValue


def retract(desk: Desk, retraction: Retraction) -> SavedCase | Changes:
    """Put back what the field showed before it was settled.

    Raises:
        InvalidValueError: Somebody has changed the field since.
    """
    conflict = retraction.conflict
    return _replace(desk, conflict, retraction.value, conflict.sides[0].value)


def decide_again(desk: Desk, retraction: Retraction, value: FieldValue) -> SavedCase | Changes:
    """Store another choice.

    Raises:
        InvalidValueError: Somebody has changed the field since.
    """
    conflict = retraction.conflict
    return _replace(desk, conflict, conflict.sides[0].value, value)


def _replace(
    desk: Desk, conflict: Conflict, old: FieldValue, new: FieldValue
) -> SavedCase | Changes:
    if conflict.is_of_committee:
        return desk.conflicts.rewrite_own(conflict.path, old, new)
    files = desk.case_files
    case = files.open(conflict.case_id)
    as_expected = restored(case, FieldChange(conflict.path, old, None))
    if as_expected != case:
        raise InvalidValueError(say("这一处后来又被改过，没有撤销；请打开案件，在流水中恢复"))
    return files.save(case, restored(case, FieldChange(conflict.path, new, None)))
