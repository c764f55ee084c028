"""The committee's own record in words: what its places are called, and what stands there."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange, FieldValue
from ui.case.places import value_at

CONTEXT = "CommitteeWords"
_NAMES = {
    "name": QT_TRANSLATE_NOOP("CommitteeWords", "调委会名称"),
    "station": QT_TRANSLATE_NOOP("CommitteeWords", "工作站"),
    "address": QT_TRANSLATE_NOOP("CommitteeWords", "地址"),
    "phone": QT_TRANSLATE_NOOP("CommitteeWords", "电话"),
    "seal_name": QT_TRANSLATE_NOOP("CommitteeWords", "印章名称"),
    "court": QT_TRANSLATE_NOOP("CommitteeWords", "管辖法院"),
    "case_word": QT_TRANSLATE_NOOP("CommitteeWords", "案号用字"),
    "recorder": QT_TRANSLATE_NOOP("CommitteeWords", "记录人"),
    "rooms": QT_TRANSLATE_NOOP("CommitteeWords", "调解室"),
    "mediators": QT_TRANSLATE_NOOP("CommitteeWords", "调解员"),
    "mediators/name": QT_TRANSLATE_NOOP("CommitteeWords", "姓名"),
    "mediators/number": QT_TRANSLATE_NOOP("CommitteeWords", "工作证号"),
    "absences": QT_TRANSLATE_NOOP("CommitteeWords", "代班"),
    "absences/person": QT_TRANSLATE_NOOP("CommitteeWords", "谁交出"),
    "absences/deputy": QT_TRANSLATE_NOOP("CommitteeWords", "谁接手"),
    "absences/from_on": QT_TRANSLATE_NOOP("CommitteeWords", "第一天"),
    "absences/to_on": QT_TRANSLATE_NOOP("CommitteeWords", "最后一天"),
    "absences/note": QT_TRANSLATE_NOOP("CommitteeWords", "说明"),
}
_PARTS_OF_AN_ITEM = 2


def record_words() -> str:
    """Return what the record as a whole is called."""
    return QCoreApplication.translate(CONTEXT, "本委员会资料")


def place_words(place: str, committee: Committee) -> str:
    """Return what a place is called: 管辖法院, 调解员 顾喆安 · 工作证号."""
    listing, *rest = place.split("/")
    name = _word(listing)
    if not rest:
        return name
    item = value_at(committee, "/".join([listing, rest[0]]))
    own = getattr(item, "name", "") or getattr(item, "person", "")
    whole = f"{name} {own}".rstrip()
    if len(rest) < _PARTS_OF_AN_ITEM:
        return whole
    return f"{whole} · {_word(f'{listing}/{rest[1]}')}"


def value_words(value: FieldValue) -> str:
    """Return a value as the settings show it; a list line by line."""
    if isinstance(value, list):
        return "\n".join(value)
    return "" if value is None else str(value)


def edit_words(changes: Iterable[FieldChange], committee: Committee) -> tuple[str, ...]:
    """Return sentences about changes in the record."""
    return tuple(_sentence(each, committee) for each in changes)


def is_text(place: str) -> bool:
    """Return whether a place holds free text, or lines of it, that two people can merge."""
    return place in {"address", "rooms"} or place.endswith("/note")


def _sentence(change: FieldChange, committee: Committee) -> str:
    name = place_words(change.path, committee)
    if change.path.count("/") == 1:  # a thing as a whole: its register holds its rank
        text = (
            QCoreApplication.translate(CONTEXT, "增加{name}")
            if change.after is not None
            else QCoreApplication.translate(CONTEXT, "删除{name}")
        )
        return text.format(name=name)
    after = value_words(change.after).replace("\n", "；")
    text = (
        QCoreApplication.translate(CONTEXT, "{name}：改为“{after}”")
        if after
        else QCoreApplication.translate(CONTEXT, "{name}：清空")
    )
    return text.format(name=name, after=after)


def _word(place: str) -> str:
    source = _NAMES.get(place)
    return QCoreApplication.translate(CONTEXT, str(source)) if source else place
