"""Names in pieces: what stands side by side and is one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.names import gazetteer
from dateline.names.context import Context, Name
from dateline.names.words import capitalised


def joined(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, two words side by side that the parse takes for one name made one."""
    left: Name | None = None
    for name in names:
        if left is not None:
            if any(rule(context, left, name) for rule in _ONE):
                left = context.name(left.first, name.last)
                continue
            yield left
        left = name
    if left is not None:
        yield left


def _one_name(context: Context, left: Name, right: Name) -> bool:
    """Tell whether two words side by side are one name, though the first is no known place."""
    token = context.syntax.tokens[left.first]
    if left.last - left.first != 1 or right.last - right.first != 1 or left.last != right.first:
        return False
    if token.dep != "compound" or token.head != right.first or token.tag != "NNP":
        return False
    return not any(site.people > 100_000 for site in gazetteer.sites(left.key)[:1])


def _hyphened(context: Context, left: Name, right: Name) -> bool:
    """Tell whether only a hyphen without blanks parts two pieces of a name that is no pair."""
    between = context.text[left.span.end : right.span.start]
    places = any(site.people > 100_000 for site in gazetteer.sites(left.key)[:1])
    return (
        between == "-"
        and right.first - left.last == 1
        and not places
        and (left.last - left.first == 1 and left.key not in context.lexicon.places.regions)
    )


def _owned(context: Context, left: Name, right: Name) -> bool:
    """Tell whether the right name is a house that bears the left one's: "Anna" and "Diner"."""
    tokens = context.syntax.tokens
    return (
        right.first - left.last == 1
        and right.last - right.first == 1
        and tokens[left.last].tag == "POS"
        and right.key in context.lexicon.organisations.houses
        and tokens[left.first].sentence == tokens[right.first].sentence
    )


def _worded(context: Context, left: Name, right: Name) -> bool:
    """Tell whether the right word makes an organisation's name of the left one: "X", "Motors"."""
    tokens = context.syntax.tokens
    return (
        left.last == right.first
        and right.last - right.first == 1
        and right.key in context.lexicon.organisations.ends
        and tokens[left.first].sentence == tokens[right.first].sentence
        and not context.loud[tokens[left.first].sentence]
    )


def _partnered(context: Context, left: Name, right: Name) -> bool:
    """Tell whether a firm bears both names: "X & Y"."""
    tokens = context.syntax.tokens
    same = tokens[left.first].sentence == tokens[right.first].sentence
    return right.first - left.last == 1 and tokens[left.last].text == "&" and same


def _purposed(context: Context, left: Name, right: Name) -> bool:
    """Tell whether the right name says what the body on the left is for: "Agency for X"."""
    tokens, at = context.syntax.tokens, left.last
    single = at - left.first == 1 and left.key in context.lexicon.organisations.nouns
    ways = tokens[at : right.first]
    words = [token.text for token in ways]
    return (
        single
        and capitalised(left.shown)
        and words in (["for"], ["for", "the"])
        and tokens[left.first].sentence == tokens[right.first].sentence
        and not context.loud[tokens[left.first].sentence]
    )


_ONE: Final = (_one_name, _hyphened, _owned, _worded, _partnered, _purposed)
"""What makes two names beside each other one."""
