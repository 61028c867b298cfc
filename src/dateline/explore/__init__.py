"""The web explorer: an archive as pages on this machine, each mark one step from its sentence.

The pages are made on the server and work without a script; the modules that Vite bundles add
zooming, a slider and notes at the pointer. Nothing on a page comes from anywhere else.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import uvicorn

from dateline import matching
from dateline.errors import DatelineError
from dateline.explore.application import BUNDLE, build
from dateline.explore.security import is_loopback
from dateline.explore.state import Served
from dateline.store import sqlite

__all__ = ["build", "opened", "serve"]


def opened(path: Path, author: str) -> Served:
    """Return an archive as the pages share it.

    Args:
        path: the archive.
        author: whose corrections are made.

    Raises:
        DatelineError: if it is no archive, or the explorer's bundle was not built.
    """
    if not (BUNDLE / "explorer.js").is_file():
        remedy = "run `make bundle` in a checkout (it needs Node 20 or later), or install a wheel"
        raise DatelineError(str(BUNDLE), "the explorer was not built", remedy)
    sqlite.view(path).close()  # fails now where it is no archive
    return Served(
        path,
        read=lambda: sqlite.view(path),
        write=lambda: sqlite.writer(path),
        rematch=lambda: matching.run(path),
        author=author,
    )


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8710,
    author: str,
    ready: Callable[[str], object] = print,
) -> None:
    """Serve an archive until it is stopped.

    Args:
        path: the archive.
        host: the address to bind to; one that other machines can reach asks for a token.
        port: 0 for any that is free.
        author: whose corrections are made.
        ready: called with the address to open; who opens it at once is answered.

    Raises:
        DatelineError: if there is no such archive, or the address cannot be had.
    """
    archive = opened(path, author)
    token = None if is_loopback(host) else secrets.token_urlsafe(24)
    listening = _bound(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")
    config = uvicorn.Config(
        build(archive, token),
        log_level="warning",
        server_header=False,
        date_header=False,
        lifespan="off",
        h11_max_incomplete_event_size=32_768,
    )
    with listening, closing(archive):
        ready(address)
        uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # whoever comes before the server runs waits for it
    except OSError as fault:
        listening.close()
        reason = fault.strerror or str(fault)
        raise DatelineError(f"{host}:{port}", reason, "choose another --host or --port") from None
    return listening
