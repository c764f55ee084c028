"""Case numbers of machines that are apart: none twice, and what is on paper is found."""

import re
from dataclasses import replace
from datetime import date

import pytest

from db.numbers import short_name
from mediation_app.domain.case_numbers import is_provisional, read_case_number
from mediation_app.domain.committees import Committee
from mediation_app.services.registration import Registration
from mediation_app.services.storage import Storage
from tests.builders import a_branch, a_committee, a_person
from tests.db.small_centre import WORD
from tests.fakes.environment import CountedIds, SteppingClock


def registered(desk, prefix, count):
    """Register cases; return their ids with the numbers that are printed meanwhile."""
    ids = CountedIds(prefix)
    storage = Storage(desk.units, desk.queries)
    registration = Registration(storage, SteppingClock(), ids)
    printed = {}
    for _ in range(count):
        blank = registration.blank(Committee())
        parties = (a_person(id=ids.new()), a_branch(id=ids.new(), agents=()))
        filled = replace(blank, parties=parties, dispute="信用卡纠纷", facts="事实")
        draft = registration.begin(filled).case
        printed[draft.id] = registration.register(draft.id).case.number
    return printed


def test_two_machines_that_were_apart_give_forty_numbers_for_forty_cases(a, b, centre):
    for each in (a, b):
        each.sync(centre)
    printed = registered(a, 11, 20) | registered(b, 12, 20)
    assert len(set(printed.values())) == 40
    assert all(is_provisional(number) for number in printed.values())
    for each in (a, b, a):
        each.sync(centre)
    for each in (a, b):
        lines = each.queries.case_lines()
        assert len({line.number for line in lines}) == 40
        parts = [read_case_number(line.number) for line in lines]
        assert sorted(part.serial for part in parts) == list(range(1, 41))
        assert {(part.word, part.year) for part in parts} == {(WORD, 2026)}
        for case_id, number in printed.items():
            assert [line.id for line in each.queries.case_lines(number)] == [case_id]
            with each.units() as work:
                assert work.cases.find(number).id == case_id
                assert work.cases.get(case_id).provisional_number == number
            given = {entry.given_number for entry in each.queries.history(case_id)} - {""}
            assert given == {line.number for line in lines if line.id == case_id}
        assert each.is_sound


def test_numbers_of_desks_that_were_never_connected_are_claimed_as_they_are(a, b, centre):
    with a.units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    printed = registered(a, 11, 2)
    assert sorted(printed.values()) == [f"（2026）{WORD}第{serial}号" for serial in (1, 2)]
    for each in (a, b):
        each.sync(centre)
    assert {line.number for line in b.queries.case_lines()} == set(printed.values())


def test_a_provisional_number_says_where_it_comes_from(a, centre):
    a.replica.greet(centre.hello())
    (number,) = registered(a, 11, 1).values()
    assert re.fullmatch("临-临江区第3站-[0-9a-f]{6}-1", number)
    assert a.replica.outbox()[-1].number.year == date(2026, 3, 1).year


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("崂山工作站", "崂山工作站"),
        ("临江区金融消费纠纷调解站", "临江区"),
        ("滨澜市临江区金融消费纠纷人民调解委员会", "滨澜市临江区"),
        ("金融消费纠纷调解中心", "纠纷调解中心"),
    ],
)
def test_an_organisation_is_known_by_what_others_are_not_called(name, short):
    assert short_name(name) == short
