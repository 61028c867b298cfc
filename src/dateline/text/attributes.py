"""The parser's rules from tags to parts of speech, looked up once instead of matched each time.

spaCy's attribute ruler matches each of its patterns anew at every token, which takes a quarter of
the parser's time. Nearly all patterns look at the tag, the small letters and the arc of one token,
so what they say together is remembered for each such triple. The outcome is the ruler's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Test = Mapping[str, Any]


class Sign(NamedTuple):
    """What the patterns look at in a token."""

    tag: str
    lower: str
    dep: str
    space: bool


class Said(NamedTuple):
    """What the patterns say of a token, and those that must look at the next one, too."""

    attributes: dict[str, str]
    pairs: tuple[tuple[Test, int, dict[str, str]], ...]


class Rules:
    """The patterns of an attribute ruler that look at one token or at two.

    Args:
        patterns: as `AttributeRuler.patterns` gives them.

    Raises:
        ValueError: if a pattern looks at more tokens, or at more of them than a `Sign` holds.
    """

    def __init__(self, patterns: Iterable[dict[str, Any]]) -> None:
        self._ones: list[tuple[Test, dict[str, str]]] = []
        self._twos: list[tuple[Test, Test, int, dict[str, str]]] = []
        self._words: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []
        self._known: dict[Sign, Said] = {}
        for rule in patterns:
            for tests in rule["patterns"]:
                self._add(tests, rule.get("index", 0), rule["attrs"])

    def _add(self, tests: list[Test], index: int, attributes: dict[str, str]) -> None:
        if len(tests) == 1:
            self._ones.append((tests[0], attributes))
        elif len(tests) == 2:
            self._twos.append((tests[0], tests[1], index, attributes))
        else:
            raise ValueError(f"a pattern of {len(tests)} tokens")
        for test in tests:
            if not set(test) <= {"TAG", "LOWER", "DEP", "IS_SPACE"}:
                raise ValueError(f"an unknown test: {test}")
            words, shapes = _named(test.get("LOWER", ""))
            self._words.update(words)
            self._shapes.extend(map(re.compile, shapes))

    def of(self, signs: Sequence[Sign]) -> list[Mapping[str, str]]:
        """Return what the patterns say of each token of a text, a mapping of attributes."""
        said = [self._known.get(sign) or self._look_up(sign) for sign in signs]
        out: list[Mapping[str, str]] = [one.attributes for one in said]
        for at, one in enumerate(said[:-1]):
            for second, index, attributes in one.pairs:
                if _fits(second, signs[at + 1]):
                    out[at + index] = {**out[at + index], **attributes}
        return out

    def asks_for(self, lower: str) -> bool:
        """Tell whether some pattern may look at these small letters."""
        return lower in self._words or (
            (len(lower) < 3 or "'" in lower) and any(s.search(lower) for s in self._shapes)
        )

    def _look_up(self, sign: Sign) -> Said:
        attributes: dict[str, str] = {}
        for test, more in self._ones:
            if _fits(test, sign):
                attributes.update(more)
        pairs = tuple(
            (second, index, more) for first, second, index, more in self._twos if _fits(first, sign)
        )
        said = self._known[sign] = Said(attributes, pairs)
        return said


def _named(wanted: str | Mapping[str, Any]) -> tuple[Iterable[str], Iterable[str]]:
    """Return the words and the regular expressions that a test of letters names."""
    if isinstance(wanted, str):
        return [wanted], []
    return wanted.get("IN", ()), [wanted["REGEX"]] if "REGEX" in wanted else ()


def _fits(test: Test, sign: Sign) -> bool:
    """Tell whether a token passes a pattern's test."""
    values: dict[str, str | bool] = {
        "TAG": sign.tag,
        "LOWER": sign.lower,
        "DEP": sign.dep,
        "IS_SPACE": sign.space,
    }
    return all(_passes(wanted, values[name]) for name, wanted in test.items())


def _passes(wanted: Any, value: str | bool) -> bool:
    if not isinstance(wanted, Mapping):
        return bool(wanted == value)
    if "IN" in wanted:
        return value in wanted["IN"]
    if "NOT_IN" in wanted:
        return value not in wanted["NOT_IN"]
    return re.search(wanted["REGEX"], str(value)) is not None
