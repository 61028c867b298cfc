"""Whom a user means: by a name, or by an id that a row of an answer ended in."""

from __future__ import annotations

import re
from typing import Final

from dateline.errors import DatelineError
from dateline.store import Actor, View

ID: Final = re.compile(r"[0-9a-f]{1,16}:e\d{1,9}")
MOST: Final = 20


def meant(view: View, name: str) -> list[Actor]:
    """Return the actors that a name may mean, likeliest first.

    Those who bear just this name, whatever its case; if nobody does, those of whose names it is a
    part. An id means one actor.

    Raises:
        DatelineError: if the archive has nobody of that name or id.
    """
    found = _identified(view, name) if ID.fullmatch(name.strip()) else view.named(name, limit=MOST)
    wanted = _folded(name)
    equal = [one for one in found if wanted in map(_folded, (one.name, *one.aliases))]
    if found:
        return equal or found
    remedy = "a part of the name will do; `dateline ask claims WORDS` searches what was said"
    raise DatelineError(name, "the archive names nobody so", remedy)


def numbers(view: View, name: str | None) -> tuple[int, ...]:
    """Return the numbers of the actors that a name means when rows are chosen by it.

    All who bear just this name, and one alone where it is only a part of names: the likeliest.

    Raises:
        DatelineError: if the archive has nobody of that name or id.
    """
    if name is None:
        return ()
    found = meant(view, name)
    wanted = _folded(name)
    equal = [one.number for one in found if wanted in map(_folded, (one.name, *one.aliases))]
    return tuple(equal or [found[0].number])


def note(view: View, name: str) -> str | None:
    """Return a line for people where rows chosen by a name are those of several actors."""
    found = numbers(view, name)
    if len(found) < 2:
        return None
    ids = ", ".join(f"{one.id} ({one.kind})" for one in view.actors(found).values())
    return f"{len(found)} are called {name}, and are taken together; one alone by its id: {ids}"


def _identified(view: View, id_: str) -> list[Actor]:
    number = view.actor(id_.strip())
    return list(view.actors([number]).values()) if number is not None else []


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
