"""A record that leaves a machine, one that comes back, and a centre that has lost some."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from db.keys import read_key_ring
from db.sync.wire import Cursor, Judgement, Verdict
from mediation_app.domain.journal import Changes
from mediation_app.domain.materials import Material
from mediation_app.errors import BrokenFeedError, CaseNotFoundError
from tests.builders import a_case, a_person
from tests.db.desks import CASE, KEY
from tests.db.small_centre import OTHER, STATION, pulled, pushed
from tests.db.stations import PASSWORD
from tests.db.stored_cases import a_document, added, ids

SECRET = "骆冰清"
PAGE, SALT, VECTOR, RESERVED = 4096, 16, 16, 80


def plain_pages(folder):
    """Return the pages of a station's database as they are under the encryption, free ones too."""
    key = read_key_ring(folder / "station" / "keys.json").unlock(PASSWORD)
    file = (folder / "station" / "station.db").read_bytes()
    plain = []
    for at in range(0, len(file), PAGE):
        page = file[at : at + PAGE]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        decryptor = Cipher(AES256(key), CBC(vector)).decryptor()
        body = page[SALT if at == 0 else 0 : PAGE - RESERVED]
        plain.append(decryptor.update(body) + decryptor.finalize())
    return b"".join(plain)


def traces(desk, folder, *needles):
    """Return which of these are anywhere in the file."""
    with desk.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    assert (folder / "station" / "station.db-wal").stat().st_size == 0
    pages = plain_pages(folder)
    return [needle for needle in needles if needle in pages]


def packed(desk):
    """Return pieces from the middle of all that is stored packed about the case."""
    rows = desk.raw("SELECT body FROM op WHERE record_id = 'c1'")
    rows += desk.raw("SELECT doc FROM record WHERE record_id = 'c1'")
    rows += desk.raw("SELECT data FROM blob_chunk")
    return [bytes(row[0])[20:60] for row in rows if len(row[0]) > 40]


def test_a_record_that_left_is_nowhere_in_the_file(shared, a, b, tmp_path):
    with a.units() as work:
        blob_id = work.blobs.put("骆冰清的流水".encode() * 20)
        work.documents.add(a_document())
        work.commit()
    person = a_person(name=SECRET, phone="15400007777")
    a.edit(parties=(person, CASE.parties[1]), materials=(Material("m1", blob_id=blob_id),))
    a.sync(shared)
    added(b.units, a_case(id="c9", number="", facts="别的案件"))
    b.sync(shared)
    for blob in a.replica.blobs_to_send():
        for index in b.replica.missing_here(blob):
            b.replica.put_chunk(blob, index, a.replica.chunk(blob.blob_id, index))
    needles = (SECRET.encode(), b"15400007777", "清".encode(), *packed(b))
    # A number shares its beginning with others in the index, and a text may run over two pages.
    assert len(traces(b, tmp_path / "b", *needles)) >= len(needles) - 2
    shared.move(KEY, OTHER)
    assert pulled(b.replica, shared).changes == Changes(frozenset({"c1"}))
    assert traces(b, tmp_path / "b", *needles) == []
    assert ids(b.queries.case_lines()) == ["c9"]
    assert b.queries.case_lines(SECRET) == b.queries.issued(CASE.id) == ()
    assert b.queries.similar(SECRET, "", "15400007777") == ()
    with pytest.raises(CaseNotFoundError):
        b.case()
    assert all(entry.changes == () for entry in b.queries.history(CASE.id))
    assert b.is_sound


def test_what_was_not_sent_when_the_record_left_is_still_sent(shared, b):
    b.edit(facts="还没送出的")
    shared.move(KEY, OTHER)
    pulled(b.replica, shared)
    assert [op.action for op in b.replica.outbox()] == ["edit"]
    shared.refuse.add("c1")
    assert pushed(b.replica, shared)[0].judgement is Judgement.REFUSED
    assert b.replica.outbox() == ()
    assert b.is_sound


