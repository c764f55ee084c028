"""Keeps the whole application in the theme, size and typeface that are set."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from mediation_app.settings import Settings
from ui.fonts import window_font
from ui.icons import redraw_icons
from ui.measures import rescale
from ui.preferences import Preferences
from ui.theme import Theme


class Look(QObject):
    """Applies the theme at the start, when a setting changes and when the system turns dark."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._theme: Theme | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        preferences.changed.connect(self._on_settings_changed)
        self._on_settings_changed(preferences.now)

    def _on_scheme_changed(self) -> None:
        self._on_settings_changed(self._preferences.now)

    def _on_settings_changed(self, settings: Settings) -> None:
        theme = Theme(self._is_dark(settings.scheme), settings.zoom_percent / 100)
        if theme != self._theme:
            self._theme = theme
            self._apply(theme)

    def _is_dark(self, scheme: str) -> bool:
        if scheme == "system":
            hints = self._application.styleHints()
            return hints.colorScheme() == Qt.ColorScheme.Dark
        return scheme == "dark"

    def _apply(self, theme: Theme) -> None:
        self._application.setFont(window_font(theme.body_pt))
        self._application.setPalette(theme.palette())
        self._application.setStyleSheet(theme.style_sheet())
        for window in self._application.topLevelWidgets():
            rescale(window)
            redraw_icons(window)
