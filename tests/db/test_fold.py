"""What the fold promises: nobody's value goes unless somebody who had seen it replaced it."""

from db.fold import (
    DELETED,
    NUMBER,
    PROVISIONAL,
    Edit,
    Write,
    disputes,
    fold,
    is_read_only,
    owners,
    shown,
)
from db.states import read_state, state_text
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.journal import FieldChange
from tests.db.folding import PARTY, edit, kinds, values


def test_who_saw_a_value_replaces_it():
    state = fold({}, [edit(1, facts="一"), edit(2, seen=1, facts="二")])
    assert state == {"facts": (Write("二", 2),)}
    assert disputes(state) == ()


def test_who_did_not_see_a_value_leaves_it_and_it_stays_shown():
    state = fold({}, [edit(1, facts="一"), edit(2, facts="二"), edit(3, seen=1, facts="三")])
    assert values(state, "facts") == ["二", "三"]
    assert shown(state) == {"facts": "二"}
    (dispute,) = disputes(state)
    assert dispute.kind is ConflictKind.VALUES
    assert [each.by for each in dispute.writes] == [2, 3]


def test_a_dispute_tells_what_was_there_as_the_first_author_saw_it():
    state = fold(
        {},
        [edit(1, facts="原"), edit(2, seen=1, facts=("原", "甲")), edit(3, seen=1, facts="乙")],
    )
    assert disputes(state)[0].before == "原"


def test_equal_values_are_no_dispute_and_yet_two_writes():
    both = fold({}, [edit(1, facts="同"), edit(2, facts="同")])
    assert disputes(both) == ()
    later = fold(both, [edit(3, others=[1], facts="新")])
    assert values(later, "facts") == ["同", "新"]


def test_true_and_one_are_two_values():
    assert kinds(fold({}, [edit(1, x=True), edit(2, x=1)])) == {"x": ConflictKind.VALUES}


def test_a_cleared_field_against_a_changed_one_is_a_dispute_of_values():
    state = fold({}, [edit(1, x="a"), edit(2, seen=1, x=None), edit(3, seen=1, x="b")])
    assert kinds(state) == {"x": ConflictKind.VALUES}
    assert shown(state) == {}


def test_what_was_seen_by_name_counts_as_seen():
    state = fold(
        {}, [edit(-1, facts="一"), edit(-2, facts="二"), edit(-3, others=[-1], facts="三")]
    )
    assert values(state, "facts") == ["二", "三"]


def test_a_removed_object_hides_what_is_in_it_and_brings_it_back():
    gone = fold({}, [PARTY, edit(2, seen=1, parties__b=(7, None), parties__b__name=("乙", None))])
    assert shown(gone) == {"facts": "事实"}
    back = fold(gone, [edit(3, seen=2, parties__b=7)])
    assert shown(back)["parties/b/name"] == "乙"


def test_an_edit_that_came_first_keeps_the_object_that_is_removed_unseen():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b__phone=("1", "2")),
            edit(3, seen=1, parties__b=(7, None), parties__b__phone=("1", None)),
        ],
    )
    assert shown(state)["parties/b/phone"] == "2"
    assert kinds(state) == {"parties/b": ConflictKind.REMOVAL}
    assert values(state, "parties/b") == [7, None]


def test_an_edit_that_came_later_keeps_the_removal_and_itself():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b=(7, None)),
            edit(3, seen=1, parties__b__phone=("1", "2")),
        ],
    )
    assert shown(state) == {"facts": "事实"}
    assert kinds(state) == {"parties/b": ConflictKind.REMOVAL}
    assert values(state, "parties/b") == [None, 7]
    assert values(state, "parties/b/phone") == ["2"]


def test_a_second_unseen_edit_adds_no_second_claim():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b=(7, None)),
            edit(3, seen=1, parties__b__phone="2"),
            edit(4, seen=1, parties__b__name="丙"),
        ],
    )
    assert values(state, "parties/b") == [None, 7]


def test_a_removal_by_who_had_seen_the_claims_is_one():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b=(7, None)),
            edit(3, seen=1, parties__b__phone="2"),
            edit(4, seen=3, parties__b=(7, None)),
        ],
    )
    assert disputes(state) == ()
    assert values(state, "parties/b") == [None]


def test_an_object_removed_by_two_who_knew_its_place_or_not_can_be_claimed():
    state = fold({}, [edit(1, parties__b=None), edit(2, parties__b__phone="2")])
    assert values(state, "parties/b") == [None, 0]


def test_clearing_a_field_does_not_keep_an_object():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b__phone=("1", None)),
            edit(3, seen=1, parties__b=(7, None)),
        ],
    )
    assert disputes(state) == ()
    assert shown(state) == {"facts": "事实"}


def test_two_removals_are_one():
    state = fold(
        {}, [PARTY, edit(2, seen=1, parties__b=(7, None)), edit(3, seen=1, parties__b=(7, None))]
    )
    assert disputes(state) == ()


def test_two_places_of_an_object_are_no_dispute():
    state = fold({}, [PARTY, edit(2, seen=1, parties__b=8), edit(3, seen=1, parties__b=9)])
    assert disputes(state) == ()
    assert values(state, "parties/b") == [8, 9]


def test_what_is_inside_a_removed_object_is_not_asked_about():
    state = fold(
        {},
        [
            PARTY,
            edit(2, seen=1, parties__b__name="甲"),
            edit(3, seen=1, parties__b__name="丙"),
            edit(4, seen=3, parties__b=(7, None)),
        ],
    )
    assert disputes(state) == ()


