"""What lists and the search read: a narrow line for each case, its parties, its words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from db.canonical import canonical
from db.journal import Entered
from db.search_words import folded, number_key, search_words
from db.tables import CASE_LINE, CASE_PARTY, CASE_SEARCH, AnyRow
from mediation_app.domain.case_numbers import read_case_number
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.ports.queries import CaseLine

_TAIL_LENGTH = 4


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A case and its last journal entry, whose number is the line's: latest first is by it."""

    case: Case
    entered: Entered


def put_new(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    """Write the lines of cases that have none."""
    parties = [row for entry in entries for row in _party_rows(entry.case)]
    connection.execute(insert(CASE_LINE), [_line_row(entry) for entry in entries])
    connection.execute(insert(CASE_SEARCH), [_search_row(entry) for entry in entries])
    if parties:
        connection.execute(insert(CASE_PARTY), parties)


def put_again(connection: Connection, entry: IndexEntry) -> None:
    """Write the line of a case in place of the one it has."""
    case_id = entry.case.id
    no = connection.scalar(select(CASE_LINE.c.no).where(CASE_LINE.c.case_id == case_id))
    connection.execute(delete(CASE_SEARCH).where(CASE_SEARCH.c.rowid == no))
    connection.execute(delete(CASE_LINE).where(CASE_LINE.c.no == no))
    connection.execute(delete(CASE_PARTY).where(CASE_PARTY.c.case_id == case_id))
    put_new(connection, [entry])


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
        saved_at=datetime.fromisoformat(row.saved_at),
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


def _line_row(entry: IndexEntry) -> dict[str, Any]:
    case = entry.case
    agreed = case.agreement.amount if case.agreement else None
    amount = case.claim if agreed is None else agreed
    return {
        "no": entry.entered.no,
        "case_id": case.id,
        **_number_columns(case.number),
        "stage": stage_of(case).value,
        "applicants": _names(case, PartyRole.APPLICANT),
        "respondents": _names(case, PartyRole.RESPONDENT),
        "dispute": case.dispute,
        "category": case.category,
        "amount_cents": None if amount is None else amount.cents,
        "filed_on": None if case.filed_on is None else case.filed_on.isoformat(),
        "saved_at": entry.entered.saved_at,
    }


def _number_columns(number: str) -> dict[str, Any]:
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


def _search_row(entry: IndexEntry) -> dict[str, Any]:
    return {"rowid": entry.entered.no, "words": search_words(entry.case)}


def _party_rows(case: Case) -> list[dict[str, Any]]:
    return [_party_row(case, party) for party in case.parties]


def _party_row(case: Case, party: Party) -> dict[str, Any]:
    return {
        "case_id": case.id,
        "name": person_key(party.name),
        "identity_key": identity_key(party.identity.number),
        "phone_tail": phone_tail(party.phone),
    }
