"""The page of conflicts: one after the other is settled, with the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import OF_COMMITTEE, Conflict, ConflictKind, ConflictSide
from mediation_app.domain.journal import Changes, FieldValue
from mediation_app.errors import CaseNotFoundError, MediationError
from mediation_app.services.desk import Desk
from ui.buttons import is_enter
from ui.conflicts.listing import ConflictList
from ui.conflicts.retracting import Retraction, decide_again, retract
from ui.conflicts.telling import (
    Background,
    Record,
    background_of,
    can_merge,
    is_removing,
    side_words,
    title_of,
)
from ui.conflicts.view import ConflictView
from ui.empty_state import EmptyState
from ui.measures import scaled
from ui.pages import Message, Page, Tone, Workplace
from ui.sentences import told
from ui.sides import Sides
from ui.styling import column, row, words

MOST_NAMED = 100
"""Of more cases at once only the numbers are shown."""
NARROW_PX = 760
"""Below this the list stands above the conflict, and both scroll as one."""
_SHOWN_LENGTH = 40
TOPIC = "conflict"


class ConflictsPage(Page):
    """The list on the left, the conflict on the right."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("冲突"))
        self._cases: dict[str, Record] = {}
        self._wanted: tuple[str, str] | None = None
        self._retracted: tuple[Retraction, ...] = ()
        self._last: Retraction | None = None
        self.list = ConflictList()
        self.view = ConflictView(place.drafts)
        self.count = words("", role="caption")
        self.nothing = EmptyState(
            "conflict",
            self.tr("没有冲突"),
            self.tr(
                "几个人在断网时改了同一处，各自的内容都会保留在这里，由人选定；"
                "改的是不同的地方，则自动合在一起。"
            ),
            self.tr("返回案件"),
            lambda: self.page_wanted.emit("cases"),
        )
        self.shown = Sides(self.nothing, self._body())
        self.setLayout(column(self.shown, spacing=0))
        self._add_commands()
        self._connect()
        self._show_list()

    def enter(self, subject: str = "") -> None:
        """Show the conflicts; ``subject`` is a case and perhaps the path of a field."""
        if subject:
            case_id, _, path = subject.partition(" ")
            self._wanted = (case_id, path)
        self._load_cases()
        self._show_list()
        self.setFocusProxy(self._first())

    def step_back(self) -> bool:
        """Take the choice back first."""
        if not self.view.step_back():
            return False
        self.list.setFocus()
        return True

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what waits for a person, also what somebody wants to decide again."""
        open_ones = self.place.news.conflicts
        keys = {(each.case_id, each.path) for each in open_ones}
        again = (each.conflict for each in self._retracted)
        return (*open_ones, *(each for each in again if (each.case_id, each.path) not in keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm with Enter from the list."""
        if is_enter(event):
            self.view.settle()
        else:
            super().keyPressEvent(event)

    # --- building -------------------------------------------------------------

    def _body(self) -> QWidget:
        head = row(words(self.tr("冲突"), role="title"), self.count, None, spacing=12)
        side = column(head, self.list, spacing=12, margins=(20, 16, 0, 16))
        body = QWidget()
        self._sides = row(side, self.view, spacing=0)
        self._sides.setStretchFactor(self.view, 1)
        body.setLayout(self._sides)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list stand above the conflict where there is little room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW_PX)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self.list.lie_above(is_above=is_narrow)
        self.view.show_whole(is_whole=is_narrow)

    def _add_commands(self) -> None:
        texts = (self.tr("采用左边的值"), self.tr("采用右边的值"), self.tr("合并或采用第三个值"))
        self._choosing = [
            self.add_command(text, str(no + 1), self._chooser(no)) for no, text in enumerate(texts)
        ]
        self.add_command(self.tr("确定所选的值"), "Ctrl+Return", self.view.settle)
        self.add_command(self.tr("打开冲突所在的案件"), "Ctrl+O", self._on_open_case)
        self._undo = self.add_command(self.tr("撤销刚才的选定"), "Ctrl+Z", self._on_undo)
        self._undo.setEnabled(False)

    def _chooser(self, number: int) -> Callable[[], None]:
        return lambda: self.view.choose(number)

    def _connect(self) -> None:
        self.place.news.conflicts_changed.connect(self._on_conflicts_changed)
        self.place.tasks.changed.connect(self._on_changed)
        self.list.conflict_chosen.connect(self._on_chosen)
        self.view.settled.connect(self._settle)
        self.view.case_wanted.connect(self._open_record)

    # --- what is shown --------------------------------------------------------

    def _on_conflicts_changed(self) -> None:
        if self.isVisible():
            self._load_cases()
            self._show_list()

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_committee_changed:
            self._cases.pop(OF_COMMITTEE, None)
        conflict = self.list.current()
        if conflict is None or not self.isVisible():
            return
        is_own = conflict.is_of_committee and changes.is_committee_changed
        if is_own or conflict.case_id in changes.case_ids:
            self._load_background(conflict)

    def _show_list(self) -> None:
        conflicts = self.conflicts()
        self.count.setText(self.tr("{count} 处").format(count=f"{len(conflicts):,}"))
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.shown.setCurrentIndex(1 if conflicts else 0)
        self.list.show_conflicts(conflicts, self._cases)
        if self._wanted is not None and conflicts:
            self.list.choose(*self._wanted)
            self._wanted = None
        if had_focus and self.isVisible():
            self._first().setFocus()

    def _first(self) -> QWidget:
        return self.list if self.conflicts() else self.nothing.button or self.shown

    def _load_cases(self) -> None:
        desk = self.place.desk
        wanted = tuple(dict.fromkeys(each.case_id for each in self.conflicts()))[:MOST_NAMED]
        missing = tuple(each for each in wanted if each not in self._cases)
        if missing:
            self.place.tasks.run_latest(
                "names", self, lambda: _opened(desk, missing), self._on_cases
            )

    def _on_cases(self, cases: dict[str, Record]) -> None:
        self._cases.update(cases)
        self.list.show_conflicts(self.conflicts(), self._cases)

    def _on_chosen(self, conflict: Conflict) -> None:
        self.view.show_conflict(conflict, background_of(self._cases.get(conflict.case_id)))
        self._choosing[2].setEnabled(can_merge(conflict) or len(conflict.sides) > 2)  # noqa: PLR2004
        self._load_background(conflict)

    def _load_background(self, conflict: Conflict) -> None:
        desk = self.place.desk

        def show(background: Background) -> None:
            if self.list.current() == conflict:
                self.view.show_conflict(conflict, background)

        self.place.tasks.run_latest(
            "background", self, lambda: _background(desk, conflict.case_id), show
        )

    def _on_open_case(self) -> None:
        conflict = self.list.current()
        if conflict is not None:
            self._open_record(conflict.case_id)

    def _open_record(self, case_id: str) -> None:
        if case_id == OF_COMMITTEE:
            self.page_wanted.emit("settings")
        else:
            self.case_chosen.emit(case_id)

    # --- settling -------------------------------------------------------------

    def _settle(self, conflict: Conflict, value: FieldValue, reason: str) -> None:
        desk = self.place.desk
        again = next((each for each in self._retracted if each.conflict == conflict), None)
        work: Callable[[], object]
        if again is not None:
            work = lambda: decide_again(desk, again, value)  # noqa: E731
        elif conflict.is_of_committee:
            work = lambda: desk.conflicts.resolve_own(conflict, value, reason)  # noqa: E731
        else:
            work = lambda: desk.conflicts.resolve(conflict, value, reason)  # noqa: E731
        self.place.tasks.run(
            self, work, lambda _: self._on_settled(conflict, value), self._on_refused
        )

    def _on_settled(self, conflict: Conflict, value: FieldValue) -> None:
        self._drop_retraction(conflict)
        self.view.kept.done()
        record = self._cases.get(conflict.case_id)
        side = next((each for each in conflict.sides if each.value == value), None)
        text = _settled_words(conflict, side).format(
            field=title_of(conflict, record),
            author=side.author if side else "",
            journal=_journal_words(conflict),
            value=_short(side_words(conflict, side, background_of(record))) if side else "",
        )
        can_undo = conflict.kind is ConflictKind.VALUES
        self._last = Retraction(conflict, value) if can_undo else None
        self._undo.setEnabled(can_undo)
        self.message.emit(
            Message(text, Tone.OK, self.tr("撤销"), self._on_undo, TOPIC)
            if can_undo
            else Message(text, Tone.OK, topic=TOPIC)
        )

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))

    # --- deciding again -------------------------------------------------------

    def _on_undo(self) -> None:
        desk, retraction = self.place.desk, self._last
        if retraction is None:
            return
        self._last = None
        self._undo.setEnabled(False)
        self.place.tasks.run(
            self,
            lambda: retract(desk, retraction),
            lambda _: self._on_retracted(retraction),
            self._on_refused,
        )

    def _on_retracted(self, retraction: Retraction) -> None:
        self._retracted = (*self._retracted, retraction)
        self._wanted = (retraction.conflict.case_id, retraction.conflict.path)
        self._show_list()

    def _drop_retraction(self, conflict: Conflict) -> None:
        self._retracted = tuple(each for each in self._retracted if each.conflict != conflict)
        self._show_list()


