"""Mentions by a part of a person's name: surname or given name alone.

Where several people share it ("Smith" beside Anna and Paul Smith), title and nearness tell whom it
means; where these do not, it is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.names.board import Board
from dateline.names.context import Context, Name
from dateline.names.words import shouted


def without_suffix(context: Context, key: str) -> str:
    """Return a full name without "Jr." or its like at its end."""
    words = key.split()
    while len(words) > 1 and words[-1] in context.lexicon.titles.after:
        words.pop()
    return " ".join(words)


def surname(context: Context, key: str) -> str:
    """Return the last word of a full name that is not "Jr." or its like."""
    return without_suffix(context, key).rsplit(" ", 1)[-1]


def homes(board: Board) -> Iterator[str]:
    """Yield for each mention the key of its entity."""
    by_last, by_first = _people(board)
    by_father = _paternal(board)
    recent: dict[str, int] = {}
    bare: set[str] = set()
    for index, name in enumerate(board.names):
        home = board.root(name.key)
        if _may_be_part(board, index):
            part = surname(board.context, name.key)
            owners = (*by_last.get(part, ()), *by_father.get(part, ())) or by_first.get(
                name.key, ()
            )
            home = _owner(board, name, owners, recent, bare) or home
            if home != name.key:
                bare.add(home)
        if " " in name.key or home != name.key:
            recent[home] = index
        yield home


def _people(board: Board) -> tuple[dict[str, Sequence[str]], dict[str, Sequence[str]]]:
    """Return the people with full names by their surname and by their first name."""
    by_last: dict[str, dict[str, None]] = defaultdict(dict)
    by_first: dict[str, dict[str, None]] = defaultdict(dict)
    for key in board.of:
        if " " in key and board.kind[key] == "person":
            root = board.root(key)
            for index, part in ((by_last, surname(board.context, key)), (by_first, key.split()[0])):
                index[part][root] = None
    return (
        {part: tuple(roots) for part, roots in by_last.items()},
        {part: tuple(roots) for part, roots in by_first.items()},
    )


def _paternal(board: Board) -> dict[str, tuple[str, ...]]:
    """Return the people by the surname that stands before their last one: "Ruiz" of "Ruiz Mora".

    Of three names and more, the last but one is a surname where it is no given name: in Spanish, a
    person goes by that one, the father's.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key in board.of:
        words = without_suffix(board.context, key).split()
        if len(words) < 3 or board.kind[key] != "person":
            continue
        father = words[-2]
        if len(father) > 2 and not _is_inner(board.context, father):
            found[father][board.root(key)] = None
    return {part: tuple(roots) for part, roots in found.items()}


def _is_inner(context: Context, word: str) -> bool:
    """Tell whether a word inside a full name is a particle or one more given name."""
    return word in context.lexicon.titles.particles or context.lexicon.is_given(word)


def bearers(board: Board) -> dict[int, str]:
    """Return for each mention of a surname alone, by its number, the full name before it, if any.

    It is the last person with that surname who was named in full, or the only one of the article.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for key in board.of:
        if " " in key and board.kind[key] == "person":
            owners[surname(board.context, key)].append(key)
    found: dict[int, str] = {}
    last: dict[str, str] = {}
    for index, name in enumerate(board.names):
        part = surname(board.context, name.key)
        if " " in name.key and board.kind[name.key] == "person":
            last[part] = name.key
        elif name.key in last or len(owners[name.key]) == 1:
            found[index] = last.get(name.key) or owners[name.key][0]
    return found


def _may_be_part(board: Board, index: int) -> bool:
    """Tell whether a mention may be a person's surname or given name standing alone."""
    name = board.names[index]
    key = name.key
    if board.root(key) != key or not _is_one_word(board, key):
        return False
    kind = board.kind[key]
    acronym = shouted(name.shown) and board.weight(key, "shortened", "organisation")
    if acronym or kind in ("group", "event_name", "work"):
        return False
    if _is_body(board, key):
        return _speaks_of_person(board, index)
    if kind == "place":
        return _acts_as_person(board, key)
    if kind in ("organisation", "facility"):
        return board.weight(key, "worded", kind) == 0.0
    return True


def _is_one_word(board: Board, key: str) -> bool:
    """Tell whether a name has one word beside its particles, as a surname has."""
    words = key.split()
    particles = board.context.lexicon.titles.particles
    return len(words) < 2 or len([word for word in words if word not in particles]) == 1


def _is_body(board: Board, key: str) -> bool:
    """Tell whether a firm or the like bears the name by itself, by more than a tagger's word."""
    body, person = (board.said(key, kind) for kind in ("organisation", "person"))
    return body >= BODY and body > 2 * person


def _speaks_of_person(board: Board, index: int) -> bool:
    """Tell whether one mention of a name that is a firm's, too, speaks of a person."""
    name, votes = board.names[index], board.votes[index]
    if name.title is not None:
        return True
    person, body = (
        sum(vote.weight for vote in votes if vote.kind == kind and vote.why in _TOLD)
        for kind in ("person", "organisation")
    )
    return person >= 0.7 and person > body


BODY: Final = 2.0
FAMILY: Final = 100  # people of one surname: of more than that nobody could say who is meant
_TOLD: Final = frozenset({"titled", "acting", "related", "described", "echoed"})


def _acts_as_person(board: Board, key: str) -> bool:
    """Tell whether a place's name is used as a person's: it acts, and nothing lies in it."""
    placed = board.weight(key, "placed", "place")
    famous = board.weight(key, "listed", "place") / len(board.of[key]) >= 2.0
    acts = sum(board.weight(key, why, "person") for why in ("tagger", "acting", "related"))
    return placed < 1.5 if not famous else placed == 0.0 and acts >= 0.6


def _owner(
    board: Board, name: Name, owners: Sequence[str], recent: dict[str, int], bare: set[str]
) -> str | None:
    """Return the one person among the owners of a name part that a mention means, if it tells.

    Of a family the one who was named last is meant, or the only one who is called by the part.
    """
    few = owners if len(owners) <= FAMILY else ()
    fits = [owner for owner in few if not _clash(board, name, owner)]
    if len(fits) == 1:
        return fits[0]
    if owners and not fits:
        return None
    before = [owner for owner in fits if owner in recent]
    if len(before) == 1:
        return before[0]
    if not before:
        return None
    latest = max(before, key=lambda owner: recent[owner])
    tokens = board.context.syntax.tokens
    here = tokens[name.first].sentence
    near = [o for o in before if here - tokens[board.names[recent[o]].first].sentence <= 1]
    if near == [latest]:
        return latest
    called = [owner for owner in before if owner in bare]
    return called[0] if len(called) == 1 else None


def _clash(board: Board, name: Name, owner: str) -> bool:
    """Tell whether the title before a mention says another sex than the owner's given name."""
    sex = title_sex(board.context, name)
    other = given_sex(board.context, owner)
    return sex is not None and other is not None and sex != other


def title_sex(context: Context, name: Name) -> str | None:
    """Return `male` or `female` by the title before a mention, or `None`."""
    if name.title in context.lexicon.titles.male:
        return "male"
    return "female" if name.title in context.lexicon.titles.female else None


def given_sex(context: Context, key: str) -> str | None:
    """Return `male` or `female` by the first word of a name, or `None` if both or neither."""
    first = key.split(maxsplit=1)[0] if key else ""
    man, woman = first in context.lexicon.men, first in context.lexicon.women
    if man == woman:
        return None
    return "male" if man else "female"
