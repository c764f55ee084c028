"""What a round decides to do, without a server and without a file."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.sync.plan import (
    BACKFILL_FROM,
    FIRST_WAIT_S,
    LONGEST_WAIT_S,
    Doubt,
    Here,
    differing,
    has_news,
    plan_round,
    wait_after_failures,
)
from db.sync.wire import PROTOCOL, Cursor, Hello, OrgHead, RecordHead
from mediation_app.domain.journal import RecordKind

HERE, THERE = b"\x01" * 16, b"\x02" * 16


def an_org(org_id=1, fseq=10, chain_at_cursor=b""):
    return OrgHead(
        org_id=org_id,
        home_id=1,
        name="云临调委会",
        kind="station",
        role="mediator",
        can_write=True,
        case_word="云临金人调字",
        fseq=fseq,
        chain=THERE,
        chain_at_cursor=chain_at_cursor,
        bell_key=bytes(16),
    )


def a_hello(*orgs, **settings):
    return replace(
        Hello(
            protocol_min=PROTOCOL,
            protocol_max=PROTOCOL,
            epoch=3,
            is_recovering=False,
            is_replica=False,
            server_at=datetime(2026, 11, 23, tzinfo=UTC),
            login="liuyang",
            person="刘洋",
            device_is_revoked=False,
            orgs=orgs,
        ),
        **settings,
    )


def at(fseq, chain=HERE, epoch=3):
    return Here(epoch, {1: Cursor(fseq, chain)}, begun=frozenset({1}))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"protocol_min": PROTOCOL + 1, "protocol_max": PROTOCOL + 2}, "版本太旧"),
        ({"protocol_min": PROTOCOL - 2, "protocol_max": PROTOCOL - 1}, "central upgrade"),
        ({"device_is_revoked": True}, "停用"),
        ({"orgs": ()}, "liuyang"),
    ],
)
def test_a_round_that_cannot_be_says_why_and_touches_nothing(settings, words):
    plan = plan_round(replace(a_hello(an_org()), **settings), at(5))
    assert words in str(plan.refusal)
    assert not plan.may_push
    assert (plan.feeds, plan.first, plan.must_compare) == ((), (), False)


def test_another_centre_is_never_taken_for_one_that_lost_everything():
    known = replace(at(5), bells={1: b"\x07" * 16, 2: bytes(16)})
    plan = plan_round(a_hello(an_org(fseq=3)), known)
    assert "另一个中心库" in str(plan.refusal)
    assert plan_round(a_hello(an_org()), replace(known, bells={1: bytes(16)})).refusal is None


def test_a_centre_is_known_again_after_somebody_was_shut_out():
    known = replace(at(5), bells={1: bytes(8) + b"\x07" * 8})
    assert plan_round(a_hello(an_org()), known).refusal is None


def test_a_feed_that_goes_further_is_pulled_and_one_at_its_head_is_not():
    ahead, level = an_org(1, 10, HERE), an_org(2, 7, HERE)
    here = Here(3, {1: Cursor(5, HERE), 2: Cursor(7, HERE)}, begun=frozenset({1, 2}))
    plan = plan_round(a_hello(ahead, level), here)
    assert plan.refusal is None
    assert plan.feeds == (1,)
    assert not plan.must_compare


def test_another_history_at_the_cursor_is_a_centre_that_was_put_back():
    plan = plan_round(a_hello(an_org(fseq=10, chain_at_cursor=THERE)), at(5))
    assert plan.doubts == {1: Doubt.OTHER}
    assert plan.must_compare
    assert plan.feeds == ()


def test_a_feed_that_ends_before_the_cursor_is_a_centre_that_was_put_back():
    plan = plan_round(a_hello(an_org(fseq=4)), at(5))
    assert plan.doubts == {1: Doubt.SHORTER}
    assert plan.must_compare


@pytest.mark.parametrize("epoch", [2, 4])
def test_another_epoch_makes_every_record_be_compared_but_no_feed_be_read_again(epoch):
    plan = plan_round(a_hello(an_org(fseq=10, chain_at_cursor=HERE)), at(5, epoch=epoch))
    assert plan.is_epoch_new
    assert plan.must_compare
    assert plan.doubts == {}
    assert plan.feeds == (1,)


def test_the_first_round_of_all_doubts_nothing():
    plan = plan_round(a_hello(an_org(fseq=10)), Here())
    assert not plan.must_compare
    assert plan.feeds == (1,)
    assert plan.first == ()


@pytest.mark.parametrize("chain", [THERE, b""])
def test_a_standby_that_is_behind_is_never_taken_for_a_centre_that_was_put_back(chain):
    behind, other, good = an_org(1, 4), an_org(2, 10, chain), an_org(3, 10, HERE)
    cursors = {org: Cursor(5, HERE) for org in (1, 2, 3)}
    here = Here(2, cursors, begun=frozenset(cursors))
    plan = plan_round(a_hello(behind, other, good, is_replica=True), here)
    assert not plan.must_compare
    assert plan.feeds == (3,)
    assert not plan.may_push


def test_a_standby_begins_no_feed():
    plan = plan_round(a_hello(an_org(), is_replica=True), Here())
    assert (plan.feeds, plan.first) == ((), ())


def test_a_long_feed_that_is_new_here_begins_with_snapshots():
    plan = plan_round(a_hello(an_org(1, BACKFILL_FROM), an_org(2, BACKFILL_FROM - 1)), Here())
    assert plan.first == (1,)


def test_a_long_feed_that_was_begun_once_is_read_on_even_from_its_start():
    plan = plan_round(a_hello(an_org(1, BACKFILL_FROM)), at(0, b""))
    assert plan.first == ()
    assert plan.feeds == (1,)


def a_head(record_id, seq, chain=HERE):
    return RecordHead(RecordKind.CASE, record_id, seq, chain)


HEADS = st.dictionaries(
    st.text("0123456789abcdef", min_size=1, max_size=3),
    st.tuples(st.integers(0, 3), st.sampled_from([HERE[:8], THERE])),
)


@given(HEADS, HEADS)
def test_records_that_end_elsewhere_are_found_and_no_others(mine, theirs):
    here = [a_head(key, *mine[key]) for key in sorted(mine)]
    there = [a_head(key, *theirs[key]) for key in sorted(theirs)]
    wanted = {
        key: theirs.get(key)
        for key, (seq, chain) in mine.items()
        if key not in theirs or (theirs[key][0], theirs[key][1][:8]) != (seq, chain[:8])
    }
    found = {head.record_id: other for head, other in differing(here, there)}
    assert {key: other and (other.seq, other.chain) for key, other in found.items()} == wanted


def test_the_doorbell_tells_of_news_when_a_feed_stands_elsewhere():
    orgs = (an_org(1), an_org(2))
    here = {1: Cursor(10, HERE)}
    assert not has_news(orgs, (10, 0), here)
    assert has_news(orgs, (10, 1), here)
    assert has_news(orgs, (9, 0), here)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_the_wait_grows_with_failures_and_never_beyond_its_limit(failures, share):
    wait = wait_after_failures(failures, share)
    assert FIRST_WAIT_S / 2 <= wait <= LONGEST_WAIT_S
    assert wait_after_failures(failures + 1, share) >= wait


def test_the_wait_is_not_the_same_for_everybody():
    assert wait_after_failures(3, 0.1) != wait_after_failures(3, 0.9)
