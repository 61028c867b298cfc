"""Organisations, ships and teams by their shorter names: acronyms, "the Post", "X" for "X Inc."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.names import gazetteer
from dateline.names.abbreviations import LITTLE, is_acronym
from dateline.names.board import Board, Group
from dateline.names.context import Name
from dateline.names.words import capitalised, fold, shouted


def acronyms(board: Board) -> Iterator[tuple[str, str]]:
    """A long name and the capitals for it: by their letters, or standing in brackets after it."""
    short = [k for k in board.of if _is_short(board.shown(k)) and len(k) <= 8]
    if not short:
        return
    by_letters: dict[str, str] = {}
    people: dict[str, set[str]] = defaultdict(set)
    for key in board.of:
        if " " not in key or board.kind[key] == "group":
            continue
        for letters in initials(board.shown(key)) | _landless(board, key):
            if board.kind[key] != "person":
                by_letters.setdefault(letters, key)
            elif len(letters) > 2:
                people[letters].add(key)
    paired = dict(_paired(board))
    for key in short:
        long = paired.get(key) or by_letters.get(key.replace(" ", ""))
        if long is None and len(people[key]) == 1:
            long = min(people[key])
        if long is not None and long != key:
            yield long, key


def _landless(board: Board, key: str) -> set[str]:
    """Return the acronyms of a body's name without the land that it begins with."""
    first, _, rest = board.shown(key).partition(" ")
    known = board.context.lexicon
    land = fold(first) in known.places.short or known.nationalities.holds(first)
    return initials(rest) if land and " " in rest else set()


def _is_short(shown: str) -> bool:
    return shouted(shown) or is_acronym(shown)


def initials(shown: str) -> set[str]:
    """Return the acronyms of a name: of all words, of the weighty ones, of those in capitals."""
    words = [word.strip(".,'’()\"") for word in shown.replace("-", " ").split()]
    words = [word for word in words if word]
    weighty = [word for word in words if fold(word) not in LITTLE]
    some = (words, weighty, [word for word in words if capitalised(word)])
    found = {"".join(map(_letters, kept)).casefold() for kept in some}
    return {letters for letters in found if len(letters) > 1}


def _letters(word: str) -> str:
    """Return the first letter of a word, all of one that is made of initials: "U.S"."""
    parts = word.split(".")
    return "".join(parts) if len(parts) > 1 and max(map(len, parts)) == 1 else word[0]


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
            fits = " " in long.key and _is_short(acronym.shown) and " " not in acronym.shown
            if fits and board.kind[long.key] not in ("person", "group") and _hints(acronym, long):
                yield acronym.key, long.key


def _hints(acronym: Name, long: Name) -> bool:
    """Tell whether most letters of the acronym begin a word of the long name, in any order."""
    left = [word[0] for word in long.key.split()]
    hits = 0
    letters = acronym.key.replace(" ", "")
    for letter in letters:
        if letter in left:
            left.remove(letter)
            hits += 1
    return hits >= max(2, len(letters) - 1) or _is_syllabic(letters, long.key)


def _is_syllabic(letters: str, long: str) -> bool:
    """Tell whether an acronym is made of the beginnings of a name's words: "Benelux"."""
    ends = {0}  # how many letters the words so far may account for
    words = [word for word in long.split() if word not in LITTLE]
    for word in words:
        sizes = range(1, len(word) + 1)
        ends = {at + n for at in ends for n in sizes if letters[at:].startswith(word[:n])}
    return len(letters) in ends and len(words) > 1


def undressed(board: Board) -> Iterator[tuple[str, str]]:
    """An organisation without "Inc.", "Foundation", "Party": "X" after "X Foundation".

    Of several that begin alike the one is meant that is a company or group by its last word.
    """
    longer: dict[str, dict[str, None]] = defaultdict(dict)
    for key in board.of:
        words = key.split()
        while len(words) > 1 and board.kind[key] == "organisation":
            last = words.pop()
            short = " ".join(words)
            if short in board.of and _is_shorter(board, last, short):
                longer[short][key] = None
            known = board.context.lexicon.organisations
            if last not in known.designators | known.trades:
                break
    for short, keys in longer.items():
        legal = [key for key in keys if key.rsplit(" ", 1)[-1] in _LEGAL]
        chosen = legal if len(legal) == 1 else list(keys)
        if len({board.root(key) for key in chosen}) == 1:
            yield chosen[0], short


