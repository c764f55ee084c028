"""Scripted histories, each for a mistake that is known; right code breaks no promise in them."""

from collections.abc import Callable, Mapping

from tests.soak.ground import Ground
from tests.soak.newcomers import first_pull_folded, folded_below_what_waits
from tests.soak.numbering import (
    copied_lease,
    moved_with_a_leased_number,
    numbers_at_once,
    numbers_side_by_side,
)
from tests.soak.power_scripts import disk_refuses, power_lost
from tests.soak.restores import (
    Found,
    another_feed,
    another_past,
    copied_disk,
    file_and_put_back,
    moved_and_all_lost,
    number_and_put_back,
    older_disk,
    only_others_have_it,
    put_back_by_the_book,
    put_back_twice,
    put_back_twice_at_once,
)
from tests.soak.stage import judged, staged

CRASHES = range(1, 26)


def same_field(ground: Ground) -> Found:
    """Two people change one field without having seen each other."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.type(one)
        stage.type(other)
        stage.meet(one, other)
        return judged(stage)


def behind_the_shown(ground: Ground) -> Found:
    """A value arrives behind the one on the screen, which looks the same; somebody types on."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.type(one)
        stage.meet(one)
        screen = stage.look(one)
        stage.type(other)
        stage.meet(other, one)
        stage.type(one, screen=screen)
        return judged(stage)


def strangers(ground: Ground) -> Found:
    """Nobody of another organisation learns of the case, whatever he asks."""
    with staged(ground, "乙", "丙", "戊") as (stage, (one, *_)):
        stage.type(one)
        stage.register(one)
        stage.meet(one)
        return judged(stage)


def answer_lost(ground: Ground) -> Found:
    """A push takes effect, and nobody hears of it: it is sent again."""
    with staged(ground, "甲", "乙") as (stage, (one, _)):
        stage.type(one)
        stage.befall("push", "lost_after")
        stage.meet(one, one)
        stage.type(one, "issues")
        stage.befall("push", "doubled")
        stage.meet(one)
        return judged(stage)


def one_way_at_a_time(ground: Ground) -> Found:
    """What cannot be sent keeps nothing from coming in, and the other way round."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        world = stage.world
        stage.type(other)
        stage.meet(other)
        stage.type(one, "issues")
        before = world.home.all_ops()
        stage.befall("push", "lost_before")
        stage.meet(one)
        if not before <= one.all_ops():
            world.amiss("I11 both ways", "news did not come in while sending failed")
        stage.befall("pull", "lost_before")
        stage.type(other, "issues")
        stage.meet(other)
        stage.meet(one)
        if not one.all_ops() <= world.home.all_ops():
            world.amiss("I11 both ways", "nothing was sent while receiving failed")
        return judged(stage)


def refused(ground: Ground) -> Found:
    """An edit arrives after its author lost the case: it is set aside, and nothing is lost."""
    with staged(ground, "甲", "丙") as (stage, (one, _)):
        stage.type(one)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        return judged(stage)


def issued_and_refused(ground: Ground) -> Found:
    """A document was issued here, and the centre refuses its entry: the machine finds no fault."""
    with staged(ground, "甲", "丙") as (stage, (one, _)):
        stage.issue(one)
        stage.meet(one)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.issue(one)
        stage.befall("pull", "lost_before")
        stage.meet(one)
        return judged(stage)


def moved_away(ground: Ground) -> Found:
    """A case moves to another station: it appears there, and goes here."""
    with staged(ground, "甲", "己", "丙") as (stage, (one, colleague, _)):
        stage.type(colleague)
        stage.meet(colleague, one)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        return judged(stage)


def moved_to_and_fro(ground: Ground) -> Found:
    """A case leaves and comes back while nobody looks, and once more while somebody does."""
    with staged(ground, "甲", "己", "丙") as (stage, (one, colleague, other)):
        orgs = stage.world.home.orgs
        stage.type(one)
        stage.world.move(stage.case_id, orgs.other_station)
        stage.world.move(stage.case_id, orgs.station)
        stage.meet(one, colleague)
        stage.world.move(stage.case_id, orgs.other_station)
        stage.meet(one, other)
        stage.type(other)
        stage.meet(other)
        stage.world.move(stage.case_id, orgs.branch)
        return judged(stage)


def sealed_twice(ground: Ground) -> Found:
    """Two machines close the agreement, each without the other; both signatures stay."""
    with staged(ground, "甲", "己") as (stage, cast):
        for machine in cast:
            stage.seal(machine)
        stage.meet(*cast)
        return judged(stage)


def edited_while_sealed(ground: Ground) -> Found:
    """An edit of the agreement arrives after it was closed: it stands beside, and is flagged."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.amount(other, 77_700)
        stage.seal(one)
        stage.meet(one, other)
        return judged(stage)


def unsent_meets_placed(ground: Ground) -> Found:
    """What others placed comes before what waits here, though it arrived later."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.type(one)
        stage.type(one, "issues")
        stage.type(other)
        stage.meet(other)
        stage.befall("push", "lost_before")
        stage.meet(one)
        stage.type(one, "recorder")
        return judged(stage)


def crash_anywhere(ground: Ground) -> Found:
    """A machine stops at each of its transactions in turn while it takes over news."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        for place in CRASHES:
            stage.begin(other)
            stage.type(one, "issues")
            stage.meet(other)
            one.switch.left = place
            stage.meet(one)
        return judged(stage)


