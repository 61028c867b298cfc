"""What a comment says, and what it does not."""

from __future__ import annotations

from dateline.text.thread.spam.case import Case
from dateline.text.thread.spam.evidence import Evidence, evidence
from dateline.text.thread.spam.lexica import lexica

ARTICLE = 60
"""An article of so many words of subject tells what it is about."""
EMPTY_SHARE = 0.85
LONG = 25
REMARK = 12
THIN = 60
"""In a comment of more words, a single find counts for less: long texts hit upon any wording."""


def template(case: Case) -> Evidence | None:
    """See a wording that programs post under any article."""
    found = lexica().templates.found(case.words)
    if not found:
        return None
    return _weighed("template", f"a wording that goes round: “{found[0]}”", found, case)


def formula(case: Case) -> Evidence | None:
    """See turns that are commoner in spam than among readers."""
    found = lexica().formulas.found(case.words)
    if not found:
        return None
    most = lexica().weight("formula_most")
    points = min(most, len(found) * lexica().weight("formula"))
    return Evidence(points, f"set phrases: “{'”, “'.join(found[:3])}”")


def praise(case: Case) -> Evidence | None:
    """See praise that could stand under any article: it names nothing."""
    data = lexica()
    cut = case.words
    if not data.praise.intersection(cut) or case.subject & case.body:
        return None
    if sum(word in data.empty for word in cut) < EMPTY_SHARE * len(cut):
        return None
    said = evidence("praise", "praise that could stand under any article")
    return Evidence(said.points + data.weight("praise_long") * (len(cut) >= LONG), said.why)


def beside_subject(case: Case) -> Evidence | None:
    """See a remark that shares no word with the article, nor with what it answers."""
    if len(case.body) < ARTICLE or len(case.words) < REMARK or case.subject & case.body:
        return None
    # Praise shares no word with anything, and counts for itself.
    if case.subject & case.parent or praise(case):
        return None
    return evidence("beside_subject", "shares no word with the article")


def promotion(case: Case) -> Evidence | None:
    """See readers called over to the author's own pages."""
    found = lexica().promotion.found(case.words)
    if not found:
        return None
    said = _weighed("promotion", f"promotes itself: “{found[0]}”", found, case)
    linked = bool(case.links) and len(case.words) <= THIN
    return Evidence(said.points + lexica().weight("promotion_link") * linked, said.why)


def hook(case: Case) -> Evidence | None:
    """See the lure of a fraud: loans, lost money found, spells, hackers for hire."""
    found = lexica().hooks.found(case.words)
    if not found:
        return None
    return _weighed("hook", f"a lure: “{found[0]}”", found, case)


def trade(case: Case) -> Evidence | None:
    """See words of trades that are spammed for, where the article has none of them."""
    found = sorted(w for w in lexica().trades.intersection(case.words) if w[:6] not in case.body)
    if not found:
        return None
    points = min(lexica().weight("trade_most"), len(found) * lexica().weight("trade_each"))
    return Evidence(points, f"words of a trade: {', '.join(found[:4])}")


def _weighed(weight: str, why: str, found: tuple[str, ...], case: Case) -> Evidence:
    """Return the points of a find, more for a second and a third, less in a long text."""
    more = min(len(found) - 1, 2) * lexica().weight(f"{weight}_more")
    thin = min(1.0, 0.4 + 0.6 * THIN * len(found) / len(case.words))
    return Evidence((lexica().weight(weight) + more) * thin, why)
