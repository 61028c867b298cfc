"""The commands that fill an archive, check it and bring it up to date."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from dateline import engines, matching, page, reading
from dateline.cli import options
from dateline.errors import Unreadable
from dateline.store import sqlite

Outcome = engines.Added | engines.Skipped | Unreadable
_archive = click.argument("archive", type=click.Path(path_type=Path), metavar="ARCHIVE")
_SHOWN: Final = 20


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--to",
    "archive",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The archive, such as news.dateline; it is made if there is none.",
)
@options.reader
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes read.  [default: one for each core]",
)
@options.max_size
@click.option(
    "--match/--no-match",
    default=True,
    show_default=True,
    help="Match actors, reports and events across all articles at the end.",
)
def add(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    *,
    archive: Path,
    profile: reading.Profile,
    jobs: int | None,
    max_size: float,
    match: bool,
) -> None:
    """Read pages into an archive.

    INPUT is what `dateline read` takes. Pages that the archive has, read by the same reader, are
    passed over; a page that has changed is a new version beside the old one. Each page is kept as
    soon as it is read: after an interruption, the same command goes on where it was.

    A page that cannot be read is reported on standard error, the others go on, and the exit status
    is 1.
    """
    found = page.Inputs(inputs, options.limits(max_size))
    tally: Counter[str] = Counter()
    with closing(sqlite.writer(archive)) as writer:
        for outcome in _watched(engines.add(found, writer, profile, jobs), found):
            tally[_word(outcome)] += 1
            if isinstance(outcome, Unreadable):
                click.echo(f"dateline: {outcome}", err=True)
    if match and tally["added"]:
        matching.run(archive)
    click.echo(f"{archive}: " + ", ".join(_counted(tally)))
    sys.exit(1 if tally["could not be read"] else 0)


@click.command()
@_archive
def check(archive: Path) -> None:
    """Verify an archive: its layout, each record, each place in a text, each id.

    What is wrong is listed, and the exit status is 1.
    """
    number = 0
    for number, fault in enumerate(sqlite.check(archive), 1):
        click.echo(f"dateline: {fault}", err=True)
        if number == _SHOWN:
            click.echo("dateline: and perhaps more", err=True)
            break
    if not number:
        click.echo(f"{archive}: sound")
    sys.exit(1 if number else 0)


@click.command()
@_archive
def upgrade(archive: Path) -> None:
    """Bring an archive of an earlier version up to date; it is replaced only when all is done."""
    before = sqlite.upgrade(archive)
    after = sqlite.VERSION
    is_done = before == after
    done = f"is of version {after}" if is_done else f"upgraded from version {before} to {after}"
    click.echo(f"{archive}: {done}")


def _word(outcome: Outcome) -> str:
    if isinstance(outcome, Unreadable):
        return "could not be read"
    return "added" if isinstance(outcome, engines.Added) and outcome.new else "unchanged"


def _counted(tally: Counter[str]) -> Iterator[str]:
    """Yield `3 pages added`, and what else there was."""
    yield f"{tally['added']} page{'' if tally['added'] == 1 else 's'} added"
    for word in ("unchanged", "could not be read"):
        if tally[word]:
            yield f"{tally[word]} {word}"


class _Rate(ProgressColumn):
    """How many pages a second were done of late."""

    def render(self, task: Task) -> Text:
        """Return the rate, empty as long as there is none."""
        pages, seconds = task.fields["pages"], task.elapsed or 0
        return Text(f"{pages / seconds:.1f} pages/s" if pages and seconds else "")


def _watched(outcomes: Iterable[Outcome], found: page.Inputs) -> Iterator[Outcome]:
    """Yield what came of the pages; on a terminal, show how far that is, how fast, how long."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.fields[pages]} pages"),
        BarColumn(),
        TaskProgressColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task("reading", total=found.size() or None if shown else None, pages=0)
        for pages, outcome in enumerate(outcomes, 1):
            bar.update(task, completed=found.at, pages=pages)
            yield outcome
