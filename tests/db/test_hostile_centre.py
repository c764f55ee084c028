"""A centre, or a colleague at it, that sends what no honest one would.

Every hash fits: whoever holds the centre can compute them. Nothing of it may end the program,
leave its database, or stop what honest people write.
"""

import zlib
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from db.canonical import canonical, digest
from db.sync.local.snapshots import rules
from db.sync.sides import RecordKey
from db.sync.wire import Event, Place, RecordHead, RecordSnapshot, WireOp
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import BrokenFeedError, StorageError
from tests.db.desks import CASE
from tests.db.small_centre import STATION, pulled
from tests.db.stored_cases import added

DEEP = "/".join("a" * 10_000)
BODIES = {
    "nothing": " ",
    "no JSON": "{",
    "no object": "[]",
    "a number": "7",
    "changes that are none": '{"changes":7}',
    "a change that is none": '{"changes":[7]}',
    "a change too short": '{"changes":[["facts"]]}',
    "a path that is a number": '{"changes":[[7,null,"x"]]}',
    "a path that is empty": '{"changes":[["",null,"x"]]}',
    "a path of slashes": '{"changes":[["///",null,"x"]]}',
    "a path to a file": '{"changes":[["../../x",null,"x"]]}',
    "a path from a root": '{"changes":[["/etc/passwd",null,"x"]]}',
    "a path of ten thousand steps": canonical({"changes": [[DEEP, None, "x"]]}),
    "a path within a register": '{"changes":[["facts/a/b",null,"x"],["facts",null,1]]}',
    "lists in lists": '{"changes":[["facts",null,' + "[" * 50_000 + "]" * 50_000 + "]]}",
    "objects in objects": '{"changes":[["facts",null,' + '{"a":' * 900 + "1" + "}" * 900 + "]]}",
    "a number of five thousand digits": '{"changes":[["facts",null,' + "9" * 5_000 + "]]}",
    "a number beyond all integers": '{"changes":[["claim",null,' + "9" * 40 + "]]}",
    "no number": '{"changes":[["facts",null,NaN],["number",null,Infinity]]}',
    "half a character": '{"changes":[["facts",null,"\\ud800"]]}',
    "a zero byte": '{"changes":[["facts",null,"\\u0000"],["x\\u0000",null,1]]}',
    "an object for a text": '{"changes":[["facts",null,{"a":1}],["number",null,[1]]]}',
    "a content that is a path": (
        '{"changes":[["materials/a",null,1],["materials/a/blob_id",null,"../../x"]]}'
    ),
    "a content that is no text": (
        '{"changes":[["materials/a",null,1],["materials/a/blob_id",null,7]]}'
    ),
    "a day that is none": '{"changes":[["filed_on",null,"2026-02-31"]]}',
    "a year that is none": '{"changes":[["filed_on",null,"last year"]]}',
    "the same change a thousand times": canonical({"changes": [["facts", None, "x"]] * 1000}),
    "a note that is none": '{"changes":[],"note":{"a":1}}',
}
ENVELOPES: dict[str, Any] = {
    "an instant that is none": {"saved_at": "yesterday"},
    "an instant that cannot be": {"saved_at": "2026-02-31T08:00:00+00:00"},
    "an instant without a zone": {"saved_at": "2026-02-01T08:00:00"},
    "an action nobody knows": {"action": "../../x"},
    "an operation that builds on itself": {"after": ("hostile",)},
    "a base beyond the log": {"base": Place(10**12, b"x" * 8)},
    "contents with paths as names": {"blobs": ("../../x", "a" * 64)},
    "a seal that is none": {"sealed": "zz"},
}
SAID = ["", "[]", "7", '{"number":7}', '{"number":{"a":1}}', '{"number":"x"}', "{", '{"a":' * 2000]


@pytest.fixture
def honest(desk, centre):
    """Return a desk whose case the centre has."""
    made = desk("honest", "陆知远")
    added(made.units, CASE)
    made.sync(centre)
    return made


def hostile(**what) -> WireOp:
    body = what.pop("body", '{"changes":[]}')
    return replace(
        WireOp(
            *("hostile", RecordKind.CASE, "c1", STATION, "edit", 1, 0, Place(), ()),
            *("2026-03-02T00:00:00.000000+00:00", body, digest(body)),
        ),
        **what,
    )


def still_works(honest, centre):
    """Whatever a person does with this case goes on: lists, history, saving, sending."""
    assert [line.id for line in honest.queries.case_lines("顾喆安")] == [CASE.id]
    assert len(honest.queries.history(CASE.id)) == 2
    honest.edit(issues="诚实的人写的")
    honest.sync(centre)
    honest.queries.conflicts()
    return honest.case().issues == "诚实的人写的" and honest.is_sound


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_no_program_of_ours_wrote_stops_nobody(honest, centre, name):
    centre.place(RecordKey(RecordKind.CASE, "c1"), "dev-x", hostile(body=BODIES[name]), "何青")
    pulled(honest.replica, centre)
    assert still_works(honest, centre)


@pytest.mark.parametrize("name", ENVELOPES)
def test_an_envelope_that_no_program_of_ours_wrote_stops_nobody(honest, centre, name):
    centre.place(RecordKey(RecordKind.CASE, "c1"), "dev-x", hostile(**ENVELOPES[name]), "何青")
    pulled(honest.replica, centre)
    assert still_works(honest, centre)


