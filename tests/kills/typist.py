"""The program with hands: types what its driver says, one key at a time, until it is killed.

It is the desktop as everybody starts it. Each line of its input is one key press; each line of its
output says what the case on screen holds then, and is written when the key has been handled.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mediation_app.bootstrap import LocalStations
from mediation_app.settings import SettingsFile
from tests.kills.fields import CASE, FORM, Spot, shown_at, spots
from ui.application import Desktop, Start
from ui.case.case_view import CaseView
from ui.case.page import CasePage
from ui.case.sections.schedule import ScheduleSection
from ui.fonts import load_fonts
from ui.handover.page import HandoverPage
from ui.intake.page import IntakePage
from ui.schedule.planner import Planner
from ui.session.page import SessionPage
from ui.settings.page import SettingsPage


class Typist(QObject):
    """Sits at the window of the desktop and does one key press a line."""

    said = Signal(str)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._spots: dict[str, Spot] = {}
        self._draft = 0
        self.said.connect(self._press)
        self._looking = QTimer(self, interval=20)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def _look(self) -> None:
        """Wait for the window, open the case, and say that one may type."""
        window = self._desktop.window
        if window is None:
            return
        page = window.stack.page_in_front()
        if not isinstance(page, CasePage):
            files = self._desktop_desk().case_files
            window.open_case(files.find(CASE).id)
        elif page.view is not None:
            self._looking.stop()
            self._spots = spots(page.view.case)
            _say({"ready": True})
            Listener(self)

    def _desktop_desk(self):
        desk = self._desktop._desk
        assert desk is not None
        return desk

    def _press(self, line: str) -> None:
        wanted = json.loads(line)
        if wanted.get("hide"):
            assert self._desktop.window is not None
            self._desktop.window.hide()
        editor, case_of = self._editor(self._spots[wanted["kind"]])
        if "key" not in wanted:
            _say({"there": True})
            return
        before = case_of()
        _type(editor, wanted["key"])
        self._tell(wanted["no"], before, case_of())

    def _tell(self, number: int, before: Any, after: Any) -> None:
        if isinstance(after, tuple):
            record, shown = after[0], (repr(before[1]), repr(after[1]))
        else:
            record = getattr(after, "id", "")
            shown = (shown_at(before, self._place), shown_at(after, self._place))
        said = {"no": number, "record": record, "place": self._place}
        _say(said | {"before": shown[0], "after": shown[1]})

    def _editor(self, spot: Spot):
        """Return what is typed into, and what tells the record behind it."""
        window = self._desktop.window
        assert window is not None
        self._place = spot.place
        stack = window.stack
        if stack.key_in_front() != spot.page:
            stack.go(spot.page, spot.case_id)
        page = stack.page_in_front()
        match page:
            case IntakePage():
                self._wait(lambda: page.editing)
                return _typed_into(page.form.field_at(spot.place)), lambda: page.editing.case
            case SettingsPage():
                self._wait(page.committee.isEnabled)
                return page.committee.fields[spot.place], page.committee_on_screen
            case SessionPage():
                self._wait(lambda: page.view)
                line = page.view.line.line
                return line, lambda: (spot.case_id, line.text())
            case _ if spot.place.startswith(FORM):
                is_note = isinstance(page, HandoverPage)
                return _told_of(page.note if is_note else self._planner(page.view).when, spot)
            case _:
                return self._field_of(page.view, spot.place), lambda: page.view.case

    def _planner(self, view: CaseView) -> Planner:
        section = view.section("schedule")
        assert isinstance(section, ScheduleSection)
        planner = section.planner
        if not planner.isVisible():
            view.plan_meeting()
        return planner

    def _field_of(self, view: CaseView, place: str) -> QWidget:
        field = view.binding.field_at(place)
        if field is None or not field.isVisible():
            view.go_to(place)
        return _typed_into(view.binding.field_at(place))

    def _wait(self, until: Callable[[], object]) -> None:
        while not until():
            self._desktop.tasks.finish()


class Listener(QObject):
    """Reads lines on a thread of its own, as the window must go on living."""

    def __init__(self, typist: Typist) -> None:
        super().__init__(typist)
        from threading import Thread  # noqa: PLC0415

        self._typist = typist
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._typist.said.emit(line)


def _told_of(field, spot: Spot):
    """Return the editor of a form, and what tells what stands in it."""
    return _typed_into(field), lambda: (spot.case_id, field.line.text())


def _typed_into(field) -> QWidget:
    editor: QWidget = field.editor
    editor.setFocus()
    return editor


def _type(editor: QWidget, key: str) -> None:
    if key == "\b":
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    elif key.isascii():
        QTest.keyClicks(editor, key)
    else:
        QApplication.sendEvent(editor, QInputMethodEvent("pin", []))
        chosen = QInputMethodEvent("", [])
        chosen.setCommitString(key)
        QApplication.sendEvent(editor, chosen)


def _say(what: dict[str, object]) -> None:
    os.write(1, f"{json.dumps(what)}\n".encode())


def main(folder: Path) -> int:
    """Open the station of a folder and type until somebody ends it."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("mediation-app")
    load_fonts()
    desktop = Desktop(application, LocalStations(), SettingsFile(folder / "settings.json"))
    desktop.begin(Start(folder / "station"))
    typist = Typist(desktop)
    status = application.exec()
    typist.deleteLater()
    desktop.close()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
