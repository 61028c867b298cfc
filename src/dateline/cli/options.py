"""The options that several commands share."""

from __future__ import annotations

from typing import Final, get_args

import click

from dateline import page
from dateline.reading import Profile

MEGABYTE: Final = 1_000_000

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
    default=page.DEFAULT_LIMITS.bytes / MEGABYTE,
    show_default=True,
    metavar="MB",
    help="Refuse an input that is larger than this, unpacked.",
)


def limits(max_size: float) -> page.Limits:
    """Return the limits for `--max-size`, in megabytes."""
    return page.Limits(bytes=int(max_size * MEGABYTE))
