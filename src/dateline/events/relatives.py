"""What relative clauses describe: "the man who left", "men from the valley, who had fled"."""

from __future__ import annotations

from typing import Final

from dateline.events import voice
from dateline.events.context import Context
from dateline.syntax import Token

_RELATIVE: Final = frozenset({"WDT", "WP"})
_SUBJECT: Final = ("nsubj", "csubj")
_WHERE: Final = frozenset({"where", "when", "why"})
_WHO: Final = ("who", "whom")
_BODIES: Final = frozenset({"place", "facility", "organisation"})
_STEPS: Final = 6
"""How many words up somebody is looked for."""


def antecedent(context: Context, verb: Token, token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the word itself."""
    if token.tag in _RELATIVE:
        above: Token | None = verb
        while above is not None and above.dep == "conj":
            above = context.syntax.parent(above)
        if above is not None and above.dep == "relcl":
            noun = context.syntax.parent(above)
            found = described(context, noun)
            loose = not context.headed[token.index] or _is_body(context, token)
            return found if loose or _tells(context, token, noun, found) else token
    if token.tag in ("VBG", "VBN"):  # "the men operating there said": the parser has it upside down
        return next(iter(context.syntax.children(token, "nsubj")), token)
    return token


def _tells(context: Context, token: Token, noun: Token, found: Token) -> bool:
    """Tell whether words say better than a relative pronoun does who it is.

    "X is a liar and a cheat who vowed": it is X; but a name is of one or of many, as the noun is.
    """
    if _is_named(context, token) or not context.headed[found.index]:
        return False
    if not _is_named(context, found):
        return True
    many = bool(context.syntax.children(found, "conj"))
    return (noun.tag != "NN") == many and "person" in _kinds(context, found)


def _is_named(context: Context, token: Token) -> bool:
    """Tell whether a word stands for somebody who is named somewhere."""
    return any(
        mention.form == "name"
        for one in context.headed[token.index]
        for mention in context.entities[one].mentions
    )


def _is_body(context: Context, token: Token) -> bool:
    """Tell whether "who" was led to a body or a place: "X, the head of Acme, who resigned"."""
    return token.text.lower() in _WHO and not _kinds(context, token) - _BODIES


def _kinds(context: Context, token: Token) -> set[str]:
    return {context.entities[one].kind for one in context.headed[token.index]}


def described(context: Context, noun: Token) -> Token:
    """Return who is said to be what a noun says: "she is a lawyer who left"; else the noun.

    Who does something is no place: "guerrillas from the valley, who had fled".
    """
    at = noun = _peopled(context, noun)
    while at.dep == "conj":
        at = context.syntax.parent(at)
    above = context.syntax.parent(at)
    if at.dep == "appos" and context.headed[above.index] and above.pos == "PROPN":
        return above
    if at.dep == "attr" and above.lemma == "be":
        own = context.syntax.children(above, "nsubj")
        while not own and above.dep == "conj":  # "he smokes and is a liar who drinks"
            above = context.syntax.parent(above)
            own = context.syntax.children(above, "nsubj")
        return own[0] if own and context.headed[own[0].index] else noun
    return noun


def _peopled(context: Context, noun: Token) -> Token:
    """Return whom "who" stands for, where a place or body is told with them; else the noun.

    So the guerrillas of "guerrillas from the valley, who had fled", and him who was shot of "the
    family of X, who was shot".
    """
    verbs = context.syntax.children(noun, "relcl")
    who = any(one.text.lower() in _WHO for verb in verbs for one in context.syntax.children(verb))
    if not who:
        return noun
    at = noun
    for _ in range(_STEPS):
        kinds = _kinds(context, at)
        if not kinds or kinds - _BODIES:
            break
        above = context.syntax.parent(at)
        at = context.syntax.parent(above) if at.dep == "pobj" else above
    if at is not noun and at.pos in ("NOUN", "PROPN"):
        return at
    words = context.syntax.children(noun, "prep")
    inner = [
        one
        for word in words
        if word.text.lower() == "of"
        for one in context.syntax.children(word, "pobj")
    ]
    kin = noun.lemma.lower() in _KIN
    named = [one for one in inner if (kin or one.pos == "PROPN") and context.headed[one.index]]
    passive = any(voice.is_passive(context, verb) for verb in verbs)
    return named[0] if named and passive and _is_next(context, named[0], verbs[0]) else noun


_KIN: Final = frozenset(
    {"family", "relative", "parent", "mother", "father", "widow", "friend", "survivor", "spouse"}
    | {"brother", "sister", "son", "daughter", "child", "wife", "husband", "loved", "lawyer"}
)
"""Nouns for those of whom the one is told whom a passive after "who" is of."""


def _is_next(context: Context, token: Token, verb: Token) -> bool:
    """Tell whether a clause begins right after a word, but for a comma."""
    first = min((one.index for one in context.syntax.children(verb)), default=verb.index)
    return 0 < first - token.index <= 2


def has_object_gap(context: Context, verb: Token) -> bool:
    """Tell whether the noun that a clause describes is its object: "the man (whom) they saw"."""
    if any(kid.text.lower() in _WHERE for kid in context.syntax.children(verb, "advmod")):
        return False
    return any(one.tag not in _RELATIVE for one in context.syntax.children(verb, *_SUBJECT))


def is_told(context: Context, verb: Token, noun: Token) -> bool:
    """Tell whether a clause is what one is told, not what describes them: "told X that"."""
    that = any(kid.text.lower() == "that" for kid in context.syntax.children(verb, "mark"))
    return noun.pos == "PROPN" and (that or noun.dep == "dobj")
