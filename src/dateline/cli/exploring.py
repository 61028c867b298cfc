"""The command that serves an archive as pages."""

from __future__ import annotations

import webbrowser
from getpass import getuser
from pathlib import Path

import click

from dateline.cli.matching import archive_argument, author_option


@click.command()
@archive_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to bind to.")
@click.option(
    "--port",
    default=8710,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to bind to; 0 for any that is free.",
)
@author_option
@click.option("--open/--no-open", "show", default=False, help="Open it in the browser.")
def serve(archive: Path, *, host: str, port: int, author: str | None, show: bool) -> None:
    """Serve an archive as pages, for this machine alone.

    Every mark on a page is one click from its sentence. Stop it with Ctrl+C. With a --host that
    other machines can reach, the address that is printed has a token, and only who shows it is let
    in.
    """
    from dateline import explore  # noqa: PLC0415 - a server is loaded only to serve

    def ready(address: str) -> None:
        click.echo(f"Serving {archive} at {address} - stop with Ctrl+C")
        if show:
            webbrowser.open(address)

    explore.serve(archive, host=host, port=port, author=author or getuser(), ready=ready)
