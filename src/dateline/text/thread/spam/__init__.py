"""What among the readers' comments is spam: a judgement with reasons; nothing is ever dropped.

Each signal is a function that looks at one comment in its place and returns points with the words
that justify them. No signal decides alone: the points are added to a bias and put through the
logistic function (the form of a logistic regression; the weights in `languages/any/spam.toml`
were set by hand, so that they can be read and argued with). Three points make a score of 0.5.

Lateness is worth little, praise is worth little, and what takes up the article or talks with other
readers is pardoned: spam that goes unflagged is a nuisance, a reader flagged is a wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp
from typing import Final

import msgspec

from dateline.record import Comment, Flag, Responses
from dateline.text.thread.spam import content, letters, links, names, standing
from dateline.text.thread.spam.case import Case, cases
from dateline.text.thread.spam.evidence import Evidence
from dateline.text.thread.spam.lexica import lexica
from dateline.text.thread.spam.likeness import Memory

__all__ = ["SIGNALS", "THRESHOLD", "Memory", "judge"]

THRESHOLD: Final = 0.5

SIGNALS: Final[tuple[Callable[[Case], Evidence | None], ...]] = (
    names.trade,
    names.address,
    names.soup,
    content.template,
    content.formula,
    content.praise,
    content.promotion,
    content.hook,
    content.trade,
    content.beside_subject,
    links.markup,
    links.drop,
    links.many,
    links.trade,
    links.cheap,
    links.shortened,
    links.contact,
    letters.look_alikes,
    letters.styled,
    letters.soup,
    standing.empties,
    standing.twins,
    standing.doubles,
    standing.elsewhere,
    standing.late,
    standing.on_subject,
    standing.to_parent,
    standing.in_talk,
    standing.soon,
)


def judge(
    responses: Responses,
    text: str,
    published: str | None,
    body: str = "",
    memory: Memory | None = None,
) -> Responses:
    """Return the responses with a flag on each comment that is taken for spam.

    Args:
        responses: the comments; their spans count in `text`.
        text: the document's text.
        published: when the article appeared, ISO 8601 at any precision; where that is not known,
            the first comment's day stands in for it.
        body: the article's own words, title included; without them nobody can tell what is beside
            the subject, and fewer comments are flagged.
        memory: what was seen under pages read before; the comments of this page are added to it.

    Returns:
        The same comments in the same order. The flag's score is 0.5 to 1, its reasons stand
        weightiest first.
    """
    known = Memory(limit=0) if memory is None else memory
    judged = (_flagged(case) for case in cases(responses, text, published, body, known))
    return msgspec.structs.replace(responses, comments=tuple(judged))


def _flagged(case: Case) -> Comment:
    found = [evidence for signal in SIGNALS if (evidence := signal(case))]
    against = sorted((e for e in found if e.points > 0), key=lambda e: -e.points)
    score = _score(against, [e for e in found if e.points < 0])
    if score < THRESHOLD:
        return case.comment
    flag = Flag(flag="spam", score=round(score, 3), why=tuple(e.why for e in against))
    return msgspec.structs.replace(case.comment, flags=(*case.comment.flags, flag))


def _score(against: list[Evidence], pardons: list[Evidence]) -> float:
    weight = lexica().weight
    pardon = max(weight("pardon_most"), sum(e.points for e in pardons))
    points = weight("bias") + sum(e.points for e in against) + pardon
    return 1 / (1 + exp(-points))
