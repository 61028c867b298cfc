"""Reading into an archive: each page once, in order, whatever happens to some of them."""

import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dateline
from dateline import engines, page, reading
from dateline.cli import main
from dateline.errors import DatelineError, Unreadable
from dateline.record import Record
from dateline.store import Selection
from dateline.store.sqlite import ArchiveView, ArchiveWriter, check

STORY = """Ferry {0} stops in Ellery

By Ana Brandt

The ferry to Port Ellery did not sail on Tuesday, the harbour master said. It had sailed every day
for {0} years, and nobody on the quay could remember a morning without it.
"""
POSTS = """<html><head><title>Two</title></head><body><main>{0}</main></body></html>"""
POST = """<article><h2><a href="/{0}">Ferry {0}</a></h2><p>{1}</p></article>"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder of twelve small pages, one of them a table of three."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(10, 20):
        (folder / f"{number}.txt").write_text(STORY.format(number), "utf-8")
    rows = "\n".join(f'{{"id": "{n}", "text": "Row {n} of the table. It ends."}}' for n in "abc")
    (folder / "table.jsonl").write_text(rows, "utf-8")
    (folder / "empty.txt").touch()
    return folder


def run(*words: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def add(stories: Path, archive: Path, *words: str | Path) -> Result:
    """Add the stories by rules alone."""
    return run("add", stories, "--to", archive, "--reader", "page", "--no-match", *words)


def texts(archive: Path) -> list[bytes]:
    """Return the records of all current articles, in order."""
    with closing(ArchiveView(archive)) as view:
        return [view.record(article.number).to_json() for article in view.articles()]


def test_adds_each_page_in_order(stories: Path, tmp_path: Path) -> None:
    """The archive has the record of each page, as it is read alone, on one core or on two."""
    alone = [
        record.to_json()
        for found in page.pages([str(stories)])
        for record in reading.read_all([found], "page")
        if isinstance(record, Record)
    ]
    for jobs in ("1", "2"):
        archive = tmp_path / f"{jobs}.dateline"
        result = add(stories, archive, "--jobs", jobs)
        assert result.exit_code == 1
        assert "13 pages added, 1 could not be read" in result.stdout
        [line] = result.stderr.splitlines()
        assert line == f"dateline: {stories / 'empty.txt'}: empty"
        assert texts(archive) == alone
        assert list(check(archive)) == []


def test_passes_over_what_it_has(stories: Path, tmp_path: Path) -> None:
    """The same again adds nothing; a changed page is a new version; another reader reads anew."""
    archive = tmp_path / "news.dateline"
    (stories / "empty.txt").unlink()
    add(stories, archive)
    result = add(stories, archive)
    assert result.exit_code == 0
    assert "0 pages added, 13 unchanged" in result.stdout
    (stories / "12.txt").write_text(STORY.format("twelve"), "utf-8")
    assert "1 page added, 12 unchanged" in add(stories, archive).stdout
    with closing(ArchiveView(archive)) as view:
        assert len(list(view.articles())) == 13
        versions = [one.version for one in view.articles(Selection(current=False))]
    assert sorted(versions) == [1] * 13 + [2]


def test_one_of_many_is_no_stand_in_for_all(stories: Path, tmp_path: Path) -> None:
    """After one row of a table was added, the rest of it is still new."""
    archive = tmp_path / "news.dateline"
    table = stories / "table.jsonl"
    assert "1 page added" in add(Path(f"{table}#b"), archive).stdout
    assert "2 pages added, 1 unchanged" in add(table, archive).stdout


def test_pages_of_one_file_are_all_added(tmp_path: Path) -> None:
    """A page that lists several whole posts is several articles, and one file that is known."""
    words = "The ferry sailed again, and nobody on the quay believed their eyes at first. " * 12
    archive, file = tmp_path / "news.dateline", tmp_path / "blog.html"
    file.write_text(POSTS.format("".join(POST.format(n, f"{n} {words}") for n in range(3))))
    with closing(ArchiveWriter(archive)) as writer:
        found = list(engines.add(page.Inputs([str(file)]), writer, "page", 1))
        again = list(engines.add(page.Inputs([str(file)]), writer, "page", 1))
    assert all(isinstance(one, engines.Added) for one in found)
    assert again == [engines.Skipped(str(file))]


def test_what_is_not_installed_is_said_once(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What every page would fail on ends the command with one line."""

    def lack(_: object) -> str:
        raise DatelineError("the parser", "is not installed", "pip install it")

    monkeypatch.setattr("dateline.engines.adding.identity", lack)
    result = add(stories, tmp_path / "news.dateline")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["Error: the parser: is not installed (pip install it)"]


