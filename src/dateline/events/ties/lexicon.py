"""What a language knows of ties: `ties.toml`, made ready for asking by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal

import msgspec

from dateline.errors import DatelineError
from dateline.events import lexicon as actions
from dateline.events.lexicon import Lexicon as Actions
from dateline.events.ties.words import Bodies, EndWords
from dateline.languages import lexicon
from dateline.record import EntityKind
from dateline.vocabulary.relations import relation_types

Words = frozenset[str]
Edge = Literal["", "from", "until"]


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """Nouns that tell one tie.

    Attributes:
        kinds: what narrows what the other end may be; empty if nothing.
        client: whether who is "at" or "with" the other end works there and does not act for it.
    """

    tie: str
    nouns: tuple[str, ...]
    kinds: frozenset[EntityKind] = frozenset()
    client: bool = False


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Verbs that tell one tie, where its ends stand, and which end of the interval they tell.

    Attributes:
        subjects, kinds: what narrows the kinds of the subject and of the object; empty if nothing.
        alike: whether both must be of one kind.
        office: whether it is done "as" something: "followed him as chairman".
        paid: whether the verb's object must be money: "gave $5,000 to".
        brief: whether it tells nothing if it is done for something: "joined Acme for lunch".
        together: whether those do it, too, with whom it is done.
        spell: whether the verb's object must be a time: "spent three years in".
    """

    verbs: tuple[str, ...]
    tie: str
    subject: str
    object: str
    edge: Edge = ""
    subjects: frozenset[EntityKind] = frozenset()
    kinds: frozenset[EntityKind] = frozenset()
    alike: bool = False
    spell: bool = False
    together: bool = False
    brief: bool = False
    office: bool = False
    paid: bool = False


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """The words around a noun for a role; `ties.toml` says what each is for."""

    bodies: Words
    inner: Words
    beside: Words
    prefixes: Words
    reigns: Words
    during: Words
    ranks: Words
    fellows: Words
    towards: Words
    placed: Words
    deputies: Words
    former: Words
    current: Words
    future: Words
    doubtful: Words
    shares: Words
    whole: Words
    part: Words
    led: Words
    called: Words
    some: Words
    copulas: Words
    becoming: Words
    as_: Words = msgspec.field(name="as")
    complements: Words
    adjacent: Words
    functional: Words
    chairs: Words
    parts: Words
    pieces: Words
    employing: Words
    hung: Words
    bearing: Words
    borne: Words
    opening: Words
    closing: Words
    raising: Words
    posts: Words
    renewing: Words
    keeping: Words
    having: Words
    headed: Words
    courtesy: Words
    reflexive: Words
    participles: Words
    narrowing: Words
    over: Words
    money: Words


class Founding(msgspec.Struct, frozen=True, kw_only=True):
    """Nouns of how a body came to be, the verbs that they are the object of, and verbs for it."""

    nouns: Words
    verbs: Words
    parting: Words
    making: Words


class Renaming(msgspec.Struct, frozen=True, kw_only=True):
    """Words between a name and another of the same: the one before, the one after, and "called"."""

    before: Words
    after: Words
    called: Words


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """Words of time that lead to one end of an interval."""

    from_: Words = msgspec.field(name="from")
    until: Words
    within: Words
    by: Words
    for_: Words = msgspec.field(name="for")
    between: Words
    when: Words
    about: Words


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """What tells that something was, or may come to be."""

    later: Words
    once: Words
    still: Words
    proposing: Words
    dying: Words
    killed: Words
    deaths: Words
    going: Words
    ranks: Words


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for what was named before."""

    its: Words
    their: Words
    both: Words
    two: Words
    definite: Words
    indefinite: Words
    including: Words
    along: Words
    alike: tuple[Words, ...]


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """How names of places stand with other names."""

    leading: Words
    parts: Words
    joining: Words
    based: Words
    abroad: Words
    seats: Words
    homes: Words
    sites: Words
    having: Words
    within: Words
    cities: Words
    holding: Words
    origin: Words
    lying: Words
    born: Words
    native: Words
    there: Words
    media: Words
    where: Words
    quarters: Words
    around: Words
    waters: Words
    continents: Words
    sovereigns: Words
    occasions: Words
    opening: Words


class Ties(msgspec.Struct, frozen=True, kw_only=True):
    """`ties.toml`."""

    roles: tuple[Noun, ...]
    role: Role
    verbs: tuple[Frame, ...]
    mutual: dict[str, Words]
    founding: Founding
    renaming: Renaming
    ends: Ends
    doubt: Doubt
    reference: Reference
    places: Places
    abbreviations: dict[str, str]
    suffixes: tuple[str, ...]
    outsiders: Words
    passing: Words
    ends_named: EndWords
    bodies: Bodies


class Persons(msgspec.Struct, frozen=True, kw_only=True):
    """The part of `roles.toml` that tells nouns for people."""

    persons: Words
    endings: tuple[str, ...]


class Organisations(msgspec.Struct, frozen=True, kw_only=True):
    """The part of `organisations.toml` that tells nouns for organisations."""

    nouns: Words
    anything: Words
    firms: Words
    kin: tuple[Words, ...]


class Countries(msgspec.Struct, frozen=True, kw_only=True):
    """`any/countries.toml`: the gazetteer's id of each country, by ISO 3166-1 code."""

    ids: dict[str, int]