def test_a_record_that_comes_back_is_whole_with_what_was_kept(shared, b):
    b.edit(facts="还没送出的")
    shared.move(KEY, OTHER)
    pulled(b.replica, shared)
    shared.move(KEY, OTHER, STATION)
    pulled(b.replica, shared)
    assert b.case() == replace(CASE, facts="还没送出的")
    assert b.raw("SELECT * FROM gone") == []
    b.sync(shared)
    assert b.replica.unechoed() == ()
    assert b.is_sound


def test_leaving_and_coming_back_in_one_page_leaves_nothing_undone(shared, a, b):
    shared.move(KEY, OTHER)
    shared.move(KEY, OTHER, STATION)
    a.edit(facts="新")
    a.replica.greet(shared.hello())
    pushed(a.replica, shared)
    assert pulled(b.replica, shared).needs == ()
    assert b.case().facts == "新"


def test_a_record_that_came_and_left_in_one_page_was_never_here(shared, b, desk):
    late = desk("c", "何苗")
    shared.move(KEY, OTHER)
    assert late.replica.apply(STATION, shared.entries()).needs == ()
    assert late.queries.count() == 0
    assert late.is_sound
    with pytest.raises(CaseNotFoundError):
        late.case()
    assert b.case() == CASE


def test_an_entry_without_its_operation_waits_for_the_leaving(shared, desk):
    late = desk("c", "何苗")
    bare = [replace(each, placed=None, link=each.placed.chain) for each in shared.entries()]
    assert late.replica.apply(STATION, bare).needs == (KEY,)
    shared.move(KEY, OTHER)
    assert late.replica.apply(STATION, [*bare, shared.entries()[-1]]).needs == ()


def test_a_record_in_two_feeds_goes_with_the_last(shared, a):
    shared.move(KEY, STATION, OTHER)
    a.sync(shared)
    pulled(a.replica, shared, OTHER)
    shared.move(KEY, OTHER)
    assert pulled(a.replica, shared).changes == Changes()
    assert a.case() == CASE
    shared.move(KEY)
    pulled(a.replica, shared, OTHER)
    with pytest.raises(CaseNotFoundError):
        a.case()


def test_an_organisation_that_one_sees_no_more_takes_its_records_along(shared, a):
    a.replica.greet(replace(shared.hello(OTHER), is_recovering=True))
    assert a.case() == CASE
    a.replica.greet(shared.hello(OTHER))
    with pytest.raises(CaseNotFoundError):
        a.case()
    assert STATION not in a.replica.cursors()
    assert a.is_sound
    a.sync(shared)
    assert a.case() == CASE


def lost(centre, *desks):
    """Let the centre lose all but the first operation."""
    lost_ops = centre.logs[KEY][1:]
    centre.forget(KEY, 1)
    for each in desks:
        each.replica.roll_back(KEY, 1)
        each.replica.reset_cursor(STATION, Cursor())
    return lost_ops


def test_what_the_centre_lost_is_held_and_shown_and_offered_until_it_comes_back(shared, a, b):
    a.edit(facts="一")
    a.sync(shared)
    b.sync(shared)
    b.edit(facts="二")
    b.sync(shared)
    a.sync(shared)
    gone = lost(shared, a, b)
    for each in (a, b):
        assert each.replica.held() == tuple(gone)
        assert each.case().facts == "二"
        assert each.replica.unechoed() == each.replica.outbox() == ()
        assert each.replica.place_of(KEY).seq == 1
        assert each.is_sound
    for placed in gone:
        shared.place(KEY, placed.device_id, placed.op, placed.author)
    for each in (a, b):
        pulled(each.replica, shared)
        assert each.replica.held() == ()
        assert each.case().facts == "二"
        assert each.is_sound
    assert a.state() == b.state()


def test_what_left_and_was_lost_is_shown_again_when_its_author_gives_it_back(shared, a, b):
    a.edit(facts="一")
    a.sync(shared)
    b.sync(shared)
    shared.move(KEY, OTHER)
    b.sync(shared)
    (gone,) = lost(shared, b)
    shared.orgs_of[KEY] = {STATION}
    b.sync(shared)
    assert b.case() == CASE
    shared.place(KEY, gone.device_id, gone.op, gone.author)
    b.sync(shared)
    assert b.case().facts == "一"
    assert b.is_sound