def test_an_archive_that_is_none_is_refused(stories: Path, tmp_path: Path) -> None:
    """Adding to a file of another kind is one clear line, and leaves the file."""
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ana" * 200, "utf-8")
    result = add(stories, other)
    assert result.exit_code == 1
    assert "is no archive" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert other.read_text("utf-8") == "Dear Ana" * 200


def test_an_interrupted_run_goes_on(stories: Path, tmp_path: Path) -> None:
    """Killed while it reads, the command goes on where it was, and ends as if never stopped."""
    (stories / "empty.txt").unlink()
    for number in range(20, 40):
        (stories / f"{number}.txt").write_text(STORY.format(number), "utf-8")
    whole, archive = tmp_path / "whole.dateline", tmp_path / "news.dateline"
    add(stories, whole)
    command = [sys.executable, "-m", "dateline", "add", str(stories), "--to", str(archive)]
    for _ in range(2):
        with subprocess.Popen([*command, "--reader", "page", "--no-match"]) as adding:
            while adding.poll() is None and not _has_more(archive):
                time.sleep(0.02)
            adding.send_signal(signal.SIGKILL)
        assert list(check(archive)) == []
    add(stories, archive)
    assert sorted(texts(archive)) == sorted(texts(whole))
    assert texts(archive) == texts(whole)


def _has_more(archive: Path, seen: list[int] = [0]) -> bool:  # noqa: B006 - a count across calls
    """Tell whether the archive has a few more articles than when this was last true."""
    try:
        with closing(ArchiveView(archive)) as view:
            count = view.counts()["articles"]
    except DatelineError:
        return False
    if count < seen[0] + 5:
        return False
    seen[0] = count
    return True


def test_checks_and_upgrades(stories: Path, tmp_path: Path) -> None:
    """`check` says that an archive is sound, or what is not; `upgrade` that it is of today."""
    archive = tmp_path / "news.dateline"
    add(stories, archive)
    assert run("check", archive).stdout == f"{archive}: sound\n"
    assert "is of version" in run("upgrade", archive).stdout
    with closing(ArchiveWriter(archive)) as writer:
        writer._connection.execute("UPDATE article SET key = 'x' WHERE number = 2")
    result = run("check", archive)
    assert result.exit_code == 1
    assert "does not follow" in result.stderr
    assert run("check", tmp_path / "none").exit_code == 1


def test_reads_one_page(stories: Path) -> None:
    """`dateline.read` returns the record of one page, and refuses many."""
    record = dateline.read(stories / "12.txt", "page")
    assert record.document.title == "Ferry 12 stops in Ellery"
    assert dateline.read(f"{stories / 'table.jsonl'}#b", "page").document.text.startswith("Row b")
    with pytest.raises(Unreadable, match="more than one"):
        dateline.read(stories, "page")
    with pytest.raises(Unreadable, match="empty"):
        dateline.read(stories / "empty.txt", "page")


def test_opens_an_archive(stories: Path, tmp_path: Path) -> None:
    """`dateline.open` gives an archive that can be asked."""
    archive = tmp_path / "news.dateline"
    add(stories, archive)
    with dateline.open(archive) as opened:
        assert opened.view.counts()["articles"] == 13
    with pytest.raises(DatelineError, match="no such archive"):
        dateline.open(tmp_path / "none")
