"""Names of materials and of their files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.materials import Material, is_openable, name_of_file, safe_file_name


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("银行流水.pdf", "银行流水"),
        ("C:\\desk\\身份证.JPG", "身份证"),
        ("../../etc/passwd", "passwd"),
        ("没有扩展名", "没有扩展名"),
        ("卷宗.tar.gz", "卷宗.tar"),
        ("", "材料"),
        ("...", "材料"),
    ],
)
def test_a_material_is_called_after_its_file(file_name, name):
    assert name_of_file(file_name) == name


@pytest.mark.parametrize(
    ("file_name", "safe"),
    [
        ("a/b\\c:d.pdf", "c_d.pdf"),
        ("借款？合同*.docx", "借款？合同_.docx"),
        ("con.pdf", "_con.pdf"),
        ("换\n行.txt", "换_行.txt"),
        (" .hidden. ", "hidden"),
        ("长" * 300 + ".pdf", "长" * 120 + ".pdf"),
    ],
)
def test_a_file_gets_a_name_that_every_system_takes(file_name, safe):
    assert safe_file_name(file_name) == safe


@given(st.text())
def test_no_name_leads_out_of_the_folder(file_name):
    safe = safe_file_name(file_name)
    assert safe
    assert safe not in {".", ".."}
    assert not set(safe) & set('/\\:*?"<>|')
    assert safe.isprintable()


@pytest.mark.parametrize("file_name", ["流水.pdf", "照片.JPEG", "录音.m4a", "a.b.docx"])
def test_what_is_read_or_heard_is_opened(file_name):
    assert is_openable(file_name)


@pytest.mark.parametrize(
    "file_name", ["合同.pdf.exe", "x.bat", "x.desktop", "x.sh", "x.html", "x.lnk", "x", "pdf", ""]
)
def test_what_could_run_is_not_opened(file_name):
    assert not is_openable(file_name)


def test_a_material_has_a_file_when_there_are_contents():
    assert Material("m1", blob_id="0" * 64).has_file
    assert not Material("m1", "合同", is_received=True).has_file
