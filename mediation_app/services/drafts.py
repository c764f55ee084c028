"""What whoever sits here has typed into forms and not sent off yet."""

from collections.abc import Callable
from dataclasses import replace

from mediation_app.domain.drafts import FormDraft, FormPlace
from mediation_app.ports.drafts import FormDrafts
from mediation_app.ports.environment import Clock


class Drafts:
    """Keeps the text of forms until it is sent off or given up.

    It answers no ``Changes``: a form is no fact of a case before it is sent off.
    """

    def __init__(
        self, drafts: FormDrafts, author: Callable[[], str], account: str, clock: Clock
    ) -> None:
        """Take where drafts are kept, and who types.

        Args:
            drafts: Where they are kept.
            author: Who sits here, as the centre knows him once the desk is connected.
            account: Under which name the same person typed before that.
            clock: The time.
        """
        self._drafts = drafts
        self._author = author
        self._account = account
        self._clock = clock

    def all(self) -> tuple[FormDraft, ...]:
        """Return what one has typed oneself, the oldest first."""
        names = dict.fromkeys((self._account, self._author()))
        return tuple(draft for name in names for draft in self._drafts.of(name))

    def keep(self, draft: FormDraft) -> None:
        """Store a draft as it is now; an empty one is deleted."""
        if draft.is_empty:
            self.forget(draft.place)
        else:
            self._drafts.put(self._author(), replace(draft, typed_at=self._clock.now()))

    def forget(self, place: FormPlace) -> None:
        """Delete the draft of a form that was sent off or given up."""
        for name in dict.fromkeys((self._account, self._author())):
            self._drafts.remove(name, place)
