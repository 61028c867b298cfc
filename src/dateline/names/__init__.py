"""Who and where: every person, organisation and place that an article names, each once.

Mentions come from a tagger's proposals and from runs of capitals; the evidence of the whole
article decides what kind each name is, which names are one, and where else they stand; then
descriptions and pronouns are led back to them, and places to points on the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.names import (
    aliases,
    coreference,
    demonyms,
    descriptions,
    inner,
    lexicon,
    mentions,
    quotations,
    repeats,
)
from dateline.names.cast import Cast
from dateline.names.context import Beliefs, Context
from dateline.record import Entity, Section, SectionKind
from dateline.syntax import Proposal, Syntax

ARTICLE: Final[frozenset[SectionKind]] = frozenset(
    {"headline", "dateline", "body", "subhead", "caption"}
)
"""The sections that tell of the world; what only the others name is the page's furniture."""


def read(  # noqa: PLR0913
    text: str,
    syntax: Syntax,
    proposals: Iterable[Proposal],
    sections: Sequence[Section],
    *,
    beliefs: Beliefs | None = None,
    byline: Sequence[str] = (),
    language: str = "en",
) -> tuple[Entity, ...]:
    """Return everything that an article names or describes, in order of first mention.

    Args:
        text: the text that all offsets count in.
        syntax: the parse of the sections in `ARTICLE`; what lies outside them is not read.
        proposals: what one or several taggers take for names; where two overlap, the surer stands.
        sections: the parts of the page, of which only the byline is looked at here.
        beliefs: what a tagger believes of any words, so that names it did not propose, and repeats,
            are weighed by it, too; without it the labels of the proposals are.
        byline: the authors, as the byline shows them.
        language: whose words to use.

    Raises:
        DatelineError: if Dateline has no words for names in the language.
    """
    context = Context.of(text, syntax, lexicon.load(language), beliefs)
    names = mentions.find(context, proposals)
    groups = aliases.group(context, names)
    groups = aliases.group(context, repeats.find(context, groups, names))
    cast = Cast(context, inner.find(context, groups))
    found = cast.fitting(descriptions.find(context, cast.named))
    cast.describe(found)
    spoken = quotations.find(context)
    cast.link(*coreference.resolve(context, cast.referents(), spoken, cast.seen(), found))
    cast.stand_for(demonyms.find(context, cast.named))
    cast.sign(byline, [section.span for section in sections if section.kind == "byline"])
    return cast.entities()
