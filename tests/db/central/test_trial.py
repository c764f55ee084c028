"""The centre of a trial: made once, kept, and whole or made anew."""

import os
import signal
import socket
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from db.central.administration import PostgresAdministration
from db.central.trial import LocalTrial
from mediation_app.errors import CentralError
from mediation_app.ports.central import NewOrg
from mediation_app.system import SystemClock


@pytest.fixture(scope="module")
def folder(central):
    """One folder for all: making a server takes its time."""
    return central.folder / "local-trial"


@pytest.fixture
def trial(folder, central):
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    made = LocalTrial(folder, central.installation, SystemClock())
    yield made
    made.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def orgs(facts):
    with closing(PostgresAdministration(facts.dsn)) as administration:
        return [org.name for org in administration.status().orgs]


def test_a_trial_goes_on_with_what_it_had(trial):
    first = trial.start()
    with closing(PostgresAdministration(first.dsn)) as administration:
        administration.add_org(NewOrg("更多", "centre", ""))
    trial.stop()
    assert trial.start() == first
    assert orgs(first)[-1] == "更多"


def test_a_trial_whose_making_was_interrupted_is_made_anew(trial, folder):
    first = trial.start()
    trial.stop()
    (folder / "passwords.json").unlink()
    second = trial.start()
    assert [each.login for each in second.persons] == [each.login for each in first.persons]
    assert {each.password for each in second.persons}.isdisjoint(
        each.password for each in first.persons
    )
    assert len(orgs(second)) == 3


def test_a_second_start_leaves_the_one_that_runs_alone(trial, folder, central):
    facts = trial.start()
    second = LocalTrial(folder, central.installation, SystemClock())
    with pytest.raises(CentralError, match="正在另一个终端中运行"):
        second.start()
    second.stop()
    assert len(orgs(facts)) >= 3


def test_a_port_that_somebody_else_took_is_told(trial):
    facts = trial.start()
    trial.stop()
    with (
        socket.create_server((facts.host, facts.port)),
        pytest.raises(CentralError, match=f"端口 {facts.port} 被别的程序占用"),
    ):
        trial.start()
    trial.stop()
    assert trial.start() == facts


def test_what_was_damaged_is_told(trial, folder):
    trial.start()
    trial.stop()
    for file in (folder / "port", folder / "passwords.json"):
        kept = file.read_text()
        file.write_text("{}")
        with pytest.raises(CentralError, match="已损坏，请删除这个文件夹"):
            trial.start()
        trial.stop()
        file.write_text(kept)


@pytest.mark.parametrize("name", ["ca.key", "data/PG_VERSION"])
def test_a_folder_with_files_of_somebody_else_is_left_as_it_is(name, tmp_path, central):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("the key of a real centre")
    with pytest.raises(CentralError, match="有别的文件"):
        LocalTrial(tmp_path, central.installation, SystemClock()).start()
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [file]
    assert file.read_text() == "the key of a real centre"


def test_a_folder_that_is_none_is_told(tmp_path, central):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(CentralError, match="不能使用文件夹"):
        LocalTrial(file, central.installation, SystemClock()).start()


def test_waiting_ends_when_the_server_ends(trial, folder):
    facts = trial.start()
    os.kill(int((folder / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    trial.wait()
    trial.stop()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(facts.dsn)


def test_secrets_of_a_trial_are_for_their_owner_only(trial, folder):
    trial.start()
    secrets = ("administrator.password", "administrator.pgpass", "ca.key", "passwords.json")
    assert {Path(folder, name).stat().st_mode & 0o777 for name in secrets} == {0o600}
