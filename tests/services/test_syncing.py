"""A station without a centre."""

import pytest

from mediation_app.domain.syncing import CentralAddress, SyncState
from mediation_app.errors import CentralError
from mediation_app.services.syncing import NoSynchroniser
from tests.sync.listening import Listening

ADDRESS = CentralAddress("db", 5432, "mediation", "liuyang")


def test_it_stands_alone_and_knows_of_nothing():
    sync = NoSynchroniser()
    assert sync.state() == SyncState()
    assert sync.address() is None
    assert sync.rounds() == sync.set_aside() == ()


def test_what_needs_a_centre_is_refused_and_says_what_to_do():
    sync = NoSynchroniser()
    for ask in (
        lambda: sync.try_address(ADDRESS, "x"),
        lambda: sync.connect(ADDRESS, "x"),
        lambda: sync.keep_numbers(5),
        lambda: sync.ask_status("18V2E0XNM"),
        sync.run_round,
        sync.refused_of_others,
    ):
        with pytest.raises(CentralError, match="新建本站数据库") as caught:
            ask()
        assert caught.value.is_refusal


def test_what_the_window_asks_of_every_synchroniser_does_nothing():
    sync = NoSynchroniser()
    sync.start(Listening())
    for ask in (sync.sync_now, sync.cancel, sync.disconnect, sync.stop):
        ask()
    sync.open_case("c1")
    assert sync.state() == SyncState()
