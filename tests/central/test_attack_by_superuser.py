"""Whoever holds the server can rewrite rows; the workstations notice."""

import pytest

from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor
from mediation_app.errors import BrokenFeedError


@pytest.fixture
def rewrite(machines):
    """Return what changes rows past the triggers."""

    def change(what, record):
        machines.admin("SET session_replication_role = replica")
        machines.admin(f"UPDATE sync.op SET {what} WHERE record_id = %s AND seq = 1", record)
        machines.admin("RESET session_replication_role")

    return change


@pytest.mark.parametrize(
    "what",
    [
        "author = '方舟'",
        "action = 'delete'",
        "saved_at = '2020-01-01T00:00:00.000000+00:00'",
        "placed_at = placed_at - interval '1 day'",
        "body_hash = sha256(body_hash)",
        "body = body || ' '",
        'said = \'{"number":"x"}\'',
        "chain = sha256(chain)",
    ],
)
def test_a_rewritten_operation_breaks_what_hangs_on_it(mediator, rewrite, what):
    record = mediator.new_record()
    mediator.push(mediator.op(record))
    rewrite(what, record)
    log = mediator.log(record)
    with pytest.raises(BrokenFeedError):
        check_log(b"", 1, log)


def test_a_rewritten_chain_does_not_fit_into_the_feed(mediator, rewrite):
    record = mediator.new_record()
    rewrite("chain = sha256(chain)", record)
    entries = mediator.feed()
    with pytest.raises(BrokenFeedError):
        check_feed(Cursor(), entries)


@pytest.mark.parametrize("what", ["wish = 'nonsense'", "after = '7'", "wish = '[1,2,3,4]'"])
def test_a_row_that_says_nothing_is_a_broken_feed_and_no_crash(mediator, rewrite, what):
    record = mediator.new_record()
    rewrite(what, record)
    for read in (mediator.feed, lambda: mediator.log(record)):
        with pytest.raises(BrokenFeedError):
            read()
