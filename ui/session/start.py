"""Before a session: who came, and the button that starts the clock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case
from ui.fields.tick_list_field import TickListField
from ui.measures import limit
from ui.session.table_pane import people_of
from ui.styling import button, column, row, words

_WIDTH_PX = 640
_ALL_IT_CAN = 100
"""The stretch of the card beside the empty room around it."""


class StartCard(QWidget):
    """Everybody who was invited is ticked; the mediator unticks who did not come."""

    start_wanted = Signal(tuple)
    """The ids of those who are there."""

    def __init__(self, case: Case, appointment: Appointment | None) -> None:
        super().__init__()
        expected = tuple(str(each.value) for each in people_of(case))
        if appointment is not None and appointment.invited:
            invited = {
                party.id: party for party in case.parties if party.id in appointment.invited
            }
            agents = (agent.id for party in invited.values() for agent in party.agents)
            expected = (*invited, *agents)
        self.present = TickListField(self.tr("到场人员"), people_of(case), columns=1)
        self.present.show_value(expected)
        self.begin = button(
            self.tr("开始调解　Enter"), self._start, kind="primary", hint=self.tr("Enter")
        )
        text = self.tr("勾选到场的人，然后开始计时。快记、方案和笔录都在下一页。")
        inside = QWidget()
        inside.setLayout(
            column(
                words(self.tr("开始调解"), role="title"),
                words(self._planned(appointment), role="strong"),
                words(text, tone="muted", wraps=True),
                self.present,
                row(self.begin, None),
                spacing=10,
            )
        )
        limit(inside, maximumWidth=_WIDTH_PX)
        middle = row(None, inside, None)
        middle.setStretchFactor(inside, _ALL_IT_CAN)
        self.setLayout(column(None, middle, None, spacing=0, margins=16))

    def _planned(self, appointment: Appointment | None) -> str:
        if appointment is None:
            return self.tr("今天没有排期")
        hours, minutes = divmod(appointment.begins_min, 60)
        return self.tr("今天 {time} {room}").format(
            time=f"{hours}:{minutes:02d}", room=appointment.room or appointment.way
        )

    def _start(self) -> None:
        self.start_wanted.emit(self.present.entry().value)
