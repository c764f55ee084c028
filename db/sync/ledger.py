"""What the station's database tells people about synchronisation."""

from sqlalchemy import Engine, select, text

from db.committees import current_id
from db.journal import changes_in
from db.scalars import read_instant
from db.sync.courier import Counts
from db.sync.reasons import reason_in_words
from db.sync.rounds import read_round
from db.tables import CASE_LINE, OP, SET_ASIDE, SYNC_ROUND, AnyRow
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.syncing import SetAside, SyncRound

# Written out, so that SQLite sees that its index of these entries fits.
_COUNTS = text(
    """
    SELECT (
            SELECT count(*) FROM op WHERE state IN ('pending', 'placed') AND body IS NOT NULL
            -- What belongs to a case that left is offered for ever, and waits for nothing.
            AND NOT (no IN (SELECT no FROM held) AND record_id IN (SELECT record_id FROM gone))
        ) AS to_send,
        (SELECT count(*) FROM conflict WHERE record_kind = 'case' OR record_id = :own)
            AS conflicts,
        (SELECT count(*) FROM set_aside) AS set_aside
    """
)


class SqlLedger:
    """Reads beside the rounds; every method is one short look."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self) -> Counts:
        """Return how much waits."""
        with self._engine.connect() as connection:
            row = connection.execute(_COUNTS, {"own": current_id(connection)}).one()
        return Counts(row.to_send, row.conflicts, row.set_aside)

    def rounds(self, limit: int) -> tuple[SyncRound, ...]:
        """Return the last rounds, latest first."""
        wanted = select(SYNC_ROUND.c.doc).order_by(SYNC_ROUND.c.no.desc()).limit(limit)
        with self._engine.connect() as connection:
            return tuple(read_round(row.doc) for row in connection.execute(wanted))

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return the edits that the centre refused, latest first."""
        line = CASE_LINE.c.case_id == OP.c.record_id
        wanted = (
            select(OP, SET_ASIDE.c.reason, CASE_LINE.c.number)
            .join(SET_ASIDE, SET_ASIDE.c.no == OP.c.no)
            .outerjoin(CASE_LINE, line)
            .order_by(OP.c.no.desc())
        )
        with self._engine.connect() as connection:
            return tuple(map(_set_aside, connection.execute(wanted)))

    def number_of(self, case_id: str) -> str | None:
        """Return the number of a case that is here, None of one that is not."""
        wanted = select(CASE_LINE.c.number).where(CASE_LINE.c.case_id == case_id)
        with self._engine.connect() as connection:
            return connection.scalar(wanted)


def _set_aside(row: AnyRow) -> SetAside:
    is_case = row.record_kind == RecordKind.CASE.value
    return SetAside(
        op_id=row.op_id,
        case_id=row.record_id if is_case else "",
        case_number=row.number or "",
        author=row.author,
        saved_at=read_instant(row.saved_at),
        reason=reason_in_words(row.reason),
        changes=changes_in(row.body) if row.body is not None else (),
    )