def _opened(desk: Desk, case_ids: tuple[str, ...]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for each in case_ids:
        try:
            found[each] = _record(desk, CaseId(each))
        except CaseNotFoundError:
            continue
    return found


def _record(desk: Desk, case_id: CaseId) -> Record:
    if case_id == OF_COMMITTEE:
        return desk.setup.committee()
    return desk.case_files.open(case_id)


def _background(desk: Desk, case_id: CaseId) -> Background:
    try:
        return background_of(_record(desk, case_id), desk.case_files.history(case_id))
    except CaseNotFoundError:
        return Background()


def _settled_words(conflict: Conflict, side: ConflictSide | None) -> str:
    """Return what was done, and where the rest can be read; no side where texts were merged."""
    translate = QCoreApplication.translate
    if side is None:
        text = translate("ConflictsPage", "“{field}”已合并，各方原来的内容留在{journal}中")
    elif conflict.kind is ConflictKind.SEALED:
        text = translate("ConflictsPage", "“{field}”维持已签署的内容，其余的留在{journal}中")
    elif conflict.kind is ConflictKind.VALUES:
        text = translate(
            "ConflictsPage", "“{field}”采用了{author}的“{value}”，其余的留在{journal}中"
        )
    elif is_removing(conflict, side):
        text = translate("ConflictsPage", "“{field}”按{author}的意见删除，其余的留在{journal}中")
    else:
        text = translate("ConflictsPage", "“{field}”按{author}的意见保留，其余的留在{journal}中")
    return text


def _journal_words(conflict: Conflict) -> str:
    if conflict.is_of_committee:
        return QCoreApplication.translate("ConflictsPage", "设置的修改记录")
    return QCoreApplication.translate("ConflictsPage", "流水")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LENGTH else f"{line[:_SHOWN_LENGTH]}…"
