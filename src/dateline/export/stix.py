"""The archive as a STIX 2.1 bundle (OASIS, 2021): identities, locations, relationships, notes.

Ids are UUIDs of version 5 of our own ids, so two exports agree. What nobody tells as a fact is a
label on its object (`reality:denied`), as STIX has no way to deny. `confidence` is how far whoever
made an object trusts it; how sure a speaker is is another thing, and a label. Dates of events, the
precision of all dates and whose word it is have no place in the standard: they stand in a property
extension, which the bundle defines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Final
from uuid import UUID, uuid5

import msgspec

from dateline.ask import holding
from dateline.ask.accounts import kind_of
from dateline.ask.answers import EventAccount, TieAccount
from dateline.export import dating, doubt
from dateline.export.holdings import Holdings, Part
from dateline.interval import Moment, zoneless
from dateline.record import EntityKind
from dateline.store import Actor, Article, Claim

NAMESPACE: Final = UUID("5b1b0c7e-6d0f-5a57-9c55-0d2b7a3a4f10")
CLASSES: Final[dict[EntityKind, str]] = {
    "person": "individual",
    "organisation": "organization",
    "group": "group",
}
SITES: Final = frozenset({"place", "facility"})
EXTENSION: Final = "dateline"
TEXTS: Final = (
    *("id", "from", "until", "from_bound", "until_bound", "earliest", "latest"),
    *("role", "status"),
)
Thing = dict[str, object]


def write(held: Holdings) -> Iterator[Part]:
    """Yield the bundle."""
    yield Part("", _bundle(held))


def _bundle(held: Holdings) -> Iterator[bytes]:
    ident = _id("bundle", " ".join(one.key for one in held.articles.values()))
    yield b'{"type":"bundle","id":"' + ident.encode() + b'","objects":['
    between = b"\n"
    for thing in _Objects(held).all():
        kept = {name: value for name, value in thing.items() if value not in (None, "", [])}
        yield between + msgspec.json.encode(kept)
        between = b",\n"
    yield b"\n]}\n"


def _id(kind: str, ident: str) -> str:
    return f"{kind}--{uuid5(NAMESPACE, f'{kind}:{ident}')}"


class _Objects:
    """The objects of a bundle; what cannot be one is counted in the holdings."""

    def __init__(self, held: Holdings) -> None:
        self._held = held
        stamps = [dating.instant(one.added) for one in held.articles.values()]
        self._made = min(filter(None, stamps), default="1970-01-01T00:00:00.000Z")
        self._ids: dict[str, str] = {}

    def all(self) -> Iterator[Thing]:
        """Yield every object, those that others refer to first."""
        tool = {"name": "Dateline", "identity_class": "system"}
        yield self._common("identity", "dateline", tool, own=True)
        yield self._common("extension-definition", EXTENSION, self._extension())
        for actor in self._held.actors.values():
            yield from self._actor(actor)
        yield from self._reports()
        for tie in self._held.relations():
            yield from self._tie(tie)
        for event in self._held.events():
            yield from self._event(event)
        for claim in self._held.claims():
            yield self._note(claim)

    def _common(
        self, kind: str, ident: str, more: Mapping[str, object], *, own: bool = False
    ) -> Thing:
        author = None if own else _id("identity", "dateline")
        stamps: Thing = {"created": self._made, "modified": self._made, "created_by_ref": author}
        return {"type": kind, "spec_version": "2.1", "id": _id(kind, ident), **stamps, **more}

    def _extension(self) -> Thing:
        says = "Dates as precise as they are told, whose word it is, and ids that Dateline opens."
        return {
            "name": "Dateline",
            "description": says,
            "schema": _schema(),
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        }

    def _actor(self, actor: Actor) -> Iterator[Thing]:
        name = actor.name or doubt.UNNAMED
        if actor.kind in CLASSES:
            self._ids[actor.id] = _id("identity", actor.id)
            more: Thing = {"name": name, "identity_class": CLASSES[actor.kind]}
            yield self._common("identity", actor.id, more)
        elif actor.kind in SITES and actor.place:
            self._ids[actor.id] = _id("location", actor.id)
            place = actor.place
            more = {
                "name": name,
                "latitude": place.lat,
                "longitude": place.lon,
                "country": place.country,
            }
            yield self._common("location", actor.id, more)
        else:
            known = "places that no gazetteer knows" if actor.kind in SITES else None
            self._held.leave(known or f"actors of the kind {actor.kind}")

    def _reports(self) -> Iterator[Thing]:
        entities = groupby(self._held.members, key=attrgetter("article"))
        ahead = next(entities, None)
        for number, article in self._held.articles.items():
            named: list[str] = []
            if ahead is not None and ahead[0] == number:
                found = (self._ids.get(self._held.actors[one.actor].id) for one in ahead[1])
                named = [ident for ident in found if ident]
                ahead = next(entities, None)
            self._ids[article.key] = _id("report", article.key)
            yield self._report(article, named)

    def _report(self, article: Article, named: Iterable[str]) -> Thing:
        published = dating.instant(article.published) if article.published else None
        link = {"source_name": article.outlet or article.path, "url": article.url}
        more: Thing = {
            "name": article.title or article.path,
            "published": published or self._made,
            "labels": [] if published else ["published:unknown"],
            "external_references": [{key: one for key, one in link.items() if one}],
            "object_refs": list(dict.fromkeys(named)) or [_id("identity", "dateline")],
        }
        return self._common("report", article.key, more)

    def _tie(self, tie: TieAccount) -> Iterator[Thing]:
        source, target = self._ids.get(tie.subject.id), self._ids.get(tie.object.id)
        if source is None or target is None:
            self._held.leave("ties of what is no object")
            return
        kind = kind_of(tie.type)
        code = (kind.codes if kind else {}).get("stix", tie.type.replace("_", "-"))
        from_, until = doubt.firm(tie)
        start = dating.instant(from_) if from_ else None
        stop = _after(until) if until else None
        more: Thing = {
            "relationship_type": code,
            "description": _quoted(tie),
            "source_ref": source,
            "target_ref": target,
            "start_time": start,
            "stop_time": stop if not start or not stop or start < stop else None,
            "labels": doubt.tags(tie),
            "extensions": _extended(tie),
        }
        yield self._common("relationship", tie.id, more)

    def _event(self, event: EventAccount) -> Iterator[Thing]:
        name = (event.mode or event.type).replace("_", " ")
        more: Thing = {"name": name, "description": _quoted(event), "labels": doubt.tags(event)}
        more["extensions"] = _extended(event)
        yield self._common("incident", event.id, more)
        labels = doubt.tags(event)
        ends = (("attributed-to", event.who), ("targets", event.whom), ("located-at", event.where))
        for kind, parties in ends:
            for party in parties:
                if party.id in self._ids:
                    link: Thing = {
                        "relationship_type": kind,
                        "source_ref": _id("incident", event.id),
                        "target_ref": self._ids[party.id],
                        "labels": labels,
                    }
                    yield self._common("relationship", f"{event.id}:{kind}:{party.id}", link)

    def _note(self, claim: Claim) -> Thing:
        actors = self._held.actors
        speaker = actors[claim.speaker] if claim.speaker is not None else None
        parties = [one for one in (claim.speaker, *claim.about) if one is not None]
        refs = [self._ids.get(actors[one].id) for one in parties]
        who = speaker.name if speaker else claim.source or claim.source_kind
        more: Thing = {
            "abstract": f"{who}: {claim.stance}, {claim.certainty}",
            "content": claim.content or "-",
            "authors": [who],
            "object_refs": list(
                dict.fromkeys([self._ids[claim.id.partition(":")[0]], *filter(None, refs)])
            ),
            "labels": [
                f"stance:{claim.stance}",
                f"certainty:{claim.certainty}",
                f"source:{claim.source_kind}",
            ],
            "extensions": _property({"id": claim.id}),
        }
        return self._common("note", claim.id, more)


def _quoted(account: EventAccount | TieAccount) -> str:
    found: dict[str, list[str]] = {}
    for one in account.tellings:
        found.setdefault(one.quote, []).append(one.id)
    quotes = [f"“{quote}” ({', '.join(ids)})" for quote, ids in found.items()]
    return "\n".join([*quotes, *doubt.in_words(account)])


def _after(until: str) -> str | None:
    """Return the first instant at which a tie no longer held: it may have held all September."""
    moment = Moment.parse(zoneless(until))
    whole = len(moment.fields) < 3
    return dating.instant(str(Moment(holding.after(moment))) if whole else until)


def _extended(account: EventAccount | TieAccount) -> Thing:
    told: Thing = {
        "id": account.id,
        "from": account.from_,
        "until": account.until,
        "earliest": account.earliest,
        "latest": account.latest,
        "agreed": account.agreed,
        "sources": account.sources,
        "reports": account.reports,
        "voices": doubt.voices(account),
        "tellings": [one.id for one in account.tellings],
    }
    if isinstance(account, TieAccount):
        told |= {"role": account.role, "status": account.status}
        told |= {
            "from_bound": doubt.bound(account, "from"),
            "until_bound": doubt.bound(account, "until"),
        }
    return _property(told)


def _property(told: Thing) -> Thing:
    kept = {name: value for name, value in told.items() if value not in (None, "", [])}
    ident = _id("extension-definition", EXTENSION)
    return {ident: {"extension_type": "property-extension", **kept}}


def _schema() -> str:
    """Return the JSON Schema of the extension, as its definition holds it."""
    text: Thing = {"type": "string"}
    several: Thing = {"type": "array", "items": text}
    shape: Thing = {
        **dict.fromkeys(TEXTS, text),
        **dict.fromkeys(("voices", "tellings"), several),
        **{name: {"type": "integer"} for name in ("sources", "reports")},
        "agreed": {"type": "boolean"},
    }
    return msgspec.json.encode({"type": "object", "properties": shape}).decode()
