"""Documents into windows of word pieces with their targets, and windows into batches."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from corpora import KINDS, Document, Statement

from dateline.text.pieces import Pieces

CLS, SEP, PAD, MASK = 101, 102, 0, 103
ROOM = 254  # pieces in a window, [CLS] and [SEP] apart
NAME_LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
ROLES = ("source", "cue", "content")
LINKS = (("content", "source"), ("content", "cue"), ("cue", "source"))  # who asks for what
ANY = (1 << len(NAME_LABELS)) - 1
NOWHERE = -100


def _bits(labels: Iterable[str]) -> int:
    return sum(1 << NAME_LABELS.index(label) for label in labels)


def _open_bits(kinds: Iterable[str]) -> int:
    return _bits(["O", *(f"{p}-{k}" for k in kinds for p in "BI")])


class Encoded(NamedTuple):
    """A document as arrays over its pieces; targets stand on the first piece of each word.

    `names`: bits of the labels allowed, 0 where no loss falls. `roles`: [pieces, 3] of 0 O, 1 B,
    2 I, or NOWHERE. `links`: [pieces, 3], the piece that opens the source of the content that opens
    here, the cue of that content, and the source of the cue that opens here; -1 for none is named,
    NOWHERE where none opens here.
    """

    ids: np.ndarray
    shapes: np.ndarray
    heads: np.ndarray
    names: np.ndarray
    roles: np.ndarray
    links: np.ndarray


def _words(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """Return the range of words that share a character with the range of characters."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    return first, int(np.searchsorted(pieces.starts, end, side="left"))


def _name_targets(pieces: Pieces, document: Document) -> np.ndarray:
    names, closed = document.names or (), _open_bits(document.open_kinds)
    unsure = ANY if document.silver else _open_bits(["NORP", "MISC"])
    out = np.full(len(pieces.heads), closed, dtype=np.int64)
    for name in names:
        first, last = _words(pieces, name.start, name.end)
        for i in range(first, last):
            place = "B" if i == first else "I"
            out[i] = _bits([f"{place}-{name.kind}"]) if name.kind else unsure
    return out


def _statement_targets(
    pieces: Pieces, statements: Sequence[Statement]
) -> tuple[np.ndarray, np.ndarray]:
    roles = np.zeros((len(pieces.heads), 3), dtype=np.int64)
    links = np.full((len(pieces.heads), 3), NOWHERE, dtype=np.int64)
    for statement in statements:
        begins: list[list[int]] = []
        for column, spans in enumerate(statement):
            begins.append([])
            for start, end in spans:
                first, last = _words(pieces, start, end)
                if first < last:
                    roles[first:last, column] = 2
                    roles[first, column] = 1
                    begins[-1].append(first)
        for column, (asking, asked) in enumerate(LINKS):
            for at in begins[ROLES.index(asking)]:
                near = min(
                    begins[ROLES.index(asked)], key=lambda b, at=at: abs(b - at), default=None
                )
                links[at, column] = -1 if near is None else pieces.heads[near]
    return roles, links


def encoded(tokenizer: object, document: Document) -> Encoded:
    """Return the document's pieces and targets."""
    pieces = Pieces(tokenizer, document.text)
    size = len(pieces.ids)
    names = np.zeros(size, dtype=np.int64)
    roles = np.full((size, 3), NOWHERE, dtype=np.int64)
    links = np.full((size, 3), NOWHERE, dtype=np.int64)
    if document.names is not None:
        names[pieces.heads] = _name_targets(pieces, document)
    if document.statements is not None:
        roles[pieces.heads], links[pieces.heads] = _statement_targets(pieces, document.statements)
    return Encoded(pieces.ids, pieces.shapes, pieces.heads, names, roles, links)


def joined(parts: Sequence[Encoded], rng: random.Random) -> Encoded:
    """Return documents without statements as one, each a paragraph or all of them one."""
    if rng.random() < 0.5:
        parts = [parts[0], *(p._replace(shapes=p.shapes & 3) for p in parts[1:])]
    at = np.cumsum([0, *(len(p.ids) for p in parts)])
    heads = np.concatenate([p.heads + a for p, a in zip(parts, at, strict=False)])
    both = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Encoded(both[0], both[1], heads, *both[3:])


