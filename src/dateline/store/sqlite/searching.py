"""What a user types, as a query of the full-text index: words are data, never syntax."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(r'"([^"]*)(?:"|$)(\*?)|([^\s"]+)')


def match(text: str) -> str:
    """Return the query for words as a user types them; empty if there is no word among them.

    Each word must occur; words within quotation marks must occur in that order; a word with an
    asterisk at its end may go on. All else, such as `OR`, a hyphen or a colon, has no meaning.
    """
    terms = []
    for phrase, open_, word in _WORDS.findall(text.replace("\0", " ")):
        goes_on = "*" if open_ or word.endswith("*") else ""
        words = word.rstrip("*") if word else phrase
        if any(c.isalnum() for c in words):
            terms.append(f'"{words}"{goes_on}')
    return " AND ".join(terms)


def beginnings(name: str) -> str:
    """Return the query for names that have all words of a name, or words that go on like them."""
    words = re.findall(r"[^\W_]+", name)
    return " AND ".join(f'"{word}"*' for word in words)
