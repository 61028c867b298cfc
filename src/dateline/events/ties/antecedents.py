"""Which organisation "its", "the firm" or "the union" is: what was spoken of and is called so.

A pronoun takes whom the clauses before are about: their subject, else the only body they name.
A noun takes the body named last that is called so, by its name ("the bank": Bank Sund) or by what
it was introduced as ("Acme, a brewer"). Where nothing near fits, "the firm" is the one that the
article is about, if it is about one. Otherwise nobody is meant: a wrong tie is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dateline.syntax import Token

if TYPE_CHECKING:
    from dateline.events.ties.cast import Cast

_BACK: Final = 3
"""Sentences that a noun looks back."""

_REACH: Final = 120
"""Words of one sentence that are looked at, at most: however long it is, it ends."""

_DEPTH: Final = 2
"""Sentences of pronouns, one after the other, that lead to one another."""

_MAIN: Final = 2
"""How many times as often as any other a body is named that an article is about."""


class Antecedents:
    """The organisations of a text, asked for by the words that take them up."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._counts: dict[str, tuple[list[int], list[int]]] = {}

    def of_pronoun(self, token: Token, depth: int = 0) -> tuple[str, ...]:
        """Return the organisation that "its" or "it" is, or none."""
        sentence = self.cast.context.sentence(token)
        first = max(sentence.first, token.index - _REACH)
        before = list(self._bodies(first, token.index))
        if not before and token.dep == "dobj" and self._is_cut_off(first - 1, token):
            return ()
        if before:
            if self._is_cut_off(before[-1][1], token):
                return ()
            doers = [one for one, at in before if self._is_subject(at)]
            return ((doers or [one for one, _ in before])[-1],)
        return self._spoken_of(token, depth)

    def two_people(self, token: Token) -> tuple[str, ...]:
        """Return the people named in the sentence before, if they are two and it is about no more.

        Of whom there is but something told ("X's house") is none of them.
        """
        first = max(self.cast.context.sentence(token).first, token.index - _REACH)
        if not token.sentence or any(map(self._is_person, range(first, token.index))):
            return ()
        before = self.cast.syntax.sentences[token.sentence - 1]
        stretch = range(max(before.first, before.last - _REACH), before.last)
        people = {
            held: None
            for index in stretch
            if self._is_person(index) and (held := self.cast.named[index]) is not None
        }
        owners = any(
            self.cast.tokens[index].dep == "poss" and self._is_person(index) for index in stretch
        )
        plain = len(people) == 2 and not owners and not any(map(self._is_group, stretch))
        return tuple(people) if plain else ()

    def _is_group(self, index: int) -> bool:
        """Tell whether a token is a subject that people without a name are spoken of by."""
        cast = self.cast
        subject = cast.tokens[index].dep.startswith(_SUBJECT)
        return subject and any(cast.kind(one) == "group" for one in cast.context.headed[index])

    def _is_person(self, index: int) -> bool:
        held = self.cast.named[index]
        return held is not None and self.cast.kind(held) == "person"

    def _is_cut_off(self, last: int, token: Token) -> bool:
        """Tell whether a clause of something else stands between a body and a pronoun."""
        for one in self.cast.tokens[last + 1 : token.index]:
            if one.tag == "NN" and one.dep.startswith(_SUBJECT):
                lemma = one.lemma.lower()
                if not (self.cast.words.is_person_noun(lemma) or self.cast.one(one)):
                    return True
        return False

    def alone(self, token: Token) -> tuple[str, ...]:
        """Return the organisation that is named in a sentence before a token, or alone before it.

        What goes without saying, as the body of an office, is that of the only one spoken of.
        """
        sentence = self.cast.context.sentence(token)
        here = self._bodies(max(sentence.first, token.index - _REACH), token.index)
        found = tuple(dict.fromkeys(one for one, _ in here))
        if not found and token.sentence:
            before = self.cast.syntax.sentences[token.sentence - 1]
            start = max(before.first, before.last - _REACH)
            found = tuple(dict.fromkeys(one for one, _ in self._bodies(start, before.last)))
        return found if len(found) == 1 else ()

    def _spoken_of(self, token: Token, depth: int) -> tuple[str, ...]:
        """Return what the sentence before is about: its subject, else the only body it names."""
        if not token.sentence:
            return ()
        before = self.cast.syntax.sentences[token.sentence - 1]
        start = max(before.first, before.last - _REACH)
        found = list(self._bodies(start, before.last))
        subject = next(((one, at) for one, at in found if self._is_subject(at)), None)
        doer = self._doer(start, before.last if subject is None else subject[1])
        if doer is not None:
            return self._of_doer(doer, depth)
        distinct = tuple(dict.fromkeys(one for one, _ in found))
        return (subject[0],) if subject else distinct if len(distinct) == 1 else ()

    def _doer(self, first: int, last: int) -> Token | None:
        """Return the first subject of a main clause that takes up a body."""
        for token in self.cast.tokens[first:last]:
            owner = token.dep == "poss" and self._is_subject(token.head)
            taken_up = token.text.lower() in self.cast.words.reference.its
            if (owner or self._is_subject(token.index)) and (taken_up or self.is_body_noun(token)):
                return token
        return None

    def _of_doer(self, token: Token, depth: int) -> tuple[str, ...]:
        if self.is_body_noun(token):
            return self.of_noun(token)
        return self.of_pronoun(token, depth + 1) if depth < _DEPTH else ()

    def is_body_noun(self, token: Token) -> bool:
        """Tell whether a token is a definite noun for one organisation, with no more said of it."""
        words = self.cast.words
        if token.tag != "NN" or token.lemma.lower() not in words.organisations:
            return False
        kids = self.cast.syntax.children(token)
        bare = not any(
            (kid.dep == "prep" and kid.text.lower() in words.role.adjacent)
            or kid.dep in ("compound", "nmod", "poss")
            for kid in kids
        )
        return bare and any(
            kid.dep == "det" and kid.text.lower() in words.reference.definite for kid in kids
        )

    def of_noun(self, token: Token) -> tuple[str, ...]:
        """Return the organisation that "the firm" is, or none."""
        lemma = token.lemma.lower()
        main = self._topic(token, lemma)
        if main and self._opens_paragraph(token):
            return main
        for number in range(token.sentence, max(-1, token.sentence - _BACK - 1), -1):
            sentence = self.cast.syntax.sentences[number]
            last = min(token.index, sentence.last)
            bodies = self._bodies(max(sentence.first, last - _REACH), last)
            found = [(one, at) for one, at in bodies if self._is_called(one, lemma)]
            if found:
                return self._chosen(found, token, here=number == token.sentence)
        return main

    def _chosen(
        self, found: Sequence[tuple[str, int]], token: Token, *, here: bool
    ) -> tuple[str, ...]:
        """Return which of the bodies of one sentence a noun means: the only one, or its subject.

        What can be said of bodies of many kinds, and stands in a later sentence, must be plainer.
        """
        lemma, words = token.lemma.lower(), self.cast.words
        distinct = tuple(dict.fromkeys(one for one, _ in found))
        if len(distinct) > 1 or (lemma in words.anything and not here):
            distinct = tuple(one for one, at in found if self._is_subject(at))[:1]
        plain = here or lemma not in words.anything | words.firms
        return distinct if plain or self._is_first(distinct, token, lemma) else ()

    def _is_first(self, found: Sequence[str], token: Token, lemma: str) -> bool:
        """Tell whether no other body that can be called so has been named more often by then."""
        if not found:
            return False
        places, most = self._counted(lemma)
        known = bisect_left(places, token.span.start)
        own = self.cast.times_named(found[0], token.span.start)
        return own >= (most[known - 1] if known else 0)

    def _counted(self, lemma: str) -> tuple[list[int], list[int]]:
        """Return where bodies that a noun can be said of are named, and how often one was by then.

        Counted once for each noun, so that a text of any length is read in linear time.
        """
        if lemma not in self._counts:
            names = sorted(
                (span.start, one)
                for one in self.cast.organisations
                if self._is_called(one, lemma)
                for span in self.cast.names(one)
            )
            times: dict[str, int] = {}
            most: list[int] = []
            for _, one in names:
                times[one] = times.get(one, 0) + 1
                most.append(max(times[one], most[-1] if most else 0))
            self._counts[lemma] = [start for start, _ in names], most
        return self._counts[lemma]

    def _opens_paragraph(self, token: Token) -> bool:
        """Tell whether a token's sentence is the first of a paragraph."""
        start = self.cast.context.sentence(token).span.start
        return "\n" in self.cast.context.text[max(0, start - 2) : start]

    def _topic(self, token: Token, lemma: str) -> tuple[str, ...]:
        """Return the body that an article is about, if it can be called so and was named before."""
        for one in self._main:
            told = self.cast.context.entities[one].mentions
            if told and told[0].span.start < token.span.start and self._is_called(one, lemma):
                return (one,)
        return ()

    @cached_property
    def _main(self) -> tuple[str, ...]:
        """The organisation that is named far more often than any other, if there is one."""
        counts = sorted(
            (-len(entity.mentions), identity)
            for identity, entity in self.cast.context.entities.items()
            if entity.kind == "organisation" and self.cast.is_named(identity)
        )
        if not counts or (len(counts) > 1 and counts[0][0] > _MAIN * counts[1][0]):
            return ()
        return (counts[0][1],)

    def _bodies(self, first: int, last: int) -> Iterator[tuple[str, int]]:
        """Yield the organisations that the tokens of a stretch name or stand for, and where."""
        cast = self.cast
        for index in range(first, last):
            held = cast.named[index]
            for one in (held,) if held is not None else cast.context.headed[index]:
                if cast.is_named(one) and cast.kind(one) == "organisation":
                    yield one, index

    def _is_subject(self, index: int) -> bool:
        """Tell whether a token is of the subject of a main clause."""
        token = self.cast.tokens[index]
        span = self.cast.spans[index]
        head = self.cast.head(*span) if span is not None else token
        return head.dep.startswith(_SUBJECT) and self.cast.syntax.parent(head).dep in _MAIN_CLAUSES

    def _is_called(self, one: str, lemma: str) -> bool:
        """Tell whether an organisation can be called by a noun."""
        cast, words = self.cast, self.cast.words
        name = frozenset(cast.context.entities[one].name.lower().split())
        like = {lemma}.union(*(some for some in words.kin if lemma in some))
        if like & (name | self._introduced.get(one, frozenset())) or lemma in words.anything:
            return True
        if lemma in words.bodies.parties:
            return cast.is_party(one)
        return lemma in words.firms and not name & words.bodies.public

    @cached_property
    def _introduced(self) -> dict[str, frozenset[str]]:
        """What each organisation is said to be: by "Acme, a brewer", "the brewer Acme"."""
        found: dict[str, set[str]] = {}
        cast = self.cast
        for token in cast.tokens:
            lemma = token.lemma.lower()
            if token.pos != "NOUN" or lemma not in cast.words.organisations:
                continue
            for one in self._said_to_be(token):
                found.setdefault(one, set()).add(lemma)
        return {one: frozenset(lemmas) for one, lemmas in found.items()}

    def _said_to_be(self, token: Token) -> Iterator[str]:
        """Yield the organisations that a noun is said of, by apposition or copula."""
        cast, above = self.cast, self.cast.syntax.parent(token)
        beside: list[Token] = list(cast.syntax.children(token, "appos"))
        if token.dep in ("appos", "compound"):
            beside.append(above)
        elif token.dep == "attr" and above.lemma.lower() in cast.words.role.copulas:
            beside += cast.syntax.children(above, "nsubj")
        yield from self._named(beside)

    def _named(self, tokens: Sequence[Token]) -> Iterator[str]:
        for one in tokens:
            held = self.cast.named[one.index]
            if held is not None and self.cast.kind(held) == "organisation":
                yield held


_SUBJECT: Final = "nsubj"
_MAIN_CLAUSES: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
