"""Records go into an archive whole, once, and come back equal."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store import Selection, Writer
from dateline.store.rows import Pair
from dateline.store.sqlite import ArchiveView, ArchiveWriter, check
from dateline.store.sqlite.ids import key

Writing = Callable[..., Record]


def test_a_record_comes_back_equal(
    write: Writing, writer: ArchiveWriter, view: ArchiveView
) -> None:
    """A record read back has the bytes of the one that was added; so has each of many."""
    added = [write(f"{number}.txt") for number in range(30)]
    assert all(writer.add(record, record.document.path, "1") for record in added)
    for article, record in zip(view.articles(), added, strict=True):
        assert view.record(article.number).to_json() == record.to_json()
        assert view.text(article.number) == record.document.text


def test_the_same_page_is_added_once(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """A page with the digest that it was added with is there already, by place or path."""
    record = write("a.txt", url="https://herald.example/a")
    assert record.document.url
    assert not writer.has(record.document.url, "1")
    assert writer.add(record, record.document.url, "1")
    assert writer.has(record.document.url, "1")
    assert writer.has("a.txt", "1")
    assert not writer.has("b.txt", "1")
    assert not writer.has("a.txt", "2")
    assert not writer.add(record, record.document.url, "1")
    assert view.counts()["articles"] == 1


def test_one_of_many_in_a_file_is_known_by_the_file(write: Writing, writer: Writer) -> None:
    """A file that holds many pages is known by its own path."""
    writer.add(write("many.jsonl#7"), "many.jsonl#7", "1")
    assert writer.has("many.jsonl", "1")
    assert not writer.has("many", "1")


def test_a_changed_page_is_a_new_version(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """The old version is kept, and is not current any more."""
    first, second = write("a.txt"), write("a.txt", "Ferry sails\n\nAgain.\n")
    writer.add(first, "a.txt", "1")
    writer.add(second, "a.txt", "2")
    old, new = view.articles(Selection(current=False))
    assert (old.version, old.current, new.version, new.current) == (1, False, 2, True)
    assert [article.key for article in view.articles()] == [new.key]
    assert new.key == key("a.txt", second.document.id)
    assert view.record(old.number) == first
    assert list(view.claims()) == []
    assert len(list(view.claims(Selection(current=False)))) == 3


def test_a_page_read_anew_takes_its_own_place(
    write: Writing, writer: ArchiveWriter, view: ArchiveView, path: Path
) -> None:
    """A page of the same text, read by another reader, stays the version that it was."""
    first, second = write("a.txt"), write("a.txt", "Ferry sails\n\nAgain.\n")
    writer.add(first, "a.txt", "1")
    writer.add(second, "a.txt", "1 changed")
    writer.add(first, "a.txt", "2")
    versions = {article.key: article for article in view.articles(Selection(current=False))}
    assert len(versions) == 2
    again = versions[key("a.txt", first.document.id)]
    assert (again.version, again.current) == (1, False)
    assert [one.content for one in view.claims(Selection(text="sunk", current=False))] == [
        "Tomas Vidal had sunk the ferry",
        "nothing was ever sunk in Port Ellery",
    ]
    assert list(check(path)) == []


def test_matching_is_replaced_whole(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """The entities of a group are one actor, named by the first; a new matching undoes it."""
    for name in ("a.txt", "b.txt"):
        writer.add(write(name), name, "1")
    one, other = (member.id for member in view.entities() if member.name == "Tomas Vidal")
    pair = Pair(one=one, other=other, probability=0.7, why=(("same name", 2.5),))
    writer.match([(one, other)], [pair])
    number = view.actor(other)
    assert number is not None
    assert number == view.actor(one)
    assert [member.id for member in view.members(number)] == [one, other]
    actor = view.actors([number])[number]
    assert (actor.id, actor.name, actor.aliases, actor.articles) == (
        one,
        "Tomas Vidal",
        ("Vidal",),
        2,
    )
    assert list(view.pairs()) == [pair]
    assert list(view.pairs(0.8)) == []
    assert len(list(view.claims(Selection(speakers=(number,))))) == 2
    writer.match([], [])
    assert view.actor(one) != view.actor(other)
    assert list(view.pairs()) == []
    assert [a.name for a in view.named("vidal")] == ["Tomas Vidal", "Tomas Vidal"]


def test_matching_leaves_no_room_free(
    path: Path, write: Writing, writer: Writer, view: ArchiveView
) -> None:
    """Room that is free in the file, as replaced rows leave it, is given back."""
    writer.add(write(), "a.txt", "1")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE replaced AS SELECT randomblob(1000000) AS rows")
        connection.execute("DROP TABLE replaced")
        connection.commit()
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] > 50
    writer.match([], ())
    assert view._connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_a_matched_actor_outlives_its_first_entity(
    write: Writing, writer: Writer, view: ArchiveView
) -> None:
    """Where the page that gave an actor its id is read anew, its other entities stay together."""
    for name in ("a.txt", "b.txt", "c.txt"):
        writer.add(write(name), name, "1")
    ids = [member.id for member in view.entities() if member.name == "Ana Brandt"]
    writer.match([ids], [])
    writer.add(write("a.txt"), "a.txt", "2")
    assert view.actor(ids[1]) == view.actor(ids[2]) != view.actor(ids[0])
    found = {actor.id: actor.articles for actor in view.named("Ana Brandt")}
    assert found == {ids[1]: 2, ids[0]: 1}


def test_copies_are_replaced_whole(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """A copy has its origin's number; anything else its own."""
    for name in ("a.txt", "b.txt", "c.txt"):
        writer.add(write(name), name, "1")
    writer.copies([(1, 3)])
    assert [article.origin for article in view.articles()] == [1, 2, 1]
    writer.copies([])
    assert [article.origin for article in view.articles()] == [1, 2, 3]


