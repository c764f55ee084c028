"""Steps are taken by the table, whichever door one comes through."""

import json
from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.agreements import Signature, SignatureKind
from mediation_app.domain.cases import CaseId, Confirmation, Outcome, Visit
from mediation_app.domain.lawful_changes import Hand
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Action, Duty
from mediation_app.errors import CaseNotFoundError, UnlawfulStepError
from mediation_app.exchange.writing import write_case
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.registration import Registration
from mediation_app.services.steps import Doors, Steps
from mediation_app.services.storage import Storage
from mediation_app.services.workers import ALONE, Worker, by_organisation, everywhere
from tests.builders import a_case, an_agreement

TODAY = date(2026, 11, 23)


def desk_of(desk, duty):
    """Return the doors of a desk at which somebody works in this quality."""
    storage = Storage(desk.case_files._units, desk.case_files._queries)
    worker = Worker(everywhere(lambda: duty), lambda: "周静")
    registration = Registration(storage, desk.clock, desk.ids, worker)
    files = CaseFiles(storage, desk.clock, worker)
    return Steps(storage, Doors(registration, files), worker, desk.clock, desk.ids), files


def draft(desk, **facts):
    case = a_case(**({"number": "", "agreement": None} | facts))
    return desk.registration.begin(replace(case, id=desk.ids.new())).case


def test_a_step_is_kept_with_who_took_it_when_and_why(sample_desk):
    case = sample_desk.case_files.find("第20号")
    saved = sample_desk.steps.take(case.id, Action.SUSPEND, " 等待另案 ")
    assert saved.changes.case_ids == {case.id}
    (step,) = saved.case.steps
    assert (step.action, step.taken_on, step.by) == ("中止", TODAY, sample_desk.author)
    assert (step.reason, step.came_from) == ("等待另案", "调解")
    entry = sample_desk.case_files.history(case.id)[-1]
    assert (entry.action, entry.note) == ("step", "等待另案")


def test_registering_and_sealing_go_through_their_own_services(desk):
    case = draft(desk)
    assert desk.steps.take(case.id, Action.REGISTER).case.number
    for action in (Action.ACCEPT, Action.MEDIATE, Action.DRAFT_AGREEMENT):
        case = desk.steps.take(case.id, action).case
    agreed = replace(case.agreement, terms=an_agreement().terms)
    case = desk.steps.take(case.id, Action.SIGN, agreement=agreed).case
    assert desk.steps.take(case.id, Action.SEAL).case.sealed is not None


def test_facts_that_come_with_a_step_are_no_way_around_the_table(sample_desk):
    case = sample_desk.case_files.find("第20号")
    with pytest.raises(UnlawfulStepError, match="登记回访"):
        sample_desk.steps.take(case.id, Action.SUSPEND, "因故", visit=Visit(TODAY))
    assert sample_desk.case_files.open(case.id) == case


def test_no_step_is_taken_in_a_case_that_was_deleted_before_it_came_back(sample_desk):
    case = sample_desk.case_files.find("第20号")
    sample_desk.bin.delete(case.id, "重复登记")
    with pytest.raises(UnlawfulStepError, match="先从回收站恢复"):
        sample_desk.steps.take(case.id, Action.SUSPEND, "等待另案")
    sample_desk.bin.restore_case(case.id)
    assert sample_desk.steps.take(case.id, Action.SUSPEND, "等待另案").case.steps


def test_many_cases_are_done_each_for_itself(sample_desk):
    files = sample_desk.case_files
    ids = [files.find(each).id for each in ("第12号", "第20号", "第14号", "第12号")]
    report = sample_desk.steps.take_all([*ids, "nobody"], Action.ARCHIVE)
    assert report.done == (ids[0], ids[2])
    assert report.changes.case_ids == {ids[0], ids[2]}
    assert [each.number for each in report.refused] == ["（2026）云临金人调字第20号", ""]
    assert "只能在" in str(report.refused[0].reason)


@pytest.mark.parametrize("duty", [Duty.READER, Duty.ADMINISTRATOR, Duty.SPECIALIST])
def test_a_role_of_the_centre_takes_only_its_own_steps(sample_desk, duty):
    steps, files = desk_of(sample_desk, duty)
    case = files.find("第20号")
    assert not any(each.action is Action.FAIL for each in steps.lawful(case.id))
    with pytest.raises(UnlawfulStepError, match="由调解员、站长办理"):
        steps.take(case.id, Action.FAIL, "分歧较大")
    with pytest.raises(UnlawfulStepError, match="由调解员、文员、站长办理"):
        files.save(case, replace(case, agreement=signed_by_one(case)))


