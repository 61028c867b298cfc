"""One article written from lines: names in a paper's spelling, dates as seen from its day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from examples.corpus.truth import Named
from examples.corpus.world import SPELLINGS, Character

_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")
_SLOT: Final = re.compile(r"\{(on|in|born)?:?([a-z0-9]+)(?:([+.])([a-z]*))?\}")
_MONTHS: Final = (
    "January February March April May June July August September October November December"
)
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


class Told(NamedTuple):
    """A tie that an introduction tells beside its sentence: slots of subject and object, type."""

    subject: str
    object: str
    type: str


class Sentence(NamedTuple):
    """A sentence with its names, offsets counting within it, and the ties it tells in passing."""

    text: str
    names: tuple[Named, ...]
    told: tuple[Told, ...]


class Writer:
    """Writes the sentences of one article in order; who was introduced is named shortly after.

    Args:
        cast: everyone by slot.
        day: when the article is printed.
        days: the affair's days by name.
        spelling: which spelling the paper keeps to.
        rng: chooses the wordings.
        slots: all who turn up in the article: two of one surname are always named in full.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that an article hangs on
        self,
        cast: Mapping[str, Character],
        day: date,
        days: Mapping[str, date],
        spelling: int,
        rng: Random,
        slots: Sequence[str],
    ) -> None:
        self._cast, self._day, self._days, self._rng = cast, day, days, rng
        self._spelling = spelling % SPELLINGS
        self._known: set[str] = set()
        shorts = [cast[slot].short[self._spelling] for slot in slots if slot in cast]
        self._shared = {short for short in shorts if shorts.count(short) > 1}

    def sentence(self, wordings: Sequence[str]) -> Sentence:
        """Return one of the wordings, written out."""
        wording = self._rng.choice(wordings)
        while found := _CHOICE.search(wording):
            chosen = self._rng.choice(found[1].split("|"))
            wording = wording[: found.start()] + chosen + wording[found.end() :]
        parts = _Parts()
        self._write(wording, parts)
        return parts.sentence()

    def _write(self, wording: str, parts: _Parts) -> None:
        at = 0
        for slot in _SLOT.finditer(wording):
            parts.add(wording[at : slot.start()])
            self._slot(slot, parts)
            at = slot.end()
        parts.add(wording[at:])

    def _slot(self, slot: re.Match[str], parts: _Parts) -> None:
        kind, name, _, flag = slot.groups()
        if kind == "on":
            parts.add(self._on(self._days[name]))
        elif kind == "in":
            ahead = self._day + timedelta(days=30 * int(name[0]))
            parts.add(f"the end of {_MONTHS.split()[ahead.month - 1]}")
        elif kind == "born":
            parts.add(str(self._cast[name].born))
        else:
            self._name(name, flag, parts)

    def _on(self, day: date) -> str:
        past = (self._day - day).days
        if past < 6:
            return f"on {_DAYS.split()[day.weekday()]}"
        month = _MONTHS.split()[day.month - 1]
        year = "" if day.year == self._day.year else f" {day.year}"
        if past < 50:
            return f"on {month} {day.day}{',' if year else ''}{year}"
        return f"in {month}{year}"

    def _name(self, slot: str, flag: str | None, parts: _Parts) -> None:
        who = self._cast[slot]
        first = slot not in self._known
        self._known.add(slot)
        full, short = who.full[self._spelling], who.short[self._spelling]
        if who.kind != "person":
            self._body(who, full, short, first=first, parts=parts)
        elif not first:
            parts.name(full if short in self._shared else short, who.id)
        elif flag is None:
            parts.name(full, who.id)
        else:
            self._introduce(slot, flag, parts)

    def _body(self, who: Character, full: str, short: str, *, first: bool, parts: _Parts) -> None:
        parts.add("the " if who.article else "")
        parts.name(full if first else short, who.id)
        if first and short != full and short.isupper():
            parts.add(" (")
            parts.name(short, who.id)
            parts.add(")")

    def _introduce(self, slot: str, flag: str, parts: _Parts) -> None:
        who, full = self._cast[slot], self._cast[slot].full[self._spelling]
        way = self._rng.random()
        if flag == "kin":
            parts.name(full, who.id)
            parts.add(", the brother of ")
            self._name("leader", None, parts)
            parts.add(",")
        elif flag == "" and who.title and way < 0.5:
            parts.add(f"{who.title} ")
            parts.name(full, who.id)
        elif flag == "" and who.role and way < 0.8:
            parts.name(full, who.id)
            parts.add(", ")
            self._write(who.role, parts)
            parts.add(",")
            if who.tie and who.tied:
                parts.told.append(Told(slot, who.tied, who.tie))
        else:
            parts.name(full, who.id)
            parts.add(f", {self._day.year - (who.born or 0)}," if way < 0.9 else "")


class _Parts:
    """A sentence in the making."""

    def __init__(self) -> None:
        self._text = ""
        self._names: list[Named] = []
        self.told: list[Told] = []

    def add(self, words: str) -> None:
        if self._text.endswith(",") and words[:1] in {".", ",", "?"}:
            self._text = self._text[:-1]
        self._text += words

    def name(self, words: str, actor: str) -> None:
        self._names.append(Named(len(self._text), len(self._text) + len(words), actor))
        self._text += words

    def sentence(self) -> Sentence:
        """Return it with a capital first."""
        quoted = self._text.startswith('"')
        text = self._text[: 1 + quoted].upper() + self._text[1 + quoted :]
        return Sentence(text, tuple(self._names), tuple(self.told))
