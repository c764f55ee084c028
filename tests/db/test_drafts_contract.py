"""What forms may rely on that are not sent off yet, whichever memory there is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.drafts import SqlFormDrafts
from mediation_app.domain.drafts import FormDraft, FormPlace
from tests.fakes.drafts import MemoryFormDrafts

AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
PLACE = FormPlace("case", "c1", "plan")
DRAFT = FormDraft(PLACE, "排期 第1号", (("when", "下周三 9:30"), ("room", "调解室1")), AT)


@pytest.fixture(params=["memory", "sqlcipher"])
def drafts(request):
    if request.param == "memory":
        return MemoryFormDrafts()
    database = request.getfixturevalue("database")
    return SqlFormDrafts(database.engine, database.turns)


def test_a_draft_comes_back_as_it_was_to_its_author_alone(drafts):
    drafts.put("刘洋", DRAFT)
    assert drafts.of("刘洋") == (DRAFT,)
    assert drafts.of("周静") == ()


def test_a_form_has_one_draft_and_the_oldest_comes_first(drafts):
    other = replace(DRAFT, place=FormPlace("handover"), typed_at=AT - timedelta(minutes=1))
    later = replace(DRAFT, texts=(("when", "下周四"),))
    for each in (DRAFT, other, later):
        drafts.put("刘洋", each)
    assert drafts.of("刘洋") == (other, later)


def test_only_the_own_draft_of_this_form_is_removed(drafts):
    drafts.put("刘洋", DRAFT)
    drafts.remove("周静", PLACE)
    drafts.remove("刘洋", FormPlace("case", "c1", "delete"))
    assert drafts.of("刘洋") == (DRAFT,)
    drafts.remove("刘洋", PLACE)
    assert drafts.of("刘洋") == ()


def test_a_draft_makes_no_entry_in_the_journal(database):
    SqlFormDrafts(database.engine, database.turns).put("刘洋", DRAFT)
    assert database.queries().verify().record_count == 0
