"""Mails (EML, RFC 5322), boxes of them (mbox, RFC 4155), web pages kept as mails (RFC 2557)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses
from typing import Final

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given
from dateline.page import declared, encoding
from dateline.page.source import Known, Source, too_large

_PREFERRED: Final = ("text/html", "application/xhtml+xml", "text/plain")
_ADDRESS: Final = re.compile(r"https?://[^\s<>]{1,2000}")
_PARTS: Final = 1000
"""How many parts of a mail are looked at."""

_BETWEEN: Final = b"From "
_QUOTED: Final = re.compile(rb">{1,99}From ")


def mailbox(source: Source) -> Iterator[Source | Unreadable]:
    """Yield the mails of a box, numbered from 1; one that is larger than the limit is told.

    A mail begins with a line "From ..." behind an empty line; a line of a mail that begins so was
    written ">From".

    Raises:
        Unreadable: if the bytes cannot be had.
    """
    number, lines, size, is_empty = 0, list[bytes](), 0, True
    while line := source.stream.readline(1 << 20):
        if is_empty and line.startswith(_BETWEEN):
            if number:
                yield _boxed(source, number, lines, size)
            number, lines, size = number + 1, [], 0
        else:
            size += len(line)
            if size <= source.limits.bytes:
                lines.append(line[1:] if _QUOTED.match(line) else line)
        is_empty = not line.strip()
    yield _boxed(source, number, lines, size)


def _boxed(source: Source, number: int, lines: list[bytes], size: int) -> Source | Unreadable:
    path = f"{source.path}#{number}"
    if size > source.limits.bytes:
        return too_large(path, source.limits)
    known = Known(name=f"{number}.eml")
    return Source(path, io.BytesIO(b"".join(lines)), source.limits, known)


def read(source: Source) -> Iterator[Source]:
    """Yield the one page that a mail holds: its HTML, or else its plain text.

    A mail's headers say who wrote it, when, and under which title. A web page kept as a mail is
    named by its address alone: its date is when it was saved.

    Raises:
        Unreadable: if it has neither HTML nor text, or the bytes cannot be had.
        TooLarge: if its parts are nested too deeply.
    """
    data = source.whole()
    try:
        mail = message_from_bytes(data)
        part = _body(mail)
    except RecursionError:
        raise TooLarge(source.path, "the parts of the mail are nested too deeply") from None
    if part is None:
        raise Unreadable(source.path, "a mail without HTML or text")
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    location = _location(mail, part)
    is_page = location is not None or source.name.endswith((".mht", ".mhtml"))
    known = Known(
        media="text/plain" if part.get_content_type() == "text/plain" else "text/html",
        charset=part.get_content_charset(),
        given=Given(url=location) if is_page else _given(mail),
    )
    yield Source(source.path, io.BytesIO(body), source.limits, known)


def _body(mail: Message) -> Message | None:
    """Return the part to read: the first of HTML that is no attachment, else the first of text."""
    parts = [part for _, part in zip(range(_PARTS), mail.walk(), strict=False)]
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    for media in _PREFERRED:
        for part in shown:
            if not part.is_multipart() and part.get_content_type() == media:
                return part
    return None


def _location(mail: Message, part: Message) -> str | None:
    """Return the address of the web page that was kept, `None` for a mail."""
    for header in (part.get("Content-Location"), mail.get("Snapshot-Content-Location")):
        found = _ADDRESS.search(_words(header))
        if found:
            return found[0]
    return None


def _given(mail: Message) -> Given:
    found = _ADDRESS.search(_words(mail.get("Archived-At")))
    senders = getaddresses([_words(mail.get("From"))])
    names = (declared.line(name) for name, _ in senders)
    return Given(
        url=found[0] if found else None,
        title=declared.line(_words(mail.get("Subject"))),
        byline=tuple(name for name in names if name),
        published=declared.moment(_words(mail.get("Date"))),
        outlet=declared.line(_words(mail.get("Organization"))),
        language=declared.language(_words(mail.get("Content-Language"))),
    )


def _words(header: object) -> str:
    """Return what a header says, its encoded words (RFC 2047) decoded."""
    if header is None:
        return ""
    try:
        parts = decode_header(str(header))
    except HeaderParseError:
        return declared.sound(str(header))
    words = (
        part if isinstance(part, str) else encoding.of_text(part, charset)
        for part, charset in parts
    )
    return declared.sound("".join(words))
