"""People and organisations spoken of without a name: "a former associate", "the emir", "analysts".

A noun phrase is a description if its head is a noun for people or for an organisation. It either
says what someone named is ("its emir, X"; "X is the emir"), or it speaks of somebody by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from dateline.names import behind
from dateline.names.context import Context
from dateline.span import Span
from dateline.syntax import Token

Sort = Literal["person", "people", "organisation"]


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase for people or an organisation.

    Attributes:
        head: index of its head token.
        span: the phrase without relative clause and apposition.
        noun: the head's lemma.
        sort: `person` for one, `people` for several or a collective, `organisation`.
        definite: it speaks of something known ("the", "this", "his"), or of what each country or
            town has but one of ("police").
        phrase: its words folded, without a determiner, if they tell more than the noun and mean
            the same wherever they stand; else empty.
        nation: ISO 3166-1 code of the country whose people or body it is, or `None`.
        alone: it speaks of somebody even if nobody was so called before; not "by force".
        describes: index of the token of a name that it describes, or `None`.
    """

    head: int
    span: Span
    noun: str
    sort: Sort
    definite: bool
    phrase: str = ""
    nation: str | None = None
    alone: bool = True
    describes: int | None = None


def find(context: Context, named: Sequence[int | None]) -> tuple[Description, ...]:
    """Return the descriptions of a text in order.

    Args:
        context: the parsed text.
        named: for each token the number of the entity that it names, or `None`.
    """
    return tuple(_all(context, named))


def _all(context: Context, named: Sequence[int | None]) -> Iterator[Description]:
    for token in context.syntax.tokens:
        common = token.tag in ("NN", "NNS") and len(token.text) > 1
        if not common or named[token.index] is not None:
            continue
        sort = _sort(context, token)
        if sort is None or (token.dep in _INNER and not _beside_name(context, token, named)):
            continue
        if _is_dated(context, token) or _is_none(context, token) or _is_aside(context, token):
            continue
        span = _span(context, token, named)
        yield Description(
            head=token.index,
            span=span,
            noun=_noun(context, token),
            sort=sort,
            definite=_definite(context, token),
            phrase=_phrase(context, span),
            nation=_nation(context, token),
            alone=sort != "organisation" or _is_body(context, token),
            describes=_described(context, token, named),
        )


_INNER: Final = ("compound", "amod", "nmod", "npadvmod")


def _sort(context: Context, token: Token) -> Sort | None:
    """Return what kind of thing a noun speaks of, or `None` if of neither people nor bodies."""
    lemma = token.lemma.casefold()
    if lemma in context.lexicon.roles.things and not _is_human(context, token):
        return None
    if lemma in context.lexicon.roles.springs and _is_spring(context, token):
        return None
    if lemma in context.lexicon.roles.collectives or token.text.casefold() in (
        context.lexicon.roles.collectives
    ):
        return "people"
    if context.lexicon.is_person_noun(lemma):
        return "person" if token.tag == "NN" else "people"
    known = context.lexicon.organisations
    if lemma in known.nouns or (lemma in known.offices and _does(context, token)):
        return "organisation" if token.tag == "NN" else "people"
    return None


def _does(context: Context, token: Token) -> bool:
    """Tell whether a noun's thing does or suffers what only people and bodies do or suffer."""
    verb, acts = context.syntax.parent(token), context.lexicon.acts
    if token.dep == "pobj" and verb.dep == "agent":
        return context.syntax.parent(verb).lemma in acts.acting
    if token.dep in ("dobj", "nsubjpass"):
        return verb.lemma in acts.pressing
    return token.dep == "nsubj" and verb.lemma in acts.acting


def _is_body(context: Context, token: Token) -> bool:
    """Tell whether a noun for a body speaks of one: not "by force", nor what is but a house here.

    One that stands without a determiner must be of those that each country or town has one of.
    """
    known, lemma = context.lexicon.organisations, token.lemma.casefold()
    told = token.tag == "NNS" or _told(context, token)
    if not told and lemma not in known.single:
        return False
    return lemma not in known.rooms or not (_is_at(context, token) or _is_thing(context, token))


def _is_thing(context: Context, token: Token) -> bool:
    """Tell whether a noun that may be for a body suffers what any thing may: "shed the label".

    Beside people it is rather where they were: "killed two men in a café and a station".
    """
    acts, verb = context.lexicon.acts, context.syntax.parent(token)
    if token.dep == "conj":
        return verb.tag == "NNS" and context.lexicon.is_person_noun(verb.lemma)
    if token.dep not in ("dobj", "nsubjpass"):
        return False
    if token.lemma.casefold() not in context.lexicon.organisations.means:
        return False
    return verb.lemma not in acts.pressing | acts.joining | acts.corporate


