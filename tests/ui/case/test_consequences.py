from dataclasses import replace
from datetime import date

from mediation_app.domain.identifiers.identity import Identity
from tests.builders import a_case, a_person
from ui.case.consequences import with_consequences
from ui.case.places import value_at, with_value

PLACE = "parties/p1/identity"


def a_blank(**facts):
    blank = {"sex": "", "born_on": None, "identity": Identity()}
    person = a_person(**(blank | facts))
    return a_case(parties=(person,), filed_on=date(2026, 11, 23))


def with_number(case, number):
    after = with_value(case, PLACE, Identity(number=number))
    return with_consequences(case, after, PLACE)


def test_a_right_number_fills_in_sex_birth_and_age():
    person = with_number(a_blank(), "370000195901124518").parties[0]
    assert (person.sex, person.born_on, person.age) == ("男", date(1959, 1, 12), 67)


def test_a_wrong_number_tells_nothing():
    person = with_number(a_blank(), "370000195901124514").parties[0]
    assert (person.sex, person.born_on, person.age) == ("", None, None)


def test_what_was_written_by_hand_stays():
    person = with_number(a_blank(sex="女", born_on=date(1960, 1, 1)), "370000195901124518")
    assert person.parties[0].sex == "女"
    assert person.parties[0].born_on == date(1960, 1, 1)


def test_a_corrected_number_corrects_what_the_older_one_told():
    case = with_number(a_blank(), "370000195901124518")
    person = with_number(case, "370000195308150029").parties[0]
    assert (person.sex, person.born_on, person.age) == ("女", date(1953, 8, 15), 73)


def test_an_agent_gets_the_sex_and_has_no_birth_date():
    case = a_case()
    place = "parties/p2/agents/a1/identity"
    after = with_value(case, place, Identity(number="370000195308150029"))
    assert value_at(with_consequences(case, after, place), "parties/p2/agents/a1/sex") == "女"


def test_a_birth_date_gives_the_age_and_none_where_it_cannot():
    case = a_blank()
    after = with_value(case, "parties/p1/born_on", date(2016, 11, 24))
    assert with_consequences(case, after, "parties/p1/born_on").parties[0].age == 9
    future = with_value(case, "parties/p1/born_on", date(2030, 1, 1))
    assert with_consequences(case, future, "parties/p1/born_on").parties[0].age is None
    undated = replace(after, filed_on=None)
    assert with_consequences(case, undated, "parties/p1/born_on").parties[0].age is None


def test_other_fields_have_no_consequences():
    case = a_case()
    assert with_consequences(case, case, "facts") is case
