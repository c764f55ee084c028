"""The whole program as people and scripts start it: one process for each command."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing, suppress
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from mediation_app.bootstrap import LocalStations
from tests.db.stations import make_cheap
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples" / "cases.json"
VALUES = json.loads(SAMPLES.read_text("utf-8"))
EXPECTED = {
    case["案件编号"]: case
    for case in json.loads((ROOT / "tests/data/cases.expected.json").read_text("utf-8"))
}
FORMS = {
    "达成书面协议": ["agreement.pdf", "application.pdf"],
    "达成口头协议": ["application.pdf", "oral_agreement.pdf"],
}
STATUTORY = {
    "application.pdf",
    "confirmation.pdf",
    *(name for each in FORMS.values() for name in each),
}
PASSWORD = "Kai-2026-Men"
HEAVY = ("PySide6", "reportlab", "sqlalchemy", "sqlcipher3", "cryptography", "alembic")

pytestmark = pytest.mark.end2end


@dataclass
class Program:
    """The program, started on one folder."""

    data_dir: Path

    def start(self, *words, **more):
        """Start a command in a plain environment whose language is not Chinese."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.data_dir.parent),
            "LANG": "C",
            "LC_ALL": "C",
            "MEDIATION_PASSWORD": PASSWORD,
        } | {name: value for name, value in os.environ.items() if name.startswith("COV_")}
        return subprocess.Popen(
            [sys.executable, "-m", "mediation_app", *map(str, words), "--data-dir", self.data_dir],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **more,
        )

    def __call__(self, *words, status=0):
        """Run a command; return its output and its errors."""
        with self.start(*words) as process:
            output, errors = (stream.decode("utf-8") for stream in process.communicate())
        assert (process.returncode, "Traceback" in errors) == (status, False), errors
        return output, errors

    def facts(self):
        """Return everything by which one sees that nothing was changed, without a new process."""
        with closing(LocalStations().open(self.data_dir, PASSWORD)) as desk:
            return desk.verify(), desk.lookup.lines()


