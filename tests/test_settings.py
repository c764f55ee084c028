"""Settings come back, and a damaged file costs nothing but the settings."""

import json
from dataclasses import fields, replace

import pytest

from mediation_app.settings import Settings, SettingsFile


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "config" / "settings.json")


def test_without_a_file_the_defaults_hold(file):
    loaded = file.load()
    assert loaded.settings == Settings()
    assert not loaded.is_damaged


def test_what_was_set_comes_back(file):
    settings = replace(Settings(), language="en", zoom_percent=150, last_page="settings")
    file.save(settings)
    assert file.load().settings == settings


@pytest.mark.parametrize("content", ["", "{", "[]", "3", "\x00"])
def test_a_damaged_file_is_put_aside_and_the_defaults_hold(file, tmp_path, content):
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    loaded = file.load()
    assert (loaded.settings, loaded.is_damaged) == (Settings(), True)
    assert path.with_suffix(".damaged").read_text(encoding="utf-8") == content
    assert not file.load().is_damaged


def test_a_file_that_cannot_be_read_or_put_aside_leaves_the_defaults(tmp_path):
    folder = tmp_path / "settings.json"
    (folder / "inside").mkdir(parents=True)
    (tmp_path / "settings.damaged").write_text("old", encoding="utf-8")
    assert SettingsFile(folder).load().is_damaged


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zoom_percent", 1000),
        ("zoom_percent", "100"),
        ("zoom_percent", True),
        ("scheme", "purple"),
        ("language", None),
        ("not_known", "x"),
    ],
)
def test_a_value_that_may_not_be_is_the_default(file, tmp_path, name, value):
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({name: value, "row_height": "large"}), encoding="utf-8")
    assert file.load().settings == replace(Settings(), row_height="large")


def test_a_file_is_written_whole_or_not_at_all(file, tmp_path):
    file.save(Settings())
    assert [each.name for each in (tmp_path / "config").iterdir()] == ["settings.json"]


def test_every_setting_says_what_it_is_for():
    assert all(each.metadata["description"] for each in fields(Settings))
