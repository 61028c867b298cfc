"""The archive that exports and explorer are tried on: the bundled corpus, read and matched once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from dateline import matching, page, reading
from dateline.errors import Unreadable
from dateline.store import sqlite

settings.register_profile("untimed", deadline=None)  # a machine may be busy with other things
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
PAGES = 60


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of the bundled corpus, beside the table that it was read from."""
    folder = tmp_path_factory.mktemp("bundled")
    grow = [sys.executable, "-m", "examples.corpus", str(folder), "--pages", str(PAGES)]
    subprocess.run(grow, cwd=ROOT, check=True)
    archive = folder / "corpus.dateline"
    writer = sqlite.writer(archive)
    for found in reading.read_all(page.pages([str(folder / "articles.jsonl")]), "fast"):
        assert not isinstance(found, Unreadable)
        writer.add(found, found.document.url or found.document.path, found.document.id)
    writer.close()
    matching.run(archive)
    return archive
