"""The language of a text: what the page declares, held against what its words look like.

py3langid is the Python 3 successor of langid.py (Lui and Baldwin, "langid.py: An Off-the-shelf
Language Identification Tool", ACL 2012 demonstrations).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH: Final = 600
"""How many characters are looked at."""

_SHORTEST, _SURE = 40, 200
_TAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*\Z)")
_CERTAIN, _LIKELY = 0.95, 0.5


def of(text: str, declared: str | None = None) -> str | None:
    """Return the language of a text (ISO 639-1), or `None` if it is too short to tell.

    A declared language stands unless the words speak clearly for another; a short text has the
    language that is declared.

    Args:
        text: the article; its first `ENOUGH` characters are looked at.
        declared: the BCP 47 tag that the page or its container declares, if any.
    """
    found = _TAG.match(declared or "")
    claim = found[1].lower() if found and len(found[1]) == 2 else None
    words = text[:ENOUGH]
    letters = sum(map(str.isalpha, words))
    if letters < _SHORTEST or (claim and letters < _SURE):
        return claim
    guess, share = _identifier().classify(words)
    enough = _CERTAIN if claim else 0.0 if letters >= _SURE else _LIKELY
    return str(guess) if share >= enough and len(guess) == 2 else claim


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import (  # noqa: PLC0415  (half a second, most of it numpy)
        MODEL_DIR,
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE, norm_probs=True)
