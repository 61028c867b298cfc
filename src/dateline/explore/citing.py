"""A sentence as a citation: the quotation, who says it, and where just these characters stand."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ask.answers import Voice
from dateline.ask.gathering import Gathered
from dateline.ask.showing import Shown
from dateline.store import Claim, Happening, Tie, View


def voices(view: View, ident: str) -> tuple[Voice, ...]:
    """Return whose word a statement, event or tie is, innermost first; nobody's for all else."""
    row = view.one(ident)
    if not isinstance(row, Claim | Happening | Tie):
        return ()
    return Gathered(view, [row], quotes=False).voices(row)


def citation(shown: Shown, said_by: Sequence[Voice] = ()) -> str:
    """Return what an author pastes: quotation, speaker, outlet, title, date, address, offsets.

    Args:
        shown: the thing in its sentence.
        said_by: whose word it is, innermost first; none in the article's own voice.
    """
    who = ", as told by ".join(filter(None, map(_named, said_by)))
    article = shown.article
    span = shown.evidence[0]
    outlet = article.outlet or "outlet not known"
    title = f"“{article.title}”" if article.title else "no title"
    told = article.told[:10] if article.told else "no date"
    told_by = f"{who}, in " if who else ""
    return (
        f"“{' '.join(shown.excerpt.text.split())}” — {told_by}{outlet}, {title}, {told}, "
        f"{article.url or article.path} (characters {span.start}–{shown.evidence[-1].end}, "
        f"{shown.id})"
    )


def _named(voice: Voice) -> str:
    """Return who it is; of who is not named, the words that say so, and that it is unnamed."""
    name = voice.party.name if voice.party else voice.words
    if voice.kind not in {"anonymous", "unstated"}:
        return name
    return f"{name} (unnamed)" if name else "an unnamed source"
