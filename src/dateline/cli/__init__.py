"""The commands, one short function each, in one module for each group of them."""

from __future__ import annotations

import errno
import sys
from typing import Final

import click

from dateline.cli import (
    archive,
    asking,
    evaluating,
    explaining,
    exploring,
    exporting,
    matching,
    reading,
    reviewing,
)
from dateline.errors import DatelineError
from dateline.version import VERSION

__all__ = ["COMMANDS", "main"]

COMMANDS: Final = (
    reading.read,
    reading.schema,
    archive.add,
    archive.check,
    archive.upgrade,
    asking.ask,
    matching.match,
    matching.same,
    matching.differ,
    matching.rename,
    matching.rekind,
    matching.wrong,
    matching.confirm,
    matching.undo,
    matching.corrections,
    reviewing.review,
    exploring.serve,
    exporting.export_archive,
    evaluating.evaluate,
    explaining.explain,
)
"""Every command; a new one is written in the module of its group and named here."""


class Commands(click.Group):
    """The commands, of which each ends with one clear line where Dateline raises an error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        Raises:
            click.ClickException: in place of a `DatelineError`, or where a disk is full.
        """
        try:
            return super().invoke(ctx)
        except DatelineError as fault:
            raise click.ClickException(str(fault)) from None
        except OSError as fault:
            if fault.errno not in {errno.ENOSPC, errno.EDQUOT}:
                raise
            sys.stdout = None  # or its end would fail once more
            where = fault.filename or "standard output"
            raise click.ClickException(f"{where}: cannot be written: {fault.strerror}") from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="dateline")
def main() -> None:
    """Read news and keep the record: who did what, where and when - and who says so."""


for _command in COMMANDS:
    main.add_command(_command)
