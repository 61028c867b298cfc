"""Mails, and web pages kept as mails."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Given, Page
from dateline.page import Limits

Read = Callable[..., list[Page | Unreadable]]

HEAD = (
    'From: =?utf-8?q?Ann_P=C3=B6?= <ann@tide.example>, "Bo Lee" <bo@tide.example>\r\n'
    "Date: Mon, 04 Mar 2019 05:06:07 -0500\r\nSubject: =?iso-8859-1?Q?F=E4hre?= late\r\n"
    "Organization: The Tide\r\nContent-Language: de-DE\r\nMIME-Version: 1.0\r\n"
)
BOTH = (
    "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
    "Plain words.\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Die F=E4hre.</p>\r\n--b--\r\n"
)


@pytest.mark.parametrize("name", ["a.eml", "a"])
def test_a_mail_is_its_html(read: Read, name: str) -> None:
    """A mail's HTML is its page, and its headers say who wrote it and when."""
    (page,) = read(name, HEAD + BOTH)
    assert isinstance(page, Page)
    assert (page.kind, page.text) == ("html", "Die Fähre.")
    assert page.path.endswith(name)
    assert page.given == Given(
        title="Fähre late",
        byline=("Ann Pö", "Bo Lee"),
        published="2019-03-04T05:06:07-05:00",
        outlet="The Tide",
        language="de",
    )


def test_a_mail_of_plain_text_is_kept_as_it_is(read: Read) -> None:
    """A mail without HTML is its plain text, decoded."""
    body = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    (page,) = read("a.eml", HEAD + body + "RGllIEbDpGhyZS4=\r\n")
    assert isinstance(page, Page)
    assert (page.kind, page.text) == ("plain", "Die Fähre.")


def test_an_attachment_is_not_the_mail(read: Read) -> None:
    """What is attached is not read in place of the mail's own words."""
    body = BOTH.replace(
        "Content-Type: text/html", "Content-Disposition: attachment\r\nContent-Type: text/html"
    )
    (page,) = read("a.eml", HEAD + body)
    assert isinstance(page, Page)
    assert page.text.strip() == "Plain words."


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
def test_a_kept_web_page_is_no_mail(read: Read, name: str) -> None:
    """A page kept as MHTML has its address; the day of saving is not that of publication."""
    page = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://tide.example/1\r\n"
        "Subject: Ferry - The Tide\r\nDate: Mon, 04 Mar 2019 05:06:07 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://tide.example/1\r\n\r\n<html><body><p>Ferry =\r\nlate.</p>\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Location: https://tide.example/i.png\r\n\r\nx\r\n"
        "--b--\r\n"
    )
    (found,) = read(name, page)
    assert isinstance(found, Page)
    assert found.text == "Ferry late."
    assert found.given == Given(url="https://tide.example/1")


@pytest.mark.parametrize(
    "mail",
    [
        "Content-Type: text/html; charset=none-such\r\n\r\n<p>Words.</p>",
        "Content-Type: text/html; charset*=utf-8''%E4%F6\r\n\r\n<p>Words.</p>",
        "Content-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n!!!<p>Words.</p>",
        "Content-Type: multipart/mixed\r\n\r\nWords.",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWords.",
        "Content-Type: text/\x00; =\r\n\r\nWords.",
    ],
)
def test_damaged_mails_are_read_or_told(read: Read, mail: str) -> None:
    """A mail with odd headers is a page or an error, never anything else."""
    (found,) = read("a.eml", "Subject: =?utf-8?b?=?=\r\nDate: 31 Feb\r\n" + mail)
    assert isinstance(found, Page | Unreadable)


def test_parts_within_parts_have_an_end(read: Read) -> None:
    """A mail of thousands of nested parts is refused in time."""
    started = time.process_time()
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(5000)
    )
    (found,) = read("a.eml", HEAD + parts + "\r\nWords.")
    assert isinstance(found, Unreadable)
    assert time.process_time() - started < 10


def test_each_mail_of_a_box_is_a_page(read: Read) -> None:
    """A box is parted at its lines "From ...", and what was quoted for that is unquoted."""
    mark = "From ann@tide.example Mon Mar  4 05:06:07 2019\r\n"
    first = (
        f"{mark}From: Ann Poe <a@b>\r\nSubject: One\r\n\r\nWords.\r\n>From here\r\nFrom there\r\n"
    )
    one, other = read("box", f"{first}\r\n{mark}{HEAD}{BOTH}")
    assert isinstance(one, Page)
    assert one.path.endswith("box#1")
    assert (one.given.title, one.given.byline) == ("One", ("Ann Poe",))
    assert one.text.split() == ["Words.", "From", "here", "From", "there"]
    assert isinstance(other, Page)
    assert other.text == "Die Fähre."


def test_a_mail_of_a_box_that_is_too_large_is_told(read: Read) -> None:
    """Only the mail beyond the limit is refused; the others are read."""
    mark = "From a@b Mon Mar  4 05:06:07 2019\nSubject: x\n\n"
    first, second = read(
        "box", f"{mark}{'word ' * 100}\n\n{mark}Words.\n", limits=Limits(bytes=200)
    )
    assert isinstance(first, TooLarge)
    assert isinstance(second, Page)
