"""A sentence as a citation: the quotation, who says it, and where just these characters stand."""

from __future__ import annotations

from dateline.ask.showing import Shown


def citation(shown: Shown) -> str:
    """Return what an author pastes: quotation, speaker, outlet, title, date, address, offsets."""
    speaker = next((one for one in shown.around if one.id == shown.id), None)
    who = (speaker.speaker.name if speaker.speaker else speaker.source) if speaker else ""
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
