"""In what role somebody works on a case is told by the organisation of the case."""

import pytest

from mediation_app.domain.transitions import Action, Duty
from mediation_app.errors import UnlawfulStepError
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.registration import Registration
from mediation_app.services.steps import Doors, Steps
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker, by_organisation
from tests.sync.machines import IDS


def worker_at(machine):
    return Worker(by_organisation(machine.sync.roles, machine.queries.roles), lambda: "周文")


def steps_at(machine):
    storage = Storage(machine.database.units_of_work("周文"), machine.queries)
    worker = worker_at(machine)
    doors = Doors(
        Registration(storage, machine.around.clock, IDS, worker),
        CaseFiles(storage, machine.around.clock, worker),
    )
    return Steps(storage, doors, worker, machine.around.clock, IDS)


def test_who_mediates_here_and_keeps_the_papers_there_may_do_in_each_case_what_he_is_there(
    centre, station, machine
):
    other = centre.org("滨澜市金融消费纠纷调解站", case_word="云滨金人调字")
    person = centre.person("周文", station)
    centre.join(person, other, "clerk")
    theirs = machine("PC-B", "何青", org=other)
    ours = machine("PC-A", person=person)
    his, hers = ours.new_case(), theirs.new_case()
    worker = worker_at(ours)
    assert worker.duty(his.id) is Duty.MEDIATOR, "begun here, and not sent yet"
    for each in (theirs, ours, theirs):
        each.round()
    assert worker.duties((his.id, hers.id)) == {his.id: Duty.MEDIATOR, hers.id: Duty.CLERK}
    steps = steps_at(ours)
    assert Action.REFUSE in [each.action for each in steps.lawful(his.id)]
    assert Action.REFUSE not in [each.action for each in steps.lawful(hers.id)]
    with pytest.raises(UnlawfulStepError, match="由调解员、站长办理"):
        steps.take(hers.id, Action.REFUSE, "不属于受理范围")
    assert steps.take(his.id, Action.REFUSE, "不属于受理范围").case.steps


def test_who_leads_the_centre_leads_in_the_cases_of_its_stations_too(centre, station, machine):
    person = centre.person("方舟", station, "clerk")
    centre.join(person, centre.centre_id, "leader")
    there, here = machine("PC-B", "陆知远"), machine("PC-A", person=person)
    case = there.new_case()
    for each in (there, here):
        each.round()
    assert worker_at(here).duty(case.id) is Duty.LEADER
    here.sync.disconnect()
    assert worker_at(here).duty(case.id) is Duty.LEADER, "without a centre one does everything"


def test_a_reader_reads_everywhere_also_what_begins_here(centre, station, machine):
    person = centre.person("方舟", station, "reader")
    centre.join(person, centre.org("江北区调解站"), "reader")
    here = machine("PC-A", person=person)
    here.round()
    assert worker_at(here).duty("a draft") is Duty.READER
