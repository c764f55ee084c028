"""What lists and the search read: a narrow line for each case, its parties, its words."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select

from db.agenda import mark_stale, take_agenda_out
from db.canonical import canonical
from db.filling import fill
from db.journal import Row
from db.many import MANY, many
from db.scalars import read_instant
from db.schedule_index import appointment_rows
from db.search_words import folded, number_key, search_words
from db.tables import (
    APPOINTMENT_LINE,
    CASE_LINE,
    CASE_PARTY,
    CASE_SEARCH,
    DELETED_CASE,
    AnyRow,
)
from db.told_statuses import mark_to_tell
from mediation_app.domain.case_numbers import read_case_number
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.ports.queries import CaseLine

_TAIL_LENGTH = 4
_NOT_TOLD = {Stage.DRAFT.value, Stage.ARCHIVED.value}
"""Who had such a stage never had a status that other stations tell."""
_LINES = select(CASE_LINE.c.no).where(CASE_LINE.c.case_id.in_(MANY))
_NO_WORDS = delete(CASE_SEARCH).where(CASE_SEARCH.c.rowid.in_(MANY))
_NO_LINES = delete(CASE_LINE).where(CASE_LINE.c.no.in_(MANY))
_NO_PARTIES = delete(CASE_PARTY).where(CASE_PARTY.c.case_id.in_(MANY))
_NO_APPOINTMENTS = delete(APPOINTMENT_LINE).where(APPOINTMENT_LINE.c.case_id.in_(MANY))
_NOT_DELETED = delete(DELETED_CASE).where(DELETED_CASE.c.case_id.in_(MANY))


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A case for the lists.

    Attributes:
        no: The number of its line: the latest first.
        saved_at: Of its last journal entry.
        is_deleted: True takes it out of lists and search.
    """

    case: Case
    no: int
    saved_at: str
    is_deleted: bool = False


def put_new(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    """Write the lines of cases that have none."""
    put_rows(connection, [rows_of(entry) for entry in entries])


def put_again(connection: Connection, entry: IndexEntry) -> None:
    """Write the line of a case in place of the one it has."""
    take_out(connection, entry.case.id)
    put_new(connection, [entry])


def list_again(connection: Connection, entry: IndexEntry) -> None:
    """Write line, parties and words of a case again: tables that every version of a file has."""
    _unlist(connection, [entry.case.id])
    _list(connection, [rows_of(entry)])


def take_out(connection: Connection, *case_ids: str) -> None:
    """Remove the lines of cases, with their parties, their words and what is planned in them."""
    _unlist(connection, case_ids)
    connection.execute(_NO_APPOINTMENTS, many(case_ids))
    take_agenda_out(connection, case_ids)
    mark_to_tell(connection, case_ids)


def _unlist(connection: Connection, case_ids: Collection[str]) -> None:
    numbers = list(connection.scalars(_LINES, many(case_ids)))
    if numbers:
        connection.execute(_NO_WORDS, many(numbers))
        connection.execute(_NO_LINES, many(numbers))
        connection.execute(_NO_PARTIES, many(case_ids))
    connection.execute(_NOT_DELETED, many(case_ids))


@dataclass(frozen=True, slots=True)
class IndexRows:
    """What one case adds to the tables of the lists."""

    line: Row
    parties: Sequence[Row]
    words: str
    is_deleted: bool = False
    appointments: Sequence[Row] = ()


def rows_of(entry: IndexEntry) -> IndexRows:
    """Return what a case adds to the tables of the lists."""
    case = entry.case
    return IndexRows(
        _line_row(entry),
        _party_rows(case),
        search_words(case),
        entry.is_deleted,
        appointment_rows(case),
    )


def put_rows(connection: Connection, entries: Sequence[IndexRows]) -> None:
    """Write rows of the lists; a deleted case has only its line, where nobody looks for it."""
    _list(connection, entries)
    listed = [each for each in entries if not each.is_deleted]
    planned = [row for each in listed for row in each.appointments]
    fill(connection, APPOINTMENT_LINE, planned)
    mark_stale(connection, [each.line["case_id"] for each in listed])
    told = [line for line in (each.line for each in listed) if line["stage"] not in _NOT_TOLD]
    mark_to_tell(connection, [line["case_id"] for line in told])


def _list(connection: Connection, entries: Sequence[IndexRows]) -> None:
    deleted = [each.line for each in entries if each.is_deleted]
    listed = [each for each in entries if not each.is_deleted]
    words = [{"rowid": each.line["no"], "words": each.words} for each in listed]
    for table, rows in (
        (DELETED_CASE, deleted),
        (CASE_LINE, [each.line for each in listed]),
        (CASE_SEARCH, words),
        (CASE_PARTY, [row for each in listed for row in each.parties]),
    ):
        fill(connection, table, rows)


def line_of(row: AnyRow) -> CaseLine:
    """Return the line that a row holds."""
    return CaseLine(
        id=CaseId(row.case_id),
        number=row.number,
        stage=Stage(row.stage),
        applicants=tuple(json.loads(row.applicants)),
        respondents=tuple(json.loads(row.respondents)),
        dispute=row.dispute,
        category=row.category,
        amount=None if row.amount_cents is None else Money(row.amount_cents),
        filed_on=None if row.filed_on is None else date.fromisoformat(row.filed_on),
        saved_at=read_instant(row.saved_at),
    )


def identity_key(number: str) -> str:
    """Return an identity number as it is compared."""
    return "".join(folded(number).split())


def phone_tail(phone: str) -> str:
    """Return the last four digits of a phone, nothing where there are fewer."""
    digits = "".join(each for each in folded(phone) if each.isdecimal())
    return digits[-_TAIL_LENGTH:] if len(digits) >= _TAIL_LENGTH else ""


def person_key(name: str) -> str:
    """Return a name as it is compared."""
    return "".join(folded(name).split())


def _line_row(entry: IndexEntry) -> Row:
    case = entry.case
    agreed = case.agreement.amount if case.agreement else None
    amount = case.claim if agreed is None else agreed
    return {
        "no": entry.no,
        "case_id": case.id,
        **_number_columns(case.number),
        "provisional_key": number_key(case.provisional_number),
        "stage": stage_of(case).value,
        "applicants": _names(case, PartyRole.APPLICANT),
        "respondents": _names(case, PartyRole.RESPONDENT),
        "dispute": case.dispute,
        "category": case.category,
        "amount_cents": None if amount is None else amount.cents,
        "filed_on": None if case.filed_on is None else case.filed_on.isoformat(),
        "saved_at": entry.saved_at,
    }


def _number_columns(number: str) -> Row:
    parts = read_case_number(number)
    return {
        "number": number,
        "number_key": number_key(number),
        "year": parts.year if parts else None,
        "word": parts.word if parts else None,
        "serial": parts.serial if parts else None,
    }


def _names(case: Case, role: PartyRole) -> str:
    return canonical([party.name for party in case.parties_in(role)])


def _party_rows(case: Case) -> list[Row]:
    return [_party_row(case, party) for party in case.parties]


def _party_row(case: Case, party: Party) -> Row:
    return {
        "case_id": case.id,
        "name": person_key(party.name),
        "identity_key": identity_key(party.identity.number),
        "phone_tail": phone_tail(party.phone),
    }
