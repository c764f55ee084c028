"""The journal as lines of sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange, FieldValue, JournalEntry
from ui.case import committee_words
from ui.case.deed_words import deed_words
from ui.case.place_names import place_name
from ui.case.restoring import Record, can_rebuild, can_restore, rebuilt, restored, type_at
from ui.case.value_words import value_words

CONTEXT = "JournalLines"
SETTLING = "resolve"
"""The action that settles a conflict."""
ONE_SITTING = timedelta(minutes=5)
"""Changes of one field by one person within this time are one line."""
_SHOWN_LENGTH = 60
_ACTIONS = {
    "begin": QT_TRANSLATE_NOOP("JournalLines", "新建草稿"),
    "register": QT_TRANSLATE_NOOP("JournalLines", "登记"),
    "import": QT_TRANSLATE_NOOP("JournalLines", "导入"),
    "seal": QT_TRANSLATE_NOOP("JournalLines", "签署完成，锁定协议"),
    "delete": QT_TRANSLATE_NOOP("JournalLines", "删除案件"),
    "restore": QT_TRANSLATE_NOOP("JournalLines", "恢复案件"),
}


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One change, or the first arrival of a case."""

    saved_at: datetime
    author: str
    text: str
    change: FieldChange | None = None
    """None where there is nothing to restore."""
    parts: tuple[FieldChange, ...] = ()
    """What was in a thing that came or went as a whole."""
    is_settling: bool = False
    """True where a conflict was settled: a line of its own, whoever typed the value before."""
    is_unused: bool = False
    """True where somebody else's value was kept, or is shown: this one can be brought back."""

    def can_be_restored(self, record: Case | Committee) -> bool:
        """Return whether there is something to bring back."""
        back = self._way_back()
        return back is not None and (can_rebuild(record, back) or can_restore(record, back))

    def restored(self, record: Record) -> Record:
        """Return the record with what this line replaced or removed, or said in vain."""
        back = self._way_back()
        assert back is not None
        if can_rebuild(record, back):
            return rebuilt(record, back, self.parts)
        return restored(record, back)

    def _way_back(self) -> FieldChange | None:
        """Return the change whose older value is brought back."""
        if self.change is None or not self.is_unused:
            return self.change
        return _turned(self.change)


def journal_lines(
    entries: Iterable[JournalEntry], record: Case | Committee
) -> tuple[JournalLine, ...]:
    """Return the lines about a case, or about the committee itself, newest first."""
    lines: list[JournalLine] = []
    for found in (each for entry in entries for each in _lines_of(entry, record)):
        line = _with_parts(found, lines) if found.is_settling else found
        last = next((each for each in reversed(lines[-20:]) if _is_same_sitting(each, line)), None)
        if last is not None and last.change and line.change:
            change = replace(line.change, before=last.change.before)
            lines.remove(last)
            lines.append(replace(line, change=change, text=_sentence(change, record)))
        else:
            lines.append(line)
    return tuple(_with_unused(lines, record))


def _with_parts(line: JournalLine, before: list[JournalLine]) -> JournalLine:
    """Return a settling that says only that a thing goes, with what its removal said was in it."""
    change = line.change
    if change is None or change.after is not None or not _is_of_object(change):
        return line
    removals = (each for each in reversed(before) if each.change and each.parts)
    parts = next((each.parts for each in removals if _place_of(each) == change.path), ())
    return replace(line, parts=parts, change=change if parts else None)


def _place_of(line: JournalLine) -> str:
    return line.change.path if line.change else ""


def _with_unused(lines: list[JournalLine], record: Case | Committee) -> Iterator[JournalLine]:
    """Yield the lines, newest first, and mark values that nobody replaced and nobody sees."""
    writers = Counter(each.change.path for each in lines if each.change)
    replaced: set[tuple[str, str]] = set()
    for line in reversed(lines):
        change = line.change
        if change is None or _is_of_object(change) or writers[change.path] == 1:
            yield line
            continue
        is_replaced = (change.path, repr(change.after)) in replaced
        replaced.add((change.path, repr(change.before)))
        if is_replaced or change.after is None or not can_restore(record, _turned(change)):
            yield line
        else:
            text = QCoreApplication.translate("JournalLines", "{line}（未采用）")
            yield replace(line, text=text.format(line=line.text), is_unused=True)


def _turned(change: FieldChange) -> FieldChange:
    return FieldChange(change.path, change.after, change.before)


def edit_words(changes: Iterable[FieldChange]) -> tuple[str, ...]:
    """Return sentences about the changes of a case that is not at hand."""
    unknown = Case(CaseId(""))
    changes = tuple(changes)
    wholes = [f"{each.path}/" for each in changes if _is_whole(each)]
    told = [each for each in changes if not each.path.startswith(tuple(wholes))]
    return tuple(_sentence(each, unknown) for each in told)


