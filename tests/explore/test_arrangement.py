"""The nodes of a network lie in the picture, the same each time, those tied near each other."""

from __future__ import annotations

from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.arrangement import LINE, arrange, untangled


@given(st.integers(0, 40), st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39))))
def test_every_node_is_in_the_picture(size: int, ties: list[tuple[int, int]]) -> None:
    """Whatever is tied to what, all nodes lie within the picture, and twice at the same place."""
    ties = [(one, other) for one, other in ties if one < size and other < size]
    places = arrange(size, ties, 800, 600)
    assert len(places) == size
    assert all(0 <= x <= 800 and 0 <= y <= 600 for x, y in places)
    assert places == arrange(size, ties, 800, 600)


def test_what_is_tied_is_near() -> None:
    """Of two knots of ten, each tied among themselves, no node lies nearer to the other knot."""
    inner = [(a, b) for a in range(0, 20, 2) for b in range(0, a, 2)]
    ties = [*inner, *((a + 1, b + 1) for a, b in inner), (0, 1)]
    places = arrange(20, ties, 1000, 1000)
    centres = [
        (sum(x for x, _ in half) / 10, sum(y for _, y in half) / 10)
        for half in (places[0::2], places[1::2])
    ]
    for place, at in enumerate(places):
        assert dist(at, centres[place % 2]) < dist(at, centres[1 - place % 2])


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(0, 400), st.floats(-200, 200)), max_size=20))
def test_names_do_not_lie_over_one_another(nodes: list[tuple[float, float, float]]) -> None:
    """Names that would overlap are moved down, no node sideways, and those apart stay."""
    places = [(x, y) for x, y, _ in nodes]
    widths = [width for *_, width in nodes]
    out = untangled(places, widths, 5000)
    assert [x for x, _ in out] == [x for x, _ in places]
    assert all(after >= before for (_, before), (_, after) in zip(places, out, strict=True))
    boxes = [(*sorted((x, x + width)), y) for (x, y), width in zip(out, widths, strict=True)]
    for one, other in combinations(boxes, 2):
        apart = one[1] < other[0] or other[1] < one[0]
        assert apart or abs(one[2] - other[2]) >= LINE - 0.2
