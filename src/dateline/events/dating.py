"""When an event took place: the time that syntax attaches to it, or to the clause that tells of it.

A time belongs to the words on its way up to the first verb. An event whose words have none takes
that of the clause around it, as far as the same doing goes on: "in May he answered by ...". Never
taken is the time of a verb that only reports: "said on Monday that ...".
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from dateline.events import clauses
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.record import Time
from dateline.syntax import Token

_UP: Final = 6
"""How many words up the time of a clause is looked for."""

_VAGUE: Final = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


class Calendar:
    """Which words of a text have which times; made once for a text."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self.context, self.lexicon = context, lexicon
        self.direct: dict[int, list[Time]] = defaultdict(list)
        self.passed: dict[int, list[Time]] = defaultdict(list)
        self.loose: set[tuple[int, str]] = set()
        for time in context.times:
            if (
                time.type in ("DATE", "TIME")
                and time.value not in _VAGUE
                and not self._is_name(time)
            ):
                self._attach(time)
        for verb in [*self.direct]:
            self._settle(context.tokens[verb])

    def _is_name(self, time: Time) -> bool:
        """Tell whether a time is part of the name of a body: "USA TODAY"."""
        named = {self.context.named[one.index] for one in self.context.syntax.within(time.span)}
        return all(
            one is not None and self.context.entities[one].kind == "organisation" for one in named
        )

    def _settle(self, verb: Token) -> None:
        """Leave a verb its own times, where it has some: "chief from 1992, he left in 1998".

        A time before a verb that has another behind it belongs to the verb before: "sold the mill
        in 2004, spun off the press in 2006".
        """
        syntax, times = self.context.syntax, self.direct[verb.index]
        own = [time for time in times if (verb.index, time.id) not in self.loose]
        if own:
            times = self.direct[verb.index] = own
        above = syntax.parent(verb)
        first = [time for time in times if time.span.end <= verb.span.start]
        if verb.dep != "conj" or len(first) == len(times) or self.direct.get(above.index):
            return
        if first and not syntax.children(verb, *clauses.SUBJECT, *clauses.PASSIVE):
            self.direct[verb.index] = [time for time in times if time not in first]
            self.direct[above.index] = first

    def _attach(self, time: Time) -> None:
        """Note a time at the verb above it, and at the nouns on the way."""
        syntax = self.context.syntax
        token = syntax.head(time.span)
        if token is None or self._is_apart(token):
            return
        at = token
        for above in syntax.ancestors(token):
            if self.context.timed[above.index] is time:
                at = above
                continue
            if above.pos in _APART and above.text.lower() in self.lexicon.words.apart:
                if above.text.lower() == "for" and at.dep == "pobj":
                    at = above
                    continue
                return
            if above.pos in clauses.VERBAL:
                self.direct[above.index].append(time)
                if at.pos in ("NOUN", "PROPN") and at.dep not in ("npadvmod", "pobj"):
                    self.loose.add((above.index, time.id))
                return
            if above.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                self.passed[above.index].append(time)
                if at.dep in ("nsubj", "conj", "appos") or self._is_of_thing(at, above):
                    return
            at = above

    def _is_of_thing(self, at: Token, noun: Token) -> bool:
        """Tell whether a time is only that of a noun: "the May attacks", "signed the 2011 bill".

        Not so "in 2011 Vane Mills signed it", whatever the parse.
        """
        deed = noun.lemma.lower() in self.lexicon.nouns
        led = self.context.tokens[max(0, at.index - 1)].pos == "ADP"
        word = self.context.syntax.parent(noun).text.lower()
        about = noun.dep == "pobj" and word in self.lexicon.words.topical
        inside = at.dep in _WITHIN and (about or noun.dep in _DONE_TO) and not led
        return (deed and at.dep in _BEFORE) or inside

    def _is_apart(self, token: Token) -> bool:
        """Tell whether a preposition puts what is told before or after the time."""
        above = self.context.syntax.parent(token)
        for word in (above, self.context.syntax.parent(above)):
            if word.pos in ("ADP", "SCONJ") and word.text.lower() in self.lexicon.words.apart:
                return token.dep in ("pobj", "pcomp") or word is above
        return False

    def of(self, trigger: Trigger) -> Time | None:
        """Return when the event of a trigger took place, if its sentence says so."""
        for word in dict.fromkeys((trigger.base, trigger.head)):
            own = self.passed.get(word.index) or self.direct.get(word.index)
            if own:
                return self._best(own, trigger)
        if trigger.head.pos not in clauses.VERBAL and trigger.carrier is None:
            return self._of_ends(trigger) or self._around(trigger)
        return self._of_carrier(trigger)

    def _of_carrier(self, trigger: Trigger) -> Time | None:
        """Return the time of the verb that carries a trigger, or of the clauses around it."""
        at = trigger.carrier or trigger.base
        own = self.direct.get(at.index)
        if own:
            return self._best(own, trigger)
        return self._of_ends(trigger) or self._above(at)

    def _of_ends(self, trigger: Trigger) -> Time | None:
        """Return the time that the parser hung on an end: "shot a man on Friday"."""
        for token in trigger.whom:
            if token.index > trigger.head.index:
                for time in self.passed.get(token.index, ()):
                    if self.context.syntax.within(time.span)[0].index > token.index:
                        return time
        return None

    def _around(self, trigger: Trigger) -> Time | None:
        """Return the time of the verb that a noun's event is told by, where that is one doing."""
        verb = clauses.governor(self.context, trigger.base)
        if verb is None or verb.lemma.lower() in self.lexicon.spoken.verbs:
            return None
        if (
            trigger.base.dep in ("nsubj", "dobj", "nsubjpass")
            and verb.lemma.lower() in self.lexicon.words.happening
        ):
            own = self.direct.get(verb.index)
            return self._best(own, trigger) if own else None
        if verb.lemma.lower() in self.lexicon.words.including:
            return self._above(verb)
        return None

    def _above(self, at: Token) -> Time | None:
        """Return the time of the clauses around a verb, as long as they tell of one doing."""
        syntax = self.context.syntax
        for _ in range(_UP):
            above = syntax.parent(at)
            if above.index == at.index or at.dep not in _SAME or self._is_other(at):
                return None
            if self._is_to_come(at, above) or self._is_past(at, above):
                return None
            if above.pos in clauses.VERBAL:
                if (
                    at.dep in ("ccomp", "xcomp")
                    and above.lemma.lower() in self.lexicon.spoken.verbs
                ):
                    return None
                leading = [
                    time
                    for time in self.direct.get(above.index, ())
                    if at.dep != "conj" or time.span.start < above.span.start
                ]
                if leading:
                    return leading[0]
            at = above
        return None

    def _is_to_come(self, at: Token, above: Token) -> bool:
        """Tell whether a clause is what the one around it is about: "urged on Monday to close".

        Who plans now has the time of what is planned: "on Monday she plans to leave".
        """
        if above.tag in ("VBZ", "VBP"):
            return False
        governors = self.lexicon.reality.governors
        if at.tag == "VBG" and at.dep in ("xcomp", "pcomp"):  # "on Monday he advised jailing them"
            return above.lemma.lower() in self.lexicon.reality.proposing
        helpers = self.context.syntax.children(at, "aux")
        return any(one.tag == "TO" for one in helpers) and any(
            above.lemma.lower() in governors[told] for told in ("planned", "threatened")
        )

    def _is_past(self, at: Token, above: Token) -> bool:
        """Tell whether a word leads to a deed that was done before: "charged him with killing"."""
        return at.dep == "prep" and above.lemma.lower() in self.lexicon.words.punishing

    def _is_other(self, at: Token) -> bool:
        """Tell whether a clause is of another time than that around it: "after he had left".

        So is the past perfect: "on Monday they learnt that and that he had left".
        """
        if any(kid.text.lower() == "had" for kid in self.context.syntax.children(at, "aux")):
            return not any(
                kid.text.lower() == "had"
                for kid in self.context.syntax.children(self.context.syntax.parent(at), "aux")
            )
        if at.dep == "prep":
            return at.text.lower() in self.lexicon.words.elsewhen
        if at.dep != "advcl":
            return False
        kids = self.context.syntax.children(at, "mark", "advmod")
        return any(kid.text.lower() in self.lexicon.words.elsewhen for kid in kids)

    def _best(self, own: list[Time], trigger: Trigger) -> Time:
        """Return the nearest time, the more precise first."""
        place = trigger.head.span.start
        return min(
            own, key=lambda t: (t.from_ is None, -len(t.value[:10]), abs(t.span.start - place))
        )


_APART: Final = ("ADP", "SCONJ", "ADV", "NOUN")
_BEFORE: Final = ("compound", "poss", "nmod")
_WITHIN: Final = (*_BEFORE, "nummod", "amod")
_DONE_TO: Final = ("dobj", "nsubj", "nsubjpass", "compound")
_SAME: Final = frozenset({"conj", "xcomp", "pcomp", "prep", "advcl"})
"""The arcs through which one doing goes on, so that its time holds."""
