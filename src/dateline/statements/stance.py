"""How those who speak stand to what they say, by the cue and by the clause that is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.record import Stance
from dateline.span import Span
from dateline.statements import clauses, denials
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

_STANCES: Final[tuple[Stance, ...]] = (
    "deny",
    "threaten",
    "demand",
    "promise",
    "forecast",
    "doubt",
    "ask",
    "believe",
    "agree",
)
_TURNED: Final[dict[Stance, Stance]] = {
    "agree": "deny",
    "promise": "deny",
    "believe": "doubt",
    "forecast": "doubt",
    "doubt": "agree",
    "deny": "assert",
}
"""What a negation makes of a cue: who does not believe doubts, who does not deny leaves it open."""
_PLAIN: Final = ("assert", "believe", "forecast")
_FIRST: Final = 2
"""Clauses that are asked whether they tell of what is to come."""

Judged = tuple[Stance, tuple[Span, ...]]


def stance(context: Context, draft: Draft) -> Judged:
    """Return the stance of a draft with the words that tell it: the cue, or what is said."""
    by_cue = _by_cue(context, draft)
    if by_cue == "believe" and _is_spoken(context, draft):
        by_cue = "assert"
    if clauses.is_turned(context, draft):
        if context.tokens[draft.head].pos == "NOUN":
            return "assert", ()
        return _TURNED.get(by_cue, by_cue), draft.cue
    if by_cue == "assert":
        found = _by_content(context, draft)
        if found is not None:
            return found
    feels = context.tokens[draft.head].lemma.lower() in context.lexicon.stance.feelings
    if by_cue in _PLAIN and not feels:
        future = _by_future(context, draft)
        if future is not None:
            return future if future[0] == "forecast" or by_cue == "assert" else (by_cue, draft.cue)
    return by_cue, draft.cue if by_cue != "assert" else ()


def _is_spoken(context: Context, draft: Draft) -> bool:
    """Tell whether a word of speech leads in so many words: '"...", they conclude'."""
    head, first = context.tokens[draft.head], context.syntax.at(draft.content[0].start)
    spoken = first is not None and context.quoted[first.index] != context.quoted[head.index]
    return spoken and head.lemma.lower() in context.lexicon.cues.speech


def _by_cue(context: Context, draft: Draft) -> Stance:
    """Return what the cue's word says, with what stands beside it."""
    head = context.tokens[draft.head]
    words = context.lexicon.stance
    keys = _keys(context, draft, head)
    found: Stance = next((one for one in _STANCES if keys & words.cues[one]), "assert")
    if head.lemma.lower() in words.bids and _bids(context, draft):
        return "demand"
    if found == "demand" and _is_question(context, draft):
        return "ask"
    if found == "promise":
        if head.lemma.lower() in words.soft and not _commits(context, draft):
            return "assert"
        return "threaten" if _threatens(context, draft) else "promise"
    return found


def _keys(context: Context, draft: Draft, head: Token) -> set[str]:
    """Return the ways in which the lexicon may know a cue: alone, with preposition or particle."""
    lemma = head.lemma.lower()
    near = (draft.cue[0].start, draft.content[0].end)
    beside = [
        child.text.lower()
        for child in context.syntax.children(head, "prep", "prt")
        if near[0] <= child.span.start < near[1]
    ]
    above = context.syntax.parent(head)
    led = [above.lemma.lower()] if head.dep == "xcomp" else []  # "demanded to know"
    frame = draft.rule.rpartition(":")[2]
    return {
        lemma,
        *(f"{lemma} {word}" for word in (frame, *beside)),
        *(f"{w} {lemma}" for w in led),
    }


def _is_question(context: Context, draft: Draft) -> bool:
    """Tell whether what is demanded or asked is an answer: "how to", "whether"."""
    first = context.syntax.at(draft.content[0].start)
    return first is not None and first.lemma.lower() in context.lexicon.stance.questions


def _bids(context: Context, draft: Draft) -> bool:
    """Tell whether a cue bids someone do something: "asked him to leave", "wants it gone".

    What one wants to do oneself is no demand.
    """
    if _is_question(context, draft):
        return False
    main = next(clauses.mains(context, draft), None)
    if main is None:
        return False
    first = context.syntax.at(draft.content[0].start)
    if first is not None and first.lemma == "for" and main.dep != "conj":
        return True
    wants = context.tokens[draft.head].lemma.lower() in context.lexicon.stance.wants
    infinitive = clauses.has(context, main, "aux", {"to"})
    if wants:
        return not infinitive or context.child(main, "nsubj") is not None
    return infinitive or _is_subjunctive(context, main)


