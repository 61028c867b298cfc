"""Reports by the parse: a cue, what depends on it as content, and its subject as source.

Each rule looks at one frame that a cue can stand in, and each is a function from a token to the
drafts that it sees there. Verbs of a frame that any verb may be used in (a clause as object) are
taken unless the lexicon bars them; for the other frames the lexicon names the verbs, because most
verbs with an object or an infinitive report nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from dateline.span import Span
from dateline.statements import subjects
from dateline.statements.context import Context
from dateline.statements.draft import Draft
from dateline.syntax import Token

Rule = Callable[[Context, Token], Iterator[Draft]]

CUTS: Final = frozenset({",", ";", "—", "–", "--"})
_ARGUMENTS: Final = ("prep", "oprd", "xcomp", "ccomp", "acomp", "attr", "dative", "dobj")


def draft(
    context: Context, rule: str, head: Token, content: list[Span], **more: object
) -> Iterator[Draft]:
    """Yield a draft of a verb's report, with its subject; none if nothing is left as content."""
    source = more.pop("source", ...)
    who = subjects.find(context, head) if source is ... else source
    if not content:
        return
    spans = (subjects.words(context, who, head),) if isinstance(who, Token) else ()
    yield Draft(
        rule=rule,
        head=head.index,
        cue=(cue_words(context, head),),
        source=spans,
        subject=who.index if isinstance(who, Token) else None,
        content=tuple(content),
        **more,  # type: ignore[arg-type]
    )


def cue_words(context: Context, verb: Token) -> Span:
    """Return a verb with its auxiliaries, negation and particle, as far as they stand together."""
    first = last = verb.index
    near = {
        child.index
        for child in context.syntax.children(verb, "aux", "auxpass", "neg", "advmod", "prt")
    }
    while first - 1 in near:
        first -= 1
    while last + 1 in near and context.tokens[last + 1].dep == "prt":
        last += 1
    return context.span((first, last + 1))


def without(context: Context, clause: Token, verb: Token) -> list[Span]:
    """Return a clause's words without those of a verb that stands within: "X, he said, Y"."""
    first, last = context.reach(clause)
    last = _own_end(context, clause, last)
    if not first <= verb.index < last:
        return trimmed(context, [(first, last)])
    start, end = context.reach(verb)
    if start <= clause.index < end:
        start, end = verb.index, verb.index + 1
    return trimmed(context, [(first, start), (end, last)])


def _own_end(context: Context, clause: Token, last: int) -> int:
    """Return where a clause ends short of one that is only joined to it: "said X, but Y is so"."""
    for joined in context.syntax.children(clause, "conj"):
        first = context.left[joined.index]
        own = context.child(joined, "nsubj", "nsubjpass")
        apart = first - 1 > clause.index and context.tokens[first - 1].pos == "CCONJ"
        comma = apart and context.tokens[first - 2].text in CUTS
        if own is not None and comma and context.child(joined, "mark") is None:
            return min(last, first - 2)
    return last


def trimmed(context: Context, ranges: list[tuple[int, int]]) -> list[Span]:
    """Return ranges of tokens as spans, commas and dashes at their ends left out."""
    out = []
    for start, end in ranges:
        first, last = start, end
        while first < last and _is_edge(context.tokens[first]):
            first += 1
        while last > first and _is_edge(context.tokens[last - 1]):
            last -= 1
        if first < last:
            out.append(context.span((first, last)))
    return out


def _is_edge(token: Token) -> bool:
    return token.text in {",", ";", ":", "-", "--", "–", "—", "."}


def clause(context: Context, verb: Token) -> Iterator[Draft]:
    """A clause is what the verb says: "she said (that) X", "X, she said"."""
    for child in context.syntax.children(verb, "ccomp"):
        if child.index in range(*_own(context, verb)):
            told = context.child(verb, "dative", "dobj")
            told = told if told is not None and told.index < child.index else None
            parts = without(context, child, verb)
            after = child.index > verb.index
            rule = "clause" if after else "clause_before"
            yield from draft(context, rule, verb, parts, addressee=told.index if told else None)


def _own(context: Context, verb: Token) -> tuple[int, int]:
    sentence = context.sentence(verb)
    return sentence.first, sentence.last


def parenthesis(context: Context, verb: Token) -> Iterator[Draft]:
    """The verb stands beside what is said: "X, she said, Y"; "X, as she put it"."""
    if verb.dep == "parataxis":
        main = context.syntax.parent(verb)
        if not context.syntax.children(verb, "ccomp"):
            yield from draft(context, "parenthesis", verb, without(context, main, verb))
    elif verb.dep == "advcl":
        mark = context.child(verb, "mark")
        bare = not context.syntax.children(verb, "ccomp", "dobj", "xcomp")
        if mark is not None and mark.lemma == "as" and bare:
            main = context.syntax.parent(verb)
            yield from draft(context, "as", verb, without(context, main, verb))


def infinitive(context: Context, verb: Token) -> Iterator[Draft]:
    """What someone promises, hopes or refuses to do."""
    for child in context.syntax.children(verb, "xcomp"):
        if child.index < verb.index:
            continue
        rule = "infinitive" if context.child(child, "aux") is not None else "complement"
        if not _is_passive(context, verb):
            yield from draft(context, rule, verb, without(context, child, verb))


