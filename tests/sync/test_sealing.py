"""The four lines of a case, sealed by its query code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.key_slots import Cost
from db.sync.sealing import COST, SEALED_BYTES, open_sealed, seal, status_keys
from db.sync.status_texts import read_status, status_text
from mediation_app.domain.progress import MOST_SIGNS_OF_CONTACT, MOST_SIGNS_OF_NEXT, Progress

SALT = b"0123456789abcdef"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
DAYS = st.none() | st.dates()


@given(
    facts=st.builds(
        Progress,
        case_id=st.just(""),
        received_on=DAYS,
        step=st.sampled_from(["登记", "调解不成"]),
        next_on=DAYS,
        next_what=st.text(max_size=MOST_SIGNS_OF_NEXT),
        contact=st.text('测𠮷\U0010ffff\x01 "a', max_size=MOST_SIGNS_OF_CONTACT),
    )
)
@settings(max_examples=50)
def test_whatever_is_told_comes_back_by_its_code_alone_and_is_of_one_length(facts):
    keys, others = (status_keys(code, SALT, CHEAP) for code in ("2ABCDEFG7", "2ABCDEFG8"))
    sealed = seal(keys, status_text(facts))
    assert len(sealed) == SEALED_BYTES
    assert sealed == seal(keys, status_text(facts))
    assert read_status(open_sealed(keys, sealed) or "") == facts
    assert open_sealed(others, sealed) is None
    assert open_sealed(keys, sealed[:-1] + bytes([sealed[-1] ^ 1])) is None


def test_another_salt_makes_other_keys_and_neither_tells_the_other():
    first, second = (status_keys("2ABCDEFG7", salt, CHEAP) for salt in (SALT, SALT[::-1]))
    assert first.lookup != second.lookup
    assert first.key != second.key
    assert (len(first.lookup), len(first.key)) == (32, 64)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"received":"heute"}', '{"received":3}', "[" * 9000]
)
def test_what_somebody_else_sealed_is_no_status(text):
    assert read_status(text) is None


def test_a_digest_costs_whoever_guesses_as_much_memory_as_a_password():
    assert (COST.passes, COST.memory_kib) >= (3, 64 * 1024)
    # What every machine has to find at every centre for ever: another way needs another name.
    keys = status_keys("2ABCDEFG7", SALT)
    assert keys.lookup.hex() == "b4da546a9e685a9c70baa5c01e317bd791a0a1badb76150e800029dd26455ffe"
