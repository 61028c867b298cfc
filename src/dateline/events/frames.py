"""What stands around a verb, and whether that is what a frame asks for.

What makes a verb tell of one kind of event and not of another is what stands beside it: "fired a
minister", "fired a rocket". Each frame of the lexicon says what it asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.events import clauses, parties, voice
from dateline.events.context import Context
from dateline.events.entries import Class, Verb
from dateline.events.lexicon import Lexicon
from dateline.syntax import Token


class Clause:
    """What stands around a verb, found once for all of its frames."""

    def __init__(self, context: Context, lexicon: Lexicon, verb: Token) -> None:
        self.context, self.lexicon, self.verb = context, lexicon, verb
        self.passive = voice.is_passive(context, verb)
        proposed = self._is_proposed()
        self.subject = () if proposed else self._spoken_by(clauses.doers(context, verb))
        self.masters = clauses.masters(context, verb, lexicon.words.causers)
        self.object = clauses.objects(context, verb)
        self.after = clauses.after(context, verb)
        for below in context.syntax.children(verb, "advcl"):
            for word in context.syntax.children(below, "mark", "advmod"):
                self.after.setdefault(word.text.lower(), []).append(below)

    def _is_proposed(self) -> bool:
        """Tell whether others than who is told of are to do it: "he urged jailing them"."""
        kids = self.context.syntax.children(self.verb, *clauses.SUBJECT)
        if self.verb.tag != "VBG" or self.verb.dep not in ("xcomp", "ccomp", "pcomp") or kids:
            return False
        above = self.context.syntax.parent(self.verb)
        if self.verb.dep == "pcomp":
            above = self.context.syntax.parent(above)
        return above.lemma.lower() in self.lexicon.reality.proposing

    def _spoken_by(self, found: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return who speaks through a text: of "issued a statement demanding" who issued it."""
        voices = self.lexicon.classes.get("voices")
        if len(found) == 1 and found[0].lemma.lower() in self.lexicon.words.instruments:
            return self._wielded(found)
        if len(found) != 1 or voices is None or found[0].lemma.lower() not in voices.words:
            return found
        owner = self.context.syntax.children(found[0], "poss")
        if owner:
            return owner
        above = self.context.syntax.parent(found[0])
        if found[0].dep == "dobj" and above.pos in clauses.VERBAL:
            return clauses.doers(self.context, above) or found
        return tuple(clauses.after(self.context, found[0]).get("by", ())) or found

    def _wielded(self, found: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return who used what did it: of "he fired the shots that killed her" him."""
        above = self.context.syntax.parent(found[0])
        if found[0].dep != "dobj" or above.lemma.lower() not in self.lexicon.words.using:
            return found
        return clauses.doers(self.context, above) or found

    def misfit(self, frame: Verb) -> str:
        """Return why the clause does not fit a frame; empty if it does."""
        if self.verb.dep == "amod" and not frame.attributive:
            return "it only describes a noun"
        if frame.passive is not None and frame.passive != self.passive:
            return "passive" if self.passive else "not passive"
        misfit = self._misdone(frame) if self.subject else ""
        if misfit:
            return misfit
        if not self.subject and frame.subject and not frame.or_none:
            return "no subject found"
        return self._unlike(frame) or self._parted(frame) or self._bare(frame)

    def _misdone(self, frame: Verb) -> str:
        """Return why the subject is none that a frame asks for; empty if it is."""
        shown = f"its subject {self.subject[0].text!r}"
        if frame.subject and not self._are(self.subject, frame.subject):
            return f"{shown} is none of " + ", ".join(frame.subject)
        if frame.never and self._are(self.subject[:1], frame.never):
            return f"{shown} is one of " + ", ".join(frame.never)
        crowd = frame.singly and parties.is_crowd(
            self.context, self.lexicon, self.verb, self.subject
        )
        return f"{shown} is nobody in particular" if crowd else ""

    def _unlike(self, frame: Verb) -> str:
        more = self.context.syntax.children(self.verb, "oprd", "prt")
        state = self.context.syntax.children(self.verb, "acomp")  # "pleaded guilty"
        if frame.bare and (self.object or more or state):
            return "it has an object"
        particles = {one.text.lower() for one in more}
        figures = (*self.after, *particles)
        if not (frame.figures.isdisjoint(figures) and frame.particles.isdisjoint(particles)):
            return "a figure of speech"
        if frame.transitive and not (self.object or self.passive):
            return "it has no object"
        if frame.alone and (more or self.context.syntax.children(self.verb, "xcomp", "ccomp")):
            return "more is told of its object"
        return self._unfit(frame)

    def _parted(self, frame: Verb) -> str:
        """Return why those who have a part in it are not as a frame asks; empty if they are."""
        if frame.joint and not self._are_many():
            return "it takes more than one"
        return "something is sent to its object" if frame.onward and self._gives() else ""

    def _are_many(self) -> bool:
        """Tell whether more than one does it: "X and Y", "the ministers", "they"."""
        found = [one for head in self.subject for one in clauses.conjuncts(self.context, head)]
        together = self.lexicon.words.together
        return len(found) > 1 or any(
            one.tag in ("NNS", "NNPS") or one.text.lower() in together for one in found
        )

    def _gives(self) -> bool:
        """Tell whether its object gets something: "sent us letters", "a note she sent him"."""
        kids = self.context.syntax.children(self.verb, "dobj", "dative")
        if len([one for one in kids if one.pos != "ADP"]) > 1:
            return True
        thing = self.context.syntax.parent(self.verb)
        told = self.verb.dep == "relcl" and bool(kids) and not self.passive
        own = self.context.syntax.children(self.verb, "nsubj")
        return told and any(one.tag != "WDT" for one in own) and not self._are([thing], ("agents",))

    def _unfit(self, frame: Verb) -> str:
        """Return why the object is none that a frame asks for; empty if it is."""
        if frame.object and any(
            one.text.lower() in self.lexicon.words.reflexive for one in self.object
        ):
            return "it is done to oneself"
        if frame.object and not self._are(self.object, frame.object):
            shown = repr(self.object[0].text) if self.object else "nothing"
            return f"its object, {shown}, is none of " + ", ".join(frame.object)
        if frame.unlike and any(
            kid.text.lower() in frame.unlike
            for one in self.object
            for kid in self.context.syntax.children(one, "compound", "nmod", "amod")
        ):
            return "its object is of another kind"
        if frame.without and self._are(self._wholes(), frame.without, numbers=False):
            return f"its object {self.object[0].text!r} is one of " + ", ".join(frame.without)
        if frame.others and parties.is_own(self.context, self.verb, self.subject, self.object):
            return "it is the doer's own"
        return ""

    def _wholes(self) -> list[Token]:
        """Return the object, and what it is a part of: of "a poll of voters released" the poll."""
        found = list(self.object)
        for one in self.object if self.verb.tag == "VBN" else ():
            word = self.context.syntax.parent(one)
            if one.dep == "pobj" and word.dep == "prep":
                found.append(self.context.syntax.parent(word))
        return found

    def _bare(self, frame: Verb) -> str:
        if frame.own and not parties.is_bound(self.context, self.verb, self.subject):
            return "the clause below is not of what its doer will do"
        if frame.clause and not self._bids():
            return "no clause below it that tells of a deed to come"
        if frame.infinitive and not self._told_to():
            return "no infinitive below it"
        found = [one for word in frame.after for one in self.after.get(word, ())]
        if frame.after and not found and "object" not in frame.where:
            return "without " + ", ".join(frame.after)
        if frame.then:
            others = self.context.syntax.children(self.verb, "attr", "oprd", "xcomp", "ccomp")
            if not self._are(found or others, frame.then):
                return "nothing after it is one of " + ", ".join(frame.then)
        return ""

    def _told_to(self) -> bool:
        below = self.context.syntax.children(self.verb, "xcomp", "ccomp", "advcl")
        after = (one for one in below if one.index > self.verb.index)
        return any(self._has_to(one) and not self._asks(one) for one in after)

    def _has_to(self, verb: Token) -> bool:
        return any(kid.tag == "TO" for kid in self.context.syntax.children(verb, "aux"))

    def _terms(self) -> list[Token]:
        """Return who is to do or to leave something: "unless they withdraw"."""
        syntax = self.context.syntax
        found: list[Token] = []
        inner = syntax.children(self.verb, "xcomp", "ccomp")
        for verb in (self.verb, *inner):
            for below in syntax.children(verb, "advcl"):
                marks = {kid.text.lower() for kid in syntax.children(below, "mark")}
                if marks & self.lexicon.reality.conditions:
                    found += syntax.children(below, "nsubj")
        return found

    def _bids(self) -> bool:
        """Tell whether a clause below the verb tells of a deed to come: "to go", "should go"."""
        syntax = self.context.syntax
        if any(not self._asks(kid) for kid in syntax.children(self.verb, "xcomp")):
            return True
        return any(
            (
                kid.tag in ("VB", "VBN")
                and any(
                    a.tag in ("MD", "TO") and a.lemma != "should"
                    for a in syntax.children(kid, "aux")
                )
            )
            or (kid.tag == "VB" and not syntax.children(kid, "aux"))
            for kid in syntax.children(self.verb, "ccomp", "advcl")
            if not self._asks(kid)
        )

    def _asks(self, verb: Token) -> bool:
        """Tell whether a clause is a question: "asked them, 'Can she stay?'", "asked how"."""
        kids = self.context.syntax.children
        between = range(self.verb.index, verb.index)
        first = [kid for kid in kids(verb) if kid.index in between]
        if any(one.tag in _ASKING for kid in first for one in (kid, *kids(kid))):
            return True
        subject = kids(verb, "nsubj", "nsubjpass")
        turned = bool(subject) and any(
            a.tag == "MD" and a.index < subject[0].index for a in kids(verb, "aux")
        )
        conditions = self.lexicon.reality.conditions
        return turned or any(kid.text.lower() in conditions for kid in kids(verb, "mark"))

    def _are(self, tokens: Sequence[Token], names: Sequence[str], *, numbers: bool = True) -> bool:
        """Tell whether one of the words, or of those joined to them, is of one of the classes."""
        return of_classes(self.context, self.lexicon, tokens, names, numbers=numbers)

    def whom(self, frame: Verb) -> tuple[Token, ...]:
        """Return the heads of whom the verb befalls, by the first of the ways that leads there."""
        given = self._given()
        if given and "dative" in frame.whom:
            return given
        for way in frame.whom:
            found = self._way(way, direct=frame.direct)
            if found:
                return tuple(found)
        return ()

    def _given(self) -> tuple[Token, ...]:
        """Return who is given something, in the passive: "she was offered a place at a school"."""
        kids = self.context.syntax.children
        if not self.passive or not kids(self.verb, "dobj"):
            return ()
        own = tuple(one for one in self.object if one.dep != "dobj")
        return own or clauses.subjects(self.context, self.verb)

    def _leads(self, token: Token) -> bool:
        """Tell whether "to" leads from a thing to where one goes with it: "a ticket to the fair".

        Only a person or a people is then who gets it.
        """
        entries = self.lexicon.classes.get("entries")
        if entries is None or not any(one.lemma.lower() in entries.words for one in self.object):
            return False
        kinds = {self.context.entities[one].kind for one in self.context.headed[token.index]}
        inside = self.context.named[token.index]
        kinds |= {self.context.entities[inside].kind} if inside is not None else set()
        people = {token.lemma.lower()} & self.lexicon.people
        return not kinds & {"person", "group"} and not people

    def _way(self, way: str, *, direct: bool) -> Sequence[Token]:
        if way == "object":
            return self.object
        if way == "told":
            own = self.context.syntax.children(self.verb, "dobj")
            return self.object if self.passive else own
        if way == "subject":
            return clauses.doers(self.context, self.verb)
        if way == "dative":
            return [
                one for one in self.context.syntax.children(self.verb, "dative") if one.pos != "ADP"
            ]
        if way in ("clause", "inner", "toward", "purpose", "condition"):
            return self._below(way, direct=direct)
        found = list(self.after.get(way, ()))
        for one in self.object:
            found += clauses.after(self.context, one).get(way, ())
        if not found and way == "against":  # "called up men for a war against them"
            nouns = [one for some in self.after.values() for one in some]
            found = [o for one in nouns for o in clauses.after(self.context, one).get(way, ())]
        return [one for one in found if not (way in ("to", "for") and self._leads(one))]

    def _below(self, way: str, *, direct: bool) -> Sequence[Token]:
        """Return whom a clause below the verb leads to."""
        below = self.context.syntax.children(self.verb, "ccomp", "xcomp")
        if way == "clause":
            return [token for one in below for token in self._asked(one)]
        if way == "condition":
            return self._terms()
        if way == "toward":
            return self._towards(below)
        aims = self.context.syntax.children(self.verb, "advcl") if way == "purpose" else ()
        ways = _TOWARDS[:3] if direct else _TOWARDS
        return self._inner([*below, *(one for one in aims if self._has_to(one))], ways)

    def _towards(self, below: Sequence[Token]) -> list[Token]:
        """Return to or with whom a clause below tells of a deed: "promised to pay it to them"."""
        found: list[Token] = []
        for verb in below:
            things = clauses.objects(self.context, verb)
            ends = clauses.after(self.context, verb)
            found += [one for one in ends.get("with", ()) if self._are([one], ("agents",))]
            if things:  # "to move the office to Rome" does nothing to Rome
                inner = [clauses.after(self.context, thing) for thing in things]
                to = [one for some in (ends, *inner) for one in some.get("to", ())]
                given = self._are(things, ("aid", "money"))
                found += [one for one in to if given or self._are([one], ("receivers",))]
        return found

    def _asked(self, verb: Token) -> tuple[Token, ...]:
        """Return who is to do what a clause says, and not to whom: "that he be freed by them"."""
        if clauses.is_passive(self.context, verb):
            return clauses.doers(self.context, verb)
        return self.context.syntax.children(verb, "nsubj")

    def _inner(self, below: Sequence[Token], ways: Sequence[str]) -> list[Token]:
        """Return whom the deed of a clause below befalls: "threatened to break with them"."""
        found: list[Token] = []
        for verb in below:
            things = clauses.objects(self.context, verb)
            ends = clauses.after(self.context, verb)
            for thing in things:
                for word, some in clauses.after(self.context, thing).items():
                    ends.setdefault(word, []).extend(some)
            towards = [one for word in ways for one in ends.get(word, ())]
            people = [t for t in things if self._are([t], ("agents",))]
            found += people or towards or list(things)
        return found


_TOWARDS: Final = ("against", "with", "to", "on", "for", "from")
"""Prepositions before whom a deed befalls, first those before hardly anybody else."""

_ASKING: Final = ("WRB", "WP", "WP$", "WDT")
"""Tags of the words at the head of a question."""


def of_classes(
    context: Context,
    lexicon: Lexicon,
    tokens: Sequence[Token],
    names: Sequence[str],
    *,
    numbers: bool = True,
) -> bool:
    """Tell whether one of the words, or of those joined to them, is of one of the classes."""
    return any(
        belongs(context, one, lexicon.classes[name], lexicon, numbers=numbers)
        for token in tokens
        for one in clauses.conjuncts(context, token)
        for name in names
    )


def _is_word_of(token: Token, known: Class, kinds: set[str]) -> bool:
    """Tell whether a word is one of a class's; a name of a person or ware is none: "Ida Crane"."""
    if token.pos == "PROPN" and kinds & {"person", "product"} and token.tag != "NNPS":
        return False
    low = token.text.lower()
    words = {token.lemma.lower(), low}
    if token.tag == "NNPS":  # "Democrats"
        words.add(low.removesuffix("s"))
    return not known.words.isdisjoint(words)


def belongs(
    context: Context, token: Token, known: Class, lexicon: Lexicon, *, numbers: bool = True
) -> bool:
    """Tell whether a word belongs to a class: by the entity that it heads, or by its lemma."""
    if token.pos == "NUM" and known.numbers and numbers:
        worth = any(kid.tag == "$" for kid in context.syntax.children(token))
        return not context.timed[token.index] and not (worth and "person" in known.kinds)
    kinds: set[str] = {context.entities[one].kind for one in context.headed[token.index]}
    if not kinds and token.pos == "PROPN" and context.named[token.index] is not None:
        kinds = {context.entities[str(context.named[token.index])].kind}
    if kinds & known.kinds or _is_word_of(token, known, kinds):
        return True
    if token.pos == "PRON" and not kinds:
        return token.text.lower() in lexicon.words.personal and "person" in known.kinds
    if token.lemma.lower() in lexicon.words.parts or token.pos == "NUM":
        inner = clauses.after(context, token).get("of", ())
        return any(belongs(context, one, known, lexicon) for one in inner if one is not token)
    return False
