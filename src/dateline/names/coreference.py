"""Which mentions are the same: pronouns, "the emir", "the group", "I" in a quotation.

One pass over the text in order. A pronoun goes to the candidate that stands out most by where and
how it was last mentioned (after Lappin and Leass 1994, "An algorithm for pronominal anaphora
resolution"), under the constraints of grammar (binding), number, sex and who speaks. Precision
comes first: where two candidates are close, the pronoun stays unresolved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log2
from typing import Final

from dateline.names import binding
from dateline.names.context import Context
from dateline.names.descriptions import Description
from dateline.names.quotations import Quotation
from dateline.names.recall import NARROWER, Recall
from dateline.names.referents import ARGUMENTS, ROLE, Link, Referent, Seen
from dateline.syntax import Token

REACH: Final = 3  # sentences that a pronoun looks back over
TOPIC: Final = 0.2  # what a doubling of the times that somebody was spoken of adds
NEAR: Final = 2  # sentences that "the company" looks back over
TOPICAL: Final = 2  # how many times more the article must have spoken of a body than of its rivals
APART: Final = 1.5  # how much more the best body must stand out than the second
MARGIN: Final = 1.1  # how much more the best candidate must stand out than the second

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
ME: Final = frozenset({"i", "me", "my", "mine", "myself"})
US: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
WHO: Final = frozenset({"who", "whom", "whose", "which"})
SELF: Final = frozenset({"himself", "herself", "itself", "themselves"})
"""The pronouns that can be resolved, folded."""


class Resolver:
    """The state of one pass over a text."""

    def __init__(
        self,
        context: Context,
        referents: Sequence[Referent],
        quotations: Sequence[Quotation],
    ) -> None:
        self.context = context
        self.referents = list(referents)
        self.history: list[Seen] = []
        self.sex = {r.number: r.sex for r in referents}
        self.by_head: dict[int, int] = {}
        self.quotations = quotations
        self.quoted: dict[int, Quotation] = {
            index: quotation
            for quotation in quotations
            for index in range(quotation.first, quotation.last)
        }
        self.links: list[Link] = []
        self.named_in: dict[int, dict[int, None]] = defaultdict(dict)
        self.times: Counter[int] = Counter()
        self.recall = Recall(context, referents)
        self._first_person: list[Token] = []

    # ------------------------------------------------------------------ the pass

    def run(self, named: Sequence[Seen], descriptions: Sequence[Description]) -> list[Link]:
        """Return the links of all pronouns and descriptions, in no order."""
        at_head = {seen.head: seen for seen in named}
        for seen in named:
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

    def see(self, seen: Seen) -> None:
        """Take note of a mention."""
        self.history.append(seen)
        self.times[seen.referent] += 1
        self.recall.see(self.referents[seen.referent])
        self.by_head[seen.head] = seen.referent

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
        known = self.recall.known(description, self.referents) if description.definite else None
        single = self.recall.is_single(description)
        if known is None and description.definite and not single:
            known = self._known(description)
        if known is None and not single and description.sort == "organisation":
            known = self._body(description)
        if known is None:
            known = self._new(description)
        self.recall.note(description, known)
        self.links.append(Link(known, description.head, description))
        tokens = self.context.syntax.within(description.span)
        self.see(Seen(known, description.head, tokens[0].index, tokens[-1].index + 1))

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
        self.sex[number] = sex
        return number

    def _pair(self, description: Description) -> tuple[int, ...]:
        """Return the two people whom "the two men" means: just two must be named beside it."""
        syntax = self.context.syntax
        head = syntax.tokens[description.head]
        numbers = [t.text.casefold() for t in syntax.children(head, "nummod", "det", "predet")]
        if description.sort != "people" or head.tag != "NNS" or not _TWO.intersection(numbers):
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
        return sex is not None and any(self.sex.get(one) not in (None, sex) for one in people)

    def _known(self, description: Description) -> int | None:
        """Return the one that a definite description means, if just one was called that."""
        tokens = self.context.syntax.tokens
        here = tokens[description.head].sentence
        if self.context.syntax.children(tokens[description.head], *NARROWER):
            return None
        reach = 12 if description.sort != "people" else 6
        several = tokens[description.head].tag == "NNS"
        found: list[int] = []
        for seen in reversed(self.history):
            if here - tokens[seen.head].sentence > reach:
                break
            referent = self.referents[seen.referent]
            alike = description.sort == referent.sort or (
                description.sort == "people" and not (several and referent.sort == "person")
            )
            if alike and description.noun in referent.nouns and referent.number not in found:
                found.append(referent.number)
        if len(found) == 1 or (found and not self.referents[found[0]].named):
            return found[0]
        return None

    def _body(self, description: Description) -> int | None:
        """Return the body that "the company" means: the one that stands out by far, if it fits."""
        tokens, syntax = self.context.syntax.tokens, self.context.syntax
        head = tokens[description.head]
        plain = {t.text.casefold() for t in syntax.children(head, "det")} & {"the", "this"}
        if not plain or syntax.children(head, *NARROWER):
            return None
        scores: dict[int, float] = defaultdict(float)
        for seen, distance in self._before(head, NEAR):
            referent = self.referents[seen.referent]
            if referent.sort != "organisation" or self._bound(head, "", seen):
                continue
            if self._fits(description.noun, referent):
                weight = self._weight(binding.first_of_row(self.context, seen), head) / (
                    2**distance
                )
                scores[referent.number] += weight * (1.0 if not scores[referent.number] else 0.4)
        best = self._best(scores, APART)
        rivals = (self.times[other] + TOPICAL for other in scores if other != best)
        return best if best is not None and self.times[best] >= max(rivals, default=0) else None

    def _fits(self, noun: str, referent: Referent) -> bool:
        """Tell whether a body may be spoken of by a noun, by the nouns that it is known by."""
        known = self.context.lexicon.organisations
        own = referent.nouns & known.nouns
        if not own:
            return referent.named and noun in known.anything | known.firms
        if noun in own or noun in known.anything:
            return True
        alike = noun in known.firms and not own.isdisjoint(known.businesses)
        return alike or any(noun in kin and own.intersection(kin) for kin in known.kin)

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, token: Token) -> None:
        word = self.context.folded[token.index]
        found: int | None = None
        if word in ME or word in US:
            if token.index in self.quoted:
                self._first_person.append(token)
        elif word in HE or word in SHE:
            found = self._third(token, word, "male" if word in HE else "female")
        elif word in IT or word in THEY:
            found = self._thing(token, word)
        elif word in WHO:
            found = self._relative(token)
        if found is not None:
            if word in HE or word in SHE:
                self.sex[found] = "male" if word in HE else "female"
            self._link(token, found)

    def _first(self, token: Token) -> None:
        """Link "I" to the speaker of the quotation that it stands in; "we" only to a body."""
        quotation = self.quoted[token.index]
        if quotation.speaker is None:
            return
        referent = self.by_head.get(quotation.speaker)
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
        scores: dict[int, float] = defaultdict(float)
        speaker = self._speaker(token)
        for seen, distance in self._before(token, REACH):
            referent = self.referents[seen.referent]
            if referent.sort != "person" or self.sex.get(referent.number) not in (None, sex):
                continue
            if referent.number == speaker or self._bound(token, word, seen):
                continue
            weight = self._weight(seen, token) / (2**distance)
            scores[referent.number] += weight * (1.0 if scores[referent.number] == 0 else 0.4)
        for number in scores:
            scores[number] += TOPIC * log2(1 + self.times[number])
        return self._best(scores)

    def _said_by(self, token: Token, teller: Token, sex: str) -> int | None:
        """Return the one who says of himself what the pronoun's clause tells; else nobody."""
        referent = self.by_head.get(teller.index)
        if referent is None or self.sex.get(referent) not in (None, sex):
            return None
        single = self.referents[referent].sort == "person"
        return referent if single and token.index not in self.quoted else None

    def _speaker(self, token: Token) -> int | None:
        quotation = self.quoted.get(token.index)
        if quotation is None or quotation.speaker is None:
            return None
        return self.by_head.get(quotation.speaker)

    def _before(self, token: Token, reach: int) -> Iterator[tuple[Seen, int]]:
        """Yield what was mentioned in the last sentences, the latest first, with the distance."""
        tokens = self.context.syntax.tokens
        for seen in reversed(self.history):
            distance = token.sentence - tokens[seen.head].sentence
            if distance > reach:
                return
            yield seen, distance

    def _weight(self, seen: Seen, token: Token) -> float:
        """Return how much a mention stands out by its grammar, as seen from a pronoun."""
        head = self.context.syntax.tokens[seen.head]
        above = self.context.syntax.parent(head)
        if head.dep == "appos" and above.index not in self.by_head:
            head = above  # "the master, X, left": X is its subject
        weight = ROLE.get(head.dep, 1.0)
        if head.dep in ("nsubj", "nsubjpass") and token.dep in ("nsubj", "nsubjpass"):
            weight += 0.4
        if self.referents[seen.referent].named:
            weight += 0.3
        above = self.context.syntax.parent(head)
        if above.text == "to" and self.context.folded[above.index - 1] == "according":
            weight += 1.2
        if self._speaks(token) and self._speaks(head):
            weight += 0.8
        return weight

    def _speaks(self, token: Token) -> bool:
        """Tell whether a token is the subject of a verb of speech."""
        verb = self.context.syntax.parent(token)
        return token.dep == "nsubj" and verb.lemma in self.context.lexicon.acts.speech

    def _best(self, scores: dict[int, float], margin: float = MARGIN) -> int | None:
        order = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not order or (len(order) > 1 and order[0][1] < margin * order[1][1]):
            return None
        return order[0][0]

    def _bound(self, token: Token, word: str, seen: Seen) -> bool:
        """Tell whether grammar forbids that a pronoun means a mention, or demands another."""
        syntax = self.context.syntax
        if seen.first <= token.index < seen.last:
            return True
        head = syntax.tokens[seen.head]
        if binding.predicated(self.context, token, head):
            return True
        if (
            any(above.index == head.index for above in syntax.ancestors(token))
            and token.tag == "PRP$"
        ):
            return head.index > token.index
        if word in SELF or token.tag == "PRP$":
            return False
        verb, other = binding.clause(self.context, token), binding.clause(self.context, head)
        return verb == other and token.dep in ARGUMENTS and head.dep in ARGUMENTS

    def _thing(self, token: Token, word: str) -> int | None:
        """Return what "it" or "they" is, by the subject of its own clause or of one above it."""
        sorts = ("organisation", "place") if word in IT else ("people", "organisation")
        syntax = self.context.syntax
        for above in syntax.ancestors(token):
            for subject in syntax.children(above, "nsubj", "nsubjpass"):
                if subject.index >= token.index:
                    continue
                referent = self.by_head.get(subject.index)
                if referent is None or self.referents[referent].sort not in sorts:
                    return None
                if binding.apposed(self.context, token, subject):
                    return None
                if (
                    binding.clause(self.context, token) == above.index
                    and token.tag != "PRP$"
                    and word not in SELF
                ):
                    return None
                return referent
        return self._subject_before(token, sorts) if token.dep in ("nsubj", "nsubjpass") else None

    def _subject_before(self, token: Token, sorts: tuple[str, ...]) -> int | None:
        """Return the last subject before it, of its sentence or else of the one before, if it fits.

        It must be of one of the sorts.
        """
        if token.sentence == 0 or binding.pleonastic(self.context, token):
            return None
        here = self.context.syntax.sentences[token.sentence].first
        for index in range(token.index - 1, here - 1, -1):
            if self.context.syntax.tokens[index].dep in ("nsubj", "nsubjpass"):
                referent = self.by_head.get(index)
                fits = referent is not None and self.referents[referent].sort in sorts
                return referent if fits else None
        sentence = self.context.syntax.sentences[token.sentence - 1]
        for index in range(sentence.first, sentence.last):
            above = self.context.syntax.tokens[index]
            if (
                above.dep in ("nsubj", "nsubjpass")
                and self.context.syntax.parent(above).dep == "ROOT"
            ):
                referent = self.by_head.get(index)
                if referent is not None and self.referents[referent].sort in sorts:
                    return referent
                return None
        return None

    def _relative(self, token: Token) -> int | None:
        """Return what a relative pronoun belongs to: the noun that its clause hangs on."""
        syntax = self.context.syntax
        for above in syntax.ancestors(token):
            if above.dep == "relcl":
                return self.by_head.get(syntax.parent(above).index)
        return None


_TWO: Final = frozenset({"two", "both", "2"})
