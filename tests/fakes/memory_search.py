"""How the memory without a file finds cases."""

from db.pinyin import pinyin_keys
from db.search_words import folded
from mediation_app.domain.cases import Case
from mediation_app.domain.parties import Agent, Guardian, Party


def fits(case: Case, text: str) -> bool:
    return all(_word_fits(case, word) for word in folded(text).split() if _plain(word))


def _word_fits(case: Case, word: str) -> bool:
    named: list[Party | Agent | Guardian] = []
    for party in case.parties:
        named += [party, *party.agents, *party.guardians]
    names = [*(each.name for each in named), *case.mediators]
    texts = [case.number, case.dispute, case.category, case.subcategory, case.cause, case.recorder]
    numbers = [each.identity.number for each in named] + [each.phone for each in named]
    numbers += [party.credit_code for party in case.parties]
    readings = [key for name in names for key in pinyin_keys(name)]
    return (
        any(_plain(word) in _plain(folded(each)) for each in [*names, *texts, *case.tags])
        or any(key.startswith(word) for key in readings)
        or any(folded(each).endswith(word) for each in numbers)
    )


def _plain(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def is_alike(party: Party, name: str, identity_number: str, phone: str) -> bool:
    if identity_number and party.identity.number.upper() == identity_number.upper():
        return True
    return bool(name) and party.name == name and _tails_agree(party.phone, phone)


def _tails_agree(one: str, other: str) -> bool:
    return len(one) > 3 and len(other) > 3 and one[-4:] == other[-4:]
