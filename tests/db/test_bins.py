"""The bin of a machine that has a centre, and of one whose clock is wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.bins import SqlBins
from mediation_app.domain.bins import KEPT_DAYS, kept_since
from mediation_app.domain.materials import Material
from mediation_app.errors import ContentNotHereError
from tests.db.desks import CASE

CONTENT = b"a scan"


def bins_of(desk):
    return SqlBins(desk.database.engine, desk.database.turns)


def with_file(desk):
    """Let the case have a file."""
    with desk.units() as work:
        blob_id = work.blobs.put(CONTENT)
        now = work.cases.get(CASE.id)
        wanted = replace(now, materials=(Material("m1", "流水", blob_id=blob_id),))
        case = work.cases.save(now, wanted, "edit")
        work.commit()
    return case


def delete(desk, reason="误建"):
    with desk.units() as work:
        work.cases.delete(CASE.id, reason)
        work.commit()


def long_after(desk):
    return kept_since(desk.database.clock.now() + timedelta(days=KEPT_DAYS + 1))


def now_of(desk):
    return desk.database.clock.now()


def content(desk, case):
    with desk.units() as work:
        return work.blobs.get(case.materials[0].blob_id)


@pytest.mark.usefixtures("shared")
def test_what_a_colleague_deleted_is_in_the_bin_here_and_can_be_restored_here(a, b, centre):
    delete(a, "重复登记")
    a.sync(centre)
    b.sync(centre)
    (entry,) = bins_of(b).binned(kept_since(now_of(b)))
    assert (entry.author, entry.reason) == ("刘洋", "重复登记")
    with b.units() as work:
        work.cases.restore(CASE.id)
        work.commit()
    b.sync(centre)
    a.sync(centre)
    assert bins_of(a).binned(kept_since(now_of(a))) == ()


@pytest.mark.usefixtures("centre", "shared")
def test_contents_stay_until_everything_of_the_case_has_reached_the_centre(a):
    case = with_file(a)
    delete(a)
    with a.database.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO org VALUES (1, 1, '站', 'station', 'mediator', 1, '', x'00')"
        )
    assert bins_of(a).free(long_after(a)) == 0
    assert content(a, case) == CONTENT
    with a.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM org")
    assert bins_of(a).free(long_after(a)) == 1
    with pytest.raises(ContentNotHereError):
        content(a, case)


@pytest.mark.usefixtures("shared")
def test_what_is_emptied_here_comes_back_with_its_contents_when_a_colleague_restores_it(
    a, b, centre
):
    case = with_file(a)
    a.sync(centre)
    b.sync(centre)
    delete(a)
    a.sync(centre)
    b.sync(centre)
    assert bins_of(a).empty(kept_since(now_of(a)), now_of(a)) == 1
    with a.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE blob_use SET is_sent = 1")
    assert bins_of(a).free(kept_since(now_of(a))) == 1
    assert a.raw("SELECT * FROM blob") == []
    with b.units() as work:
        work.cases.restore(CASE.id)
        work.commit()
    b.sync(centre)
    a.sync(centre)
    with a.units() as work:
        assert work.cases.get(CASE.id) == case
    assert a.raw("SELECT is_whole FROM blob") == [(0,)]


@pytest.mark.usefixtures("shared")
def test_a_file_that_a_conflict_still_names_is_kept(a, b, centre):
    case = with_file(a)
    a.sync(centre)
    b.sync(centre)
    with a.units() as work:
        work.cases.save(case, replace(case, materials=()), "remove_file")
        work.commit()
    with b.units() as work:
        now = work.cases.get(CASE.id)
        named = (replace(now.materials[0], name="流水（补）"),)
        work.cases.save(now, replace(now, materials=named), "edit")
        work.commit()
    a.sync(centre)
    b.sync(centre)
    a.sync(centre)
    bins_of(a).free(long_after(a))
    assert content(a, case) == CONTENT
