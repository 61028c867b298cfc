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
    name = case.comment.author
    if case.comment.kind == "pingback":
        return None
    cut = words(CAMEL.sub(" ", name)) + words(name)
    data = lexica().signs.names
    sure = data.sure.intersection(cut) or {
        part for part in data.inside if part in "".join(words(name)).replace("-", "")
    }
    trades = lexica().callings.intersection(cut)
    sales = data.sales.intersection(cut) - trades
    phrase = len(set(cut)) >= 2 and (len(trades) >= 2 or (trades and sales))
    if phrase:
        return evidence("author_sales_phrase", f"the name offers goods: “{name.strip()}”")
    if sure or (trades and name.islower() and " " in name.strip()):
        return evidence("author_trade", f"the name is a trade: “{name.strip()}”")
    return None


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
