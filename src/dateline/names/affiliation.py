"""What speaks for a body, or against one: who works there, what it has and makes, who "it" is.

A firm that is named after its founder, a newspaper or a club is told from a person by what stands
around it. Each rule looks at one mention and its sentence, as those of `evidence` do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dateline.names.context import Context, Name, Vote
from dateline.names.words import capitalised
from dateline.record import EntityKind
from dateline.syntax import Token

Rule = Callable[[Context, Name], Iterator[Vote]]

_REACH: Final = 5  # tokens between a body and the person whose post there is told


def staffed(context: Context, name: Name) -> Iterator[Vote]:
    """A post between it and a person: "X chief executive Anna Kern", "X's coach, Anna Kern"."""
    tokens, roles = context.syntax.tokens, context.lexicon.roles
    at = name.last
    owned = at < len(tokens) and tokens[at].tag == "POS"
    for token in tokens[at + owned : at + owned + _REACH]:
        if token.tag not in ("NN", "NNS", "JJ", "VBG", "HYPH", "CC") or capitalised(token.text):
            return
        noun = token.lemma.casefold()
        if noun in roles.staff | roles.locals and _ends_phrase(context, token):
            yield from _post(context, noun, 0.5 if owned else 1.0)
            return


def _post(context: Context, noun: str, share: float) -> Iterator[Vote]:
    """Yield what a post says of the name before it."""
    roles = context.lexicon.roles
    if noun in roles.retinue:
        yield Vote("organisation", 0.9 * share, "staffed")
        yield Vote("person", 0.4 * share, "staffed")
    elif noun in roles.staff:
        yield Vote("organisation", 2.0 * share, "staffed")
    if noun in roles.locals:
        yield Vote("place", 1.5 * share, "staffed")


def _ends_phrase(context: Context, token: Token) -> bool:
    """Tell whether a noun is the last one before a name, a verb or the like."""
    after = context.syntax.tokens[token.index + 1 : token.index + 2]
    return not after or after[0].tag not in ("NN", "NNS", "HYPH")


def employing(context: Context, name: Name) -> Iterator[Vote]:
    """Work for it: "an analyst at X", "plays for X", "joined X", "a partner with X"."""
    head = context.head(name)
    if head is None:
        return
    above = context.syntax.parent(head)
    acts = context.lexicon.acts
    if head.dep == "dobj" and above.lemma in acts.joining:
        yield Vote("organisation", 0.9, "employing")
    if head.dep != "pobj":
        return
    whose = context.syntax.parent(above)
    way, doer = above.text, whose.lemma
    if way in ("at", "with") and context.lexicon.is_person_noun(doer):
        yield Vote("organisation", 1.5 if way == "at" else 0.8, "employing")
    elif (way, doer) in _HIRED or (way in ("for", "with", "at") and doer in acts.serving):
        yield Vote("organisation", 1.0, "employing")


_HIRED: Final = frozenset({("from", "join"), ("from", "hire"), ("from", "sign"), ("by", "hire")})


def trading(context: Context, name: Name) -> Iterator[Vote]:
    """What bodies have: "X shares", "shares in X", "X's headquarters"."""
    tokens, known = context.syntax.tokens, context.lexicon.organisations
    at = name.last
    if at < len(tokens) and tokens[at].tag == "POS":
        at += 1
    for token in tokens[at : at + 3]:
        market = context.folded[token.index] == "market"  # a browser has a share of it, too
        if token.tag not in ("NN", "NNS", "JJ") or capitalised(token.text) or market:
            break
        if token.lemma.casefold() in known.assets and token.tag != "JJ":
            yield Vote("organisation", 1.2, "trading")
            return
    before = name.first - 1
    if before > 0 and context.folded[before] in ("in", "of") and tokens[before].text.islower():
        noun = tokens[before - 1].lemma.casefold()
        if noun in ("share", "stake", "stock", "shareholder", "investor"):
            yield Vote("organisation", 2.0, "trading")


def versioned(context: Context, name: Name) -> Iterator[Vote]:
    """A number of a model after it, a version of it: "X 2.0", "X browser", "users of X"."""
    tokens, known = context.syntax.tokens, context.lexicon.organisations
    after = tokens[name.last : name.last + 2]
    if after and after[0].tag in ("NN", "NNS") and after[0].text.islower():
        noun = after[0].lemma.casefold()
        if noun in known.products or noun in known.versions:
            yield Vote("product", 1.5, "versioned")
    if after and _is_model(after[0].text) and not (after[1:] and _counts(after[1])):
        yield Vote("product", 0.8, "versioned")
    at = name.first - 1
    if at > 0 and context.folded[at] == "of" and tokens[at - 1].lemma in known.versions:
        yield Vote("product", 1.2, "versioned")


def _is_model(text: str) -> bool:
    """Tell whether a word is a number as models have: "3", "2.0", "400"."""
    return text.replace(".", "", 1).isdigit() and len(text) < 4 and text[0] != "0"


def _counts(token: Token) -> bool:
    """Tell whether the number before a token counts something, or is a score or a date."""
    return token.tag in ("NN", "NNS", "CD", "NNP", "HYPH", "JJ") or token.text in "-–—%:/$€£"


def sailing(context: Context, name: Name) -> Iterator[Vote]:
    """What stands before a ship's name: "the MV X", "aboard the X"."""
    known = context.lexicon.organisations.vessels
    if context.folded[name.first] in known and " " in name.key:
        yield Vote("product", 4.0, "sailing")
    before = context.folded[max(0, name.first - 3) : name.first]
    if before[-1:] == ("the",):
        before = before[:-1]
    led = before[-1:] == ("aboard",) or before[-2:] == ("on", "board")
    if led and not _goes_on(context, name):
        yield Vote("product", 3.0, "sailing")


