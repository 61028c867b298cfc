"""What a phrase of time can be reckoned from, and what reading one gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from dateline.record import Anchor, AnchorKind, TimexType
from dateline.span import Span
from dateline.times.grammar import Value
from dateline.times.values import GRAINS, Grain, Stamp

_REACH: Final = 3
"""How many times back "then" may lie."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        stamp: the stretch of the calendar, for what later times may hang on.
        anchor: what it was reckoned from.
        other: the value of the other reading, where past or future is a coin toss.
    """

    type: TimexType
    value: str
    stamp: Stamp | None = None
    anchor: Anchor | None = None
    other: str | None = None


class Known(msgspec.Struct, frozen=True):
    """A time that others may hang on.

    Attributes:
        stamp: the stretch of the calendar that it is.
        span: where it stands in the text; `None` for the time of writing, which stands nowhere.
        rule: the rule that found it.
    """

    stamp: Stamp
    span: Span | None = None
    rule: str = ""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase can be reckoned from.

    Attributes:
        now: the day of writing or speaking, if known.
        now_kind: what `now` is: the day of publication, of the wire's dateline, of speaking.
        before: the times read before in this context, the nearest last.
        narrative: whether the text tells of the past, each time hanging on the one before.
        quoted: whether the phrase stands in a quotation: then "now" is the time of speaking.
        tense: -1 past, 1 future, 0 not told, of the clause that the phrase stands in.
    """

    now: Stamp | None
    now_kind: AnchorKind = "published"
    quoted: bool = False
    before: tuple[Known, ...] = ()
    narrative: bool = False
    tense: int = 0

    @property
    def today(self) -> Known | None:
        """Return the time of writing; `None` if not known, as for words quoted from the past."""
        if self.now is None or (self.narrative and self.quoted):
            return None
        return Known(self.now)

    def anchor(self, known: Known | None) -> Anchor | None:
        """Return the anchor that a known time is."""
        if known is None:
            return None
        if known.span is None:
            return Anchor(kind="speech" if self.quoted else self.now_kind)
        return Anchor(kind="time", span=known.span)

    def then(self, grain: Grain = "L") -> Known | None:
        """Return the time that "then" is: of the last ones, the nearest that is fine enough."""
        return self._back_to(grain, _REACH) or (self.before[-1] if self.before else None)

    def year_told(self) -> Known | None:
        """Return the last time that lies in one year, however far back it is remembered."""
        return self._back_to("Y", len(self.before))

    def _back_to(self, grain: Grain, reach: int) -> Known | None:
        wanted = GRAINS.index(grain)
        for known in reversed(self.before[-reach:]):
            if GRAINS.index(known.stamp.grain) >= wanted:
                return known
        return None


Fields = Mapping[str, Value]
"""What the words of a phrase are worth, by name."""

Reader = Callable[[Fields, Context], Reading | None]
"""Makes a reading of fields; `None`, or a `ValueError`, where the words name no time."""
