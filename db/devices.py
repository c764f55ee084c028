"""The machines that wrote entries of the journal, and the id under which this one writes."""

from datetime import datetime

from sqlalchemy import Connection, update
from sqlalchemy.dialects.sqlite import insert

from db.journal import DEVICE_ID
from db.meta import put_meta
from db.scalars import instant_text
from db.tables import DEVICE


def become_device(connection: Connection, device_id: str, now: datetime) -> None:
    """Write under this id from now on."""
    know_device(connection, device_id, "", now)
    put_meta(connection, DEVICE_ID, device_id)


def know_device(connection: Connection, device_id: str, name: str, now: datetime) -> None:
    """Note a machine, and what people call it where they do."""
    row = {"device_id": device_id, "created_at": instant_text(now), "name": name}
    connection.execute(insert(DEVICE).on_conflict_do_nothing(), row)
    if name:
        of_device = DEVICE.c.device_id == device_id
        renamed = update(DEVICE).where(of_device, DEVICE.c.name != name)
        connection.execute(renamed.values(name=name))
