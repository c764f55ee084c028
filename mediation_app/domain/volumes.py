"""What is bound into the volume of a case, in which order, and what a copy leaves out (卷宗)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TypeVar

from mediation_app.domain.agreements import Agreement
from mediation_app.domain.cases import Case, Meeting, Termination
from mediation_app.domain.documents import FormKind, IssuedLine, VolumeLine
from mediation_app.domain.identifiers.display import mask_identity, mask_phone
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.parties import Agent, Guardian, Party

Person = TypeVar("Person", Party, Agent, Guardian)
BEFORE_MATERIALS = (
    FormKind.APPLICATION,
    FormKind.MEETING_NOTICE,
    FormKind.SERVICE_RECEIPT,
)
AFTER_MATERIALS = (
    FormKind.RECORD,
    FormKind.AGREEMENT,
    FormKind.ORAL_AGREEMENT,
    FormKind.PLAIN_SUMMARY,
    FormKind.UNDISPUTED_FACTS,
    FormKind.TERMINATION,
    FormKind.OTHER_WAYS,
    FormKind.CONFIRMATION,
)
"""The order of the volume: application, proofs, records, agreement, court (司发通〔2010〕239号).

The slip and the receipt belong to the customer, not to the volume.
"""
_NUMBERS = re.compile(r"(?<![\dA-Za-z])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])")
_PHONE_LENGTH = 11
_ADDRESS_KEPT = 6
_HIDDEN = "＊＊＊"


@dataclass(frozen=True, slots=True)
class VolumePart:
    """One paper on its way into a volume.

    Attributes:
        content: The bytes of a PDF or a picture; empty for what is kept apart on paper.
        page_count: Its pages; 0 for what cannot be bound.
        note: What the contents say of it beyond its pages.
    """

    title: str
    content: bytes = field(default=b"", repr=False)
    page_count: int = 0
    note: str = ""


def contents_of(parts: Iterable[VolumePart]) -> tuple[VolumeLine, ...]:
    """Return the lines of the contents; what is not bound has no pages."""
    lines, page = [], 1
    for part in parts:
        last = page + part.page_count - 1 if part.page_count else 0
        digest = sha256(part.content).hexdigest() if part.content else ""
        first = page if part.page_count else 0
        lines.append(VolumeLine(part.title, first, last, digest, part.note))
        page += part.page_count
    return tuple(lines)


def newest(lines: Iterable[IssuedLine], kinds: tuple[FormKind, ...]) -> tuple[IssuedLine, ...]:
    """Return the last version of each document of these kinds, in the order of the kinds."""
    last = {(line.kind, line.about): line for line in lines if line.kind in kinds}
    return tuple(sorted(last.values(), key=lambda line: kinds.index(line.kind)))


def masked_for(case: Case, reader_id: str) -> Case:
    """Return the case as a copy for one party may show it: the others cannot be traced by it.

    Numbers of documents and telephones go out of the free texts too; names stay, for they are
    what the papers are about.
    """
    reader = next((each for each in case.parties if each.id == reader_id), None)
    own = set(_numbers_of(reader)) if reader else set()
    return replace(
        case,
        parties=tuple(
            each if each.id == reader_id else _masked_party(each) for each in case.parties
        ),
        facts=_masked_text(case.facts, own),
        issues=_masked_text(case.issues, own),
        requests=tuple(_masked_text(each, own) for each in case.requests),
        agreement=_masked_agreement(case.agreement, own),
        meetings=tuple(_masked_meeting(each, own) for each in case.meetings),
        termination=_masked_end(case.termination, own),
    )


def _masked_meeting(meeting: Meeting, own: set[str]) -> Meeting:
    notes = tuple(replace(each, text=_masked_text(each.text, own)) for each in meeting.notes)
    return replace(meeting, notes=notes, record=_masked_text(meeting.record, own))


def _masked_end(end: Termination | None, own: set[str]) -> Termination | None:
    if end is None:
        return None
    facts = tuple(_masked_text(each, own) for each in end.undisputed)
    return replace(end, reason=_masked_text(end.reason, own), undisputed=facts)


def _masked_agreement(agreement: Agreement | None, own: set[str]) -> Agreement | None:
    if agreement is None:
        return None
    terms = tuple(replace(each, text=_masked_text(each.text, own)) for each in agreement.terms)
    return replace(agreement, terms=terms, manner=_masked_text(agreement.manner, own))


def _masked_text(text: str, own: set[str]) -> str:
    return _NUMBERS.sub(lambda match: _masked_number(match.group(), own), text)


def _masked_number(number: str, own: set[str]) -> str:
    if number in own:
        return number
    return mask_phone(number) if len(number) == _PHONE_LENGTH else mask_identity(number)


def _numbers_of(party: Party) -> Iterator[str]:
    people: tuple[Party | Agent | Guardian, ...] = (party, *party.agents, *party.guardians)
    for person in people:
        yield person.identity.number
        yield person.phone


def _masked_party(party: Party) -> Party:
    return replace(
        _masked_person(party),
        address=_masked_address(party.address),
        agents=tuple(_masked_person(each) for each in party.agents),
        guardians=tuple(
            replace(_masked_person(each), address=_masked_address(each.address))
            for each in party.guardians
        ),
    )


def _masked_person(person: Person) -> Person:
    identity = Identity(person.identity.kind, mask_identity(person.identity.number))
    return replace(person, identity=identity, phone=mask_phone(person.phone))


def _masked_address(address: str) -> str:
    return f"{address[:_ADDRESS_KEPT]}{_HIDDEN}" if len(address) > _ADDRESS_KEPT else address
