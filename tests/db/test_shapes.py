from dataclasses import dataclass

import pytest

from db.shapes import Form, paths_of, shape_of
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.parties import Party


@dataclass(frozen=True)
class _Twofold:
    word: str | None = "x"


@dataclass(frozen=True)
class _Pair:
    pair: tuple[str, int] = ("", 0)


@dataclass(frozen=True)
class _Numbers:
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Either:
    kind: str | int = ""


def test_the_fields_of_a_case_are_of_these_forms():
    forms = {name: shape.form for name, shape in shape_of(Case).items()}
    assert forms["facts"] is forms["claim"] is forms["outcome"] is Form.SCALAR
    assert forms["tags"] is Form.TEXTS
    assert forms["parties"] is Form.COLLECTION
    assert forms["agreement"] is Form.OPTIONAL_OBJECT
    assert forms["confirmation"] is Form.OBJECT


def test_only_what_is_empty_by_default_is_left_out():
    shapes = shape_of(Party)
    assert shapes["name"].is_left_out("")
    assert shapes["agents"].is_left_out(())
    assert shapes["age"].is_left_out(None)
    assert not shapes["id"].is_left_out("")
    assert not shapes["age"].is_left_out(0)
    assert not shape_of(Committee)["name"].is_left_out("所")


@pytest.mark.parametrize("record_type", [_Twofold, _Pair, _Numbers, _Either])
def test_a_field_that_could_not_be_read_back_is_refused(record_type):
    with pytest.raises(TypeError):
        shape_of(record_type)


def test_the_places_of_a_record_go_down_to_its_last_field():
    assert {"facts", "parties", "parties/agents/name", "agreement/terms/amount"} <= {
        *paths_of(Case)
    }
