"""A comment as the signals see it: its words, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from dateline.record import Comment, Responses
from dateline.text.thread.spam.addresses import Link, foreign
from dateline.text.thread.spam.lexica import lexica
from dateline.text.thread.spam.likeness import CROWD, LIKE, Likeness, Memory, likeness
from dateline.text.thread.spam.wording import words

LONG_ENOUGH = 4
"""From how many letters on a word can be a word of the subject."""
STEM = 6
"""Words that agree in so many letters are taken for one: `docker`, `dockers`, `dockworker` not."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One comment and all that the signals may ask about it.

    Attributes:
        text: its own words as they stand; for a pingback with its title, which is its author.
        words: the same, cut and folded.
        subject: the words of its own that could be of a subject, as stems.
        links: the links in it that do not lead where readers point for good reason.
        body: the stems of the article's words; empty where there is no article.
        parent: the stems of the comment that it answers.
        days: how many days after the article it came; `None` if not known.
        empties: how many empty comments its author left on the page.
        twins: near-duplicates on the page by other authors.
        doubles: near-duplicates on the page by the same author.
        elsewhere: near-duplicates by other authors on pages read before.
        answered: whether somebody else answered it.
    """

    comment: Comment
    text: str
    words: tuple[str, ...]
    subject: frozenset[str]
    links: tuple[Link, ...]
    body: frozenset[str]
    parent: frozenset[str]
    days: int | None
    empties: int
    twins: int
    doubles: int
    elsewhere: int
    answered: bool

    @property
    def nameless(self) -> bool:
        """Tell whether the author gave no name of his own."""
        return self.comment.author.strip().casefold() in lexica().nameless | {""}


def cases(
    responses: Responses, text: str, published: str | None, body: str, memory: Memory
) -> list[Case]:
    """Return the case of each comment, in order; the comments of this page enter the memory."""
    comments = responses.comments
    texts = {c.id: _shown(c, text) for c in comments}
    cut = {key: words(shown) for key, shown in texts.items()}
    stems = {key: _subject(texts[key], cut[key]) for key in texts}
    article = _subject(body, words(body))
    start = _day(published) or min(filter(None, (_day(c.time) for c in comments)), default=None)
    authors = {c.id: _folded(c.author) for c in comments}
    empties = Counter(authors[c.id] for c in comments if not cut[c.id])
    answered = {c.reply_to for c in comments if authors.get(c.reply_to or "") != authors[c.id]}
    # Pingbacks bear the article's own title, so they are alike by nature.
    known = {c.id: likeness(cut[c.id]) if c.kind == "comment" else None for c in comments}
    like = _alike(comments, known, authors)
    out = [
        Case(
            comment=c,
            text=texts[c.id],
            words=cut[c.id],
            subject=stems[c.id],
            links=foreign(texts[c.id]),
            body=article,
            parent=stems.get(c.reply_to or "", frozenset()),
            days=(day - start).days if start and (day := _day(c.time)) else None,
            empties=empties[authors[c.id]],
            twins=like[c.id][0],
            doubles=like[c.id][1],
            elsewhere=memory.others(found, authors[c.id]) if (found := known[c.id]) else 0,
            answered=c.id in answered,
        )
        for c in comments
    ]
    for key, found in known.items():
        if found:
            memory.add(found, authors[key])
    return out


def _shown(comment: Comment, text: str) -> str:
    own = comment.span.of(text)
    return f"{comment.author}\n{own}" if comment.kind == "pingback" else own


def _folded(author: str) -> str:
    return " ".join(author.casefold().split())


def _subject(text: str, cut: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of the words that could be of a subject, acronyms among them."""
    empty = lexica().empty
    acronyms = {found.casefold() for found in re.findall(r"\b[A-Z]{2,6}\b", text)}
    return frozenset(
        word[:STEM].rstrip("s") if len(word) <= STEM else word[:STEM]
        for word in cut
        if word not in empty and (len(word) >= LONG_ENOUGH or word in acronyms)
    )


def _day(time: str | None) -> date | None:
    """Return the day of an ISO 8601 time, the first of what a coarser one names."""
    if not time:
        return None
    shape = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", time)
    if not shape:
        return None
    year, month, day = (int(part or 1) for part in shape.groups())
    try:
        return datetime(year, month, day).date()  # noqa: DTZ001 - a day has no zone here
    except ValueError:
        return None


def _alike(
    comments: tuple[Comment, ...], known: Mapping[str, Likeness | None], authors: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Return for each comment how many like it other authors left, and how many its own author."""
    bands: dict[int, list[str]] = {}
    for key, found in known.items():
        for band in found.bands if found else ():
            bands.setdefault(band, []).append(key)
    parents = {c.id: c.reply_to for c in comments}
    out: dict[str, tuple[int, int]] = {}
    for key, found in known.items():
        like = {other for band in (found.bands if found else ()) for other in bands[band][:CROWD]}
        like -= {key, parents[key]} | {other for other in like if parents[other] == key}
        near = [other for other in like if _share(found, known[other]) >= LIKE]
        same = sum(authors[other] == authors[key] for other in near)
        out[key] = (len(near) - same, same)
    return out


def _share(a: Likeness | None, b: Likeness | None) -> float:
    return a.share(b) if a and b else 0.0
