"""Scripted histories of case numbers: side by side, at once, from leases and after a move."""

from concurrent.futures import ThreadPoolExecutor

from db.central.client import PostgresCentral
from tests.soak.adversary import PLANTED
from tests.soak.checker import Violation
from tests.soak.ground import PASSWORD, Ground
from tests.soak.restores import Found
from tests.soak.rounds import run_round
from tests.soak.stage import judged, staged

AT_ONCE = 4


def numbers_side_by_side(ground: Ground) -> Found:
    """Two stations under one word register at the same time; an answer is lost."""
    with staged(ground, "甲", "己", "乙") as (stage, cast):
        for machine in cast:
            stage.case_id = stage.begin(machine)
            stage.register(machine)
        stage.befall("push", "lost_after")
        stage.meet(*cast, *cast)
        return judged(stage)


def numbers_at_once(ground: Ground) -> Found:
    """Machines ask for numbers of one series at the same moment, by cases and by leases."""
    with staged(ground, "甲", "己", "乙", "丁") as (stage, cast):
        lines = [PostgresCentral(ground.address(each.person.login), PASSWORD) for each in cast]
        troubles: list[str] = []
        for _ in range(AT_ONCE):
            for machine in cast[:3] * 2:
                stage.case_id = stage.begin(machine)
                stage.register(machine)
                machine.numbers_ahead += 2
            with ThreadPoolExecutor(len(cast)) as threads:
                troubles += threads.map(run_round, cast, lines)
        for line in lines:
            line.close()
        turned_away = [f"turned away: {trouble}" for trouble in troubles if trouble]
        found = judged(stage)
        aside = stage.world.home.left().set_aside
        turned_away += [each for each in aside if not each.startswith(PLANTED)]
        return (*found, *(Violation("I10 numbers", each) for each in turned_away))


def copied_lease(ground: Ground) -> Found:
    """Two copies of one disk give the same number while they are offline: one has to yield."""
    with staged(ground, "甲", "己") as (stage, (one, _)):
        one.numbers_ahead = 3
        stage.meet(one)
        twin = stage.world.clone(one)
        for machine in (one, twin):
            stage.case_id = stage.begin(machine)
            stage.register(machine)
        stage.meet(one, twin)
        return judged(stage)


def moved_with_a_leased_number(ground: Ground) -> Found:
    """A number is given offline, and the case moves to where numbers bear another word."""
    with staged(ground, "丁", "己") as (stage, (leader, clerk)):
        leader.numbers_ahead = 3
        stage.meet(leader)
        stage.case_id = stage.begin(leader)
        stage.meet(leader)
        stage.register(leader)
        stage.world.move(stage.case_id, stage.world.home.orgs.station)
        stage.meet(clerk, leader)
        return judged(stage)
