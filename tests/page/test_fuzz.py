"""Whatever the bytes: a page, or one that cannot be read; and never the network."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from dateline.errors import Unreadable
from dateline.layout import Page
from dateline.page import Limits, pages

Make = Callable[..., bytes]

LIMITS = Limits(bytes=200_000, entries=50)
HTML = """<!DOCTYPE html [<!ENTITY e SYSTEM "LINK">]><html><head><base href="LINK">
<meta http-equiv="refresh" content="0;url=LINK"><link rel="stylesheet" href="LINK">
<script src="LINK"></script><title>T</title></head><body background="LINK"><p>Words. &e;</p>
<iframe src="LINK"></iframe><img src="LINK"><object data="LINK"></object></body></html>"""
FEED = """<?xml version="1.0"?><?xml-stylesheet href="LINK"?><!DOCTYPE rss SYSTEM "LINK" [
<!ENTITY e SYSTEM "LINK">]><rss version="2.0"><channel><title>T</title><item><link>LINK</link>
<title>One &e;</title><description>&lt;p&gt;Words &lt;img src="LINK"&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="LINK"><id>LINK</id>
<content src="LINK" type="text/html"/><summary>Words.</summary></entry></feed>"""
MAIL = """MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nSubject: S\r\n\r
--b\r\nContent-Type: message/external-body; access-type=URL; URL="LINK"\r\n\r\n\r
--b\r\nContent-Type: text/html\r\n\r\n{HTML}\r\n--b--\r\n"""


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """Return a server on this machine that no reader should ever call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture(scope="module")
def samples(make_pdf: Make, make_record: Make, listener: socket.socket) -> dict[str, bytes]:
    """Return a sound file of each kind; those that can name an address to fetch from do."""
    link = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    html, feed, atom, mail = (each.replace("LINK", link) for each in (HTML, FEED, ATOM, MAIL))
    table = io.BytesIO()
    parquet.write_table(pa.table({"id": ["a", "b"], "text": ["One.", "Two."]}), table)
    rows = io.StringIO()
    csv.writer(rows).writerows([["id", "text"], ["a", "One,\ntwo."], ["b", "Three."]])
    action = f"/Names << >> >> /OpenAction << /S /URI /URI ({link}) >>".encode()
    archive = make_record(link, html.encode()) + make_record(link, gzip.compress(html.encode()))
    plain = {
        "a.html": html.encode(),
        "a.txt": f"Words about {link} and more.".encode(),
        "a.pdf": make_pdf(["Words of the harb-", "our."], ["More."]).replace(b">>", action, 1),
        "a.warc": archive,
        "a.xml": feed.encode(),
        "b.xml": atom.encode(),
        "a.eml": mail.encode(),
        "a.mht": mail.replace("Subject: S", f"Snapshot-Content-Location: {link}").encode(),
        "a.jsonl": b"".join(json.dumps({"id": n, "text": "One."}).encode() + b"\n" for n in "ab"),
        "a.csv": rows.getvalue().encode(),
        "a.parquet": table.getvalue(),
    }
    return plain | {f"{name}.gz": gzip.compress(data) for name, data in plain.items()}


def read(folder: Path, name: str, data: bytes) -> list[Page | Unreadable]:
    """Write a file, read it, and check what must hold of whatever comes."""
    place = folder / name
    place.write_bytes(data)
    found = list(pages([str(place)], LIMITS))
    assert found
    for each in found:
        if isinstance(each, Page):
            assert each.text.strip()
            each.text.encode()
            each.path.encode()
        else:
            assert str(each).isprintable()
    return found


def test_sound_files_are_read_without_the_network(
    tmp_path: Path, samples: dict[str, bytes], listener: socket.socket
) -> None:
    """Every kind gives a page, and no address that a file names is called."""
    for name, data in samples.items():
        assert any(isinstance(found, Page) for found in read(tmp_path, name, data)), name
    with pytest.raises(BlockingIOError):
        listener.accept()


KINDS = ("html", "txt", "pdf", "warc", "xml", "eml", "mht", "jsonl", "csv", "parquet")
BEGINNINGS = (b"", b"%PDF-", b"WARC/1.0\r\n", b"PAR1", b"<rss>", b"<html>", b"{", b"\x1f\x8b\x08")
FUZZED = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FUZZED
@given(st.sampled_from(KINDS), st.sampled_from(BEGINNINGS), st.binary(max_size=500))
def test_any_bytes(tmp_path: Path, kind: str, beginning: bytes, data: bytes) -> None:
    """Random bytes under any name are a page or an error."""
    read(tmp_path, f"x.{kind}", beginning + data)


@FUZZED
@given(st.data())
def test_damaged_files(tmp_path: Path, samples: dict[str, bytes], data: st.DataObject) -> None:
    """A sound file with bytes changed, cut out or doubled is pages and errors."""
    name = data.draw(st.sampled_from(sorted(samples)))
    chance = random.Random(data.draw(st.integers(0, 1 << 30)))
    damaged = bytearray(samples[name])
    for _ in range(data.draw(st.integers(1, 8))):
        at = chance.randrange(len(damaged))
        length = chance.choice((1, 1, 2, 8, 64))
        change = chance.choice(("set", "cut", "double", "end"))
        if change == "set":
            damaged[at : at + length] = chance.randbytes(length)
        elif change == "cut":
            damaged[at : at + length] = b""
        elif change == "double":
            damaged[at:at] = damaged[at : at + length]
        else:
            damaged[max(1, len(damaged) - length) :] = b""
        damaged = damaged or bytearray(b"x")
    read(tmp_path, name, bytes(damaged))