def test_accounts_are_replaced_whole(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """Tellings of one event have one account, ties likewise; alone, each has its own."""
    for name in ("a.txt", "b.txt"):
        writer.add(write(name), name, "1")
    events, ties = [list(view.happenings()), list(view.ties())]
    writer.accounts([[one.id for one in events], [one.id for one in ties]])
    assert len({one.account for one in view.happenings()}) == 1
    assert len({one.account for one in view.ties()}) == 1
    (account,) = {one.account for one in view.happenings(Selection(retold=True))}
    assert len(list(view.happenings(Selection(accounts=(account,))))) == 2
    writer.accounts([])
    assert len({one.account for one in view.happenings()}) == 2
    assert list(view.happenings(Selection(retold=True))) == []
    alone = next(view.happenings())
    assert list(view.happenings(Selection(accounts=(alone.account,)))) == [alone]


def test_what_points_nowhere_is_refused(write: Writing, writer: Writer, view: ArchiveView) -> None:
    """Groups of what is not there are an error, and change nothing."""
    writer.add(write(), "a.txt", "1")
    nowhere = "0123456789abcdef:e1"
    with pytest.raises(DatelineError, match="no entity"):
        writer.match([[nowhere]], [])
    with pytest.raises(DatelineError, match="no event or tie"):
        writer.accounts([[nowhere, nowhere]])
    assert view.counts()["actors"] == 4


def test_an_unsound_record_changes_nothing(
    write: Writing, writer: Writer, view: ArchiveView
) -> None:
    """A record that names an entity which it does not have is refused whole."""
    record = write()
    (event,) = record.events
    bad = msgspec.structs.replace(record, events=(msgspec.structs.replace(event, when="t9"),))
    with pytest.raises(DatelineError, match="not sound"):
        writer.add(bad, "a.txt", "1")
    assert view.counts() == {"articles": 0, "actors": 0, "claims": 0, "happenings": 0, "ties": 0}
    assert writer.add(record, "a.txt", "1")
