"""The walk through a text: each phrase of time read in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec
from msgspec.structs import replace

from dateline.interval import Interval, month_length
from dateline.record import Anchor, AnchorKind, Time
from dateline.span import Span
from dateline.syntax import Syntax
from dateline.times import anchoring, clause, discourse, expressions
from dateline.times.context import Context, Known, Reading
from dateline.times.discourse import Cues
from dateline.times.expressions import Expression
from dateline.times.grammar import Grammar
from dateline.times.tokens import Lexing
from dateline.times.values import Stamp, interval

_KEPT: Final = 8
"""How many times are remembered for those that follow."""

_BOUND_MODS: Final = {
    "until_end": "ON_OR_BEFORE",
    "until_start": "BEFORE",
    "from_start": "ON_OR_AFTER",
    "from_end": "AFTER",
}


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for a whole text: its grammar, day of writing, quotations and parse if known."""

    grammar: Grammar
    cues: Cues
    now: Stamp | None
    now_kind: AnchorKind = "published"
    quotes: tuple[Span, ...] | None = None
    syntax: Syntax | None = None


def times(text: str, spans: Sequence[Span], setting: Setting) -> list[Time]:
    """Return the times in some spans of a text, read as one story; their ids are left empty."""
    found: list[tuple[Lexing, Expression]] = []
    for span in spans:
        lexing = setting.grammar.lex(text, span.start, span.end)
        found += [(lexing, each) for each in expressions.find(lexing, setting.grammar)]
    phrases = [expression for _, expression in found]
    history = discourse.is_history(phrases, setting.now)
    asides = discourse.asides(phrases) if history else frozenset()
    quotes = setting.quotes
    if quotes is None:
        quotes = tuple(quote for span in spans for quote in discourse.quotations(text, span))
    before: tuple[Known, ...] = ()
    out = []
    for lexing, expression in found:
        context = Context(
            now=setting.now,
            now_kind=setting.now_kind,
            quoted=discourse.holding(quotes, expression.span.start) is not None,
            before=before,
            narrative=history,
            tense=_tense(lexing, expression, setting),
        )
        reading = anchoring.read(expression, context)
        if reading is None:
            continue
        if reading.stamp and not (history and discourse.looks_back(expression, asides)):
            known = Known(reading.stamp, expression.span, expression.rule)
            before = (*before[-_KEPT + 1 :], known)
        out.append(_time(lexing, expression, reading, setting.grammar))
    return out


def _tense(lexing: Lexing, expression: Expression, setting: Setting) -> int:
    """Return the tense of the clause: by the word beside the phrase, the parse, the words near."""
    told = discourse.beside(lexing, expression, setting.cues)
    if not told and setting.syntax is not None:
        told = clause.tense(setting.syntax, expression.span, _verbs(setting.grammar))
    return told or discourse.nearby(lexing, expression, setting.cues)


@cache
def _verbs(rules: Grammar) -> clause.Verbs:
    """Return the words of a grammar that tell the tense of a clause."""
    kinds = {"future": "WILL", "said": "SAID", "aims": "AIM", "plans": "PLAN"}
    return clause.Verbs(**{name: rules.words.get(kind, {}) for name, kind in kinds.items()})


def _time(lexing: Lexing, expression: Expression, reading: Reading, rules: Grammar) -> Time:
    """Return the time that a phrase and its reading make."""
    fields = expression.fields
    mod = str(fields.get("mod") or fields.get("edge") or "") or None
    held = interval(reading.value) if reading.type in ("DATE", "TIME") else None
    bound = _bound(lexing, expression, rules) if held else None
    if held and bound:
        held = _opened(held, bound)
        mod = mod or _BOUND_MODS[bound]
    return Time(
        id="",
        span=expression.span,
        type=reading.type,
        value=reading.value,
        from_=str(held.from_) if held and held.from_ else None,
        until=str(held.until) if held and held.until else None,
        mod=mod,
        anchor=reading.anchor or _event(lexing, expression, reading, rules),
        other=reading.other,
        zone=str(fields["zone"]) if fields.get("zone") else None,
        rule=expression.rule,
    )


def _bound(lexing: Lexing, expression: Expression, rules: Grammar) -> str | None:
    """Return which end the words beside a phrase leave open: "since 2004", "by May"."""
    given = expression.fields.get("bound")
    if given:
        return str(given)
    if not expression.first:
        return None
    word = lexing.words(expression.first - 1, expression.first)[0].lower()
    found = rules.words.get("BOUND", {}).get(word)
    return str(found) if found is not None else None


def _opened(held: Interval, bound: str) -> Interval:
    """Return the interval with the end open that the bound leaves open."""
    if bound == "until_end":
        return Interval(until=held.until)
    return Interval(from_=held.from_) if bound == "from_start" else held


def _event(
    lexing: Lexing, expression: Expression, reading: Reading, rules: Grammar
) -> Anchor | None:
    """Return the anchor of "two days after the storm": an event, wherever it is told of."""
    at = expression.last
    if reading.type != "DURATION" or at >= len(lexing.symbols):
        return None
    word = lexing.words(at, at + 1)[0].lower()
    if word not in rules.words.get("BEFORE_AFTER", {}):
        return None
    return Anchor(kind="event", span=lexing.span(at, at + 1))


def day_of_writing(published: str | None) -> Stamp | None:
    """Return the day (or month, or year) that ISO 8601 text begins with; `None` if it is none."""
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)", published or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None or year is None or not 1 <= month <= 12:
        return Stamp(grain="Y", year=year)
    if day is None or not 1 <= day <= month_length(year, month):
        return Stamp(grain="M", year=year, month=month)
    return Stamp(grain="D", year=year, month=month, day=day)


def numbered(found: Sequence[Time]) -> tuple[Time, ...]:
    """Return the times in the order of the text, with ids `t1`, `t2` ..."""
    ordered = sorted(found, key=lambda time: time.span)
    return tuple(replace(time, id=f"t{number}") for number, time in enumerate(ordered, 1))
