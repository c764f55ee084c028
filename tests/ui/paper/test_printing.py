"""A document on its way to a printer, with and without a print system."""

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from PySide6.QtPrintSupport import QPrinter

from ui.paper import printing
from ui.paper.printing import PrintingError, a4_printer, print_pdf


@pytest.fixture
def print_command(tmp_path, monkeypatch):
    """A print system of two lines that keeps what it is sent."""
    command = tmp_path / "bin" / "lp"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/order\ncat > {tmp_path}/sent.pdf\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:/bin:/usr/bin")
    return command


class NamedPrinter(QPrinter):
    """A printer of this name, whether the machine has one or not."""

    def printerName(self):  # noqa: N802
        return "调解室打印机"

    def outputFormat(self):  # noqa: N802
        return QPrinter.OutputFormat.NativeFormat


def test_pages_are_painted_for_a_printer_without_a_print_system(pdf, tmp_path, qapp):  # noqa: ARG001
    printer = a4_printer(2, "协议")
    assert printer.copyCount() == 2
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    printing._paint(pdf, printer)
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    original = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(original)
    document.close()
    original.close()


def test_what_goes_into_a_file_is_the_document_itself(pdf, tmp_path, qapp):  # noqa: ARG001
    printer = a4_printer(1, "协议")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "same.pdf"))
    print_pdf(pdf, printer)
    assert (tmp_path / "same.pdf").read_bytes() == pdf


def test_a_print_system_gets_the_document_itself(pdf, tmp_path, print_command):
    printer = NamedPrinter()
    printer.setCopyCount(3)
    print_pdf(pdf, printer)
    assert (tmp_path / "sent.pdf").read_bytes() == pdf
    assert "-n 3 -" in (tmp_path / "order").read_text()
    print_command.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(PrintingError, match="调解室打印机"):
        print_pdf(pdf, printer)


@pytest.mark.qt_log_ignore("QPainter::begin|QPrinter|QFile|QPdf|cannot open", extend=True)
def test_without_a_print_system_the_pages_are_painted(pdf, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    printer = a4_printer(1, "协议")
    printer.setOutputFileName(str(tmp_path / "no" / "folder" / "x.pdf"))
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    with pytest.raises(PrintingError, match="打不开"):
        printing._paint(pdf, printer)
