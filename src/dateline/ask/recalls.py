"""The sentences of later articles that recall what somebody foretold: "as she had promised"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

import msgspec

from dateline.ask.answers import Head, Telling
from dateline.ask.gathering import heads
from dateline.ask.outcomes import has_owner, is_owned, recalled
from dateline.ask.wording import matter
from dateline.record import Stance
from dateline.span import Span
from dateline.store import Claim, Member, View

MOST: Final = 1000  # later articles that are looked through for an answer


class Recall(msgspec.Struct, frozen=True):
    """A sentence that recalls what somebody foretold.

    Attributes:
        speaker: number of the actor.
        names: the words of the names that the sentence may call the speaker by.
        stances: those that the words may mean.
    """

    speaker: int
    names: frozenset[str]
    stances: frozenset[Stance]
    telling: Telling


def recalls(view: View, claims: Sequence[Claim]) -> dict[int, list[Recall]]:
    """Return the sentences that recall something that the speakers of some claims foretold.

    They are looked for in the articles that name the speaker and were published later than the
    first of the claims. A sentence need not be a statement or an event for the record: it is known
    by the place where it stands (`KEY:1204-1290`), which `show` opens.

    Returns:
        By the speaker's number, in order of telling.
    """
    speakers = sorted({claim.speaker for claim in claims if claim.speaker is not None})
    since = min((claim.told for claim in claims if claim.told), default=None)
    if since is None:
        return {}
    named = (one for each in speakers for one in view.members(each, told_since=since))
    later, known = _later(view, named, since)
    found = _found(view, later)
    quotes = view.excerpts([(member.article, span) for member, span, _ in found])
    out: defaultdict[int, list[Recall]] = defaultdict(list)
    for (member, span, stances), quote in zip(found, quotes, strict=True):
        names = matter(" ".join((member.name, *member.aliases)))
        inside = Span(span.start - quote.span.start, span.end - quote.span.start)
        if names & matter(quote.text) and _is_own(names, quote.text, inside):
            telling = _telling(known[member.article], quote.span, quote.text)
            out[member.actor].append(Recall(member.actor, names, stances, telling))
    for each in out.values():
        each.sort(key=lambda one: (one.telling.article.told or "~", one.telling.id))
    return dict(out)


def _is_own(names: frozenset[str], sentence: str, place: Span) -> bool:
    """Tell whether what a sentence recalls is told there to have been foretold by somebody.

    He is named right before ("as Holm had promised", "Holm's pledge"), or a pronoun stands for him
    there: "the threat of rain" is nobody's. Some words name nobody: "the promised report".
    """
    if not is_owned(place.of(sentence)):
        return True
    before = sentence[: place.start].split()[-_BESIDE:]
    return not names.isdisjoint(matter(" ".join(before))) or has_owner(before[-_NEXT:])


_BESIDE: Final = 8  # words before what recalls it among which whose it is may be named
_NEXT: Final = 2  # the same for a pronoun


def _later(
    view: View, members: Iterator[Member], since: str
) -> tuple[list[Member], dict[int, Head]]:
    """Return the first members whose articles were told later, no more than `MOST`; and these."""
    later: list[Member] = []
    known: dict[int, Head] = {}
    while len(later) < MOST and (some := list(islice(members, MOST))):
        known |= heads(view, {member.article for member in some} - set(known))
        later += [one for one in some if (known[one.article].told or "") > since]
    return later[:MOST], known


Found = tuple[Member, Span, frozenset[Stance]]


def _found(view: View, members: Sequence[Member]) -> list[Found]:
    texts = view.texts(sorted({member.article for member in members}))
    places = {article: list(recalled(text)) for article, text in texts.items()}
    return [(member, one.span, one.stances) for member in members for one in places[member.article]]


def _telling(article: Head, span: Span, quote: str) -> Telling:
    return Telling(
        id=f"{article.key}:{span.start}-{span.end}",
        article=article,
        voices=(),
        reality="actual",
        certainty="certain",
        words=quote,
        quote=quote,
        span=span,
        rule="recalled",
    )
