"""What events do to ties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dateline.record import Event, Reality
from dateline.span import Span

CAST = {"Jane Roe=Roe": "person", "Acme": "organisation", "Ivo Marn=Marn": "person"}


def _event(text: str, word: str, type_: str, reality: Reality = "actual") -> Event:
    start = text.index(word)
    return Event(
        id="v1",
        type=type_,
        trigger=Span(start, start + len(word)),
        who=("e2",),
        whom=("e1",),
        where=(),
        when="t1",
        reality=reality,
        said_in=(),
        rule="verb",
    )


def test_a_dismissal_ends_a_tie_and_is_the_reason(ties: Callable[..., Any]) -> None:
    """The chairman who was dismissed in 2009 leads no more, and the event says why."""
    text = "Jane Roe is the head of Acme. In 2009 Acme ousted Roe."
    tie = ties(text, CAST, [_event(text, "ousted", "dismiss")]).one("Jane Roe leads Acme")
    assert (tie.until, tie.status) == ("2009", "former")
    assert [(one.end, one.event) for one in tie.reasons] == [("until", "v1")]


def test_an_appointment_begins_a_tie(ties: Callable[..., Any]) -> None:
    """What a telling is itself made of dates it, too."""
    text = "In 2009 Acme appointed Jane Roe head of Acme."
    tie = ties(text, CAST, [_event(text, "appointed", "appoint")]).one("Jane Roe leads Acme")
    assert (tie.from_, tie.reasons[0].event) == ("2009", "v1")


def test_an_event_that_did_not_take_place_ends_nothing(ties: Callable[..., Any]) -> None:
    """A planned dismissal leaves the tie as it is."""
    text = "Jane Roe is the head of Acme. In 2016 Acme will oust Roe."
    tie = ties(text, CAST, [_event(text, "oust", "dismiss", "planned")]).one("Jane Roe leads Acme")
    assert tie.until is None
    assert not tie.reasons


def test_an_event_of_another_person_ends_nothing(ties: Callable[..., Any]) -> None:
    """Whom an event befell decides."""
    text = "Ivo Marn is the head of Acme. In 2009 Acme ousted Roe."
    tie = ties(text, CAST, [_event(text, "ousted", "dismiss")]).one("Ivo Marn leads Acme")
    assert tie.until is None


def test_what_someone_is_by_then_is_not_begun(ties: Callable[..., Any]) -> None:
    """Who is named judge as a member of a board is not made a member of it."""
    text = "In 2009 they named Jane Roe, a member of Acme, judge."
    tie = ties(text, CAST, [_event(text, "named", "appoint")]).one("Jane Roe member_of Acme")
    assert (tie.from_, tie.reasons) == (None, ())


def test_a_body_that_tells_of_a_resignation_is_not_left(ties: Callable[..., Any]) -> None:
    """That Acme tells of her resignation tells of no end of her membership in it."""
    text = "Jane Roe is a member of Acme and head of Bonn. In 2009 Acme said that Roe had resigned."
    event = _event(text, "resigned", "resign")
    cast = CAST | {"Bonn": "organisation"}
    tie = ties(text, cast, [msgspec.structs.replace(event, who=("e1",), whom=())])
    assert tie.one("Jane Roe member_of Acme").until is None


def test_what_is_given_up_by_name_ends_nothing_else(ties: Callable[..., Any]) -> None:
    """Who steps down as a member of one body leads the other still."""
    cast = {**CAST, "River Council": "organisation"}
    text = "Jane Roe is the head of Acme. Roe stepped down as a member of the River Council."
    gone = Event(
        id="v1",
        type="resign",
        trigger=Span(text.index("stepped"), text.index("stepped") + len("stepped down")),
        who=("e1",),
        whom=(),
        where=(),
        when=None,
        reality="actual",
        said_in=(),
        rule="verb",
    )
    assert ties(text, cast, [gone]).one("Jane Roe leads Acme").status == "current"


def test_who_is_appointed_was_something_before(ties: Callable[..., Any]) -> None:
    """An appointment of somebody who is told by an office does not begin that office."""
    text = "In 2009 Ivo Marn announced the appointment of Acme director Jane Roe."
    tie = ties(text, CAST, [_event(text, "appointment", "appoint")]).one("Jane Roe leads Acme")
    assert not tie.reasons


def test_who_is_stepping_down_is_there_still(ties: Callable[..., Any]) -> None:
    """What the present tells of an office that will be given up has not ended it yet."""
    tie = ties("Jane Roe is stepping down as head of Acme.", CAST).one("Jane Roe leads Acme")
    assert tie.status == "current"


def test_who_succeeds_in_an_office_begins_it(ties: Callable[..., Any]) -> None:
    """The past tense of a succession does not make who succeeded a former head."""
    found = ties("Jane Roe succeeded Ivo Marn as head of Acme.", CAST)
    assert found.one("Jane Roe leads Acme").status != "former"


def test_what_someone_leads_now_is_not_what_was_left(ties: Callable[..., Any]) -> None:
    """Who resigned and now heads another body has left the one told before."""
    text = "The head of Acme is Jane Roe. Roe, who hid, resigned in 2009 and now heads Bonn."
    event = _event(text, "resigned", "resign")
    cast = CAST | {"Bonn": "organisation"}
    found = ties(text, cast, [msgspec.structs.replace(event, who=("e1",), whom=())])
    assert found.one("Jane Roe leads Acme").until == "2009"
    assert found.one("Jane Roe leads Bonn").status == "current"
