"""The dated wording of the forms."""

import json
from importlib.resources import files

import pytest

from forms.house_style import BODY
from forms.typesetting.text import Blank, Run
from forms.wording import Wording
from resources.files import wording

EDITION = "2026-01"


def test_every_text_of_the_edition_is_used_and_none_is_empty():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in files("forms").iterdir()
        if path.name.endswith(".py")
    )
    entries = json.loads(wording(EDITION))
    assert [key for key in entries if f'"{key}"' not in sources] == []
    assert all(entries.values())


def test_a_gap_takes_a_text_a_run_or_several_of_them():
    edition = Wording({"key": "甲{one}乙{two}"}, {})
    blank = Blank(40, BODY)
    assert edition.inlines("key", BODY, one="丙", two=(blank, blank)) == (
        Run("甲", BODY),
        Run("丙", BODY),
        Run("乙", BODY),
        blank,
        blank,
    )
    assert edition.inlines("key", BODY, one=blank, two="丁")[1] == blank
    assert edition.text("key", one=1, two="丁") == "甲1乙丁"


def test_an_unfilled_gap_is_a_bug():
    with pytest.raises(KeyError):
        Wording({"key": "甲{one}"}, {}).inlines("key", BODY)
