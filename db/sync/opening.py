"""Puts together what syncs a station."""

from pathlib import Path

from db.database import Database
from db.sole_right import SoleRight
from db.station import Surroundings
from db.sync.background import BackgroundSynchroniser
from db.sync.connection import Connection
from db.sync.courier import Call, Station
from db.sync.ledger import SqlLedger
from db.sync.notes import Notes
from db.sync.replica import SqlReplica
from db.sync.statuses import Statuses


def open_synchroniser(
    database: Database,
    lock: Path,
    around: Surroundings,
    device_name: str,
    call: Call,
    statuses: Statuses | None = None,
) -> BackgroundSynchroniser:
    """Return the synchroniser of an open station; nothing is begun yet.

    Args:
        database: The station's.
        lock: The file by which programs that have the station open take turns: two that sync at
            once would do no harm, only work twice.
        around: What the station takes from the machine.
        device_name: What the machine is called.
        call: Calls the centre.
        statuses: Tells other stations how cases stand; None where nobody is told.
    """
    notes = Notes(database.engine, database.turns)
    station = Station(
        replica=SqlReplica(database),
        ledger=SqlLedger(database.engine),
        notes=notes,
        connection=Connection(notes, around.keyring, around.ids),
        call=call,
        clock=around.clock,
        device_name=device_name,
        statuses=statuses,
    )
    return BackgroundSynchroniser(station, SoleRight(lock))
