"""What speaks for which kind of a name: rules that each look at one mention and its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from dateline.names import affiliation, gazetteer, traits
from dateline.names.context import Context, Name, Vote
from dateline.names.words import capitalised, shouted
from dateline.record import EntityKind
from dateline.syntax import Token

Rule = Callable[[Context, Name], Iterator[Vote]]


def titled(context: Context, name: Name) -> Iterator[Vote]:
    """A title before it: "President X", "Mr. X"."""
    if name.title is None or not capitalised(name.shown):
        return
    if name.title in context.lexicon.titles.address:
        yield Vote("person", 3.0, "titled")
    elif name.key not in context.lexicon.organisations.ends:
        yield Vote("person", 2.0, "titled")


def worded(context: Context, name: Name) -> Iterator[Vote]:
    """A word in it that tells: "X Foundation", "University of X", "Lake X", "X Bridge"."""
    known = context.lexicon.organisations
    last = name.key.rsplit(" ", 1)[-1]
    single = " " not in name.key
    strength = 1.2 if single else 3.0
    of = name.key.split(" of ")[0].rsplit(" ", 1)[-1] if " of " in name.key else last
    classes: tuple[tuple[EntityKind, frozenset[str]], ...] = (
        ("organisation", known.ends),
        ("facility", known.facilities),
        ("place", known.lands),
        ("event_name", known.events),
        ("work", known.works),
    )
    for kind, ends in classes:
        if last in ends or (of in ends and not single):
            share = 1.0 if last in ends else 0.6
            yield Vote(kind, strength * share * (0.6 if kind == "work" else 1.0), "worded")
    if not single and _begins(name.key, known.starts):
        yield Vote("organisation", 3.0, "worded")
    if not single and _begins(name.key, known.grounds):
        yield Vote("place", 2.0, "worded")
    if single and any(name.key.endswith(t) and len(name.key) > len(t) + 2 for t in known.tails):
        yield Vote("organisation", 1.5, "worded")
    words = name.key.split()
    if len(words) == 2 and words[0] in known.parts and gazetteer.sites(words[1])[:1]:
        yield Vote("place", 1.5, "worded")


def _begins(key: str, starts: frozenset[str]) -> bool:
    """Tell whether the first words of a name, up to three of them, are among the starts."""
    words = key.split(" ", 3)
    return any(" ".join(words[:length]) in starts for length in range(1, min(4, len(words))))


def given(context: Context, name: Name) -> Iterator[Vote]:
    """A given name before another word: "Anna X"; alone it says less."""
    words = name.key.split()
    if words and (words[0] in context.lexicon.men or words[0] in context.lexicon.women):
        sure = len(words) > 1 and words[-1] not in context.lexicon.organisations.ends
        yield Vote("person", 1.5 if sure else 0.5, "given")


def listed(context: Context, name: Name) -> Iterator[Vote]:
    """A place in the gazetteer, the weightier the more people know it."""
    if name.key in context.lexicon.places.regions:
        yield Vote("place", 2.5, "listed")
        return
    short = context.lexicon.places.short.get(name.key)
    if short and (shouted(name.shown) or "." in name.shown or len(name.key) > 4):
        yield Vote("place", 2.5, "listed")
        return
    sites = gazetteer.sites(name.key)
    weight = max(map(_fame, sites[:8]), default=0.0)
    if weight:
        weight += 0.8 if weight > 2.5 and " " in name.key else 0.0
        alone = len(sites) == 1 and sites[0].main and sites[0].people > 20_000
        yield Vote("place", weight + (0.4 if alone else 0.0), "listed")


def _fame(site: gazetteer.Site) -> float:
    """Return how much it says of a name that this place bears it."""
    if site.level in ("country", "continent"):
        return 3.0 if site.main else 2.0
    if site.level == "capital":
        return 2.8 if site.main and site.people > 500_000 else 2.0 if site.main else 1.0
    if site.level == "region":
        return 0.3 if not site.main else 1.5 if site.people > 200_000 else 0.9
    if not site.main:
        return 0.2
    return 1.2 if site.people > 300_000 else 0.9 if site.people > 50_000 else 0.4


def peopled(context: Context, name: Name) -> Iterator[Vote]:
    """A word for a nation, a faith or a creed: "Algerians", "Sunni"; or for the faith itself."""
    if context.lexicon.nationalities.holds(name.key):
        yield Vote("group", 5.0, "peopled")
    elif name.key in context.lexicon.nationalities.peoples.creeds:
        yield Vote("other", 6.0, "peopled")


def shortened(context: Context, name: Name) -> Iterator[Vote]:
    """Capitals only, and no place's short form: mostly an organisation's."""
    if (
        shouted(name.shown)
        and 2 <= len(name.key) <= 6
        and " " not in name.key
        and name.key not in context.lexicon.places.short
        and not context.loud[context.syntax.tokens[name.first].sentence]
    ):
        yield Vote("organisation", 1.5, "shortened")


def placed(context: Context, name: Name) -> Iterator[Vote]:
    """Words before it that lead to a place, and a larger place after it: "in X", "X, Algeria"."""
    tokens = context.syntax.tokens
    at = name.first - 1
    if at >= 0 and context.folded[at] == "the":
        at -= 1
    if at >= 0 and tokens[at].sentence == tokens[name.first].sentence:
        before = context.folded[at]
        if before in ("in", "near", "across", "throughout", "outside"):
            yield Vote("place", 0.8, "placed")
        elif before in context.lexicon.organisations.parts and not capitalised(tokens[at].text):
            yield Vote("place", 1.5, "placed")
        elif before in context.lexicon.acts.locative:
            yield Vote("place", 0.2, "placed")
    if name.last + 1 < len(tokens) and tokens[name.last].text == "," and not name.title:
        after = context.folded[name.last + 1]
        short = context.lexicon.places.short.get(after)
        larger = short or any(s.level in ("country", "region") for s in gazetteer.sites(after)[:4])
        if larger and capitalised(tokens[name.last + 1].text):
            yield Vote("place", 1.0, "placed")


def joined(context: Context, name: Name) -> Iterator[Vote]:
    """The first of a row that leads to a place: "in A, B and X"."""
    head = context.head(name)
    if head is None or head.dep != "conj":
        return
    first = context.first_of_row(head)
    leads = context.folded[context.syntax.parent(first).index]
    if (
        first.dep == "pobj"
        and first.tag == "NNP"
        and leads in ("in", "near", "across", "throughout")
    ):
        known = any(_fame(site) > 0.5 for site in gazetteer.sites(first.text)[:4])
        yield Vote("place", 1.5 if known else 0.8, "joined")


def described(context: Context, name: Name) -> Iterator[Vote]:
    """A noun that says what it is: "jihadist X", "X, a senior analyst", "X is the capital"."""
    head = context.head(name)
    if head is None:
        return
    for noun, weight in _descriptions(context, name, head):
        kind = noun_kind(context, noun)
        if kind == "person" and _may_be_body(context, noun):
            yield Vote("person", 0.5 * weight, "described")
            yield Vote("organisation", 0.5 * weight, "described")
        elif kind is not None:
            yield Vote(kind, weight + (kind == "product"), "described")


def _may_be_body(context: Context, noun: Token) -> bool:
    """Tell whether a noun for a person is a body's as often: "its rival", but not "her rival"."""
    owners = {context.folded[owner.index] for owner in context.syntax.children(noun, "poss")}
    return noun.lemma.casefold() in context.lexicon.roles.either and not owners & {"his", "her"}


