"""Events as the JSON that TimelineJS reads (Knight Lab, "JSON format" of TimelineJS3).

TimelineJS knows one date and its end: what is not certain of an event stands in its text and in
its `display_date`. The texts are HTML there, so the words of articles are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import msgspec

from dateline.ask.answers import EventAccount, Telling
from dateline.export import dating
from dateline.export.holdings import Holdings, Part
from dateline.interval import Moment, zoneless

FIELDS = ("year", "month", "day", "hour", "minute", "second")


def write(held: Holdings) -> Iterator[Part]:
    """Yield the timeline; events without any date are left out."""
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
    slide: dict[str, object] = {
        "unique_id": event.id.replace(":", "-"),
        "start_date": _date(begin),
        "display_date": f"{begin} – {until or '…'}",
        "group": (event.mode or event.type).replace("_", " "),
        "text": {
            "headline": escape(_headline(event)),
            "text": "".join(map(_told, event.tellings)),
        },
    }
    if until is not None and _days_apart(begin, until):
        slide["end_date"] = _date(dating.last_day(until))
    return slide


def _days_apart(begin: str, until: str) -> bool:
    """Tell whether the last day is another than the first."""
    return dating.first_day(begin) < dating.last_day(until)


def _date(moment: str) -> dict[str, int]:
    fields = Moment.parse(zoneless(moment)).fields
    return dict(zip(FIELDS, fields, strict=False))


def _headline(event: EventAccount) -> str:
    who = ", ".join(one.name for one in event.who)
    whom = ", ".join(one.name for one in event.whom)
    kind = (event.mode or event.type).replace("_", " ")
    return " · ".join(part for part in (who, kind, whom) if part)


def _told(telling: Telling) -> str:
    article = telling.article
    voices = ", ".join((v.party.name if v.party else v.words or v.kind) for v in telling.voices)
    doubt = "" if telling.certainty == "certain" else f", {telling.certainty}"
    real = "" if telling.reality == "actual" else f", {telling.reality}"
    who = f" ({voices}{doubt}{real})" if voices or doubt or real else ""
    where = article.outlet or article.path
    told = f", {article.told[:10]}" if article.told else ""
    return f"<p>{escape(telling.quote)}{escape(who)} <em>{escape(where + told)}</em></p>"
