"""Invented news by the thousand, with the shape of real news: for measuring an archive.

Words are made of syllables and drawn by Zipf's law; how many entities, mentions, times, statements,
events and ties an article has is what the reader finds in American local news of some 530 words.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import accumulate
from typing import Final, Generic, NamedTuple, TypeVar

from dateline.record import (
    Content,
    Cue,
    Document,
    Entity,
    EntityKind,
    Event,
    Mention,
    Reader,
    Reason,
    Record,
    Relation,
    Responses,
    Section,
    Source,
    Statement,
    Time,
)
from dateline.span import Span

STATEMENTS: Final = 13
_STORY: Final = 17
_EVENTS, _TIES = 9, 4
_SYLLABLES: Final = "ba be bo ca cor da del den e er fa fi gan hal in ka la len lo ma mer na ner o or pa per ra ren ri sa sen so sta ta ter to tu u va vel vi wen".split()  # noqa: E501, SIM905
_CUES: Final = ("said", "told", "denied", "warned", "announced", "asked")
_STANCES: Final = ("assert", "assert", "deny", "threaten", "promise", "ask")
_TYPES: Final = ("attack", "arrest", "meeting", "visit", "vote", "payment", "strike", "death")
_BONDS: Final = ("leads", "member", "employs", "located", "related", "owns")
_OFFICES: Final = ("mayor", "spokesman", "chief", "director", "minister", None)
_KINDS: Final[tuple[EntityKind, ...]] = ("person", "person", "organisation", "place", "group")

Drawn = TypeVar("Drawn")
Run = Callable[[int, int], str]


class Zipf(Generic[Drawn]):
    """Draws the first of some things often, the last rarely."""

    def __init__(self, things: list[Drawn], rng: random.Random) -> None:
        self._things, self._rng = things, rng
        self._sums = list(accumulate(1 / (rank + 3) for rank in range(len(things))))

    def __call__(self) -> Drawn:
        """Return one of the things."""
        return self._things[bisect(self._sums, self._rng.random() * self._sums[-1])]


class Figure(NamedTuple):
    """Someone or something that is in the news time and again."""

    number: int
    kind: EntityKind
    full: str
    short: str


class Draft:
    """A text in the making: what was written, and where."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.at = 0

    def write(self, words: str) -> Span:
        """Write on, and return where the words stand."""
        start = self.at
        self._parts.append(words)
        self.at += len(words)
        return Span(start, self.at)

    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._parts)


