from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from db.scalars import decode, encode, instant_text
from mediation_app.domain.cases import Outcome
from mediation_app.domain.money import Money

INSTANT = datetime(2026, 3, 1, 8, 0, 0, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("文", "文"),
        (7, 7),
        (True, True),
        (Money(876543), 876543),
        (Decimal("0.0385"), "0.0385"),
        (date(2026, 3, 1), "2026-03-01"),
        (INSTANT, "2026-03-01T08:00:00.000007+00:00"),
        (Outcome.WITHDRAWN, "撤回申请"),
    ],
)
def test_each_value_is_written_plainly_and_read_back(value, written):
    assert encode(value) == written
    assert decode(type(value), written) == value


def test_an_instant_is_written_in_utc():
    in_china = INSTANT.astimezone(timezone(timedelta(hours=8)))
    assert instant_text(in_china) == instant_text(INSTANT)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (str, 7),
        (int, True),
        (int, "7"),
        (Money, "7"),
        (Decimal, "x"),
        (Decimal, 1),
        (date, "2026-13-01"),
        (date, 20260301),
        (Outcome, "别的"),
    ],
)
def test_what_is_not_of_the_type_is_refused(kind, written):
    with pytest.raises(ValueError, match=r".*"):
        decode(kind, written)


def test_a_value_of_an_unknown_type_cannot_be_written():
    with pytest.raises(TypeError, match="float"):
        encode(1.5)
