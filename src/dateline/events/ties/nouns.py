"""Nouns for roles: which words they are, and what the words before them say of the role."""

from __future__ import annotations

from typing import Final

import msgspec

from dateline.events.ties.cast import Cast
from dateline.events.ties.lexicon import Meaning, Noun
from dateline.record import Status
from dateline.syntax import Token


class RoleNoun(msgspec.Struct, frozen=True, kw_only=True):
    """A noun for a role in the text.

    Attributes:
        head: index of the noun.
        core: index of the first token of the noun itself: of "acting chief executive", the chief.
        last: index of its last token: of "chief of staff", the staff.
        first: index of its first token, with what belongs to the role: of "acting chief", acting.
        outer: index of the first of all words before it that modify it and are no name.
        meaning: what it may tell.
        deputy: whether it is the role of one below it: "deputy leader".
        indefinite: whether it is one of several: "a director".
        role: as the text words it.
    """

    head: int
    first: int
    outer: int
    core: int
    last: int
    meaning: Meaning
    deputy: bool = False
    indefinite: bool = False
    status: Status | None = None
    doubtful: bool = False
    role: str


def find(cast: Cast, token: Token) -> RoleNoun | None:
    """Return the noun for a role whose head the token is, or `None`."""
    if token.tag.startswith("JJ") and token.dep in _PREDICATES:
        return None  # "was representative of"
    word = token.text.lower().rstrip(".")
    word = cast.words.abbreviations.get(word, word)
    phrases = cast.words.nouns.get(token.lemma.lower()) or cast.words.nouns.get(word, ())
    for phrase, meaning in cast.words.titled.get(word, ()):
        last = token.index + len(phrase) - 1
        run = cast.tokens[token.index : last + 1]
        if len(run) == len(phrase) and all(
            _same(cast, *one) for one in zip(run, phrase, strict=True)
        ):
            return _dressed(cast, token.index, token.index, meaning, last)
    for phrase, meaning in phrases:
        first = token.index - len(phrase) + 1
        if first >= 0 and all(
            _same(cast, cast.tokens[first + place], want) for place, want in enumerate(phrase[:-1])
        ):
            return _dressed(cast, token.index, first, meaning)
    lemma = token.lemma.lower()
    if token.tag == "NN" and lemma not in cast.words.outsiders and cast.words.is_person_noun(lemma):
        return _dressed(cast, token.index, token.index, _ANYONE)
    return None


_PREDICATES: Final = frozenset({"acomp", "attr", "pobj", "oprd"})

_ANYONE: Final[Meaning] = (Noun(tie="employed_by", nouns=(), kinds=frozenset({"organisation"})),)
"""What a noun for a person tells where `ties.toml` has no more of it: who is there works there."""


def _same(cast: Cast, token: Token, want: str) -> bool:
    word = token.text.lower()
    return want in (word, token.lemma.lower(), cast.words.abbreviations.get(word.rstrip(".")))


def _dressed(
    cast: Cast, head: int, first: int, meaning: Meaning, last: int | None = None
) -> RoleNoun:
    """Return the noun with what its modifiers tell."""
    role = cast.words.role
    status: Status | None = None
    deputy = doubtful = False
    at, start, outer, whole = first - 1, first, first, True
    while at >= 0 and at > first - _LEFT and _modifies(cast, cast.tokens[at], head):
        token = cast.tokens[at]
        outer = at if outer == at + 1 and _is_worded(cast, token) else outer
        word = _hyphened_word(cast, at)
        if word in role.former:
            status = "former"
        elif word in role.current:
            status = status or "current"
        elif word in role.future:
            status = "future"
        elif word in role.doubtful:
            doubtful = True
        else:
            deputy = deputy or (word in role.deputies and not _is_nearest(cast, at, first))
            whole = whole and _is_of_role(cast, token)
            start = at if whole else start
        at -= 1
    personal = meaning[0].tie in _PERSONAL
    if status is None and at >= 0 and cast.tokens[at].dep == "cc" and not personal:
        status = _shared_status(cast, at)
    after = cast.tokens[head + 1 : head + 3]
    if any(token.text.lower() in role.future for token in after[-1:]) and _hyphened(after):
        status = "future"
    return RoleNoun(
        head=head,
        first=start,
        outer=outer,
        meaning=meaning,
        deputy=deputy,
        indefinite=at >= 0 and cast.tokens[at].text.lower() in cast.words.reference.indefinite,
        status=status,
        doubtful=doubtful,
        role=worded(cast, start, head, last or head),
        last=last or head,
        core=first,
    )


