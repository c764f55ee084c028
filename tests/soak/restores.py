"""Scripted histories in which the centre or a disk is put back to an earlier state."""

from typing import TypeAlias

from tests.soak.checker import Violation
from tests.soak.ground import Ground
from tests.soak.stage import judged, staged

Found: TypeAlias = tuple[Violation, ...]


def put_back_twice(ground: Ground) -> Found:
    """What was given back is lost again before it was echoed: it is offered once more."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        backup = stage.back_up()
        stage.type(one)
        stage.meet(one, other)
        for _ in range(2):
            stage.put_back(backup)
            stage.befall("rescue", "lost_after")
            stage.meet(one)
            stage.put_back(backup)
            stage.befall("pull", "lost_before")
            stage.befall("pull", "lost_before")
            stage.meet(one)
        stage.put_back(backup, with_runbook=True)
        return judged(stage)


def only_others_have_it(ground: Ground) -> Found:
    """The centre and the author's disk are put back, twice: a colleague gives the edit back."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        backup = stage.back_up()
        stage.world.save_copy(one)
        stage.type(one)
        stage.meet(one, other)
        stage.world.put_back(*stage.world.copies.pop())
        stage.put_back(backup)
        stage.befall("pull", "lost_before")
        stage.meet(other)
        stage.befall("pull", "lost_before")
        stage.befall("pull", "lost_before")
        stage.meet(other)
        stage.put_back(backup)
        stage.meet(other, one)
        return judged(stage)


def another_past(ground: Ground) -> Found:
    """A place in the log means something else after the centre was put back."""
    with staged(ground, "甲", "己", "庚") as (stage, (one, other, third)):
        backup = stage.back_up()
        stage.type(one)
        stage.meet(one, other)
        stage.type(other)
        stage.put_back(backup)
        stage.type(third)
        stage.meet(third)
        stage.meet(other)
        return judged(stage)


def another_feed(ground: Ground) -> Found:
    """The feed was put back and grew again to where it was: only its hash tells."""
    with staged(ground, "甲", "己", "庚") as (stage, (one, other, third)):
        backup = stage.back_up()
        stage.type(one, "issues")
        stage.meet(one, other)
        stage.put_back(backup)
        stage.type(third, "recorder")
        stage.meet(third)
        return judged(stage)


def put_back_by_the_book(ground: Ground) -> Found:
    """The administrator restores and says so: nothing is refused, numbers wait."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        backup = stage.back_up()
        stage.register(one)
        stage.type(other)
        stage.meet(one, other, one)
        stage.put_back(backup, with_runbook=True)
        stage.type(other, "issues")
        stage.meet(other, one, other)
        stage.world.home.end_recovery()
        return judged(stage)


def copied_disk(ground: Ground) -> Found:
    """A disk is copied and both go on writing under one device id."""
    with staged(ground, "甲", "己") as (stage, (one, _)):
        stage.type(one)
        twin = stage.world.clone(one)
        stage.type(one, "issues")
        stage.type(twin, "issues")
        stage.type(twin, "recorder")
        stage.meet(one, twin)
        stage.type(one)
        stage.type(twin)
        return judged(stage)


def older_disk(ground: Ground) -> Found:
    """A machine is put back to an older copy of its disk and goes on."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.world.save_copy(one)
        stage.type(one)
        stage.meet(one, other)
        stage.world.put_back(*stage.world.copies.pop())
        stage.type(one)
        stage.type(one, "issues")
        return judged(stage)


def number_and_put_back(ground: Ground) -> Found:
    """A number was told, the centre forgot it, and others ask for theirs."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        backup = stage.back_up()
        stage.register(one)
        stage.meet(one)
        stage.put_back(backup, with_runbook=True)
        stage.case_id = stage.begin(other)
        stage.register(other)
        stage.meet(other, one, other)
        return judged(stage)


def file_and_put_back(ground: Ground) -> Found:
    """The centre keeps the line of a file and loses its content."""
    with staged(ground, "甲", "己") as (stage, (one, _)):
        stage.befall("missing_chunks", "lost_before")
        stage.attach(one)
        stage.meet(one)
        backup = stage.back_up()
        stage.meet(one)
        stage.put_back(backup, with_runbook=True)
        return judged(stage)


def moved_and_all_lost(ground: Ground) -> Found:
    """A case comes by a move, and the centre and its author lose all of it: it is given back."""
    with staged(ground, "丁", "己") as (stage, (leader, clerk)):
        backup = stage.back_up()
        stage.world.save_copy(leader)
        stage.case_id = stage.begin(leader)
        stage.meet(leader)
        stage.world.move(stage.case_id, stage.world.home.orgs.branch)
        stage.meet(clerk)
        stage.world.put_back(*stage.world.copies.pop())
        stage.put_back(backup, with_runbook=True)
        stage.meet(clerk, leader)
        return judged(stage)


def put_back_twice_at_once(ground: Ground) -> Found:
    """The same backup is restored twice in one second; only the epoch tells it apart."""
    with staged(ground, "甲", "己") as (stage, (one, _)):
        backup = stage.back_up()
        stage.attach(one)
        stage.put_back(backup, with_runbook=True)
        for _ in range(20):
            stage.befall("pull", "lost_before")
        stage.meet(one)
        stage.world.weather.script.clear()
        stage.put_back(backup, with_runbook=True)
        return judged(stage)
