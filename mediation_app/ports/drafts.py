"""Where forms are kept that are filled in but not sent off: on this machine alone."""

from typing import Protocol

from mediation_app.domain.drafts import FormDraft, FormPlace


class FormDrafts(Protocol):
    """Drafts of forms by their author; no journal, no sync and no export knows of them."""

    def put(self, author: str, draft: FormDraft) -> None:
        """Store a draft, in place of the author's one of the same form."""
        ...

    def remove(self, author: str, place: FormPlace) -> None:
        """Delete the draft of a form, if this author has one."""
        ...

    def of(self, author: str) -> tuple[FormDraft, ...]:
        """Return the drafts of this author, and nobody else's, the oldest first."""
        ...
