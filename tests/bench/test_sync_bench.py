"""The figures of synchronisation, taken small, against a real centre."""

from dataclasses import replace
from importlib import import_module

import pytest

from bench.centre import centres
from bench.measure import Times
from bench.relay import Relay
from bench.sync_growth import verdict_of
from bench.sync_ops import FACTS, Pusher


@pytest.mark.parametrize(
    "name",
    [
        *("sync_pull", "sync_push", "sync_growth", "sync_idle", "sync_others", "sync_chunks"),
        *("sync_crowd", "sync_visible"),
    ],
)
def test_each_piece_of_sync_measures_itself_small(name):
    section = import_module(f"bench.{name}").measure(quick=True)
    assert section.name == name
    assert "| --- |" in section.text
    assert "×" in section.text


def test_a_relay_counts_what_goes_through_both_ways():
    with centres() as centre, Relay(centre.server.port) as relay:
        login = centre.person(centre.station())
        pusher = Pusher(replace(login, address=replace(login.address, port=relay.port)))
        try:
            before = relay.up_bytes, relay.down_bytes
            pusher.push(pusher.ops(3))
            after = relay.up_bytes, relay.down_bytes
        finally:
            pusher.central.close()
    assert after[0] - before[0] > 3 * len(FACTS.encode())
    assert 0 < after[1] - before[1] < after[0] - before[0]


def test_a_missed_goal_is_bold():
    assert verdict_of(3.0, 2.0) == "**3.0×, missed**"
    assert verdict_of(2.0, 2.0) == "2.0×"
    assert Times((1.0,)).percentile_s(95) == 1.0
