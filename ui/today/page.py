"""The page of today: what is due, for whom somebody waits, what has no next step."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.boards import RESULTS, TASKS, Board
from mediation_app.domain.cases import CaseId
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.services.agenda import BOARD_NAMES, View
from mediation_app.settings import Settings
from ui.agenda_watch import Numbers
from ui.elided import Elided
from ui.fields.entries import Entry
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.fields.wrapping_row import WrappingRow
from ui.measures import limit, scaled, space
from ui.pages import Message, Page, Tone, Workplace
from ui.paper.sheet_output import SheetOutput
from ui.preferences import Preferences
from ui.schedule.readers import WEEKDAYS
from ui.sentences import spoken, told
from ui.styling import button, column, mark, row, words
from ui.today.board_list import BoardList
from ui.today.model import BoardModel, WantedList
from ui.today.result_line import ResultLine
from ui.today.rows import Looker, Row, place_in_case
from ui.today.table import BoardTable
from ui.today.teaching import empty_state

EVERYBODY = "*"
"""Stands in the settings for the things of all colleagues."""
DAY_WIDTH_PX = 120
PERSON_WIDTH_PX, PERSON_MOST_PX = 112, 128
BOARDS_PX = 180
"""The boards and, where the window is low, the bar with which they scroll."""
WIDE_PX = 900
"""From this width on all of the head stands in one line."""
TOPIC = "today"
DONE = frozenset({AgendaKind.PROMISE, AgendaKind.WAIT})


class TodayPage(Page):
    """Boards on the left, the list behind the chosen number on the right."""

    scrolls_inside = True

    def __init__(self, place: Workplace, preferences: Preferences) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("今日"))
        self._preferences = preferences
        self._watch = place.news.agenda
        self._day: date | None = None
        self._roster: tuple[str, ...] = ()
        self._last_person = ""
        self.board = Board.TODAY
        self.boards = BoardList()
        self.results = ResultLine(self.boards.group)
        self.model = BoardModel(place.desk.agenda, place.tasks, self)
        self.table = BoardTable(self.model)
        self.table.set_measures(preferences.now.row_height)
        self.person = self._person_box()
        self.day = self._day_field()
        self.state = Elided(role="caption")
        self.shown = QStackedWidget()
        self._nothing = QLabel()
        to_overdue = partial(self.choose, Board.OVERDUE)
        self._empty = {
            board: empty_state(board, to_overdue if board is Board.TODAY else None)
            for board in Board
        }
        for each in (self._nothing, self.table, *self._empty.values()):
            self.shown.addWidget(each)
        self.done = button("", self.do_done, hint="Ctrl+D")
        self.open = button(self.tr("打开案件"), self.open_current, kind="primary", hint="Enter")
        self.setLayout(self._layout())
        self._output = SheetOutput(place, self)
        self._add_commands()
        self._connect()
        self.boards.choose(self.board)
        self._show_current()
        self.setFocusProxy(self.table)

    def enter(self, subject: str = "") -> None:
        """Look again: another day may have begun since."""
        del subject
        self.place.tasks.run(self, self.place.desk.agenda.people, self._show_people)
        self._watch.look()

    def step_back(self) -> bool:
        """Take the day filter off first."""
        if self._day is None and not self.day.line.text():
            return False
        self.day.line.clear()
        self._on_day(Entry("", None))
        self.table.setFocus()
        return True

    # --- building -------------------------------------------------------------

    def _layout(self) -> QHBoxLayout:
        printing = button(
            self.tr("打印登记表"),
            self.print_register,
            icon="printer",
            hint=self.tr("打印今日时限登记表  Ctrl+P"),
        )
        self._controls = QWidget()
        # Left to themselves, the three kinds differ by a pixel or two in height.
        for each in (self.person, self.day.line, printing):
            mark(each, density="row")
        self._controls.setLayout(
            WrappingRow((self.person, self.day, printing), gap_px=8, from_top=True)
        )
        self._foot = row(None, margins=(0, 0, 0, 12))
        self._title = row(words(self.tr("今日"), role="title"), self.state, None, spacing=12)
        self._head = QGridLayout()
        space(self._head, 8, (0, 0, 0, 0))
        self._head.addLayout(self._title, 0, 0)
        self._head.setColumnStretch(0, 1)
        self._right = column(
            self._head, self.shown, self._foot, spacing=12, margins=(8, 16, 20, 0)
        )
        self._right.setStretchFactor(self.shown, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = QWidget()
        beside.setObjectName("sheet")
        self._beside = column(self.boards, None)
        beside.setLayout(self._beside)
        area.setWidget(beside)
        limit(area, minimumWidth=BOARDS_PX, maximumWidth=BOARDS_PX)
        left = column(area, margins=(12, 16, 0, 0))
        whole = row(left, self._right, spacing=0)
        whole.setStretchFactor(self._right, 1)
        self._place(is_wide=True)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what one chooses by under the title where there is no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(WIDE_PX)
        if is_wide != self._is_wide:
            self._place(is_wide=is_wide)

    def _place(self, *, is_wide: bool) -> None:
        """Spread the parts; a narrow window is low too, and what comes next stays in sight."""
        self._is_wide = is_wide
        self._head.addWidget(self._controls, 0 if is_wide else 1, 1 if is_wide else 0)
        for each in (self.done, self.open):
            (self._foot if is_wide else self._title).addWidget(each)
        if is_wide:
            self._right.insertWidget(2, self.results)
        else:
            self._beside.insertWidget(1, self.results)

    def _person_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("看谁的"))
        box.setToolTip(self.tr("我的 / 全站  Ctrl+M"))
        limit(box, minimumWidth=PERSON_WIDTH_PX, maximumWidth=PERSON_MOST_PX)
        box.addItem(self.tr("全站"), "")
        return box

    def _day_field(self) -> LineField:
        made = LineField(self.tr("只看这一天"), DateReader(self.place.desk.clock.today))
        without_label(made)
        made.line.setPlaceholderText(self.tr("某天到期"))
        made.line.setToolTip(self.tr("只看某一天到期的：11-26、下周三、+7  Ctrl+F"))
        limit(made, minimumWidth=DAY_WIDTH_PX, maximumWidth=DAY_WIDTH_PX)
        return made

    def _add_commands(self) -> None:
        self.add_command(self.tr("打开选中的案件"), "Ctrl+O", self.open_current)
        self.add_command(self.tr("办好了 / 已答复"), "Ctrl+D", self.do_done)
        self.add_command(self.tr("打印今日时限登记表"), "Ctrl+P", self.print_register)
        self.add_command(self.tr("登记表存为 PDF"), "Ctrl+Shift+P", self.save_register)
        self.add_command(self.tr("打印眼前的清单"), "Ctrl+Alt+P", self.print_list)
        self.add_command(self.tr("我的 / 全站"), "Ctrl+M", self.switch_person)
        self.add_command(self.tr("只看某一天"), "Ctrl+F", self.day.activate)
        for number, board in enumerate(TASKS, 1):
            text = self.tr("看板“{board}”").format(board=spoken(BOARD_NAMES[board]))
            self.add_command(text, f"Ctrl+{number}", partial(self.choose, board))
        for number, board in enumerate(RESULTS, 1):
            text = self.tr("本月结果“{board}”").format(board=spoken(BOARD_NAMES[board]))
            self.add_command(text, f"Ctrl+Alt+{number}", partial(self.choose, board))

    def _connect(self) -> None:
        self.boards.chosen.connect(self.choose)
        self.results.chosen.connect(self.choose)
        self.table.opened.connect(lambda _: self.open_current())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.model.loaded.connect(self._on_loaded)
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.person.currentIndexChanged.connect(lambda _: self._on_person())
        self.day.edited.connect(self._on_day)
        self._watch.told.connect(self._on_told)
        self._preferences.changed.connect(self._on_settings)
        self.place.tasks.changed.connect(self._on_changed)
        self._output.message.connect(self.message)

    # --- what a person does ------------------------------------------------------

    def choose(self, board: Board) -> None:
        """Show the list behind a number."""
        self.board = board
        (self.results if board in RESULTS else self.boards).choose(board)
        self._load(0)
        self.table.setFocus()

    def switch_person(self) -> None:
        """Look at everybody's things, or again at one's own."""
        mine = self.person.findData(self._last_person or self.place.desk.author)
        is_all = self.person.currentData() == ""
        self.person.setCurrentIndex(max(mine, 0) if is_all else 0)

    def open_current(self) -> None:
        """Open the case at the place where the chosen thing is seen to."""
        current = self._current
        if current is not None:
            item = current.line.item
            self.case_chosen.emit(f"{item.case_id} {place_in_case(item)}".strip())

    def do_done(self) -> None:
        """Note that the chosen thing is done, or that the party answered."""
        current = self._current
        if current is None or not self.done.isEnabled():
            return
        item, agenda = current.line.item, self.place.desk.agenda
        case_id, ref = CaseId(item.case_id), item.ref
        if item.kind in DONE:
            work, text = (lambda: agenda.finish(case_id, ref)), self.tr("已记为今天办好")
        else:
            work, text = (lambda: agenda.note_answer(case_id, ref)), self.tr("已记录答复：会到场")
        message = Message(text, Tone.OK, topic=TOPIC)
        self.place.tasks.run(self, work, lambda _: self.message.emit(message), self._on_refused)

    def print_register(self) -> None:
        """Print the limits entered and ended today and those that run, to be initialled."""
        register, person = self.place.desk.day_register, self._view.person
        self._output.print_sheet(
            self.tr("今日时限登记表"), lambda: register.print_register(person)
        )

    def save_register(self) -> None:
        """Save the same as a file."""
        register, person = self.place.desk.day_register, self._view.person
        self._output.save_sheet(self.tr("今日时限登记表"), lambda: register.print_register(person))

    def print_list(self) -> None:
        """Print the list of the board that is in front."""
        agenda, board, view = self.place.desk.agenda, self.board, self._view
        self._output.print_sheet(self.tr("事项清单"), lambda: agenda.print_register(board, view))

    # --- what happens ---------------------------------------------------------

    @property
    def _view(self) -> View:
        return View(self.person.currentData() or "", self._day)

    @property
    def _current(self) -> Row | None:
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _show_people(self, people: tuple[str, ...]) -> None:
        """Offer everybody on the roster; begin with the own things of whom the roster knows."""
        if people == self._roster and self.person.count() > 1:
            return
        self._roster = people
        chosen = self._preferences.now.today_person
        names = [*people, *({chosen, self.place.desk.author} - {*people, "", EVERYBODY})]
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("全站"), "")
        for name in names:
            is_me = name == self.place.desk.author
            self.person.addItem(
                self.tr("我的（{name}）").format(name=name) if is_me else name, name
            )
        wanted = chosen or (self.place.desk.author if self.place.desk.author in people else "")
        self.person.setCurrentIndex(max(self.person.findData(wanted), 0))
        self.person.blockSignals(False)
        self._watch.show_of(self._view)

    def _on_person(self) -> None:
        self._last_person = self.person.currentData() or self._last_person
        self._preferences.change(today_person=self.person.currentData() or EVERYBODY)
        self._watch.show_of(self._view)

    def _on_day(self, entry: Entry) -> None:
        if entry.is_read and entry.value != self._day:
            self._day = entry.value if isinstance(entry.value, date) else None
            self._watch.show_of(self._view)

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_committee_changed:
            self.place.tasks.run(self, self.place.desk.agenda.people, self._show_people)

    def _on_told(self, numbers: Numbers) -> None:
        self.boards.show_numbers(numbers.counts)
        self.results.show_numbers(numbers.counts)
        day = self.place.desk.clock.today()
        text = f"{day} {spoken(WEEKDAYS[day.weekday()])}"
        if numbers.left:
            text += self.tr(" · 正在整理 {count} 件案件的时限").format(count=f"{numbers.left:,}")
        self.state.show_text(text)
        self._offer_overdue(numbers.counts.get(Board.OVERDUE, 0))
        if self.isVisible():
            self._load(max(0, self.table.rowAt(0)))

    def _offer_overdue(self, count: int) -> None:
        """Nothing due today must not look like nothing to do."""
        text = self.tr("先看逾期的 {count} 项").format(count=f"{count:,}") if count else ""
        self._empty[Board.TODAY].offer(text)

    def _load(self, first_row: int) -> None:
        looker = Looker(self.place.desk.clock.today(), self._view.person)
        self.model.load(WantedList(self.board, self._view, looker), first_row)

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        self.shown.setCurrentWidget(self.table if count else self._empty[self.board])
        # The focus may have chosen a row already, but it marks none.
        if count and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        self._show_current()

    def _show_current(self) -> None:
        """Offer what can be done with the chosen thing."""
        current = self._current
        kind = None if current is None else current.line.item.kind
        self.open.setEnabled(kind is not None)
        self.done.setEnabled(kind in DONE or kind is AgendaKind.ANSWER)
        is_answer = kind is AgendaKind.ANSWER
        self.done.setText(self.tr("已答复，会到场") if is_answer else self.tr("办好了"))

    def _on_settings(self, settings: Settings) -> None:
        self.table.set_measures(settings.row_height)

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))
