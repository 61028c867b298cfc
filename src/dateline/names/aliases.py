"""Which names are one: surnames, acronyms, nicknames, spellings; never two people for one surname.

The rules here say of keys (folded names) which are one; `people` then says whose a surname is that
stands alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.names import gazetteer, people
from dateline.names.board import SURE, Board, Group
from dateline.names.context import Context, Name
from dateline.names.kinds import decide
from dateline.names.words import capitalised, shouted, skeleton


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
    groups = _teams(board, groups)
    return tuple(sorted(groups, key=lambda g: g.names[0].span))


def _teams(board: Board, groups: list[Group]) -> list[Group]:
    """Return the groups, those places made organisations whose teams the article is about.

    Where scores stand beside the names of two places or more, these name the teams that play.
    """
    scored = {name.key for name, votes in zip(board.names, board.votes, strict=True)
              if any(vote.why == "scored" for vote in votes)}  # fmt: skip
    playing = [
        group
        for group in groups
        if group.kind == "place" and scored.intersection(name.key for name in group.names)
    ]
    if len(playing) < 2:
        return groups
    made = [msgspec.structs.replace(g, kind="organisation") for g in playing]
    return [group for group in groups if group not in playing] + made


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
    """Longer and shorter forms of one person's full name: "J. R. Smith", "John Smith"."""
    by_last: dict[str, list[str]] = defaultdict(list)
    for key in board.of:
        if " " in key and board.kind[key] == "person":
            by_last[people.surname(board.context, key)].append(key)
    for keys in by_last.values():
        keys.sort(key=lambda key: (-len(key.split()), board.of[key][0]))
        bare = {key: people.without_suffix(board.context, key) for key in keys}
        for at, short in enumerate(keys):
            longer = [long for long in keys[:at] if shortens(bare[short], bare[long])]
            same = [a for a in longer if a == longer[0] or shortens(bare[a], bare[longer[0]])]
            if longer and len(same) == len(longer):
                yield longer[0], short


def shortens(short: str, long: str) -> bool:
    """Tell whether one full name is another one with words left out or cut to their initial."""
    rest = iter(long.split())
    words = short.split()
    return all(any(_stands_for(word, full) for full in rest) for word in words) and (
        words[-1] == long.rsplit(maxsplit=1)[-1]
    )


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def acronyms(board: Board) -> Iterator[tuple[str, str]]:
    """A long name and the capitals for it: by their letters, or standing in brackets after it."""
    short = [k for k in board.of if shouted(board.shown(k)) and len(k) <= 8 and " " not in k]
    if not short:
        return
    by_letters: dict[str, str] = {}
    for key in board.of:
        if " " in key and board.kind[key] not in ("person", "group"):
            for letters in initials(board.shown(key)):
                by_letters.setdefault(letters, key)
    paired = dict(_paired(board))
    for key in short:
        long = paired.get(key) or by_letters.get(key.replace(" ", ""))
        if long is not None and long != key:
            yield long, key


