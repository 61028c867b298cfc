"""What keeps the explorer to this machine and to its owner: hosts, a token, one origin, a policy.

The pages hold text by strangers. So nothing is run that is not our own file (Content Security
Policy Level 3, W3C), nothing is loaded from elsewhere, and no other page may read or change the
archive.
"""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
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
            entered = RedirectResponse(request.url.remove_query_params("token").path, 303)
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


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def is_own(request: Request, seal: str, shown: object) -> bool:
    """Tell whether a form was sent by a page of ours: from this origin, with this run's seal.

    Args:
        request: the request that would change the archive.
        seal: what is written into each form, new at every start of the server.
        shown: what came with the form.
    """
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host')}":
        return False
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    return isinstance(shown, str) and _same(shown, seal)
