"""The one box that finds people, cases and commands."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from mediation_app.domain.progress import Progress
from mediation_app.domain.query_codes import group_query_code, read_query_code
from mediation_app.errors import MediationError
from mediation_app.ports.queries import CaseLine
from mediation_app.services.desk import Desk
from ui.fields.composing import ComposingLine
from ui.icons import set_icon
from ui.measures import scaled
from ui.panel import Panel
from ui.search.hit_list import HitList
from ui.search.hits import Hit, case_hit, command_hits, fitting, sounds_of
from ui.sentences import spoken, told
from ui.styling import column, words
from ui.tasks import Tasks

MOST_CASES = 8
MOST_COMMANDS_WITH_CASES = 6
AROUND_HITS_PX = 30
"""Between the field and the foot of the window, besides the hits themselves."""
PANEL_MARGIN_PX = 6


class SearchBox(ComposingLine):
    """A field that stays where it is; what it finds hangs below it in the same window.

    No popup: input methods compose in the field while the hits are shown.
    """

    case_chosen = Signal(str)
    progress_told = Signal(object)
    """The lines about the case whose query code was typed, or why there are none."""
    focus_returned = Signal()
    """The search is over; the page goes on."""

    def __init__(
        self, desk: Desk, tasks: Tasks, sync_tasks: Tasks, actions: Callable[[], list[QAction]]
    ) -> None:
        super().__init__()
        self._lookup = desk.lookup
        self._progress = desk.progress
        self._tasks = tasks
        self._sync_tasks = sync_tasks
        self._actions = actions
        self._sounds: dict[str, tuple[str, ...]] = {}
        self._lines: tuple[CaseLine, ...] = ()
        self._panel: Panel | None = None
        self.hits = HitList()
        self._nothing = words(self.tr("没有找到，换一个姓名、案号或电话尾号试试"), tone="muted")
        self.setPlaceholderText(self.tr("姓名 / 拼音 / 案号 / 电话尾号 / 命令"))
        self.setAccessibleName(self.tr("搜索案件和命令"))
        self.setToolTip(self.tr("搜索案件和命令  Ctrl+K"))
        self._sign = QLabel(self)
        self._key = words("Ctrl K", role="key")
        self._key.setParent(self)
        set_icon(self._sign, "search")
        for label in (self._sign, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textEdited.connect(self._on_edited)
        self.hits.activated.connect(self._choose)

    def open_hits(self) -> None:
        """Take the focus and show what can be done."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._learn_sounds()
        self._search()

    def close_hits(self) -> None:
        """Hide the hits and forget what was typed."""
        self.clear()
        if self._panel is not None:
            self._panel.close_panel()

    def step_back(self) -> bool:
        """Answer Esc: close the hits, or give the focus back; False where nothing is open."""
        is_busy = self.are_hits_open() or self.hasFocus()
        self.close_hits()
        if is_busy:
            self._give_focus_back()
        return is_busy

    def are_hits_open(self) -> bool:
        """Return whether something hangs below the field."""
        return self._panel is not None and not self._panel.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the hits, choose one, or step back."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.are_hits_open():
            self.hits.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.are_hits_open():
            self._choose()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QEvent) -> None:
        """Show what can be done when clicked."""
        super().mousePressEvent(event)  # type: ignore[arg-type]
        if not self.are_hits_open():
            self._learn_sounds()
            self._search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at the left and the key at the right."""
        super().resizeEvent(event)
        gap = scaled(10)
        self._sign.adjustSize()
        self._key.adjustSize()
        middle = self.height() // 2
        self._sign.move(gap, middle - self._sign.height() // 2)
        self._key.move(self.width() - self._key.width() - gap, middle - self._key.height() // 2)
        self.setTextMargins(self._sign.width() + scaled(6), 0, self._key.width() + scaled(6), 0)

    def _on_edited(self) -> None:
        self._search()

    def _search(self) -> None:
        text = self.text().strip()
        self._show()
        self._tasks.run_latest(
            "search", self, lambda: self._lookup.lines(text, MOST_CASES), self._on_found
        )

    def _on_found(self, lines: tuple[CaseLine, ...]) -> None:
        self._lines = lines
        if self.hasFocus() or self.are_hits_open():
            self._show()

    def _learn_sounds(self) -> None:
        texts = tuple(action.text() for action in self._actions())
        if any(text not in self._sounds for text in texts):
            self._tasks.run_latest("sounds", self, lambda: sounds_of(texts), self._on_sounds)

    def _on_sounds(self, sounds: dict[str, tuple[str, ...]]) -> None:
        self._sounds.update(sounds)
        if self.are_hits_open() and self.text():
            self._show()

    def _show(self) -> None:
        typed = self.text()
        commands = fitting(command_hits(self._actions(), self._sounds), typed)
        cases = [case_hit(line, self._open_case) for line in self._lines]
        hits = [*commands, *cases] if not typed.strip() else [*cases, *commands]
        if typed.strip() and cases:
            hits = [*cases, *commands[:MOST_COMMANDS_WITH_CASES]]
        codes = self._code_hits(typed)
        # Nine letters may be the pinyin of a name as well.
        is_sure = any(sign.isdigit() for sign in typed)
        self._show_hits([*codes, *hits] if is_sure else [*hits, *codes])

    def _code_hits(self, typed: str) -> list[Hit]:
        """Return the way to the four lines for whoever shows the code that was typed."""
        code = read_query_code(typed)
        if not code:
            return []
        text = self.tr("查询码 {code}").format(code=group_query_code(code))
        return [Hit(text, self.tr("看办理进度"), "", lambda: self._tell_progress(code))]

    def _tell_progress(self, code: str) -> None:
        self._tasks.run(
            self,
            lambda: self._progress.at_this_desk(code),
            lambda found: self._on_looked(code, found),
            self._on_trouble,
        )

    def _on_looked(self, code: str, found: Progress | None) -> None:
        """Tell what this desk knows, or ask the centre beside all other work."""
        if found is not None:
            self._on_progress(found)
            return
        self.progress_told.emit([self.tr("本站没有这个查询码的案件，正在向中心库查询…")])
        self._sync_tasks.run(
            self, lambda: self._progress.of_code(code), self._on_progress, self._on_trouble
        )

    def _on_progress(self, progress: Progress) -> None:
        self.progress_told.emit([spoken(each) for each in progress.lines()])

    def _on_trouble(self, error: MediationError) -> None:
        self.progress_told.emit([told(error)])

    def _show_hits(self, hits: list[Hit]) -> None:
        panel = self._panel or self._make_panel()
        below = self.mapTo(self.window(), self.rect().bottomLeft()).y()
        self.hits.show_hits(hits, self.window().height() - below - scaled(AROUND_HITS_PX))
        self.hits.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        panel.setFixedWidth(self.width())
        if panel.isHidden():
            panel.open_at(self, takes_focus=False)
        panel.place()

    def _make_panel(self) -> Panel:
        self._panel = Panel(self.window())
        margin = PANEL_MARGIN_PX
        self._panel.setLayout(column(self._nothing, self.hits, spacing=0, margins=margin))
        return self._panel

    def _open_case(self, case_id: str) -> None:
        self.case_chosen.emit(case_id)

    def _choose(self) -> None:
        hit = self.hits.current_hit()
        if hit is None:
            return
        self.close_hits()
        self._give_focus_back()
        hit.choose()

    def _give_focus_back(self) -> None:
        self.focus_returned.emit()
