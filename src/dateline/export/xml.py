"""XML, element by element, as bytes; what XML cannot hold is replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def legal(text: str) -> str:
    """Return the text with U+FFFD for each character that XML 1.0 has no way to write."""
    return _FORBIDDEN.sub("\ufffd", text)


def written(value: object) -> str:
    """Return a value as XML Schema writes it: `true` for what is so."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def start(name: str, attributes: Mapping[str, object] = {}, *, empty: bool = False) -> bytes:
    """Return a start tag; attributes that are `None` are left out."""
    shown = "".join(
        f" {key}={quoteattr(legal(written(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{shown}{'/' if empty else ''}>\n".encode()


def end(name: str) -> bytes:
    """Return an end tag."""
    return f"</{name}>\n".encode()


def element(name: str, text: str, attributes: Mapping[str, object] = {}) -> bytes:
    """Return an element that holds nothing but text."""
    return start(name, attributes).rstrip() + escape(legal(text)).encode() + end(name)
