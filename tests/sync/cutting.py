"""A line to a real centre that breaks at a chosen call, before or after it took effect."""

from db.central.client import PostgresCentral
from mediation_app.errors import CentralError
from mediation_app.sentences import say


class CutLine:
    """Passes calls on to the centre, past the scissors."""

    def __init__(self, central, scissors):
        self._central = central
        self._scissors = scissors

    def close(self):
        self._central.close()

    def __getattr__(self, name):
        def call(*values):
            self._scissors.asked.append((name, values))
            return self._scissors.around(lambda: getattr(self._central, name)(*values), name)

        return call


class Scissors:
    """Counts the calls of all lines, and does something at a chosen one, once."""

    def __init__(self):
        self.calls = []
        self.asked = []
        self._at = None
        self._act = None
        self._is_after = False

    def line(self, central):
        """Return the line that is cut."""
        return CutLine(central, self)

    def line_of(self, address, password):
        """Return a line to the centre that is cut."""
        return self.line(PostgresCentral(address, password))

    def cut_call(self, number, *, is_after=False):
        """Cut at the n-th call from now on, whichever it is, before or after it took effect."""
        self.calls.clear()
        self._at, self._act, self._is_after = (None, number), _cut, is_after

    def cut(self, name, number, *, is_after=False):
        """Cut at the n-th call of one kind from now on, before or after it took effect."""
        self.do_at(name, number, _cut)
        self._is_after = is_after

    def do_at(self, name, number, act):
        """Do something before the n-th call of one kind from now on."""
        self.calls.clear()
        self._at, self._act, self._is_after = (name, number), act, False

    def rest(self):
        """Do nothing any more."""
        self._at = None

    def around(self, call, name):
        """Do a call, and what was wanted at it."""
        self.calls.append(name)
        wanted, number = self._at or (None, 0)
        count = len(self.calls) if wanted is None else self.calls.count(wanted)
        if self._at is None or count != number or wanted not in {None, name}:
            return call()
        act, self._at = self._act, None
        assert act is not None
        if self._is_after:
            call()
            return act()
        act()
        return call()


def _cut():
    raise CentralError(say("线路断开"))