def _is_passive(context: Context, verb: Token) -> bool:
    return context.child(verb, "auxpass", "nsubjpass") is not None


def thing(context: Context, verb: Token) -> Iterator[Draft]:
    """What someone cites, denies or announces, with all that the verb says of it."""
    child = context.child(verb, "dobj")
    if child is None or child.index < verb.index or context.syntax.children(verb, "ccomp"):
        return
    first, last = context.reach(child)
    for more in context.syntax.children(verb, *_ARGUMENTS):
        if more.index > child.index and more.lemma not in ("on", "in", "at", "during"):
            last = max(last, context.reach(more)[1])
    yield from draft(context, "object", verb, trimmed(context, [(first, last)]))


def misled(context: Context, verb: Token) -> Iterator[Draft]:
    """The verb of "letters found in the house showed fear" where the parser was led astray.

    It took the participle for the sentence's verb, and the verb, with a subject out of the
    participle's phrase, for an attribute of its own object.
    """
    thing, own = context.syntax.parent(verb), context.child(verb, "nsubj")
    if verb.dep != "amod" or thing.index < verb.index or own is None or own.index > verb.index:
        return
    main = next((t for t in context.syntax.ancestors(verb) if t.dep == "ROOT"), thing)
    who = context.child(main, "nsubj")
    if main.tag in ("VBD", "VBN") and who is not None and who.index + 1 == main.index < own.index:
        content = trimmed(context, [(verb.index + 1, context.reach(thing)[1])])
        whole = context.span((context.left[who.index], verb.index))
        for seen in draft(context, "misled", verb, content, source=who):
            yield replace(seen, source=(whole,))


def about(context: Context, verb: Token) -> Iterator[Draft]:
    """What someone speaks of, warns of, calls for or agrees with."""
    thing = context.child(verb, "dobj")
    if _is_passive(context, verb) or (thing is not None and thing.index > verb.index):
        return
    for word in context.syntax.children(verb, "prep"):
        inner = context.child(word, "pobj", "pcomp", "prep", "ccomp")
        if word.index > verb.index and inner is not None:
            first, last = context.reach(inner)
            yield from draft(
                context, "about:" + word.lemma.lower(), verb, trimmed(context, [(first, last)])
            )


def passive(context: Context, verb: Token) -> Iterator[Draft]:
    """What is said, expected or alleged by whom it may be: "X was said to", "it is said that"."""
    patient = context.child(verb, "nsubjpass")
    by = subjects.agent(context, verb)
    for child in context.syntax.children(verb, "xcomp", "ccomp", "oprd"):
        if patient is not None or context.child(verb, "auxpass") is not None:
            parts = []
            if patient is not None and patient.lemma.lower() != "it":
                parts += [context.reach(patient)]
            parts += [context.reach(child)]
            yield from draft(context, "passive", verb, trimmed(context, parts), source=by)
            return
    if patient is not None and by is not None:
        parts = [context.reach(patient)]
        yield from draft(context, "passive_object", verb, trimmed(context, parts), source=by)


def noun(context: Context, word: Token) -> Iterator[Draft]:
    """What a noun of speech says: "a claim that", "his demand for", "rumors that"."""
    who = _speaker_of_noun(context, word)
    for child in context.syntax.children(word, "acl", "ccomp", "relcl"):
        mark = context.child(child, "mark")
        if _is_denied(context, child):
            yield from denial(context, word, child)
            continue
        if mark is not None and mark.lemma.lower() in ("that", "whether") and child.dep != "relcl":
            parts = without(context, child, word)
            teller = _teller(context, word)
            if teller is not None:
                yield from draft(context, "clause", teller, parts)
                return
            yield from draft(context, "noun_clause", word, parts, source=who)
        elif child.dep == "acl" and child.tag == "VB":
            parts = without(context, child, word)
            yield from draft(context, "noun_infinitive", word, parts, source=who)
    for prep in context.syntax.children(word, "prep"):
        inner = context.child(prep, "pobj", "pcomp")
        leads = prep.lemma.lower() in context.lexicon.cues.noun_leads
        if leads and inner is not None and prep.index > word.index and inner != who:
            parts = trimmed(context, [context.reach(inner)])
            rule = "noun_about:" + prep.lemma.lower()
            yield from draft(context, rule, word, parts, source=who)


def _teller(context: Context, word: Token) -> Token | None:
    """Return the verb of speech that a noun only tells the way of: "said in a statement that"."""
    prep = context.syntax.parent(word)
    verb = context.syntax.parent(prep)
    if word.dep != "pobj" or verb.pos != "VERB" or context.child(verb, "ccomp") is not None:
        return None
    return verb if verb.lemma.lower() in context.lexicon.cues.speech else None


def _is_denied(context: Context, verb: Token) -> bool:
    """Tell whether a clause after a noun denies what the noun says: "claims that he denied"."""
    denies = verb.lemma.lower() in context.lexicon.stance.cues["deny"]
    return denies and context.child(verb, "dobj", "ccomp", "prep") is None


