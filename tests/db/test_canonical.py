import pytest

from db.canonical import canonical, digest
from mediation_app.errors import InvalidValueError


def test_the_same_content_has_one_spelling():
    assert canonical({"乙": [1, True, None], "甲": "é"}) == '{"乙":[1,true,null],"甲":"é"}'
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1})


def test_half_a_character_is_refused_with_what_stands_before_it():
    with pytest.raises(InvalidValueError, match="申请人称"):
        canonical({"facts": "申请人称\udc00"})


def test_parts_of_a_digest_cannot_shift():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("1") == digest(1) == digest(b"1")
    assert len(digest()) == 32
