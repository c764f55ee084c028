"""A trial of the centre, from the command to the login."""

import json
import signal
import subprocess
import sys
from contextlib import closing, contextmanager

import psycopg
import pytest

from mediation_app.bootstrap import open_trial
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


@pytest.fixture
def own_handlers():
    """Put the handlers of signals back afterwards."""
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


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


def test_a_trial_that_was_killed_starts_again(folder):
    with a_trial(folder) as (process, first):
        process.kill()
        process.wait(60)
        with log_in(first, first["persons"][0]):
            pass  # its server runs on without it
    with a_trial(folder) as (_, second), log_in(second, second["persons"][0]):
        assert second == first


class Interrupted:
    """A trial whose onlooker ends it as soon as it is up."""

    def __init__(self, folder, number):
        self._trial = open_trial(folder)
        self._number = number
        self.start, self.stop = self._trial.start, self._trial.stop

    def wait(self):
        signal.raise_signal(self._number)
        self._trial.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("own_handlers")
def test_people_are_told_what_to_type(number, folder):
    hand = Hand(folder)
    hand.trial = lambda given: Interrupted(given, number)
    ran = hand("central", "trial")
    assert (ran.status, ran.errors) == (0, "")
    for each in ("服务器地址  127.0.0.1", "账号", f"--data-dir {folder}/station-1", "陆知远"):
        assert each in ran.output
    assert ran.output.endswith("\n试用中心库已停止，数据保留在原处。\n")
