"""The ids of an archive: an article's key, and the id of a thing within its record."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final, Literal, NamedTuple

from dateline.errors import DatelineError

Letter = Literal["e", "s", "v", "r", "t"]

_ID: Final = re.compile(r"([0-9a-f]{1,16}):([esvrt])([1-9]\d{0,8})")
_WITHIN: Final = re.compile(r"([esvrt])([1-9]\d{0,8})")


class Id(NamedTuple):
    """An id in its parts; `key` may be the beginning of one."""

    key: str
    letter: Letter
    n: int


def key(where: str, document: str) -> str:
    """Return the key of an article.

    Args:
        where: the page's URL, else its path.
        document: id of the document, the hash of its text.
    """
    return sha256(f"{where}\n{document}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def page(where: str) -> int:
    """Return the number of a page: 63 bits of the SHA-256 of where it is from."""
    digest = sha256(where.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) >> 1


def parse(text: str) -> Id | None:
    """Return the parts of an id such as `5e1f0c2ab3d49786:s4`, or `None` if it is none."""
    found = _ID.fullmatch(text)
    return Id(found[1], found[2], int(found[3])) if found else None  # type: ignore[arg-type]


def number(within: str, letter: Letter) -> int:
    """Return the number in an id within a record: 4 of `s4`.

    Raises:
        DatelineError: if it is no id of that letter.
    """
    found = _WITHIN.fullmatch(within)
    if not found or found[1] != letter:
        raise DatelineError(within, f"is no id of the form {letter}1")
    return int(found[2])
