"""Feeds (RSS, Atom): a page for each entry, with as much of the article as the feed holds.

The one module that knows feedparser.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

import feedparser

from dateline.errors import Unreadable
from dateline.layout import Given
from dateline.page import declared
from dateline.page.source import Known, Source

_TAG: Final = re.compile(r"<[^<>]{0,1000}>")
_FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What feedparser fails with on damaged feeds, beside those that it mends (found by fuzzing)."""

_REFERENCE: Final = re.compile(rb"&#(?:([0-9]{1,20})|[xX]([0-9a-fA-F]{1,20}));?")
_ROOT_END: Final = re.compile(rb"</(?:[a-z]{1,20}:)?(?:rss|feed|rdf)\s{0,9}>", re.IGNORECASE)
_ENTRY: Final = re.compile(rb"<(/?)(?:[a-z]{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_MAILBOX: Final = re.compile(r"\S{1,200}@\S{1,200}\s{1,9}\((?P<name>[^()]{1,200})\)")


def read(source: Source) -> Iterator[Source]:
    """Yield the entries of a feed, in its order, each under its id, its link or its number.

    An entry's content is its page; where it has none, its summary, which is often the beginning of
    the article only. An entry with neither is one with its title alone.

    Raises:
        Unreadable: if it is damaged beyond reading, or the bytes cannot be had or are too many; if
            it is cut off, after the entries that are whole.
    """
    headers = {"content-type": f"application/xml; charset={source.known.charset}"}
    data = _REFERENCE.sub(_sound, source.whole())
    try:
        found = feedparser.parse(
            io.BytesIO(data),
            response_headers=headers if source.known.charset else {},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _FAULTS:
        raise Unreadable(source.path, "damaged feed", "fetch the file again") from None
    is_cut, is_last_whole = _cut(data.replace(b"\0", b""))
    entries = found.entries if is_last_whole else found.entries[:-1]
    taken: set[str] = set()
    for number, entry in enumerate(entries, 1):
        name = declared.line(_text(entry, "id") or _text(entry, "link")) or str(number)
        key = name if name not in taken else str(number)
        taken.add(key)
        yield _page(f"{source.path}#{key}", source, found.feed, entry)
    if is_cut:
        remedy = "fetch the file again; the entries that are whole were read"
        raise Unreadable(source.path, "truncated feed: its end is cut off", remedy)


def _cut(data: bytes) -> tuple[bool, bool]:
    """Tell whether a feed is cut off, and whether its last entry is whole all the same."""
    if _ROOT_END.search(data):
        return False, True
    ends = [found[1] for found in _ENTRY.finditer(data)]
    return True, not ends or ends[-1] == b"/"


def _sound(reference: re.Match[bytes]) -> bytes:
    """Return a character reference, one to no character (a surrogate, too large) made U+FFFD."""
    number = int(reference[1], 10) if reference[1] else int(reference[2], 16)
    known = number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return reference[0] if known else b"&#xfffd;"


def _page(path: str, source: Source, feed: Mapping[str, Any], entry: Mapping[str, Any]) -> Source:
    words, media, tongue = _content(entry)
    given = Given(
        url=declared.line(_text(entry, "link")),
        title=_title(entry),
        byline=_byline(entry),
        published=declared.moment(_text(entry, "published") or _text(entry, "updated")),
        outlet=_title(feed),
        language=declared.language(tongue or _text(feed, "language")),
    )
    known = Known(media=media, charset="utf-8", given=given)
    return Source(path, io.BytesIO(words.encode("utf-8", "replace")), source.limits, known)


def _text(entry: Mapping[str, Any], name: str) -> str:
    """Return what an entry says under a name; feedparser's own look-up would answer by another."""
    words = entry.get(name) if name in entry.keys() else None  # noqa: SIM118
    return words if isinstance(words, str) else ""


def _content(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the longest content, else the summary, else the title: words, media type, language."""
    held = [part for part in entry.get("content", ()) if part.get("value", "").strip()]
    if _text(entry, "summary").strip():
        held = held or [entry.get("summary_detail", {"value": entry["summary"]})]
    best = max(held, key=lambda part: len(part["value"]), default=None)
    if best is None:
        return _title(entry) or "", "text/plain", ""
    media = "text/plain" if best.get("type") == "text/plain" else "text/html"
    return best["value"], media, best.get("language") or ""


def _title(entry: Mapping[str, Any]) -> str | None:
    words = _text(entry, "title")
    if entry.get("title_detail", {}).get("type") != "text/plain":
        words = unescape(_TAG.sub("", words))
    return declared.line(words)


def _byline(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the authors' names; RSS has them after the address, `ann@x.example (Ann Poe)`."""
    names = [author.get("name") or "" for author in entry.get("authors", ())]
    mailbox = _MAILBOX.fullmatch(_text(entry, "author"))
    if mailbox:
        names = [*(name for name in names if "(" not in name and "@" not in name), mailbox["name"]]
    lines = (declared.line(name) for name in names if "@" not in name)
    return tuple(dict.fromkeys(line for line in lines if line))
