import pytest

from db.atomic_file import write_whole
from mediation_app.errors import StorageError


def test_a_file_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "keys.json"
    write_whole(path, "旧")
    write_whole(path, "新")
    assert path.read_text(encoding="utf-8") == "新"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "keys.json"
    write_whole(path, "旧")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "旧"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StorageError, match="无法写入"):
        write_whole(tmp_path / "none" / "keys.json", "x")
