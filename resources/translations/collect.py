"""Finds every sentence that the program can say to a person.

``self.tr("…")`` belongs to the class it stands in, ``translate("Context", "…")`` and
``QT_TRANSLATE_NOOP("Context", "…")`` to its context.
Templates of ``say("…")`` and the words of enumerations belong to ``Sentence``; they are said by
the core, which knows no translation.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCE = "Sentence"
_HAN = re.compile(r"[\u3400-\u9fff]")
_TRANSLATING = {"translate", "QT_TRANSLATE_NOOP"}
_WORD_TABLES = {"TITLES", "TAGS", "COUNTS", "REASONS", "RIGHTS", "SAFEGUARDS", "DOUBTS"}
_WEEKDAYS = tuple(f"星期{day}" for day in "一二三四五六日")
_LIMIT_WORDS = ("name", "starts_from")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One text to be translated, and what the translation belongs to."""

    context: str
    text: str


def sources_of(root: Path) -> list[Source]:
    """Return every text of the program under this folder, in a stable order."""
    found = {
        source
        for folder in ("mediation_app", "ui", "forms", "db", "resources")
        for path in sorted((root / folder).rglob("*.py"))
        if "mediation_app/cli" not in path.as_posix()
        for source in _in_file(path)
    }
    words = {*_WEEKDAYS, *_limit_words(root / "resources" / "limits")}
    return sorted(found | {Source(SENTENCE, word) for word in words})


def _limit_words(folder: Path) -> Iterator[str]:
    """Return the names of limits and of the days they start from."""
    for path in folder.glob("*.json"):
        for limit in json.loads(path.read_text(encoding="utf-8"))["limits"]:
            yield from (limit[key] for key in _LIMIT_WORDS)


def _in_file(path: Path) -> Iterator[Source]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _in_nodes(ast.iter_child_nodes(tree), "")
    if "domain" in path.parts:
        yield from _words(tree)


def _in_nodes(nodes: Iterable[ast.AST], class_name: str) -> Iterator[Source]:
    for node in nodes:
        inner = node.name if isinstance(node, ast.ClassDef) else class_name
        if isinstance(node, ast.Call):
            yield from _in_call(node, class_name)
        yield from _in_nodes(ast.iter_child_nodes(node), inner)


def _in_call(call: ast.Call, class_name: str) -> Iterator[Source]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if name == "tr" and texts and isinstance(texts[0], str):
        yield Source(class_name, texts[0])
    elif name == "say" and texts and isinstance(texts[0], str) and texts[0]:
        yield Source(SENTENCE, texts[0])
    elif name in _TRANSLATING and len(texts) == len(("context", "text")):
        context, text = texts
        if isinstance(context, str) and isinstance(text, str):
            yield Source(context, text)


def _words(tree: ast.Module) -> Iterator[Source]:
    """Return the fixed words of the domain: values of enumerations, titles of forms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and _is_enum(node):
            yield from _han_texts(node.body)
        elif isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in _WORD_TABLES for target in node.targets
        ):
            yield from _han_texts([node])


def _is_enum(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases)


def _han_texts(nodes: Iterable[ast.AST]) -> Iterator[Source]:
    for node in nodes:
        if not isinstance(node, ast.Assign):
            continue
        for each in ast.walk(node.value):
            if (
                isinstance(each, ast.Constant)
                and isinstance(each.value, str)
                and _HAN.search(each.value)
            ):
                yield Source(SENTENCE, each.value)
