"""Whether a tie holds in the eyes of who tells of it: denied, planned, hypothetical, over."""

from __future__ import annotations

from itertools import islice
from typing import Final

from dateline.events.reality import of_verb as clause_reality
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.record import Certainty, Reality, Status
from dateline.span import Span
from dateline.syntax import Token
from dateline.vocabulary.relations import relation_types


def reality(cast: Cast, telling: Telling) -> Reality:
    """Return whether what a telling tells is said to hold."""
    anchor = cast.tokens[telling.anchor]
    verb = anchor if anchor.pos in ("VERB", "AUX") else None
    if verb is None:
        return "planned" if telling.status == "future" else "actual"
    found = _of_clause(cast, verb)
    named = found == "planned" and verb.lemma.lower() in cast.words.doubt.proposing
    return "actual" if named and telling.type == _BESIDE else found


_BESIDE: Final = "knows"
"""What two are to each other as soon as one is put forward beside the other."""


def tells(telling: Telling, real: Reality) -> bool:
    """Tell whether a telling tells of a tie at all: an end that has not come leaves it open."""
    return telling.edge != "until" or real == "actual"


def _of_clause(cast: Cast, verb: Token) -> Reality:
    """Return how a clause holds; what "would later" be so was so, and who is put forward may be."""
    doubt = cast.words.doubt
    kids = cast.syntax.children(verb)
    later = any(kid.dep == "advmod" and kid.text.lower() in doubt.later for kid in kids)
    if later and any(kid.dep == "aux" and kid.tag == "MD" for kid in kids):
        return "actual"
    above = cast.syntax.parent(verb)
    if verb.dep == "xcomp" and above.text.lower() in doubt.going:
        return "planned" if _of_clause(cast, above) == "actual" else _of_clause(cast, above)
    if verb.dep == "acl" and above.dep == "attr":  # "if X is the first to be named head of Y"
        around = _of_clause(cast, cast.syntax.parent(above))
        if around != "actual":
            return around
    found = clause_reality(cast.context, cast.words.actions, verb)
    meant = any(kid.dep == "mark" and kid.text.lower() in cast.words.ends.for_ for kid in kids)
    if meant and found == "actual" and any(kid.tag == "TO" for kid in kids):
        return "planned"  # "a call for Norland to leave the league"
    proposed = verb.lemma.lower() in doubt.proposing
    return "planned" if proposed and found == "actual" else found


def status(cast: Cast, telling: Telling, until: str | None) -> Status | None:
    """Return whether a tie held when the article was written, by words, tense and its end.

    What a name is called in passing ("its emir, X") holds; what a statement says of the past may
    be past for its tense alone, and is left open.
    """
    published = cast.context.published
    if telling.edge == "until" or (until is not None and until <= (published or until)):
        return "former"
    found = telling.status or _by_words(cast, telling)
    over = found == "current" and not cast.dead.isdisjoint((telling.subject, telling.object))
    return "former" if over else found


def _by_words(cast: Cast, telling: Telling) -> Status | None:
    """Return what the words beside a telling say of when it holds, else what its tense says."""
    anchor = cast.tokens[telling.anchor]
    near = {c.text.lower() for c in cast.syntax.children(anchor, "advmod", "amod", "npadvmod")}
    if near & cast.words.doubt.still:
        return "current"
    if near & cast.words.doubt.once:
        return "former"
    if anchor.pos not in ("VERB", "AUX"):
        then = _is_of_then(cast, anchor) or _goes_on_from_then(cast, anchor)
        lasting = telling.rule.startswith(_TENSELESS) and not then
        return "current" if lasting and relation_types()[telling.type].lasts else None
    if {anchor.text.lower(), anchor.lemma.lower()} & cast.words.role.renewing:
        return "current"
    return None if _is_ranked(cast, telling, anchor) else _by_tense(cast, telling, anchor)


def _is_ranked(cast: Cast, telling: Telling, verb: Token) -> bool:
    """Tell whether someone was only "the first official to": as they may be still."""
    return telling.rule.startswith("copula") and any(
        kid.text.lower() in cast.words.doubt.ranks
        for noun in cast.syntax.children(verb, "attr")
        if any(below.tag != "VBN" for below in cast.syntax.children(noun, "relcl", "acl"))
        for kid in cast.syntax.children(noun, "amod")
    )


