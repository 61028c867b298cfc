"""What an address asks for, checked: a bad value gets a message that says what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar, get_args

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from dateline.ask.scope import Scope
from dateline.interval import Moment
from dateline.record import Certainty, EntityKind, SourceKind, Stance

T = TypeVar("T", bound=str)
LONGEST = 500  # characters of a value; who asks for more asks by mistake
STANCES: tuple[Stance, ...] = get_args(Stance)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
SOURCES: tuple[SourceKind, ...] = get_args(SourceKind)
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class BadParameter(HTTPException):
    """A value in an address that means nothing."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        shown = value if len(value) <= 40 else f"{value[:39]}…"
        super().__init__(400, f"{name}={shown!r} is not understood: {wanted}")


def text(query: QueryParams, name: str) -> str:
    """Return a value without the white space around it; empty if none is given.

    Raises:
        BadParameter: if it is too long.
    """
    value = query.get(name, "").strip()
    if len(value) > LONGEST:
        raise BadParameter(name, value, f"give at most {LONGEST} characters")
    return value


def number(query: QueryParams, name: str, default: int, least: int = 0, most: int = 10_000) -> int:
    """Return a whole number.

    Raises:
        BadParameter: if it is none, or out of bounds.
    """
    value = text(query, name)
    if not value:
        return default
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII) or not least <= int(value) <= most:
        raise BadParameter(name, value, f"give a number from {least} to {most}")
    return int(value)


def moment(query: QueryParams, name: str) -> str | None:
    """Return a date, as precise as given, or `None` if none is.

    Raises:
        BadParameter: if it is no date.
    """
    value = text(query, name)
    if not value:
        return None
    try:
        return str(Moment.parse(value))
    except ValueError:
        raise BadParameter(name, value, "give a date such as 2012, 2012-09 or 2012-09-30") from None


def chosen(query: QueryParams, name: str, allowed: Iterable[T]) -> tuple[T, ...]:
    """Return the values of a repeated parameter that was chosen from a list.

    Raises:
        BadParameter: if one is not in the list.
    """
    known = {str(one): one for one in allowed}
    given = [value for value in query.getlist(name) if value]
    for value in given:
        if value not in known:
            raise BadParameter(name, value, f"choose from {', '.join(known)}")
    return tuple(known[value] for value in dict.fromkeys(given))


def scope(query: QueryParams, *, facts: bool = False) -> Scope:
    """Return the times of telling and the outlets that all pages share.

    Args:
        query: the address's parameters.
        facts: whether `from` and `to` narrow the times of the facts, too.

    Raises:
        BadParameter: if a date is none.
        DatelineError: if a period ends before it begins.
    """
    return Scope(
        since=moment(query, "since"),
        until=moment(query, "until"),
        held_from=moment(query, "from") if facts else None,
        held_until=moment(query, "to") if facts else None,
        outlets=tuple(value for value in query.getlist("outlet") if value),
    )
