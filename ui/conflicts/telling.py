"""A conflict in words: what it is about, who wants what, and what each choice would mean."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import Conflict, ConflictKind, ConflictSide
from mediation_app.domain.journal import FieldValue, JournalEntry
from mediation_app.domain.parties import PartyRole
from ui.case.committee_words import edit_words as committee_edits
from ui.case.committee_words import is_text as is_text_of_committee
from ui.case.committee_words import place_words, record_words
from ui.case.committee_words import value_words as committee_value
from ui.case.journal_lines import edit_words
from ui.case.place_names import place_name
from ui.case.value_words import is_text, value_words
from ui.sync_words import moment

Record: TypeAlias = Case | Committee
DELETED = "deleted"
"""The place that says that a whole case was deleted."""
translate = QCoreApplication.translate
_WHOLE = frozenset({"number", "name", "phone", "credit_code", "sex", "signer"})
"""Texts that are right or wrong as a whole."""
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Background:
    """What a conflict is understood by; empty where the case is not here any more."""

    case: Case | None = None
    entries: tuple[JournalEntry, ...] = ()
    committee: Committee | None = None
    """In place of a case, where the conflict is about the committee's own record."""

    @property
    def record(self) -> Record | None:
        """The case or the committee, whichever it is about."""
        return self.case or self.committee


def background_of(record: Record | None, entries: tuple[JournalEntry, ...] = ()) -> Background:
    """Return what a conflict in this record is understood by."""
    if isinstance(record, Committee):
        return Background(None, entries, record)
    return Background(record, entries)


def title_of(conflict: Conflict, record: Record | None) -> str:
    """Return what the conflict is about: 金额, 顾喆安 · 联系电话, 管辖法院."""
    if conflict.is_of_committee:
        return place_words(conflict.path, _committee(record))
    if conflict.path == DELETED:
        return translate("Conflicts", "整件案件")
    return place_name(conflict.path, record) if isinstance(record, Case) else conflict.path


def record_name(conflict: Conflict) -> str:
    """Return the number of the case, or what the committee's own record is called."""
    if conflict.is_of_committee:
        return record_words()
    return conflict.case_number or translate("Conflicts", "未登记的草稿")


def thing_of(conflict: Conflict, background: Background) -> str:
    """Return what a removed thing is called, also where only the journal knows it."""
    name = title_of(conflict, background.record)
    places = {f"{conflict.path}/{part}" for part in ("name", "text", "person")}
    own = [
        str(each.after or each.before)
        for entry in background.entries
        for each in entry.changes
        if each.path in places and (each.after or each.before)
    ]
    if not own or any(each in name for each in own):
        return name
    return f"{name} {own[-1]}"


def case_words(case: Case) -> str:
    """Return who meets whom."""
    sides = (
        "、".join(each.name for each in case.parties_in(role) if each.name) or "…"
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
    )
    return " ⇄ ".join(sides)


def explanation(conflict: Conflict) -> str:
    """Return what happened and what is to be done."""
    match conflict.kind:
        case ConflictKind.VALUES:
            return translate(
                "Conflicts", "几个人在互相看不到对方修改时填了不同的内容，请选定一个。"
            )
        case ConflictKind.REMOVAL:
            return translate(
                "Conflicts", "一个人删除了它，另一个人同时改了其中的内容，请选定保留还是删除。"
            )
        case ConflictKind.SEALED:
            return translate(
                "Conflicts",
                "协议签署后又有人修改；已签署的内容不会改变。确认后，这项修改只留在流水中。",
            )


def side_words(conflict: Conflict, side: ConflictSide, background: Background) -> str:
    """Return what one side wants, as the form shows it."""
    if conflict.kind is ConflictKind.REMOVAL:
        return _removal_words(conflict, side, background)
    return _value_words(conflict, side.value, background)


