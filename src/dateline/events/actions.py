"""Who did what to whom, where and when: from triggers to events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from dateline.events import (
    barred,
    certainty,
    clauses,
    force,
    lexicon,
    outlook,
    participants,
    places,
    pronouns,
    telling,
    triggers,
    victims,
)
from dateline.events.context import Context
from dateline.events.dating import Calendar
from dateline.events.draft import Trigger
from dateline.events.frames import belongs
from dateline.events.lexicon import Lexicon
from dateline.events.telling import Telling
from dateline.events.trace import Outcome, Trace
from dateline.languages import anonymity
from dateline.record import Count, Event
from dateline.syntax import Token


def find(context: Context, language: str, trace: Trace | None = None) -> tuple[Event, ...]:
    """Return the events that a text tells of, in order of their first words.

    Args:
        context: the text, and what was read of it before.
        language: whose words to use.
        trace: takes notes of what was tried, if it is given.

    Raises:
        DatelineError: if Dateline has no words for events in the language.
    """
    words = lexicon.load(language)
    found = _tellings(context, words, language, trace)

    def broader(kind: str, mode: str | None) -> str | None:
        return words.types[kind].modes[mode].broader if mode else None

    events = telling.joined(list(found), broader)
    events.sort(key=lambda event: (event.evidence[0], event.trigger))
    return tuple(replace(event, id=f"v{place + 1}") for place, event in enumerate(events))


def _tellings(
    context: Context, words: Lexicon, language: str, trace: Trace | None
) -> Iterator[Telling]:
    calendar = Calendar(context, words)
    heads: set[int] = set()
    for trigger in triggers.find(context, words, trace):
        made = _event(context, words, calendar, trigger)
        kept = anonymity.begins(context.text, trigger.head.span.start, language)
        reason = "it keeps a name back" if kept else ""
        reason = (
            reason or _vague(context, words, trigger) or _lacking(context, words, trigger, made)
        )
        if trace:
            outcome: Outcome = "failed" if reason else "found"
            trace.note(trigger.span, f"event {made.type}", outcome, reason or _told(context, made))
        if reason:
            continue
        heads.add(trigger.head.index)
        yield _telling(context, words, trigger, made)


def _event(context: Context, words: Lexicon, calendar: Calendar, trigger: Trigger) -> Event:
    doer = participants.who(context, words, trigger)
    befallen = participants.whom(context, words, trigger, doer)
    place = places.where(context, words, trigger)
    befallen, place = places.apart(context, words, trigger, befallen, place)
    time = calendar.of(trigger)
    sure, hedges = certainty.of(context, words, trigger)
    return Event(
        id="",
        type=trigger.frame.type,
        trigger=trigger.span,
        who=doer,
        whom=befallen,
        where=tuple(one for one in place if one not in doer),
        when=time.id if time else None,
        reality=outlook.of(context, words, trigger),
        said_in=context.said_in(trigger.span),
        rule=trigger.rule,
        mode=trigger.frame.mode,
        instrument=participants.tools(context, words, trigger),
        victims=tuple(_counts(context, words, trigger)),
        evidence=(trigger.span,),
        certainty=sure,
        certainty_words=hedges,
    )


def _counts(context: Context, words: Lexicon, trigger: Trigger) -> Iterator[Count]:
    """Yield the people counted, by the trigger or by what is said of its outcome."""
    if trigger.head.pos in clauses.VERBAL:
        yield from victims.count(context, words, trigger.head)
        return
    for verb in _outcomes(context, trigger.base):
        yield from victims.count(context, words, verb)


def _outcomes(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the verbs that tell what a noun's event did: "the blast, which killed six"."""
    above = context.syntax.parent(noun)
    if noun.dep == "nsubj" and above.pos == "VERB":
        yield above
    yield from context.syntax.children(noun, "relcl", "acl")
    if (
        noun.dep == "pobj"
        and context.syntax.parent(above).pos == "VERB"
        and above.text.lower() in ("in", "by", "during", "from")
    ):
        yield context.syntax.parent(above)


