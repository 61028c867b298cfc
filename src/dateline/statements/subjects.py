"""Who does what a verb says: its subject, or that of the verb that it hangs on."""

from __future__ import annotations

from typing import Final

from dateline.span import Span
from dateline.statements.context import Context
from dateline.syntax import Token

_FAR: Final = 6
"""Verbs to climb in search of a subject."""
_SUBJECTS: Final = ("nsubj", "csubj")
_CONTROLLED: Final = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "prep"})


def find(context: Context, verb: Token) -> Token | None:
    """Return the head of the words for who does what `verb` says, or `None`.

    A verb without a subject of its own ("..., saying", "and warned", "declined to say") takes that
    of the verb that it hangs on; one that describes a noun ("a letter saying") takes the noun; a
    passive takes its agent.
    """
    for _ in range(_FAR):
        if _is_passive(context, verb) or is_asked(context, verb):
            return agent(context, verb)
        own = context.child(verb, *_SUBJECTS) or _inverted(context, verb)
        if own is not None:
            return own
        above = context.syntax.parent(verb)
        if verb.dep == "acl" and verb.tag in ("VBG", "VB") and not _has_giver(context, verb, above):
            return above
        if (verb.dep == "pcomp" and above.pos in ("ADP", "SCONJ")) or _bears(verb, above):
            above = context.syntax.parent(above)
        elif not _shares_subject(verb, above):
            return None
        patient = _passive_patient(context, verb, above)
        if patient is not None:
            return patient
        verb = above
    return None


def _bears(verb: Token, above: Token) -> bool:
    """Tell whether a verb hangs on an adjective or a noun that another verb bears."""
    return (verb.dep == "xcomp" and above.pos == "ADJ") or verb.dep == "acl"


def _has_giver(context: Context, verb: Token, noun: Token) -> bool:
    """Tell whether somebody gives what a noun means: "issued a statement saying"."""
    giver = context.syntax.parent(noun)
    if noun.dep != "dobj" or giver.pos != "VERB":
        return False
    return verb.tag == "VB" or giver.lemma.lower() in context.lexicon.cues.light


def _shares_subject(verb: Token, above: Token) -> bool:
    """Tell whether a verb has its subject from the verb that it hangs on."""
    if verb.index == above.index or above.pos not in ("VERB", "AUX"):
        return False
    return verb.dep in _CONTROLLED and (verb.dep != "ccomp" or verb.tag in ("VBG", "VB"))


def agent(context: Context, verb: Token) -> Token | None:
    """Return the head of the words after "by" that a passive verb has, or `None`."""
    by = context.child(verb, "agent")
    return context.child(by, "pobj") if by is not None else None


def _is_passive(context: Context, verb: Token) -> bool:
    return context.child(verb, "nsubjpass", "auxpass", "agent") is not None


def is_asked(context: Context, verb: Token) -> bool:
    """Tell whether a participle says what its subject is asked: "asked about it, he said"."""
    bare = verb.tag == "VBN" and verb.dep in ("advcl", "acl")
    helped = context.child(verb, "aux", "dobj") is not None
    return bare and not helped and verb.lemma.lower() in context.lexicon.sources.tells


def _passive_patient(context: Context, verb: Token, above: Token) -> Token | None:
    """Return the subject of a passive that does not do what its verb says, but the verb below."""
    if verb.dep in ("advcl", "xcomp", "conj") and _is_passive(context, above):
        return context.child(above, "nsubjpass")
    return None


def _inverted(context: Context, verb: Token) -> Token | None:
    """Return the noun after a verb of speech that the parser did not take for its subject."""
    if verb.lemma.lower() not in context.lexicon.cues.speech:
        return None
    after = context.child(verb, "dobj", "attr", "npadvmod", "oprd")
    if after is None or context.left[after.index] != verb.index + 1:
        return None
    capital = any(
        context.tokens[i].text[:1].isupper() for i in range(verb.index + 1, after.index + 1)
    )
    before = context.tokens[verb.index - 1] if verb.index else None
    closed = before is not None and (before.text in ',"”»' or before.text == "''")
    return after if capital and closed and verb.tag == "VBD" else None


def words(context: Context, subject: Token, without: Token) -> Span:
    """Return the words for a source: all that depends on its head, short of the cue `without`."""
    first, last = context.reach(subject)
    if first <= without.index < last:
        if without.index > subject.index:
            last = without.index
        else:
            first = without.index + 1
    number = context.quoted[subject.index]
    while last - 1 > subject.index and context.quoted[last - 1] != number:
        last -= 1
    while first < subject.index and context.quoted[first] != number:
        first += 1
    if first < subject.index and context.tokens[first].tag == "WP":
        first += 1  # "what one of them called a trap"
    while last - 1 > subject.index and context.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return context.span((first, last))
