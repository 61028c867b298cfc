"""Whether an event took place, in the eyes of who tells of it.

The words that govern an event decide, from the nearest outwards: "failed to kill", "a plan to
attack", "would strike"; negation denies it, a condition leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events import (
    breaches,
    circumstances,
    clauses,
    conditions,
    negation,
    prospects,
    voice,
)
from dateline.events.context import Context
from dateline.events.draft import Trigger
from dateline.events.lexicon import Lexicon
from dateline.record import Reality
from dateline.syntax import Token

_FAR_UP: Final = 6
"""How many governing words are asked."""


def reality(context: Context, lexicon: Lexicon, trigger: Trigger) -> Reality:
    """Return whether an event took place, by the words around its trigger."""
    at = trigger.head
    state = at.pos == "ADJ" and trigger.rule == "verb"
    if state or trigger.rule == "announced":  # the promise is made, whatever is promised
        at = context.syntax.parent(at)
    elif at.pos not in clauses.VERBAL or trigger.rule != "verb":
        if _is_faced(lexicon, trigger):
            return "hypothetical"
        found = prospects.of_noun(context, lexicon, trigger) or prospects.over_noun(
            context, lexicon, trigger.base
        )
        if found:
            return found
        told_by = prospects.carrier(context, lexicon, trigger)
        if told_by is None:
            beside = prospects.whose(context, trigger)  # "not to be harsh in his attacks"
            if beside is not None:
                return "planned" if of_verb(context, lexicon, beside) == "planned" else "actual"
            return circumstances.of_noun(context, lexicon, trigger, of_verb)
        if negation.is_of_another(context, lexicon, told_by, trigger.base):
            return "actual"
        at = told_by
    return of_verb(context, lexicon, at)


def _is_faced(lexicon: Lexicon, trigger: Trigger) -> bool:
    """Tell whether a deed against somebody is yet to come: "faces deportation"."""
    verb = trigger.carrier
    if trigger.rule != "suffered" or verb is None:
        return False
    against = lexicon.types[trigger.frame.type].broader in lexicon.spoken.conflict
    return against and verb.lemma.lower() in lexicon.reality.facing


def of_verb(context: Context, lexicon: Lexicon, at: Token) -> Reality:
    """Return whether what a verb says is so, by its clause and the verbs that it hangs on."""
    if breaches.is_done(context, lexicon, at):
        return "actual"
    if breaches.is_lied_of(context, lexicon, at):
        return "hypothetical"
    steps = list(_chain(context, lexicon, at))
    open_ = any(conditions.is_open(context, lexicon, one) for one in steps)
    for far, step in enumerate(steps):
        told = _of_clause(context, lexicon, step) or _over_verb(context, lexicon, step)
        open_ |= told in _AHEAD and any(_may_be(context, lexicon, one) for one in steps[far + 1 :])
        if told and not (told in _TRIED and _is_means(context, at, step)):
            return "hypothetical" if open_ else told
    return "hypothetical" if open_ else "actual"


_AHEAD: Final = ("planned", "attempted", "threatened")
_TRIED: Final = ("attempted", "failed", "denied")


def _may_be(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a verb says what may be, and so leaves open what hangs on it: "may move to"."""
    helpers = {kid.text.lower() for kid in context.syntax.children(verb, "aux")}
    return bool(helpers & lexicon.reality.open) and not helpers & _PERFECT


def _is_means(context: Context, at: Token, step: Token) -> bool:
    """Tell whether what is told goes beside what a verb further up says: "by naming her".

    So it is open as that is, but neither tried nor denied with it; nor is what goes along with it:
    "did not come, calling it late".
    """
    while at.index != step.index:
        above = context.syntax.parent(at)
        if at.dep == "pcomp" and above.text.lower() == "by":
            return True
        if at.dep == "advcl" and context.syntax.children(at, "mark"):
            return True
        if at.dep == "advcl" and at.tag == "VBG" and context.tokens[at.index - 1].text == ",":
            return True  # "she did not come, calling it late"
        if above.index == at.index:
            return False
        at = above
    return False


def _chain(context: Context, lexicon: Lexicon, at: Token) -> Iterator[Token]:
    """Yield a verb and those that it goes on from: "agreed to stop and leave"."""
    for _ in range(_FAR_UP):
        yield at
        above = _next(context, lexicon, at)
        if above is None or above.pos not in clauses.VERBAL:
            return
        at = above


