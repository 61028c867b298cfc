"""Where names stand: what a tagger proposes, mended at its ends, and runs of capitals it missed.

A mention found here has no kind yet: the taggers' labels go along as votes, and `kinds` decides on
the evidence of the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.names import abbreviations, gazetteer, joining, nicknames, offices
from dateline.names.context import DOUBT, LABELS, Context, Name, Vote
from dateline.names.words import capitalised, shouted
from dateline.record import EntityKind
from dateline.span import Span
from dateline.syntax import Proposal, Token


def find(context: Context, proposals: Iterable[Proposal]) -> tuple[Name, ...]:
    """Return the names of a text in order, none overlapping another.

    Args:
        context: the parsed text.
        proposals: what one or several taggers take for names; where two overlap, the surer one
            stands, then the longer one.
    """
    taken = bytearray(len(context.syntax.tokens))
    found = list(abbreviations.find(context))
    for name in found:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    order = sorted(proposals, key=lambda p: (-p.score, -len(p.span), p.span))
    for proposal in order:
        kind = LABELS.get(proposal.label)
        if kind is None:
            _take_other(context, proposal, taken)
            continue
        for first, last in _trimmed(context, proposal.span, kind):
            first, last = _grown(context, first, last, kind, taken)  # noqa: PLW2901
            if not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                vote = Vote(kind, proposal.score * DOUBT.get(kind, 1.0), "tagger")
                found.append(context.name(first, last, (vote,)))
    found.extend(_runs(context, taken))
    names = tuple(joining.joined(context, sorted(found, key=lambda name: name.span)))
    return tuple(nicknames.joined(context, names))


def _take_other(context: Context, proposal: Proposal, taken: bytearray) -> None:
    """Keep a date's or a number's words from being taken for a run of names."""
    for token in context.syntax.within(proposal.span):
        taken[token.index] = max(taken[token.index], 2 if token.tag.startswith("NNP") else 0)


def _trimmed(context: Context, span: Span, kind: EntityKind) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the names in a proposed span: mostly one, trimmed at both ends."""
    tokens = context.syntax.within(span)
    start = 0
    for at, token in enumerate([*tokens, None]):
        breaks = token is not None and at > start and _broken(context, tokens[at - 1], token)
        if (
            token is None
            or breaks
            or _parts(token, kind)
            or _addresses(context, token, at > start)
            or _scores(tokens, at)
            or _joins_places(context, tokens, at, kind)
        ):
            piece = _ends(context, tokens[start:at], kind)
            if piece:
                yield piece[0].index, piece[-1].index + 1
            start = at if breaks else at + 1


