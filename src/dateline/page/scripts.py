"""Readers' comments that a page holds only as data in its scripts, made part of the page.

Blogger sent the comments as a list in a script that draws them, and many systems write them for
search engines as JSON-LD alone. The scripts are read, never run. What they hold is appended to the
page as plain microformats2 markup, so that the page's text owns the words of the comments and one
reader of markup serves for all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec
from lxml import etree
from lxml import html as lxml_html

from dateline.page import literals
from dateline.page.literals import Value

MOST: Final = 20_000
"""How many comments are taken from one page."""

_BLOGGER_LIST: Final = re.compile(r"\bitems\s{0,3}=\s{0,3}(?=\[\s{0,3}\{)")
_MARKUP: Final = re.compile(r"<[a-zA-Z/]|&(?:#\w{1,7}|\w{2,8});")
_HOLDERS: Final = ("comment-holder", "comments")
_WALKED: Final = 200_000
_SAMPLE: Final = 60
_TELLING: Final = 10
UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What cannot be part of a tree: surrogates that stand alone, control characters."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A comment as a script holds it.

    Attributes:
        id: as in the script; empty if it has none.
        parent: the id of the comment that it answers; empty for none.
        body: its words, as HTML or as plain text.
        shown: its time as the page would show it; `known` as it is written for machines.
    """

    id: str
    parent: str
    author: str
    body: str
    shown: str
    known: str


def embody(root: etree._Element) -> None:
    """Append the comments that only the scripts of a page hold to its body, as `h-cite` markup.

    Nothing is done where the page shows them already. The thread stands in the place that the page
    keeps for it, or at the end of the body.

    Args:
        root: the page's tree, not yet laid out; it is changed in place.
    """
    body = root.find("body")
    if body is None:
        return
    for system, comments in (("blogger", _blogger(root)), ("schema.org", _linked_data(root))):
        if comments and not _shown(root, comments):
            _holder(root, body).append(_markup(system, comments))
            return


def _blogger(root: etree._Element) -> list[Found]:
    """Return the comments in the list that Blogger's script draws."""
    for script in root.iter("script"):
        source = script.text or ""
        if "displayTime" not in source and "showComment" not in source:
            continue
        found = _BLOGGER_LIST.search(source)
        if found:
            return [_blogger_comment(item) for item in _objects(source, found.end())][:MOST]
    return []


def _objects(source: str, start: int) -> list[dict[str, Value]]:
    try:
        value = literals.read(source, start)
    except ValueError:
        return []
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _blogger_comment(item: dict[str, Value]) -> Found:
    return Found(
        id=_text(item.get("id")),
        parent=_text(item.get("parentId")),
        author=_name(item.get("author")),
        body=_text(item.get("body")),
        shown=_text(item.get("displayTime")),
        known="" if item.get("displayTime") else _instant(item.get("timestamp")),
    )


def _linked_data(root: etree._Element) -> list[Found]:
    """Return the comments of the page's JSON-LD: what its objects name as `comment`."""
    out: list[Found] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or "omment" not in (
            script.text or ""
        ):
            continue
        try:
            data: Value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        out.extend(_comments(data))
    return out[:MOST]


def _comments(data: Value) -> Iterator[Found]:
    """Yield the comments anywhere in `data`, each before those that answer it."""
    left: list[tuple[Value, str, bool]] = [(data, "", False)]
    number = 0
    while left and number < _WALKED:
        value, parent, is_comment = left.pop()
        number += 1
        if isinstance(value, list):
            left.extend((item, parent, is_comment) for item in reversed(value))
        if not isinstance(value, dict):
            continue
        identity = parent
        if is_comment and _text(value.get("text")):
            identity = _text(value.get("@id")) or f"{number}"
            yield _linked_comment(value, identity, parent)
        nested = [(v, identity, k in ("comment", "comments", "replies")) for k, v in value.items()]
        left.extend(reversed([one for one in nested if isinstance(one[0], list | dict)]))


