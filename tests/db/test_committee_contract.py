"""What services may rely on about the committee's own record, whichever memory there is."""

from dataclasses import replace

from mediation_app.domain.cases import CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import OF_COMMITTEE
from mediation_app.domain.journal import Changes, FieldChange
from tests.builders import a_case, a_committee
from tests.db.stored_cases import added


def test_a_conflict_of_the_committee_is_listed_after_its_cases_and_settled(units, queries):
    with units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    for court in ("甲法院", "乙法院"):
        with units() as work:
            work.committees.save(a_committee(), replace(a_committee(), court=court), "edit")
            work.commit()
    (conflict,) = queries.conflicts()
    assert queries.conflicts(OF_COMMITTEE) == (conflict,)
    assert queries.conflicts(CaseId("c1")) == ()
    assert (conflict.is_of_committee, conflict.case_number) == (True, "")
    assert (conflict.path, conflict.before) == ("court", a_committee().court)
    assert [side.value for side in conflict.sides] == ["甲法院", "乙法院"]
    with units() as work:
        assert work.committees.resolve(conflict, "乙法院", "核对").court == "乙法院"
        assert work.commit() == Changes(frozenset(), is_committee_changed=True)
    assert queries.conflicts() == ()
    last = queries.history(OF_COMMITTEE)[-1]
    assert (last.action, last.note) == ("resolve", "核对")


def test_a_field_of_the_committee_is_rewritten_only_where_it_is_as_it_was_shown(units, queries):
    with units() as work:
        work.committees.save(Committee(), replace(a_committee(), rooms=("一室",)), "edit")
        assert not work.committees.rewrite("rooms", ["二室"], ["三室"], "edit")
        assert work.committees.rewrite("rooms", ["一室"], ["三室"], "edit")
        assert work.committees.rewrite("court", a_committee().court, None, "edit")
        work.commit()
    with units() as work:
        assert work.committees.get() == replace(a_committee(), rooms=("三室",), court="")
    assert queries.conflicts() == ()


def test_a_case_is_shown_with_the_values_of_an_edit_that_is_not_in_it(units):
    shown = a_case()
    added(units, shown)
    wish = [FieldChange("facts", None, "乙"), FieldChange("issues", "x", shown.issues)]
    with units() as work:
        wanted, told = work.cases.amended(shown.id, wish)
        assert wanted == replace(shown, facts="乙")
        assert told == (FieldChange("facts", shown.facts, "乙"),)
        court = FieldChange("court", None, "乙法院")
        assert work.committees.amended([court]) == (replace(Committee(), court="乙法院"), (court,))
