"""What may be asked of a memory, whichever it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mediation_app.domain.cases import CaseId
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.stages import Stage
from tests.builders import (
    NUMBER,
    a_branch,
    a_case,
    a_guardian,
    a_person,
    an_agreement,
)
from tests.db.stored_cases import added, ids, numbered


def test_a_line_tells_the_case_at_a_glance(units, queries):
    case = a_case(category="银行卡", claim=Money(500), agreement=None)
    added(units, case)
    (line,) = queries.case_lines()
    assert (line.id, line.number, line.stage) == ("c1", NUMBER, Stage.REGISTERED)
    assert line.applicants == ("顾喆安",)
    assert line.respondents == ("云汀银行股份有限公司临江支行",)
    assert (line.dispute, line.category) == ("信用卡纠纷", "银行卡")
    assert line.amount == Money(500)
    assert line.filed_on == date(2026, 2, 24)
    assert line.saved_at == queries.history(case.id)[0].saved_at
    with units() as work:
        agreed = replace(case, agreement=an_agreement(), accepted_on=date(2026, 2, 25))
        work.cases.save(case, replace(agreed, filed_on=None), "edit")
        work.commit()
    (line,) = queries.case_lines()
    assert (line.stage, line.amount, line.filed_on) == (Stage.AGREEMENT, Money(10000), None)
    assert a_case(agreement=None).claim is None


def test_a_case_without_amount_has_none_in_its_line(units, queries):
    added(units, a_case(agreement=None))
    assert queries.case_lines()[0].amount is None


def test_lines_come_latest_first_and_by_the_page(units, queries):
    added(units, *(numbered(serial) for serial in range(1, 6)))
    with units() as work:
        work.cases.save(numbered(2), numbered(2, facts="新"), "edit")
        work.commit()
    assert ids(queries.case_lines()) == ["c2", "c5", "c4", "c3", "c1"]
    assert ids(queries.case_lines(limit=2)) == ["c2", "c5"]
    assert ids(queries.case_lines(limit=2, offset=2)) == ["c4", "c3"]
    assert ids(queries.case_lines("云临", limit=2, offset=1)) == ["c5", "c4"]
    assert queries.count() == queries.count("云临") == 5


PEOPLE = a_case(
    number="（2026）云临金人调字第0018号",
    tags=("加急",),
    cause="催收",
    parties=(
        a_person(
            name="单国强",
            identity=Identity(number="33000019880312451X"),
            phone="15412344518",
            guardians=(a_guardian(name="𠮷林知夏"),),
        ),
        a_branch(),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "国强",
        "单国强",
        "强",
        "shanguoqiang",
        "danguoqiang",
        "guoqiang",
        "sgq",
        "GQ",
        "guo qiang",
        "s",
        "yunting",
        "ytyh",
        "骆闻笙",
        "luowensheng",
        "𠮷林",
        "沈砚秋",
        "程小满",
        "4518",
        "451x",
        "451X",
        "15412344518",
        "33000019880312451x",
        "01XH",
        "（2026）云临金人调字第0018号",
        "(2026)云临",
        "第0018",
        "018",
        "２０２６",
        "加急",
        "催收",
        "信用卡",
        "云汀银行 国强",
        "云汀银行股份有限公司",
        "",
        "  ",
        "（",
    ],
)
def test_a_case_is_found_by(units, queries, text):
    added(units, PEOPLE)
    assert ids(queries.case_lines(text)) == ["c1"]
    assert queries.count(text) == 1


@pytest.mark.parametrize(
    "text", ["强国", "国强 王", "qs", "4519", "喆", "云汀银行国强", "sg4518", "第0018号信用卡"]
)
def test_a_case_is_not_found_by(units, queries, text):
    added(units, PEOPLE)
    assert queries.case_lines(text) == ()
    assert queries.count(text) == 0


def test_the_search_follows_what_was_saved(units, queries):
    added(units, PEOPLE)
    with units() as work:
        person = replace(PEOPLE.parties[0], name="章知远")
        work.cases.save(PEOPLE, replace(PEOPLE, parties=(person, a_branch())), "edit")
        work.commit()
    assert ids(queries.case_lines("zzy")) == ["c1"]
    assert queries.case_lines("单国强") == ()


def test_what_was_typed_is_never_a_command(units, queries):
    added(units, PEOPLE)
    for text in [
        '"',
        "国强*",
        "AND",
        "国强 OR 王",
        "NEAR(国 强)",
        "words:国",
        "'; DROP",
        "-国",
        "^",
    ]:
        queries.case_lines(text)
    assert queries.count() == 1


def test_perhaps_the_same_person_by_identity_number(units, queries):
    added(units, PEOPLE, numbered(2, parties=(a_branch(),)))
    assert ids(queries.similar("", "33000019880312451x", "")) == ["c1"]
    assert ids(queries.similar("别人", "33000019880312451X", "1")) == ["c1"]


def test_perhaps_the_same_person_by_name_and_tail_of_the_phone(units, queries):
    added(units, PEOPLE)
    assert ids(queries.similar("单国强", "", "139-0000-4518")) == ["c1"]
    assert queries.similar("单国强", "", "13900004519") == ()
    assert queries.similar("单国", "", "15412344518") == ()
    assert queries.similar("单国强", "", "518") == ()
    assert queries.similar("", "", "") == ()


def test_at_most_ten_similar_cases_latest_first(units, queries):
    added(units, *(numbered(serial, parties=PEOPLE.parties) for serial in range(1, 13)))
    found = queries.similar("单国强", "33000019880312451X", "15412344518")
    assert ids(found) == [f"c{serial}" for serial in range(12, 2, -1)]


def test_a_machine_without_a_centre_tells_of_no_roles(units, queries):
    added(units, a_case())
    assert queries.roles(("c1", "c2")) == {"c1": frozenset(), "c2": frozenset()}
    assert queries.roles(()) == {}


def test_a_case_is_told_as_it_was_before_what_was_saved_since(units, queries):
    case = a_case(facts="", accepted_on=None)
    added(units, case)
    begun_at = queries.history(case.id)[0].saved_at
    assert queries.case_as_of(case.id, begun_at) is None
    with units() as work:
        later = replace(case, facts="新", accepted_on=date(2026, 2, 25), mediators=("甲",))
        work.cases.save(case, later, "edit")
        work.commit()
    changed_at = queries.history(case.id)[-1].saved_at
    assert queries.case_as_of(case.id, changed_at) == case
    assert queries.case_as_of(case.id, changed_at + timedelta(days=1)) == later
    assert queries.case_as_of(CaseId("nobody"), changed_at) is None
