"""Values in columns: what stands at one place of many like things, side by side.

A record has hundreds of spans, kinds and ids; each kind of these in a row of its own compresses to
a third of what they take between the names of fields. The idea is that of column stores: Melnik
et al., "Dremel: interactive analysis of web-scale datasets", VLDB 2010; here the structure is
kept as one tag a value and one count a list.

A column is `[tags, shapes, counts, texts, numbers, fields, items]`: tags tell in order what the
values are; `shapes` which fields each object has, `counts` how long each list is; `fields` and
`items` are the columns of what is inside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final

NONE, FALSE, TRUE, TEXT, WHOLE, REAL, OBJECT, LIST = "nftsirol"
_NUMBERED: Final = re.compile(r"[a-z](?:0|[1-9]\d{0,9})")
_FEW: Final = 255


class Column:
    """The values at one place, in the making."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.shapes: list[list[str]] = []
        self.shape: list[int] = []
        self.counts: list[int] = []
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.fields: dict[str, Column] = {}
        self.items: Column | None = None

    def add(self, value: Any) -> None:
        """Add a value, one that JSON could hold."""
        if isinstance(value, str):
            self.tags.append(TEXT)
            self.texts.append(value)
        elif value is None:
            self.tags.append(NONE)
        elif isinstance(value, bool):
            self.tags.append(TRUE if value else FALSE)
        elif isinstance(value, int):
            self.tags.append(WHOLE)
            self.numbers.append(value)
        elif isinstance(value, float):
            self.tags.append(REAL)
            self.texts.append(repr(value))
        elif isinstance(value, dict):
            self._add_object(value)
        else:
            self._add_list(value)

    def _add_object(self, value: dict[str, Any]) -> None:
        self.tags.append(OBJECT)
        shape = list(value)
        if shape not in self.shapes:
            self.shapes.append(shape)
        self.shape.append(self.shapes.index(shape))
        for name, inside in value.items():
            if name not in self.fields:
                self.fields[name] = Column()
            self.fields[name].add(inside)

    def _add_list(self, value: list[Any]) -> None:
        self.tags.append(LIST)
        self.counts.append(len(value))
        if self.items is None:
            self.items = Column()
        kinds = set(map(type, value))
        if kinds == {int}:  # most lists are spans
            self.items.tags += WHOLE * len(value)
            self.items.numbers += value
        elif kinds == {str}:
            self.items.tags += TEXT * len(value)
            self.items.texts += value
        else:
            for inside in value:
                self.items.add(inside)

    def packed(self, *, pairs: bool = False) -> list[Any]:
        """Return the column as plain lists; `pairs`: its numbers are starts and ends in turn."""
        are_pairs = set(self.counts) == {2} and self.items is not None
        return [
            _run(self.tags),
            [self.shapes, _run(self.shape)],
            _run(self.counts),
            _texts(self.texts),
            _spans(self.numbers) if pairs and set(self.tags) == {WHOLE} else self.numbers,
            {name: column.packed() for name, column in self.fields.items()},
            None if self.items is None else self.items.packed(pairs=are_pairs),
        ]


def columns(value: Any) -> list[Any]:
    """Return a value in columns."""
    column = Column()
    column.add(value)
    return column.packed()


def value_of(packed: list[Any]) -> Any:
    """Return the value that `columns` was given.

    Raises:
        ValueError, LookupError, TypeError, StopIteration: if the columns do not fit each other.
    """
    return _values(packed, 1)[0]


def _values(packed: list[Any], many: int, *, pairs: bool = False) -> list[Any]:
    """Return the values of a column, so many."""
    tags = packed[0]
    if len(tags) == 1:
        found = _alike(packed, tags[0], many, pairs=pairs)
        if len(found) != many:
            raise ValueError(f"a column of {len(found)} values in place of {many}")
        return found
    words = _untexts(packed[3])  # numbers with fractions stand among the texts, in their order
    held = {
        tag: words
        if tag == TEXT
        else map(float, words)
        if tag == REAL
        else iter(_alike(packed, tag, tags.count(tag)))
        for tag in set(tags)
    }
    return [next(held[tag]) for tag in tags]


def _alike(packed: list[Any], tag: str, many: int, *, pairs: bool = False) -> list[Any]:
    """Return the values of one tag in a column, so many."""
    _, shapes, counts, texts, numbers, fields, items = packed
    if tag == TEXT:
        return list(_untexts(texts))
    if tag == WHOLE:
        return _unspans(numbers) if pairs else numbers
    if tag == OBJECT:
        return _objects(shapes[0], shapes[1], fields, many)
    if tag == LIST:
        return _lists(counts, items, many)
    if tag == REAL:
        return list(map(float, _untexts(texts)))
    return [{NONE: None, TRUE: True, FALSE: False}[tag]] * many


def _objects(
    shapes: list[list[str]], shape: list[int], fields: dict[str, list[Any]], many: int
) -> list[dict[str, Any]]:
    if len(shape) == 1:
        names = shapes[shape[0]]
        columns_ = [_values(fields[name], many) for name in names]
        if not names:
            return [{} for _ in range(many)]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns_, strict=True)]
    named = Counter(name for which in shape for name in shapes[which])
    held = {name: iter(_values(fields[name], times)) for name, times in named.items()}
    return [{name: next(held[name]) for name in shapes[which]} for which in shape]


def _lists(counts: list[int], items: list[Any] | None, many: int) -> list[list[Any]]:
    lengths = counts * many if len(counts) == 1 else counts
    inside = [] if items is None else _values(items, sum(lengths), pairs=counts == [2])
    ends = list(accumulate(lengths))
    return [inside[end - length : end] for end, length in zip(ends, lengths, strict=True)]


def _run(values: list[Any]) -> list[Any]:
    """Return one value for many if they are all the same."""
    return values[:1] if len(set(values)) == 1 else values


def _spans(numbers: list[int]) -> list[int]:
    """Return starts and ends as the way from start to start, and all lengths after these."""
    starts, ends = numbers[::2], numbers[1::2]
    ways = (one - before for before, one in zip([0, *starts], starts, strict=False))
    return [*ways, *(end - start for start, end in zip(starts, ends, strict=True))]


def _unspans(numbers: list[int]) -> list[int]:
    half = len(numbers) // 2
    starts = accumulate(numbers[:half])
    both = zip(starts, numbers[half:], strict=True)
    return [at for start, length in both for at in (start, start + length)]


def _texts(texts: list[str]) -> list[Any]:
    """Return strings: those like `e7` as numbers, those of a few kinds as numbers of kinds."""
    letters = {text[:1] for text in texts}
    if len(letters) == 1 and all(map(_NUMBERED.fullmatch, texts)):
        numbers = [int(text[1:]) for text in texts]
        return [1, letters.pop(), [b - a for a, b in zip([0, *numbers], numbers, strict=False)]]
    kinds = list(dict.fromkeys(texts))
    if len(kinds) * 2 <= len(texts) and len(kinds) <= _FEW:
        order = {kind: at for at, kind in enumerate(kinds)}
        return [2, kinds, bytes(order[text] for text in texts)]
    return [0, texts]


def _untexts(texts: list[Any]) -> Iterator[str]:
    way, *held = texts
    if way == 1:
        yield from (f"{held[0]}{number}" for number in accumulate(held[1]))
    elif way == 2:
        yield from (held[0][kind] for kind in held[1])
    else:
        yield from held[0]
