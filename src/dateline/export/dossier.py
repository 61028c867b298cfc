"""The dossier of one article, for people: what a terminal shows, plain where it is piped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from dateline.languages import holding
from dateline.record import (
    Certainty,
    Comment,
    Document,
    Entity,
    Reality,
    Record,
    Responses,
    Section,
    Statement,
    Time,
)
from dateline.span import Span

WIDEST_QUOTE = 96


def dossier(record: Record) -> RenderableType:
    """Return the dossier of an article, part by part; what the page does not have is left out."""
    parts = [
        _head(record.document),
        _outline(record),
        _cast(record.entities),
        _statements(record),
        _events(record),
        _ties(record),
        _timeline(record),
        _thread(record.document.text, record.responses),
    ]
    return Group(*(part for part in parts if part is not None), Text())


def shown(text: str, width: int = 0) -> str:
    """Return `text` on one line, made harmless for a terminal, and cut to `width` if that is given.

    Control characters, among them those that would colour or move the terminal or turn the
    direction of its text, become spaces: an article is shown, never obeyed.
    """
    calm = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)
    line = " ".join(calm.split())
    if not width or len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _head(document: Document) -> RenderableType:
    """Title, then who, where and when on a line of its own."""
    title = Text(shown(document.title or "Untitled"), style="bold")
    facts = [
        ", ".join(shown(name) for name in document.byline),
        shown(document.outlet or ""),
        document.published or "undated",
    ]
    lines: list[RenderableType] = [
        Rule(style="dim"),
        title,
        Text(" · ".join(fact for fact in facts if fact)),
    ]
    lines.append(Text(shown(document.url or document.path), style="dim"))
    full = holding("times")
    if document.language is not None and document.language not in full:
        lines.append(
            Text(
                f"Language {document.language!r}: the page, its sections and its thread were read; "
                "names, times and statements are read in " + ", ".join(full) + " only.",
                style="yellow",
            )
        )
    return Group(*lines)


def _outline(record: Record) -> RenderableType | None:
    """The article's sections, each with its first words and its place in the text."""
    table = _columns("cyan", "dim")
    for section in _told(record.sections):
        words = section.span.of(record.document.text)
        table.add_row(section.kind, _count(len(words.split()), "word"), shown(words, WIDEST_QUOTE))
    return _part("Article", table) if table.row_count else None


def _told(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections that tell the story; a page's furniture is in the record, not in the dossier."""
    furniture = {"other", "footer", "responses", "timestamp", "byline", "headline"}
    return (section for section in sections if section.kind not in furniture)


def _cast(entities: tuple[Entity, ...]) -> RenderableType | None:
    """Show who and what is named, most often mentioned first, each with its other names."""
    named = [entity for entity in entities if any(m.form == "name" for m in entity.mentions)]
    named.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0].span))
    table = _columns("cyan", "dim")
    for entity in named:
        others = ", ".join(shown(alias) for alias in entity.aliases)
        line = Text.assemble(shown(entity.name), (f"  also {others}" if others else "", "dim"))
        table.add_row(entity.kind, _count(len(entity.mentions), "mention"), line)
    return _part("Cast", table) if named else None


def _statements(record: Record) -> RenderableType | None:
    """Show who says what, in the order of the text; what stands in another's words is indented."""
    text = record.document.text
    names = {entity.id: entity.name for entity in record.entities}
    depth: dict[str | None, int] = {None: -1}
    table = _columns("cyan", "dim")
    for one in record.statements:
        depth[one.id] = depth.get(one.within, -1) + 1
        words = " ".join(span.of(text) for span in one.source.spans)
        who = names.get(one.source.entity or "", words) or "(unstated)"
        content = " … ".join(span.of(text) for span in one.content.spans)
        table.add_row("  " * depth[one.id] + shown(who, 28), _attitude(one), shown(content))
    return _part("Statements", table) if record.statements else None


def _attitude(statement: Statement) -> str:
    """`deny`, `possible`, `forecast, probable`: what is not plainly asserted as certain."""
    doubt = () if statement.certainty == "certain" else (statement.certainty,)
    stance = () if statement.stance == "assert" and doubt else (statement.stance,)
    return ", ".join((*stance, *doubt))


def _events(record: Record) -> RenderableType | None:
    """Show who did what to whom, where and when, and on whose word, in the order of the text."""
    names = {entity.id: shown(entity.name, 28) for entity in record.entities}
    times = {time.id: _interval(time) for time in record.times if time.from_ or time.until}
    table = _columns("cyan")
    for one in sorted(record.events, key=lambda event: event.trigger):
        kind = (one.mode or one.type).replace("_", " ")
        ends = [", ".join(names[end] for end in part) for part in (one.who, one.whom)]
        where = ", ".join(names[end] for end in one.where)
        line = " → ".join(end for end in ends if end) + (f" in {where}" if where else "")
        when = times.get(one.when or "", "")
        doubt = _doubt(one.reality, one.certainty)
        quoted = f"“{shown(one.trigger.of(record.document.text), 40)}”"
        parts = (line or quoted, when, doubt, _voice(record, one.said_in))
        table.add_row(kind, ", ".join(part for part in parts if part))
    return _part("Events", table) if record.events else None


