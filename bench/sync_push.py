"""What the centre takes: operations a second, processor time and bytes for each."""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.centre import BenchCentre, Login, Machine, centres, cpu_s_of, machines
from bench.measure import seconds_of
from bench.relay import Relay
from bench.report import Section, table, verdict
from bench.sync_ops import FACTS, Pusher
from db.database import Database
from db.engine import OUTSIDE
from db.sync.wire import WireOp
from mediation_app.domain.cases import CaseId
from mediation_app.services.sample_cases import invented_cases

OPS, QUICK_OPS = 1_000, 100
_BATCH = 50
_BY_ROWS = """
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.entity (id text PRIMARY KEY, facts text, version bigint DEFAULT 0);
CREATE TABLE bench.audit (
    n bigserial PRIMARY KEY, id text, was jsonb, became jsonb, by_whom text, at timestamptz);
CREATE FUNCTION bench.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO bench.audit (id, was, became, by_whom, at)
    VALUES (NEW.id, to_jsonb(OLD), to_jsonb(NEW), session_user, clock_timestamp());
    RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON bench.entity FOR EACH ROW EXECUTE FUNCTION bench.keep();
CREATE FUNCTION bench.push(ops json) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    UPDATE bench.entity AS e SET facts = o ->> 'facts', version = version + 1
    FROM json_array_elements(ops) AS o WHERE e.id = o ->> 'id';
END $$;
INSERT INTO bench.entity SELECT n::text, '' FROM generate_series(0, 999) AS n;
"""
NOTE = (
    "Each operation changes one field of a case (40 characters before and after). TLS, SCRAM, "
    "fsync; pushers, server and whatever else runs share the cores. *Processor* is that of the "
    "person's own backend, read from the system; that of a single call holds what every "
    "transaction costs, and a processor whose caches others have used while the disk was waited "
    "for. *Rows with an audit trigger* is what most programs do instead: the row overwritten, "
    "the trigger keeps both states; no feeds, no chain, no access by case, no conflicts. The "
    "tables were analysed first, as "
    "the server does by itself within a minute."
)
BYTES_NOTE = (
    "*On the wire* was counted by a relay between machine and centre: an edit, its answer, its "
    "echo, with TLS and TCP's payload only. *The centre* sees it in two feeds (station and "
    "centre). *In a call of its own* the WAL holds a transaction for each edit, without the WAL's "
    "own compression either way. *This machine*: journal entry with hashes, record, line and "
    "search words. Of {edits} edits, in calls of up to 200."
)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many operations in so many seconds, and the processor time of the backend."""

    ops: int
    seconds: float
    cpu_s: float

    @property
    def cpu_us(self) -> float:
        """Microseconds of the processor for each."""
        return self.cpu_s / self.ops * 1e6


def measure(*, quick: bool) -> Section:
    """Return throughput, processor time and bytes."""
    ops = QUICK_OPS if quick else OPS
    with TemporaryDirectory(prefix="bench-push-") as temporary, centres() as centre:
        login = centre.person(centre.station())
        alone = {batch: _alone(centre, login, batch, ops) for batch in (1, _BATCH, 200)}
        by_rows = {batch: _by_rows(centre, batch, ops * 10) for batch in (1, _BATCH)}
        many = {
            (pushers, batch): _many(centre, pushers, batch, ops)
            for pushers in (4, 16)
            for batch in (1, _BATCH)
        }
        edits = 20 if quick else 400
        sizes = _bytes(centre, Path(temporary), edits)
    rows = [
        (f"one pusher, {batch} a call", f"{rate.ops / rate.seconds:,.0f}", _cpu(rate), "–")
        for batch, rate in alone.items()
    ]
    rows += [
        (f"{pushers} pushers, {batch} a call", f"{ops_s:,.0f}", "–", "–")
        for (pushers, batch), ops_s in many.items()
    ]
    rows += [
        (
            f"rows with an audit trigger, {batch} a call",
            f"{rate.ops / rate.seconds:,.0f}",
            _cpu(rate),
            f"ours {_goal(_times_of(alone[batch], rate), batch)}",
        )
        for batch, rate in by_rows.items()
    ]
    single = _times_of(alone[1], alone[_BATCH])
    rows.append(("one a call against 50", "–", "–", _goal(single, _BATCH)))
    bare = _times_of(by_rows[1], by_rows[_BATCH])
    rows.append(("— of rows with an audit trigger", "–", "–", f"theirs {bare:.1f}×"))
    head = ("what", "operations/s", "processor of the backend", "goal")
    bytes_note = BYTES_NOTE.format(edits=edits)
    bytes_head = ("bytes for a changed field", "bytes")
    text = f"{table(head, rows)}\n\n{NOTE}\n\n{table(bytes_head, sizes)}\n\n{bytes_note}"
    return Section("sync_push", "Sync: pushing", text)


def _goal(found: float, batch: int) -> str:
    return f"{found:.1f}×" if batch == 1 else f"{verdict(found, 2, '×')} ({found:.1f}×)"


def _times_of(one: Rate, other: Rate) -> float:
    return one.cpu_us / max(other.cpu_us, 1)


def _cpu(rate: Rate) -> str:
    return f"{rate.cpu_us:,.0f} µs each" if rate.cpu_s else "too little to be told"


def _alone(centre: BenchCentre, login: Login, batch: int, ops: int) -> Rate:
    pusher = Pusher(login)
    try:
        pusher.push(pusher.ops(200))
        with closing(centre.superuser()) as connection:
            connection.execute("ANALYZE")
        pid = int(
            centre.value("SELECT max(pid) FROM pg_stat_activity WHERE usename = %s", login.name)
        )
        wanted = max(batch, ops // 4 if batch == 1 else ops)
        batches = [pusher.ops(batch) for _ in range(wanted // batch)]
        return _rate(pid, wanted // batch * batch, lambda: [pusher.push(each) for each in batches])
    finally:
        pusher.central.close()


def _rate(pid: int, ops: int, work: Callable[[], object]) -> Rate:
    before = cpu_s_of(pid)
    seconds = seconds_of(work)
    return Rate(ops, seconds, cpu_s_of(pid) - before)


def _by_rows(centre: BenchCentre, batch: int, ops: int) -> Rate:
    ops = ops // 4 if batch == 1 else ops
    with closing(centre.superuser()) as connection:
        connection.execute(_BY_ROWS.encode())
        calls = [
            json.dumps(
                [
                    {"id": str((at + each) % 1000), "facts": f"{FACTS}{at + each}"}
                    for each in range(batch)
                ],
                ensure_ascii=False,
            )
            for at in range(0, ops, batch)
        ]

        def push() -> None:
            for call in calls:
                connection.execute("SELECT bench.push(%s)", (call,), prepare=True)

        push()
        pid = connection.info.backend_pid
        return _rate(pid, len(calls) * batch, push)


def _many(centre: BenchCentre, pushers: int, batch: int, ops: int) -> float:
    """Return operations a second of several pushers, each at a station of its own."""
    made = [Pusher(centre.person(centre.station())) for _ in range(pushers)]
    share = max(1, ops // pushers // batch // (4 if batch == 1 else 1))
    work = [[each.ops(batch) for _ in range(share)] for each in made]

    def run(pusher: Pusher, batches: list[tuple[WireOp, ...]]) -> None:
        for each in batches:
            pusher.push(each)

    try:
        with ThreadPoolExecutor(pushers) as pool:
            seconds = seconds_of(lambda: list(pool.map(run, made, work)))
    finally:
        for each in made:
            each.central.close()
    return pushers * share * batch / seconds


def _bytes(centre: BenchCentre, folder: Path, edits: int) -> list[tuple[str, str]]:
    """Return what one changed field costs on the wire, at the centre and on this disk."""
    login = centre.person(centre.station())
    with Relay(login.address.port) as relay, machines(folder) as park:
        counted = replace(login, address=replace(login.address, port=relay.port))
        machine = park.new(counted)
        org = machine.greet()
        (case,) = invented_cases(1, machine.ids)
        machine.database.bulk_add([case], "测试")
        machine.round(org)
        file = machine.folder / "station.db"
        before = _sizes(centre)
        disk = _checkpointed(machine.database, file)
        _edit(machine, case.id, range(edits))
        grown = _checkpointed(machine.database, file) - disk
        up, down = relay.up_bytes, relay.down_bytes
        machine.round(org)
        after = _sizes(centre)
        up, down = relay.up_bytes - up, relay.down_bytes - down
        alone = max(1, edits // 5)
        for number in range(alone):
            _edit(machine, case.id, [edits + number])
            machine.push_all()
        wal = (_sizes(centre)[1] - after[1]) / alone
    each = [value - was for value, was in zip(after, before, strict=True)]
    return [
        ("on the wire, up", f"{up / edits:,.0f}"),
        ("on the wire, down (answer and echo)", f"{down / edits:,.0f}"),
        ("the centre's tables and indexes", f"{each[0] / edits:,.0f}"),
        ("the centre's WAL", f"{each[1] / edits:,.0f}"),
        ("— in a call of its own", f"{wal:,.0f}"),
        ("this machine's file", f"{grown / edits:,.0f}"),
    ]


def _edit(machine: Machine, case_id: CaseId, numbers: Iterable[int]) -> None:
    units = machine.database.units_of_work("测试")
    for number in numbers:
        with units() as work:
            shown = work.cases.get(case_id)
            work.cases.save(shown, replace(shown, facts=f"{FACTS}{number}"), "edit")
            work.commit()


def _sizes(centre: BenchCentre) -> tuple[int, int]:
    tables = (
        "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c "
        "JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'sync' AND c.relkind = 'r'"
    )
    wal = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
    return int(centre.value(tables)), int(centre.value(wal))


def _checkpointed(database: Database, file: Path) -> int:
    with database.engine.connect().execution_options(**OUTSIDE) as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.stat().st_size
