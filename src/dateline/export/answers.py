"""The answers of an archive for people: what a terminal shows, plain where it is piped.

Each row ends in its id, which `dateline ask show` opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from dateline.ask import accounts
from dateline.ask.answers import EventAccount, Head, Said, Telling, TieAccount
from dateline.ask.conflict import Dispute
from dateline.ask.dossier import Dossier
from dateline.ask.forecasts import Forecast
from dateline.ask.network import Network
from dateline.ask.search import Passage
from dateline.ask.showing import Mark, Shown
from dateline.ask.sources import Lone, Share, Sources
from dateline.ask.table import Table
from dateline.ask.timeline import Timeline
from dateline.export.dossier import shown

KEY: Final = 8  # digits of an article's key that a terminal shows: enough for a million articles
BAR: Final = 20
_DOUBT: Final = "yellow"


def answer(found: object) -> RenderableType:
    """Return an answer as a terminal shows it.

    Raises:
        KeyError: if it is the answer of no view.
    """
    shape = found.shape if isinstance(found, Table) else type(found)
    return _VIEWS[shape](found)


def short(id_: str) -> str:
    """Return an id with the article's key cut to what a terminal shows."""
    key, _, local = id_.partition(":")
    return f"{key[:KEY]}:{local}"


def _dossier(found: Dossier) -> RenderableType:
    name = Text.assemble((shown(found.actor.name), "bold"), (f"  {found.actor.kind}", "cyan"))
    spelt = ", ".join(f"{shown(one.name)} ({one.articles})" for one in found.spellings)
    outlets = ", ".join(f"{shown(one.outlet or '?')} ({one.articles})" for one in found.outlets)
    parts: list[RenderableType] = [
        _line(name, found.actor.id),
        *([Text(f"Named {spelt}", style="dim")] if spelt else []),
        Text(f"In {_count(found.articles, 'article')}: {outlets}", style="dim"),
        *_alike(found),
        *_part("Roles", _ties(found.roles), "ties" in found.cut),
        *_part("Ties", _ties(found.ties), "ties" in found.cut),
        *_part("Events", _events(found.events), "events" in found.cut),
        *_part("Says", _said(found.said), "said" in found.cut),
        *_part("Is spoken of", _said(found.about), "about" in found.cut),
        *_part("Where from", map(_head, found.reports), "reports" in found.cut),
    ]
    return Group(*parts)


def _alike(found: Dossier) -> Iterator[RenderableType]:
    """Show the others that the name may mean, and what tells them apart."""
    if not found.alike:
        return
    yield Text(f"This one: {shown('; '.join(found.apart))}", style=_DOUBT)
    for other in found.alike:
        words = f"Not {shown(other.party.name)}: {shown('; '.join(other.apart))}"
        line = Text(f"{words}; {_count(other.articles, 'article')}", style=_DOUBT)
        yield _line(line, other.party.id)


def _search(found: Table[Passage]) -> RenderableType:
    return Group(*(part for one in found for part in _passage(one))) if found else _nothing()


def _passage(one: Passage) -> Iterator[RenderableType]:
    """Show an article that was found, and the passage that has most of the words, these in bold."""
    where = "  a reader’s comment" if one.part == "comments" else ""
    yield _line(
        Text.assemble(
            (_day(one.article.told), "dim"),
            f"  {shown(one.article.title or one.article.path)}",
            (where, _DOUBT),
            (f"  {shown(one.article.outlet or '')}", "dim"),
        ),
        one.id,
    )
    calm = ((_calm(words, 0, len(words), 0), is_word) for words, is_word in one.pieces())
    yield _below(Text.assemble(*((words, "bold" if is_word else "") for words, is_word in calm)))


def _claims(found: Table[Said]) -> RenderableType:
    return Group(*_said(found)) if found else _nothing()


def _said(found: Iterable[Said]) -> Iterator[RenderableType]:
    for one in found:
        who = shown(one.speaker.name if one.speaker else one.source) or f"({one.source_kind})"
        attitude: list[str] = [] if one.stance == "assert" else [one.stance]
        attitude += [] if one.certainty == "certain" else [one.certainty]
        yield _line(
            Text.assemble(
                (_day(one.article.told), "dim"),
                f"  {who}",
                (f"  {', '.join(attitude)}" if attitude else "", _DOUBT),
                (f"  {shown(one.article.outlet or '')}", "dim"),
            ),
            one.id,
        )
        yield _below(Text(shown(one.content)))


def _timeline(found: Timeline) -> RenderableType:
    if not found.dated and not found.undated:
        return _nothing()
    undated = _part("Of no known date", _events(found.undated), False)
    more = [Text("… there are more: narrow it, or ask with --limit", style="dim")]
    return Group(*_events(found.dated), *undated, *(more if found.cut else []))


