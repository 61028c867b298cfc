"""An archive is checked: whatever does not follow from its records is told."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from dateline.record import Record
from dateline.span import Span
from dateline.store.sqlite import ArchiveWriter, check

Writing = Callable[..., Record]


@pytest.fixture
def filled(path: Path, write: Writing) -> Path:
    """Return the path of an archive with two articles, closed."""
    with closing(ArchiveWriter(path)) as writer:
        for name in ("a.txt", "b.txt"):
            writer.add(write(name), name, "1")
    return path


def test_a_sound_archive_has_no_faults(filled: Path) -> None:
    """Nothing is told of what is well."""
    assert list(check(filled)) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE article SET key = '0123456789abcdef' WHERE number = 1", "does not follow"),
        ("UPDATE article SET page = 1 WHERE number = 1", "does not follow"),
        ("UPDATE article SET current = 0", "current versions"),
        ("UPDATE article SET origin = 9 WHERE number = 1", "a copy of"),
        ("DELETE FROM tied WHERE article = 2", "those of its actors"),
        ("DELETE FROM claim WHERE article = 1 AND n = 3", "table claim"),
        ("DELETE FROM moment WHERE article = 2", "table moment"),
        ("UPDATE entity SET actor = 999 WHERE article = 1 AND n = 1", "an actor"),
        ("UPDATE entity SET name = 999 WHERE article = 1 AND n = 1", "row of name"),
        ("UPDATE claim SET stance = 999", "row of code"),
        ("UPDATE claim SET speaker = 9 WHERE n = 1", "row of entity"),
        ("DELETE FROM evidence WHERE article = 1", "none of that number"),
        ("UPDATE record SET rest = x'00' WHERE article = 1", "damaged"),
        ("DROP INDEX entity_actor", "layout"),
        ("UPDATE tally SET number = 7 WHERE name = 'ties'", "tallies"),
        ("INSERT INTO title_word (title_word) VALUES ('delete-all')", "index title_word"),
        ("INSERT INTO text_word (text_word) VALUES ('delete-all')", "index text_word"),
        ("INSERT INTO claim_word (claim_word) VALUES ('delete-all')", "index claim_word"),
    ],
)
def test_what_is_amiss_is_told(filled: Path, statement: str, words: str) -> None:
    """Each thing that was changed behind the archive's back is named."""
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(statement)
        connection.commit()
    assert any(words in str(fault) for fault in check(filled))


def test_spans_outside_the_text_are_told(path: Path, write: Writing) -> None:
    """A record with a place beyond its text is sound to SQL, not to the check."""
    record = write()
    (event,) = record.events
    end = len(record.document.text)
    beyond = msgspec.structs.replace(event, trigger=Span(end, end + 1))
    with closing(ArchiveWriter(path)) as writer:
        writer.add(msgspec.structs.replace(record, events=(beyond,)), "a.txt", "1")
    assert any("outside its text" in str(fault) for fault in check(path))


def test_a_document_of_another_id_is_told(path: Path, write: Writing) -> None:
    """A document's id is the digest of its text."""
    record = write()
    other = msgspec.structs.replace(record.document, id="0" * 64)
    with closing(ArchiveWriter(path)) as writer:
        writer.add(msgspec.structs.replace(record, document=other), "a.txt", "1")
    assert any("digest of its text" in str(fault) for fault in check(path))
