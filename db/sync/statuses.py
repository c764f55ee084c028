"""Tells the centre, after a round, how the cases stand whose customers may ask at other stations.

Only what changed is told. What was told of each case is noted in the same encrypted file as the
case; a case is marked where it changes, and its day tells when it stands elsewhere by itself.
"""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection, Select, bindparam, delete, or_, select, update

from db.canonical import canonical
from db.committees import current_id
from db.database import Database
from db.fold import shown
from db.journal import DEVICE_ID
from db.meta import get_meta, put_meta
from db.own_org import OWN_ORG
from db.records import load
from db.registers import legible
from db.states import read_state
from db.sync.sealing import StatusKeys, seal, status_keys
from db.sync.sides import Central, ToldStatus
from db.sync.status_texts import status_text
from db.tables import CASE_LINE, RECORD, TOLD_STATUS, AnyRow
from db.told_statuses import AT_ONCE
from db.writing import writing
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.progress import is_told_elsewhere, progress_of
from mediation_app.errors import InvalidValueError

MOST_AT_ONCE = 100
BUDGET_S = 2.0
"""So long at most after one round, so that nobody waits for news: the next round goes on."""

_FOR_EVER = "9999"
_NEVER = b"-"
"""In place of the hash of what the centre was told, where it may know anything."""
_BASIS, _CENTRE = "status_basis", "status_centre"
_SALT_BYTES, _LOOKUP_BYTES = 16, 32
_C = TOLD_STATUS.c
_THIS = (_C.case_id == bindparam("of_case"), _C.marks == bindparam("seen"))
"""Nothing is noted of a case that changed meanwhile: it is looked at again."""
_NOTE = (
    update(TOLD_STATUS)
    .where(*_THIS)
    .values({name: bindparam(f"new_{name}") for name in ("due_on", "said")})
)
_DOUBT = (
    update(TOLD_STATUS)
    .where(_C.case_id == bindparam("of_case"))
    .values(said=_NEVER, code=bindparam("new_code"), keys=bindparam("new_keys"))
)
_FORGET = delete(TOLD_STATUS).where(*_THIS)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands, and what is noted of it.

    Attributes:
        marks: How often it was marked until it was read.
        text: What other desks may tell; empty for nothing.
        due_on: The last day for which that holds.
        seq: The place of its log that it was made of.
        keys: Salt, lookup and key, as the code made them; empty before the first time.
        told: Hash of what the centre was told; ``-`` where it may know anything, empty where it
            knows nothing.
    """

    case_id: str
    marks: int
    code: str = ""
    text: str = ""
    due_on: str = ""
    seq: int = 0
    keys: bytes = b""
    told: bytes = b""

    @property
    def said(self) -> bytes:
        """The hash of what the centre is to know; empty for nothing."""
        return sha256(f"{self.code}\n{self.text}".encode()).digest() if self.text else b""

    def is_told_by_others(self, told_seq: int) -> bool:
        """Return whether a colleague told of it before this machine ever did.

        So a new machine of a large station digests no codes but of cases that change.

        Args:
            told_seq: The place of the log of which the centre was told.
        """
        is_new_here = self.told in {b"", _NEVER} and not self.keys
        return is_new_here and bool(self.text) and told_seq >= self.seq


class Statuses:
    """Keeps what the centre tells of this desk's cases as it is here."""

    def __init__(
        self, database: Database, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin.

        Args:
            database: The station's.
            limits: By which the next day of a case is found.
            clock: Counts seconds.
        """
        self._database = database
        self._limits = limits
        self._clock = clock

    def tell(self, central: Central, epoch: int, go_on: Callable[[], object]) -> int:
        """Tell what changed, as far as the time for it goes; return of how many cases.

        Args:
            central: The line of the round that was just done.
            epoch: Of the centre; another one may have forgotten what it was told.
            go_on: Is called between portions; what it raises ends this.

        Raises:
            CentralError: The line broke; what is not noted as told is told once more.
        """
        until = self._clock() + BUDGET_S
        self._take_basis(epoch)
        told, salt = 0, b""
        while portion := self._portion():
            salt = salt or central.status_salt()
            if not salt:
                return told  # The centre is of an older version: it tells nobody anything yet.
            done = self._tell(central, portion, salt, until)
            told += done.told
            if not done.is_whole or self._clock() >= until:
                break
            go_on()
        return told

    def _tell(
        self, central: Central, portion: Sequence[Standing], salt: bytes, until: float
    ) -> "_Done":
        changed = [each for each in portion if each.said != each.told]
        own = central.own_cases([each.case_id for each in changed]) if changed else {}
        wanted = [
            each
            for each in changed
            if each.case_id in own and not each.is_told_by_others(own[each.case_id])
        ]
        ready = self._with_keys(wanted, salt, until)
        if ready:
            # Also where nobody hears any more whether it arrived, it is told once more.
            self._doubt(ready)
            central.publish_statuses([_sealed(each) for each in ready])
        left = {each.case_id for each in wanted} - {each.case_id for each in ready}
        others = [each for each in changed if each.case_id not in own]
        over = left | {each.case_id for each in others}
        self._note([each for each in portion if each.case_id not in over], others)
        return _Done(len(ready), len(ready) == len(wanted))

    def _with_keys(self, wanted: Iterable[Standing], salt: bytes, until: float) -> list[Standing]:
        """Return those whose code is digested, at least one: a tenth of a second for a new one."""
        ready: list[Standing] = []
        for each in wanted:
            if each.text and not each.keys.startswith(salt):
                if ready and self._clock() >= until:
                    break
                made = status_keys(each.code, salt)
                ready.append(replace(each, keys=salt + made.lookup + made.key))
            else:
                ready.append(each)
        return ready

    # --- in the station's database -----------------------------------------------

    def _take_basis(self, epoch: int) -> None:
        """Look at every case again where what all depend on is another one now."""
        with self._database.engine.connect() as connection:
            committee = _committee(connection)
            contact = (committee.station, committee.name, committee.phone)
            basis = canonical([*contact, self._limits.fingerprint])
            machine = [get_meta(connection, OWN_ORG), get_meta(connection, DEVICE_ID)]
            centre = canonical([epoch, *machine])
            kept = get_meta(connection, _BASIS), get_meta(connection, _CENTRE)
        if kept == (basis, centre):
            return
        with self._writing() as connection:
            again = update(TOLD_STATUS).values(due_on=AT_ONCE, marks=_C.marks + 1)
            if kept[1] != centre:
                again = again.values(said=_NEVER)
            connection.execute(again)
            put_meta(connection, _BASIS, basis)
            put_meta(connection, _CENTRE, centre)

    def _portion(self) -> list[Standing]:
        today = self._database.clock.today()
        with self._database.engine.connect() as connection:
            rows = connection.execute(_due(today)).all()
            committee = _committee(connection) if rows else Committee()
            return [self._standing(row, committee, today) for row in rows]

    def _standing(self, row: AnyRow, committee: Committee, today: date) -> Standing:
        noted = Standing(row.case_id, row.marks, told=row.said)
        if row.listed is None:
            return noted
        case = legible(Case, shown(read_state(row.doc)))
        try:
            progress = progress_of(case, committee, self._limits, today)
        except InvalidValueError:  # A day beyond all sense, which its own field tells of.
            return noted
        if not is_told_elsewhere(case):
            return noted
        return replace(
            noted,
            code=case.query_code,
            text=status_text(progress),
            due_on=_FOR_EVER if progress.next_on is None else progress.next_on.isoformat(),
            seq=row.seq,
            keys=row.keys if row.code == case.query_code else b"",
        )

    def _doubt(self, ready: Iterable[Standing]) -> None:
        """Note that the centre may know anything of these, and what their codes made."""
        rows = [
            {"of_case": each.case_id, "new_code": each.code, "new_keys": each.keys}
            for each in ready
        ]
        with self._writing() as connection:
            connection.execute(_DOUBT, rows)

    def _note(self, done: Collection[Standing], others: Iterable[Standing]) -> None:
        """Note what was done; of cases that are told no longer, or by others, nothing."""
        over = [*others, *(each for each in done if not each.text)]
        noted = [_row(each) for each in done if each.text]
        with self._writing() as connection:
            if over:
                forgotten = [{"of_case": each.case_id, "seen": each.marks} for each in over]
                connection.execute(_FORGET, forgotten)
            if noted:
                connection.execute(_NOTE, noted)

    def _writing(self) -> AbstractContextManager[Connection]:
        return writing(self._database.engine, self._database.turns)


@dataclass(frozen=True, slots=True)
class _Done:
    """Of how many cases was told, and whether that were all of a portion."""

    told: int
    is_whole: bool


def _due(today: date) -> Select[tuple[object, ...]]:
    """Return the statement for cases to look at; one that the centre has not yet waits."""
    is_record = (RECORD.c.record_kind == RecordKind.CASE.value) & (
        RECORD.c.record_id == _C.case_id
    )
    return (
        select(TOLD_STATUS, RECORD.c.doc, RECORD.c.seq, CASE_LINE.c.case_id.label("listed"))
        .outerjoin(RECORD, is_record)
        .outerjoin(CASE_LINE, CASE_LINE.c.case_id == _C.case_id)
        .where(_C.due_on < today.isoformat(), or_(RECORD.c.seq.is_(None), RECORD.c.seq > 0))
        .order_by(_C.due_on, _C.case_id.desc())
        .limit(MOST_AT_ONCE)
    )


def _committee(connection: Connection) -> Committee:
    stored = load(connection, RecordKind.COMMITTEE, current_id(connection))
    return Committee() if stored is None else legible(Committee, stored.registers)


def _sealed(standing: Standing) -> ToldStatus:
    if not standing.text:
        return ToldStatus(standing.case_id)
    after_salt = standing.keys[_SALT_BYTES:]
    keys = StatusKeys(after_salt[:_LOOKUP_BYTES], after_salt[_LOOKUP_BYTES:])
    return ToldStatus(standing.case_id, keys.lookup, seal(keys, standing.text), standing.seq)


def _row(standing: Standing) -> dict[str, object]:
    return {
        "of_case": standing.case_id,
        "seen": standing.marks,
        "new_due_on": standing.due_on,
        "new_said": standing.said,
    }