def answered_not_echoed(ground: Ground) -> Found:
    """The centre answered, did not echo, and was put back to before."""
    with staged(ground, "甲", "己") as (stage, (one, _)):
        backup = stage.back_up()
        stage.type(one)
        stage.befall("pull", "lost_before")
        stage.meet(one)
        stage.put_back(backup)
        return judged(stage)


def left_with_unsent(ground: Ground) -> Found:
    """A case leaves while edits of it wait here: they are kept."""
    with staged(ground, "甲", "丙") as (stage, (one, _)):
        stage.type(one)
        stage.type(one, "issues")
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.befall("push", "lost_before")
        stage.meet(one, one)
        return judged(stage)


def left_and_put_back(ground: Ground) -> Found:
    """A case left; the centre is put back to before an edit that only its author still has."""
    with staged(ground, "甲", "丙") as (stage, (one, _)):
        backup = stage.back_up()
        stage.type(one)
        stage.meet(one)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.meet(one)
        stage.put_back(backup)
        return judged(stage)


def late_request(ground: Ground) -> Found:
    """A request that was given up arrives after the centre was put back."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.type(one)
        stage.befall("push", "late")
        stage.meet(one)
        backup = stage.back_up()
        stage.meet(one, other)
        stage.put_back(backup)
        stage.world.weather.deliver_late()
        stage.type(other)
        stage.meet(other)
        return judged(stage)


def made_again_by_others(ground: Ground) -> Found:
    """A centre that lost a case is told of it first by somebody of another organisation."""
    with staged(ground, "甲", "丁") as (stage, (one, leader)):
        backup = stage.back_up()
        stage.case_id = stage.begin(one)
        stage.meet(one, leader)
        stage.type(leader)
        stage.befall("push", "late")
        stage.meet(leader)
        stage.put_back(backup)
        stage.world.weather.deliver_late()
        return judged(stage)


def not_shown_any_more(ground: Ground) -> Found:
    """A centre forgets that a case came here: it goes, and what was done here is set aside."""
    with staged(ground, "甲", "丙") as (stage, (one, other)):
        backup = stage.back_up()
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.meet(other, one)
        stage.type(other)
        stage.put_back(backup, with_runbook=True)
        stage.meet(other, one, other)
        return judged(stage)


def file_left_after_a_doubt(ground: Ground) -> Found:
    """The centre was put back, so contents were in doubt; then the case leaves with its file."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        backup = stage.back_up()
        stage.attach(one)
        stage.meet(one, other)
        stage.put_back(backup, with_runbook=True)
        stage.befall("missing_chunks", "lost_before")
        stage.meet(one, other)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.befall("missing_chunks", "lost_before")
        stage.meet(other, one)
        return judged(stage)


def left_long_ago(ground: Ground) -> Found:
    """A case with entries of several people left; the centre is put back to before all of them."""
    with staged(ground, "甲", "己", "丙") as (stage, (one, other, third)):
        backup = stage.back_up()
        for machine in (one, other, one):
            stage.type(machine)
            stage.meet(machine, one, other)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.meet(one, other)
        stage.put_back(backup, with_runbook=True)
        stage.meet(one)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_branch)
        stage.meet(third)
        return judged(stage)


def stale_screen(ground: Ground) -> Found:
    """Somebody saves on a screen that stood open while others saved."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stale = stage.look(one)
        stage.type(other)
        stage.meet(other, one)
        stage.type(one, screen=stale)
        return judged(stage)


def settled_unseen(ground: Ground) -> Found:
    """A conflict is settled while a third value is on its way: that one stays open."""
    with staged(ground, "甲", "己", "庚") as (stage, (one, other, third)):
        for machine in (one, other, third):
            stage.type(machine)
        stage.meet(one, other, one)
        stage.settle(one)
        stage.meet(third, one)
        return judged(stage)


def removed_and_edited(ground: Ground) -> Found:
    """One removes a party while another writes its phone number."""
    with staged(ground, "甲", "己") as (stage, (one, other)):
        stage.remove_party(one)
        stage.phone(other)
        stage.meet(one, other)
        return judged(stage)


SCENARIOS: Mapping[str, Callable[[Ground], Found]] = {
    each.__name__: each
    for each in (
        first_pull_folded,
        folded_below_what_waits,
        same_field,
        behind_the_shown,
        strangers,
        answer_lost,
        one_way_at_a_time,
        refused,
        issued_and_refused,
        moved_away,
        moved_to_and_fro,
        sealed_twice,
        edited_while_sealed,
        unsent_meets_placed,
        crash_anywhere,
        answered_not_echoed,
        put_back_twice,
        put_back_twice_at_once,
        only_others_have_it,
        another_past,
        another_feed,
        put_back_by_the_book,
        moved_and_all_lost,
        copied_disk,
        older_disk,
        left_with_unsent,
        left_and_put_back,
        late_request,
        made_again_by_others,
        not_shown_any_more,
        left_long_ago,
        file_left_after_a_doubt,
        stale_screen,
        settled_unseen,
        removed_and_edited,
        numbers_side_by_side,
        numbers_at_once,
        copied_lease,
        moved_with_a_leased_number,
        number_and_put_back,
        file_and_put_back,
        power_lost,
        disk_refuses,
    )
}
