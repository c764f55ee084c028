"""Removing and bringing back on a real database."""

import pytest

from mediation_app.domain.money import Money
from tests.ui.case.fields_of_case import stored
from tests.ui.disagreement import disagree, remove_and_edit

AMOUNT = "agreement/amount"
LEFT, RIGHT, THIRD = Money(618000), Money(602000), Money(600000)


@pytest.mark.parametrize("number", ["第1号", "第7号"])
def test_a_party_that_was_removed_comes_back_from_the_journal_as_it_was(open_case, place, number):
    view = open_case(number)
    gone = view.case.parties[0]
    view.section("parties").remove_party(gone.id)
    assert gone not in stored(view).parties
    view.show_section("journal")
    place.tasks.finish()
    section = view.section("journal").view
    model = section.table.model()
    assert model.index(0, 2).data() == f"删除当事人 {gone.name}"
    section.table.activated.emit(model.index(0, 0))
    assert gone in stored(view).parties
    assert view.list.chosen == "parties"


def test_terms_and_the_agreement_come_back_too(open_case, place):
    view = open_case("第1号")
    agreement = view.case.agreement
    view.section("agreement").remove_term(agreement.terms[1].id)
    stored(view)
    view.show_section("journal")
    place.tasks.finish()
    model = view.section("journal").view.table.model()
    assert model.index(0, 3).data() == "恢复"
    view.section("journal").view.restore(model.index(0, 3))
    assert agreement.terms[1] in stored(view).agreement.terms
    view.section("agreement").plan.remove()
    stored(view)
    view.show_section("journal")
    place.tasks.finish()
    place.tasks.finish()
    view.section("journal").view.restore(model.index(0, 3))
    assert stored(view).agreement.plan == agreement.plan


@pytest.mark.parametrize(
    ("chosen", "comes_back"),
    [(RIGHT, LEFT), (LEFT, RIGHT), (THIRD, LEFT), (THIRD, RIGHT)],
    ids=["left after right", "right after left", "left after third", "right after third"],
)
def test_a_settled_conflict_is_undone_from_the_history_at_any_later_time(
    open_case, desk, place, chosen, comes_back
):
    case = desk.case_files.find("第1号")
    conflict = disagree(desk, case, AMOUNT, LEFT, RIGHT)
    desk.conflicts.resolve(conflict, chosen.cents, "按结算单")
    view = open_case("第1号")
    view.show_section("journal")
    place.tasks.finish()
    section = view.section("journal").view
    told = [line.text for line in section.model.lines]
    assert f"金额：在冲突中选定“{chosen.grouped}”，理由：按结算单" in told
    assert all(any(each.grouped in text for text in told) for each in (LEFT, RIGHT))
    (row,) = (
        no
        for no, line in enumerate(section.model.lines)
        if line.can_be_restored(view.case)
        and line.restored(view.case).agreement.amount == comes_back
    )
    section.restore(section.shown.mapFromSource(section.model.index(row, 3)))
    assert stored(view).agreement.amount == comes_back


def test_a_party_whose_removal_was_settled_comes_back_whole(open_case, desk, place):
    case = desk.case_files.find("第1号")
    party = case.parties[0]
    conflict = remove_and_edit(desk, case, party, f"parties/{party.id}/phone", "15400000002")
    desk.conflicts.resolve(conflict, None, "重复登记")
    view = open_case("第1号")
    view.show_section("journal")
    place.tasks.finish()
    section = view.section("journal").view
    line = section.model.lines[0]
    assert "在冲突中选定“删除”，理由：重复登记" in line.text
    section.restore(section.shown.mapFromSource(section.model.index(0, 3)))
    (back,) = (each for each in stored(view).parties if each.id == party.id)
    assert back.name == party.name


def test_a_party_that_was_kept_in_a_conflict_is_said_to_be_so(open_case, desk, place):
    case = desk.case_files.find("第1号")
    party = case.parties[0]
    conflict = remove_and_edit(desk, case, party, f"parties/{party.id}/phone", "15400000002")
    kept = next(each.value for each in conflict.sides if each.value is not None)
    desk.conflicts.resolve(conflict, kept, "")
    view = open_case("第1号")
    view.show_section("journal")
    place.tasks.finish()
    line = view.section("journal").view.model.lines[0]
    assert line.text == f"{party.name}：在冲突中选定“保留”"
    assert not line.can_be_restored(view.case)
