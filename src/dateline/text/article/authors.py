"""Who wrote the article, as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.span import Span
from dateline.text import clock
from dateline.text.article import byline, marks
from dateline.text.article.claims import Claims
from dateline.text.article.lines import Line

_LONGEST = 200
_BAR = re.compile(r"\s[|•·/]\s")


def find(
    text: str,
    places: Iterable[Sequence[Line]],
    claims: Claims,
    language: str | None,
) -> tuple[tuple[str, ...], list[Line]]:
    """Return the authors, one each, as shown, and the lines that show them.

    A line that opens as bylines do is believed first, then an element that is named a byline, then
    what the head claims, if the page shows it too or it is plainly a person's name. A claim that is
    the name of the site is nobody.

    Args:
        text: the page's text.
        places: lines that may show the byline, the likeliest place first.
        claims: what the page's head claims.
        language: of the page.
    """
    sites = {outlet.casefold() for outlet in claims.outlets}
    claimed = tuple(_claimed(claims, sites, language))
    for lines in places:
        for line, words in _opened(text, lines, language):
            people = tuple(
                name for name in byline.people(words, language) if name.casefold() not in sites
            )
            if people:
                return people, [line]
        named = [
            (line, people)
            for line in lines
            for people in [_named(text, line, sites, language)]
            if people
        ]
        if named:
            agreed = [(line, people) for line, people in named if set(people) & set(claimed)]
            line, people = (agreed or named)[0]
            return people, [line]
        shown = [
            line
            for line in lines
            if len(line.span) <= _LONGEST and any(name in line.span.of(text) for name in claimed)
        ]
        if shown:
            return tuple(name for name in claimed), shown[:1]
    return tuple(name for name in claimed if byline.is_name(name)), []


def _claimed(claims: Claims, sites: set[str], language: str | None) -> Iterator[str]:
    """Yield the people that the head names: the first claim that names any."""
    for names in claims.authors:
        found = [
            person
            for name in names
            for person in byline.people(name, language)
            if person.casefold() not in sites
        ]
        if found:
            yield from dict.fromkeys(found)
            return


def _opened(text: str, lines: Sequence[Line], language: str | None) -> Iterator[tuple[Line, str]]:
    """Yield the lines that open as bylines do; one that holds the cue alone takes the next line."""
    for number, line in enumerate(lines):
        words = line.span.of(text)
        if len(words) > _LONGEST:
            continue
        opened = next((p for p in _pieces(words, language) if byline.is_byline(p, language)), None)
        if opened:
            yield line, opened
        elif len(words) < 30 and number + 1 < len(lines) and words.endswith(":"):
            joined = f"{words} {lines[number + 1].span.of(text)}"
            if len(joined) <= _LONGEST and byline.is_byline(joined, language):
                yield lines[number + 1], joined


def _pieces(words: str, language: str | None) -> Iterator[str]:
    """Yield the pieces of a line that bars and dates part: "Home | By A", "On 3 May by A"."""
    for piece in _BAR.split(words):
        at = 0
        for span, _ in clock.find(piece, language):
            yield piece[at : span.start]
            at = span.end
        yield piece[at:]


def _named(text: str, line: Line, sites: set[str], language: str | None) -> tuple[str, ...]:
    """Return the people of a line that an element calls a byline."""
    if len(line.span) > _LONGEST or not _is_marked(line):
        return ()
    people = byline.people(line.span.of(text), language)
    return tuple(name for name in people if name.casefold() not in sites)


def _is_marked(line: Line) -> bool:
    for number, element in enumerate(line.within()):
        if number == 4:
            return False
        if (element.get("rel") or "").lower() == "author" or not marks.known().byline.isdisjoint(
            marks.names(element)
        ):
            return True
    return False


def spans(text: str, lines: Iterable[Line]) -> list[Span]:
    """Return the spans of the byline's lines."""
    return [line.span.trimmed(text) for line in lines]
