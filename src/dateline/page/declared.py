"""What containers say of a page, in the words of the record: dates, languages, people."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from typing import Final

_LONE = re.compile("[\ud800-\udfff]")
_ISO: Final = re.compile(
    r"(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?|\d{8})"
    r"(?:[Tt ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,12})?"
    r" ?(?P<zone>[Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)


def moment(words: str) -> str | None:
    """Return a date as ISO 8601, as precise as it is given and with its zone, or `None`.

    Reads ISO 8601 with its usual liberties (a space for the `T`, `20130130`, fractions of a second,
    which are dropped) and the dates of mail and RSS (RFC 5322). Days that do not exist are none.
    """
    words = words.strip()[:64]
    found = _ISO.fullmatch(words)
    return _mail_date(words) if found is None else _iso(found)


def _iso(found: re.Match[str]) -> str | None:
    day, clock, zone = found["day"], found["clock"] or "", found["zone"] or ""
    if len(day) == 8:
        day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    zone = f"{zone[0]}{digits[:2]}:{digits[2:]}" if zone[1:] else zone.upper()
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
        time.fromisoformat((clock or "00:00") + zone)
    except ValueError:
        return None
    return f"{day}T{clock}{zone}" if clock and len(day) == 10 else day


def _mail_date(words: str) -> str | None:
    try:
        found = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return written(found)


def written(found: date | datetime) -> str:
    """Return a day or a moment as ISO 8601; UTC is `Z`, fractions of a second are dropped."""
    if not isinstance(found, datetime):
        return found.isoformat()
    words = found.isoformat(timespec="seconds")
    return words.replace("+00:00", "Z") if found.tzinfo is UTC else words


def language(tag: str) -> str | None:
    """Return the ISO 639-1 code of a language tag (RFC 5646: `en-GB`), or `None`."""
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return code if re.fullmatch("[a-z]{2}", code) else None


def line(words: str) -> str | None:
    """Return words on one line with single blanks, `None` if there are none."""
    return " ".join(sound(words).split()) or None


def sound(words: str) -> str:
    """Return the words with what cannot be written as UTF-8 (lone surrogates) made U+FFFD."""
    return _LONE.sub("\ufffd", words)
