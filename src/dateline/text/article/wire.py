"""The dateline of wire copy: "FLINT, Mich., Oct. 4 (UPI) --" into place, date and agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dateline.languages import holding, lexicon
from dateline.record import Dateline
from dateline.span import Span
from dateline.text import clock
from dateline.text.article.byline import is_agency

_LONGEST = 140  # characters in which a dateline must have ended
_ANY_DAY = "2000-12-31"  # only to see whether words are a date; the value is then not used
_DASH = re.compile(
    r"\s{0,3}(?:\.?--+|\.?[—–―•]|\.-|(?<=\s)-(?=\s)|(?<=[)/])-|_(?=\s))\s{0,3}"
    r"|(?<=[)/])\.?\s{1,3}|(?<=[^\W_]\))(?=[^\W_])"
)
_COLON = re.compile(r":\s{1,3}(?=\S)")
_AGENCY = re.compile(r"[\s,.]{0,3}[(/\[]\s?([^()/\[\]\n]{2,40}?)\s?[)/\]]\.?$")
_AGENCY_FIRST = re.compile(r"\(\s?([^()\n]{2,40}?)\s?\)\s{0,2}")
_STORY = re.compile(r"[\"'“‘«„(\[¡¿]{0,2}(?:[^\W_])")
_CITIES = re.compile(r"\s?/\s?|\s(?:and|und|et|AND|UND|ET)\s")
_LABEL = re.compile(r"^[^\W\d_a-z][^\W\d_a-z .'’-]{1,40}:\s", re.MULTILINE)
_LABELS_WITHIN = 200_000  # characters in which other labels such as "SMITH:" are looked for
_PLACE = re.compile(r"[^\W\d_][\w\s.,'’()&/-]{1,60}")
# Words within a place's name that are not capitalised.
_SMALL = frozenset(
    (
        *("de", "del", "la", "le", "les", "el", "los", "las", "do", "da", "dos", "das", "di", "al"),
        *("of", "and", "y", "e", "et", "und", "am", "an", "der", "sur", "upon", "en"),
    )
)
_SHORT_YEAR = re.compile(r"(?<=[^\W\d_]\s)(?=\d\d$)")


class Openers(msgspec.Struct, frozen=True):
    """What else opens a story in capitals, and how a missing date is told: `LANGUAGE/wire.toml`."""

    no_place: frozenset[str]
    no_date: frozenset[str] = frozenset()


class _Lead(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the dash, taken apart; `place` is empty where only an agency is told."""

    place: Span
    date_span: Span | None = None
    date: str | None = None
    agency: str | None = None


def read(
    text: str, within: Span, language: str | None = None, published: str | None = None
) -> Dateline | None:
    """Return the dateline at the head of a story, or `None` if it has none.

    The forms are those of the agencies: a place in capitals, or in small letters with a date
    or an agency beside it; its region; the date; the agency in brackets or between strokes; a
    dash. Italian copy has the agency first, the South Asian press a colon for the dash.

    Args:
        text: the whole text; offsets count in it.
        within: the story's body; its first characters are looked at.
        language: BCP 47 tag of the page, for the order of a numeric date.
        published: ISO 8601; tells the year of a date without one.
    """
    body = within.trimmed(text)
    stop = min(body.end, body.start + _LONGEST)
    first = _AGENCY_FIRST.match(text, body.start, stop)
    if first and is_agency(first[1]):
        return _after_agency(text, first, stop, language, published)
    dash = _DASH.search(text, body.start, stop)
    while dash and dash.start() > body.start:
        lead = _lead(text, Span(body.start, dash.start()), language, published)
        if lead and _sure(text, lead, dash):
            return _dateline(text, lead, Span(body.start, dash.end()))
        dash = _DASH.search(text, dash.start() + 1, stop)
    colon = _COLON.search(text, body.start, stop)
    lead = _lead(text, Span(body.start, colon.start()), language, published) if colon else None
    if lead and colon and _is_capital(lead.place.of(text)) and _only_label(text):
        return _dateline(text, lead, Span(body.start, colon.end()))
    return None


def _after_agency(
    text: str, first: re.Match[str], stop: int, language: str | None, published: str | None
) -> Dateline | None:
    """Read "(CNN) --", "(CNN)" and "(ANSA) - ROMA, 12 MAR -"."""
    dash = _DASH.match(text, first.end(), stop)
    begin = dash.end() if dash else first.end()
    end = _DASH.search(text, begin, stop) if dash else None
    lead = _lead(text, Span(begin, end.start()), language, published) if end else None
    if lead and end and _is_capital(lead.place.of(text)):
        named = msgspec.structs.replace(lead, agency=first[1])
        return _dateline(text, named, Span(first.start(), end.end()))
    if not _STORY.match(text, begin):
        return None
    return Dateline(span=Span(first.start(), begin), agency=first[1])


