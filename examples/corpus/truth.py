"""What is true in the invented world, and which sentence of which article tells it.

Offsets are half-open counts of code points into an article's `text`, which is the text of its row
in `articles.jsonl` and, unchanged, that of its record. `truth.json` is one `Truth` as JSON.
"""

from __future__ import annotations

from typing import Literal

import msgspec

ANONYMOUS = "anonymous"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Someone or something that articles name; `names` are all spellings, the fullest first."""

    id: str
    kind: Literal["person", "organisation", "place"]
    name: str
    names: tuple[str, ...]


class Named(msgspec.Struct, frozen=True, array_like=True):
    """Where an article names an actor: text[start:end]."""

    start: int
    end: int
    actor: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One page.

    Attributes:
        id: the row's id; the record's path ends in `#ID`.
        origin: id of the article that it is a copy of, shortened or with another headline; its own
            if it is none. Two articles with one origin are one report.
        names: every name of an actor in it, in order.
    """

    id: str
    outlet: str
    published: str
    origin: str
    names: tuple[Named, ...]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, or that holds, if those who tell of it are right.

    Attributes:
        kind: an event, or a tie.
        types: types of the vocabulary that are right for it, the best first.
        who, whom, where: ids of actors; of a tie, subject and object are `who` and `whom`.
        day: when it happened, or from when the tie held, at the precision told; or `None`.
        sources: everyone on whose word it is asserted, copies counted once: ids of actors,
            `anonymous`, or `outlet:NAME` for an outlet's own voice. Who denies it is not in it.
        single: it rests on one source only; all unnamed ones are one.
        planted: told by a sentence made for it. What is told in passing alone ("X, the mayor of
            Y,") is true as well, but a search that finds or misses it counts neither way.
        gist: for people.
    """

    id: str
    kind: Literal["event", "tie"]
    types: tuple[str, ...]
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    day: str | None = None
    sources: tuple[str, ...] = ()
    single: bool = False
    planted: bool = True
    gist: str


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of one article that tells a fact.

    Attributes:
        source: as in `Fact.sources`.
        stance: whether its source asserts or denies the fact.
    """

    fact: str
    article: str
    start: int
    end: int
    source: str
    stance: Literal["assert", "deny"]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """What cannot all be true.

    Attributes:
        kind: `denied`, one fact that some assert and some deny; `values`, two facts of which only
            one can hold: two leaders at one time, two places of birth.
        facts: the one fact, or the two.
    """

    id: str
    kind: Literal["denied", "values"]
    facts: tuple[str, ...]


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """A promise, threat or forecast, and the later sentences that tell what came of it.

    Attributes:
        article, start, end: the sentence that holds it.
        source: as in `Fact.sources`.
        stance: as the record has it.
        outcome: the sentences that bear on it, as (article, start, end), in later articles.
        came: whether it came true; `None` if nothing tells.
    """

    id: str
    article: str
    start: int
    end: int
    source: str
    stance: Literal["promise", "threaten", "forecast"]
    outcome: tuple[tuple[str, int, int], ...] = ()
    came: bool | None = None


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    seed: int
    actors: tuple[Actor, ...]
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    tellings: tuple[Telling, ...]
    disputes: tuple[Dispute, ...]
    forecasts: tuple[Forecast, ...]

    def to_json(self) -> bytes:
        """Return it as JSON for reading by people, too."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"

    @classmethod
    def from_json(cls, data: bytes) -> Truth:
        """Return what `to_json` wrote.

        Raises:
            msgspec.ValidationError: if it is no truth; the message holds the path.
        """
        return msgspec.json.decode(data, type=cls)
