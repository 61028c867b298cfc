"""Plain-text copies of pages."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import Unreadable
from dateline.layout import Given, Page
from dateline.page import plain

Read = Callable[..., list[Page | Unreadable]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\r\n\t")))
def test_a_text_file_is_its_text(read: Read, text: str) -> None:
    """The file's text is the page's, unchanged, line ends and white space included."""
    text = f"Words.{text}"
    (page,) = read("a.txt", text)
    assert isinstance(page, Page)
    assert page.text == text


def test_a_text_may_be_given_its_container() -> None:
    """What a container says of a text is kept beside it."""
    page = plain.page("a#1", "Words.", Given(title="T"))
    assert page == Page(path="a#1", kind="plain", text="Words.", given=Given(title="T"))
