"""The way of a case through its stages, and where it stands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_app.domain.stages import PATH, Stage
from ui.colours import colours_now
from ui.measures import scaled
from ui.sentences import term

_GAP_PX = 22
_PAD_PX = 7


class StageBar(QWidget):
    """Words joined by a line; the stage that is reached stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._stage = Stage.DRAFT
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_stage(self, stage: Stage) -> None:
        """Show where the case stands."""
        self._stage = stage
        self.setAccessibleName(self.tr("阶段：{stage}").format(stage=term(stage.value)))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that all words take."""
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(term(each.value)) for each in self._stages())
        gaps = (len(self._stages()) - 1) * scaled(_GAP_PX) + 2 * scaled(_PAD_PX) + 8
        return QSize(words + gaps, metrics.height() + scaled(8))

    def minimumSizeHint(self) -> QSize:
        """Let the bar shrink to the present stage; the others are left out then."""
        return QSize(self._width_of([self._stage]), self.sizeHint().height())

    def _stages(self) -> tuple[Stage, ...]:
        return PATH if self._stage in PATH else (*PATH[:3], self._stage)

    def _visible(self) -> tuple[Stage, ...]:
        """Return the stages for which there is room, around the present one."""
        stages = list(self._stages())
        while len(stages) > 1 and self._width_of(stages) > self.width():
            far_left = stages.index(self._stage) >= len(stages) / 2
            stages.pop(0 if far_left else -1)
        return tuple(stages)

    def _width_of(self, stages: list[Stage]) -> int:
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(term(each.value)) for each in stages)
        return words + (len(stages) - 1) * scaled(_GAP_PX) + 2 * scaled(_PAD_PX) + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and the line between them."""
        del event
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stages, middle, x = self._visible(), self.height() / 2, 1.0
        here = stages.index(self._stage)
        for no, stage in enumerate(stages):
            text = term(stage.value)
            font = QFont(self.font())
            font.setBold(no == here)
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(text)
            pad = scaled(_PAD_PX) if no == here else 0
            rect = QRectF(x, 1, width + 2 * pad, self.height() - 2)
            if no == here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRoundedRect(rect, scaled(6), scaled(6))
            tone = colours.accent if no == here else colours.text if no < here else colours.muted
            painter.setPen(QColor(tone))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
            x = rect.right()
            if no < len(stages) - 1:
                gap = scaled(_GAP_PX)
                painter.setPen(QPen(QColor(colours.accent if no < here else colours.line), 1.2))
                painter.drawLine(QPointF(x + 4, middle), QPointF(x + gap - 4, middle))
                x += gap
