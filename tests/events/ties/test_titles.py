"""Titles right before a name, and the nation that stands before them."""

from __future__ import annotations

import pytest

from dateline.events import relations
from dateline.events.context import Context
from dateline.record import Entity, Mention, Place
from dateline.span import Span
from dateline.text import grammar


def _read(text: str, name: str = "Jane Roe") -> set[tuple[str, str, str]]:
    """Return the ties of a text that names Algeria and somebody."""
    place = Place(gazetteer="geonames", id=2589581, lat=28.0, lon=3.0, country="DZ")
    algeria = Entity(id="e1", kind="place", name="Algeria", mentions=_mentions(text, "Algeria"))
    entities = (
        Entity(
            id=algeria.id,
            kind="place",
            name="Algeria",
            mentions=algeria.mentions,
            place=place,
        ),
        Entity(id="e2", kind="person", name=name, mentions=_mentions(text, name)),
    )
    syntax = grammar.parse(text, [Span(0, len(text))])
    found = relations.find(Context(text, syntax, entities, (), (), None))
    return {(one.subject, one.type, one.object) for one in found}


def _mentions(text: str, name: str) -> tuple[Mention, ...]:
    start = text.index(name)
    return (Mention(span=Span(start, start + len(name)), form="name"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Algeria the Algerian president, Jane Roe, spoke.", {("e2", "leads", "e1")}),
        ("In Algeria, Algerian Foreign Minister Jane Roe spoke.", {("e2", "holds_position", "e1")}),
        ("In Algeria the Algerian rebel leader Jane Roe spoke.", set()),
        ("In Algeria the Algerian jihadist Jane Roe spoke.", set()),
    ],
)
def test_a_nation_has_its_own_officers(text: str, told: set[tuple[str, str, str]]) -> None:
    """The Algerian president leads Algeria; an Algerian rebel leader does not."""
    assert _read(text) == told


def test_a_king_leads_the_land_that_he_is_of() -> None:
    """The king of a country is not just from there."""
    assert _read("King Ivo of Algeria spoke.", "King Ivo") == {("e2", "leads", "e1")}


def test_people_of_a_nation_are_not_led() -> None:
    """A group that is taken for a nation's is not what its president leads."""
    text = "Two Algerian sailors left. Algerian President Jane Roe waved."
    place = Place(gazetteer="geonames", id=2589581, lat=28.0, lon=3.0, country="DZ")
    sailors = Mention(span=Span(0, 20), form="nominal")
    entities = (
        Entity(id="e1", kind="group", name="two sailors", mentions=(sailors,), place=place),
        Entity(id="e2", kind="person", name="Jane Roe", mentions=_mentions(text, "Jane Roe")),
    )
    syntax = grammar.parse(text, [Span(0, len(text))])
    assert not relations.find(Context(text, syntax, entities, (), (), None))