def _is_of_then(cast: Cast, anchor: Token) -> bool:
    """Tell whether a role is told of a year before that of the article.

    "In 1980 Senator X lost", "the 1980 congress, where X, the leader of Y", "a spokesman for her
    2008 campaign". Without a day of publication, before the latest year that the article names.
    """
    if _is_of_year(cast, anchor) or _is_of_reign(cast, anchor):
        return True
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
            if noun is not None and _is_long_done(cast, noun, year) and noun.head in above:
                return True
    return False


def _is_long_done(cast: Cast, noun: Token, year: str) -> bool:
    """Tell whether what is dated is the object of a deed of long ago: "won the 1980 vote"."""
    verb, long_ago = cast.syntax.parent(noun), cast.year.isdigit() and int(cast.year) - int(year)
    return noun.dep == "dobj" and verb.tag == "VBD" and long_ago >= _AGE


_AGE: Final = 15
"""Years after which few hold the office that they held."""


def _is_of_year(cast: Cast, anchor: Token) -> bool:
    """Tell whether a year before that of the article stands before a role: "the 1980 nominee"."""
    return any(
        len(kid.text) == len(cast.year) and kid.text.isdigit() and kid.text < cast.year
        for kid in cast.syntax.children(anchor, "nummod", "compound", "amod", "nmod")
    )


def _is_of_reign(cast: Cast, anchor: Token) -> bool:
    """Tell whether a role is told of the days of somebody: "the envoy in the X administration"."""
    role = cast.words.role
    return any(
        noun.lemma.lower() in role.reigns
        for kid in cast.syntax.children(anchor, "prep")
        if kid.text.lower() in role.during
        for noun in cast.syntax.children(kid, "pobj")
    )


def _goes_on_from_then(cast: Cast, anchor: Token) -> bool:
    """Tell whether a role is told in a tale that a year long past has opened right before.

    "In 1980 rebels took the capital. The new government, led by the rebel leader X, fell." Who
    says something, or does it now or at a time that is told, is out of the tale.
    """
    context = cast.context
    sentence = context.sentence(anchor)
    if not sentence.first or not cast.year.isdigit():
        return False
    before = context.sentence(cast.tokens[sentence.first - 1])
    between = context.text[before.span.end : sentence.span.start]
    opening = (context.timed[n] for n in range(before.first, min(before.first + 3, before.last)))
    years = [time.value[:4] for time in opening if time is not None and time.type == "DATE"]
    if "\n" in between or not any(
        one.isdigit() and int(one) + _LONG <= int(cast.year) for one in years
    ):
        return False
    inside = range(sentence.first, sentence.last)
    if any(context.timed[n] is not None or cast.tokens[n].tag in _PRESENT for n in inside):
        return False
    cues = (span for one in context.statements for span in one.cue.spans)
    return not any(sentence.span.contains(span) for span in cues)


_LONG: Final = 5
"""Years after which a tale is one of then."""

_PRESENT: Final = ("VBZ", "VBP")


def _dated_by(cast: Cast, time: Token) -> Token | None:
    """Return the word that a token of a time dates; `None` if it only opens or closes something."""
    noun, ends = cast.syntax.parent(time), cast.words.ends
    if noun.dep not in ("prep", "mark") and noun.pos != "ADP":
        return noun
    opens = noun.text.lower() in ends.from_ | ends.until
    dated = None if opens else cast.syntax.parent(noun)
    here = dated is not None and dated.dep == "advmod" and dated.pos == "ADV"
    return cast.syntax.parent(dated) if dated is not None and here else dated


def _is_below(cast: Cast, noun: Token, anchor: Token) -> bool:
    """Tell whether a noun is one of those that say what a role is in."""
    return noun.pos == "NOUN" and any(
        one.index == anchor.index for one in islice(cast.syntax.ancestors(noun), 4)
    )


_NEAR: Final = 40
"""Words around a role among which a year is looked for."""

_NAMED: Final = "named"
"""The rule for what someone was named, which they are from then on."""

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
    if telling.rule.startswith(_NAMED):
        return None
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
