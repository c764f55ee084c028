"""What is typed into forms that are not sent off."""

from mediation_app.domain.drafts import FormDraft, FormPlace
from mediation_app.services.drafts import Drafts
from tests.fakes.drafts import MemoryFormDrafts
from tests.fakes.environment import SteppingClock

PLACE = FormPlace("case", "c1", "plan")


def typed(text, place=PLACE):
    return FormDraft(place, "排期", (("when", text),))


def the_drafts_of(person, store, account=""):
    return Drafts(store, lambda: person, account or person, SteppingClock())


def test_what_is_typed_is_kept_with_its_time_for_its_author():
    store = MemoryFormDrafts()
    mine = the_drafts_of("刘洋", store)
    mine.keep(typed("下周三"))
    (found,) = mine.all()
    assert found.texts == (("when", "下周三"),)
    assert found.typed_at > FormDraft(PLACE).typed_at
    assert the_drafts_of("周静", store).all() == ()


def test_who_connects_to_a_centre_still_finds_what_he_typed_before():
    store = MemoryFormDrafts()
    the_drafts_of("liuyang", store).keep(typed("下周三"))
    connected = the_drafts_of("刘洋", store, "liuyang")
    assert [each.texts for each in connected.all()] == [(("when", "下周三"),)]
    connected.forget(PLACE)
    assert connected.all() == ()


def test_a_form_that_was_emptied_is_forgotten():
    drafts = the_drafts_of("刘洋", MemoryFormDrafts())
    drafts.keep(typed("下周三"))
    drafts.keep(typed("  "))
    assert drafts.all() == ()


def test_no_text_of_a_form_shows_in_a_repr():
    assert "下周三" not in repr(typed("下周三"))
