"""Case numbers at this desk: official where it may give them, else provisional."""

import re
from hashlib import sha256

from sqlalchemy import Connection, delete, select, update

from db.cases import SqlCases
from db.journal import DEVICE_ID
from db.meta import get_meta, put_meta
from db.own_org import OwnOrg, own_org
from db.tables import NUMBER_LEASE
from mediation_app.domain.case_numbers import CaseNumber, ProvisionalNumber

_COUNT = "provisional_count"
_DEVICE_DIGITS = 6
_STATION_LETTERS = 6
_SAID_BY_ALL = re.compile(
    "金融|消费|纠纷|人民|调解委员会|调解工作室|调解中心|调解站|工作站|调解室"
)
"""What the names of all organisations have in common: 临江区金融消费纠纷调解站 is 临江区."""


class SqlNumbers:
    """The numbers that this machine gives, inside one unit of work."""

    def __init__(self, connection: Connection, cases: SqlCases) -> None:
        self._connection = connection
        self._cases = cases

    def give(self, word: str, year: int) -> str:
        """Return the next number for a case.

        Without a centre the desk counts by itself. With one, numbers are unique among all
        machines: one that was leased, else a provisional one until the centre gives another.
        """
        org = own_org(self._connection)
        if org is None:
            return str(CaseNumber(year, word, self._cases.last_serial(year, word) + 1))
        return self._leased(org, year) or self._provisional(org)

    def _leased(self, org: OwnOrg, year: int) -> str | None:
        c = NUMBER_LEASE.c
        leases = self._connection.execute(
            select(NUMBER_LEASE).where(c.org_id == org.org_id, c.year == year).order_by(c.no)
        ).all()
        for lease in leases:
            for serial in range(lease.next, lease.last + 1):
                number = str(CaseNumber(year, lease.word, serial))
                if not self._cases.has_number(number):
                    self._use_up(lease.no, serial + 1, lease.last)
                    return number
        return None

    def _use_up(self, no: int, following: int, last: int) -> None:
        c = NUMBER_LEASE.c
        if following > last:
            self._connection.execute(delete(NUMBER_LEASE).where(c.no == no))
        else:
            self._connection.execute(update(NUMBER_LEASE).where(c.no == no).values(next=following))

    def _provisional(self, org: OwnOrg) -> str:
        serial = int(get_meta(self._connection, _COUNT) or 0) + 1
        put_meta(self._connection, _COUNT, str(serial))
        device_id = get_meta(self._connection, DEVICE_ID) or ""
        device = sha256(device_id.encode()).hexdigest()[:_DEVICE_DIGITS]
        return str(ProvisionalNumber(short_name(org.name), device, serial))


def short_name(name: str) -> str:
    """Return at most six letters by which people know an organisation: 崂山工作站, 临江区."""
    whole = "".join(each for each in name if each.isalnum())
    if len(whole) <= _STATION_LETTERS:
        return whole
    return (_SAID_BY_ALL.sub("", whole) or whole)[-_STATION_LETTERS:]
