"""A person who prints to PDF and saves into a folder."""

from PySide6.QtPrintSupport import QPrinter


class ToFiles:
    """Answers the questions of printing with files, as a person does who prints to PDF."""

    def __init__(self, folder):
        self._folder = folder
        self.printed = None
        self.copies = 0
        self.page_size = None
        self.saved = None

    def printer(self, printer, go_on):
        self.copies = printer.copyCount()
        self.page_size = printer.pageLayout().pageSize().id()
        self.printed = self._folder / "printed.pdf"
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        go_on()

    def file(self, name, go_on):
        self.saved = self._folder / name
        go_on(self.saved)
