"""From the lines that a page was set in to its paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.page.flow import Line, flowed


def line(text: str, top: float, **other: float) -> Line:
    """Return a line in type of 10 points, set from 100 to 400 unless said otherwise."""
    place = {"left": 100.0, "right": 400.0, "size": 10.0, **other}
    return Line(
        text=text,
        page=int(place.get("page", 0)),
        left=place["left"],
        right=place["right"],
        top=top,
        bottom=top,
        size=place["size"],
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], ""),
        ([line("One ", 700), line("two.", 688)], "One two."),
        ([line("One.", 700), line("two", 688), line("three", 660)], "One. two\n\nthree"),
        ([line("Head", 700, size=18), line("text", 680)], "Head\n\ntext"),
        ([line("one.", 700), line("Two", 688, left=112)], "one.\n\nTwo"),
        ([line("one", 700, left=112), line("two", 688)], "one two"),
        ([line("one.", 700, right=250), line("Two", 688)], "one.\n\nTwo"),
        ([line("one", 700, right=250), line("two", 688)], "one two"),
        ([line("of the", 100), line("harbour", 700, left=420, right=600)], "of the harbour"),
        ([line("It ends.", 100), line("Next", 700, page=1)], "It ends.\n\nNext"),
        ([line("It goes", 100), line("on", 700, page=1)], "It goes on"),
        (
            [
                line("By Ann Poe", 700, right=160),
                line("4 March", 688, right=150),
                *(line("The ferry to Port Ellery was", at) for at in (676, 664, 652)),
            ],
            "By Ann Poe\n\n4 March\n\n" + " ".join(3 * ["The ferry to Port Ellery was"]),
        ),
        (
            [
                line("No ferry on", 700, size=18),
                line("Monday", 678, size=18, left=200, right=300),
                line("It was late by two hours", 650),
            ],
            "No ferry on Monday\n\nIt was late by two hours",
        ),
        (
            [
                *(line("One.", 700), line("Two.", 682), line("Three", 664), line("more.", 652)),
                *(line("Four", 634), line("goes", 622), line("on.", 610)),
            ],
            "One.\n\nTwo.\n\nThree more.\n\nFour goes on.",
        ),
    ],
)
def test_paragraphs_part_where_the_page_shows_it(lines: list[Line], text: str) -> None:
    """Distance, size, indent and an early end part paragraphs; a column's end alone does not."""
    assert flowed(lines) == text


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("pass\x02engers", "passengers"),
        ("Anglo\x02Saxon", "Anglo-Saxon"),
        ("mid\x022019", "mid-2019"),
        ("a well\x02known man, as well-known as any", "a well-known man, as well-known as any"),
        ("a well\x02known man, well he is known", "a well-known man, well he is known"),
        ("stray \x02 mark", "stray - mark"),
    ],
)
def test_broken_words_are_made_whole(words: str, whole: str) -> None:
    """A hyphen at a line's end goes, but where the word has one of its own."""
    assert flowed([line(words, 700)]) == whole


def sheet(number: int, words: str, *, head: str = "The Tide") -> list[Line]:
    """Return the lines of a page with a head and a foot."""
    lines = ((head, 780), (words, 700), (f"said of it: {words}", 688), (f"Page {number}", 30))
    return [line(text, top, page=number) for text, top in lines]


def test_heads_and_feet_of_pages_do_not_flow() -> None:
    """What stands at the edge of several pages parts no paragraph; the first head is kept."""
    lines = [*sheet(1, "One"), *sheet(2, "two")]
    assert flowed(lines) == ("The Tide\n\nOne said of it: One two said of it: two")


def test_the_head_of_one_page_is_kept() -> None:
    """Lines that stand on one page alone are never taken for its furniture."""
    assert flowed([*sheet(1, "One"), *sheet(2, "Two", head="An end")]).count("An end") == 1


@given(st.lists(st.builds(line, st.text(max_size=9), st.floats(-10, 900)), max_size=8))
def test_no_words_are_lost(lines: list[Line]) -> None:
    """Whatever the lines, their words stand in the text in order."""
    words = " ".join(each.text for each in lines).replace("\x02", "").replace("-", "").split()
    assert "".join(flowed(lines).replace("-", "").split()) == "".join(words)
