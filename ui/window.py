"""The main window: it holds the pages and connects them with what surrounds them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.domain.recovery import Recovered
from mediation_app.domain.syncing import Link, SyncState
from mediation_app.errors import MediationError
from ui.case.others import OVERRULED
from ui.frame.conflict_banner import ConflictBanner
from ui.frame.demo_banner import DemoBanner
from ui.frame.details import Details, KeyList
from ui.frame.message_bar import ANSWER_KEY, CLOSE_KEY, MessageBar
from ui.frame.page_stack import PageStack
from ui.frame.rail import PageEntry, Rail
from ui.frame.status_line import StatusLine, worst_of
from ui.frame.top_bar import TopBar
from ui.keeping import Keeping, ask_before_leaving
from ui.pages import Message, Page, SaveState, SaveStep, Tone, Workplace
from ui.panel import Panel
from ui.preferences import Preferences
from ui.recovered import RecoveredPanel, recovery_message
from ui.reminding import Reminding
from ui.search.search_box import SearchBox
from ui.sentences import told
from ui.styling import column, row
from ui.sync_words import long_words, who_words
from ui.taking_back import TakingBack

SMALLEST_PX = (880, 560)
FIRST_SIZE_PX = (1280, 720)


class MainWindow(QMainWindow):
    """The window of the desk."""

    own_station_wanted = Signal()
    """The person looked at the samples long enough and wants a database of their own."""
    gone = Signal()
    """Everything is stored and the window is closed."""

    def __init__(
        self, place: Workplace, preferences: Preferences, entries: tuple[PageEntry, ...]
    ) -> None:
        super().__init__()
        self._place = place
        self._preferences = preferences
        self._may_lose_text = False
        self._save_states: dict[QObject, SaveState] = {}
        self._entries = tuple(each for each in entries if each.is_on_rail)
        self.messages = MessageBar()
        self._commands = self._make_commands()
        self.rail = Rail(entries)
        self.conflict_banner = ConflictBanner()
        self.stack = PageStack(entries)
        self.status = StatusLine()
        self.search = SearchBox(
            place.desk, place.tasks, place.sync_tasks, self._searchable_actions
        )
        self._told: Details | None = None
        self.top_bar = TopBar(self.search, place.desk.author, self._person_actions())
        self.setCentralWidget(self._body())
        self._connect()
        self.setWindowTitle(self.tr("金融消费纠纷人民调解工作台"))
        self.setMinimumSize(*SMALLEST_PX)
        self._take_remembered_place()
        if preferences.were_damaged:
            text = self.tr("设置文件已损坏，现已恢复默认设置；原文件另存为 settings.damaged")
            self.messages.show_message(Message(text, Tone.WARNING))

    def begin(self) -> None:
        """Show the page that was in front last time, and whose desk this is."""
        self._place.drafts.load()
        keys = [each.key for each in self._entries]
        last = self._preferences.now.last_page
        self.stack.go(last if last in keys else keys[0])
        self._load_committee()
        self._place.news.begin()
        desk, tasks = self._place.desk, self._place.tasks
        tasks.run(self, desk.recovery.begin, self._on_recovered)
        tasks.run(self, desk.bin.tidy, lambda _: None)

    def open_case(self, chosen: str) -> None:
        """Bring a case to the front, at a place of it where one is named after a blank."""
        case_id, _, place = chosen.partition(" ")
        self.stack.go("case", case_id)
        self.stack.show_place(place)

    def open_field(self, case_id: str, place: str) -> None:
        """Bring the field of a case to the front; of the committee where the id is empty."""
        if case_id:
            self.open_case(case_id)
        else:
            self.stack.go("settings")
        page = self.stack.page_in_front()
        if page is not None and place:
            page.go_to(place)

    def open_conflict(self, case_id: str = "", path: str = "") -> None:
        """Bring the conflicts to the front, beginning with this one."""
        self.stack.go("conflicts", f"{case_id} {path}".strip())

    # --- building -------------------------------------------------------------

    def _body(self) -> QWidget:
        right = column(
            self.top_bar,
            self.conflict_banner,
            self.messages,
            self.stack,
            self.status,
            spacing=0,
        )
        if self._place.desk.is_demo:
            banner = DemoBanner()
            banner.own_station_wanted.connect(self.own_station_wanted)
            right.insertWidget(0, banner)
        right.setStretchFactor(self.stack, 1)
        body = QWidget()
        body.setLayout(row(self.rail, right, spacing=0))
        return body

    def _make_commands(self) -> list[QAction]:
        self._command(self.tr("搜索案件和命令"), "Ctrl+K", lambda: self.search.open_hits())  # noqa: PLW0108
        self._command(self.tr("登记新的纠纷"), "Ctrl+N", self._opener("intake"))
        for number, entry in enumerate(self._entries, 1):
            text = self.tr("打开“{page}”").format(page=entry.title)
            self._command(text, f"Alt+{number}", self._opener(entry.key))
        self._command(self.tr("立即保存"), "Ctrl+S", self._on_save)
        self._command(self.tr("撤销"), "Ctrl+Z", self._place.undo.undo)
        self._command(self.tr("重做"), "Ctrl+Shift+Z Ctrl+Y", self._place.undo.redo)
        self._command(self.tr("立即同步"), "F5", self._on_sync_now)
        self._command(self.tr("查看冲突"), "F7", self.open_conflict)
        self._command(self.tr("放大"), "Ctrl+= Ctrl++", partial(self._preferences.zoom_by, 1))
        self._command(self.tr("缩小"), "Ctrl+-", partial(self._preferences.zoom_by, -1))
        self._command(
            self.tr("原始大小"), "Ctrl+0", partial(self._preferences.change, zoom_percent=100)
        )
        self._command(self.tr("切换浅色和深色"), "Ctrl+Shift+L", self._on_scheme)
        self._command(self.tr("代班和交接"), "Ctrl+Shift+H", self._opener("handover"))
        self._command(self.tr("快捷键"), "? Shift+? F1", self._on_keys)
        self._command(self.tr("做消息里提示的事"), ANSWER_KEY, self.messages.answer_newest)
        self._command(self.tr("关闭消息"), CLOSE_KEY, self.messages.close_newest)
        self._command(self.tr("后退一步"), "Esc", self._on_step_back)
        self._command(self.tr("退出"), "Ctrl+Q", self.close)
        return self.actions()

    def _command(self, text: str, keys: str, slot: Callable[[], object]) -> None:
        """Add a command; the first of its keys is the one that is shown."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        action.triggered.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
        self.addAction(action)

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self.stack.go(key)

    def _person_actions(self) -> list[QAction]:
        keys = {"Ctrl+Shift+H", "Ctrl+Shift+L", "?", "Ctrl+Q"}
        chosen = [each for each in self._commands if each.shortcut().toString() in keys]
        settings = self._command_for("settings")
        return [settings, *chosen] if settings is not None else chosen

    def _command_for(self, page_key: str) -> QAction | None:
        for number, entry in enumerate(self._entries, 1):
            if entry.key == page_key:
                wanted = QKeySequence(f"Alt+{number}")
                return next(each for each in self._commands if each.shortcut() == wanted)
        return None

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self._on_page_wanted)
        self.top_bar.intake_asked.connect(self._opener("intake"))
        self.search.case_chosen.connect(self.open_case)
        self.search.progress_told.connect(self._on_progress_told)
        self.search.focus_returned.connect(self.stack.focus_page)
        self.stack.page_built.connect(self._on_page_built)
        self.stack.page_shown.connect(self._on_page_shown)
        self.status.saving_asked.connect(self._on_saving_asked)
        self.status.sync_asked.connect(self._on_sync_asked)
        self.status.to_send_asked.connect(self._on_sync_asked)
        self.status.conflicts_asked.connect(lambda _: self.open_conflict())
        self.status.refused_asked.connect(lambda _: self.stack.go("sync"))
        self.status.station_asked.connect(self._on_station_asked)
        self.conflict_banner.conflicts_wanted.connect(self.open_conflict)
        self._place.news.state_changed.connect(self._on_state_changed)
        self._place.news.conflicts_changed.connect(self._on_conflicts_changed)
        self._place.news.agenda.told.connect(self.rail.show_numbers)
        place = self._place
        TakingBack(place.undo, self.stack, self.messages)
        self._keeping = Keeping(self, place, self.stack.pages)
        self._keeping.save_state.connect(lambda state: self._on_save_state(self._keeping, state))
        Reminding(place, self.messages.show_message, self._opener("today"), self)
        for tasks in (place.tasks, place.paper_tasks, place.sync_tasks):
            tasks.refused.connect(self._on_refused)
        self._place.tasks.changed.connect(self._on_changed)

    # --- pages ----------------------------------------------------------------

    def _on_page_built(self, page: Page) -> None:
        page.case_chosen.connect(self.open_case)
        page.page_wanted.connect(self._on_page_wanted)
        page.session_wanted.connect(lambda case_id: self.stack.go("session", case_id))
        page.finished.connect(self._on_page_finished)
        page.conflict_chosen.connect(self.open_conflict)
        page.message.connect(self.messages.show_message)
        page.save_state.connect(lambda state: self._on_save_state(page, state))

    def _on_page_wanted(self, key: str) -> None:
        self.stack.go(key)

    def _on_page_finished(self, case_id: str) -> None:
        if case_id:
            self.stack.replace("case", case_id)
        else:
            self.stack.replace("cases")

    def _on_page_shown(self, key: str, subject: str) -> None:
        self.messages.go_to(f"{key} {subject}")
        self.conflict_banner.stand_back(is_there=key == "conflicts")
        on_rail = {each.key for each in self._entries}
        self.rail.show_in_front(key if key in on_rail else "cases")
        if key in on_rail:
            self._preferences.change(last_page=key)
        self._yield_keys_to_page()

    def _yield_keys_to_page(self) -> None:
        """Let a key do what the page in front uses it for; Qt would do neither of the two."""
        page = self.stack.page_in_front()
        taken = {each.shortcut() for each in page.actions()} if page is not None else set()
        for command in self._commands:
            command.setEnabled(command.shortcut() not in taken)

    def _on_step_back(self) -> None:
        """Close what is open last: search, panels, what is open on the page, the page."""
        if self.search.step_back():
            return
        panels = [each for each in self.findChildren(Panel) if each.isVisible()]
        for panel in panels:
            panel.close_panel()
        page = self.stack.page_in_front()
        if not panels and (page is None or not page.step_back()):
            self.stack.go_back()

    def _all_actions(self) -> list[QAction]:
        return [*self._actions_here(), *self._commands]

    def _actions_here(self) -> list[QAction]:
        page = self.stack.page_in_front()
        return [each for each in page.actions() if each.isVisible()] if page is not None else []

    def _searchable_actions(self) -> list[QAction]:
        keys = (QKeySequence("Ctrl+K"), QKeySequence("Esc"))
        return [each for each in self._all_actions() if each.shortcut() not in keys]

    # --- saving ---------------------------------------------------------------

    def _on_save_state(self, whose: QObject, state: SaveState) -> None:
        self._save_states[whose] = state
        self.status.show_saving(worst_of(tuple(self._save_states.values())))

    def _on_save(self) -> None:
        page = self.stack.page_in_front()
        if page is not None:
            page.leave()

    def _is_anything_unsaved(self) -> bool:
        return any(each.step is not SaveStep.SAVED for each in self._save_states.values())

    def _on_refused(self, error: MediationError) -> None:
        self.messages.show_message(Message(told(error), Tone.ERROR))

    def _on_recovered(self, recovered: Recovered | None) -> None:
        """Say what was typed before a crash, and show it on demand."""
        if recovered is not None:

            def show() -> None:
                ways = (self.open_field, self.stack.open_form)
                RecoveredPanel(self, recovered, *ways).open_at(self.status.saving)

            self.messages.show_message(recovery_message(recovered, show))

    # --- whose desk -----------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_committee_changed:
            self._load_committee()

    def _load_committee(self) -> None:
        self._place.tasks.run(self, self._place.desk.setup.committee, self._show_committee)

    def _show_committee(self, committee: Committee) -> None:
        name = committee.station or committee.name
        self.status.show_station(name, is_demo=self._place.desk.is_demo)

    # --- the centre -----------------------------------------------------------

    def _on_sync_now(self) -> None:
        sync = self._place.desk.sync
        if self._place.news.state.link is Link.NONE:
            self.stack.go("sync")
        else:
            self._place.sync_tasks.run(self, sync.sync_now, lambda _: None)

    def _on_state_changed(self, state: SyncState) -> None:
        self.status.show_link(state)
        self.top_bar.show_person(state.person or self._place.desk.author)

    def _on_conflicts_changed(self) -> None:
        count = len(self._place.news.conflicts)
        self.status.show_conflicts(count)
        self.conflict_banner.show_count(count)
        cases = {each.case_id for each in self._place.news.conflicts}
        for notice in self.messages.notices():
            kind, _, about = notice.message.topic.partition(" ")
            if kind == OVERRULED and about.split(" ")[0] not in cases:
                self.messages.clear_topic(notice.message.topic)

    # --- details --------------------------------------------------------------

    def _on_keys(self) -> None:
        groups = [(self.tr("这一页"), self._actions_here()), (self.tr("到处"), self._commands)]
        KeyList(self, groups).open_at(self.top_bar.person)

    def _on_progress_told(self, lines: list[str]) -> None:
        if self._told is not None:
            self._told.close_panel()
        told = Details(self, self.tr("办理进度"), lines)
        told.closed.connect(self._on_told_closed)
        told.open_at(self.search)
        self._told = told

    def _on_told_closed(self) -> None:
        self._told = None

    def _on_saving_asked(self, part: QPushButton) -> None:
        sentences = [
            self.status.saving.whole_text(),
            self.tr("输入的内容两秒内写入本机的加密数据库，不需要手动保存；断电也不会丢失。"),
        ]
        Details(self, self.tr("保存"), sentences).open_at(part)

    def _on_sync_asked(self, part: QPushButton) -> None:
        state = self._place.news.state
        sentences = [*long_words(state), who_words(state)]
        details = Details(self, self.tr("同步"), [each for each in sentences if each])
        page = self._command_for("sync")
        if page is not None:
            details.add_button(page)
        details.open_at(part)

    def _on_station_asked(self, part: QPushButton) -> None:
        sentences = [self.status.station.whole_text()]
        if self._place.desk.is_demo:
            sentences.append(self.tr("这里的人物、机构和案件都是虚构的，用来练习，不会同步。"))
        details = Details(self, self.tr("工作站"), sentences)
        settings = self._command_for("settings")
        if settings is not None:
            details.add_button(settings)
        details.open_at(part)

    # --- look -----------------------------------------------------------------

    def _on_scheme(self) -> None:
        is_dark = (
            self.palette().window().color().lightness() < self.palette().text().color().lightness()
        )
        self._preferences.change(scheme="light" if is_dark else "dark")

    def _take_remembered_place(self) -> None:
        remembered = QByteArray.fromBase64(self._preferences.now.window_place.encode())
        if remembered.isEmpty() or not self.restoreGeometry(remembered):
            self.resize(*FIRST_SIZE_PX)

    # --- the end --------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything typed; ask only if something could not be stored."""
        self._keeping.keep()
        self._place.tasks.finish()
        if self._is_anything_unsaved() and not self._may_lose_text:
            event.ignore()
            ask_before_leaving(self, self.status.saving.whole_text(), self._leave_anyway)
            return
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.change(window_place=place)
        self._place.tasks.run(self, self._place.desk.recovery.end, lambda _: None)
        self._place.tasks.finish()
        event.accept()
        self.gone.emit()

    def _leave_anyway(self) -> None:
        self._may_lose_text = True
        self.close()
