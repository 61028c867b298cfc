"""What annotators write of events and ties is read as they mean it, and faults are pointed at."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.evaluation import deeds
from dateline.evaluation.article import Article

CAST = "cast\nperson Ana Orme = Orme\nfacility Pier Two\n"


def words(article: Article, spans: tuple[object, ...]) -> list[str]:
    """Return the words of spans."""
    return [span.of(article.text) for span in spans]  # type: ignore[attr-defined]


def test_an_event_has_its_words_and_those_who_took_part(harbour: Article) -> None:
    """Type, trigger, participants by their fullest names, and date are as the line has them."""
    event = harbour.events[0]
    assert event.types == ("dismiss",)
    assert words(harbour, event.triggers) == ["dismissed its chief"]
    assert (event.who, event.whom) == ((("Harbour Board",),), (("Ana Orme",),))
    assert (event.when, event.reality, event.optional) == (("2014-05-09",), "actual", False)


def test_brackets_mark_the_words_that_are_meant(harbour: Article) -> None:
    """A quotation that is made longer to be found marks only what stands in brackets."""
    strike = harbour.events[1]
    assert words(harbour, strike.triggers) == ["struck", "strike"]
    assert (strike.types, strike.mode) == (("protest", "reject"), "strike")


def test_what_is_said_is_told_in_its_statement(harbour: Article) -> None:
    """An event in the content of a statement is told in it; one elsewhere in none."""
    assert [event.said_in for event in harbour.events] == [None, "1", None]


def test_a_question_mark_makes_a_line_optional(harbour: Article) -> None:
    """Optional lines are kept, and known as such."""
    assert [event.optional for event in harbour.events] == [False, False, True]
    assert harbour.events[2].reality == "hypothetical"


def test_a_tie_has_two_ends_and_an_interval(harbour: Article) -> None:
    """Ends, role, interval and status are as the line has them."""
    tie = harbour.ties[0]
    assert (tie.subject, tie.object) == (("Ana Orme",), ("Harbour Board",))
    assert (tie.role, tie.from_, tie.until, tie.status) == ("chief", None, "2014-05-09", "former")
    assert harbour.ties[2].types == ("owns", "~part_of")


@pytest.mark.parametrize(
    ("lines", "number", "reason"),
    [
        ("person Ana", 1, "stands under no part"),
        ("cast\nhuman Ana Orme", 2, "no 'KIND NAME"),
        ("cast\nperson Nobody", 2, "does not occur"),
        (f"{CAST}events\ntravel “Friday”", 5, 'no \'TYPE "WORDS"'),
        (f'{CAST}events\ntravel "Sunday"', 5, "'Sunday' does not occur"),
        (f'{CAST}events\ntravel "Orme"', 5, "'Orme' occurs more than once"),
        (f'{CAST}events\ntravel "Friday" | who Eve', 5, "'Eve' is not of the cast"),
        (f'{CAST}events\ntravel "Friday" | when May', 5, "no moment: 'May'"),
        (f'{CAST}events\ntravel "Friday" | in 7', 5, "no statement '7'"),
        (f'{CAST}events\ntravel "Friday" | current', 5, "cannot read 'current'"),
        (f'{CAST}events\ntravel "Friday" | who Orme | who Orme', 5, "told twice"),
        (f'{CAST}ties\nknows "Friday"', 5, "'' is not of the cast"),
        (f'{CAST}ties\nknows "Friday" | Orme > Ana Orme', 5, "with itself"),
        (f'{CAST}ties\nowns "Friday" | Orme > Pier Two | from 2014 | until 2013', 5, "no such int"),
        ("cast\nperson Ana Orme = Orme\nperson Jan Orme = Orme", 3, "two of the cast"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    harbour: Article, lines: str, number: int, reason: str
) -> None:
    """What cannot be read is an error that says where it stands and what is wrong."""
    with pytest.raises(DatelineError, match=reason) as caught:
        deeds.parse(harbour, "harbour.events", lines)
    assert caught.value.where == f"harbour.events:{number}"


def test_all_faults_of_a_file_are_told_at_once(harbour: Article) -> None:
    """Who mends a file sees every fault in it."""
    lines = f'{CAST}events\ntravel "Sunday"\ntravel "Monday"'
    with pytest.raises(DatelineError, match="6: 'Monday' does not"):
        deeds.parse(harbour, "harbour.events", lines)
