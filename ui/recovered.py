"""What was recovered after the program ended without being closed: fields, before and after."""

from collections.abc import Callable
from dataclasses import is_dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.drafts import FormDraft, FormPlace
from mediation_app.domain.journal import FieldValue
from mediation_app.domain.money import Money
from mediation_app.domain.recovery import Recovered, RecoveredField, RecoveredRecord
from ui.case.place_names import place_name
from ui.case.restoring import type_at
from ui.case.value_words import value_words
from ui.drafts import shown_words
from ui.measures import limit, scaled, space
from ui.pages import Message, Tone
from ui.panel import Panel
from ui.styling import button, column, icon_button, line, row, words

WIDTH_PX = 640
HEIGHT_PX = 420
MOST_FIELDS = 12
_SHOWN_LENGTH = 60
_AROUND = 12
_LONGEST = 160
_OF_COMMITTEE = {
    "name": QT_TRANSLATE_NOOP("Recovered", "调委会名称"),
    "station": QT_TRANSLATE_NOOP("Recovered", "工作站"),
    "address": QT_TRANSLATE_NOOP("Recovered", "地址"),
    "phone": QT_TRANSLATE_NOOP("Recovered", "电话"),
    "court": QT_TRANSLATE_NOOP("Recovered", "管辖法院"),
}
_GIVEN = frozenset({"id", "role", "kind", "nationality", "filed_on", "recorder", "outcome"})
"""What a draft has from the beginning; nobody typed it."""
GoTo = Callable[[str, str], None]
"""Takes the id of a case, empty for the committee, and the place of a field."""
OpenForm = Callable[[FormPlace], None]


