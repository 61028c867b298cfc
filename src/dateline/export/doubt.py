"""How sure something is and whose word it is, as words and single values that any form can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.ask.answers import Account, EventAccount, Party, Telling, TieAccount, Voice
from dateline.interval import spoken
from dateline.record import Bound, End, SourceKind

PLAIN: tuple[SourceKind, ...] = ("named", "outlet")
MOST: int = 3  # names of one side of an event in a heading
UNNAMED: str = "unnamed"  # in the forms that want a name of everything


def bound(tie: TieAccount, end: End) -> Bound | None:
    """Return how an end of a tie lies to the moment told for it: `at` it, `by` it, `after` it.

    Where several tellings give that moment, the plainest counts; `None` if no moment is told or
    none says.
    """
    wanted = tie.from_ if end == "from" else tie.until
    if wanted is None:
        return None
    told = [
        why.bound
        for one in tie.tellings
        if (one.from_ if end == "from" else one.until) == wanted
        for why in one.why
        if why.end == end
    ]
    return "at" if "at" in told else next(iter(told), None)


def firm(tie: TieAccount) -> tuple[str | None, str | None]:
    """Return from when until when a tie may have held.

    "By 2003 at the latest" leaves open when it began, "not before 2010" when it ended: such an end
    is `None`.
    """
    start = None if bound(tie, "from") == "by" else tie.from_
    return start, None if bound(tie, "until") == "after" else tie.until


def voices(account: EventAccount | TieAccount) -> list[str]:
    """Return whose word it is, each once: the innermost speaker, or the outlet in its own voice.

    An outlet that only prints another's report is no voice of its own.
    """
    keys = {one.article.key for one in account.tellings}
    own = [one for one in account.tellings if one.voices or not _copied(one, keys)]
    return list(dict.fromkeys(map(voice, own)))


def _copied(one: Telling, keys: set[str]) -> bool:
    return one.article.origin != one.article.key and one.article.origin in keys


def voice(telling: Telling) -> str:
    """Return whose word a telling is: `Ada Roe`, `two officials (anonymous)`, `The Post`."""
    if telling.voices:
        return _named(telling.voices[0])
    return telling.article.outlet or telling.article.path


def _named(one: Voice) -> str:
    name = one.party.name if one.party else one.words
    if not name:
        return one.kind
    return name if one.kind in PLAIN else f"{name} ({one.kind})"


def tags(account: Account) -> list[str]:
    """Return how it is told as labels: `certainty:possible`, `reality:denied`, `dates:disputed`."""
    told = [f"certainty:{account.certainty}", *(f"reality:{one}" for one in account.realities)]
    return told if account.agreed else [*told, "dates:disputed"]


def in_words(account: EventAccount | TieAccount) -> list[str]:
    """Return a line for each thing that keeps it from being plainly so, and one for who says it."""
    return [*_doubts(account), f"Told by: {'; '.join(voices(account))}"]


def _doubts(account: EventAccount | TieAccount) -> Iterator[str]:
    if account.realities != ("actual",):
        yield f"Told as: {', '.join(account.realities)}"
    if account.certainty != "certain":
        yield f"Certainty: {account.certainty}"
    if not account.agreed:
        yield f"Told with different dates: {spoken(account.earliest, account.latest)}"
    if isinstance(account, TieAccount):
        if account.status:
            yield f"Status: {account.status}"
        for name, moment in (("from", account.from_), ("until", account.until)):
            how = bound(account, name)  # type: ignore[arg-type]
            if how not in {None, "at"}:
                yield f"{name.title()}: {how} {moment}"


def names(parties: Iterable[Party], most: int | None = None) -> list[str]:
    """Return the names of some actors, each once."""
    return list(dict.fromkeys(one.name or UNNAMED for one in parties))[:most]
