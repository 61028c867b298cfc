"""The tense of the verb that governs a phrase of time, where there is a parse."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.span import Span
from dateline.syntax import Syntax, Token

_PAST: Final = frozenset({"VBD"})
_BARE: Final = frozenset({"VB", "VBG", "VBN"})
_FAR_UP: Final = 8
"""How many arcs above a phrase its verb is looked for."""


def tense(syntax: Syntax, span: Span, future: Collection[str], said: Collection[str]) -> int:
    """Return -1 for a past, 1 for a future governing verb, 0 if there is none or it is neither.

    Args:
        syntax: the parse of the text.
        span: the phrase of time.
        future: words that tell of the future: auxiliaries ("will"), verbs of planning.
        said: verbs of saying, which tell nothing of the time within what is said.
    """
    token = syntax.head(span)
    if token is None:
        return 0
    for above in [token, *syntax.ancestors(token)][1:_FAR_UP]:
        if above.pos not in ("VERB", "AUX"):
            continue
        told = _of_verb(syntax, above, future)
        if told or above.text.lower() in said:
            return told
    return 0


def _of_verb(syntax: Syntax, verb: Token, future: Collection[str]) -> int:
    """Return what a verb with its auxiliaries tells."""
    helpers = syntax.children(verb, "aux", "auxpass")
    if verb.text.lower() in future or any(word.text.lower() in future for word in helpers):
        return 1
    if verb.tag in _PAST or any(word.tag in _PAST for word in helpers):
        return -1
    if verb.tag in _BARE and any(word.lemma == "have" for word in helpers):
        return -1
    participle = verb.tag == "VBN" and not helpers
    return -1 if participle else 0
