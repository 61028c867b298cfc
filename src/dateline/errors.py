"""Everything Dateline raises: each says what is wrong, where, and what to do about it."""

from __future__ import annotations


class DatelineError(Exception):
    """The root of all errors that Dateline raises on purpose.

    Attributes:
        where: the input that is at fault, as its user named it (`page.html`, `feed.xml#3`).
        reason: what is wrong with it, in a few words.
        remedy: what the user can do about it; empty where nothing can be done.
    """

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        super().__init__(where, reason, remedy)
        self.where, self.reason, self.remedy = where, reason, remedy

    def __str__(self) -> str:
        """Return one line: `where: reason (remedy)`, control characters made harmless."""
        line = f"{self.where}: {self.reason}" + (f" ({self.remedy})" if self.remedy else "")
        return "".join(c if c.isprintable() else " " for c in line)


class Unreadable(DatelineError):
    """An input that cannot be read as a page; the other inputs go on."""


class TooLarge(Unreadable):
    """An input beyond the limit of bytes, depth or entries that the user may raise."""
