"""Labels of words in a row: the best path through them, and how sure each is.

A linear chain (Lafferty, McCallum, Pereira 2001): the score of a path is the sum of what speaks for
each label at its word and of each step from label to label. Labels are O, then B and I of each
kind in turn: odd numbers begin a span, the even number after goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Reals = NDArray[np.float64]

_NEVER = 1e-30


def best_paths(emissions: Reals, steps: Reals, lengths: Ints) -> Ints:
    """Return the best label of each word (Viterbi 1967).

    Args:
        emissions: [rows, words, layers, labels], what speaks for each label.
        steps: [layers, from, to], what speaks for each step.
        lengths: [rows], how many words of each row are real; labels after them mean nothing.

    Returns:
        [rows, words, layers], the labels' numbers.
    """
    back = np.empty(emissions.shape, dtype=np.int64)
    stay = np.arange(emissions.shape[-1])
    best = emissions[:, 0]
    for at in range(1, emissions.shape[1]):
        ways = best[..., None] + steps
        inside = (at < lengths)[:, None, None]
        back[:, at] = np.where(inside, ways.argmax(-2), stay)
        best = np.where(inside, ways.max(-2) + emissions[:, at], best)
    paths = np.empty(emissions.shape[:3], dtype=np.int64)
    paths[:, -1] = best.argmax(-1)
    for at in range(emissions.shape[1] - 1, 0, -1):
        paths[:, at - 1] = np.take_along_axis(back[:, at], paths[:, at, :, None], -1)[..., 0]
    return paths


def marginals(emissions: Reals, steps: Reals, lengths: Ints) -> Reals:
    """Return how likely each word has each label, over all paths (forward-backward).

    Shapes as in `best_paths`; the result is [rows, words, layers, labels] and adds up to 1 over
    the labels.
    """
    here = np.exp(emissions - emissions.max(-1, keepdims=True)) + _NEVER
    step = np.exp(steps)
    forward, backward = np.empty_like(here), np.ones_like(here)
    forward[:, 0] = here[:, 0]
    for at in range(1, here.shape[1]):
        came = (forward[:, at - 1, :, None] @ step)[:, :, 0] * here[:, at]
        forward[:, at] = came / came.sum(-1, keepdims=True)
    reverse = step.swapaxes(-1, -2)
    for at in range(here.shape[1] - 1, 0, -1):
        goes = ((here[:, at] * backward[:, at])[:, :, None] @ reverse)[:, :, 0]
        inside = (at < lengths)[:, None, None]
        backward[:, at - 1] = np.where(inside, goes / goes.sum(-1, keepdims=True), 1.0)
    both = forward * backward
    return np.asarray(both / both.sum(-1, keepdims=True))


def runs(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """Yield the spans in a row of labels: first word, word after the last, number of the kind.

    A label that goes on with nothing begins a span of its own.
    """
    first = kind = -1
    for at, label in enumerate([*labels.tolist(), 0]):
        if label and label % 2 == 0 and (label - 1) // 2 == kind:
            continue
        if first >= 0:
            yield first, at, kind
        first, kind = (at, (label - 1) // 2) if label else (-1, -1)