def _lacking(context: Context, words: Lexicon, trigger: Trigger, event: Event) -> str:
    """Return why a trigger makes no event; empty if it makes one."""
    acting = bool(event.who) or (
        _is_told(context, trigger.head) and any(_acts(context, words, one) for one in trigger.who)
    )
    passive = bool(event.whom) and trigger.rule == "verb" and not trigger.who
    if getattr(trigger.frame, "owned", False):  # "a mission to support them" is nobody's deed
        passive = passive and clauses.is_passive(context, trigger.head)
    if getattr(trigger.frame, "weak", False) and not acting and not passive:
        who = trigger.who[0].text if trigger.who else None
        return f"who: {who!r} names nobody" if who else "who: nobody is found who does it"
    told = (event.who, event.whom, event.where, event.victims, event.when)
    if trigger.rule != "verb":
        reason = "" if any(told) else "nobody, no place and no time is found with it"
        reason = reason or force.lacking(context, words, trigger, event)
        if reason:
            return f"a noun, and {reason}"
    named = [context.entities[one].name.lower() for one in (*event.who, *event.whom)]
    generic = all(name in words.words.generic for name in named)
    if named and (generic or _is_generic(context, words, trigger, event)):
        return f"{named[0]!r} is nobody in particular"
    if named or event.victims or (acting and event.rule != "noun"):
        return ""
    if (event.where or event.when) and (trigger.whom or trigger.who or trigger.rule != "verb"):
        return ""
    return "neither who nor whom is found"


def _is_generic(context: Context, words: Lexicon, trigger: Trigger, event: Event) -> bool:
    """Tell whether a deed is told of in general: "the election of a mayor", "helps firms hire"."""
    told = event.who or event.where or event.when or event.victims or not event.whom
    if told or event.type not in words.words.routine:
        return False
    bare = trigger.head.tag == "VB" and event.reality == "actual"
    if trigger.rule != "noun" and not bare:
        return False
    return all(_is_anyone(context, words, one) for one in trigger.whom)


def _is_anyone(context: Context, words: Lexicon, token: Token) -> bool:
    """Tell whether a noun is for anyone of its kind: "a mayor", "firms"."""
    if token.pos != "NOUN" or _has_name(context, token):
        return False
    kids = context.syntax.children(token, "det", "poss", "nummod")
    return all(kid.text.lower() in words.spoken.anyone for kid in kids)


def _has_name(context: Context, token: Token) -> bool:
    """Tell whether a noun is of somebody who is named somewhere."""
    return any(
        mention.form == "name"
        for one in context.headed[token.index]
        for mention in context.entities[one].mentions
    )


def _is_told(context: Context, verb: Token) -> bool:
    """Tell whether a verb is the finite one of a clause, not a gerund that leaves things open."""
    return verb.tag != "VBG" or bool(context.syntax.children(verb, "aux"))


def _vague(context: Context, words: Lexicon, trigger: Trigger) -> str:
    """Return why what a trigger tells of is a kind of deed, not one; empty if it is one."""
    if _is_open(context, words, trigger) or barred.is_kept_off(context, words, trigger):
        return "a gerund that nobody does"
    if _is_title(context, trigger.head):
        return "part of a name"
    if any(
        kid.text.lower() in words.words.whichever
        for one in trigger.who
        for kid in context.syntax.children(one, "det")
    ):
        return "nobody in particular does it"
    if trigger.rule != "verb" and any(
        kid.text.lower() in words.words.general
        for kid in context.syntax.children(trigger.base, "det", "amod")
    ):
        return "every one of its kind"
    verb = trigger.carrier or trigger.head
    if _is_kind(context, words, verb) or _is_rule(context, words, trigger):
        return "a habit, a rule, or what a kind of people do"
    habit = any(
        (time := context.timed[kid.index]) is not None and time.type == "SET"
        for kid in context.syntax.children(verb, "npadvmod")
    )
    return "a habit" if habit and verb.tag in ("VBP", "VBZ") else ""


