"""Nouns that tell of an event, by themselves or with a light verb: "carried out an attack"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events import clauses, outlook, voice
from dateline.events.context import Context
from dateline.events.draft import Trigger, joined
from dateline.events.entries import Noun
from dateline.events.frames import of_classes
from dateline.events.lexicon import Lexicon
from dateline.events.trace import Trace
from dateline.span import Span
from dateline.syntax import Token


def trigger(
    context: Context, lexicon: Lexicon, token: Token, lemma: str, trace: Trace | None
) -> Trigger | None:
    """Return the trigger that a noun is, or `None` if it tells of no event where it stands."""
    reason, base = _standing(context, lexicon, token)
    for words, frame in lexicon.nouns[lemma] if not reason else ():
        if words and tuple(_left(context, token, len(words))) != words:
            continue
        reason = _unlike(context, token, frame)
        if reason:
            continue
        found = _nominal(context, lexicon, token, base, frame)
        if frame.light and found.rule == "noun" and not (found.who and found.whom):
            reason = "no verb makes an event of it"
            continue
        reason = _misfit(context, lexicon, found, frame) or _ahead(context, lexicon, found, frame)
        if reason:
            continue
        if trace:
            trace.note(token.span, f"noun {frame.type}", "passed", f"{lemma!r} tells of an event")
        return found
    if trace:
        trace.note(token.span, "noun", "failed", f"{lemma!r}: {reason or 'not with its words'}")
    return None


def _unlike(context: Context, token: Token, frame: Noun) -> str:
    """Return why a noun, as it stands, is not of the kind that a frame asks for."""
    before = _before(context, token)
    if before & frame.without:
        return f"stands after one of {', '.join(sorted(before & frame.without))}"
    if frame.beside and not before & frame.beside:
        return "none of its words stands before it"
    many = token.tag in ("NNS", "NNPS")
    if frame.plural and not many:
        return "not in the plural"
    if frame.singular and many:
        return "in the plural"
    figures = frame.figures & {*clauses.after(context, token)}
    return f"a figure of speech before {', '.join(sorted(figures))}" if figures else ""


def _misfit(context: Context, lexicon: Lexicon, found: Trigger, frame: Noun) -> str:
    """Return why what stands with a noun does not fit its frame; empty if it does."""
    told = bool(found.who) + bool(found.whom)
    if frame.bound and not told:
        return "it says neither who nor whom"
    if (frame.done and not found.who) or (frame.aimed and not found.whom):
        return "it does not say who" if frame.done else "it does not say whom"
    if frame.both and (told < 2 or found.rule != "noun"):
        return "it does not say whose it is, and against whom"
    for tokens, names in ((found.who, frame.subject), (found.whom, frame.object)):
        if names and tokens and not of_classes(context, lexicon, tokens, names):
            return f"{tokens[0].text!r} is none of " + ", ".join(names)
    return ""


def _ahead(context: Context, lexicon: Lexicon, found: Trigger, frame: Noun) -> str:
    """Return why a noun may be but a day to come; empty if it is told as over."""
    if found.rule == "light" or frame.past is None:
        return ""
    if found.base is not found.head:
        return f"only describes {found.base.text!r}"
    elected = [one for one in found.whom if context.timed[one.index] is None]
    if (frame.past == "unnamed" and elected) or outlook.is_past(context, lexicon, found.base):
        return ""
    return "it is not told as over"


def _standing(context: Context, lexicon: Lexicon, token: Token) -> tuple[str, Token]:
    """Return why a noun tells of no event where it stands, or nothing; and its base."""
    if token.pos == "PROPN" and context.named[token.index] is not None:
        return "part of a name", token
    above = context.syntax.parent(token)
    if token.dep == "acl" and token.tag == "VBG":
        return "", above
    if token.dep in ("compound", "nmod", "amod") and above.pos in ("NOUN", "PROPN"):
        if above.lemma.lower() in lexicon.words.carriers:
            return "", above
        return f"only describes {above.text!r}", token
    return "", token


def _before(context: Context, token: Token) -> frozenset[str]:
    kids = (one.text.lower() for one in context.syntax.children(token, "compound", "amod", "nmod"))
    return frozenset([*kids, *_left(context, token, 1)])


def _left(context: Context, token: Token, count: int) -> Iterator[str]:
    for one in context.tokens[max(0, token.index - count) : token.index]:
        yield one.lemma.lower() if one.pos == "NOUN" else one.text.lower()


def _nominal(context: Context, lexicon: Lexicon, token: Token, base: Token, frame: Noun) -> Trigger:
    """Return the trigger that a noun is, with the verb that carries it."""
    ends = clauses.after(context, base)
    if base is not token:
        for word, some in clauses.after(context, token).items():
            ends.setdefault(word, []).extend(some)
    who, whom = _parties(context, lexicon, base, ends, frame)
    carried = _carrier(context, lexicon, base, frame)
    if not who and carried is None and frame.who:
        who = _punished(context, lexicon, base)
    span = Span(min(token.span.start, base.span.start), max(token.span.end, base.span.end))
    if carried is None:
        return Trigger(
            head=token,
            base=base,
            carrier=None,
            frame=frame,
            span=span,
            rule="noun",
            who=who,
            whom=whom,
        )
    verb, rule = carried
    doers = clauses.doers(context, verb)
    doers = (*clauses.masters(context, verb, lexicon.words.causers), *doers)
    if rule == "suffered":
        whom = whom or doers
    else:
        who = who or doers
        whom = whom or _given(context, verb, frame)
    if rule == "light":
        span = joined(context, [token, base, verb], base)
    return Trigger(
        head=token,
        base=base,
        carrier=verb,
        frame=frame,
        span=span,
        rule="noun" if rule == "owned" else rule,
        who=who,
        whom=whom,
    )


def _carrier(
    context: Context, lexicon: Lexicon, base: Token, frame: Noun
) -> tuple[Token, str] | None:
    """Return the verb by which somebody does what a noun says, and how; `None` if there is none."""
    carried = _carried(context, lexicon, base) if frame.who and not frame.doer else None
    if carried is None:
        return None
    verb, rule = carried
    shared = verb.lemma != "have" or _is_shared(lexicon, frame)
    fits = not frame.verbs or verb.lemma.lower() in frame.verbs
    others = rule == "light" and _is_anothers(context, lexicon, base, verb)
    # and not "he had been in detention"
    within = rule == "owned" and base.dep == "pobj" and "poss" not in frame.who
    return carried if shared and fits and not (others or within) else None


def _is_anothers(context: Context, lexicon: Lexicon, base: Token, verb: Token) -> bool:
    """Tell whether a noun is told as somebody else's by a name: "announced the Crane request"."""
    names = [one for one in context.syntax.children(base, "compound", "nmod") if one.pos == "PROPN"]
    kinds = {context.entities[one].kind for name in names for one in context.headed[name.index]}
    told = verb.lemma.lower() in lexicon.words.announcing and "organisation" in kinds
    return told or "person" in kinds


