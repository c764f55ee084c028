"""English is complete."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from resources.looks import FOLDER, translation_path
from resources.translations.__main__ import bring_up_to_date
from resources.translations.catalogue import read_catalogue, write_catalogue
from resources.translations.collect import SENTENCE, Source, sources_of

CATALOGUE = FOLDER / "translations" / "app_en.ts"
GAP = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def translations():
    return read_catalogue(CATALOGUE)


def test_every_text_of_the_program_is_in_the_catalogue_and_none_beside(translations):
    assert sources_of(FOLDER.parent) == sorted(translations)


def test_every_text_is_translated(translations):
    assert [source for source, text in translations.items() if not text] == []


def test_a_translation_has_the_gaps_of_its_source(translations):
    for source, text in translations.items():
        assert sorted(set(GAP.findall(text))) == sorted(set(GAP.findall(source.text))), source


def test_the_compiled_file_says_what_the_catalogue_says(translations):
    translator = QTranslator()
    assert translator.load(str(translation_path("en")))
    for source, text in translations.items():
        assert translator.translate(source.context, source.text) == text


def test_texts_are_found_where_they_are_said(tmp_path):
    folder = tmp_path / "ui"
    folder.mkdir()
    (folder / "page.py").write_text(
        'class Page:\n    def title(self):\n        return self.tr("标题" "和更多")\n'
        'x = say("缺{n}项", n=1)\ny = translate("Rail", "案件")\nz = say(template)\n',
        encoding="utf-8",
    )
    domain = tmp_path / "mediation_app" / "domain"
    domain.mkdir(parents=True)
    (domain / "stages.py").write_text(
        'class Stage(Enum):\n    DRAFT = "草稿"\n    KEY = "key"\nTITLES = {1: "协议书"}\n',
        encoding="utf-8",
    )
    limits = tmp_path / "resources" / "limits"
    limits.mkdir(parents=True)
    (limits / "limits.json").write_text(
        '{"limits": [{"name": "调解期限", "starts_from": "受理"}]}', encoding="utf-8"
    )
    found = [each for each in sources_of(tmp_path) if not each.text.startswith("星期")]
    assert found == [
        Source("Page", "标题和更多"),
        Source("Rail", "案件"),
        Source(SENTENCE, "协议书"),
        Source(SENTENCE, "受理"),
        Source(SENTENCE, "缺{n}项"),
        Source(SENTENCE, "草稿"),
        Source(SENTENCE, "调解期限"),
    ]


def test_the_catalogue_comes_back_as_it_was_written(tmp_path):
    path: Path = tmp_path / "app_en.ts"
    source, unfinished = Source("Page", "案 & <件>"), Source("Page", "新")
    write_catalogue(path, "en", [source, unfinished], {source: "Case & <file>"})
    assert read_catalogue(path) == {source: "Case & <file>", unfinished: ""}
    assert path.read_text(encoding="utf-8").count('type="unfinished"') == 1
    assert read_catalogue(tmp_path / "none.ts") == {}


def test_the_tool_compiles_what_is_translated_and_names_what_is_not(tmp_path, capsys):
    ui = tmp_path / "ui"
    ui.mkdir()
    (ui / "page.py").write_text('x = say("新的句子")\n', encoding="utf-8")
    here = tmp_path / "resources" / "translations"
    here.mkdir(parents=True)
    assert bring_up_to_date(tmp_path, here) == 1
    assert "新的句子" in capsys.readouterr().out
    catalogue = here / "app_en.ts"
    known = read_catalogue(catalogue)
    done = dict.fromkeys(known, "A new sentence")
    write_catalogue(catalogue, "en", sorted(known), done)
    assert bring_up_to_date(tmp_path, here) == 0
    translator = QTranslator()
    assert translator.load(str(here / "app_en.qm"))
    assert translator.translate(SENTENCE, "新的句子") == "A new sentence"
