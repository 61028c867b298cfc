"""PDF documents as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import Limits

Read = Callable[..., list[Page | Unreadable]]
MakePdf = Callable[..., bytes]

SHEET = [
    "The harbour of Tidewick was closed again on Mon-",
    "day, the well-known master of the ferry told his pass-",
    "engers, and nobody could say for how long it would be.",
    "",
    "His passengers went home.",
]


def test_lines_flow_into_paragraphs(read: Read, make_pdf: MakePdf) -> None:
    """Lines become paragraphs, and words that were broken at a line's end are made whole."""
    (page,) = read("a.pdf", make_pdf(SHEET, ["A second sheet."]))
    assert isinstance(page, Page)
    assert page.kind == "pdf"
    assert page.text == (
        "The harbour of Tidewick was closed again on Monday, the well-known master of the ferry "
        "told his passengers, and nobody could say for how long it would be.\n\n"
        "His passengers went home.\n\nA second sheet."
    )


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("Harbour closed", "Harbour closed"),
        ("", None),
        ("Microsoft Word - draft", None),
        ("page_12_final.indd", None),
    ],
)
def test_a_title_is_taken_but_no_file_name(
    read: Read, make_pdf: MakePdf, title: str, given: str | None
) -> None:
    """The title in the document's data is given, its date of making is not."""
    info = f"/Title ({title}) /CreationDate (D:20190304050607Z)".encode()
    (page,) = read("a.pdf", make_pdf(["Words."], info=info))
    assert isinstance(page, Page)
    assert page.given.title == given
    assert page.given.published is None


def test_a_document_without_text_is_told_apart(read: Read, make_pdf: MakePdf) -> None:
    """A document of images is unreadable, and the remedy is text recognition."""
    (found,) = read("scan.pdf", make_pdf([]))
    assert isinstance(found, Unreadable)
    assert found.reason == "the PDF holds images, no text"
    assert "ocrmypdf" in found.remedy


def test_a_truncated_document_is_told(read: Read, make_pdf: MakePdf) -> None:
    """A document of which only the beginning is there is unreadable."""
    (found,) = read("a.pdf", make_pdf(SHEET)[:400])
    assert isinstance(found, Unreadable)
    assert found.reason == "damaged or truncated PDF"


def test_a_locked_document_is_told(read: Read, make_pdf: MakePdf) -> None:
    """A document that needs a password is unreadable, and the remedy says how to unlock it."""
    locked = make_pdf(SHEET).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32
        + b"> /U <"
        + b"22" * 32
        + b"> >> /ID [<aa> <aa>]",
    )
    (found,) = read("a.pdf", locked)
    assert isinstance(found, Unreadable)
    assert found.reason == "the PDF is locked with a password"


def test_a_document_beyond_the_limits_is_refused(read: Read, make_pdf: MakePdf) -> None:
    """Too many pages or too many bytes are refused."""
    data = make_pdf(["One."], ["Two."], ["Three."])
    for limits in (Limits(entries=2), Limits(bytes=100), Limits(bytes=len(data) - 1)):
        (found,) = read("a.pdf", data, limits=limits)
        assert isinstance(found, TooLarge)
