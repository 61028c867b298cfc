"""What grammar says of a pronoun: who it must be in what somebody says, and whom it cannot be."""

from __future__ import annotations

from typing import Final

import msgspec

from dateline.names.context import Context
from dateline.names.referents import ARGUMENTS, OBJECTS, SUBJECTS, Seen
from dateline.syntax import Token


def tellers(context: Context, token: Token) -> tuple[Token, ...]:
    """Return the subjects of the verb of speech whose complement begins with a pronoun."""
    syntax = context.syntax
    clause = syntax.parent(token)
    verb = syntax.parent(clause)
    said = clause.dep == "ccomp" and verb.lemma in context.lexicon.acts.speech
    if not said or token.dep not in SUBJECTS or verb.index > token.index:
        return ()
    return syntax.children(verb, "nsubj")


def teller(context: Context, token: Token, sex: str) -> Token | None:
    """Return the subject of the verb of speech whose complement begins with a pronoun.

    "The mayor said he had left": it is a noun for one that may be of the pronoun's sex, and
    neither speaks for somebody else nor names another whom the pronoun may mean.
    """
    syntax = context.syntax
    for subject in tellers(context, token):
        retinue = subject.lemma.casefold() in context.lexicon.roles.retinue
        others = any(t.tag in ("NNP", "PRP$") for t in syntax.subtree(subject) if t != subject)
        sort = context.lexicon.roles.sex(subject.lemma.casefold())
        if subject.tag == "NN" and not retinue and not others and sort in (None, sex):
            return subject
    return None


def joined(context: Context, token: Token) -> Token | None:
    """Return the name that a pronoun's noun is joined to, whose it is: "X and his son"."""
    noun = context.syntax.parent(token)
    before = context.syntax.parent(noun)
    if token.tag != "PRP$" or noun.dep != "conj" or before.index >= token.index:
        return None
    return before if before.tag in ("NN", "NNP") and before.dep != "poss" else None


def predicated(context: Context, token: Token, head: Token) -> bool:
    """Tell whether a pronoun owns what a mention is said to be: "X is his cousin"."""
    syntax = context.syntax
    noun = syntax.parent(token)
    while head.dep == "appos" and head.head != head.index:
        head = syntax.parent(head)
    owns = token.tag == "PRP$" and noun.dep == "attr" and head.dep == "nsubj"
    return owns and noun.head == head.head


def clause(context: Context, token: Token) -> int:
    """Return the verb that a token is an argument of, prepositions passed over."""
    syntax = context.syntax
    above = syntax.parent(token)
    while above.dep in ("prep", "agent", "dative", "pcomp") and above.head != above.index:
        above = syntax.parent(above)
    return above.index


def subjects_of(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the subjects that a noun is said of: "he is a leader"; none if it is denied."""
    syntax = context.syntax
    verb = syntax.parent(noun)
    copula = verb.pos == "AUX" or verb.lemma in ("be", "become", "remain")
    if noun.dep != "attr" or not copula or syntax.children(verb, "neg"):
        return ()
    return syntax.children(verb, "nsubj")


def pleonastic(context: Context, token: Token) -> bool:
    """Tell whether "it" is but a place holder: "it is clear that", "it was reported"."""
    if context.folded[token.index] != "it":
        return False
    verb = context.syntax.parent(token)
    return (
        verb.lemma in ("be", "seem", "appear", "rain", "snow", "take")
        or verb.pos == "AUX"
        or token.dep == "nsubjpass"
    )


def understood(context: Context, token: Token) -> frozenset[int]:
    """Return the subjects that go without saying in the clause whose object a pronoun is.

    "X hopes to meet him", "X came and saw him": he is not X, who is not told again. With an object
    above it, as in "X asked Y to see him", it may be either of the two.
    """
    syntax = context.syntax
    verb = syntax.tokens[clause(context, token)]
    while verb.dep in _SHARING and not syntax.children(verb, *SUBJECTS):
        below = verb.dep
        verb = syntax.tokens[clause(context, verb)] if below == "pcomp" else syntax.parent(verb)
        if below == "pcomp" and verb.pos not in ("VERB", "AUX"):
            break
        if below != "conj" and syntax.children(verb, "dobj", "dative"):
            return frozenset()
    return frozenset(subject.index for subject in syntax.children(verb, *SUBJECTS))


def above(context: Context, token: Token) -> frozenset[int]:
    """Return the subjects of the clause above "him" who does something: "X wants him to leave".

    None where it tells for whom: "X needs luck for him to win".
    """
    syntax = context.syntax
    verb = syntax.parent(token)
    if syntax.children(verb, "mark"):
        return frozenset()
    for one in syntax.ancestors(verb):
        found = syntax.children(one, *SUBJECTS)
        if found:
            return frozenset(subject.index for subject in found)
    return frozenset()


SELF: Final = frozenset({"himself", "herself", "itself", "themselves"})
HIM: Final = frozenset({"him", "her", "them"})
"""Pronouns, folded."""
_SHARING: Final = ("conj", "xcomp", "pcomp")


def apposed(context: Context, token: Token, head: Token) -> bool:
    """Tell whether a pronoun owns what stands in apposition to a mention: "X, its rival"."""
    noun = context.syntax.parent(token)
    if token.tag != "PRP$" or noun.dep != "appos":
        return False
    return any(above.index == head.index for above in context.syntax.ancestors(noun))


def first_of_row(context: Context, seen: Seen) -> Seen:
    """Return the mention as if it stood first in its row: "X" of "Y and X"."""
    head = context.syntax.tokens[seen.head]
    while head.dep == "conj" and head.head < head.index:
        head = context.syntax.parent(head)
    return msgspec.structs.replace(seen, head=head.index)


def bound(context: Context, token: Token, word: str, seen: Seen) -> bool:
    """Tell whether grammar forbids that a pronoun means a mention, or demands another."""
    syntax = context.syntax
    if seen.first <= token.index < seen.last:
        return True
    head = syntax.tokens[seen.head]
    if predicated(context, token, head) or apposed(context, token, head):
        return True
    if any(above.index == head.index for above in syntax.ancestors(token)) and token.tag == "PRP$":
        return head.index > token.index
    if word in SELF or token.tag == "PRP$":
        return False
    if token.dep not in ARGUMENTS:
        return False
    verb, other = clause(context, token), clause(context, head)
    if token.dep in OBJECTS and head.index in understood(context, token):
        verb = other
    if word in HIM and token.dep == "nsubj" and head.index in above(context, token):
        verb = other
    return verb == other and head.dep in ARGUMENTS
