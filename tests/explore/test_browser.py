"""A browser on every page: faults, access, phones, no script; and corrections that last.

The checks themselves are `frontend/tests`, driven by Playwright on Debian's Chromium. They run
where both are found, and must run where `DATELINE_BROWSER` is `required`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.explore.application import BUNDLE
from dateline.store import EVERY, View, sqlite

FRONTEND = Path(__file__).parents[2] / "frontend"
CHROMIUM = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
READY = all(
    (
        CHROMIUM,
        shutil.which("node"),
        (FRONTEND / "node_modules" / "playwright-core").is_dir(),
        (BUNDLE / "explorer.js").is_file(),
    )
)
REQUIRED = os.environ.get("DATELINE_BROWSER") == "required"

pytestmark = pytest.mark.skipif(
    not READY and not REQUIRED, reason="needs Chromium, Node and `make bundle`"
)


@contextmanager
def _served(archive: Path) -> Iterator[str]:
    """Serve an archive in a process of its own; yield its address."""
    command = [sys.executable, "-m", "dateline", "serve", str(archive), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            yield found[0].rstrip("/")
        finally:
            server.terminate()


def _run(suite: str, address: str, facts: dict[str, str]) -> None:
    """Run one of the suites on an address; its report is shown where it fails."""
    assert READY, "a browser is required here: install chromium and node, and run `make bundle`"
    seen = {**os.environ, "DATELINE_ADDRESS": address, "DATELINE_FACTS": json.dumps(facts)}
    command = ["node", "--test", "--test-reporter=spec", f"tests/{suite}.test.js"]
    ran = subprocess.run(
        command, cwd=FRONTEND, env=seen, capture_output=True, text=True, timeout=900, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _facts(view: View) -> dict[str, str]:
    """Return what the suites look for: facts that are read from the archive itself."""
    claim = next(one for one in view.claims(EVERY) if re.search(r"[a-z]{7}", one.content))
    tie = next(one for one in view.ties(EVERY) if one.from_ and one.status != "former")
    key = claim.id.split(":")[0]
    word = re.search(r"[a-z]{7,}", claim.content)
    assert word
    leading = view.leading(("person",), 1)[0]
    return {
        "article": key,
        "statement": claim.id,
        "word": word[0],
        "actor": leading.id,
        "day": tie.from_ or "",
    }


def test_every_page(harmful: tuple[Path, str]) -> None:
    """All pages hold in a browser what the suite asks of them, with a hostile article, too."""
    archive, key = harmful
    with sqlite.view(archive) as view:
        facts = {**_facts(view), "hostile": key}
    with _served(archive) as address:
        _run("pages", address, facts)


def test_a_correction_outlives_a_restart(bundled: Path, tmp_path: Path) -> None:
    """What is corrected in the page holds after the server is restarted and all pages re-read."""
    archive = tmp_path / "own.dateline"
    shutil.copy(bundled, archive)
    with sqlite.view(archive) as view:
        leading = view.leading(("person",), 1)[0]
    facts = {"entity": leading.id, "name": leading.name}
    with _served(archive) as address:
        _run("correction", address, {**facts, "part": "make"})
    changed = tmp_path / "articles.jsonl"
    pages = map(json.loads, (bundled.parent / "articles.jsonl").read_text("utf-8").splitlines())
    longer = ({**page, "text": page["text"] + "\n\nThis page was changed."} for page in pages)
    changed.write_text("\n".join(map(json.dumps, longer)), "utf-8")
    add = [sys.executable, "-m", "dateline", "add", str(changed), "--to", str(archive)]
    subprocess.run([*add, "--reader", "fast"], check=True, capture_output=True)
    with _served(archive) as address:
        _run("correction", address, {**facts, "part": "look"})