def echoed(context: Context, name: Name) -> Iterator[Vote]:
    """A pronoun in its clause that can mean but it: "X said it had", "X raised her glass"."""
    syntax = context.syntax
    head = context.head(name)
    if head is None or head.dep not in ("nsubj", "nsubjpass"):
        return
    verb = syntax.parent(head)
    for clause in syntax.children(verb, "ccomp", "xcomp", "advcl"):
        for subject in syntax.children(clause, "nsubj", "nsubjpass"):
            yield from _heard(context.folded[subject.index], 1.0)
            for owner in syntax.children(subject, "poss"):
                yield from _heard(context.folded[owner.index], 0.7)
        yield from _owned(context, clause)
    yield from _owned(context, verb)


def _owned(context: Context, verb: Token) -> Iterator[Vote]:
    for thing in context.syntax.children(verb, "dobj"):
        for owner in context.syntax.children(thing, "poss"):
            yield from _heard(context.folded[owner.index], 0.7)


def _heard(word: str, share: float) -> Iterator[Vote]:
    if word in ("he", "she", "his", "her", "i", "my"):
        yield Vote("person", 1.2 * share, "echoed")
    elif word in ("it", "its"):
        yield Vote("organisation", 1.0 * share, "echoed")
        yield Vote("place", 0.5 * share, "echoed")


def which(context: Context, name: Name) -> Iterator[Vote]:
    """A clause that tells more of it as of a thing: "X, which", "X, whose shares"."""
    tokens = context.syntax.tokens
    at = name.last + (name.last < len(tokens) and tokens[name.last].text == ",")
    if at < len(tokens) and tokens[at].tag == "WDT" and context.folded[at] == "which":
        for kind, weight in (("organisation", 0.9), ("place", 0.5), ("product", 0.4)):
            yield Vote(_KINDS[kind], weight, "which")


_KINDS: Final[dict[str, EntityKind]] = {
    "organisation": "organisation", "place": "place", "product": "product"
}  # fmt: skip


def articled(context: Context, name: Name) -> Iterator[Vote]:
    """An article before it that stands for it alone, as before no person: "the X said"."""
    tokens = context.syntax.tokens
    at = name.first - 1
    if at < 0 or context.folded[at] != "the" or tokens[at].sentence != tokens[name.first].sentence:
        return
    if context.loud[tokens[at].sentence] or tokens[name.last - 1].tag != "NNP":
        return
    if _goes_on(context, name):
        return
    yield Vote("person", -1.0, "articled")
    yield Vote("organisation", 0.4, "articled")


def _goes_on(context: Context, name: Name) -> bool:
    """Tell whether a name is but the first part of a noun phrase: "the X towers"."""
    after = context.syntax.tokens[name.last : name.last + 1]
    return bool(after) and (after[0].tag[:2] in ("NN", "JJ", "CD") or after[0].text == "-")


def authored(context: Context, name: Name) -> Iterator[Vote]:
    """What a person made: "a novel by X", "a goal from X"."""
    head = context.head(name)
    if head is None or head.dep != "pobj":
        return
    by = context.syntax.parent(head)
    made = context.syntax.parent(by).lemma.casefold()
    if by.text in ("by", "from") and made in context.lexicon.acts.works:
        yield Vote("person", 1.2, "authored")


def moved(context: Context, name: Name) -> Iterator[Vote]:
    """Where people go: "fled to X", "marched on X", "deported to X"."""
    head = context.head(name)
    if head is None or head.dep != "pobj":
        return
    way = context.syntax.parent(head)
    verb = context.syntax.parent(way).lemma
    if verb in context.lexicon.acts.motion and context.folded[way.index] in _WAYS:
        yield Vote("place", 0.9, "moved")


_WAYS: Final = frozenset({"to", "on", "toward", "towards", "into", "through", "for", "across"})


def printed(context: Context, name: Name) -> Iterator[Vote]:
    """A newspaper, broadcaster or agency that is known by a name that does not tell."""
    key = name.key
    article = f"the {key}" in context.lexicon.media
    begins = context.syntax.sentences[context.syntax.tokens[name.first].sentence].first
    if article and name.first - 1 > begins and context.syntax.tokens[name.first - 1].text == "The":
        yield Vote("organisation", 7.0, "printed")
    elif article or key in context.lexicon.media:
        yield Vote("organisation", 4.0, "printed")


RULES: Final[tuple[Rule, ...]] = (
    staffed,
    employing,
    trading,
    versioned,
    sailing,
    echoed,
    which,
    articled,
    authored,
    moved,
    printed,
)
"""What is looked at, in this order; each rule says of one mention what speaks for which kind."""
