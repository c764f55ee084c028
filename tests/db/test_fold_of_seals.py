"""What was sealed first stays shown, whatever comes later."""

from itertools import permutations

from db.fold import SEAL, Edit, disputes, fold, shown
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.journal import FieldChange

MANNER = "agreement/manner"


def edit(by, value, *, seen=0, seal=""):
    """Return an edit of the manner, which seals where it says so."""
    changes = [FieldChange("agreement", None, after=True), FieldChange(MANNER, None, value)]
    if seal:
        changes += [FieldChange("sealed", None, after=True), FieldChange(SEAL, None, seal)]
    return Edit(by, tuple(changes), seen_seq=seen)


WRITTEN = edit(1, "转账")
SEALED = edit(2, "转账", seen=1, seal="aa")


def test_an_edit_that_came_before_the_seal_unseen_stands_beside_it():
    state = fold({}, [WRITTEN, edit(2, "现金", seen=1), edit(3, "转账", seen=1, seal="aa")])
    assert shown(state)[MANNER] == "转账"
    (dispute,) = disputes(state)
    assert (dispute.path, dispute.kind) == (MANNER, ConflictKind.SEALED)
    assert [each.value for each in dispute.writes] == ["转账", "现金"]


def test_the_first_of_two_seals_counts():
    state = fold(
        {}, [WRITTEN, SEALED, edit(3, "现金", seen=1), edit(4, "现金", seen=1, seal="bb")]
    )
    assert shown(state)[MANNER] == "转账"
    assert shown(state)[SEAL] == "aa"
    kinds = {each.path: each.kind for each in disputes(state)}
    assert kinds == {MANNER: ConflictKind.SEALED, SEAL: ConflictKind.VALUES}


def test_nobody_who_saw_the_seal_replaces_what_it_closed():
    state = fold({}, [WRITTEN, SEALED, edit(3, "现金", seen=2)])
    assert shown(state)[MANNER] == "转账"


def test_late_edits_in_any_order_leave_the_sealed_agreement_as_it_is():
    late = [
        edit(3, "现金", seen=1),
        edit(4, "支票", seen=1, seal="bb"),
        Edit(5, (FieldChange("agreement", before=True, after=None),), seen_seq=1),
    ]
    for order in permutations(late):
        state = fold({}, [WRITTEN, SEALED, *order])
        assert shown(state)["agreement"] is True
        assert shown(state)[MANNER] == "转账"
        assert shown(state)[SEAL] == "aa"
