"""The options that several commands share."""

from __future__ import annotations

from typing import Final, get_args

import click

from dateline import page
from dateline.reading import Profile

MEGABYTE: Final = 1_000_000
MOST: Final = 1e9
"""How many megabytes an input may at most be allowed."""

reader = click.option(
    "--reader",
    "profile",
    type=click.Choice(get_args(Profile)),
    default="full",
    show_default=True,
    help="page: page, thread and times; fast: by a parser, names and statements too; "
    "full: by an encoder.",
)
max_size = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    callback=lambda _context, _option, value: _finite(value),
    default=page.DEFAULT_LIMITS.bytes / MEGABYTE,
    show_default=True,
    metavar="MB",
    help="Refuse an input that is larger than this, unpacked.",
)


def _finite(megabytes: float) -> float:
    """Return a size as it is.

    Raises:
        click.BadParameter: if it is no number, or more than any machine can hold.
    """
    if not megabytes < MOST:
        raise click.BadParameter(f"{megabytes} is no size.")
    return megabytes


def limits(max_size: float) -> page.Limits:
    """Return the limits for `--max-size`, in megabytes."""
    return page.Limits(bytes=int(max_size * MEGABYTE))
