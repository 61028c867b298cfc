"""The shown clock, and the offset that the markup knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as lxml_html

from dateline.layout import Given, Page
from dateline.text.thread import since, times


@pytest.mark.parametrize(
    ("shown", "known", "value"),
    [
        ("May 2, 2019 at 12:30 pm", "2019-05-02T12:30:15+02:00", "2019-05-02T12:30+02:00"),
        ("2 May 2019 12:12", "2019-05-02T10:12:40Z", "2019-05-02T12:12+02:00"),
        ("9 Jan at 13:06", "2020-01-09T12:06:44+00:00", "2020-01-09T13:06+01:00"),
        ("2 May 2019 12:30", "2019-05-02T12:30:00", "2019-05-02T12:30"),
        ("2 May 2019 12:30 EDT", "2019-05-02T16:30:00Z", "2019-05-02T12:30-04:00"),
        ("2 May 2019 12:30", "2019-01-01T00:00:00Z", "2019-05-02T12:30"),
        ("2 May 2019", "2019-05-02T12:30:15+02:00", "2019-05-02T12:30:15+02:00"),
        ("3 years ago", "2019-05-02T12:30:15+02:00", "2019-05-02T12:30:15+02:00"),
        ("2 May 2019 12:30", None, "2019-05-02T12:30"),
        ("2 May, 12:30", None, "2018-05-02T12:30"),
        ("3 years ago", None, None),
    ],
)
def test_the_shown_clock_with_the_known_offset(
    shown: str, known: str | None, value: str | None
) -> None:
    """The clock is the shown one; where none is shown, the markup's time stands as it is."""
    assert times.combined(shown, known, "en", "2018-05-01") == value


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<time datetime="2019-05-02T12:30:15+02:00">', "2019-05-02T12:30:15+02:00"),
        ('<abbr title="Thursday, May 2, 2019 10:12 AM">', "2019-05-02T10:12"),
        ('<abbr data-utime="1556792415">', "2019-05-02T10:20:15+00:00"),
        ('<i data-timestamp="1556792415000">', "2019-05-02T10:20:15+00:00"),
        ('<a title="Permalink">', None),
        ('<i data-time="99999999999999999999">', None),
    ],
)
def test_attributes_for_machines(markup: str, value: str | None) -> None:
    """Dates in attributes and seconds or milliseconds since 1970 are known."""
    assert times.machine(lxml_html.fragment_fromstring(f"{markup}x")) == value


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-05-02T09:00:00Z"/>',
        '<link rel="canonical" href="https://bridge.example/2019/05/02/opens"/>',
    ],
)
def test_the_day_on_which_the_page_came_out(head: str, make_page: Callable[..., Page]) -> None:
    """The page's head, its first date and its address tell since when there can be comments."""
    assert since.of(make_page("", head=head)) == "2019-05-02"


def test_what_the_container_says_comes_first() -> None:
    """A feed's or table's day counts before the page's own."""
    page = Page(path="row", kind="row", text="x", given=Given(published="2018-01-01T10:00Z"))
    assert since.of(page) == "2018-01-01"
