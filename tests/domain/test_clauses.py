from datetime import date

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.clauses import Clause, blanks_in, filled, read_clauses
from resources.wordings import clause_library
from tests.builders import a_case, a_committee

TODAY = date(2026, 3, 5)


def test_the_library_has_every_kind_of_term_once():
    kinds = [each.kind for each in read_clauses(clause_library("2026-01"))]
    assert set(kinds) == set(TermKind) - {TermKind.FREE}
    assert len(kinds) == 20


def test_what_the_case_knows_is_filled_in_and_the_rest_is_left_blank():
    clause = Clause(
        TermKind.WAIVER, "截至{今日}，{申请人}欠{被申请人}〖金额〗元，向{法院}申请，{别的}"
    )
    text = filled(clause, a_case(), a_committee(), TODAY)
    assert text == (
        "截至2026年3月5日，申请人欠被申请人〖金额〗元，向滨澜市临江区人民法院申请，〖别的〗"
    )
    assert blanks_in(text) == ("〖金额〗", "〖别的〗")


def test_a_side_that_is_not_there_is_left_blank():
    clause = Clause(TermKind.WAIVER, "{申请人}")
    assert filled(clause, a_case(parties=()), a_committee(), TODAY) == "〖申请人〗"


def test_every_shipped_clause_fills_without_braces_left():
    for clause in read_clauses(clause_library("2026-01")):
        text = filled(clause, a_case(), a_committee(), TODAY)
        assert "{" not in text
        assert text.endswith("。")


def test_a_kind_of_a_newer_library_becomes_a_free_term():
    (clause,) = read_clauses('{"clauses": [{"kind": "新种类", "text": "……"}]}')
    assert clause.kind is TermKind.FREE