class Newsroom:
    """Writes articles, the same for the same seed."""

    def __init__(self, figures: int, seed: int = 1) -> None:
        self._rng = random.Random(seed)
        vocabulary = dict.fromkeys(self._word(1 + i // 1200) for i in range(30_000))
        self._words = Zipf(list(vocabulary), self._rng)
        names = [self._name() for _ in range(4000)]
        people = [self._figure(number, names) for number in range(figures)]
        self._figures = Zipf(people, self._rng)

    def _word(self, syllables: int) -> str:
        count = min(1 + int(self._rng.random() * 3) + syllables // 12, 4)
        return "".join(self._rng.choice(_SYLLABLES) for _ in range(count))

    def _name(self) -> str:
        return (self._word(1) + self._word(1)).capitalize()

    def _figure(self, number: int, names: list[str]) -> Figure:
        kind = _KINDS[number % len(_KINDS)]
        first, last = self._rng.choice(names), self._rng.choice(names)
        return Figure(number, kind, f"{first} {last}", last)

    def _run(self, least: int, most: int) -> str:
        return " ".join(self._words() for _ in range(self._rng.randint(least, most)))

    def articles(self, count: int) -> Iterator[tuple[Record, list[Figure]]]:
        """Yield articles, each with the figures that its entities are, in their order."""
        for number in range(count):
            yield _Article(self._rng, self._run, self._cast(), number).written()

    def _cast(self) -> list[Figure]:
        return list(dict.fromkeys(self._figures() for _ in range(42)))[:33]


class _Article:
    """One article in the making."""

    def __init__(self, rng: random.Random, run: Run, cast: list[Figure], number: int) -> None:
        self._rng, self._run, self._cast, self._number = rng, run, cast, number
        self._draft = Draft()
        self._mentions: dict[int, list[Mention]] = {}
        self._times: list[Time] = []
        self._statements: list[Statement] = []
        self._events: list[Event] = []
        self._day = f"{2005 + number % 15}-{1 + number % 12:02d}-{1 + number % 28:02d}"

    def written(self) -> tuple[Record, list[Figure]]:
        """Return the record, and the figures that its entities are."""
        title = self._words(5, 9).capitalize()
        head = self._draft.write(title + "\n\n")
        order = [True] * STATEMENTS + [False] * _STORY
        self._rng.shuffle(order)
        for is_said in order:
            self._say() if is_said else self._tell()
            self._draft.write("\n\n" if self._rng.random() < 0.4 else " ")
        for one in range(len(self._cast)):
            if one not in self._mentions:
                self._name(one)
                self._draft.write(" ")
        text = self._draft.text()
        sections = (
            Section(kind="headline", span=head),
            Section(kind="body", span=Span(head.end, len(text))),
        )
        return self._record(title, text, sections), self._cast

    def _words(self, least: int, most: int) -> str:
        return self._run(least, most)

    def _name(self, who: int) -> str:
        """Write a name, and return the id of its entity."""
        known = self._mentions.setdefault(who, [])
        figure = self._cast[who]
        span = self._draft.write(figure.short if known else figure.full)
        known.append(Mention(span=span, form="name"))
        return f"e{who + 1}"

    def _anyone(self) -> int:
        return min(int(self._rng.expovariate(0.15)), len(self._cast) - 1)

    def _time(self) -> str:
        year, month, day = 2000 + self._rng.randint(0, 19), self._rng.randint(1, 12), 5
        value, until = f"{year}-{month:02d}", f"{year}-{month:02d}"
        if self._rng.random() < 0.6:
            day = self._rng.randint(1, 27)
            value, until = f"{value}-{day:02d}", f"{until}-{day + 1:02d}"
        else:
            until = f"{year + 1}-01" if month == 12 else f"{year}-{month + 1:02d}"
        span = self._draft.write(f"on {day} {month} {year}")
        name = f"t{len(self._times) + 1}"
        time = Time(
            id=name, span=span, type="DATE", value=value, from_=value, until=until, rule="date"
        )
        self._times.append(time)
        return name

    def _say(self) -> None:
        """Write a statement."""
        kind = self._rng.randrange(len(_CUES))
        who = self._anyone()
        is_named = self._rng.random() < 0.75
        start = self._draft.at
        entity = self._name(who) if is_named else None
        source = Span(start, self._draft.at) if is_named else self._draft.write("officials")
        self._draft.write(" ")
        cue = self._draft.write(_CUES[kind])
        self._draft.write(" ")
        begin = self._draft.at
        self._draft.write(self._words(3, 8) + " ")
        self._name(self._anyone())
        self._draft.write(" " + self._words(2, 7))
        if self._rng.random() < 0.25:
            self._draft.write(" ")
            self._time()
        content = Span(begin, self._draft.at)
        self._draft.write(".")
        statement = Statement(
            id=f"s{len(self._statements) + 1}",
            source=Source(spans=(source,), entity=entity, kind="named" if entity else "anonymous"),
            cue=Cue(spans=(cue,), lemma=_CUES[kind]),
            content=Content(spans=(content,)),
            addressee=None,
            manner="indirect",
            stance=_STANCES[kind],
            certainty="probable" if self._rng.random() < 0.1 else "certain",
            within=None,
            rule="clause",
        )
        self._statements.append(statement)

    def _tell(self) -> None:
        """Write a sentence of the article's own, half of them with an event."""
        who = self._name(self._anyone())
        self._draft.write(" ")
        trigger = self._draft.write(self._words(1, 1))
        self._draft.write(" ")
        whom = self._name(self._anyone())
        self._draft.write(" " + self._words(5, 12))
        when = None
        if self._rng.random() < 0.35:
            self._draft.write(" ")
            when = self._time()
        self._draft.write(".")
        if len(self._events) < _EVENTS:
            self._events.append(
                Event(
                    id=f"v{len(self._events) + 1}",
                    type=self._rng.choice(_TYPES),
                    trigger=trigger,
                    who=(who,),
                    whom=(whom,),
                    where=(f"e{self._rng.randint(1, len(self._cast))}",),
                    when=when,
                    reality="actual",
                    said_in=(),
                    rule="active",
                    evidence=(trigger,),
                )
            )

    def _ties(self) -> Iterator[Relation]:
        """Yield ties between those named first; half of them dated."""
        for number in range(1, _TIES + 1):
            one, other = self._rng.sample(range(min(14, len(self._cast))), 2)
            mention = self._mentions[one][0].span
            since = str(self._rng.randint(1985, 2015)) if self._rng.random() < 0.5 else None
            reason = Reason(end="from", bound="at", rule="since")
            yield Relation(
                id=f"r{number}",
                subject=f"e{one + 1}",
                type=self._rng.choice(_BONDS),
                object=f"e{other + 1}",
                role=self._rng.choice(_OFFICES),
                from_=since,
                until=None,
                evidence=(mention,),
                reality="actual",
                said_in=(),
                rule="apposition",
                status="current",
                reasons=(reason,) if since else (),
            )

    def _record(self, title: str, text: str, sections: tuple[Section, ...]) -> Record:
        entities = tuple(
            Entity(
                id=f"e{one + 1}",
                kind=figure.kind,
                name=figure.full,
                aliases=(figure.short,) if len(self._mentions[one]) > 1 else (),
                mentions=tuple(self._mentions[one]),
            )
            for one, figure in enumerate(self._cast)
        )
        outlet = f"The {self._number % 97} Herald"
        return Record(
            dateline="0",
            reader=Reader(profile="fast", parser="invented"),
            document=Document(
                id=sha256(text.encode()).hexdigest(),
                path=f"news/{self._number // 1000}/{self._number}.html",
                url=f"https://news.example/{self._number % 97}/{self._number}/story.html",
                outlet=outlet,
                title=title,
                byline=(self._cast[-1].full,),
                published=f"{self._day}T08:30:00+00:00",
                language="en",
                text=text,
            ),
            sections=sections,
            responses=Responses(declared=None),
            entities=entities,
            times=tuple(self._times),
            statements=tuple(self._statements),
            events=tuple(self._events),
            relations=tuple(self._ties()),
        )
