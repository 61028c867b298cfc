"""Which names are one: surnames, acronyms, nicknames, spellings; never two people for one surname.

The rules here say of keys (folded names) which are one; `people` then says whose a surname is that
stands alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.names import bodies, nicknames, people
from dateline.names.board import SURE, Board, Group
from dateline.names.context import Context, Name
from dateline.names.kinds import decide
from dateline.names.words import fold, skeleton


def group(context: Context, names: Sequence[Name]) -> tuple[Group, ...]:
    """Return the entities that the names name, in order of their first mention."""
    board = Board(context, names)
    for rule in RULES:
        for one, other in rule(board):
            board.unite(one, other)
    homes: dict[str, list[int]] = defaultdict(list)
    for index, home in enumerate(people.homes(board)):
        homes[home].append(index)
    groups = []
    for home, held in homes.items():
        kind, weight = decide(board.tally(held))
        if len({names[i].key for i in held}) > 1 and board.is_surely_person(home):
            kind, weight = "person", max(weight, SURE)
        groups.append(Group(kind=kind, weight=weight, names=tuple(names[i] for i in held)))
    groups = bodies.teams(board, groups)
    return tuple(sorted(groups, key=lambda g: g.names[0].span))


# ------------------------------------------------------------------------- rules on keys


def spelled_alike(board: Board) -> Iterator[tuple[str, str]]:
    """Places by their short form and their full one: "U.S.", "United States"."""
    short = board.context.lexicon.places.short
    for key in board.of:
        full = short.get(key, "").split(",")[0]
        if full in board.of and "place" in (board.kind[key], board.kind[full]):
            yield full, key
    by_full: dict[str, str] = {}
    for key in board.of:
        if key in short and board.kind[key] == "place":
            yield by_full.setdefault(short[key], key), key


def full_names(board: Board) -> Iterator[tuple[str, str]]:
    """Longer and shorter forms of one person's full name: "J. R. Smith", "John Smith".

    Whoever is brought in as the father or the like of somebody is none of those named before.
    """
    kin = _relatives(board)
    by_last: dict[str, list[str]] = defaultdict(list)
    for key in board.of:
        if " " in key and board.kind[key] == "person":
            by_last[people.surname(board.context, key)].append(key)
    for keys in by_last.values():
        if len(keys) > people.FAMILY:
            continue
        keys.sort(key=lambda key: (-len(key.split()), board.of[key][0]))
        bare = {key: people.without_suffix(board.context, key) for key in keys}
        for at, short in enumerate(keys):
            longer = [long for long in keys[:at] if shortens(bare[short], bare[long])]
            if any(_brought_in(board, kin, one, short) for one in longer):
                continue
            same = [a for a in longer if a == longer[0] or shortens(bare[a], bare[longer[0]])]
            if longer and len(same) == len(longer):
                yield longer[0], short


def _relatives(board: Board) -> dict[str, int]:
    """Return the first mention of each name that is told to be a relative's: "his father, X"."""
    syntax, roles = board.context.syntax, board.context.lexicon.roles
    found: dict[str, int] = {}
    for at, name in enumerate(board.names):
        before = syntax.tokens[max(0, name.first - 2) : name.first]
        plain = [token for token in before if token.text not in (",", "of")]
        noun = plain[-1] if plain else None
        lemma = noun.lemma.casefold() if noun else ""
        if noun is None or noun.tag != "NN" or lemma not in roles.own or not roles.sex(lemma):
            continue
        if before[-1].text == "of" or syntax.children(noun, "poss"):
            found.setdefault(name.key, at)
    return found


def _brought_in(board: Board, kin: dict[str, int], one: str, other: str) -> bool:
    """Tell whether one of two names is told to be a relative's after the other one was named."""
    pairs = ((one, other), (other, one))
    return any(a in kin and board.of[b][0] < kin[a] == board.of[a][0] for a, b in pairs)


def shortens(short: str, long: str) -> bool:
    """Tell whether one full name is another one with words left out or cut to their initial."""
    rest = iter(long.split())
    words = short.split()
    return all(any(_stands_for(word, full) for full in rest) for word in words) and (
        words[-1] == long.rsplit(maxsplit=1)[-1]
    )


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def called(board: Board) -> Iterator[tuple[str, str]]:
    """Two names joined by "known as", "formerly" and their like, or by "or" between quotes."""
    tokens, folded = board.context.syntax.tokens, board.context.folded
    phrases = set(board.context.lexicon.acts.called)
    full = people.bearers(board)
    for at, (left, right) in enumerate(pairwise(board.names)):
        between = range(left.last, right.first)
        if not 0 < len(between) <= 7 or tokens[left.first].sentence != tokens[right.first].sentence:
            continue
        plain = (folded[i] for i in between if not folded[i].isdigit())
        gap = " ".join(word for word in plain if word not in _PASSED)
        quotes = sum(tokens[i].text in _QUOTES for i in between)
        if gap in phrases and (tokens[left.last].text in (",", "(") or gap.startswith("also")):
            if tokens[left.last].text != "," or tokens[left.last + 1].tag != "VBD":
                yield full.get(at, left.key), right.key
        elif gap == "or" and quotes >= 2:
            yield left.key, right.key


