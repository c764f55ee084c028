"""The comparison of one agreement, where no other engine is installed."""

import sys

import pytest

from bench import agreement
from bench.agreement_sheet import sheet_of
from bench.cases import LONG, SHORT, agreement_of, another, sample
from bench.engines import MODULES, OURS, PEERS, engine
from bench.texts import missing_pieces


@pytest.fixture
def bare_installation(monkeypatch):
    for name in PEERS:
        monkeypatch.delitem(sys.modules, MODULES[name], raising=False)
    for library in ("weasyprint", "fpdf", "typst"):
        monkeypatch.setitem(sys.modules, library, None)


@pytest.mark.usefixtures("bare_installation")
def test_engines_that_are_not_installed_are_left_out_with_a_sentence_each():
    text = str(agreement.measure(quick=True))
    for name in PEERS:
        assert f"{name} is left out: " in text
    assert "60 instalments, cold process | itself | **1.00×**" in text


@pytest.mark.parametrize("serial", [LONG, SHORT])
def test_the_sheet_for_the_others_has_the_words_of_our_own_page(serial):
    snapshot = agreement_of(sample(serial))
    pdf = engine(OURS).draw(snapshot)
    assert missing_pieces(sheet_of(snapshot), pdf) == ()


def test_a_missing_text_is_noticed():
    pdf = engine(OURS).draw(agreement_of(sample(SHORT)))
    assert missing_pieces(sheet_of(agreement_of(another(sample(SHORT), 7))), pdf)
