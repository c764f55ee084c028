"""A round that is cut off at any call loses and doubles nothing, whether the call took effect."""

import pytest

from db.central.client import PostgresCentral
from tests.sync.cutting import Scissors
from tests.sync.machines import meet
from tests.sync.sameness import assert_same, edits_of


@pytest.fixture
def cut_pair(machine):
    scissors = Scissors()
    here = machine("PC-A", "陆知远", call=lambda *given: scissors.line(PostgresCentral(*given)))
    there = machine("PC-B", "沈云舟")
    return here, there, scissors


@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
def test_a_line_that_breaks_at_any_call_of_a_round_loses_and_doubles_nothing(cut_pair, is_after):
    here, there, scissors = cut_pair
    case = here.new_case()
    meet(here, there)
    expected, cut = len(edits_of(here, case.id)), 0
    is_cut = True
    while is_cut:
        cut += 1
        here.edit(case.id, facts=f"第{cut}次")
        there.edit(case.id, issues=f"第{cut}次")
        there.round()
        expected += 2
        scissors.cut_call(cut, is_after=is_after)
        is_cut = here.sync.run_round().trouble is not None
        scissors.rest()
        meet(here, there)
        assert_same(here, there)
        found = edits_of(there, case.id)
        assert len(found) == len(set(found)) == expected
        assert there.case(case.id).facts == here.case(case.id).issues == f"第{cut}次"
    assert cut > 5


def test_an_operation_that_the_centre_cannot_read_is_parked_alone_and_the_rest_goes_on(pair):
    here, there = pair
    cases = [here.new_case() for _ in range(5)]
    here.round()
    for number, case in enumerate(cases):
        here.edit(case.id, facts=f"第{number}件")
    spoil(here, cases[2].id)
    done = here.round()
    assert (done.sent, done.refused) == (4, 1)
    (parked,) = here.sync.set_aside()
    assert (parked.case_id, here.sync.state().set_aside) == (cases[2].id, 1)
    there.round()
    assert [there.case(case.id).facts for case in cases[:2]] == ["第0件", "第1件"]
    here.edit(cases[2].id, issues="还能继续。")
    meet(here, there)
    assert there.case(cases[2].id).issues == "还能继续。"


def spoil(machine, case_id):
    """Make the last entry of a case one that no centre can read, as a bug might."""
    with machine.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER op_stays")
        connection.exec_driver_sql(
            "UPDATE op SET v = 1 << 40 WHERE no = (SELECT max(no) FROM op WHERE record_id = ?)",
            (case_id,),
        )
