"""The robot of pytest-qt, as patient as all our tests are."""

from functools import partialmethod

from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS


class PatientQtBot(QtBot):
    """Gives up late, unless a test says another time."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815  as it is there
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
