"""The guides and the notebook show what is printed, to the letter."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from examples import guides

pytest.importorskip("polars")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the commands of the guides can be run."""
    folder = tmp_path_factory.mktemp("guides")
    guides.furnish(folder)
    return folder


@pytest.fixture(scope="module")
def stale(folder: Path) -> dict[Path, str]:
    """Return the pages that show what is not so."""
    return guides.stale(folder)


@pytest.mark.parametrize("page", [*guides.GUIDES, guides.NOTEBOOK], ids=lambda page: page.stem)
def test_a_page_shows_what_is_printed(page: Path, stale: dict[Path, str]) -> None:
    """What stands under a command in a guide, or a cell of the notebook, is what it prints now."""
    assert stale.get(page, page.read_text("utf-8")) == page.read_text("utf-8"), "run make guides"


def test_what_is_not_so_is_put_right(folder: Path) -> None:
    """Under a command comes what it prints; a command that is shown alone stays alone."""
    shown = (
        "Text.\n\n```console\n$ dateline ask claims ferry   # words\nold words\n\n"
        "$ dateline match news.dateline\n```\n"
    )
    with chdir(folder):
        assert guides.with_what_is_printed(shown) == shown.replace(
            "old words", "Nothing in the archive."
        )
