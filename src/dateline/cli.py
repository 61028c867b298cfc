"""The commands, one short function each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, get_args

import click
import msgspec
from rich.console import Console, RenderableType
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import dateline
from dateline import evaluation, page, reading
from dateline.errors import DatelineError, Unreadable
from dateline.export.dossier import dossier
from dateline.record import Record, json_schema

MEGABYTE = 1_000_000
PLAIN_WIDTH = 100

_reader = click.option(
    "--reader",
    "profile",
    type=click.Choice(get_args(reading.Profile)),
    default="full",
    show_default=True,
    help="page: page, thread and times; fast: by a parser, names and statements too; "
    "full: by an encoder.",
)


class Commands(click.Group):
    """The commands, of which each ends with one clear line where Dateline raises an error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        Raises:
            click.ClickException: in place of a `DatelineError`.
        """
        try:
            return super().invoke(ctx)
        except DatelineError as fault:
            raise click.ClickException(str(fault)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(dateline.__version__, prog_name="dateline")
def main() -> None:
    """Read news and keep the record: who did what, where and when - and who says so."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line, as JSON.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, whole or not at all, instead of standard output.",
)
@_reader
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    default=page.Limits().bytes / MEGABYTE,
    show_default=True,
    metavar="MB",
    help="Refuse an input that is larger than this, unpacked.",
)
def read(
    inputs: tuple[str, ...],
    *,
    as_json: bool,
    out: Path | None,
    profile: reading.Profile,
    max_size: float,
) -> None:
    """Read pages and print what is in them: a dossier for people, or one record a line.

    INPUT is a file, a folder, a pattern such as 'saved/*.html', FILE#KEY for one of many in a
    file, or - for standard input: HTML, text copies of pages, PDF, WARC, RSS and Atom, MHTML, EML,
    and tables (JSONL, CSV, Parquet), also compressed with gzip.

    A page that cannot be read is reported on standard error, the others go on, and the exit status
    is 1.
    """
    limits = page.Limits(bytes=int(max_size * MEGABYTE))
    write = _write_json if as_json else _write_dossier
    failed = False
    with _output(out) as stream:
        for found in _watched(reading.read_all(page.pages(inputs, limits), profile)):
            if isinstance(found, Unreadable):
                click.echo(f"dateline: {found}", err=True)
                failed = True
            else:
                write(stream, found)
    sys.exit(1 if failed else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2))


@main.command()
@click.argument("records", type=click.File("rb"), required=False, metavar="[RECORDS]")
@_reader
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--misses", is_flag=True, help="List what is missed, spurious or judged otherwise.")
@click.option(
    "--gold",
    "instead",
    flag_value="gold",
    help="Print the gold itself instead, one article a line, as JSON.",
)
@click.option(
    "--agreement",
    "instead",
    flag_value="agreement",
    help="Print instead how far the gold's two annotations agree.",
)
def evaluate(
    records: IO[bytes] | None,
    *,
    profile: reading.Profile,
    as_json: bool,
    misses: bool,
    instead: str | None,
) -> None:
    """Measure how well statements are read, on the invented articles that come with Dateline.

    RECORDS is a file of records of those articles, one a line, or - for standard input; without
    it, the articles are read now.
    """
    if instead == "gold":
        for article in evaluation.articles():
            click.echo(msgspec.json.encode(article))
        return
    if instead == "agreement":
        both = evaluation.agreement()
        _print(both, evaluation.report_agreement(both), as_json)
        return
    compared = evaluation.evaluate(_records(records, profile), evaluation.articles())
    if misses and not as_json:
        _show(sys.stdout.buffer, evaluation.misses(compared))
    scores = evaluation.score(compared)
    _print(scores, evaluation.report(scores), as_json)


def _records(stream: IO[bytes] | None, profile: reading.Profile) -> Iterator[Record]:
    """Yield the records that a stream holds, or those of the gold's articles, read now."""
    if stream is None:
        pages = evaluation.pages(evaluation.articles())
        for found in _watched(reading.read_all(pages, profile)):
            if isinstance(found, Unreadable):
                raise found
            yield found
        return
    for number, line in enumerate(stream, 1):
        try:
            yield Record.from_json(line)
        except msgspec.DecodeError as fault:
            raise DatelineError(f"{stream.name}:{number}", f"not a record: {fault}") from None


def _print(figures: msgspec.Struct, shown: RenderableType, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(figures), indent=2))
    else:
        _show(sys.stdout.buffer, shown)


def _watched(found: Iterable[Record | Unreadable]) -> Iterator[Record | Unreadable]:
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
def _output(path: Path | None) -> Iterator[IO[bytes]]:
    """Open standard output, or a file that takes its name only when all of it is written."""
    if path is None:
        yield sys.stdout.buffer
        return
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            part = Path(stream.name)
            try:
                yield stream.file
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        part.replace(path)
    except OSError as fault:
        reason = f"cannot be written: {fault.strerror or fault}"
        remedy = "name a file in a folder that you may write to"
        raise DatelineError(str(path), reason, remedy) from None


def _write_json(stream: IO[bytes], record: Record) -> None:
    stream.write(record.to_json() + b"\n")
    stream.flush()


def _write_dossier(stream: IO[bytes], record: Record) -> None:
    _show(stream, dossier(record))


def _show(stream: IO[bytes], shown: RenderableType) -> None:
    """Print in colour on a terminal; plain, and at a fixed width, anywhere else."""
    if stream is sys.stdout.buffer and sys.stdout.isatty():
        Console().print(shown)
        return
    plain = StringIO()
    Console(file=plain, width=PLAIN_WIDTH, color_system=None).print(shown)
    stream.writelines(line.rstrip().encode() + b"\n" for line in plain.getvalue().splitlines())
    stream.flush()
