"""Reads exchange files in tests."""

import json
from copy import deepcopy
from datetime import date
from itertools import count
from pathlib import Path

from mediation_app.exchange.reading import read_cases

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
SAMPLES = json.loads((ROOT / "resources/samples/cases.json").read_text("utf-8"))
EXPECTED = json.loads((ROOT / "tests/data/cases.expected.json").read_text("utf-8"))


class CountedIds:
    """Ids in the order in which they are asked for."""

    def __init__(self):
        self._numbers = count(1)

    def new(self):
        return f"{next(self._numbers):032x}"


def read_text(text):
    """Read the text of a file."""
    return read_cases(text, CountedIds(), TODAY)


def read(values):
    """Read values as they would stand in a file."""
    return read_text(json.dumps(values, ensure_ascii=False))


def sample(serial=1):
    """Return a copy of a sample case that may be spoiled."""
    return deepcopy(next(case for case in SAMPLES["案例"] if case["序号"] == serial))


def told(result):
    """Return the refusals as (place, sentence)."""
    return [(refusal.field, str(refusal.reason)) for refusal in result.refusals]


def warned(result):
    """Return the warnings as (place, sentence)."""
    return [(warning.field, str(warning.reason)) for warning in result.warnings]
