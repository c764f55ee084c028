"""The words of the core in the language of the window."""

from PySide6.QtCore import QCoreApplication

from mediation_app.errors import MediationError, MissingFactsError, UnlawfulStepError
from mediation_app.sentences import Sentence

CONTEXT = "Sentence"
"""Where the translations of the core's templates are kept."""


def spoken(sentence: Sentence | str) -> str:
    """Return the sentence in the language of the window; plain text stays as it is."""
    if isinstance(sentence, str):
        return sentence
    gaps = {name: _listed(value) for name, value in sentence.gaps.items()}
    return QCoreApplication.translate(CONTEXT, sentence.template).format(**gaps)


def _listed(value: str) -> str:
    """Return what fills a gap, each of several fixed words in the language of the window."""
    words = value.split("、")
    spoken_words = [term(each) for each in words]
    return value if spoken_words == words else ", ".join(spoken_words)


def term(word: str) -> str:
    """Return a fixed word of the core, such as the title of a form, in the window's language."""
    return QCoreApplication.translate(CONTEXT, word) if word else word


def told(error: MediationError) -> str:
    """Return what a person reads about the trouble."""
    if isinstance(error, MissingFactsError):
        missing = QCoreApplication.translate("Errors", "；").join(
            spoken(each) for each in error.missing
        )
        gaps = {**error.sentence.gaps, "missing": missing}
        return spoken(Sentence(error.sentence.template, gaps))
    if isinstance(error, UnlawfulStepError):
        return QCoreApplication.translate("Errors", "；").join(map(spoken, error.reasons))
    return spoken(error.sentence)