def _removal_words(conflict: Conflict, side: ConflictSide, background: Background) -> str:
    is_removed = is_removing(conflict, side)
    thing = thing_of(conflict, background)
    if is_removed:
        return translate("Conflicts", "{who}删除了“{thing}”").format(who=side.author, thing=thing)
    if not background.entries:
        return ""  # The journal is being read: it alone knows what was edited.
    done = edits_of(side, conflict.path, background)
    if not done:
        text = translate("Conflicts", "{who}修改了“{thing}”，需要保留")
        return text.format(who=side.author, thing=thing)
    text = translate("Conflicts", "{who}修改了“{thing}”：{edits}")
    edits = translate("Conflicts", "；").join(done)
    return text.format(who=side.author, thing=thing, edits=edits)


def is_removing(conflict: Conflict, side: ConflictSide) -> bool:
    """Return whether a side of such a conflict wants the thing to be gone."""
    return (side.value is None) is (conflict.path != DELETED)


def edits_of(side: ConflictSide, path: str, background: Background) -> tuple[str, ...]:
    """Return what the author of a side changed inside a thing, then and later."""
    ids = [each.op_id for each in background.entries]
    begin = ids.index(side.op_id) if side.op_id in ids else len(ids)
    own = (each for each in background.entries[begin:] if each.author == side.author)
    is_whole = path == DELETED
    inside = [
        each
        for entry in own
        for each in entry.changes
        if is_whole or each.path.startswith(f"{path}/")
    ]
    if background.committee is not None:
        return committee_edits(inside, background.committee)
    return edit_words(inside)


def before_words(conflict: Conflict, background: Background) -> str:
    """Return what the field held before, or nothing where that says nothing."""
    if conflict.kind is ConflictKind.REMOVAL:
        return ""
    value = _value_words(conflict, conflict.before, background)
    return translate("Conflicts", "原值  {value}").format(value=value)


def _value_words(conflict: Conflict, value: FieldValue, background: Background) -> str:
    text = (
        committee_value(value)
        if conflict.is_of_committee
        else value_words(conflict.path, value, background.case)
    )
    return text or translate("Conflicts", "（空）")


def _committee(record: Record | None) -> Committee:
    return record if isinstance(record, Committee) else Committee()


def author_words(side: ConflictSide) -> str:
    """Return who wrote it, when, and on which machine."""
    parts = (side.author, moment(side.saved_at), side.device_name)
    return "  ·  ".join(each for each in parts if each)


def can_merge(conflict: Conflict) -> bool:
    """Return whether the values are texts that can be put together."""
    if conflict.kind is not ConflictKind.VALUES:
        return False
    if conflict.is_of_committee:
        return is_text_of_committee(conflict.path)
    return is_text(conflict.path) and conflict.path.rpartition("/")[2] not in _WHOLE


def can_choose(conflict: Conflict, number: int) -> bool:
    """Return whether a side may be taken: what was signed cannot be replaced."""
    return conflict.kind is not ConflictKind.SEALED or number == 0


def action_words(conflict: Conflict, number: int, *, is_stacked: bool = False) -> str:
    """Return the words of the button that takes a side, with its key.

    Args:
        conflict: What is to be settled.
        number: Of the side, from 0.
        is_stacked: The sides stand one below the other: none is left or right.
    """
    if conflict.kind is ConflictKind.SEALED:
        text = translate("Conflicts", "维持已签署的 {key}")
    elif conflict.kind is ConflictKind.REMOVAL:
        removes = is_removing(conflict, conflict.sides[number])
        text = (
            translate("Conflicts", "删除 {key}")
            if removes
            else translate("Conflicts", "保留 {key}")
        )
    elif len(conflict.sides) > _PAIR or is_stacked:
        text = translate("Conflicts", "采用 {key}")
    else:
        left, right = (
            translate("Conflicts", "采用左 {key}"),
            translate("Conflicts", "采用右 {key}"),
        )
        text = right if number else left
    return text.format(key=number + 1)
