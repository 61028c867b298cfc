"""Tellings of one event or tie are put together, whoever denies them."""

from dateline.matching.accounts import Known, events, ties
from dateline.record import Reality
from dateline.span import Span
from dateline.store.rows import Happening, Tie

GUARD, FIRM, HARBOUR, MAYOR, CHIEF = 1, 2, 3, 4, 5


def telling(  # noqa: PLR0917 - what a telling is
    article: int,
    who: tuple[int, ...] = (GUARD,),
    whom: tuple[int, ...] = (FIRM,),
    where: tuple[int, ...] = (),
    day: str | None = None,
    told: str = "2020-03-05",
    reality: Reality = "actual",
    said_in: tuple[str, ...] = (),
    kind: str = "assault",
    words: str = "attacked",
    number: int = 1,
) -> Happening:
    """Return a telling of an event in an article."""
    return Happening(
        id=f"{article:016x}:v{number}",
        article=article,
        type=kind,
        mode=None,
        who=who,
        whom=whom,
        where=where,
        from_=day,
        reality=reality,
        certainty="certain",
        said_in=said_in,
        told=told,
        account=article,
        words=words,
        span=Span(0, 1),
        rule="test",
    )


def tie(  # noqa: PLR0917 - what a tie is
    article: int,
    kind: str = "leads",
    subject: int = MAYOR,
    other: int = HARBOUR,
    since: str | None = None,
    until: str | None = None,
) -> Tie:
    """Return a telling of a tie in an article."""
    return Tie(
        id=f"{article:016x}:r1",
        article=article,
        subject=subject,
        type=kind,
        object=other,
        role=None,
        from_=since,
        until=until,
        status=None,
        reality="actual",
        certainty="certain",
        said_in=(),
        reasons=(),
        told=None,
        account=article,
        evidence=(Span(0, 1),),
        rule="test",
    )


def name(article: int, letter: str = "v") -> str:
    """Return the id of the first telling of an article."""
    return f"{article:016x}:{letter}1"


def test_tellings_of_one_day_are_of_one_event() -> None:
    """The same deed of the same two on the same day is one event, whatever else is told."""
    found = events([telling(1, day="2020-03-04"), telling(2, day="2020-03-04", where=(HARBOUR,))])
    assert found == ((name(1), name(2)),)


def test_other_days_are_other_events() -> None:
    """The same two a month later are another event."""
    assert events([telling(1, day="2020-03-04"), telling(2, day="2020-04-04")]) == ()


def test_other_victims_are_other_events() -> None:
    """Another victim on the same day is another event."""
    assert events([telling(1, day="2020-03-04"), telling(2, whom=(MAYOR,), day="2020-03-04")]) == ()


def test_a_denial_is_of_the_event_that_it_denies() -> None:
    """Asserted and denied, in one article or in two, an event is one."""
    denied = telling(1, reality="denied", said_in=("s1",), number=2)
    found = events([telling(1, day="2020-03-04"), denied, telling(2, reality="denied")])
    assert found == ((name(1), denied.id, name(2)),)


def test_one_article_tells_of_two_events_apart() -> None:
    """What one article tells in one voice as two events stays two."""
    assert events([telling(1), telling(1, number=2)]) == ()


def test_those_who_meet_meet_each_other() -> None:
    """Who met whom does not matter where both do the same."""
    one = telling(1, (MAYOR,), (CHIEF,), day="2020-03-04", kind="consult", words="met")
    other = telling(2, (CHIEF,), (MAYOR,), day="2020-03-04", kind="consult", words="met")
    assert events([one, other]) == ((name(1), name(2)),)


def test_a_deed_done_the_other_way_round_is_another() -> None:
    """An attack by the guard on the firm is not one by the firm on the guard."""
    found = events([telling(1, day="2020-03-04"), telling(2, (FIRM,), (GUARD,), day="2020-03-04")])
    assert found == ()


def test_copies_tell_of_one_event() -> None:
    """What an article and its copy tell in the same words is one event, naming somebody or not."""
    nobody = [telling(1, (), ()), telling(2, (), ())]
    assert events(nobody) == ()
    assert events(nobody, Known({1: 1, 2: 1})) == ((name(1), name(2)),)


def test_nothing_is_told_before_it_happened() -> None:
    """A report from before the day of an event does not tell of it."""
    early = telling(1, told="2020-01-05")
    assert events([early, telling(2, day="2020-03-04")]) == ()


def test_ties_of_the_same_two_are_one() -> None:
    """The same kind of tie between the same two is one; another kind, or other ends, is not."""
    found = ties([tie(1), tie(2), tie(3, "member_of"), tie(4, subject=CHIEF)])
    assert found == ((name(1, "r"), name(2, "r")),)


def test_ties_that_hold_both_ways_are_turned_round() -> None:
    """Allies are allies of each other; who leads is not led."""
    assert ties([tie(1, "allied_with", 1, 2), tie(2, "allied_with", 2, 1)])
    assert not ties([tie(1, "leads", 1, 2), tie(2, "leads", 2, 1)])


def test_a_second_term_is_another_tie() -> None:
    """A tie that began after the other had ended is another."""
    first = tie(1, since="2001", until="2004")
    assert ties([first, tie(2, since="2010")]) == ()
    assert ties([first, tie(2, since="2002")]) == ((name(1, "r"), name(2, "r")),)


def test_one_deed_may_be_told_by_two_types() -> None:
    """Who acquires a firm and who buys it that day are of one event; others, or later, are not."""
    bought = telling(1, kind="transaction", words="bought", day="2020-03-04")
    merged = telling(2, kind="merge", words="acquired", day="2020-03-04")
    assert events([bought, merged]) == ((name(1), name(2)),)
    assert events([bought, telling(2, whom=(MAYOR,), kind="merge", day="2020-04-04")]) == ()
    assert events([bought, telling(2, kind="disapprove", day="2020-03-04")]) == ()


def test_two_who_may_be_one_do_not_tell_events_apart() -> None:
    """Another victim tells two events apart, unless it may be the same under a cut name."""
    pair = [telling(1, day="2020-03-04"), telling(2, whom=(CHIEF,), day="2020-03-04")]
    assert events(pair) == ()
    assert events(pair, Known({}, frozenset({(FIRM, CHIEF)}))) == ((name(1), name(2)),)


def test_who_is_in_every_article_joins_no_events() -> None:
    """That two tellings name whom every article names is no reason to put them together."""
    pair = [telling(1, whom=()), telling(2, whom=())]
    assert events(pair) == ((name(1), name(2)),)
    assert events(pair, Known({}, rarity={GUARD: 0.5})) == ()
