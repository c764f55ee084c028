"""What was signed and sealed stays as it is, whichever door one comes through."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.conflicts import Conflict, ConflictKind, ConflictSide
from mediation_app.domain.documents import FormKind
from mediation_app.domain.seals import agreement_digest
from mediation_app.errors import InvalidValueError, SealedAgreementError
from mediation_app.exchange.writing import write_case
from tests.builders import an_agreement, signed


@pytest.fixture
def files(sample_desk):
    return sample_desk.case_files


@pytest.fixture
def case(files):
    """A case of the samples that all have signed, and nothing more."""
    found = files.find("第17号")
    confirmation = replace(found.confirmation, applied_on=None)
    return files.save(found, signed(replace(found, visit=None, confirmation=confirmation))).case


@pytest.fixture
def closed(files, case):
    return files.seal(case.id).case


def edited(case):
    first, *rest = case.agreement.terms
    terms = (replace(first, text=f"{first.text}（改）"), *rest)
    return replace(case, agreement=replace(case.agreement, terms=terms))


def test_sealing_is_an_action_of_its_own_in_the_journal(files, case, sample_desk):
    saved = files.seal(case.id)
    assert saved.changes.case_ids == {case.id}
    assert saved.case.sealed.digest == agreement_digest(case.agreement)
    entry = files.history(case.id)[-1]
    assert (entry.action, entry.author) == ("seal", sample_desk.author)
    paths = {each.path for each in entry.changes}
    assert paths == {"sealed", "sealed/sealed_at", "sealed/digest"}
    assert files.open(case.id) == saved.case


def test_sealing_twice_changes_nothing(files, closed):
    before = files.history(closed.id)
    again = files.seal(closed.id)
    assert again.case == closed
    assert again.changes.case_ids == frozenset()
    assert files.history(closed.id) == before


def test_what_is_not_signed_by_all_is_not_sealed(files, case):
    less = replace(case.agreement, signatures=case.agreement.signatures[:-1])
    files.save(case, replace(case, agreement=less))
    with pytest.raises(InvalidValueError, match="还缺人民调解委员会印章"):
        files.seal(case.id)
    assert files.open(case.id).sealed is None


def test_what_holds_two_values_is_not_sealed_before_somebody_chose(files, case, sample_desk):
    for words in ("现金", "支票"):
        files.save(case, replace(case, agreement=replace(case.agreement, manner=words)))
    (conflict,) = sample_desk.conflicts.open(case.id)
    with pytest.raises(InvalidValueError, match="两个值没有选定"):
        files.seal(case.id)
    sample_desk.conflicts.resolve(conflict, "支票", "双方当面确认")
    assert files.seal(case.id).case.agreement.manner == "支票"


def test_two_values_elsewhere_keep_nobody_from_sealing(files, case):
    for words in ("甲说", "乙说"):
        files.save(case, replace(case, facts=words))
    assert files.seal(case.id).case.sealed is not None


def test_saving_an_edit_of_what_is_sealed_is_refused(files, closed):
    before = files.history(closed.id)
    with pytest.raises(SealedAgreementError, match="另立补充协议"):
        files.save(closed, edited(closed))
    assert files.open(closed.id) == closed
    assert files.history(closed.id) == before


def test_what_was_typed_before_the_seal_was_seen_is_kept_beside_what_is_sealed(
    files, case, closed, sample_desk
):
    late = edited(case)
    saved = files.save(case, replace(late, facts="新的事实")).case
    assert (saved.agreement, saved.sealed) == (closed.agreement, closed.sealed)
    assert saved.facts == "新的事实"
    (conflict,) = sample_desk.conflicts.open(case.id)
    assert conflict.kind is ConflictKind.SEALED
    assert [each.value for each in conflict.sides] == [
        closed.agreement.terms[0].text,
        late.agreement.terms[0].text,
    ]
    settled = sample_desk.conflicts.resolve(conflict, conflict.sides[0].value, "以签署的为准")
    assert settled.case.agreement == closed.agreement
    assert sample_desk.conflicts.open(case.id) == ()


@pytest.mark.parametrize("change", [{"signatures": ()}, {"terms": ()}, None])
def test_a_screen_from_before_the_seal_cannot_change_what_is_sealed(files, case, closed, change):
    agreement = None if change is None else replace(case.agreement, **change)
    assert files.save(case, replace(case, agreement=agreement)).case == closed
    assert files.open(case.id) == closed


def test_the_seal_cannot_be_taken_off_or_put_on_by_an_edit(files, case, closed):
    with pytest.raises(SealedAgreementError):
        files.save(closed, replace(closed, sealed=None))
    other = files.find("第1号")
    with pytest.raises(SealedAgreementError):
        files.save(other, replace(other, sealed=closed.sealed))
    assert files.open(case.id).sealed == closed.sealed


def test_the_rest_of_a_sealed_case_goes_on(files, case, closed):
    visited = replace(closed, facts="补充", confirmation=replace(closed.confirmation, court="甲"))
    assert files.save(closed, visited).case == visited
    behind = files.save(case, replace(case, recorder="林知夏")).case
    assert (behind.recorder, behind.facts, behind.sealed) == ("林知夏", "补充", closed.sealed)


def test_an_import_never_writes_over_what_is_sealed(files, closed, sample_desk):
    told = write_case(edited(closed))
    report = sample_desk.importing.import_text(json.dumps(told, ensure_ascii=False))
    assert [each.case for each in report.refused] == [closed.number]
    assert files.open(closed.id) == closed


def test_what_was_sealed_elsewhere_is_imported_sealed_and_stays_so(files, closed, sample_desk):
    told = write_case(closed) | {"案件编号": "（2026）远方人调字第1号"}
    report = sample_desk.importing.import_text(json.dumps(told, ensure_ascii=False))
    assert report.added == ("（2026）远方人调字第1号",)
    arrived = files.find("（2026）远方人调字第1号")
    assert arrived.sealed.sealed_at == closed.sealed.sealed_at
    assert arrived.sealed.digest == agreement_digest(arrived.agreement)
    with pytest.raises(SealedAgreementError):
        files.save(arrived, replace(arrived, agreement=an_agreement()))


def test_a_conflict_about_a_sealed_agreement_is_settled_by_what_was_signed_only(
    files, closed, sample_desk
):
    now = datetime(2026, 11, 22, tzinfo=UTC)
    signed_one, other = (
        ConflictSide(op_id, value, "周静", "PC-B", now)
        for op_id, value in (("o1", closed.agreement.manner), ("o2", "别的方式"))
    )
    conflict = Conflict(
        closed.id,
        closed.number,
        "agreement/manner",
        ConflictKind.SEALED,
        None,
        (signed_one, other),
    )
    for value in (other.value, "第三种方式", None):
        with pytest.raises(SealedAgreementError):
            sample_desk.conflicts.resolve(conflict, value)
    assert files.open(closed.id) == closed


def test_issuing_the_paper_of_a_sealed_agreement_gives_the_same_paper(files, case, sample_desk):
    before = sample_desk.paper.issue(FormKind.AGREEMENT, case.id).document
    files.seal(case.id)
    assert sample_desk.paper.issue(FormKind.AGREEMENT, case.id).document == before


def test_the_day_of_the_signatures_counts_not_that_of_the_seal(closed, sample_desk):
    limits = sample_desk.limits.of_case(closed)
    confirm = next(each for each in limits if each.rule.key == "confirmation")
    assert confirm.deadline.limit_on == date(2026, 4, 7)
