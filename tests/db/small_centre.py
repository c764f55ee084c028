"""A centre of a few lines: one log for each record, one feed for each organisation, no access.

It places what it is given as the real one does, with the same hashes; what the real one refuses
or forgets a test tells it to.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from db.canonical import canonical
from db.sync.local.snapshots import snapshot_doc
from db.sync.sides import RecordKey
from db.sync.wire import (
    Cursor,
    Event,
    FeedEntry,
    Hello,
    Judgement,
    OrgHead,
    PlacedOp,
    RecordHead,
    RecordSnapshot,
    Verdict,
    feed_chain,
    op_chain,
)
from mediation_app.domain.case_numbers import CaseNumber

WORD = "云临金人调字"
STATION, OTHER = 3, 4


@dataclass
class SmallCentre:
    logs: dict[Any, Any] = field(default_factory=lambda: defaultdict(list))
    feeds: dict[Any, Any] = field(default_factory=lambda: defaultdict(list))
    orgs_of: dict[Any, Any] = field(default_factory=dict)
    refuse: set[str] = field(default_factory=set)
    """Records whose operations are refused."""
    epoch: int = 1
    serial: int = 0

    def hello(self, *orgs, person="陆知远"):
        heads = [
            OrgHead(
                org,
                1,
                f"临江区第{org}站",
                "station",
                "mediator",
                can_write=True,
                case_word=WORD,
                fseq=len(self.feeds[org]),
                chain=self.feeds[org][-1].chain if self.feeds[org] else b"",
                chain_at_cursor=b"",
                bell_key=b"k" * 16,
            )
            for org in orgs or (STATION,)
        ]
        now = datetime(2026, 3, 2, tzinfo=UTC)
        return Hello(1, 1, self.epoch, False, False, now, "lu", person, False, tuple(heads))

    def push(self, device, ops, person="陆知远"):
        return tuple(self._judge(device, op, person) for op in ops)

    def snapshot(self, key):
        log = self.logs[key]
        doc = snapshot_doc(key.kind, key.record_id, log)
        head = RecordHead(key.kind, key.record_id, log[-1].seq, log[-1].chain)
        return RecordSnapshot(head, doc, sha256(doc).digest())

    def entries(self, org=STATION, after=0):
        return tuple(self.feeds[org][after:])

    def move(self, key, *orgs):
        """Show a record to these organisations and no others."""
        before = self.orgs_of[key]
        self.orgs_of[key] = set(orgs)
        for org in before - set(orgs):
            self._tell(org, Event.LEAVE, key)
        for org in set(orgs) - before:
            self._tell(org, Event.ENTER, key)

    def forget(self, key, seq):
        """Lose the end of a log with a restored backup, and with it what feeds tell of it."""
        del self.logs[key][seq:]
        feeds = {org: list(feed) for org, feed in self.feeds.items()}
        self.feeds.clear()
        for org, feed in feeds.items():
            for entry in feed:
                subject = RecordKey(entry.kind, entry.record_id)
                if subject != key or entry.seq <= seq:
                    self._append(org, entry)

    def _judge(self, device, op, person):
        key = RecordKey(op.kind, op.record_id)
        for placed in self.logs[key]:
            if placed.op.op_id == op.op_id:
                return _verdict(placed, Judgement.KNOWN)
        if op.record_id in self.refuse:
            return Verdict(op.op_id, Judgement.REFUSED, reason="no_access")
        self.orgs_of.setdefault(key, {op.org_id})
        return _verdict(self.place(key, device, op, person), Judgement.PLACED)

    def place(self, key, device, op, person):
        log = self.logs[key]
        placed = PlacedOp(
            op=op,
            author=person,
            device_id=device,
            device_name=f"PC-{device[-2:]}",
            seq=len(log) + 1,
            placed_at="2026-03-02T00:00:00.000000+00:00",
            said=self._said(op),
            chain=b"",
            mac=b"m" * 16,
        )
        placed = replace(placed, chain=op_chain(log[-1].chain if log else b"", placed))
        log.append(placed)
        for org in sorted(self.orgs_of[key]):
            self._tell(org, Event.OP, key, placed)
        return placed

    def _said(self, op):
        if op.number is None:
            return "{}"
        if op.number.serial is None:
            self.serial += 1
        serial = self.serial if op.number.serial is None else op.number.serial
        return canonical({"number": str(CaseNumber(op.number.year, op.number.word, serial))})

    def _tell(self, org, event, key, placed=None):
        log = self.logs[key]
        link = b"" if placed else log[-1].chain
        entry = FeedEntry(0, event, key.kind, key.record_id, len(log), b"", placed, link)
        self._append(org, entry)

    def _append(self, org, entry):
        feed = self.feeds[org]
        previous = feed[-1].chain if feed else b""
        entry = replace(entry, fseq=len(feed) + 1)
        here = entry.placed.chain if entry.placed else entry.link
        feed.append(replace(entry, chain=feed_chain(previous, entry, here)))


def _verdict(placed, judgement):
    return Verdict(placed.op.op_id, judgement, placed.seq, placed.chain, placed.said)


def said_number(placed):
    return json.loads(placed.said).get("number")


def pulled(replica, centre, org=STATION):
    """Take over a feed to its head, fetching what is needed."""
    after = replica.cursors().get(org, Cursor()).fseq
    entries = centre.entries(org, after)
    if not entries:
        return replica.apply(org, ())
    while (applied := replica.apply(org, entries)).needs:
        for key in applied.needs:
            replica.apply_history(key, centre.logs[key][replica.place_of(key).seq :])
    return applied


def pushed(replica, centre, person="陆知远"):
    """Send what waits; return the verdicts."""
    verdicts = centre.push(replica.device_id, replica.outbox(), person)
    replica.take_verdicts(verdicts)
    return verdicts


def synced(replica, centre, org=STATION, person="陆知远"):
    """Do what a round does."""
    replica.greet(centre.hello(org, person=person))
    pushed(replica, centre, person)
    return pulled(replica, centre, org)
