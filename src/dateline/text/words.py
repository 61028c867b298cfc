"""The words of a parsed text, taken out of spaCy's own arrays in one go.

Asking spaCy's tokens for their attributes one by one takes as long as a good part of the parse, and
so do its rules for parts of speech and its lemmatizer. Here the numbers of a text are copied out
at once; what rules and lemmatizer say is remembered for each kind of token and for each word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dateline.text.attributes import Rules, Sign

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_COLUMNS: Final = (
    "IDX",
    "LENGTH",
    "ORTH",
    "LOWER",
    "TAG",
    "DEP",
    "HEAD",
    "SENT_START",
    "IS_SPACE",
    "POS",
    "LEMMA",
)
_MANY: Final = 200_000  # words that are remembered at most


class Word(NamedTuple):
    """One token as the parser sees it.

    Attributes:
        start: its first character in the parsed text; `end` is the one after its last.
        head: how many tokens on its head stands, or back.
        begins: it begins a sentence.
        space: it is white space.
    """

    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    begins: bool
    space: bool


class Words:
    """How the words of one pipeline are taken out of its texts.

    Args:
        pipeline: the pipeline. With `quick`, its attribute ruler and lemmatizer are asked here,
            once for each word, and need not run; without, they must have run.
    """

    def __init__(self, pipeline: Language, *, quick: bool) -> None:
        self._strings = pipeline.vocab.strings
        self._names: dict[int, str] = {0: ""}
        self._rules: Rules | None = None
        if quick:
            self._rules = Rules(pipeline.get_pipe("attribute_ruler").patterns)  # type: ignore[attr-defined]
            self._lemmatizer = pipeline.get_pipe("lemmatizer")
        self._told: dict[int, str] = {}
        self._signs: dict[tuple[int, str, int, int], Sign] = {}
        self._lemmas: dict[tuple[int, str, str], str] = {}

    @property
    def quickened(self) -> tuple[str, ...]:
        """Return the names of the pipeline's parts that need not run."""
        return ("attribute_ruler", "lemmatizer") if self._rules else ()

    def of(self, document: Doc) -> list[Word]:
        """Return all tokens of a parsed text, white space included, in order."""
        table = document.to_array(list(_COLUMNS))
        rows = table.reshape(-1, len(_COLUMNS)).astype(np.uint64).tolist()
        said = self._said(document, rows) if self._rules else self._shown(rows)
        words = []
        for row, (tag, pos, dep, lemma) in zip(rows, said, strict=True):
            head = row[6] if row[6] < 1 << 63 else row[6] - (1 << 64)
            words.append(
                Word(row[0], row[0] + row[1], lemma, tag, pos, dep, head, row[7] == 1, row[8] == 1)
            )
        return words

    def _name(self, number: int) -> str:
        """Return the string that spaCy keeps under a number, for numbers that are few."""
        name = self._names.get(number)
        if name is None:
            name = self._names[number] = self._strings[number]
        return name

    def _shown(self, rows: Sequence[Sequence[int]]) -> list[tuple[str, str, str, str]]:
        """Return tag, part of speech, arc and lemma as the pipeline has set them."""
        name = self._name
        return [(name(r[4]), name(r[9]), name(r[5]), self._strings[r[10]]) for r in rows]

    def _said(
        self, document: Doc, rows: Sequence[Sequence[int]]
    ) -> list[tuple[str, str, str, str]]:
        """Return tag, part of speech, arc and lemma as ruler and lemmatizer would set them."""
        assert self._rules is not None
        name = self._name
        out = []
        for at, (row, more) in enumerate(zip(rows, self._rules.of(self._seen(rows)), strict=True)):
            pos = more.get("POS", "")
            lemma = more.get("LEMMA") or self._lemma(document, at, row[2], pos, more)
            out.append(
                (more.get("TAG") or name(row[4]), pos, more.get("DEP") or name(row[5]), lemma)
            )
        return out

    def _seen(self, rows: Sequence[Sequence[int]]) -> list[Sign]:
        """Return what the rules look at in each token."""
        out = []
        for row in rows:
            told = self._told.get(row[3])
            if told is None:
                told = self._letters(row[3])
            key = (row[4], told, row[5], row[8])
            sign = self._signs.get(key)
            if sign is None:
                sign = Sign(self._name(row[4]), told, self._name(row[5]), row[8] == 1)
                self._signs[key] = sign
            out.append(sign)
        return out

    def _letters(self, number: int) -> str:
        """Return a word's small letters if some rule asks for them, else nothing."""
        assert self._rules is not None
        lower = self._strings[number]
        told = lower if self._rules.asks_for(lower) else ""
        if len(self._told) < _MANY:
            self._told[number] = told
        return told

    def _lemma(self, document: Doc, at: int, orth: int, pos: str, more: Mapping[str, str]) -> str:
        """Return the lemma of a token, asked of the pipeline's lemmatizer once for each word."""
        key = (orth, pos, more.get("MORPH", ""))
        lemma = self._lemmas.get(key)
        if lemma is None:
            token = document[at]
            token.pos_ = pos
            token.set_morph(key[2])  # type: ignore[attr-defined]
            lemma = self._lemmatizer.lemmatize(token)[0]  # type: ignore[attr-defined]
            if len(self._lemmas) < _MANY:
                self._lemmas[key] = lemma
        return lemma
