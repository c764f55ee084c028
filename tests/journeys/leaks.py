"""Looks for words in everything that leaves the desk: paper, files, sync, screens, the disk."""

import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from PySide6.QtWidgets import QWidget
from sqlalchemy import inspect, text

from db.packing import unpack
from db.station import Station
from db.sync.replica import SqlReplica
from tests.cli.desk_hand import Hand
from tests.db.small_centre import STATION, SmallCentre, synced
from tests.db.stations import surroundings
from tests.forms.reading import page_texts

OWN_TABLE = "caucus_note"


def found(markers, told):
    """Return where the markers stand, as (source, marker); ids made of digits do not count."""
    patterns = {
        each: re.compile(rf"(?<![0-9a-f]){re.escape(each)}(?![0-9a-f])") for each in markers
    }
    return [
        (source, marker)
        for source, words in told.items()
        for marker, pattern in patterns.items()
        if pattern.search(words)
    ]


def paper(desk, case_id):
    """Return the text of every paper of the case, drawn now and issued."""
    case, committee = desk.case_files.open(case_id), desk.setup.committee()
    told = {}
    for each in desk.paper.papers_for(case):
        name = f"{each.kind.value} {each.label}"
        preview = desk.paper.preview(each.kind, case, committee, each.about)
        told[name] = "\n".join(page_texts(preview.pdf))
        if not preview.missing:
            issued = desk.paper.issue(each.kind, case_id, each.about).document
            told[f"issued {name}"] = "\n".join(page_texts(issued.pdf))
            told[f"snapshot {name}"] = issued.snapshot
    return told


def commands(folder, number):
    """Return what the command line says of the case, and the texts of the files it writes."""
    hand = Hand(folder, {})
    told = {}
    for words in (("show", number, "--json"), ("list", "--json"), ("list", "--query", "王桂兰")):
        ran = hand(*words)
        assert ran.status == 0, ran.errors
        told[" ".join(words)] = ran.output
    return told


def written(folder, number, customer, out):
    """Return what is in every file that the command line writes of the case and of its desk.

    Spreadsheets are opened as the archives they are. This version of the program writes none: the
    first that does is read here.
    """
    out.mkdir()
    hand = Hand(folder, {})
    for words in (
        ("forms", number, "--out", out / "forms"),
        ("forms", number, "--only", "volume", "--out", out / "bound"),
        ("forms", number, "--only", "volume", "--copy-for", customer, "--out", out / "copy"),
        ("today", "--out", out / "register.pdf"),
        ("handover", "--from", "刘洋", "--out", out / "handover.pdf"),
        ("schedule", "--from", "2026-11-01", "--to", "2026-12-31", "--ics", out / "plan.ics"),
    ):
        ran = hand(*words)
        assert "Traceback" not in ran.errors
    files = [each for each in out.rglob("*") if each.is_file()]
    return {f"{each.parent.name}/{each.name}": _file_text(each) for each in files}


def _file_text(path):
    if path.suffix == ".pdf":
        return "\n".join(page_texts(path.read_bytes()))
    if is_zipfile(path):
        with ZipFile(path) as archive:
            return "\n".join(archive.read(each).decode("latin-1") for each in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace")


def search(desk, markers):
    """Return what the search answers to the markers."""
    return {f"search {each}": repr(desk.lookup.lines(each)) for each in markers}


def history(desk, case_id):
    """Return the journal of the case."""
    return {"history": repr(desk.case_files.history(case_id))}


def words_on(window):
    """Return every word that a window holds, shown or not."""
    told = []
    for widget in (window, *window.findChildren(QWidget)):
        for name in ("text", "title", "toolTip", "accessibleName", "accessibleDescription"):
            read = getattr(widget, name, None)
            told.append(str(read()) if callable(read) else "")
        told.append(str(widget.property("placeholderText") or ""))
    return {window.windowTitle(): "\n".join(told)}


def disk(folder):
    """Return the raw bytes of every file of the station, and around it."""
    return {
        each.name: each.read_bytes().decode("latin-1")
        for each in Path(folder).rglob("*")
        if each.is_file()
    }


def rows(folder):
    """Return every value of every table of the opened database but that of private notes."""
    database = Station(Path(folder), surroundings()).open()
    told = {}
    try:
        with database.engine.connect() as connection:
            for table in inspect(connection).get_table_names():
                values = []
                for row in connection.execute(text(f'SELECT * FROM "{table}"')):
                    values += [_readable(each) for each in row]
                told[table] = "\n".join(values)
    finally:
        database.dispose()
    own = told.pop(OWN_TABLE)
    return told, own


def wire(folder):
    """Return all that a round of sync gave a centre."""
    database = Station(Path(folder), surroundings()).open()
    centre = SmallCentre()
    try:
        synced(SqlReplica(database), centre, STATION, "刘洋")
    finally:
        database.dispose()
    assert centre.logs
    return {"wire": repr((dict(centre.logs), dict(centre.feeds)))}


def _readable(value):
    if isinstance(value, bytes):
        return unpack(value) or value.decode("latin-1")
    return str(value)