def _descriptions(context: Context, name: Name, head: Token) -> Iterator[tuple[Token, float]]:
    """Yield the nouns that describe the name by the parse, with how sure that is.

    One that the parse takes for an adjective does so, too, after "the": "the daily X".
    """
    syntax = context.syntax
    before = syntax.tokens[name.first - 1]
    if name.first > 1 and before.tag == "JJ" and context.folded[name.first - 2] in ("the", "a"):
        yield before, 3.0
    for child in syntax.children(head, "appos", "compound", "nmod"):
        outside = not name.first <= child.index < name.last and child.tag in ("NN", "NNS")
        if outside and (child.dep == "appos" or child.index == name.first - 1):
            yield child, 2.0
    parent = syntax.parent(head)
    if head.dep == "appos" and parent.tag in ("NN", "NNS"):
        yield parent, 2.0
    if head.dep in ("nsubj", "nsubjpass") and parent.lemma in ("be", "become", "remain"):
        for attribute in syntax.children(parent, "attr"):
            if attribute.tag in ("NN", "NNS"):
                yield attribute, 1.5


LANDS: Final = frozenset(
    {"city", "town", "village", "capital", "country", "nation", "province", "state", "region"}
    | {"district", "county", "island", "suburb", "neighborhood", "neighbourhood", "municipality"}
    | {"territory", "port", "area", "hamlet", "oasis", "kingdom"}
)


