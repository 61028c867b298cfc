"""The words with which pages lead away from the article, in all languages at once."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.languages import holding, lexicon


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The openings of lines that are not the article: `LANGUAGE/article.toml`.

    Attributes:
        related: before a link to another article ("READ ALSO").
        furniture: of lines that belong to the page ("Advertisement").
        changed: before a date that is not the day of publication ("Updated").
        first: before the day of publication, where another date is shown as well.
    """

    related: tuple[str, ...]
    furniture: tuple[str, ...]
    changed: tuple[str, ...]
    first: tuple[str, ...] = ()


@cache
def _openings(field: str) -> frozenset[str]:
    wordings = [lexicon(code, "article", Wording) for code in holding("article")]
    return frozenset(word for wording in wordings for word in getattr(wording, field))


def opening(line: str, field: str) -> str | None:
    """Return the longest opening of `field` with which a line begins, or `None`."""
    words = line[:80].casefold().lstrip(" \t*[(•>»-–—▶►→")
    known = _openings(field)
    ends = [
        n
        for n in range(len(words), 0, -1)
        if n == len(words) or not (words[n].isalnum() and words[n - 1].isalnum())
    ]
    return next((words[:n] for n in ends if words[:n] in known), None)


def ends(words: str, field: str) -> bool:
    """Tell whether words end with one of those of `field`, marks and spaces after it aside."""
    last = words.casefold().rstrip(" :,.|·-–—\t(")
    return any(
        last.endswith(word) and not last[: -len(word)][-1:].isalnum() for word in _openings(field)
    )
