"""Files on their way into a case: one after the other, in the background."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from mediation_app.domain.cases import Case
from mediation_app.domain.materials import Material
from mediation_app.errors import MediationError
from mediation_app.services.materials import IncomingFile, KeptFile
from mediation_app.services.saved import SavedCase
from ui.case.editing import CaseEditing
from ui.pages import Message, Tone, Workplace
from ui.sentences import told

TOPIC = "materials"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file, and the id of the material that it belongs to where a person said so."""

    path: Path
    material_id: str = ""


class FileIntake(QObject):
    """Reads and stores files; goes on to the end when the screen of the case is left."""

    progress = Signal()
    message = Signal(object)
    """A ``Message``."""
    added = Signal(object)
    """The ids of the lines of files that came in and that nobody has put to a place yet."""

    def __init__(self, place: Workplace, editing: CaseEditing) -> None:
        # A child of what lives as long as the window: what was dropped is taken in.
        super().__init__(place.tasks)
        self._place = place
        self._editing = editing
        self._case_id = editing.case.id
        self._queue: deque[_Wanted] = deque()
        self._now: _Wanted | None = None
        self._count = 0
        self._added: list[str] = []
        self._unplaced: list[str] = []
        self._said: list[str] = []
        self._refused: list[str] = []

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way."""
        return self._now is not None

    def words(self) -> str:
        """Return what is going on."""
        if self._now is None:
            return ""
        return self.tr("正在加入 {number} / {count}：{name}").format(
            number=self._count - len(self._queue), count=self._count, name=self._now.path.name
        )

    def add(self, paths: Iterable[Path], material_id: str = "") -> None:
        """Take files in; the first of them for a material, where a person said so."""
        for path in paths:
            self._queue.append(_Wanted(path, material_id))
            material_id = ""
            self._count += 1
        if self._now is None:
            self._next()
        else:
            self.progress.emit()

    def stop(self) -> None:
        """Take no more in; what is being read comes to its end."""
        self._count -= len(self._queue)
        self._queue.clear()
        self.progress.emit()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        self._now = wanted = self._queue.popleft()
        self.progress.emit()
        read = self._place.desk.materials.read
        # A slow drive keeps no edit waiting: reading has another thread than the database.
        self._place.paper_tasks.run(
            self, lambda: read(wanted.path), self._on_read, self._on_refused
        )

    def _on_read(self, file: IncomingFile) -> None:
        keep, files = self._place.desk.materials.keep, self._place.desk.case_files
        case_id = self._case_id
        shown = self._editing.case if isValid(self._editing) else None

        def work() -> KeptFile:
            return keep(shown or files.open(case_id), file)

        self._place.tasks.run(self, work, self._on_kept, self._on_refused)

    def _on_kept(self, kept: KeptFile) -> None:
        assert self._now is not None
        material_id = self._now.material_id
        if kept.same_as and not material_id:
            self._said.append(
                self.tr("已存在（同一文件）：“{name}”就是清单中的“{other}”，没有再加").format(
                    name=kept.material.file_name, other=kept.same_as
                )
            )
            self._next()
            return
        self._added.append(kept.material.file_name)
        if isValid(self._editing):
            case, placed_id = with_file(self._editing.case, kept.material, material_id)
            if placed_id == kept.material.id:
                self._unplaced.append(placed_id)
            self._editing.put(case, f"materials/{placed_id}")
            self._editing.store_now()
            self._next()
        else:
            self._save_alone(kept.material, material_id)

    def _save_alone(self, material: Material, material_id: str) -> None:
        files, case_id = self._place.desk.case_files, self._case_id

        def work() -> SavedCase:
            case = files.open(case_id)
            return files.save(case, with_file(case, material, material_id, by_name=True)[0])

        self._place.tasks.run(self, work, lambda _: self._next(), self._on_refused)

    def _on_refused(self, error: MediationError) -> None:
        self._refused.append(told(error))
        self._next()

    def _finish(self) -> None:
        texts = [*self._refused, *self._said]
        if self._added:
            texts.append(self.tr("已加入 {count} 个文件").format(count=len(self._added)))
        tone = Tone.ERROR if self._refused else Tone.WARNING if self._said else Tone.OK
        self._now, self._count = None, 0
        unplaced = self._unplaced
        self._added, self._said, self._refused, self._unplaced = [], [], [], []
        self.progress.emit()
        if unplaced:
            self.added.emit(unplaced)
        if texts:
            self.message.emit(Message("；".join(texts), tone, topic=TOPIC))
        if not isValid(self._editing):
            self.deleteLater()


def with_file(
    case: Case, material: Material, material_id: str = "", *, by_name: bool = False
) -> tuple[Case, str]:
    """Return the case with a file in its list, and the id of the line that holds it.

    The file goes to the line a person chose; where there is nobody who could be asked, ``by_name``
    to one that waits for a file of just this name; else to a line of its own.
    """
    waiting = (
        each.id
        for each in case.materials
        if by_name and not each.has_file and each.name.strip() == material.name
    )
    chosen = (each.id for each in case.materials if each.id == material_id)
    slot = next(chosen, "") or next(waiting, "")
    if not slot:
        return replace(case, materials=(*case.materials, material)), material.id
    materials = tuple(
        filled(each, material) if each.id == slot else each for each in case.materials
    )
    return replace(case, materials=materials), slot


def filled(slot: Material, file: Material) -> Material:
    """Return a line of the checklist with a file in it; what the line asks for stays."""
    return replace(
        file,
        id=slot.id,
        name=slot.name.strip() or file.name,
        need=slot.need,
        owed_by=slot.owed_by,
        due_on=slot.due_on,
    )


def with_file_placed(case: Case, material_id: str, slot_id: str) -> Case:
    """Return the case with a file of a line of its own put into another line."""
    file = next((each for each in case.materials if each.id == material_id), None)
    slot = next((each for each in case.materials if each.id == slot_id), None)
    if file is None or slot is None or slot.has_file:
        return case
    materials = tuple(
        filled(each, file) if each.id == slot_id else each
        for each in case.materials
        if each.id != material_id
    )
    return replace(case, materials=materials)
