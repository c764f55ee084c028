"""Removing and bringing back on a real database."""

import pytest

from tests.ui.case.fields_of_case import stored


@pytest.mark.parametrize("number", ["第1号", "第7号"])
def test_a_party_that_was_removed_comes_back_from_the_journal_as_it_was(open_case, place, number):
    view = open_case(number)
    gone = view.case.parties[0]
    view.section("parties").remove_party(gone.id)
    assert gone not in stored(view).parties
    view.show_section("journal")
    place.tasks.finish()
    section = view.section("journal")
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
    model = view.section("journal").table.model()
    assert model.index(0, 3).data() == "恢复"
    view.section("journal").restore(model.index(0, 3))
    assert agreement.terms[1] in stored(view).agreement.terms
    view.section("agreement").plan.remove()
    stored(view)
    view.show_section("journal")
    place.tasks.finish()
    place.tasks.finish()
    view.section("journal").restore(model.index(0, 3))
    assert stored(view).agreement.plan == agreement.plan
