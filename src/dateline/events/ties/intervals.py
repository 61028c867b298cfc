"""Since when and until when a tie holds, by the times in its clause: "since 2004", "until May".

A time dates the deed that opens or closes a tie ("joined in 2004"); where nothing opens or closes,
only words such as "since" and "until" give an end. "Led it in 2004" leaves both ends open: it began
by then and lasted at least so long, which is kept as a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.interval import Moment
from dateline.record import Bound, End, Reason, Time
from dateline.syntax import Token

_CALENDAR: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SPELL: Final = re.compile(r"P(\d{1,3})Y")
_CLIMB: Final = 5
"""Steps from a time to the word whose time it is."""


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """The interval of a tie as one telling has it, with the reasons for its ends."""

    from_: str | None = None
    until: str | None = None
    reasons: tuple[Reason, ...] = ()


_REACH: Final = 60
"""Words between a time and the word whose time it is, at most."""

Attached = tuple[Time, str]
"""A time of a clause, and the word in lower case that leads to it; empty if none does."""


def dated(cast: Cast, telling: Telling) -> Dated:
    """Return the interval that a telling gives its tie; never one that ends before it begins."""
    found = list(_attached(cast, telling))
    ends: dict[End, tuple[str, Reason]] = {}
    loose: list[Reason] = []
    for time, word in found:
        for end, bound, value in _ends(cast, telling, time, word, found):
            reason = Reason(end=end, bound=bound, time=time.id, rule=word or telling.edge or "in")
            if value is None:
                loose.append(reason)
            else:
                ends.setdefault(end, (value, reason))
    _spells(cast, telling, found, ends)
    begins, stops = ends.get("from"), ends.get("until")
    if begins and stops and not in_order(begins[0], stops[0]):
        ends.pop("from" if telling.edge == "until" else "until")
    reasons = tuple(reason for _, reason in ends.values())
    free = tuple(reason for reason in loose if reason.end not in ends)
    return Dated(
        from_=ends["from"][0] if "from" in ends else None,
        until=ends["until"][0] if "until" in ends else None,
        reasons=reasons + free,
    )


def in_order(from_: str, until: str) -> bool:
    """Tell whether an interval may begin at one moment and end by another."""
    if from_.startswith(until) or until.startswith(from_):
        return True
    return Moment.parse(from_).instant < Moment.parse(until).instant


def _attached(cast: Cast, telling: Telling) -> Iterator[Attached]:
    """Yield the times of a telling's clause; a deed without any has those of the one before."""
    at = cast.tokens[telling.anchor]
    found = list(attached(cast, at)) or list(_when(cast, at))
    for _ in range(_JOINED):
        if found or not telling.edge or not _goes_on(cast, at):
            break
        at = cast.syntax.parent(at)
        if at.pos == "VERB":
            every = attached(cast, at)
            found = [pair for pair in every if _dates_deed(cast, pair)]
    yield from found


def _when(cast: Cast, verb: Token) -> Iterator[Attached]:
    """Yield the time that a clause is said of: "in 1983, when she bought Acme"."""
    time = cast.context.timed[verb.head]
    if verb.dep == "relcl" and time is not None:
        marks = {kid.text.lower() for kid in cast.syntax.children(verb, "advmod", "mark")}
        if marks & cast.words.ends.when:
            yield time, ""


_JOINED: Final = 3
"""Deeds joined to one another that are all dated by the first, at most."""


def _goes_on(cast: Cast, verb: Token) -> bool:
    """Tell whether a deed is told with the one above: "left and founded", "when it sold"."""
    if verb.dep == "conj":
        return True
    if verb.dep not in ("advcl", "relcl"):
        return False
    marks = {kid.text.lower() for kid in cast.syntax.children(verb, "advmod", "mark")}
    above = cast.syntax.parent(verb)
    bare = verb.dep == "advcl" and verb.tag == "VBD" and not marks
    return bare or (above.pos == "VERB" and bool(marks & cast.words.ends.when))


def _dates_deed(cast: Cast, pair: Attached) -> bool:
    """Tell whether a time says when a deed was done: "in 2004", "on Friday", "last week"."""
    time, word = pair
    return word in cast.words.ends.within or (not word and time.type == "DATE")


def attached(cast: Cast, anchor: Token) -> Iterator[Attached]:
    """Yield the times of the clause or noun phrase of a word, in order."""
    sentence = cast.context.sentence(anchor)
    done: set[str] = set()
    first = max(sentence.first, anchor.index - _REACH)
    for index in range(first, min(sentence.last, anchor.index + _REACH)):
        time = cast.context.timed[index]
        if time is None or time.id in done:
            continue
        head = cast.syntax.head(time.span)
        if head is None or head.index != index:
            continue
        done.add(time.id)
        word = _way(cast, head, anchor)
        if word is not None and not _is_cut_off(cast, anchor, head):
            yield time, word