def test_what_is_typed_on_what_the_centre_lost_builds_on_it(shared, a):
    a.edit(facts="一")
    a.sync(shared)
    (gone,) = lost(shared, a)
    a.edit(facts="二")
    assert a.queries.conflicts() == ()
    shared.place(KEY, gone.device_id, gone.op, gone.author)
    a.sync(shared)
    assert a.case().facts == "二"
    assert a.queries.conflicts() == ()


def test_a_lost_entry_that_is_refused_is_set_aside(shared, a):
    a.edit(facts="一")
    a.sync(shared)
    (gone,) = lost(shared, a)
    a.replica.take_verdicts([Verdict(gone.op.op_id, Judgement.REFUSED, reason="no_access")])
    assert a.replica.held() == ()
    assert a.case() == CASE
    assert a.raw("SELECT reason FROM set_aside") == [("no_access",)]


@pytest.mark.usefixtures("shared")
def test_a_log_that_is_not_longer_is_not_rolled_back(a):
    a.replica.roll_back(KEY, 1)
    a.replica.roll_back(KEY, 5)
    assert a.replica.held() == ()
    assert a.replica.place_of(KEY).seq == 1


def test_a_record_that_came_folded_is_rolled_back_to_its_fold_or_to_nothing(shared, a, desk):
    a.edit(facts="一")
    a.sync(shared)
    late = desk("c", "何苗")
    late.replica.greet(shared.hello())
    late.replica.load_snapshots(STATION, [shared.snapshot(KEY)])
    for text in ("二", "三"):
        a.edit(facts=text)
        a.sync(shared)
    late.replica.apply_history(KEY, shared.logs[KEY][2:])
    late.replica.roll_back(KEY, 3)
    assert [placed.seq for placed in late.replica.held()] == [4]
    assert late.replica.place_of(KEY).seq == 3
    late.replica.roll_back(KEY, 2)
    assert [placed.seq for placed in late.replica.held()] == [3, 4]
    assert late.case().facts == "三"
    assert late.is_sound
    late.replica.roll_back(KEY, 0)
    assert late.replica.place_of(KEY).seq == 0
    late.replica.apply_history(KEY, shared.logs[KEY])
    assert late.replica.held() == ()
    assert late.case().facts == "三"
    assert late.is_sound


def test_contents_are_offered_again_to_a_centre_that_was_put_back(shared, a):
    with a.units() as work:
        blob_id = work.blobs.put(b"x")
        work.commit()
    a.edit(materials=(Material("m1", blob_id=blob_id),))
    a.sync(shared)
    a.replica.blob_sent(blob_id, "c1")
    lost(shared, a)
    assert [blob.blob_id for blob in a.replica.blobs_to_send()] == [blob_id]


def test_a_fold_that_is_not_of_the_log_is_told(shared, a, desk):
    a.edit(facts="一")
    a.sync(shared)
    late = desk("c", "何苗")
    snapshot = shared.snapshot(KEY)
    with pytest.raises(BrokenFeedError):
        late.replica.load_snapshots(STATION, [replace(snapshot, sha256=b"")])
    spoilt = replace(snapshot, head=replace(snapshot.head, chain=b"x" * 32))
    late.replica.load_snapshots(STATION, [spoilt])
    with pytest.raises(BrokenFeedError):
        late.replica.apply_history(KEY, shared.logs[KEY])
    with pytest.raises(BrokenFeedError):
        late.replica.apply_history(KEY, shared.logs[KEY][1:])


def test_the_words_of_a_second_record_that_leaves_go_as_well(shared, a, b, tmp_path):
    key = replace(KEY, record_id="c2")
    added(a.units, a_case(id="c2", number="", parties=(a_person(name=SECRET),)))
    for each in (a, b):
        each.sync(shared)
    shared.move(KEY, OTHER)
    pulled(b.replica, shared)
    assert traces(b, tmp_path / "b", SECRET.encode(), "冰".encode())
    shared.move(key, OTHER)
    pulled(b.replica, shared)
    assert traces(b, tmp_path / "b", SECRET.encode(), "冰".encode()) == []
