"""Known mistakes as edits of the program's text: what stands there, and what it would become."""

from dataclasses import dataclass

_SQL = "db/central/migrations/sql/0001"


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
        "no_acl",
        f"{_SQL}/910_policies.sql",
        "'AND s.record_id = %1$I.record_id))', named);",
        "'AND s.record_id = %1$I.record_id) OR true)', named);",
        "whoever knows an id reads the record",
        "strangers",
    ),
    Mutant(
        "wrong_scope",
        f"{_SQL}/100_sent.sql",
        "FROM made AS m JOIN sync.org AS o ON o.home_id = home AND o.org_id = m.org_id",
        "FROM made AS m JOIN sync.org AS o ON o.home_id = home AND o.org_id ="
        " (SELECT max(x.org_id) FROM sync.org AS x WHERE x.home_id = home)",
        "a new record goes to another organisation",
        "strangers",
    ),
    Mutant(
        "no_dedupe",
        f"{_SQL}/110_judge.sql",
        "WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'known'",
        "WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'id_reuse'",
        "what is sent again is not known again",
        "answer_lost",
    ),
    Mutant(
        "fanout_all",
        f"{_SQL}/100_sent.sql",
        "WHERE o.home_id = home AND o.record_id = r.record_id\n    ) AS s",
        "WHERE o.home_id = home\n    ) AS s",
        "every organisation hears of every record",
        "strangers",
    ),
    Mutant(
        "sign_update",
        f"{_SQL}/120_place.sql",
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
        "WHERE s.home_id = home AND s.org_id = org AND s.year = wanted_year FOR NO KEY UPDATE;",
        "WHERE s.home_id = home AND s.org_id = org AND s.year = wanted_year;",
        "two at once get the same number",
        "numbers_at_once",
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
)
