"""The way from what the user names to pages, and what comes where there is none."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import Limits, pages

HTML = "<html><head><title>T</title></head><body><p>The ferry is late.</p></body></html>"

Read = Callable[..., list[Page | Unreadable]]


def texts(found: list[Page | Unreadable]) -> list[str]:
    """Return the texts of the pages, and the reasons of what is none."""
    return [each.text if isinstance(each, Page) else each.reason for each in found]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", HTML.encode(), "html"),
        ("a.html.gz", gzip.compress(HTML.encode()), "html"),
        ("a.gz", gzip.compress(gzip.compress(HTML.encode())), "html"),
        ("a", HTML.encode(), "html"),
        ("a.txt", b"The ferry is late.", "plain"),
        ("a.md", b"# Ferry\n\nThe ferry is late.", "plain"),
        ("a.jsonl", b'{"text": "The ferry is late."}', "row"),
        ("a.csv", b"text\nThe ferry is late.", "row"),
        ("stdin", b'{"text": "The ferry is late."}', "row"),
    ],
)
def test_each_kind_is_told_and_read(read: Read, name: str, data: bytes, kind: str) -> None:
    """A page is read whether its name, its content or both tell what it is."""
    (found,) = read(name, data)
    assert isinstance(found, Page)
    assert found.kind == kind
    assert "The ferry is late." in found.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html", b"", "empty"),
        ("a.txt", b" \n\t \r\n", "empty"),
        ("a.txt", b" " * 20_000, "holds no text"),
        ("a.txt", b"\x00\x01\x02" * 100, "binary data of an unknown kind"),
        ("a.txt", bytes(range(256)) * 10, "binary data of an unknown kind"),
        ("a.png", b"\x89PNG\r\n\x1a\n123", "a PNG image, not a news page"),
        ("a.docx", b"PK\x03\x04123", "a ZIP archive, or an office document, not a news page"),
        ("a.xml", b"<?xml version='1.0'?><nitf></nitf>", "markup that is neither HTML nor a feed"),
        ("a.html.gz", gzip.compress(HTML.encode())[:-20], "truncated gzip data"),
        ("a.html.gz", b"\x1f\x8b\x08\x00 no gzip data at all", "damaged gzip data"),
        ("a.pdf", b"%PDF-1.4 and then nothing", "damaged or truncated PDF"),
        (
            "a.warc",
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
            "damaged WARC: a record without a l",
        ),
        ("a.csv", b"text,title\n", "holds no page"),
        ("a.eml", b"Subject: S\r\nContent-Type: image/png\r\n\r\n1", "a mail without HTML or text"),
        ("a.parquet", b"PAR1 and then nothing", "damaged Parquet: "),
    ],
)
def test_bad_input_is_one_value_with_its_reason(
    read: Read, name: str, data: bytes, reason: str
) -> None:
    """What cannot be read is one `Unreadable` on one line, with its path and the reason."""
    (found,) = read(name, data)
    assert isinstance(found, Unreadable)
    assert found.where.endswith(name)
    assert found.reason.startswith(reason)
    assert "\n" not in str(found)


def test_the_others_go_on(tmp_path: Path) -> None:
    """What cannot be read comes in its place, and the inputs after it are read."""
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.html").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Calm sea.")
    names = [str(tmp_path / name) for name in ("a.html", "b.html", "missing", "c.txt")]
    found = texts(list(pages(names)))
    assert found[1:] == ["empty", "no such file or folder", "Calm sea."]


def test_pages_are_read_one_at_a_time(tmp_path: Path) -> None:
    """Nothing is read before it is asked for: a file that appears in the meantime is found."""
    (tmp_path / "a.txt").write_text("One.")
    found = pages([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    next(found)
    (tmp_path / "b.txt").write_text("Two.")
    assert texts(list(found)) == ["Two."]


def test_one_of_many_is_chosen_by_its_key(read: Read) -> None:
    """`FILE#KEY` gives the one entry of that key, and not the faults of the others."""
    table = '{"id": "a", "text": "One."}\n{"id": "b"}\n{"id": "c", "text": "Three."}\n'
    (found,) = read("t.jsonl", table, key="#c")
    assert isinstance(found, Page)
    assert found.text == "Three."
    assert found.path.endswith("t.jsonl#c")


def test_a_key_that_is_not_there_is_said(read: Read) -> None:
    """`FILE#KEY` without that key is one error that says how to see what is there."""
    (found,) = read("t.jsonl", '{"id": "a", "text": "One."}\n', key="#z")
    assert isinstance(found, Unreadable)
    assert found.where.endswith("t.jsonl#z")
    assert found.reason == "no such entry in the file"


def test_the_fault_that_hides_a_key_is_told(read: Read) -> None:
    """Where the file is damaged before the key is met, that is the reason given."""
    rows = "".join(f'{{"id": "{n}", "text": "{n * 7919 % 10_007}"}}\n' for n in range(5000))
    data = gzip.compress(rows.encode())
    (found,) = read("t.jsonl.gz", data[: len(data) // 2], key="#4999")
    assert isinstance(found, Unreadable)
    assert found.reason == "truncated gzip data"
    (held,) = read("t.jsonl.gz", data[: len(data) // 2], key="#100")
    assert isinstance(held, Page)


def test_standard_input_is_read_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads the bytes of standard input, which is not closed by it."""
    stream = io.TextIOWrapper(io.BytesIO(gzip.compress(b"Calm sea.")))
    monkeypatch.setattr(sys, "stdin", stream)
    (found,) = pages(["-"])
    assert isinstance(found, Page)
    assert (found.path, found.text) == ("-", "Calm sea.")
    assert not stream.buffer.closed


