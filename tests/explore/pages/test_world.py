"""The map: events where they were, drawn as large as they are many, with coasts around them."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ask.answers import EventAccount, Party
from dateline.explore.pages import world
from dateline.record import Place

NUMBERS = count()


def _place(name: str, lat: float, lon: float) -> Party:
    place = Place(gazetteer="x", id=1, lat=lat, lon=lon, country="XX")
    return Party(id=f"{name}:e1", name=name, kind="place", place=place)


def _event(*where: Party, on: str | None = None) -> EventAccount:
    return EventAccount(
        id=f"a:v{next(NUMBERS)}",
        account=1,
        type="assault",
        from_=on,
        realities=("actual",),
        certainty="certain",
        sources=1,
        reports=1,
        told_first=None,
        told_last=None,
        mode=None,
        who=(),
        whom=(),
        where=where,
        words="",
        tellings=(),
    )


def test_nothing_is_the_whole_world() -> None:
    """Without a place, the world is shown, and no slider."""
    drawn = world.draw([_event(), _event(Party(id="b:e1", name="Nowhere", kind="place"))])
    assert drawn.spots == ()
    assert drawn.box == "0 0 360 180"
    assert drawn.first is drawn.last is None


def test_places() -> None:
    """A place lies at its degrees, is larger for more events, and keeps their days."""
    here, there = _place("Marram", 10, 20), _place("Tern", -5, 40)
    events = [_event(here, on="1970-01-02"), _event(here, there), _event(here, on="1970-01-05")]
    first, second = world.draw(events).spots
    assert (first.name, first.x, first.y, first.events) == ("Marram", 200, 80, 3)
    assert (second.name, second.events, second.days) == ("Tern", 1, ())
    assert first.radius > second.radius
    assert first.days == (1, 4)


@given(
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=6),
)
def test_all_places_are_in_the_picture(points: list[tuple[float, float]]) -> None:
    """Wherever places lie, the picture is of the world, two to one, and holds them all."""
    places = [_place(f"p{number}", *point) for number, point in enumerate(points)]
    drawn = world.draw([_event(one) for one in places])
    x, y, width, height = map(float, drawn.box.split())
    assert width == pytest.approx(2 * height, abs=0.02)
    assert x >= 0
    assert y >= 0
    assert x + width <= 360.02
    assert y + height <= 180.02
    assert all(x - 0.02 <= one.x <= x + width + 0.02 for one in drawn.spots)
    assert all(y - 0.02 <= one.y <= y + height + 0.02 for one in drawn.spots)


def test_names_do_not_lie_over_one_another() -> None:
    """Of places close together each name is moved a little, and one without room is left out."""
    near = [_place(f"Marram {n}", 34.0 + 0.05 * n, 10.0) for n in range(12)]
    drawn = world.draw([_event(one) for one in near])
    heights = sorted(one.name_y for one in drawn.spots if one.name_y is not None)
    assert 2 <= len(heights) < len(near)
    assert all(b - a >= drawn.letter for a, b in pairwise(heights))
    alone = world.draw([_event(_place("Sedge", 10.0, 20.0))]).spots[0]
    assert alone.name_y is not None
