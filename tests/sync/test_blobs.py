"""Files travel in chunks, beside the work."""

from contextlib import closing
from random import Random

import pytest

from db.central.client import PostgresCentral
from db.sync.blobs import chunks_at_once
from mediation_app.errors import MediationError
from tests.sync.cutting import Scissors
from tests.sync.machines import meet

CHUNK = 256 * 1024


def a_file(size, seed=7):
    return Random(seed).randbytes(size)


@pytest.fixture
def cut_pair(machine):
    scissors = Scissors()

    def line(*given):
        return scissors.line(PostgresCentral(*given))

    return machine("PC-A", "陆知远", call=line), machine("PC-B", "沈云舟", call=line), scissors


@pytest.mark.parametrize("size", [1, CHUNK, CHUNK + 1, 4 * CHUNK + 3])
def test_a_file_arrives_whole_at_the_other_machine(pair, size):
    here, there = pair
    case = here.new_case()
    content = a_file(size)
    here.attach(case.id, content)
    meet(here, there)
    (material,) = there.case(case.id).materials
    assert there.materials.content(material) == content


def test_a_transfer_that_was_cut_off_goes_on_where_it_was(cut_pair):
    here, there, scissors = cut_pair
    case = here.new_case()
    content = a_file(5 * CHUNK)
    here.attach(case.id, content)
    scissors.cut("put_chunk", 3)
    assert here.sync.run_round().trouble is not None
    scissors.calls.clear()
    here.round()
    assert scissors.calls.count("put_chunk") == 3
    scissors.cut("chunks", 2)
    assert there.sync.run_round().trouble is not None
    (material,) = there.case(case.id).materials
    with pytest.raises(MediationError):
        there.materials.content(material)
    scissors.asked.clear()
    there.round()
    places = [at for name, values in scissors.asked if name == "chunks" for at in values[2]]
    assert sorted(set(places)) == [1, 2, 3, 4]
    assert there.materials.content(material) == content


def test_a_file_of_which_the_centre_lost_a_part_meanwhile_is_sent_again(cut_pair, centre):
    here, there, scissors = cut_pair
    case = here.new_case()
    content = a_file(3 * CHUNK)
    here.attach(case.id, content)

    def forget():
        with closing(centre.database.connect()) as admin:
            admin.execute("DELETE FROM sync.blob_chunk WHERE idx = 0")

    scissors.do_at("put_chunk", 3, forget)
    meet(here, there)
    (material,) = there.case(case.id).materials
    with pytest.raises(MediationError):
        there.materials.content(material)
    meet(here, there)
    assert there.materials.content(material) == content


def test_a_chunk_that_is_not_what_it_should_be_is_not_kept(cut_pair, centre):
    here, there, scissors = cut_pair
    case = here.new_case()
    here.attach(case.id, a_file(3 * CHUNK))
    here.round()

    def forget():
        with closing(centre.database.connect()) as admin:
            admin.execute("DELETE FROM sync.blob_chunk WHERE idx = 1")

    scissors.do_at("chunks", 2, forget)
    assert there.sync.run_round().trouble is not None
    (material,) = there.case(case.id).materials
    with pytest.raises(MediationError):
        there.materials.content(material)


def test_a_file_that_is_whole_at_the_centre_is_not_sent_again(cut_pair):
    here, _, scissors = cut_pair
    case = here.new_case()
    here.attach(case.id, a_file(2 * CHUNK))
    here.round()
    scissors.calls.clear()
    here.edit(case.id, facts="又改了")
    here.round()
    assert "put_chunk" not in scissors.calls
    assert "missing_chunks" not in scissors.calls


def test_what_is_saved_during_a_long_transfer_goes_first(cut_pair):
    here, _, scissors = cut_pair
    case = here.new_case()
    here.round()
    here.attach(case.id, a_file(6 * CHUNK))
    here.attach(case.id, a_file(10), "小.pdf")
    scissors.calls.clear()
    scissors.do_at("put_chunk", 1, lambda: here.edit(case.id, facts="传输途中保存"))
    here.round()
    order = [name for name in scissors.calls if name in {"push", "put_chunk"}]
    assert order[:5] == ["push", "put_chunk", "push", "put_chunk", "put_chunk"]


def test_the_small_file_goes_before_the_large_one(cut_pair):
    here, there, scissors = cut_pair
    case = here.new_case()
    large = here.attach(case.id, a_file(4 * CHUNK), "大.pdf")
    small = here.attach(case.id, b"small", "小.pdf")
    here.round()
    scissors.cut("chunks", 3)
    assert there.sync.run_round().trouble is not None
    assert there.materials.content(small) == b"small"
    with pytest.raises(MediationError):
        there.materials.content(large)


@pytest.mark.parametrize(
    ("count", "seconds", "next_time"),
    [(1, 30.0, 1), (1, 0.1, 1), (1, 0.01, 10), (10, 0.05, 20), (1, 0.0, 32), (32, 0.5, 6)],
)
def test_as_many_chunks_are_asked_for_as_come_in_a_tenth_of_a_second(count, seconds, next_time):
    assert chunks_at_once(count, seconds) == next_time
