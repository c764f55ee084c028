"""The number of a board is the length of its list, and both are what the domain says."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from db.agenda import rows_of
from db.tables import AGENDA_ITEM
from mediation_app.domain.agenda import AgendaItem, AgendaKind, agenda_of
from mediation_app.domain.boards import Board, Wish, place_of
from mediation_app.domain.cases import CaseId
from mediation_app.domain.results import result_of
from mediation_app.errors import CaseNotFoundError
from tests.agendas import LIMITS, PEOPLE, TODAY, cases, in_days, near
from tests.builders import a_case
from tests.db.stations import an_open_station

STATES = 1000
MOST = 1_000_000


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = an_open_station(tmp_path_factory.mktemp("agenda"))
    yield opened
    opened.dispose()


def told(queries, wish):
    """Return the list of a board, after comparing it with its number."""
    lines = queries.agenda(wish, MOST)
    assert queries.agenda_count(wish) == len(lines)
    return [line.item for line in lines]


owners = st.none() | st.sets(st.sampled_from(PEOPLE)).map(frozenset)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    states=st.lists(cases, max_size=6, unique_by=lambda case: case.id),
    owners=owners,
    due_on=st.none() | near,
)
def test_every_board_shows_what_the_domain_says_of_the_stored_cases(
    database, states, owners, due_on
):
    with database.units_of_work("沈砚秋")() as work:
        for each in states:
            _put(work.cases, each)
        work.commit()
    with database.units_of_work("沈砚秋")() as work:
        assert work.agenda.arrange(LIMITS, 100) == 0
        stored = [work.cases.get(line.id) for line in database.queries().case_lines()]
        work.commit()
    items = [i for case in stored for i in agenda_of(case, LIMITS.of_case(case), LIMITS.calendar)]
    items += filter(None, map(result_of, stored))
    for board in Board:
        wish = Wish(board, TODAY, owners, due_on)
        expected = sorted(filter(wish.fits, items), key=lambda each: place_of(each, board))
        assert told(database.queries(), wish) == expected


def _put(kept, case):
    numbered = case.number.format(case.id.removeprefix("case-"))
    case = replace(case, number=numbered)
    try:
        shown = kept.get(case.id)
    except CaseNotFoundError:
        kept.add(case, "begin")
    else:
        kept.save(shown, case, "edit")


def test_a_number_is_the_length_of_its_list_in_a_thousand_states(database):
    """The index alone, so that a thousand states take seconds."""
    chance = Random(1)
    queries = database.queries()
    with database.units_of_work("沈砚秋")() as work:
        work.cases.add(a_case(id=CaseId("c1"), number=""), "begin")
        work.commit()
    with database.engine.connect().execution_options(begin=None) as connection:
        connection.exec_driver_sql("PRAGMA synchronous = OFF")
        for _ in range(STATES):
            items = [_any_item(chance, ref) for ref in range(chance.randrange(12))]
            connection.execute(delete(AGENDA_ITEM))
            if items:
                connection.execute(insert(AGENDA_ITEM), rows_of(items))
            board = chance.choice(tuple(Board))
            owners = chance.choice((None, frozenset(PEOPLE[:1]), frozenset(PEOPLE)))
            wish = Wish(board, TODAY, owners, chance.choice((None, None, TODAY)))
            expected = sorted(filter(wish.fits, items), key=lambda each: place_of(each, board))
            assert told(queries, wish) == expected


def _any_item(chance, ref):
    due_on, since_on, *reminders = (in_days(chance.randrange(-9, 10)) for _ in range(4))
    return AgendaItem(
        CaseId("c1"),
        chance.choice(tuple(AgendaKind)),
        f"{ref:02}",
        owner=chance.choice(PEOPLE),
        due_on=chance.choice((None, due_on)),
        at_min=chance.choice((None, 540)),
        since_on=chance.choice((None, since_on)),
        reminders=tuple(sorted(reminders)),
    )
