"""The phrases of time in a text: where they stand and what their words say, not yet which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dateline.span import Span
from dateline.times.grammar import Compiled, Field, Grammar, Value, plain
from dateline.times.tokens import Lexing

_AS_WRITTEN = frozenset({"iso", "numeric", "clock", "hhmm"})
_NUMBERS = frozenset({"year", "day", "count", "century", "quarter", "half", "hour", "nth"})


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase of time.

    Attributes:
        span: its characters.
        first: its first token.
        last: the token after its last.
        rule: the rule of the grammar that found it.
        reads: what its fields mean (`date`, `unit`, `offset`, `duration`, `set`, `value` ...).
        fields: what its words are worth, by the names that the grammar gives them.
    """

    span: Span
    first: int
    last: int
    rule: str
    reads: str
    fields: Mapping[str, Value]


def find(lexing: Lexing, grammar: Grammar) -> tuple[Expression, ...]:
    """Return the phrases of time in order: no two overlap, the longest at each place wins."""
    near = grammar.near(lexing.symbols)
    found = [
        (match.start(), -match.end(), order, match)
        for order, compiled in enumerate(grammar.rules)
        for match in _matches(compiled, lexing.symbols, near)
    ]
    found.sort(key=lambda entry: entry[:3])
    out, free = [], 0
    for start, _, order, match in found:
        if start >= free:
            out.append(_expression(lexing, grammar, grammar.rules[order], match))
            free = match.end()
    return tuple(out)


def _matches(compiled: Compiled, symbols: str, near: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a rule, each beginning after the one before it."""
    free = 0
    for start in compiled.starts.finditer(near):
        match = compiled.regex.match(symbols, start.start()) if start.start() >= free else None
        if match:
            yield match
            free = match.end()


def _expression(
    lexing: Lexing, grammar: Grammar, compiled: Compiled, match: re.Match[str]
) -> Expression:
    fields = dict(compiled.rule.gives)
    for number, field in enumerate(compiled.fields, 1):
        if match.start(number) >= 0:
            words = lexing.words(match.start(number), match.end(number))
            fields[field.name] = _worth(field, words, grammar)
    return Expression(
        span=lexing.span(match.start(), match.end()),
        first=match.start(),
        last=match.end(),
        rule=compiled.rule.name,
        reads=compiled.rule.reads,
        fields=fields,
    )


def _worth(field: Field, words: Sequence[str], grammar: Grammar) -> Value:
    """Return what the words that a field matched are worth."""
    if field.value is not None:
        return field.value
    if field.name in _AS_WRITTEN:
        return "".join(words)
    if field.name == "holiday":
        name = plain(" ".join(words))
        proper = name not in grammar.proper or not words[0].islower()
        return grammar.holidays.get(name, "") if proper else ""
    if field.of_class and field.of_class in grammar.words:
        return grammar.words[field.of_class][words[0].lower()]
    if field.name in _NUMBERS:
        return number(words, grammar.words)
    return " ".join(words)


def number(words: Sequence[str], classes: Mapping[str, Mapping[str, Value]]) -> float | int:
    """Return the number that words and digits name: `2 1/2`, `twenty-four`, `nineteen ninety`."""
    digits = [word for word in words if word[:1].isdigit()]
    if "/" in words and len(digits) == 3:
        return int(digits[0]) + int(digits[1]) / max(int(digits[2]), 1)
    total, part = 0.0, 0.0
    for value, kind in _numerals(words, classes):
        if kind == "SCALE":
            part = max(part, 1) * value
            total, part = (total + part, 0) if value >= 1000 else (total, part)
        elif kind == "half":
            part += 0.5
        elif part >= 10 and value >= 10 and not (part >= 100 and part % 100 == 0 and value < 100):
            part = part * 100 + value  # nineteen ninety
        else:
            part += value
    total += part
    return int(total) if total == int(total) else total


def _numerals(
    words: Sequence[str], classes: Mapping[str, Mapping[str, Value]]
) -> Iterator[tuple[float, str]]:
    """Yield what each word adds to a number, and its class."""
    for word in (word.lower() for word in words):
        if word == "half":
            yield 0.5, "half"
        digits = re.match(r"\d+(?:,\d{3})*(?:\.\d+)?", word.lstrip("'’‘`"))
        if digits:
            yield float(digits[0].replace(",", "")), "INT"
        for kind in ("NUM", "TENS", "ORD", "SCALE"):
            if word in classes.get(kind, {}):
                yield float(classes[kind][word]), kind
                break
