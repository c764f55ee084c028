"""The clause library: wording that fills in what the case knows and marks what it does not."""

import json
import re
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.cases import Case
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.committees import Committee
from mediation_app.domain.parties import PartyRole

BLANK = re.compile(r"〖[^〖〗]*〗")
"""What a person has still to write into a clause; brackets that nobody types by hand."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the library."""

    kind: TermKind
    text: str
    initials: str = ""


def read_clauses(text: str) -> tuple[Clause, ...]:
    """Read a clause library; kinds that this version does not know become free terms."""
    kinds = {kind.value: kind for kind in TermKind}
    return tuple(
        Clause(kinds.get(each["kind"], TermKind.FREE), each["text"], each.get("initials", ""))
        for each in json.loads(text)["clauses"]
    )


def filled(clause: Clause, case: Case, committee: Committee, today: date) -> str:
    """Return the clause with what is known; a gap that nothing fills becomes a blank."""
    known = {
        "申请人": _names(case, PartyRole.APPLICANT),
        "被申请人": _names(case, PartyRole.RESPONDENT),
        "今日": chinese_date(today),
        "法院": case.confirmation.court or committee.court,
    }
    return re.sub(
        r"\{([^{}]*)\}", lambda gap: known.get(gap[1], "") or f"〖{gap[1]}〗", clause.text
    )


def blanks_in(text: str) -> tuple[str, ...]:
    """Return the blanks that are still to be written."""
    return tuple(BLANK.findall(text))


def _names(case: Case, role: PartyRole) -> str:
    """Return the side's word where it is one party, for that is how terms speak of it."""
    return role.value if case.parties_in(role) else ""
