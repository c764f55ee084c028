"""How the window looks: theme, size, rows, language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from mediation_app.settings import ZOOMS_PERCENT, Settings
from ui.measures import limit, space
from ui.preferences import Preferences
from ui.settings.committee_form import LABEL_PX
from ui.styling import words

CHOICE_PX = 220


class Appearance(QWidget):
    """Each choice holds at once, the language from the next start on."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._grid = QGridLayout(self)
        space(self._grid, 10, (0, 0, 0, 0))
        self.scheme = self._choice(
            "scheme",
            self.tr("主题"),
            {
                "system": self.tr("跟随系统"),
                "light": self.tr("浅色"),
                "dark": self.tr("深色"),
            },
        )
        self.zoom = self._choice(
            "zoom_percent", self.tr("字号"), {each: f"{each} %" for each in ZOOMS_PERCENT}
        )
        self.rows = self._choice(
            "row_height",
            self.tr("列表行高"),
            {
                "compact": self.tr("紧凑"),
                "normal": self.tr("标准"),
                "large": self.tr("宽松"),
            },
        )
        self.language = self._choice(
            "language", self.tr("界面语言"), {"zh_CN": "简体中文", "en": "English"}
        )
        self.note = words("", role="caption", wraps=True)
        self._grid.addWidget(self.note, self._grid.rowCount(), 1)
        self._grid.setColumnStretch(2, 1)
        self._language_at_start = preferences.now.language
        preferences.changed.connect(self._on_settings_changed)

    def _choice(self, setting: str, title: str, choices: dict[str | int, str]) -> QComboBox:
        box = QComboBox()
        for value, text in choices.items():
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(getattr(self._preferences.now, setting)))
        box.setAccessibleName(title)
        box.setProperty("setting", setting)
        limit(box, minimumWidth=CHOICE_PX)
        label = words(title, wraps=True)
        label.setBuddy(box)
        limit(label, minimumWidth=LABEL_PX, maximumWidth=LABEL_PX)
        at = self._grid.rowCount()
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(box, at, 1)
        box.activated.connect(lambda: self._preferences.change(**{setting: box.currentData()}))
        return box

    def _on_settings_changed(self, settings: Settings) -> None:
        for box in (self.scheme, self.zoom, self.rows, self.language):
            box.setCurrentIndex(box.findData(getattr(settings, box.property("setting"))))
        is_new = settings.language != self._language_at_start
        self.note.setText(self.tr("界面语言在下次启动时生效。") if is_new else "")
