"""What services may rely on, whichever memory there is."""

from dataclasses import replace

import pytest

from mediation_app.domain.cases import CaseId, Visit
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.journal import Changes, FieldChange, RecordKind
from mediation_app.errors import (
    AmbiguousCaseError,
    CaseNotFoundError,
    ContentNotHereError,
    DocumentNotFoundError,
    DuplicateCaseError,
)
from tests.builders import (
    NUMBER,
    a_case,
    a_committee,
    a_person,
)
from tests.db.stored_cases import a_document, added, ids, numbered


def test_a_case_comes_back_as_it_was_stored(units):
    added(units, a_case())
    with units() as work:
        assert work.cases.get(CaseId("c1")) == a_case()


def test_without_commit_nothing_happened(units, queries):
    with units() as work:
        work.cases.add(a_case(), "begin")
        work.committees.save(Committee(), a_committee(), "edit")
    assert queries.case_lines() == ()
    assert queries.history(CaseId("c1")) == ()
    with units() as work:
        assert work.committees.get() == Committee()


def test_an_exception_undoes_the_whole_unit(units, queries):
    def fail_half_way():
        with units() as work:
            work.cases.add(a_case(), "begin")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert queries.count() == 0


def test_a_commit_tells_what_changed(units):
    with units() as work:
        work.cases.add(numbered(1), "begin")
        work.cases.add(numbered(2), "begin")
        assert work.commit() == Changes(frozenset({"c1", "c2"}))
    with units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        assert work.commit() == Changes(frozenset(), is_committee_changed=True)
    with units() as work:
        assert work.commit() == Changes()


def test_a_case_without_parties_is_a_case(units, queries):
    added(units, a_case(parties=(), number=""))
    assert ids(queries.case_lines()) == ["c1"]


def test_a_case_that_is_not_there_is_not_found(units):
    with units() as work:
        with pytest.raises(CaseNotFoundError):
            work.cases.get(CaseId("none"))
        with pytest.raises(CaseNotFoundError):
            work.cases.save(a_case(), a_case(facts="新"), "edit")


def test_a_case_is_added_once(units):
    added(units, a_case())
    with units() as work, pytest.raises(ValueError, match="c1"):
        work.cases.add(a_case(number=""), "begin")


def test_a_number_belongs_to_one_case(units):
    added(units, numbered(1), numbered(2))
    with units() as work:
        with pytest.raises(DuplicateCaseError):
            work.cases.add(replace(numbered(1), id=CaseId("other")), "begin")
        with pytest.raises(DuplicateCaseError):
            work.cases.save(numbered(2), replace(numbered(2), number=NUMBER), "edit")
        work.cases.add(numbered(3), "begin")
        work.commit()
    with units() as work:
        assert work.cases.has_number("（2026）云临金人调字第3号")


def test_half_width_brackets_are_the_same_number(units):
    added(units, numbered(1))
    with units() as work:
        assert work.cases.has_number("(2026)云临金人调字第1号")
        assert not work.cases.has_number("云临金人调字第1号")
        with pytest.raises(DuplicateCaseError):
            work.cases.add(a_case(id=CaseId("x"), number="(2026)云临金人调字第1号"), "begin")


def test_drafts_share_having_no_number(units):
    added(units, a_case(number=""), a_case(id=CaseId("c2"), number=""))
    with units() as work:
        assert not work.cases.has_number("")
        with pytest.raises(CaseNotFoundError):
            work.cases.find("")


def test_a_case_is_found_by_its_number_or_a_part_that_fits_one(units):
    added(units, numbered(1), numbered(12))
    with units() as work:
        assert work.cases.find("（2026）云临金人调字第1号").id == "c1"
        assert work.cases.find("(2026)云临金人调字第1号").id == "c1"
        assert work.cases.find("第12号").id == "c12"
        with pytest.raises(AmbiguousCaseError, match="第12号") as caught:
            work.cases.find("云临")
        assert len(caught.value.found) == 2
        with pytest.raises(CaseNotFoundError, match="第3号"):
            work.cases.find("第3号")


def test_the_last_serial_is_of_one_year_and_word(units):
    added(
        units,
        numbered(2),
        numbered(11),
        a_case(id=CaseId("old"), number="（2025）云临金人调字第40号"),
        a_case(id=CaseId("other"), number="（2026）别处金人调字第50号"),
        a_case(id=CaseId("odd"), number="调字60"),
    )
    with units() as work:
        assert work.cases.last_serial(2026, "云临金人调字") == 11
        assert work.cases.last_serial(2025, "云临金人调字") == 40
        assert work.cases.last_serial(2024, "云临金人调字") == 0


def test_a_save_changes_only_what_differs(units, queries):
    shown = a_case()
    added(units, shown)
    with units() as work:
        work.cases.save(shown, replace(shown, facts="甲"), "edit")
        work.commit()
    with units() as work:
        result = work.cases.save(shown, replace(shown, issues="乙"), "edit")
        work.commit()
    assert result == replace(shown, facts="甲", issues="乙")
    last = queries.history(shown.id)[-1]
    assert last.changes == (FieldChange("issues", shown.issues, "乙"),)


def test_a_save_of_nothing_leaves_no_trace(units, queries):
    added(units, a_case())
    with units() as work:
        assert work.cases.save(a_case(), a_case(), "edit") == a_case()
        assert work.commit() == Changes()
    assert len(queries.history(CaseId("c1"))) == 1


