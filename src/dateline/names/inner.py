"""Places named at the start of other names: "Riverton" in "Riverton City Council".

Such a name says where: it is a mention of the place, inside the mention of the organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.names import gazetteer
from dateline.names.board import Group
from dateline.names.context import Context, Name
from dateline.names.words import capitalised

WITHIN = frozenset({"organisation", "facility"})


def find(context: Context, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups, those of places with the mentions inside other names, and new ones."""
    places = {name.key: at for at, g in enumerate(groups) if g.kind == "place" for name in g.names}
    more: dict[int | str, list[Name]] = {}
    for group in groups:
        if group.kind in WITHIN:
            for name in group.names:
                for inner in _inside(context, name, places):
                    more.setdefault(places.get(inner.key, inner.key), []).append(inner)
    kept = [_with(group, more.get(at, [])) for at, group in enumerate(groups)]
    new = [
        Group(kind="place", weight=2.0, names=tuple(names))
        for key, names in more.items()
        if isinstance(key, str)
    ]
    return tuple(sorted((*kept, *new), key=lambda g: g.names[0].span))


def _with(group: Group, names: Sequence[Name]) -> Group:
    if not names:
        return group
    both = tuple(sorted((*group.names, *names), key=lambda name: name.span))
    return Group(kind=group.kind, weight=group.weight, names=both)


def _inside(context: Context, name: Name, places: dict[str, int]) -> Iterator[Name]:
    """Yield the place that a longer name begins with, the longest one."""
    longest = min(name.last - 1, name.first + 4)
    found = [context.name(name.first, last) for last in range(longest, name.first, -1)]
    found = [inner for inner in found if capitalised(inner.shown) and _is_whole(context, inner)]
    named = [inner for inner in found if inner.key in places]
    for inner in named or (inner for inner in found if _is_known(context, inner)):
        yield msgspec.structs.replace(inner, inner=True, title=None)
        return


def _is_whole(context: Context, inner: Name) -> bool:
    """Tell whether no hyphen joins a piece of a name to the rest of it."""
    return "-" not in (inner.shown[-1], context.text[inner.span.end])


def _is_known(context: Context, inner: Name) -> bool:
    """Tell whether a name that the article has nowhere else is surely that of a place."""
    if inner.key in context.lexicon.acts.ordinary or inner.key in _NO_PLACES:
        return False
    if inner.key in context.lexicon.places.short:
        return len(inner.key) > 2 or "." in inner.shown or inner.shown.isupper()
    return any(site.main and _is_large(site) for site in gazetteer.sites(inner.key)[:4])


def _is_large(site: gazetteer.Site) -> bool:
    if site.level in ("country", "capital"):
        return True
    return site.people > {"region": 1_000_000, "city": 150_000}.get(site.level, 10**9)


_NO_PLACES = frozenset(
    {"union", "central", "national", "federal", "university", "college", "mission", "liberty"}
    | {"independence", "bank", "police", "general", "man", "best", "most", "reading", "nice"}
    | {"mobile", "split", "of", "orange", "much", "time", "enterprise", "providence", "victoria"}
    | {"delta", "eagle", "maritime", "littoral", "centre", "center", "northern", "southern"}
    | {"eastern", "western", "upper", "coast"}
)
"""Words that begin many names and are those of towns, too."""
