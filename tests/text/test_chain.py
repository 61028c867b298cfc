"""Paths through a chain of labels, held against counting every path."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.chain import Reals, best_paths, marginals, runs

LABELS = 3


def score(path: tuple[int, ...], emissions: Reals, steps: Reals) -> float:
    """Return the score of one path through one row and layer."""
    here = sum(float(emissions[at, label]) for at, label in enumerate(path))
    return here + sum(float(steps[a, b]) for a, b in pairwise(path))


@given(words=st.integers(1, 5), padding=st.integers(0, 3), seed=st.integers(0, 10_000))
def test_the_best_path_and_the_shares_are_those_of_counting_every_path(
    words: int, padding: int, seed: int
) -> None:
    """Both recursions give what summing over all paths gives, whatever the padding holds."""
    random = np.random.default_rng(seed)
    table = random.normal(size=(1, words + padding, 2, LABELS)) * 3
    steps, lengths = random.normal(size=(2, LABELS, LABELS)), np.array([words])
    found, shares = best_paths(table, steps, lengths), marginals(table, steps, lengths)
    for layer in (0, 1):
        row = table[0, :words, layer]
        paths = list(product(range(LABELS), repeat=words))
        scores = np.array([score(path, row, steps[layer]) for path in paths])
        assert tuple(found[0, :words, layer]) == paths[int(scores.argmax())]
        weights = np.exp(scores - scores.max())
        for at in range(words):
            for label in range(LABELS):
                share = sum(w for w, p in zip(weights, paths, strict=True) if p[at] == label)
                assert shares[0, at, layer, label] == pytest.approx(share / weights.sum(), abs=1e-9)


def test_rows_do_not_see_each_other() -> None:
    """A row's labels are the same alone and beside a longer row."""
    random = np.random.default_rng(7)
    table, steps = random.normal(size=(2, 6, 1, 5)), random.normal(size=(1, 5, 5))
    both = best_paths(table, steps, np.array([4, 6]))
    alone = best_paths(table[:1, :4], steps, np.array([4]))
    assert both[0, :4].tolist() == alone[0].tolist()
    shares = marginals(table, steps, np.array([4, 6]))
    np.testing.assert_allclose(
        shares[0, :4], marginals(table[:1, :4], steps, np.array([4]))[0], atol=1e-12
    )


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2], [(0, 3, 0)]),
        ([1, 1], [(0, 1, 0), (1, 2, 0)]),
        ([3, 4, 0, 1], [(0, 2, 1), (3, 4, 0)]),
        ([2, 2, 4], [(0, 2, 0), (2, 3, 1)]),
    ],
)
def test_spans_begin_at_b_and_go_on_at_i_of_their_own_kind(
    labels: list[int], spans: list[tuple[int, int, int]]
) -> None:
    """B begins, I of the same kind goes on, and an I with nothing before it begins too."""
    assert list(runs(np.array(labels, dtype=np.int64))) == spans
