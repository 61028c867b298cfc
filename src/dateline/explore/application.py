"""The explorer's addresses, and what answers at each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from dateline.errors import DatelineError
from dateline.explore import answers, review, security
from dateline.explore.rendering import THEMES, page
from dateline.explore.state import Served, served

BUNDLE: Final = Path(__file__).parent / "bundle"
KINDS: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}
YEAR: Final = 31_536_000  # seconds
TITLES: Final = {
    400: "This address is not understood",
    403: "Not allowed",
    404: "Nothing is here",
    405: "This address does not do that",
    413: "Too much",
}


def build(archive: Served, token: str | None = None) -> Starlette:
    """Return the application that serves an archive.

    Args:
        archive: what is served.
        token: what a visitor must show; `None` where only this machine can reach the server.
    """
    app = Starlette(
        routes=[
            Route("/bundle/{name}", bundled),
            Route("/theme", theme, methods=["POST"]),
            Route("/review", review.correct, methods=["POST"]),
            *(Route(path, answer) for path, answer in answers.ADDRESSES.items()),
        ],
        middleware=[Middleware(security.Guard, token=token)],
        exception_handlers={HTTPException: refused, DatelineError: misasked, 500: broken},
    )
    app.state.served = archive
    return app


async def bundled(request: Request) -> Response:
    """Answer with a file that Vite built; only what it built can be asked for."""
    path = BUNDLE / request.path_params["name"]
    if path.parent != BUNDLE or path.suffix not in KINDS or not path.is_file():
        raise HTTPException(404, "There is no such file.")
    return FileResponse(path, media_type=KINDS[path.suffix], headers={"Cache-Control": "no-cache"})


async def theme(request: Request) -> Response:
    """Keep the colours that were chosen, and go back."""
    form = await security.own_form(request, served(request.app).seal)
    chosen, back = form.get("theme"), form.get("back", "")
    if chosen not in THEMES:
        raise HTTPException(400, "Choose light or dark.")
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = RedirectResponse(back if local else "/", 303)
    answer.set_cookie("theme", str(chosen), max_age=YEAR, samesite="strict", httponly=True)
    return answer


async def refused(request: Request, fault: Exception) -> Response:
    """Answer a wrong address with what is near it, and a bad value with what would be right."""
    assert isinstance(fault, HTTPException)
    standard = {404: f"No page of this archive has the address {request.url.path}."}
    plain = fault.detail in {"Not Found", ""}
    message = standard.get(fault.status_code, fault.detail) if plain else fault.detail
    title = TITLES.get(fault.status_code, "This did not work")
    near = answers.near(request) if fault.status_code == 404 else ()
    return page(request, "error.html", title, status=fault.status_code, message=message, near=near)


async def misasked(request: Request, fault: Exception) -> Response:
    """Answer what Dateline cannot do as it is asked, in its own words."""
    return page(request, "error.html", TITLES[400], status=400, message=f"{fault}.", near=())


async def broken(request: Request, fault: Exception) -> Response:  # noqa: ARG001 - their signature
    """Answer a fault of ours without a trace; the trace goes to the terminal."""
    message = "Dateline failed on this page. The terminal that serves it says where."
    return page(
        request, "error.html", "A fault of Dateline’s", status=500, message=message, near=()
    )
