"""The cast of an article: names, descriptions and pronouns put together into entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from dateline.names import actors, gazetteer, nicknames, places
from dateline.names.board import Group
from dateline.names.context import Context, Name
from dateline.names.demonyms import Demonym
from dateline.names.descriptions import Description
from dateline.names.gazetteer import Site
from dateline.names.people import given_sex, title_sex
from dateline.names.referents import Link, Referent, Seen, Sort
from dateline.names.words import fold
from dateline.record import Entity, EntityKind, Mention
from dateline.span import Span

SURE: Final = 0.9  # a name whose kind weighs less is no entity

SORTS: Final[dict[EntityKind, Sort]] = {
    "person": "person",
    "organisation": "organisation",
    "group": "people",
    "place": "place",
    "facility": "place",
}


class Cast:
    """What an article names, being put together.

    Attributes:
        named: for each token the number of the entity that it names, or `None`.
    """

    def __init__(self, context: Context, groups: Iterable[Group]) -> None:
        self.context = context
        self.groups = [group for group in map(self._nouns_only, groups) if group.names]
        self.named: list[int | None] = [None] * len(context.syntax.tokens)
        self.nouns: dict[int, set[str]] = defaultdict(set)
        self.mentions: dict[int, list[Mention]] = defaultdict(list)
        self.kinds: dict[int, EntityKind] = {}
        self.nicknames: dict[int, list[str]] = defaultdict(list)
        self.sites = places.resolve(context, self.groups)
        for number, group in enumerate(self.groups):
            self.kinds[number] = group.kind
            for name in group.names:
                acting = group.kind == "place" and actors.acts(context, name.span)
                self.mentions[number].append(Mention(span=name.span, form="name", acts=acting))
                if name.inner:
                    continue
                self.named[name.first : name.last] = [number] * (name.last - name.first)
                self._nickname(number, name)
                if name.title in context.lexicon.titles.office:
                    self.nouns[number].update(name.title.split()[-1:])
                    self.nouns[number].add(name.title)

    def _nickname(self, number: int, name: Name) -> None:
        """Take in the nickname that stands within a name or is told behind it."""
        span = name.nickname or nicknames.told(self.context, name)
        if span is not None:
            self.nicknames[number].append(" ".join(span.of(self.context.text).split()))

    def _nouns_only(self, group: Group) -> Group:
        """Return the group without adjectives of nations and creeds, or empty if it is unsure."""
        if group.weight < SURE:
            return Group(kind=group.kind, weight=group.weight, names=())
        if group.kind != "group":
            return group
        tokens = self.context.syntax.tokens
        kept = tuple(
            name
            for name in group.names
            if tokens[name.last - 1].pos != "ADJ"
            and tokens[name.last - 1].dep not in ("amod", "compound")
        )
        return Group(kind=group.kind, weight=group.weight, names=kept)

    def fitting(self, found: Sequence[Description]) -> tuple[Description, ...]:
        """Return the descriptions, freed from names that they cannot mean.

        "In a letter to the station, a man said": a body or a place is no man, whatever the parser
        sees.
        """
        return tuple(one if self._fits(one) else replace(one, describes=None) for one in found)

    def _fits(self, one: Description) -> bool:
        number = None if one.describes is None else self.named[one.describes]
        if number is None or one.sort != "person":
            return not self._is_many(one)
        sort = SORTS.get(self.groups[number].kind, "other")
        return sort != "place" and not (
            sort == "organisation" and self.context.lexicon.roles.sex(one.noun) is not None
        )

    def _is_many(self, one: Description) -> bool:
        """Tell whether a description of a body or of many stands beside one person's name."""
        number = None if one.describes is None else self.named[one.describes]
        either = one.noun in self.context.lexicon.roles.either  # "X, a developer"
        person = number is not None and self.kinds[number] == "person"
        return person and one.sort != "person" and not either

    def describe(self, found: Sequence[Description]) -> None:
        """Take in the descriptions that grammar ties to a name: "its emir, X"."""
        for description in found:
            number = None if description.describes is None else self.named[description.describes]
            if number is not None:
                self.nouns[number].add(description.noun)
                self._mention(number, description.span, "nominal")
                if self._bracketed(description.span) and description.definite:
                    self.nicknames[number].append(description.span.of(self.context.text))

    def _bracketed(self, span: Span) -> bool:
        text = self.context.text
        return text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"

    def _mention(self, number: int, span: Span, form: str) -> None:
        if all(not held.span.overlaps(span) for held in self.mentions[number]):
            self.mentions[number].append(Mention(span=span, form=form))  # type: ignore[arg-type]

    def seen(self) -> list[Seen]:
        """Return the names as mentions, each with its head in the parse."""
        out = []
        for number, group in enumerate(self.groups):
            for name in group.names:
                head = self.context.head(name)
                if head is not None and not name.inner:
                    out.append(Seen(number, head.index, name.first, name.last))
        return sorted(out, key=lambda seen: seen.first)

    def referents(self) -> list[Referent]:
        """Return the named entities as things that can be spoken of again."""
        return [
            Referent(
                number=number,
                sort=SORTS.get(group.kind, "other"),
                sex=self._sex(number, group) if group.kind == "person" else None,
                nouns=frozenset(self.nouns[number]) | self._own_nouns(group),
                phrases=frozenset(self._phrases(group)),
            )
            for number, group in enumerate(self.groups)
        ]

    def _sex(self, number: int, group: Group) -> str | None:
        roles = self.context.lexicon.roles
        for name in group.names:
            sex = title_sex(self.context, name)
            if sex:
                return sex
        if self.nouns[number] & roles.male:
            return "male"
        if self.nouns[number] & roles.female:
            return "female"
        full = max((name.key for name in group.names), key=lambda key: len(key.split()))
        return given_sex(self.context, full) if " " in full else None

    def _own_nouns(self, group: Group) -> frozenset[str]:
        """Return the common nouns that an organisation's names hold: "Foundation", "Party"."""
        if group.kind not in ("organisation", "facility"):
            return frozenset()
        nouns = self.context.lexicon.organisations.nouns
        return frozenset(word for name in group.names for word in name.key.split() if word in nouns)

    def _phrases(self, group: Group) -> Iterator[str]:
        """Yield the names of a body that may as well stand without capitals: "Kenyan Army"."""
        if group.kind == "organisation":
            for name in group.names:
                words = name.key.split()
                if len(words) > 1 and words[-1] in self.context.lexicon.organisations.nouns:
                    yield name.key

    def link(self, links: Sequence[Link], referents: Sequence[Referent]) -> None:
        """Take in what coreference found; what has no name becomes a group with its description."""
        alone = {link.referent for link in links if link.description and link.description.alone}
        for referent in referents[len(self.groups) :]:
            if referent.number in alone and referent.sort in ("person", "people", "organisation"):
                self.kinds[referent.number] = "group"
                site = self._site(referent)
                if site is not None:
                    self.sites[referent.number] = site
        for link in links:
            if link.referent not in self.kinds:
                continue
            if link.description is None:
                self._mention(link.referent, self.context.syntax.tokens[link.head].span, "pronoun")
            else:
                self._mention(link.referent, link.description.span, "nominal")

    def _site(self, referent: Referent) -> Site | None:
        """Return the place of which a body or people are said to be: "Omani", "of Oman"."""
        if referent.nation:
            return gazetteer.country(referent.nation)
        syntax = self.context.syntax
        if referent.head is None or referent.sort == "person":
            return None
        head = syntax.tokens[referent.head]
        of = [kid for way in syntax.children(head, "prep") if way.text == "of"
              for kid in syntax.children(way, "pobj")]  # fmt: skip
        for kid in (*syntax.children(head, "poss", "compound", "nmod"), *of):
            number = self.named[kid.index]
            if number is not None and self.kinds[number] == "place" and number in self.sites:
                return self.sites[number]
        return None

    def stand_for(self, demonyms: Iterable[Demonym]) -> None:
        """Take in the nations' words that stand for their country, named elsewhere or not."""
        countries = {
            site.country: number
            for number, site in sorted(self.sites.items(), reverse=True)
            if site.level == "country" and self.kinds.get(number) == "place"
        }
        for demonym in demonyms:
            site = gazetteer.country(demonym.country)
            if site is None:
                continue
            number = countries.setdefault(demonym.country, max(self.kinds, default=-1) + 1)
            self.kinds.setdefault(number, "place")
            self.sites.setdefault(number, site)
            self.mentions[number].append(Mention(span=demonym.span, form="nominal", acts=True))

    def sign(self, byline: Iterable[str], lines: Sequence[Span]) -> None:
        """Take in the authors where the byline shows them; one whom the article names is one."""
        known = {name.key: number for number, g in enumerate(self.groups) for name in g.names}
        for author in byline:
            for line in lines:
                start = self.context.text.find(author, line.start, line.end) if author else -1
                if start >= 0:
                    number = known.setdefault(fold(author), max(self.kinds, default=-1) + 1)
                    self.kinds.setdefault(number, "person")
                    self._mention(number, Span(start, start + len(author)), "name")

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities, numbered in order of their first mention."""
        order = sorted(self.kinds, key=lambda n: (min(m.span for m in self.mentions[n]), n))
        return tuple(
            self._entity(f"e{place}", number) for place, number in enumerate(order, start=1)
        )

    def _entity(self, identity: str, number: int) -> Entity:
        held = sorted(self.mentions[number], key=lambda mention: mention.span)
        names = [m.span.of(self.context.text) for m in held if m.form == "name"]
        shown = dict.fromkeys(" ".join(name.split()) for name in names)
        nicknames = dict.fromkeys(self.nicknames[number])
        if not shown:
            told = next((m for m in held if m.form == "nominal"), held[0])
            shown = dict.fromkeys([" ".join(told.span.of(self.context.text).split())])
        name = max(shown, key=lambda form: len(form.split()))
        site = self.sites.get(number)
        return Entity(
            id=identity,
            kind=self.kinds[number],
            name=name,
            aliases=tuple(form for form in dict.fromkeys((*shown, *nicknames)) if form != name),
            mentions=tuple(held),
            place=places.place(site) if site else None,
        )
