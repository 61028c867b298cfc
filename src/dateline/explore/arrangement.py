"""Where the nodes of a network are drawn: the same picture for the same ties, every time.

The method is that of T. Fruchterman and E. Reingold, "Graph drawing by force-directed placement",
Software: Practice and Experience 21 (1991): nodes repel, ties attract, and what may move cools
down. It starts from a spiral in the order of the nodes and not from chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

ROUNDS: Final = 60
GOLDEN_ANGLE: Final = np.pi * (3 - np.sqrt(5))
LINE: Final = 18.0  # from one name to the next below it
GRAVITY: Final = 0.06  # what holds parts together that no tie joins

Places = NDArray[np.float32]


def arrange(
    size: int, ties: Sequence[tuple[int, int]], width: float, height: float
) -> list[tuple[float, float]]:
    """Return a place within the picture for each node.

    Args:
        size: how many nodes there are.
        ties: pairs of nodes, each a number below `size`.
        width: of the picture; a margin of a twentieth is kept.
        height: likewise.
    """
    if size == 0:
        return []
    places = _spiral(size)
    ends = np.array(sorted({(min(pair), max(pair)) for pair in ties}), dtype=np.intp)
    ends = ends.reshape(-1, 2)
    for turn in range(ROUNDS if size > 1 else 0):
        heat = 0.12 * (1 - turn / ROUNDS) ** 1.5
        places = _moved(places, ends, heat)
    return _fitted(places, width, height)


def untangled(
    places: Sequence[tuple[float, float]], widths: Sequence[float], height: float
) -> list[tuple[float, float]]:
    """Return the places of nodes with names beside them, moved down where names would overlap.

    Args:
        places: of the nodes.
        widths: of the names; a name stands right of its node, or left of it if below 0.
        height: of the picture; what would be moved out of it stays where it is.
    """
    out = list(places)
    taken: list[tuple[float, float, float]] = []
    for node in sorted(range(len(places)), key=lambda one: places[one][1]):
        x, y = places[node]
        left, right = sorted((x, x + widths[node]))
        left, right = left - LINE / 2, right + LINE / 2
        for begin, end, at in taken:  # from above to below
            if begin < right and left < end and abs(at - y) < LINE:
                y = round(at + LINE, 1)
        if y < height - LINE:
            out[node] = x, y
        taken.append((left, right, out[node][1]))
        taken.sort(key=lambda box: box[2])
    return out


def _spiral(size: int) -> Places:
    order = np.arange(size)
    radius, angle = np.sqrt((order + 0.5) / size), order * GOLDEN_ANGLE
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype(np.float32)


def _moved(places: Places, ends: NDArray[np.intp], heat: float) -> Places:
    """Return the places after one round of pushing and pulling, each step no longer than heat."""
    best = 1.6 / np.sqrt(len(places))
    x, y = places[:, 0], places[:, 1]
    apart_x, apart_y = x[:, None] - x[None, :], y[:, None] - y[None, :]
    push = best**2 / np.maximum(apart_x**2 + apart_y**2, 1e-4)
    force = np.stack([(apart_x * push).sum(axis=1), (apart_y * push).sum(axis=1)], axis=1)
    along = places[ends[:, 0]] - places[ends[:, 1]]
    pull = along * (np.linalg.norm(along, axis=1, keepdims=True) / best)
    np.subtract.at(force, ends[:, 0], pull)
    np.add.at(force, ends[:, 1], pull)
    force -= GRAVITY * places / best
    length = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), 1e-6)
    step: Places = (force / length * np.minimum(length, heat)).astype(np.float32)
    return places + step


def _fitted(places: Places, width: float, height: float) -> list[tuple[float, float]]:
    low, high = places.min(axis=0), places.max(axis=0)
    size = np.array([width, height])
    spread = np.where(high - low > 1e-6, high - low, 1.0)
    middle = np.where(high - low > 1e-6, (places - low) / spread, 0.5)
    fitted = (0.05 + 0.9 * middle) * size
    return [(round(float(x), 1), round(float(y), 1)) for x, y in fitted]
