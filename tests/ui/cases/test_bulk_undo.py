"""A step that was taken in many cases at once is one step back."""

from dataclasses import replace

import pytest

from mediation_app.domain.cases import CaseId
from mediation_app.domain.stages import stage_of
from mediation_app.domain.transitions import Action
from mediation_app.errors import MediationError
from ui.cases.bulk_step import BulkStep


def test_a_bulk_step_is_taken_back_in_all_cases_and_leaves_what_others_wrote(desk):
    cases = [desk.case_files.find(each) for each in ("字第14号", "字第20号")]
    action = Action.SUSPEND
    step = BulkStep(desk, [each.id for each in cases], action, "等鉴定结论")
    report = step.take()
    done = [desk.case_files.open(each) for each in report.done]
    assert done
    now = done[0]
    desk.case_files.save(now, replace(now, tags=("同事加的",)))
    changes = step.back()
    assert changes.case_ids == set(report.done)
    for case in cases:
        if case.id in report.done:
            again = desk.case_files.open(case.id)
            assert stage_of(again) is stage_of(case)
            assert again.steps == case.steps


def test_where_it_cannot_be_taken_back_that_is_said(desk):
    case = desk.case_files.find("第1号")
    step = BulkStep(desk, [case.id], Action.SUSPEND, "等鉴定结论")
    step._before = step._after = {CaseId("nobody"): case}
    with pytest.raises(MediationError):
        step.back()
