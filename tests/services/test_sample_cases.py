import json
from collections import Counter
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from mediation_app.domain.stages import stage_of
from mediation_app.exchange.reading import read_cases
from mediation_app.exchange.writing import write_case
from mediation_app.services.sample_cases import demo_cases

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[2] / "resources" / "samples" / "cases.json"


class _CountedIds:
    def __init__(self):
        self._numbers = count(1)

    def new(self):
        return f"{next(self._numbers):032x}"


def _demo(number):
    ids = _CountedIds()
    samples = read_cases(SAMPLES.read_text("utf-8"), ids, TODAY).cases
    return list(demo_cases(samples, number, ids))


@pytest.mark.parametrize("number", [0, 5, 12, 40])
def test_as_many_cases_come_as_were_asked_for_the_samples_first(number):
    cases = _demo(number)
    assert len(cases) == number
    assert [case.serial for case in cases[:5]] == [1, 3, 4, 6, 7][:number]


def test_the_same_cases_come_each_time_however_many_are_wanted():
    assert _demo(60) == _demo(60)
    assert [write_case(case) for case in _demo(60)][:30] == [write_case(c) for c in _demo(30)]


def test_every_invented_case_is_read_back_without_a_word():
    text = json.dumps([write_case(case) for case in _demo(300)])
    result = read_cases(text, _CountedIds(), TODAY)
    assert [str(refusal.reason) for refusal in (*result.refusals, *result.warnings)] == []
    assert len(result.cases) == 300


def test_numbers_and_ids_are_all_different():
    cases = _demo(400)
    assert len({case.number for case in cases}) == 400
    ids = [party.id for case in cases for party in case.parties]
    ids += [agent.id for case in cases for party in case.parties for agent in party.agents]
    assert len(set(ids)) == len(ids)


def test_the_people_are_obviously_invented():
    for case in _demo(100)[12:]:
        person = case.parties[0]
        assert person.name[1] == "样"
        assert person.phone.startswith("1540000")
        assert person.identity.number[2:6] == "0000"


def test_the_cases_stand_at_many_stages():
    stages = Counter(stage_of(case) for case in _demo(600))
    assert len(stages) >= 11
    assert max(stages.values()) < 300


def test_nothing_happens_before_it_can():
    for case in _demo(300)[12:]:
        days = [case.complaint_received_on, case.filed_on, case.accepted_on]
        days += [meeting.held_on for meeting in case.meetings]
        known = [day for day in days if day is not None]
        assert known == sorted(known)
        assert max(known) <= TODAY
