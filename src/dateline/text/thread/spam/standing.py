"""Where a comment stands: how late, beside what, and what speaks for it."""

from __future__ import annotations

from dateline.text.thread.spam.case import Case
from dateline.text.thread.spam.evidence import Evidence, evidence
from dateline.text.thread.spam.letters import is_soup
from dateline.text.thread.spam.lexica import lexica

YEAR = 365
PARAGRAPH = 10


def late(case: Case) -> Evidence | None:
    """See that it came long after the article, which alone is no proof."""
    days = case.days or 0
    if days < 90:
        return None
    if days < YEAR:
        return evidence("late_months", f"{days // 30} months after the article")
    years = days // YEAR
    weight = "late_years" if years < 3 else "late_many_years"
    return evidence(weight, f"{years} year{'s' * (years > 1)} after the article")


def empties(case: Case) -> Evidence | None:
    """See that it says nothing, and so do others by the same author, or the name is gibberish."""
    if case.words or case.text.strip() or case.comment.kind == "pingback" or case.nameless:
        return None
    if case.empties > 1:
        return evidence("empty_again", f"{case.empties} empty comments by the same author")
    gibberish = is_soup(case.comment.author.strip())
    return evidence("empty_soup", "empty, by nobody") if gibberish else None


def twins(case: Case) -> Evidence | None:
    """See that others wrote nearly the same on this page."""
    if not case.twins:
        return None
    # A sentence may be quoted by two readers; a paragraph is not written twice.
    more = lexica().weight("double_long") if len(case.words) >= PARAGRAPH else 0.0
    said = evidence("double_other", "nearly the same under another name on this page")
    return Evidence(said.points + more, said.why)


def doubles(case: Case) -> Evidence | None:
    """See that the author wrote it at least three times; twice is a slip of the hand."""
    if case.doubles < 2:
        return None
    return evidence("double_same", f"the same text {case.doubles + 1} times by the same author")


def elsewhere(case: Case) -> Evidence | None:
    """See that others wrote nearly the same under pages read before."""
    if not case.elsewhere:
        return None
    return evidence("seen_elsewhere", "nearly the same under another name on another page")


def on_subject(case: Case) -> Evidence | None:
    """Pardon a comment that takes up words of the article."""
    shared = case.subject & case.body
    if not shared:
        return None
    share = len(shared) / len(case.subject)
    if len(shared) >= 3 and share >= 0.2:
        return evidence("on_subject_many", "takes up the article")
    if len(shared) >= 2 and share >= 0.15:
        return evidence("on_subject_words", "takes up the article")
    return evidence("on_subject_word", "takes up the article") if share >= 0.1 else None


def to_parent(case: Case) -> Evidence | None:
    """Pardon a comment that takes up what it answers."""
    return evidence("to_parent", "takes up its parent") if case.subject & case.parent else None


def in_talk(case: Case) -> Evidence | None:
    """Pardon a comment that answers, that is answered, or that speaks to somebody."""
    if not case.words:
        return None
    points = (
        (case.comment.reply_to is not None, "answers"),
        (case.answered, "answered"),
        (case.text.lstrip().startswith("@"), "addressed"),
    )
    found = [evidence(name, "part of a talk") for holds, name in points if holds]
    return Evidence(sum(e.points for e in found), "part of a talk") if found else None


def soon(case: Case) -> Evidence | None:
    """Pardon a comment that came while the article was news."""
    if case.days is None or not case.words or case.days > 30:
        return None
    return evidence("soon" if case.days <= 2 else "within_month", "soon after the article")
