"""How much two texts say the same: shared words, the rarer the weightier."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

_WORD: Final = re.compile(r"\w{4,40}|\d{1,3}")
STEM: Final = 6  # letters: "deny" and "denied" differ, "smouldering" and "smouldered" do not
LEAST: Final = 2  # so many words must two texts share


class Likeness:
    """The weights of words among some texts, by how few of the texts have them.

    Inverse document frequency (Sparck Jones 1972) over words of four letters and more, so that no
    list of stop words is needed and any language will do.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Weigh the words of all texts that will be compared, and better of many more."""
        self._stems = {text: stems(text) for text in texts}

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts = Counter(stem for found in self._stems.values() for stem in found)
        size = len(self._stems)
        return {stem: math.log1p(size / count) for stem, count in counts.items()}

    def __call__(self, one: str, other: str) -> float:
        """Return 0 to 1: how much of the weight of the lighter text the other one shares."""
        first, second = self._of(one), self._of(other)
        shared = first & second
        if len(shared) < LEAST:
            return 0.0
        lighter = min(self._weight(first), self._weight(second))
        return self._weight(shared) / lighter if lighter else 0.0

    def _of(self, text: str) -> frozenset[str]:
        return self._stems[text] if text in self._stems else stems(text)

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(stem, 1.0) for stem in found)


def stems(text: str) -> frozenset[str]:
    """Return the words of a text, cut to their first letters; numbers count, short words do not."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold()))
