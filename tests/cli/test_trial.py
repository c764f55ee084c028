"""A trial of the centre, from the command to the login."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing, contextmanager

import psycopg
import pytest

from tests.cli.desk_hand import Hand
from tests.house.checkout import ROOT


@pytest.fixture(scope="module")
def folder(central):
    """A folder that the server's account can enter; one trial is made in it, and used again."""
    return central.folder / "trial"


@contextmanager
def a_trial(folder):
    """Run the command until the block ends; yield its process and what it printed."""
    command = [sys.executable, "-m", "mediation_app", "central", "trial", "--json"]
    with subprocess.Popen(
        [*command, "--data-dir", str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process, json.loads(next(objects(process.stdout)))
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)


def objects(lines):
    """Yield the text of each JSON object that is printed."""
    text = ""
    for line in lines:
        text += line
        if line == "}\n":
            yield text
            text = ""


def log_in(facts, person):
    return closing(
        psycopg.connect(
            host=facts["host"],
            port=facts["port"],
            dbname=facts["database"],
            user=person["login"],
            password=person["password"],
            sslmode="verify-full",
            sslrootcert=facts["certificate"],
        )
    )


def test_what_a_trial_prints_lets_each_person_in_and_the_administrator(folder):
    with a_trial(folder) as (process, facts):
        assert len(facts["persons"]) == 3
        for person in facts["persons"]:
            with log_in(facts, person) as connection:
                assert connection.execute("SELECT session_user").fetchone() == (person["login"],)
        office = Hand(environment={})
        status = office("central", "status", "--dsn", facts["dsn"], "--json").json
        assert [org["kind"] for org in status["orgs"][:3]] == ["centre", "station", "branch"]
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    with pytest.raises(psycopg.OperationalError), log_in(facts, person):
        pass


def test_a_trial_goes_on_with_what_it_had(folder):
    with a_trial(folder) as (_, first):
        dsn = first["dsn"]
        Hand(environment={})("central", "add-org", "更多", "--kind", "centre", "--dsn", dsn)
    with a_trial(folder) as (_, second):
        assert second == first
        status = Hand(environment={})("central", "status", "--dsn", dsn, "--json").json
        assert status["orgs"][-1]["name"] == "更多"


def test_a_trial_that_was_killed_starts_again(folder):
    with a_trial(folder) as (process, first):
        process.kill()
        process.wait(60)
        with log_in(first, first["persons"][0]):
            pass  # its server runs on without it
    with a_trial(folder) as (_, second), log_in(second, second["persons"][0]):
        assert second == first


def test_a_trial_whose_making_was_interrupted_is_made_anew(folder):
    with a_trial(folder):
        pass
    (folder / "passwords.json").unlink()
    with a_trial(folder) as (_, facts), log_in(facts, facts["persons"][1]):
        pass


def test_secrets_of_a_trial_are_for_their_owner_only(folder):
    with a_trial(folder):
        secrets = ("administrator.password", "administrator.pgpass", "ca.key", "passwords.json")
        modes = {(folder / name).stat().st_mode & 0o777 for name in secrets}
    assert os.name == "nt" or modes == {0o600}


def test_people_are_told_what_to_type(folder):
    command = [sys.executable, "-m", "mediation_app", "central", "trial"]
    with subprocess.Popen(
        [*command, "--data-dir", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        told = []
        for line in process.stdout:
            told.append(line)
            if "Ctrl+C" in line:
                break
        process.send_signal(signal.SIGTERM)
        told += process.stdout.readlines()
    text = "".join(told)
    assert process.returncode == 0
    for each in ("服务器地址  127.0.0.1", "账号", f"--data-dir {folder}/station-1", "陆知远"):
        assert each in text
    assert told[-1] == "试用中心库已停止，数据保留在原处。\n"
