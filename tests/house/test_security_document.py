"""The table of attacks in docs/SECURITY.md is what the tests try, no more and no less."""

import ast
import re

from tests.house.checkout import ROOT

ATTACKS = (
    *("central/test_attack_statements.py", "central/test_attack_ids.py"),
    *("central/test_attack_writing.py", "central/test_attack_by_superuser.py"),
    "central/test_attack_sideways.py",
    *("central/test_false_server.py", "db/test_hostile_centre.py"),
)


def cases_in(name):
    tree = ast.parse((ROOT / "tests" / name).read_text(encoding="utf-8"))
    return {
        f"{name}::{each.name}"
        for each in tree.body
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }


def named():
    text = (ROOT / "docs" / "SECURITY.md").read_text(encoding="utf-8")
    return re.findall(r"`([\w/]+\.py::test_\w+)` \|$", text, re.MULTILINE)


def test_each_attack_in_the_document_is_a_test():
    rows = named()
    assert len(rows) == len(set(rows))
    for row in rows:
        assert row in cases_in(row.partition("::")[0]), row


def test_each_attack_that_is_tested_is_in_the_document():
    tried = set().union(*map(cases_in, ATTACKS))
    assert tried - set(named()) == set()
