"""Edits that the centre refused, at two desks: read on both sides, taken up, and let go."""

import pytest

from mediation_app.errors import CentralError
from mediation_app.services.refused_edits import RefusedEdits
from mediation_app.services.storage import Storage


def service(machine):
    storage = Storage(
        machine.database.units_of_work(machine.person.name), machine.database.queries()
    )
    return RefusedEdits(storage, machine.files)


def move(centre, case_id, org_id):
    with centre.database.connect() as connection:
        connection.execute("SELECT sync.move_record(%s, %s)", (case_id, org_id))


@pytest.fixture
def moved(machine, centre):
    """Return two desks, and a case that went to the second while the first was typing."""
    other = centre.org("西坝调解站", case_word="云西金人调字")
    here, there = machine("PC-A", "陆知远"), machine("PC-B", "何青", org=other)
    case = here.new_case(facts="甲")
    here.round()
    here.edit(case.id, facts="来晚了")
    move(centre, case.id, other)
    assert here.round().refused == 1
    there.round()
    return here, there, case.id


def test_whoever_has_the_case_now_reads_and_takes_up_what_came_too_late(moved):
    here, there, case_id = moved
    assert here.sync.refused_of_others() == ()
    (edit,) = there.sync.refused_of_others()
    assert (edit.case_id, edit.case_number) == (case_id, there.case(case_id).number)
    assert (edit.author, edit.device_name, edit.is_of_others) == ("陆知远", "PC-A", True)
    assert "移交" in str(edit.reason)
    refused = service(there)
    assert [each.after for each in refused.differences(edit)] == ["来晚了"]
    refused.store(edit)
    there.sync.answer(edit)
    assert there.case(case_id).facts == "来晚了"
    assert there.sync.refused_of_others() == ()
    there.round()
    assert there.queries.history(case_id)[-1].author == "何青"


def test_an_own_one_is_listed_until_it_is_let_go_and_stays_in_the_journal(moved):
    here, _, case_id = moved
    (edit,) = here.sync.set_aside()
    assert (edit.case_id, edit.is_of_others) == (case_id, False)
    here.sync.answer(edit)
    assert here.sync.set_aside() == ()
    assert here.sync.state().set_aside == 0
    assert here.states_of(edit.op_id) == ["rejected"]


def test_an_own_one_is_taken_up_again_where_the_case_came_back(moved, centre, station):
    here, there, case_id = moved
    move(centre, case_id, station)
    here.round()
    (edit,) = here.sync.set_aside()
    service(here).store(edit)
    here.sync.answer(edit)
    here.round()
    assert here.sync.state().set_aside == 0
    assert here.case(case_id).facts == "来晚了"
    there.round()


def test_without_the_centre_nothing_of_others_is_answered(moved, centre):
    _, there, _ = moved
    (edit,) = there.sync.refused_of_others()
    administration = centre.administration()
    administration.disable_person(there.person.login)
    administration.close()
    with pytest.raises(CentralError):
        there.sync.refused_of_others()
    with pytest.raises(CentralError):
        there.sync.answer(edit)
