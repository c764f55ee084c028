"""关联案件: which cases belong to this one, who linked them when, and the way there and back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mediation_app.domain.cases import Case, Link
from mediation_app.domain.journal import Changes
from mediation_app.domain.masks import mask_name
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.stages import stage_of
from mediation_app.services.links import LinkedCase, Unlinked
from ui.case.sections.section import CaseContext
from ui.measures import space
from ui.pages import Message, Tone
from ui.sentences import term
from ui.styling import button, column, empty_out, line, row, words
from ui.undo import Deed


class LinkCard(QWidget):
    """One line a linked case, with what tells it; hidden where there is none."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        self._context = context
        self._links: tuple[Link, ...] = ()
        self.linked: tuple[LinkedCase, ...] = ()
        self.openers: list[QAbstractButton] = []
        self.removers: list[QAbstractButton] = []
        self._list = QVBoxLayout()
        space(self._list, 8, (0, 0, 0, 0))
        heading = words(self.tr("关联案件"), role="heading")
        self.setLayout(column(line(), heading, self._list, spacing=8))
        context.place.tasks.changed.connect(self._on_stored)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show what the case is linked with."""
        if case.links != self._links:
            self._links = case.links
            self._load()

    def focus_first(self) -> None:
        """Put the person on the first of them: Enter opens it."""
        if self.openers:
            self.openers[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        text = self.tr("本案没有关联案件；登记时出现“可能重复”，可以用 Alt+L 关联")
        self._context.tell(Message(text, Tone.NEWS, topic="links"))

    def _on_stored(self, changes: Changes) -> None:
        if changes.case_ids & {each.case_id for each in self._links}:
            self._load()

    def _load(self) -> None:
        place, case = self._context.place, self._context.case
        links = place.desk.links
        place.tasks.run_latest("links", self, lambda: links.linked(case), self._show)

    def _show(self, linked: tuple[LinkedCase, ...]) -> None:
        self.linked = linked
        self.openers, self.removers = [], []
        empty_out(self._list)
        for each in linked:
            self._list.addWidget(self._line(each))
        self.setVisible(bool(linked))

    def _line(self, linked: LinkedCase) -> QWidget:
        number = linked.link.number or self.tr("（草稿）")
        remove = button(self.tr("取消关联"), partial(self._unlink, linked), kind="link")
        remove.setAccessibleName(self.tr("取消关联 {number}").format(number=number))
        self.removers.append(remove)
        head: QWidget = words(self.tr("{number}（不在本机）").format(number=number))
        about = ""
        if linked.case is not None:
            number = linked.case.number or number
            opener = button(number, self._opener(linked.case), kind="link")
            opener.setToolTip(self.tr("打开这件案件  Alt+L、Enter"))
            opener.setAccessibleName(self.tr("打开关联案件 {number}").format(number=number))
            self.openers.append(opener)
            head, about = opener, self._about(linked.case)
        made = QWidget()
        lines = (
            words(each, tone="muted", wraps=True) for each in (about, self._made(linked)) if each
        )
        made.setLayout(column(row(head, None, remove), *lines, spacing=2))
        return made

    def _about(self, case: Case) -> str:
        """Return what tells a case: people masked, as in the lists."""
        sides = (case.parties_in(each) for each in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
        people = " ⇄ ".join(
            "、".join(mask_name(one.name) for one in side) or "—" for side in sides
        )
        filed = self.tr("{day} 申请").format(day=case.filed_on) if case.filed_on else ""
        parts = (people, case.dispute, term(stage_of(case).value), filed)
        return " · ".join(each for each in parts if each)

    def _made(self, linked: LinkedCase) -> str:
        at = "" if linked.at is None else f"{linked.at.astimezone():%Y-%m-%d %H:%M}"
        told = self.tr("{by} {at} 关联").format(by=linked.by, at=at).strip() if at else ""
        return " · ".join(each for each in (told, linked.link.note) if each)

    def _opener(self, case: Case) -> Callable[[], None]:
        def open_it() -> None:
            self._context.open_case(case.id)

        return open_it

    def _unlink(self, linked: LinkedCase) -> None:
        """Take the link off on both sides; undo puts it back on both."""
        place, case = self._context.place, self._context.case
        self._context.editing.store_now()
        links, number = place.desk.links, linked.link.number

        def off() -> Unlinked:
            return links.take_off(case.id, linked.link.id)

        def taken(unlinked: Unlinked) -> None:
            text = self.tr("取消与{number}的关联").format(number=number)
            back = partial(links.put_back, unlinked.links)
            place.undo.did(Deed(text, back, off))
            message = Message(text, Tone.OK, self.tr("撤销"), place.undo.undo, topic="links")
            self._context.tell(message)

        place.tasks.run(self, off, taken)