def signed_by_one(case):
    signature = Signature("s", SignatureKind.PARTY, case.parties[0].id, TODAY)
    return an_agreement(signatures=(signature,))


def test_who_may_not_register_or_seal_does_neither(desk, sample_desk):
    steps, _ = desk_of(desk, Duty.READER)
    with pytest.raises(UnlawfulStepError, match="“登记”由"):
        steps.take(draft(desk).id, Action.REGISTER)
    _, files = desk_of(sample_desk, Duty.CLERK)
    with pytest.raises(UnlawfulStepError, match="“签署完成”由调解员、站长办理"):
        files.seal(files.find("第17号").id)


def test_a_reader_registers_nothing_by_the_other_door_either(desk):
    storage = Storage(desk.case_files._units, desk.case_files._queries)
    worker = Worker(everywhere(lambda: Duty.READER))
    registration = Registration(storage, desk.clock, desk.ids, worker)
    with pytest.raises(UnlawfulStepError, match="“登记”由"):
        registration.register(draft(desk).id)


def test_what_is_archived_stays_as_it_is_until_it_is_opened_again(sample_desk):
    files = sample_desk.case_files
    case = sample_desk.steps.take(files.find("第12号").id, Action.ARCHIVE).case
    for change in ({"facts": "改"}, {"outcome": Outcome.PENDING}, {"accepted_on": None}):
        with pytest.raises(UnlawfulStepError, match=r"请先“补录”或者“重开”|办理步骤"):
            files.save(case, replace(case, **change))
    noted = files.save(case, replace(case, handler="周静")).case
    opened = sample_desk.steps.take(case.id, Action.SUPPLEMENT, "补写事实").case
    added = files.save(opened, replace(opened, facts="改", outcome=case.outcome)).case
    assert (added.facts, added.handler) == ("改", noted.handler)
    with pytest.raises(UnlawfulStepError, match="要通过办理步骤"):
        files.save(added, replace(added, outcome=Outcome.WITHDRAWN))
    done = sample_desk.steps.take(case.id, Action.FINISH).case
    assert stage_of(done) is Stage.ARCHIVED


def test_a_supplement_moves_no_case(sample_desk):
    files = sample_desk.case_files
    found = files.find("第20号")
    case = sample_desk.steps.take(found.id, Action.WITHDRAW, "当事人撤回").case
    case = sample_desk.steps.take(case.id, Action.SUPPLEMENT, "补写事实").case
    with pytest.raises(UnlawfulStepError, match="补录不改变案件的阶段"):
        files.save(case, replace(case, outcome=Outcome.PENDING))


def test_a_step_is_taken_back_by_whoever_took_it_on_the_same_day_only(sample_desk):
    files = sample_desk.case_files
    case = files.find("第12号")
    archived = sample_desk.steps.take(case.id, Action.ARCHIVE).case
    _, others = desk_of(sample_desk, Duty.LEADER)
    with pytest.raises(UnlawfulStepError, match="只能由办理人在当日撤销"):
        others.save(archived, case)
    assert files.save(archived, case).case == case
    assert files.save(case, archived).case == archived


def test_steps_are_not_rewritten_and_the_number_stays(sample_desk):
    files = sample_desk.case_files
    case = sample_desk.steps.take(files.find("第20号").id, Action.SUSPEND, "因故").case
    (step,) = case.steps
    for wrong in (
        {"steps": (replace(step, reason="别的"),)},
        {"steps": (step, replace(step, id="x", action="飞升"))},
        {"steps": (), "outcome": Outcome.FAILED},
        {"number": "（2026）人调字第9号"},
    ):
        with pytest.raises(UnlawfulStepError):
            files.save(case, replace(case, **wrong))
    assert files.open(case.id) == case


def test_a_case_that_skips_a_fact_is_not_imported_and_the_fact_is_named(sample_desk):
    case = sample_desk.case_files.find("第1号")
    bare = replace(case, accepted_on=None, meetings=(), number="（2026）远方人调字第1号")
    text = json.dumps(write_case(bare), ensure_ascii=False)
    report = sample_desk.importing.import_text(text)
    assert report.added == ()
    said = "；".join(str(each.reason) for each in report.refused)
    assert "没有受理日期，却已签署协议" in said
    assert "没有调解会，却已签署协议" in said


