"""What grammar says of a pronoun: who it must be in what somebody says, and whom it cannot be."""

from __future__ import annotations

import msgspec

from dateline.names.context import Context
from dateline.names.referents import Seen
from dateline.syntax import Token


def teller(context: Context, token: Token, sex: str) -> Token | None:
    """Return the subject of the verb of speech whose complement begins with a pronoun.

    "The mayor said he had left": it is a noun for one that may be of the pronoun's sex, and
    neither speaks for somebody else nor names another whom the pronoun may mean.
    """
    syntax = context.syntax
    clause = syntax.parent(token)
    verb = syntax.parent(clause)
    said = clause.dep == "ccomp" and verb.lemma in context.lexicon.acts.speech
    if not said or token.dep not in ("nsubj", "nsubjpass") or verb.index > token.index:
        return None
    for subject in syntax.children(verb, "nsubj"):
        retinue = subject.lemma.casefold() in context.lexicon.roles.retinue
        others = any(t.tag in ("NNP", "PRP$") for t in syntax.subtree(subject) if t != subject)
        sort = context.lexicon.roles.sex(subject.lemma.casefold())
        if subject.tag == "NN" and not retinue and not others and sort in (None, sex):
            return subject
    return None


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


def pleonastic(context: Context, token: Token) -> bool:
    """Tell whether "it" is but a place holder: "it is clear that", "it was reported"."""
    if context.folded[token.index] != "it":
        return False
    verb = context.syntax.parent(token)
    return (
        verb.lemma in ("be", "seem", "appear", "rain", "snow", "take") or token.dep == "nsubjpass"
    )


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
