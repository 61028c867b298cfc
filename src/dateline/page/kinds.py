"""Which kind of input this is, told by its first bytes, its name and its declared media type.

Sources: the WHATWG standard *MIME Sniffing* for what is markup and what is binary; the magic
numbers of the formats' own specifications.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from dateline.errors import Unreadable
from dateline.page.rows import COLUMNS
from dateline.page.source import HEAD, Source


class Kind(NamedTuple):
    """A way in which people keep news: how it is recognised, and the module that reads it.

    The module is loaded when the first input of its kind is met. Its function takes the `Source`
    and returns an `Iterator[Page | Source | Unreadable]`: a `Source` is one of the inputs that a
    container holds, to be read in its turn.
    """

    name: str
    recognise: Callable[[Source], bool]
    module: str
    function: str = "read"


_MARKUP = re.compile(
    rb"\s{0,1000}<(?:!doctype\s+html|html|head|body|title|meta|script|style|base|link|article|main|"
    rb"section|header|nav|h[1-6]|table|div|font|p|a|br|ul|ol|blockquote|iframe|b|center)[\s/>]",
    re.IGNORECASE,
)
_WHOLE_PAGE = re.compile(rb"\s{0,1000}<(?:!doctype\s+html|html|head|body)[\s/>]", re.IGNORECASE)
_PROLOGUE = re.compile(rb"\s{1,1000}|<!--.{0,8000}?-->|<\?.{0,1000}?\?>", re.DOTALL)
_FEED = re.compile(
    rb"(?:<!doctype[^>\[]{0,500}(?:\[.{0,4000}?\]\s{0,99})?>\s{0,999})?"
    rb"<(?:rss|feed|atom:feed|rdf:rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"(?:[!-9;-~]{1,76}:[^\n]{0,8000}\n(?:[ \t][^\n]{0,8000}\n){0,500}){1,500}")
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_JSON_ROW = re.compile(rb"\s{0,1000}\{\s{0,100}(?:\"|\})")
_JSON_FEED = re.compile(
    rb"""\s{0,1000}\{.{0,4000}?"version"\s{0,9}:\s{0,9}"https?:\\?/\\?/jsonfeed\.org\\?/""",
    re.DOTALL,
)
_MAILBOX = re.compile(rb"From [^\n]{1,200}\d{4}[^\n]{0,20}\n(?=[!-9;-~]{1,76}:)")
_NAMES = re.compile(rb"[,;\t|]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes({*range(0x20)} - set(b"\t\n\r\f\x1b"))

_TEXT_NAMES = (".txt", ".md", ".markdown", ".text", ".asc", ".rst")
_FOREIGN: Final = (
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"RIFF", "sound, video or an image", ""),
    (b"PK\x03\x04", "a ZIP archive, or an office document", "unpack it, or save it as HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as HTML or PDF"),
    (b"{\\rtf", "a rich text document", "save it as HTML, PDF or plain text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it with zstd -d"),
    (b"\xfd7zXZ\x00", "an xz file", "unpack it with xz -d"),
    (b"BZh", "a bzip2 file", "unpack it with bzip2 -d"),
    (b"SQLite format 3\x00", "an SQLite database", "write the articles into a table of rows"),
)


def _plain_head(source: Source) -> bytes:
    """Return the head without what may stand before the root element of markup.

    Of UTF-16 the mark and the NUL bytes are left out.
    """
    head = source.head.removeprefix(b"\xef\xbb\xbf")
    if _is_wide(head):
        head = (head[2:] if head[:2] in _WIDE else head).replace(b"\0", b"")
    while found := _PROLOGUE.match(head):
        head = head[found.end() :]
    return head


def _is_media(source: Source, *types: str) -> bool:
    return source.known.media is not None and source.known.media.startswith(types)


def _is_pdf(source: Source) -> bool:
    return b"%PDF-" in source.head[:1024]


def _is_parquet(source: Source) -> bool:
    return source.head.startswith(b"PAR1")


def _is_warc(source: Source) -> bool:
    return source.head.startswith(b"WARC/")


def _is_feed(source: Source) -> bool:
    return bool(_FEED.match(_plain_head(source)))


