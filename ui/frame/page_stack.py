"""The pages, each built when it is first wanted and kept as it was left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget

from mediation_app.domain.drafts import FormPlace
from ui.frame.rail import PageEntry
from ui.pages import Page


class PageStack(QStackedWidget):
    """Shows one page at a time and remembers the way back."""

    page_built = Signal(object)
    """Page: a new page, to be connected."""
    page_shown = Signal(str, str)
    """The key of the page that came to the front, and what it shows."""

    def __init__(self, entries: tuple[PageEntry, ...]) -> None:
        super().__init__()
        self._entries = {each.key: each for each in entries}
        self._pages: dict[str, Page] = {}
        self._areas: dict[Page, QScrollArea] = {}
        self._way: list[tuple[str, str]] = []

    def go(self, key: str, subject: str = "") -> None:
        """Bring a page to the front."""
        place = (key, subject)
        if self._way[-1:] != [place]:
            self._way = [each for each in self._way if each != place]
            self._way.append(place)
        self._show(key, subject)

    def replace(self, key: str, subject: str = "") -> None:
        """Bring a page to the front in place of the one that is there."""
        if len(self._way) > 1:
            self._way.pop()
        else:
            self._way = [(next(iter(self._entries)), "")]
        self.go(key, subject)

    def go_back(self) -> bool:
        """Return to the page before; False where there is none."""
        if len(self._way) < len(("before", "now")):
            return False
        self._way.pop()
        self._show(*self._way[-1])
        return True

    def key_in_front(self) -> str:
        """Return the key of the page in front, empty before there is one."""
        return self._way[-1][0] if self._way else ""

    def page_in_front(self) -> Page | None:
        """Return the page in front."""
        area = self.currentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        return page if isinstance(page, Page) else None

    def focus_page(self) -> None:
        """Go on where the page was left."""
        page = self.page_in_front()
        if page is None:
            return
        place = page.focusWidget()
        # Nothing has the focus at first, whatever the type says.
        if place is not None and place.isVisible():  # type: ignore[redundant-expr]
            place.setFocus()
        else:
            page.setFocus()

    def show_place(self, place: str) -> None:
        """Let the page in front go to a place of what it shows; empty for none."""
        page = self.page_in_front()
        if place and page is not None:
            page.show_place(place)

    def open_form(self, place: FormPlace) -> None:
        """Bring a form to the front that was filled in and not sent off."""
        self.go(place.page, place.subject)
        page = self.page_in_front()
        if page is not None:
            page.open_form(place.form)

    def pages(self) -> tuple[Page, ...]:
        """Return the pages that were built."""
        return tuple(self._pages.values())

    def key_of(self, page: Page) -> str:
        """Return the key of a page that was built."""
        return next(key for key, each in self._pages.items() if each is page)

    def _show(self, key: str, subject: str) -> None:
        before = self.page_in_front()
        page = self._pages.get(key) or self._build(key)
        if before is not None and before is not page:
            before.leave()
        self.setCurrentWidget(self._areas[page])
        page.enter(subject)
        self.focus_page()
        self.page_shown.emit(key, subject)

    def _build(self, key: str) -> Page:
        page = self._entries[key].make()
        page.setWindowTitle(page.windowTitle() or self._entries[key].title)
        page.setAccessibleName(page.windowTitle())
        self._pages[key] = page
        self._areas[page] = _scrolling(page)
        self.addWidget(self._areas[page])
        self.page_built.emit(page)
        return page


def _scrolling(page: Page) -> QScrollArea:
    """Return an area in which a page scrolls that needs more room than there is, as at 200 %."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
