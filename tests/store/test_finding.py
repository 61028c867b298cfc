"""Articles are found by the words of their titles, texts and readers' comments."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from dateline.record import Comment, Record, Responses, Section
from dateline.span import Span
from dateline.store import Hit, Selection, View
from dateline.store.sqlite import ArchiveView, ArchiveWriter, check

Writing = Callable[..., Record]

STORM = """Storm closes the harbour

The café by the quay stayed open. A storm sank the old ferry at night.
Nobody saw the ferry sink, said the pilot. It was no e-mail that warned him.

Readers

The ferry was rotten, and the mayor knew.
"""


def commented(record: Record) -> Record:
    """Return a record with all behind "Readers" taken for one comment."""
    text = record.document.text
    said = Span(text.index("The ferry was rotten"), len(text.rstrip()))
    head, apart = record.sections[0].span, text.index("Readers")
    return msgspec.structs.replace(
        record,
        sections=(
            Section(kind="headline", span=head),
            Section(kind="body", span=Span(head.end, apart)),
            Section(kind="responses", span=Span(apart, len(text))),
        ),
        responses=Responses(comments=(Comment(id="1", author="K.", time=None, span=said),)),
    )


@pytest.fixture
def news(path: Path, write: Writing) -> Iterator[View]:
    """Yield a view of three articles: 1 on a storm in 2012, 2 and 3 on a ferry later."""
    with closing(ArchiveWriter(path)) as writer:
        writer.add(commented(write("storm.txt", STORM, published="2012-01-01")), "storm.txt", "1")
        for name, published in (("late.txt", "2014-01-01"), ("early.txt", "2013-01-01")):
            writer.add(write(name, published=published, outlet=name), name, "1")
    with closing(ArchiveView(path)) as view:
        yield view


def found(view: View, text: str, **more: object) -> list[tuple[int, str]]:
    """Return numbers of articles that have some words, and where."""
    return [(one.article, one.part) for one in view.hits(Selection(text=text, **more))]  # type: ignore[arg-type]


def test_titles_come_first_then_the_newest(news: View) -> None:
    """Of those found, the title's are first, then the text's; of each the newest."""
    assert found(news, "ferry") == [(2, "title"), (3, "title"), (1, "text")]
    assert found(news, "storm") == [(1, "title")]
    assert found(news, "ferry", limit=1) == [(2, "title")]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("FERRY pilot", [1]),
        ("cafe", [1]),
        ("old ferry", [1]),
        ('"old ferry"', [1]),
        ('"ferry old"', []),
        ('"old fer"*', [1]),
        ("pilo*", [1]),
        ("e-mail", [1]),
        ("mail-e", []),
        ('"closes the harbour" storm', [1]),
        ("ferry OR zeppelin", []),
        ("text_word : ferry", []),
        ('") OR (', []),
        ("'; DROP TABLE article; --", []),
        ("\ud800 \0 \x01pilot\x02", [1]),
        ("", []),
        ("* - ()", []),
    ],
)
def test_words_are_data(news: View, text: str, articles: list[int]) -> None:
    """Each word must occur, quoted words in that order; all else that is typed means nothing."""
    assert [article for article, _ in found(news, text)] == articles


def test_comments_are_told_apart(news: View) -> None:
    """Words of a comment are found as a comment's, and not together with those of the article."""
    assert found(news, "rotten mayor") == [(1, "comments")]
    assert found(news, "rotten pilot") == []
    (hit,) = news.hits(Selection(text="rotten"))
    assert hit.text == "The ferry was rotten, and the mayor knew."


@pytest.mark.parametrize(
    ("text", "passage", "marked"),
    [
        ("ferry saw", "Nobody saw the ferry sink, said the pilot.", ["saw", "ferry"]),
        ("storm", "A storm sank the old ferry at night.", ["storm"]),
        ("harbour closes", "Storm closes the harbour", ["closes", "harbour"]),
        ('"THE CAFE"', "The café by the quay stayed open.", ["The café"]),
    ],
)
def test_the_passage_is_a_sentence_with_its_words(
    news: View, text: str, passage: str, marked: list[str]
) -> None:
    """A hit gives the sentence that has most of the words, and where they stand in the text."""
    hit = next(iter(news.hits(Selection(text=text, articles=(1,)))))
    held = news.text(hit.article)
    assert (hit.span.of(held), hit.text) == (passage, passage)
    assert [one.of(held) for one in hit.marks] == marked


def test_a_selection_narrows(news: View) -> None:
    """Times of telling, outlets, articles and actors narrow what is found."""
    assert found(news, "ferry", told_since="2014") == [(2, "title")]
    assert found(news, "ferry", told_until="2013") == [(1, "text")]
    assert found(news, "ferry", outlets=("early.txt",)) == [(3, "title")]
    (brandt,) = news.named("Ana Brandt", limit=1)
    assert found(news, "ferry", actors=(brandt.number,)) == [(2, "title")]


def test_a_title_that_is_not_in_the_text_is_found(path: Path, write: Writing) -> None:
    """What the page calls itself is searched, and leads to where the article begins."""
    record = write("a.txt", "Noon\n\nIt rained.\n")
    titled = msgspec.structs.replace(record.document, title="Rain at noon over Ellery")
    with closing(ArchiveWriter(path)) as writer:
        writer.add(msgspec.structs.replace(record, document=titled), "a.txt", "1")
    with closing(ArchiveView(path)) as view:
        (hit,) = view.hits(Selection(text="ellery"))
        assert hit == Hit(article=1, part="title", span=Span(6, 16), text="It rained.", marks=())


def test_only_the_present_version_is_found(path: Path, write: Writing) -> None:
    """A page that changed is found by what it has now, one that is read anew is found once."""
    with closing(ArchiveWriter(path)) as writer, closing(ArchiveView(path)) as view:
        writer.add(write("a.txt", "Noon\n\nIt rained.\n"), "a.txt", "1")
        writer.add(write("a.txt", "Noon\n\nIt snowed.\n"), "a.txt", "2")
        assert (found(view, "rained"), found(view, "snowed")) == ([], [(2, "text")])
        writer.add(write("a.txt", "Noon\n\nIt snowed.\n"), "a.txt", "3")
        assert found(view, "snowed") == [(3, "text")]
        rows = view._connection.execute("SELECT rowid FROM text_word('snowed')").fetchall()
        assert rows == [(3,)]
    assert list(check(path)) == []
