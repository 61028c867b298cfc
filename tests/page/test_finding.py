"""From what the user names to files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import Unreadable
from dateline.page.finding import File, files


def found(name: str | Path, below: Path) -> list[str]:
    """Return the files, relative to a folder, and the reasons of what cannot be had."""
    return [
        str(each.place and each.place.relative_to(below)) + (f"#{each.key}" if each.key else "")
        if isinstance(each, File)
        else each.reason
        for each in files(str(name))
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files of several kinds."""
    for name in ("b.html", "a.txt", "c/d.txt", ".hidden/e.txt", ".f.txt", "c/#g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    return tmp_path


def test_a_folder_is_read_in_order_without_what_is_hidden(folder: Path) -> None:
    """All files below a folder come in the order of their names, hidden ones left out."""
    assert found(folder, folder) == ["a.txt", "b.html", "c/#g.txt", "c/d.txt"]


def test_what_belongs_to_saved_pages_is_passed_over(folder: Path) -> None:
    """The folder that a browser keeps beside a page, and images and styles, are no news."""
    for name in ("b_files/frame.html", "b-Dateien/x.html", "logo.PNG", "c/style.css"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    assert found(folder, folder) == ["a.txt", "b.html", "c/#g.txt", "c/d.txt"]


def test_a_folder_that_only_looks_like_a_companion_is_read(folder: Path) -> None:
    """`x_files` is read where no saved page `x.html` stands beside it."""
    (folder / "x_files").mkdir()
    (folder / "x_files" / "page.txt").write_text("Words.")
    assert "x_files/page.txt" in found(folder, folder)


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "c/#g.txt", "c/d.txt"]),
        ("[ab].*", ["a.txt", "b.html"]),
        ("c", ["c/#g.txt", "c/d.txt"]),
        ("?", ["c/#g.txt", "c/d.txt"]),
        ("a**z.txt", ["no such file or folder"]),
        ("*.pdf", ["no such file or folder"]),
        ("c/#g.txt", ["c/#g.txt"]),
        ("a.txt#key#1", ["a.txt#key#1"]),
        ("c/#g.txt#key", ["c/#g.txt#key"]),
        ("b\0.html", ["no such file or folder"]),
        ("x" * 5000, ["no such file or folder"]),
    ],
)
def test_names_patterns_and_keys(folder: Path, pattern: str, names: list[str]) -> None:
    """A name is a file or folder if there is one, else `FILE#KEY`, else a pattern."""
    assert found(folder / pattern, folder) == names


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder in which there is nothing to read is one error."""
    (tmp_path / "style.css").write_text("x")
    assert found(tmp_path, tmp_path) == ["a folder with nothing to read in it"]


def test_links_in_circles_end(folder: Path) -> None:
    """A folder that links to itself, or to one above it, is read once."""
    (folder / "c" / "up").symlink_to(folder)
    (folder / "c" / "self").symlink_to(folder / "c" / "self")
    assert sorted(found(folder, folder)) == ["a.txt", "b.html", "c/#g.txt", "c/d.txt", "c/self"]
    assert found(folder / "**" / "d.txt", folder) == ["c/d.txt"]


@pytest.mark.parametrize("name", ["dangling", "circle", "pipe"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, name: str) -> None:
    """A link to nothing, a link to itself and a pipe are refused when they are opened."""
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    os.mkfifo(tmp_path / "pipe")
    (file,) = files(str(tmp_path / name))
    assert isinstance(file, File)
    with pytest.raises(Unreadable):
        file.open()


def test_a_device_is_refused() -> None:
    """A device might never end, so it is refused."""
    (file,) = files("/dev/zero")
    assert isinstance(file, File)
    with pytest.raises(Unreadable, match="pipe or device"):
        file.open()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said(folder: Path) -> None:
    """A folder without rights is one error; the files beside it are found."""
    (folder / "c").chmod(0)
    try:
        assert found(folder, folder) == ["a.txt", "b.html", "permission denied"]
    finally:
        (folder / "c").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says when a folder may not be looked into is told, and the others go on."""
    listed = Path.iterdir

    def refusing(place: Path) -> object:
        if place.name == "c":
            raise PermissionError(13, "Permission denied")
        return listed(place)

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert found(folder, folder) == ["a.txt", "b.html", "permission denied"]


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    """The path of a file with a broken name holds no lone surrogates."""
    place = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118
    with open(place, "wb") as stream:  # noqa: PTH123
        stream.write(b"Words.")
    (file,) = files(str(tmp_path))
    assert isinstance(file, File)
    assert file.path.endswith("caf\ufffd.txt")
