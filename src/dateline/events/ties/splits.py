"""What came of another body: "broke away from Acme and founded the River Front"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events import clauses
from dateline.events.ties.cast import Cast
from dateline.events.ties.telling import Telling
from dateline.syntax import Token


def find(cast: Cast, verb: Token) -> Iterator[Telling]:
    """Yield what someone who leaves a body makes of it: `verb` is the leaving."""
    words = cast.words.founding
    if verb.lemma.lower() not in words.parting:
        return
    for other in cast.syntax.children(verb, "conj"):
        if other.lemma.lower() not in words.making:
            continue
        made = [
            (entity, one)
            for one in clauses.objects(cast.context, other)
            for entity in cast.one(one)
            if cast.kind(entity) == "organisation"
        ]
        left = list(_left(cast, verb)) if made else []
        for entity, one in made:
            for body, at in left:
                if body != entity:
                    yield Telling(
                        subject=entity,
                        type="split_from",
                        object=body,
                        anchor=verb.index,
                        evidence=cast.text(min(at, verb.index), one.index),
                        edge="from",
                        rule="leave_and_found",
                    )


def _left(cast: Cast, verb: Token) -> Iterator[tuple[str, int]]:
    """Yield the body that is left: after the verb, else the one told of before it."""
    heads = list(cast.syntax.children(verb, "dobj"))
    for one in (verb, *cast.syntax.children(verb, "advmod", "prt")):
        after = clauses.after(cast.context, one)
        heads += [*after.get("from", ()), *after.get("of", ())]
    named = [(entity, one.index) for one in heads for entity in cast.one(one)]
    if named or heads:
        yield from (pair for pair in named if cast.kind(pair[0]) == "organisation")
        return
    for entity in cast.body_before(verb):
        yield entity, verb.index
