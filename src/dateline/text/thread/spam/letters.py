"""What the letters give away: look-alikes, styled alphabets, hands on the keyboard."""

from __future__ import annotations

import re
import unicodedata

from dateline.text.thread.spam.case import Case
from dateline.text.thread.spam.evidence import Evidence, evidence
from dateline.text.thread.spam.lexica import lexica

TOKEN = re.compile(r"[^\W\d_]{3,}")
REPEAT = re.compile(r"(.)\1+|(..)\2+")
CONSONANTS = 6
"""A run of so many consonants is no word of most languages; compounds reach more, now and then."""
FEW_VOWELS = 0.15


def look_alikes(case: Case) -> Evidence | None:
    """See Cyrillic or Greek letters among Latin ones within one word, meant to pass for them."""
    mixed = [word for word in TOKEN.findall(f"{case.comment.author} {case.text}") if _mixed(word)]
    if not mixed:
        return None
    weight = "look_alikes" if len(mixed) > 1 else "look_alike_once"
    return evidence(weight, f"look-alike letters: “{mixed[0]}”")


def styled(case: Case) -> Evidence | None:
    """See letters of the mathematical alphabets, which search for plain words does not find."""
    count = sum(0x1D400 <= ord(c) <= 0x1D7FF or 0xFF21 <= ord(c) <= 0xFF5A for c in case.text)
    return evidence("styled_letters", "letters in fancy styles") if count >= 8 else None


def soup(case: Case) -> Evidence | None:
    """See a comment that is mostly hands on the keyboard."""
    tokens = TOKEN.findall(case.text)
    odd = [token for token in tokens if is_soup(token)]
    if not odd or 2 * len(odd) < len(tokens):
        return None
    return evidence("soup", f"gibberish: “{odd[0]}”")


def is_soup(word: str) -> bool:
    """Tell whether a word looks as if a hand had been laid on the keyboard.

    Only long words in Latin letters are judged, never acronyms (all capitals) nor stretched
    sounds and laughter ("hmmmmmm", "hahahaha"): repeats are folded first.
    """
    data = lexica().signs.letters
    folded = REPEAT.sub(lambda m: m[1] or m[2], word.casefold())
    if len(folded) < CONSONANTS or word.isupper() or not _latin(folded):
        return False
    vowels = sum(c in data.vowels for c in folded)
    run = max(len(part) for part in re.split(f"[{data.vowels}]", folded))
    if run >= CONSONANTS and vowels / len(folded) < 0.2:
        return True
    in_row = any(all(c in row for c in folded) for row in data.rows)
    return vowels / len(folded) < FEW_VOWELS or (in_row and run >= 4)


def _latin(word: str) -> bool:
    return word.isalpha() and all(unicodedata.name(c, "").startswith("LATIN") for c in word)


def _mixed(word: str) -> bool:
    alike = lexica().signs.letters.look_alikes
    return any(c in alike for c in word) and any("a" <= c <= "z" or "A" <= c <= "Z" for c in word)
