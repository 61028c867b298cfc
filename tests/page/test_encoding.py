"""From bytes to characters, as browsers do it."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.page import encoding

CAFE = "Im Café „Zur Brücke“"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (CAFE.encode(), None),
        (CAFE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + CAFE.encode(), "iso-8859-1"),
        (codecs.BOM_UTF16_LE + CAFE.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + CAFE.encode("utf-16-be"), "utf-8"),
        (CAFE.encode("cp1252"), "latin1"),
        (CAFE.encode("cp1252"), "iso-8859-1"),
        (CAFE.encode("cp1252"), "latin-1"),
        (CAFE.encode("mac-roman"), "macintosh"),
        (CAFE.encode("utf-16-le"), None),
        (CAFE.encode("utf-16-be"), None),
    ],
)
def test_marks_come_before_what_the_sender_declares(data: bytes, charset: str | None) -> None:
    """A byte order mark wins, then the declared charset, in whatever way it is labelled."""
    assert encoding.of_markup(data, charset) == CAFE


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta charset="{}">', "windows-1251"),
        ("<META CHARSET={}>", "KOI8-R"),
        ('<meta http-equiv="Content-Type" content="text/html; charset={}">', "windows-1251"),
        ("<!-- <meta charset=utf-8> --><meta charset = '{}' />", "windows-1251"),
        ('<?xml version="1.0" encoding="{}"?><html>', "windows-1251"),
        ("<title>" + "x" * 3000 + '</title><meta charset="{}">', "windows-1251"),
    ],
)
def test_the_page_may_declare_its_encoding(head: str, name: str) -> None:
    """A declaration in the head is followed, wherever in the head it stands."""
    text = head.format(name) + "<body>Паром опоздал"
    assert encoding.of_markup(text.encode(name)) == text


@pytest.mark.parametrize(
    ("name", "words"),
    [("shift_jis", "汽船は火曜日に港を出なかった。"), ("big5", "渡輪星期二沒有離開港口。")],
)
def test_a_page_of_the_east_that_declares_nothing_is_detected(name: str, words: str) -> None:
    """What detection calls by Python's name for an encoding is found by a browser's."""
    text = "<p>" + words * 30
    assert encoding.of_markup(text.encode(name)) == text


def test_a_declaration_in_the_body_is_none() -> None:
    """What looks like a declaration in a page's body is not followed."""
    text = "<body>Café au lait, très bon <meta charset=windows-1251>"
    assert encoding.of_markup(text.encode()) == text


def test_utf8_is_read_as_such_where_a_page_claims_to_be_western() -> None:
    """A saved page whose HTTP header is lost is UTF-8 if it can be, whatever the old head says."""
    text = '<meta charset="iso-8859-1"><body>' + CAFE
    assert encoding.of_markup(text.encode()) == text


def test_utf16_declared_in_ascii_is_utf8() -> None:
    """A declaration that could be read as ASCII cannot be UTF-16 (HTML standard, prescan)."""
    text = '<meta charset="utf-16"><body>' + CAFE
    assert encoding.of_markup(text.encode()) == text


@pytest.mark.parametrize("label", ["none-such", "utf-8\0", "x" * 500, "replacement", ""])
def test_unknown_labels_do_no_harm(label: str) -> None:
    """A label that nobody knows is passed over."""
    assert encoding.of_markup(CAFE.encode(), label) == CAFE


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (b"a\0b&#0;c", "a\ufffdb\ufffdc"),
        (b"a\x01b&#1;c&#x1F;d", "abcd"),
        (b"a\fb&#12;c", "a b c"),
        (b"&#65;&#x2019;&#128;&#x110000;", "&#65;&#x2019;&#128;&#x110000;"),
        ("a\uffffb&#xFFFE;c".encode(), "abc"),
    ],
)
def test_characters_that_markup_cannot_hold(markup: bytes, shown: str) -> None:
    """What no tree of elements can hold is left out, or shown as a browser does."""
    assert encoding.of_markup(markup) == shown


def test_text_keeps_its_line_ends() -> None:
    """The characters of plain text are not changed, but for a byte order mark."""
    text = "One\r\nTwo\rThree\n\n \x0c Café\n"
    assert encoding.of_text(text.encode()) == text
    assert encoding.of_text(codecs.BOM_UTF8 + text.encode()) == text
    assert encoding.of_text(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert encoding.of_text(text.encode("utf-16-le")) == text


def test_text_in_a_western_encoding_is_detected() -> None:
    """Text that is not UTF-8 and declares nothing is read by what detection says."""
    text = "Die Fähre fährt heute später, sagte der Bürgermeister von Süderbrück. " * 5
    assert encoding.of_text(text.encode("cp1252")) == text


def test_text_with_some_damage_stays_utf8() -> None:
    """A stray byte in UTF-8 is one U+FFFD and does not spoil the rest."""
    text = "Die Fähre fährt heute später über die Förde. "
    assert encoding.of_text(text.encode() + b"\xff") == text + "\ufffd"


def test_lines_of_mixed_encoding_are_each_read() -> None:
    """In a table some of whose lines are not UTF-8, the others still are."""
    decode = encoding.by_line(b"")
    assert decode("Café\n".encode()) == "Café\n"
    assert decode("Café\n".encode("cp1252")) == "Café\n"


@given(st.binary(max_size=300), st.none() | st.text(max_size=20))
def test_any_bytes_become_characters(data: bytes, charset: str | None) -> None:
    """Whatever the bytes and the label, the result is text that can be written as UTF-8."""
    encoding.of_markup(data, charset).encode()
    encoding.of_text(data, charset).encode()
    encoding.by_line(data)(data).encode()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_utf8_text_is_unchanged(text: str) -> None:
    """Text that is UTF-8 comes back to the character, line ends and all."""
    assert encoding.of_text(text.encode()) == text


@pytest.mark.parametrize("part", [b"<!-- ", b"<meta ", b"charset=", b"&#1", b"<?xml ", b"\xe4<"])
def test_time_is_linear(part: bytes) -> None:
    """A megabyte of whatever might send a search back again and again is decoded at once."""
    started = time.process_time()
    encoding.of_markup(part * (1_000_000 // len(part)))
    assert time.process_time() - started < 3
