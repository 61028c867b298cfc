"""Which named entities a word stands for: its names, what it refers to, and its like beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import islice
from typing import Final

from dateline.events.context import Context
from dateline.events.ties import deaths
from dateline.events.ties.antecedents import Antecedents
from dateline.events.ties.lexicon import Lexicon
from dateline.events.ties.sorts import Sorts
from dateline.events.trace import Trace
from dateline.record import EntityKind
from dateline.span import Span
from dateline.syntax import Sentence, Token

_PARTY: Final = re.compile(r"[A-Z]-[A-Z][\w.]{0,15}")
"""What stands for a party and a district behind a name: no name itself."""

_DEPTH: Final = 4
"""Steps from a noun to its name, by apposition and the like."""

_LIST: Final = 24
"""Names of one list that are taken together, and words above a relative pronoun, at most."""

_BACK: Final = 3
"""Sentences that "the group" looks back for "a group"."""

_REACH: Final = 120
"""Words that anything looks back for what it stands for: however long a sentence, it ends."""


class Cast(Sorts):
    """The named entities of a text, asked for by the words that stand for them.

    Only what bears a name has ties: "an envoy" and "his men" have none.

    Attributes:
        context: the text and what stands where in it.
        words: what the language knows of ties.
        trace: takes notes of what the rules tried, or `None`.
        named: for each token the entity in whose name it stands, or `None`.
        spans: for each token the first and last token of the name that it stands in, or `None`.
    """

    def __init__(self, context: Context, words: Lexicon, trace: Trace | None = None) -> None:
        super().__init__(context, words)
        self.trace = trace
        self.syntax, self.tokens = context.syntax, context.tokens
        self.named: list[str | None] = [None] * len(self.tokens)
        self.spans: list[tuple[int, int] | None] = [None] * len(self.tokens)
        self.starts: list[tuple[int, int, str]] = []
        self._bearing: set[str] = set()
        self._spelled: dict[str, list[Span]] = {}
        self._names: dict[str, list[str]] = {}
        self._countries: dict[int, list[str]] = {}
        self.antecedents = Antecedents(self)
        self._fill()

    @cached_property
    def year(self) -> str:
        """The year of the article: that of its publication, else the latest that it names."""
        named = (
            time.value[:4]
            for time in self.context.times
            if time.type == "DATE" and time.value[:4].isdigit()
        )
        return (self.context.published or max(named, default=""))[:4]

    @cached_property
    def dead(self) -> frozenset[str]:
        """The people of whom the text says that they died or were killed."""
        return deaths.find(self)

    @cached_property
    def apart(self) -> frozenset[str]:
        """The entities that are named by themselves, not only in the name of another."""
        return frozenset(identity for _, _, identity in self.starts)

    def _fill(self) -> None:
        """Note where the names stand; an inner name is written over an outer one."""
        names = [
            (mention.span, entity.id)
            for entity in self.context.entities.values()
            for mention in entity.mentions
            if mention.form == "name" and not _PARTY.fullmatch(entity.name)
        ]
        self._bearing = {identity for _, identity in names}
        for span, identity in sorted(names):
            self._spelled.setdefault(identity, []).append(span)
        for entity in self.context.entities.values():
            if entity.kind == "place" and entity.place is not None and entity.place.id:
                self._countries.setdefault(entity.place.id, []).append(entity.id)
            for name in (entity.name, *entity.aliases):
                self._names.setdefault(_bare(name), []).append(entity.id)
        for span, identity in sorted(names, key=lambda pair: -len(pair[0])):
            inside = self.syntax.within(span)
            if not inside:
                continue
            first, last = inside[0].index, inside[-1].index
            outer = self.spans[first]
            if outer is None or outer == (first, last):
                self.starts.append((first, last, identity))
            for token in inside:
                self.named[token.index] = identity
                self.spans[token.index] = first, last
        self.starts.sort()

    def country(self, word: str) -> str | None:
        """Return the country of a word such as "Algerian", if the text names it.

        One that is called by another nation's word is not it, be it on the same soil: "the Soviet
        Union" is not whose president a Russian one is.
        """
        nations = self.words.nations
        code = nations.get(word.lower())
        for one in self._countries.get(self.words.countries.get(code or "", 0), ()):
            first = self.context.entities[one].name.lower().split()[0]
            if first == word.lower() or first not in nations:
                return one
        return None

    def named_as(self, name: str) -> tuple[str, ...]:
        """Return the entities that bear a name, compared without case and a leading article."""
        return tuple(self._names.get(_bare(name), ()))

    def names_within(self, identity: str, sentence: Sentence) -> list[Span]:
        """Return where the names of an entity stand in a sentence, in order."""
        names = self._spelled.get(identity, [])
        first = bisect_left(names, sentence.span.start, key=lambda span: span.start)
        last = bisect_left(names, sentence.span.end, key=lambda span: span.start)
        return names[first:last]

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The organisations that bear a name, in order of their ids."""
        return tuple(one for one in sorted(self._bearing) if self.kind(one) == "organisation")

    def names(self, identity: str) -> Sequence[Span]:
        """Return where the names of an entity stand, in order."""
        return self._spelled.get(identity, ())

    def times_named(self, identity: str, end: int) -> int:
        """Return how often a text names an entity before a place."""
        return bisect_left(self._spelled.get(identity, []), end, key=lambda span: span.start)

    def is_named(self, identity: str) -> bool:
        """Tell whether an entity bears a name."""
        return identity in self._bearing

    def kinds(self, identity: str) -> tuple[EntityKind, ...]:
        """Return what an entity may be, most likely first.

        What is taken for a place that no gazetteer has may be a body, if other words say so: "a
        subsidiary of X".
        """
        kind = self.kind(identity)
        entity = self.context.entities[identity]
        words, places = entity.name.lower().split(), self.words.places
        named_so = not places.within.isdisjoint(words) or not places.parts.isdisjoint(words[:1])
        unknown = kind == "place" and entity.place is None and not named_so
        return ("place", "organisation") if unknown else (kind,)

    def is_state(self, end: tuple[str, int]) -> bool:
        """Tell whether what is taken for a city is named there like the state around it."""
        identity, at = end
        if self.named[at] is None and self.tokens[at].tag in _RELATIVE:
            before = range(at - 1, max(-1, at - _NEAR), -1)
            at = next((n for n in before if self.named[n] == identity), at)
        last = self.tokens[(self.spans[at] or (at, at))[1]].text.lower()
        named = self.named[at] == identity and last not in self.words.places.cities
        return named and self.is_city(identity)

    def head(self, first: int, last: int) -> Token:
        """Return the token of a name that the rest of the sentence holds on to."""
        for token in self.tokens[first : last + 1]:
            if token.head == token.index or not first <= token.head <= last:
                return token
        return self.tokens[last]

    def text(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, names at the ends taken whole."""
        first, last = min(first, last), max(first, last)
        first = min(first, (self.spans[first] or (first, last))[0])
        last = max(last, (self.spans[last] or (first, last))[1])
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def one(self, token: Token, depth: int = 0) -> tuple[str, ...]:
        """Return the named entities that a noun or pronoun stands for; those beside it left out."""
        held = self.named[token.index]
        if held is not None:
            return (held,)
        known = tuple(e for e in self.context.headed[token.index] if e in self._bearing)
        if known or depth >= _DEPTH:
            return known
        if token.tag in _RELATIVE:
            return self._antecedent(token, depth)
        if token.tag in _PRONOUNS or token.lemma in self.words.reference.both:
            return self._pronoun(token)
        return self._of_noun(token, depth) if token.pos in ("NOUN", "PROPN") else ()

    def _of_noun(self, token: Token, depth: int) -> tuple[str, ...]:
        """Return what a noun is called or takes up; what is a body is no person."""
        found = self._called(token, depth) or self._again(token) or self._pair_noun(token)
        if token.tag == "NN" and token.lemma.lower() in self.words.organisations:
            return tuple(one for one in found if self.kind(one) != "person")
        return found

    def other_than(self, token: Token, others: Set[str]) -> tuple[str, ...]:
        """Return whom a word stands for where it cannot stand for some.

        "He made her head of Acme": a pronoun for one of the others is taken for whoever a pronoun
        like it stood for last.
        """
        found = tuple(one for one in self.one(token) if one not in others)
        if found or token.tag not in _PRONOUNS:
            return found
        like = next((some for some in self.words.reference.alike if token.text.lower() in some), ())
        first = self.syntax.sentences[max(0, token.sentence - _BACK)].first
        for index in range(token.index - 1, max(first, token.index - _REACH) - 1, -1):
            if self.tokens[index].text.lower() in like:
                found = tuple(one for one in self.one(self.tokens[index]) if one not in others)
                if found:
                    return found
        return ()

    def every(self, token: Token) -> tuple[str, ...]:
        """Return the entities that a noun phrase stands for, with all that are joined to it."""
        found = list(self.one(token))
        for child in self.joined(token):
            found += self.one(child)
        return tuple(dict.fromkeys(found))

    def note(self, token: Token, rule: str, reason: str) -> None:
        """Note why a word tells no tie, if someone asks."""
        if self.trace is not None:
            self.trace.note(token.span, rule, "failed", reason)

    def is_time(self, token: Token) -> bool:
        """Tell whether a token is of an expression of time."""
        return self.context.timed[token.index] is not None

    def where(self, token: Token) -> tuple[str, ...]:
        """Return the places of a noun phrase: its name, or that of "the Springfield region"."""
        found = self.one(token)
        if found or token.lemma.lower() not in self.words.places.within:
            return found
        inner = [
            noun
            for child in self.syntax.children(token, "prep")
            for noun in self.syntax.children(child, "pobj")
        ]
        for one in (*inner, *self.syntax.children(token, "compound", "nmod", "appos")):
            found = tuple(e for e in self.one(one) if self.kind(e) == "place")
            if found:
                return found
        return ()

    def joined(self, token: Token) -> Iterator[Token]:
        """Yield what is joined to a token by "and" or "including", in order."""
        left = [token]
        for _ in range(_LIST):
            if not left:
                return
            one = left.pop()
            for child in self.syntax.children(one, "conj"):
                if child.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ"):
                    yield child
                    left.append(child)
            for child in self.syntax.children(one, "prep"):
                if child.lemma in self.words.reference.including:
                    inner = self.syntax.children(child, "pobj")
                    yield from inner
                    left.extend(inner)

    def _antecedent(self, token: Token, depth: int) -> tuple[str, ...]:
        """Return what a relative pronoun stands for: what its clause is said of."""
        for above in islice(self.syntax.ancestors(token), _LIST):
            if above.dep == "relcl":
                return self.one(self.spoken_of(above), depth + 1)
        return ()

    def spoken_of(self, clause: Token) -> Token:
        """Return what a relative clause is of: "X and Y, who was the head of Z" is of Y alone."""
        first, helpers = self.tokens[clause.head], self.syntax.children(clause, "aux", "auxpass")
        one = any(verb.tag == "VBZ" or verb.text.lower() == "was" for verb in (clause, *helpers))
        return self.last_joined(first, clause) if one else first

    def last_joined(self, first: Token, before: Token) -> Token:
        """Return the last name that is joined to one before a word, or that one itself."""
        if self.named[first.index] is None:
            return first
        names = [one for one in self.joined(first) if one.index < before.index]
        return max(
            (one for one in names if self.one(one)),
            key=lambda one: one.index,
            default=first,
        )

    def _called(self, token: Token, depth: int) -> tuple[str, ...]:
        """Return whom a noun's apposition, or "called X", names."""
        for child in self.syntax.children(token, "appos"):
            counted = self.syntax.children(child, "nummod")  # "a first: two Norlanders at the top"
            found = () if counted else self.one(child, depth + 1)
            if found:
                return found
        for person in self._behind_body(token):
            return (person,)
        for clause in self.syntax.children(token, "acl"):
            if clause.lemma in self.words.role.called:
                for name in self._complements(clause):
                    found = self.one(name, depth + 1)
                    if found:
                        return found
        return ()

    def _behind_body(self, token: Token) -> Iterator[str]:
        """Yield X in "the head of Acme, X", where a parser hangs the name on the body."""
        for preposition in self.syntax.children(token, "prep"):
            for noun in self.syntax.children(preposition, "pobj"):
                for child in self.syntax.children(noun, "appos"):
                    held, body = self.named[child.index], self.named[noun.index]
                    if held and body and self.kind(held) == "person" != self.kind(body):
                        yield held

    def _complements(self, verb: Token) -> Iterator[Token]:
        yield from self.syntax.children(verb, "oprd", "dobj", "attr")
        for preposition in self.syntax.children(verb, "prep"):
            if preposition.lemma in self.words.role.as_:
                yield from self.syntax.children(preposition, "pobj")

    def _again(self, token: Token) -> tuple[str, ...]:
        """Return what "the group" means: what was called "a group", else the body named last."""
        reference = self.words.reference
        if not self._has_article(token, reference.definite):
            return ()
        first = self.syntax.sentences[max(0, token.sentence - _BACK)].first
        for index in range(token.index - 1, max(first, token.index - _REACH) - 1, -1):
            other = self.tokens[index]
            if other.lemma == token.lemma and other.pos == token.pos:
                known = tuple(e for e in self.context.headed[index] if e in self._bearing)
                known = known or self._called(other, _DEPTH - 1)
                if known and self._has_article(other, reference.indefinite):
                    return known
        return self.antecedents.of_noun(token) if self.antecedents.is_body_noun(token) else ()

    def _has_article(self, noun: Token, words: frozenset[str]) -> bool:
        return any(c.text.lower() in words for c in self.syntax.children(noun, "det"))

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        word = token.text.lower()
        if word in self.words.reference.its:
            return self.body_before(token)
        if word in self.words.reference.both or word in self.words.reference.their:
            return self.antecedents.two_people(token)
        return ()

    def body_before(self, token: Token) -> tuple[str, ...]:
        """Return the organisation that is spoken of at a token, as "it" would mean it there."""
        return self.antecedents.of_pronoun(token)

    def _pair_noun(self, token: Token) -> tuple[str, ...]:
        """Return the two whom "the two men" speaks of."""
        counted = any(
            c.lemma in self.words.reference.two
            for c in self.syntax.children(token, "nummod", "det")
        )
        if counted and token.tag == "NNS" and self.words.is_person_noun(token.lemma.lower()):
            return self.antecedents.two_people(token)
        return ()


_NEAR: Final = 8
"""Tokens before "which" among which the place that it stands for is named."""

_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS: Final = frozenset({"PRP", "PRP$"})


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
