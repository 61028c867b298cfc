"""Clusters grow from the likeliest pair, and keep apart what must stay apart."""

from dateline.matching.clustering import APART, Clusters
from dateline.matching.sketches import Sketch
from dateline.matching.weighing import Profile


def profiles(*articles: int) -> list[Profile]:
    """Return one profile for each of some articles."""
    return [
        Profile([Sketch(id=f"{at}:e1", article=article, kind="person", names=("A",))])
        for at, article in enumerate(articles)
    ]


def grown(
    articles: tuple[int, ...],
    names: dict[tuple[int, int], float],
    apart: tuple[tuple[int, int], ...] = (),
) -> list[list[str]]:
    """Return the ids in each cluster, when names alone decide."""
    found = Clusters(profiles(*articles), names, lambda _one, _other: 0.0, apart).grow()
    return sorted(sorted(one.ids) for one in found)


def test_what_is_likely_is_put_together() -> None:
    """Pairs that are likelier than not become one, others stay."""
    assert grown((1, 2, 3), {(0, 1): 2.0, (1, 2): -1.0}) == [["0:e1", "1:e1"], ["2:e1"]]


def test_a_bridge_does_not_join_what_is_unlike() -> None:
    """One that is like both of two that are unlike joins the likelier."""
    names = {(0, 1): 3.0, (1, 2): 2.0, (0, 2): -4.0}
    assert grown((1, 2, 3), names) == [["0:e1", "1:e1"], ["2:e1"]]
    names[0, 2] = APART
    assert grown((1, 2, 3), names) == [["0:e1", "1:e1"], ["2:e1"]]


def test_what_must_stay_apart_does() -> None:
    """Neither one article's two nor what a user told apart become one, also through a third."""
    names = {(0, 1): 3.0, (1, 2): 3.0, (0, 2): 3.0}
    assert len(grown((1, 2, 1), names)) == 2
    assert len(grown((1, 2, 3), names, ((0, 1),))) == 2
    assert len(grown((1, 2, 3), names)) == 1


def test_what_is_joined_by_hand_is_one() -> None:
    """Two put together by hand are one, whatever speaks against it, and bring their bonds."""
    clusters = Clusters(profiles(1, 2, 3), {(0, 1): -4.0, (1, 2): 3.0}, lambda _one, _other: 0.0)
    clusters.join(1, 0)
    assert [sorted(one.ids) for one in clusters.grow()] == [["0:e1", "1:e1", "2:e1"]]
