"""The server listens before it says where, and says what is wrong when it cannot."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dateline import explore
from dateline.errors import DatelineError
from dateline.explore.application import BUNDLE

pytestmark = pytest.mark.skipif(
    not (BUNDLE / "explorer.js").is_file(), reason="needs `make bundle`"
)


class Opened(Exception):
    """Somebody has the address, and the test is over."""


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_whoever_comes_at_once_is_let_in(bundled: Path, host: str) -> None:
    """The address can be opened as soon as it is known; where others reach it, it has a token."""

    def ready(address: str) -> None:
        parts = urlsplit(address)
        assert parts.port
        assert bool(parts.query) is (host == "0.0.0.0")
        socket.create_connection(("127.0.0.1", parts.port), timeout=5).close()
        raise Opened

    with pytest.raises(Opened):
        explore.serve(bundled, host=host, port=0, author="tester", ready=ready)


def test_an_address_that_is_taken(bundled: Path) -> None:
    """Where something else listens, the error says to choose another port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(DatelineError, match="--port"):
            explore.serve(bundled, port=port, author="tester")


def test_what_is_no_archive(tmp_path: Path) -> None:
    """A file that is no archive is refused before anything is served."""
    (tmp_path / "x.dateline").write_text("no archive", "utf-8")
    with pytest.raises(DatelineError):
        explore.serve(tmp_path / "x.dateline", port=0, author="tester")