def _is_at(context: Context, token: Token) -> bool:
    """Tell whether a noun says where something is or goes, or what a name is of."""
    above = context.syntax.parent(token)
    return token.dep == "pobj" and context.folded[above.index] in context.lexicon.acts.locative


def _told(context: Context, token: Token) -> bool:
    """Tell whether a determiner, an owner or the like says which one or how many are meant."""
    return bool(context.syntax.children(token, "det", "poss", "nummod")) or any(
        context.lexicon.nationalities.holds(kid.text)
        for kid in context.syntax.children(token, "amod", "compound", "nmod")
    )


def _is_human(context: Context, token: Token) -> bool:
    """Tell whether a noun that may mean a thing means a person: it acts, or belongs to a name."""
    verb, acts = context.syntax.parent(token), context.lexicon.acts
    if token.dep == "nsubj":
        return verb.lemma in acts.acting or verb.lemma in acts.personal or verb.lemma == "be"
    led = any(way.text == "of" for way in context.syntax.children(token, "prep"))
    return token.dep in ("appos", "compound", "attr", "nmod") or (led and token.lemma == "head")


def _is_spring(context: Context, token: Token) -> bool:
    """Tell whether a noun says what something comes from: "the source of the noise"."""
    return any(way.text == "of" for way in context.syntax.children(token, "prep"))


def _noun(context: Context, token: Token) -> str:
    """Return the lemma of a head, with the parts that hyphens join to it: "father-in-law"."""
    lemma = token.lemma.casefold()
    first, last = _hyphened(context, token)
    tokens = context.syntax.tokens
    if last > token.index:
        return lemma + "".join(t.text for t in tokens[token.index + 1 : last + 1])
    whole = "".join(t.text for t in tokens[first : token.index]).casefold() + lemma
    return whole if whole in context.lexicon.roles.persons else lemma


def _hyphened(context: Context, token: Token) -> tuple[int, int]:
    """Return the first and last token of the word that hyphens make of a noun and others."""
    tokens, at = context.syntax.tokens, token.index
    first = last = at
    joined = (
        at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].span.end + 1 == token.span.start
    )
    if joined and tokens[at - 1].span.end == token.span.start:
        first = at - 2
    if "".join(t.text for t in tokens[at + 1 : at + 5]).casefold() == "-in-law":
        last = at + 4
    return first, last


def _beside_name(context: Context, token: Token, named: Sequence[int | None]) -> bool:
    """Tell whether a noun stands right before a name that it belongs to: "jihadist X"."""
    after = token.index + 1
    if context.syntax.tokens[token.index - 1].text == "-" and token.index > 1:
        number = context.syntax.tokens[token.index - 2]
        if number.tag == "CD":  # "ten-man X"
            return False
    return after < len(named) and named[after] is not None and token.dep in ("compound", "nmod")