def _is_kind(context: Context, words: Lexicon, verb: Token) -> bool:
    """Tell whether the present tells of a habit: "they often meet", "people who sell drugs"."""
    kids = context.syntax.children(verb, "advmod")
    helpers = {kid.text.lower() for kid in context.syntax.children(verb, "aux", "auxpass")}
    often = any(kid.text.lower() in words.words.habitual for kid in kids)
    bare = verb.tag == "VB" and verb.dep == "conj"  # "who share or invest"
    if helpers or not (bare or verb.tag in ("VBP", "VBZ")):
        return often and bool(helpers) and helpers <= words.reality.would
    if often:
        return True
    first = verb
    while first.dep == "conj":
        first = context.syntax.parent(first)
    noun = context.syntax.parent(first)
    if first.dep != "relcl" or (bare and context.syntax.children(first, "aux")):
        return False
    before = {kid.text.lower() for kid in context.syntax.children(noun, "det")}
    if before & words.words.general:  # "every voter who asks for one"
        return True
    if noun.tag not in ("NNS", "NNPS"):
        return False
    return not any(
        kid.dep == "det" and kid.text.lower() != "a" for kid in context.syntax.children(noun)
    )


def _is_rule(context: Context, words: Lexicon, trigger: Trigger) -> bool:
    """Tell whether the present tells of what is done again and again: "offenders are sent there".

    A headline tells in the present what was done once; and what one says now, one supports or
    demands now.
    """
    verb = first = trigger.carrier or trigger.head
    helpers = context.syntax.children(verb, "aux", "auxpass")
    while not helpers and first.dep == "conj" and verb.tag == "VBN":  # "are beaten and robbed"
        first = context.syntax.parent(first)
        helpers = context.syntax.children(first, "aux", "auxpass")
    if any(kid.text.lower() in words.words.enacting for kid in helpers):
        return True
    kind = words.types[trigger.frame.type]
    usual = not words.words.usual.isdisjoint((trigger.frame.type, kind.broader or ""))
    if not usual and not getattr(trigger.frame, "usual", False):
        return False
    helping = [kid.text.lower() for kid in helpers]
    present = verb.tag in ("VBP", "VBZ") and not helpers
    present |= verb.tag == "VB" and helping in (["do"], ["does"])  # "does not sell houses"
    passive = verb.tag == "VBN" and helping in (["is"], ["are"])
    if not present and not passive:
        return False
    last = context.tokens[context.sentence(verb).last - 1]
    return verb.sentence > 0 and last.text in (".", "?", "!", "”", '"', "''", "’")


def _is_title(context: Context, head: Token) -> bool:
    """Tell whether a word belongs to a name, or is written as one: "Meet the Press"."""
    if head.text.isupper() and len(head.text) > 3:
        near = context.tokens[max(0, head.index - 2) : head.index + 3]
        shouted = [one for one in near if one.text.isalpha() and one.text.isupper()]
        return len(shouted) < 3
    first = context.sentence(head).first == head.index
    own = context.named[head.index]
    if first or own is None or not head.text[:1].isupper():
        return False
    return any(
        mention.form == "name" and mention.span.start <= head.span.start < mention.span.end
        for mention in context.entities[own].mentions
    )


def _is_open(context: Context, words: Lexicon, trigger: Trigger) -> bool:
    """Tell whether a gerund is nobody's: "attacking him would help them"."""
    head = trigger.head
    if trigger.rule != "verb" or head.tag != "VBG" or context.syntax.children(head, "aux"):
        return False
    at = head
    while at.dep == "conj":
        at = context.syntax.parent(at)
    if at.dep == "pcomp":
        word = context.syntax.parent(at)
        above = context.syntax.parent(word)
        listed = word.text.lower() in words.words.listing
        return listed or not trigger.who or above.lemma.lower() in words.words.wont
    return at.dep in _OPEN and not trigger.who