def worded(cast: Cast, first: int, head: int, last: int) -> str:
    """Return a role as the text words it, in the singular: from one token to another."""
    text, noun = cast.context.text, cast.tokens[head]
    before = text[cast.tokens[first].span.start : noun.span.start]
    after = text[noun.span.end : cast.tokens[last].span.end]
    one = noun.lemma.lower() if noun.tag in _PLURAL else noun.text
    return (
        before + (one.capitalize() if noun.text[0].isupper() and one != noun.text else one) + after
    )


_PLURAL: Final = frozenset({"NNS", "NNPS"})


def _is_worded(cast: Cast, token: Token) -> bool:
    """Tell whether a word only modifies a role: no name, no nation, and no noun of its own."""
    named = cast.named[token.index] is not None or token.text.lower() in cast.words.nations
    return not named and token.dep in (*_PART_OF_ROLE, "advmod")


def _is_nearest(cast: Cast, at: int, core: int) -> bool:
    """Tell whether a word is of the name right before a role: "Norland State University dean"."""
    name = cast.spans[at]
    return name is not None and name[1] == core - 1


def _hyphened_word(cast: Cast, at: int) -> str:
    """Return a word in lower case, with what a hyphen joins before it: "one-time"."""
    word = cast.tokens[at].text.lower()
    joined = at > 1 and cast.tokens[at - 1].text == "-"
    return f"{cast.tokens[at - 2].text.lower()}-{word}" if joined else word


def _shared_status(cast: Cast, joint: int) -> Status | None:
    """Return "former" for the second of two roles joined in "former senator and mayor"."""
    for index in range(joint - 1, max(-1, joint - _LEFT - 1), -1):
        token = cast.tokens[index]
        if token.text.lower() in cast.words.role.former:
            return "former"
        held = cast.named[index]
        if held is not None and cast.kind(held) == "person":
            return None  # "former mayor X and Senator Y"
        if (token.dep == "punct" and token.text != "-") or token.pos in ("VERB", "DET"):
            return None
    return None


_PERSONAL: Final = frozenset({"allied_with", "rival_of", "knows", "family_of"})
"""What someone is still, whose office is told to be over: "the former mayor and friend of X"."""

_LEFT: Final = 6
"""Words that are looked at before a noun for what modifies it."""


def _is_of_role(cast: Cast, token: Token) -> bool:
    """Tell whether a modifier belongs to what a role is called: no name, no nation, no praise."""
    word, before = token.text.lower(), cast.tokens[max(0, token.index - 2) : token.index]
    if "-" in (token.text, *(one.text for one in before[-1:])):
        lower = before[-1:] if token.text == "-" else before[:1]
        return any(one.text.lower() in cast.words.role.prefixes for one in lower)
    after = cast.tokens[token.index + 1]
    if after.text == "-" and word in cast.words.role.prefixes:
        return True
    if word in cast.words.role.beside or token.tag in _COMPARING:
        return False
    named = cast.named[token.index] is not None or token.text.lower() in cast.words.nations
    return token.dep in _PART_OF_ROLE and not named


_COMPARING: Final = frozenset({"JJR", "JJS"})
_PART_OF_ROLE: Final = frozenset({"amod", "compound", "nmod"})


def _hyphened(after: tuple[Token, ...]) -> bool:
    return len(after) == 2 and after[0].text == "-"


def _modifies(cast: Cast, token: Token, head: int) -> bool:
    """Tell whether a word left of a noun belongs to it; an article or a verb ends the phrase."""
    if token.sentence != cast.tokens[head].sentence:
        return False
    if token.text == "-" or cast.named[token.index] is not None:
        return True
    hyphened = "-" in (cast.tokens[token.index - 1].text, cast.tokens[token.index + 1].text)
    if token.tag in ("VBN", "VBG", "VBD"):
        return hyphened or token.text.lower() in cast.words.role.participles
    if token.tag == "CD":
        return hyphened
    return token.tag in ("JJ", "JJS", "JJR", "NN", "NNP", "NNS", "RB", "HYPH", "AFX")
