"""Which day lies some months away."""

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12


def months_after(day: date, months: int, day_of_month: int | None = None) -> date:
    """Return the corresponding day some months later, or the last day of a shorter month.

    Args:
        day: Where counting starts.
        months: How many months later.
        day_of_month: The day wanted where it is not that of ``day``: 31 asks for every month end.

    Source: Civil Code art 202.
    """
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day_of_month or day.day, monthrange(year, month)[1]))


def last_day_of_month(day: date) -> date:
    """Return the last day of the month in which a day is."""
    return day.replace(day=monthrange(day.year, day.month)[1])
