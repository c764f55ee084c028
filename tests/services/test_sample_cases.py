import json
from collections import Counter
from datetime import date
from itertools import count

import pytest

from mediation_app.domain.stages import stage_of
from mediation_app.exchange.reading import read_cases
from mediation_app.exchange.writing import write_case
from mediation_app.services.sample_cases import invented_cases

TODAY = date(2026, 11, 22)


class _CountedIds:
    def __init__(self):
        self._numbers = count(1)

    def new(self):
        return f"{next(self._numbers):032x}"


def _invented(number):
    return list(invented_cases(number, _CountedIds()))


@pytest.mark.parametrize("number", [0, 1, 40])
def test_as_many_cases_come_as_were_asked_for(number):
    assert len(_invented(number)) == number


def test_the_same_cases_come_each_time_however_many_are_wanted():
    assert _invented(60) == _invented(60)
    assert _invented(60)[:30] == _invented(30)


def test_every_invented_case_is_read_back_without_a_word():
    text = json.dumps([write_case(case) for case in _invented(300)])
    result = read_cases(text, _CountedIds(), TODAY)
    assert [str(refusal.reason) for refusal in (*result.refusals, *result.warnings)] == []
    assert len(result.cases) == 300


def test_numbers_and_ids_are_all_different():
    cases = _invented(400)
    assert len({case.number for case in cases}) == 400
    ids = [party.id for case in cases for party in case.parties]
    ids += [agent.id for case in cases for party in case.parties for agent in party.agents]
    assert len(set(ids)) == len(ids)


def test_the_people_are_obviously_invented():
    for case in _invented(100):
        person = case.parties[0]
        assert person.name[1] == "样"
        assert person.phone.startswith("1540000")
        assert person.identity.number[2:6] == "0000"


def test_the_cases_stand_at_many_stages():
    stages = Counter(stage_of(case) for case in _invented(600))
    assert len(stages) >= 11
    assert max(stages.values()) < 300


def test_nothing_happens_before_it_can():
    for case in _invented(300):
        days = [case.complaint_received_on, case.filed_on, case.accepted_on]
        days += [meeting.held_on for meeting in case.meetings]
        known = [day for day in days if day is not None]
        assert known == sorted(known)
        assert max(known) <= TODAY
