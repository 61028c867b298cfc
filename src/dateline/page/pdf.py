"""PDF documents: the text of all pages, its paragraphs put together again.

The one module that knows pypdfium2 (PDFium). When the document was made is not when the article was
published (a browser's print bears the day of printing), so its dates are left alone.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

import msgspec
import pypdfium2
from pypdfium2 import raw

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import declared
from dateline.page.flow import Line, flowed
from dateline.page.source import Source, too_large

_DOCUMENT_NAMES: Final = (".doc", ".docx", ".indd", ".odt", ".pdf", ".qxd", ".qxp", ".rtf", ".txt")


def read(source: Source) -> Iterator[Page]:
    """Yield the one page that a PDF document is to us: all its text.

    Raises:
        Unreadable: if it is damaged, needs a password, or holds images only.
        TooLarge: if it is beyond the limits of bytes or pages.
    """
    data = source.whole()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise _unreadable(source.path, str(fault)) from None
    try:
        yield _page(source, document)
    finally:
        document.close()


def _unreadable(path: str, message: str) -> Unreadable:
    if "password" in message.lower():
        remedy = "take it off, as with qpdf --decrypt"
        return Unreadable(path, "the PDF is locked with a password", remedy)
    return Unreadable(path, "damaged or truncated PDF", "fetch the file again")


def _page(source: Source, document: pypdfium2.PdfDocument) -> Page:
    if len(document) > source.limits.entries:
        raise TooLarge(source.path, f"more than {source.limits.entries} pages")
    lines: list[Line] = []
    size = 0
    for index in range(len(document)):
        for line in _lines(document, index):
            size += len(line.text)
            if size > source.limits.bytes:
                raise too_large(source.path, source.limits)
            lines.append(line)
    text = declared.sound(flowed(lines)).replace("\0", "\ufffd")
    if not text.strip():
        remedy = "let a program for text recognition read it first, as ocrmypdf does"
        raise Unreadable(source.path, "the PDF holds images, no text", remedy)
    title = _title(document.get_metadata_value("Title"))
    given = msgspec.structs.replace(source.known.given, title=source.known.given.title or title)
    return Page(path=source.path, kind="pdf", text=text, given=given)


def _title(words: str) -> str | None:
    """Return the document's title, unless a word processor put its file's name there."""
    line = declared.line(words)
    if line is None or line.startswith("Microsoft "):
        return None
    return None if PurePath(line.lower()).suffix in _DOCUMENT_NAMES else line


def _lines(document: pypdfium2.PdfDocument, index: int) -> Iterator[Line]:
    """Yield the lines of one page; a page that is damaged has none."""
    try:
        page = document[index]
        layer = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    codes = [raw.FPDFText_GetUnicode(layer, at) for at in range(layer.count_chars())]
    start = 0
    for at in [*(at for at, code in enumerate(codes) if code == 10), len(codes)]:
        shown = [i for i in range(start, at) if codes[i] > 32]
        if shown:
            yield _line(layer, index, codes[start:at], shown)
        start = at + 1
    layer.close()
    page.close()


def _line(layer: pypdfium2.PdfTextPage, page: int, codes: list[int], shown: list[int]) -> Line:
    left, top = _origin(layer, shown[0])
    right, bottom = _origin(layer, shown[-1])
    return Line(
        text="".join(map(chr, codes)),
        page=page,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        size=_size(layer, shown[0]),
    )


def _size(layer: pypdfium2.PdfTextPage, at: int) -> float:
    """Return the size of a character's type on the page, in points, to a tenth."""
    scale = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(layer, at, scale)
    size: float = raw.FPDFText_GetFontSize(layer, at)
    return round(size * math.hypot(scale.c, scale.d), 1)


def _origin(layer: pypdfium2.PdfTextPage, at: int) -> tuple[float, float]:
    """Return where a character stands on the page, in points from its lower left corner."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(layer, at, x, y)
    return x.value, y.value
