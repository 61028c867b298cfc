"""Whether a verb has the sense that tells a tie, by what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.events import clauses
from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Frame
from dateline.syntax import Token

_KNOWS: Final = "knows"
_LIVES: Final = "based_in"
_LEADS: Final = "leads"
_WORKS: Final = "employed_by"


def fits(cast: Cast, verb: Token, frame: Frame) -> bool:
    """Tell whether what a frame asks of the words around the verb is there."""
    objects = cast.syntax.children(verb, "dobj")
    if _is_of_another_sense(cast, verb, frame, objects):
        return False
    if frame.spell and not any(map(cast.is_time, objects)):
        return False
    if frame.paid and not any(_is_money(cast, one) for one in objects):
        return False
    as_ = (kid.text.lower() in cast.words.role.as_ for kid in cast.syntax.children(verb, "prep"))
    return not (frame.brief and _is_brief(cast, verb)) and (not frame.office or any(as_))


def _is_of_another_sense(cast: Cast, verb: Token, frame: Frame, objects: Sequence[Token]) -> bool:
    """Tell whether what stands beside a verb gives it another sense."""
    if frame.tie == _LEADS and _is_order(cast, verb):
        return True  # "directed Acme to close" is an order
    if frame.tie == _KNOWS and _is_half_known(cast, verb):
        return True
    if frame.tie == _WORKS and _is_one_piece(cast, objects):
        return True  # "wrote a column for the Post", once
    if frame.object == "object" and not objects and cast.syntax.children(verb, "ccomp"):
        return True  # "checked the Post and found that"
    moves = frame.tie == _LIVES and frame.edge != ""
    if frame.subject == "subject":
        return moves and bool(objects)  # "moved the race to Norland": the race moved
    return moves and any(_moves_another(cast, verb, one) for one in objects)


def _is_one_piece(cast: Cast, objects: Sequence[Token]) -> bool:
    """Tell whether someone only wrote something: "an essay", and not "a column" week by week."""
    article = cast.words.reference.indefinite
    return any(
        one.lemma.lower() in cast.words.role.pieces
        and any(kid.text.lower() in article for kid in cast.syntax.children(one, "det"))
        for one in objects
    )


def _moves_another(cast: Cast, verb: Token, moved: Token) -> bool:
    """Tell whether "it" cannot be what it was taken for, as that is who moves it."""
    meant, many = set(cast.one(moved)), cast.words.reference.their
    return moved.tag == "PRP" and any(
        one.text.lower() in many or not meant.isdisjoint(cast.one(one))
        for one in clauses.doers(cast.context, verb)
    )


def _is_order(cast: Cast, verb: Token) -> bool:
    """Tell whether something is to be done: "directed Acme to close", even far behind a quote."""
    kids = cast.syntax.children(verb, "xcomp", "ccomp", "advcl")
    return any(
        kid.dep != "advcl" or any(one.tag == "TO" for one in cast.syntax.children(kid, "aux"))
        for kid in kids
        if kid.index > verb.index
    )


def _is_money(cast: Cast, noun: Token) -> bool:
    paid = noun.lemma.lower() in cast.words.role.money
    return paid or any(kid.tag == "$" for kid in cast.syntax.children(noun))


def _is_brief(cast: Cast, verb: Token) -> bool:
    """Tell whether a deed is for an occasion: "joined the board for lunch"."""
    after = (kid for kid in cast.syntax.children(verb, "prep") if kid.index > verb.index)
    if any(cast.syntax.children(kid, "pcomp") for kid in after):
        return True  # "joined the board in calling for"
    nouns = (verb, *clauses.objects(cast.context, verb))
    leading = cast.words.ends.for_ | cast.words.role.as_
    return any(
        child.text.lower() in leading
        and any(
            not cast.is_time(noun) and (child.text.lower() in cast.words.ends.for_ or _many(noun))
            for noun in cast.syntax.children(child, "pobj")
        )
        for one in nouns
        for child in cast.syntax.children(one, "prep")
    )


def _many(noun: Token) -> bool:
    return noun.tag == "NNS"


def _is_half_known(cast: Cast, verb: Token) -> bool:
    """Tell whether someone is only not known well, or something is known of them."""
    kids = cast.syntax.children(verb)
    denied = any(kid.dep == "neg" for kid in kids)
    little = denied and any(kid.dep == "advmod" and kid.index > verb.index for kid in kids)
    return little or any(kid.dep in ("ccomp", "xcomp") for kid in kids)