_LITTLE: Final = frozenset(
    {"of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "a", "&"}
)


def initials(shown: str) -> set[str]:
    """Return the acronyms of a name: of all words, of the weighty ones, of those in capitals."""
    words = [word.strip(".,'’()\"") for word in shown.replace("-", " ").split()]
    words = [word for word in words if word]
    weighty = [word for word in words if word.casefold() not in _LITTLE]
    some = (words, weighty, [word for word in words if capitalised(word)])
    found = {"".join(word[0] for word in kept).casefold() for kept in some}
    return {letters for letters in found if len(letters) > 1}


def _paired(board: Board) -> Iterator[tuple[str, str]]:
    """Yield acronyms and long names that stand side by side: "X (XYZ)", "X, or XYZ,"."""
    tokens, folded = board.context.syntax.tokens, board.context.folded
    for left, right in zip(board.names, board.names[1:], strict=False):
        gap = [folded[i] or tokens[i].text for i in range(left.last, right.first)]
        if tokens[left.first].sentence != tokens[right.first].sentence:
            continue
        if gap not in (["("], [",", "or"], [",", "or", "the"], ["(", "the"], ["or"]):
            continue
        for long, acronym in ((left, right), (right, left)):
            fits = " " in long.key and shouted(acronym.shown) and " " not in acronym.key
            if fits and board.kind[long.key] not in ("person", "group") and _hints(acronym, long):
                yield acronym.key, long.key


def _hints(acronym: Name, long: Name) -> bool:
    """Tell whether most letters of the acronym begin a word of the long name, in any order."""
    left = [word[0] for word in long.key.split()]
    hits = 0
    for letter in acronym.key:
        if letter in left:
            left.remove(letter)
            hits += 1
    return hits >= max(2, len(acronym.key) - 1)


def called(board: Board) -> Iterator[tuple[str, str]]:
    """Two names joined by "known as", "formerly" and their like, or by "or" between quotes."""
    tokens, folded = board.context.syntax.tokens, board.context.folded
    phrases = set(board.context.lexicon.acts.called)
    for left, right in zip(board.names, board.names[1:], strict=False):
        between = range(left.last, right.first)
        if not 0 < len(between) <= 7 or tokens[left.first].sentence != tokens[right.first].sentence:
            continue
        gap = " ".join(folded[i] for i in between if folded[i] not in ("", "the", "is", "was"))
        quotes = sum(tokens[i].text in _QUOTES for i in between)
        if gap in phrases and (tokens[left.last].text in (",", "(") or gap.startswith("also")):
            if tokens[left.last].text != "," or tokens[left.last + 1].tag != "VBD":
                yield left.key, right.key
        elif gap == "or" and quotes >= 2:
            yield left.key, right.key


_QUOTES: Final = frozenset("\"“”‘’'") | {"``", "''"}


def undressed(board: Board) -> Iterator[tuple[str, str]]:
    """An organisation without "Inc.", "Foundation", "Party": "X" after "X Foundation"."""
    designators = board.context.lexicon.organisations.designators
    for key in board.of:
        words = key.split()
        while len(words) > 1 and words[-1] in designators:
            words.pop()
            short = " ".join(words)
            if short not in board.of or board.kind[key] != "organisation":
                continue
            if board.kind[short] in ("organisation", "other", "product"):
                yield key, short


def headed(board: Board) -> Iterator[tuple[str, str]]:
    """An organisation by what it is alone: "the Church" after "Church of X", if it is the one."""
    known = board.context.lexicon.organisations
    by_noun: dict[str, set[str]] = defaultdict(set)
    for key in board.of:
        words = key.split()
        if len(words) > 1 and board.kind[key] == "organisation":
            for noun in {words[-1], words[0] if words[1] in ("of", "for") else words[-1]}:
                by_noun[noun].add(board.root(key))
    for key in board.of:
        if key in known.nouns and len(by_noun[key]) == 1 and capitalised(board.shown(key)):
            yield min(by_noun[key]), key


def unplaced(board: Board) -> Iterator[tuple[str, str]]:
    """An organisation without the land it belongs to: "Navy Board" after "Kenyan Navy Board"."""
    by_tail: dict[str, set[str]] = defaultdict(set)
    for key in board.of:
        words = key.split()
        for cut in range(1, min(4, len(words) - 1)):
            tail = " ".join(words[cut:])
            bodies = tail in board.of and board.kind[key] == board.kind[tail] == "organisation"
            if bodies and _is_land(board, " ".join(words[:cut])):
                by_tail[tail].add(board.root(key))
    for tail, longer in by_tail.items():
        if len(longer) == 1:
            yield longer.pop(), tail


def _is_land(board: Board, words: str) -> bool:
    """Tell whether words that begin a name are those of a country, a region or a people."""
    known = board.context.lexicon
    if words in known.places.short or known.nationalities.holds(words):
        return True
    return board.kind.get(words) == "place" or any(
        site.level in ("country", "region", "capital") for site in gazetteer.sites(words)[:2]
    )


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
    acronyms,
    called,
    undressed,
    headed,
    unplaced,
    respelled,
    doubled,
)
"""What makes two keys one, in this order."""
