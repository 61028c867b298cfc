"""What an element of a thread is for, told by its tag and the words of its markup."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec
from lxml import etree

from dateline.languages import lexicon

Role = Literal["author", "time", "body", "head", "junk"]

_PARTS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_LONGEST: Final = 60
_REMEMBERED: Final = 8192
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of class words by what they tell; see the comments in `any/threads.toml`."""

    author: frozenset[str]
    time: frozenset[str]
    body: frozenset[str]
    junk: frozenset[str]
    head: frozenset[str]
    heading: frozenset[str]
    counter: frozenset[str]
    comment: frozenset[str]
    elsewhere: frozenset[str]
    nest: frozenset[str]
    depth: frozenset[str]
    depth_attributes: tuple[str, ...]
    id_attributes: tuple[str, ...]
    parent_attributes: tuple[str, ...]
    answered: frozenset[str]


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a thread stands on a page: selectors."""

    holders: tuple[str, ...]


class Unheld(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A system whose threads a script loads: marks in the page, addresses of its scripts."""

    name: str
    marks: tuple[str, ...]
    sources: tuple[str, ...]


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A system whose threads stand in the page, and the selectors of its parts."""

    name: str
    items: tuple[str, ...]
    needs: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


class Threads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that `any/threads.toml` holds."""

    roles: Roles
    area: Area
    unheld: tuple[Unheld, ...]
    held: tuple[Held, ...]


def threads() -> Threads:
    """Return what is known of threads in markup."""
    found: Threads = lexicon("any", "threads", Threads)
    return found


@lru_cache(_REMEMBERED)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a class word or id: `commentAuthor__name-3` has four."""
    return tuple(part.lower() for part in _PARTS.findall(word[:_LONGEST]))


@lru_cache(_REMEMBERED)
def _role_of_word(word: str) -> Role | None:
    """Return what the last telling part of a class word says."""
    roles = threads().roles
    kinds: tuple[tuple[Role, frozenset[str]], ...] = (
        ("junk", roles.junk),
        ("time", roles.time),
        ("author", roles.author),
        ("body", roles.body),
        ("head", roles.head),
    )
    known_parts = parts(word)
    # "text-muted", "text-sm": how it looks, not what it is.
    tells = known_parts[-1:] if known_parts[:1] == ("text",) else known_parts
    for part in (word.lower(), *reversed(tells)):
        for kind, known in kinds:
            if part in known:
                return kind
    return None


_ATTRIBUTES: Final[dict[tuple[str, str], Role]] = {
    ("itemprop", "author"): "author",
    ("itemprop", "creator"): "author",
    ("itemprop", "datePublished"): "time",
    ("itemprop", "dateCreated"): "time",
    ("itemprop", "commentTime"): "time",
    ("itemprop", "text"): "body",
    ("itemprop", "commentText"): "body",
    ("itemprop", "description"): "body",
    ("rel", "author"): "author",
}
_TAGS: Final[dict[str, Role]] = {
    "time": "time",
    "button": "junk",
    "img": "junk",
    "cite": "author",
}


@lru_cache(_REMEMBERED)
def _role_of_class(words: str) -> Role | None:
    """Return what the first telling class word says; the names of looks come after it."""
    return next(filter(None, map(_role_of_word, words.split())), None)


def role(element: etree._Element) -> Role | None:
    """Return what the element is for, or `None` if its markup does not say."""
    for attribute in ("itemprop", "rel"):
        value = element.get(attribute)
        if value and (attribute, value) in _ATTRIBUTES:
            return _ATTRIBUTES[attribute, value]
    words = element.get("class")
    if element.tag == "time":
        return "time"
    if element.tag == "form":
        return "junk" if next(element.iter("textarea"), None) is not None else None
    return (_role_of_class(words) if words else None) or _TAGS.get(element.tag)


@lru_cache(_REMEMBERED)
def _tells(class_: str | None, name: str | None, kind: Literal["comment", "elsewhere"]) -> bool:
    known = getattr(threads().roles, kind)
    words = f"{class_ or ''} {name or ''}"[:400].split()
    return any(word in known or any(p in known for p in parts(word)) for word in words)


def speaks_of(element: etree._Element, kind: Literal["comment", "elsewhere"]) -> bool:
    """Tell whether the element's class or id has a word for comments, or for boxes beside them."""
    class_, name = element.get("class"), element.get("id")
    return (class_ is not None or name is not None) and _tells(class_, name, kind)


def speaks_of_author(element: etree._Element) -> bool:
    """Tell whether a part of a class word is one for authors, whatever follows: "user-info"."""
    words = element.get("class")
    return words is not None and _names_author(words[:400])


@lru_cache(_REMEMBERED)
def _names_author(words: str) -> bool:
    known = threads().roles.author
    return any(part in known for word in words.split() for part in parts(word))


def is_counter(element: etree._Element) -> bool:
    """Tell whether a bare number in the element is one of comments: "comments", "comment-count"."""
    known = threads().roles
    words = [parts(word) for word in (element.get("class") or "").split()[:20]]
    return element.tag == "a" or any(
        word[-1] in known.counter or word[-1] in known.comment for word in words if word
    )


def is_heading(element: etree._Element) -> bool:
    """Tell whether an element's tag or class says that it is a heading."""
    if element.tag in _HEADINGS:
        return True
    words = (element.get("class") or "").split()
    return any(parts(word)[-1:] in _heading_parts() for word in words)


@cache
def _heading_parts() -> frozenset[tuple[str, ...]]:
    return frozenset((name,) for name in threads().roles.heading)


@cache
def _nest_parts() -> frozenset[tuple[str, ...]]:
    return frozenset((name,) for name in threads().roles.nest)


def is_nested(element: etree._Element) -> bool:
    """Tell whether an element's class says that it holds or is an answer, as "children" does."""
    words = element.get("class")
    return words is not None and _nests(words.lower()[:400])


@lru_cache(_REMEMBERED)
def _nests(words: str) -> bool:
    nest = threads().roles.nest
    return any(word in nest or parts(word)[-1:] in _nest_parts() for word in words.split())
