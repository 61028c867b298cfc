"""What has been mentioned so far in one pass over a text, for the pronouns that come after."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.names.context import Context
from dateline.names.quotations import Quotation
from dateline.names.referents import Referent, Seen
from dateline.syntax import Token


class State:
    """The mentions of a text up to where a pass over it stands.

    Attributes:
        referents: whatever can be spoken of again, by number; descriptions add to it.
        history: the mentions so far, in order.
        by_head: whose mention a token heads, so far.
        ahead: whose name a token heads, wherever it stands.
        times: how often something was mentioned so far.
        sex: what is known of somebody's sex, by number.
        quoted: for each token in direct speech the quotation it stands in.
    """

    def __init__(
        self,
        context: Context,
        referents: Sequence[Referent],
        quotations: Sequence[Quotation],
        sexes: Mapping[int, str],
    ) -> None:
        self.context = context
        self.referents = list(referents)
        self.history: list[Seen] = []
        self.by_head: dict[int, int] = {}
        self.ahead: dict[int, int] = {}
        self.times: Counter[int] = Counter()
        self.sex = {r.number: r.sex or sexes.get(r.number) for r in referents}
        self._said: dict[int, list[range]] = defaultdict(list)
        for one in quotations:
            if one.speaker is not None:
                self._said[one.speaker].append(range(one.first, one.last))
        self.quoted: dict[int, Quotation] = {
            index: quotation
            for quotation in quotations
            for index in range(quotation.first, quotation.last)
        }

    def see(self, seen: Seen) -> None:
        """Take note of a mention."""
        self.history.append(seen)
        self.times[seen.referent] += 1
        self.by_head[seen.head] = seen.referent

    def before(self, token: Token, reach: int) -> Iterator[tuple[Seen, int]]:
        """Yield what was mentioned in the last sentences, the latest first, with the distance."""
        tokens = self.context.syntax.tokens
        for seen in reversed(self.history):
            distance = token.sentence - tokens[seen.head].sentence
            if distance > reach:
                return
            yield seen, distance

    def speaker(self, token: Token) -> int | None:
        """Return whose words the quotation is that a token stands in, as far as it is known."""
        quotation = self.quoted.get(token.index)
        if quotation is None or quotation.speaker is None:
            return None
        return self.by_head.get(quotation.speaker, self.ahead.get(quotation.speaker))

    def is_overheard(self, head: int, token: Token) -> bool:
        """Tell whether a mention stands in direct speech of which a token is no part."""
        return head in self.quoted and self.quoted[head] is not self.quoted.get(token.index)

    def speech(self, token: Token) -> frozenset[int]:
        """Return the tokens of what is said by a token's words: whoever says it is none of them."""
        return frozenset(index for words in self._said.get(token.index, ()) for index in words)
