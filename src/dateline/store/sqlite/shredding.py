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
from collections.abc import Iterator
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
    """Return the value that `columns` was given."""
    return next(_values(packed))


def _values(packed: list[Any], *, pairs: bool = False) -> Iterator[Any]:
    """Yield the values of a column, without end where they are all of a kind."""
    tags, (shapes, shape), counts, texts, numbers, fields, items = packed
    which, lengths = _unrun(shape), _unrun(counts)
    words = _untexts(texts)
    wholes = _unspans(numbers) if pairs and tags == [WHOLE] else iter(numbers)
    columns_ = {name: _values(column) for name, column in fields.items()}
    inner = None if items is None else _values(items, pairs=counts == [2])
    for tag in _unrun(tags):
        if tag == TEXT:
            yield next(words)
        elif tag == WHOLE:
            yield next(wholes)
        elif tag == OBJECT:
            yield {name: next(columns_[name]) for name in shapes[next(which)]}
        elif tag == LIST:
            yield [next(inner) for _ in range(next(lengths))] if inner else []
        elif tag == REAL:
            yield float(next(words))
        else:
            yield {NONE: None, TRUE: True, FALSE: False}[tag]


def _run(values: list[Any]) -> list[Any]:
    """Return one value for many if they are all the same."""
    return values[:1] if len(set(values)) == 1 else values


def _unrun(values: list[Any]) -> Iterator[Any]:
    while len(values) == 1:
        yield values[0]
    yield from values


def _spans(numbers: list[int]) -> list[int]:
    """Return starts and ends as the way from start to start, and all lengths after these."""
    starts, ends = numbers[::2], numbers[1::2]
    ways = (one - before for before, one in zip([0, *starts], starts, strict=False))
    return [*ways, *(end - start for start, end in zip(starts, ends, strict=True))]


def _unspans(numbers: list[int]) -> Iterator[int]:
    half, at = len(numbers) // 2, 0
    for way, length in zip(numbers[:half], numbers[half:], strict=True):
        at += way
        yield from (at, at + length)


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
        at = 0
        for step in held[1]:
            at += step
            yield f"{held[0]}{at}"
    elif way == 2:
        yield from (held[0][kind] for kind in held[1])
    else:
        yield from held[0]
