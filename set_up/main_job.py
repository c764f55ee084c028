"""The main job without a window: the samples into a database, every document on paper."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from set_up.speech import SetUpError

REFUSED = 1


@dataclass(frozen=True, slots=True)
class MainJob:
    """The same job for the program in this checkout and for the packed one.

    Attributes:
        program: The words that start the program's command line.
        data_dir: Where the sample database is, or will be.
        out_dir: Where each case gets a folder with its documents.
    """

    program: tuple[str, ...]
    data_dir: Path
    out_dir: Path

    def run(self) -> int:
        """Do it, and tell what was done and where; return how many documents there are.

        Raises:
            SetUpError: The program refused something; its reason is in the words.
        """
        is_new = self._answer("demo").returncode == 0
        cases = [case["number"] for case in json.loads(self._ask("list", "--json"))]
        done = "已导入" if is_new else "已在"
        _say(
            f"虚构的示例案件 {len(cases)} 件，{done} {self.data_dir}。",
            f"{len(cases)} invented cases are in this database.",
        )
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            written = list(workers.map(self._write, cases))
        for case, (documents, reasons) in zip(cases, written, strict=True):
            _say(f"  {case}：{'、'.join(documents)}{reasons}")
        count = sum(len(documents) for documents, _ in written)
        _say(f"文书 {count} 份，已写到 {self.out_dir}。", f"{count} documents are in this folder.")
        return count

    def _write(self, case: str) -> tuple[list[str], str]:
        """Write what can be issued; return the names of the files, and why others cannot."""
        folder = self.out_dir / case
        done = self._answer("forms", case, "--out", str(folder), "--json")
        if done.returncode not in {0, REFUSED}:
            raise SetUpError(done.stderr)
        files = json.loads(done.stdout)["files"] if done.stdout else []
        return [Path(file).name for file in files], done.stderr.rstrip()

    def _ask(self, command: str, *arguments: str) -> str:
        done = self._answer(command, *arguments)
        if done.returncode != 0:
            raise SetUpError(
                f"{done.stderr}\n“{command}”没有成功；旧的示例请删除后再运行：{self.data_dir}\n"
                f"'{command}' failed; delete old samples and run this again: {self.data_dir}"
            )
        return done.stdout

    def _answer(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.program, command, *arguments, "--data-dir", str(self.data_dir)],
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def _say(chinese: str, english: str = "") -> None:
    sys.stdout.write(f"{chinese}  {english}".rstrip() + "\n")
    sys.stdout.flush()
