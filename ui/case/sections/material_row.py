"""One line of the checklist of materials."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.materials import Material
from ui.case.sections.section import CaseContext
from ui.elided import Elided
from ui.fields.check_field import CheckField
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.measures import limit, scaled
from ui.sentences import term
from ui.styling import column, icon_button, row, words

EDITOR_PX = 34
"""As high as the editor of the name, so that the tick stands beside its words."""


class MaterialActions:
    """What a line asks of the list it stands in."""

    def __init__(
        self,
        attach: Callable[[str], None],
        open_file: Callable[[str], None],
        save: Callable[[str], None],
        remove: Callable[[str], None],
        move: Callable[[str], None],
    ) -> None:
        self.attach = attach
        self.open = open_file
        self.save = save
        self.remove = remove
        self.move = move


class MaterialRow(QWidget):
    """Tick, name, file with its size, and what can be done with it."""

    entered = Signal(str)
    """The id of the material: the caret came into this line."""

    def __init__(self, context: CaseContext, actions: MaterialActions, material: Material) -> None:
        super().__init__()
        place = f"materials/{material.id}"
        self.tick = CheckField(self.tr("已收到"), "")
        self.name = LineField(self.tr("材料名称"))
        for field in (self.tick, self.name):
            without_label(field)
        # A file that is dropped here goes to the list, not into the text.
        self.name.line.setAcceptDrops(False)
        context.binding.bind(f"{place}/is_received", self.tick)
        context.binding.bind(f"{place}/name", self.name)
        self.file = Elided(tone="muted")
        self.file.show_text(file_words(material))
        self.file.setVisible(bool(self.file.accessibleName()))
        limit(self.tick.box, minimumHeight=EDITOR_PX)
        limit(self.tick, minimumWidth=24, maximumWidth=24)
        limit(self.name, minimumWidth=170)
        made = self._buttons(actions, material)
        buttons = row(*made, spacing=0)
        self._id = material.id
        for each in (self.tick.box, self.name.line, *made):
            each.installEventFilter(self)
        layout = row(self.tick, self.name, self.file, buttons)
        layout.setStretch(1, 3)
        layout.setStretch(2, 2 if material.has_file else 0)
        asked = asked_words(material)
        self.asked = words(
            asked, role="caption", tone="error" if is_lacking(material) else "muted"
        )
        self.asked.setVisible(bool(asked))
        foot = row(self.asked, self.tick.remark_apart(), None, spacing=12)
        foot.setContentsMargins(scaled(32), 0, 0, 0)
        self.setLayout(column(layout, foot, spacing=0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the caret came here."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(self._id)
        return super().eventFilter(watched, event)

    def _buttons(self, actions: MaterialActions, material: Material) -> tuple[QWidget, ...]:
        at = material.id
        removing = icon_button("trash", self.tr("删除这项材料"), lambda: actions.remove(at))
        if not material.has_file:
            attaching = icon_button("plus", self.tr("附上文件"), lambda: actions.attach(at))
            return attaching, removing
        opening = icon_button("external", self.tr("打开"), lambda: actions.open(at))
        opening.setToolTip(f"{opening.accessibleName()}  Ctrl+Shift+O")
        saving = icon_button("download", self.tr("另存为"), lambda: actions.save(at))
        moving = icon_button("handshake", self.tr("移到其他案件…"), lambda: actions.move(at))
        moving.setToolTip(f"{moving.accessibleName()}  Ctrl+Shift+M")
        return opening, saving, moving, removing


def is_lacking(material: Material) -> bool:
    """Return whether the file is not complete without this line, which is not there yet."""
    return material.is_needed and not material.is_received


def asked_words(material: Material) -> str:
    """Return what is asked for: 必须 · 被申请人 · 2026-11-25."""
    if material.is_received:
        return term(material.need) if material.need else ""
    due = material.due_on.isoformat() if material.due_on else ""
    need = term(material.need) if material.need else ""
    return " · ".join(each for each in (need, material.owed_by, due) if each)


def file_words(material: Material) -> str:
    """Return the file of a material with its size; what its name says already is left out.

    流水.pdf · 1.2 MB, and PDF · 1.2 MB for a material that is called 流水.
    """
    name, dot, ending = material.file_name.rpartition(".")
    shown = ending.upper() if dot and name == material.name else material.file_name
    if material.size_bytes is None:
        return shown
    size = QLocale.c().formattedDataSize(
        material.size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
    return f"{shown} · {size}"
