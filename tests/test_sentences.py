"""Sentences to people."""

from mediation_app.domain.identifiers.phone import check_phone
from mediation_app.sentences import say


def test_a_sentence_fills_its_gaps():
    assert str(say("第{number}位“{sign}”不是数字", number=2, sign="x")) == "第2位“x”不是数字"


def test_what_fills_a_gap_is_fit_for_one_line():
    assert str(say("写“{text}”", text="男\n\u3000\x80\u1c4a女")) == "写“男  \\u0080\\u1c4a女”"


def test_a_sentence_about_a_phone_quotes_no_control_sign():
    (finding,) = check_phone("1\x805400000001")
    assert str(finding.sentence) == "第2位“\\u0080”不是数字"
