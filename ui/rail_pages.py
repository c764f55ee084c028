"""The pages of the window; a new one takes one entry here.

Each is imported when it is first opened, so that the window stands sooner.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.frame.rail import PageEntry
from ui.pages import Page, Workplace
from ui.preferences import Preferences


def page_entries(place: Workplace, preferences: Preferences) -> tuple[PageEntry, ...]:
    """Return the pages in the order of the rail."""
    translate = QCoreApplication.translate
    return (
        PageEntry(
            "today", translate("Rail", "今日"), "clock", partial(_today, place, preferences)
        ),
        PageEntry(
            "cases", translate("Rail", "案件"), "cases", partial(_cases, place, preferences)
        ),
        PageEntry("schedule", translate("Rail", "日程"), "calendar", partial(_schedule, place)),
        PageEntry("intake", translate("Rail", "登记"), "intake", partial(_intake, place)),
        PageEntry(
            "bin", translate("Rail", "回收站"), "trash", partial(_bin, place), is_at_foot=True
        ),
        PageEntry(
            "sync", translate("Rail", "同步"), "sync", partial(_sync, place), is_at_foot=True
        ),
        PageEntry(
            "settings",
            translate("Rail", "设置"),
            "settings",
            partial(_settings, place, preferences),
            is_at_foot=True,
        ),
        PageEntry(
            "case", translate("Rail", "案件"), "cases", partial(_case, place), is_on_rail=False
        ),
        PageEntry(
            "session",
            translate("Rail", "调解"),
            "handshake",
            partial(_session, place),
            is_on_rail=False,
        ),
        PageEntry(
            "conflicts",
            translate("Rail", "冲突"),
            "conflict",
            partial(_conflicts, place),
            is_on_rail=False,
        ),
        PageEntry(
            "handover",
            translate("Rail", "代班和交接"),
            "people",
            partial(_handover, place),
            is_on_rail=False,
        ),
    )


def _session(place: Workplace) -> Page:
    from ui.session.page import SessionPage  # noqa: PLC0415

    return SessionPage(place)


def _schedule(place: Workplace) -> Page:
    from ui.schedule.page import SchedulePage  # noqa: PLC0415

    return SchedulePage(place)


def _bin(place: Workplace) -> Page:
    from ui.bin.page import BinPage  # noqa: PLC0415

    return BinPage(place)


def _cases(place: Workplace, preferences: Preferences) -> Page:
    from ui.cases.page import CasesPage  # noqa: PLC0415

    return CasesPage(place, preferences)


def _today(place: Workplace, preferences: Preferences) -> Page:
    from ui.today.page import TodayPage  # noqa: PLC0415

    return TodayPage(place, preferences)


def _intake(place: Workplace) -> Page:
    from ui.intake.page import IntakePage  # noqa: PLC0415

    return IntakePage(place)


def _settings(place: Workplace, preferences: Preferences) -> Page:
    from ui.settings.page import SettingsPage  # noqa: PLC0415

    return SettingsPage(place, preferences)


def _case(place: Workplace) -> Page:
    from ui.case.page import CasePage  # noqa: PLC0415

    return CasePage(place)


def _sync(place: Workplace) -> Page:
    from ui.sync.page import SyncPage  # noqa: PLC0415

    return SyncPage(place)


def _conflicts(place: Workplace) -> Page:
    from ui.conflicts.page import ConflictsPage  # noqa: PLC0415

    return ConflictsPage(place)


def _handover(place: Workplace) -> Page:
    from ui.handover.page import HandoverPage  # noqa: PLC0415

    return HandoverPage(place)
