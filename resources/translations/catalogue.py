"""The file of translations (Qt Linguist), read and written in a stable order."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from resources.translations.collect import Source


def read_catalogue(path: Path) -> dict[Source, str]:
    """Return what is translated; nothing where there is no file yet."""
    if not path.exists():
        return {}
    root = ET.parse(path).getroot()  # noqa: S314  our own file
    return {
        Source(context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in root.iter("context")
        for message in context.iter("message")
    }


def write_catalogue(
    path: Path, language: str, sources: Iterable[Source], translations: dict[Source, str]
) -> None:
    """Write every source with its translation; one without is marked as unfinished."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="zh_CN")
    contexts: dict[str, ET.Element] = {}
    for source in sources:
        if source.context not in contexts:
            contexts[source.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[source.context], "name").text = source.context
        message = ET.SubElement(contexts[source.context], "message")
        ET.SubElement(message, "source").text = source.text
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get(source, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{header}{body}\n", encoding="utf-8")
