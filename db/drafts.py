"""Drafts of forms in the local database, encrypted with it.

They are no part of a unit of work: what is stored here makes no entry in the journal, which sync
would send; a form is nobody else's business before it is sent off.
"""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, delete, select
from sqlalchemy.dialects.sqlite import insert

from db.scalars import instant_text, read_instant
from db.tables import FORM_DRAFT, AnyRow
from db.turns import Turns
from db.writing import writing
from mediation_app.domain.drafts import FormDraft, FormPlace


class SqlFormDrafts:
    """The table of drafts."""

    def __init__(self, engine: Engine, turns: Turns) -> None:
        self._engine = engine
        self._turns = turns

    def put(self, author: str, draft: FormDraft) -> None:
        """Store a draft, in place of the author's one of the same form."""
        row = {
            "author": author,
            "page": draft.place.page,
            "subject": draft.place.subject,
            "form": draft.place.form,
            "about": draft.about,
            "texts": json.dumps(draft.texts, ensure_ascii=False),
            "typed_at": instant_text(draft.typed_at),
        }
        with writing(self._engine, self._turns) as connection:
            connection.execute(insert(FORM_DRAFT).prefix_with("OR REPLACE"), row)

    def remove(self, author: str, place: FormPlace) -> None:
        """Delete the draft of a form, if this author has one."""
        with writing(self._engine, self._turns) as connection:
            connection.execute(delete(FORM_DRAFT).where(_of(author, place)))

    def of(self, author: str) -> tuple[FormDraft, ...]:
        """Return the drafts of this author, and nobody else's, the oldest first."""
        mine = select(FORM_DRAFT).where(FORM_DRAFT.c.author == author)
        with self._engine.connect() as connection:
            rows = connection.execute(mine.order_by(FORM_DRAFT.c.typed_at))
            return tuple(map(_read, rows))


def drafts_since(connection: Connection, instant: datetime) -> tuple[FormDraft, ...]:
    """Return what anybody has typed into forms on this machine since then, the last first."""
    since = select(FORM_DRAFT).where(FORM_DRAFT.c.typed_at >= instant_text(instant))
    return tuple(map(_read, connection.execute(since.order_by(FORM_DRAFT.c.typed_at.desc()))))


def _of(author: str, place: FormPlace) -> ColumnElement[bool]:
    return (
        (FORM_DRAFT.c.author == author)
        & (FORM_DRAFT.c.page == place.page)
        & (FORM_DRAFT.c.subject == place.subject)
        & (FORM_DRAFT.c.form == place.form)
    )


def _read(row: AnyRow) -> FormDraft:
    return FormDraft(
        FormPlace(row.page, row.subject, row.form),
        row.about,
        tuple((str(name), str(text)) for name, text in json.loads(row.texts)),
        read_instant(row.typed_at),
    )
