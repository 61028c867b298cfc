"""Events as the JSON that TimelineJS reads (Knight Lab, "JSON format" of TimelineJS3).

TimelineJS knows one date and its end: what is not certain of an event stands in its heading, its
text and its `display_date`. The texts are HTML there, so the words of articles are escaped. Years
are counted as JavaScript does: 480 BC is -479.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

import msgspec

from dateline.ask.answers import EventAccount, Head, Telling
from dateline.export import dating, doubt
from dateline.export.holdings import Holdings, Part
from dateline.interval import Moment, spoken, zoneless

FIELDS: Final = ("year", "month", "day", "hour", "minute", "second")
LINKS: Final = ("http://", "https://")


def write(held: Holdings) -> Iterator[Part]:
    """Yield the timeline; events of which nobody tells when they began are left out."""
    yield Part("", _timeline(held))


def _timeline(held: Holdings) -> Iterator[bytes]:
    yield b'{"events":['
    between = b"\n"
    for event in held.events():
        begin = event.from_ or event.earliest
        if begin is None:
            held.leave("events whose beginning is not told")
            continue
        yield between + msgspec.json.encode(_slide(event, begin))
        between = b",\n"
    yield b"\n]}\n"


def _slide(event: EventAccount, begin: str) -> dict[str, object]:
    until = event.until or event.latest
    display = spoken(begin, until)
    slide: dict[str, object] = {
        "unique_id": event.id.replace(":", "-"),
        "start_date": _date(begin),
        "display_date": display if event.agreed else f"{display}, told with different dates",
        "group": (event.mode or event.type).replace("_", " "),
        "autolink": False,
        "text": {
            "headline": escape(_headline(event)),
            "text": "".join(_paragraphs(event.tellings)),
        },
    }
    if until is not None and _days_apart(begin, until):
        slide["end_date"] = _date(dating.last_day(until))
    return slide


def _days_apart(begin: str, until: str) -> bool:
    """Tell whether the last day is another than the first."""
    one, other = Moment.parse(dating.first_day(begin)), Moment.parse(dating.last_day(until))
    return one.instant < other.instant


def _date(moment: str) -> dict[str, int]:
    fields = Moment.parse(zoneless(moment)).fields
    return dict(zip(FIELDS, fields, strict=False))


def _headline(event: EventAccount) -> str:
    """Return who, what and whom; in brackets what some or all take it for, if not for a fact."""
    kind = (event.mode or event.type).replace("_", " ")
    ends = (", ".join(doubt.names(side, doubt.MOST)) for side in (event.who, event.whom))
    who, whom = ends
    real = ", ".join(event.realities) if event.realities != ("actual",) else ""
    told = "; ".join(filter(None, (real, "" if event.certainty == "certain" else event.certainty)))
    return " · ".join(filter(None, (who, kind, whom))) + (f" ({told})" if told else "")


def _paragraphs(tellings: Iterable[Telling]) -> Iterator[str]:
    """Yield each sentence once, with all who print it."""
    found: dict[tuple[str, str], list[Head]] = {}
    for one in tellings:
        found.setdefault((one.quote, _whose(one)), []).append(one.article)
    for (quote, whose), articles in found.items():
        places = "; ".join(dict.fromkeys(map(_place, articles)))
        yield f"<p>{escape(quote)}{escape(whose)} <em>{places}</em></p>"


def _whose(one: Telling) -> str:
    parts = (
        doubt.voice(one) if one.voices else "",
        "" if one.certainty == "certain" else one.certainty,
        "" if one.reality == "actual" else one.reality,
    )
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _place(article: Head) -> str:
    """Return the outlet and the day as HTML, with a link where the address is one of the web."""
    told = f", {article.told[:10]}" if article.told else ""
    name = escape((article.outlet or article.path) + told)
    if not article.url or not article.url.casefold().startswith(LINKS):
        return name
    return f'<a href="{escape(article.url)}">{name}</a>'
