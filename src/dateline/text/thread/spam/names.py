"""What an author's name gives away."""

from __future__ import annotations

import re

from dateline.text.thread.spam.case import Case
from dateline.text.thread.spam.evidence import Evidence, evidence
from dateline.text.thread.spam.letters import is_soup
from dateline.text.thread.spam.lexica import lexica
from dateline.text.thread.spam.wording import words

ADDRESS = re.compile(
    r"(?i)^\s*(?:https?://|www\.)|\b[\w-]{3,63}\.(?:com|net|org|info|biz|co|shop)\b"
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\d]+|(?<=[A-Za-z])-(?=[A-Za-z])")


def trade(case: Case) -> Evidence | None:
    """See a trade in the name: one sure word, or words of a trade beside words of selling."""
    name = case.comment.author.strip()
    if case.comment.kind == "pingback":
        return None
    cut = set(words(CAMEL.sub(" ", name)) + words(name))
    if len(cut) >= 2 and _offers(cut):
        return evidence("author_sales_phrase", f"the name offers goods: “{name}”")
    small = name.islower() and " " in name
    if _sure(name, cut):
        return evidence("author_trade", f"the name is a trade: “{name}”")
    if small and cut & (lexica().callings | lexica().signs.names.offers):
        return evidence("author_calling", f"the name speaks of a trade: “{name}”")
    return None


def _offers(cut: set[str]) -> bool:
    """Tell whether two words of trades meet, or one and a word of selling, or two offers."""
    data = lexica().signs.names
    trades = lexica().callings & cut
    return (
        len(trades) >= 2
        or bool(trades and (data.sales & cut) - trades)
        or (len(data.offers & cut) >= 2)
    )


def _sure(name: str, cut: set[str]) -> bool:
    """Tell whether a word is a trade by itself, alone or within a login."""
    data = lexica().signs.names
    login = "".join(words(name)).replace("-", "")
    numbered = re.search(r"\d{2,}$", login) and any(
        re.search(rf"{part}\d+$", login) for part in data.numbered
    )
    return bool(data.sure & cut or numbered or any(part in login for part in data.inside))


def address(case: Case) -> Evidence | None:
    """See an address of the web in the place of a name."""
    name = case.comment.author.strip()
    if case.comment.kind == "pingback" or not ADDRESS.search(name):
        return None
    return evidence("author_address", f"the name is an address: “{name}”")


def soup(case: Case) -> Evidence | None:
    """See a name that nobody can say."""
    name = case.comment.author.strip()
    if case.comment.kind == "pingback" or " " in name or not is_soup(name):
        return None
    return evidence("author_soup", f"the name is gibberish: “{name}”")
