"""How old a person is."""

from datetime import date


def age_on(born_on: date, day: date) -> int:
    """Return the completed years of age; a year is completed on the birthday."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
