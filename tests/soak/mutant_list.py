"""Known mistakes as edits of the program's text: what stands there, and what it would become."""

from dataclasses import dataclass

_SQL = "db/central/migrations/sql/0001"
_LATER_SQL = "db/central/migrations/sql/0004"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake.

    Attributes:
        file: Where it is made.
        old: What stands there, exactly once.
        new: What stands there then.
        breaks: What goes wrong by it.
        scenario: The scripted history that shows it.
    """

    name: str
    file: str
    old: str
    new: str
    breaks: str
    scenario: str


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        "lww",
        "db/fold.py",
        "kept = tuple(each for each in there if not edit.has_seen(each))\n        if _is_sealed",
        "kept = ()\n        if _is_sealed",
        "the last one to arrive overwrites the others in silence",
        "same_field",
    ),
    Mutant(
        "no_mark",
        "db/settling.py",
        "return _without_untold(connection, stored, changes, sight, marks) or base",
        "return base",
        "who types on has seen what arrived behind the shown value",
        "behind_the_shown",
    ),
    Mutant(
        "no_acl",
        f"{_SQL}/910_policies.sql",
        "CREATE POLICY reader ON sync.record_org FOR SELECT TO sync_reader\n"
        "    USING (org_id = ANY ((SELECT sync.my_orgs())::int[]));",
        "CREATE POLICY reader ON sync.record_org FOR SELECT TO sync_reader USING (true);",
        "whoever knows an id reads the record",
        "strangers",
    ),
    Mutant(
        "wrong_scope",
        f"{_LATER_SQL}/010_what_is_locked.sql",
        "FROM made AS m JOIN sync.org AS o ON o.home_id = home AND o.org_id = m.org_id",
        "FROM made AS m JOIN sync.org AS o ON o.home_id = home AND o.org_id ="
        " (SELECT max(x.org_id) FROM sync.org AS x WHERE x.home_id = home)",
        "a new record goes to another organisation",
        "strangers",
    ),
    Mutant(
        "no_dedupe",
        f"{_LATER_SQL}/020_judging.sql",
        "WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'known'",
        "WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'id_reuse'",
        "what is sent again is not known again",
        "answer_lost",
    ),
    Mutant(
        "fanout_all",
        f"{_SQL}/100_sent.sql",
        "AS orgs FROM sync.record_org AS o\n"
        "        WHERE o.home_id = home AND o.record_id = r.record_id",
        "AS orgs FROM sync.org AS o\n        WHERE o.home_id = home",
        "every organisation hears of every record",
        "strangers",
    ),
    Mutant(
        "sign_update",
        f"{_LATER_SQL}/080_counted.sql",
        "FROM unnest(ops) AS o WHERE o.sealed <> '';",
        "FROM unnest(ops) AS o WHERE o.sealed <> '' AND NOT EXISTS (SELECT FROM"
        " sync.sealed_agreement AS a WHERE a.home_id = home AND a.record_id = o.record_id);",
        "a second signature leaves no row",
        "sealed_twice",
    ),
    Mutant(
        "no_basecheck",
        f"{_SQL}/120_place.sql",
        "IF NOT base_holds OR s.base_seq = 0 THEN",
        "IF s.base_seq = 0 THEN",
        "a place counts as seen though another log was seen there",
        "another_past",
    ),
    Mutant(
        "feed_unchained",
        "db/sync/plan.py",
        "return None if org.chain_at_cursor == cursor.chain else Doubt.OTHER",
        "return None",
        "a feed that was put back and grew again passes for the old one",
        "another_feed",
    ),
    Mutant(
        "nolock_number",
        f"{_SQL}/140_numbers.sql",
        "AND (n.state = 'free'\n            OR n.state = 'leased'"
        " AND sync.is_same_person(n.home_id, n.device_no, machine_no));",
        "AND n.state <> 'void';",
        "a number that a case has is given to another one",
        "copied_lease",
    ),
    Mutant(
        "noepoch",
        "db/sync/plan.py",
        "is_epoch_new=here.epoch not in {0, hello.epoch},",
        "is_epoch_new=False,",
        "what the administrator says of a restore is not heard",
        "file_and_put_back",
    ),
    Mutant(
        "no_fork",
        f"{_SQL}/130_push.sql",
        "PERFORM sync.refuse_a_copy(sent, machine);",
        "NULL;",
        "two machines write under one id",
        "copied_disk",
    ),
    Mutant(
        "no_refold",
        "db/sync/local/standing.py",
        "return stored.state if stored.placed_doc is None else"
        " read_state(unpack(stored.placed_doc))",
        "return stored.state",
        "news are folded onto what is only here",
        "unsent_meets_placed",
    ),
    Mutant(
        "echo_unread",
        "db/sync/local/echoes.py",
        "        and row.said == placed.said\n",
        "",
        "an own edit that comes back is taken as it was sent, without what the centre added",
        "numbers_side_by_side",
    ),
    Mutant(
        "ignore_leave",
        "db/sync/local/pages.py",
        "return _leave_org(taking, org_id, key)",
        "return False",
        "what left stays",
        "moved_away",
    ),
    Mutant(
        "leave_drop",
        "db/sync/local/leaving.py",
        "echoed = update(OP).where(_is(OP, key), OP.c.state == ECHOED, _is_foreign())\n"
        "    connection.execute(echoed.values(body=None))",
        "connection.execute(update(OP).where(_is(OP, key)).values(body=None, state=ECHOED))",
        "what was not sent goes with the record",
        "left_with_unsent",
    ),
    Mutant(
        "leave_forgets_own",
        "db/sync/local/leaving.py",
        "return func.instr(OP.c.heads, OP.c.op_id) == 0",
        "return OP.c.no > 0",
        "of a record that left nobody here can give anything back",
        "left_and_put_back",
    ),
    Mutant(
        "cursor_first",
        "db/sync/replica.py",
        "        with self._writing() as connection:\n"
        "            page = take_page(self._taking(connection), org_id, entries)",
        "        before = self.cursors().get(org_id, Cursor())\n"
        "        self.reset_cursor(org_id, Cursor(entries[-1].fseq, entries[-1].chain))\n"
        "        with self._writing() as connection:\n"
        "            put_cursor(connection, org_id, before)\n"
        "            page = take_page(self._taking(connection), org_id, entries)",
        "a crash between cursor and news skips the news",
        "crash_anywhere",
    ),
    Mutant(
        "trust_ack",
        "db/sync/local/outbox.py",
        'answer: Row = {"state": PLACED, "said": verdict.said}',
        'answer: Row = {"state": ECHOED, "seq": verdict.seq, "chain": verdict.chain,'
        ' "said": verdict.said}',
        "what was answered counts as safe",
        "answered_not_echoed",
    ),
    Mutant(
        "no_held",
        "db/sync/local/holding.py",
        "if row.body is not None:",
        "if row.body is None:",
        "nobody holds what the centre has lost",
        "only_others_have_it",
    ),
    Mutant(
        "no_reoffer",
        "db/sync/local/outbox.py",
        "        answer: Row = {",
        "        connection.execute(delete(HELD).where(HELD.c.no == row.no))\n"
        "        answer: Row = {",
        "what was given back once is not offered again, though it never came back",
        "only_others_have_it",
    ),
    Mutant(
        "reject_drop",
        f"{_SQL}/130_push.sql",
        "PERFORM sync.set_aside(who, machine.device_no, batch, sent, verdicts);",
        "NULL;",
        "what is refused is thrown away",
        "refused",
    ),
    Mutant(
        "not_synced",
        "db/engine.py",
        '"synchronous = FULL",',
        '"synchronous = NORMAL",',
        "a power cut takes what was reported saved",
        "power_lost",
    ),
    Mutant(
        "keys_not_synced",
        "db/atomic_file.py",
        "        file.flush()\n        os.fsync(file.fileno())\n",
        "",
        "a power cut leaves an empty file of keys",
        "power_lost",
    ),
    Mutant(
        "name_not_synced",
        "db/atomic_file.py",
        "        unfinished.replace(path)\n        sync_folder(path.parent)\n",
        "        unfinished.replace(path)\n",
        "a power cut brings the old password back",
        "power_lost",
    ),
    Mutant(
        "closing_trusted",
        "db/station.py",
        "            database.bring_home()\n",
        "",
        "a disk that refused the last write leaves a new station without its tables",
        "disk_refuses",
    ),
)