def test_two_saves_in_one_unit_build_on_each_other(units):
    added(units, a_case())
    with units() as work:
        first = work.cases.save(a_case(), a_case(facts="甲"), "edit")
        second = work.cases.save(first, replace(first, facts="乙"), "edit")
        work.commit()
    with units() as work:
        assert work.cases.get(CaseId("c1")) == second == a_case(facts="乙")


def test_the_history_tells_who_did_what_when(units, queries):
    added(units, a_case())
    with units() as work:
        work.cases.save(a_case(), a_case(visit=Visit(satisfaction="满意")), "visit")
        work.commit()
    first, second = queries.history(CaseId("c1"))
    assert (first.action, second.action) == ("begin", "visit")
    assert second.author == "沈砚秋"
    assert second.record_kind is RecordKind.CASE
    assert second.record_id == "c1"
    assert first.saved_at < second.saved_at
    assert first.op_id != second.op_id
    assert second.device_id == first.device_id
    assert second.changes == (
        FieldChange("visit", None, True),
        FieldChange("visit/satisfaction", None, "满意"),
    )
    assert queries.history(CaseId("none")) == ()


def test_the_committee_is_empty_until_it_is_described(units):
    with units() as work:
        assert work.committees.get() == Committee()
        assert work.committees.save(Committee(), a_committee(), "edit") == a_committee()
        work.commit()
    with units() as work:
        wanted = replace(a_committee(), phone="0571-1")
        assert work.committees.save(Committee(), Committee(phone="0571-1"), "edit") == wanted
        assert work.committees.save(wanted, wanted, "edit") == wanted


def test_an_issued_document_is_kept_with_its_bytes(units, queries):
    added(units, a_case())
    with units() as work:
        work.documents.add(a_document())
        assert work.commit() == Changes(frozenset({"c1"}))
    with units() as work:
        assert work.documents.get("d1") == a_document()
        assert work.cases.get(CaseId("c1")) == a_case()
        with pytest.raises(DocumentNotFoundError):
            work.documents.get("d2")
    assert queries.history(CaseId("c1"))[-1].action == "issue"
    assert queries.verify().is_ok


def test_issued_documents_are_listed_in_their_order(units, queries):
    added(units, a_case(), numbered(2))
    with units() as work:
        work.documents.add(a_document(id="z"))
        work.documents.add(a_document(id="a", version=2, pdf=b"%PDF-2"))
        work.documents.add(a_document(id="m", case_id=CaseId("c2")))
        work.commit()
    assert [(line.id, line.version) for line in queries.issued(CaseId("c1"))] == [
        ("z", 1),
        ("a", 2),
    ]
    (other,) = queries.issued(CaseId("c2"))
    assert other.issued_at == a_document().issued_at
    assert other.kind is FormKind.AGREEMENT
    assert other.content_digest == "ab" * 32


def test_a_document_needs_its_case(units):
    with units() as work, pytest.raises(CaseNotFoundError):
        work.documents.add(a_document())


def test_a_sound_memory_verifies(units, queries):
    added(units, numbered(1), numbered(2))
    with units() as work:
        work.cases.save(numbered(1), numbered(1, parties=(a_person(),)), "edit")
        work.committees.save(Committee(), a_committee(), "edit")
        work.documents.add(a_document())
        work.commit()
    found = queries.verify()
    assert found.is_ok
    assert found.record_count == 5
    assert found.first_bad is None


def test_after_the_commit_the_unit_is_over(units):
    with units() as work:
        work.cases.add(a_case(), "begin")
        work.commit()
        with pytest.raises(Exception, match=r".*"):
            work.cases.add(numbered(2), "begin")


def test_a_deleted_case_keeps_its_number_and_can_come_back(units, queries):
    added(units, numbered(1), numbered(5))
    with units() as work:
        work.cases.delete(CaseId("c5"), "重复登记")
        assert work.cases.is_deleted(CaseId("c5"))
        work.commit()
    assert ids(queries.case_lines()) == ids(queries.case_lines("云临")) == ["c1"]
    assert queries.count() == queries.count("云临") == 1
    assert queries.history(CaseId("c5"))[-1].note == "重复登记"
    with units() as work:
        assert work.cases.last_serial(2026, "云临金人调字") == 5
        assert work.cases.has_number(numbered(5).number)
        with pytest.raises(CaseNotFoundError):
            work.cases.find("第5号")
        with pytest.raises(DuplicateCaseError):
            work.cases.add(replace(numbered(5), id=CaseId("x")), "begin")
        assert work.cases.restore(CaseId("c5")) == numbered(5)
        assert not work.cases.is_deleted(CaseId("c5"))
        work.commit()
    assert ids(queries.case_lines()) == ["c5", "c1"]
    assert queries.verify().is_ok


def test_contents_come_back_and_have_one_id(units):
    content = "流水".encode() * 200_000
    with units() as work:
        blob_id = work.blobs.put(content)
        assert work.blobs.put(content) == blob_id
        work.commit()
    with units() as work:
        assert work.blobs.get(blob_id) == content
        assert work.blobs.get(work.blobs.put(b"")) == b""
        with pytest.raises(ContentNotHereError):
            work.blobs.get("0" * 64)


def test_a_desk_without_a_centre_counts_by_itself(units):
    added(units, numbered(7))
    with units() as work:
        assert work.numbers.give("云临金人调字", 2026) == "（2026）云临金人调字第8号"
        assert work.numbers.give("别的字", 2026) == "（2026）别的字第1号"
