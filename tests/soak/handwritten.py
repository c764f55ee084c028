"""Histories written by hand, right in every respect until a test spoils one of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mediation_app.domain.journal import FieldValue
from tests.soak.check_log import FEED_CHAIN_BYTES, chain_after, linked
from tests.soak.check_views import open_conflicts
from tests.soak.evidence import (
    CentreLeft,
    Echo,
    Edit,
    Evidence,
    FedEntry,
    LocalOp,
    LoggedOp,
    MachineLeft,
    Told,
    Witness,
)
from tests.soak.reference_fold import PLACE_BYTES, folded_anew, frozen

BRANCH, STATION, OTHER = 11, 10, 12
CASE = "case-1"


class Story:
    """Two machines of a station that write into one case, both fully synced at the end."""

    def __init__(self) -> None:
        self.log: list[LoggedOp] = []
        self.witness = Witness(
            granted={CASE: {BRANCH, STATION}}, granted_now={CASE: {BRANCH, STATION}}
        )

    def edit(
        self,
        op_id: str,
        writes: Mapping[str, FieldValue],
        *,
        seen: int = 0,
        by: str = "甲",
        **facts: str,
    ) -> None:
        """Let a person who has seen the log up to a place write something."""
        body = json.dumps({"changes": [[path, None, value] for path, value in writes.items()]})
        op = LoggedOp(
            op_id=op_id,
            kind="case",
            record_id=CASE,
            action="edit",
            v=1,
            author=by,
            device_id=f"device of {by}",
            device_seq=len(self.log) + 1,
            seq=len(self.log) + 1,
            base_seq=seen,
            base_chain=self.log[seen - 1].chain[:PLACE_BYTES] if seen else b"",
            after=(),
            saved_at="2026-03-01",
            placed_at="2026-03-02",
            body=body,
            body_hash=linked(body),
            said=facts.get("said", "{}"),
            sealed=facts.get("sealed", ""),
            chain=b"",
        )
        previous = self.log[-1].chain if self.log else b""
        self.log.append(replace(op, chain=chain_after(previous, op)))
        self.witness.edits[op_id] = Edit(
            op_id=op_id,
            machine=f"machine of {by}",
            person=by,
            record_id=CASE,
            body_hash=op.body_hash,
            writes={path: frozen(value) for path, value in writes.items()},
            saw_ops=frozenset(each.op_id for each in self.log[:seen]),
            canary=facts.get("canary", ""),
        )
        number = json.loads(op.said).get("number")
        if number:
            self.witness.told.append(Told(CASE, number, "machine of 甲"))

    def end(self) -> Evidence:
        """Return what such a history leaves behind where everything went right."""
        last = self.log[-1]
        self.witness.echoes[last.op_id] = Echo(last.op_id, last.body_hash, last.seq, last.chain, 0)
        return Evidence(self.witness, self._centre(), (self._machine("甲"), self._machine("乙")))

    def _centre(self) -> CentreLeft:
        return CentreLeft(
            log=tuple(self.log),
            feed=feed_of(self.log),
            signatures=tuple(op.op_id for op in self.log if op.sealed),
            serials={(STATION, 2026): (1, 2)},
            heads={(STATION, 2026): 2},
        )

    def _machine(self, person: str) -> MachineLeft:
        states = {CASE: folded_anew(self.log)}
        return MachineLeft(
            name=f"machine of {person}",
            person=person,
            orgs=frozenset({STATION}),
            ops={
                op.op_id: LocalOp(
                    op.op_id, CASE, "echoed", op.seq, op.chain, op.body_hash, op.author == person
                )
                for op in self.log
            },
            states=states,
            conflicts=frozenset(open_conflicts(states)),
        )


def feed_of(log: Sequence[LoggedOp]) -> tuple[FedEntry, ...]:
    """Return the feed of the station for a log."""
    chain, entries = b"", []
    for op in log:
        chain = linked(chain, op.chain, 1, op.record_id, op.seq)[:FEED_CHAIN_BYTES]
        entries.append(FedEntry(STATION, op.seq, 1, op.record_id, op.seq, chain))
    return tuple(entries)
