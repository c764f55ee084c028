"""The frozen facts of a document and their fingerprint."""

from dataclasses import replace

import pytest

from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.snapshots import canonical_json, issue_of
from tests.builders import a_case, a_committee

DRAFT = Snapshot(FormKind.AGREEMENT, a_case(), a_committee())


def test_the_same_facts_have_the_same_fingerprint_and_others_another():
    again = Snapshot(FormKind.AGREEMENT, a_case(), a_committee())
    other = replace(DRAFT, case=a_case(facts="另一件事。"))
    assert issue_of(DRAFT, 1).digest == issue_of(again, 1).digest
    assert issue_of(other, 1).digest != issue_of(DRAFT, 1).digest


def test_what_is_no_fact_is_never_put_into_a_fingerprint_in_silence():
    strange = replace(DRAFT, case=a_case(facts=3j))
    with pytest.raises(TypeError, match="3j"):
        canonical_json(strange)
