"""How a case stands, as text to be sealed."""

import json
from datetime import date

from db.canonical import canonical
from mediation_app.domain.progress import Progress


def status_text(progress: Progress) -> str:
    """Return the facts of the four lines, and nothing else, as canonical JSON."""
    return canonical(
        {
            "received": _text(progress.received_on),
            "step": progress.step,
            "next": _text(progress.next_on),
            "what": progress.next_what,
            "contact": progress.contact,
        }
    )


def read_status(text: str) -> Progress | None:
    """Return what a text tells; None where it is none, as somebody may have sealed anything."""
    try:
        kept = json.loads(text)
        return Progress(
            case_id="",
            received_on=_day(kept["received"]),
            step=str(kept["step"]),
            next_on=_day(kept["next"]),
            next_what=str(kept["what"]),
            contact=str(kept["contact"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
