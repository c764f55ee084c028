"""Nobody who finds the files learns a name from them."""

from dataclasses import replace

from mediation_app.domain.identifiers.identity import Identity
from tests.builders import a_branch, a_case, a_committee, a_person
from tests.db.stations import PASSWORD, a_station
from tests.db.stored_cases import a_document, added

NAMES = (
    "顾喆安",
    "单国强",
    "仇晚舟",
    "尉迟汀",
    "𠮷林知夏",
    "曾笙",
    "解澜",
    "区磊",
    "查敏",
    "盖娟",
)
NUMBERS = tuple(f"33000019880312{n:03d}X" for n in range(10))
PHONES = tuple(f"154000000{n:02d}" for n in range(10))


def people():
    return tuple(
        a_person(id=f"p{n}", name=name, identity=Identity(number=NUMBERS[n]), phone=PHONES[n])
        for n, name in enumerate(NAMES)
    )


def test_no_file_of_a_station_shows_a_name_or_a_number(tmp_path):
    station = a_station(tmp_path)
    code = station.create(PASSWORD)
    database = station.open(PASSWORD)
    units = database.units_of_work("沈砚秋")
    case = a_case(parties=(*people(), a_branch(id="bank")), facts="、".join(NAMES))
    added(units, case)
    with units() as work:
        work.cases.save(case, replace(case, facts="涉及" + "、".join(PHONES)), "edit")
        work.committees.save(replace(a_committee(), name=""), a_committee(), "edit")
        work.documents.add(a_document(pdf=" ".join(NAMES).encode()))
        work.commit()
    database.back_up(tmp_path / "station" / "copy.db")
    files = {path.name: path.read_bytes() for path in (tmp_path / "station").iterdir()}
    assert {"station.db", "station.db-wal", "copy.db", "keys.json"} <= set(files)
    database.dispose()
    files["closed.db"] = (tmp_path / "station" / "station.db").read_bytes()
    secrets = (*NAMES, *NUMBERS, *PHONES, "沈砚秋", "信用卡纠纷", PASSWORD, code, "dannguoqiang")
    spelt = {
        secret.encode(coding)
        for secret in secrets
        for coding in ("utf-8", "utf-16-le", "gbk")
        if _can(secret, coding)
    }
    shown = [(name, each) for name, content in files.items() for each in spelt if each in content]
    assert shown == []
    assert b"SQLite format" not in files["station.db"]


def test_the_search_above_would_find_what_is_there(tmp_path):
    """A database without a key shows its text: the test looks in the right way."""
    content = " ".join(NAMES).encode()
    (tmp_path / "plain").write_bytes(content)
    assert NAMES[0].encode() in (tmp_path / "plain").read_bytes()


def _can(text, coding):
    try:
        text.encode(coding)
    except UnicodeEncodeError:
        return False
    return True
