from dataclasses import replace
from datetime import UTC
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.canonical import canonical
from db.scalars import instant_text
from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor, Event, Place
from mediation_app.errors import BrokenFeedError
from tests.central.machines import an_id, key

SURROGATES: tuple[Literal["Cs"]] = ("Cs",)
TEXTS = st.text(
    st.characters(exclude_categories=SURROGATES)
    | st.sampled_from('临江区（）“”\\"\n\t\x00\x7f𠮷'),
    max_size=40,
)
IDS = st.lists(st.from_regex(r"[0-9a-f]{32}", fullmatch=True), max_size=3).map(tuple)


WHAT = st.fixed_dictionaries(
    {
        "action": TEXTS.filter(
            lambda text: text and "\0" not in text and len(text.encode()) <= 100
        ),
        "saved_at": st.datetimes(timezones=st.just(UTC)).map(instant_text),
        "after": IDS,
        "v": st.integers(0, 2**31 - 1),
        "sealed": st.just("") | st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    }
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.lists(TEXTS, max_size=4), what=WHAT, has_base=st.booleans())
def test_both_sides_compute_the_same_hashes(mediator, content, what, has_base):
    record = mediator.new_record()
    seen = Place(1, mediator.log(record)[0].chain[:8]) if has_base else Place()
    body = canonical({"changes": content, "nonce": an_id()})
    mediator.push(mediator.op(record, body=body, base=seen, **what))
    log = mediator.log(record)
    check_log(b"", 1, log)
    assert log[1].op.body == body
    check_feed(Cursor(), mediator.feed())


def test_a_feed_is_read_in_pages(mediator):
    for _ in range(5):
        mediator.new_record()
    whole = mediator.feed()
    assert [entry.fseq for entry in whole] == [1, 2, 3, 4, 5]
    page = mediator.central.pull(mediator.org_id, 2, 2)
    assert page == whole[2:4]
    check_feed(Cursor(2, whole[1].chain), page)
    assert mediator.central.pull(mediator.org_id, 5, 10) == ()


def test_a_log_is_read_in_pages(mediator):
    record = an_id()
    mediator.push(*(mediator.op(record) for _ in range(5)))
    whole = mediator.log(record)
    page = mediator.central.history(key(record), 3, 1)
    assert page == whole[3:4]
    check_log(whole[2].chain, 4, page)


def test_heads_are_ordered_by_code_point_and_read_in_pages(mediator):
    records = sorted(["b" * 32, "B" * 32, "a-1", "a_1", "a1", "A1"])
    mediator.push(*(mediator.op(record) for record in records))
    heads = mediator.central.heads(mediator.org_id, "", 100)
    assert [head.record_id for head in heads] == records
    assert heads[0].chain == mediator.log(records[0])[0].chain
    after_second = mediator.central.heads(mediator.org_id, records[1], 2)
    assert after_second == heads[2:4]


def test_a_probe_finds_the_greatest_common_place(mediator, stranger):
    record = an_id()
    mediator.push(*(mediator.op(record) for _ in range(3)))
    places = [Place(each.seq, each.chain[:8]) for each in mediator.log(record)]
    probe = mediator.central.probe
    assert probe(key(record), places) == 3
    assert probe(key(record), [places[1], Place(3, b"8 octets"), Place(9, b"8 octets")]) == 2
    assert probe(key(record), [Place(1, b"8 octets")]) == 0
    assert probe(key(record), []) == 0
    assert probe(key(an_id()), places) == 0
    assert stranger.central.probe(key(record), places) == 0


def test_an_erased_body_leaves_the_chain_whole(machines, town, mediator):
    record = an_id()
    mediator.push(*(mediator.op(record) for _ in range(3)))
    erase = "SELECT sync.erase_body(%s, %s, 2, '当事人要求')"
    assert machines.admin(erase, town.centre, record) == [(True,)]
    assert machines.admin(erase, town.centre, record) == [(False,)]
    log = mediator.log(record)
    check_log(b"", 1, log)
    check_feed(Cursor(), mediator.feed())
    assert [bool(each.op.body) for each in log] == [True, False, True]


def _spoil_body(entry):
    return replace(entry, placed=replace(entry.placed, op=replace(entry.placed.op, body="{}")))


@pytest.mark.parametrize(
    "spoil",
    [
        _spoil_body,
        lambda entry: replace(entry, fseq=3),
        lambda entry: replace(entry, seq=2),
        lambda entry: replace(entry, chain=b"0" * 16),
        lambda entry: replace(entry, record_id="other"),
        lambda entry: replace(entry, event=Event.LEAVE, placed=None),
        lambda entry: replace(entry, placed=replace(entry.placed, chain=b"0" * 32)),
    ],
)
def test_a_spoilt_feed_is_noticed(mediator, spoil):
    for _ in range(3):
        mediator.new_record()
    first, second, third = mediator.feed()
    check_feed(Cursor(), (first, second, third))
    with pytest.raises(BrokenFeedError):
        check_feed(Cursor(), (first, spoil(second), third))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda placed: replace(placed, author="他人"),
        lambda placed: replace(placed, seq=3),
        lambda placed: replace(placed, said='{"number":"（2026）云临金人调字第1号"}'),
        lambda placed: replace(placed, placed_at="2026-01-01T00:00:00.000000+00:00"),
        lambda placed: replace(placed, op=replace(placed.op, body="{}")),
        lambda placed: replace(placed, op=replace(placed.op, base=Place(1, b"8 octets"))),
        lambda placed: replace(placed, op=replace(placed.op, sealed="a" * 64)),
    ],
)
def test_a_spoilt_log_is_noticed(mediator, spoil):
    record = an_id()
    mediator.push(*(mediator.op(record) for _ in range(3)))
    first, second, third = mediator.log(record)
    with pytest.raises(BrokenFeedError):
        check_log(b"", 1, (first, spoil(second), third))
    with pytest.raises(BrokenFeedError):
        check_log(first.chain, 2, (third,))
