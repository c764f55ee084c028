"""The page of one case."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.journal import Changes
from mediation_app.domain.transitions import Action
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.bin.deleting import DeletePanel
from ui.case.case_view import CaseView
from ui.case.place_names import place_name
from ui.case.sections.materials import Materials
from ui.case.step_words import words_of_step
from ui.case.steps import KEYS
from ui.pages import Message, Page, Tone, Workplace
from ui.sentences import term, told
from ui.undo import Contested, Deed, subject_of_case

_MOST_NAMED = 3
DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case and whose desk it is on."""

    case: Case
    committee: Committee


class CasePage(Page):
    """Shows the case whose id it is entered with; nothing else is kept open."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("案件"))
        self.view: CaseView | None = None
        self._wanted = ""
        self._place_wanted = ""
        self._form_wanted = ""
        self._told = ""
        self._leaving: list[CaseView] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._menu = self._make_commands()
        place.tasks.changed.connect(self._on_changed)
        place.undo.contested.connect(self._on_contested)

    def enter(self, subject: str = "") -> None:
        """Open a case; one that is open already stays as it was left."""
        if not subject or subject == self._wanted:
            return
        self.leave()
        self._wanted, self._place_wanted, self._form_wanted = subject, "", ""
        self._tell_present(subject)
        files, setup = self.place.desk.case_files, self.place.desk.setup

        def work() -> Opened:
            return Opened(files.open(CaseId(subject)), setup.committee())

        self.place.tasks.run(self, work, self._show, partial(self._on_refused, subject))

    def show_place(self, place: str) -> None:
        """Go to a place of the case, once it is there."""
        if self.view is not None and self.view.case.id == self._wanted:
            self.view.go_to(place)
        else:
            self._place_wanted = place

    def open_form(self, form: str) -> None:
        """Open a form of the case again, once the case is there."""
        view = self.view
        if view is None or view.case.id != self._wanted:
            self._form_wanted = form
        elif form == DELETE:
            self.ask_to_delete()
        else:
            view.open_form(form)

    def step_back(self) -> bool:
        """Close what is open on the case."""
        return self.view is not None and self.view.step_back()

    def leave(self) -> None:
        """Hand everything typed to the database."""
        for view in (self.view, *self._leaving):
            if view is not None:
                view.editing.store_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Let others see that the case is open here again."""
        super().showEvent(event)
        self._tell_present(self._wanted)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let others see that it is open no longer."""
        super().hideEvent(event)
        self._tell_present("")

    def _tell_present(self, case_id: str) -> None:
        if case_id != self._told:
            self._told = case_id
            sync = self.place.desk.sync
            self.place.sync_tasks.run_latest(
                "present", self, lambda: sync.open_case(case_id), lambda _: None, _pass_over
            )

    def _show(self, opened: Opened) -> None:
        if opened.case.id != self._wanted:
            return
        old = self.view
        self.view = CaseView(self.place, opened.case, opened.committee, self._menu)
        self.view.message.connect(self.message)
        self.view.taking.offered_changed.connect(self._show_steps)
        self._show_steps()
        self.view.case_chosen.connect(self.case_chosen)
        self.view.leaving_wanted.connect(self._leave_gone)
        self.view.conflict_chosen.connect(self.conflict_chosen)
        self.view.session_wanted.connect(self._open_session)
        self.view.editing.save_state.connect(self.save_state)
        layout = self.layout()
        if old is not None:
            self._let_go(old)
        if layout is not None:
            layout.addWidget(self.view)
        self.view.show()
        self.view.list.setFocus()
        place, self._place_wanted = self._place_wanted, ""
        if place:
            self.view.go_to(place)
        if self._place_wanted:
            self.view.go_to(self._place_wanted)
            self._place_wanted = ""
        form, self._form_wanted = self._form_wanted, ""
        if form:
            self.open_form(form)

    def _let_go(self, view: CaseView) -> None:
        """Hide a case; what could not be stored yet is kept until it is."""
        view.hide()
        view.editing.let_go()
        if not view.editing.is_dirty:
            view.deleteLater()
            return
        self._leaving.append(view)

        def drop() -> None:
            if view in self._leaving and not view.editing.is_dirty:
                self._leaving.remove(view)
                view.deleteLater()

        view.editing.save_state.connect(lambda _: drop())

    def go_to(self, place: str) -> None:
        """Put the person into a field of the case, once it is open."""
        if self.view is not None and self.view.case.id == self._wanted:
            self.view.go_to(place)
        else:
            self._place_wanted = place

    def ask_to_delete(self) -> None:
        """Ask why the case is to be deleted."""
        if self.view is not None:
            number = self.view.case.number or self.tr("（草稿）")
            panel = DeletePanel(self.window(), number, self.place.drafts, self._delete)
            about = self.tr("删除案件 {number}").format(number=number)
            panel.kept.begin(_deleting(self.view.case), about)
            panel.open_and_ask(self.view.header)

    def _delete(self, reason: str) -> None:
        if self.view is None:
            return
        self.leave()
        bin_of_desk, case = self.place.desk.bin, self.view.case

        def deleted(_: SavedCase) -> None:
            words = self.tr("删除案件 {number}").format(number=case.number).strip()
            back, again = bin_of_desk.restore_case, bin_of_desk.delete
            deed = Deed(words, lambda: back(case.id), lambda: again(case.id, reason))
            self.place.undo.did(deed)
            self.place.drafts.forget(_deleting(case))
            self._close()
            self.finished.emit("")
            text = self.tr("已放进回收站：{number}").format(number=case.number).strip("：")
            undo = self.place.undo.undo
            message = Message(text, Tone.OK, self.tr("撤销"), undo, topic="bin")
            self.message.emit(message)

        self.place.tasks.run(
            self, lambda: bin_of_desk.delete(case.id, reason), deleted, self._on_not_deleted
        )

    def _on_not_deleted(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR))

    def _leave_gone(self) -> None:
        """Go back to the list from a case that is not here any more."""
        self._close()
        self.finished.emit("")

    def _close(self) -> None:
        """Show no case any more."""
        view, self.view, self._wanted = self.view, None, ""
        if view is not None:
            self._let_go(view)

    def bears(self, subject: str) -> bool:
        """Return whether the case is the one that is open here."""
        return self.view is not None and self.view.editing.subject == subject

    def _on_contested(self, contested: Contested) -> None:
        """Tell that somebody else's value was left alone, and how to take it back all the same."""
        if not isinstance(contested.record, Case):
            return
        names = (place_name(each, contested.record) for each in contested.places[:_MOST_NAMED])
        text = self.tr("“{fields}”后来又有修改，撤销没有覆盖它；两个值都保留在流水中").format(
            fields="”“".join(names)
        )
        message = Message(
            text, Tone.WARNING, self.tr("仍然撤销"), contested.insist, topic="contested"
        )
        self.message.emit(message)

    def _open_session(self) -> None:
        self.session_wanted.emit(self._wanted)

    def _on_refused(self, case_id: str, error: MediationError) -> None:
        self.place.undo.forget(subject_of_case(case_id))
        if case_id == self._wanted:
            # Else the case before it would stand there, under the name of this one.
            self._close()
            self.finished.emit("")
        self.message.emit(Message(told(error), Tone.ERROR))

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_committee_changed and self.view is not None:
            self.place.tasks.run(self, self.place.desk.setup.committee, self._show_committee)

    def _show_committee(self, committee: Committee) -> None:
        if self.view is not None:
            self.view.show_committee(committee)

    # --- commands -------------------------------------------------------------

    def _make_commands(self) -> list[QAction]:
        self._command(self.tr("下一栏"), "Ctrl+PgDown", lambda view: view.list.step(1))
        self._command(self.tr("上一栏"), "Ctrl+PgUp", lambda view: view.list.step(-1))
        self._command(self.tr("时限怎么算的"), "Ctrl+Alt+D", lambda view: view.explain_limit())
        self._command(self.tr("下一步"), "Ctrl+Shift+Return", lambda view: view.header.do_step())
        menu = [
            self._command(self.tr("表单或文书"), "F9", lambda view: view.toggle_paper()),
            self._command(self.tr("打开调解台"), "Ctrl+M", lambda view: view.open_session()),
            self._command(self.tr("关联案件"), "Alt+L", lambda view: view.show_links()),
            self._command(self.tr("添加条款"), "Ctrl+Return", lambda view: view.add_term()),
            *self._material_commands(),
            self._command(
                self.tr("打印收件凭条和回执"),
                "Ctrl+Shift+P",
                lambda view: view.first_papers.print_for(view.case),
            ),
            self._command(self.tr("打印"), "Ctrl+P", lambda view: view.print_paper()),
            self._command(
                self.tr("另存为 PDF"), "Ctrl+Shift+S", lambda view: view.paper.save_paper()
            ),
        ]
        self.steps = {action: self._step(action) for action in Action}
        divider = QAction(self)
        divider.setSeparator(True)
        return [*self.steps.values(), divider, *menu]

    def _material_commands(self) -> list[QAction]:
        tr = self.tr
        listed = (
            (tr("添加材料文件"), "Ctrl+Shift+F", Materials.choose_files),
            (tr("添加材料文件夹"), "Ctrl+Shift+D", Materials.choose_folder),
            (tr("添加一项材料"), "Ctrl+Shift+N", Materials.add_material),
            (tr("填入常用材料清单"), "Ctrl+Shift+A", Materials.add_suggested),
            (tr("打开光标所在材料的文件"), "Ctrl+Shift+O", Materials.open_current),
            (tr("把光标所在材料移到其他案件"), "Ctrl+Shift+M", Materials.move_current),
            (tr("填写应还款项"), "Ctrl+Shift+E", Materials.go_to_receivable),
            (tr("填写授权区间卡"), "Ctrl+Shift+K", Materials.go_to_authority),
            (tr("生成卷宗"), "Ctrl+Shift+B", Materials.bind_volume),
            (tr("给一方的卷宗副本"), "Ctrl+Shift+G", Materials.copy_volume),
        )
        return [self._command(text, key, _with_materials(do)) for text, key, do in listed]

    def _step(self, action: Action) -> QAction:
        made = self._command(term(action.value), KEYS[action], lambda view: view.taking.do(action))
        made.setVisible(False)
        return made

    def _show_steps(self) -> None:
        """Offer the lawful steps and no others; the next one is on the primary button."""
        offered = self.view.taking.offered if self.view is not None else ()
        known = {each.action: each for each in offered}
        for action, command in self.steps.items():
            command.setVisible(action in known)
            if action in known:
                command.setText(words_of_step(known[action]))

    def _command(self, text: str, key: str, slot: Callable[[CaseView], None]) -> QAction:
        def run() -> None:
            if self.view is not None:
                slot(self.view)

        return self.add_command(text, key, run)


def _with_materials(do: Callable[[Materials], None]) -> Callable[[CaseView], None]:
    return lambda view: view.with_materials(do)


def _pass_over(error: MediationError) -> None:
    """Who is where is nice to know; nobody needs to hear that it is not known."""
    del error


def _deleting(case: Case) -> FormPlace:
    """Return where one types why a case is deleted."""
    return FormPlace("case", case.id, DELETE)
