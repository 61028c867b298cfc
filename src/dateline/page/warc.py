"""Web archives (WARC, ISO 28500): the pages among their records.

A page is what was answered with success (2xx) and is HTML, plain text or PDF, or is kept as a
`resource` or `conversion` of such a type. The date of a record is when the page was fetched, not
when it was published.

The one module that knows warcio, of which it takes the parsing of headers; the bodies are unpacked
here, so that no more of them is held than the limit allows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from warcio.limitreader import LimitReader
from warcio.statusandheaders import (
    StatusAndHeaders,
    StatusAndHeadersParser,
    StatusAndHeadersParserException,
)

from dateline.errors import Unreadable
from dateline.layout import Given
from dateline.page import declared
from dateline.page.http import content_type, unpacked
from dateline.page.source import Known, Source, too_large

_VERSIONS: Final = ("WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17")
_PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_KEPT: Final = ("response", "resource", "conversion")
_PLACES: Final = ("http", "https", "ftp", "file")
_HEADER_SIZE: Final = 1 << 20


def read(source: Source) -> Iterator[Source | Unreadable]:
    """Yield the pages of an archive, each under its URL.

    A URL that was fetched again has the time of it before it: `20130130164700/http://...`.

    Raises:
        Unreadable: where a record is damaged or cut off; those before it were read.
    """
    taken: set[str] = set()
    while (header := _header(source)) is not None:
        body = LimitReader(source.stream, _length(source, header))
        url = (header.get_header("WARC-Target-URI") or "").strip("<>")
        if header.get_header("WARC-Type") in _KEPT and _is_page_url(url):
            key = _key(declared.line(url) or "", header, taken)
            page = _page(f"{source.path}#{key}", source, header, body)
            if page is not None:
                taken.add(key)
                yield page
        _skip(source, body)


def _header(source: Source) -> StatusAndHeaders | None:
    """Return the next record's header, `None` at the end of the archive."""
    parser = StatusAndHeadersParser(_VERSIONS)
    try:
        while True:
            header = parser.parse(LimitReader(source.stream, _HEADER_SIZE))
            if header.protocol:
                return header
    except EOFError:
        return None
    except StatusAndHeadersParserException:
        remedy = "fetch the archive again; what stands before was read"
        raise Unreadable(source.path, "damaged WARC: no record where one begins", remedy) from None


def _length(source: Source, header: StatusAndHeaders) -> int:
    length = header.get_header("Content-Length") or ""
    if not re.fullmatch(r"[0-9]{1,18}", length):
        raise Unreadable(source.path, "damaged WARC: a record without a length")
    return int(length)


def _is_page_url(url: str) -> bool:
    """Tell whether an address may be a page's: `dns:`, `metadata:` and robots.txt are not."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _PLACES and parts.path != "/robots.txt"


def _key(url: str, header: StatusAndHeaders, taken: set[str]) -> str:
    fetched = re.sub(r"\D", "", header.get_header("WARC-Date") or "")[:14]
    key = url if url not in taken else f"{fetched}/{url}"
    return key if key not in taken else f"{len(taken)}/{url}"


def _page(
    path: str, source: Source, header: StatusAndHeaders, body: LimitReader
) -> Source | Unreadable | None:
    """Return the page that a record holds, or what keeps it from being read; `None` if none."""
    http = header
    if header.get_header("WARC-Type") == "response":
        http = _answer(body)
        if not http.statusline.startswith("2"):
            return None
    media, charset = content_type(http.get_header("Content-Type") or "")
    if media is not None and media not in _PAGES:
        return None
    data = body.read(source.limits.bytes + 1)
    if len(data) > source.limits.bytes:
        return too_large(path, source.limits)
    if body.limit:
        return None  # cut off, as `_skip` will tell
    url = header.get_header("WARC-Target-URI").strip("<>")
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    known = Known(name=name, media=media, charset=charset, given=Given(url=declared.line(url)))
    try:
        data = unpacked(path, data, http.get_header, source.limits)
        return Source(path, io.BytesIO(data), source.limits, known)
    except Unreadable as fault:
        return fault


def _answer(body: LimitReader) -> StatusAndHeaders:
    """Return the header of the answer that a server gave; its `statusline` begins with the code."""
    try:
        return StatusAndHeadersParser((), verify=False).parse(body)
    except EOFError:
        return StatusAndHeaders("", [])


def _skip(source: Source, body: LimitReader) -> None:
    """Go on to the end of a record."""
    while body.read(1 << 16):
        pass
    if body.limit:
        remedy = "fetch the archive again; what stands before was read"
        raise Unreadable(source.path, "truncated WARC: its last record is cut off", remedy)