class RecoveredPanel(Panel):
    """One heading a case, one line a field with its way there."""

    def __init__(
        self, window: QWidget, recovered: Recovered, go_to: GoTo, open_form: OpenForm
    ) -> None:
        super().__init__(window)
        self._go_to = go_to
        self._open_form = open_form
        heading = self.tr("上次没有正常关闭；以下内容已恢复")
        self.setAccessibleName(heading)
        self.summary = words(self._summary(recovered), wraps=True)
        top = row(
            words(heading, role="heading"),
            None,
            icon_button("close", self.tr("关闭  Esc"), self.close_panel),
        )
        inside = QWidget()
        inside.setObjectName("sheet")
        records = [self._form(each) for each in recovered.drafts]
        records += [self._record(each) for each in recovered.records]
        inside.setLayout(column(*records, None, spacing=14, margins=(0, 4, 8, 4)))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setVisible(bool(records))
        body = column(top, self.summary, line(), area, spacing=10)
        space(body, 10, (20, 12, 12, 16))
        self.setLayout(body)
        height = min(scaled(HEIGHT_PX), window.height() - scaled(60))
        needed = inside.sizeHint().height() + scaled(8) if records else 0
        area.setFixedHeight(min(needed, max(scaled(120), height - scaled(110))))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)
        self.closed.connect(self.deleteLater)

    def _summary(self, recovered: Recovered) -> str:
        if recovered.saved_at is None:
            return self.tr("一切都在：上次没有尚未保存的输入。")
        at = f"{recovered.saved_at.astimezone():%m-%d %H:%M:%S}"
        if recovered.is_all_there:
            return self.tr("一切都在：最后一次输入于 {at} 写入数据库，现在仍是这样。").format(
                at=at
            )
        return self.tr(
            "最后一次输入于 {at} 写入数据库；标出的几处后来又有修改，两个值都在流水中。"
        ).format(at=at)

    def _form(self, draft: FormDraft) -> QWidget:
        def choose() -> None:
            self.close_panel()
            self._open_form(draft.place)

        text = self.tr("没有提交：{form}").format(form=draft.about)
        title = button(text, choose, kind="link")
        title.setToolTip(self.tr("打开，继续填写"))
        holder = QWidget()
        said = words(_short(" ".join(shown_words(draft).split())), wraps=True)
        holder.setLayout(column(row(title, None), said, spacing=4))
        return holder

    def _record(self, record: RecoveredRecord) -> QWidget:
        case = record.case or Case(CaseId(""))
        grid = QGridLayout()
        space(grid, 4, (0, 0, 0, 0))
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        first = _field_place(record.fields[0].path) if record.fields else ""
        title = button(self._title(record), lambda: self._choose(case.id, first), kind="link")
        title.setToolTip(self.tr("打开，继续填写"))
        grid.addWidget(title, 0, 0, 1, 3)
        fields = _typed_fields(record)
        for at, field in enumerate(fields[:MOST_FIELDS], 1):
            self._add_field(grid, at, case, field)
        more = len(fields) - MOST_FIELDS
        if more > 0:
            text = self.tr("另有 {count} 处").format(count=more)
            grid.addWidget(words(text, tone="muted"), MOST_FIELDS + 1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _title(self, record: RecoveredRecord) -> str:
        if record.case is None:
            return self.tr("设置：调解委员会")
        names = "、".join(each.name for each in record.case.parties if each.name)
        if record.is_draft:
            return self.tr("未登记的草稿 {names}（点这里继续填写）").format(names=names).strip()
        return f"{record.case.number}　{names}"

    def _add_field(self, grid: QGridLayout, at: int, case: Case, field: RecoveredField) -> None:
        way = button(
            _name(case, field.path),
            lambda: self._choose(case.id, _field_place(field.path)),
            kind="link",
        )
        way.setToolTip(self.tr("到这一栏"))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(way, at, 0, top)
        grid.addWidget(self._difference(case, field), at, 1, top)
        if not field.is_there:
            grid.addWidget(words(self.tr("后来又有修改"), tone="warning"), at, 2)

    def _difference(self, case: Case, field: RecoveredField) -> QLabel:
        before, after = changed_parts(
            *(_shown(case, field.path, each) for each in (field.before, field.after))
        )
        text = f"{before} → {after}" if before else after or self.tr("（清空）")
        return words(text, tone="muted" if not after else "", wraps=True)

    def _choose(self, case_id: str, place: str) -> None:
        self.close_panel()
        self._go_to(case_id, place)


def recovery_message(recovered: Recovered, show: Callable[[], None]) -> Message:
    """Return what is said when the window opens again."""
    translate = QCoreApplication.translate
    if not recovered.records and not recovered.drafts:
        text = translate("Recovered", "上次没有正常关闭；一切都在")
        return Message(text, Tone.OK, topic="recovered")
    forms = len(recovered.drafts)
    fields = forms + sum(len(_typed_fields(each)) for each in recovered.records)
    drafts = sum(each.is_draft for each in recovered.records)
    text = translate("Recovered", "上次没有正常关闭；以下内容已恢复：{records} 件 {fields} 处")
    if drafts:
        text += translate("Recovered", "，其中未登记的草稿 {drafts} 件")
    if forms:
        text += translate("Recovered", "，其中没有提交的表单 {forms} 份")
    records = len(recovered.records) + forms
    text = text.format(records=records, fields=fields, drafts=drafts, forms=forms)
    look = translate("Recovered", "查看")
    return Message(text, Tone.WARNING, look, show, topic="recovered")


def _typed_fields(record: RecoveredRecord) -> list[RecoveredField]:
    return [each for each in record.fields if _is_typed(record.case, each)]


def _is_typed(case: Case | None, field: RecoveredField) -> bool:
    """Return whether this is a fact that a person gives, no id and no place in a list."""
    if case is None:
        return True
    if field.before is None and field.path.rpartition("/")[2] in _GIVEN:
        return False
    kind = type_at(field.path)
    is_fact = kind is not None and (kind is Money or not is_dataclass(kind))
    return is_fact and bool(field.before or field.after)


def _field_place(path: str) -> str:
    """Return the place of the field behind a path; what could not be read is listed apart."""
    if not path.startswith("unfinished/"):
        return path
    return path.split("/")[1].replace("~1", "/").replace("~0", "~")


def _name(case: Case, path: str) -> str:
    if not case.id:
        source = _OF_COMMITTEE.get(path)
        of_roster = QCoreApplication.translate("Recovered", "名册和其他")
        return QCoreApplication.translate("Recovered", str(source)) if source else of_roster
    return place_name(path, case)


def _shown(case: Case, path: str, value: FieldValue) -> str:
    return " ".join(value_words(path, value, case).split())


def changed_parts(before: str, after: str) -> tuple[str, str]:
    """Return two texts without what they have in common, but for some words around it."""
    if not before or max(len(before), len(after)) <= _SHOWN_LENGTH:
        return _short(before), _short(after)
    same = _alike(before, after)
    end = _alike(before[same:][::-1], after[same:][::-1])
    start = max(0, same - _AROUND)
    parts = (each[start : max(same, len(each) - end + _AROUND)] for each in (before, after))
    begin = "…" if start else ""
    first, second = (f"{begin}{_short(each)}" for each in parts)
    return first, second


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((no for no, (a, b) in pairs if a != b), min(len(one), len(other)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
