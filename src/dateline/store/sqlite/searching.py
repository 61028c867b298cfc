"""What a user types, as a query of the full-text index: words are data, never syntax."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TYPED: Final = re.compile(r'"([^"]*)(?:"|$)(\*?)|([^\s"]+)')


class Term(NamedTuple):
    """Words that must stand side by side, as the index has them; the last may go on."""

    words: tuple[str, ...]
    goes_on: bool = False

    def __str__(self) -> str:
        """Return the term in the syntax of FTS5, for an index that knows the order of words."""
        return f'"{" ".join(self.words)}"{"*" if self.goes_on else ""}'

    @property
    def loose(self) -> str:
        """The term for an index that knows no order: each of its words."""
        last = f'"{self.words[-1]}"{"*" if self.goes_on else ""}'
        return " AND ".join([*(f'"{word}"' for word in self.words[:-1]), last])


class Typed(NamedTuple):
    """What was typed, as terms that must all occur; none if there is no word in it."""

    terms: tuple[Term, ...]

    @property
    def loose(self) -> str:
        """The query of an index that knows no order: what it finds may have, `exact` has."""
        return " AND ".join(dict.fromkeys(term.loose for term in self.terms))

    @property
    def exact(self) -> str:
        """The query of an index that knows the order of words."""
        return " AND ".join(map(str, self.terms))

    @property
    def any(self) -> str:
        """The query for one of the terms, in an index that knows the order of words."""
        return " OR ".join(map(str, self.terms))

    @property
    def ordered(self) -> bool:
        """Whether the order of words matters."""
        return any(len(term.words) > 1 for term in self.terms)


def spelt(text: str) -> list[tuple[str, bool]]:
    """Return what was typed, piece by piece: its words, and whether the last of them may go on.

    Each word must occur; words within quotation marks, or joined as in "e-mail", in that order; a
    word with an asterisk at its end may go on. All else, such as `OR` or a colon, has no meaning.
    """
    return [
        (phrase or word, bool(open_) or word.endswith("*"))
        for phrase, open_, word in _TYPED.findall(text)
    ]


def beginnings(name: str) -> str:
    """Return the query for names that have all words of a name, or words that go on like them."""
    words = re.findall(r"[^\W_]+", name)
    return " AND ".join(f'"{word}"*' for word in words)
