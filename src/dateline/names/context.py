"""What all rules about names look at: the text, its parse, the language's words, its names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import msgspec

from dateline.names.lexicon import Lexicon
from dateline.names.words import capitalised, fold, shouted
from dateline.record import EntityKind
from dateline.span import Span
from dateline.syntax import Syntax, Token

LABELS: Final[dict[str, EntityKind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "ORGANISATION": "organisation",
    "GPE": "place",
    "LOC": "place",
    "PLACE": "place",
    "FAC": "facility",
    "FACILITY": "facility",
    "NORP": "group",
    "GROUP": "group",
    "NATIONALITY": "group",
    "PRODUCT": "product",
    "EVENT": "event_name",
    "WORK_OF_ART": "work",
    "WORK": "work",
    "LAW": "work",
    "LANGUAGE": "other",
    "MISC": "other",
}
"""What the labels of taggers in use mean; spans with another label are no names."""


TRUST: Final = 1.7  # what a tagger's belief counts beside a mere label
_PEOPLES: Final = frozenset({"NORP", "GROUP", "NATIONALITY"})  # what the word lists know better
FAINT: Final = 0.05  # beliefs below this are no votes

DOUBT: Final[dict[EntityKind, float]] = {"group": 0.4, "work": 0.5, "product": 0.6, "other": 0.4}
"""How much of a tagger's word counts for kinds that taggers are often wrong about."""


class Vote(msgspec.Struct, frozen=True):
    """What speaks for a kind, how strongly, and why."""

    kind: EntityKind
    weight: float
    why: str


class Beliefs(Protocol):
    """What a tagger believes of any words, proposed as a name or not."""

    def of(self, span: Span) -> Mapping[str, float]:
        """Return for each of the tagger's labels how likely the words are part of such a name."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name where it stands.

    Attributes:
        first: index of its first token; `last` is the index after its last one.
        key: the name folded, as names are compared.
        votes: what the taggers say of its kind.
        title: what stands before it and says what the person is, or `None`.
        shown: the name as it stands in the text.
        inner: it stands within another name.
        nickname: where a nickname stands within it, between given name and surname.
    """

    span: Span
    first: int
    last: int
    key: str
    shown: str
    votes: tuple[Vote, ...] = ()
    title: str | None = None
    inner: bool = False
    nickname: Span | None = None


class Context(msgspec.Struct, frozen=True):
    """What all rules about names look at: the text, its parse, the language's words.

    Attributes:
        folded: each token, folded.
        loud: for each sentence whether capitals tell nothing in it: a headline in capitals or title
            case, a text in small letters.
        beliefs: what a tagger believes of every word, or `None`.
        asked: what `evidence` found of names, by their first token.
    """

    text: str
    syntax: Syntax
    lexicon: Lexicon
    folded: tuple[str, ...]
    loud: tuple[bool, ...]
    beliefs: Beliefs | None = None
    asked: dict[int, tuple[Name, tuple[Vote, ...]]] = msgspec.field(default_factory=dict)

    @classmethod
    def of(
        cls, text: str, syntax: Syntax, lexicon: Lexicon, beliefs: Beliefs | None = None
    ) -> Context:
        """Return the context of a parsed text."""
        tokens = syntax.tokens
        loud = tuple(_is_loud(tokens[s.first : s.last]) for s in syntax.sentences)
        folded = tuple(fold(token.text) for token in tokens)
        return cls(text, syntax, lexicon, folded, loud, beliefs)

    def name(self, first: int, last: int, votes: Sequence[Vote] = ()) -> Name:
        """Return the name that the tokens `[first, last)` make, its title looked up."""
        tokens = self.syntax.tokens
        span = Span(tokens[first].span.start, tokens[last - 1].span.end)
        shown = span.of(self.text)
        title = self._title(first)
        return Name(
            span=span,
            first=first,
            last=last,
            key=fold(shown),
            shown=shown,
            votes=tuple(votes) if self.beliefs is None else self._believed(self.beliefs, span),
            title=title,
        )

    def head(self, name: Name) -> Token | None:
        """Return the first token of a name whose head lies outside it, or that is a root."""
        for token in self.syntax.tokens[name.first : name.last]:
            if token.head == token.index or not name.first <= token.head < name.last:
                return token
        return None

    def owned(self, name: Name) -> Token | None:
        """Return what a name has: "leader" of "the leader of X" and of "X's leader", or `None`."""
        head = self.head(name)
        if head is None:
            return None
        above = self.syntax.parent(head)
        if head.dep == "pobj" and above.text == "of":
            return self.syntax.parent(above)
        return above if head.dep == "poss" else None

    def first_of_row(self, head: Token) -> Token:
        """Return the first of the names that stand in a row with one: "A" of "A, B and C"."""
        while head.dep == "conj" and head.head < head.index and head.tag in ("NNP", "NNPS"):
            head = self.syntax.parent(head)
        return head

    def nation(self, index: int) -> str | None:
        """Return the country (ISO 3166-1) whose nation's word ends at a token: "North Korean"."""
        nations = self.lexicon.nationalities.nations
        both = nations.get(" ".join(self.folded[max(0, index - 1) : index + 1]))
        return both or nations.get(self.folded[index])

    @staticmethod
    def _believed(beliefs: Beliefs, span: Span) -> tuple[Vote, ...]:
        """Return a tagger's beliefs of a name as votes."""
        shares = beliefs.of(span).items()
        return tuple(
            Vote(LABELS[label], TRUST * share * (0.6 if label in _PEOPLES else 1.0), "tagger")
            for label, share in shares
            if share >= FAINT and label in LABELS
        )

    def _title(self, first: int) -> str | None:
        """Return the longest title that ends right before the token, folded."""
        for length in (3, 2, 1):
            begin = first - length
            if begin >= 0 and self._same_sentence(begin, first):
                words = " ".join(filter(None, self.folded[begin:first]))
                if words in self.lexicon.titles.office or words in self.lexicon.titles.address:
                    return words
        return None

    def _same_sentence(self, one: int, other: int) -> bool:
        tokens = self.syntax.tokens
        return other < len(tokens) and tokens[one].sentence == tokens[other].sentence

    def is_lowered(self) -> bool:
        """Tell whether the text as a whole is written in small letters."""
        return bool(self.loud) and not any(map(capitalised, (t.text for t in self.syntax.tokens)))


def _is_loud(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence is written so that its capitals do not tell names from words."""
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 3]
    if len(words) < 3:
        return bool(words) and len(tokens) > 3 and all(map(shouted, words))
    big = sum(map(capitalised, words))
    if sum(map(shouted, words)) >= 0.7 * len(words):
        return True
    verbs = any(t.pos in ("VERB", "ADJ", "ADV") and capitalised(t.text) for t in tokens[1:])
    return len(words) > 3 and big >= 0.85 * len(words) and verbs
