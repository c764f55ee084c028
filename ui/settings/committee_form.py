"""What the letterhead and the case numbers are made of."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_app.domain.committees import Committee
from ui.fields.line_edit import LineEdit
from ui.measures import limit, space
from ui.styling import words

LABEL_PX = 116


class CommitteeForm(QWidget):
    """The committee's facts, except its roster."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = Committee()
        self.fields = {
            "name": self._field(self.tr("例：云临区金融消费纠纷人民调解委员会")),
            "station": self._field(self.tr("例：崂山工作站")),
            "address": self._field(self.tr("印在文书上的详细地址")),
            "phone": self._field(self.tr("例：0532-88880000")),
            "seal_name": self._field(self.tr("印章上的名称，留空则用调委会名称")),
            "court": self._field(self.tr("办理司法确认的基层人民法院")),
            "case_word": self._field(self.tr("例：云临金人调字")),
            "recorder": self._field(self.tr("新案件默认的记录人")),
        }
        titles = (
            self.tr("调委会名称"),
            self.tr("工作站"),
            self.tr("地址"),
            self.tr("电话"),
            self.tr("印章名称"),
            self.tr("管辖法院"),
            self.tr("案号用字"),
            self.tr("记录人"),
        )
        grid = QGridLayout(self)
        space(grid, 10, (0, 0, 0, 0))
        for at, (field, title) in enumerate(zip(self.fields.values(), titles, strict=True)):
            label = words(title, wraps=True)
            label.setBuddy(field)
            limit(label, minimumWidth=LABEL_PX, maximumWidth=LABEL_PX)
            field.setAccessibleName(title)
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, at, 1)
        self.number = words("", role="caption", wraps=True)
        grid.addWidget(self.number, len(self.fields), 1)
        grid.setRowStretch(len(self.fields) + 1, 1)
        self._show_number()

    def show_committee(self, committee: Committee) -> None:
        """Show what is stored; a field that was edited meanwhile stays as it is."""
        for name, field in self.fields.items():
            value, before = getattr(committee, name), getattr(self._shown, name)
            if field.text().strip() == before != value:
                field.setText(value)
        self._shown = committee
        self._show_number()

    def put_committee(self, committee: Committee) -> None:
        """Show another committee in every field, as undo does."""
        for name, field in self.fields.items():
            value = getattr(committee, name)
            if field.text().strip() != value:
                field.setText(value)
        self._show_number()

    def applied_to(self, committee: Committee) -> Committee:
        """Return the committee with what stands in the fields."""
        values: dict[str, Any] = {
            name: field.text().strip() for name, field in self.fields.items()
        }
        return replace(committee, **values)

    def _field(self, placeholder: str) -> LineEdit:
        field = LineEdit()
        field.setPlaceholderText(placeholder)
        field.textEdited.connect(self._on_edited)
        return field

    def _on_edited(self) -> None:
        self._show_number()
        self.edited.emit()

    def _show_number(self) -> None:
        word = self.fields["case_word"].text().strip() or self.tr("人调字")
        number = f"（2026）{word}第1号"
        self.number.setText(self.tr("例：{number}").format(number=number))
