"""A commit that is cancelled while it waits for the standby, and then is lost with the primary.

PostgreSQL answers such a commit as if all were well: everybody sees it, and no standby has it.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import psycopg

from tests.memory import fast_folder
from tests.postgres import CentralServer, TestDatabase
from tests.soak import doings
from tests.soak.ground import prepared
from tests.soak.home import new_home
from tests.soak.proxy import Proxy
from tests.soak.replication import (
    PEOPLE,
    STANDBY,
    ByHand,
    Failover,
    Worker,
    a_worker,
    judged,
)
from tests.soak.rounds import run_round

_WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
_PATIENCE_S = 60


def lose_what_was_cancelled(
    central: CentralServer, seed: int, *, has_runbook: bool = True
) -> Failover:
    """Let people save, cancel what waits for a lost standby, lose the primary, judge.

    With the runbook of a restore every promise holds. Without it the next primary gives numbers
    again that only the lost one knew of.
    """
    succession = ByHand(central, central.new_server(STANDBY))
    with (
        prepared(central) as ground,
        TemporaryDirectory(prefix="cancelled-", dir=fast_folder()) as folder,
        Proxy(ground.database.port) as proxy,
        ThreadPoolExecutor(1) as beside,
    ):
        home = new_home(ground)
        succession.prepare()
        workers = [
            a_worker(home, Path(folder), name, proxy.port, seed + at)
            for at, name in enumerate(PEOPLE)
        ]
        try:
            for worker in workers:
                _work(worker)
            succession.standby.stop(is_abrupt=True)
            # The first one's edits, and what the second one writes when he has read them.
            for worker in workers[:2]:
                _cancelling(central, beside.submit(_work, worker))
            lost = _safe(workers) - _safe(workers[2:])
            central.server.kill()
            succession.standby.start()
            succession.standby.promote()
            ground.database = TestDatabase(succession.standby, ground.database.name)
            proxy.lead_to(succession.standby.port)
            proxy.cut_all()
            ground.reconnect()
            if has_runbook:
                home.begin_recovery()
            for worker in workers:
                # To the machines it is a centre that was put back to before the cancelled ones.
                worker.world.witness.centre_age += 1
                worker.world.witness.silent_restores += not has_runbook
            for worker in reversed(workers):
                _work(worker)
            return judged(home, Path(folder), workers, len(lost))
        finally:
            ground.hang_up()
            ground.admin.close()
            succession.end()


def _work(worker: Worker) -> None:
    """Save some things, a new case and its number among them, and meet the centre."""
    machine = worker.world.machines[0]
    for doing in (doings.begin_case, doings.edit_field, doings.register, doings.edit_field):
        doing(worker.world)
    worker.trouble = run_round(machine, worker.central)
    worker.world.look_at(machine, has_met=not worker.trouble)


def _safe(workers: list[Worker]) -> set[str]:
    return {each for worker in workers for each in worker.world.witness.echoes}


def _cancelling(central: CentralServer, work: Future[None]) -> None:
    """Cancel whatever waits for the standby until a piece of work is done."""
    with closing(psycopg.connect(central.server.dsn(), autocommit=True)) as admin:

        def cancel() -> bool:
            admin.execute(f"SELECT pg_cancel_backend(pid) {_WAITING}")
            return work.done()

        _wait(cancel)
    work.result()


def _wait(is_so: Callable[[], bool]) -> None:
    pause = Event()
    for _ in range(_PATIENCE_S * 20):
        if is_so():
            return
        pause.wait(0.05)
    raise TimeoutError("a round waits although everything is cancelled")
