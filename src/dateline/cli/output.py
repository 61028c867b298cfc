"""How commands print: to a terminal or a file, and how far they have come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click
import msgspec
from rich.console import Console, RenderableType
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.errors import DatelineError, Unreadable
from dateline.record import Record

PLAIN_WIDTH = 100


def print_figures(figures: msgspec.Struct, shown: RenderableType, as_json: bool) -> None:
    """Print figures as JSON, or as they are shown to people."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(figures), indent=2))
    else:
        show(sys.stdout.buffer, shown)


def watched(found: Iterable[Record | Unreadable]) -> Iterator[Record | Unreadable]:
    """Yield what was found; on a terminal, show on standard error how much that was so far."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading", total=None)
        for item in found:
            bar.advance(task)
            yield item


@contextmanager
def output(path: Path | None) -> Iterator[IO[bytes]]:
    """Open standard output, or a file that takes its name only when all of it is written.

    What is there and no file (a pipe, `/dev/stdout`) is written to as it is.
    """
    if path is None:
        with _standard() as stream:
            yield stream
        return
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as through:
                yield through
            return
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            part = Path(stream.name)
            try:
                yield stream.file
                stream.flush()
                part.chmod(0o666 & ~mask())
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as fault:
        reason = f"cannot be written: {fault.strerror or fault}"
        remedy = "name a file in a folder that you may write to"
        raise DatelineError(str(path), reason, remedy) from None


@contextmanager
def _standard() -> Iterator[IO[bytes]]:
    """Open standard output; that it is closed by who reads it is for the caller to heed."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        reason = f"cannot be written: {fault.strerror or fault}"
        sys.stdout = None  # or its end would fail once more
        raise DatelineError("standard output", reason, "write to a file with --out") from None


def mask() -> int:
    """Return which rights new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def show(stream: IO[bytes], shown: RenderableType) -> None:
    """Print in colour on a terminal; plain, and at a fixed width, anywhere else."""
    if stream is sys.stdout.buffer and sys.stdout.isatty():
        Console().print(shown)
        return
    plain = StringIO()
    Console(file=plain, width=PLAIN_WIDTH, color_system=None).print(shown)
    stream.writelines(line.rstrip().encode() + b"\n" for line in plain.getvalue().splitlines())
    stream.flush()
