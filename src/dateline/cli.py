"""The commands, one short function each."""

from __future__ import annotations

import sys

import click

import dateline
from dateline import page, reading
from dateline.errors import Unreadable


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(dateline.__version__, prog_name="dateline")
def main() -> None:
    """Read news and keep the record: who did what, where and when - and who says so."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line.")
def read(inputs: tuple[str, ...], *, as_json: bool) -> None:  # noqa: ARG001
    """Read pages and print what is in them."""
    failed = False
    for found in page.pages(inputs):
        if isinstance(found, Unreadable):
            click.echo(f"dateline: {found}", err=True)
            failed = True
        else:
            click.echo(reading.read(found).to_json())
    sys.exit(1 if failed else 0)
