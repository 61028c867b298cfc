"""What the record of one article is made of: frozen values, offsets into one text, no I/O.

The types mirror the public JSON contract `dateline.record/1` one to one. Every derived thing points
at the characters of `Document.text` that it was read from and names the `rule` that made it.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from dateline.span import Span

SCHEMA: Final = "dateline.record/1"

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
EntityKind = Literal[
    "person",
    "organisation",
    "place",
    "facility",
    "product",
    "work",
    "event_name",
    "group",
    "other",
]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["published", "dateline", "time", "speech", "event"]
SourceKind = Literal["named", "anonymous", "collective", "document", "outlet", "unstated"]
Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "assert",
    "deny",
    "doubt",
    "believe",
    "promise",
    "threaten",
    "demand",
    "forecast",
    "ask",
    "agree",
]
Certainty = Literal["certain", "probable", "possible", "unlikely"]
Reality = Literal[
    "actual", "planned", "attempted", "failed", "threatened", "hypothetical", "denied"
]
Toll = Literal["killed", "wounded", "missing", "captured", "arrested", "displaced", "affected"]
Status = Literal["current", "former", "future"]
End = Literal["from", "until"]
Bound = Literal["at", "by", "after", "about"]


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


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an entity is spoken of.

    Attributes:
        acts: the name of a place stands for those who govern there ("Lima said"); in JSON it is
            there only where it is true.
    """

    span: Span
    form: MentionForm
    acts: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The place that a name means, by a gazetteer; degrees north and east, ISO 3166-1 country."""

    gazetteer: str
    id: int
    lat: float
    lon: float
    country: str | None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, place or other thing, with all its mentions."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    place: Place | None = None


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What a relative time was reckoned from: the kind of thing, and where it stands if it does."""

    kind: AnchorKind
    span: Span | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time and the interval that it names.

    Attributes:
        type: TIMEX3 type (ISO-TimeML).
        value: TIMEX3 value, ISO 8601 with TimeML's extensions (`2012-SP`, `PRESENT_REF`, `P3D`).
        from_: first instant of the interval, at the precision given; `None` if open or unknown.
        until: first instant after it; `None` if open or unknown.
        mod: TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `BEFORE` ...).
        anchor: what a relative expression was reckoned from; `None` for absolute ones.
        other: the other reading where past or future is a coin toss.
        zone: the time zone that a time of day is given in, `-05` or `Z`; `None` if not said.
    """

    id: str
    span: Span
    type: TimexType
    value: str
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    mod: str | None = None
    anchor: Anchor | None = None
    other: str | None = None
    zone: str | None = None
    rule: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Whose word a statement is."""

    spans: tuple[Span, ...]
    entity: str | None
    kind: SourceKind


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that attribute a content to a source."""

    spans: tuple[Span, ...]
    lemma: str


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What was said."""

    spans: tuple[Span, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, how, and how certain it is said to be.

    Attributes:
        addressee: id of the entity that is spoken to ("told the paper"), or `None` if nobody is
            or the entities do not hold whom ("told parents").
        within: id of the statement in whose content this one stands, or `None`.
        stance_words: the words that tell the stance; empty where it is plainly asserted.
        certainty_words: the words that tell the certainty; empty where nothing lessens it.
        addressee_words: the words for who is spoken to, whether or not an entity is known.
    """

    id: str
    source: Source
    cue: Cue
    content: Content
    addressee: str | None
    manner: Manner
    stance: Stance
    certainty: Certainty
    within: str | None
    rule: str
    stance_words: tuple[Span, ...] = ()
    certainty_words: tuple[Span, ...] = ()
    addressee_words: tuple[Span, ...] = ()


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many people an event befell, in the words that say so.

    Attributes:
        span: the words that count: "at least 17 passengers".
        what: what befell them.
        least, most: the number; `None` for an end that is not said ("at least 17", "dozens").
    """

    span: Span
    what: Toll
    least: int | None = None
    most: int | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, where and when.

    Attributes:
        type: from the vocabulary.
        trigger: the words that tell of it, where it is told most fully.
        who, whom, where: ids of entities.
        when: id of a time, or `None`.
        reality: whether it took place, in the eyes of who tells of it; `denied` where it is said
            not to have.
        said_in: ids of the statements whose content it lies in, innermost first; empty in the
            article's own voice.
        mode: the vocabulary's finer kind (`bombing`), or `None`.
        instrument: what it was done with.
        victims: the people counted.
        evidence: the triggers of every telling, in order, `trigger` among them.
        certainty: how sure its teller is; `certainty_words` are the words that say so.
    """

    id: str
    type: str
    trigger: Span
    who: tuple[str, ...]
    whom: tuple[str, ...]
    where: tuple[str, ...]
    when: str | None
    reality: Reality
    said_in: tuple[str, ...]
    rule: str
    mode: str | None = None
    instrument: tuple[Span, ...] = ()
    victims: tuple[Count, ...] = ()
    evidence: tuple[Span, ...] = ()
    certainty: Certainty = "certain"
    certainty_words: tuple[Span, ...] = ()


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a tie is held to begin or end when it does.

    Attributes:
        end: the end of the interval that is meant.
        bound: the end lies `at` the time, at the latest `by` it, not before (`after`) it, or
            `about` it.
        time: id of the time that dates it, or `None`.
        event: id of the event that opens or closes the tie (a dismissal), or `None`.
        rule: what concluded it.
    """

    end: End
    bound: Bound
    time: str | None = None
    event: str | None = None
    rule: str


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between two entities, and for how long.

    Attributes:
        subject, object: ids of entities, in the order of the vocabulary's ends.
        type: from the vocabulary.
        role: the office or part, as the text names it: "emir"; `None` if it names none.
        from_, until: when it began and when it ended, at the precision told: `2012-09` says that
            it ended in that month; `None` if open or not said.
        evidence: the words that tell of it, one span for each telling.
        said_in: ids of the statements whose content it lies in, innermost first; empty in the
            article's own voice.
        status: whether it held when the article was written; `None` if the words do not tell.
        reasons: why the interval's ends are what they are.
        certainty: how sure its teller is; `certainty_words` are the words that say so.
    """

    id: str
    subject: str
    type: str
    object: str
    role: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    evidence: tuple[Span, ...]
    reality: Reality
    said_in: tuple[str, ...]
    rule: str
    status: Status | None = None
    reasons: tuple[Reason, ...] = ()
    certainty: Certainty = "certain"
    certainty_words: tuple[Span, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that Dateline took from one article."""

    schema: Literal["dateline.record/1"] = SCHEMA
    dateline: str
    reader: Reader
    document: Document
    sections: tuple[Section, ...]
    responses: Responses
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_json(self) -> bytes:
        """Return the record as one line of UTF-8 JSON, without a line end."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> Record:
        """Return the record that `to_json` wrote.

        Raises:
            msgspec.ValidationError: if the line is no such record; the message holds the path.
        """
        return msgspec.json.decode(line, type=cls)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Record`."""
    schema = msgspec.json.schema(Record)
    schema["$defs"]["Span"].update(items=False)  # two numbers and no third
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **schema}
