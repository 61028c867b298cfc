"""What kind of word stands where, by our own small trained encoder: the module of onnxruntime.

One body reads the text once; its heads say which words name whom (`names`), which words are a
statement's source, cue or content (`parts`), and which source and cue go with which content
(`links`). How the encoder came to be, and how well it does, stands in `encoder/model.toml` of its
language. It only says what stands where: what follows from that is the rules' work.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import msgspec
import numpy as np

from dateline.errors import DatelineError
from dateline.languages import lexicon
from dateline.span import Span
from dateline.syntax import Link, Proposal
from dateline.text.chain import Ints, Reals, best_paths, marginals, runs
from dateline.text.pieces import Pieces, covered, windows

_FAR = 250  # words between a content and what may be linked to it: about a window
_FAINT = 0.05  # links below this probability are not told
_LINKS = (("content", "source"), ("content", "cue"), ("cue", "source"))  # who asks for what
_FARTHEST = 8  # distances of 2 to this power and more words count as one
_TOGETHER = 32  # windows whose labels are settled together


class Beliefs:
    """What a head of the encoder believes of every word, for rules that weigh a text's evidence."""

    __slots__ = ("_ends", "_kinds", "_shares", "_starts")

    def __init__(self, starts: Ints, ends: Ints, kinds: tuple[str, ...], shares: Reals) -> None:
        self._starts, self._ends, self._kinds, self._shares = starts, ends, kinds, shares

    def of(self, span: Span) -> dict[str, float]:
        """Return how likely the words under `span` bear each label, on average.

        The labels come in the model's order; what is missing to 1 bears none. A span without a
        word gets zeros.
        """
        first, last = covered(self._starts, self._ends, span.start, span.end)
        shares = self._shares[first:last].mean(axis=0) if first < last else [0.0] * len(self._kinds)
        return {kind: float(share) for kind, share in zip(self._kinds, shares, strict=True)}

    def __eq__(self, other: object) -> bool:
        """Tell whether both believe the same of the same words."""
        return (
            isinstance(other, Beliefs)
            and self._kinds == other._kinds
            and np.array_equal(self._starts, other._starts)
            and np.array_equal(self._shares, other._shares)
        )

    def __hash__(self) -> int:
        return hash((self._kinds, len(self._starts)))


class Encoding(msgspec.Struct, frozen=True):
    """What the encoder says of a text; all spans point into that text.

    Attributes:
        names: the names in order, none overlapping; labels are the model's kinds (`PERSON`, `ORG`,
            `PLACE`, `NORP` for peoples, religions and creeds, `MISC`).
        parts: the sources, cues and contents of statements, in order. Spans of one label do not
            overlap, those of two labels may.
        links: for each content its likely sources and cues, and for each cue its likely sources,
            likeliest first.
        named: what the names head says of each word, seen or not seen as a name.
        said: what the statements head says of each word, by role.
    """

    names: tuple[Proposal, ...]
    parts: tuple[Proposal, ...]
    links: tuple[Link, ...]
    named: Beliefs
    said: Beliefs


class Training(msgspec.Struct, frozen=True):
    """A corpus that the model learned from."""

    name: str
    licence: str
    words: int


class Model(msgspec.Struct, frozen=True):
    """`model.toml`: what the weights are, how they came to be and how well they do."""

    base: str
    base_licence: str
    weights: str
    weights_sha256: str
    tokenizer: str
    tokenizer_sha256: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    link_width: int
    link_bias: tuple[tuple[float, ...], ...]
    name_steps: tuple[tuple[float, ...], ...]
    role_steps: tuple[tuple[tuple[float, ...], ...], ...]
    seed: int
    epochs: float
    layers: int
    data: tuple[Training, ...]
    figures: dict[str, float]


def encode(text: str, language: str = "en") -> Encoding:
    """Read `text` and return what stands where.

    Takes time linear in the length of the text. The same text gives the same values in every run
    on one type of machine: one thread, and windows that are read one by one.

    Raises:
        DatelineError: if the language has no encoder, the extra is not installed, or the weights
            are missing or not those that `model.toml` names.
    """
    return _reader(language).read(text)


