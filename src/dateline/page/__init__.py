"""From bytes to pages: one module per way in which people keep news.

`finding` turns what the user names into files, `source` bounds and unpacks their bytes, `kinds`
tells what they are, and the module of that kind makes pages of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import cast

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import finding
from dateline.page.kinds import Kind, kind_of
from dateline.page.limits import DEFAULT_LIMITS, Limits
from dateline.page.source import Known, Source, too_many

__all__ = ["DEFAULT_LIMITS", "Limits", "pages"]

Found = Page | Unreadable
Reader = Callable[[Source], Iterator[Page | Source | Unreadable]]


def pages(inputs: Iterable[str], limits: Limits = DEFAULT_LIMITS) -> Iterator[Found]:
    """Yield the pages that `inputs` hold, in order, and in its place whatever cannot be read.

    Args:
        inputs: files, folders, patterns, `-` for standard input, `FILE#KEY` for one of many in a
            file (a URL in a WARC, the id of a table's row or of a feed's entry).
        limits: how much of one input is read before it is refused.

    Yields:
        One page at a time; nothing is read ahead. An input that holds no page, and each entry of
        a container that cannot be read, is an `Unreadable` value; nothing is raised for bad input.
    """
    for name in inputs:
        for file in finding.files(name):
            if isinstance(file, Unreadable):
                yield file
            elif file.key is None:
                yield from _all(file, limits)
            else:
                yield from _one(file, f"{file.path}#{file.key}", limits)


def _all(file: finding.File, limits: Limits, wanted: str | None = None) -> Iterator[Found]:
    try:
        with file.open() as stream:
            source = Source(file.path, stream, limits, Known(name=file.name))
            yield from _read(source, wanted)
    except Unreadable as fault:
        yield fault


def _one(file: finding.File, wanted: str, limits: Limits) -> Iterator[Found]:
    """Yield what the file holds under one key, or what kept it from being found."""
    held, faults = False, []
    for found in _all(file, limits, wanted):
        if _lies_in(_where(found), wanted):
            held = True
            yield found
        elif _lies_in(wanted, _where(found)) and isinstance(found, Unreadable):
            faults.append(found)
    if not held:
        remedy = f"dateline read {file.path} names what is there"
        yield from faults or [Unreadable(wanted, "no such entry in the file", remedy)]


def _where(found: Found) -> str:
    return found.path if isinstance(found, Page) else found.where


def _lies_in(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}#")


def _read(source: Source, wanted: str | None, depth: int = 0) -> Iterator[Found]:
    """Yield the pages of a source, and of the sources within it; `wanted` is one path, or all."""
    try:
        if depth > source.limits.depth:
            raise TooLarge(source.path, f"packed deeper than {source.limits.depth} containers")
        count = 0
        for count, found in enumerate(_reader(kind_of(source))(source), 1):
            if count > source.limits.entries:
                raise too_many(source.path, source.limits)
            if not isinstance(found, Source):
                yield _checked(found)
            elif not wanted or _lies_in(found.path, wanted) or _lies_in(wanted, found.path):
                yield from _read(found, wanted, depth + 1)
        if not count:
            raise Unreadable(source.path, "holds no page")
    except Unreadable as fault:
        yield fault


def _checked(found: Found) -> Found:
    """Return a page as it is if it has a text."""
    if isinstance(found, Page) and not found.text.strip():
        return Unreadable(found.path, "holds no text")
    return found


def _reader(kind: Kind) -> Reader:
    """Return the reader of a kind; its module, and the library it needs, is loaded when needed."""
    return cast(Reader, getattr(import_module(f"dateline.page.{kind.module}"), kind.function))
