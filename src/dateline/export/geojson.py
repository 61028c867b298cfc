"""Events at their places as GeoJSON (RFC 7946): a point for each event and place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.ask.answers import EventAccount, Party
from dateline.export import doubt
from dateline.export.holdings import Holdings, Part


def write(held: Holdings) -> Iterator[Part]:
    """Yield the collection; events without a place that the gazetteer knows are left out."""
    yield Part("", _collection(held))


def _collection(held: Holdings) -> Iterator[bytes]:
    yield b'{"type":"FeatureCollection","features":['
    between = b"\n"
    for event in held.events():
        sites = [party for party in event.where if party.place is not None]
        if not sites:
            held.leave("events without a known place")
        for party in sites:
            yield between + msgspec.json.encode(_feature(event, party))
            between = b",\n"
    yield b"\n]}\n"


def _feature(event: EventAccount, party: Party) -> dict[str, object]:
    assert party.place is not None
    return {
        "type": "Feature",
        "id": f"{event.id}@{party.id}",
        "geometry": {"type": "Point", "coordinates": [party.place.lon, party.place.lat]},
        "properties": {
            "event": event.id,
            "type": event.type,
            "mode": event.mode,
            "place": party.name,
            "place_id": party.id,
            "country": party.place.country,
            "who": doubt.names(event.who),
            "whom": doubt.names(event.whom),
            "from": event.from_,
            "until": event.until,
            "earliest": event.earliest,
            "latest": event.latest,
            "agreed": event.agreed,
            "reality": event.realities[0] if event.realities else None,
            "realities": event.realities,
            "certainty": event.certainty,
            "voices": doubt.voices(event),
            "sources": event.sources,
            "told_first": event.told_first,
            "quotes": list(dict.fromkeys(one.quote for one in event.tellings)),
            "tellings": [one.id for one in event.tellings],
        },
    }
