"""The command about edits that the centre refused: one's own, and late ones of others."""

from argparse import Namespace
from collections.abc import Iterable

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.cli.syncing import require_connection, shown
from mediation_app.domain.syncing import SetAside
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.sentences import Sentence, say
from mediation_app.services.desk import Desk

_AUTHORITY = "authority"
"""How far the agent of the bank may go is shown in the window only, to those who may see it."""


def refused(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """List the edits, store one as an edit of today, or list one no longer.

    Those of others are at the centre. Where it cannot be asked, the command says so and ends with
    1, after it has listed or done what it could without it.
    """
    with open_desk(arguments, surroundings) as desk:
        own = tuple(filter(_is_open, desk.sync.set_aside()))
        others, reason = _of_others(desk)
        if arguments.verb == "list":
            _list(desk, printer, own, others, reason)
            return 0 if reason is None else 1
        edit = _found(arguments.id, (*own, *others), reason)
        if arguments.verb == "take":
            _take(desk, edit)
        desk.sync.answer(edit)
        _tell(printer, edit, is_taken=arguments.verb == "take")
    return 0


def _of_others(desk: Desk) -> tuple[tuple[SetAside, ...], Sentence | None]:
    """Return those of others, or why nobody could be asked for them."""
    try:
        require_connection(desk)
        return tuple(filter(_is_open, desk.sync.refused_of_others())), None
    except CentralError as error:
        return (), error.sentence


def _is_open(edit: SetAside) -> bool:
    return not any(each.path.partition("/")[0] == _AUTHORITY for each in edit.changes)


def _list(
    desk: Desk,
    printer: Printer,
    own: tuple[SetAside, ...],
    others: tuple[SetAside, ...],
    reason: Sentence | None,
) -> None:
    if printer.is_json:
        printer.json(
            {
                "own": [_facts(desk, each) for each in own],
                "of_others": None if reason else [_facts(desk, each) for each in others],
            }
        )
    elif not own and not others and reason is None:
        printer.line("没有未被接受的修改")
    for edit in (*own, *others) if not printer.is_json else ():
        _print(desk, printer, edit)
    if reason is not None:
        printer.refuse(say("同事来晚的修改没有列出：{reason}", reason=reason))


def _print(desk: Desk, printer: Printer, edit: SetAside) -> None:
    about = (edit.case_number or "已不在本机的案件") if edit.case_id else "本委员会"
    whose = "同事来晚的修改" if edit.is_of_others else "本机的修改"
    at = f"{edit.saved_at.astimezone():%Y-%m-%d %H:%M}"
    who = " ".join(filter(None, (edit.author, edit.device_name)))
    printer.line(f"{edit.op_id}  {about}  {whose}  {at} {who}")
    printer.line(f"  {edit.reason}")
    for each in edit.changes:
        printer.line(f"  {each.path}：{shown(each.before)} → {shown(each.after)}")
    if not desk.refused_edits.differences(edit):
        printer.line("  现在没有可以采用的内容，只能不再列出（drop）")


def _facts(desk: Desk, edit: SetAside) -> dict[str, object]:
    return {
        "id": edit.op_id,
        "case": edit.case_number,
        "is_of_committee": not edit.case_id,
        "author": edit.author,
        "device": edit.device_name,
        "saved_at": edit.saved_at.isoformat(),
        "reason": str(edit.reason),
        "changes": [
            {"path": each.path, "before": each.before, "after": each.after}
            for each in edit.changes
        ],
        "can_be_taken": bool(desk.refused_edits.differences(edit)),
    }


def _found(wanted: str, edits: Iterable[SetAside], reason: Sentence | None) -> SetAside:
    """Return the only edit whose id has these signs; there may be more where none was told."""
    if not wanted:
        raise InvalidValueError(say("请写明哪一项，见 mediation-app refused list"))
    found = [each for each in edits if wanted in each.op_id]
    if not found and reason is not None:
        raise CentralError(reason)
    if not found:
        raise InvalidValueError(say("没有未被接受的修改“{wanted}”", wanted=wanted))
    if len(found) > 1:
        ids = "、".join(each.op_id for each in found)
        raise InvalidValueError(
            say("“{wanted}”不止一项，请写完整的 ID：{ids}", wanted=wanted, ids=ids)
        )
    return found[0]


def _take(desk: Desk, edit: SetAside) -> None:
    if not desk.refused_edits.differences(edit):
        raise InvalidValueError(
            say("案件已不在这里，或者现在的内容已经与它一致；不再列出请用 drop")
        )
    desk.refused_edits.store(edit)


def _tell(printer: Printer, edit: SetAside, *, is_taken: bool) -> None:
    if printer.is_json:
        printer.json({"taken" if is_taken else "dropped": edit.op_id})
    elif is_taken:
        printer.line("已作为您的修改保存，原来的内容在流水中可以恢复")
    else:
        printer.line("不再列出；原文仍在流水和中心库中")


COMMANDS = {"refused": refused}
