"""The shapes of `actions.toml`: classes of ends, frames of verbs and nouns, and words of doubt."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record import EntityKind

Words = frozenset[str]


class Class(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of nouns: kinds of entity, words by lemma, and other classes that belong to it.

    Attributes:
        numbers: whether a bare number ("killed 12") belongs to it.
        people: whether every noun for a person belongs to it.
    """

    kinds: frozenset[EntityKind] = frozenset()
    words: Words = frozenset()
    classes: tuple[str, ...] = ()
    numbers: bool = False
    people: bool = False


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frame of verbs that tell of one kind of event.

    Attributes:
        words: lemmas; words after a space must depend on the verb: "blow up", "take hostage".
        subject: classes, of which the doer must be of one; with `or_none` it may be missing.
        never: classes that the doer must not be of ("the law bars them").
        object: classes, of which what it is done to must be of one.
        without: classes that what it is done to must not be of.
        unlike: words that must not stand before what it is done to: "held a news conference".
        after: prepositions, one of which must follow.
        then: classes, of which what stands after such a preposition must be of one.
        clause: whether a clause must depend on it ("agreed to go").
        infinitive: whether an infinitive must depend on it ("told him to go").
        attributive: whether its participle before a noun tells of it, too ("the kidnapped boy").
        passive: whether it must be passive, or must not be; `None` if both are right.
        whom: where to look for whom it befalls: prepositions, `object`, `told` (an object that is
            there: not "the port that they promised to ignore"), `subject`, `dative`,
            `clause` (the subject of the clause below it), `inner` (what befalls someone there),
            `toward` (to or with whom something is done there), `purpose` (what befalls someone
            by what it is done for), `condition` (who is told "unless they").
        where: prepositions that lead to where it goes, and `object`.
        tool: whether its object is what it is done with ("fired a rocket").
        bare: whether nothing may be its object.
        figures: prepositions and particles with which it is something else ("rally behind
            her", "fired her up").
        aimed: whether whom it befalls must be there.
        transitive: whether it must have an object, or be passive.
        alone: whether nothing more may be told of its object ("left the town to die").
        direct: whether it befalls only what is named, and nobody whose thing that is.
        owned: whether, of a thing, it befalls only whoever it is of, or made it: "criticized his
            plan", "the plan by them", and not "the port deal".
        weak: whether who does it must be an entity for it to count.
        coming: whether the present tells what is to come: "they vote on Tuesday", "is retiring".
        joint: whether more than one must do it: "the ministers met".
        onward: whether it must be sent on to somebody or somewhere, and not to its object:
            "sent troops", and not "sent them a letter".
        particles: particles with which it has another sense ("freed up money").
        singly: whether many who are not known one by one do not do it ("most voters back her").
        own: whether the clause below must be of what the doer will do ("agreed that he would").
        others: whether what is the doer's own does not count ("financed his own campaign").
        usual: whether the plain present tells what is done again and again ("offers loans").
    """

    type: str
    words: tuple[str, ...]
    mode: str | None = None
    subject: tuple[str, ...] = ()
    or_none: bool = True
    never: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unlike: Words = frozenset()
    after: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    clause: bool = False
    infinitive: bool = False
    attributive: bool = False
    passive: bool | None = None
    whom: tuple[str, ...] = ("object",)
    where: tuple[str, ...] = ()
    tool: bool = False
    bare: bool = False
    figures: Words = frozenset()
    aimed: bool = False
    transitive: bool = False
    alone: bool = False
    direct: bool = False
    owned: bool = False
    weak: bool = False
    coming: bool = False
    joint: bool = False
    onward: bool = False
    particles: Words = frozenset()
    singly: bool = False
    own: bool = False
    others: bool = False
    usual: bool = False


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frame of nouns that tell of one kind of event.

    Attributes:
        words: lemmas; words before it in one string must stand before it: "hunger strike".
        who, whom: where to look: `poss`, `compound`, prepositions, of which the first that are
            there count.
        subject, object: classes, of which who does it, and whom it befalls, must be of one if
            they are there.
        without: words that must not stand before it ("heart" attack).
        beside: words of which one must stand before it ("verbal" attack); none if any may.
        verbs: the only verbs that may carry it; none if any may.
        figures: prepositions after which it is a figure of speech ("a flood of letters").
        both: whether both who does it and whom it befalls must be there, and no light verb.
        bound: whether one of them must be; `done` whether the former, `aimed` the latter must.
        named: classes, of one of which a name right before it must be to be that of who does
            it: "a Harvard inquiry".
        suffered: whether a land named right before it is what it befalls where nothing more says
            what: "the Norland invasion", not "the Norland invasion of Lurania".
        plural, singular: whether it must be in the plural, or must not be.
        gained: whether who "won" it is whom it befalls, and who does it stands after "of".
        shown: whether it is one of words as well, and needs a sign of force where people do it,
            or where it befalls people.
        placed: whether it needs a place, someone or something with it, and not a time alone.
        doer: whether it names who does it: "her killer".
        owned: whether, of a thing, it befalls only whoever it is of, or made it.
        light: whether it is an event only with a light verb ("imposed a curfew").
        past: whether it must be told as over ("in the vote he fell short"), as its noun may be
            but a day to come: `always`, or where it is `unnamed` whom it befalls.
        direct: whether it befalls only what is named, and nobody whose thing that is.
        where: prepositions that lead to where it goes.
    """

    type: str
    words: tuple[str, ...]
    mode: str | None = None
    who: tuple[str, ...] = ("by", "poss")
    whom: tuple[str, ...] = ("against", "on", "upon", "of", "at")
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    without: Words = frozenset()
    beside: Words = frozenset()
    verbs: Words = frozenset()
    figures: Words = frozenset()
    both: bool = False
    bound: bool = False
    done: bool = False
    aimed: bool = False
    named: tuple[str, ...] = ()
    suffered: bool = False
    plural: bool = False
    singular: bool = False
    shown: bool = False
    placed: bool = False
    gained: bool = False
    doer: bool = False
    owned: bool = False
    light: bool = False
    past: Literal["always", "unnamed"] | None = None
    direct: bool = False
    where: tuple[str, ...] = ()


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """What is announced is agreed, threatened, demanded or refused: "said it will withdraw".

    Attributes:
        verbs: verbs that announce.
        will: auxiliaries of what one will do.
        must: auxiliaries of what others must do.
        themselves: pronouns of who must do something by themselves, asked by nobody.
        anyone: what stands before who is nobody in particular: "a president must be patient".
        hostile: verbs of what is threatened rather than promised.
        granting: verbs that, denied, refuse: "will not accept".
        attitudes: verbs of how one takes a thing, which promise nothing: "would welcome".
        first: pronouns of who speaks.
        promise, threat, demand, refusal: the kinds of event that such an announcement is.
        cooperation, conflict: kinds above those of what is promised, and of what is threatened.
    """

    verbs: Words
    will: Words
    must: Words
    themselves: Words
    anyone: Words
    hostile: Words
    granting: Words
    attitudes: Words
    first: Words
    promise: str
    threat: str
    demand: str
    refusal: str
    cooperation: Words
    conflict: Words


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Words that lead from one to another.

    Attributes:
        light: verbs that lend a noun's event their subject: "carried out an attack".
        suffering: verbs whose subject the noun's event befalls: "survived an attack".
        owning: verbs whose subject did what their object names: "claimed the attack".
        announcing: verbs whose subject does what they announce: "announced the formation of".
        including: verbs that make their object part of their subject.
        parts: nouns that stand before "of" for what follows: "one of", "group of".
        sweeping: what stands before a noun for more than are known one by one: "many".
        mostly: adverbs of what more do than not: "farmers largely back her".
        single: those of them that stand for one alone.
        making: verbs whose doer a thing is of: "a plan drafted by them".
        causers: verbs whose subject has done what their object does: "sent men to attack".
        carriers: nouns that an event's noun may stand before: "bombing campaign".
        tools: prepositions before what something is done with; `using` verbs that do the same.
        instruments: nouns for what it is done with.
        apart: prepositions of time that tell when something else was: "since", "before".
        during: prepositions before what is over if the clause is told in the past: "in".
        elsewhen: words before what was not done when the words around it say: "after", "about".
        where: prepositions of place.
        distant: kinds of event that need not be where that is which they befall: "condemned the
            attack in".
        there: adverbs that stand for the place named last.
        every: what stands before a noun for many of a kind: "all tourists".
        together: pronouns and numbers for more than one.
        personal: pronouns for people.
        sexes: for each sex the pronouns that tell it.
        definite: what stands before a noun that points back.
        happening: verbs whose time is that of their subject or object: "the attack began".
        dying: verbs whose subject is a victim.
        leaving: verbs that "left 12 dead".
        called: participles before a name.
        manner: prepositions before a deed of the doer's: "won fame with an attack".
        generic: pronouns and nouns that name nobody.
        gaining: verbs whose subject gets what someone else gives: "won the praise of".
        wont: adjectives and verbs before what is done again and again: "used to".
        punishing: verbs whose object, or whose subject where it has none, did what follows one of
            the prepositions `penal`, or follows it after one of the nouns `penalties`: "sentenced
            to death for the murder of", "serves a term on a charge of theft".
        waging: verbs that carry deeds of force alone: "carried out", "plotted".
        forceful: words before a deed that say that it was one of force: "armed".
        seizing: those of `punishing` that say nothing of what one was seized "in".
        topical: prepositions before a thing whose year is not that of what is done about it.
        listing: words before examples, which nobody need have done: "issues like closing it".
        whichever: what stands before a noun that is nobody in particular.
        another: adjectives of a noun that does not point back.
        naming: verbs that carry a deed only if it is not known yet: "called a strike".
        missions: nouns for what a state has in another.
        habitual: adverbs of what is done again and again.
        enacting: auxiliaries of laws: "no state shall".
        routine: kinds of event that are told of in general, too: "the election of a mayor".
        usual: kinds of event, and kinds above them, that the present tells of as habits.
        circles: nouns for people and bodies that a person has, but that act by themselves.
        general: what stands before a noun that tells of no single event: "every election".
        reflexive: pronouns for who does something to themselves.
        undoing: particles that turn a light verb around: "called off the strike".
    """

    light: Words
    suffering: Words
    owning: Words
    announcing: Words
    including: Words
    parts: Words
    single: Words
    making: Words
    sweeping: Words
    mostly: Words
    causers: Words
    carriers: Words
    tools: Words
    using: Words
    instruments: Words
    apart: Words
    during: Words
    elsewhen: Words
    where: Words
    distant: Words
    there: Words
    every: Words
    together: Words
    personal: Words
    sexes: dict[str, Words]
    definite: Words
    happening: Words
    dying: Words
    leaving: Words
    called: Words
    undoing: Words
    manner: Words
    generic: Words
    naming: Words
    missions: Words
    habitual: Words
    enacting: Words
    routine: Words
    usual: Words
    circles: Words
    general: Words
    reflexive: Words
    gaining: Words
    wont: Words
    punishing: Words
    penalties: Words
    penal: Words
    waging: Words
    forceful: Words
    seizing: Words
    listing: Words
    topical: Words
    whichever: Words
    another: Words


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """The nouns of `roles.toml` for what a person is, and for many together."""

    persons: Words
    collectives: Words
