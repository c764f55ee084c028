"""Hands over what was saved here, and gives back what the centre has lost.

A call that fails says nothing about whether it took effect, so everything is sent again until it
comes back by a pull; the centre knows an operation by its id.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from db.sync.line import Line
from db.sync.wire import ENVELOPE_BYTES, MOST_BYTES, MOST_OPS, Judgement, PlacedOp, Verdict, WireOp
from mediation_app.errors import CentralError, ForkedDeviceError, RejectedCallError

POISON = "poison"
"""The reason of an operation that the centre cannot even read; it is set aside here."""

_MOST_FORKS = 3

Sendable = TypeVar("Sendable")


class Pushing:
    """Sends over one line."""

    def __init__(self, line: Line, introduce: Callable[[], None], *, may_park: bool) -> None:
        """Send over this line.

        Args:
            line: Both sides.
            introduce: Says hello again, under a new device id.
            may_park: False while the centre recovers: nothing is final then.
        """
        self._line = line
        self._introduce = introduce
        self._may_park = may_park
        self._forks = 0
        self._waiting: set[str] = set()

    def push_outbox(self, most_batches: int) -> bool:
        """Send what is pending, oldest first; return whether there is more that can go."""
        for _ in range(most_batches):
            ops = self._next()
            if not ops:
                return False
            self._line.tally.sent += self._send(ops)
            self._line.watch.check()
        return bool(self._next())

    def ask_again(self) -> None:
        """Send once more what the centre has left waiting, for a content or for a number."""
        self._waiting.clear()

    def push_again(self) -> bool:
        """Send what has a place and did not come back; return whether there was any."""
        ops = self._line.replica.unechoed()
        for batch in batches(ops, lambda op: op.body):
            self._send(batch)
        return bool(ops)

    def give_back(self) -> bool:
        """Offer what the centre has lost; return whether it took any."""
        given = sum(
            self._give(batch)
            for batch in batches(self._line.replica.held(), lambda placed: placed.op.body)
        )
        self._line.tally.given_back += given
        return given > 0

    def _give(self, ops: Sequence[PlacedOp]) -> int:
        """Give back a batch; one that the centre cannot read keeps nothing else from going."""
        try:
            verdicts = self._line.central.rescue(self._line.replica.device_id, ops)
        except RejectedCallError:
            if len(ops) == 1:
                return 0
            middle = len(ops) // 2
            return self._give(ops[:middle]) + self._give(ops[middle:])
        self._line.judged(verdicts)
        self._line.watch.check()
        return sum(verdict.judgement is Judgement.PLACED for verdict in verdicts)

    def _send(self, ops: Sequence[WireOp]) -> int:
        """Send a batch; return how many of it have a place then."""
        try:
            verdicts = self._line.central.push(self._line.replica.device_id, ops)
        except ForkedDeviceError:
            self._fork()
            return 0
        except RejectedCallError as error:
            return self._halve(ops, error)
        judged = {verdict.op_id for verdict in verdicts}
        self._waiting |= {op.record_id for op in ops if op.op_id not in judged}
        return self._line.judged(verdicts)

    def _next(self) -> tuple[WireOp, ...]:
        """Return what goes next: nothing of a record of which something earlier waits."""
        limit, most_bytes, seen = MOST_OPS, MOST_BYTES, 0
        while True:
            ops = self._line.replica.outbox(limit, most_bytes)
            free = tuple(op for op in ops if op.record_id not in self._waiting)
            if free or len(ops) == seen:
                return free[:MOST_OPS]
            limit, most_bytes, seen = limit * 2, most_bytes * 2, len(ops)

    def _fork(self) -> None:
        """Go on under a new device id; the caller reads the outbox again, re-stamped."""
        self._forks += 1
        if self._forks > _MOST_FORKS:
            raise ForkedDeviceError
        self._line.replica.become_device()
        self._introduce()

    def _halve(self, ops: Sequence[WireOp], error: CentralError) -> int:
        """Find the operation that spoils the batch, and park it alone."""
        if len(ops) == 1:
            if not self._may_park:
                raise error
            verdict = Verdict(ops[0].op_id, Judgement.REFUSED, reason=POISON)
            return self._line.judged([verdict])
        middle = len(ops) // 2
        return self._send(ops[:middle]) + self._send(ops[middle:])


def batches(
    ops: Sequence[Sendable], body_of: Callable[[Sendable], str]
) -> Iterator[Sequence[Sendable]]:
    """Cut operations into portions that one call carries, at least one operation each."""
    batch: list[Sendable] = []
    weight = 0
    for op in ops:
        size = len(body_of(op).encode()) + ENVELOPE_BYTES
        if batch and (len(batch) == MOST_OPS or weight + size > MOST_BYTES):
            yield batch
            batch, weight = [], 0
        batch.append(op)
        weight += size
    if batch:
        yield batch
