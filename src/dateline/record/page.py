"""A page as it is laid out: the document, its sections, its thread of comments."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.span import Span

SectionKind = Literal[
    "headline",
    "timestamp",
    "byline",
    "dateline",
    "body",
    "subhead",
    "related",
    "caption",
    "responses",
    "footer",
    "other",
]
CommentKind = Literal["comment", "pingback"]


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """The models that read an article: `None` where none was used."""

    profile: str
    parser: str | None = None
    encoder: str | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when wire copy says that it was written: "FLINT, Mich., Oct. 4 (UPI) --".

    Attributes:
        span: all of it, up to where the story begins.
        places: one each, with its region; empty where only an agency is named.
        date_span: the date as shown; `None` if none is.
        date: ISO 8601, its year told by the publication where not shown; `None` if not known.
        agency: as shown.
    """

    span: Span
    places: tuple[Span, ...] = ()
    date_span: Span | None = None
    date: str | None = None
    agency: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article's text and what its page says of it.

    Attributes:
        id: hash of the content, so that two runs agree.
        path: the input as its user named it; `FILE#KEY` for one of many in a file.
        byline: the authors, one person each, as shown.
        published: ISO 8601, as precise as the page says, its zone kept; `None` if it does not say.
        language: ISO 639-1 code; `None` where the text is too short to tell.
        text: plain-text input unchanged; otherwise the visible text. All offsets count in it.
        dateline: the place and date at the head of wire copy; `None` if there is none.
    """

    id: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    language: str | None
    text: str
    dateline: Dateline | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text that does one job; the sections partition the text."""

    kind: SectionKind
    span: Span


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement on a comment, with the words that justify it.

    Attributes:
        flag: `spam`, or `abuse` as an optional hint.
        score: 0 to 1; from 0.5 on the comment counts as flagged.
        why: the reasons, weightiest first.
    """

    flag: Literal["spam", "abuse"]
    score: float
    why: tuple[str, ...]


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader wrote under the article.

    Attributes:
        id: unique in the document, in reading order: `1`, `2`, and `2.1` for the first reply to 2.
        author: as shown; empty where none is.
        time: ISO 8601, as precise as shown; `None` if not shown.
        span: the comment's own words; may be empty.
        reply_to: the comment that it answers, or `None`.
        reply_certain: false where the page shows the thread flattened: `reply_to` is a guess.
        flags: what was noticed; the comment is never dropped for it.
    """

    id: str
    author: str
    time: str | None
    span: Span
    reply_to: str | None = None
    reply_certain: bool = True
    kind: CommentKind = "comment"
    flags: tuple[Flag, ...] = ()


class Responses(msgspec.Struct, frozen=True, kw_only=True):
    """The readers' comments: kept apart, never evidence by default.

    Attributes:
        declared: the number of comments that the page claims; `None` if it claims none.
        system: the comment system or markup family that was recognised, such as `wordpress`.
        held: false where the thread is loaded by a script and so is not in this copy: then
            `comments` being empty does not mean that nobody answered.
    """

    declared: int | None = None
    system: str | None = None
    held: bool = True
    comments: tuple[Comment, ...] = ()
