"""Times: every expression of time in a text, and the interval that it names.

`find` is the way: the words of a phrase (`expressions`, by the grammar in `languages`), the story
that it stands in (`chronology`), what it is reckoned from (`anchoring`), and the value that comes
out (`values`). Values are those of TIMEX3 (ISO-TimeML, ISO 24617-1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.record import Time
from dateline.span import Span
from dateline.syntax import Syntax
from dateline.times import chronology, discourse
from dateline.times.chronology import Setting
from dateline.times.grammar import grammar

_FRESH: Final = 7
"""How many days a wire's dateline may lie from the day of publication to be believed."""


def find(  # noqa: PLR0913 - one text, and all that is known of it
    text: str,
    published: str | None = None,
    *,
    within: Sequence[Span] | None = None,
    apart: Sequence[Span] = (),
    dateline: str | None = None,
    quotes: Sequence[Span] | None = None,
    syntax: Syntax | None = None,
    language: str = "en",
) -> tuple[Time, ...]:
    """Return the expressions of time in a text, in order; no two overlap.

    Args:
        text: any text; all offsets count in it.
        published: the day of writing, ISO 8601, with whatever follows the day; `None` or text that
            is no date where it is not known: then what hangs on it keeps its `X`.
        within: where to look, in order; a time may hang on one in an earlier span. Everywhere
            if `None`.
        apart: where to look besides, each span a story of its own (captions, comments). They must
            not overlap with `within`.
        dateline: the day of a wire's dateline, ISO 8601; if it lies near the day of publication,
            times are reckoned from it.
        quotes: where somebody is quoted, in order; found by their marks if `None`.
        syntax: the parse of the text, for tenses; guessed from words if `None`.
        language: ISO 639-1 code of the grammar.

    Raises:
        DatelineError: if there is no grammar of the language.
    """
    now, wire = chronology.day_of_writing(published), chronology.day_of_writing(dateline)
    by_wire = wire is not None and _is_fresh(wire.number, now.number if now else None)
    setting = Setting(
        grammar=grammar(language),
        cues=discourse.cues(language),
        now=wire if by_wire else now,
        now_kind="dateline" if by_wire else "published",
        quotes=None if quotes is None else tuple(sorted(quotes)),
        syntax=syntax,
    )
    stories = [
        [Span(0, len(text))] if within is None else list(within),
        *([span] for span in apart),
    ]
    return chronology.numbered(
        [time for story in stories for time in chronology.times(text, story, setting)]
    )


def _is_fresh(wire: int | None, now: int | None) -> bool:
    return wire is not None and (now is None or 0 <= now - wire <= _FRESH)
