"""When the article was published: the clock that is shown, the offset that the machine is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from lxml import etree

from dateline.layout import Markup
from dateline.span import Span
from dateline.text import clock
from dateline.text.article import marks, wording
from dateline.text.article.lines import Line

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]{1,2}(\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:[/-]?|/[A-Za-z][\w.-]{0,30}/)(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)
_EAST, _WEST = timedelta(hours=14), timedelta(hours=-12)
_BROKEN: Final = frozenset({-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825})
"""The offsets in use that are no whole hours, in minutes (IANA time zone database)."""

_CUE_WITHIN = 40
_SENTENCE = 6
_OF_ITS_HEAD = 2  # days that may stand between headline and article: its own and today's
_WORD = re.compile(r"[^\W\d_]{2,}")


def find(
    text: str,
    places: Iterable[Sequence[Line]],
    told: Iterable[str],
    address: str | None,
    language: str | None,
) -> tuple[str | None, Span | None]:
    """Return when the article was published, as precise as the page says, and where it is shown.

    Args:
        text: the page's text.
        places: lines that may show the date, the likeliest place first.
        told: dates in the page's head and attributes, the most trusted first.
        address: the page's own address, which may hold a day.
        language: of the page, for numeric dates.
    """
    machine = next(
        (value for value in (_machine(words, language) for words in told) if value), None
    )
    machine = machine or _address_day(address)
    places = list(places)
    for number, lines in enumerate(places):
        most = _OF_ITS_HEAD if number == 0 else 1
        shown = list(_likely(text, lines, language, machine, most))
        if shown:
            first = [value for value in shown if _says_first(text, value[0])]
            span, value = next((s for s in first or shown if "T" in s[1]), (first or shown)[0])
            return (reconciled(value, machine) if machine else value), span
    changed = (_changed(text, lines, language) for lines in places)
    return (machine, None) if machine else next(filter(None, changed), (None, None))


def reconciled(shown: str, machine: str) -> str:
    """Return one time from the clock shown to readers and the instant told to machines.

    The clock is as shown; its offset is how far it stands from the instant, where that can be an
    offset (whole hours, or one of the few with parts of an hour). Where it cannot (the instant is
    that of a change) the machine's own offset is taken, unless that is UTC, which many always use.
    """
    if "T" not in shown:
        return machine
    local, instant = datetime.fromisoformat(shown), datetime.fromisoformat(machine)
    if local.tzinfo is not None or instant.tzinfo is None:
        return shown
    own = instant.utcoffset() or timedelta(0)
    utc = (instant - own).replace(tzinfo=None)
    apart = local.replace(second=0) - utc.replace(second=0, microsecond=0)
    if _is_offset(apart):
        return f"{local:%Y-%m-%dT%H:%M}:{instant:%S}{_offset(apart)}"
    return shown + _offset(own) if own else shown


def told(markup: Markup, within: Span) -> Iterator[str]:
    """Yield the dates of publication in the attributes of elements that stand in `within`.

    HTML's `time`, schema.org's `datePublished`, hAtom's and h-entry's `published`.
    """
    for element in markup:
        span = markup.span(element)
        if span is None or not within.contains(span):
            continue
        value = element.get("datetime") or element.get("content") or element.get("title")
        if value and _dates_publication(element):
            yield value


def _dates_publication(element: etree._Element) -> bool:
    item = (element.get("itemprop") or "").lower()
    if "modified" in item:
        return False
    named = marks.names(element)
    if "updated" in named and "published" not in named:
        return False
    return element.tag == "time" or "datepublished" in item or "published" in named


def _machine(words: str, language: str | None) -> str | None:
    """Return a machine's date as ISO 8601, or `None` if it is none or does not exist."""
    found = _ISO.match(words.strip())
    if found is None:
        return clock.read(words, language)
    day, minute, second, zone = found.groups()
    value = (
        f"{day}T{minute}{second or ''}{'+00:00' if zone == 'Z' else zone or ''}" if minute else day
    )
    try:
        return (
            datetime.fromisoformat(value).isoformat()
            if minute
            else datetime.fromisoformat(value).date().isoformat()
        )
    except ValueError:
        return None


def _shown(text: str, lines: Iterable[Line], language: str | None) -> Iterator[tuple[Span, str]]:
    """Yield the dates that the lines show, those of a change left out."""
    for line in lines:
        words = line.span.of(text)[:400]
        for span, value in clock.find(words, language):
            before = words[max(0, span.start - _CUE_WITHIN) : span.start]
            if not wording.ends(before, "changed"):
                yield Span(line.span.start + span.start, line.span.start + span.end), value


def _likely(
    text: str, lines: Sequence[Line], language: str | None, machine: str | None, most: int
) -> Iterator[tuple[Span, str]]:
    """Yield the dates that may be that of publication: near the machine's, or none of prose.

    Lines with more than `most` days are a list of other articles.
    """
    if machine is not None:
        yield from (one for one in _shown(text, lines, language) if _near(one[1], machine))
        return
    told = [line for line in lines if not is_prose(line.span.of(text))]
    shown = list(_shown(text, told, language))
    days = {value[:10] for _, value in shown}
    if len(days) <= most or any(_says_first(text, span) for span, _ in shown):
        yield from shown


def is_prose(words: str) -> bool:
    """Tell whether a line is a sentence, which may tell of any day."""
    told: list[str] = _WORD.findall(words[:400])
    return sum(map(str.islower, told)) >= _SENTENCE


def _changed(
    text: str, lines: Sequence[Line], language: str | None
) -> tuple[str | None, Span | None] | None:
    """Return the first date of a change, for a page that shows no other."""
    for line in lines:
        words = line.span.of(text)[:400]
        for span, value in clock.find(words, language):
            if wording.ends(words[max(0, span.start - _CUE_WITHIN) : span.start], "changed"):
                return value, Span(line.span.start + span.start, line.span.start + span.end)
    return None


def _says_first(text: str, span: Span) -> bool:
    """Tell whether the words before a date say that it is that of the first publication."""
    return wording.ends(text[max(0, span.start - _CUE_WITHIN) : span.start], "first")


def _near(shown: str, machine: str | None) -> bool:
    """Tell whether two times can be the same in two zones: a day apart at most."""
    if machine is None:
        return True
    apart = datetime.fromisoformat(shown[:10]) - datetime.fromisoformat(machine[:10])
    return abs(apart.days) <= 1


def _address_day(address: str | None) -> str | None:
    found = _IN_ADDRESS.search(address or "")
    return _machine("-".join(found.groups()), None) if found else None


def _is_offset(apart: timedelta) -> bool:
    minutes = apart // timedelta(minutes=1)
    return _WEST <= apart <= _EAST and (minutes % 60 == 0 or minutes in _BROKEN)


def _offset(apart: timedelta) -> str:
    minutes = abs(apart) // timedelta(minutes=1)
    return f"{'-' if apart < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"