@pytest.fixture(scope="module")
def facts(program):
    """Return what the database holds before anything bad comes in."""
    return program.facts()


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Return the program on a new database with the sample cases."""
    program = Program(tmp_path_factory.mktemp("desk") / "station")
    make_cheap(program.data_dir, PASSWORD)
    assert _added(program) == 12
    return program


def _added(program):
    output, errors = program("import", SAMPLES, "--json")
    assert errors == ""
    return json.loads(output)["added"]


def test_a_new_database_is_made_filled_and_opened_again(tmp_path):
    program = Program(tmp_path / "station")
    assert json.loads(program("init", "--json")[0])["recovery_code"]
    assert _added(program) == 12
    assert len(json.loads(program("list", "--json")[0])) == 12


def test_the_samples_are_listed_and_known_again(program):
    assert len(json.loads(program("list", "--json")[0])) == 12
    again = json.loads(program("import", SAMPLES, "--json")[0])
    assert (again["added"], again["existing"], again["refused"]) == (0, 12, [])


@pytest.mark.parametrize("case", VALUES["案例"], ids=lambda case: f"sample{case['序号']}")
def test_a_case_is_shown_computed_and_printed(program, tmp_path, case):
    number = case["案件编号"]
    shown = json.loads(program("show", number, "--json")[0])
    assert {"案件编号": number} | shown.pop("推算") == EXPECTED[number]
    assert shown == case
    program("forms", number, "--out", tmp_path)
    wanted = FORMS.get(case["调解结果"], ["application.pdf"])
    wanted = wanted + (["confirmation.pdf"] if case["司法确认"]["是否申请"] else [])
    statutory = [file for file in tmp_path.iterdir() if file.name in STATUTORY]
    assert sorted(file.name for file in statutory) == sorted(wanted)
    assert (tmp_path / "termination.pdf").exists() is (case["调解结果"] == "调解不成")
    for file in statutory:
        text = _text(file)
        for side in ("申请人", "被申请人"):
            for party in case[side]:
                assert _plain(party.get("姓名") or party["名称"]) in text
        if "agreement" in file.name:
            assert _plain(EXPECTED[number]["协议"]["金额大写"]) in text
            for term in case["协议"]["协议内容"]:
                assert _plain(term) in text


def _text(file):
    with pypdfium2.PdfDocument(file) as document:
        return _plain("".join(page.get_textpage().get_text_range() for page in document))


def _plain(text):
    return "".join(text.split())


def _spoiled(change):
    case = deepcopy(VALUES["案例"][0])
    case["案件编号"] = "（2026）云临金人调字第99号"
    change(case)
    return json.dumps(VALUES | {"案例": [case]}, ensure_ascii=False, indent=1)


BAD = {
    "wrong ID digit": (
        _spoiled(lambda case: case["申请人"][0].update(证件号码="330000198803121378")),
        "（2026）云临金人调字第99号，申请人第1人·证件号码：校验位应为 9，现为 8",
    ),
    "13th month": (
        _spoiled(lambda case: case.update(申请日期="2026-13-01")),
        "（2026）云临金人调字第99号，申请日期：2026-13-01 不是有效日期：没有13月",
    ),
    "unknown key": (
        _spoiled(lambda case: case.update(诉求金颔={"金额": "1.00"})),
        "（2026）云临金人调字第99号，诉求金颔：不认识的项目“诉求金颔”，是否应为“诉求金额”？",
    ),
    "missing party": (
        _spoiled(lambda case: case.pop("被申请人")),
        "（2026）云临金人调字第99号，被申请人：缺少必填内容：被申请人",
    ),
    "three decimals": (
        _spoiled(lambda case: case["诉求金额"].update(金额="8765.432")),
        "（2026）云临金人调字第99号，诉求金额·金额：金额“8765.432”有3位小数",
    ),
    "truncated file": (_spoiled(lambda _: None)[:2500], "文件不完整：到第"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_changes_nothing(program, facts, tmp_path, name):
    text, sentence = BAD[name]
    file = tmp_path / "bad.json"
    file.write_text(text, "utf-8")
    output, errors = program("import", file, "--json", status=1)
    (line,) = errors.splitlines()
    assert line.startswith(sentence)
    found = json.loads(output)
    assert (found["added"], found["existing"], len(found["refused"])) == (0, 0, 1)
    assert program.facts() == facts


def test_wrong_words_end_with_2_and_a_refusal_with_1(program):
    assert program("lost", status=2)[1].startswith("用法：")
    assert program("show", "第99号", status=1)[1].startswith("没有找到案件")


def test_a_reader_that_stops_early_is_no_trouble(program):
    with program.start("list", "--json") as process:
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a thing of POSIX")
def test_an_interrupted_command_ends_at_once_and_quietly(tmp_path):
    data_dir = tmp_path / "station"
    with Program(data_dir).start("demo", "--cases", "1000000") as process:
        while not data_dir.exists():
            with suppress(subprocess.TimeoutExpired):
                assert process.wait(0.05) is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_S)
    assert (process.returncode, errors) == (-signal.SIGINT, b"")
    assert Program(data_dir)("list", status=1)[1].startswith("这里还没有数据库")


def test_light_commands_load_no_heavy_library():
    code = (
        "import sys, mediation_app.__main__ as program\n"
        "sys.argv = ['mediation-app', *sys.argv[1:]]\n"
        "program.main()\n"
        f"sys.exit(len([name for name in {HEAVY} if name in sys.modules]))"
    )
    for words in (
        ("capitals", "100000"),
        ("deadline", "--from", "2026-03-05", "--days", "30"),
        ("instalments", "--total", "100", "--periods", "3", "--first", "2026-03-31"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=ROOT, check=False, capture_output=True
        )
        assert done.returncode == 0
