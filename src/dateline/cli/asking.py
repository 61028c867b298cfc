"""The commands that ask an archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, Final, get_args

import click
import msgspec

from dateline.ask.archive import Archive
from dateline.ask.dossier import Dossier
from dateline.ask.naming import note
from dateline.ask.network import Network
from dateline.ask.outcomes import FORETELLING
from dateline.ask.scope import Scope
from dateline.ask.showing import Shown
from dateline.ask.sources import Sources
from dateline.ask.table import Table, Whole
from dateline.ask.timeline import Timeline
from dateline.cli.output import show as print_shown
from dateline.export.answers import answer
from dateline.record import Certainty, SourceKind, Stance
from dateline.store import sqlite
from dateline.vocabulary.events import event_types
from dateline.vocabulary.relations import relation_types

Found = Whole | Table[Any]
View = Callable[..., Found]


@click.group()
def ask() -> None:
    """Ask an archive: who, what was said, when, with whom, on whose word.

    Every answer is one step from its sentence: each row ends in an id that `dateline ask show`
    opens. Dates of facts (--held-from, --held-until) and of telling (--since, --until) are never
    mixed; both are half open, and as precise as you like: 2012, 2012-09, 2012-09-17. Wherever a
    name is asked for, an id such as 5e1f0c2ab3d49786:e3 says which of several is meant.
    """


_archive = click.option(
    "--in",
    "archive",
    type=click.Path(path_type=Path),
    default="news.dateline",
    envvar="DATELINE_ARCHIVE",
    show_default=True,
    show_envvar=True,
    help="The archive.",
)
_MOST: Final = 2**31
"""More rows than any answer has; a store counts no further."""

_told: Final = (
    _archive,
    click.option("--since", "--told-since", "since", metavar="DATE", help="Told then or later."),
    click.option("--until", "--told-until", "until", metavar="DATE", help="Told before."),
)
_scope: Final = (
    *_told,
    click.option("--held-from", metavar="DATE", help="The fact itself: then or later."),
    click.option("--held-until", metavar="DATE", help="The fact itself: before."),
)
_period: Final = (
    _archive,
    click.option("--on", metavar="DATE", help="Ties that held at some moment of it."),
    click.option("--from", "held_from", metavar="DATE", help="Instead: that held then or later,"),
    click.option("--until", "held_until", metavar="DATE", help="and before then."),
    click.option("--told-since", "since", metavar="DATE", help="Told then or later."),
    click.option("--told-until", "until", metavar="DATE", help="Told before."),
)
_outlet = click.option(
    "--outlet", "outlets", multiple=True, help="Of this outlet; may be repeated."
)
_FORMS: Final = (
    click.option("--json", "as_json", is_flag=True, help="Print JSON, one row a line."),
    click.option("--csv", "as_csv", is_flag=True, help="Print a table as CSV."),
)


def _types(
    kinds: Callable[[], Iterable[str]], example: str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option `--type`, which takes the names of these kinds; they are loaded late."""

    def known(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> object:
        names = sorted(kinds()) if given else ()
        for name in given:
            if name not in names:
                raise click.BadParameter(f"'{name}' is none of {', '.join(names)}.")
        return given

    words = f"Of this type, such as {example}; may be repeated."
    return click.option(
        "--type", "types", multiple=True, callback=known, metavar="TYPE", help=words
    )


def _asking(limit: int, times: tuple[Any, ...] = _scope) -> Callable[[View], Callable[..., None]]:
    """Give a view the options that all views have, open the archive, and print the answer."""

    def decorate(view: View) -> Callable[..., None]:
        @wraps(view)
        def run(  # noqa: PLR0913, PLR0917 - the options
            archive: Path,
            since: str | None,
            until: str | None,
            outlets: tuple[str, ...],
            as_json: bool,
            as_csv: bool,
            limit: int,
            held_from: str | None = None,
            held_until: str | None = None,
            **own: Any,
        ) -> None:
            _check(own.get("on"), held_from, held_until, as_json=as_json, as_csv=as_csv)
            scope = Scope(
                since=since,
                until=until,
                held_from=held_from,
                held_until=held_until,
                outlets=outlets,
            )
            with Archive(sqlite.view(archive)) as opened:
                _tell_of_namesakes(opened, own)
                found = view(opened, scope=scope, limit=min(limit, _MOST), **own)
                _print(found, as_json=as_json, as_csv=as_csv)

        most = click.option(
            "--limit",
            default=limit,
            show_default=True,
            type=click.IntRange(min=1),
            help="At most so many rows of each part.",
        )
        return _with(run, (*times, _outlet, most, *_FORMS))

    return decorate


def _with(run: Callable[..., None], given: Iterable[Any]) -> Callable[..., None]:
    for option in reversed(tuple(given)):
        run = option(run)
    return run


def _check(*dates: str | None, as_json: bool, as_csv: bool) -> None:
    """Check that no option undoes another: one form, and a day or else a period from and until.

    Raises:
        click.UsageError: if two options are given of which one would be passed over.
    """
    if as_json and as_csv:
        raise click.UsageError("give either --json or --csv")
    if dates and dates[0] and any(dates[1:]):
        raise click.UsageError("give either --on, or --from and --until")


def _tell_of_namesakes(archive: Archive, own: dict[str, Any]) -> None:
    """Say on standard error where a name means several, whose rows are then taken together."""
    for option in ("by", "about", "naming", "actor", "place", "around"):
        words = note(archive.view, own[option]) if own.get(option) else None
        if words:
            click.echo(f"dateline: {words}", err=True)


def _print(found: Found, *, as_json: bool, as_csv: bool) -> None:
    if as_csv:
        click.echo(_table(found).to_csv(), nl=False)
    elif as_json:
        for row in found if isinstance(found, Table) else (found,):
            click.echo(msgspec.json.encode(row))
    else:
        print_shown(sys.stdout.buffer, answer(found))


def _table(found: Found) -> Table[Any]:
    """Return the table of an answer that has several parts."""
    return found if isinstance(found, Table) else found.table


_by = click.option("--by", metavar="NAME", help="Said by; a name, or an id.")
_about = click.option("--about", metavar="NAME", help="Whose content names; a name, or an id.")


@ask.command()
@click.argument("name")
@_asking(limit=20)
def who(archive: Archive, *, name: str, scope: Scope, limit: int) -> Dossier:
    """Print the dossier of an actor: names, roles and ties over time, events, statements.

    NAME is a name or a part of one, or an id. Where several are called so, the likeliest is shown,
    with what tells it from the others. --csv prints one row for each fact.
    """
    return archive.who(name, scope=scope, limit=limit)


@ask.command()
@click.argument("words")
@click.option("--naming", metavar="NAME", help="That name somebody; a name, or an id.")
@click.option("--copies", is_flag=True, help="With the copies of a report.")
@_asking(limit=20, times=_told)
def search(archive: Archive, *, words: str, **narrowed: Any) -> Found:
    """Print the articles that have some words: in the title, the text, or a reader's comment.

    WORDS must all occur; "quoted words" in that order; word* any ending. Those whose title has them
    come first, then the newest; each with its best passage.
    """
    return archive.search(words, **narrowed)


@ask.command()
@click.argument("words", required=False)
@_by
@_about
@click.option(
    "--stance",
    "stances",
    type=click.Choice(get_args(Stance)),
    multiple=True,
    help="How the speaker stands to what is said; may be repeated.",
)
@click.option(
    "--certainty",
    "certainties",
    type=click.Choice(get_args(Certainty)),
    multiple=True,
    help="How certain it is said to be; may be repeated.",
)
@click.option("--copies", is_flag=True, help="With what copies of a report repeat.")
@click.option("--anonymous", is_flag=True, help="Of unnamed sources only.")
@_asking(limit=50, times=_told)
def claims(archive: Archive, *, words: str | None, anonymous: bool, **narrowed: Any) -> Found:
    """Print statements: who said what, how certain, where and when it was told.

    WORDS must all occur in what was said; "quoted words" in that order; word* any ending.
    """
    kinds: tuple[SourceKind, ...] = ("anonymous",) if anonymous else ()
    return archive.claims(words, sources=kinds, **narrowed)


@ask.command()
@click.argument("actor", required=False, metavar="[NAME]")
@click.option("--place", metavar="NAME", help="That happened there.")
@_types(event_types, "assault")
@_asking(limit=200)
def timeline(archive: Archive, **narrowed: Any) -> Timeline:
    """Print what happened, in order of time; one row for each event, with everyone who tells it.

    NAME is somebody who takes part. Events without a date stand apart.
    """
    return archive.timeline(**narrowed)


@ask.command()
@click.option("--around", metavar="NAME", help="Who is in the middle; a name, or an id.")
@click.option(
    "--hops",
    default=1,
    show_default=True,
    type=click.IntRange(1, 4),
    help="How many ties away from the middle.",
)
@_types(relation_types, "leads")
@_asking(limit=200, times=_period)
def network(archive: Archive, **narrowed: Any) -> Network:
    """Print who was tied to whom: the ties that certainly or possibly held on a date.

    Without a date, all ties of any time. --csv prints the ties.
    """
    return archive.network(quotes=True, **narrowed)


@ask.command()
@click.argument("about", required=False, metavar="[NAME]")
@_asking(limit=50)
def disputes(archive: Archive, **narrowed: Any) -> Found:
    """Print what is asserted and denied, and values of which only one can hold: both sides.

    NAME is somebody whom it has to do with.
    """
    return archive.disputes(**narrowed)


@ask.command()
@click.argument("about", required=False, metavar="[NAME]")
@_asking(limit=20)
def sources(archive: Archive, **narrowed: Any) -> Sources:
    """Print who the coverage rests on, and what rests on one source or on unnamed ones only.

    Copies of one report count once. NAME is somebody whom the coverage has to do with. --csv prints
    what rests on one source or on unnamed ones only.
    """
    return archive.sources(**narrowed)


@ask.command()
@_by
@_about
@click.option(
    "--stance",
    "stances",
    type=click.Choice(FORETELLING),
    multiple=True,
    help="Of this kind; may be repeated.",
)
@_asking(limit=50)
def forecasts(archive: Archive, *, stances: tuple[Stance, ...], **narrowed: Any) -> Found:
    """Print promises, threats and forecasts, by when, and what later articles say of them."""
    return archive.forecasts(stances=stances or FORETELLING, **narrowed)


@ask.command()
@click.argument("id_", metavar="ID")
@_archive
@_FORMS[0]
@_FORMS[1]
def show(id_: str, *, archive: Path, as_json: bool, as_csv: bool) -> None:
    """Print a thing in its sentence, with the rule that made each thing there.

    ID stands at the end of each row that the other commands print. --csv prints all that stands in
    the sentence.
    """
    with Archive(sqlite.view(archive)) as opened:
        found: Shown = opened.show(id_)
    _print(found, as_json=as_json, as_csv=as_csv)