def noun_kind(context: Context, noun: Token) -> EntityKind | None:
    """Return what kind of thing a common noun names, or `None` if it does not tell."""
    lemma = noun.lemma.casefold()
    if context.lexicon.is_person_noun(lemma):
        return "person" if noun.tag == "NN" else None
    if lemma in LANDS:
        return "place"
    if lemma in context.lexicon.organisations.nouns:
        return "organisation"
    if lemma in context.lexicon.organisations.facilities:
        return "facility"
    return "product" if lemma in context.lexicon.organisations.products else None


def acting(context: Context, name: Name) -> Iterator[Vote]:
    """A verb that only people, or only people and organisations do: "X married", "X said"."""
    head = context.head(name)
    if head is None or head.dep not in ("nsubj", "nsubjpass"):
        return
    verb = context.syntax.parent(head).lemma
    if verb in context.lexicon.acts.corporate and head.dep == "nsubj":
        yield Vote("organisation", 0.7, "acting")
    elif verb in context.lexicon.acts.personal:
        yield Vote("person", 0.7, "acting")
    elif verb in context.lexicon.acts.acting:
        yield Vote("person", 0.3, "acting")
        yield Vote("organisation", 0.3, "acting")
        if _governs(name):
            yield Vote("place", 0.3, "acting")


def _governs(name: Name) -> bool:
    """Tell whether a name is that of a country or a capital, which may stand for a government."""
    return any(
        site.main and site.level in ("country", "capital") for site in gazetteer.sites(name.key)[:3]
    )


def related(context: Context, name: Name) -> Iterator[Vote]:
    """What follows it: "X, who", "X, 44,", "X, where"."""
    tokens = context.syntax.tokens
    at = name.last
    comma = at < len(tokens) and tokens[at].text == ","
    if at + comma >= len(tokens):
        return
    word = tokens[at + comma]
    if word.tag == "WP":
        yield Vote("person", 1.2, "related")
    elif context.folded[word.index] == "where":
        yield Vote("place", 0.8, "related")
    elif comma and word.text.isdigit() and len(word.text) == 2 and at + 2 < len(tokens):
        yield Vote("person", 1.5 if tokens[at + 2].text == "," else 0.5, "related")


def abbreviated(context: Context, name: Name) -> Iterator[Vote]:
    """An acronym beside it: "X for Y (XY)"."""
    if " " in name.key and not name.votes and name.last + 1 < len(context.syntax.tokens):
        near = context.syntax.tokens[name.last + 1 : name.last + 4]
        if any(shouted(token.text) for token in near):
            yield Vote("organisation", 2.0, "abbreviated")


def owning(context: Context, name: Name) -> Iterator[Vote]:
    """People who belong to it: "X's Anna Kern", "Anna Kern of X"."""
    tokens = context.syntax.tokens
    at = name.last
    if at + 2 < len(tokens) and tokens[at].tag == "POS" and _begins_person(context, at + 1):
        yield Vote("organisation", 0.8, "owning")
        yield Vote("place", 0.5, "owning")
    before = name.first - 1
    if before > 1 and context.folded[before] == "of" and _begins_person(context, before - 2):
        yield Vote("organisation", 0.8, "owning")
        yield Vote("place", 0.5, "owning")


