"""What answers at each address: the parameters checked, the archive asked, the page rendered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dateline.ask import (
    claims,
    disputes,
    dossier,
    forecasts,
    naming,
    network,
    showing,
    sources,
    timeline,
)
from dateline.ask import search as passing
from dateline.ask.answers import EventAccount
from dateline.ask.network import Network
from dateline.ask.scope import Scope
from dateline.errors import DatelineError
from dateline.explore import bars, citing, parameters, review
from dateline.explore.newest import newest
from dateline.explore.pages import article as reading
from dateline.explore.pages import network as net
from dateline.explore.pages import world
from dateline.explore.rendering import page
from dateline.explore.state import served
from dateline.store import Actor, Selection, View
from dateline.vocabulary.events import event_types

T = TypeVar("T")
Answer = Callable[[Request], Response]
LISTED: Final = 50
FOUND: Final = 20
DRAWN: Final = 200
TIES: Final = 300
ORDERS: Final = ("was", "told")
MOST_TIES: Final = 2000


def _view(request: Request) -> View:
    return served(request.app).view


def _once(request: Request, make: Callable[[], T]) -> T:
    """Return what an address asks for, worked out once while the archive stays as it is."""
    asked = (request.url.path, *sorted(request.query_params.multi_items()))
    return served(request.app).once(asked, make)


def home(request: Request) -> Response:
    """Answer with what the archive holds."""
    view = _view(request)
    at = parameters.number(request.query_params, "page", 1, 1)
    listed = list(view.articles(Selection(limit=LISTED * at + 1)))
    counts, period, actors = _once(
        request,
        lambda: (view.counts(), view.period(), view.leading(("person", "organisation"), 60)),
    )
    rows, more = listed[LISTED * (at - 1) : LISTED * at], len(listed) > LISTED * at
    return page(
        request,
        "home.html",
        "The archive",
        counts=counts,
        period=period,
        actors=actors,
        articles=rows,
        more=at + 1 if more else None,
    )


def search(request: Request) -> Response:
    """Answer with the actors, the articles and the statements that have some words."""
    view, query = _view(request), request.query_params
    words = parameters.text(query, "q")
    stances = parameters.chosen(query, "stance", parameters.STANCES)
    certainties = parameters.chosen(query, "certainty", parameters.CERTAINTIES)
    sources = parameters.chosen(query, "source", parameters.SOURCES)
    scope = parameters.scope(query)
    narrowed = bool(stances or certainties or sources)
    asked = words if not narrowed else ""  # articles have no stance
    passages = passing.search(view, asked, scope=scope, limit=FOUND + 1) if asked else ()
    found = claims.claims(
        view,
        words or None,
        stances=stances,
        certainties=certainties,
        sources=sources,
        scope=scope,
        limit=LISTED + 1,
    )
    return page(
        request,
        "search.html",
        f"Search: {words}" if words else "Search",
        actors=view.named(words, limit=24) if words else (),
        passages=passages[:FOUND],
        more=len(passages) > FOUND,
        narrowed=narrowed,
        claims=found[:LISTED],
        cut=len(found) > LISTED,
        stances=parameters.STANCES,
        certainties=parameters.CERTAINTIES,
        sources=parameters.SOURCES,
        chosen={"stance": stances, "certainty": certainties, "source": sources},
        asked=query,
    )


def article(request: Request) -> Response:
    """Answer with an article and everything that was read from it."""
    view, query = _view(request), request.query_params
    found = view.article(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "No article of this archive has this key.")
    record = view.record(found.number)
    at = parameters.text(query, "at")
    shown = reading.reading(record, found.key, at)
    heads = [place for place, line in enumerate(shown.lines) if line.element == "h1"]
    layers = parameters.chosen(query, "layer", reading.LAYERS)
    return page(
        request,
        "article.html",
        found.title or found.path,
        article=found,
        record=record,
        reading=shown,
        layers=reading.LAYERS,
        shown=layers or tuple(reading.LAYERS),
        speakers=sorted({note.source for note in shown.notes}),
        speaker=parameters.text(query, "speaker"),
        at=at,
        headed=bool(heads),
        first_head=heads[0] if heads else None,
        open=parameters.text(query, "comments") == "open" or reading.is_comment(record, at),
    )


def actor(request: Request) -> Response:
    """Answer with an actor's dossier."""
    limit = parameters.number(request.query_params, "limit", LISTED, 1)
    scope = parameters.scope(request.query_params, facts=True)
    ident = request.path_params["id"]
    if _view(request).actor(ident) is None:
        raise HTTPException(404, "No actor of this archive has this id.")
    found = _once(request, lambda: dossier.dossier(_view(request), ident, scope=scope, limit=limit))
    drawn = bars.draw([*found.roles, *found.ties])
    return page(request, "actor.html", found.actor.name, found=found, bars=drawn, limit=limit)


