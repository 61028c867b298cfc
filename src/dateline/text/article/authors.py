"""Who wrote the article, as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from dateline.layout import Markup
from dateline.span import Span
from dateline.text import clock
from dateline.text.article import byline, marks
from dateline.text.article.claims import Claims
from dateline.text.article.headline import fold
from dateline.text.article.lines import Line

_LONGEST = 200
_BAR = re.compile(r"\s[|•·/]\s")


def find(
    text: str,
    places: Iterable[Sequence[Line]],
    markup: Markup,
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
        markup: the page's tree.
        claims: what the page's head claims.
        language: of the page.
    """
    sites = {fold(outlet) for outlet in claims.outlets}
    claimed = tuple(_claimed(claims, sites, language))
    named: list[tuple[Span, tuple[str, ...]]] | None = None
    for lines in places:
        for line, words in _opened(text, lines, language):
            people = _persons(words, sites, language)
            if people:
                return people, [line]
        if named is None:
            named = [*_named(text, markup, sites, language)]
        here = [(line, people) for span, people in named for line in _showing(lines, span)]
        if here:
            agreed = [(line, people) for line, people in here if set(people) & set(claimed)]
            line, people = (agreed or here)[0]
            return people, [line]
        short = [line for line in lines if len(line.span) <= _LONGEST]
        shown = [line for line in short if any(name in line.span.of(text) for name in claimed)]
        if shown:
            return claimed, shown[:1]
    return tuple(name for name in claimed if byline.is_name(name)), []


def _persons(words: str, sites: set[str], language: str | None) -> tuple[str, ...]:
    """Return the people whom words name; a site is none, nor is its name at a person's end."""
    people = (_without_site(person, sites) for person in byline.people(words, language))
    return tuple(person for person in people if fold(person) not in sites)


def _without_site(person: str, sites: set[str]) -> str:
    name, _, last = person.rpartition(" ")
    return name if " " in name and fold(last) in sites else person


def _showing(lines: Sequence[Line], span: Span) -> list[Line]:
    """Return the first line of those that the span touches."""
    return [line for line in lines if line.span.overlaps(span)][:1]


def _claimed(claims: Claims, sites: set[str], language: str | None) -> Iterator[str]:
    """Yield the people that the head names: the first claim that names any."""
    for names in claims.authors:
        found = [person for name in names for person in _persons(name, sites, language)]
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


def _named(
    text: str, markup: Markup, sites: set[str], language: str | None
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield where an element that is named a byline stands, and whom it names."""
    for element in markup:
        span = markup.span(element)
        if span is None or len(span) > _LONGEST or not _is_byline(element):
            continue
        people = _persons(span.of(text), sites, language)
        if people:
            yield span, people


def _is_byline(element: etree._Element) -> bool:
    if "author" in (element.get("rel") or "").lower().split():
        return True
    return not marks.known().byline.isdisjoint(marks.names(element))
