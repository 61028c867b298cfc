"""The form in which people annotate events and ties: a file of lines beside an article's text.

    cast
    person Ana Orme = Orme
    organisation Harbour Board = the board
    group crew

    events
    dismiss "threw out" | who Harbour Board | whom Orme | when 2014-05 | in 2
    ? protest.strike "walk[ed] out" "the walkout" | who crew | planned

    ties
    leads "Orme, who chaired the board until May" | Orme > the board | role chair | until 2014-05

An event begins with its type, and its mode behind a full stop, and goes on with the words that tell
of it, one quotation for each telling. A quotation must occur once in the text; where it would not,
it is made longer, and brackets in it mark the words that are meant. Between bars follow who took
part, by any name of the cast, and whatever departs from the default: it took place; it is told in
the innermost statement whose content holds its first words. A tie goes the same way, with its two
ends around a `>`. `or` stands between answers of which each will do, `?` before a line that is
neither missed nor wrong, `~` before a type that says the same with its ends swapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar, get_args

import msgspec

from dateline.errors import DatelineError
from dateline.evaluation.article import Article, Member, Names, Occurrence, Spans, Tie
from dateline.interval import Interval, Moment
from dateline.record import EntityKind, Reality, Status
from dateline.span import Span

PARTS: Final = ("cast", "events", "ties")
EVENT_FIELDS: Final = ("who", "whom", "where", "when", "in")
TIE_FIELDS: Final = ("role", "from", "until", "in")
JUDGEMENTS: Final[dict[str, tuple[str, ...]]] = {
    "reality": get_args(Reality),
    "status": get_args(Status),
}
_HEAD: Final = re.compile(r'(\? ?)?([\w.~ ]+?)((?: "[^"]+")+)')
_QUOTED: Final = re.compile(r'"([^"]+)"')
Row = tuple[str, str]
"""A line and the place that errors show for it: `camp.events:7`."""

Told = TypeVar("Told")
_WEEK: Final = re.compile(r"\d{4}-W[0-5]\d")
_OR: Final = " or "


class Fault(ValueError):
    """What is wrong with a line, before it is known which one it is."""


def parse(article: Article, path: str, source: str) -> Article:
    """Return the article with the cast, the events and the ties that `source` writes out.

    Args:
        article: whose text and statements the lines are about.
        path: of the file, for errors.
        source: the lines.

    Raises:
        DatelineError: if lines are wrong; it tells of every fault, with file and line.
    """
    rows = _rows(path, source)
    cast = _told(rows["cast"], lambda _, line: _member(article, line))
    names = _names(rows["cast"], cast)
    events = partial(_event, article, names)
    ties = partial(_tie, article, names)
    return msgspec.structs.replace(
        article,
        cast=cast,
        events=_told(rows["events"], events),
        ties=_told(rows["ties"], ties),
    )


def _rows(path: str, source: str) -> dict[str, list[Row]]:
    """Return the lines of each part, each with its place."""
    rows: dict[str, list[Row]] = {part: [] for part in PARTS}
    part = ""
    for number, line in enumerate(map(str.strip, source.splitlines()), 1):
        where = f"{path}:{number}"
        if line in rows:
            part = line
        elif line and not line.startswith("#"):
            if not part:
                raise DatelineError(where, f"{line!r} stands under no part", "begin with 'cast'")
            rows[part].append((where, line))
    return rows


def _told(rows: Sequence[Row], reader: Callable[[str, str], Told]) -> tuple[Told, ...]:
    """Return what a reader makes of each line, given its number in the part.

    Raises:
        DatelineError: if it finds faults; the first with its place, the others behind it.
    """
    out: list[Told] = []
    faults: list[tuple[str, str]] = []
    for number, (where, line) in enumerate(rows, 1):
        try:
            out.append(reader(str(number), line))
        except ValueError as fault:
            faults.append((where, str(fault)))
    if faults:
        (where, reason), *others = faults
        reason = "; ".join([reason, *(f"{place}: {other}" for place, other in others)])
        raise DatelineError(where, reason, "docs/quality/events.md tells the form")
    return tuple(out)


def _member(article: Article, line: str) -> Member:
    kind, _, rest = line.partition(" ")
    name, _, aliases = (part.strip() for part in rest.partition("="))
    if kind not in get_args(EntityKind) or not name:
        raise Fault(f"{line!r} is no 'KIND NAME = ALIAS, ALIAS'")
    member = Member(
        name=name,
        kind=kind,  # type: ignore[arg-type]
        aliases=tuple(alias.strip() for alias in aliases.split(",")) if aliases else (),
    )
    for one in (member.name, *member.aliases):
        if one not in article.text:
            raise Fault(f"{one!r} does not occur in the text")
    return member


def _names(rows: Sequence[Row], cast: tuple[Member, ...]) -> dict[str, str]:
    """Return the name of the member that each name and alias of the cast is of."""
    found: dict[str, str] = {}
    for (where, _), member in zip(rows, cast, strict=True):
        for name in (member.name, *member.aliases):
            if found.setdefault(name, member.name) != member.name:
                raise DatelineError(
                    where, f"two of the cast are called {name!r}", "tell them apart"
                )
    return found


def _event(article: Article, names: Mapping[str, str], place: str, line: str) -> Occurrence:
    optional, types, triggers, fields = _line(article, line, EVENT_FIELDS)
    mode = next((mode for _, _, mode in (one.partition(".") for one in types) if mode), None)
    parts: dict[str, object] = {
        field: tuple(_members(names, one) for one in fields[field].split(","))
        for field in ("who", "whom", "where")
        if field in fields
    }
    when = tuple(fields["when"].split(_OR)) if "when" in fields else ()
    for one in when:
        if not _WEEK.fullmatch(one):
            Moment.parse(one)
    row: dict[str, object] = {
        "id": place,
        "types": [one.partition(".")[0] for one in types],
        "mode": mode,
        "triggers": triggers,
        "when": when,
        "reality": fields.get("reality", "actual"),
        "said_in": _said_in(article, triggers[0], fields.get("in")),
        "optional": optional,
        **parts,
    }
    return msgspec.convert(row, Occurrence)


def _tie(article: Article, names: Mapping[str, str], place: str, line: str) -> Tie:
    optional, types, evidence, fields = _line(article, line, (*TIE_FIELDS, "ends"))
    subject, _, other = fields.get("ends", "").partition(" > ")
    Interval.of(fields.get("from"), fields.get("until"))
    ends = {"subject": _members(names, subject), "object": _members(names, other)}
    if not set(ends["subject"]).isdisjoint(ends["object"]):
        raise Fault(f"a tie of {subject!r} with itself")
    row: dict[str, object] = {
        "id": place,
        "types": types,
        "evidence": evidence,
        **{key: fields[key] for key in ("role", "from", "until", "status") if key in fields},
        "reality": fields.get("reality", "actual"),
        "said_in": _said_in(article, evidence[0], fields.get("in")),
        "optional": optional,
        **ends,
    }
    return msgspec.convert(row, Tie)


def _line(
    article: Article, line: str, known: tuple[str, ...]
) -> tuple[bool, tuple[str, ...], Spans, dict[str, str]]:
    """Return whether a line is optional, its types, its quoted words and its fields."""
    head, *rest = (part.strip() for part in line.split(" | "))
    found = _HEAD.fullmatch(head)
    if not found:
        raise Fault(f"{head!r} is no 'TYPE \"WORDS\"'")
    spans = tuple(_span(article.text, words) for words in _QUOTED.findall(found[3]))
    fields: dict[str, str] = {}
    for key, value in _fields(rest, known):
        if key in fields:
            raise Fault(f"{key!r} is told twice")
        fields[key] = value
    return bool(found[1]), tuple(found[2].split(_OR)), spans, fields


def _fields(rest: list[str], known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field in rest:
        key, _, value = field.partition(" ")
        judged = next((name for name, words in JUDGEMENTS.items() if field in words), None)
        if judged == "reality" or (judged == "status" and "ends" in known):
            yield judged, field
        elif key in known and value:
            yield key, value.strip()
        elif " > " in field and "ends" in known:
            yield "ends", field
        else:
            raise Fault(f"cannot read {field!r}")


def _span(text: str, quoted: str) -> Span:
    """Return where quoted words stand, or those of them that brackets mark."""
    before, bracket, rest = quoted.partition("[")
    inner, _, after = rest.partition("]")
    words = before + inner + after if bracket else quoted
    if text.count(words) != 1:
        reason = "does not occur" if words not in text else "occurs more than once"
        raise Fault(f"{words!r} {reason} in the text")
    start = text.index(words) + (len(before) if bracket else 0)
    return Span(start, start + len(inner if bracket else words))


def _members(names: Mapping[str, str], told: str) -> Names:
    """Return those of the cast who are told, of whom each will do.

    Raises:
        Fault: if one is not of the cast.
    """
    told_names = [name.strip() for name in told.split(_OR)]
    unknown = [name for name in told_names if name not in names]
    if unknown:
        raise Fault(f"{unknown[0]!r} is not of the cast")
    return tuple(dict.fromkeys(names[name] for name in told_names))


def _said_in(article: Article, span: Span, told: str | None) -> str | None:
    """Return the statement that a line names, else the innermost that holds the words."""
    if told is not None:
        if told != "none" and told not in {one.id for one in article.statements}:
            raise Fault(f"there is no statement {told!r}")
        return None if told == "none" else told
    holding = [
        (sum(map(len, one.content)), one.id)
        for one in article.statements
        if any(part.contains(span) for part in one.content)
    ]
    return min(holding)[1] if holding else None