_LEFT: Final = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "predet", "quantmod", "neg"}
)
_CUT: Final = frozenset(
    {"relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "preconj", "parataxis"}
)


def _span(context: Context, head: Token, named: Sequence[int | None]) -> Span:
    """Return the phrase's characters: what stands left of the head, and "of ..." and "from ..."."""
    tokens = context.syntax.tokens
    first, last = _hyphened(context, head)
    for child in context.syntax.children(head):
        if child.index < head.index and child.dep in _LEFT and not _reports(context, child):
            first = min(first, context.syntax.subtree(child)[0].index)
        elif child.dep == "prep" and child.index == last + 1 and behind.narrows(context, child):
            reach = _contiguous(_kept(context, child), child.index)
            last = reach if reach > child.index and not behind.goes_on(context, reach) else last
    dashes = [i + 1 for i in range(first, head.index) if _is_dash(context, i)]
    first = max([first, *dashes])
    if head.dep in _INNER and any(named[i] is not None for i in range(first, last + 1)):
        first = last = head.index
    return Span(tokens[first].span.start, tokens[last].span.end)


def _is_dash(context: Context, at: int) -> bool:
    """Tell whether a token is a dash that parts what stands on its sides: "days - the men left"."""
    tokens = context.syntax.tokens
    if at < 1 or tokens[at].text not in ("-", "--", "–", "—"):
        return False
    return tokens[at - 1].span.end < tokens[at].span.start or tokens[at].text == "—"


def _reports(context: Context, child: Token) -> bool:
    """Tell whether a participle before a noun is a verb of speech, with it as its object."""
    acts = context.lexicon.acts
    told = child.lemma in acts.speech or child.lemma in acts.pressing
    return child.tag in ("VBG", "VBN") and told and child.dep == "amod"


def _is_dated(context: Context, head: Token) -> bool:
    """Tell whether a year and "and" stand before a role: "minister from 2004 and mayor"."""
    return head.tag == "NN" and any(
        behind.is_year(token)
        for child in context.syntax.children(head, *_LEFT)
        if child.index < head.index
        for token in context.syntax.subtree(child)
    )


def _is_none(context: Context, head: Token) -> bool:
    """Tell whether a noun speaks of nobody: "no candidate", "neither of the men"."""
    return any(
        context.folded[kid.index] in ("no", "neither")
        for kid in context.syntax.children(head, "det", "preconj", "neg")
    )


def _is_aside(context: Context, head: Token) -> bool:
    """Tell whether a noun is who says so within a clause: "a man officials say was shot"."""
    after = context.syntax.tokens[head.index + 1 : head.index + 2]
    if head.tag != "NNS" or not after or after[0].lemma not in context.lexicon.acts.speech:
        return False
    inner = context.syntax.children(head, "compound", "nmod")
    return behind.is_indefinite(context, head) and any(
        one.tag == "NN" and context.lexicon.is_person_noun(one.lemma) for one in inner
    )


def _kept(context: Context, head: Token) -> list[Token]:
    """Return a token and what depends on it, clauses, appositions and conjuncts left out."""
    found, left = [], [head]
    while left:
        one = left.pop()
        found.append(one)
        left.extend(t for t in context.syntax.children(one) if t.dep not in _CUT)
    return sorted(found, key=lambda t: t.index)


def _contiguous(tokens: Sequence[Token], start: int) -> int:
    """Return the last index of the unbroken run of tokens that begins at `start`."""
    held = {token.index for token in tokens}
    at = start
    while at + 1 in held:
        at += 1
    return at


def _definite(context: Context, head: Token) -> bool:
    determiners = context.syntax.children(head, "det", "poss")
    if determiners:
        return any(token.text.casefold() in _DEFINITE for token in determiners)
    single = head.text.casefold() in context.lexicon.organisations.single
    return single and not context.syntax.children(head, "nummod")


def _phrase(context: Context, span: Span) -> str:
    """Return the words of a description that mean one wherever they stand, or nothing.

    Numbers and pronouns before a noun, and words such as "other", mean another one each time.
    """
    tokens = context.syntax.within(span)
    words = [context.folded[token.index] for token in tokens]
    if any(t.tag in ("CD", "PRP$") for t in tokens) or _SHIFTING.intersection(words):
        return ""
    words = words[1:] if words and words[0] in _DEFINITE | {"a", "an"} else words
    return " ".join(filter(None, words)) if len(words) > 1 else ""


_SHIFTING: Final = frozenset(
    {"other", "another", "first", "second", "third", "last", "next", "latter", "former", "same"}
    | {"some", "any", "no", "each", "every", "many", "several", "few", "all", "both"}
)


def _nation(context: Context, head: Token) -> str | None:
    """Return the country whose nation's word stands before a noun, if it is but one."""
    found = {
        code
        for kid in context.syntax.children(head, "amod", "compound", "nmod")
        if kid.index < head.index and (code := context.nation(kid.index))
    }
    return found.pop() if len(found) == 1 else None


_DEFINITE: Final = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their"}
)


def _described(context: Context, head: Token, named: Sequence[int | None]) -> int | None:
    """Return a token of the name that the noun describes by grammar, or `None`."""
    syntax = context.syntax
    parent = syntax.parent(head)
    if head.dep in ("appos", "compound", "nmod") and named[parent.index] is not None:
        close = head.dep == "appos" or head.index + 1 == _first(named, parent.index)
        return parent.index if close and head.tag == "NN" else None
    for child in syntax.children(head, "appos"):
        if named[child.index] is not None and head.tag == "NN" and not _nearer(context, head):
            return child.index
    if head.dep != "attr" or head.tag != "NN" or syntax.children(parent, "neg"):
        return None
    if parent.lemma in ("be", "become", "remain"):
        for subject in syntax.children(parent, "nsubj"):
            if named[subject.index] is not None:
                return subject.index
    return None


def _nearer(context: Context, head: Token) -> bool:
    """Tell whether another person's noun stands between a noun and its apposition."""
    syntax = context.syntax
    inner = (noun for way in syntax.children(head, "prep") for noun in syntax.children(way, "pobj"))
    return any(n.tag == "NN" and context.lexicon.is_person_noun(n.lemma) for n in inner)


def _first(named: Sequence[int | None], index: int) -> int:
    """Return the first token of the name that covers the token."""
    while index > 0 and named[index - 1] is not None and named[index - 1] == named[index]:
        index -= 1
    return index
