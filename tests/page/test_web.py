"""Saved web pages: from bytes to markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.errors import Unreadable
from dateline.layout import Page

Read = Callable[..., list[Page | Unreadable]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-8-sig"])
def test_pages_in_any_encoding(read: Read, encoding: str) -> None:
    """A page is read in the encoding of its mark, its declaration or what it must be."""
    label = "windows-1252" if encoding == "cp1252" else "utf-8"
    markup = f'<html><head><meta charset="{label}"></head><body><p>Die Fähre – „spät“.</p></body>'
    (page,) = read("a.html", markup.encode(encoding))
    assert isinstance(page, Page)
    assert page.text == "Die Fähre – „spät“."


@pytest.mark.parametrize("body", ["", "<p> </p>", "<script>words()</script>"])
def test_a_page_that_shows_nothing_is_told(read: Read, body: str) -> None:
    """A page without visible text is one error."""
    (found,) = read("a.html", f"<html><head><title>T</title></head><body>{body}</body></html>")
    assert isinstance(found, Unreadable)
