"""The threads of every family of comment systems, read from invented pages of their make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.layout import Page
from dateline.text.thread import blogger, general, held, semantic, wordpress
from dateline.text.thread.shape import Thread

FAMILIES = {
    "blogger": blogger,
    "general": general,
    "held": held,
    "semantic": semantic,
    "wordpress": wordpress,
}
SAMPLES: list[tuple[str, dict[str, Any]]] = [
    (path.stem, sample)
    for path in sorted(Path(__file__).with_name("families").glob("*.toml"))
    for sample in msgspec.toml.decode(path.read_bytes())["page"]
]


@pytest.mark.parametrize(
    ("family", "sample"), SAMPLES, ids=[f"{family}-{one['name']}" for family, one in SAMPLES]
)
def test_the_thread_is_read(
    family: str,
    sample: dict[str, Any],
    make_page: Callable[..., Page],
    rows: Callable[[Page, Thread], list[tuple[str, ...]]],
) -> None:
    """A page of a family gives names, times, words and answers, and its article keeps apart."""
    page = make_page(sample["thread"], sample["language"])
    thread = FAMILIES[family].read(page)
    assert thread is not None
    assert [list(row) for row in rows(page, thread)] == sample["comments"]
    assert thread.responses.declared == sample.get("declared")
    assert thread.responses.system == sample.get("system")
    assert "council" not in "".join(span.of(page.text) for span in thread.area)
    assert all(any(a.contains(c.span) for a in thread.area) for c in thread.responses.comments)
