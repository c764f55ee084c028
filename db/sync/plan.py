"""What a round has to do, from what the centre says and what is here: no input, no output.

No clock decides anything: numbers tell how far a feed goes, and hashes whether it is still the
same feed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from db.canonical import PLACE_BYTES
from db.sync.wire import (
    BELL_LASTS,
    PROTOCOL,
    Cursor,
    Hello,
    OrgHead,
    RecordHead,
)
from mediation_app.sentences import Sentence, say

BACKFILL_FROM = 300
"""A feed with fewer entries is read from its beginning; a longer one begins with snapshots."""

FIRST_WAIT_S, LONGEST_WAIT_S = 2.0, 60.0
"""How long to wait after the first failure, and at most."""

_MOST_DOUBLINGS = 10


class Doubt(Enum):
    """Why the centre seems to have been put back to a backup."""

    SHORTER = "shorter"
    """The feed ends before the place up to which it is taken over here."""
    OTHER = "other"
    """The feed has another history at that place."""


@dataclass(frozen=True, slots=True)
class Here:
    """What this machine knows before a round.

    Attributes:
        epoch: Of the centre at the last round; 0 before the first.
        cursors: How far each feed is taken over.
        begun: Organisations whose feed has been begun once.
        bells: The bell keys of organisations, by which their centre is known again.
        is_elsewhere: The centre is another one, and has none of these organisations.
    """

    epoch: int = 0
    cursors: Mapping[int, Cursor] = field(default_factory=dict)
    begun: frozenset[int] = frozenset()
    bells: Mapping[int, bytes] = field(default_factory=dict)
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What the round does.

    Attributes:
        refusal: Why there can be no round; None where there can.
        about: Which part of the address the refusal is about; empty for none of them.
        may_push: False at a standby, which takes nothing.
        is_epoch_new: The centre says itself that it was put back.
        doubts: The feeds that are not the ones known here; they are read again from the start.
        feeds: Organisations whose feed has something new.
        first: Organisations that are seen for the first time and have a long feed.
    """

    refusal: Sentence | None = None
    about: str = ""
    may_push: bool = True
    is_epoch_new: bool = False
    doubts: Mapping[int, Doubt] = field(default_factory=dict)
    feeds: tuple[int, ...] = ()
    first: tuple[int, ...] = ()

    @property
    def must_compare(self) -> bool:
        """True where each record has to be compared with the centre."""
        return self.is_epoch_new or bool(self.doubts)


def plan_round(hello: Hello, here: Here) -> Plan:
    """Return what is to be done after this hello."""
    refusal = _refusal(hello, here)
    if refusal is not None:
        return Plan(*refusal, may_push=False)
    doubts = {
        org.org_id: doubt
        for org in hello.orgs
        if (doubt := _doubt(org, here.cursors.get(org.org_id, Cursor()))) is not None
    }
    if hello.is_replica:
        return _plan_at_standby(hello, here, doubts)
    return Plan(
        is_epoch_new=here.epoch not in {0, hello.epoch},
        doubts=doubts,
        feeds=tuple(org.org_id for org in _ahead(hello, here) if org.org_id not in doubts),
        first=tuple(
            org.org_id
            for org in hello.orgs
            if org.org_id not in here.begun and org.fseq >= BACKFILL_FROM
        ),
    )


def _plan_at_standby(hello: Hello, here: Here, doubts: Mapping[int, Doubt]) -> Plan:
    """Return what can be had from a server that may be behind: never a reason for doubt."""
    known = tuple(org.org_id for org in _ahead(hello, here) if org.org_id in here.begun)
    return Plan(may_push=False, feeds=tuple(org for org in known if org not in doubts))


_Refusal: TypeAlias = tuple[Sentence, str]
"""Why, and which part of the address that is about."""


def _refusal(hello: Hello, here: Here) -> _Refusal | None:
    return _refusal_of_protocol(hello) or _refusal_of_machine(hello, here)


def _refusal_of_protocol(hello: Hello) -> _Refusal | None:
    if hello.protocol_min > PROTOCOL:
        return say(
            "中心库已升级，本程序版本太旧，不能同步；本机可继续办案，请升级程序后再同步"
        ), ""
    if hello.protocol_max < PROTOCOL:
        return say(
            "本程序比中心库新，暂不能同步；本机可继续办案，"
            "请管理员运行 mediation-app central upgrade"
        ), ""
    return None


def _refusal_of_machine(hello: Hello, here: Here) -> _Refusal | None:
    if hello.device_is_revoked:
        return say("管理员已停用这台电脑的同步；本机内容未动，请联系管理员"), ""
    if not hello.orgs:
        sentence = say("账号“{login}”还没有加入任何机构，请联系管理员", login=hello.login)
        return sentence, "login"
    are_foreign = (_is_foreign(org, here.bells.get(org.org_id)) for org in hello.orgs)
    if here.is_elsewhere or any(are_foreign):
        # To it all that came from the first one would look like what it has lost.
        return say("本机已与另一个中心库同步过，没有连接这一个；请另建一个数据库再连接"), "hosts"
    return None


def _is_foreign(org: OrgHead, known: bytes | None) -> bool:
    """Return whether a bell key is of another centre than the one known before.

    The rest of a key changes whenever somebody is shut out of the organisation.
    """
    return known is not None and known[:BELL_LASTS] != org.bell_key[:BELL_LASTS]


def _doubt(org: OrgHead, cursor: Cursor) -> Doubt | None:
    if cursor.fseq == 0:
        return None
    if org.fseq < cursor.fseq:
        return Doubt.SHORTER
    return None if org.chain_at_cursor == cursor.chain else Doubt.OTHER


def _ahead(hello: Hello, here: Here) -> Iterator[OrgHead]:
    nothing = Cursor()
    return (org for org in hello.orgs if org.fseq > here.cursors.get(org.org_id, nothing).fseq)


def differing(
    here: Iterable[RecordHead], there: Iterable[RecordHead]
) -> Iterator[tuple[RecordHead, RecordHead | None]]:
    """Return the records of this machine that do not end at the same place at the centre.

    Args:
        here: The records of this machine, ordered by id.
        there: Those of the centre, ordered by id.

    Returns:
        Each with its head at the centre, None where the centre does not show it.
    """
    heads = iter(there)
    head = next(heads, None)
    for mine in here:
        while head is not None and head.record_id < mine.record_id:
            head = next(heads, None)
        found = head if head is not None and head.record_id == mine.record_id else None
        if found is None or _place_of(found) != _place_of(mine):
            yield mine, found


def _place_of(head: RecordHead) -> tuple[int, bytes]:
    return head.seq, head.chain[:PLACE_BYTES]


def has_news(orgs: Iterable[OrgHead], heads: Iterable[int], here: Mapping[int, Cursor]) -> bool:
    """Return whether the doorbell tells of a feed that is not taken over as far as it goes."""
    return any(
        head != here.get(org.org_id, Cursor()).fseq for org, head in zip(orgs, heads, strict=False)
    )


def wait_after_failures(failures: int, share: float) -> float:
    """Return how many seconds to wait before the next attempt.

    Args:
        failures: In a row, at least one.
        share: A random share between 0 and 1, so that thousands do not come back at once.
    """
    longest = FIRST_WAIT_S * float(1 << min(failures - 1, _MOST_DOUBLINGS))
    return min(longest, LONGEST_WAIT_S) * (0.5 + share / 2)
