"""The parts of a case on the left, with their counts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from mediation_app.domain.cases import Case
from mediation_app.domain.effect import signatures_needed
from ui.case.sections.signing import signed_on
from ui.measures import scaled

WIDTH_PX, MOST_PX = 116, 148
_AROUND_PX = 30
"""Left and right of the words, with the bar that scrolls."""
_ROW_PX = 34


class SectionList(QListWidget):
    """One row a part."""

    section_chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = dict(titles)
        self.setAccessibleName(self.tr("案件内容"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, title in self._titles.items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.addItem(item)
        self._set_heights()
        self._set_width()
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._on_row)

    @property
    def chosen(self) -> str:
        """The key of the part that is shown."""
        return list(self._titles)[max(self.currentRow(), 0)]

    def choose(self, key: str) -> None:
        """Show another part."""
        self.setCurrentRow(list(self._titles).index(key))

    def step(self, by: int) -> None:
        """Show the next part or the one before."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def show_counts(self, case: Case) -> None:
        """Show how much is in each part."""
        counts = counts_of(case)
        for row_no, (key, title) in enumerate(self._titles.items()):
            text = f"{title}　{counts[key]}" if counts.get(key) else title
            self.item(row_no).setText(text)
            self.item(row_no).setToolTip(text)
        self._set_width()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_heights()
            self._set_width()

    def _set_width(self) -> None:
        """Take the width of the longest words, within reason."""
        texts = (self.item(no).text() for no in range(self.count()))
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        wanted = max(widest + scaled(_AROUND_PX), scaled(WIDTH_PX))
        self.setFixedWidth(min(wanted, scaled(MOST_PX)))

    def _set_heights(self) -> None:
        for row_no in range(self.count()):
            self.item(row_no).setSizeHint(QSize(scaled(60), scaled(_ROW_PX)))

    def _on_row(self, row_no: int) -> None:
        if row_no >= 0:
            self.section_chosen.emit(list(self._titles)[row_no])


def counts_of(case: Case) -> dict[str, str]:
    """Return what stands behind the titles."""
    signers = signatures_needed(case) if case.agreement else ()
    signed = sum(signed_on(case, each) is not None for each in signers)
    received = sum(each.is_received for each in case.materials)
    return {
        "parties": str(len(case.parties) or ""),
        "materials": f"{received}/{len(case.materials)}" if case.materials else "",
        "mediation": str(len(case.meetings) or ""),
        "agreement": str(len(case.agreement.terms) or "") if case.agreement else "",
        "signing": f"{signed}/{len(signers)}" if signers else "",
    }
