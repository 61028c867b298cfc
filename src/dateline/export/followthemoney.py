"""The archive as FollowTheMoney entities, a JSON object a line, as Aleph reads them.

What the model cannot say is left out and counted: ties and events that are not told as facts (it
has no denial, no plan), works and products. Each thing keeps `proof`, the article that it is read
from, `summary`, the sentence, and `description`: whose word it is, how sure, and who denies it.

The model drops what it takes for no value without a word. So text is cleaned here as it would be
there; years before 1 and after 9999, which it has not, stand in `description` and are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from dateline.ask.accounts import kind_of
from dateline.ask.answers import EventAccount, TieAccount
from dateline.export import dating, doubt
from dateline.export.holdings import Holdings, Part
from dateline.interval import Moment, spoken, zoneless
from dateline.record import EntityKind
from dateline.store import Actor, Article, Claim

_UNSAFE: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_DATE: Final = re.compile(r"(?!0000)[0-9]{4}(?!\d)")
_WEB: Final = re.compile(r"(?i)https?://[^\s<>\"]+")
_COUNTRY: Final = re.compile("[a-z]{2}")
Properties = dict[str, list[str]]
SCHEMATA: Final[Mapping[EntityKind, str]] = {
    "person": "Person",
    "organisation": "Organization",
    "group": "LegalEntity",
    "place": "Address",
    "facility": "Address",
}
LANGUAGES: Final = {
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "nl": "nld",
    "pt": "por",
}
"""The model wants ISO 639-3; a language that we do not read has no place here."""

LEGAL: Final = frozenset({"person", "organisation", "group"})
BODIES: Final = frozenset({"organisation"})
PEOPLE: Final = frozenset({"person"})
LINKS: Final = {
    "Associate": ("person", PEOPLE, "associate", PEOPLE, "relationship"),
    "Directorship": ("director", LEGAL, "organization", BODIES, "role"),
    "Employment": ("employee", PEOPLE, "employer", BODIES, "role"),
    "Family": ("person", PEOPLE, "relative", PEOPLE, "relationship"),
    "Membership": ("member", LEGAL, "organization", BODIES, "role"),
    "Representation": ("agent", LEGAL, "client", LEGAL, "role"),
    "Succession": ("successor", LEGAL, "predecessor", LEGAL, "role"),
}
"""For each schema of a link: its ends, the kinds that they may be, and where a role stands."""

UNKNOWN: Final = ("subject", frozenset(SCHEMATA), "object", frozenset(SCHEMATA), "role")


def write(held: Holdings) -> Iterator[Part]:
    """Yield the entities."""
    yield Part("", (msgspec.json.encode(one) + b"\n" for one in _entities(held)))


def _entities(held: Holdings) -> Iterator[dict[str, object]]:
    for article in held.articles.values():
        yield _entity(article.key, "Article", _article(article))
    for actor in held.actors.values():
        if actor.kind in SCHEMATA:
            yield _entity(actor.id, SCHEMATA[actor.kind], _actor(actor))
        else:
            held.leave(f"actors of the kind {actor.kind}")
    for tie in held.relations():
        yield from _link(held, tie)
    for event in held.events():
        if "actual" in event.realities:
            yield _entity(event.id, "Event", _event(held, event))
        else:
            held.leave("events not told as facts")
    for claim in held.claims():
        yield _entity(claim.id, "Note", _note(held, claim))


def _entity(ident: str, schema: str, properties: Properties) -> dict[str, object]:
    kept = {name: values for name, values in properties.items() if values}
    return {"id": clean(ident), "schema": schema, "properties": kept}


def clean(ident: str) -> str:
    """Return an id in the characters that the model allows."""
    return f"dateline-{ident.replace(':', '-')}"


def _some(*values: str | None) -> list[str]:
    """Return the values that are there, each once, in the characters that the model keeps."""
    cleaned = (" ".join(_UNSAFE.sub("", value).split()) for value in values if value)
    return list(dict.fromkeys(value for value in cleaned if value))


def _article(one: Article) -> Properties:
    return {
        "title": _some(one.title),
        "fileName": _some(one.path),
        "author": _some(*one.byline),
        "publisher": _some(one.outlet),
        "publishedAt": _some(zoneless(one.published) if one.published else None),
        "sourceUrl": _some(one.url if one.url and _WEB.fullmatch(one.url) else None),
        "language": _some(LANGUAGES.get(one.language or "")),
    }


def _actor(one: Actor) -> Properties:
    made: Properties = {"name": _some(one.name) or [doubt.UNNAMED], "alias": _some(*one.aliases)}
    country = (one.place.country or "").lower() if one.place else ""
    if _COUNTRY.fullmatch(country):
        made["country"] = [country]
    if one.place and SCHEMATA[one.kind] == "Address":
        made["latitude"] = [f"{one.place.lat:.4f}"]
        made["longitude"] = [f"{one.place.lon:.4f}"]
    return made


def _link(held: Holdings, tie: TieAccount) -> Iterator[dict[str, object]]:
    """Yield the link of a tie, if the model has one for it."""
    if "actual" not in tie.realities:
        held.leave("ties not told as facts")
        return
    if tie.subject.kind not in SCHEMATA or tie.object.kind not in SCHEMATA:
        held.leave("ties of works, products and other things")
        return
    kind = kind_of(tie.type)
    schema = str(kind.codes.get("ftm", "UnknownLink")) if kind else "UnknownLink"
    source, sources, target, targets, role = LINKS.get(schema, UNKNOWN)
    if tie.subject.kind not in sources or tie.object.kind not in targets or schema not in LINKS:
        schema, (source, _, target, _, role) = "UnknownLink", UNKNOWN
    first, second = tie.subject.id, tie.object.id
    properties = {
        source: [clean(first)],
        target: [clean(second)],
        role: _some(tie.role or tie.label),
        "status": _some(tie.status),
        **_dates(held, *doubt.firm(tie)),
        **_evidence(tie),
    }
    yield _entity(tie.id, schema, properties)


def _dates(held: Holdings, from_: str | None, until: str | None) -> Properties:
    """Return the dates that the model has a year for; those that it has not are counted."""
    told = {
        "startDate": zoneless(from_) if from_ else None,
        "endDate": _end(until) if until else None,
    }
    for moment in told.values():
        if moment and not _DATE.match(moment):
            held.leave("dates before the year 1 or after 9999")
    return {name: [moment] for name, moment in told.items() if moment and _DATE.match(moment)}


def _end(until: str) -> str:
    """Return the last day where the end is told to the day, else the month or year of the end."""
    precise = len(Moment.parse(zoneless(until)).fields) >= 3
    return dating.last_day(until) if precise else until


def _evidence(account: EventAccount | TieAccount) -> Properties:
    dates = spoken(account.from_, account.until)
    return {
        "proof": sorted({clean(one.article.key) for one in account.tellings}),
        "summary": _some(*(one.quote for one in account.tellings)),
        "description": _some(*_ends(account), f"Dates: {dates}", *doubt.in_words(account)),
    }


def _ends(account: EventAccount | TieAccount) -> Iterator[str]:
    """Yield who did it and to whom: the model has one property for both."""
    if isinstance(account, EventAccount):
        for name, side in (("Who", account.who), ("Whom", account.whom)):
            if side:
                yield f"{name}: {', '.join(doubt.names(side))}"


def _event(held: Holdings, event: EventAccount) -> Properties:
    who = [clean(one.id) for one in (*event.who, *event.whom) if one.kind in LEGAL]
    return {
        "name": [(event.mode or event.type).replace("_", " ")],
        "involved": list(dict.fromkeys(who)),
        "location": _some(*doubt.names(event.where)),
        "keywords": doubt.tags(event),
        **_dates(held, event.from_, event.until),
        **_evidence(event),
    }


def _note(held: Holdings, claim: Claim) -> Properties:
    numbers = [claim.speaker, *claim.about]
    actors = [held.actors[one] for one in dict.fromkeys(numbers) if one is not None]
    who = held.actors[claim.speaker].name if claim.speaker is not None else claim.source
    return {
        "name": _some(f"{who or claim.source_kind}: {claim.stance}, {claim.certainty}"),
        "description": _some(claim.content),
        "keywords": [
            f"stance:{claim.stance}",
            f"certainty:{claim.certainty}",
            f"source:{claim.source_kind}",
        ],
        "entity": [clean(one.id) for one in actors if one.kind in SCHEMATA],
        "proof": [clean(claim.id.partition(":")[0])],
    }
