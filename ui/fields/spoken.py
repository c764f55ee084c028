"""Sentences of the core in the language of the window."""

from PySide6.QtCore import QCoreApplication

from mediation_app.sentences import Sentence

CONTEXT = "sentences"


def spoken(sentence: Sentence | str) -> str:
    """Return the sentence in the language of the window; text is taken as translated already."""
    if isinstance(sentence, str):
        return sentence
    template = QCoreApplication.translate(CONTEXT, sentence.template)
    return template.format(**sentence.gaps)