def _ties(record: Record) -> RenderableType | None:
    """Show what holds between whom, since when and until when, and on whose word."""
    names = {entity.id: shown(entity.name, 28) for entity in record.entities}
    table = _columns("cyan")
    for one in sorted(record.relations, key=lambda tie: tie.evidence[0]):
        role = f" as {shown(one.role, 40)}" if one.role else ""
        line = f"{names[one.subject]} → {names[one.object]}{role}"
        ends = (f"from {one.from_}" if one.from_ else "", f"until {one.until}" if one.until else "")
        held = " ".join(end for end in ends if end) or one.status or ""
        doubt = _doubt(one.reality, one.certainty)
        parts = (line, held, doubt, _voice(record, one.said_in))
        table.add_row(one.type.replace("_", " "), ", ".join(part for part in parts if part))
    return _part("Ties", table) if record.relations else None


def _doubt(reality: Reality, certainty: Certainty) -> str:
    """`planned`, `denied, possible`: what is not plainly told as a fact."""
    real = () if reality == "actual" else (reality,)
    sure = () if certainty == "certain" else (certainty,)
    return ", ".join((*real, *sure))


def _voice(record: Record, said_in: tuple[str, ...]) -> str:
    """`says Jane Roe`: whose word it is; empty in the article's own voice."""
    if not said_in:
        return ""
    said = next(one for one in record.statements if one.id == said_in[0])
    names = {entity.id: entity.name for entity in record.entities}
    words = " ".join(span.of(record.document.text) for span in said.source.spans)
    return f"says {shown(names.get(said.source.entity or '', words) or 'an unnamed source', 28)}"


def _timeline(record: Record) -> RenderableType | None:
    """The dated expressions in the order of the days that they name, each with its words."""
    dated = sorted(
        (time for time in record.times if time.from_ or time.until),
        key=lambda time: (time.from_ or time.until or "", time.span),
    )
    table = _columns("cyan")
    for time in dated:
        table.add_row(_interval(time), _in_context(record.document.text, time.span))
    return _part("Timeline", table) if dated else None


def _interval(time: Time) -> str:
    """`2012-09-01 until 2012-10-01`, an open end left out; `from` and `until` as in the record."""
    if time.from_ is None:
        return f"until {time.until}"
    return time.from_ if time.until is None else f"{time.from_} until {time.until}"


def _in_context(text: str, span: Span, before: int = 30, after: int = 45) -> Text:
    """Show the expression, marked, with a few words on either side."""
    left = text[max(0, span.start - before) : span.start]
    right = text[span.end : span.end + after]
    return Text.assemble(
        ("… " + shown(left) + " " * left[-1:].isspace(), "dim"),
        (shown(span.of(text)), "bold"),
        (" " * right[:1].isspace() + shown(right) + " …", "dim"),
    )


def _thread(text: str, responses: Responses) -> RenderableType | None:
    """The readers' thread as a tree; what was judged spam is dimmed and says why."""
    if not responses.held:
        claimed = "" if responses.declared is None else f" ({responses.declared} declared)"
        note = f"thread not in this copy: it is loaded by {responses.system}{claimed}"
        return _part("Responses", Text(note, style="yellow"))
    if not responses.comments and responses.declared is None:
        return None
    tree = Tree(Text(_tally(responses), style="dim"), guide_style="dim")
    branches: dict[str | None, Tree] = {None: tree}
    for comment in responses.comments:
        parent = branches.get(comment.reply_to, tree)
        branches[comment.id] = parent.add(_comment(text, comment))
    return _part("Responses", tree)


def _tally(responses: Responses) -> str:
    """How many comments this copy holds, how many the page declares, how many are spam."""
    spam = sum(_judged(comment) for comment in responses.comments)
    declared = "" if responses.declared is None else f", {responses.declared} declared"
    return f"{len(responses.comments)} held{declared}, {spam} judged spam"


def _judged(comment: Comment) -> bool:
    return any(flag.score >= 0.5 for flag in comment.flags)


def _comment(text: str, comment: Comment) -> Text:
    """One comment on a line or two: author, time, first words, and why it is spam if it is."""
    spam = _judged(comment)
    doubt = "" if comment.reply_certain else " (answers whom is uncertain)"
    pingback = " (pingback)" if comment.kind == "pingback" else ""
    line = Text.assemble(
        (shown(comment.author, 40) or "(no name)", "dim" if spam else "bold"),
        (f"  {comment.time or 'undated'}{pingback}{doubt}", "dim"),
        ("  " + shown(comment.span.of(text), WIDEST_QUOTE), "dim" if spam else ""),
    )
    for flag in comment.flags:
        line.append(f"\n{flag.flag} {flag.score:.2f}: {'; '.join(flag.why)}", style="yellow dim")
    return line


def _columns(*styles: str) -> Table:
    """Return a table of narrow columns in these styles, and one that takes what width is left."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    for style in styles:
        table.add_column(style=style, no_wrap=True)
    table.add_column(overflow="ellipsis", no_wrap=True, ratio=1)
    return table


def _part(title: str, content: RenderableType) -> RenderableType:
    return Group(Text(), Text(title, style="bold underline"), Padding(content, (0, 0, 0, 2)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
