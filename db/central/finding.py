"""Finds what an administrator names: an organisation, a person, a case, a machine."""

from sqlalchemy import Connection, Row, text

from db.canonical import canonical
from db.central.naming import refusal
from mediation_app.domain.case_numbers import CaseNumber, is_provisional, read_case_number
from mediation_app.sentences import say

_BY_OFFICIAL = """
SELECT n.record_id, n.home_id FROM sync.official_number n JOIN sync.orgs o USING (org_id)
WHERE o.case_word = :word AND n.year = :year AND n.serial = :serial AND n.state = 'case'
"""
_BY_PROVISIONAL = """
SELECT DISTINCT record_id, home_id FROM sync.op
WHERE wish <> '' AND position(:quoted IN body) > 0 LIMIT 2
"""
"""The entry that gave a case this number asks for an official one; there are few of these."""
_BY_ID = (
    "SELECT record_id, home_id FROM sync.record WHERE record_id = :id AND record_id !~ '^org-'"
)
_DEVICES = """
SELECT DISTINCT ON (device_id) device_id, name FROM sync.devices
WHERE starts_with(device_id, :device) ORDER BY device_id, seen_at DESC
"""


def find_org(connection: Connection, named: str) -> Row[tuple[int, str, str, int]]:
    """Return the organisation with this number, or else with this name.

    Raises:
        CentralError: There is none.
    """
    row = connection.execute(
        text(
            "SELECT org_id, name, kind, home_id FROM sync.orgs"
            " WHERE org_id::text = :named OR name = :named ORDER BY org_id::text = :named DESC"
        ),
        {"named": named.strip()},
    ).first()
    if row is None:
        raise refusal(say("没有机构“{org}”，用 mediation-app central status 查看", org=named))
    return row


def find_record(connection: Connection, case: str) -> tuple[str, int]:
    """Return the id and the home of the case with this official or provisional number, or id.

    Raises:
        CentralError: There is none, or more than one that was given this provisional number.
    """
    wanted = case.strip()
    statement, values = _sought(wanted, read_case_number(wanted))
    found = connection.execute(text(statement), values).all()
    if not found:
        raise refusal(
            say(
                "中心库里没有案件“{case}”：请写完整的正式案号；还没有的，写临时编号，"
                "或者在工作站用 mediation-app list --ids 查看它的 ID",
                case=case,
            )
        )
    if len(found) > 1:
        raise refusal(
            say(
                "临时编号“{case}”不止一件案件用过：请写正式案号，"
                "或者在工作站用 mediation-app list --ids 查看它的 ID",
                case=case,
            )
        )
    return str(found[0].record_id), int(found[0].home_id)


def _sought(wanted: str, number: CaseNumber | None) -> tuple[str, dict[str, str | int]]:
    if number is not None:
        return _BY_OFFICIAL, {"word": number.word, "year": number.year, "serial": number.serial}
    if is_provisional(wanted):
        return _BY_PROVISIONAL, {"quoted": canonical(wanted)}
    return _BY_ID, {"id": wanted}


def find_device(connection: Connection, device: str) -> Row[tuple[str, str]]:
    """Return id and name of the only machine whose id begins so.

    Raises:
        CentralError: There is none, or more than one.
    """
    if not device:
        raise refusal(say("请写设备编号，用 mediation-app central status 查看"))
    found = connection.execute(text(_DEVICES), {"device": device}).all()
    if not found:
        raise refusal(
            say("没有设备“{device}”，用 mediation-app central status 查看", device=device)
        )
    if len(found) > 1:
        raise refusal(say("“{device}”对应多台设备，请写得更完整", device=device))
    return found[0]


def require_person(connection: Connection, login: str) -> None:
    """Let through a login that there is.

    Raises:
        CentralError: Nobody has it.
    """
    if not connection.scalar(
        text("SELECT count(*) FROM sync.persons WHERE login = :login"), {"login": login}
    ):
        raise refusal(say("没有登录名为“{login}”的人员", login=login))
