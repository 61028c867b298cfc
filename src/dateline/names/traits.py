"""What speaks for a person or for a thing by what belongs to it, or by the words in its name.

Each rule looks at one mention and its sentence, as those of `evidence` do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dateline.names.context import Context, Name, Vote
from dateline.names.words import capitalised, fold

Rule = Callable[[Context, Name], Iterator[Vote]]


def kindred(context: Context, name: Name) -> Iterator[Vote]:
    """What only a person has: "X's wife", "X's hometown", "the widow of X"."""
    owned = context.owned(name)
    if owned is None or owned.tag[:2] != "NN":
        return
    if owned.lemma.casefold() in context.lexicon.roles.own:
        head = context.head(name)
        yield Vote("person", 1.2 if head is not None and head.dep == "poss" else 0.7, "kindred")


def syllabled(_context: Context, name: Name) -> Iterator[Vote]:
    """Two syllables joined after a family name, as Koreans and Chinese are named: "Han Mi-rae"."""
    words = name.shown.split()
    if len(words) < 2 or "-" not in words[-1]:
        return
    one, _, other = words[-1].partition("-")
    plain = one.isalpha() and other.isalpha() and len(one) < 7 and len(other) < 7
    if plain and capitalised(one) and other.islower() and capitalised(words[-2]):
        yield Vote("person", 2.0, "syllabled")


def headed(context: Context, name: Name) -> Iterator[Vote]:
    """A word that begins the name of a storm, an operation or a law: "Hurricane X", "Loi X"."""
    known = context.lexicon.organisations
    first, _, rest = name.key.partition(" ")
    before = context.folded[name.first - 1] if name.first else ""
    if first in known.happenings and rest:
        yield Vote("event_name", 5.0, "headed")
    elif first in known.laws and rest:
        yield Vote("work", 5.0, "headed")
    elif before in known.storms and capitalised(context.syntax.tokens[name.first - 1].text):
        yield Vote("event_name", 5.0, "headed")


def ailing(context: Context, name: Name) -> Iterator[Vote]:
    """A disease, which many write with a capital."""
    if name.key in context.lexicon.organisations.diseases:
        yield Vote("other", 6.0, "ailing")


def spoken(context: Context, name: Name) -> Iterator[Vote]:
    """A language: "they spoke X", "fluent in X"."""
    head = context.head(name)
    above = context.syntax.parent(head) if head is not None else None
    if head is None or above is None:
        return
    into = above.text == "in" and context.syntax.parent(above).lemma in ("fluent", "write", "speak")
    if (head.dep == "dobj" and above.lemma == "speak") or (head.dep == "pobj" and into):
        yield Vote("other", 2.0, "spoken")


def numbered(_context: Context, name: Name) -> Iterator[Vote]:
    """A model's number right behind capitals, where the capitals alone are a name, too: "XY7"."""
    letters = name.shown.rstrip("0123456789")
    if letters != name.shown and len(letters) > 1 and letters.isupper():
        yield Vote("product", 1.0, "numbered")


def renowned(context: Context, name: Name) -> Iterator[Vote]:
    """A body, or a thing, that is known all over the world by a name that does not tell."""
    if name.key in context.lexicon.bodies:
        yield Vote("organisation", 3.0, "renowned")
    first, _, last = name.key.rpartition(" ")
    if name.key in context.lexicon.organisations.wares or (
        first in context.lexicon.organisations.wares and (last.isdigit() or len(last) < 3)
    ):
        yield Vote("product", 3.0, "renowned")


def foreign(context: Context, name: Name) -> Iterator[Vote]:
    """A word for a kind of body in another language within the name: "Verein", "Movimiento"."""
    words = context.lexicon.organisations.foreign
    if " " in name.key and any(word in words for word in map(fold, name.key.split())):
        yield Vote("organisation", 2.5, "foreign")


def partnered(_context: Context, name: Name) -> Iterator[Vote]:
    """A firm of two partners: "X & Y"."""
    if " & " in name.shown:
        yield Vote("organisation", 2.0, "partnered")


RULES: Final[tuple[Rule, ...]] = (
    kindred,
    syllabled,
    headed,
    ailing,
    spoken,
    numbered,
    renowned,
    foreign,
    partnered,
)
"""What is looked at, in this order; each rule says of one mention what speaks for which kind."""
