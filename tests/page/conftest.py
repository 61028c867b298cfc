"""What the tests of the readers share: files of each kind, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import DEFAULT_LIMITS, Limits, pages

Read = Callable[..., list[Page | Unreadable]]
MakePdf = Callable[..., bytes]
MakeRecord = Callable[..., bytes]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that writes bytes to a file and reads that file."""

    def reader(
        name: str, data: bytes | str, *, key: str = "", limits: Limits = DEFAULT_LIMITS
    ) -> list[Page | Unreadable]:
        place = tmp_path / name
        place.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(pages([f"{place}{key}"], limits))

    return reader


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """Return a function that sets lines in Helvetica, 14 points apart; `""` leaves one free."""

    def make(*sheets: list[str], info: bytes = b"", size: int = 12) -> bytes:
        kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(sheets)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(sheets)),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for at, lines in enumerate(sheets):
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
            )
            shown = b"".join(b"(%s) Tj 0 -14 Td " % line.encode("ascii") for line in lines)
            stream = b"BT /F1 %d Tf 72 720 Td %sET" % (size, shown)
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< %s >>" % info)
        return _assembled(objects)

    return make


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", b""
    for number, content in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    trailer = (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    )
    count = len(objects) + 1
    return out + trailer % (count, places, count, count - 1, len(out))


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """Return a function that makes a record of a web archive."""

    def make(
        url: str, body: bytes, http: str = "HTTP/1.1 200 OK\nContent-Type: text/html", **fields: str
    ) -> bytes:
        header = http.replace("\n", "\r\n").encode() + b"\r\n\r\n" if http else b""
        block = header + body
        named = {
            "WARC-Type": "response",
            "WARC-Target-URI": url,
            "WARC-Date": "2019-03-04T05:06:07Z",
            "Content-Length": str(len(block)),
            **{name.replace("_", "-"): value for name, value in fields.items()},
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"

    return make
