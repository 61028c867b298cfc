"""Links as readers type them, with or without their scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dateline.text.thread.spam.lexica import lexica

LINK = re.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>\"\]]{3,2000}|(?<![@\w.-])[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,63}){0,3}"
    r"\.(?:com|net|org|info|biz|de|fr|ru|uk|xyz|top|shop|online|site|club|io|me|blogspot\.\w{2,3})"
    r"(?![\w@.])(?:/[^\s<>\"\]]{0,2000})?"
)


class Link(msgspec.Struct, frozen=True):
    """A link as it is shown."""

    shown: str
    host: str
    path: str


def links(text: str) -> Iterator[Link]:
    """Yield the links that are shown in a text."""
    for found in LINK.finditer(text):
        bare = re.sub(r"(?i)^https?://", "", found[0])
        host, _, path = bare.partition("/")
        host = host.casefold().removeprefix("www.").partition(":")[0].rstrip(".,;!?)")
        yield Link(found[0], host, path)


def foreign(text: str) -> tuple[Link, ...]:
    """Return the links that do not lead where readers point for good reason."""
    good = lexica().signs.links.references
    return tuple(
        link
        for link in links(text)
        if not any(link.host == host or link.host.endswith(f".{host}") for host in good)
    )
