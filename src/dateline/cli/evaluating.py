"""The command that measures how well statements are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, get_args

import click
import msgspec

from dateline import evaluation, reading
from dateline.cli import options
from dateline.cli.output import print_figures, show, watched
from dateline.errors import DatelineError, Unreadable
from dateline.record import Record


@click.command()
@click.argument("records", type=click.File("rb"), required=False, metavar="[RECORDS]")
@options.reader
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--layer",
    type=click.Choice(get_args(evaluation.Layer)),
    default="all",
    show_default=True,
    help="Which figures to tell.",
)
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
def evaluate(  # noqa: PLR0913 - one for each option
    records: IO[bytes] | None,
    *,
    profile: reading.Profile,
    layer: evaluation.Layer,
    as_json: bool,
    misses: bool,
    instead: str | None,
) -> None:
    """Measure how well articles are read, on the invented articles that come with Dateline.

    RECORDS is a file of records of those articles, one a line, or - for standard input; without
    it, the articles are read now.
    """
    if instead == "gold":
        for article in evaluation.articles():
            click.echo(msgspec.json.encode(article))
        return
    if instead == "agreement":
        both = evaluation.agreement()
        print_figures(both, evaluation.report_agreement(both), as_json)
        return
    compared = evaluation.evaluate(_records(records, profile), evaluation.articles())
    if misses and not as_json:
        show(sys.stdout.buffer, evaluation.misses(compared, layer))
    scores = evaluation.score(compared)
    print_figures(evaluation.layered(scores, layer), evaluation.report(scores, layer), as_json)


def _records(stream: IO[bytes] | None, profile: reading.Profile) -> Iterator[Record]:
    """Yield the records that a stream holds, or those of the gold's articles, read now."""
    if stream is None:
        pages = evaluation.pages(evaluation.articles())
        for found in watched(reading.read_all(pages, profile)):
            if isinstance(found, Unreadable):
                raise found
            yield found
        return
    for number, line in enumerate(stream, 1):
        try:
            yield Record.from_json(line)
        except msgspec.DecodeError as fault:
            raise DatelineError(f"{stream.name}:{number}", f"not a record: {fault}") from None
