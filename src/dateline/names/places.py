"""Which place a name means, by the gazetteer and by what else the article names.

All candidates of all places are weighed together: how well known each is, what the text says
outright ("X, Y": X lies in Y), and in which countries, regions and counties the article's places
and nationalities have most in common (after Lieberman, Samet and Sankaranarayanan 2010, "Geotagging
with local lexicons": a local paper's small towns outweigh the large ones of the same name). Each
name has one meaning in an article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log10
from typing import Final
from zlib import crc32

from dateline.names import actors, gazetteer
from dateline.names.board import Group
from dateline.names.context import Context, Name
from dateline.names.gazetteer import Site
from dateline.names.words import capitalised
from dateline.record import Place

ROUNDS: Final = 2

OUTRIGHT: Final = 5.8  # the text says in which larger place it lies
GOVERNING: Final = 6.0  # a capital or a country that acts as a government
SHARPNESS: Final = 0.4  # how soon the heavier candidate of two takes all
AREAS: Final = "dateline"  # the gazetteer named for regions that GeoNames does not know as one


def resolve(
    context: Context, groups: Sequence[Group], kinds: frozenset[str] = frozenset({"place"})
) -> dict[int, Site]:
    """Return for each group of one of the kinds, by its number, the site that it means, if any."""
    candidates = {
        number: found
        for number, group in enumerate(groups)
        if group.kind in kinds and (found := _candidates(context, group))
    }
    homes = {name.first: number for number, group in enumerate(groups) for name in group.names}
    pairs = list(_outright(context, groups, homes))
    nations = _nations(context)
    weights = {number: _priors(sites) for number, sites in candidates.items()}
    for number, larger in pairs:
        _contain(candidates, weights, number, larger)
    for number, sites in candidates.items():
        if any(actors.acts(context, name.span) for name in groups[number].names):
            _govern(sites, weights[number])
    final = weights
    for _ in range(ROUNDS):
        final = _rounded(candidates, weights, final, nations)
    return {
        number: _seat(context, candidates[number], _best(final[number]), groups[number])
        for number in candidates
    }


def _govern(sites: Sequence[Site], weights: list[float]) -> None:
    """Add to the candidates that are a state, or from which one is governed."""
    for at, site in enumerate(sites):
        if site.level in ("capital", "country") and site.main:
            weights[at] += GOVERNING


def _seat(context: Context, sites: Sequence[Site], at: int, group: Group) -> Site:
    """Return the town that gave the best site, a region, its name: a bare name means the town.

    Names that are known to mean either ("New York") are left as they were weighed.
    """
    best, keys = sites[at], {name.key for name in group.names}
    if best.level != "region" or keys.intersection(context.lexicon.places.short):
        return best
    towns = [s for s in sites if s.level in ("city", "capital") and s.main and lies_in(s, best)]
    largest = max(towns, key=lambda town: town.people, default=None)
    return largest if largest and largest.people > 0.2 * best.people else best


def place(site: Site) -> Place:
    """Return a site as it stands in the record."""
    return Place(
        gazetteer=gazetteer.NAME if site.id else AREAS,
        id=site.id or crc32(site.name.encode()),
        lat=site.lat,
        lon=site.lon,
        country=site.country,
    )


def _candidates(context: Context, group: Group) -> tuple[Site, ...]:
    """Return all sites that one of the group's names may mean, each once."""
    found: dict[tuple[int, str], Site] = {}
    if all(_is_nature(context, name) for name in group.names):
        return ()
    for key in dict.fromkeys(name.key for name in group.names):
        for site in named(context, key):
            found.setdefault((site.id, site.name), site)
    return tuple(found.values())


def _is_nature(context: Context, name: Name) -> bool:
    """Tell whether a noun behind a name makes it a river, a mountain or the like: "the X river"."""
    after = context.syntax.tokens[name.last : name.last + 1]
    waters = context.lexicon.places.nature
    return bool(after) and after[0].lemma in waters and after[0].text.islower()


def named(context: Context, key: str) -> tuple[Site, ...]:
    """Return the sites that a folded name may mean in this language, short forms included."""
    known = context.lexicon.places
    regions = known.regions.get(key)
    area: tuple[Site, ...] = ()
    if regions is not None:
        area = (Site(id=0, level="area", name=key, lat=regions[0], lon=regions[1]),)
    name, _, country = known.short.get(key, key).partition(",")
    sites = gazetteer.sites(name)
    if name != key:
        sites = tuple(s for s in sites if not country or s.country == country) or sites
        sites = (*sites, *gazetteer.sites(key))
    return (*area, *sites, *_within_name(key)) if area or sites else _within_name(key)


def _within_name(key: str) -> tuple[Site, ...]:
    """Return the sites of a name without the words around it: "city of X", "X area"."""
    for lead in ("city of ", "town of ", "village of ", "state of ", "province of ", "greater "):
        if key.startswith(lead):
            return gazetteer.sites(key.removeprefix(lead))
    for tail in (" city", " area", " region", " province", " state", " district", " township"):
        if key.endswith(tail):
            return gazetteer.sites(key.removesuffix(tail))
    return ()


def _priors(sites: Sequence[Site]) -> list[float]:
    """Return how well known each site is, on a scale on which a tenfold population is one."""
    return [_prior(site) for site in sites]


