"""Templates into pages: everything is escaped, and what turns the direction of text is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.ask.answers import Party
from dateline.explore.state import served
from dateline.interval import spoken
from dateline.version import VERSION

ROOMS: Final = (
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/sources", "Sources"),
    ("/disputes", "Disputes"),
    ("/forecasts", "Forecasts"),
    ("/review", "Review"),
)
THEMES: Final = ("light", "dark")
TURNING: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")

IDS: Final = re.compile("^[0-9a-f]{16}:[0-9a-z-]+: ")


def plain(value: Any) -> Any:
    """Return what is put on a page, its control characters written out.

    An article may hold characters that turn the direction of what follows (Unicode Annex 9) and so
    make a page say what it does not; here they are seen as `⟨U+202E⟩`.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return TURNING.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value)
    return value


def once(many: Iterable[Party]) -> list[Party]:
    """Return some parties, of groups that bear one name the first alone: no name tells them apart.

    A text names "residents" in several places; whether they are the same, nobody can say.
    """
    found: dict[str, Party] = {}
    for one in many:
        found.setdefault(one.name if one.kind == "group" else one.id, one)
    return list(found.values())


def without(query: QueryParams, name: str) -> str:
    """Return the address of the same page with one parameter left out."""
    return "?" + urlencode([one for one in query.multi_items() if one[0] != name])


def reason(words: str) -> str:
    """Return why something is so without the ids that its words begin with: a page has links."""
    return IDS.sub("", words)


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["once"] = once
    made.filters["reason"] = reason
    made.globals["spoken"] = spoken
    made.globals["without"] = without
    return made


ENVIRONMENT: Final = _environment()


def page(
    request: Request, template: str, title: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """Return a page.

    Args:
        request: what asked for it.
        template: its file.
        title: its title.
        status: the HTTP status.
        values: what the template shows.
    """
    archive = served(request.app)
    theme = request.cookies.get("theme")
    shared = {
        "title": title,
        "archive": archive.path.name,
        "version": VERSION,
        "rooms": ROOMS,
        "here": request.url.path,
        "address": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "query": request.query_params.get("q", "") if request.url.path == "/search" else "",
        "theme": theme if theme in THEMES else None,
        "seal": archive.seal,
    }
    return HTMLResponse(ENVIRONMENT.get_template(template).render({**shared, **values}), status)