def timeline_page(request: Request) -> Response:
    """Answer with events in order of time."""
    query = request.query_params
    name = parameters.text(query, "actor")
    types = parameters.chosen(query, "type", event_types())
    scope = parameters.scope(query, facts=True)
    found = _once(
        request,
        lambda: timeline.timeline(
            _view(request), name or None, types=types, scope=scope, limit=DRAWN
        ),
    )
    who = _meant(request, name)
    order = parameters.chosen(query, "order", ORDERS)
    dated = sorted(found.dated, key=_told) if order == ("told",) else list(found.dated)
    drawn = bars.draw(dated, telling=True)
    return page(
        request,
        "timeline.html",
        f"Timeline of {who.name}" if who else "Timeline",
        found=found,
        dated=dated,
        bars=drawn,
        actor=who,
        order=order,
        types=tuple(event_types()),
        chosen=types,
        asked=query,
    )


def _told(account: EventAccount) -> str:
    """Return what puts events in order of their telling; those without a day come last."""
    return account.told_first or "~"


class _Asked(msgspec.Struct, frozen=True):
    """Which network an address asks for."""

    on: str | None
    around: str | None
    hops: int
    scope: Scope
    most: int

    @classmethod
    def of(cls, query: QueryParams) -> _Asked:
        """Return what the parameters of an address ask for."""
        return cls(
            on=parameters.moment(query, "on"),
            around=parameters.text(query, "around") or None,
            hops=parameters.number(query, "hops", 1, 1, 3),
            scope=parameters.scope(query),
            most=parameters.number(query, "most", TIES, 1, MOST_TIES),
        )

    def answer(self, view: View, on: str | None) -> Network:
        """Return the network of a day, or of all times."""
        return network.network(
            view, on=on, around=self.around, hops=self.hops, scope=self.scope, limit=self.most
        )


def network_page(request: Request) -> Response:
    """Answer with who was tied to whom, on a day or ever."""
    view, query = _view(request), request.query_params
    asked = _Asked.of(query)
    archive = served(request.app)
    rest = tuple((name, value) for name, value in query.multi_items() if name != "on")
    whole = archive.once(("network", *rest), lambda: asked.answer(view, None))
    where = archive.once(("places", *rest), lambda: net.places(whole))
    found = _once(request, lambda: asked.answer(view, asked.on)) if asked.on else whole
    picture = net.draw(whole, where, found, asked.on, urlencode(rest))
    shown = net.held(found)
    most = min(2 * asked.most, MOST_TIES)
    more = [one for one in query.multi_items() if one[0] != "most"] + [("most", str(most))]
    return page(
        request,
        "network.html",
        f"Network on {asked.on}" if asked.on else "Network",
        found=found,
        others=[edge for edge in whole.edges if edge.id not in shown],
        cut=whole.cut,
        asked=query,
        more=urlencode(more) if most > asked.most else "",
        picture=picture,
        on=asked.on,
        around=_meant(request, asked.around),
        hops=asked.hops,
    )