def led(context: Context, name: Name) -> Iterator[Vote]:
    """Somebody at its head: "the leader of X", "X's chairman"."""
    owned = context.owned(name)
    if owned is not None and owned.lemma.casefold() in context.lexicon.roles.heads:
        yield Vote("organisation", 1.0, "led")
        yield Vote("place", 0.6, "led")


def _begins_person(context: Context, at: int) -> bool:
    """Tell whether the two tokens from `at` on are written as a person's name."""
    tokens, lexicon = context.syntax.tokens, context.lexicon
    if not all(token.tag == "NNP" and capitalised(token.text) for token in tokens[at : at + 2]):
        return False
    return context.folded[at] in lexicon.men or context.folded[at] in lexicon.women


def scored(context: Context, name: Name) -> Iterator[Vote]:
    """The score of a match beside it: "X 1 - 0 Y", "beat X 34-14"."""
    tokens = context.syntax.tokens
    after = "".join(token.text for token in tokens[name.last : name.last + 3])
    before = "".join(token.text for token in tokens[max(0, name.first - 3) : name.first])
    if _SCORE.match(after) or _SCORE.search(before):
        yield Vote("organisation", 1.0, "scored")


_SCORE: Final = re.compile(r"(?<!\d)\d{1,3}[-–—]\d{1,3}(?!\d)")


def termed(context: Context, name: Name) -> Iterator[Vote]:
    """A noun before "called", "known as": "a unit called X", "a group, known as X"."""
    tokens, folded = context.syntax.tokens, context.folded
    at = name.first - 1
    while at >= 0 and (not folded[at] or folded[at] == "the"):
        at -= 1
    begin = context.syntax.sentences[tokens[name.first].sentence].first
    for length in (3, 2, 1):
        phrase = " ".join(folded[max(begin, at - length + 1) : at + 1])
        if at - length >= begin and phrase in context.lexicon.acts.called:
            kinds = [
                (noun_kind(context, noun), noun)
                for noun in tokens[max(begin, at - length - 7) : at - length + 1]
                if noun.tag in ("NN", "NNS")
            ]
            for kind, _ in reversed(kinds):
                if kind is not None:
                    yield Vote(kind, 4.0, "termed")
                    return
            return


def modifying(context: Context, name: Name) -> Iterator[Vote]:
    """A noun that it stands before: "the X compound", "the X bombing", "X fighters"."""
    head = context.head(name)
    if head is None or head.dep not in ("compound", "nmod") or head.head < name.last:
        return
    noun = context.syntax.parent(head)
    known = context.lexicon.organisations
    lemma = noun.lemma.casefold()
    if noun.tag in ("NN", "NNS") and noun.index - name.last < 3:
        if lemma in known.facilities or lemma in LANDS:
            yield Vote("place", 1.6, "modifying")
        elif lemma in known.incidents:
            yield Vote("place", 0.9, "modifying")


RULES: Final[tuple[Rule, ...]] = (
    titled,
    worded,
    given,
    listed,
    peopled,
    shortened,
    placed,
    joined,
    described,
    acting,
    related,
    termed,
    modifying,
    abbreviated,
    owning,
    led,
    scored,
    *affiliation.RULES,
    *traits.RULES,
)
"""What is looked at, in this order; each rule says of one mention what speaks for which kind."""


def evidence(context: Context, name: Name) -> tuple[Vote, ...]:
    """Return all that speaks for one kind or another at one mention, the taggers' votes first.

    What was found of a mention is kept with the context: mentions are asked more than once.
    """
    asked = context.asked.get(name.first)
    if asked is None or asked[0] is not name:
        votes = name.votes + tuple(vote for rule in RULES for vote in rule(context, name))
        asked = context.asked[name.first] = (name, votes)
    return asked[1]
