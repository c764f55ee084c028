"""A folded record as text: each register with its writes."""

from typing import Any

from db.canonical import canonical, read_stored
from db.fold import State, Write


def state_text(state: State) -> str:
    """Return a state as canonical JSON: ``{"facts": [["借款未还", 3]]}``.

    Each write has its value and who wrote it; then, where there is something, what was there
    before and whether a newer version of the program wrote it.
    """
    return canonical({path: [_listed(each) for each in writes] for path, writes in state.items()})


def read_state(text: str) -> dict[str, tuple[Write, ...]]:
    """Return the state that a text holds.

    Raises:
        StorageError: It is none.
    """
    return state_of(read_stored(text))


def state_of(content: Any) -> dict[str, tuple[Write, ...]]:
    """Return the state that JSON holds."""
    return {path: tuple(Write(*each) for each in writes) for path, writes in content.items()}


def _listed(write: Write) -> tuple[Any, ...]:
    if write.is_newer:
        return write
    return write[:2] if write.before is None else write[:3]