def test_what_merges_is_taken_and_its_contradiction_is_told(sample_desk):
    files = sample_desk.case_files
    shown = files.find("第20号")
    sample_desk.steps.take(shown.id, Action.WITHDRAW, "当事人撤回")
    late = replace(shown, facts="另一台电脑上补充的事实")
    assert files.save(shown, late).case.facts == "另一台电脑上补充的事实"


def test_a_case_that_is_not_there_has_no_steps(desk):
    with pytest.raises(CaseNotFoundError):
        desk.steps.lawful("nobody")


def test_typing_several_days_at_once_is_taking_several_steps(sample_desk):
    files = sample_desk.case_files
    case = files.find("第1号")
    fresh = replace(case, visit=None, confirmation=Confirmation(court="某法院"))
    fresh = files.save(case, fresh).case
    asked = replace(fresh.confirmation, applied_on=TODAY, ruled_on=TODAY)
    wanted = replace(fresh, confirmation=asked, visit=Visit(TODAY))
    assert stage_of(files.save(fresh, wanted).case) is Stage.VISITED


def test_a_step_bears_no_day_to_come_and_none_before_the_case_was_filed(sample_desk):
    case = sample_desk.case_files.find("第20号")
    for day, said in ((date(2026, 12, 1), "还没有到"), (date(2026, 1, 1), "早于申请日期")):
        with pytest.raises(UnlawfulStepError, match=said):
            sample_desk.steps.take(case.id, Action.DRAFT_AGREEMENT, on=day)
    later = date(2026, 12, 1)
    assert (
        sample_desk.steps.take(case.id, Action.SCHEDULE, on=later).case.appointments[-1].on
        == later
    )


def test_whoever_is_alone_at_a_desk_may_do_everything(sample_desk):
    assert ALONE.duty(CaseId("c1")) is Duty.LEADER
    assert CaseFiles(
        Storage(sample_desk.case_files._units, sample_desk.case_files._queries), sample_desk.clock
    ).hand(sample_desk.case_files.find("第1号").id) == Hand(Duty.LEADER, "", TODAY)


class RolesByCase:
    """What a memory tells of roles; counts how often it is asked."""

    def __init__(self, **roles):
        self._roles = roles
        self.asked = 0

    def roles(self, case_ids):
        self.asked += 1
        return {each: frozenset(self._roles.get(each, ())) for each in case_ids}


def test_who_works_in_two_organisations_is_treated_by_the_organisation_of_each_case():
    memory = RolesByCase(ours={"mediator"}, theirs={"clerk"}, above={"clerk", "leader"})
    ours, theirs, above = (CaseId(each) for each in ("ours", "theirs", "above"))
    worker = Worker(by_organisation(lambda: ("mediator", "clerk", "leader"), memory.roles))
    assert worker.duties((ours, theirs, above)) == {
        ours: Duty.MEDIATOR,
        theirs: Duty.CLERK,
        above: Duty.LEADER,
    }
    assert memory.asked == 1
    assert worker.duty(CaseId("nobody knows")) is Duty.LEADER, (
        "the one that may do most of his own"
    )


@pytest.mark.parametrize(
    ("roles", "duty"), [((), Duty.LEADER), (("clerk",), Duty.CLERK), (("clerk",) * 2, Duty.CLERK)]
)
def test_who_has_one_role_is_asked_after_nowhere(roles, duty):
    memory = RolesByCase()
    assert Worker(by_organisation(lambda: roles, memory.roles)).duty(CaseId("c1")) is duty
    assert memory.asked == 0


def test_one_step_in_cases_of_two_organisations_is_taken_where_the_role_there_allows_it(
    sample_desk,
):
    ours = sample_desk.case_files.find("第20号")
    theirs = sample_desk.registration.register(draft(sample_desk).id).case
    sample_desk.steps.take(theirs.id, Action.ACCEPT)
    _, files = desk_of(sample_desk, Duty.LEADER)
    memory = RolesByCase(**{ours.id: {"mediator"}, theirs.id: {"clerk"}})
    worker = Worker(by_organisation(lambda: ("mediator", "clerk"), memory.roles))
    storage = Storage(sample_desk.case_files._units, sample_desk.case_files._queries)
    doors = Doors(sample_desk.registration, files)
    steps = Steps(storage, doors, worker, sample_desk.clock, sample_desk.ids)
    report = steps.take_all([ours.id, theirs.id], Action.FAIL, "双方分歧过大")
    assert report.done == (ours.id,)
    assert [str(each.reason) for each in report.refused] == ["“调解不成”由调解员、站长办理"]
