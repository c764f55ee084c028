"""Waiting for the centre, but not for ever.

A server's own limits do not reach everything: while a commit waits for a standby that is not
there, PostgreSQL heeds neither ``statement_timeout`` nor a client that hung up.
"""

from collections.abc import Generator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.errors import QueryCanceled

from db.central.connecting import STATEMENT_TIMEOUT_MS

SILENCE_S = 2 * STATEMENT_TIMEOUT_MS / 1000
"""So long neither a byte comes nor one can be sent: the server would have ended any statement."""

_Result = TypeVar("_Result")
_Steps = Generator[Any, Any, _Result]


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is given up where the other side keeps silent."""

    def wait(self, gen: _Steps[_Result], *args: Any, **options: Any) -> _Result:
        """Take the steps of a call; the driver does so for each.

        Raises:
            psycopg.errors.QueryCanceled: Nothing was heard; whether the call takes effect is
                unknown. It is not cancelled: a commit that waits for a standby would be seen
                by everybody then, and lost with this server.
        """
        return super().wait(self._heard(gen), *args, **options)

    def _heard(self, steps: _Steps[_Result]) -> _Steps[_Result]:
        is_ready: Any = None
        heard_at = monotonic()
        while True:
            try:
                # A call that needs no wait ends at its first step already.
                wanted = steps.send(is_ready)
            except StopIteration as end:
                result: _Result = end.value
                return result
            is_ready = yield wanted
            if is_ready:
                heard_at = monotonic()
            elif monotonic() - heard_at > SILENCE_S:
                self.pgconn.finish()
                raise QueryCanceled("the server keeps silent")