def _scores(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is the score of a match, or a part of one: "2-1"."""
    near = "".join(token.text for token in tokens[max(0, at - 2) : at + 3])
    plain = tokens[at].text.isdigit() or tokens[at].text in _DASHES
    return (plain or tokens[at].text[0].isdigit()) and _SCORE.search(near) is not None


_SCORE: Final = re.compile(r"(?<![\d/])\d{1,2}[-–—]\d{1,2}(?![\d/-])")


def _broken(context: Context, before: Token, token: Token) -> bool:
    """Tell whether a line or a part that is not read ends between two tokens."""
    gap = context.text[before.span.end : token.span.start]
    return before.sentence != token.sentence and ("\n" in gap or not gap.isspace())


def _parts(token: Token, kind: EntityKind) -> bool:
    """Tell whether a token parts two names that a tagger took for one."""
    if token.tag == "POS" or token.text in _SIGNS:
        return kind in ("person", "place", "group") or token.text in _SIGNS
    return kind == "person" and token.tag in ("CC", "IN", ",") and token.text != "-"


def _addresses(context: Context, token: Token, inside: bool) -> bool:
    """Tell whether a token within a span is a form of address, before which another name ends."""
    word = context.folded[token.index]
    return inside and token.text.endswith(".") and word in context.lexicon.titles.address


def _joins_places(context: Context, tokens: Sequence[Token], at: int, kind: EntityKind) -> bool:
    """Tell whether a hyphen joins two places that have names of their own: "Sahara-Sahel"."""
    if tokens[at].text != "-" or kind == "person" or not 0 < at < len(tokens) - 1:
        return False
    return all(
        context.folded[tokens[i].index] in context.lexicon.places.regions
        or any(s.level == "country" for s in gazetteer.sites(tokens[i].text)[:3])
        for i in (at - 1, at + 1)
    )


_SIGNS: Final = frozenset('()[]{};:|/\\•*=<>_#@"“”«»') | {"--", "...", "…", "–", "—", "``", "''"}
_EDGES: Final = frozenset({"'", "’", "‘", ",", ".", "-", "!", "?", "'s", "’s", "&", "`", "+", "~"})
_DASHES: Final = frozenset({"-", "–", "—"})
_LITTLE: Final = frozenset({"in", "on", "upon", "over", "under"})
_PREFIXES: Final = frozenset(
    {"pro", "anti", "ex", "non", "then", "post", "pre", "mid", "self", "pan", "neo"}
)
_MEMBERS: Final = frozenset({"D-", "R-", "I-"})  # of a party, from a state: "D-Ohio"
_ARTICLES: Final = frozenset({"the", "a", "an"})


def _ends(context: Context, tokens: Sequence[Token], kind: EntityKind) -> Sequence[Token]:
    """Return the tokens without what stands at their ends and is no part of a name."""
    first, last = 0, len(tokens)
    ending = [token.text for token in tokens[-3:]]
    if last > 3 and ending[0].isdigit() and ending[1] in _DASHES and ending[2].isdigit():
        last -= 3
    while first < last and _leads(context, tokens, first, last, kind):
        first += 1
    while last > first and _trails(context, tokens[last - 1], kind):
        last -= 1
    piece = offices.before(context, tokens[first:last], kind)
    named = any(capitalised(token.text) for token in piece)
    if not piece or not (named or context.is_lowered()):
        return ()
    if kind == "person" and offices.is_office(context, piece):
        return ()
    if len(piece) == 1 and (piece[0].text[:2] in _MEMBERS or piece[0].text[0].isdigit()):
        return ()
    if len(piece) == 1 and context.folded[piece[0].index] in _PREFIXES:
        return ()
    if len(piece) == 1 and context.folded[piece[0].index] in context.lexicon.acts.ordinary:
        return ()
    return piece


def _leads(context: Context, tokens: Sequence[Token], at: int, last: int, kind: EntityKind) -> bool:
    """Tell whether the token stands before the name proper: an article, a sign, a title."""
    token = tokens[at]
    word = context.folded[token.index]
    if token.text in _EDGES or not word or word in _ARTICLES:
        return True
    begins = context.syntax.sentences[token.sentence].first == token.index
    little = token.pos in ("ADV", "ADP", "CCONJ", "SCONJ", "PRON") and kind != "work"
    if last - at < 2:
        return begins and little
    if (begins and little) or (word in _PREFIXES and tokens[at + 1].text == "-"):
        return True
    if _is_plain(token) and not context.is_lowered():
        return word not in context.lexicon.titles.particles and tokens[at + 1].text not in _DASHES
    if begins and word in context.lexicon.organisations.nouns and not _is_startable(context, word):
        return True
    after = context.folded[token.index + 1]
    named = kind == "organisation" and at == 0 and context.lexicon.is_given(after)
    named = named and context.folded[token.index - 1] != "the"
    return (kind == "person" or named) and _is_title(context, token, last - at)


def _is_title(context: Context, token: Token, left: int) -> bool:
    """Tell whether a word begins what is said of a person before the name: a title, a nation."""
    folded, titles = context.folded, context.lexicon.titles
    word = folded[token.index]
    for length in (3, 2):
        phrase = " ".join(folded[token.index : token.index + length])
        if length < left and phrase in titles.office:
            return True
    noun = context.lexicon.is_person_noun(word) and not context.lexicon.is_given(word)
    if word not in titles.kept and (context.lexicon.is_title(word) or noun):
        return True
    return context.lexicon.nationalities.holds(word) and token.pos == "ADJ"


def _is_plain(token: Token) -> bool:
    """Tell whether a word is in small letters throughout."""
    return token.text.isalpha() and token.text.islower()


def _is_startable(context: Context, word: str) -> bool:
    """Tell whether a noun for an organisation often begins a name: "Bank X", "Radio X"."""
    known = context.lexicon.organisations
    return word in known.ends or word in known.designators or word in known.starts


def _trails(context: Context, token: Token, kind: EntityKind) -> bool:
    """Tell whether the token stands after the name proper: a possessive, a sign, a degree."""
    word = context.folded[token.index]
    if kind == "person" and word in context.lexicon.titles.honours and shouted(token.text):
        return True
    return token.tag == "POS" or token.text in _EDGES or not word


def _grown(
    context: Context, first: int, last: int, kind: EntityKind, taken: bytearray
) -> tuple[int, int]:
    """Return the range grown over what the tagger left off: other names of a person, "Mullah"."""
    tokens = context.syntax.tokens
    grows = kind == "person" or (kind == "place" and last - first == 1)
    if grows and not context.loud[tokens[first].sentence]:
        while _belongs(context, first - 1, tokens[first].sentence, taken):
            first -= 1
        while kind == "person" and _belongs(context, last, tokens[first].sentence, taken):
            last += 1
    if not context.loud[tokens[first].sentence]:
        last = _syllables(context, first, last, taken)
        last += _ends_body(context, last, tokens[first].sentence, taken)
    while first > 1 and _is_particle(context, first - 1, taken):
        first -= 1
    if first > 0 and tokens[first - 1].sentence == tokens[first].sentence:
        before, word = tokens[first - 1], context.folded[first - 1]
        begins = context.syntax.sentences[before.sentence].first == before.index
        kept = kind == "person" and word in context.lexicon.titles.kept
        little = word in _LITTLE or word in context.lexicon.titles.particles
        ship = word in context.lexicon.organisations.vessels and before.text.isupper()
        inner = ship or (little and not begins and not context.loud[before.sentence])
        if (kept or inner) and capitalised(before.text) and not taken[first - 1]:
            first -= 1
    return first, last


def _syllables(context: Context, first: int, last: int, taken: bytearray) -> int:
    """Return the end of a name grown over the syllable that a hyphen joins to it: "Han Mi-rae"."""
    tokens = context.syntax.tokens
    if last - first < 2 or last + 1 >= len(tokens) or any(taken[last : last + 2]):
        return last
    before, hyphen, after = tokens[last - 1], tokens[last], tokens[last + 1]
    close = hyphen.text == "-" and before.span.end + 2 == after.span.start + 1
    plain = after.text.isalpha() and after.text.islower() and len(after.text) < 7
    if not close or not plain or len(before.text) > 6 or not before.text.isalpha():
        return last
    return last if context.folded[after.index] in context.lexicon.acts.suffixed else last + 2


def _ends_body(context: Context, at: int, sentence: int, taken: bytearray) -> bool:
    """Tell whether the word behind a name is the last one of a body's name: "X" of "X Observer"."""
    tokens = context.syntax.tokens
    return (
        at < len(tokens)
        and not taken[at]
        and tokens[at].sentence == sentence
        and tokens[at].tag in ("NNP", "NNPS")
        and capitalised(tokens[at].text)
        and context.folded[at] in context.lexicon.organisations.ends
        and not context.lexicon.is_title(context.folded[at])
        and not offices.is_field(context, tokens[at])
    )


def _is_particle(context: Context, at: int, taken: bytearray) -> bool:
    """Tell whether a small particle ("al", "bin", "van") stands before a name and belongs to it."""
    token = context.syntax.tokens[at]
    after = context.syntax.tokens[at + 1]
    return (
        not taken[at]
        and token.tag == "NNP"
        and token.sentence == after.sentence
        and not capitalised(token.text)
        and context.folded[at] in context.lexicon.titles.particles
    )


def _belongs(context: Context, at: int, sentence: int, taken: bytearray) -> bool:
    """Tell whether a token beside a person's name is one more word of that name."""
    tokens = context.syntax.tokens
    if not 0 <= at < len(tokens) or taken[at] or tokens[at].sentence != sentence:
        return False
    token, word = tokens[at], context.folded[at]
    return (
        token.tag == "NNP"
        and " ".join(context.folded[at : at + 2]) not in context.lexicon.titles.office
        and token.dep in ("compound", "flat", "nmod")
        and capitalised(token.text)
        and word not in context.lexicon.acts.ordinary
        and not context.lexicon.is_title(word)
        and not context.lexicon.is_person_noun(word)
        and not context.lexicon.nationalities.holds(word)
        and word not in context.lexicon.organisations.nouns
        and word not in context.lexicon.organisations.parts
        and not shouted(token.text)
        and word.isalpha()
    )


def _runs(context: Context, taken: bytearray) -> Iterator[Name]:
    """Yield the names that no tagger proposed: runs of proper nouns inside a sentence."""
    tokens = context.syntax.tokens
    at = 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and _runs_on(context, at, last, taken):
            last += 1
        if last == at:
            at += 1
            continue
        yield from _run(context, at, last)
        at = last


def _runs_on(context: Context, first: int, at: int, taken: bytearray) -> bool:
    """Tell whether the token starts a run of proper nouns (`first == at`) or goes on with it."""
    token = context.syntax.tokens[at]
    if taken[at] or token.sentence != context.syntax.tokens[first].sentence:
        return False
    if context.loud[token.sentence]:
        return False
    if token.tag in ("NNP", "NNPS") and capitalised(token.text):
        word = context.folded[at]
        return (
            word not in context.lexicon.acts.ordinary
            and any(sign.isalpha() for sign in word)
            and (
                at > first
                or not context.lexicon.nationalities.holds(word)
                or _leads_on(context, at)
            )
        )
    after = at + 1 < len(taken) and not taken[at + 1] and context.syntax.tokens[at + 1]
    if at == first or not after or after.tag not in ("NNP", "NNPS"):
        return False
    return token.text == "-" or (
        context.folded[at] in context.lexicon.titles.particles and not capitalised(token.text)
    )


def _leads_on(context: Context, at: int) -> bool:
    """Tell whether a nation's or faith's word begins a longer name: "Islamic Relief Fund"."""
    tokens = context.syntax.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in ("NNP", "NNPS"):
        return False
    word = context.folded[at + 1]
    named = word in context.lexicon.men or word in context.lexicon.women
    return not named and not context.lexicon.is_title(word)


def _run(context: Context, first: int, last: int) -> Iterator[Name]:
    """Yield the name of a run, titles before it left off; a lone title or label is none."""
    while first < last and (
        context.lexicon.is_title(context.folded[first])
        and context.folded[first] not in context.lexicon.titles.kept
    ):
        first += 1
    if first == last:
        return
    name = context.name(first, last)
    begins = context.syntax.sentences[context.syntax.tokens[first].sentence].first == first
    if name.key in context.lexicon.acts.labels or name.key in context.lexicon.titles.office:
        return
    if last - first == 1 and begins and not _acts(context, context.syntax.tokens[first]):
        return
    if context.lexicon.is_person_noun(name.key) or len(name.key) < 2:
        return
    if name.key in context.lexicon.titles.honours and shouted(name.shown):
        return
    if name.shown[:2] in _MEMBERS:
        return
    yield name


def _acts(context: Context, token: Token) -> bool:
    """Tell whether a word that begins a sentence does what only people and bodies do.

    What is written as an acronym may do anything.
    """
    verb = context.syntax.parent(token).lemma
    acts = context.lexicon.acts
    does = verb in acts.personal or verb in acts.acting or shouted(token.text)
    return token.dep in ("nsubj", "nsubjpass") and does
