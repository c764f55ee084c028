"""The rooms of the committee, one a line."""

from PySide6.QtCore import QCoreApplication

from ui.fields.text_field import ListField


class Rooms(ListField):
    """Where people meet; the schedule has a row for each."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("Rooms", "调解室"),
            least_lines=3,
            hint=translate("Rooms", "每行一间，例如 调解室1"),
        )

    def rooms(self) -> tuple[str, ...]:
        """Return the rooms, each once."""
        value = self.value()
        return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else ()

    def show_rooms(self, rooms: tuple[str, ...]) -> None:
        """Show what is stored, unless it is what stands here already."""
        if self.rooms() != rooms:
            self.show_value(rooms)