def _getter(context: Context, lexicon: Lexicon, base: Token) -> tuple[Token, ...]:
    """Return who gets what a noun says from another: "she won the praise of the mayor"."""
    above = context.syntax.parent(base)
    if base.dep != "dobj" or above.lemma.lower() not in lexicon.words.gaining:
        return ()
    return clauses.doers(context, above)


def _is_shared(lexicon: Lexicon, frame: Noun) -> bool:
    """Tell whether one who has what a noun says does it: "had talks", not "had two murders"."""
    return lexicon.types[frame.type].broader in lexicon.spoken.cooperation


def _parties(
    context: Context, lexicon: Lexicon, base: Token, ends: dict[str, list[Token]], frame: Noun
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the heads of who does it and of whom it befalls, as they stand with the noun."""
    who = _ends(context, base, ends, frame.who)
    whom = _ends(context, base, ends, frame.whom)
    if frame.doer:
        return (_bearers(context, base) if whom else ()), whom
    if not who and frame.named:
        before = context.syntax.children(base, "compound", "nmod")
        names = (one for one in before if one.pos == "PROPN")
        who = tuple(one for one in names if of_classes(context, lexicon, [one], frame.named))
        if frame.suffered and not whom:
            whom = tuple(one for one in who if _is_land(context, one))
            who = () if whom else who
    if not who and not frame.named and "from" in frame.whom and ends.get("from"):
        who = tuple(  # "the British withdrawal from Malta"
            one
            for one in context.syntax.children(base, "compound", "nmod", "amod")
            if one.pos == "PROPN" and of_classes(context, lexicon, [one], ("agents",))
        )
    getter = _getter(context, lexicon, base) if frame.gained else ()
    if getter:
        return who or whom, getter
    if frame.gained and not who:
        whom = ()  # "the endorsement of the mayor" may be his or of him
    return (() if who == whom else who), whom


def _is_land(context: Context, token: Token) -> bool:
    """Tell whether a word is the name of a place itself: "Norland", not "Norlandic", "U.N."."""
    named = context.named[token.index]
    entity = context.entities[named] if named else None
    return entity is not None and entity.kind == "place" and entity.name == token.text


def _bearers(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return who is said to be what a noun says: "her killer, X", "X, the killer of", "X was"."""
    syntax = context.syntax
    above = syntax.parent(noun)
    if noun.dep == "appos":
        return (above,)
    if noun.dep == "attr" and above.lemma == "be":
        return syntax.children(above, "nsubj")
    if noun.dep == "compound" and above.pos == "PROPN":
        return (above,)
    return (*syntax.children(noun, "appos"), noun)


def _punished(context: Context, lexicon: Lexicon, base: Token) -> tuple[Token, ...]:
    """Return who is tried or punished for the deed of a noun: "jailed for the murder of"."""
    syntax, words = context.syntax, lexicon.words
    at = base
    for _ in range(_FAR_UP):
        word = syntax.parent(at)
        if at.dep != "pobj" or word.text.lower() not in words.penal:
            return ()
        at = syntax.parent(word)
        if at.pos in clauses.VERBAL:
            apart = word.text.lower() == "in" and at.lemma.lower() in words.seizing
            return () if apart else _tried(context, lexicon, at)
        if not _is_penalty(lexicon, at):
            return ()
        if at.dep in ("dobj", "acomp"):
            return _tried(context, lexicon, syntax.parent(at))
    return ()


def _tried(context: Context, lexicon: Lexicon, verb: Token) -> tuple[Token, ...]:
    """Return who is tried or punished by what a verb says; nobody if it says no such thing."""
    if verb.lemma.lower() not in lexicon.words.punishing:
        return ()
    if voice.is_passive(context, verb):
        return clauses.objects(context, verb)
    done = [one for one in clauses.objects(context, verb) if not _is_penalty(lexicon, one)]
    return tuple(done) or clauses.subjects(context, verb)


_FAR_UP: Final = 4
"""How many nouns stand between a deed and the verb that punishes it."""


def _is_penalty(lexicon: Lexicon, token: Token) -> bool:
    return token.lemma.lower() in lexicon.words.penalties


def _given(context: Context, verb: Token, frame: Noun) -> tuple[Token, ...]:
    """Return what stands with the verb of an event's noun: "waged war on them"."""
    ends = clauses.after(context, verb)
    return tuple(one for word in frame.whom if word != "of" for one in ends.get(word, ()))


def _ends(
    context: Context,
    base: Token,
    ends: dict[str, list[Token]],
    ways: Sequence[str],
) -> tuple[Token, ...]:
    """Return the heads to which the first of the ways leads that is there."""
    for way in ways:
        owners = list(context.syntax.children(base, "poss")) if way == "poss" else []
        found = owners or ends.get(way, [])
        if found:
            return tuple(found)
    return ()


def _carried(context: Context, lexicon: Lexicon, base: Token) -> tuple[Token, str] | None:
    """Return the verb that a noun's event is carried by, and how; `None` if there is none."""
    above = context.syntax.parent(base)
    if base.dep in ("dobj", "nsubjpass") and above.pos in clauses.VERBAL:
        verb: Token | None = above
    elif base.dep == "pobj" and above.dep == "prep":
        return _with(context, lexicon, base, above)
    else:
        relative = [c for c in context.syntax.children(base, "relcl", "acl") if c.tag == "VBN"]
        verb = relative[0] if relative else None
    return None if verb is None else _part_of_verb(context, lexicon, verb)


def _part_of_verb(context: Context, lexicon: Lexicon, verb: Token) -> tuple[Token, str] | None:
    """Return the verb that carries its object's event, and what the event is to its doer."""
    links, lemma = lexicon.words, verb.lemma.lower()
    undone = any(kid.text.lower() in links.undoing for kid in context.syntax.children(verb, "prt"))
    if undone or context.syntax.children(verb, "oprd") or _is_named(context, lexicon, verb):
        return None
    if lemma in links.including and verb.dep == "relcl":
        whole = clauses.governor(context, verb)
        return (whole, "part") if whole and whole.lemma.lower() in links.light else None
    if lemma in links.suffering:
        return verb, "suffered"
    if lemma in links.light:
        return verb, "light"
    return (verb, "owned") if lemma in links.owning | links.announcing else None


def _is_named(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a verb only says what a known deed is: "called the attack cowardly"."""
    if verb.lemma.lower() not in lexicon.words.naming:
        return False
    return any(
        kid.text.lower() in lexicon.words.definite
        for one in context.syntax.children(verb, "dobj", "ccomp")
        for kid in context.syntax.children(one, "det")
    )


def _with(context: Context, lexicon: Lexicon, base: Token, word: Token) -> tuple[Token, str] | None:
    """Return the verb whose doer did what follows "with": "answered with an attack".

    "Announced the start of" and "claimed responsibility for" hand their doer on, too.
    """
    over = context.syntax.parent(word)
    links = lexicon.words
    bare = word.text.lower() == "in" and base.tag in ("NN", "NNP", "VBG")
    bare = bare and not context.syntax.children(base, "det", "poss", "amod")
    if over.pos in clauses.VERBAL and (bare or word.text.lower() in links.manner):
        if over.lemma.lower() in links.punishing and word.text.lower() == "with":
            return None  # who charges another with a deed has not done it
        if voice.is_passive(context, over) or not context.syntax.children(over, "dobj"):
            return None
        return over, "owned"
    if over.pos == "NOUN" and over.dep == "dobj" and word.text.lower() in ("of", "for"):
        verb = context.syntax.parent(over)
        if verb.lemma.lower() in links.owning or over.lemma.lower() in links.parts:
            return (verb, "owned") if verb.lemma.lower() in links.light | links.owning else None
    return None