def _is_subjunctive(context: Context, verb: Token) -> bool:
    """Tell whether a clause is one of "ask that he leave", "that no names be printed"."""
    first = (*context.syntax.children(verb, "aux", "auxpass"), verb)[0]
    return first.tag == "VB" and context.child(verb, "mark") is not None


def _commits(context: Context, draft: Draft) -> bool:
    """Tell whether a soft promise is one: of an act of one's own, or of a thing."""
    if any(clauses.is_own(context, draft, v) for v in clauses.verbs(context, draft)):
        return any(True for _ in _future(context, draft))
    main = next(clauses.mains(context, draft), None)
    if main is None or context.quoted[main.index] != context.quoted[draft.head]:
        return False
    return main.pos in ("NOUN", "PROPN") or clauses.has(context, main, "aux", {"to"})


def _threatens(context: Context, draft: Draft) -> bool:
    """Tell whether what is promised is harm."""
    harm = context.lexicon.stance.harm
    return any(token.lemma.lower() in harm for token in clauses.mains(context, draft))


def _by_content(context: Context, draft: Draft) -> Judged | None:
    """Return what a plain cue leaves to what is said: a question, a denial or an order."""
    if _asks(context, draft):
        return "ask", draft.content[-1:]
    denied = denials.find(context, draft)
    if denied is not None:
        return "deny", (denied,)
    order = _order(context, draft)
    return None if order is None else ("demand", (order,))


def _asks(context: Context, draft: Draft) -> bool:
    end = draft.content[-1].end
    words = draft.content[-1].of(context.text).rstrip("\"”'’»` ")
    return words.endswith("?") or context.text[end : end + 1] == "?"


def _order(context: Context, draft: Draft) -> Span | None:
    """Return the verb of an order that is quoted: "Take your money out"."""
    main = next((one for one in clauses.mains(context, draft) if one.tag == "VB"), None)
    if main is None or context.quoted[main.index] == context.quoted[draft.head]:
        return None
    if main.lemma.lower() in context.lexicon.stance.idle or main.dep not in ("ROOT", "ccomp"):
        return None
    bare = context.child(main, "nsubj", "nsubjpass", "mark", "expl") is None
    bare = (
        bare and context.child(main, "dobj", "prep", "prt", "advmod", "xcomp", "acomp") is not None
    )
    helpers = context.syntax.children(main, "aux")
    return main.span if bare and all(one.lemma == "do" for one in helpers) else None


def _by_future(context: Context, draft: Draft) -> Judged | None:
    """Return a forecast, or a promise where it is the speaker himself who will do it."""
    ahead = list(_future(context, draft))
    if not ahead:
        return None
    known = context.lexicon.stance
    for verb, word in ahead:
        if not clauses.is_own(context, draft, verb):
            return "forecast", tuple(span for _, span in ahead)
        free = word.of(context.text).lower() not in known.open and verb.lemma not in known.bound
        if (
            free
            and verb.lemma not in context.lexicon.acts
            and verb.dep != "conj"
            and verb.pos == "VERB"
        ):
            return "promise", (word,)
    return None


def _future(context: Context, draft: Draft) -> Iterator[tuple[Token, Span]]:
    """Yield the clauses of what is yet to come, with the words that say so."""
    words = context.lexicon.stance
    for verb in clauses.verbs(context, draft)[:_FIRST]:
        helpers = context.syntax.children(verb, "aux")
        if verb.lemma in words.going and verb.tag in ("VBG", "VBN"):
            yield from ((verb, verb.span) for _ in context.syntax.children(verb, "xcomp"))
        yield from ((verb, word.span) for word in _coming(context, verb))
        if any(helper.lemma == "have" for helper in helpers):
            continue
        for helper in helpers:
            low = helper.text.lower()
            open_ = low in words.open and verb.lemma != "be"
            back = (
                low in words.shifted and context.quoted[helper.index] == context.quoted[draft.head]
            )
            if open_ or back or low in words.auxiliaries:
                yield verb, helper.span


def _coming(context: Context, verb: Token) -> Iterator[Token]:
    """Yield the adjective of "is likely to go", "a recount is unlikely"."""
    known = context.lexicon.stance
    for word in context.syntax.children(verb, "acomp"):
        if word.lemma.lower() in known.coming and not context.child(verb, "expl"):
            who = context.child(verb, "nsubj")
            further = context.child(word, "xcomp") or context.child(verb, "xcomp")
            here = further is not None and further.lemma == "be"
            alone = further is not None or word.lemma.lower() in known.alone
            if who is not None and who.text.lower() != "it" and alone and not here:
                yield word
