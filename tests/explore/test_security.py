"""The explorer answers its own machine and its owner, and nobody else."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dateline.explore.security import POLICY, Guard, is_loopback, is_own


async def _hello(request: Request) -> PlainTextResponse:
    seal = (await request.form()).get("seal") if request.method == "POST" else None
    return PlainTextResponse("own" if is_own(request, "s3al", seal) else "hello")


def _client(token: str | None = None, base: str = "http://localhost") -> TestClient:
    routes = [Route("/", _hello, methods=["GET", "POST"])]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, token=token)])
    return TestClient(app, base_url=base)


@pytest.mark.parametrize("host", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:80"])
def test_this_machine_is_answered(host: str) -> None:
    """Without a token, the names of this machine are answered, with the policy."""
    answer = _client(base=host).get("/")
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY


def test_another_name_is_not() -> None:
    """A name that somebody made lead to this machine is turned away, with the policy, too."""
    answer = _client(base="http://evil.example").get("/")
    assert answer.status_code == 403
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_token_is_shown_once() -> None:
    """With a token, who shows it is let in, is sent on without it, and is known from then on."""
    client = _client("t0ken", "http://reading.example")
    assert client.get("/").status_code == 403
    assert client.get("/?token=wrong").status_code == 403
    assert client.get("/?token=wr\u00f6ng").status_code == 403
    answer = client.get("/?token=t0ken")
    assert (answer.status_code, answer.url.query) == (200, b"")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("seal", "headers", "own"),
    [
        ("s3al", {}, True),
        ("s3al", {"origin": "http://localhost", "sec-fetch-site": "same-origin"}, True),
        ("s3al", {"origin": "http://evil.example"}, False),
        ("s3al", {"origin": "null"}, False),
        ("s3al", {"sec-fetch-site": "cross-site"}, False),
        ("guess", {}, False),
        ("", {}, False),
    ],
)
def test_forms_of_ours_alone_are_taken(seal: str, headers: dict[str, str], own: bool) -> None:
    """A form counts if it has this run's seal and comes from a page of this origin."""
    answer = _client().post("/", data={"seal": seal}, headers=headers)
    assert (answer.text == "own") is own


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("me", False)],
)
def test_loopback(host: str, loopback: bool) -> None:
    """Only addresses that no other machine reaches count as this machine's."""
    assert is_loopback(host) is loopback