def test_a_large_file_is_refused_at_once(tmp_path: Path) -> None:
    """A page beyond the limit is one `TooLarge`, whatever its size, without being read whole."""
    place = tmp_path / "large.html"
    with place.open("wb") as stream:
        stream.write(HTML.encode() + b" " * 10_000)
        stream.truncate(2_000_000_000)
    (found,) = pages([str(place)])
    assert isinstance(found, TooLarge)
    assert str(found).endswith("larger than 32 MB (raise the limit with --max-size)")


@pytest.mark.parametrize("name", ["b.html.gz", "b.jsonl.gz", "b.csv.gz", "b.warc.gz", "b.eml.gz"])
def test_a_gzip_bomb_stops_at_the_limit(tmp_path: Path, name: str) -> None:
    """A small file that unfolds to very much is refused in bounded time and memory."""
    record = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 900000000000\r\n\r\n"
    start = {"b.csv.gz": b'text\n"', "b.warc.gz": record, "b.html.gz": HTML.encode()}
    place = tmp_path / name
    with gzip.open(place, "wb", compresslevel=1) as stream:
        stream.write(start.get(name, b""))
        for _ in range(40):
            stream.write(b" " * 1_000_000)
    (found,) = pages([str(place)], Limits(bytes=1_000_000, expansion=20))
    assert isinstance(found, TooLarge)


def test_a_container_ends_at_its_limit_of_entries(read: Read) -> None:
    """A container with more entries than allowed is read up to the limit, and that is said."""
    table = "".join(f'{{"text": "Row {number}."}}\n' for number in range(10))
    found = read("t.jsonl", table, limits=Limits(entries=3))
    assert texts(found) == ["Row 0.", "Row 1.", "Row 2.", "more than 3 entries"]


def test_packing_has_an_end(read: Read) -> None:
    """A file that is packed too often is refused."""
    data = b"Calm sea."
    for _ in range(8):
        data = gzip.compress(data)
    (found,) = read("a.gz", data)
    assert isinstance(found, TooLarge)


@pytest.mark.parametrize("tag", ["div", "table", "b", "span", "a"])
def test_deeply_nested_tags_are_read_or_refused(read: Read, tag: str) -> None:
    """100,000 nested tags are a page or an `Unreadable`, in time."""
    (found,) = read("deep.html", f"<html><body>{f'<{tag}>' * 100_000}Words.")
    assert isinstance(found, Page | Unreadable)


def test_the_face_is_light() -> None:
    """`import dateline.page` loads no library of a single format."""
    code = (
        "import sys, dateline.page; heavy = {'pypdfium2', 'warcio', 'feedparser', 'pyarrow', "
        "'charset_normalizer', 'trafilatura', 'brotli'}; print(*(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""
