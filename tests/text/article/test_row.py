"""The article in a table's row."""

from __future__ import annotations

from dateline.layout import Given, Page
from dateline.text.article import row


def _page(text: str, given: Given = Given()) -> Page:  # noqa: B008
    return Page(path="rows.jsonl#1", kind="row", text=text, given=given)


def test_all_body() -> None:
    """A row's text is body, whole, whatever it looks like."""
    text = "By Ada Lund\n\nThe bridge is closed."
    (section,) = row.read(_page(text)).sections
    assert (section.kind, section.span.of(text)) == ("body", text)


def test_dateline() -> None:
    """The dateline of wire copy stands before the body; the column tells its year."""
    text = "OSLO, Jan. 3 (AP) -- The bridge is closed."
    found = row.read(_page(text, Given(published="2013-01-04")))
    assert [section.kind for section in found.sections] == ["dateline", "body"]
    assert found.dateline is not None
    assert found.dateline.date == "2013-01-03"


def test_columns() -> None:
    """What the columns say is what is known of the article."""
    given = Given(title="A bridge", byline=("Ada Lund",), published="2013-01-04", outlet="The Post")
    found = row.read(_page("The bridge is closed.", given))
    assert (found.title, found.byline) == ("A bridge", ("Ada Lund",))
    assert (found.published, found.outlet) == ("2013-01-04", "The Post")


def test_empty() -> None:
    """An empty row has no sections."""
    assert row.read(_page("")).sections == ()
