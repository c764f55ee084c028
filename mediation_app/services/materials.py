"""The files of a case: taken in, kept encrypted in the station's database, read out again."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from mimetypes import MimeTypes
from pathlib import Path

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.deadlines import LimitUnit, Period, deadline_after
from mediation_app.domain.journal import Changes
from mediation_app.domain.material_lists import MaterialRule, Suggestion, suggested_materials
from mediation_app.domain.materials import MOST_BYTES, Material, name_of_file, safe_file_name
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.storage import UnitsOfWork
from mediation_app.sentences import say

WORKDAYS_TO_BRING = 2
UNKNOWN_TYPE = "application/octet-stream"
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file on its way in."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose contents are stored, as a material that no case holds yet.

    Attributes:
        same_as: What the material of the case is called that has these contents already, or "".
    """

    material: Material
    same_as: str
    changes: Changes


def _weekends_only() -> RestCalendar:
    return RestCalendar(())


class Materials:
    """Takes files in and gives them out; the list itself is saved with its case."""

    def __init__(
        self,
        units: UnitsOfWork,
        rules: tuple[MaterialRule, ...],
        clock: Clock,
        ids: Ids,
        calendar: Callable[[], RestCalendar] = _weekends_only,
    ) -> None:
        self._units = units
        self._rules = rules
        self._calendar = calendar
        self._clock = clock
        self._ids = ids
        # Without the tables of the system: one file has one type on every machine.
        self._types = MimeTypes()

    def suggested(self, case: Case) -> tuple[Suggestion, ...]:
        """Return what such a case usually needs and its list does not hold yet."""
        return suggested_materials(case, self._rules, self._clock.today())

    def listed(self, case: Case) -> tuple[Material, ...]:
        """Return what is suggested as lines of the checklist, each with its day.

        People get two working days: a setting of the desk, no limit of any law.
        """
        period = Period(WORKDAYS_TO_BRING, LimitUnit.WORKING_DAY)
        due = deadline_after(self._clock.today(), period, self._calendar())
        return tuple(
            Material(
                self._ids.new(),
                each.name,
                need=each.rule.need,
                owed_by=each.owed_by,
                due_on=due.limit_on,
            )
            for each in self.suggested(case)
        )

    def move(self, material_id: str, from_id: CaseId, to_id: CaseId) -> Changes:
        """Move a line with its file to another case; the journals of both tell it.

        Raises:
            InvalidValueError: The line is not there any more, or both cases are the same.
        """
        if from_id == to_id:
            raise InvalidValueError(say("请选择另一件案件"))
        with self._units() as work:
            source, target = work.cases.get(from_id), work.cases.get(to_id)
            moved = next((each for each in source.materials if each.id == material_id), None)
            if moved is None:
                raise InvalidValueError(say("这项材料已经不在清单中"))
            left = tuple(each for each in source.materials if each.id != material_id)
            gone = replace(source, materials=left)
            work.cases.save(source, gone, "move_material", note=target.number)
            got = replace(target, materials=(*target.materials, moved))
            work.cases.save(target, got, "move_material", note=source.number)
            return work.commit()

    def read(self, path: Path) -> IncomingFile:
        """Read a file that a person chose.

        Raises:
            InvalidValueError: It is a folder, empty, too large or cannot be read.
        """
        try:
            if path.is_dir():
                raise InvalidValueError(say("“{name}”是文件夹，请选择文件", name=path.name))
            if not path.is_file():
                raise InvalidValueError(say("没有找到文件“{name}”", name=path.name))
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as fault:
            raise InvalidValueError(
                say("文件“{name}”无法读取，请看它是否正被占用，或者没有权限", name=path.name)
            ) from fault
        return _checked(IncomingFile(path.name, content))

    def keep(self, case: Case, file: IncomingFile) -> KeptFile:
        """Store the contents; return the ticked material that stands for them.

        Raises:
            InvalidValueError: The file is empty or too large.
        """
        _checked(file)
        with self._units() as work:
            blob_id = work.blobs.put(file.content)
            changes = work.commit()
        material = Material(
            id=self._ids.new(),
            name=name_of_file(file.name),
            is_received=True,
            file_name=file.name,
            media_type=self._types.guess_type(safe_file_name(file.name))[0] or UNKNOWN_TYPE,
            size_bytes=len(file.content),
            blob_id=blob_id,
            added_on=self._clock.today(),
        )
        twins = (each.name for each in case.materials if each.blob_id == blob_id)
        return KeptFile(material, next(twins, ""), changes)

    def content(self, material: Material) -> bytes:
        """Return the contents of a material's file.

        Raises:
            MediationError: It has none, or they have not come from the centre yet.
        """
        if not material.has_file:
            raise InvalidValueError(say("“{name}”没有附上文件", name=material.name))
        with self._units() as work:
            return work.blobs.get(material.blob_id)

    def save_as(self, material: Material, path: Path) -> None:
        """Write the file of a material; one that could not be written whole is not left behind.

        Raises:
            MediationError: There are no contents, or the place cannot be written.
        """
        content = self.content(material)
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_bytes(content)
            part.replace(path)
        except (OSError, ValueError) as fault:
            part.unlink(missing_ok=True)
            raise InvalidValueError(
                say("不能写入 {path}，请换一个位置，或者看磁盘是否已满", path=path)
            ) from fault


def _checked(file: IncomingFile) -> IncomingFile:
    if not file.content:
        raise InvalidValueError(say("“{name}”是空文件，没有加入", name=file.name))
    if len(file.content) > MOST_BYTES:
        raise InvalidValueError(
            say(
                "“{name}”超过单个文件 {most} MB 的上限，请拆分或者压缩后再加入",
                name=file.name,
                most=MOST_BYTES // _MEGABYTE,
            )
        )
    return file