def _is_cut_off(cast: Cast, noun: Token, time: Token) -> bool:
    """Tell whether a clause of its own stands between a noun and a time, and has the time.

    "The minister, who lived there until 1989": a parser may hang it on the minister.
    """
    if noun.pos in ("VERB", "AUX"):
        return False
    return any(one.tag in _FINITE for one in cast.tokens[noun.index + 1 : time.index])


_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _way(cast: Cast, head: Token, anchor: Token) -> str | None:
    """Return the word that leads from a clause's word to a time; `None` if the time is not its."""
    word, at = "", head
    for _ in range(_CLIMB):
        above = cast.syntax.parent(at)
        if above.index == at.index:
            return None
        if above.index == anchor.index:
            own = at.text.lower() if at.dep in ("prep", "mark") else ""
            return word or own
        if above.pos in ("VERB", "AUX") or (above.tag.startswith("NN") and above.dep == "appos"):
            return None
        if above.dep in ("prep", "mark", "pcomp") and not word:
            word = above.text.lower()
        ends = cast.words.ends
        if word in ends.from_ | ends.until | ends.between and above.pos in ("NOUN", "PROPN"):
            at = above
            continue
        if above.dep == "pobj" and cast.context.timed[above.index] is None:
            leading = cast.syntax.parent(above).text.lower()
            if leading not in ends.from_ | ends.until:
                return None
            word = leading
        at = above
    return None


def _ends(
    cast: Cast, telling: Telling, time: Time, word: str, every: Sequence[Attached]
) -> Iterator[tuple[End, Bound, str | None]]:
    """Yield what one time says of the ends of a tie."""
    value = moment(time)
    if value is None:
        return
    ends = cast.words.ends
    words = {other for _, other in every}
    about: Bound = "about" if time.mod == "APPROX" or word in ends.about else "at"
    if word in ends.between:
        yield "from" if every[0][0] is time else "until", about, value
    elif word in ends.until and (word != "to" or words & ends.from_):
        yield "until", about, value
    elif word in ends.from_ and word != "after":
        if word == "since" or telling.edge == "" or words & ends.until:
            yield "from", about, value
        else:
            yield telling.edge, about, value
    elif telling.edge and (not word or word in ends.within or word in ends.by):
        yield telling.edge, "by" if word in ends.by else about, value
    elif telling.edge and word == "after":
        yield telling.edge, "after", value
    elif word in ends.by:
        yield "from", "by", value
    elif word in ends.within and _is_past(cast, telling):
        yield "from", "by", None
        yield "until", "after", None


def _is_past(cast: Cast, telling: Telling) -> bool:
    return cast.tokens[telling.anchor].tag in ("VBD", "VBN")


def moment(time: Time) -> str | None:
    """Return a time as a moment of the calendar, at the precision given; `None` if it is none."""
    if time.type != "DATE":
        return time.value[:10] if _CALENDAR.fullmatch(time.value[:10]) else None
    if _CALENDAR.fullmatch(time.value):
        return time.value
    decade = time.value[:3].isdigit() and not time.value[3:4].isdigit()
    if time.from_ is not None and not decade and _CALENDAR.fullmatch(time.from_[:4]):
        return time.from_[:4]
    return None


def _spells(
    cast: Cast,
    telling: Telling,
    found: Sequence[Attached],
    ends: dict[End, tuple[str, Reason]],
) -> None:
    """Add the end that follows from how long a tie held: "until 2014, for ten years"."""
    if telling.edge:
        return
    for time, word in found:
        spell = _SPELL.fullmatch(time.value)
        if spell is None or word not in cast.words.ends.for_:
            continue
        years = int(spell[1])
        if "until" in ends and "from" not in ends:
            _add(ends, "from", int(ends["until"][0][:4]) - years, time)
        elif "from" in ends and "until" not in ends:
            _add(ends, "until", int(ends["from"][0][:4]) + years, time)
        elif not ends and _is_perfect(cast, telling) and cast.context.published:
            _add(ends, "from", int(cast.context.published[:4]) - years, time)


def _add(ends: dict[End, tuple[str, Reason]], end: End, year: int, time: Time) -> None:
    if 0 < year < 10000:
        ends[end] = f"{year:04d}", Reason(end=end, bound="about", time=time.id, rule="spell")


def _is_perfect(cast: Cast, telling: Telling) -> bool:
    """Tell whether a clause says that something has held up to now: "has led"."""
    anchor = cast.tokens[telling.anchor]
    return any(
        kid.text.lower() in ("has", "have", "'s", "'ve", "’s", "’ve")
        for kid in cast.syntax.children(anchor, "aux")
    )
