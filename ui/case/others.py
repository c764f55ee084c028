"""What other people do to the case that is open here: who they are, and what they wrote."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, SignalInstance

from mediation_app.domain.cases import Case
from mediation_app.domain.conflicts import Conflict, ConflictSide
from mediation_app.domain.journal import FieldChange
from mediation_app.domain.syncing import Present
from ui.case.binding import Binding
from ui.case.editing import CaseEditing
from ui.case.header import Header
from ui.case.place_names import place_name
from ui.case.restoring import can_restore
from ui.case.value_words import value_words
from ui.pages import Message, Tone, Workplace

OVERRULED = "overruled"
"""How the topic of a message begins that matters as long as the case has a conflict."""
_SHOWN_LENGTH = 24


class OpenCase(Protocol):
    """What is asked of the screen of a case."""

    place: Workplace
    editing: CaseEditing
    binding: Binding
    header: Header
    message: SignalInstance
    conflict_chosen: SignalInstance

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        ...

    def show_section(self, key: str) -> None:
        """Bring a part to the front."""
        ...


class Others(QObject):
    """Shows in the header and beside the fields what comes from elsewhere."""

    def __init__(self, view: OpenCase) -> None:
        super().__init__(view.editing)
        self._view = view
        news = view.place.news
        news.conflicts_changed.connect(self._show_conflicts)
        news.present_changed.connect(self._show_present)
        view.header.conflicts_wanted.connect(self._choose)
        view.binding.conflict_chosen.connect(self._choose)
        view.editing.overruled.connect(self._on_overruled)
        view.editing.changed.connect(self._on_changed)
        self._show_conflicts()
        view.header.show_present(news.present_at(view.case.id))

    @property
    def _person(self) -> str:
        place = self._view.place
        return place.news.state.person or place.desk.author

    def _conflicts(self) -> tuple[Conflict, ...]:
        return self._view.place.news.conflicts_of(self._view.case.id)

    def _show_conflicts(self) -> None:
        conflicts = self._conflicts()
        self._view.header.show_conflicts(len(conflicts))
        self._view.binding.show_conflicts(
            {each.path: other_words(each, self._view.case, self._person) for each in conflicts}
        )

    def _on_changed(self) -> None:
        if self._conflicts():
            self._show_conflicts()

    def _show_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        if case_id == self._view.case.id:
            self._view.header.show_present(others)

    def _choose(self, place: str = "") -> None:
        self._view.conflict_chosen.emit(self._view.case.id, self._path_at(place))

    def _path_at(self, place: str) -> str:
        """Return the path of the conflict at a place or below it; empty where there is none."""
        below = f"{place}/"
        paths = (each.path for each in self._conflicts())
        return next((each for each in paths if each == place or each.startswith(below)), "")

    def _on_overruled(self, place: str) -> None:
        """Tell whoever typed that the field shows the value of somebody else now."""
        text = self.tr("“{field}”同时有人修改过，现在显示对方的值；您填写的值也保留着")
        self._view.message.emit(
            Message(
                text.format(field=place_name(place, self._view.case)),
                Tone.WARNING,
                self.tr("查看"),
                lambda: self._settle_or_read(place),
                topic=f"{OVERRULED} {self._view.case.id} {place}",
            )
        )

    def _settle_or_read(self, place: str) -> None:
        """Go to the conflict; where somebody settled it meanwhile, to what happened."""
        if self._path_at(place):
            self._choose(place)
        else:
            self._view.show_section("journal")


def other_words(conflict: Conflict, case: Case, person: str = "") -> str:
    """Return what is said beside a field that shows another value: 冲突：周静 6,020.00.

    Who finds his own value replaced by another's is told so: 您填的是 6,020.00，现在显示刘洋的.
    """
    translate = QCoreApplication.translate
    others = [each for each in conflict.sides if _differs(conflict, each, case)]
    other = (others or conflict.sides)[-1]
    value = " ".join(value_words(conflict.path, other.value, case).split())
    if len(value) > _SHOWN_LENGTH:
        value = f"{value[:_SHOWN_LENGTH]}…"
    value = value or translate("Others", "（空）")
    shown = next((each for each in conflict.sides if each not in others), None)
    if others and other.author == person and shown is not None and shown.author != person:
        text = translate("Others", "冲突：您填的是 {value}，现在显示{who}的")
        return text.format(who=shown.author, value=value)
    text = translate("Others", "冲突：{who}  {value}")
    return text.format(who=other.author, value=value)


def _differs(conflict: Conflict, side: ConflictSide, case: Case) -> bool:
    """Return whether a side wants another value than the one on screen."""
    return can_restore(case, FieldChange(conflict.path, side.value, None))
