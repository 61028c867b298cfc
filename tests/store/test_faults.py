"""What goes wrong with an archive is one clear error, and costs nothing that was in it."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.store.sqlite import VERSION, ArchiveView, ArchiveWriter, check, file

Writing = Callable[..., Record]


@pytest.fixture
def filled(path: Path, write: Writing) -> Path:
    """Return the path of an archive with three articles, closed."""
    with closing(ArchiveWriter(path)) as writer:
        for name in ("a.txt", "b.txt", "c.txt"):
            writer.add(write(name), name, "1")
    return path


def execute(path: Path, statement: str) -> None:
    """Change an archive behind its back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def told(path: Path) -> list[str]:
    """Return what is told of a damaged archive, whether it can be opened or not."""
    try:
        return [str(fault) for fault in check(path)]
    except DatelineError as fault:
        return [str(fault)]


def test_no_archive_to_ask(path: Path) -> None:
    """An archive that is not there is not made by asking it."""
    with pytest.raises(DatelineError, match="no such archive"):
        ArchiveView(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"no archive at all", b"SQLite format 3\0" + bytes(2000)])
@pytest.mark.parametrize("opened", [ArchiveView, ArchiveWriter])
def test_a_file_that_is_no_archive(
    path: Path, content: bytes, opened: Callable[[Path], object]
) -> None:
    """A file of another kind is refused, and left as it is."""
    path.write_bytes(content)
    with pytest.raises(DatelineError, match=r"is no archive|is damaged"):
        opened(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("opened", [ArchiveView, ArchiveWriter])
def test_a_database_of_someone_else(path: Path, opened: Callable[[Path], object]) -> None:
    """A database with other tables is refused."""
    execute(path, "CREATE TABLE mine (x)")
    with pytest.raises(DatelineError, match="is no archive"):
        opened(path)


@pytest.mark.parametrize("opened", [ArchiveView, ArchiveWriter])
def test_a_folder_is_no_archive(tmp_path: Path, opened: Callable[[Path], object]) -> None:
    """A folder, or a place in a folder that is not there, is one clear error."""
    with pytest.raises(DatelineError):
        opened(tmp_path)
    with pytest.raises(DatelineError):
        opened(tmp_path / "no" / "such.dateline")


@pytest.mark.parametrize(
    ("version", "words"), [(VERSION + 1, "install a newer Dateline"), (1, "dateline upgrade")]
)
@pytest.mark.parametrize("opened", [ArchiveView, ArchiveWriter])
def test_an_archive_of_another_version(
    filled: Path, version: int, words: str, opened: Callable[[Path], object]
) -> None:
    """A newer or older archive is refused with what to do."""
    execute(filled, f"PRAGMA user_version = {version}")
    with pytest.raises(DatelineError, match=words):
        opened(filled)


def test_an_empty_file_becomes_an_archive(path: Path) -> None:
    """A file of no bytes, as an interrupted start leaves it, is filled."""
    path.touch()
    ArchiveWriter(path).close()
    with closing(ArchiveView(path)) as view:
        assert view.counts()["articles"] == 0


def test_a_full_disk_loses_nothing(path: Path, write: Writing) -> None:
    """Where there is no more room, that is said, and what was added before is there."""
    added = 0

    def fill(writer: ArchiveWriter) -> None:
        nonlocal added
        for added in range(1000):
            name = f"{added}.txt"
            writer.add(write(name, f"Ferry {added}\n\n{added * 7919}\n" * 300), name, "1")

    with closing(ArchiveWriter(path)) as writer:
        pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
        writer._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(DatelineError, match="the disk is full"):
            fill(writer)
    assert 0 < added < 999
    with closing(ArchiveView(path)) as view:
        assert view.counts()["articles"] == added
    assert list(check(path)) == []


def test_a_file_that_may_not_grow(filled: Path) -> None:
    """A limit of the system on the size of files is told as a full disk, and loses nothing."""
    limit = filled.stat().st_size + 50_000
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "from dateline.store.sqlite import ArchiveView, ArchiveWriter\n"
        "from dateline.errors import DatelineError\n"
        "import msgspec\n"
        "record = ArchiveView(Path(sys.argv[1])).record(1)\n"
        "writer = ArchiveWriter(Path(sys.argv[1]))\n"
        "try:\n"
        "    for n in range(500): writer.add(record, str(n), '1')\n"
        "except DatelineError as fault:\n"
        "    print(fault)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(filled)], capture_output=True, text=True, check=True
    )
    assert "full" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert all("does not follow" in fault for fault in told(filled))  # added under other places


