"""A document goes to a printer."""

import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from mediation_app.errors import MediationError
from mediation_app.sentences import say
from ui.paper.rasters import POINTS_AN_INCH, image_of, opened

PRINT_DPI = 300
_SEND_TIMEOUT_S = 60


class PrintingError(MediationError):
    """The paper did not get to the printer or the file."""


def a4_printer(copies: int, title: str) -> QPrinter:
    """Return a printer set to A4 without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(PRINT_DPI)
    printer.setDocName(title)
    printer.setCopyCount(max(copies, 1))
    return printer


def write_pdf(pdf: bytes, path: Path) -> None:
    """Write a document into a file.

    Raises:
        PrintingError: The file cannot be written.
    """
    try:
        path.write_bytes(pdf)
    except OSError as error:
        sentence = say("文件“{path}”写不进去：{reason}", path=path, reason=error.strerror)
        raise PrintingError(sentence) from error


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print a document: into a file as it is, through ``lp`` as it is, or page by page.

    Raises:
        PrintingError: It could not be printed.
    """
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        write_pdf(pdf, Path(printer.outputFileName()))
    elif (command := shutil.which("lp")) and printer.printerName():
        _send(command, pdf, printer)
    else:
        _paint(pdf, printer)


def _send(command: str, pdf: bytes, printer: QPrinter) -> None:
    """Hand the bytes to the print system by its standard input, so that no file is left."""
    order = [command, "-d", printer.printerName(), "-n", str(printer.copyCount()), "-"]
    try:
        subprocess.run(  # noqa: S603 - a fixed command, no shell
            order, input=pdf, check=True, capture_output=True, timeout=_SEND_TIMEOUT_S
        )
    except (OSError, subprocess.SubprocessError) as error:
        sentence = say("打印机“{name}”没有接收文件，请检查打印机", name=printer.printerName())
        raise PrintingError(sentence) from error


def _paint(pdf: bytes, printer: QPrinter) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError(say("打印机“{name}”打不开", name=printer.printerName()))
    try:
        with opened(pdf) as document:
            for page in range(len(document)):
                if page:
                    printer.newPage()
                image = image_of(document, page, printer.resolution() / POINTS_AN_INCH)
                painter.drawImage(QRectF(image.rect()), image)
    finally:
        painter.end()
