"""The identity document of a person: its kind, and its number in groups."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from mediation_app.domain.identifiers.identity import Identity, IdentityKind
from ui.fields.line_field import LineField
from ui.fields.readers import IdentityReader
from ui.measures import limit
from ui.sentences import term
from ui.styling import row

KIND_PX = 116


class IdentityField(LineField):
    """The number is read by the rule of the kind beside it."""

    def __init__(
        self, label: str, today: Callable[[], date], *, is_required: bool = False
    ) -> None:
        self._today = today
        self.kinds = QComboBox()
        for kind in IdentityKind:
            self.kinds.addItem(term(kind.value), kind)
        self.kinds.setAccessibleName(f"{label}：{self.kinds.tr('证件类型')}")
        self.kinds.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kinds.view().setMinimumWidth(0)
        limit(self.kinds, minimumWidth=KIND_PX, maximumWidth=KIND_PX)
        super().__init__(
            label, IdentityReader(IdentityKind.RESIDENT_ID, today), is_required=is_required
        )
        self.kinds.activated.connect(self._on_kind_chosen)

    @property
    def is_active(self) -> bool:
        """True while the person is in the number or its kind."""
        return self.line.hasFocus() or self.kinds.hasFocus()

    def show_value(self, value: object) -> None:
        """Show an identity; nobody is told."""
        if isinstance(value, Identity):
            self._show_kind(value.kind)
        super().show_value(value)

    def _show_kind(self, kind: IdentityKind) -> None:
        self.kinds.setCurrentIndex(list(IdentityKind).index(kind))
        self.set_reader(IdentityReader(kind, self._today))

    def _on_kind_chosen(self, index: int) -> None:
        self.set_reader(IdentityReader(list(IdentityKind)[index], self._today))
        self.show_text(self.reader.shape(self.line.text()))
        self.edited.emit(self.entry())

    def body(self) -> QWidget | QLayout:
        """Return the kind and the number, side by side."""
        return row(self.kinds, self.line, spacing=6)
