"""What a form still lacks, as links to the fields."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel

from mediation_app.domain.missing import Missing
from ui.colours import colours_now
from ui.sentences import spoken
from ui.styling import mark

_MOST_LINKS = 6


class MissingLine(QLabel):
    """One wrapped line of links; hidden while nothing is missing."""

    place_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._missing: tuple[Missing, ...] = ()
        self._shows_all = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        mark(self, role="caption")
        self.linkActivated.connect(self._on_link)
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """List what is missing."""
        if tuple(missing) == self._missing:
            return
        self._missing = tuple(missing)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write the links in the colours of the day."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._missing:
            self._write()

    def _write(self) -> None:
        self.setVisible(bool(self._missing))
        colour = colours_now().accent
        shown = self._missing if self._shows_all else self._missing[:_MOST_LINKS]
        links = [_link(str(no), spoken(each.sentence), colour) for no, each in enumerate(shown)]
        more = len(self._missing) - len(shown)
        if more:
            links.append(_link("more", self.tr("还有 {count} 项…").format(count=more), colour))
        head = self.tr("出具前还缺 {count} 项").format(count=len(self._missing))
        self.setText(f"{escape(head)}：{' · '.join(links)}")
        self.setAccessibleName(head)

    def _on_link(self, link: str) -> None:
        if link == "more":
            self._shows_all = True
            self._write()
        elif int(link) < len(self._missing):
            self.place_chosen.emit(self._missing[int(link)].place)


def _link(target: str, text: str, colour: str) -> str:
    style = f"color:{colour};text-decoration:none"
    return f'<a href="{target}" style="{style}">{escape(text)}</a>'