def _events(found: Iterable[EventAccount]) -> Iterator[RenderableType]:
    for one in found:
        doubt = "" if one.agreed else "  told with different dates"
        heading = Text.assemble(
            (_interval(one), "cyan"), f"  {shown(accounts.in_words(one))}", (doubt, _DOUBT)
        )
        yield _line(heading, one.id)
        yield from _tellings(one.tellings)


def _ties(found: Iterable[TieAccount]) -> Iterator[RenderableType]:
    for one in found:
        held = one.held or one.status or ""
        denied = "  denied by some" if "denied" in one.realities else ""
        heading = Text.assemble(
            (_interval(one), "cyan"),
            f"  {shown(accounts.in_words(one))}",
            (f"  {held}" if held else "", _DOUBT if held == "possibly" else "dim"),
            (denied, _DOUBT),
        )
        yield _line(heading, one.id)
        yield from _tellings(one.tellings)


def _tellings(found: Sequence[Telling], most: int = 3) -> Iterator[RenderableType]:
    """Show who tells it, in which words; what copies repeat is counted, not shown."""
    once = {(one.article.origin, one.quote): one for one in reversed(found)}
    kept = [one for one in found if once[one.article.origin, one.quote] is one]
    for one in kept[:most]:
        yield _telling(one)
    left = len(found) - len(kept[:most])
    if left:
        yield _below(Text(f"and {_count(left, 'more telling')}", style="dim"))


def _telling(one: Telling) -> RenderableType:
    doubt: list[str] = [one.reality] if one.reality != "actual" else []
    doubt += [one.certainty] if one.certainty != "certain" else []
    why = "; ".join(map(str, one.why))
    return _below(
        _line(
            Text.assemble(
                shown(one.quote),
                (f"  {', '.join(doubt)}" if doubt else "", _DOUBT),
                (f"\n{_whose(one)}", "dim"),
                (f"; {shown(why)}" if why else "", "dim"),
            ),
            one.id,
        )
    )


def _whose(one: Telling) -> str:
    """`Ada Quill, The Post, told 2012-03-06`: whose word, innermost first, where and when told."""
    voices = [shown(v.party.name if v.party else v.words) or v.kind for v in one.voices]
    where = shown(one.article.outlet or one.article.path)
    return f"{', as told by '.join([*voices, where])}, told {_day(one.article.told)}"


def _network(found: Network) -> RenderableType:
    when = _range(found.from_, found.until) if found.from_ or found.until else "at any time"
    heads = f"{_count(len(found.nodes), 'actor')}, {_count(len(found.edges), 'tie')}, {when}"
    more = [Text("… there are more: narrow it, or ask with --limit", style="dim")]
    return Group(Text(heads, style="bold"), *_ties(found.edges), *(more if found.cut else []))


def _disputes(found: Table[Dispute]) -> RenderableType:
    return Group(*(_dispute(one) for one in found)) if found else _nothing()


def _dispute(one: Dispute) -> RenderableType:
    heading = Text.assemble((shown(one.matter), "bold"), (f"  {one.kind}: {one.why}", "dim"))
    parts: list[RenderableType] = [_line(heading, one.id)]
    for side in one.sides:
        parts += [
            _below(Text(shown(side.says), style=_DOUBT)),
            *map(_below, _tellings(side.tellings)),
        ]
    return Group(*parts, Text())


def _sources(found: Sources) -> RenderableType:
    counts = (
        f"{_count(found.claims, 'statement')} in {_count(found.reports, 'report')}, "
        f"printed as {_count(found.articles, 'article')}"
    )
    return Group(
        Text(counts, style="bold"),
        *_part("Who says it", map(_share, found.shares), False),
        *_part("On one source", (part for one in found.single for part in _lone(one)), found.cut),
        *_part("Perhaps on one source", (p for one in found.perhaps for p in _lone(one)), False),
        *_part(
            "On unnamed sources", (part for one in found.unnamed for part in _lone(one)), found.cut
        ),
    )


def _share(one: Share) -> RenderableType:
    bar = "█" * round(one.share * BAR)
    left = Text.assemble(
        (f"{one.share:6.1%} ", "cyan"),
        (f"{bar:<{BAR}} ", "cyan"),
        shown(one.name),
        (f"  {_count(one.claims, 'statement')}, {_count(one.reports, 'report')}", "dim"),
    )
    return _line(left, one.source.id if one.source else "")


def _lone(one: Lone) -> Iterator[RenderableType]:
    copies = f", printed as {_count(one.articles, 'article')}" if one.articles > one.reports else ""
    yield _line(
        Text.assemble(shown(one.matter), (f"  {one.layer}, {shown(one.source)}{copies}", "dim")),
        one.id,
    )
    yield from _tellings(one.tellings, 1)
    if one.elsewhere:
        yield _below(Text("but see", style=_DOUBT))
        yield from map(_telling, one.elsewhere[:1])


def _forecasts(found: Table[Forecast]) -> RenderableType:
    return Group(*(_forecast(one) for one in found)) if found else _nothing()