def _linked_comment(value: dict[str, Value], identity: str, parent: str) -> Found:
    known = _text(value.get("dateCreated") or value.get("datePublished"))
    answered = value.get("parentItem")
    named = _text(answered.get("@id")) if isinstance(answered, dict) else ""
    return Found(
        id=identity,
        parent=named or parent,
        author=_name(value.get("author") or value.get("creator")),
        body=_text(value.get("text")),
        shown=known,
        known=known,
    )


def _text(value: Value) -> str:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{value:.0f}"
    return UNFIT.sub("\ufffd", value) if isinstance(value, str) else ""


def _name(value: Value) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _instant(value: Value) -> str:
    """Return the ISO 8601 time of milliseconds since 1970; empty if it is none."""
    digits = _text(value)
    if not digits.isdecimal() or len(digits) > 13:
        return ""
    return datetime.fromtimestamp(int(digits) // 1000, UTC).isoformat()


def _shown(root: etree._Element, comments: Sequence[Found]) -> bool:
    """Tell whether the page shows one of the first comments' words, or has its element."""
    names = {f"c{one.id}" for one in comments if one.id}
    if any(element.get("id") in names for element in root.iter("li", "div", "dt", "article")):
        return True
    visible = _squeezed(_visible(root))
    samples = [_squeezed(map(str, content(one.body).itertext()))[:_SAMPLE] for one in comments[:5]]
    return any(len(sample) > _TELLING and sample in visible for sample in samples)


def _squeezed(words: Iterable[str]) -> str:
    """Return the words without any white space, which pages put where they like."""
    return "".join("".join(words).split())


def _visible(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag not in ("script", "style", "template", "noscript") and element.text:
            yield element.text
        if element.tail:
            yield element.tail


def _holder(root: etree._Element, body: etree._Element) -> etree._Element:
    by_id = {e.get("id"): e for e in root.iter("div", "section") if e.get("id") in _HOLDERS}
    return next((by_id[name] for name in _HOLDERS if name in by_id), body)


def _markup(system: str, comments: Sequence[Found]) -> etree._Element:
    """Return a thread of `h-cite` elements in reading order, each naming what it answers."""
    thread = etree.Element("section", {"class": "comments", "data-dateline-system": system})
    places = {one.id: str(place) for place, one in enumerate(comments, 1) if one.id}
    for one in _in_reading_order(comments):
        own = places.get(one.id, "")
        cite = etree.SubElement(thread, "article", {"class": "u-comment h-cite"})
        if own:
            cite.set("id", f"comment-{own}")
        if one.parent in places:
            cite.set("data-parent-id", places[one.parent])
        etree.SubElement(cite, "p", {"class": "p-author h-card"}).text = one.author
        time = etree.SubElement(cite, "time", {"class": "dt-published"})
        time.text = one.shown or one.known
        if one.known:
            time.set("datetime", one.known)
        words = content(one.body)
        words.set("class", "e-content")
        cite.append(words)
    return thread


def _in_reading_order(comments: Sequence[Found]) -> list[Found]:
    """Return the comments, each followed by those that answer it; circles come last."""
    known = {one.id for one in comments}
    answers: dict[str, list[Found]] = {}
    for one in comments:
        top = not one.parent or one.parent not in known or one.parent == one.id
        answers.setdefault("" if top else one.parent, []).append(one)
    out, left = [], answers.pop("", [])[::-1]
    while left:
        one = left.pop()
        out.append(one)
        left.extend(reversed(answers.pop(one.id, [])))
    return [*out, *(one for rest in answers.values() for one in rest)]


def content(body: str) -> etree._Element:
    """Return words that a script holds as an element: HTML parsed, line ends of plain text kept."""
    if _MARKUP.search(body):
        try:
            parsed: etree._Element = lxml_html.fragment_fromstring(body, create_parent="div")
            return parsed
        except (etree.ParserError, ValueError):
            pass
    content = etree.Element("div")
    first, *others = body.strip().split("\n")
    content.text = first
    for line in others:
        etree.SubElement(content, "br").tail = line
    return content
