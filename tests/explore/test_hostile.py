"""Articles that mean harm, or are far too long, are shown as text, and soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

Visit = Callable[..., TestClient]
Lengthy = Callable[[int, int], tuple[Path, str]]
OURS = {"script": 1, "iframe": 0, "img": 0, "b": 0, "i": 0, "object": 0, "embed": 0, "base": 0}
PATHS = (
    *("/", "/search?q=bombed", "/article/{}", "/article/{}?comments=open&at=s1", "/actor/{}:e1"),
    *("/actor/{}:e2", "/actor/{}:e3", "/cite/{}:s1", "/timeline?actor={}:e2", "/map?at={}:e3"),
    *("/network?around={}:e1", "/forecasts?actor={}:e1", "/review?of=%22%3E%3Cscript%3Ex"),
    *("/search?q=%3Cimg+src%3Dx+onerror%3Dy%3E%22", "/%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
    *("/timeline?from=%22%3E%3Cscript%3E", "/sources?outlet=%3Cscript%3E"),
)


class Seen(HTMLParser):
    """What a browser makes of a page: how often each element, and all attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: dict[str, int] = {}
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element down."""
        self.elements[tag] = self.elements.get(tag, 0) + 1
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Take text down."""
        self.text += data


@pytest.mark.parametrize("path", PATHS)
def test_no_element_of_theirs(harmful: tuple[Path, str], visit: Visit, path: str) -> None:
    """Whatever an article or an address holds, no page has an element or a handler from it."""
    archive, key = harmful
    answer = visit(archive).get(path.format(key))
    assert answer.status_code in {200, 400, 404}
    seen = Seen(answer.text)
    assert {name: seen.elements.get(name, 0) for name in OURS} == OURS
    for name, value in seen.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in {"href", "src", "action"}:
            assert value.startswith(("/", "#", "?", "data:image/svg+xml,"))
            assert not value.startswith("//")


def test_what_turns_is_seen(harmful: tuple[Path, str], visit: Visit) -> None:
    """Characters that turn the direction of text are written out, and the markup is text."""
    archive, key = harmful
    page = visit(archive).get(f"/article/{key}").text
    assert not set("\u202e\u202c\u2066") & set(page)
    text = Seen(page).text
    for words in ("⟨U+202E⟩knil", "<script>alert(1)</script>", "javascript:alert(1)", "<iframe"):
        assert words in text


@pytest.mark.parametrize(("names", "letters"), [(3, 5_000_000), (5_000, 60_000)])
def test_too_much_is_shown_soon(lengthy: Lengthy, visit: Visit, names: int, letters: int) -> None:
    """A line of five million characters, and one of five thousand names, take seconds at most."""
    archive, key = lengthy(names, letters)
    client = visit(archive)
    for path in (f"/article/{key}", f"/actor/{key}:e1", "/", f"/cite/{key}:e1", "/search?q=Name1"):
        start = time.process_time()
        assert client.get(path).status_code == 200
        assert time.process_time() - start < 5