def _forecast(one: Forecast) -> RenderableType:
    style = {"borne out": "green", "contradicted": "red"}.get(one.outcome, _DOUBT)
    horizon = f"for {shown(one.horizon)} ({_range(one.from_, one.until)})" if one.horizon else ""
    outcome = Text.assemble((one.outcome, style), (f": {shown(one.because)}", "dim"))
    parts = [*_said([one.said]), *([_below(Text(horizon, style="cyan"))] if horizon else [])]
    return Group(*parts, _below(outcome), *(_telling(later.telling) for later in one.later), Text())


def _shown(found: Shown) -> RenderableType:
    article = found.article
    where = " · ".join(filter(None, (shown(article.outlet or ""), _day(article.told))))
    return Group(
        Text(shown(article.title or "Untitled"), style="bold"),
        Text(where),
        Text(shown(article.url or article.path), style="dim"),
        Text(),
        Padding(_marked(found), (0, 0, 0, 2)),
        Text(),
        _line(Text.assemble((f"{found.layer}  ", "cyan"), shown(found.label)), found.id),
        *([Text(f"made by the rule {found.rule}", style="dim")] if found.rule else []),
        *_part("In this sentence", map(_mark, found.marks), False),
        *_part("Said near it", _said(found.around), False),
        *_part("Corrections", map(_correction, found.corrections), False),
    )


def _marked(found: Shown) -> Text:
    """Show the sentence, the evidence in bold; white space and control characters made plain."""
    out, at, text = Text(), found.excerpt.span.start, found.excerpt.text
    for span in found.evidence:
        if not found.excerpt.span.contains(span):
            continue
        out.append(_calm(text, at, span.start, found.excerpt.span.start))
        out.append(
            _calm(text, span.start, span.end, found.excerpt.span.start), style="bold reverse"
        )
        at = span.end
    out.append(_calm(text, at, found.excerpt.span.end, found.excerpt.span.start))
    return out


def _calm(text: str, start: int, end: int, origin: int) -> str:
    words = text[start - origin : end - origin]
    calm = shown(words)
    return " " * words[:1].isspace() + calm + " " * (bool(calm) and words[-1:].isspace())


def _mark(one: Mark) -> RenderableType:
    left = Text.assemble(
        (f"{one.layer} {one.part}", "cyan"),
        f"  {shown(one.label)}",
        (f"  {one.span.start}-{one.span.end}", "dim"),
        (f"  {one.rule}" if one.rule else "", "dim"),
    )
    return _line(left, one.id)


def _correction(one: Any) -> RenderableType:
    undone = f", taken back {one.undone}" if one.undone else ""
    words = f"{one.number}: {one.kind} {one.value or one.other or ''} by {one.author}, {one.made}"
    return Text(shown(words + undone))


def _head(one: Head) -> RenderableType:
    copy = "" if one.origin == one.key else "  a copy"
    left = Text.assemble(
        (_day(one.told), "dim"),
        f"  {shown(one.title or one.path)}",
        (f"  {one.outlet or ''}{copy}", "dim"),
    )
    return _line(left, one.key[:KEY])


def _interval(one: EventAccount | TieAccount) -> str:
    if one.agreed and (one.from_ or one.until):
        return _range(one.from_, one.until)
    if one.earliest or one.latest:
        return _range(one.earliest, one.latest)
    return "undated"


def _range(from_: str | None, until: str | None) -> str:
    """`2004 until 2010-01`, an open end as a dash; the unit itself where it is just that."""
    return f"{from_ or '…'} until {until or '…'}"


def _day(told: str | None) -> str:
    return told[:10] if told else "undated"


def _line(left: RenderableType, id_: str) -> RenderableType:
    """Return a row that ends in its id."""
    grid = Grid.grid(expand=True, padding=(0, 2, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_row(left, short(id_) if ":" in id_ else id_)
    return grid


def _below(content: RenderableType) -> RenderableType:
    return Padding(content, (0, 0, 0, 4))


def _part(title: str, rows: Iterable[RenderableType], cut: bool) -> Iterator[RenderableType]:
    """Show a part under its title; nothing where it is empty."""
    found = list(rows)
    if not found:
        return
    yield Text()
    yield Text(title, style="bold underline")
    yield from (Padding(row, (0, 0, 0, 2)) for row in found)
    if cut:
        yield Padding(Text("… there are more: ask with --limit", style="dim"), (0, 0, 0, 2))


def _nothing() -> RenderableType:
    return Text("Nothing in the archive.", style="dim")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


_VIEWS: Final[dict[type, Callable[[Any], RenderableType]]] = {
    Dossier: _dossier,
    Passage: _search,
    Said: _claims,
    Timeline: _timeline,
    Network: _network,
    Dispute: _disputes,
    Sources: _sources,
    Forecast: _forecasts,
    Shown: _shown,
}
