"""The bundled examples are read as their `expected.json` files say."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from dateline import reading
from dateline.errors import Unreadable
from dateline.page import pages
from dateline.record import Comment, CommentKind, Record, SectionKind

FOLDER = Path(__file__).parent.parent / "examples" / "pages"


class ExpectedComment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A comment that must be found; `reply_to` names the author who is answered."""

    author: str
    time: str | None
    reply_to: str | None
    kind: CommentKind = "comment"
    spam: bool = False


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be read from a page; `sections` are the first words of some, in order."""

    title: str
    byline: tuple[str, ...]
    published: str
    declared: int | None
    held: bool
    comments: tuple[ExpectedComment, ...]
    sections: tuple[tuple[SectionKind, str], ...]
    outlet: str | None = None


EXPECTED = {
    path.name.removesuffix(".expected.json"): msgspec.json.decode(path.read_bytes(), type=Expected)
    for path in sorted(FOLDER.glob("*.expected.json"))
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Return the record of each example, by the name of its page."""
    found = {}
    for path in sorted(FOLDER.iterdir()):
        if path.suffix != ".json":
            [page] = pages([str(path)])
            assert not isinstance(page, Unreadable)
            found[path.stem] = reading.read(page)
    return found


def is_spam(comment: Comment) -> bool:
    """Tell whether a comment counts as spam."""
    return any(flag.flag == "spam" and flag.score >= 0.5 for flag in comment.flags)


each = pytest.mark.parametrize("name", EXPECTED)


def test_complete(records: dict[str, Record]) -> None:
    """Every example has its expectation, and every expectation its example."""
    assert len(EXPECTED) >= 8
    assert set(records) == set(EXPECTED)


@each
def test_head(name: str, records: dict[str, Record]) -> None:
    """Title, byline and outlet are those that the page shows."""
    document, expected = records[name].document, EXPECTED[name]
    assert document.title == expected.title
    assert document.byline == expected.byline
    assert expected.outlet in (None, document.outlet)


@each
def test_published(name: str, records: dict[str, Record]) -> None:
    """The day of publication is right, and its clock and zone where the page shows them."""
    published, expected = records[name].document.published, EXPECTED[name].published
    assert published is not None
    if "T" in expected:
        found, wanted = datetime.fromisoformat(published), datetime.fromisoformat(expected)
        assert (found, found.utcoffset()) == (wanted, wanted.utcoffset())
    else:
        assert published.startswith(expected)


@each
def test_sections(name: str, records: dict[str, Record]) -> None:
    """The expected sections begin with their words, in the expected order."""
    record = records[name]
    starts = iter(
        (section.kind, " ".join(section.span.of(record.document.text).split()))
        for section in record.sections
    )
    for kind, words in EXPECTED[name].sections:
        assert any(k == kind and text.startswith(words) for k, text in starts), (kind, words)


@each
def test_thread(name: str, records: dict[str, Record]) -> None:
    """The thread holds the expected comments, each under the one that it answers."""
    responses, expected = records[name].responses, EXPECTED[name]
    assert (responses.declared, responses.held) == (expected.declared, expected.held)
    authors = {comment.id: comment.author for comment in responses.comments}
    found = [
        (c.author, authors.get(c.reply_to or ""), c.kind, (c.time or "")[:16])
        for c in responses.comments
    ]
    assert found == [
        # A reader may or may not give the time of a pingback.
        (e.author, e.reply_to, e.kind, e.time or got[3])
        for e, got in zip(expected.comments, found, strict=True)
    ]


@each
def test_spam(name: str, records: dict[str, Record]) -> None:
    """Exactly the expected comments are flagged as spam, each with its reasons."""
    comments = records[name].responses.comments
    assert [c.author for c in comments if is_spam(c)] == [
        e.author for e in EXPECTED[name].comments if e.spam
    ]
    assert all(flag.why for c in comments for flag in c.flags)
