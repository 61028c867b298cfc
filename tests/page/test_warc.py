"""Web archives."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import Limits

Read = Callable[..., list[Page | Unreadable]]
Make = Callable[..., bytes]

BODY = "<html><body><p>Die Fähre fährt.</p></body></html>".encode("latin-1")
HTML = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=ISO-8859-1"


def keys(found: list[Page | Unreadable]) -> list[str]:
    """Return the keys of the pages, and the reasons of what is none."""
    return [
        each.path.partition("#")[2] if isinstance(each, Page) else each.reason for each in found
    ]


def test_pages_are_read_under_their_urls(read: Read, make_record: Make) -> None:
    """A page of an archive bears its URL; the date of fetching is not that of publication."""
    (page,) = read("a.warc", make_record("https://tide.example/a", BODY, HTML))
    assert isinstance(page, Page)
    assert page.path.endswith("a.warc#https://tide.example/a")
    assert page.text == "Die Fähre fährt."
    assert page.given.url == "https://tide.example/a"
    assert page.given.published is None


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_only_pages_are_read(
    read: Read, make_record: Make, pack: Callable[[bytes], bytes], make_pdf: Make
) -> None:
    """Of all records, those are read that hold a page which was answered with success."""
    plain = "HTTP/1.1 200 OK\nContent-Type: text/plain"
    records = [
        make_record("", b"software: x", "", WARC_Type="warcinfo"),
        make_record("https://tide.example/a", BODY, HTML),
        make_record("https://tide.example/a", b"GET", "GET / HTTP/1.1", WARC_Type="request"),
        make_record("https://tide.example/gone", BODY, HTML.replace("200", "404")),
        make_record(
            "https://tide.example/i.png", b"\x89PNG", "HTTP/1.1 200\nContent-Type: image/png"
        ),
        make_record("https://tide.example/robots.txt", b"User-agent: *", plain),
        make_record("dns:tide.example", b"1.2.3.4", "", Content_Type="text/dns"),
        make_record("urn:text:a", b"x", "", WARC_Type="resource", Content_Type="text/plain"),
        make_record("<https://tide.example/b>", b"Calm sea.", plain),
        make_record("https://tide.example/c", make_pdf(["Words."]), "HTTP/1.1 200 OK"),
        make_record(
            "https://tide.example/d", b"x", "", WARC_Type="conversion", Content_Type="text/plain"
        ),
        make_record("https://tide.example/e", b"", ""),
    ]
    found = read("a.warc.gz", b"".join(map(pack, records)))
    assert keys(found) == [f"https://tide.example/{name}" for name in "abcd"]


def test_a_page_fetched_again_has_a_key_of_its_own(read: Read, make_record: Make) -> None:
    """The second copy of a URL has the time of fetching before it."""
    record = make_record("https://tide.example/a", BODY, HTML)
    assert keys(read("a.warc", record * 2)) == [
        "https://tide.example/a",
        "20190304050607/https://tide.example/a",
    ]
    (page,) = read("a.warc", record * 2, key="#https://tide.example/a")
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    "cut", [-1, -5, -70, 90, 400], ids=["end", "body", "body", "header", "second"]
)
def test_a_truncated_archive_is_read_as_far_as_it_goes(
    read: Read, make_record: Make, cut: int
) -> None:
    """What stands whole before the cut is read; what is cut off is told, if anything is."""
    record = make_record("https://tide.example/a", BODY, HTML)
    data = (record + record.replace(b"/a", b"/b"))[:cut]
    found = read("a.warc", data)
    whole = [key for key in keys(found) if key.startswith("https:")]
    assert whole == ["https://tide.example/a", "https://tide.example/b"][: len(whole)]
    assert len(data) >= 2 * len(record) - 4 or isinstance(found[-1], Unreadable)
    assert len(found) - len(whole) <= 1


def test_damage_between_records_ends_the_archive(read: Read, make_record: Make) -> None:
    """Where a record should begin and none does, that is told; those before are read."""
    record = make_record("https://tide.example/a", BODY, HTML)
    assert keys(read("a.warc", record + b"garbage\r\n" + record)) == [
        "https://tide.example/a",
        "damaged WARC: no record where one begins",
    ]


def test_a_page_beyond_the_limit_is_refused_alone(read: Read, make_record: Make) -> None:
    """One large or exploding page is one error, and the pages after it are read."""
    packed = HTML + "\nContent-Encoding: deflate"
    data = b"".join(
        [
            make_record("https://tide.example/a", b"x" * 5000, HTML),
            make_record("https://tide.example/b", zlib.compress(b"x" * 5000), packed),
            make_record("https://tide.example/c", gzip.compress(b"<p>" * 50_000), HTML),
            make_record("https://tide.example/d", BODY, HTML),
        ]
    )
    *large, page = read("a.warc", data, limits=Limits(bytes=1000))
    assert [type(each) for each in large] == [TooLarge] * 3
    assert isinstance(page, Page)


def test_one_locked_page_does_not_hide_the_others(read: Read, make_record: Make) -> None:
    """A page that is packed in an unknown or damaged way is one error under its own URL."""
    data = b"".join(
        make_record(f"https://tide.example/{name}", BODY, f"{HTML}\nContent-Encoding: {name}")
        for name in ("zstd", "br", "deflate", "identity")
    )
    assert keys(read("a.warc", data)) == [
        "packed with zstd, which is not read",
        "damaged: cannot be unpacked",
        "damaged: cannot be unpacked",
        "https://tide.example/identity",
    ]
