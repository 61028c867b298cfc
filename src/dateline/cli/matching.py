"""The commands that match an archive, and that correct it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from textwrap import shorten
from typing import Any, Final, get_args

import click
import msgspec
from rich.table import Table

from dateline import matching
from dateline.cli.output import print_figures
from dateline.errors import DatelineError
from dateline.record import EntityKind
from dateline.store import View, sqlite
from dateline.store.rows import Claim, Correction, CorrectionKind, Happening, Member, Moment, Row

WORDS: Final = 60
"""Characters of a statement that tell which one is meant."""

archive_argument: Final = click.argument(
    "archive", type=click.Path(dir_okay=False, path_type=Path), metavar="ARCHIVE"
)
author_option: Final = click.option(
    "--author",
    envvar="DATELINE_AUTHOR",
    show_envvar=True,
    metavar="NAME",
    help="Who says so.  [default: the name you are logged in under]",
)
_note = click.option("--note", metavar="WORDS", help="Why, for those who come after.")
_later = click.option(
    "--later", is_flag=True, help="Only note it: the next `dateline match` acts on it."
)


def _correction(*own: Any) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command of a function that corrects one thing: who says so, and why, are always told.

    Args:
        own: the command's own arguments, which follow the ID, and its own options.
    """

    def decorate(run: Callable[..., None]) -> click.Command:
        shared = archive_argument, click.argument("one", metavar="ID"), author_option, _note
        for given in reversed((*shared, *own)):
            run = given(run)
        return click.command()(run)

    return decorate


@click.command()
@archive_argument
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def match(archive: Path, *, as_json: bool) -> None:
    """Tell who is who in an archive, which reports are copies, and who tells of the same event.

    All of it is reckoned anew from what was read and what users have said; run it after adding
    pages.
    """
    found = matching.run(_existing(archive))
    shown = Table(show_header=False, box=None)
    shown.add_column(justify="right")
    for count, what in (
        (found.actors, f"actors, from {found.entities:,} entities in {found.articles:,} articles"),
        (found.reports, f"reports; {found.articles - found.reports:,} articles are copies"),
        (found.event_accounts, f"events, from {found.events:,} tellings"),
        (found.tie_accounts, f"ties, from {found.ties:,} tellings"),
        (found.pairs, "pairs weighed; `dateline review` goes through the doubtful ones"),
    ):
        shown.add_row(f"{count:,}", what)
    print_figures(found, shown, as_json)


@_correction(click.argument("other", metavar="ID"), _later)
def same(  # noqa: PLR0913 - what the command is told
    archive: Path, one: str, other: str, *, author: str | None, note: str | None, later: bool
) -> None:
    """Say that two entities are one actor, whatever matching thinks.

    An ID is one such as 5e1f0c2ab3d49786:e3, or a name that only one actor has.
    """
    _two(archive, "same", (one, other), author, note, later=later)


@_correction(click.argument("other", metavar="ID"), _later)
def differ(  # noqa: PLR0913 - what the command is told
    archive: Path, one: str, other: str, *, author: str | None, note: str | None, later: bool
) -> None:
    """Say that two entities are not one actor, whatever matching thinks."""
    _two(archive, "differ", (one, other), author, note, later=later)


@_correction(click.argument("name"))
def rename(archive: Path, one: str, name: str, *, author: str | None, note: str | None) -> None:
    """Give an actor another name; those that texts use stay as aliases."""
    if not name.strip():
        raise DatelineError(one, "a name must have words")
    _one(archive, "rename", one, author, note, value=" ".join(name.split()))


@_correction(click.argument("kind", metavar="KIND", type=click.Choice(get_args(EntityKind))))
def rekind(archive: Path, one: str, kind: str, *, author: str | None, note: str | None) -> None:
    """Say what kind of thing an actor is."""
    _one(archive, "kind", one, author, note, value=kind)


@_correction()
def wrong(archive: Path, one: str, *, author: str | None, note: str | None) -> None:
    """Say that a statement, event or tie was misread: no answer has it any longer."""
    _one(archive, "wrong", one, author, note)


@_correction()
def confirm(archive: Path, one: str, *, author: str | None, note: str | None) -> None:
    """Say that a statement, event, tie or entity was checked, and is right."""
    _one(archive, "confirm", one, author, note)


@click.command()
@archive_argument
@click.argument("number", type=click.IntRange(1, 2**31))
@_later
def undo(archive: Path, number: int, *, later: bool) -> None:
    """Take back the correction of a number (see `dateline corrections`); it stays on record."""
    with closing(sqlite.writer(_existing(archive))) as writer:
        taken = writer.undo(number, now())
    _tell(archive, taken)
    if taken.kind in {"same", "differ"} and not later:
        matching.run(archive)


