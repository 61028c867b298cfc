"""The command that says why a sentence yields what it yields."""

from __future__ import annotations

import sys

import click
import msgspec

from dateline import explaining, page, reading
from dateline.cli import options
from dateline.cli.output import show
from dateline.errors import DatelineError, Unreadable
from dateline.layout import Page


@click.command()
@click.argument("input_", metavar="INPUT")
@click.option("--at", type=click.IntRange(min=0), metavar="OFFSET", help="A character's offset.")
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="A line of the text.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@options.reader
def explain(
    input_: str, *, at: int | None, line: int | None, as_json: bool, profile: reading.Profile
) -> None:
    """Say why the sentence at an offset, or those of a line, yield the events that they yield.

    Shown is what was seen there, and, word by word, what the rules for events tried: which word is
    in no frame of the vocabulary, which frame did not fit and why, who was not found, what was.

    INPUT is a file with one page, or FILE#KEY for one of many. OFFSET counts characters of the
    article's text from 0, as in the record; N counts its lines from 1.
    """
    if (at is None) == (line is None):
        raise click.UsageError("give either --at or --line")
    found = explaining.explain(_one(input_), at=at, line=line, profile=profile)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
    else:
        show(sys.stdout.buffer, explaining.explanation(found))


def _one(name: str) -> Page:
    """Return the only page that an input holds."""
    pages = list(page.pages([name]))
    if len(pages) != 1:
        raise DatelineError(name, f"it holds {len(pages)} pages", "name one as FILE#KEY")
    if isinstance(pages[0], Unreadable):
        raise pages[0]
    return pages[0]