_OPEN: Final = ("csubj", "csubjpass", "pobj", "attr", "nsubj", "dobj", "ccomp")


def _acts(context: Context, words: Lexicon, token: Token) -> bool:
    """Tell whether a noun that names nobody still says who did it: "the union"."""
    if token.pos == "PRON" and any(
        pronouns.is_doubtful(context, words, token, one) for one in context.headed[token.index]
    ):
        return True  # somebody does, though it is not known who
    if token.pos not in ("NOUN", "PROPN", "NUM") or token.lemma.lower() in words.words.generic:
        return False
    plural = token.tag == "NNPS"  # "Bosnian Serbs"
    return plural or belongs(context, token, words.classes["agents"], words, numbers=False)


def _told(context: Context, event: Event) -> str:
    """Return what was found, in a few words."""
    ends = (("who", event.who), ("whom", event.whom), ("where", event.where))
    parts = [
        f"{name} {', '.join(context.entities[i].name for i in ids)}" for name, ids in ends if ids
    ]
    return "; ".join([*parts, event.reality])


def _telling(context: Context, words: Lexicon, trigger: Trigger, event: Event) -> Telling:
    time = (
        next((one for one in context.times if one.id == event.when), None) if event.when else None
    )
    return Telling(
        event=event,
        again=_points_back(context, words, trigger),
        apart=_is_apart(context, words, trigger),
        verb=trigger.head.lemma.lower() if trigger.rule == "verb" else "",
        cause=_cause(context, words, trigger),
        at=trigger.head.index,
        sentence=trigger.head.sentence,
        date=time.value if time else None,
        unnamed=not event.who and any(_is_certain_one(context, words, one) for one in trigger.who),
    )


def _is_certain_one(context: Context, words: Lexicon, token: Token) -> bool:
    """Tell whether a doer without a name is yet someone certain: "the army", and not "gunmen"."""
    kids = context.syntax.children(token, "det", "poss")
    known = any(kid.dep == "poss" or kid.text.lower() in words.words.definite for kid in kids)
    return known and _acts(context, words, token)


def _points_back(context: Context, words: Lexicon, trigger: Trigger) -> bool:
    """Tell whether a noun is of an event told before: "the attack", and not "the second one"."""
    if trigger.rule == "verb":
        return False
    kids = context.syntax.children(trigger.base, "det", "amod")
    said = {kid.text.lower() for kid in kids}
    return bool(said & words.words.definite) and not said & words.words.another


def _is_apart(context: Context, words: Lexicon, trigger: Trigger) -> bool:
    """Tell whether a noun is not of an event told before: "another attack", "attacks"."""
    kids = context.syntax.children(trigger.base, "det", "amod", "nummod")
    other = any(kid.text.lower() in words.words.another for kid in kids)
    return trigger.rule != "verb" and (other or trigger.base.tag in ("NNS", "NNPS"))


def _cause(context: Context, words: Lexicon, trigger: Trigger) -> int | None:
    """Return the word of another event that this one is the outcome of, or happened in.

    "The blast killed six", "killed in an attack", "attacked the post, killing six".
    """
    if trigger.rule == "light" and trigger.carrier is not None:
        return trigger.carrier.index
    if trigger.rule != "verb":
        return None
    for token in trigger.who:
        if token.pos == "NOUN":
            return token.index
    below = clauses.after(context, trigger.head)
    for word in ("in", "by", "during"):
        for token in below.get(word, ()):
            if token.pos == "NOUN":
                return token.index
    head, above = trigger.head, context.syntax.parent(trigger.head)
    if head.dep == "advcl" and head.tag == "VBG" and above.pos == "VERB":
        return above.index
    harm = (victims.toll(words, head), victims.toll(words, above))
    return above.index if head.dep == "conj" and all(harm) else None