def held(request: Request) -> Response:
    """Answer a slider: which ties held on the day, how surely, and between whom."""
    asked = _Asked.of(request.query_params)
    found = _once(request, lambda: asked.answer(_view(request), asked.on))
    nodes = [node.party.id for node in found.nodes]
    return JSONResponse({"held": net.held(found), "nodes": nodes})


def chart(request: Request) -> Response:
    """Answer with the places of events on a map of the world."""
    view, query = _view(request), request.query_params
    place = parameters.text(query, "at") or None
    scope = parameters.scope(query, facts=True)
    found = _once(
        request, lambda: timeline.timeline(view, place=place, scope=scope, limit=4 * DRAWN)
    )
    drawn = world.draw([*found.dated, *found.undated])
    where = _meant(request, place)
    return page(request, "map.html", "Map", picture=drawn, at=where, cut=found.cut, asked=query)


def _meant(request: Request, name: str | None) -> Actor | None:
    """Return the actor that a name or an id means, if one is given."""
    return naming.meant(_view(request), name)[0] if name else None


def _bounded(request: Request, name: str | None, ask: Callable[[Scope], T]) -> tuple[T, str | None]:
    """Return an answer over the whole archive, and since when it was asked if that was too much."""
    view, scope = _view(request), parameters.scope(request.query_params)
    actors = naming.numbers(view, name)

    def made() -> tuple[T, str | None]:
        part = newest(view, scope, actors)
        return ask(part or scope), part.since if part else None

    return _once(request, made)


def sources_page(request: Request) -> Response:
    """Answer with whom the coverage rests on."""
    found, since = _bounded(
        request, None, lambda part: sources.sources(_view(request), scope=part, limit=LISTED)
    )
    return page(
        request, "sources.html", "Sources", found=found, since=since, asked=request.query_params
    )


def disputes_page(request: Request) -> Response:
    """Answer with what is told in two ways."""
    query = request.query_params
    who = parameters.text(query, "actor") or None
    found, since = _bounded(
        request,
        who,
        lambda part: disputes.disputes(_view(request), who, scope=part, limit=LISTED),
    )
    return page(
        request,
        "disputes.html",
        "Disputes",
        found=found,
        since=since,
        actor=_meant(request, who),
        asked=query,
    )


def forecasts_page(request: Request) -> Response:
    """Answer with forecasts, promises and threats, and what became of them."""
    query = request.query_params
    who = parameters.text(query, "actor") or None
    found, since = _bounded(
        request,
        who,
        lambda part: forecasts.forecasts(_view(request), by=who, scope=part, limit=LISTED),
    )
    return page(
        request,
        "forecasts.html",
        "Forecasts",
        found=found,
        since=since,
        actor=_meant(request, who),
        asked=query,
    )


def cite(request: Request) -> Response:
    """Answer with a citation of one thing, as a page or, if asked, as plain text."""
    try:
        shown = showing.show(_view(request), request.path_params["id"])
    except DatelineError as fault:
        raise HTTPException(404, f"{fault}.") from None
    words = citing.citation(shown, citing.voices(_view(request), shown.id))
    if request.query_params.get("as") == "text":
        return PlainTextResponse(words)
    key, _, local = shown.id.partition(":")
    back = f"/article/{key}?at={local}#{local}"
    return page(request, "cite.html", "Citation", citation=words, back=back)


ADDRESSES: Final[dict[str, Answer]] = {
    "/": home,
    "/search": search,
    "/article/{key}": article,
    "/actor/{id}": actor,
    "/timeline": timeline_page,
    "/network": network_page,
    "/network/held": held,
    "/map": chart,
    "/sources": sources_page,
    "/disputes": disputes_page,
    "/forecasts": forecasts_page,
    "/review": review.review,
    "/cite/{id}": cite,
}


def near(request: Request) -> tuple[tuple[str, str], ...]:
    """Return what somebody may have meant by an address that leads nowhere: address and name."""
    words = request.url.path.strip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    if not words or len(words) > parameters.LONGEST:
        return ()
    found = _view(request).named(words, limit=5)
    return tuple((f"/actor/{one.id}", one.name) for one in found)
