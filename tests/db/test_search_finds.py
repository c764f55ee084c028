"""Whatever part of a name or number is typed, the case is among the results."""

import random

import pytest

from db.pinyin import pinyin_keys
from mediation_app.domain.cases import CaseId
from mediation_app.domain.identifiers.identity import Identity
from tests.builders import a_case, a_person
from tests.db.stations import an_open_station

SURNAMES = ("单", "仇", "曾", "欧阳", "尉迟", "顾", "林", "𠮷", "买买提·")
GIVEN = "国强伟芳秀英敏静丽磊喆笙秋澜汀晚舟䶮"
COUNT = 60


@pytest.fixture(scope="module")
def people():
    """Return invented names with their numbers, the same in each run."""
    chance = random.Random(20260301)
    return [
        (
            chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2)))),
            f"33000019880{chance.randrange(10**6):06d}{chance.choice('0123456789X')}",
            f"154{chance.randrange(10**8):08d}",
        )
        for _ in range(COUNT)
    ]


@pytest.fixture(scope="module")
def queries(people, tmp_path_factory):
    database = an_open_station(tmp_path_factory.mktemp("search"))
    cases = [
        a_case(
            id=CaseId(f"c{n}"),
            number=f"（2026）云临金人调字第{n:04d}号",
            parties=(a_person(name=name, identity=Identity(number=identity), phone=phone),),
        )
        for n, (name, identity, phone) in enumerate(people)
    ]
    database.bulk_add(cases, "甲")
    yield database.queries()
    database.dispose()


def found(queries, typed):
    return {line.id for line in queries.case_lines(typed, limit=COUNT)}


def parts(text, shortest):
    ends = range(shortest, len(text) + 1)
    return {text[start:end] for end in ends for start in range(end - shortest + 1)}


def test_every_part_of_a_name(queries, people):
    for n, (name, _, _) in enumerate(people):
        for part in parts(name, 1) - {"·"}:
            wanted = {f"c{k}" for k, (other, _, _) in enumerate(people) if part in other}
            assert f"c{n}" in found(queries, part)
            assert wanted <= found(queries, part)


def test_every_beginning_of_the_pinyin(queries, people):
    for n, (name, _, _) in enumerate(people):
        for key in pinyin_keys(name):
            for length in range(2, len(key) + 1):
                assert f"c{n}" in found(queries, key[:length])


def test_every_tail_and_beginning_of_a_number(queries, people):
    for n, (_, identity, phone) in enumerate(people):
        for number in (identity, phone):
            for length in (4, 6, len(number)):
                assert f"c{n}" in found(queries, number[-length:])
                assert f"c{n}" in found(queries, number[:length].lower())


def test_nothing_that_does_not_fit(queries, people):
    for part in {name[-2:] for name, _, _ in people if "·" not in name[-2:]}:
        fits = {f"c{k}" for k, (name, _, _) in enumerate(people) if part in name}
        assert found(queries, part) == fits


def test_a_name_and_a_tail_together_leave_one(queries, people):
    for n, (name, identity, _) in enumerate(people):
        assert found(queries, f"{name} {identity[-6:]}") == {f"c{n}"}
