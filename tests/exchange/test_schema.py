from copy import deepcopy

import pytest
from jsonschema import Draft202012Validator

from mediation_app.exchange.computed import computed
from mediation_app.exchange.schema import PATH, cases_schema, schema_text
from tests.exchange.reading_room import SAMPLES, read, sample

VALIDATOR = Draft202012Validator(cases_schema())


def test_the_file_is_what_the_tables_say():
    assert PATH.read_text("utf-8") == schema_text()


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(cases_schema())


@pytest.mark.parametrize(
    "given", [SAMPLES, SAMPLES["案例"], sample(8)], ids=["file", "list", "case"]
)
def test_the_samples_fit_the_schema(given):
    VALIDATOR.validate(given)


def test_a_case_with_what_was_computed_fits_the_schema():
    (case,) = read(sample()).cases
    VALIDATOR.validate(sample() | {"推算": computed(case, ())})


def test_every_key_is_described_in_chinese():
    for shape in (cases_schema()["$defs"]["案例"], *cases_schema()["$defs"]["当事人"]["oneOf"]):
        for key, schema in shape["properties"].items():
            assert any("\u4e00" <= sign <= "\u9fff" for sign in schema["description"]), key


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("申请人", 0, "姓各"), "顾喆安"),
        (("申请人",), []),
        (("申请人", 0, "类型"), "法人"),
        (("申请日期",), "2026年2月24日"),
        (("诉求金额", "金额"), -1),
        (("调解结果",), "谈好了"),
        (("分期计划", "第0期"), "2026-01-01 1.00"),
        (("协议", "协议份数"), 2.5),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(place, value):
    case = deepcopy(sample())
    target = case
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    assert not VALIDATOR.is_valid(case)
    assert read(case).refusals
