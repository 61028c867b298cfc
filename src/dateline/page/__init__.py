"""From bytes to pages: one module per way in which people keep news.

`finding` turns what the user names into files, `source` bounds and unpacks their bytes, `kinds`
tells what they are, and the module of that kind makes pages of them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import IO, Final, cast

import msgspec

from dateline.errors import TooLarge, Unreadable
from dateline.layout import Page
from dateline.page import finding
from dateline.page.kinds import Kind, kind_of
from dateline.page.limits import DEFAULT_LIMITS, Limits
from dateline.page.source import Known, Source, too_many

__all__ = ["DEFAULT_LIMITS", "Inputs", "Limits", "Unread", "laid_out", "pages"]

Found = Page | Unreadable
_LAID_OUT_APART: Final = ("PDF", "mail", "HTML", "text")
"""The kinds of input that hold one page or a few, all of which is held in memory to be read."""

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
    for found in Inputs(inputs, limits):
        if isinstance(found, Unread):
            yield from laid_out(found)
        else:
            yield found


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """An input of one page or a few that is yet to be laid out; it can be sent elsewhere for that.

    Attributes:
        path: as in `Page`.
        data: its bytes, unpacked.
        known: what is known of it.
        wanted: the path of the one page in it that is asked for, `None` for all.
    """

    path: str
    data: bytes
    known: Known
    limits: Limits
    wanted: str | None = None


def laid_out(unread: Unread) -> Iterator[Found]:
    """Yield the pages of an input, in order, and in its place whatever cannot be read."""
    source = Source(unread.path, io.BytesIO(unread.data), unread.limits, unread.known)
    if unread.wanted is None:
        yield from _checked_all(source)
    else:
        every = _checked_all(source, unread.wanted)
        for found in _found_in(unread.path, unread.wanted, every):
            if not isinstance(found, Unread):
                yield found


class Inputs:
    """What some inputs hold, each page that takes work to be laid out still unread."""

    def __init__(self, inputs: Iterable[str], limits: Limits = DEFAULT_LIMITS) -> None:
        self._inputs, self._limits = tuple(inputs), limits
        self._passed = 0
        self._stream: IO[bytes] | None = None

    def size(self) -> int:
        """Return how many bytes the files have now, 0 for what cannot be known before."""
        return sum(map(_size, self._files()))

    @property
    def at(self) -> int:
        """How many of the bytes were read so far."""
        inside = self._stream is not None and self._stream.seekable()
        return self._passed + (self._stream.tell() if inside and self._stream else 0)

    def __iter__(self) -> Iterator[Unread | Found]:
        """Yield what the inputs hold, in order; nothing is read ahead."""
        for file in self._files():
            if isinstance(file, Unreadable):
                yield file
            elif file.key is None:
                yield from self._all(file)
            else:
                path = f"{file.path}#{file.key}"
                yield from _found_in(file.path, path, self._all(file, path))
            self._stream = None
            self._passed += _size(file)

    def _files(self) -> Iterator[finding.File | Unreadable]:
        return (file for name in self._inputs for file in finding.files(name))

    def _all(self, file: finding.File, wanted: str | None = None) -> Iterator[Unread | Found]:
        try:
            with file.open() as self._stream:
                source = Source(file.path, self._stream, self._limits, Known(name=file.name))
                yield from _read(source, wanted)
        except Unreadable as fault:
            yield fault


def _size(file: finding.File | Unreadable) -> int:
    """Return how many bytes a file has, 0 where that cannot be known."""
    try:
        return 0 if isinstance(file, Unreadable) or not file.place else file.place.stat().st_size
    except OSError:
        return 0


def _found_in(path: str, wanted: str, every: Iterable[Unread | Found]) -> Iterator[Unread | Found]:
    """Yield what an input holds under one path, or what kept it from being found."""
    held, faults = False, []
    for found in every:
        if _lies_in(_where(found), wanted):
            held = True
            yield found
        elif not _lies_in(wanted, _where(found)):
            continue
        elif isinstance(found, Unread):
            held = True
            yield msgspec.structs.replace(found, wanted=wanted)
        elif isinstance(found, Unreadable):
            faults.append(found)
    if not held:
        remedy = f"dateline read {path} names what is there"
        yield from faults or [Unreadable(wanted, "no such entry in the file", remedy)]


def _where(found: Unread | Found) -> str:
    return found.where if isinstance(found, Unreadable) else found.path


def _lies_in(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}#")


def _checked_all(source: Source, wanted: str | None = None) -> Iterator[Found]:
    """Yield the pages of a source, laid out."""
    for found in _read(source, wanted, apart=False):
        if not isinstance(found, Unread):
            yield found


def _read(
    source: Source, wanted: str | None, depth: int = 0, *, apart: bool = True
) -> Iterator[Unread | Found]:
    """Yield the pages of a source, and of the sources within it.

    Args:
        source: the source.
        wanted: the path of the one page that is asked for, or `None` for all.
        depth: in how many containers it lies.
        apart: leave the laying out of pages for later, where that takes work.
    """
    try:
        if depth > source.limits.depth:
            raise TooLarge(source.path, f"packed deeper than {source.limits.depth} containers")
        kind = kind_of(source)
        if apart and kind.name in _LAID_OUT_APART:
            known = msgspec.structs.replace(source.known, name=source.name)
            data = source.whole()
            yield Unread(path=source.path, data=data, known=known, limits=source.limits)
            return
        count = 0
        for count, found in enumerate(_reader(kind)(source), 1):
            if count > source.limits.entries:
                raise too_many(source.path, source.limits)
            if not isinstance(found, Source):
                yield _checked(found)
            elif not wanted or _lies_in(found.path, wanted) or _lies_in(wanted, found.path):
                yield from _read(found, wanted, depth + 1, apart=apart)
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
