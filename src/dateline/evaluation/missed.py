"""What is wrong, line by line: what is missed, spurious, or told otherwise than in the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.evaluation import events as _events
from dateline.evaluation import ties as _ties
from dateline.evaluation.article import Article, Attribution, Names, Occurrence, Spans, Tie
from dateline.evaluation.figures import Told
from dateline.evaluation.report import Layer
from dateline.evaluation.scores import Compared

LONGEST = 60
Deed = TypeVar("Deed", Occurrence, Tie)


def misses(compared: Sequence[Compared], layer: Layer = "all") -> RenderableType:
    """Return what is wrong, article by article, a line each."""
    return Group(*(line for one in compared for line in _misses(one, layer)))


def _misses(compared: Compared, layer: Layer) -> Iterator[Text]:
    if layer in ("all", "statements"):
        yield from _statements(compared)
    if layer in ("all", "events") and compared.events:
        yield from _event_lines(compared.article, compared.events)
    if layer in ("all", "ties") and compared.ties:
        yield from _tie_lines(compared.article, compared.ties)


def _statements(compared: Compared) -> Iterator[Text]:
    article = compared.article
    answered = {pair.gold.id for pair in compared.pairs}
    answers = {pair.found.id: pair.gold.id for pair in compared.pairs}
    for gold in article.statements:
        if gold.id not in answered:
            yield _line(article, "missed", gold)
    for found in compared.found:
        if found.id not in answers:
            yield _line(article, "spurious", found)
    for pair in compared.pairs:
        wrong = [
            f"{name} {told}, not {wanted}"
            for name, wanted, told in _told(pair.gold, pair.found, answers)
            if wanted != told
        ]
        if not pair.same_source:
            wanted, told = (_words(article, one.source) for one in (pair.gold, pair.found))
            wrong.insert(0, f"source {told!r}, not {wanted!r}")
        if wrong:
            yield _line(article, "; ".join(wrong), pair.gold)


def _told(
    gold: Attribution, found: Attribution, answers: dict[str, str]
) -> Iterator[tuple[str, str | None, str | None]]:
    yield "kind", gold.kind, found.kind
    yield "stance", gold.stance, found.stance
    yield "certainty", gold.certainty, found.certainty
    yield "manner", gold.manner, found.manner
    within = answers.get(found.within, "another") if found.within is not None else None
    yield "within", gold.within, within


def _line(article: Article, what: str, one: Attribution) -> Text:
    parts = [_words(article, spans) for spans in (one.source, one.cue, one.content)]
    return Text.assemble((f"{article.id} {one.id} ", "dim"), (what, "red"), ": ", " | ".join(parts))


def _words(article: Article, spans: Spans) -> str:
    """Return what spans hold on one line, the middle left out where it is long."""
    words = " ~ ".join(" ".join(span.of(article.text).split()) for span in spans) or "-"
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]}…{words[-LONGEST // 2 :]}"


def _event_lines(article: Article, compared: _events.ComparedEvents) -> Iterator[Text]:
    both = [(pair.gold, pair.found) for pair in compared.pairs]
    alone = {"missed": compared.gold, "spurious": compared.found}
    yield from _alone(article, both, alone, _event)
    for pair in compared.pairs:
        wrong = _wrong(pair, _events.judged(pair))
        if wrong:
            yield _deed(article, "; ".join(wrong), _event(article, pair.gold))


def _tie_lines(article: Article, compared: _ties.ComparedTies) -> Iterator[Text]:
    both = [(pair.gold, pair.found) for pair in compared.pairs]
    alone = {"missed": compared.gold, "spurious": compared.found, "outside": compared.outside}
    yield from _alone(article, both, alone, _tie)
    for pair in compared.pairs:
        wrong = _wrong(pair, _ties.judged(pair))
        if wrong:
            yield _deed(article, "; ".join(wrong), _tie(article, pair.gold))


def _alone(
    article: Article,
    both: Iterable[tuple[Deed, Deed]],
    alone: Mapping[str, Iterable[Deed]],
    shown: Callable[[Article, Deed], str],
) -> Iterator[Text]:
    """Yield a line for each event or tie that is in no pair."""
    paired = {id(one) for pair in both for one in pair}
    for what, some in alone.items():
        for one in some:
            if id(one) not in paired:
                yield _deed(article, what, shown(article, one))


def _wrong(pair: _events.EventPair | _ties.TiePair, rows: Mapping[str, Told]) -> list[str]:
    """Return what the answer tells otherwise than the gold, each in a few words."""
    wrong = [] if pair.same_type else [f"{pair.found.types[0]}, not {pair.gold.types[0]}"]
    for name, (wanted, answer) in rows.items():
        if wanted != answer:
            told, gold = (getattr(one, _field(name)) for one in (pair.found, pair.gold))
            wrong.append(f"{name} {_value(told)}, not {_value(gold)}")
    return wrong


def _field(name: str) -> str:
    return {"from": "from_", "said in": "said_in"}.get(name, name)


def _value(value: str | tuple[str | Names, ...] | None) -> str:
    """Return what is told of one thing, in a few words."""
    if value is None or not value:
        return "-"
    if isinstance(value, str):
        return value
    return ", ".join(one if isinstance(one, str) else "/".join(one) or "?" for one in value)


def _event(article: Article, one: Occurrence) -> str:
    ends = (f"{name} {_value(getattr(one, name))}" for name in ("who", "whom", "where", "when"))
    return f"{one.types[0]} {_words(article, one.triggers)!r} | {' | '.join(ends)} | {one.reality}"


def _tie(article: Article, one: Tie) -> str:
    ends = f"{_value(one.subject)} {one.types[0]} {_value(one.object)}"
    return f"{ends} | {one.from_ or '-'} to {one.until or '-'} | {_words(article, one.evidence)!r}"


def _deed(article: Article, what: str, told: str) -> Text:
    return Text.assemble((f"{article.id} ", "dim"), (what, "red"), ": ", told)