def _prior(site: Site) -> float:
    weight = log10(site.people + 10) + LEVELS[site.level]
    return weight if site.main else weight - 1.0


LEVELS: Final[dict[str, float]] = {
    "country": 2.6,
    "continent": 3.0,
    "area": 8.0,
    "capital": 0.4,
    "region": 0.4,
    "county": -1.0,
    "city": 0.0,
}


def _outright(
    context: Context, groups: Sequence[Group], homes: dict[int, int]
) -> Iterator[tuple[int, Sequence[Site]]]:
    """Yield groups with the sites that the text says they lie in: "X, Y", "X (Y)", "Y's X"."""
    tokens = context.syntax.tokens
    for number, group in enumerate(groups):
        for name in group.names:
            after = name.last
            leads = after + 1 < len(tokens) and (
                tokens[after].text in (",", "(") or context.folded[after] == "in"
            )
            if leads:
                yield from _larger(context, groups, homes, number, after + 1)


def _larger(
    context: Context, groups: Sequence[Group], homes: dict[int, int], number: int, at: int
) -> Iterator[tuple[int, Sequence[Site]]]:
    """Yield the group with the sites of the name at a token, if it is a larger place's."""
    home = homes.get(at)
    if home is not None:
        keys = [_name_at(groups[home], at).key]
    elif capitalised(context.syntax.tokens[at].text):
        keys = [" ".join(context.folded[at : at + 2]), context.folded[at]]
    else:
        return
    for key in keys:
        sites = [s for s in named(context, key) if s.level in ("country", "region", "county")]
        if sites and home != number:
            yield number, sites
            return


def _name_at(group: Group, first: int) -> Name:
    return next(name for name in group.names if name.first == first)


def _contain(
    candidates: dict[int, tuple[Site, ...]],
    weights: dict[int, list[float]],
    number: int,
    larger: Sequence[Site],
) -> None:
    """Add to the candidates that lie in one of the larger sites."""
    for at, site in enumerate(candidates.get(number, ())):
        if any(lies_in(site, whole) for whole in larger):
            weights[number][at] += OUTRIGHT
    for other, sites in candidates.items():
        for at, site in enumerate(sites):
            if any(site is whole for whole in larger) and any(
                lies_in(inner, site) for inner in candidates.get(number, ())
            ):
                weights[other][at] += 1.0


def lies_in(site: Site, whole: Site) -> bool:
    """Tell whether a site lies in a country, a region or a county."""
    if site.id == whole.id:
        return False
    if whole.level == "country":
        return site.country == whole.country
    return whole.id in (site.region, site.county)


def _nations(context: Context) -> Counter[str]:
    """Return how often the text speaks of the people of each country."""
    known = context.lexicon.nationalities.nations
    return Counter(known[word] for word in context.folded if word in known)


def _rounded(
    candidates: dict[int, tuple[Site, ...]],
    weights: dict[int, list[float]],
    current: dict[int, list[float]],
    nations: Counter[str],
) -> dict[int, list[float]]:
    """Return the weights after each candidate was told what the others have in common with it."""
    own = {number: _scopes(sites, _shares(current[number])) for number, sites in candidates.items()}
    common: dict[Scope, float] = defaultdict(float)
    for held in own.values():
        for scope, share in held.items():
            common[scope] += share
    for country, times in nations.items():
        common["country", country] += min(2.0, 0.5 * times)
    return {
        number: [
            weight + _support(site, common, own[number])
            for site, weight in zip(sites, weights[number], strict=True)
        ]
        for number, sites in candidates.items()
    }


Scope = tuple[str, object]


def _scopes(sites: Sequence[Site], shares: Sequence[float]) -> dict[Scope, float]:
    """Return how far a name speaks for each country, region and county, by its candidates."""
    held: dict[Scope, float] = defaultdict(float)
    for site, share in zip(sites, shares, strict=True):
        for scope in _of(site):
            held[scope] += share
    return held


def _of(site: Site) -> Iterable[Scope]:
    """Return the country, the region and the county that a site is or lies in."""
    if site.country:
        yield "country", site.country
    region = site.id if site.level == "region" else site.region
    if region:
        yield "region", region
    county = site.id if site.level == "county" else site.county
    if county:
        yield "county", county


WEIGHTS: Final = {"country": 3.8, "region": 6.7, "county": 2.7}
"""What it weighs to lie in one country, region or county with the article's other places."""


def _support(
    site: Site,
    common: dict[Scope, float],
    own: dict[Scope, float],
) -> float:
    """Return what the other names add to a candidate; many that agree add less and less each."""
    total = 0.0
    for scope in _of(site):
        others = max(0.0, common[scope] - own.get(scope, 0.0))
        total += WEIGHTS[scope[0]] * others / (1.0 + others)
    return total


def _shares(weights: Sequence[float]) -> list[float]:
    """Return the weights as probabilities."""
    top = max(weights)
    powers = [exp(SHARPNESS * (weight - top)) for weight in weights]
    whole = sum(powers)
    return [power / whole for power in powers]


def _best(weights: Sequence[float]) -> int:
    return max(range(len(weights)), key=lambda at: (weights[at], -at))
