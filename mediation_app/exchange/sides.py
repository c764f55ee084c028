"""The sides of a dispute as keys of the file, and how a file names a party."""

from collections.abc import Mapping
from dataclasses import replace

from mediation_app.domain.cases import Case
from mediation_app.domain.parties import Party, PartyRole

SIDES: Mapping[str, PartyRole] = {
    "申请人": PartyRole.APPLICANT,
    "被申请人": PartyRole.RESPONDENT,
    "第三人": PartyRole.THIRD,
    "案外担保人": PartyRole.GUARANTOR,
}


def by_sides(case: Case) -> Case:
    """Return the case with its parties side by side, as the file has them."""
    return replace(
        case,
        parties=tuple(party for role in SIDES.values() for party in case.parties_in(role)),
    )


def party_called(case: Case, name: str) -> Party | None:
    """Return the party at a place (申请人第1人), or the only one that bears the name."""
    places = {
        f"{side}第{number}人": party
        for side, role in SIDES.items()
        for number, party in enumerate(case.parties_in(role), start=1)
    }
    if name in places:
        return places[name]
    namesakes = [party for party in case.parties if party.name == name]
    return namesakes[0] if len(namesakes) == 1 else None


def name_of_party(case: Case, party_id: str) -> str:
    """Return what ``party_called`` finds this party by; empty where the party is not there."""
    for side, role in SIDES.items():
        for number, party in enumerate(case.parties_in(role), start=1):
            if party.id == party_id:
                is_clear = party_called(case, party.name) is party
                return party.name if is_clear else f"{side}第{number}人"
    return ""
