"""What stands right behind a noun for people or a body, and whether it tells which ones.

"The port of the town" is a phrase, "a man on charges of theft" is not: he was held on them.
"""

from __future__ import annotations

from dateline.names.context import Context
from dateline.syntax import Token


def narrows(context: Context, way: Token) -> bool:
    """Tell whether a preposition tells which one: "of the port", not "of arming rebels".

    Neither a year does ("from 2004"), nor what somebody is accused of.
    """
    joins = way.text in ("of", "from", "in", "at", "for", "with", "on")
    noun = context.syntax.parent(way)
    if not joins or context.syntax.children(way, "pcomp") or _is_of_deed(context, way, noun):
        return False
    pressed = noun.dep in ("dobj", "nsubjpass") and way.text in ("of", "for")
    if pressed and context.syntax.parent(noun).lemma in context.lexicon.acts.pressing:
        objects = context.syntax.children(way, "pobj")
        return not any(is_indefinite(context, one) for one in objects)
    return not any(is_year(token) for token in context.syntax.tokens[way.index + 1 :][:1])


def _is_of_deed(context: Context, way: Token, noun: Token) -> bool:
    """Tell whether words tell more of what is done to somebody: "held a man on charges in May"."""
    roles = context.lexicon.roles
    inner = context.syntax.children(way, "pobj")
    if any(context.folded[one.index] in context.lexicon.acts.ordinary for one in inner):
        return True
    if way.text == "for":
        known = roles.staff | roles.retinue | roles.heads | roles.sought
        return noun.lemma.casefold() not in known | context.lexicon.organisations.nouns
    return way.text == "on" and not any(context.syntax.children(one, "det") for one in inner)


def is_indefinite(context: Context, noun: Token) -> bool:
    """Tell whether a noun stands after "a"."""
    determiners = context.syntax.children(noun, "det")
    return any(token.text.casefold() in ("a", "an") for token in determiners)


def is_year(token: Token) -> bool:
    """Tell whether a number is a year, as far as its figures tell."""
    return token.tag == "CD" and token.text.isdigit() and len(token.text) == 4


def goes_on(context: Context, last: int) -> bool:
    """Tell whether a hyphen joins more to the word that a phrase would end with: "cover-up"."""
    tokens = context.syntax.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text != "-":
        return False
    return tokens[last].span.end + 1 == tokens[last + 2].span.start
