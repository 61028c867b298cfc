"""Who does what in a clause, by the parse: subjects and objects, also those that are not written.

Found are the deep ones: of "the envoy was sent by the emir" the emir is the doer. What a verb
leaves out is looked for where English leaves it: with the verb that it is joined to ("came and
saw"), that it is a complement of ("tried to leave", "told him to leave"), or at the noun that it
describes ("the man who left", "men armed with knives", "the group based there").
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final

from dateline.events import infinitives, relatives, voice
from dateline.events.context import Context
from dateline.events.voice import is_caused, is_finite
from dateline.syntax import Token

VERBAL: Final = frozenset({"VERB", "AUX"})
SUBJECT: Final = ("nsubj", "csubj")
PASSIVE: Final = ("nsubjpass", "csubjpass")
_STEPS: Final = 6
"""How many clauses up a subject is looked for."""

is_passive: Final = voice.is_passive
"""Whether a clause's subject undergoes what it tells."""


def subjects(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the heads of the subject of a verb, written or not; none where it is not to be had.

    A relative pronoun gives way to the noun that it stands for. What is joined by "and" is given
    by its first head; `conjuncts` gives the others.
    """
    at = verb
    for _ in range(_STEPS):
        own = context.syntax.children(at, *SUBJECT, *PASSIVE) or _misjoined(context, at)
        if own:
            return tuple(relatives.antecedent(context, at, one) for one in _nearest(at, own))
        step = _STEP.get(at.dep)
        found = step(context, at, context.syntax.parent(at)) if step else ()
        if isinstance(found, tuple):
            return found
        at = found
    return ()


def _nearest(verb: Token, own: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the pronoun right before a verb alone: whoever is spoken to before it does nothing.

    "You are not forgotten, Ida, I promise": a parse may hang all three on the last verb.
    """
    before = [one for one in own if one.index < verb.index and one.pos == "PRON"]
    return (before[-1],) if before and before[-1] == own[-1] else own


def _of_relative(context: Context, verb: Token, above: Token) -> Found:
    if _infinitive(context, verb) and not context.headed[above.index]:  # "his bill to close it"
        return _noun_controller(context, above) or (relatives.described(context, above),)
    return () if relatives.has_object_gap(context, verb) else (relatives.described(context, above),)


def _of_participle(context: Context, verb: Token, above: Token) -> Found:
    """Find that of "the man carrying a bag", or whose plan "a plan to leave" is.

    Behind a clause that describes a noun it goes on from that: "a group he led, founding it".
    """
    told = _told_before(context, verb, above)
    if told is not None:
        return told
    return (above,) if verb.tag in ("VBG", "VBN") else _noun_controller(context, above)


def _told_before(context: Context, verb: Token, noun: Token) -> Token | None:
    """Return the clause on a noun that a gerund behind a comma goes on from, if there is one."""
    comma = context.tokens[max(0, verb.index - 1)].text == ","
    told = [one for one in context.syntax.children(noun, "relcl") if one.index < verb.index]
    return told[-1] if verb.tag == "VBG" and comma and told else None


def _of_complement(context: Context, verb: Token, above: Token) -> Found:
    """Find that of "tried to leave", "told him to leave", "left, taking the bag"."""
    if above.pos == "ADJ":
        return context.syntax.parent(above) if above.head != above.index else ()
    if above.pos not in VERBAL:
        return _noun_controller(context, above)
    if verb.tag != "VBG" and _infinitive(context, verb):
        if above.lemma == "use" and is_passive(context, above):  # "a gun used by him to kill"
            return doers(context, above)
        owner = infinitives.meant_by(context, verb) if verb.dep == "advcl" else ()
        return owner or _steered(context, verb, above) or above
    for noun in context.syntax.children(above, "attr"):  # "was a group he led, founding it"
        told = _told_before(context, verb, noun)
        if told is not None:
            return told
    apart = verb.tag in ("VBD", "VBZ", "VBP") or voice.is_bid(context, verb)
    claimed = voice.is_claim(context, verb)  # "was charged by them, alleging that"
    other = () if not claimed else doers(context, above)
    return other if claimed or (verb.dep in ("ccomp", "xcomp") and apart) else above


def _of_gerund(context: Context, _: Token, above: Token) -> Found:
    """Find that of "answered by leaving", "kept him from leaving", "the aim of leaving"."""
    over = context.syntax.parent(above)
    if above.text.lower() in _NOBODYS:
        return ()
    if over.pos not in VERBAL:
        if above.text.lower() == "from" and over.dep in ("dobj", "appos", "conj"):
            return (over,)
        lent = above.text.lower() == "in" and over.lemma.lower() in _HELP
        return _helpers(context, over) if lent else _noun_controller(context, over)
    if above.text.lower() in ("from", "of", "for", "with"):
        inner = context.syntax.children(over, "xcomp")  # "vowed to ban them from going"
        held = [one for verb in inner if verb.index < above.index for one in objects(context, verb)]
        blamed = after(context, over).get("at", ()) if above.text.lower() == "for" else ()
        own = tuple(held) or objects(context, over) or tuple(blamed)  # "lashed out at X for"
        return own or over
    help_ = _help(context, over, above) if above.text.lower() == "in" else None
    return over if help_ is None else _helpers(context, help_)


def _help(context: Context, verb: Token, word: Token) -> Token | None:
    """Return the noun before "in" that somebody helps by: "heartened by their help in finding"."""
    ends = list(context.syntax.children(verb, "dobj"))
    for kid in context.syntax.children(verb, "agent", "prep"):
        ends += context.syntax.children(kid, "pobj")
    found = [one for one in ends if one.index < word.index and one.lemma.lower() in _HELP]
    return found[-1] if found else None


def _helpers(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return whose help a noun is; nobody where that is not told."""
    by = after(context, noun)
    return context.syntax.children(noun, "poss") or tuple(
        one for word in ("from", "of", "by") for one in by.get(word, ())[:1]
    )


_HELP: Final = frozenset(
    {"cooperation", "co-operation", "collaboration", "help", "assistance", "aid", "support"}
    | {"role", "part", "involvement", "participation", "complicity", "success", "failure"}
)
"""Nouns for what somebody has done towards what "in" and a gerund tell after them."""


_NOBODYS: Final = frozenset({"against", "over", "at"})
"""Prepositions before what somebody else may do: "voted against founding it"."""


def _of_joined(context: Context, verb: Token, above: Token) -> Found:
    """Find that of the verb before "and": what is joined in form goes on from what it is like.

    "Urging him to see it and promising more"; "said that he was late, and urged them to wait".
    """
    if verb.tag == "VBG" and above.tag == "VB":
        like = [one for one in context.syntax.ancestors(above) if one.tag == "VBG"]
        above = like[0] if like else above
    over = context.syntax.parent(above)
    before = [one.text.lower() for one in context.tokens[max(0, verb.index - 2) : verb.index]]
    told = verb.tag == "VBD" and above.dep == "ccomp" and above.index > over.index
    own = {
        one for token in context.syntax.children(above, *SUBJECT) for one in _who(context, token)
    }
    done_to = {
        one for token in context.syntax.children(verb, "dobj") for one in _who(context, token)
    }
    if told and over.tag == "VBD" and (before == [",", "and"] or own & done_to):
        above = over
    return above if above.pos in VERBAL and above.index != verb.index else ()


Found = Token | tuple[Token, ...]
"""The subjects, or the verb that they are those of, too."""


def _who(context: Context, token: Token) -> list[str]:
    return context.headed[token.index]


_STEP: Final[dict[str, Callable[[Context, Token, Token], Found]]] = {
    "relcl": _of_relative,
    "acl": _of_participle,
    "xcomp": _of_complement,
    "ccomp": _of_complement,
    "advcl": _of_complement,
    "pcomp": _of_gerund,
    "conj": _of_joined,
    "acomp": _of_joined,
}


def doers(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the heads of who does what the verb says: its subject, in the passive after "by"."""
    if not is_passive(context, verb):
        return subjects(context, verb)
    agents = () if voice.is_reported(context, verb) else context.syntax.children(verb, "agent")
    if not agents and is_caused(context, verb):
        return subjects(context, context.syntax.parent(verb))
    if not agents:
        agents = voice.far_agents(context, verb)
    return tuple(one for agent in agents for one in context.syntax.children(agent, "pobj"))


def masters(context: Context, verb: Token, causers: Container[str]) -> tuple[Token, ...]:
    """Return the heads of who has a deed done by others: "sent men to attack".

    Args:
        context: the text.
        verb: the verb of the deed.
        causers: lemmas of verbs whose doer has done what their object does.
    """
    at = verb
    while at.dep == "conj" and context.syntax.parent(at).pos in VERBAL:
        at = context.syntax.parent(at)
    above = context.syntax.parent(at)
    if at.dep not in ("xcomp", "advcl", "ccomp") or above.lemma not in causers:
        return ()
    if is_finite(context, at):  # "ordered her dismissal when she refused"
        return ()
    own = context.syntax.children(above, "dobj") or context.syntax.children(at, "nsubj")
    return doers(context, above) if own else ()


def objects(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the heads of what the verb's deed befalls: its object, in the passive its subject."""
    if is_passive(context, verb):
        own = context.syntax.children(verb, *PASSIVE, "dobj")
        if not own and is_caused(context, verb):
            own = context.syntax.children(verb, "nsubj") or context.syntax.children(
                context.syntax.parent(verb), "dobj"
            )
        named = tuple(relatives.antecedent(context, verb, one) for one in own)
        if not named and verb.dep == "amod":
            return (context.syntax.parent(verb),)
        return named or subjects(context, verb)
    found = tuple(
        relatives.antecedent(context, verb, one)
        for one in context.syntax.children(verb, "dobj", "obj")
    )
    if not found and verb.dep == "relcl" and relatives.has_object_gap(context, verb):
        above = context.syntax.parent(verb)
        return () if relatives.is_told(context, verb, above) else (above,)
    if not found and verb.dep in ("acl", "relcl") and _infinitive(context, verb):
        return ()
    return found or _up_to(context, verb) or _shared_object(context, verb)


def _up_to(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the object that is counted "up to": "killed up to 16 people"."""
    for up in context.syntax.children(verb, "prep", "prt"):
        for to in context.syntax.children(up, "prep") if up.text.lower() == "up" else ():
            found = context.syntax.children(to, "pobj")
            if found and context.syntax.children(found[0], "nummod"):
                return found[:1]
    return ()


def conjuncts(context: Context, token: Token) -> list[Token]:
    """Return a word and those joined to it by "and", "or" or a comma, in order."""
    found, at = [token], 0
    while at < len(found):
        kids = context.syntax.children(found[at], "conj")
        found += [c for c in kids if c.pos != "VERB" and not _begins(context, c)]
        at += 1
    return found


def _misjoined(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the subject of a verb that the parse has joined to a noun before it."""
    helpers = context.syntax.children(verb, "aux", "auxpass")
    first = min([verb.index, *(kid.index for kid in helpers)])
    before = context.tokens[first - 1] if first else verb
    mine = before.dep == "conj" and before.pos in ("NOUN", "PROPN", "PRON")
    return (before,) if mine and _begins(context, before) else ()


def _begins(context: Context, token: Token) -> bool:
    """Tell whether a noun is the subject of the verb after it, though the parse has it joined.

    So "prosecutors" in: "a judge froze the funds and prosecutors questioned him".
    """
    if token.index + 1 >= len(context.tokens):
        return False
    verb = context.tokens[token.index + 1]
    if verb.tag not in ("VBD", "VBZ", "MD"):
        return False
    if verb.dep in ("aux", "auxpass"):
        verb = context.syntax.parent(verb)
    if verb.dep not in ("conj", "advcl", "ROOT", "ccomp"):
        return False
    return not context.syntax.children(verb, *SUBJECT, *PASSIVE)


def after(context: Context, token: Token) -> dict[str, list[Token]]:
    """Return by preposition, in lower case, the heads of what stands after it below a word.

    Two prepositions in a row count by the first: "out of the country".
    """
    found: dict[str, list[Token]] = {}
    for kid in context.syntax.children(token, "prep", "agent", "dative", "prt"):
        if kid.pos not in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
            if kid.dep == "dative":
                found.setdefault("to", []).append(kid)
            continue
        inner = kid
        for _ in range(2):
            deeper = context.syntax.children(inner, "prep")
            if context.syntax.children(inner, "pobj") or not deeper:
                break
            inner = deeper[0]
        objects_ = [
            one
            for one in context.syntax.children(inner, "pobj")
            if context.timed[one.index] is None
        ]
        if objects_:
            found.setdefault(kid.text.lower(), []).extend(objects_)
    return found


def governor(context: Context, token: Token) -> Token | None:
    """Return the verb that a noun is an argument of, over prepositions and nouns between."""
    for above in context.syntax.ancestors(token):
        if above.pos in VERBAL:
            return above
    return None


def _infinitive(context: Context, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in context.syntax.children(verb, "aux"))


def _steered(context: Context, verb: Token, above: Token) -> tuple[Token, ...]:
    """Return the object of the verb above if it stands before an infinitive: "sent him to see"."""
    if is_passive(context, above):
        return ()
    found = list(context.syntax.children(above, "dobj", "dative"))
    if above.lemma in _FOUNDING and found and found[0].index < verb.index:
        return tuple(found[:1])
    for word in context.syntax.children(above, "prep"):
        if word.text.lower() in _STEERING and word.index > above.index:
            found += context.syntax.children(word, "pobj")
    if verb.dep == "advcl":  # a purpose is that of the subject, unless someone is sent for it
        sent = above.lemma in _SENDING
        found = [one for one in found if sent and context.headed[one.index]]
    found = [one for one in found if context.timed[one.index] is None]
    return tuple(one for one in found if one.index < verb.index and one.pos != "ADP")


_SENDING: Final = frozenset(
    {"send", "dispatch", "order", "hire", "ask", "tell", "invite", "deploy", "take", "push"}
    | {"press", "pressure", "lobby", "persuade", "encourage", "require", "authorize", "authorise"}
    | {"convince", "prompt", "pressurise", "compel", "oblige", "permit", "enable", "instruct"}
    | {"summon", "appoint", "name", "pick", "choose", "elect", "recruit", "train", "pay", "use"}
    | {
        "force",
        "allow",
        "help",
        "urge",
        "get",
        "want",
        "need",
        "bring",
        "employ",
        "tap",
        "nominate",
    }
)
"""Verbs whose object is to do what follows: "sent him to see"."""

_FOUNDING: Final = frozenset({"create", "establish", "form", "set", "convene", "launch", "found"})
"""Verbs of making a body that is to do what follows: "set up a panel to look into it"."""

_STEERING: Final = frozenset({"on", "upon", "for", "with"})
"""Prepositions before who is to do something: "called on him to leave"."""


def _noun_controller(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return whose plan, attempt or decision a noun is: its possessor, or the verb's subject."""
    owner = context.syntax.children(noun, "poss")
    if owner:
        return owner
    by = after(context, noun)
    for word in ("by", "of"):
        if by.get(word):
            return tuple(by[word][:1])
    above = context.syntax.parent(noun)
    if noun.dep in ("dobj", "attr") and above.pos in VERBAL:
        return () if infinitives.is_asked_of_others(noun) else subjects(context, above)
    return ()


def _shared_object(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return the object that a verb shares with the next: "shot and killed a man"."""
    following = [c for c in context.syntax.children(verb, "conj") if c.pos == "VERB"]
    if not following or is_passive(context, following[0]):
        return ()
    between = following[0].index - verb.index
    return context.syntax.children(following[0], "dobj") if between <= 3 else ()
