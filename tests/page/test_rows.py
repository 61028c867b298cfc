"""From the rows of any table to pages."""

from __future__ import annotations

import datetime

import pytest

from dateline.errors import Unreadable
from dateline.layout import Given, Page
from dateline.page import rows


def pages(*table: rows.Row) -> list[Page | Unreadable]:
    """Return what the rows of a table are."""
    return list(rows.pages("t", enumerate(table, 1)))


@pytest.mark.parametrize(
    ("cells", "given"),
    [
        ({"byline": "Ann Poe; Bo Lee;"}, Given(byline=("Ann Poe", "Bo Lee"))),
        ({"byline": ["Ann  Poe", None, ""]}, Given(byline=("Ann Poe",))),
        ({"byline": 3, "title": True, "url": []}, Given()),
        ({"published": datetime.date(2019, 3, 4)}, Given(published="2019-03-04")),
        ({"published": "some day"}, Given()),
        ({"PUBLISHED ": 2019, "title": " A\n b "}, Given(published="2019", title="A b")),
    ],
)
def test_cells_of_any_type(cells: rows.Row, given: Given) -> None:
    """Cells that say something of the page are given; what makes no sense is left out."""
    (page,) = pages({"text": "Words.", **cells})
    assert isinstance(page, Page)
    assert page.given == given


@pytest.mark.parametrize(
    ("cell", "key"),
    [("a b", "a b"), (7, "7"), (None, "1"), (" ", "1"), ([1], "1"), ("a\nb", "a b")],
)
def test_the_id_is_the_key(cell: object, key: str) -> None:
    """A row's key is its id on one line, or its number."""
    (page,) = pages({"text": "Words.", "id": cell})
    assert isinstance(page, Page)
    assert page.path == f"t#{key}"


def test_faults_before_the_first_page_keep_their_place() -> None:
    """Rows without a text are told one by one where other rows have one."""
    found = pages({"a": 1}, {"text": 2}, {"text": "Three."}, {"a": 4})
    assert [getattr(each, "reason", "page") for each in found] == [
        "row 1: no column `text`",
        "row 2: `text` is no text but a value of another kind",
        "page",
        "row 4: no column `text`",
    ]
