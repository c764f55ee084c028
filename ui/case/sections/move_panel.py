"""Chooses the case to which a file belongs that came into the wrong one."""

from PySide6.QtWidgets import QWidget

from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import CaseLine
from ui.fields.choosing_panel import ChoosingPanel
from ui.measures import limit
from ui.pages import Workplace
from ui.styling import column, words

_MOST_SHOWN = 12


class MovePanel(ChoosingPanel):
    """A line to find a case with, and the cases that fit; the id of a case is chosen."""

    def __init__(self, window: QWidget, place: Workplace, own_id: str, name: str) -> None:
        super().__init__(window)
        self._place = place
        self._own_id = own_id
        self.line.setPlaceholderText(self.tr("姓名 / 拼音 / 案号 / 电话尾号"))
        self.line.setAccessibleName(self.tr("查找案件"))
        self.line.textChanged.connect(self._search)
        self.list.setAccessibleName(self.tr("移到哪一件案件"))
        what = self.tr("“{name}”移到其他案件").format(name=name)
        heading = words(what, role="heading", wraps=True)
        told = words(self.tr("两件案件的流水都会记下这次移动"), tone="muted", wraps=True)
        self.setLayout(column(heading, told, self.line, self.list, margins=16))
        limit(self, minimumWidth=440, maximumWidth=440, minimumHeight=360)
        self._search()

    def _search(self) -> None:
        typed, lines = self.line.text().strip(), self._place.desk.lookup.lines
        self._place.tasks.run_latest(
            "move", self, lambda: lines(typed, _MOST_SHOWN), self._show_lines
        )

    def _show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        others = (each for each in lines if each.id != self._own_id)
        self.show_choices((self._words_of(each), str(each.id)) for each in others)

    def _words_of(self, line: CaseLine) -> str:
        names = "、".join(mask_name(name) for name in line.applicants)
        return f"{line.number or self.tr('草稿')}　{names}"