def _lines_of(entry: JournalEntry, record: Case | Committee) -> Iterator[JournalLine]:
    if entry.action in _ACTIONS and isinstance(record, Case):
        text = QCoreApplication.translate(CONTEXT, str(_ACTIONS[entry.action]))
        number = next((str(c.after) for c in entry.changes if c.path == "number" and c.after), "")
        yield JournalLine(entry.saved_at, entry.author, f"{text} {number}".rstrip())
        if number and entry.given_number not in ("", number):
            yield _numbered(entry)
        return
    if told := deed_words(entry):
        yield JournalLine(entry.saved_at, entry.author, told)
        return
    wholes = [each for each in entry.changes if _is_whole(each)]
    for change in entry.changes:
        if any(change.path.startswith(f"{whole.path}/") for whole in wholes):
            continue
        if _only_exists(change, record):
            continue
        parts = tuple(
            each
            for each in entry.changes
            if change in wholes and each.path.startswith(f"{change.path}/")
        )
        text = _sentence(change, record, parts)
        if entry.action == SETTLING:
            text = _settled(change, record, entry.note)
        is_said_again = change.before == change.after
        back = None if is_said_again else change
        yield JournalLine(
            entry.saved_at, entry.author, text, back, parts, entry.action == SETTLING
        )


def _numbered(entry: JournalEntry) -> JournalLine:
    """Return that the centre gave a number in place of the one that this desk had given."""
    translate = QCoreApplication.translate
    text = translate("JournalLines", "案号定为{number}，临时编号仍可查到").format(
        number=entry.given_number
    )
    who = translate("JournalLines", "中心库")
    return JournalLine(entry.placed_at or entry.saved_at, who, text)


def _settled(change: FieldChange, record: Case | Committee, note: str) -> str:
    """Return how a conflict was settled, and why."""
    translate = QCoreApplication.translate
    text = (
        translate("JournalLines", "{name}：在冲突中选定“{after}”，理由：{note}")
        if note
        else translate("JournalLines", "{name}：在冲突中选定“{after}”")
    )
    after = _shown(change.path, change.after, record)
    if _is_of_object(change):
        after = (
            translate("JournalLines", "删除")
            if change.after is None
            else translate("JournalLines", "保留")
        )
    return text.format(name=_name(change.path, record), after=after, note=note)


def _is_same_sitting(last: JournalLine, line: JournalLine) -> bool:
    return (
        not (last.is_settling or line.is_settling)
        and last.change is not None
        and line.change is not None
        # A thing that came and went is two lines: the second brings it back.
        and not (_is_whole(last.change) or _is_whole(line.change))
        and last.change.path == line.change.path
        and last.author == line.author
        and last.change.after == line.change.before
        and line.saved_at - last.saved_at <= ONE_SITTING
    )


def _sentence(
    change: FieldChange, record: Case | Committee, parts: tuple[FieldChange, ...] = ()
) -> str:
    before, after = (_shown(change.path, each, record) for each in (change.before, change.after))
    name = _name(change.path, record)
    told = _own_words(change.path, parts, record)
    if told and told not in name:
        name = f"{name} {told}"
    gaps = {"name": name, "before": before, "after": after}
    return QCoreApplication.translate(CONTEXT, _template(change)).format(**gaps)


def _template(change: FieldChange) -> str:
    is_new, is_gone = not _is_there(change.before), not _is_there(change.after)
    if _is_of_object(change):
        kinds = (
            QT_TRANSLATE_NOOP("JournalLines", "增加{name}"),
            QT_TRANSLATE_NOOP("JournalLines", "删除{name}"),
            QT_TRANSLATE_NOOP("JournalLines", "移动{name}"),
        )
    else:
        kinds = (
            QT_TRANSLATE_NOOP("JournalLines", "{name}：填写“{after}”"),
            QT_TRANSLATE_NOOP("JournalLines", "{name}：清空“{before}”"),
            QT_TRANSLATE_NOOP("JournalLines", "{name}：“{before}” 改为 “{after}”"),
        )
    return str(kinds[0] if is_new else kinds[1] if is_gone else kinds[2])


def _is_whole(change: FieldChange) -> bool:
    """Return whether a thing came or went with everything in it."""
    return _is_of_object(change) and (change.before is None or change.after is None)


def _only_exists(change: FieldChange, record: Case | Committee) -> bool:
    """Return whether something is there now whose facts have lines of their own."""
    is_thing = is_dataclass(type_at(change.path, type(record)))
    return change.after is True and is_thing and not _is_of_object(change)


def _own_words(path: str, parts: tuple[FieldChange, ...], record: Case | Committee) -> str:
    """Return what a thing is known by that is not there to be asked."""
    words = {each.path: each.before or each.after for each in parts}
    known = (words.get(f"{path}/{name}") for name in _KNOWN_BY)
    return _shown(path, next((each for each in known if each), None), record)


def _is_there(value: FieldValue) -> bool:
    return value is not None and value not in ("", [])


def _is_of_object(change: FieldChange) -> bool:
    """Return whether this is about the coming, going or moving of a thing as a whole."""
    steps = change.path.split("/")
    is_item = len(steps) > 1 and steps[-2] in _LISTS
    return is_item or change.path in {"agreement", "agreement/plan", "termination", "visit"}


_LISTS = frozenset(
    {
        *("parties", "agents", "guardians", "meetings", "terms", "lines", "signatures"),
        *("unfinished", "materials", "steps", "mediators", "absences"),
    }
)
_KNOWN_BY = ("name", "text", "person", "held_on", "signed_on")


def _name(path: str, record: Case | Committee) -> str:
    if isinstance(record, Committee):
        return committee_words.place_words(path, record)
    return place_name(path, record)


def _shown(path: str, value: FieldValue, record: Case | Committee) -> str:
    is_own = isinstance(record, Committee)
    words = committee_words.value_words(value) if is_own else value_words(path, value)
    text = " ".join(words.replace("\n", "；").split())
    return text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
