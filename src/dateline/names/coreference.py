"""Which mentions are the same: pronouns, "the emir", "the group", "I" in a quotation.

One pass over the text in order. A pronoun goes to the candidate that stands out most by where and
how it was last mentioned (after Lappin and Leass 1994, "An algorithm for pronominal anaphora
resolution"), under the constraints of grammar (binding), number, sex and who speaks. Precision
comes first: where two candidates are close, the pronoun stays unresolved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import Final

from dateline.names import binding, corporate, salience, things
from dateline.names.context import Context
from dateline.names.descriptions import Description
from dateline.names.quotations import Quotation
from dateline.names.recall import NARROWER, Recall
from dateline.names.referents import SUBJECTS, Link, Referent, Seen
from dateline.names.state import State
from dateline.names.things import IT, THEY
from dateline.syntax import Token

REACH: Final = 3  # sentences that a pronoun looks back over
TOPIC: Final = 0.2  # what a doubling of the times that somebody was spoken of adds
SAID: Final = 3  # for how many pronouns one counts that begins what somebody says
OVERHEARD: Final = 0.5  # what is left of a mention in somebody's words for what follows them

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
ME: Final = frozenset({"i", "me", "my", "mine", "myself"})
US: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
WHO: Final = frozenset({"who", "whom", "whose", "which"})
"""The pronouns that can be resolved, folded."""


def resolve(
    context: Context,
    referents: Sequence[Referent],
    quotations: Sequence[Quotation],
    named: Sequence[Seen],
    descriptions: Sequence[Description],
) -> tuple[list[Link], list[Referent]]:
    """Return the links of all pronouns and descriptions, in no order, and all that they lead to.

    The first pass learns of whom the text says "he" and of whom "she", by most of the pronouns that
    were led to each, and who speaks; the second one knows it from the start.
    """
    first = Resolver(context, referents, quotations)
    first.run(named, descriptions)
    second = Resolver(context, referents, quotations, before=first)
    return second.run(named, descriptions), second.state.referents


class Resolver:
    """The state of one pass over a text."""

    def __init__(
        self,
        context: Context,
        referents: Sequence[Referent],
        quotations: Sequence[Quotation],
        *,
        before: Resolver | None = None,
    ) -> None:
        self.context = context
        self._final = before is not None
        self.state = State(context, referents, quotations, before.sexes() if before else {})
        self.referents = self.state.referents
        self.state.ahead.update(before.state.by_head if before else {})
        self.links: list[Link] = []
        self.named_in: dict[int, dict[int, None]] = defaultdict(dict)
        self.recall = Recall(context, referents)
        self._first_person: list[Token] = []
        self._called: dict[int, Counter[str]] = defaultdict(Counter)

    # ------------------------------------------------------------------ the pass

    def run(self, named: Sequence[Seen], descriptions: Sequence[Description]) -> list[Link]:
        """Return the links of all pronouns and descriptions, in no order."""
        at_head = {seen.head: seen for seen in named}
        for seen in named:
            self.state.ahead.setdefault(seen.head, seen.referent)
            if self.referents[seen.referent].sort == "person":
                people = self.named_in[self.context.syntax.tokens[seen.head].sentence]
                people.setdefault(seen.referent)
        described = {d.head: d for d in descriptions if d.describes is None}
        for token in self.context.syntax.tokens:
            if token.index in at_head:
                self.see(at_head[token.index])
            elif token.index in described:
                self._describe(described[token.index])
            elif token.tag in ("PRP", "PRP$", "WP", "WP$", "WDT"):
                self._pronoun(token)
        for token in self._first_person:
            self._first(token)
        return self.links

    def sexes(self) -> dict[int, str]:
        """Return what most pronouns tell of the sex of each name that does not tell it."""
        found = {}
        for number, told in self._called.items():
            (sex, times), *rest = told.most_common(2)
            if self.referents[number].named and times > sum(other for _, other in rest) * 2:
                found[number] = sex
        return found

    def see(self, seen: Seen) -> None:
        """Take note of a mention."""
        self.state.see(seen)
        self.recall.see(self.referents[seen.referent])

    def _link(self, token: Token, referent: int) -> None:
        self.links.append(Link(referent, token.index))
        self.see(Seen(referent, token.index, token.index, token.index + 1))

    # ------------------------------------------------------------------ descriptions

    def _describe(self, description: Description) -> None:
        """Link a description to who was so called before, or make it a referent of its own."""
        pair = self._pair(description)
        if pair:
            self.links.extend(Link(one, description.head, description) for one in pair)
            return
        known = self._predicated(description)
        if known is None and description.definite:
            known = self.recall.known(description, self.referents)
        single = self.recall.is_single(description)
        if known is None and description.definite and not single:
            known = self._known(description)
        if known is None and not single and description.sort == "organisation":
            known = corporate.body(self.state, description)
        if known is None:
            known = self._new(description)
        self.recall.note(description, known)
        self.links.append(Link(known, description.head, description))
        tokens = self.context.syntax.within(description.span)
        self.see(Seen(known, description.head, tokens[0].index, tokens[-1].index + 1))

    def _predicated(self, description: Description) -> int | None:
        """Return the person that a description is said of: "he is a leader who"."""
        head = self.context.syntax.tokens[description.head]
        if description.sort != "person":
            return None
        for subject in binding.subjects_of(self.context, head):
            number = self.state.by_head.get(subject.index)
            if self.context.folded[subject.index] in ME:
                number = self.state.speaker(subject)
            if number is None or number >= len(self.referents):  # who speaks is only told later
                continue
            if self.referents[number].sort == "person":
                return number
        return None

    def _new(self, description: Description) -> int:
        """Return the number of a new referent, which has but a description."""
        number, sex = len(self.referents), self.context.lexicon.roles.sex(description.noun)
        self.referents.append(
            Referent(
                number=number,
                sort=description.sort,
                sex=sex,
                nouns=frozenset({description.noun}),
                nation=description.nation,
                head=description.head,
                named=False,
            )
        )
        self.state.sex[number] = sex
        return number

    def _pair(self, description: Description) -> tuple[int, ...]:
        """Return the two people whom "the two men" means: just two must be named beside it."""
        syntax = self.context.syntax
        head = syntax.tokens[description.head]
        numbers = [t.text.casefold() for t in syntax.children(head, "nummod", "det", "predet")]
        if description.sort != "people" or head.tag != "NNS" or not _TWO.intersection(numbers):
            return ()
        said = head.index in self.state.quoted  # who says it is named beside it, and not meant
        if said or self.context.syntax.children(head, "amod", "compound", "poss"):
            return ()
        if not description.definite and "both" not in numbers:
            return ()
        for sentence in self._beside(head.sentence):
            people = tuple(self.named_in.get(sentence, ()))
            if len(people) == 2:
                return people if not self._other_sex(description, people) else ()
        return ()

    def _beside(self, sentence: int) -> Iterator[int]:
        """Yield a sentence, the one that its colon opens, and the one before in its paragraph."""
        sentences, text = self.context.syntax.sentences, self.context.text
        here = sentences[sentence].span
        yield sentence
        if here.of(text).endswith(":"):
            yield sentence + 1
        if sentence and "\n" not in text[sentences[sentence - 1].span.end : here.start]:
            yield sentence - 1

    def _other_sex(self, description: Description, people: Sequence[int]) -> bool:
        """Tell whether one of the people is known to be of another sex than the noun says."""
        sex = self.context.lexicon.roles.sex(description.noun)
        return sex is not None and any(self.state.sex.get(one) not in (None, sex) for one in people)

    def _known(self, description: Description) -> int | None:
        """Return the one that a definite description means, if just one was called that."""
        tokens = self.context.syntax.tokens
        here = tokens[description.head].sentence
        if self.context.syntax.children(tokens[description.head], *NARROWER):
            return None
        reach = 12 if description.sort != "people" else 6
        several = tokens[description.head].tag == "NNS"
        found: list[int] = []
        for seen in reversed(self.state.history):
            if here - tokens[seen.head].sentence > reach:
                break
            referent = self.referents[seen.referent]
            alike = description.sort == referent.sort or (
                description.sort == "people" and not (several and referent.sort == "person")
            )
            if alike and description.noun in referent.nouns and referent.number not in found:
                found.append(referent.number)
        if len(found) == 1 or (found and not self.referents[found[0]].named):
            passed = corporate.is_passed(self.state, description, found[0])
            return None if passed else found[0]
        return None

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, token: Token) -> None:
        word = self.context.folded[token.index]
        found: int | None = None
        if word in ME or word in US:
            if token.index in self.state.quoted:
                self._first_person.append(token)
        elif word in HE or word in SHE:
            found = self._third(token, word, "male" if word in HE else "female")
        elif word in IT or word in THEY:
            found = things.thing(self.state, token, word)
        elif word in WHO:
            found = self._relative(token)
        if found is not None:
            if word in HE or word in SHE:
                self._take_sex(found, "male" if word in HE else "female")
            self._link(token, found)

    def _take_sex(self, number: int, sex: str) -> None:
        """Take note of the sex that a pronoun tells; the first pass believes it of no name yet."""
        self._called[number][sex] += 1
        if self._final or not self.referents[number].named:
            self.state.sex[number] = sex

    def _first(self, token: Token) -> None:
        """Link "I" to the speaker of the quotation that it stands in; "we" only to a body."""
        quotation = self.state.quoted[token.index]
        if quotation.speaker is None:
            return
        referent = self.state.by_head.get(quotation.speaker)
        if referent is None:
            return
        sort = self.referents[referent].sort
        single = self.context.folded[token.index] in ME
        if (single and sort == "person") or (not single and sort in ("organisation", "people")):
            self._link(token, referent)

    def _third(self, token: Token, word: str, sex: str) -> int | None:
        """Return who "he" or "she" is: the one who says so, or the person that stands out most."""
        told = binding.teller(self.context, token, sex)
        if told is not None:
            return self._said_by(token, told, sex)
        unknown = self._unknown(token)
        if unknown is not None and self.state.sex.get(unknown) in (None, sex):
            self._called[unknown][sex] += SAID
            return unknown
        joined = binding.joined(self.context, token)
        if joined is not None and self._is_one(joined.index, sex):
            return self.state.by_head[joined.index]
        if any(self._is_entourage(one, sex) for one in binding.tellers(self.context, token)):
            return None
        scores: dict[int, float] = defaultdict(float)
        speaker, speech = self.state.speaker(token), self.state.speech(token)
        doers = self._doers(token, word)
        for seen, distance in self.state.before(token, REACH):
            referent = self.referents[seen.referent]
            if (
                seen.head in speech
                or referent.sort != "person"
                or self.state.sex.get(referent.number) not in (None, sex)
            ):
                continue
            if referent.number in (speaker, *doers) or binding.bound(
                self.context, token, word, seen
            ):
                continue
            weight = salience.weight(self.state, seen, token) / (2**distance)
            if self.state.is_overheard(seen.head, token):
                weight *= OVERHEARD
            scores[referent.number] += weight * (1.0 if scores[referent.number] == 0 else 0.4)
        topic = TOPIC / 2 if self._is_near(scores, token) else TOPIC
        for number in scores:
            scores[number] += topic * log2(1 + self.state.times[number])
        return salience.plainest(self.state, scores, token)

    def _is_near(self, scores: Mapping[int, float], token: Token) -> bool:
        """Tell whether one of the candidates is spoken of in a pronoun's own sentence."""
        return any(seen.referent in scores for seen, _ in self.state.before(token, 0))

    def _is_entourage(self, subject: Token, sex: str) -> bool:
        """Tell whether somebody's man says so: neither he nor whose he is is meant for sure."""
        roles, syntax = self.context.lexicon.roles, self.context.syntax
        noun = subject.lemma.casefold()
        if subject.tag != "NN" or noun not in roles.retinue | roles.own:
            return False
        if roles.sex(noun) not in (None, sex) or syntax.children(subject, "appos"):
            return False
        owners = syntax.children(subject, "poss", "compound", "nmod")
        return any(self._is_one(owner.index, sex) for owner in owners)

    def _doers(self, token: Token, word: str) -> tuple[int, ...]:
        """Return who does what is done to "him", however he was named there last."""
        if token.dep not in ("dobj", "dative", "iobj") or word in binding.SELF:
            return ()
        verb = self.context.syntax.parent(token)
        own = self.context.syntax.children(verb, *SUBJECTS)
        if not own and verb.dep != "xcomp":
            return ()
        called = [kid for one in own for kid in self.context.syntax.children(one, "appos")]
        subjects = {one.index for one in (*own, *called)}
        subjects |= binding.understood(self.context, token)
        found = (self.state.by_head.get(subject) for subject in sorted(subjects))
        return tuple(number for number in found if number is not None)

    def _unknown(self, token: Token) -> int | None:
        """Return who says what a pronoun begins if the name tells no sex: "X said she"."""
        for subject in binding.tellers(self.context, token):
            number = self.state.by_head.get(subject.index)
            if number is None or subject.tag != "NNP" or token.index in self.state.quoted:
                continue
            referent = self.referents[number]
            if referent.named and referent.sort == "person" and referent.sex is None:
                return number
        return None

    def _is_one(self, index: int, sex: str) -> bool:
        """Tell whether a token heads a mention of a person who may be of a sex."""
        number = self.state.by_head.get(index)
        return (
            number is not None
            and self.referents[number].sort == "person"
            and self.state.sex.get(number) in (None, sex)
        )

    def _said_by(self, token: Token, teller: Token, sex: str) -> int | None:
        """Return the one who says of himself what the pronoun's clause tells; else nobody."""
        referent = self.state.by_head.get(teller.index)
        if referent is None or self.state.sex.get(referent) not in (None, sex):
            return None
        single = self.referents[referent].sort == "person"
        return referent if single and token.index not in self.state.quoted else None

    def _relative(self, token: Token) -> int | None:
        """Return what a relative pronoun belongs to: the noun that its clause hangs on."""
        syntax = self.context.syntax
        for above in syntax.ancestors(token):
            if above.dep == "relcl":
                return self.state.by_head.get(syntax.parent(above).index)
        return None


_TWO: Final = frozenset({"two", "both", "2"})