class Nations(msgspec.Struct, frozen=True, kw_only=True):
    """The part of `nationalities.toml` that leads from a people to its country."""

    nations: dict[str, str]


Meaning = tuple[Noun, ...]
"""What a noun may tell, in the order in which it is tried."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All of it for one language.

    Attributes:
        nouns: by last word, the phrases that end in it, longest first, with what they tell.
        titled: by first word, the phrases that go on behind it: "chief of staff".
        anything, firms: of the nouns for organisations, those for any, and for any business.
        kin: nouns for the same kind of organisation.
        frames: by lemma, the verbs with what follows them (words after the lemma) and the frame.
        mutual: by noun, the tie.
        actions: what the language knows of events, for what makes a clause hold or not.
    """

    role: Role
    founding: Founding
    renaming: Renaming
    ends: Ends
    doubt: Doubt
    reference: Reference
    places: Places
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    titled: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    frames: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]
    mutual: Mapping[str, str]
    abbreviations: Mapping[str, str]
    suffixes: tuple[str, ...]
    outsiders: Words
    passing: Words
    ends_named: EndWords
    persons: Persons
    organisations: Words
    anything: Words
    firms: Words
    kin: tuple[Words, ...]
    nations: Mapping[str, str]
    countries: Mapping[str, int]
    bodies: Bodies
    actions: Actions

    def frames_of(self, lemma: str, form: str) -> tuple[tuple[tuple[str, ...], Frame], ...]:
        """Return the frames of a verb; a verb that the parser has no base form of, by its form."""
        known = self.frames.get(lemma.lower())
        if known is not None:
            return known
        for ending in self.suffixes:
            found = self.frames.get(form.lower().removesuffix(ending))
            if found is not None:
                return found
        return ()

    def is_person_noun(self, lemma: str) -> bool:
        """Tell whether a noun, by its lemma in lower case, says what a person is."""
        return lemma in self.persons.persons or (
            len(lemma) > _LONG and lemma.endswith(self.persons.endings)
        )


_LONG: Final = 6
"""Letters that a noun has more of if its ending is to tell that it is for people."""


@cache
def load(language: str) -> Lexicon:
    """Return what the language's folder says of ties, read once.

    Raises:
        DatelineError: if the language has no such files, one is not of its shape, or it names a tie
            that the vocabulary does not have.
    """
    ties = lexicon(language, "ties", Ties)
    organisations = lexicon(language, "organisations", Organisations)
    _check(language, ties)
    return Lexicon(
        role=ties.role,
        founding=ties.founding,
        renaming=ties.renaming,
        ends=ties.ends,
        doubt=ties.doubt,
        reference=ties.reference,
        places=ties.places,
        nouns=_by_word(ties.roles, -1),
        titled=_by_word(ties.roles, 0),
        frames=_by_verb(ties.verbs),
        mutual={noun: tie for tie, nouns in ties.mutual.items() for noun in sorted(nouns)},
        abbreviations=ties.abbreviations,
        suffixes=ties.suffixes,
        outsiders=ties.outsiders,
        passing=ties.passing,
        ends_named=ties.ends_named,
        bodies=ties.bodies,
        actions=actions.load(language),
        countries=lexicon("any", "countries", Countries).ids,
        persons=lexicon(language, "roles", Persons),
        organisations=organisations.nouns,
        anything=organisations.anything,
        firms=organisations.firms,
        kin=organisations.kin,
        nations=lexicon(language, "nationalities", Nations).nations,
    )


def _check(language: str, ties: Ties) -> None:
    """Raise if a tie is none of the vocabulary's."""
    told = [noun.tie for noun in ties.roles] + [frame.tie for frame in ties.verbs]
    unknown = {tie.removeprefix("~") for tie in [*told, *ties.mutual]} - relation_types().keys()
    if unknown:
        where = f"languages/{language}/ties.toml"
        raise DatelineError(where, f"unknown ties: {', '.join(sorted(unknown))}", "mend the file")


def _by_word(
    nouns: Iterable[Noun], place: int
) -> dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]:
    told: dict[tuple[str, ...], list[Noun]] = {}
    for noun in nouns:
        for phrase in noun.nouns:
            for written in {phrase, phrase.replace("-", " - ")}:
                told.setdefault(tuple(written.split()), []).append(noun)
    out: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for words, meaning in sorted(told.items(), key=lambda item: (-len(item[0]), item[0])):
        if place or _JOINTS & set(words):
            out.setdefault(words[place], []).append((words, tuple(meaning)))
    return {head: tuple(phrases) for head, phrases in out.items()}


_JOINTS: Final = frozenset({"of", "in", "-"})
"""What joins the words of an office: "chief of staff", "secretary-general"."""


def _by_verb(frames: Iterable[Frame]) -> dict[str, tuple[tuple[tuple[str, ...], Frame], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in frames:
        for verb in frame.verbs:
            lemma, *rest = verb.split()
            out.setdefault(lemma, []).append((tuple(rest), frame))
    return {lemma: tuple(sorted(found, key=lambda f: -len(f[0]))) for lemma, found in out.items()}