def _lead(text: str, lead: Span, language: str | None, published: str | None) -> _Lead | None:
    """Take a lead apart from its end: agency, then date; what is left must be a place."""
    place, agency = lead.trimmed(text), None
    mark = _AGENCY.search(place.of(text))
    if mark and _is_date(mark[1], language):  # "WASHINGTON (Aug. 13) --"
        found = _Lead(
            place=Span(place.start, place.start + mark.start()),
            date_span=Span(place.start + mark.start(1), place.start + mark.end(1)),
            date=clock.read(mark[1], language, at=published),
        )
        return found if _is_place(found.place.of(text)) else None
    if mark and (is_agency(mark[1]) or not mark[1].islower()):
        place, agency = Span(place.start, place.start + mark.start()), mark[1]
    head, comma, tail = place.of(text).rpartition(",")
    if comma and agency is None and is_agency(tail):
        place, agency = Span(place.start, place.start + len(head)), tail.strip()
    place, date_span, date = _dated(text, place, language, published)
    if not _is_place(place.of(text)):
        return None
    return _Lead(place=place, date_span=date_span, date=date, agency=agency)


def _dated(
    text: str, lead: Span, language: str | None, published: str | None
) -> tuple[Span, Span | None, str | None]:
    """Split a lead into place and date; the date is the longest end of it that reads as one."""
    for cut in _cuts(lead.of(text)):
        date_span = Span(lead.start + cut, lead.end).trimmed(text)
        words = _SHORT_YEAR.sub("'", date_span.of(text).strip(" ,."))
        before = text[lead.start : lead.start + cut].rstrip(" ,\n")
        if before.endswith(".") and "," not in before:  # "KYIV. Jan 3", but "FLINT, Mich."
            before = before[:-1]
        place = Span(lead.start, lead.start + len(before))
        if words.casefold() in _openers().no_date:
            return place, None, None
        if any(c.isdigit() for c in words[:4] + words[-4:]) and _is_date(words, language):
            return place, date_span, clock.read(words, language, at=published)
    return lead, None, None


def _cuts(words: str) -> Iterator[int]:
    """Yield where a date could begin: after a comma, or at one of the last words."""
    commas = [found.end() for found in re.finditer(r",\s{0,2}|\.\s", words)]
    spaces = [found.end() for found in re.finditer(r"\s", words)]
    yield from sorted({*commas[-3:], *spaces[-4:]})


def _is_date(words: str, language: str | None) -> bool:
    """Tell whether the words are a date and nothing else; the year may be missing."""
    found = clock.find(words, language)
    if found:
        return len(found[0][0]) >= len(words) - 1
    return clock.read(words, language, at=_ANY_DAY) is not None


def _is_place(words: str) -> bool:
    """Tell whether the words could be a place with its region: all begin with capitals."""
    if not _PLACE.fullmatch(words) or words.count(",") > 2 or words.count("(") != words.count(")"):
        return False
    names = re.findall(r"[^\s(),/]+", words)
    city = words.split(",", maxsplit=1)[0]
    first = "" if names[0].casefold() in _SMALL else names[0]  # "LA PAZ", but not "THE MAYOR"
    return (
        len(names) <= 7
        and all(name[0].isupper() or name in _SMALL for name in names if name[0].isalpha())
        and not any(word.casefold() in _openers().no_place for word in (city, first, words))
    )


def _is_capital(words: str) -> bool:
    """Tell whether the city is written in capitals."""
    city = [name for name in words.split(",", maxsplit=1)[0].split() if name not in _SMALL]
    letters = [c for c in "".join(city) if c.isalpha()]
    small = sum(c.islower() for c in letters)
    return len(letters) >= 3 and small <= len(letters) // 6


def _sure(text: str, lead: _Lead, dash: re.Match[str]) -> bool:
    """Tell whether a lead is a dateline: an agency or a date beside the place, or capitals."""
    story = _STORY.match(text, dash.end())
    if story is None:
        return False
    known = lead.agency is not None and is_agency(lead.agency)
    if not dash[0].strip(" ."):  # no dash at all: "KABUL, 3 May 2009 (IRIN) The ..."
        return known or (lead.date_span is not None and lead.agency is not None)
    if known or lead.date_span:
        return True
    region = lead.place.of(text).rpartition(",")[2].strip()
    starts = not text[story.end() - 1].islower()
    return starts and (_is_capital(lead.place.of(text)) or region.endswith("."))


def _only_label(text: str) -> bool:
    """Tell whether no other line opens with capitals and a colon, as the turns of a talk do."""
    labels = _LABEL.finditer(text, 0, _LABELS_WITHIN)
    next(labels, None)
    return next(labels, None) is None


def _dateline(text: str, lead: _Lead, span: Span) -> Dateline:
    places, at = [], lead.place.start
    for joint in _CITIES.finditer(lead.place.of(text)):
        places.append(Span(at, lead.place.start + joint.start()))
        at = lead.place.start + joint.end()
    return Dateline(
        span=span,
        places=(*places, Span(at, lead.place.end)),
        date_span=lead.date_span,
        date=lead.date,
        agency=lead.agency,
    )


@cache
def _openers() -> Openers:
    """Return the openers of all languages together: a page may quote another language's wire."""
    all_of = [lexicon(code, "wire", Openers) for code in holding("wire")]
    return Openers(
        no_place=frozenset().union(*(one.no_place for one in all_of)),
        no_date=frozenset().union(*(one.no_date for one in all_of)),
    )