def _next(context: Context, lexicon: Lexicon, at: Token) -> Token | None:
    """Return the word that a verb goes on from, or `None` if it stands by itself."""
    above = context.syntax.parent(at)
    if above.index == at.index or at.dep == "conj":
        return None if above.index == at.index or _has_own(context, at) else above
    if at.dep == "pcomp":
        alone = _is_past(context, at) or above.text.lower() in _LEADING
        return None if alone else context.syntax.parent(above)
    if at.dep == "xcomp" or (at.dep == "ccomp" and not voice.is_finite(context, at)):
        told = at.tag == "VBG" and _is_told_of(lexicon, above)
        over = context.syntax.parent(above) if above.pos == "ADJ" else above
        return None if told else over
    return _beside(context, lexicon, at, above) if at.dep == "advcl" else None


def _beside(context: Context, lexicon: Lexicon, at: Token, above: Token) -> Token | None:
    """Return what a verb beside another goes on from: "left, closing it", "marched to protest"."""
    if at.tag == "VBG":
        return _listed(context, lexicon, at, above)
    if at.tag == "VB" and above.lemma in lexicon.reality.passing:  # "tried to get him to leave"
        somebody = any(context.headed[o.index] for o in context.syntax.children(above, "dobj"))
        return above if somebody else None
    return above if _is_enacted(context, lexicon, at) else None


