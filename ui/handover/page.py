"""代班和交接: the list of all that a person owns, and what is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mediation_app.domain.absences import Absence
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.cases import CaseId
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.handovers import OwnedCase
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.services.handover import HandedOver, StandIn
from ui.drafts import KeptForm
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.fields.wrapping_row import WrappingRow
from ui.measures import limit, scaled, space
from ui.pages import Message, Page, Tone, Workplace
from ui.paper.sheet_output import SheetOutput
from ui.sentences import spoken, term, told
from ui.styling import button, column, empty_out, frame, row, words
from ui.undo import Deed

TOPIC = "handover"
_FORM_PX = 330
_LIST_PX = 160
_WIDE_PX = 760


def _nothing_more() -> None:
    """Do nothing after a deed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page reads in one go."""

    people: tuple[str, ...]
    owned: tuple[OwnedCase, ...]
    absences: tuple[Absence, ...]


class HandoverPage(Page):
    """Whose things, to whom, for which days; Enter lets the colleague stand in."""

    scrolls_inside = True

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("代班和交接"))
        today = place.desk.clock.today
        self.owned: tuple[OwnedCase, ...] = ()
        self.person = ChoiceField(self.tr("谁交出"), (), is_required=True)
        self.deputy = ChoiceField(self.tr("谁接手"), (), is_required=True)
        self.first = LineField(self.tr("第一天"), DateReader(today))
        self.last = LineField(self.tr("最后一天"), DateReader(today))
        self.note = LineField(self.tr("说明"))
        self.kept = KeptForm(place.drafts, self._by_name(), self)
        self.output = SheetOutput(place, self)
        self.output.message.connect(self.message)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("名下的事项"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self.count = words("", role="title")
        self.nothing = words(
            self.tr(
                "名下没有未办结的事项。写上谁交出，这里会列出案件、答应过的事、日程和在等的人。"
            ),
            tone="muted",
            wraps=True,
        )
        self._absences = QVBoxLayout()
        space(self._absences, 6, (0, 0, 0, 0))
        self._lay_out()
        self.person.edited.connect(lambda _: self._load())
        self.kept.restored.connect(self._load)
        self._commands()

    def enter(self, subject: str = "") -> None:
        """Show what the person at the desk owns."""
        del subject
        if not self.person.line.text():
            self.person.show_text(self.place.desk.author)
            self.first.show_value(self.place.desk.clock.today())
            self.kept.begin(FormPlace("handover"), self.windowTitle())
        self._load()
        self.deputy.activate()

    def stand_in(self) -> None:
        """Let the colleague stand in for these days."""
        wanted = self._wanted()
        service = self.place.desk.handover
        until = wanted.to_on.isoformat() if wanted.to_on else self.tr("另行通知")
        said = self.tr("{first} 至 {last} 由{deputy}代班；到期自动回来").format(
            first=wanted.from_on, last=until, deputy=wanted.deputy
        )
        self._run(lambda: service.stand_in(wanted), said, self.kept.done)

    def hand_over(self) -> None:
        """Give the chosen cases to the colleague for good."""
        wanted, service = self._wanted(), self.place.desk.handover
        chosen = self.chosen()
        if not chosen:
            self._tell(self.tr("请先选定要移交的案件（空格键勾选）"), Tone.WARNING)
            return

        def work() -> HandedOver:
            return service.hand_over(chosen, wanted.person, wanted.deputy, wanted.note)

        self.place.tasks.run(self, work, self._on_handed_over, self._on_refused)

    def print_sheet(self) -> None:
        """Print the sheet that both sign."""
        wanted, service = self._wanted(), self.place.desk.handover
        title = self.tr("交接清单 {person}").format(person=wanted.person)
        self.output.print_sheet(title, lambda: service.print_sheet(wanted))

    def chosen(self) -> tuple[CaseId, ...]:
        """Return the cases that are ticked."""
        rows = (self.list.item(no) for no in range(self.list.count()))
        return tuple(
            CaseId(str(item.data(Qt.ItemDataRole.UserRole)))
            for item in rows
            if item.checkState() is Qt.CheckState.Checked
        )

    # --- what happens ---------------------------------------------------------

    def _wanted(self) -> StandIn:
        first, last = self.first.value(), self.last.value()
        return StandIn(
            self.person.line.text().strip(),
            self.deputy.line.text().strip(),
            first if isinstance(first, date) else self.place.desk.clock.today(),
            last if isinstance(last, date) else None,
            self.note.line.text().strip(),
        )

    def _by_name(self) -> dict[str, Field]:
        return {
            "person": self.person,
            "deputy": self.deputy,
            "first": self.first,
            "last": self.last,
            "note": self.note,
        }

    def _load(self) -> None:
        desk, person = self.place.desk, self.person.line.text().strip()

        def work() -> Shown:
            people = desk.agenda.people()
            return Shown(people, desk.handover.everything(person), desk.handover.absences())

        self.place.tasks.run_latest("handover", self, work, self._show)

    def _show(self, shown: Shown) -> None:
        people = [Choice(each, each) for each in shown.people]
        for field in (self.person, self.deputy):
            field.set_choices(people)
        self.owned = shown.owned
        self.list.clear()
        for each in shown.owned:
            item = QListWidgetItem(_line(each))
            item.setData(Qt.ItemDataRole.UserRole, each.case_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if each.is_owned else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.count.setText(self.tr("名下 {count} 件").format(count=len(shown.owned)))
        self.list.setVisible(bool(shown.owned))
        self.nothing.setVisible(not shown.owned)
        self._show_absences(shown.absences)

    def _show_absences(self, absences: tuple[Absence, ...]) -> None:
        empty_out(self._absences)
        for each in absences:
            self._absences.addWidget(self._absence(each))

    def _absence(self, absence: Absence) -> QWidget:
        until = absence.to_on.isoformat() if absence.to_on else self.tr("另行通知")
        text = self.tr("{person} → {deputy}　{first} 至 {last}").format(
            person=absence.person, deputy=absence.deputy, first=absence.from_on, last=until
        )
        service, at = self.place.desk.handover, absence.id
        said = self.tr("代班已结束，事项回到{person}名下").format(person=absence.person)
        ending = button(
            self.tr("提前结束"), lambda: self._run(lambda: service.end(at), said), kind="link",
            hint=self.tr("从今天起由本人办理"),
        )  # fmt: skip
        holder = QWidget()
        holder.setLayout(row(words(text, wraps=True), None, ending, spacing=6))
        return holder

    def _on_handed_over(self, handed: HandedOver) -> None:
        service, wanted = self.place.desk.handover, self._wanted()
        ids = [before.id for before, _ in handed.pairs]

        def back() -> Changes:
            return service.give_back(handed)

        def again() -> Changes:
            return service.hand_over(ids, wanted.person, wanted.deputy, wanted.note).changes

        self.kept.done()
        text = self.tr("已把 {count} 件移交{to}").format(count=len(ids), to=wanted.deputy)
        self.place.undo.did(Deed(text, back, again))
        self._tell(text, Tone.OK)
        self._load()

    def _run(self, work: object, said: str, then: Callable[[], None] = _nothing_more) -> None:
        def done(_: object) -> None:
            then()
            self._tell(said, Tone.OK)
            self._load()

        self.place.tasks.run(self, work, done, self._on_refused)  # type: ignore[arg-type]

    def _on_refused(self, error: MediationError) -> None:
        self._tell(told(error), Tone.ERROR)

    def _tell(self, text: str, tone: Tone) -> None:
        self.message.emit(Message(text, tone, topic=TOPIC))

    def _open(self, item: QListWidgetItem) -> None:
        self.case_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    # --- building -------------------------------------------------------------

    def _commands(self) -> None:
        self.add_command(self.tr("由同事代班"), "Ctrl+Return", self.stand_in)
        self.add_command(self.tr("长期移交所选案件"), "Ctrl+Shift+M", self.hand_over)
        self.add_command(self.tr("打印交接清单"), "Ctrl+P", self.print_sheet)

    def _lay_out(self) -> None:
        standing = button(self.tr("由同事代班"), self.stand_in, kind="primary", hint="Ctrl+Enter")
        moving = button(self.tr("长期移交所选"), self.hand_over, hint="Ctrl+Shift+M")
        printing = button(self.tr("打印交接清单"), self.print_sheet, hint="Ctrl+P")
        told_words = words(
            self.tr(
                "代班不移动任何案件：这几天的提醒归接手的人，过后自动回来。长期移交改变经办人，可以撤销。"
            ),
            tone="muted",
            wraps=True,
        )
        form = frame("card")
        fields = (self.person, self.deputy, self.first, self.last, self.note)
        form.setLayout(
            column(
                self.kept.note, *fields, told_words,
                words(self.tr("现在和将来的代班"), role="strong"), self._absences, None,
                spacing=8, margins=14,
            )
        )  # fmt: skip
        limit(form, minimumWidth=_FORM_PX)
        hint = words(self.tr("空格勾选要长期移交的案件，Enter 打开"), tone="muted", wraps=True)
        left = column(self.count, hint, self.nothing, self.list, spacing=8)
        left.setStretchFactor(self.list, 1)
        left.addStretch()
        self._parts = row(form, left, spacing=20, margins=(20, 12, 20, 16))
        self._parts.setStretch(1, 1)
        limit(self.list, minimumHeight=_LIST_PX)
        body = QWidget()
        body.setObjectName("page")
        body.setLayout(self._parts)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        title = words(self.tr("代班和交接"), role="title")
        actions = WrappingRow((standing, moving, printing), gap_px=8)
        head = frame("bar")
        head.setLayout(column(title, actions, spacing=8, margins=(20, 12, 20, 8)))
        whole = column(head, area, spacing=0)
        whole.setStretchFactor(area, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list under the form where there is no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_WIDE_PX)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(beside if is_wide else below)


def _line(owned: OwnedCase) -> str:
    """Return a case with what is next, what was promised and what is waited for."""
    item = owned.next_item
    parts = [owned.number, owned.parties, term(owned.stage)]
    if item is not None:
        day = f"{item.due_on} " if item.due_on else ""
        parts.append(f"{day}{spoken(words_of(item))}")
    others = [each for each in (*owned.promised, *owned.waited_for) if each is not item]
    parts += [spoken(words_of(each)) for each in others[:2]]
    return "　".join(part for part in parts if part)
