"""How much two texts say the same: shared words, the rarer the weightier."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from dateline.ask.wording import matter


class Likeness:
    """The weights of words among some texts, by how few of the texts have them.

    Inverse document frequency (Sparck Jones 1972) over the words that say what a text is of.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Weigh the words of all texts that will be compared."""
        self._texts = tuple(dict.fromkeys(texts))

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts = Counter(word for text in self._texts for word in matter(text))
        return {word: math.log1p(len(self._texts) / count) for word, count in counts.items()}

    def __call__(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return 0 to 1: how much of the weight of the first words is among the second."""
        whole = self._weight(one)
        return self._weight(one & other) / whole if whole else 0.0

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(word, 1.0) for word in found)
