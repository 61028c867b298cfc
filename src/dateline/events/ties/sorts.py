"""What sort of thing a named entity is, by its kind, its name and the gazetteer."""

from __future__ import annotations

from dateline.events.context import Context
from dateline.events.ties.lexicon import Lexicon
from dateline.record import EntityKind


class Sorts:
    """The entities of a text, asked for what they are.

    Attributes:
        context: the text and what stands where in it.
        words: what the language knows of ties.
    """

    def __init__(self, context: Context, words: Lexicon) -> None:
        self.context, self.words = context, words

    def kind(self, identity: str) -> EntityKind:
        """Return what kind of thing an entity is."""
        return self.context.entities[identity].kind

    def is_country(self, identity: str) -> bool:
        """Tell whether an entity is a country, by the gazetteer."""
        entity = self.context.entities[identity]
        place = entity.place if entity.kind == "place" else None
        return place is not None and place.id in self.words.countries.values()

    def is_city(self, identity: str) -> bool:
        """Tell whether an entity is a city and no state, by the last word of its name."""
        last = self.context.entities[identity].name.lower().rsplit(" ", 1)[-1]
        return self.kind(identity) == "place" and last in self.words.places.cities

    def is_party(self, identity: str) -> bool:
        """Tell whether an organisation is a political party, by its name."""
        words = self.context.entities[identity].name.lower().split()
        return any(word in self.words.bodies.parties for word in words)

    def is_employer(self, identity: str) -> bool:
        """Tell whether an organisation is one that people work for, by its name."""
        words = self.context.entities[identity].name.lower().split()
        return any(word in self.words.bodies.employers for word in words)

    def is_firm(self, identity: str) -> bool:
        """Tell whether people work for an organisation and are no members, by its name."""
        words = self.context.entities[identity].name.lower().split()
        others = self.words.bodies.public | self.words.anything
        return self.is_employer(identity) and others.isdisjoint(words)
