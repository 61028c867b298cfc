"""Links, addresses and numbers in a comment."""

from __future__ import annotations

import re

from dateline.text.thread.spam.addresses import LINK
from dateline.text.thread.spam.case import Case
from dateline.text.thread.spam.evidence import Evidence, evidence
from dateline.text.thread.spam.lexica import lexica
from dateline.text.thread.spam.wording import words

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,3}")
NUMBER = re.compile(r"\+?\(?\d[\d\s().-]{6,20}\d")
HANDLE = re.compile(r"@[A-Za-z]\w{4,31}|\b(?:t|wa)\.me/\w+")
FEW_WORDS = 6


def markup(case: Case) -> Evidence | None:
    """See a link written in the markup of some other system."""
    text = case.text.casefold()
    mark = next((m for m in lexica().signs.links.markup if m in text), None)
    return evidence("link_markup", f"link markup left in the text: “{mark}”") if mark else None


def drop(case: Case) -> Evidence | None:
    """See a link with next to nothing said beside it."""
    found = case.links
    beside = words(LINK.sub(" ", case.text))
    content = [word for word in beside if word not in lexica().empty]
    if not found or (len(beside) > FEW_WORDS and len(content) > 2):
        return None
    weight = "link_page" if len(found[0].path) > 12 else "link_drop"
    return evidence(weight, f"little but a link: {found[0].shown[:60]}")


def many(case: Case) -> Evidence | None:
    """See a list of links."""
    found = case.links
    return evidence("links_many", f"{len(found)} links") if len(found) >= 3 else None


def trade(case: Case) -> Evidence | None:
    """See a link whose address offers goods."""
    data = lexica().signs.names
    for link in case.links:
        parts = words(link.shown.replace("-", " ").replace(".", " ").replace("/", " "))
        if data.sure.intersection(parts) or any(part in link.host for part in data.inside):
            return evidence("link_trade", f"a link to a trade: {link.shown[:60]}")
    return None


def cheap(case: Case) -> Evidence | None:
    """See a link under an ending that little else is found under."""
    endings = lexica().signs.links.cheap_endings
    link = next((ln for ln in case.links if ln.host.rpartition(".")[2] in endings), None)
    return evidence("link_cheap_ending", f"a throw-away address: {link.host}") if link else None


def shortened(case: Case) -> Evidence | None:
    """See a link that hides where it leads."""
    hosts = lexica().signs.links.shorteners
    link = next((ln for ln in case.links if ln.host in hosts), None)
    return evidence("link_shortened", f"a hidden address: {link.host}") if link else None


def contact(case: Case) -> Evidence | None:
    """See an invitation to write to a number, a handle or an address."""
    folded = case.text.casefold()
    way = next((c for c in lexica().signs.contact.channels if f" {c}" in f" {folded}"), None)
    mail, handle = MAIL.search(case.text), HANDLE.search(case.text)
    if way and (NUMBER.search(case.text) or mail or handle):
        return evidence("contact", f"asks to be written to by {way}")
    return evidence("mail", f"gives an address to write to: {mail[0]}") if mail else None
