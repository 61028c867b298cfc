"""The explorer answers its own machine and its owner, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dateline.explore.security import POLICY, Guard, is_loopback, own_form


async def _hello(request: Request) -> PlainTextResponse:
    if request.method == "GET":
        return PlainTextResponse("hello")
    form = await own_form(request, "s3al")
    return PlainTextResponse(f"own {form}")


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
    answer = client.get("/?page=2&token=t0ken")
    assert (answer.status_code, answer.url.query) == (200, b"page=2")
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
    answer = _client().post("/", data={"seal": seal, "q": " ü "}, headers=headers)
    assert answer.status_code == (200 if own else 403)
    assert not own or answer.text == "own {'seal': 's3al', 'q': 'ü'}"


def test_a_form_is_no_longer_than_ours() -> None:
    """Of a body that never ends, no more is read than any form of ours has."""

    def body() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"x" * 1024

    assert _client().post("/", content=body()).status_code == 413
    assert _client().post("/", content=body(), headers={"origin": "null"}).status_code == 403


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("me", False)],
)
def test_loopback(host: str, loopback: bool) -> None:
    """Only addresses that no other machine reaches count as this machine's."""
    assert is_loopback(host) is loopback
