import psycopg
import pytest

TABLES = ["op", "feed", "sealed_agreement", "quarantine", "refusal_answer", "erasure", "move"]


@pytest.fixture
def written(machines, town, mediator, stranger):
    record = mediator.new_record(sealed="5a" * 32)
    stranger.push(stranger.op(record))
    machines.admin("SELECT sync.erase_body(%s, %s, 1, '当事人要求')", town.centre, record)
    machines.admin("SELECT sync.move_record(%s, %s)", record, town.other_station)
    late = mediator.op(record)
    mediator.push(late)
    assert stranger.central.answer_refused(late.op_id, record)
    return record


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM sync.{}", "UPDATE sync.{} SET home_id = home_id", "TRUNCATE sync.{}"],
)
def test_what_was_written_stays_also_for_a_superuser(machines, table, statement):
    assert machines.admin(f"SELECT count(*) > 0 FROM sync.{table}") == [(True,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        machines.admin(statement.format(table))


def test_a_body_is_emptied_only_after_that_was_recorded(machines, mediator):
    mediator.new_record()
    for change in ("body = NULL", "body = '{}'", "author = 'x'"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            machines.admin(f"UPDATE sync.op SET {change}")


@pytest.mark.usefixtures("written")
def test_with_the_erasure_nothing_else_changes(machines):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        machines.admin("UPDATE sync.op SET body = NULL, author = 'x'")