def test_an_archive_that_may_only_be_read(
    filled: Path, monkeypatch: pytest.MonkeyPatch, write: Writing
) -> None:
    """It can be asked; writing to it is one clear error."""
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda name, **more: connect(name.replace("rwc", "ro"), **more)
    )
    with closing(ArchiveView(filled)) as view:
        assert view.counts()["articles"] == 3
    with (
        pytest.raises(DatelineError, match="cannot be written to"),
        closing(ArchiveWriter(filled)) as writer,
    ):
        writer.add(write("d.txt"), "d.txt", "1")


def test_a_second_writer_waits_or_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch, write: Writing
) -> None:
    """Two writers take turns; one that is kept waiting too long is told who keeps it."""
    monkeypatch.setattr(file, "PATIENCE", 0.1)
    with closing(ArchiveWriter(filled)) as one, closing(ArchiveWriter(filled)) as other:
        for number in range(6):
            name = f"{number}.txt"
            (one, other)[number % 2].add(write(name, f"Ferry {name}\n\nSails.\n"), name, "1")
        with file.transaction(one._connection), pytest.raises(DatelineError, match="another"):
            other.add(write("d.txt"), "d.txt", "1")
        assert other.add(write("d.txt"), "d.txt", "1")
    assert list(check(filled)) == []


def test_a_damaged_record_is_named(filled: Path, write: Writing) -> None:
    """A record that cannot be read back is told with its page; the others are read."""
    execute(filled, "UPDATE text SET text = substr(text, 1, 40) WHERE article = 2")
    with closing(ArchiveView(filled)) as view:
        with pytest.raises(DatelineError, match=r"b\.txt.*damaged"):
            view.record(2)
        assert view.record(3) == write("c.txt")
    [fault] = check(filled)
    assert fault.where == "b.txt"
    with closing(ArchiveWriter(filled)) as writer:
        assert writer.add(write("b.txt"), "b.txt", "2")
    assert list(check(filled)) == []


def test_a_damaged_file_is_told(filled: Path) -> None:
    """Bytes written over the middle of the file are told by asking or by checking it."""
    data = bytearray(filled.read_bytes())
    for at in range(40_000, len(data), 9_000):
        data[at : at + 3000] = bytes(range(250)) * 12
    filled.write_bytes(data)
    assert told(filled)
    assert all(len(fault.splitlines()) == 1 for fault in told(filled))


def test_a_cut_file_is_told(filled: Path, tmp_path: Path) -> None:
    """The first half of an archive, as an interrupted copy leaves it, is damaged."""
    half = tmp_path / "half.dateline"
    shutil.copy(filled, half)
    with half.open("r+b") as stream:
        stream.truncate(filled.stat().st_size // 2)
    assert any("damaged" in fault for fault in told(half))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux to tell open files")
@pytest.mark.parametrize("opening", [ArchiveView, ArchiveWriter])
def test_a_file_that_is_refused_is_closed(
    tmp_path: Path, opening: Callable[[Path], object]
) -> None:
    """What turns out to be no archive is not kept open, even while its error is still looked at."""
    path = tmp_path / "other.sqlite"
    execute(path, "CREATE TABLE other (number)")
    with pytest.raises(DatelineError, match="is no archive") as caught:
        opening(path)
    links = [link for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert caught.tb is not None
    assert path not in [link.resolve() for link in links]


def test_an_archive_on_a_drive_that_nobody_may_write_to(
    filled: Path, write: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers without a file made beside it; what waits in its log is told all the same."""
    monkeypatch.setattr("dateline.store.sqlite.file.os.access", lambda *_: False)
    with closing(ArchiveView(filled)) as view:
        assert len(list(view.articles())) == 3
        assert [one.name for one in filled.parent.iterdir()] == [filled.name]
    with closing(ArchiveWriter(filled)) as writer:
        writer.add(write("d.txt"), "d.txt", "1")
        with closing(ArchiveView(filled)) as view:
            assert len(list(view.articles())) == 4
