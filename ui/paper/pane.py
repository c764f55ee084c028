"""The live paper beside the form: which form, its pages, what it lacks, print and save."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.missing import Missing
from mediation_app.errors import MediationError
from ui.pages import Message, Tone, Workplace
from ui.paper.live_paper import Drawn, LivePaper, View
from ui.paper.missing_line import MissingLine
from ui.paper.output import Output
from ui.paper.paper_text import PaperText
from ui.paper.paper_view import PIXELS_A_POINT_AT_100, PaperView
from ui.paper.printed_words import PlaceWords, place_at, printed_words, spots_of_place
from ui.sentences import spoken, term, told
from ui.styling import button, column, frame, icon_button, row, words

TOPIC = "paper"


class PaperPane(QWidget):
    """Follows the case it is shown; clicking its words or what it lacks leads to the fields."""

    place_chosen = Signal(str)
    """The place of the field whose words were clicked, or which is missing."""
    message = Signal(object)
    shown = Signal(object)
    """The ``Case`` whose paper has just come on screen."""

    def __init__(
        self, place: Workplace, store_now: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """Take what stores everything typed before a document is issued from it."""
        super().__init__(parent)
        self._place = place
        self._case: Case | None = None
        self._committee = Committee()
        self._kinds: tuple[FormKind, ...] = ()
        self._missing: tuple[Missing, ...] = ()
        self._focused_place = ""
        self._text = PaperText()
        self._words: tuple[PlaceWords, ...] = ()
        self.view = PaperView()
        self.live = LivePaper(place, self._wanted_view, self)
        self.output = Output(place, store_now, self)
        self.missing_line = MissingLine()
        self.form_box = QComboBox()
        self.page_label: QLabel = words("", role="caption")
        self.zoom_label: QLabel = words("", role="caption")
        self._lay_out()
        self._connect()

    @property
    def kind(self) -> FormKind | None:
        """The form that is shown."""
        index = self.form_box.currentIndex()
        return self._kinds[index] if 0 <= index < len(self._kinds) else None

    def show_case(self, case: Case, committee: Committee) -> None:
        """Draw the paper of this state of the case."""
        self._case, self._committee = case, committee
        self._offer_kinds(self._place.desk.paper.kinds_for(case))
        self._draw()

    def choose_kind(self, kind: FormKind) -> None:
        """Show another form, if it belongs to the case."""
        if kind in self._kinds and kind is not self.kind:
            self.form_box.setCurrentIndex(self._kinds.index(kind))
            self._draw()

    def follow(self, place: str) -> None:
        """Mark the words of the field that the person is in, and scroll to them."""
        self._focused_place = place
        self._mark()
        self.view.reveal_spots()

    def print_paper(self) -> None:
        """Issue and print, or say what is missing and offer a draft."""
        if self._case is None or self.kind is None:
            return
        if self._missing:
            self._offer_draft(self._case)
        else:
            self.output.print_issued(self.kind, self._case)

    def save_paper(self) -> None:
        """Issue and save as a file; a draft where something is missing."""
        if self._case is None or self.kind is None:
            return
        if self._missing:
            self.output.save_draft(self.kind, self._case, self.live.pdf)
        else:
            self.output.save_issued(self.kind, self._case)

    def _offer_draft(self, case: Case) -> None:
        kind, pdf = self.kind, self.live.pdf
        listed = "、".join(spoken(each.sentence) for each in self._missing)
        text = self.tr("《{form}》还不能出具，缺少：{missing}").format(
            form=term(kind.title) if kind else "", missing=listed
        )
        action = self.tr("打印草稿")
        self.message.emit(
            Message(
                text,
                Tone.WARNING,
                action,
                lambda: self.output.print_draft(kind, case, pdf) if kind else None,
                TOPIC,
            )
        )

    def _offer_kinds(self, kinds: tuple[FormKind, ...]) -> None:
        if kinds == self._kinds:
            return
        # A form that has just come into being is the one people work on.
        added = [kind for kind in kinds if kind not in self._kinds] if self._kinds else []
        kept = [kind for kind in kinds if kind is self.kind]
        wanted = (added or kept or [_most_advanced(kinds)])[-1]
        self._kinds = kinds
        self.form_box.blockSignals(True)
        self.form_box.clear()
        for kind in kinds:
            self.form_box.addItem(term(kind.title))
        self.form_box.setCurrentIndex(kinds.index(wanted))
        self.form_box.blockSignals(False)

    def _draw(self) -> None:
        if self._case is not None and self.kind is not None:
            self.live.draw(self.kind, self._case, self._committee)

    def _wanted_view(self) -> View:
        return View(self.view.visible_pages(), self.view.pixels_a_point)

    def _on_drawn(self, drawn: Drawn) -> None:
        self._missing = drawn.missing
        self._words = printed_words(drawn.case)
        was_empty = not self.view.page_count
        self.view.show_sheets(drawn.sheets)
        self.missing_line.show_missing(drawn.missing)
        self._show_position()
        self.shown.emit(drawn.case)
        if was_empty:
            self.live.picture()

    def _on_read(self, text: PaperText) -> None:
        self._text = text
        self._mark()

    def _mark(self) -> None:
        spots = spots_of_place(self._words, self._text, self._focused_place)
        self.view.mark_spots(spots)

    def _on_clicked(self, page: int, x: float, y: float) -> None:
        index = self._text.index_at(page, x, y)
        place = place_at(self._words, self._text, index) if index is not None else ""
        if place:
            self.place_chosen.emit(place)

    def _on_failed(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))

    def _on_view_changed(self) -> None:
        self._show_position()
        self.live.picture()

    def _show_position(self) -> None:
        count = self.view.page_count
        page = self.view.current_page + 1 if count else 0
        self.page_label.setText(f"{page} / {count}")
        percent = round(self.view.scale / PIXELS_A_POINT_AT_100 * 100)
        self.zoom_label.setText(f"{percent} %")

    def _connect(self) -> None:
        self.live.drawn.connect(self._on_drawn)
        self.live.pictured.connect(self.view.add_images)
        self.live.read.connect(self._on_read)
        self.live.failed.connect(self._on_failed)
        self.view.clicked_at.connect(self._on_clicked)
        self.view.view_changed.connect(self._on_view_changed)
        self.missing_line.place_chosen.connect(self.place_chosen)
        self.form_box.activated.connect(lambda _: self._draw())
        self.output.message.connect(self.message)

    def _lay_out(self) -> None:
        self.form_box.setAccessibleName(self.tr("文书"))
        self.form_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        printing = button(
            self.tr("打印"), self.print_paper, icon="printer", hint=self.tr("打印 Ctrl+P")
        )
        saving = icon_button("download", self.tr("另存为 PDF Ctrl+Shift+S"), self.save_paper)
        head = frame("bar")
        head.setLayout(row(self.form_box, printing, saving, margins=(12, 6, 8, 6)))
        lacks = QWidget()
        lacks.setLayout(column(self.missing_line, margins=(12, 4, 12, 4)))
        foot = frame("foot")
        smaller = icon_button("minus", self.tr("缩小"), lambda: self.view.zoom_by(-1))
        larger = icon_button("plus", self.tr("放大"), lambda: self.view.zoom_by(1))
        fitting = button(self.tr("适合宽度"), self.view.fit_width, kind="quiet")
        foot.setLayout(
            row(
                self.page_label,
                None,
                smaller,
                self.zoom_label,
                larger,
                fitting,
                spacing=4,
                margins=(12, 2, 8, 2),
            )
        )
        self.setLayout(column(head, lacks, self.view, foot, spacing=0))


def _most_advanced(kinds: tuple[FormKind, ...]) -> FormKind:
    """Return the agreement where there is one, for that is what people work on."""
    for kind in (FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT):
        if kind in kinds:
            return kind
    return kinds[-1]
