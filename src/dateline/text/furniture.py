"""The words that a news page's furniture is made of, ready to be met in a text copy of it.

Pages mix languages (a theme in English under an article in Dutch), so that the words of all
languages are known at once. What each list is for stands in `languages/en/page.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.languages import holding, lexicon
from dateline.span import Span

_MARKS = re.compile(r"^[\s#*•●·○◦▪■+>|=~_\-–—»›]+|[\s#*|_»›]+$")
_LINK = re.compile(r"!?\[([^\]\[]{0,300})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_IMAGE = re.compile(r"(?:\[[\w.=%~+/&@-]{0,160}\]\s*|\((?:BUTTON|IMAGE)\)\s*)+(?=\S)")
_ESCAPE = re.compile(r"\\([.+#*_()\[\]!>|-])")
_HEADING = re.compile(r"\s{0,8}(?:#{1,6}\s{1,4})?(?:\*\*|__)?(?=\S)")
_OTHER = re.compile(r"[\d\W_]+")


_LONGEST_BUTTONS = 120  # characters of a line of buttons


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The furniture of one language's pages: `LANGUAGE/page.toml`."""

    nouns: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    after_noun: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    pingbacks: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()


@cache
def words(name: str) -> frozenset[str]:
    """Return the phrases of the list `name` in all languages, in lower case."""
    lists = (getattr(lexicon(code, "page", Words), name) for code in holding("page"))
    return frozenset(phrase.casefold() for phrases in lists for phrase in phrases)


@cache
def opening(name: str) -> re.Pattern[str]:
    """Return a pattern for a line that begins with a phrase of the list, whole words only."""
    return re.compile(rf"(?:{choice(words(name))})(?!\w)", re.IGNORECASE)


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Return a pattern for a phrase of the list anywhere in a line, whole words only."""
    return re.compile(rf"(?<!\w)(?:{choice(words(name))})(?!\w)", re.IGNORECASE)


def choice(phrases: Iterable[str]) -> str:
    """Return the alternatives of a pattern, longest first; any apostrophe stands for both."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase.replace("’", "'")).replace("'", "['’]") for phrase in ordered)


def plain(line: str) -> str:
    """Return a line without bullets, marks of Markdown and stand-ins for pictures."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    line = _MARKS.sub("", line.replace("**", ""))
    image = _IMAGE.match(line)
    return line[image.end() :] if image else line


def unmarked(span: Span, text: str) -> Span:
    """Return a line's span without the marks of Markdown around its words ("## Costs rise")."""
    words = span.of(text)
    lead = _HEADING.match(words)
    start = lead.end() if lead else 0
    tail = words[start:].rstrip().rstrip("#*_").rstrip()
    return Span(span.start + start, span.start + start + len(tail)) if tail else span


def is_one(name: str, line: str) -> bool:
    """Tell whether the whole line is a phrase of the list, marks and end points left aside."""
    return plain(line).rstrip(" :.…*").replace("’", "'").casefold() in _straight(name)


def is_buttons(line: str) -> bool:
    """Tell whether a line is made of a comment's buttons alone ("Reply · Report · 3 likes")."""
    # Buttons may stand without a space between ("ReplyDelete"), so words are not looked for whole.
    at, seen = 0, False
    while at < len(line) <= _LONGEST_BUTTONS:
        found = _OTHER.match(line, at)
        if found is None:
            found, seen = _buttons().match(line, at), True
        if found is None:
            return False
        at = found.end()
    return seen


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(choice(words("buttons")), re.IGNORECASE)


@cache
def _straight(name: str) -> frozenset[str]:
    return frozenset(phrase.replace("’", "'") for phrase in words(name))
