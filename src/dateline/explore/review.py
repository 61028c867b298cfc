"""The review: doubtful matches, what users corrected, and the forms that correct."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, get_args

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.explore import parameters
from dateline.explore.rendering import page
from dateline.explore.security import own_form
from dateline.explore.state import Served, served
from dateline.store import Correction, CorrectionKind, Member, View

DOUBTFUL: Final = (0.05, 0.95)
LISTED: Final = 40
VALUED: Final = frozenset({"rename", "kind"})
PAIRED: Final = frozenset({"same", "differ"})
LETTERS: Final = {"rename": "e", "kind": "e", "same": "e", "differ": "e", "wrong": "svr"}
"""What each kind of correction is made of, by the letter of its id; any where none is given."""

MATCHING: Final = frozenset({"same", "differ", "kind", "undo"})


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities that may be one actor, and why."""

    one: Member
    other: Member
    probability: float
    why: str


def review(request: Request) -> Response:
    """Answer with what is in doubt and what was corrected."""
    archive, query = served(request.app), request.query_params
    who = parameters.text(query, "actor")
    number = parameters.number(query, "done", 0, most=10**9)
    corrections = list(archive.view.corrections())
    done = next(
        (f"Correction {one.number} is made." for one in corrections if one.number == number), ""
    )
    return page(
        request,
        "review.html",
        "Review",
        doubts=_doubts(archive.view, corrections, who),
        corrections=corrections[::-1],
        actor=who,
        of=parameters.text(query, "of") or who,
        done=done,
    )


def _doubts(view: View, corrections: list[Correction], who: str) -> list[Doubt]:
    """Return the pairs that nobody has decided yet, most doubtful first."""
    decided = {frozenset((one.of, one.other or "")) for one in corrections if not one.undone}
    wanted = view.actor(who) if who else None
    mine = {member.id for member in view.members(wanted)} if wanted is not None else set()
    pairs = [
        pair
        for pair in view.pairs(*DOUBTFUL)
        if frozenset((pair.one, pair.other)) not in decided
        and (not who or {pair.one, pair.other} & mine)
    ][:LISTED]
    rows = view.these({one for pair in pairs for one in (pair.one, pair.other)})
    found = []
    for pair in pairs:
        one, other = rows.get(pair.one), rows.get(pair.other)
        if isinstance(one, Member) and isinstance(other, Member):
            why = "; ".join(f"{reason} ({weight:+.1f})" for reason, weight in pair.why)
            found.append(Doubt(one=one, other=other, probability=pair.probability, why=why))
    return found


async def correct(request: Request) -> Response:
    """Make or undo a correction, and show the review again."""
    archive = served(request.app)
    form = await own_form(request, archive.seal)
    if any(len(value) > parameters.LONGEST for value in form.values()):
        raise HTTPException(413, f"Give at most {parameters.LONGEST} characters.")
    kind = form.get("kind", "")
    made = _undone(archive, form) if kind == "undo" else _made(archive, _correction(archive, form))
    if kind in MATCHING:
        archive.rematch()
    return RedirectResponse(f"/review?done={made.number}#correction-{made.number}", 303)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _undone(archive: Served, form: dict[str, str]) -> Correction:
    number = form.get("number", "")
    if not number.isdecimal() or len(number) > 9:
        raise HTTPException(400, "Say which correction: give its number.")
    writer = archive.write()
    try:
        return writer.undo(int(number), _now())
    finally:
        writer.close()


def _correction(archive: Served, form: dict[str, str]) -> Correction:
    """Return the correction that a form asks for, checked."""
    kind, of = form.get("kind", ""), form.get("of", "")
    known: dict[str, CorrectionKind] = {one: one for one in get_args(CorrectionKind)}
    if kind not in known:
        raise HTTPException(400, f"Choose what to correct: {', '.join(known)}.")
    second = form.get("other") or form.get("value") if kind in PAIRED else None
    value = form.get("value") if kind in VALUED else None
    if (kind in PAIRED and not second) or (kind in VALUED and not value):
        raise HTTPException(400, "Give the name, the kind or the other id.")
    if kind == "kind" and value not in parameters.KINDS:
        raise HTTPException(400, f"Choose a kind: {', '.join(parameters.KINDS)}.")
    for ident in filter(None, (of, second)):
        _check(archive.view, kind, ident)
    if not of or of == second:
        raise HTTPException(400, "Give the id of what is to be corrected, and of another thing.")
    return Correction(
        number=0,
        kind=known[kind],
        of=of,
        other=second,
        value=value,
        author=archive.author,
        made=_now(),
    )


def _check(view: View, kind: str, ident: str) -> None:
    """Refuse an id of nothing, and one of a thing that cannot be corrected so."""
    row = view.one(ident)
    if row is None:
        raise HTTPException(400, f"This archive has nothing of the id {ident!r}.")
    if row.id.partition(":")[2][0] not in LETTERS.get(kind, ident):
        raise HTTPException(400, f"{ident} cannot be corrected so: its letter says what it is.")


def _made(archive: Served, correction: Correction) -> Correction:
    writer = archive.write()
    try:
        return writer.correct(correction)
    finally:
        writer.close()
