"""A round as text; its trouble stays a template with gaps, so that it can be translated later."""

from dataclasses import fields
from datetime import datetime

from db.canonical import canonical, read_stored
from db.scalars import instant_text
from mediation_app.domain.syncing import SyncRound
from mediation_app.sentences import Sentence

_OTHERS = {"began_at", "ended_at", "trouble"}
_COUNTS = tuple(field.name for field in fields(SyncRound) if field.name not in _OTHERS)


def round_text(sync_round: SyncRound) -> str:
    """Return a round as canonical JSON."""
    trouble = sync_round.trouble
    others = {
        "began_at": instant_text(sync_round.began_at),
        "ended_at": instant_text(sync_round.ended_at),
        "trouble": None if trouble is None else [trouble.template, dict(trouble.gaps)],
    }
    return canonical({name: getattr(sync_round, name) for name in _COUNTS} | others)


def read_round(text: str) -> SyncRound:
    """Return the round that a text holds; counts that it does not know are 0."""
    kept = read_stored(text)
    trouble = kept["trouble"]
    return SyncRound(
        datetime.fromisoformat(kept["began_at"]),
        datetime.fromisoformat(kept["ended_at"]),
        **{name: kept[name] for name in _COUNTS if name in kept},
        trouble=None if trouble is None else Sentence(trouble[0], trouble[1]),
    )