_PASSED: Final = frozenset({"", "the", "is", "was", "who"})


def bynamed(board: Board) -> Iterator[tuple[str, str]]:
    """A person by the byname that begins a longer one: "Abu Omar" for "Abu Omar al-Masri"."""
    bynames = board.context.lexicon.titles.bynames
    longer: dict[str, set[str]] = defaultdict(set)
    for key in board.of:
        words = key.split()
        if len(words) > 2 and words[0] in bynames:
            longer[" ".join(words[:2])].add(board.root(key))
    for short, keys in longer.items():
        if short in board.of and len(keys) == 1:
            yield min(keys), short


def styled(board: Board) -> Iterator[tuple[str, str]]:
    """A name that somebody goes by: "X fought under the nom de guerre Y", "under the alias Y"."""
    context = board.context
    names = enumerate(board.names)
    heads = {head.index: at for at, name in names if (head := context.head(name)) is not None}
    full = people.bearers(board)
    for name in board.names:
        before = " ".join(context.folded[max(0, name.first - 3) : name.first])
        if not before.endswith(context.lexicon.acts.styles):
            continue
        at = next((heads[one] for one in _subjects(context, name.first) if one in heads), None)
        key = name.key if at is None else board.names[at].key
        if at is not None and key != name.key and board.kind[key] == "person":
            yield full.get(at, key), name.key


def _subjects(context: Context, at: int) -> Iterator[int]:
    """Yield the subjects of the clauses that a token stands in, the innermost first."""
    for above in context.syntax.ancestors(context.syntax.tokens[at]):
        for subject in context.syntax.children(above, "nsubj", "nsubjpass"):
            yield subject.index


def nicknamed(board: Board) -> Iterator[tuple[str, str]]:
    """A name and the nickname that stands within it or is told behind it."""
    full = people.bearers(board)
    for at, name in enumerate(board.names):
        nation = board.context.lexicon.nationalities.holds(name.key)
        span = None if nation else name.nickname or nicknames.told(board.context, name)
        key = fold(span.of(board.context.text)) if span else ""
        for nickname in (key, key.removeprefix("the ")):
            if nickname in board.of and board.kind[nickname] in (
                "person",
                "other",
                board.kind[name.key],
            ):
                yield full.get(at, name.key), nickname


_QUOTES: Final = frozenset("\"“”‘’'") | {"``", "''"}


def respelled(board: Board) -> Iterator[tuple[str, str]]:
    """Two spellings of one name from another script: "Haddad", "Hadad"."""
    by_bones: dict[str, str] = {}
    for key in sorted(board.of, key=lambda k: board.of[k][0]):
        words = [word for word in key.split() if word not in board.context.lexicon.titles.particles]
        if board.kind[key] not in ("person", "place") or not words or len(words[-1]) < 6:
            continue
        bones = " ".join(skeleton(word) for word in words)
        if len(bones) > 3:
            other = by_bones.setdefault(f"{board.kind[key]} {bones}", key)
            if other != key and _near(other, key):
                yield other, key


def _near(one: str, other: str) -> bool:
    """Tell whether two spellings differ little in length and are no plain English pair."""
    return abs(len(one) - len(other)) <= 2 and one[-1:] == other[-1:]


def doubled(board: Board) -> Iterator[tuple[str, str]]:
    """Two spellings that differ in doubled letters alone: "Al-Haddad", "Al-Hadad"."""
    by_single: dict[str, str] = {}
    for key in sorted(board.of, key=lambda k: board.of[k][0]):
        single = _TWICE.sub(r"\1", key)
        if len(single) > 5 and board.kind[key] not in ("group", "other"):
            other = by_single.setdefault(single, key)
            if other != key:
                yield other, key


_TWICE: Final = re.compile(r"(.)\1+")

RULES: Final = (
    spelled_alike,
    full_names,
    bodies.acronyms,
    called,
    bynamed,
    styled,
    nicknamed,
    bodies.undressed,
    bodies.nicked,
    bodies.headed,
    bodies.unplaced,
    respelled,
    doubled,
)
"""What makes two keys one, in this order."""
