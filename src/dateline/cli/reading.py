"""The commands that read pages and print what is in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click
import msgspec

from dateline import page, reading
from dateline.cli import options
from dateline.cli.output import output, show, watched
from dateline.errors import Unreadable
from dateline.export.dossier import dossier
from dateline.record import Record, json_schema


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line, as JSON.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, whole or not at all, instead of standard output.",
)
@options.reader
@options.max_size
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
    file, or - for standard input: HTML, text copies of pages, PDF, WARC, feeds (RSS, Atom, JSON),
    MHTML, mails (EML, mbox) and tables (JSON, JSONL, CSV, Parquet), also compressed with gzip.

    A page that cannot be read is reported on standard error, the others go on, and the exit status
    is 1.
    """
    write = _write_json if as_json else _write_dossier
    failed = False
    with output(out) as stream:
        for found in watched(
            reading.read_all(page.pages(inputs, options.limits(max_size)), profile)
        ):
            if isinstance(found, Unreadable):
                click.echo(f"dateline: {found}", err=True)
                failed = True
            else:
                write(stream, found)
    sys.exit(1 if failed else 0)


@click.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2))


def _write_json(stream: IO[bytes], record: Record) -> None:
    stream.write(record.to_json() + b"\n")
    stream.flush()


def _write_dossier(stream: IO[bytes], record: Record) -> None:
    show(stream, dossier(record))
