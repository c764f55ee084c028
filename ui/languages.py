"""The language of the window: Chinese as it is written here, or a translation of it."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from resources.looks import translation_path

SOURCE = "zh_CN"


def install_language(application: QApplication, language: str) -> None:
    """Translate everything that is built from now on, Qt's own words as well."""
    QLocale.setDefault(QLocale(language))
    own = QTranslator(application)
    if language != SOURCE and own.load(str(translation_path(language))):
        application.installTranslator(own)
    qts = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qts.load(f"qtbase_{language}", folder):
        application.installTranslator(qts)
