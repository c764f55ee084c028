"""Input methods do not work inside popups: nothing into which one types lives in one."""

import ast
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"
FILES = sorted(UI.rglob("*.py"))
TYPED_INTO = {
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QSpinBox", "QDoubleSpinBox"),
    *("QDateEdit", "QTimeEdit", "QDateTimeEdit", "QCompleter"),
}


def names_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


def test_no_window_is_a_popup():
    flags = {
        (str(path.relative_to(UI)), node.attr)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "WindowType"
    }
    assert not {name for name in flags if name[1] in {"Popup", "ToolTip", "SplashScreen"}}


def test_every_line_and_text_one_types_into_knows_of_input_methods():
    """A bare line edit is made in one place; what composes is derived from it there."""
    made = {
        str(path.relative_to(UI))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and set(names_in(node.func)) & TYPED_INTO
    }
    # The report of a crash is read only.
    assert made == {"errors.py"}
    derived = {
        str(path.relative_to(UI))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and {name for base in node.bases for name in names_in(base)} & TYPED_INTO
    }
    assert derived == {"fields/composing.py"}
