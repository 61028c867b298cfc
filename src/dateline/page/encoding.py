"""From bytes to characters, as browsers do it.

Source: the WHATWG standards *Encoding* (labels, decoding) and *HTML* (13.2.3, the order in which
the encoding of a page is found out). Two things a browser knows are lost when a page is saved, the
charset of the HTTP header and the user's language; what is done instead is said where it is done.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

import webencodings

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 1 << 16
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEAD_END = re.compile(rb"</head|<body", re.IGNORECASE)
_META = re.compile(rb"<meta[\s/]([^>]{0,1000})", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""charset\s{0,20}=\s{0,20}["']?\s{0,20}([^\s"'/>;]{1,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s{0,20}=\s{0,20}["']([^"'>]{1,40})["']""")
_BAD = "\ufffd"
_DETECTED = {
    "big5hkscs": "big5",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "cp950": "big5",
    "euc_jis_2004": "euc-jp",
    "euc_jisx0213": "euc-jp",
    "johab": "euc-kr",
    "mac_cyrillic": "x-mac-cyrillic",
    "mac_roman": "macintosh",
    "shift_jis_2004": "shift_jis",
    "shift_jisx0213": "shift_jis",
}
"""What Python calls an encoding that browsers know by another name, or as part of a larger one."""

_UNSHOWN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:([0-9]{1,9})(?![0-9])|[xX]([0-9a-fA-F]{1,9})(?![0-9a-fA-F]));?")


def of_markup(data: bytes, charset: str | None = None) -> str:
    """Return the characters of a page of markup; never fails.

    The order is a browser's: byte order mark, `charset` (declared by who sent the page), the
    declaration in the page, UTF-8 if the bytes are that, what detection says. As the HTTP header
    is lost in a saved file, UTF-16 is also told without a mark, and a page that is UTF-8 is read as
    such even if it declares windows-1252, as which every page can be read.

    Characters that no tree of elements can hold (control characters, noncharacters), as they are
    or as `&#1;`, are left out, for they show nothing; a form feed becomes a space, NUL U+FFFD.
    """
    found = _by_mark(data) or _lookup(charset) or _wide(data)
    if found is None:
        found = _lookup(_declared(data))
        if found is None or (found.name == "windows-1252" and _is_utf8(data)):
            found = _guessed(data)
    text = _REFERENCE.sub(_shown_reference, _decoded(data, found))
    return _UNSHOWN.sub(lambda found: _shown(found[0]), text)


def _shown(character: str) -> str:
    """Return what a browser shows for a character that no tree of elements can hold."""
    return {"\0": _BAD, "\v": " ", "\f": " "}.get(character, "")


def _shown_reference(reference: re.Match[str]) -> str:
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    character = chr(number) if number < 0x110000 else _BAD
    return _shown(character) if _UNSHOWN.fullmatch(character) else reference[0]


def of_text(data: bytes, charset: str | None = None) -> str:
    """Return the characters of plain text, line ends as they are; never fails.

    The order: byte order mark, UTF-8 if the bytes are that, `charset`, UTF-16 without a mark,
    UTF-8 with some damage, what detection says.
    """
    found = _by_mark(data)
    if found is None and not _is_utf8(data):
        found = _lookup(charset) or _wide(data)
    return _decoded(data, found or _guessed(data))


def is_wide(head: bytes) -> bool:
    """Tell whether these first bytes of a text are UTF-16."""
    return head[:2] in _BOMS[1:] or _wide(head) is not None


def by_line(head: bytes) -> Callable[[bytes], str]:
    """Return the function that decodes the lines of a text, of which `head` is the beginning.

    Each line is UTF-8 if it can be that; those that cannot are what detection says of the head.
    """
    whole_lines = head[: head.rfind(b"\n") + 1]
    other = webencodings.lookup("windows-1252")
    other = other if _is_utf8(whole_lines) else _detected(whole_lines) or other

    def decode(line: bytes) -> str:
        line = line.removeprefix(codecs.BOM_UTF8)
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return _decoded(line, other)

    return decode


def _decoded(data: bytes, encoding: webencodings.Encoding) -> str:
    text: str = webencodings.decode(data, encoding, "replace")[0]
    return text


def _by_mark(data: bytes) -> webencodings.Encoding | None:
    """Return the encoding that a byte order mark tells; `_decoded` takes the mark off."""
    names = ("utf-8", "utf-16le", "utf-16be")
    marked = (name for mark, name in zip(_BOMS, names, strict=True) if data.startswith(mark))
    return _lookup(next(marked, None))


def _lookup(label: str | None) -> webencodings.Encoding | None:
    """Return the encoding that browsers use for a label, `None` for an unknown one."""
    if not label:
        return None
    found = webencodings.lookup(label)
    if found is None:
        try:
            found = webencodings.lookup(codecs.lookup(label).name)
        except (LookupError, ValueError):
            return None
    return found if found is None or found.name != "replacement" else None


def _declared(data: bytes) -> str | None:
    """Return the label that the page declares in its head, as the standard's prescan finds it.

    The standard looks at 1,024 bytes first and goes back if the parser meets a late declaration;
    here the whole head is looked at, up to 64 KB.
    """
    head = _COMMENT.sub(b"", data[:_SAMPLE])
    end = _HEAD_END.search(head)
    head = head[: end.start()] if end else head
    for meta in _META.finditer(head):
        found = _CHARSET.search(meta[1])
        if found:
            return _safe_label(found[1])
    found = _XML.match(head.lstrip())
    return _safe_label(found[1]) if found else None


def _safe_label(label: bytes) -> str:
    """Return the label; bytes that were read as ASCII cannot be UTF-16, so that means UTF-8."""
    name = label.decode("ascii", "replace").strip().lower()
    if name.startswith("utf-16"):
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> webencodings.Encoding | None:
    """Tell UTF-16 without a mark: every second byte of western text is NUL."""
    sample = data[:_SAMPLE]
    for name, zero in (("utf-16le", 1), ("utf-16be", 0)):
        high, low = sample[zero::2], sample[1 - zero :: 2]
        if len(sample) > 1 and high.count(0) > 0.7 * len(high) and low.count(0) == 0:
            return _lookup(name)
    return None


def _guessed(data: bytes) -> webencodings.Encoding:
    """Return UTF-8 if the bytes are that, or are but for a few; else what detection says."""
    utf8, windows = webencodings.UTF8, webencodings.lookup("windows-1252")
    if _is_utf8(data):
        return utf8
    text = data.decode("utf-8", "replace")
    bad = text.count(_BAD)
    if 2 * bad < sum(c > "\x7f" for c in text):
        return utf8
    return _detected(data) or windows


def _detected(data: bytes) -> webencodings.Encoding | None:
    import charset_normalizer  # noqa: PLC0415 - 40 ms that few pages need

    lines = data[: 16 * _SAMPLE].splitlines()
    sample = b"\n".join(line[:1000] for line in lines if not line.isascii())[:_SAMPLE]
    best = charset_normalizer.from_bytes(sample).best()
    return _lookup(_DETECTED.get(best.encoding, best.encoding)) if best else None
