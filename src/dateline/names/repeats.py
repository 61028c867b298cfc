"""Repeats: what was named once is found again wherever it stands, tagger or no tagger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.names.board import Group
from dateline.names.context import Context, Name
from dateline.names.people import surname
from dateline.names.words import capitalised, shouted

SURE: Final = 1.0  # names whose kind weighs less are not looked for again

_Pattern = tuple[tuple[str, ...], bool]


def find(context: Context, groups: Sequence[Group], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return all names: those given, and where they or a person's surname stand once more.

    A longer name takes the place of the shorter ones that were found within it.
    """
    patterns = _patterns(context, groups)
    taken = bytearray(len(context.syntax.tokens))
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    starts = {name.first: name for name in names}
    long = {w: [p for p in held if len(p[0]) > 2] for w, held in patterns.items()}
    free = bytes(len(taken))
    swallowed: list[Name] = []
    for name in names:
        grown = _grown(context, name, long, starts, free)
        if grown is not None:
            taken[grown.first : grown.last] = b"\1" * (grown.last - grown.first)
            swallowed.append(grown)
    inside = {i for name in swallowed for i in range(name.first, name.last)}
    kept = [name for name in names if name.first not in inside]
    again = _scan(context, patterns, taken)
    return tuple(sorted((*kept, *swallowed, *again), key=lambda name: name.span))


def _grown(
    context: Context,
    name: Name,
    patterns: dict[str, list[_Pattern]],
    starts: dict[int, Name],
    free: bytes,
) -> Name | None:
    """Return the longer known name that begins where this name does and ends with another one."""
    for pattern in patterns.get(name.key.split(" ", 1)[0], ()):
        last = _match(context, pattern, name.first, free)
        if last > name.last and all(
            at not in starts or starts[at].last <= last for at in range(name.first, last)
        ):
            return context.name(name.first, last)
    return None


def _patterns(context: Context, groups: Sequence[Group]) -> dict[str, list[_Pattern]]:
    """Return what to look for by its first word, the longest first."""
    wanted: set[_Pattern] = set()
    for group in groups:
        if group.weight < SURE or group.kind == "other":
            continue
        for name in group.names:
            wanted.add((tuple(name.key.split()), shouted(name.shown)))
            if group.kind == "person" and " " in name.key:
                wanted.add(((surname(context, name.key),), False))
    found: dict[str, list[_Pattern]] = defaultdict(list)
    for pattern in sorted(wanted, key=lambda p: (-len(p[0]), p)):
        if pattern[0] and (len(pattern[0]) > 1 or len(pattern[0][0]) > 2 or pattern[1]):
            found[pattern[0][0]].append(pattern)
    return found


def _scan(
    context: Context, patterns: dict[str, list[_Pattern]], taken: bytearray
) -> Iterator[Name]:
    at = 0
    while at < len(taken):
        last = at
        if not taken[at] and context.folded[at]:
            word = context.folded[at].split(" ", 1)[0]
            for pattern in patterns.get(word, ()):
                last = _match(context, pattern, at, taken)
                if last > at:
                    yield context.name(at, last)
                    break
        at = max(last, at + 1)


def _match(context: Context, pattern: _Pattern, first: int, taken: bytes | bytearray) -> int:
    """Return the index after the last token of a match that starts at `first`, or `first`."""
    tokens, folded = context.syntax.tokens, context.folded
    words, loud = pattern
    at, left = first, list(words)
    while left and at < len(tokens) and not taken[at]:
        if tokens[at].sentence != tokens[first].sentence:
            return first
        here = folded[at].split()
        if here != left[: len(here)]:
            return first
        left = left[len(here) :]
        at += 1
    if left or not _written_as_name(context, first, at, loud):
        return first
    return first if _inside_longer(context, first, at, taken) else at


def _written_as_name(context: Context, first: int, last: int, loud: bool) -> bool:
    """Tell whether the tokens are written as a name is: in capitals, where capitals tell."""
    tokens = context.syntax.tokens
    if loud:
        return shouted(tokens[first].text) or context.is_lowered()
    if context.is_lowered():
        return len(context.folded[first]) > 3
    if not capitalised(tokens[last - 1].text):
        return False
    begins = context.syntax.sentences[tokens[first].sentence].first == first
    if last - first == 1 and (begins or context.loud[tokens[first].sentence]):
        return tokens[first].pos in ("PROPN", "NOUN", "ADJ") and len(tokens[first].text) > 3
    return last - first > 1 or tokens[first].pos not in ("VERB", "AUX", "DET", "PRON")


def _inside_longer(context: Context, first: int, last: int, taken: bytes | bytearray) -> bool:
    """Tell whether a single word is but a part of a longer name that is not known."""
    if last - first > 1:
        return False
    tokens = context.syntax.tokens
    for at in (first - 1, last):
        if 0 <= at < len(tokens) and not taken[at] and tokens[at].tag == "NNP":
            token = tokens[at]
            apart = token.sentence != tokens[first].sentence or not capitalised(token.text)
            word = context.folded[at]
            plain = context.lexicon.is_title(word) or word in context.lexicon.acts.ordinary
            if not apart and not plain and word.isalpha() and not context.loud[token.sentence]:
                return True
    return False
