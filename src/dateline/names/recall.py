"""Who was called what, so that the same words, or "the army", mean the same one again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.names.context import Context
from dateline.names.descriptions import Description
from dateline.names.referents import Referent

NARROWER: Final = ("poss", "amod", "nummod", "compound", "prep", "relcl", "acl")
"""What makes a definite description say more than that it is known."""


class Recall:
    """Whom the words of an article's descriptions mean, up to where the pass stands."""

    def __init__(self, context: Context, referents: Sequence[Referent]) -> None:
        self.context = context
        self._nouns = context.lexicon.organisations.single
        self._phrased = {phrase: r.number for r in reversed(referents) for phrase in r.phrases}
        self._singles: dict[str, dict[int, None]] = defaultdict(dict)

    def see(self, referent: Referent) -> None:
        """Take note of a mention of what each country or town has but one of."""
        for noun in referent.nouns & self._nouns:
            self._singles[noun].setdefault(referent.number)

    def note(self, description: Description, number: int) -> None:
        """Take note of whom the words of a description mean; "a" tells of another one."""
        if description.phrase and description.definite:
            self._phrased.setdefault(description.phrase, number)
        elif description.phrase:
            self._phrased[description.phrase] = number

    def known(self, description: Description, referents: Sequence[Referent]) -> int | None:
        """Return whom a definite description means by its very words, or as the one of its kind."""
        found = self._phrased.get(description.phrase)
        if found is None and self.is_single(description):
            return self._single(description, referents)
        return found

    def is_single(self, description: Description) -> bool:
        """Tell whether it is what each country has but one of, told apart by its nation at most."""
        if description.noun not in self._nouns:
            return False
        head = self.context.syntax.tokens[description.head]
        narrower = self.context.syntax.children(head, *NARROWER)
        return all(self.context.nation(token.index) for token in narrower)

    def _single(self, description: Description, referents: Sequence[Referent]) -> int | None:
        """Return the body that "the army" or "police" means, if the article has but one of them.

        One nation's is not another's: "the Kenyan army", "the army", "the Omani army".
        """
        called = list(self._singles[description.noun])
        if description.nation:
            called = [one for one in called if referents[one].nation == description.nation]
        elif len(called) > 1:
            plain = [one for one in called if referents[one].nation is None]
            called = [] if any(referents[one].named for one in plain) else plain
        return called[0] if len(called) == 1 else None
