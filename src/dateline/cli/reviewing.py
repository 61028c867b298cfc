"""The command that walks through doubtful pairs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import click

from dateline import matching
from dateline.cli.matching import archive_argument, author_option, name_of, now
from dateline.store import View, Writer, sqlite
from dateline.store.rows import Correction, CorrectionKind, Member, Pair

_KEYS: Final[dict[str, CorrectionKind]] = {"y": "same", "n": "differ"}
_MOST: Final = 6  # reasons shown


@click.command()
@archive_argument
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="Show no pair that is less probable.",
)
@click.option(
    "--most",
    type=click.FloatRange(0, 1),
    default=0.9,
    show_default=True,
    help="Show no pair that is more probable.",
)
@author_option
def review(archive: Path, *, least: float, most: float, author: str | None) -> None:
    """Go through the pairs that may or may not be one actor, the most doubtful first.

    Each is shown with a sentence of either and with the reasons for and against. Answer y (they
    are one), n (they are two), s (skip) or q (quit). Answers are kept at once, as `dateline same`
    and `differ` keep them, and `dateline undo` takes them back; at the end the archive is matched
    anew.
    """
    said = name_of(author)
    answered = 0
    with sqlite.view(archive) as view, closing(sqlite.writer(archive)) as writer:
        pairs = list(_open(view, least, most))
        for at, pair in enumerate(pairs, 1):
            _show(view, pair, f"{at} of {len(pairs)}")
            answer = _answer()
            if answer == "q":
                break
            answered += _keep(writer, pair, answer, said)
    if answered:
        matching.run(archive)
    click.echo(f"{answered} answered")


def _open(view: View, least: float, most: float) -> Iterator[Pair]:
    """Yield the doubtful pairs that nobody has decided."""
    decided = {
        frozenset((one.of, one.other or ""))
        for one in view.corrections()
        if one.kind in _KEYS.values() and not one.undone
    }
    for pair in view.pairs(least, most):
        if frozenset((pair.one, pair.other)) not in decided:
            yield pair


def _keep(writer: Writer, pair: Pair, answer: str, author: str) -> bool:
    """Keep an answer; tell whether there was one to keep."""
    kind = _KEYS.get(answer)
    if kind is None:
        return False
    made = Correction(number=0, kind=kind, of=pair.one, other=pair.other, author=author, made=now())
    writer.correct(made)
    return True


def _show(view: View, pair: Pair, place: str) -> None:
    sides = [one for one in map(view.one, (pair.one, pair.other)) if isinstance(one, Member)]
    now_one = len({one.actor for one in sides}) == 1
    taken = "taken for one" if now_one else "taken for two"
    click.echo(f"\n{place}: one actor? {pair.probability:.0%}; {taken}")
    for side in sides:
        click.echo(_side(view, side))
    for say, weight in pair.why[:_MOST]:
        click.echo(f"  {weight:+.1f}  {say}")


def _side(view: View, member: Member) -> str:
    """Return who is meant, where, and the first sentence that names them."""
    record = view.record(member.article)
    document = record.document
    where = ", ".join(filter(None, (document.outlet, (document.published or "")[:10])))
    number = member.id.rpartition(":")[2]
    entity = next((one for one in record.entities if one.id == number), None)
    named = [one.span for one in entity.mentions if one.form == "name"] if entity else []
    sentence = ""
    if named:
        found = view.excerpt(member.article, named[0].start, named[0].end)
        sentence = "\n    " + " ".join(found.text.split())
    return f"  {member.name} ({member.kind}), {member.id}\n    {where}{sentence}"


def _answer() -> str:
    """Return y, n, s or q: a key on a terminal, else the first letter of a line of input."""
    while True:
        click.echo("same? [y/n/s/q] ", nl=False)
        line = click.getchar() if sys.stdin.isatty() else sys.stdin.readline()
        key = line[:1].casefold() or "q"
        click.echo(key if sys.stdin.isatty() else "")
        if key in {"y", "n", "s", "q"}:
            return key
