"""Comment systems that the lexicon describes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.layout import Page
from dateline.text.thread import held
from dateline.text.thread.shape import Thread

SAMPLES: list[dict[str, Any]] = msgspec.toml.decode(
    Path(__file__).with_name("held_pages.toml").read_bytes()
)["page"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_the_thread_is_read(
    sample: dict[str, Any],
    make_page: Callable[..., Page],
    rows: Callable[[Page, Thread], list[tuple[str, ...]]],
) -> None:
    """Names, times, words and answers are read from the markup of each system."""
    page = make_page(sample["thread"], sample["language"])
    thread = held.read(page)
    assert thread is not None
    assert [list(row) for row in rows(page, thread)] == sample["comments"]
    assert thread.responses.declared == sample.get("declared")
    assert thread.responses.system == sample.get("system")
    covered = "".join(span.of(page.text) for span in thread.area)
    assert "council" not in covered
    assert all(any(a.contains(c.span) for a in thread.area) for c in thread.responses.comments)
