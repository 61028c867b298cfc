"""The command that exports an archive."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import click

from dateline import export
from dateline.ask.scope import Scope
from dateline.cli.output import mask, output
from dateline.errors import DatelineError
from dateline.store import sqlite

NAMES: Final = tuple(form.name for form in export.FORMATS)
DATABASE: Final = b"SQLite format 3\x00"
LISTED: Final = "\b\n" + "\n".join(f"{form.name:14}{form.says}" for form in export.FORMATS)


@click.command(
    name="export",
    help=f"""Export an archive in a form that others read.

    {LISTED.replace(chr(10), chr(10) + "    ")}

    A form of one file goes to --out or to standard output; one of several files needs --out, a
    folder that is not there yet. It is there whole, or not at all; a file that is there is
    replaced, but never an archive. What a form cannot hold is counted on standard error.
    """,
)
@click.argument("form", type=click.Choice(NAMES), metavar="FORMAT")
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The file or the folder to make.")
@click.option("--since", help="Only what was told from this date on.")
@click.option("--until", help="Only what was told before this date.")
@click.option("--held-from", help="Only facts that were so at or after this date.")
@click.option("--held-until", help="Only facts that were so before this date.")
@click.option("--outlet", multiple=True, help="Only articles of this outlet; may be repeated.")
def export_archive(  # noqa: PLR0913 - one for each option
    form: str,
    archive: Path,
    *,
    out: Path | None,
    since: str | None,
    until: str | None,
    held_from: str | None,
    held_until: str | None,
    outlet: tuple[str, ...],
) -> None:
    """Export an archive."""
    chosen = export.FORMATS[NAMES.index(form)]
    scope = Scope(
        since=since, until=until, held_from=held_from, held_until=held_until, outlets=outlet
    )
    if out is not None and _is_database(out):
        raise DatelineError(str(out), "is an archive", "name another file with --out")
    with sqlite.view(archive) as view:
        held = export.Holdings(view, scope)
        if not held.articles:
            click.echo("dateline: no article is within these conditions", err=True)
        if chosen.suffix:
            with output(out) as stream:
                for part in chosen.write(held):
                    stream.writelines(part.chunks)
        else:
            _write_folder(chosen, held, out)
    for kind, count in held.left.items():
        click.echo(f"dateline: left out: {count} {kind}", err=True)


def _is_database(path: Path) -> bool:
    """Tell whether a file is an archive, or another database, that nobody means to replace."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(DATABASE)) == DATABASE
    except OSError:
        return False  # what cannot be read is told when it is written


def _write_folder(chosen: export.Format, held: export.Holdings, out: Path | None) -> None:
    """Write a form of several files; the folder takes its name only when it is whole."""
    if out is None:
        raise DatelineError(chosen.name, "is several files", "name a new folder with --out")
    if out.exists():
        raise DatelineError(str(out), "is there already", "name a new folder with --out")
    try:
        made = Path(mkdtemp(dir=out.parent, prefix=f".{out.name}."))
        try:
            for part in chosen.write(held):
                with (made / part.name).open("wb") as stream:
                    stream.writelines(part.chunks)
            made.chmod(0o777 & ~mask())
            made.rename(out)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as fault:
        reason = f"cannot be written: {fault.strerror or fault}"
        raise DatelineError(str(out), reason, "name another folder with --out") from None
    if sys.stderr.isatty():
        click.echo(f"Wrote {out}", err=True)
