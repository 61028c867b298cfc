"""Write the invented corpus: `python -m examples.corpus FOLDER [--pages 300] [--seed 1]`."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
from examples.corpus.gathering import gather
from examples.corpus.growing import affairs


def main() -> None:
    """Read the arguments and write the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    pieces, truth = gather(given.seed, affairs(given.seed), given.pages)
    given.folder.mkdir(parents=True, exist_ok=True)
    rows = b"".join(msgspec.json.encode(piece.row) + b"\n" for piece in pieces)
    (given.folder / "articles.jsonl").write_bytes(rows)
    (given.folder / "truth.json").write_bytes(truth.to_json())


if __name__ == "__main__":
    main()