def denial(context: Context, word: Token, verb: Token) -> Iterator[Draft]:
    """What a noun of speech claims is what the verb after it denies.

    If the noun only takes up another one before it ("rumors that X, allegations that he denied"),
    it is what that one claims.
    """
    parts = trimmed(context, [(context.left[word.index], max(word.index + 1, verb.index - 2))])
    for other in context.syntax.children(context.syntax.parent(word), "attr", "dobj", "nsubj"):
        for claimed in context.syntax.children(other, "acl", "ccomp"):
            if other.index < word.index and context.child(claimed, "mark") is not None:
                parts = without(context, claimed, other)
    yield from draft(context, "denial", verb, parts)


def _speaker_of_noun(context: Context, word: Token) -> Token | None:
    """Return whose word it is: "his claim", "a claim by X", "X made a claim"."""
    owner = context.child(word, "poss")
    if owner is not None:
        return owner
    for prep in context.syntax.children(word, "prep"):
        if prep.lemma.lower() in ("by", "from"):
            return context.child(prep, "pobj")
    verb = context.syntax.parent(word)
    if word.dep == "dobj" and verb.lemma.lower() in context.lexicon.cues.light:
        return subjects.find(context, verb)
    return None


def adjective(context: Context, word: Token) -> Iterator[Draft]:
    """What someone is sure, eager or afraid of."""
    verb = context.syntax.parent(word)
    if word.dep != "acomp" or verb.lemma not in ("be", "seem", "remain", "feel", "become"):
        return
    who = subjects.find(context, verb)
    for child in (*context.syntax.children(word, "ccomp"), *context.syntax.children(verb, "ccomp")):
        if child.index > word.index:
            parts = without(context, child, word)
            yield from draft(context, "adjective_clause", word, parts, source=who)
    for child in context.syntax.children(word, "xcomp"):
        parts = without(context, child, word)
        yield from draft(context, "adjective_infinitive", word, parts, source=who)
    for prep in context.syntax.children(word, "prep"):
        inner = context.child(prep, "pobj", "pcomp")
        if inner is not None:
            parts = trimmed(context, [context.reach(inner)])
            yield from draft(context, "adjective_about", word, parts, source=who)


def according(context: Context, word: Token) -> Iterator[Draft]:
    """The clause that "according to X" stands in is what X says."""
    if word.lemma.lower() not in ("accord", "according") or word.index + 1 >= len(context.tokens):
        return
    to = context.tokens[word.index + 1]
    if to.text.lower() != "to":
        return
    who = context.child(to, "pobj") or context.child(word, "pobj")
    if who is None:
        return
    source = subjects.words(context, who, word)
    aside = (word.index, context.reach(who)[1])
    main = context.syntax.parent(word)
    parts = around(context, aside, _whole(context, aside, main))
    if parts:
        yield Draft(
            rule="according_to",
            head=word.index,
            cue=(context.span((word.index, to.index + 1)),),
            source=(source,),
            subject=who.index,
            content=tuple(parts),
        )


def _whole(context: Context, aside: tuple[int, int], main: Token) -> Token:
    """Return the head of the sentence if an aside ends it after a comma, and `main` otherwise."""
    sentence = context.sentence(main)
    last = sentence.last - 1
    while last > aside[0] and context.tokens[last].pos == "PUNCT":
        last -= 1
    comma = aside[0] > 0 and context.tokens[aside[0] - 1].text == ","
    if not comma or aside[1] <= last:
        return main
    return next((above for above in context.syntax.ancestors(main) if above.dep == "ROOT"), main)


def around(context: Context, aside: tuple[int, int], main: Token) -> list[Span]:
    """Return the clause of `main` without the words of an aside in it."""
    first, last = context.reach(main)
    start, end = min(first, aside[0]), max(last, aside[1])
    return trimmed(context, [(start, aside[0]), (aside[1], end)])


def adverb(context: Context, word: Token) -> Iterator[Draft]:
    """Somebody is said to say so, but nobody is named: "reportedly"."""
    main = context.syntax.parent(word)
    if word.dep != "advmod" or main.lemma.lower() in context.lexicon.cues.speech:
        return
    parts = around(context, (word.index, word.index + 1), main)
    yield from draft(context, "adverb", word, parts, source=None)


VERBS: Final[tuple[Rule, ...]] = (clause, parenthesis, infinitive, thing, misled, about, passive)
NOUNS: Final[tuple[Rule, ...]] = (noun,)
ADJECTIVES: Final[tuple[Rule, ...]] = (adjective,)
ADVERBS: Final[tuple[Rule, ...]] = (adverb,)
RULES: Final = {"VERB": VERBS, "NOUN": NOUNS, "ADJ": ADJECTIVES, "ADV": ADVERBS}


def find(context: Context) -> Iterator[Draft]:
    """Yield every draft of every frame, whether or not the cue is one that reports."""
    for token in context.tokens:
        yield from according(context, token)
        for rule in RULES.get(token.pos, ()):
            yield from rule(context, token)
