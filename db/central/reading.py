"""Reads everything that a login may see at the centre, page by page."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from db.central.client import PostgresCentral
from db.sync.sides import Central, RecordKey
from db.sync.wire import FeedEntry, PlacedOp
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import CentralError
from mediation_app.pem import read_pem
from mediation_app.sentences import say

HEADS_PER_PAGE = 1000
ENTRIES_PER_PAGE = 500


@contextmanager
def as_a_machine(connection: psycopg.Connection) -> Iterator[PostgresCentral]:
    """Reach the centre as workstations do, with the login of a connection.

    Raises:
        CentralError: The login is no person's, as an administrator's is not.
    """
    info = connection.info
    authority = info.get_parameters().get("sslrootcert", "")
    certificate = "" if authority in {"", "system"} else read_pem(Path(authority))
    address = CentralAddress(info.host, info.port, info.dbname, info.user, certificate)
    # The password as libpq found it, in whatever place.
    central = PostgresCentral(address, info.password)
    with closing(central):
        try:
            yield central
        except CentralError as error:
            if error.about != "login":
                raise
            raise CentralError(
                say(
                    "{login} 不是中心库里的人员，请以夜间任务的登录名运行"
                    "（add-person --snapshots 所建）",
                    login=info.user,
                ),
                is_refusal=True,
            ) from error


def log_of(central: Central, key: RecordKey) -> list[PlacedOp]:
    """Return the whole log of a record."""
    log: list[PlacedOp] = []
    while page := central.history(key, len(log), ENTRIES_PER_PAGE):
        log.extend(page)
    return log


def pages_of_feed(central: Central, org_id: int) -> Iterator[tuple[FeedEntry, ...]]:
    """Yield the feed of an organisation from its beginning."""
    after = 0
    while entries := central.pull(org_id, after, ENTRIES_PER_PAGE):
        yield entries
        after = entries[-1].fseq
