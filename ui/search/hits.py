"""What the search box can find, and which of it fits what was typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction

from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import CaseLine
from ui.keys import key_text
from ui.sentences import term


@dataclass(frozen=True, slots=True)
class Hit:
    """One line under the search box."""

    text: str
    detail: str
    key: str
    choose: Callable[[], None]
    sounds: tuple[str, ...] = ()
    """Pinyin and initials of the text."""


def command_hits(actions: Iterable[QAction], sounds: dict[str, tuple[str, ...]]) -> list[Hit]:
    """Return what can be done now, with its key."""
    return [
        Hit(
            action.text(),
            "",
            key_text(action),
            action.trigger,
            sounds.get(action.text(), ()),
        )
        for action in actions
        if action.isEnabled() and action.text()
    ]


def fitting(hits: Iterable[Hit], typed: str) -> list[Hit]:
    """Return the commands whose words contain what was typed, or whose pinyin begins so."""
    wanted = typed.strip().casefold().replace(" ", "")
    return [
        hit
        for hit in hits
        if wanted in hit.text.casefold().replace(" ", "")
        or any(sound.startswith(wanted) for sound in hit.sounds)
    ]


def case_hit(line: CaseLine, open_case: Callable[[str], None]) -> Hit:
    """Return a case as a line under the search box, its people masked."""
    applicants = "、".join(mask_name(name) for name in line.applicants)
    respondents = "、".join(mask_name(name) for name in line.respondents)
    return Hit(
        f"{applicants} ⇄ {respondents}",
        line.number or term(line.stage.value),
        term(line.stage.value) if line.number else "",
        lambda: open_case(line.id),
    )


def sounds_of(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return pinyin and initials of each text; slow the first time."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  half a second that no start waits for

    return {
        text: (
            "".join(lazy_pinyin(text)).casefold(),
            "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold(),
        )
        for text in texts
    }
