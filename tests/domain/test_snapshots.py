"""The frozen facts of a document and their fingerprint."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mediation_app.domain.agreements import Sealed
from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.materials import Material
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


def test_what_no_form_prints_makes_no_new_version():
    ticked = a_case(
        materials=(Material("m1", "合同", is_received=True),),
        sealed=Sealed(datetime(2026, 3, 9, tzinfo=UTC), "0" * 64),
    )
    assert issue_of(replace(DRAFT, case=ticked), 1).digest == issue_of(DRAFT, 1).digest


def test_a_document_of_the_first_version_of_the_program_is_known_again():
    assert issue_of(DRAFT, 1).digest == (
        "a26b5c6c421a1ff054978598c7c5c1e04900e83b9ea39e8af65b6b8958c8c44f"
    )
