"""Which kind of input this is."""

from __future__ import annotations

import io
import random
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import Unreadable
from dateline.page.kinds import KINDS, kind_of
from dateline.page.limits import DEFAULT_LIMITS
from dateline.page.source import Known, Source


def told(data: bytes, name: str = "", media: str | None = None) -> str:
    """Return the kind's name, or why there is none."""
    known = Known(name=name, media=media)
    try:
        return kind_of(Source("x", io.BytesIO(data), DEFAULT_LIMITS, known)).name
    except Unreadable as fault:
        return fault.reason


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7", "a.txt", "PDF"),
        (b"\n%PDF-1.7", "", "PDF"),
        (b"PAR1", "", "Parquet"),
        (b"WARC/1.0\r\n", "", "WARC"),
        (b"<?xml version='1.0'?>\n<!-- <html> -->\n<rss version='2.0'>", "", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "a.html", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "", "feed"),
        ("\ufeff<rss>".encode("utf-16-le"), "", "feed"),
        (b"From: a\r\nMIME-Version: 1.0\r\n\r\nx", "", "mail"),
        (b"From: the mayor of Tidewick\n\nDear all", "", "text"),
        (b"Subject: x\n\ny", "a.EML", "mail"),
        (b"From a@b Mon Mar  4 05:06:07 2019\nFrom: a@b\n\nx", "", "mailbox"),
        (b"From Tidewick, in 2019\n\nDear all", "", "text"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a.json", "JSON feed"),
        (b'{\n "title": "x", "version": "https:\\/\\/jsonfeed.org\\/version\\/1"', "", "JSON feed"),
        (b'{"text": "x"}', "", "JSON lines"),
        (b'{"text": "x"}', "a.txt", "text"),
        (b"not JSON", "a.jsonl", "JSON lines"),
        (b"id,text\n", "", "CSV"),
        (b'"ID"\t"Text"\n', "", "CSV"),
        (b"text\n", "a.csv", "CSV"),
        (b"text, and more words\n", "", "text"),
        (b"text, and more words\n", "a.txt", "text"),
        (b"  <!doctype HTML><p>", "", "HTML"),
        (b"\xef\xbb\xbf<html>", "a.txt", "HTML"),
        (b"<?xml version='1.0'?><html>", "", "HTML"),
        (b"<p>x", "", "HTML"),
        (b"<p>x", "a.md", "text"),
        (b"no tags at all", "a.htm", "HTML"),
        ("\ufeff<html>".encode("utf-16-be"), "", "HTML"),
        (b"Calm sea.", "", "text"),
        (b"\x0cCalm sea.\x1b[0m", "", "text"),
        ("Calm sea.".encode("utf-16-le"), "", "text"),
        ("\ufeffСпокойное море".encode("utf-16"), "", "text"),
        ("Die Fähre".encode("cp1252"), "", "text"),
        (b"<angle brackets> at the start of a text", "", "text"),
        (b"\x01\x02\x03\x04", "a.txt", "binary data of an unknown kind"),
        (bytes(range(256)), "a.html", "binary data of an unknown kind"),
        (random.Random(7).randbytes(5000), "a.html", "binary data of an unknown kind"),
        ("<html><p>Calm sea.".encode("utf-16-be"), "", "HTML"),
        (b"a\x00b", "a.txt", "binary data of an unknown kind"),
        (b"\xff\xd8\xff\xe0", "a.html", "a JPEG image, not a news page"),
        (b"{\\rtf1", "a.txt", "a rich text document, not a news page"),
        (b"<?xml version='1.0'?><nitf>", "", "markup that is neither HTML nor a feed"),
        (b" \n", "a.html", "empty"),
        (b"\xef\xbb\xbf", "", "text"),
    ],
)
def test_kinds_are_told_by_content_and_name(data: bytes, name: str, kind: str) -> None:
    """The first bytes decide, the name where they leave it open."""
    assert told(data, name) == kind


@pytest.mark.parametrize(
    ("data", "media", "kind"),
    [
        (b"no tags at all", "text/html", "HTML"),
        (b"<p>shown as it is", "text/plain", "text"),
        (b"%PDF-1.7", "text/html", "PDF"),
        (b'{"text": "x"}', "text/plain", "text"),
        (b"MIME-Version: 1.0\n\nx", "text/plain", "text"),
    ],
)
def test_who_sent_it_may_say(data: bytes, media: str, kind: str) -> None:
    """A declared media type counts more than a name or the look of a text."""
    assert told(data, "a.csv", media) == kind


def test_every_kind_has_its_reader() -> None:
    """Each kind names a module of this package and a function in it."""
    for kind in KINDS:
        assert callable(getattr(import_module(f"dateline.page.{kind.module}"), kind.function))


@given(st.binary(max_size=200), st.sampled_from(["", "a.txt", "a.csv", "a.mht"]))
def test_any_bytes_are_of_a_kind_or_refused(data: bytes, name: str) -> None:
    """Whatever the bytes, there is an answer."""
    assert told(data, name)
