"""Take a picture of each page of the explorer: `python frontend/pictures.py ARCHIVE FOLDER`.

It serves the archive, finds in it what the pages show, and lets Chromium look (`pictures.js`).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from dateline.store import EVERY, Claim, View, sqlite


def facts(view: View) -> dict[str, str]:
    """Return what the pictures show: the actor most told of, a claim of weight, a day of ties."""
    claims = [one for one in view.claims(EVERY) if one.speaker is not None and _words(one)]
    told = Counter(one.article for one in claims)
    claim = max(claims, key=lambda one: (told[one.article], *_weight(one)))
    leading = max(view.leading(limit=30), key=lambda one: len(list(view.members(one.number))))
    days = sorted(
        tie.from_ or tie.until or "" for tie in view.ties(EVERY) if tie.from_ or tie.until
    )
    return {
        "article": claim.id.partition(":")[0],
        "statement": claim.id,
        "word": max(_words(claim), key=len),
        "actor": leading.id,
        "day": days[len(days) // 2] if days else "2015-02",
    }


def _words(claim: Claim) -> list[str]:
    return re.findall(r"\b[a-z]{6,}\b", claim.content)


def _weight(claim: Claim) -> tuple[bool, int, str]:
    return claim.certainty != "certain", len(claim.about), claim.id


def main() -> None:
    """Serve the archive and take the pictures."""
    archive, folder = map(Path, sys.argv[1:])
    with sqlite.view(archive) as view:
        shown = facts(view)
    command = [sys.executable, "-m", "dateline", "serve", str(archive), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            take = ["node", "pictures.js", found[0].rstrip("/"), json.dumps(shown)]
            subprocess.run([*take, str(folder.resolve())], cwd=Path(__file__).parent, check=True)
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
