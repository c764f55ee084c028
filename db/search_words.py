"""What is found by which words: the index terms of a case, and the question for typed text.

Chinese is split into characters and asked for as a phrase, since most names have two. A run of
digits is also written backwards, so that its tail is found like a beginning.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from db.pinyin import pinyin_keys
from mediation_app.domain.cases import Case
from mediation_app.domain.parties import Agent, Guardian, Party

_TERMS = re.compile(r"[0-9a-z]+|[^\W_]", re.UNICODE)
_BETWEEN = "¦"
"""Stands between two values, so that no phrase runs across; typed text never has it."""
_TAIL = "尾"
"""Before a number written backwards."""
_SHORTEST_BEGINNING = 2


def search_words(case: Case) -> str:
    """Return the index terms of a case, with blanks between."""
    return f" {_BETWEEN} ".join(_values(case))


def question(text: str) -> str:
    """Return the full-text question: all typed words must fit; empty where there are none."""
    words = (_terms(word) for word in folded(text).split())
    return " AND ".join(_ask(terms) for terms in words if terms)


def folded(text: str) -> str:
    """Return text as it is compared: width, case and compatible forms made equal."""
    return unicodedata.normalize("NFKC", text).casefold()


def number_key(number: str) -> str:
    """Return a case number as it is compared: brackets of any kind, no blanks."""
    return "".join(folded(number).split()).replace("〔", "(").replace("〕", ")")


def _values(case: Case) -> Iterator[str]:
    people = [*case.parties]
    agents = [agent for party in people for agent in party.agents]
    guardians = [guardian for party in people for guardian in party.guardians]
    named: list[Party | Agent | Guardian] = [*people, *agents, *guardians]
    numbers = (case.number, case.provisional_number)
    texts = (*numbers, case.dispute, case.category, case.subcategory, case.cause, case.recorder)
    yield from _texts((*texts, case.query_code))
    yield from _texts(case.tags)
    yield from _names(each.name for each in named)
    yield from _names(_colleagues(case))
    yield from _texts(party.translated_name for party in people)
    yield from _numbers(each.identity.number for each in named)
    yield from _numbers(each.phone for each in named)
    yield from _numbers(party.credit_code for party in people)
    yield from _numbers([*numbers, case.agreement.number if case.agreement else ""])


def _colleagues(case: Case) -> Iterable[str]:
    """Return everybody of the desk who has something to see to in the case, each once."""
    owners = (each.owner for each in case.todos)
    leading = (name for each in case.appointments for name in each.mediators)
    return dict.fromkeys((*case.mediators, case.handler, *owners, *leading))


def _texts(texts: Iterable[str]) -> Iterator[str]:
    yield from (" ".join(_terms(folded(text))) for text in texts if text)


def _names(names: Iterable[str]) -> Iterator[str]:
    for name in filter(None, names):
        yield " ".join(_terms(folded(name)))
        yield " ".join(pinyin_keys(name))


def _numbers(numbers: Iterable[str]) -> Iterator[str]:
    for number in filter(None, numbers):
        runs = [run for run in _terms(folded(number)) if run.isascii()]
        yield " ".join(runs)
        yield f" {_BETWEEN} ".join(f"{_TAIL}{run[::-1]}" for run in runs)


def _terms(text: str) -> list[str]:
    return _TERMS.findall(text)


def _ask(terms: list[str]) -> str:
    last = terms[-1]
    phrase = f'"{" ".join(terms)}"'
    if not last.isascii() or len(last) < _SHORTEST_BEGINNING:
        return phrase
    if len(terms) > 1:
        return f"{phrase} *"
    return f'({phrase} * OR "{_TAIL}{last[::-1]}" *)'
