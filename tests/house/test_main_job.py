import json
import subprocess
import sys

import pytest

from set_up.main_job import MainJob
from tests.house.checkout import ROOT

PROGRAM = (sys.executable, "-P", "-m", "mediation_app")
SAMPLES = json.loads((ROOT / "resources/samples/cases.json").read_text(encoding="utf-8"))


@pytest.mark.end2end
def test_without_a_display_every_document_of_the_samples_is_written(tmp_path, capfd):
    job = MainJob(PROGRAM, tmp_path / "demo data", tmp_path / "out")

    count = job.run()

    said = capfd.readouterr().out
    files = sorted((tmp_path / "out").rglob("*.pdf"))
    assert len(files) == count
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)
    assert f"文书 {count} 份" in said
    for case in SAMPLES["案例"]:
        folder = tmp_path / "out" / case["案件编号"]
        assert case["案件编号"] in said
        assert (folder / "application.pdf").exists()
        if case["司法确认"]["是否申请"]:
            assert {"agreement.pdf", "confirmation.pdf"} <= {
                file.name for file in folder.iterdir()
            }


@pytest.mark.end2end
def test_what_is_told_about_the_database_is_true(tmp_path):
    data_dir = str(tmp_path / "demo")

    asked = [
        subprocess.run(
            [*PROGRAM, *words, "--data-dir", data_dir], capture_output=True, text=True, check=False
        )
        for words in (["demo"], ["demo"], ["verify", "--json"])
    ]

    assert [each.returncode for each in asked] == [0, 1, 0]
    assert "已有数据库" in asked[1].stderr
    assert json.loads(asked[2].stdout)["ok"] is True
