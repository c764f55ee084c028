"""Stations as former versions of the program left them; all people are invented.

A file is kept in plain and packed, since an encrypted one packs badly; it is encrypted again with
the key that lies wrapped beside it.
"""

import gzip
import shutil
from pathlib import Path

from db.engine import create_file, open_engine
from db.keys import read_key_ring
from tests.db.stations import a_station

DATA = Path(__file__).parents[1] / "data"
PASSWORD = "临江-2026-调解"


def a_former_station(folder, version):
    """Return the station of a version as a fixture holds it."""
    kept = DATA / f"version_{version}"
    station = a_station(folder)
    station._database.parent.mkdir()
    shutil.copy(kept / "keys.json", station._keys)
    plain = folder / "plain.db"
    plain.write_bytes(gzip.decompress((kept / "station.db.gz").read_bytes()))
    key = read_key_ring(station._keys).unlock(PASSWORD)
    create_file(station._database, key)
    engine = open_engine(station._database, key)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        raw.execute(f"ATTACH '{plain}' AS plain KEY ''")
        raw.execute("SELECT sqlcipher_export('main', 'plain')")
        raw.execute(f"PRAGMA user_version = {version}")
        raw.execute("DETACH plain")
    engine.dispose()
    plain.unlink()
    return station
