"""Long names that an acronym beside them marks out: "X in the Y, or XY", "X for Y and Z (XYZ)".

After Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in
biomedical text": from the acronym back, word by word, until its letters are used up. As names get
translated and their acronyms do not, the letters of four and more may stand in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dateline.names.context import Context, Name
from dateline.names.words import capitalised, shouted

LITTLE: Final = frozenset(
    {"of", "the", "for", "and", "in", "on", "to", "a", "&", "de", "la", "du", "des", "del", "y"}
    | {"et", "el", "los", "las", "le", "les", "e", "o", "para", "por", "con", "en", "pour", "sur"}
    | {"der", "die", "das", "den", "fur", "und", "von", "zur", "zum", "im", "am", "di", "della"}
    | {"dei", "delle", "degli", "per", "il", "do", "da", "dos", "das", "van", "het", "voor", "og"}
)
"""Words that an acronym mostly leaves out."""


def find(context: Context) -> Iterator[Name]:
    """Yield the long names that acronyms beside them mark out, and these, without a vote."""
    for token in context.syntax.tokens:
        if 2 < len(token.text) <= 7 and is_acronym(token.text):
            last = _before(context, token.index)
            if last is not None:
                letters = token.text.casefold()
                first = _first(context, letters, last, little=False)
                first = first if first is not None else _first(context, letters, last, little=True)
                if first is not None:
                    yield context.name(first, last)
                    yield context.name(token.index, token.index + 1)


def is_acronym(word: str) -> bool:
    """Tell whether a word is written as an acronym is: in capitals, but for a little word's letter.

    "XYZ" is, and so are "MoD" and "BfK"; "McAdam" is not.
    """
    if not (word[:1].isupper() and word[-1].isupper() and word.isalpha()):
        return False
    small = sum(sign.islower() for sign in word)
    return shouted(word) or (len(word) < 6 and small == 1)


def _counts(word: str, letters: str, order: str) -> bool:
    """Tell whether an acronym holds the first letter of a little word where the word stands."""
    at = len(letters) - len(order) - 1
    return at > 0 and letters[at] == word[0]


def _before(context: Context, at: int) -> int | None:
    """Return where the long name before an acronym must end, or `None` if none stands there."""
    tokens = context.syntax.tokens
    texts = [tokens[i].text for i in range(max(0, at - 3), at)]
    if texts[-1:] in (["("], ["["]):
        return at - 1
    if texts[-2:] == [",", "or"]:
        return at - 2
    if texts[-3:] == [",", "or", "the"]:
        return at - 3
    return None


def _first(context: Context, letters: str, last: int, *, little: bool) -> int | None:
    """Return the first token of the long name that ends before `last`, or `None`.

    Little words may have given letters, too, only if `little` says so.
    """
    tokens = context.syntax.tokens
    left = Counter(letters)
    order = ""
    at = last
    while at > 0 and last - at < 2 * len(letters) + 3:
        at -= 1
        word = context.folded[at]
        if tokens[at].sentence != tokens[last - 1].sentence or tokens[at].text in (",", ";", "("):
            return None
        passed = word in LITTLE and not (little and _counts(word, letters, order))
        if not word or passed:
            continue
        if not left[word[0]]:
            return None
        left[word[0]] -= 1
        order = word[0] + order
        if not +left:
            named = capitalised(tokens[last - 1].text) and last - at > 1
            return at if named and (order == letters or len(letters) > 3) else None
    return None
