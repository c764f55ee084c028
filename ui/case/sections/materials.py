"""材料: the checklist of what the case needs, and the files that came in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QWidget

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.materials import Material, is_openable, safe_file_name
from mediation_app.errors import MediationError
from ui.authority_sight import may_see_authority
from ui.case.file_asking import FileAsking, FileDialogs, files_of
from ui.case.file_intake import TOPIC, FileIntake, with_file_placed
from ui.case.opened_files import OpenedFiles
from ui.case.places import without
from ui.case.sections.material_row import (
    MaterialActions,
    MaterialRow,
    asked_words,
    file_words,
    is_lacking,
)
from ui.case.sections.move_panel import MovePanel
from ui.case.sections.preparation import (
    AuthorityForm,
    ReceivableCard,
    need_words,
)
from ui.case.sections.section import Cards, Section
from ui.case.sections.slot_card import SlotCard
from ui.case.sections.volume_output import VolumeOutput
from ui.pages import Message, Tone
from ui.sentences import told
from ui.styling import button, column, frame, mark, row, words


class Materials(Section):
    """Lines with ticks; files are added by button, by dropping them here, or with Ctrl+V."""

    def build(self) -> None:
        """Make the list and the ways to fill it."""
        self._at = ""
        """The id of the line in which the caret is, or was last."""
        self.asking: FileAsking = FileDialogs(self)
        self.intake = FileIntake(self.context.place, self.context.editing)
        self.intake.progress.connect(self._show_progress)
        self.intake.message.connect(self._pass_on)
        self.intake.added.connect(self._ask_for_slots)
        self.slots = SlotCard()
        self.slots.placed.connect(self._place)
        self.slots.settled.connect(self._show_first_file)
        self._actions = MaterialActions(
            self.attach, self.open_file, self.save_file, self.remove_material, self.move_material
        )
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.count = words("", tone="muted")
        title = words(self.tr("材料清单"), role="heading")
        self.body.addLayout(row(title, None, self.count))
        self.empty = self._empty_state()
        self.cards = Cards(4)
        self.drop = self._drop_place()
        for some in (self._adding_buttons(), self._binding_buttons()):
            self.body.addLayout(row(*some, None, spacing=4))
        self.body.addWidget(self.slots)
        self.body.addWidget(self.empty)
        self.body.addLayout(self.cards)
        self.body.addWidget(self.drop)
        self._prepare()
        self._show_progress()

    def _adding_buttons(self) -> tuple[QWidget, ...]:
        self.add_files = button(
            self.tr("＋ 文件"), self.choose_files, kind="link", hint="Ctrl+Shift+F"
        )
        self.add_folder = button(
            self.tr("＋ 文件夹"), self.choose_folder, kind="link", hint="Ctrl+Shift+D"
        )
        self.add_line = button(
            self.tr("＋ 一项材料"), self.add_material, kind="link", hint="Ctrl+Shift+N"
        )
        self.fill = button("", self.add_suggested, kind="link")
        return self.add_files, self.add_folder, self.add_line, self.fill

    def _binding_buttons(self) -> tuple[QWidget, QWidget]:
        self.volume = VolumeOutput(self.context, self)
        self.volume.message.connect(self._pass_on)
        whole, copy = self.tr("生成卷宗"), self.tr("给一方的副本…")
        return (
            button(whole, self.bind_volume, kind="link", hint="Ctrl+Shift+B"),
            button(copy, self.copy_volume, kind="link", hint="Ctrl+Shift+G"),
        )

    def _prepare(self) -> None:
        """Make the cards of what is owed, and of the authority where it may be seen."""
        self.receivable = ReceivableCard(self.context)
        self.body.addWidget(self.receivable)
        if may_see_authority(self.context.place.desk, self.context.case.id):
            self.body.addWidget(AuthorityForm(self.context))

    def refresh(self, case: Case) -> None:
        """Show the lines, and how many are ticked."""
        items = ((each.id, _structure(each)) for each in case.materials)
        self.cards.show_items(items, self._row)
        received = sum(each.is_received for each in case.materials)
        told = self.tr("已收到 {received} / {all}")
        needs = need_words(case, self.tr("必须 {there}/{all}"), self.tr("按需 {there}/{all}"))
        all_there = told.format(received=received, all=len(case.materials))
        self.count.setText("　".join(each for each in (all_there, needs) if each))
        is_complete = bool(needs) and not any(map(is_lacking, case.materials))
        mark(self.count, tone="ok" if is_complete else "muted")
        self.slots.show_case(case)
        self.receivable.show_case(case)
        self.count.setVisible(bool(case.materials))
        self.empty.setVisible(not case.materials)
        self._offer_suggested(case)

    def choose_files(self) -> None:
        """Ask for files to add."""
        self.asking.files(self.intake.add)

    def choose_folder(self) -> None:
        """Ask for a folder whose files are added."""
        self.asking.folder(self.intake.add)

    def attach(self, material_id: str) -> None:
        """Ask for the file of one material."""
        self.asking.files(lambda paths: self.intake.add(paths, material_id))

    def add_material(self) -> None:
        """Add an empty line and go there."""
        made = Material(self.context.new_id())
        self._put((*self.context.case.materials, made), f"materials/{made.id}")
        self.context.go_to(f"materials/{made.id}/name")

    def add_suggested(self) -> None:
        """Add what such a case usually needs; each line can be renamed or removed."""
        case = self.context.case
        self._put((*case.materials, *self.context.place.desk.materials.listed(case)))

    def bind_volume(self) -> None:
        """Bind all papers of the case into one file with page numbers and contents."""
        self.volume.bind()

    def copy_volume(self) -> None:
        """Ask whom a copy of the volume is for, and bind it."""
        self.volume.ask_for_reader(self.window(), self.count)

    def remove_material(self, material_id: str) -> None:
        """Remove a line with its file; undo brings both back."""
        self._put(without(self.context.case.materials, material_id))

    def move_current(self) -> None:
        """Move the file of the line in which the caret is, or was last."""
        self._with_current(self.move_material)

    def open_current(self) -> None:
        """Open the file of the line in which the caret is, or was last."""
        self._with_current(self.open_file)

    def _with_current(self, do: Callable[[str], None]) -> None:
        found = (each for each in self.context.case.materials if each.id == self._at)
        material = next(found, None)
        if material is not None and material.has_file:
            do(material.id)
        else:
            self._tell(self.tr("先把光标放到一项有文件的材料上"), Tone.NEWS)

    def move_material(self, material_id: str) -> None:
        """Ask to which case a file belongs, and move it there."""
        context, material = self.context, self._material(material_id)
        name = material.file_name or material.name
        panel = MovePanel(self.window(), context.place, context.case.id, name)
        panel.chosen.connect(lambda case_id: self._move(material_id, CaseId(case_id)))
        panel.open_at(self.count)

    def _move(self, material_id: str, to_id: CaseId) -> None:
        context, name = self.context, self._material(material_id).name
        # A line in which the caret stands would stay until it is left.
        self.setFocus()
        context.editing.store_now()
        move, from_id = context.place.desk.materials.move, context.case.id
        said = self.tr("“{name}”已移到另一件案件，两件的流水都有记录").format(name=name)
        context.place.tasks.run(
            self,
            lambda: move(material_id, from_id, to_id),
            lambda _: self._tell(said, Tone.OK),
            self._on_refused,
        )

    def _ask_for_slots(self, material_ids: list[str]) -> None:
        self.slots.ask(self.context.case, material_ids)
        if not self.slots.is_asking:
            # What came in is what one goes on with, unless one is writing elsewhere meanwhile.
            writing_at = self.context.binding.place_in_focus()
            is_free = not writing_at or writing_at.startswith("materials/")
            if self.isVisible() and is_free:
                self.context.go_to(f"materials/{material_ids[0]}/name")

    def _show_first_file(self) -> None:
        """Put the caret into the list: the card in which it was is gone."""
        files = (each.id for each in self.context.case.materials if each.has_file)
        self.context.go_to(f"materials/{next(files, '')}/name")

    def go_to_receivable(self) -> None:
        """Put the caret into the sums that are owed."""
        self.context.go_to("receivable/total")

    def go_to_authority(self) -> None:
        """Put the caret into the card of the authority, where it is shown."""
        self.context.go_to("authority/waives_up_to")

    def _place(self, material_id: str, slot_id: str) -> None:
        if slot_id:
            case = with_file_placed(self.context.case, material_id, slot_id)
            self.context.editing.put(case, f"materials/{slot_id}")

    def open_file(self, material_id: str) -> None:
        """Show a read-only copy with the program of the desktop."""
        material = self._material(material_id)
        if not is_openable(material.file_name):
            self._tell(
                self.tr("“{name}”可能是程序，为安全起见不直接打开，请另存后查看").format(
                    name=material.file_name
                ),
                Tone.WARNING,
                self.tr("另存为"),
                lambda: self.save_file(material_id),
            )
            return
        content, copies = self.context.place.desk.materials.content, self._opened_files()

        def work() -> Path:
            return copies.write(material.file_name, content(material))

        self.context.place.tasks.run(self, work, self._launch, self._on_refused)

    def save_file(self, material_id: str) -> None:
        """Ask where to put the file of a material, and put it there."""
        material = self._material(material_id)
        save_as, tasks = self.context.place.desk.materials.save_as, self.context.place.tasks

        def go_on(path: Path) -> None:
            tasks.run(
                self,
                lambda: save_as(material, path),
                lambda _: self._tell(self.tr("已保存为 {path}").format(path=path), Tone.OK),
                self._on_refused,
            )

        self.asking.target(safe_file_name(material.file_name), go_on)

    # --- dropping and pasting -------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files can be let go here."""
        if _files_in(event.mimeData()):
            mark(self.drop, tone="ok")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held above any more."""
        mark(self.drop, tone="")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in."""
        mark(self.drop, tone="")
        self.intake.add(files_of(_files_in(event.mimeData())))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take in the files of the clipboard."""
        if not self._paste(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files be pasted where the caret is in a name, too."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._paste(event)
        return super().eventFilter(watched, event)

    def _paste(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        paths = _files_in(QGuiApplication.clipboard().mimeData())
        if paths:
            self.intake.add(files_of(paths))
        return bool(paths)

    # --- parts ----------------------------------------------------------------

    def _row(self, material_id: str) -> QWidget:
        made = MaterialRow(self.context, self._actions, self._material(material_id))
        made.name.line.installEventFilter(self)
        made.entered.connect(self._note_row)
        return made

    def _note_row(self, material_id: str) -> None:
        self._at = material_id

    def _material(self, material_id: str) -> Material:
        return next(each for each in self.context.case.materials if each.id == material_id)

    def _put(self, materials: tuple[Material, ...], place: str = "") -> None:
        case = self.context.case
        self.context.editing.put(replace(case, materials=materials), place)

    def _opened_files(self) -> OpenedFiles:
        """Return the copies of this program, which outlive the screen that asked for them."""
        application = QApplication.instance()
        assert application is not None
        return application.findChild(OpenedFiles) or OpenedFiles(application)

    def _launch(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(self.tr("电脑上没有能打开这种文件的程序，请另存后查看"), Tone.WARNING)

    def _pass_on(self, message: Message) -> None:
        # A method of this widget: where the case was left meanwhile, nobody is told.
        self.context.tell(message)

    def _on_refused(self, error: MediationError) -> None:
        self._tell(told(error), Tone.ERROR)

    def _tell(
        self, text: str, tone: Tone, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        self.context.tell(Message(text, tone, action, do, topic=TOPIC))

    def _offer_suggested(self, case: Case) -> None:
        suggested = self.context.place.desk.materials.suggested(case)
        self.fill.setVisible(bool(suggested))
        self.fill.setText(self.tr("填入常用清单（{count} 项）").format(count=len(suggested)))
        listed = (f"{each.name}　{each.rule.source}" for each in suggested)
        self.fill.setToolTip("\n".join(["Ctrl+Shift+A", *listed]))

    def _show_progress(self) -> None:
        self.progress.setText(self.intake.words())
        for part in (self.progress, self.stop):
            part.setVisible(self.intake.is_busy)
        self.hint.setVisible(not self.intake.is_busy)

    def _drop_place(self) -> QWidget:
        self.hint = words(
            self.tr("把文件拖到这里，或者复制后按 Ctrl+V；单个文件不超过 200 MB"),
            tone="muted",
            wraps=True,
        )
        self.progress = words("", wraps=True)
        self.stop = button(self.tr("停止"), self.intake.stop, kind="link")
        place = frame("notice")
        layout = row(self.hint, self.progress, self.stop, margins=(12, 10, 12, 10))
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        place.setLayout(layout)
        return place

    def _empty_state(self) -> QWidget:
        holder = QWidget()
        teaching = words(
            self.tr(
                "这里列出办案所需的材料：身份证明、委托书、合同与交易凭证等。收到一项勾一项，"
                "扫描件或照片可以附在后面，加密保存在本机数据库中。"
            ),
            tone="muted",
            wraps=True,
        )
        title = words(self.tr("还没有材料"), role="heading")
        holder.setLayout(column(title, teaching, spacing=8, margins=(0, 16, 0, 8)))
        return holder


def _structure(material: Material) -> tuple[str, bool, str]:
    return file_words(material), material.has_file, asked_words(material)


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile()]
