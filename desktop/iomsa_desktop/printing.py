"""Put a printable text on paper or into a PDF file; the text is simple HTML."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from iomsa.problems import refuse

POINTS = 10
MARGIN = 15.0
"""The white edge of a page, in millimetres."""
DOTS = 300


def save_pdf(html: str, title: str, path: Path) -> None:
    """Write the text as a PDF file of A4 pages; raise Refused where the disk says no."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DOTS)
    writer.setPageLayout(_a4())
    _document(html).print_(writer)
    del writer
    try:
        path.write_bytes(bytes(buffer.data().data()))
    except OSError as error:
        sentence = f"The PDF can't be written there: {error.strerror}. Choose another folder, or close the old file."
        raise refuse("print.not-written", path.name, sentence) from None


def send_to_printer(html: str, title: str, parent: QWidget) -> bool:
    """Ask for a printer and print the text on it; tell whether that was done."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_a4())
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print: {title}")
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    _document(html).print_(printer)
    return True


def _a4() -> QPageLayout:
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), portrait, margins, QPageLayout.Unit.Millimeter)


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(
        "h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 11pt } td { padding: 3px }"
    )
    document.setHtml(html)
    return document
