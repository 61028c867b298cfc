"""What a language knows of names: its TOML files gathered into sets for quick asking."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.languages import lexicon
from dateline.names.words import fold


class Titles(msgspec.Struct, frozen=True, kw_only=True):
    """`titles.toml`: what stands before and after a person's name."""

    address: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    office: frozenset[str]
    fields: frozenset[str]
    kept: frozenset[str]
    after: frozenset[str]
    honours: frozenset[str]
    particles: frozenset[str]
    bynames: frozenset[str]


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """`roles.toml`: nouns for what a person is, by lemma."""

    persons: frozenset[str]
    endings: tuple[str, ...]
    collectives: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    sources: frozenset[str]
    heads: frozenset[str]
    staff: frozenset[str]
    things: frozenset[str]
    springs: frozenset[str]
    retinue: frozenset[str]
    sought: frozenset[str]
    locals: frozenset[str]
    either: frozenset[str]
    own: frozenset[str]

    def sex(self, noun: str) -> str | None:
        """Return `male` or `female` if a noun tells it, or `None`."""
        return "male" if noun in self.male else "female" if noun in self.female else None


class Organisations(msgspec.Struct, frozen=True, kw_only=True):
    """`organisations.toml`: words that tell organisations, buildings, lands, happenings, works."""

    ends: frozenset[str]
    tails: tuple[str, ...]
    media: frozenset[str]
    vessels: frozenset[str]
    houses: frozenset[str]
    assets: frozenset[str]
    versions: frozenset[str]
    teams: frozenset[str]
    products: frozenset[str]
    starts: frozenset[str]
    nouns: frozenset[str]
    anything: frozenset[str]
    firms: frozenset[str]
    businesses: frozenset[str]
    kin: tuple[frozenset[str], ...]
    single: frozenset[str]
    rooms: frozenset[str]
    means: frozenset[str]
    offices: frozenset[str]
    happenings: frozenset[str]
    storms: frozenset[str]
    laws: frozenset[str]
    diseases: frozenset[str]
    renowned: frozenset[str]
    wares: frozenset[str]
    foreign: dict[str, str]
    facilities: frozenset[str]
    incidents: frozenset[str]
    lands: frozenset[str]
    grounds: frozenset[str]
    parts: frozenset[str]
    designators: frozenset[str]
    trades: frozenset[str]
    events: frozenset[str]
    works: frozenset[str]


class Acts(msgspec.Struct, frozen=True, kw_only=True):
    """`acts.toml`: verbs by lemma, and words that join a name to another."""

    personal: frozenset[str]
    acting: frozenset[str]
    speech: frozenset[str]
    called: tuple[str, ...]
    locative: frozenset[str]
    ordinary: frozenset[str]
    labels: frozenset[str]
    governing: frozenset[str]
    pressing: frozenset[str]
    dealings: frozenset[str]
    corporate: frozenset[str]
    motion: frozenset[str]
    joining: frozenset[str]
    serving: frozenset[str]
    works: frozenset[str]
    deeds: frozenset[str]
    styles: tuple[str, ...]
    suffixed: frozenset[str]


class Peoples(msgspec.Struct, frozen=True, kw_only=True):
    """The part of `nationalities.toml` that has no countries: words for people, and for creeds."""

    words: frozenset[str]
    creeds: frozenset[str]


class Nationalities(msgspec.Struct, frozen=True, kw_only=True):
    """`nationalities.toml`: words for a people, and the country (ISO 3166-1) where it has one."""

    nations: dict[str, str]
    peoples: Peoples

    def country(self, name: str) -> str | None:
        """Return the country whose people the name means, singular or plural, or `None`."""
        key = fold(name)
        return self.nations.get(key) or self.nations.get(key.removesuffix("s"))

    def holds(self, name: str) -> bool:
        """Tell whether the name means a people, a faith or a creed and what belongs to it."""
        key = fold(name)
        if key in self.peoples.words or key.removesuffix("s") in self.peoples.words:
            return True
        return self.country(key) is not None


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """`given.toml`: given names, parted by blanks."""

    male: str
    female: str


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """`places.toml`: short forms, regions as degrees north and east, nouns for pieces of nature."""

    nature: frozenset[str]
    short: dict[str, str]
    regions: dict[str, tuple[float, float]]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All of it for one language."""

    titles: Titles
    roles: Roles
    organisations: Organisations
    acts: Acts
    nationalities: Nationalities
    places: Places
    media: frozenset[str]
    bodies: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Tell whether a word (folded) before a name is a form of address, an office or a rank."""
        return word in self.titles.address or word in self.titles.office

    def is_given(self, word: str) -> bool:
        """Tell whether a word (folded) is a given name."""
        return word in self.men or word in self.women

    def is_person_noun(self, lemma: str) -> bool:
        """Tell whether a noun, by its lemma, says what a person is."""
        noun = lemma.casefold()
        return noun in self.roles.persons or (
            len(noun) > 6 and noun.endswith(self.roles.endings) and noun not in _NO_PERSONS
        )


_NO_PERSONS = frozenset({"checklist", "playlist", "shortlist", "blacklist", "waitlist", "career"})


@cache
def load(language: str) -> Lexicon:
    """Return what the language's folder says of names, read once.

    Raises:
        DatelineError: if the language has no such files, or one is not of its shape.
    """
    given = lexicon(language, "given", Given)
    organisations = lexicon(language, "organisations", Organisations)
    return Lexicon(
        titles=lexicon(language, "titles", Titles),
        roles=lexicon(language, "roles", Roles),
        organisations=organisations,
        acts=lexicon(language, "acts", Acts),
        nationalities=lexicon(language, "nationalities", Nationalities),
        places=lexicon(language, "places", Places),
        media=frozenset(map(fold, organisations.media)),
        bodies=frozenset(map(fold, organisations.renowned)),
        men=frozenset(map(fold, given.male.split())),
        women=frozenset(map(fold, given.female.split())),
    )
