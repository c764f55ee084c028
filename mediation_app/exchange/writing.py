"""Cases and committees as values of the exchange format."""

from typing import Any

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.exchange import cases, committees


def write_case(case: Case) -> dict[str, Any]:
    """Return the case complete: equal facts give equal values, whatever their ids."""
    return cases.write_case(case)


def write_committee(committee: Committee) -> dict[str, Any]:
    """Return the committee complete."""
    return committees.write_committee(committee)