def _is_enacted(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether what a deed is done for is done by it: "marched to protest it"."""
    aim = verb.dep == "advcl" and _purpose(context, verb)
    return aim and verb.lemma.lower() in lexicon.reality.enacted


def _listed(context: Context, lexicon: Lexicon, at: Token, above: Token) -> Token:
    """Return what a gerund goes on from: in a row of what is mused about, the first of the row.

    "Talked about leaving, letting them go, closing it": the parse hangs each below another verb.
    """
    if context.tokens[max(0, at.index - 1)].text != ",":
        return above
    over = context.syntax.parent(above)
    if above.tag == "VB" and over.tag == "VBG" and over.dep == "advcl":
        return over
    if above.lemma.lower() in lexicon.reality.musing:
        for word in context.syntax.children(above, "prep"):
            for first in context.syntax.children(word, "pcomp"):
                return first if first.tag == "VBG" and first.index < at.index else above
    return above


def _has_own(context: Context, verb: Token) -> bool:
    """Tell whether a joined verb has a subject, an auxiliary or a tense of its own."""
    kids = context.syntax.children(verb)
    own = any(kid.dep in _OWN and kid.tag != "TO" for kid in kids)
    apart = verb.tag == "VBG" and context.syntax.parent(verb).tag == "VB"  # "not to stay, leaving"
    return own or apart or verb.tag in ("VBD", "VBZ")


def _is_told_of(lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether a verb only speaks of what follows it, or ends it: "did not mention leaving"."""
    return verb.lemma.lower() in lexicon.reality.telling | lexicon.reality.ending


_OWN: Final = ("nsubj", "nsubjpass", "aux", "auxpass")
_LEADING: Final = frozenset({"of", "from", "for", "about", "against"})


def _is_past(context: Context, verb: Token) -> bool:
    """Tell whether a gerund is over before what it goes with: "after having left"."""
    return any(kid.tag == "VBG" for kid in context.syntax.children(verb, "aux"))


def _of_clause(context: Context, lexicon: Lexicon, verb: Token) -> Reality | None:
    """Return what a verb's own negation and auxiliaries tell, or `None`."""
    words = lexicon.reality
    forbidden = voice.is_forbidden(context, verb)
    helpers = [kid.text.lower() for kid in context.syntax.children(verb, "aux", "auxpass")]
    perfect = any(one in _PERFECT for one in helpers)
    if not forbidden and negation.is_denied(context, lexicon, verb):
        bidden = not perfect and bool((words.open - words.able) & {*helpers})  # "should not leave"
        bidden |= negation.is_told_not_to(context, lexicon, verb)
        return "hypothetical" if bidden else "denied"
    if verb.pos not in clauses.VERBAL:
        return None
    if forbidden or voice.is_bid(context, verb):
        return "hypothetical"
    for one in helpers if not _is_had(verb, helpers) else ():
        if one in words.will:
            conditional = perfect or conditions.hangs_on(context, lexicon, verb)
            conditional |= one in words.would and not _is_reported(context, lexicon, verb)
            return "hypothetical" if conditional else "planned"
        if one in words.open and not perfect:
            return "hypothetical"
    return None


def _is_had(verb: Token, helpers: Sequence[str]) -> bool:
    """Tell whether "'d" is "had", as a participle stands alone behind it: "who'd left"."""
    short = [one for one in helpers if one in ("'d", "’d")]
    return verb.tag in ("VBN", "VBD") and helpers in (short, [*short, "been"])


def _is_reported(context: Context, lexicon: Lexicon, verb: Token) -> bool:
    """Tell whether "would" is the past's "will": "she said that she would leave"."""
    at = verb
    while at.dep == "conj":
        at = context.syntax.parent(at)
    above = context.syntax.parent(at)
    if at.dep == "acl":  # "the news that she would leave"
        told = above.lemma.lower() in lexicon.reality.tidings
        return told and bool(context.syntax.children(at, "mark"))
    return at.dep == "ccomp" and above.tag in ("VBD", "VBN")


_PERFECT: Final = frozenset({"have", "'ve", "’ve"})


def _over_verb(context: Context, lexicon: Lexicon, verb: Token) -> Reality | None:
    """Return what the word right above a verb makes of it, or `None`.

    What a verb is told to be "to" has not taken place, unless the word above says that it has
    ("managed to", "forced to"). Of a whole clause it must say so itself.
    """
    above = context.syntax.parent(verb)
    words = lexicon.reality
    if verb.dep == "pcomp":
        return _over_gerund(context, lexicon, above)
    if verb.dep not in ("xcomp", "ccomp", "acl", "advcl") and not voice.is_aim(context, verb):
        return None
    state = _state(context, verb, above)
    told = None if verb.dep in ("advcl", "ROOT") else _made_of(context, lexicon, state)
    if state.tag == "VBG" and state.lemma == "go":  # "is going to leave"
        told = "denied" if negation.is_denied(context, lexicon, state) else "planned"
    if voice.is_finite(context, verb):
        doubted = told in _DOUBTED and not _is_told_of(lexicon, above)
        wished = above.lemma.lower() in words.wishing or doubted
        known = verb.index < above.index or voice.is_why(context, verb)  # "he left; she denies it"
        return told if wished and verb.dep == "ccomp" and not known else None
    if not _purpose(context, verb):
        return _over_participle(context, lexicon, verb, told)
    perfect = any(kid.lemma == "have" for kid in context.syntax.children(verb, "aux"))
    perfect |= _is_enacted(context, lexicon, verb)
    perfect |= any(
        kid.text.lower() in words.ranking
        for kid in context.syntax.children(state, "amod")
        if state.pos in ("NOUN", "PROPN", "NUM")
    )
    passing = told is None and state is not verb and state.lemma.lower() in words.passing
    passing |= circumstances.is_paid_for(context, lexicon, verb)
    if perfect or passing or circumstances.is_outcome(context, verb):
        return None
    open_ = state.pos == "ADJ"  # "it is unfair to punish them"
    return told or ("hypothetical" if open_ else "planned")


_DOUBTED: Final = ("hypothetical", "denied")


def _state(context: Context, verb: Token, above: Token) -> Token:
    """Return the adjective that an infinitive goes with, where the parse has it at "be"."""
    if above.lemma in _COPULAS and verb.dep in ("xcomp", "ccomp", "advcl"):
        found = context.syntax.children(above, "acomp", "oprd")
        found = tuple(one for one in found if one.pos == "ADJ")
        if not found and above.lemma == "be":  # "the plan is to leave"
            found = tuple(o for o in context.syntax.children(above, "nsubj") if o.pos == "NOUN")
        return found[0] if found and found[0].index < verb.index else above
    return above


def _over_participle(
    context: Context, lexicon: Lexicon, verb: Token, told: Reality | None
) -> Reality | None:
    """Return what the word above makes of a participle: "a ban on them entering"."""
    above = context.syntax.parent(verb)
    if verb.tag == "VBG" and _is_barred(context, lexicon, verb, above):
        return "denied"
    if verb.tag == "VBG" and verb.dep == "xcomp" and above.lemma.lower() in lexicon.reality.musing:
        return "hypothetical"
    if verb.dep == "acl" and verb.tag == "VBN":  # "a plan published on Monday"
        return None
    if verb.tag == "VBG" and verb.dep == "xcomp":
        told = told or prospects.of_plan(context, lexicon, above)
    if told == "failed" and verb.dep == "xcomp" and above.lemma in lexicon.reality.shunning:
        return "denied" if of_verb(context, lexicon, above) == "actual" else "hypothetical"
    return told if told in ("failed", "denied", "hypothetical", "planned") else None


def _is_barred(context: Context, lexicon: Lexicon, verb: Token, noun: Token) -> bool:
    """Tell whether somebody is kept from doing what describes them: "a ban on him entering"."""
    over = context.syntax.parent(context.syntax.parent(noun))
    return (
        verb.dep == "acl" and noun.dep == "pobj" and over.lemma.lower() in lexicon.reality.barring
    )


_COPULAS: Final = frozenset({"be", "prove", "seem", "look", "remain", "become", "appear"})


def _made_of(context: Context, lexicon: Lexicon, state: Token) -> Reality | None:
    """Return what a word makes of its complement; what one is "not ready" for is open."""
    told = prospects.named_by(lexicon, state)
    if told in _MEANT and state.pos in clauses.VERBAL:
        return "denied" if negation.is_denied(context, lexicon, state) else told
    if told in _MEANT and any(
        kid.text.lower() in lexicon.reality.nouns for kid in context.syntax.children(state, "det")
    ):
        return "denied"  # "has no plans to meet them"
    if told != "planned" or state.pos != "ADJ":
        return told
    if any(kid.text.lower() in lexicon.reality.grading for kid in _adverbs(context, state)):
        return "hypothetical"  # "is more likely to be killed"
    above = context.syntax.parent(state)
    kids = (*context.syntax.children(state, "neg"), *context.syntax.children(above, "neg"))
    denied = any(kid.text.lower() in lexicon.reality.negations for kid in kids)
    return "hypothetical" if denied else told


def _adverbs(context: Context, state: Token) -> tuple[Token, ...]:
    return context.syntax.children(state, "advmod")


_MEANT: Final = ("planned", "attempted", "threatened")


def _over_gerund(context: Context, lexicon: Lexicon, word: Token) -> Reality | None:
    """Return what is made of a gerund after a preposition: "barred from leaving"."""
    over = context.syntax.parent(word)
    if word.text.lower() == "from":
        barring = lexicon.reality.barring
        while over.pos not in clauses.VERBAL and over.lemma.lower() not in barring:
            if over.head == over.index:
                return None
            over = context.syntax.parent(over)
        return _barred(context, lexicon, over)
    # "a ban on killing them"
    barred = word.text.lower() == "on" and over.lemma.lower() in lexicon.reality.barring
    if barred or word.text.lower() in lexicon.reality.opposing:
        return "hypothetical"
    if word.text.lower() == "about" and over.lemma.lower() in lexicon.reality.musing:
        return "hypothetical"
    if word.text.lower() in lexicon.reality.leading and (
        over.pos == "NOUN" or over.lemma.lower() not in lexicon.reality.passing
    ):
        meant = over.lemma.lower() in lexicon.reality.aims
        return "planned" if meant else prospects.named_by(lexicon, over)
    ahead = word.text.lower() == "before" and over.tag != "VB" and voice.is_present(context, over)
    return "planned" if ahead else None  # "is seeking money before buying it"


def _barred(context: Context, lexicon: Lexicon, word: Token) -> Reality | None:
    """Return what becomes of what somebody is kept "from", as far as they are kept from it."""
    if word.lemma.lower() not in lexicon.reality.barring:
        return None
    told = of_verb(context, lexicon, word) if word.pos in clauses.VERBAL else "actual"
    if told == "denied" and word.lemma.lower() in lexicon.reality.passing:
        return None  # "did not stop him from leaving"
    return "denied" if told == "actual" else "hypothetical"


def _purpose(context: Context, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in context.syntax.children(verb, "aux"))
