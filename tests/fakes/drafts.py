"""Drafts of forms in memory."""

from mediation_app.domain.drafts import FormDraft, FormPlace


class MemoryFormDrafts:
    """Keeps them in a dictionary."""

    def __init__(self):
        self._drafts: dict[tuple[str, FormPlace], FormDraft] = {}

    def put(self, author: str, draft: FormDraft) -> None:
        self._drafts[author, draft.place] = draft

    def remove(self, author: str, place: FormPlace) -> None:
        self._drafts.pop((author, place), None)

    def of(self, author: str) -> tuple[FormDraft, ...]:
        mine = (each for (whose, _), each in self._drafts.items() if whose == author)
        return tuple(sorted(mine, key=lambda each: each.typed_at))
