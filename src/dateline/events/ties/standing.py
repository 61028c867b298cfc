"""Whether a tie holds in the eyes of who tells of it: denied, planned, hypothetical, over."""

from __future__ import annotations

from itertools import islice
from typing import Final

from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.record import Certainty, Reality, Status
from dateline.span import Span
from dateline.syntax import Token
from dateline.vocabulary.relations import relation_types

_UP: Final = 4
"""How many clauses up something may lessen what a clause says."""


def reality(cast: Cast, telling: Telling) -> Reality:
    """Return whether what a telling tells is said to hold."""
    anchor = cast.tokens[telling.anchor]
    verb = anchor if anchor.pos in ("VERB", "AUX") else None
    if verb is None:
        return "planned" if telling.status == "future" else "actual"
    return _of_clause(cast, verb)


def tells(telling: Telling, real: Reality) -> bool:
    """Tell whether a telling tells of a tie at all: an end that has not come leaves it open."""
    return telling.edge != "until" or real == "actual"


def _of_clause(cast: Cast, verb: Token) -> Reality:
    doubt = cast.words.doubt
    kids = cast.syntax.children(verb)
    if any(kid.dep == "neg" or kid.text.lower() in doubt.never for kid in kids):
        return "denied"
    if verb.lemma.lower() in doubt.proposing:
        return "planned"
    helpers = [kid.text.lower() for kid in kids if kid.dep == "aux"]
    if any(word in doubt.will for word in helpers):
        return "planned"
    after = {kid.text.lower() for kid in kids if kid.dep == "advmod"}
    if helpers and after & doubt.later:
        return "actual"
    if any(word in doubt.open for word in helpers) or _conditional(cast, verb):
        return "hypothetical"
    return _of_infinitive(cast, verb)


def _conditional(cast: Cast, verb: Token) -> bool:
    marks = cast.syntax.children(verb, "mark", "advmod")
    return any(mark.text.lower() in cast.words.doubt.conditional for mark in marks)


def _of_infinitive(cast: Cast, verb: Token) -> Reality:
    """Return how an infinitive or gerund holds: as what it depends on says."""
    at = verb
    for _ in range(_UP):
        above = cast.syntax.parent(at)
        if at.dep not in _SUBORDINATE or above.index == at.index:
            return "actual"
        found = _below(cast, at, above)
        if found is not None:
            return found
        at = above
    return "actual"


_SUBORDINATE: Final = frozenset(
    {"xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl", "conj", "prep"}
)


def _below(cast: Cast, at: Token, above: Token) -> Reality | None:
    """Return how the word above a clause makes it hold; `None` if it says nothing of it."""
    doubt = cast.words.doubt
    bare = at.tag == "VB" or at.dep in ("pcomp", "prep")
    if above.pos not in ("VERB", "AUX"):
        noun = (
            bare and above.pos in ("NOUN", "PROPN", "ADJ") and at.dep in ("acl", "relcl", "xcomp")
        )
        if noun and above.pos == "ADJ":
            return "hypothetical"
        return "planned" if noun else None
    if not bare and at.dep != "conj":
        return None
    helpers = {kid.text.lower() for kid in cast.syntax.children(above, "aux")}
    if bare and above.lemma.lower() in doubt.planned:
        return "planned"
    if helpers & doubt.open:
        return "hypothetical"
    return "planned" if helpers & doubt.will or _is_purpose(cast, at) else None


def _is_purpose(cast: Cast, verb: Token) -> bool:
    """Tell whether an infinitive says what something else was done for."""
    return verb.dep == "advcl" and any(k.tag == "TO" for k in cast.syntax.children(verb, "aux"))


def status(cast: Cast, telling: Telling, until: str | None) -> Status | None:
    """Return whether a tie held when the article was written, by words, tense and its end.

    What a name is called in passing ("its emir, X") holds; what a statement says of the past may
    be past for its tense alone, and is left open.
    """
    published = cast.context.published
    if telling.edge == "until" or (until is not None and until <= (published or until)):
        return "former"
    return telling.status or _by_words(cast, telling)


def _by_words(cast: Cast, telling: Telling) -> Status | None:
    """Return what the words beside a telling say of when it holds, else what its tense says."""
    anchor = cast.tokens[telling.anchor]
    near = {c.text.lower() for c in cast.syntax.children(anchor, "advmod", "amod", "npadvmod")}
    if near & cast.words.doubt.still:
        return "current"
    if near & cast.words.doubt.once:
        return "former"
    if anchor.pos not in ("VERB", "AUX"):
        lasting = telling.rule.startswith(_TENSELESS) and not _is_of_then(cast, anchor)
        return "current" if lasting and relation_types()[telling.type].lasts else None
    if {anchor.text.lower(), anchor.lemma.lower()} & cast.words.role.renewing:
        return "current"
    return _by_tense(cast, telling, anchor)


def _is_of_then(cast: Cast, anchor: Token) -> bool:
    """Tell whether a role is told of a year before that of the article.

    "In 1980 Senator X lost", "the 1980 congress, where X, the leader of Y", "a spokesman for her
    2008 campaign". Without a day of publication, before the latest year that the article names.
    """
    sentence = cast.context.sentence(anchor)
    first, last = max(sentence.first, anchor.index - _NEAR), anchor.index + _NEAR
    above = {one.index for one in (anchor, *islice(cast.syntax.ancestors(anchor), _NEAR))}
    for index in range(first, min(sentence.last, last)):
        time = cast.context.timed[index]
        year = time.value[:4] if time is not None and time.type == "DATE" else ""
        if year.isdigit() and year < cast.year:
            noun = _dated_by(cast, cast.tokens[index])
            if noun is not None and (noun.index in above or _is_below(cast, noun, anchor)):
                return True
    return False


def _dated_by(cast: Cast, time: Token) -> Token | None:
    """Return the word that a token of a time dates; `None` if it only opens or closes something."""
    noun, ends = cast.syntax.parent(time), cast.words.ends
    if noun.dep not in ("prep", "mark") and noun.pos != "ADP":
        return noun
    opens = noun.text.lower() in ends.from_ | ends.until
    return None if opens else cast.syntax.parent(noun)


def _is_below(cast: Cast, noun: Token, anchor: Token) -> bool:
    """Tell whether a noun is one of those that say what a role is in."""
    return noun.pos == "NOUN" and any(
        one.index == anchor.index for one in islice(cast.syntax.ancestors(noun), 4)
    )


_NEAR: Final = 40
"""Words around a role among which a year is looked for."""

_TENSELESS: Final = (
    "title",
    "apposition",
    "aside",
    "person_",
    "own_group",
    "site_in",
    "organisation_has",
    "described_in",
    "seat",
)
"""Rules for words that tell of a tie in passing, without a tense."""


def _by_tense(cast: Cast, telling: Telling, verb: Token) -> Status | None:
    """Return whether a clause says that something holds still: "leads", "has led", "led"."""
    if telling.edge or not relation_types()[telling.type].lasts:
        return None
    helpers = [kid.tag for kid in cast.syntax.children(verb, "aux", "auxpass")]
    tags = helpers or [verb.tag]
    if {"VBZ", "VBP"} & set(tags):
        return "current"
    said = cast.context.said_in(telling.evidence)
    return "former" if "VBD" in tags and not said else None


def certainty(cast: Cast, telling: Telling) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how sure the teller is of a tie, with the words that say so."""
    if not telling.doubtful:
        return "certain", ()
    for token in cast.tokens[max(0, telling.anchor - 8) : telling.anchor + 8]:
        if token.text.lower() in cast.words.role.doubtful:
            return "probable", (token.span,)
    return "probable", ()