@pytest.mark.parametrize("said", SAID)
def test_what_the_centre_says_itself_is_not_believed_to_be_well_made(honest, centre, said):
    centre._said = lambda _: said
    centre.place(RecordKey(RecordKind.CASE, "c1"), "dev-x", hostile(), "何青")
    del centre._said
    pulled(honest.replica, centre)
    assert still_works(honest, centre)


def test_an_object_without_what_it_needs_closes_a_case_until_that_is_taken_back(honest, centre):
    key = RecordKey(RecordKind.CASE, "c1")
    party = '{{"changes":[["parties/x",{},{}]]}}'
    centre.place(key, "dev-x", hostile(body=party.format("null", 9 * 10**20)), "何青")
    pulled(honest.replica, centre)
    assert [line.id for line in honest.queries.case_lines("")] == [CASE.id]
    with pytest.raises(StorageError, match="无法识别"):
        honest.case()
    back = replace(
        hostile(body=party.format(1, "null")), op_id="back", base=key_place(centre, key)
    )
    centre.place(key, "dev-x", back, "何青")
    pulled(honest.replica, centre)
    assert honest.case() == CASE
    assert honest.is_sound


def key_place(centre, key):
    last = centre.logs[key][-1]
    return Place(last.seq, last.chain[:8])


def test_what_a_newer_program_seems_to_have_written_is_kept_and_only_read(honest, centre):
    op = hostile(v=2**31 - 1, body='{"v":9}')
    centre.place(RecordKey(RecordKind.CASE, "c1"), "dev-x", op, "何青")
    pulled(honest.replica, centre)
    assert honest.case() == CASE
    with pytest.raises(StorageError, match="更新版本"):
        honest.edit(issues="x")


def a_doc(index: bytes, state: bytes = b"") -> bytes:
    packed = zlib.compress(index)
    return len(packed).to_bytes(4, "big") + packed + (state or zlib.compress(b"{}"))


PARTS = {"shows": "00" * 32, "conflicts": [], "documents": [], "blobs": [], "rules": rules()}


@pytest.mark.parametrize(
    "doc",
    [
        b"",
        b"\xff" * 9,
        b"\0\0\0\4abcd",
        a_doc(b"7"),
        a_doc(b"{}"),
        a_doc(b"{"),
        a_doc(b"[" * 100_000),
        a_doc(b" " * (80 << 20) + b"{}"),
        a_doc(canonical(PARTS | {"shows": 7}).encode()),
        a_doc(canonical(PARTS | {"shows": "zz"}).encode()),
        a_doc(canonical(PARTS | {"conflicts": [7]}).encode()),
        a_doc(canonical(PARTS | {"documents": [{"nonsense": 1}]}).encode()),
        a_doc(canonical(PARTS | {"blobs": 7}).encode()),
        a_doc(canonical(PARTS | {"line": 7}).encode()),
        a_doc(
            canonical(
                PARTS | {"line": {"case_id": "x"}, "parties": [], "words": "", "is_deleted": False}
            ).encode()
        ),
    ],
    ids=range(15),
)
def test_a_snapshot_that_is_none_is_not_taken_over(honest, doc):
    head = RecordHead(RecordKind.CASE, "c2", 3, b"c" * 32)
    with pytest.raises(BrokenFeedError):
        honest.replica.load_snapshots(STATION, [RecordSnapshot(head, doc, sha256(doc).digest())])
    assert [line.id for line in honest.queries.case_lines("")] == [CASE.id]
    assert honest.is_sound


@pytest.mark.parametrize(
    "change",
    [
        {"fseq": 10**15},
        {"seq": 10**15},
        {"record_id": "../../x"},
        {"chain": b""},
        {"chain": b"x" * 16},
        {"event": Event.LEAVE},
        {"placed": None, "link": b"x"},
    ],
)
def test_a_feed_that_does_not_hang_together_is_not_taken_over(honest, centre, change):
    centre.place(RecordKey(RecordKind.CASE, "c1"), "dev-x", hostile(), "何青")
    before = honest.replica.cursors()
    entries = centre.entries(after=before[STATION].fseq)
    with pytest.raises(BrokenFeedError):
        honest.replica.apply(STATION, (*entries[:-1], replace(entries[-1], **change)))
    assert honest.replica.cursors() == before
    assert honest.is_sound


def test_nothing_of_a_name_from_elsewhere_becomes_a_file(honest, centre, tmp_path):
    before = {path.relative_to(tmp_path) for path in tmp_path.rglob("*")}
    key = RecordKey(RecordKind.CASE, "../../../tmp/x")
    centre.orgs_of[key] = {STATION}
    for op_id, body in (("../up", BODIES["a content that is a path"]), ("/root", "{}")):
        op = replace(hostile(body=body), op_id=op_id, record_id=key.record_id, blobs=("../../y",))
        centre.place(key, "../../dev", op, "../何青")
    pulled(honest.replica, centre)
    assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*")} == before
    assert ("../../x") in {blob_id for _, blob_id in honest.replica.blobs_wanted()}