def test_whoever_edits_a_record_that_is_deleted_unseen_claims_it():
    deleted = fold({}, [PARTY, edit(2, seen=1, deleted=True)])
    assert shown(deleted)[DELETED] is True
    assert disputes(deleted) == ()
    state = fold(deleted, [edit(3, seen=1, facts="改"), edit(4, seen=1, facts="再改")])
    assert kinds(state)[DELETED] is ConflictKind.REMOVAL
    assert values(state, DELETED) == [True, None]


def test_a_record_that_was_edited_stays_when_it_is_deleted_unseen():
    state = fold({}, [PARTY, edit(2, seen=1, facts="改"), edit(3, seen=1, deleted=True)])
    assert values(state, DELETED) == [None, True]
    assert kinds(state) == {DELETED: ConflictKind.REMOVAL}


def test_who_saw_the_deletion_edits_without_a_claim_and_restores():
    deleted = fold({}, [PARTY, edit(2, seen=1, deleted=True)])
    assert disputes(fold(deleted, [edit(3, seen=2, facts="改")])) == ()
    back = fold(deleted, [edit(3, seen=2, deleted=(True, None))])
    assert DELETED not in shown(back)
    assert disputes(back) == ()


def test_an_edit_of_nothing_claims_nothing():
    deleted = fold({}, [PARTY, edit(2, seen=1, deleted=True)])
    assert fold(deleted, [edit(3, seen=1)]) == deleted


AGREED = [
    edit(1, agreement=True, agreement__amount=100),
    edit(2, seen=1, sealed=True, sealed__digest="ab", agreement__amount=(100, 100)),
]


def test_nothing_replaces_what_was_sealed():
    state = fold({}, [*AGREED, edit(3, seen=2, agreement__amount=(100, 200))])
    assert shown(state)["agreement/amount"] == 100
    assert kinds(state) == {"agreement/amount": ConflictKind.SEALED}
    again = fold(state, [edit(4, seen=3, agreement__amount=(100, 300))])
    assert values(again, "agreement/amount") == [100, 300]


def test_what_is_added_to_a_sealed_agreement_is_not_shown():
    state = fold({}, [*AGREED, edit(3, seen=1, agreement__note="补充")])
    assert "agreement/note" not in shown(state)
    assert kinds(state) == {"agreement/note": ConflictKind.SEALED}


def test_saying_again_what_was_sealed_settles_it():
    state = fold({}, [*AGREED, edit(3, seen=1, agreement__amount=200)])
    assert disputes(fold(state, [edit(4, seen=3, agreement__amount=100)])) == ()


def test_a_sealed_agreement_is_not_removed():
    state = fold({}, [*AGREED, edit(3, seen=2, agreement=(True, None))])
    assert shown(state)["agreement/amount"] == 100
    assert kinds(state) == {"agreement": ConflictKind.SEALED}


def test_an_edit_that_the_signer_had_not_seen_is_no_part_of_what_is_shown():
    state = fold({}, [AGREED[0], edit(3, seen=1, agreement__amount=200), AGREED[1]])
    assert values(state, "agreement/amount") == [100, 200]
    assert kinds(state) == {"agreement/amount": ConflictKind.SEALED}


def test_what_was_added_unseen_before_the_seal_is_not_shown():
    state = fold({}, [AGREED[0], edit(3, seen=1, agreement__note="补充"), AGREED[1]])
    assert values(state, "agreement/note") == [None, "补充"]
    assert kinds(state) == {"agreement/note": ConflictKind.SEALED}


def test_what_the_signer_had_seen_stays_shown_also_if_the_seal_does_not_repeat_it():
    state = fold({}, [AGREED[0], edit(2, seen=1, sealed__digest="ab")])
    assert shown(state)["agreement/amount"] == 100


def test_a_seal_that_was_taken_off_closes_nothing():
    state = fold({}, [*AGREED, edit(3, seen=2, sealed=None), edit(4, seen=3, agreement__amount=5)])
    assert shown(state)["agreement/amount"] == 100
    opened = fold({}, [*AGREED, edit(3, seen=2, sealed__digest=None)])
    assert shown(fold(opened, [edit(4, seen=3, agreement__amount=5)]))["agreement/amount"] == 5


def numbered(by, wanted, given):
    return Edit(by, (FieldChange(NUMBER, None, wanted),), number=given)


def test_the_number_that_the_centre_gave_is_the_number():
    asked = Edit(1, (FieldChange("facts", None, "一"),), number="（2026）甲字第1号")
    assert shown(fold({}, [asked])) == {"facts": "一", NUMBER: "（2026）甲字第1号"}


def test_the_number_that_stood_there_before_stays_findable():
    state = fold({}, [numbered(1, "临-站-a-1", "（2026）甲字第1号")])
    assert shown(state) == {NUMBER: "（2026）甲字第1号", PROVISIONAL: "临-站-a-1"}
    same = fold({}, [numbered(1, "（2026）甲字第1号", "（2026）甲字第1号")])
    assert shown(same) == {NUMBER: "（2026）甲字第1号"}


def test_what_a_newer_version_wrote_is_only_read():
    state = fold({}, [edit(1, facts="一"), edit(2, seen=1, is_newer=True, facts="二", x="新")])
    assert is_read_only(state, "facts")
    assert is_read_only(state, "x")
    assert not is_read_only(state, "y")
    later = fold(state, [edit(3, seen=2, facts="三")])
    assert not is_read_only(later, "facts")


def test_the_owners_of_a_register_are_the_objects_it_is_in():
    assert list(owners("parties/b/agents/c/name")) == [
        "parties",
        "parties/b",
        "parties/b/agents",
        "parties/b/agents/c",
    ]
    assert list(owners("facts")) == []


def test_a_state_is_read_back_as_it_was_written():
    state = fold(
        {}, [PARTY, edit(2, is_newer=True, facts=("旧", ["列"])), edit(3, facts=("", "新"))]
    )
    assert read_state(state_text(state)) == state