def name(language: str = "en") -> str:
    """Return what the record calls the encoder of a language: its base, and its weights' digest.

    Raises:
        DatelineError: as `encode`.
    """
    model = _reader(language).model
    return f"{language} {model.layers} layers (sha256 {model.weights_sha256[:16]})"


class _Window(NamedTuple):
    """What the heads say of the words of one window, and which of them to keep."""

    keep: slice
    names: Reals
    roles: Reals
    links: Reals
    unnamed: Reals


class _Words(NamedTuple):
    """What is settled of every word of a text, a row for each word."""

    name: Ints
    kinds: Reals
    roles: Ints
    inside: Reals
    links: Reals
    unnamed: Reals


class _Reader:
    """A loaded model: its tokenizer, its session and what its outputs mean."""

    def __init__(self, model: Model, tokenizer: Any, session: Any) -> None:
        self.model, self.tokenizer, self.session = model, tokenizer, session
        self.frame = [tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]")]
        self.steps = np.array([model.name_steps]), np.array(model.role_steps)

    def read(self, text: str) -> Encoding:
        pieces = Pieces(self.tokenizer, text)
        words = self._words(pieces)
        names = tuple(
            Proposal(
                span=pieces.span(first, last),
                label=self.model.kinds[k],
                score=_mean(words.kinds[first:last, k]),
            )
            for first, last, k in runs(words.name)
        )
        parts, places = self._parts(pieces, words)
        links = tuple(self._links(parts, places, words))
        named = Beliefs(pieces.starts, pieces.ends, self.model.kinds, words.kinds)
        said = Beliefs(pieces.starts, pieces.ends, self.model.roles, words.inside)
        return Encoding(names, tuple(parts), links, named, said)

    def _words(self, pieces: Pieces) -> _Words:
        found: list[_Words] = []
        group: list[_Window] = []
        for start, end, words, keep in windows(pieces):
            group.append(self._window(pieces, start, end, words, keep))
            if len(group) == _TOGETHER:
                found.append(self._settled(group))
                group = []
        if group:
            found.append(self._settled(group))
        if not found:
            return self._nothing()
        return _Words(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _nothing(self) -> _Words:
        model = self.model
        none, roles = np.zeros(0, dtype=np.int64), np.zeros((0, len(model.roles)))
        links = np.zeros((0, 2 * len(_LINKS) * model.link_width))
        kinds = np.zeros((0, len(model.kinds)))
        return _Words(none, kinds, roles.astype(np.int64), roles, links, links)

    def _window(self, pieces: Pieces, start: int, end: int, words: slice, keep: slice) -> _Window:
        ids = [self.frame[0], *pieces.ids[start:end].tolist(), self.frame[1]]
        shapes = [0, *pieces.shapes[start:end].tolist(), 0]
        inputs = {"ids": np.array([ids]), "shapes": np.array([shapes])}
        names, roles, links = (
            output[0].astype(np.float64) for output in self.session.run(None, inputs)
        )
        at = pieces.heads[words] - start + 1
        inner = slice(keep.start - words.start, keep.stop - words.start)
        unnamed = np.repeat(links[:1], keep.stop - keep.start, axis=0)
        return _Window(inner, names[at], roles[at], links[at[inner]], unnamed)

    def _settled(self, group: list[_Window]) -> _Words:
        """Return the labels and shares of the words that the windows keep."""
        name_path, kinds = _chained([w.names[:, None] for w in group], self.steps[0], group)
        layers = [w.roles.reshape(len(w.roles), -1, 3) for w in group]
        role_path, inside = _chained(layers, self.steps[1], group)
        return _Words(
            name_path[:, 0],
            kinds[:, 0, 1::2] + kinds[:, 0, 2::2],
            role_path,
            1 - inside[:, :, 0],
            np.concatenate([w.links for w in group]),
            np.concatenate([w.unnamed for w in group]),
        )

    def _parts(self, pieces: Pieces, words: _Words) -> tuple[list[Proposal], list[tuple[int, int]]]:
        """Return sources, cues and contents in order, and the words that each covers."""
        found = []
        for column, role in enumerate(self.model.roles):
            for first, last, _ in runs(words.roles[:, column]):
                score = _mean(words.inside[first:last, column])
                part = Proposal(span=pieces.span(first, last), label=role, score=score)
                found.append((part, (first, last)))
        found.sort(key=lambda pair: (pair[0].span, pair[0].label))
        return [part for part, _ in found], [place for _, place in found]

    def _links(
        self, parts: list[Proposal], places: list[tuple[int, int]], words: _Words
    ) -> Iterator[Link]:
        columns = np.split(words.links, 2 * len(_LINKS), axis=1)
        silences = np.split(words.unnamed, 2 * len(_LINKS), axis=1)
        for number, (asking, role) in enumerate(_LINKS):
            asks, answers, silence = *columns[2 * number :][:2], silences[2 * number + 1]
            bias = np.array(self.model.link_bias[number])
            candidates = [i for i, part in enumerate(parts) if part.label == role]
            begins = [places[c][0] for c in candidates]
            for of in (i for i, part in enumerate(parts) if part.label == asking):
                at = places[of][0]
                near = candidates[bisect_left(begins, at - _FAR) : bisect_right(begins, at + _FAR)]
                question = asks[at] / self.model.link_width**0.5
                scores = [float(silence[at] @ question + bias[-1])]
                for candidate in near:
                    first, last = places[candidate]
                    biased = answers[first:last] @ question + bias[_buckets(first - at, last - at)]
                    scores.append(float(biased.max()))
                yield from _told(of, role, [None, *near], _softmax(np.array(scores)))


def _buckets(first: int, last: int) -> Ints:
    """Return the number of the bucket of each distance in words: its sign and power of two."""
    away = np.arange(first, last)
    size = np.floor(np.log2(np.maximum(np.abs(away), 1))).astype(np.int64) + 1
    return np.asarray(np.sign(away) * np.minimum(size, _FARTHEST) + _FARTHEST)


def _told(of: int, role: str, candidates: list[int | None], shares: Reals) -> Iterator[Link]:
    for best in np.argsort(-shares, kind="stable").tolist():
        if shares[best] >= _FAINT:
            yield Link(of, role, candidates[best], round(float(shares[best]), 4))


def _chained(rows: list[Reals], steps: Reals, group: list[_Window]) -> tuple[Ints, Reals]:
    """Return the best labels and all shares of the words to keep, the windows' rows joined."""
    lengths = np.array([len(row) for row in rows])
    table = np.zeros((len(rows), lengths.max(), *rows[0].shape[1:]))
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    paths, shares = best_paths(table, steps, lengths), marginals(table, steps, lengths)
    keeps = [(at, window.keep) for at, window in enumerate(group)]
    return (
        np.concatenate([paths[at, keep] for at, keep in keeps]),
        np.concatenate([shares[at, keep] for at, keep in keeps]),
    )


def _softmax(scores: Reals) -> Reals:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def _mean(shares: Reals) -> float:
    return round(float(shares.mean()), 4)


@cache
def _reader(language: str) -> _Reader:
    model = lexicon(language, "encoder/model", Model)
    return load(model, resources.files("dateline.languages").joinpath(language, "encoder"))


def load(model: Model, folder: Traversable) -> _Reader:
    """Return the model whose files lie in `folder`, as `encode` uses it; for training scripts.

    Raises:
        DatelineError: as `encode` does.
    """
    runtime, tokenizers = _extra("onnxruntime"), _extra("tokenizers")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    weights = _checked(folder, model.weights, model.weights_sha256)
    session = runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    vocabulary = _checked(folder, model.tokenizer, model.tokenizer_sha256)
    return _Reader(model, tokenizers.Tokenizer.from_str(vocabulary.decode()), session)


def _extra(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as fault:
        remedy = "pip install onnxruntime tokenizers, or read with --reader fast"
        raise DatelineError("encoder", f"{module} is not installed", remedy) from fault


def _checked(folder: Traversable, name: str, digest: str) -> bytes:
    """Return the bytes of a file of the model, if they are those that `model.toml` names."""
    file = folder.joinpath(name)
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        remedy = "install dateline again, or read with --reader fast"
        raise DatelineError(str(file), "the file is missing", remedy) from None
    if sha256(data).hexdigest() != digest:
        remedy = "install dateline again"
        raise DatelineError(str(file), "not the file that model.toml names", remedy)
    return data
