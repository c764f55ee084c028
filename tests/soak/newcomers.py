"""Scripted histories of machines that are new at a station with a past folded into snapshots."""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import sql

from db.central.snapshot_job import fold_snapshots
from db.sync import plan
from tests.soak.checker import Violation
from tests.soak.ground import Ground
from tests.soak.machine import Machine
from tests.soak.restores import Found
from tests.soak.stage import Stage, judged, staged

FOLDER = "丁"
"""Reads everything below the centre, as the nightly job does."""


def first_pull_folded(ground: Ground) -> Found:
    """A new machine takes over snapshots, with interruptions, while others go on editing."""
    with staged(ground, "甲", "己") as (stage, (one, other)), a_short_past_is_long():
        stage.type(one)
        stage.type(other)
        stage.meet(one, other, one)
        fold(stage)
        stage.type(one, "issues")
        stage.meet(one)
        late = stage.enter("庚")
        stage.befall("snapshots", "lost_before")
        stage.meet(late)
        late.switch.left = 4
        stage.meet(late, late)
        stage.type(other, "recorder")
        stage.meet(other, late)
        came = _came_folded(late, stage.case_id)
        stage.settle(late)
        stage.type(late)
        stage.meet(late, one, other)
        return (*came, *judged(stage))


def folded_below_what_waits(ground: Ground) -> Found:
    """What a newcomer wrote before his first pull, and what others built on what was folded."""
    with staged(ground, "甲", "己") as (stage, (one, other)), a_short_past_is_long():
        stage.type(one)
        stage.type(one)
        stage.befall("push", "lost_after")
        stage.meet(one)
        fold(stage)
        backup = stage.back_up()
        late = stage.enter("庚")
        stage.begin(late)
        stage.meet(late, one)
        stage.type(one)
        stage.type(late)
        stage.meet(late, one)
        stage.put_back(backup)
        stage.meet(one, late, other, late)
        return judged(stage)


@contextmanager
def a_short_past_is_long() -> Iterator[None]:
    """Let every first pull begin with snapshots, as it does after hundreds of edits."""
    usual = plan.BACKFILL_FROM
    plan.BACKFILL_FROM = 1
    try:
        yield
    finally:
        plan.BACKFILL_FROM = usual


def fold(stage: Stage) -> None:
    """Run the nightly job."""
    home = stage.world.home
    person = home.people[FOLDER]
    login = sql.Identifier(person.login)
    home.ground.admin.execute(sql.SQL("GRANT sync_snapshot TO {}").format(login))
    try:
        fold_snapshots(home.central(person))
    finally:
        home.ground.admin.execute(sql.SQL("REVOKE sync_snapshot FROM {}").format(login))


def _came_folded(machine: Machine, case_id: str) -> Found:
    rows = machine.rows("SELECT from_seq FROM record WHERE record_id = :case", case=case_id)
    if rows and rows[0].from_seq:
        return ()
    return (Violation("script", "the first pull took no snapshot"),)
