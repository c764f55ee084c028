"""What the administrator of the central database does, over one connection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import psycopg
from sqlalchemy import Connection, StaticPool, create_engine, text

from db.central import overview, schema
from db.central.connecting import verified
from db.central.finding import find_device, find_org, find_record, require_person
from db.central.inspection import inspect
from db.central.logins import (
    allow_login,
    change_password,
    check_login,
    check_password,
    create_login,
    end_sessions,
    is_in_group,
    join_group,
    role_exists,
)
from db.central.naming import (
    check_case_word,
    check_database,
    check_name,
    check_org_name,
    check_place,
    check_series,
    refusal,
)
from db.central.reading import as_a_machine
from db.central.snapshot_job import fold_snapshots
from db.central.trouble import told_trouble
from mediation_app.ports.central import (
    Addition,
    CentralStatus,
    CentreInspection,
    NewOrg,
    NewPerson,
    NumberLine,
)
from mediation_app.sentences import say

CONNECT_TIMEOUT_S = 10
READER = "reader"
CLIENTS, SNAPSHOTS = "sync_client", "sync_snapshot"
_SERIES = """
SELECT o.case_word, coalesce(s.head, 0)
FROM sync.orgs o LEFT JOIN sync.number_series s ON s.org_id = o.org_id AND s.year = :year
WHERE o.org_id = :org_id
"""
"""The word of an organisation, and the last number of a year that was given with it."""


class PostgresAdministration:
    """The central database in the hands of its administrator."""

    def __init__(self, dsn: str) -> None:
        """Connect as the administrator.

        Raises:
            CentralError: Nobody answers there, or lets the administrator in.
        """
        with told_trouble():
            self._raw = psycopg.connect(verified(dsn), connect_timeout=CONNECT_TIMEOUT_S)
        self._engine = create_engine(
            "postgresql+psycopg://", creator=lambda: self._raw, poolclass=StaticPool
        )

    def close(self) -> None:
        """Hang up."""
        self._engine.dispose()
        self._raw.close()

    def initialise(self, name: str, case_word: str) -> int:
        """Make roles, schema and the centre of this name; return the centre's number."""
        name = name.strip()
        check_org_name(name)
        check_case_word(case_word)
        with self._transaction() as connection:
            found = schema.version(connection)
            if found:
                raise refusal(say("这里已经建立了中心库（{version}），没有改动它", version=found))
            info = self._raw.info
            encoding = str(connection.scalar(text("SHOW server_encoding")))
            check_database(info.dbname, encoding, info.server_version)
            schema.upgrade(connection)
            return _add_org(connection, None, "centre", name, case_word)

    def upgrade(self) -> tuple[str, str]:
        """Bring the schema to this program's version; return the versions before and after."""
        with self._transaction() as connection:
            before = _known_version(connection)
            schema.upgrade(connection)
            return before, schema.version(connection)

    def status(self) -> CentralStatus:
        """Return how things stand."""
        with self._ready() as connection:
            return overview.status(connection)

    def numbers(self) -> Sequence[NumberLine]:
        """Return what became of each case number, in order."""
        with self._ready() as connection:
            return tuple(overview.numbers(connection))

    def add_org(self, org: NewOrg) -> int:
        """Add an organisation; return its number."""
        org = replace(org, name=org.name.strip())
        check_org_name(org.name)
        check_case_word(org.case_word)
        with self._ready() as connection:
            parent = find_org(connection, org.parent) if org.parent else None
            check_place(org, None if parent is None else parent.kind)
            known = connection.execute(
                text(
                    "SELECT name, case_word FROM sync.orgs WHERE name = :name OR case_word = :word"
                ),
                {"name": org.name, "word": org.case_word or None},
            ).first()
            if known is not None:
                what = org.name if known.name == org.name else org.case_word
                raise refusal(say("已经有“{what}”了，没有新增", what=what))
            return _add_org(
                connection,
                None if parent is None else parent.org_id,
                org.kind,
                org.name,
                org.case_word,
            )

    def add_person(self, person: NewPerson, password: str) -> Addition:
        """Let a person connect, work in one more organisation, or store snapshots from now on."""
        person = replace(person, name=person.name.strip())
        check_name(person.name)
        check_login(person.login)
        check_password(password)
        with self._ready() as connection:
            org = find_org(connection, person.org)
            memberships = connection.execute(
                text("SELECT org_id, home_id, name FROM sync.persons WHERE login = :login"),
                {"login": person.login},
            ).all()
            for known in memberships:
                _require_same(person, known.name, is_same_home=known.home_id == org.home_id)
            added = Addition(
                is_login_new=not memberships,
                is_post_new=all(each.org_id != org.org_id for each in memberships),
                stores_snapshots_now=bool(memberships)
                and person.stores_snapshots
                and not is_in_group(self._raw, person.login, SNAPSHOTS),
            )
            if added == Addition():
                raise refusal(say("{login} 在{org}已经登记过了", login=person.login, org=org.name))
            if added.is_login_new:
                self._create_login(person, password)
            if added.stores_snapshots_now:
                join_group(self._raw, person.login, SNAPSHOTS)
            if added.is_post_new:
                _add_post(connection, person, org.org_id)
            return added

    def set_password(self, login: str, password: str) -> None:
        """Give a person another password, and end the connections under the old one."""
        check_password(password)
        with self._ready() as connection:
            require_person(connection, login)
            end_sessions(self._raw, login)
            change_password(self._raw, login, password)
        self._end_later_sessions(login)

    def disable_person(self, login: str) -> None:
        """Let a person connect no longer, and end the connections there are.

        What no client can hold up comes first, and stays if the rest fails: from then on each
        call of that login is refused.
        """
        with self._ready() as connection:
            require_person(connection, login)
            connection.execute(text("SELECT sync.disable_person(:login)"), {"login": login})
        with self._ready():
            end_sessions(self._raw, login)
            allow_login(self._raw, login, is_allowed=False)
        self._end_later_sessions(login)

    def enable_person(self, login: str) -> None:
        """Let a person connect again."""
        with self._ready() as connection:
            require_person(connection, login)
            connection.execute(text("SELECT sync.enable_person(:login)"), {"login": login})
            allow_login(self._raw, login, is_allowed=True)

    def move_case(self, case: str, org: str) -> str:
        """Give a case to another organisation; return the name of that one."""
        with self._ready() as connection:
            to = find_org(connection, org)
            record_id, home_id = find_record(connection, case)
            if home_id != to.home_id:
                raise refusal(
                    say("案件“{case}”属于另一个中心，不能移交到{org}", case=case, org=to.name)
                )
            is_moved = connection.scalar(
                text("SELECT sync.move_record(:record_id, :org_id)"),
                {"record_id": record_id, "org_id": to.org_id},
            )
            if not is_moved:
                raise refusal(say("案件“{case}”本来就在{org}", case=case, org=to.name))
            return str(to.name)

    def revoke_device(self, device: str) -> str:
        """Let a machine connect no longer; return its name."""
        with self._ready() as connection:
            found = find_device(connection, device)
            connection.execute(
                text("SELECT sync.revoke_device(:device_id)"), {"device_id": found.device_id}
            )
            return str(found.name)

    def fold_snapshots(self) -> int:
        """Fold what changed since the last time, as the login of this connection."""
        with told_trouble(), as_a_machine(self._raw) as central:
            return fold_snapshots(central)

    def verify(self) -> CentreInspection:
        """Follow all chains that the login of this connection may see."""
        with told_trouble(), as_a_machine(self._raw) as central:
            return inspect(central)

    def start_numbers(self, org: str, year: int, last: int) -> None:
        """Pass over the numbers of a year that were given on paper."""
        check_series(year, last)
        with self._ready() as connection:
            found = find_org(connection, org)
            series = {"org_id": found.org_id, "year": year}
            word, head = connection.execute(text(_SERIES), series).one()
            if not word:
                raise refusal(say("{org}没有自己的案号的字，请写它上面有字的机构", org=found.name))
            if head:
                raise refusal(
                    say(
                        "{org} {year}年的案号已发到第{head}号，不能再跳过",
                        org=found.name,
                        year=str(year),
                        head=str(head),
                    )
                )
            connection.execute(
                text("SELECT sync.begin_series(:org_id, :year, :last)"), series | {"last": last}
            )

    def begin_recovery(self) -> int:
        """Open a restored database: clients give back what it lost; return the new epoch."""
        return self._recover("SELECT max(sync.begin_recovery(home_id)) FROM sync.homes")

    def end_recovery(self) -> int:
        """Declare the recovery finished, numbers are given again; return the epoch."""
        with self._ready() as connection:
            if not connection.scalar(text("SELECT bool_or(is_recovering) FROM sync.homes")):
                raise refusal(
                    say("没有正在进行的找回，没有改动；从备份恢复之后，先运行 recovery begin")
                )
        return self._recover("SELECT max(sync.end_recovery(home_id)) FROM sync.homes")

    def _create_login(self, person: NewPerson, password: str) -> None:
        if role_exists(self._raw, person.login):
            raise refusal(say("登录名“{login}”已被占用", login=person.login))
        groups = (CLIENTS, SNAPSHOTS) if person.stores_snapshots else (CLIENTS,)
        create_login(self._raw, person.login, password, *groups)

    def _end_later_sessions(self, login: str) -> None:
        """End what began until the change of the role was committed."""
        with self._ready():
            end_sessions(self._raw, login)

    def _recover(self, statement: str) -> int:
        with self._ready() as connection:
            return int(connection.scalar(text(statement)) or 0)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told_trouble(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _ready(self) -> Iterator[Connection]:
        """Give a transaction in a database that has a schema which this program knows."""
        with self._transaction() as connection:
            if _known_version(connection) != schema.LATEST:
                raise refusal(say("中心库的表结构较旧，请先运行 mediation-app central upgrade"))
            yield connection


def _known_version(connection: Connection) -> str:
    found = schema.version(connection)
    if not found:
        raise refusal(say("这里还没有中心库，请先运行 mediation-app central init"))
    if found > schema.LATEST:
        raise refusal(
            say(
                "中心库的表结构是 {found}，比本程序的 {known} 新，请先升级本程序",
                found=found,
                known=schema.LATEST,
            )
        )
    return found


def _add_post(connection: Connection, person: NewPerson, org_id: int) -> None:
    connection.execute(
        text("SELECT sync.add_person(:login, :name, :org_id, :role, :can_write)"),
        {
            "login": person.login,
            "name": person.name,
            "org_id": org_id,
            "role": person.role,
            "can_write": person.role != READER,
        },
    )


def _add_org(
    connection: Connection, parent_id: int | None, kind: str, name: str, case_word: str
) -> int:
    return int(
        connection.execute(
            text("SELECT sync.add_org(:parent_id, :kind, :name, :case_word)"),
            {"parent_id": parent_id, "kind": kind, "name": name, "case_word": case_word},
        ).scalar_one()
    )


def _require_same(person: NewPerson, known_name: str, *, is_same_home: bool) -> None:
    """Let through somebody who works in one more organisation, and nobody else under his login."""
    if not is_same_home:
        raise refusal(
            say(
                "登录名“{login}”属于另一个中心，不能同时在两个中心登记，请另取登录名",
                login=person.login,
            )
        )
    if known_name != person.name:
        raise refusal(
            say(
                "登录名“{login}”是{known}的，不是{name}的：同一人请写 --name {known}，"
                "另一人请另取登录名",
                login=person.login,
                known=known_name,
                name=person.name,
            )
        )
