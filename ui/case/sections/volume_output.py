"""The volume of a case leaves the window: the committee's own, or a copy for one party."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from mediation_app.domain.parties import Party
from mediation_app.services.volume import Volume
from ui.case.sections.section import CaseContext
from ui.measures import limit
from ui.pages import Message, Tone
from ui.panel import Panel
from ui.paper.output import TOPIC
from ui.paper.sheet_output import SheetOutput
from ui.sentences import term
from ui.styling import button, column, words

WIDTH_PX = 360


class VolumeOutput(SheetOutput):
    """Binds what is stored and asks where the file should go."""

    def __init__(self, context: CaseContext, window: QWidget) -> None:
        super().__init__(context.place, window)
        self._context = context

    def bind(self) -> None:
        """Bind all papers of the case into one file with page numbers and contents."""
        title = self.tr("卷宗{number}").format(number=self._context.case.number)
        self._bind(title)

    def ask_for_reader(self, window: QWidget, anchor: QWidget) -> "CopyPanel":
        """Ask whom a copy is for, then bind it."""
        panel = CopyPanel(window, self._context.case.parties)
        panel.chosen.connect(self.bind_copy)
        panel.open_at(anchor)
        panel.people[0].setFocus()
        return panel

    def bind_copy(self, reader: Party, is_masked: bool) -> None:  # noqa: FBT001  a signal's
        """Bind the copy for one party."""
        title = self.tr("卷宗{number}副本（给{name}）").format(
            number=self._context.case.number, name=reader.name
        )
        self._bind(title, reader.id, is_masked=is_masked)

    def _bind(self, title: str, reader_id: str = "", *, is_masked: bool = False) -> None:
        context = self._context
        # The same thread stores and binds, one after the other.
        context.editing.store_now()
        bind, case_id = context.place.desk.volumes.bind, context.case.id

        def go_on(volume: Volume) -> None:
            self._tell_apart(volume)
            self.save_sheet(title, lambda: volume.pdf)

        context.place.tasks.run(
            self, lambda: bind(case_id, reader_id, is_masked=is_masked), go_on, self._on_refused
        )

    def _tell_apart(self, volume: Volume) -> None:
        if volume.apart:
            names = "、".join(volume.apart)
            text = self.tr("这些材料装订不进卷宗，请另附在后：{names}").format(names=names)
            self.message.emit(Message(text, Tone.WARNING, topic=TOPIC))


class CopyPanel(Panel):
    """The parties, and whether what identifies the others is hidden from the reader."""

    chosen = Signal(object, bool)
    """The ``Party`` whom the copy is for, and whether the others are masked."""

    def __init__(self, window: QWidget, parties: tuple[Party, ...]) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("卷宗副本"))
        self.masking = QCheckBox(self.tr("遮盖其他各方的证件号码、电话和住址"))
        self.masking.setChecked(True)
        self.people = [
            button(_title(each), self._chooser(each), kind="link", hint=self.tr("Enter"))
            for each in parties
        ]
        heading = words(self.tr("卷宗副本给谁"), role="heading")
        told = words(
            self.tr("扫描件和照片按原样装订，不遮盖；目录中会注明"), tone="muted", wraps=True
        )
        self.setLayout(column(heading, told, self.masking, *self.people, spacing=8, margins=16))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)
        self.closed.connect(self.deleteLater)

    def _chooser(self, party: Party) -> Callable[[], None]:
        def choose() -> None:
            is_masked = self.masking.isChecked()
            self.close_panel()
            self.chosen.emit(party, is_masked)

        return choose


def _title(party: Party) -> str:
    return f"{party.name or '…'}（{term(party.role.value)}）"
