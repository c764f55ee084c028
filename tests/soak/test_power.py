"""What was reported saved survives a power cut, and a disk that refuses is told of."""

import os
from pathlib import Path
from random import Random

import pytest

from tests.soak.plays import PLAYS, Play, State
from tests.soak.power import SECTOR, Disk, Shorten, Write
from tests.soak.round_cuts import ACTS, Plan, try_rounds
from tests.soak.station_cuts import cut_power, fail_each
from tests.soak.watched import why_none

REASON = why_none()
watching = pytest.mark.skipif(bool(REASON), reason=REASON or "SQLite's files can be watched")
CUT_EVERY = {"bulk save": 190, "new device id": 41, "backup": 67, "create": 120, "migration": 47}
"""The others are cut by scripts; ``make soak ARGS="--crashes"`` cuts after every write."""
BY_NAME = {play.name: play for play in PLAYS}


def a_disk(**files):
    return Disk({name: content.encode() for name, content in files.items()})


def drawn(disk, name, seeds=range(60)):
    """Return all that can be left of a file, as far as it is drawn."""
    return {disk.drawn(Random(seed)).get(name) for seed in seeds}


def test_what_was_synced_is_there_whatever_else_arrives():
    disk = a_disk(one="old")
    disk.write("one", Write(0, b"new"))
    assert (disk.nothing()["one"], disk.everything()["one"]) == (b"old", b"new")
    disk.sync("one")
    assert drawn(disk, "one") == {b"new"}


def test_a_write_is_torn_between_sectors_and_never_within_one():
    disk = a_disk(one="")
    disk.write("one", Write(SECTOR - 1, b"ab"))
    assert drawn(disk, "one") == {
        b"",
        bytes(SECTOR - 1) + b"a",
        bytes(SECTOR) + b"b",
        bytes(SECTOR - 1) + b"ab",
    }


def test_a_later_write_may_arrive_without_an_earlier_one():
    disk = a_disk(one="..")
    disk.write("one", Write(0, b"a"))
    disk.write("one", Write(1, b"b"))
    disk.write("one", Shorten(3))
    left = drawn(disk, "one")
    assert {b"..", b"a.", b".b", b"ab\0"} <= left


def test_a_name_is_lasting_when_its_folder_was_synced():
    disk = a_disk(one="old")
    disk.make("new")
    disk.write("new", Write(0, b"new"))
    disk.sync("new")
    disk.rename("new", "one")
    assert drawn(disk, "one") == {b"old", b"new"}
    disk.sync_names()
    assert disk.nothing() == {"one": b"new"}
    disk.remove("one")
    assert drawn(disk, "one") == {b"new", None}


def test_what_a_failed_sync_dropped_is_not_brought_by_the_next():
    disk = a_disk(one="")
    disk.write("one", Write(0, b"x" * 8 * SECTOR))
    disk.drop("one", Random(1))
    disk.sync("one")
    assert disk.nothing()["one"] != bytes(disk.names["one"].seen)


@watching
@pytest.mark.parametrize("name", CUT_EVERY)
def test_a_power_cut_leaves_a_station_wholly_before_or_after(name):
    outcome = cut_power(BY_NAME[name], CUT_EVERY[name], seed=5)

    assert outcome.violations == ()
    assert outcome.images > outcome.cuts > 0


@watching
@pytest.mark.parametrize(("name", "every"), [("save", 120), ("migration", 53)])
def test_a_call_that_fails_is_told_and_the_next_try_succeeds(name, every):
    outcome = fail_each(BY_NAME[name], every, seed=12)

    assert outcome.violations == ()
    assert outcome.failures
    assert all("，请" in each for each in outcome.sentences)


@watching
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_after_a_power_cut_the_next_round_brings_everything_together(ground, act):
    outcome = try_rounds(ground, act, Plan(every=53, seed=11))

    assert outcome.violations == ()
    assert outcome.cuts


@watching
def test_a_round_whose_writes_fail_goes_on_when_the_disk_is_mended(ground):
    outcome = try_rounds(ground, ACTS[1], Plan(every=53, seed=12, is_cut=False))

    assert outcome.violations == ()
    assert outcome.failures


@watching
def test_a_sync_that_comes_too_late_is_found():
    outcome = cut_power(BY_NAME["save"], every=61, synchronous="NORMAL")

    assert outcome.lost
    assert {each.invariant for each in outcome.violations} == {"power: saved is kept"}


def _careless(desk):
    path = desk.folder / "small"
    path.with_suffix(".new").write_text("new", encoding="utf-8")
    os.replace(path.with_suffix(".new"), path)  # noqa: PTH105 - as careless programs do


def _put_old(folder: Path):
    folder.mkdir(parents=True)
    (folder / "small").write_text("old", encoding="utf-8")


def _read_small(folder: Path):
    text = (folder / "small").read_text(encoding="utf-8")
    return State(digest=text, says=text)


@watching
def test_a_small_file_that_is_not_synced_is_found():
    outcome = cut_power(Play("careless", _put_old, (_careless,), _read_small))

    assert any("there is " in each.detail for each in outcome.violations)


@watching
def test_a_step_that_fails_again_after_the_disk_is_mended_is_found():
    tries = []

    def give_up(desk):
        tries.append(desk)
        BY_NAME["passwords"].steps[0](desk)
        if len(tries) > 1:
            raise ValueError("no second try")

    outcome = fail_each(
        Play("stubborn", BY_NAME["passwords"].prepare, (give_up,), lambda _: State())
    )

    assert any("no second try" in each.detail for each in outcome.violations)
