"""What events do to ties: a dismissal ends them, an appointment or a founding begins them.

The vocabulary says which kinds of event open and close a tie. An event that a telling of the tie is
itself made of dates it; another event dates it where it befell the tie's subject and speaks of the
tie's object.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice
from typing import Final

from dateline.events.context import Context
from dateline.events.ties.intervals import in_order, moment
from dateline.events.ties.merging import Merged
from dateline.record import End, Event, Reason, Time
from dateline.span import Span
from dateline.syntax import Sentence
from dateline.vocabulary.relations import relation_types


class Deeds:
    """The events of a text, by whom they befell and by who did them."""

    def __init__(
        self, context: Context, events: Sequence[Event], renewing: Set[str] = frozenset()
    ) -> None:
        self.context, self.renewing = context, renewing
        self.times = {time.id: time for time in context.times}
        self.befallen: dict[str, list[Event]] = {}
        self.done: dict[str, list[Event]] = {}
        for event in events:
            for entity in event.whom or event.who:
                self.befallen.setdefault(entity, []).append(event)
            for entity in event.who if event.whom else ():
                self.done.setdefault(entity, []).append(event)

    def is_renewal(self, event: Event) -> bool:
        """Tell whether an event lets someone go on who has an office: a re-election."""
        return event.trigger.of(self.context.text).lower() in self.renewing

    def time(self, event: Event) -> Time | None:
        """Return when an event took place, if that is told."""
        return self.times.get(event.when or "")


def close(deeds: Deeds, ties: Sequence[Merged]) -> None:
    """Open and close ties in place by what happened, with the reasons."""
    by_subject: dict[str, list[Merged]] = {}
    for tie in ties:
        by_subject.setdefault(tie.subject, []).append(tie)
    for tie in ties:
        own = by_subject[tie.subject]
        for event in deeds.befallen.get(tie.subject, ()):
            end = _end(tie, event) if not deeds.is_renewal(event) else None
            if end is not None and _concerns(deeds.context, own, tie, event, end):
                _date(tie, end, event, deeds.time(event))
        for event in deeds.done.get(tie.subject, ()):
            if tie.object in event.whom and _end(tie, event) == "from":
                _date(tie, "from", event, deeds.time(event))


def _concerns(
    context: Context, ties: Sequence[Merged], tie: Merged, event: Event, end: End
) -> bool:
    """Tell whether an event befell a tie; what it ends is told by then, or as what it befell."""
    own = _holds_trigger(tie, event)
    if not own and _is_of_another(context, ties, tie, event, end):
        return False
    if end == "from":
        return own or (_speaks(context, event, tie) and not _is_had_by_then(context, tie, event))
    told = _is_told(context, tie, event)
    return told and (_speaks(context, event, tie) or _is_only(context, ties, tie, event))


def _is_of_another(
    context: Context, ties: Sequence[Merged], tie: Merged, event: Event, end: End
) -> bool:
    """Tell whether an event is one of the words of another tie that it begins or ends.

    Of "Roe, an executive at Acme, was named head of Bonn Steel" the naming begins nothing at Acme;
    "she stepped down as a member of the council" ends nothing there.
    """
    for other in islice(ties, _MANY):
        if other.object != tie.object and _end(other, event) == end:
            told = context.tokens[other.first.telling.anchor].span
            if _holds_trigger(other, event) and (end == "from" or event.trigger.contains(told)):
                return True
    return False


def _is_had_by_then(context: Context, tie: Merged, event: Event) -> bool:
    """Tell whether what someone is by then is told of: "they named X, a member of Y, judge"."""
    sentence = context.syntax.sentence(event.trigger.start)
    beside = sentence is not None and any(sentence.span.contains(span) for span in tie.evidence)
    return beside and tie.first.telling.rule.startswith(_ASIDE)


_ASIDE: Final = ("apposition", "title", "aside")
"""Rules for what is told of someone in passing."""


_MANY: Final = 100
"""Ties of one who that are asked, at most."""


def _holds_trigger(tie: Merged, event: Event) -> bool:
    triggers = event.evidence or (event.trigger,)
    return any(span.contains(trigger) for span in tie.evidence for trigger in triggers)


def _is_told(context: Context, tie: Merged, event: Event) -> bool:
    anchor = context.tokens[tie.first.telling.anchor]
    if anchor.span.start <= event.trigger.end:
        return True
    deed, at = context.syntax.at(event.trigger.start), anchor
    for above in islice(context.syntax.ancestors(anchor), _REACH):
        if at.dep not in _NOMINAL:
            return False
        if deed is not None and above.index == deed.index:
            return True
        at = above
    return False


_NOMINAL: Final = frozenset({"appos", "compound", "poss", "prep", "pobj", "dobj", "nsubjpass"})
"""What leads from a role to the verb that it is the object of: "fired its chief, X"."""


def _is_only(context: Context, ties: Sequence[Merged], tie: Merged, event: Event) -> bool:
    """Tell whether a tie is the only one told, shortly before an event, that it can end."""
    if event.trigger.start > tie.evidence[-1].end + _AFTER:
        return False
    open_ = [
        one
        for one in ties
        if event.type in relation_types()[one.type].closed_by
        and one.until is None
        and one.status != "former"
        and _is_told(context, one, event)
    ]
    return open_ == [tie] and not set(event.who + event.whom) - {tie.subject, tie.object}


_AFTER: Final = 600
"""Characters from a tie to an event that ends it and does not name its object, at most."""


def _end(tie: Merged, event: Event) -> End | None:
    """Return the end of the tie that the event is, or `None`."""
    if event.reality != "actual" or tie.first.reality != "actual":
        return None
    kind = relation_types()[tie.type]
    if event.type in kind.opened_by:
        return "from"
    return "until" if event.type in kind.closed_by else None


def _speaks(context: Context, event: Event, tie: Merged) -> bool:
    """Tell whether an event is told in the words of a tie, or with its object beside it."""
    for trigger in event.evidence or (event.trigger,):
        if any(span.contains(trigger) for span in tie.evidence):
            return True
        sentence = context.syntax.sentence(trigger.start)
        if sentence is not None and tie.object in _near(context, sentence, trigger, tie.type):
            return True
    return tie.object in (*event.who, *event.whom)


def _near(context: Context, sentence: Sentence, trigger: Span, type_: str) -> list[str | None]:
    """Return the entities of the words around a trigger, in its sentence.

    What a member leaves stands behind the deed: a party that tells of it is another thing.
    """
    token = context.syntax.at(trigger.start)
    at = token.index if token is not None else sentence.first
    first, last = max(sentence.first, at - _REACH), min(sentence.last, at + _REACH)
    return context.named[at if type_ in _JOINED else first : last]


_JOINED: Final = frozenset({"member_of", "party_of"})


_REACH: Final = 60
"""Words around a trigger that are looked at, at most."""


def _date(tie: Merged, end: End, event: Event, time: Time | None) -> None:
    """Set an end that is not known yet, and keep the event as the reason."""
    value = moment(time) if time is not None else None
    known = tie.from_ if end == "from" else tie.until
    if known is None and value is not None:
        from_, until = (value, tie.until) if end == "from" else (tie.from_, value)
        if from_ is not None and until is not None and not in_order(from_, until):
            return
        tie.from_, tie.until = from_, until
    elif known is not None and value is not None and not _agree(known, value):
        return
    if end == "until":
        tie.status = "former"
    reason = Reason(
        end=end, bound="at", time=time.id if time else None, event=event.id, rule=event.type
    )
    tie.reasons = [*(one for one in tie.reasons if one.end != end), reason]


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