def packed(sentences: Sequence[Encoded], rng: random.Random) -> Iterator[Encoded]:
    """Yield consecutive sentences together, up to a length drawn for each window."""
    part: list[Encoded] = []
    size, room = 0, rng.choice((40, 100, ROOM, ROOM))
    for sentence in sentences:
        if part and size + len(sentence.ids) > room:
            yield joined(part, rng)
            part, size, room = [], 0, rng.choice((40, 100, ROOM, ROOM))
        part.append(sentence)
        size += len(sentence.ids)
    if part:
        yield joined(part, rng)


def windows(document: Encoded, rng: random.Random) -> Iterator[Encoded]:
    """Yield the document in windows cut at words; the first cut is drawn, so that epochs differ."""
    start, size = 0, len(document.ids)
    room = ROOM if size <= ROOM else rng.randrange(ROOM // 3, ROOM + 1)
    opens = np.zeros(size + 1, dtype=bool)
    opens[document.heads], opens[size] = True, True
    while start < size:
        end = min(size, start + room)
        while not opens[end] and end > start + 1:
            end -= 1
        ids, shapes, _, names, roles, links = (
            column[start:end] if len(column) == size else column for column in document
        )
        yield Encoded(ids, shapes, ids[:0], names, roles, _inside(links, start, end))
        start, room = end, ROOM


def _inside(links: np.ndarray, start: int, end: int) -> np.ndarray:
    moved = links.copy()
    placed = links >= 0
    moved[placed] -= start
    moved[placed & ((links < start) | (links >= end))] = NOWHERE
    return moved


def written_otherwise(window: Encoded, rng: random.Random) -> Encoded:
    """Return the window as if it were in lower case, capitals or title case, now and then.

    The vocabulary knows no case, so only the shapes change. Paragraph marks are dropped, and a few
    words masked, so that the encoder does not lean on either.
    """
    shapes, ids = window.shapes.copy(), window.ids.copy()
    case = rng.random()
    if case < 0.05:
        shapes &= 4
    elif case < 0.10:
        shapes[(shapes & 3) > 0] = (shapes[(shapes & 3) > 0] & 4) | 2
    elif case < 0.14:
        shapes[(shapes & 3) == 0] |= 1
    if rng.random() < 0.1:
        shapes &= 3
    noise = np.random.default_rng(rng.getrandbits(32)).random(len(ids))
    ids[noise < 0.02] = MASK
    return window._replace(ids=ids, shapes=shapes)


def batches(
    all_windows: list[Encoded], tokens: int, rng: random.Random
) -> Iterator[dict[str, torch.Tensor]]:
    """Yield batches of about `tokens` pieces, windows of like length together, in random order."""
    rng.shuffle(all_windows)
    all_windows.sort(key=lambda w: len(w.ids) // 32)
    groups: list[list[Encoded]] = [[]]
    for window in all_windows:
        longest = max((len(w.ids) for w in [*groups[-1], window]), default=0) + 2
        if groups[-1] and longest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    for group in groups:
        yield batch([written_otherwise(w, rng) for w in group])


def batch(group: Sequence[Encoded]) -> dict[str, torch.Tensor]:
    """Return the windows as padded tensors, [CLS] before and [SEP] after each."""
    rows, width = len(group), max(len(w.ids) for w in group) + 2
    out = {
        "ids": np.full((rows, width), PAD),
        "shapes": np.zeros((rows, width), dtype=np.int64),
        "mask": np.zeros((rows, width), dtype=np.int64),
        "names": np.zeros((rows, width), dtype=np.int64),
        "roles": np.full((rows, width, 3), NOWHERE),
        "links": np.full((rows, width, 3), NOWHERE),
    }
    for row, window in enumerate(group):
        size = len(window.ids)
        inner = slice(1, size + 1)
        out["ids"][row, 0], out["ids"][row, size + 1] = CLS, SEP
        out["ids"][row, inner], out["shapes"][row, inner] = window.ids, window.shapes
        out["mask"][row, : size + 2] = 1
        out["names"][row, inner], out["roles"][row, inner] = window.names, window.roles
        shifted = window.links.copy()
        shifted[shifted > NOWHERE] += 1  # -1, none named, becomes 0, the place of [CLS]
        out["links"][row, inner] = shifted
    return {
        key: torch.from_numpy(np.ascontiguousarray(a).astype(np.int64)) for key, a in out.items()
    }
