"""The form in which people annotate: the text with braces in it, and a line for each statement.

    title: Ferry stops
    genre: wire
    published: 2014-05-02

    {c1 The ferry is safe}, {s1 a clerk} {q1 told} {a1 reporters}.
    ---
    1 anonymous probable

A brace names one or more roles, each with the number of its statement: `s` source, `q` cue, `c`
content, `a` addressee. Braces nest; what opens twice with one label is one role in pieces. Under
the text stands a line for each statement, with whatever departs from the default (see `_judged`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, get_args

import msgspec

from dateline.errors import DatelineError
from dateline.evaluation.article import Article, Attribution, Spans
from dateline.evaluation.quotation import manner
from dateline.record import Certainty, Manner, SourceKind, Stance
from dateline.span import Span

ROLES: Final = {"s": "source", "q": "cue", "c": "content", "a": "addressee"}
JUDGEMENTS: Final = {
    word: name
    for name, words in (
        ("kind", SourceKind),
        ("manner", Manner),
        ("stance", Stance),
        ("certainty", Certainty),
    )
    for word in get_args(words)
}
END: Final = "\n---\n"
_BRACE = re.compile(r"\{([a-z]\d+(?:,[a-z]\d+)*) |[{}]")

Roles = dict[str, list[Span]]


def parse(id: str, source: str) -> Article:  # noqa: A002 - the name of the field
    """Return the article that `source` writes out, with its statements.

    Raises:
        DatelineError: if a brace or a line is wrong; it says which.
    """
    head, _, rest = source.partition("\n\n")
    body, end, lines = rest.partition(END)
    if not end:
        raise DatelineError(id, "no line '---' under the text", "end the text with it")
    text, marked = _unmarked(id, body)
    judged = dict(_judged(id, line) for line in lines.splitlines() if line.strip())
    if marked.keys() != judged.keys():
        odd = sorted(marked.keys() ^ judged.keys(), key=int)
        reason = f"statements either without a mark or without a line: {', '.join(odd)}"
        raise DatelineError(id, reason, "give each number both")
    statements = [
        _statement(id, text, number, marked[number], judged[number])
        for number in sorted(marked, key=int)
    ]
    fields = _fields(id, head)
    row = {"id": id, "text": text, "statements": _nested(statements), **fields}
    return msgspec.convert(row, Article)


def _fields(where: str, head: str) -> dict[str, str]:
    """Return the fields above the text; those that this version does not know are passed over."""
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    known = ("title", "genre", "published")
    missing = [name for name in known if name not in fields]
    if missing:
        raise DatelineError(where, f"no line '{missing[0]}: ...' above the text", "add it")
    return {name: fields[name] for name in known}


def _unmarked(where: str, body: str) -> tuple[str, dict[str, Roles]]:
    """Return the text without its braces, and the spans of each role of each statement."""
    pieces: list[str] = []
    waiting: list[tuple[str, int]] = []
    found: dict[str, Roles] = defaultdict(lambda: defaultdict(list))
    length = at = 0
    for brace in _BRACE.finditer(body):
        pieces.append(body[at : brace.start()])
        length += len(pieces[-1])
        at = brace.end()
        if brace[1]:
            waiting.append((brace[1], length))
        elif brace[0] == "}" and waiting:
            labels, start = waiting.pop()
            for label in labels.split(","):
                found[label[1:]][_role(where, label)].append(Span(start, length))
        else:
            raise DatelineError(where, f"a brace that marks nothing near {body[at - 20 : at]!r}")
    if waiting:
        raise DatelineError(where, f"the brace '{{{waiting[-1][0]} ' is never closed", "close it")
    return "".join([*pieces, body[at:]]), found


def _role(where: str, label: str) -> str:
    try:
        return ROLES[label[0]]
    except KeyError:
        raise DatelineError(where, f"no such role: {label[0]!r} in {label!r}") from None


def _judged(where: str, line: str) -> tuple[str, dict[str, str]]:
    """Return the number and the judgements of a line such as `3 anonymous deny in 2`.

    What a line does not say is the default: a named source, or none if no words are marked; the
    manner that the quote marks show; asserted, and certain; nested where its cue stands.
    """
    number, *words = line.split()
    judged: dict[str, str] = {}
    while words:
        word = words.pop(0)
        name = "within" if word == "in" and words else JUDGEMENTS.get(word)
        if name is None or name in judged or not number.isdigit():
            raise DatelineError(where, f"cannot read {word!r} in the line {line!r}")
        judged[name] = words.pop(0) if name == "within" else word
    return number, judged


def _statement(
    where: str, text: str, number: str, roles: Roles, judged: dict[str, str]
) -> Attribution:
    spans: dict[str, Spans] = {name: tuple(sorted(found)) for name, found in roles.items()}
    if not spans.get("content"):
        raise DatelineError(
            where, f"statement {number} has no content", f"mark it {{c{number} ...}}"
        )
    row = {
        "id": number,
        "kind": "named" if spans.get("source") else "unstated",
        "manner": manner(text, spans["content"], spans.get("cue", ())),
        "stance": "assert",
        "certainty": "certain",
        **spans,
        **judged,
    }
    return msgspec.convert(row, Attribution)


def _nested(statements: list[Attribution]) -> tuple[Attribution, ...]:
    """Tell each statement what it stands within, where its line did not."""
    known = {statement.id for statement in statements}
    return tuple(
        msgspec.structs.replace(
            one,
            within=(one.within if one.within in known else None)
            if one.within
            else _around(one, statements),
        )
        for one in statements
    )


def _around(inner: Attribution, statements: list[Attribution]) -> str | None:
    """Return the statement with the shortest content that holds the cue of `inner`, or `None`.

    A statement without a cue is where its content is.
    """
    marks = inner.cue or inner.content
    holding = [
        (sum(map(len, outer.content)), outer.id)
        for outer in statements
        if outer.id != inner.id
        and outer.content != inner.content
        and all(any(span.contains(mark) for span in outer.content) for mark in marks)
    ]
    return min(holding)[1] if holding else None
