"""An archive of an earlier version is brought up to date, with all that it held."""

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store import Selection
from dateline.store.sqlite import VERSION, ArchiveView, ArchiveWriter, check, upgrade
from dateline.store.sqlite.file import APPLICATION
from dateline.store.sqlite.ids import key

Writing = Callable[..., Record]
LAYOUT = Path(__file__).with_name("version1.sql")
PLACES = (("a.txt", 1, 0, "Ferry sails\n\nAgain.\n"), ("a.txt", 2, 1, None), ("b.txt", 1, 1, None))


@pytest.fixture
def earlier(path: Path, write: Writing) -> Path:
    """Return the path of an archive of version 1: two versions of a page, another page, matched."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(LAYOUT.read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        for number, (place, version, current, text) in enumerate(PLACES, 1):
            record = write(place, text) if text else write(place)
            of = (number, key(place, record.document.id), place, f"digest {number}")
            told = (version, current, "2024-05-06T07:08:09Z", zlib.compress(record.to_json()))
            connection.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*of, *told))
            for entity in record.entities:
                n = int(entity.id[1:])
                connection.execute("INSERT INTO entity VALUES (?, ?, ?)", (number, n, n))
        wrong = f"{key('b.txt', record.document.id)}:s3"
        connection.execute(
            "INSERT INTO correction VALUES (1, 'wrong', ?, NULL, NULL, 'ana', 'then', NULL, NULL)",
            (wrong,),
        )
        connection.execute(
            "INSERT INTO correction VALUES"
            " (2, 'wrong', ?, NULL, NULL, 'ana', 'then', 'no', 'later')",
            (wrong.replace("s3", "s1"),),
        )
        connection.commit()
    return path


def test_all_is_taken_over(earlier: Path, write: Writing) -> None:
    """Records, versions, dates, who is who and corrections are those of the earlier archive."""
    assert upgrade(earlier) == 1
    assert list(check(earlier)) == []
    with closing(ArchiveView(earlier)) as view:
        articles = list(view.articles(Selection(current=False)))
        assert [(one.version, one.current) for one in articles] == [
            (1, False),
            (2, True),
            (1, True),
        ]
        assert {one.added for one in articles} == {"2024-05-06T07:08:09Z"}
        assert view.record(2) == write("a.txt")
        assert [actor.articles for actor in view.named("Ana Brandt")] == [2]
        first, second = view.corrections()
        assert (first.kind, first.author, first.undone) == ("wrong", "ana", None)
        assert (second.note, second.undone) == ("no", "later")
        assert len(list(view.claims())) == 5
    with closing(ArchiveWriter(earlier)) as writer:
        assert writer.has("b.txt", "digest 3")
    assert [place.name for place in earlier.parent.iterdir()] == [earlier.name]


@pytest.fixture
def second(path: Path) -> Path:
    """Return the path of an archive of version 2, as that version wrote it.

    It has two versions of a page and another page that is a copy of the second, with a comment;
    matched, one telling for both, and with two corrections, of which one was taken back.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(LAYOUT.with_name("version2.sql").read_text("utf-8"))
        connection.commit()
    return path


def test_version_2_keeps_all_it_had(second: Path, write: Writing) -> None:
    """Whatever an archive of version 2 held is there after, and its articles are found by words."""
    assert upgrade(second) == 2
    assert list(check(second)) == []
    with closing(ArchiveView(second)) as view:
        every = list(view.articles(Selection(current=False)))
        assert [(one.version, one.current, one.origin) for one in every] == [
            (1, False, 1),
            (2, True, 2),
            (1, True, 2),
        ]
        assert {one.added for one in every} == {"2024-05-06T07:08:09Z"}
        assert view.record(2) == write("a.txt")
        assert [actor.articles for actor in view.named("Ana Brandt")] == [2]
        assert [pair.why for pair in view.pairs()] == [(("same name", 2.5),)]
        assert {one.account for one in view.happenings()} == {next(view.happenings()).account}
        assert [(one.kind, one.undone is None) for one in view.corrections()] == [
            ("wrong", True),
            ("rename", False),
        ]
        assert [one.id for one in view.claims(Selection(text='"had sunk"'))] == [
            one.id for one in view.claims() if "had sunk" in one.content
        ]
        assert [one.article for one in view.hits(Selection(text="harbour ferry"))] == [2, 3]
        (hit,) = view.hits(Selection(text="believes"))
        assert (hit.part, hit.text) == ("comments", "Nobody believes the harbour master.")
        assert view.counts() == {
            "articles": 2,
            "actors": 7,
            "claims": 6,
            "happenings": 2,
            "ties": 2,
        }
    with closing(ArchiveWriter(second)) as writer:
        assert writer.has("a.txt", "digest 2")


def test_a_fault_leaves_version_2_as_it_was(second: Path) -> None:
    """A record that cannot be read ends the upgrade of version 2, and nothing has changed."""
    with closing(sqlite3.connect(second)) as connection:
        connection.execute("UPDATE record SET rest = x'00' WHERE article = 3")
        connection.commit()
    before = second.read_bytes()
    with pytest.raises(DatelineError, match="damaged"):
        upgrade(second)
    assert second.read_bytes() == before


def test_what_is_up_to_date_is_left(earlier: Path) -> None:
    """Upgrading again does nothing."""
    upgrade(earlier)
    before = earlier.read_bytes()
    assert upgrade(earlier) == VERSION
    assert earlier.read_bytes() == before


def test_a_fault_leaves_it_as_it_was(earlier: Path) -> None:
    """A record that cannot be read ends the upgrade, and the archive is what it was."""
    with closing(sqlite3.connect(earlier)) as connection:
        connection.execute("UPDATE article SET record = x'00' WHERE number = 3")
        connection.commit()
    before = earlier.read_bytes()
    with pytest.raises(DatelineError, match="damaged"):
        upgrade(earlier)
    assert earlier.read_bytes() == before
    assert [place.name for place in earlier.parent.iterdir()] == [earlier.name]


def test_what_cannot_be_upgraded_is_told(path: Path, earlier: Path) -> None:
    """No archive, no file and a newer version are clear errors."""
    with closing(sqlite3.connect(earlier)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(DatelineError, match="newer Dateline"):
        upgrade(earlier)
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(DatelineError, match="no archive"):
        upgrade(path)
    path.unlink()
    with pytest.raises(DatelineError, match="no such archive"):
        upgrade(path)
