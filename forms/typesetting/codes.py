"""Small machine-readable codes at the foot of a page."""

import segno

from forms.typesetting.ink import Ink, Rule

_MASK = 3
"""Fixed: weighing all eight masks takes most of the time and gains nothing at this size."""


def code_ink(payload: str, size_pt: float) -> Ink:
    """Return a QR code as one stroke for each run of dark modules."""
    code = segno.make_qr(payload, error="m", mask=_MASK, boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    module = size_pt / len(rows)
    rules = [
        Rule(start * module, (y + 0.5) * module, end * module, (y + 0.5) * module, module)
        for y, row in enumerate(rows)
        for start, end in _dark_runs(row)
    ]
    return Ink(rules=tuple(rules))


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    runs = []
    start = row.find(1)
    while start >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        runs.append((start, end))
        start = row.find(1, end)
    return runs