@click.command()
@archive_argument
@click.option("--json", "as_json", is_flag=True, help="Print one correction a line, as JSON.")
def corrections(archive: Path, *, as_json: bool) -> None:
    """List what users have corrected, in order; what was undone, too."""
    with sqlite.view(archive) as view:
        for one in view.corrections():
            click.echo(msgspec.json.encode(one) if as_json else described(view, one))


def described(view: View, one: Correction) -> str:
    """Return a correction in one line, with what its ids mean in an archive."""
    ids = () if one.lost else (one.of, one.other)
    rows = view.these(filter(None, ids))
    ends = (f"{id_} ({_words(rows[id_])})" if id_ in rows else id_ for id_ in (one.of, one.other))
    what = " ".join(filter(None, (one.kind, *ends, one.value and f'"{one.value}"')))
    parts = [f"{one.number}: {what}", f"{one.author}, {one.made}"]
    if one.note:
        parts.append(one.note)
    if one.undone:
        parts.append(f"undone {one.undone}")
    if one.lost:
        parts.append("its page was read anew and has no such thing")
    return "; ".join(parts)


def _words(row: Row) -> str:
    """Return a few words for what an id means."""
    if isinstance(row, Member):
        return row.name
    if isinstance(row, Claim):
        return shorten(row.content, WORDS, placeholder=" …")
    if isinstance(row, Moment):
        return row.value
    return row.words if isinstance(row, Happening) else row.role or row.type


def _tell(archive: Path, one: Correction) -> None:
    with sqlite.view(archive) as view:
        click.echo(described(view, one))


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def name_of(author: str | None) -> str:
    """Return who corrects: as said, else the login name.

    Raises:
        DatelineError: if nobody is logged in.
    """
    if author and author.strip():
        return author.strip()
    try:
        return getuser()
    except (KeyError, OSError):
        remedy = "say who you are with --author NAME, or in DATELINE_AUTHOR"
        raise DatelineError("author", "nobody is logged in", remedy) from None


def _existing(archive: Path) -> Path:
    """Return the path of an archive that there is, so that no command makes an empty one."""
    sqlite.view(archive).close()
    return archive


def _two(  # noqa: PLR0913 - what the commands are told
    archive: Path,
    kind: CorrectionKind,
    ends: tuple[str, str],
    author: str | None,
    note: str | None,
    *,
    later: bool,
) -> None:
    with sqlite.view(archive) as view:
        one, other = (_entity(view, end) for end in ends)
    if one == other:
        raise DatelineError(one, "is one entity", "name two")
    made = Correction(
        number=0, kind=kind, of=one, other=other, author=name_of(author), made=now(), note=note
    )
    with closing(sqlite.writer(archive)) as writer:
        made = writer.correct(made)
    _tell(archive, made)
    if not later:
        matching.run(archive)


def _one(  # noqa: PLR0913, PLR0917 - what the commands are told
    archive: Path,
    kind: CorrectionKind,
    of: str,
    author: str | None,
    note: str | None,
    value: str | None = None,
) -> None:
    with sqlite.view(archive) as view:
        of = _entity(view, of) if kind in {"rename", "kind"} else _anything(view, of, kind)
    made = Correction(
        number=0, kind=kind, of=of, value=value, author=name_of(author), made=now(), note=note
    )
    with closing(sqlite.writer(archive)) as writer:
        made = writer.correct(made)
    _tell(archive, made)


def _anything(view: View, name: str, kind: CorrectionKind) -> str:
    """Return the whole id of a thing.

    Raises:
        DatelineError: if there is none, or what is said of it is not said of such a thing.
    """
    row = view.one(name)
    if row is None:
        raise DatelineError(name, "the archive has nothing of that id")
    if kind == "wrong" and isinstance(row, Member | Moment):
        remedy = "an entity is corrected by dateline rename, rekind, same and differ"
        raise DatelineError(name, "is no statement, event or tie", remedy)
    return row.id


def _entity(view: View, name: str) -> str:
    """Return the id of an entity: its own, or that of the only actor of a name.

    Raises:
        DatelineError: if there is none, or several have the name.
    """
    row = view.one(name) if ":" in name else None
    if isinstance(row, Member):
        return row.id
    if row is not None:
        raise DatelineError(name, "is no entity", "name one such as KEY:e3")
    found = [one for one in view.named(name) if name in {one.name, *one.aliases}]
    if len(found) == 1:
        return found[0].id
    if not found:
        raise DatelineError(name, "the archive has nobody of that id or name")
    several = ", ".join(f"{one.id} ({one.name})" for one in found[:8])
    raise DatelineError(name, f"may be any of {several}", "name one by its id")
