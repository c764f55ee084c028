"""Rest days and limits: what is known, and taking over a newer table after seeing what changes."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_app.domain.case_limits import CaseLimit
from mediation_app.errors import InvalidValueError, MediationError
from mediation_app.exchange.decoding import decode_bytes
from mediation_app.sentences import Sentence, say
from mediation_app.services.table_import import LimitChange, LimitsImport, YearImport
from ui.file_dialog import file_dialog
from ui.pages import Workplace
from ui.sentences import spoken, term, told
from ui.styling import button, column, mark, row, words

_MOST_CHANGES = 20


class TablesCard(QWidget):
    """Looks at a file first; only what the person then takes over counts."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._take: Callable[[], None] | None = None
        self.known = words("", wraps=True)
        self.told = words("", wraps=True)
        self.year_button = button(self.tr("导入节假日表…"), lambda: self.ask(self.look_at_year))
        self.limits_button = button(
            self.tr("导入本站时限表…"), lambda: self.ask(self.look_at_limits)
        )
        self.take_button = button(self.tr("采用"), self.take, kind="primary")
        self.leave_button = button(self.tr("不采用"), self.clear)
        self.setLayout(
            column(
                self.known,
                row(self.year_button, self.limits_button, None),
                self.told,
                row(self.take_button, self.leave_button, None),
                spacing=10,
            )
        )
        self.clear()

    def show_known(self) -> None:
        """Say which years are known, which is missing, and how many limits are the station's."""
        limits, today = self._place.desk.limits, self._place.desk.clock.today()
        years = "、".join(map(str, limits.calendar.years))
        said = [self.tr("已有节假日表：{years}年。").format(years=years)]
        missing = [
            str(year) for year in (today.year, today.year + 1) if year not in limits.calendar.years
        ]
        if missing:
            said.append(
                self.tr("{years}年的还没有，涉及的期限只按周末推算。").format(
                    years="、".join(missing)
                )
            )
        said.append(self.tr("本站自己的时限：{n} 项。").format(n=len(limits.table.own)))
        self.known.setText("".join(said))

    def ask(self, go_on: Callable[[Path], None]) -> None:
        """Ask for a file."""
        dialog = file_dialog(self, self.tr("选择文件"), filters="JSON (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: go_on(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at_year(self, path: Path) -> None:
        """Show what a table of rest days would change."""
        tables = self._place.desk.tables
        self._look(
            lambda: tables.import_year_table(_text(path), is_dry_run=True),
            lambda: tables.import_year_table(_text(path)),
        )

    def look_at_limits(self, path: Path) -> None:
        """Show what other limits of the station would change."""
        tables = self._place.desk.tables
        self._look(
            lambda: tables.import_limits(_text(path), is_dry_run=True),
            lambda: tables.import_limits(_text(path)),
        )

    def take(self) -> None:
        """Take over what is shown."""
        if self._take is not None:
            self._take()

    def clear(self) -> None:
        """Forget what was looked at."""
        self._show([], tone="")
        self._take = None
        for each in (self.take_button, self.leave_button):
            each.setVisible(False)

    def _look(
        self,
        look: Callable[[], YearImport | LimitsImport],
        take: Callable[[], YearImport | LimitsImport],
    ) -> None:
        def show(found: YearImport | LimitsImport) -> None:
            self._show(self._words_of(found), tone="")
            self._take = lambda: self._place.tasks.run(self, take, self._on_taken, self._on_error)
            for each in (self.take_button, self.leave_button):
                each.setVisible(True)

        self.clear()
        self._place.tasks.run(self, look, show, self._on_error)

    def _on_taken(self, found: YearImport | LimitsImport) -> None:
        self.clear()
        count = len(found.changes)
        self._show([self.tr("已采用，{n} 个期限随之更新。").format(n=count)], tone="ok")
        self.show_known()

    def _on_error(self, error: MediationError) -> None:
        self.clear()
        self._show([told(error)], tone="error")

    def _show(self, sentences: Iterable[str], tone: str) -> None:
        text = "\n".join(sentences)
        self.told.setText(text)
        self.told.setVisible(bool(text))
        mark(self.told, tone=tone)

    def _words_of(self, found: YearImport | LimitsImport) -> list[str]:
        return [
            spoken(_subject(found)),
            *(spoken(each) for each in (found.doubts if isinstance(found, YearImport) else ())),
            self._count(len(found.changes)),
            *(self._change(each) for each in found.changes[:_MOST_CHANGES]),
        ]

    def _count(self, number: int) -> str:
        if not number:
            return self.tr("没有期限因此变化。")
        if number > _MOST_CHANGES:
            return self.tr("{n} 个期限有变化，先列出 {most} 个：").format(
                n=number, most=_MOST_CHANGES
            )
        return self.tr("{n} 个期限有变化：").format(n=number)

    def _change(self, change: LimitChange) -> str:
        return self.tr("{case} {limit}：{before} → {after}").format(
            case=change.case_number or self.tr("草稿"),
            limit=term(change.name),
            before=self._day(change.before),
            after=self._day(change.after),
        )

    def _day(self, limit: CaseLimit | None) -> str:
        if limit is None:
            return self.tr("无")
        day = limit.deadline.limit_on.isoformat()
        return day if limit.deadline.is_certain else self.tr("{day}（待定）").format(day=day)


def _subject(found: YearImport | LimitsImport) -> Sentence:
    if isinstance(found, LimitsImport):
        return say("本站时限表，共 {n} 项", n=len(found.rules))
    rest = sum(day.is_rest for day in found.table.days)
    return say(
        "{year}年节假日表：休息 {rest} 天，调休上班 {work} 天",
        year=found.table.year,
        rest=rest,
        work=len(found.table.days) - rest,
    )


def _text(path: Path) -> str:
    try:
        return decode_bytes(path.read_bytes())
    except OSError as error:
        raise InvalidValueError(say("文件 {name} 无法读取", name=path)) from error
