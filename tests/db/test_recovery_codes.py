import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.recovery_codes import ALPHABET, new_recovery_code, read_recovery_code
from mediation_app.errors import InvalidValueError


def test_a_code_is_eight_groups_of_signs_that_nobody_mistakes():
    code = new_recovery_code()
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_no_two_codes_are_alike():
    assert len({new_recovery_code() for _ in range(50)}) == 50


def test_a_code_is_read_however_it_was_typed():
    code = new_recovery_code()
    signs = code.replace("-", "")
    assert read_recovery_code(code) == signs
    assert read_recovery_code(code.lower().replace("-", " ")) == signs
    assert read_recovery_code(signs.replace("0", "o").replace("1", "l")) == signs
    assert read_recovery_code(code.replace("0", "O").replace("1", "I")) == signs


@given(st.integers(0, 31), st.sampled_from(ALPHABET))
def test_a_wrong_sign_is_noticed_but_for_one_in_a_thousand(place, sign):
    signs = "ABCD1234EFGH5678JKMN90PQRSTVWXYZ"
    # Signs with a fixed check part, so that the example is the same in every run.
    whole = signs[:30]
    good = next(
        whole + one + two for one in ALPHABET for two in ALPHABET if _is_read(whole + one + two)
    )
    typed = good[:place] + sign + good[place + 1 :]
    assert _is_read(typed) == (typed == good)


@pytest.mark.parametrize("typed", ["", "ABCD", "A" * 33, "密码" * 16])
def test_what_is_no_code_at_all_is_refused(typed):
    with pytest.raises(InvalidValueError, match="恢复码"):
        read_recovery_code(typed)


def _is_read(typed):
    try:
        read_recovery_code(typed)
    except InvalidValueError:
        return False
    return True