def _is_mail(source: Source) -> bool:
    if source.known.media is not None or source.name.endswith((".eml", ".mht", ".mhtml")):
        return not source.known.media or source.known.media == "message/rfc822"
    header = _HEADER.match(source.head.replace(b"\r\n", b"\n"))
    return bool(header and _MIME.search(header[0]))


def _is_mailbox(source: Source) -> bool:
    return not source.known.media and bool(_MAILBOX.match(source.head.replace(b"\r\n", b"\n")))


def _is_json_feed(source: Source) -> bool:
    if source.known.media or source.name.endswith(_TEXT_NAMES):
        return False
    return bool(_JSON_FEED.match(source.head.removeprefix(b"\xef\xbb\xbf")))


def _is_json(source: Source) -> bool:
    if source.known.media or source.name.endswith(_TEXT_NAMES):
        return False
    named = source.name.endswith((".jsonl", ".ndjson", ".json"))
    return named or bool(_JSON_ROW.match(source.head.removeprefix(b"\xef\xbb\xbf")))


def _is_csv(source: Source) -> bool:
    if source.known.media or source.name.endswith(_TEXT_NAMES):
        return False
    if source.name.endswith((".csv", ".tsv")):
        return True
    header = source.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    names = {
        name.strip(b' "\r').lower().decode("ascii", "replace") for name in _NAMES.split(header)
    }
    return "text" in names and len(names.intersection(COLUMNS)) > 1


def _is_html(source: Source) -> bool:
    if source.known.media:
        return _is_media(source, "text/html", "application/xhtml")
    if source.name.endswith((".html", ".htm", ".xhtml", ".shtml", ".xht")):
        return _is_wide(source.head) or _controls(source.head) <= 0.05
    sign = _WHOLE_PAGE if source.name.endswith(_TEXT_NAMES) else _MARKUP
    return bool(sign.match(_plain_head(source)))


def _is_text(source: Source) -> bool:
    """Tell text from binary data, and from markup of a kind that nobody reads here."""
    if _plain_head(source).startswith(b"<") and source.head.lstrip().startswith(b"<?xml"):
        return False
    head = source.head
    return _is_wide(head) or (0 not in head and _controls(head) <= 0.01)


def _is_wide(head: bytes) -> bool:
    """Tell whether these are bytes of UTF-16, by its mark or by every other byte being NUL."""
    return head[:2] in _WIDE or (bool(head) and 0.4 < head.count(0) / len(head) < 0.6)


def _controls(head: bytes) -> float:
    """Return the share of bytes that are control characters which no text holds."""
    return 1 - len(head.translate(None, _CONTROL)) / len(head)


KINDS: Final = (
    Kind("PDF", _is_pdf, "pdf"),
    Kind("Parquet", _is_parquet, "parquet"),
    Kind("WARC", _is_warc, "warc"),
    Kind("feed", _is_feed, "feed"),
    Kind("mailbox", _is_mailbox, "mail", "mailbox"),
    Kind("mail", _is_mail, "mail"),
    Kind("JSON feed", _is_json_feed, "jsonfeed"),
    Kind("JSON lines", _is_json, "table", "json_lines"),
    Kind("HTML", _is_html, "web"),
    Kind("CSV", _is_csv, "table", "separated_values"),
    Kind("text", _is_text, "plain"),
)
"""The kinds that are read, in the order in which they are looked for."""


def kind_of(source: Source) -> Kind:
    """Return the kind of an input.

    Raises:
        Unreadable: if it is empty or of no kind that is read; the reason says what it seems to be.
    """
    if not source.head.strip() and len(source.head) < HEAD:
        raise Unreadable(source.path, "empty", "")
    for sign, name, remedy in _FOREIGN:
        if source.head.startswith(sign):
            raise Unreadable(source.path, f"{name}, not a news page", remedy)
    for kind in KINDS:
        if kind.recognise(source):
            return kind
    if source.head.lstrip().startswith(b"<"):
        raise Unreadable(source.path, "markup that is neither HTML nor a feed", "")
    raise Unreadable(source.path, "binary data of an unknown kind", "")
