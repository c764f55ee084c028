"""Sentences of the journal about deeds that reach beyond one field, or beyond one case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.journal import JournalEntry
from ui.sentences import term


@dataclass(frozen=True, slots=True)
class _Thing:
    """What came into a list of the case, went from it, or was changed in it."""

    words: Mapping[str, str]
    has_come: bool
    has_gone: bool


def deed_words(entry: JournalEntry) -> str:
    """Return what was done, in one sentence; empty where the fields tell it better."""
    told = _DEEDS.get(entry.action)
    return "" if told is None else told(entry)


def _step(entry: JournalEntry) -> str:
    """Return which step was taken, and why."""
    step = term(_thing(entry, "steps").words.get("action", ""))
    translate = QCoreApplication.translate
    if not entry.note:
        return translate("DeedWords", "办理“{step}”").format(step=step)
    told = translate("DeedWords", "办理“{step}”，理由：{note}")
    return told.format(step=step, note=entry.note)


def _moved(entry: JournalEntry) -> str:
    """Return which line of the list of materials went to, or came from, which case."""
    moved = _thing(entry, "materials")
    translate = QCoreApplication.translate
    number = entry.note or translate("DeedWords", "另一案件")
    told = (
        translate("DeedWords", "材料“{name}”从{number}移来")
        if moved.has_come
        else translate("DeedWords", "材料“{name}”移到{number}")
    )
    return told.format(name=moved.words.get("name", ""), number=number)


def _linked(entry: JournalEntry) -> str:
    """Return with which case this one was linked, or is no longer."""
    link = _thing(entry, "links")
    translate = QCoreApplication.translate
    number = link.words.get("number") or translate("DeedWords", "一件草稿")
    if link.has_come:
        told = translate("DeedWords", "与{number}关联，不合并")
    elif link.has_gone:
        told = translate("DeedWords", "取消与{number}的关联")
    else:
        told = translate("DeedWords", "关联的草稿已登记为{number}")
    parts = told.format(number=number), link.words.get("note", "")
    return " · ".join(each for each in parts if each)


def _handed(entry: JournalEntry) -> str:
    """Return from whom to whom the case went, with how many promises, or that it came back."""
    step = _thing(entry, "steps")
    todos = sum(each.path.startswith("todos/") for each in entry.changes)
    translate = QCoreApplication.translate
    told = (
        translate("DeedWords", "收回移交：{what}")
        if step.has_gone
        else translate("DeedWords", "移交：{what}")
    ).format(what=step.words.get("reason", ""))
    if not todos:
        return told
    return translate("DeedWords", "{told}，连同 {count} 项待办").format(told=told, count=todos)


def _thing(entry: JournalEntry, listing: str) -> _Thing:
    """Return the thing of a list that an entry is about, with its words as they are, or were."""
    words, has_come, has_gone = {}, False, False
    for change in entry.changes:
        name, _, rest = change.path.partition("/")
        if name != listing:
            continue
        _, _, field = rest.partition("/")
        if field:
            words[field] = str(change.after or change.before or "")
        else:
            has_come, has_gone = change.before is None, change.after is None
    return _Thing(words, has_come, has_gone)


_DEEDS: Mapping[str, Callable[[JournalEntry], str]] = {
    "step": _step,
    "move_material": _moved,
    "link": _linked,
    "unlink": _linked,
    "hand_over": _handed,
}
"""By what the services call their actions."""