_LEGAL: Final = frozenset(
    {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "plc", "gmbh"}
    | {"ag", "sa", "nv", "bv", "group", "holdings"}
)


def _is_shorter(board: Board, last: str, short: str) -> bool:
    """Tell whether a name that lacks but its last word may be the same body's."""
    known = board.context.lexicon.organisations
    named = last in known.designators or (last in known.trades and not _is_surname(board, short))
    if named and board.kind[short] in ("organisation", "other", "product"):
        return True
    if last in _LEGAL | known.trades and board.kind[short] == "person":
        return board.said(short, "person") < 0.7 and not _is_surname(board, short)
    nowhere = not any(board.weight(short, why, "place") for why in ("listed", "placed", "worded"))
    return last in known.ends and board.kind[short] == "place" and nowhere


def _is_surname(board: Board, key: str) -> bool:
    """Tell whether the article names a person whose full name ends in the key."""
    return any(other.endswith(f" {key}") and board.kind[other] == "person" for other in board.of)


def nicked(board: Board) -> Iterator[tuple[str, str]]:
    """A ship without "MV", a storm without "Hurricane", a team without "United"."""
    known = board.context.lexicon.organisations
    for key in board.of:
        first, _, rest = key.partition(" ")
        if first in known.vessels | known.storms and rest in board.of:
            yield key, rest
        head, _, last = key.rpartition(" ")
        if last in known.teams and head in board.of and _plays(board, key):
            kind = board.kind[head]
            state = any(site.level == "country" for site in gazetteer.sites(head)[:1])
            if not state and (kind != "place" or not board.weight(head, "placed", "place")):
                yield key, head


def _plays(board: Board, key: str) -> bool:
    """Tell whether a name is a team's: scores stand beside it, or it is no place's."""
    return board.weight(key, "scored", "organisation") > 0.0 or board.kind[key] == "organisation"


def headed(board: Board) -> Iterator[tuple[str, str]]:
    """An organisation by what it is alone: "the Church" after "Church of X", if it is the one.

    A common noun that only ends a name is no name of it: another House than the White House sits.
    """
    known = board.context.lexicon.organisations
    common = known.nouns | known.facilities
    by_noun: dict[str, set[str]] = defaultdict(set)
    by_head: dict[str, set[str]] = defaultdict(set)
    for key in board.of:
        words = key.split()
        if len(words) > 1 and board.kind[key] == "organisation":
            joint = next((at for at, word in enumerate(words) if word in _JOINTS and at), 0)
            by_head[words[joint - 1] if joint else ""].add(board.root(key))
            for noun in {words[-1], words[joint - 1]}:
                if noun not in known.single or _is_states(board, words, words.index(noun)):
                    by_noun[noun].add(board.root(key))
    for key in board.of:
        if len(by_noun[key]) != 1 or (key in common and not by_head[key]):
            continue
        called = key in known.nouns and capitalised(board.shown(key))
        if called or _stands_alone(board, key):
            yield min(by_noun[key]), key


def _is_states(board: Board, words: Sequence[str], at: int) -> bool:
    """Tell whether a name is that of a country's or a town's body: not "Congress of Millers"."""
    before, behind = " ".join(words[:at]), " ".join(w for w in words[at + 2 :] if w != "the")
    return all(not one or _is_land(board, one) for one in (before, behind))


_JOINTS: Final = frozenset({"of", "for"})


def _stands_alone(board: Board, key: str) -> bool:
    """Tell whether a last word is used like a whole name of its own: "the Post"."""
    if board.kind[key] in ("place", "person") and board.said(key, board.kind[key]) > 1.0:
        return False
    folded = board.context.folded
    return " " not in key and all(
        folded[board.names[index].first - 1] == "the" for index in board.of[key]
    )


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


def teams(board: Board, groups: list[Group]) -> list[Group]:
    """Return the groups, those places made organisations whose teams the article is about.

    Where scores stand beside the names of two places or more, these name the teams that play.
    """
    scored = {name.key for name, votes in zip(board.names, board.votes, strict=True)
              if any(vote.why == "scored" for vote in votes)}  # fmt: skip
    playing = [
        group
        for group in groups
        if group.kind in ("place", "organisation", "person")
        and scored.intersection(name.key for name in group.names)
    ]
    if len(playing) < 2:
        return groups
    playing = [group for group in playing if group.kind == "place"]
    made = [msgspec.structs.replace(g, kind="organisation") for g in playing]
    return [group for group in groups if group not in playing] + made
