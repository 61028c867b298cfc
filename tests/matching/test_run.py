"""An archive is matched whole, and what users said survives re-reading and re-matching."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from examples.corpus.truth import Truth

from dateline import matching
from dateline.store import View, sqlite
from dateline.store.rows import Correction, CorrectionKind


@pytest.fixture
def archive(bundled: Path, tmp_path: Path) -> Path:
    """Return a copy of the archive of the bundled corpus, for changing."""
    return Path(shutil.copy(bundled, tmp_path / "corpus.dateline"))


def correct(archive: Path, kind: CorrectionKind, of: str, other: str | None = None) -> int:
    """Make a correction and match anew; return its number."""
    made = Correction(
        number=0, kind=kind, of=of, other=other, author="ana", made="2020-01-01T00:00:00+00:00"
    )
    with closing(sqlite.writer(archive)) as writer:
        number = writer.correct(made).number
    matching.run(archive)
    return number


def actors(archive: Path, *entities: str) -> list[int | None]:
    """Return the actors of entities."""
    with sqlite.view(archive) as view:
        return [view.actor(one) for one in entities]


def people(view: View) -> Iterator[tuple[str, str]]:
    """Yield two entities of each person that has some, most frequent first."""
    for one in view.leading(["person"]):
        members = [member.id for member in view.members(one.number)]
        if len(members) > 1:
            yield members[0], members[-1]


def test_the_corpus_is_matched(bundled: Path) -> None:
    """Copies are told from reports exactly as in truth, and actors are fewer than entities."""
    truth = Truth.from_json((bundled.parent / "truth.json").read_bytes())
    origins = {article.id: article.origin for article in truth.articles}
    with sqlite.view(bundled) as view:
        articles = list(view.articles())
        found = Counter(article.origin for article in articles)
        wanted = Counter(origins.values())
        assert sorted(found.values()) == sorted(wanted.values())
        ids = {article.number: article.path.rpartition("#")[2] for article in articles}
        for article in articles:
            one, other = ids[article.number], ids[article.origin]
            assert origins[one] == origins[other]
        counts = view.counts()
        named = sum(1 for one in view.entities() if one.kind != "group")
    assert counts["articles"] == len(truth.articles)
    assert named > 3 * len(truth.actors)


def test_matching_twice_changes_nothing(archive: Path) -> None:
    """Who is who, pairs and accounts are the same after a second run."""
    before = snapshot(archive)
    matching.run(archive)
    assert snapshot(archive) == before


def snapshot(archive: Path) -> list[bytes]:
    """Return all that matching writes."""
    with sqlite.view(archive) as view:
        rows = [*view.articles(), *view.entities(), *view.pairs(), *view.happenings(), *view.ties()]
        return [msgspec.json.encode(row) for row in rows]


def test_what_differs_stays_apart_until_undone(archive: Path) -> None:
    """Two entities of one person part when a user says so, and are one again after undoing it."""
    with sqlite.view(archive) as view:
        one, other = next(people(view))
    assert len(set(actors(archive, one, other))) == 1
    number = correct(archive, "differ", one, other)
    assert len(set(actors(archive, one, other))) == 2
    matching.run(archive)
    assert len(set(actors(archive, one, other))) == 2
    with closing(sqlite.writer(archive)) as writer:
        writer.undo(number, "2020-01-02T00:00:00+00:00")
    matching.run(archive)
    assert len(set(actors(archive, one, other))) == 1


def test_what_is_the_same_becomes_one(archive: Path) -> None:
    """Two people become one when a user says so, with all their entities."""
    with sqlite.view(archive) as view:
        (one, last), (other, _) = list(people(view))[:2]
    correct(archive, "same", one, other)
    assert len(set(actors(archive, one, other, last))) == 1


def test_corrections_survive_reading_anew(archive: Path) -> None:
    """A page that is read again by another reader keeps what users said of its entities."""
    with sqlite.view(archive) as view:
        one, other = next(people(view))
        number = next(member.article for member in view.entities() if member.id == one)
        record = view.record(number)
    correct(archive, "differ", one, other)
    again = msgspec.structs.replace(
        record, reader=msgspec.structs.replace(record.reader, profile="full")
    )
    with closing(sqlite.writer(archive)) as writer:
        where = record.document.url or record.document.path
        assert writer.add(again, where, "another digest")
    matching.run(archive)
    with sqlite.view(archive) as view:
        said = list(view.corrections())
    assert len(said) == 1
    assert said[0].other is not None
    assert len(set(actors(archive, said[0].of, said[0].other))) == 2


def test_an_empty_archive_is_matched(tmp_path: Path) -> None:
    """An archive without articles has no actors, and that is no error."""
    path = tmp_path / "empty.dateline"
    sqlite.writer(path).close()
    report = matching.run(path)
    assert (report.articles, report.actors, report.reports) == (0, 0, 0)
