"""However a file is damaged, it gives cases or refusals, never an exception."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.errors import MediationError
from mediation_app.exchange.decoding import decode_bytes
from mediation_app.exchange.writing import write_case
from tests.exchange.reading_room import SAMPLES, read, read_text, sample

TEXT = json.dumps(SAMPLES, ensure_ascii=False)
SERIALS = [case["序号"] for case in SAMPLES["案例"]]
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=9)
    | st.sampled_from(["2026-02-29", "0.05", "1e5", "申请人第1人", "达成口头协议", "人民调解员"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["姓名", "第1期", "类型", "日期", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def _places(json_value, path=()):
    """Return every place of a value."""
    yield path
    steps = []
    if isinstance(json_value, dict | list):
        steps = list(json_value.items() if isinstance(json_value, dict) else enumerate(json_value))
    for step, inner in steps:
        yield from _places(inner, (*path, step))


@st.composite
def damaged_cases(draw):
    """Return a sample in which some values were replaced, removed or renamed."""
    case = sample(draw(st.sampled_from(SERIALS)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in _places(case) if path]))
        target = case
        for step in path[:-1]:
            target = target[step]
        action = draw(st.sampled_from(["replace", "remove", "rename"]))
        old = target.pop(path[-1]) if action != "replace" else None
        if action == "replace":
            target[path[-1]] = draw(values)
        elif action == "rename" and isinstance(target, dict):
            target[draw(st.text(st.characters(), max_size=4))] = old
    return case


def _holds(result):
    assert result.cases or result.refusals
    for told in (*result.refusals, *result.warnings):
        line = f"{told.case}{told.field}{told.reason}"
        assert line.isprintable()
        assert len(line) < 500
    for case in result.cases:
        written = write_case(case)
        assert write_case(read(written).cases[0]) == written


@settings(max_examples=400, deadline=None)
@given(damaged_cases())
def test_a_damaged_case_is_taken_or_refused(case):
    _holds(read(case))


@settings(max_examples=200, deadline=None)
@given(values)
def test_any_json_is_taken_or_refused(value):
    _holds(read(value))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_text_is_taken_or_refused(data):
    place = data.draw(st.integers(0, len(TEXT)))
    length = data.draw(st.integers(0, 30))
    inserted = data.draw(st.text(st.characters(), max_size=3) | st.sampled_from('{}[]",:\\'))
    _holds(read_text(TEXT[:place] + inserted + TEXT[place + length :]))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=50), st.integers(0, 5000))
def test_any_bytes_are_text_or_refused_in_words(junk, place):
    data = TEXT.encode()
    _holds(read_text(_text_or_reason(data[:place] + junk + data[place + len(junk) :])))


def _text_or_reason(data):
    """Return the text, or why there is none, which is no JSON either."""
    try:
        return decode_bytes(data)
    except MediationError as error:
        return str(error)
