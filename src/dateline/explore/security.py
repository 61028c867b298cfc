"""What keeps the explorer to this machine and to its owner: hosts, a token, one origin, a policy.

The pages hold text by strangers. So nothing is run that is not our own file (Content Security
Policy Level 3, W3C), nothing is loaded from elsewhere, and no other page may read or change the
archive.
"""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
LONGEST: Final = 16_384  # bytes of a form; ours are far shorter
STRANGE: Final = "This form was not sent from a page of this archive."
COOKIE: Final = "dateline"
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


def is_loopback(host: str) -> bool:
    """Tell whether an address to bind to can be reached from this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """Middleware: turns strangers away and puts the policy on every answer.

    Args:
        app: what is guarded.
        token: what a visitor must show, once, as `?token=`; afterwards a cookie holds it. `None`
            where only this machine can reach the server: then the Host header must name it, so that
            no site can reach the archive through a name of its own (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._turned_away(Request(scope))
        await (answer or self.app)(scope, receive, guarded)

    def _turned_away(self, request: Request) -> ASGIApp | None:
        if self.token is None:
            if _name(request.headers) in LOCAL:
                return None
            return PlainTextResponse("This archive is served to this machine only.", 403)
        shown = request.query_params.get("token")
        if shown is not None and _same(shown, self.token):
            entered = RedirectResponse(_without_token(request), 303)
            entered.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")
            return entered
        if _same(request.cookies.get(COOKIE, ""), self.token):
            return None
        return PlainTextResponse(
            "Open the address with the token that dateline serve printed.", 403
        )


def _name(headers: Headers) -> str:
    """Return the host that was asked for, without its port."""
    host = headers.get("host", "")
    return host if host.endswith("]") else host.rsplit(":", 1)[0]


def _without_token(request: Request) -> str:
    """Return where a link with a token leads: an address of this server, whatever it looks like."""
    url = request.url.remove_query_params("token")
    return f"/{url.path.lstrip('/')}" + (f"?{url.query}" if url.query else "")


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


async def own_form(request: Request, seal: str) -> dict[str, str]:
    """Return the fields of a form that a page of ours sent: from this origin, with this run's seal.

    Args:
        request: the request that would change the archive.
        seal: what is written into each form, new at every start of the server.

    Raises:
        HTTPException: 403 if another page sent it, 413 if it is longer than any of ours.
    """
    if not _is_from_here(request):
        raise HTTPException(403, STRANGE)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise HTTPException(413, f"A form of this archive has at most {LONGEST} bytes.")
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    form = {name: value.strip() for name, value in pairs}
    if not _same(form.get("seal", ""), seal):
        raise HTTPException(403, STRANGE)
    return form


def _is_from_here(request: Request) -> bool:
    """Tell whether a browser says that a page of this origin sent a request."""
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host')}":
        return False
    return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
