"""Write what an exported encoder finds in gold files, for their evaluators to score.

`python training/measure_encoder.py MODEL_FOLDER OUT GOLD...`: a gold file under `attribution` gets
attributions, linked by `--link nearest` or `learned`; any other gets names. Prints words a second.
"""

from __future__ import annotations

import argparse
import json
import time
from math import log, log1p
from pathlib import Path
from typing import Any

import msgspec

from dateline.syntax import Proposal
from dateline.text.encoder import Encoding, Model, load

Row = dict[str, Any]
FAINT = 0.02  # stands for a link that the encoder does not tell
FAR = 300  # characters


def mentions(found: Encoding) -> list[Row]:
    """Return the names as mentions of the evaluator's format."""
    return [
        {"id": f"m{i}", "start": n.span.start, "end": n.span.end, "type": n.label, "form": "named"}
        for i, n in enumerate(found.names)
        if n.label in ("PERSON", "ORG", "PLACE")
    ]


def nearest(found: Encoding, _text: str) -> list[Row]:
    """Link each content with the nearest cue, and that with the nearest source."""
    by_cue: dict[tuple[str, int], Row] = {}
    for i, part in enumerate(found.parts):
        if part.label == "content":
            cue = closest(found, "cue", i)
            source = closest(found, "source", i if cue is None else cue)
            key = ("content", i) if cue is None else ("cue", cue)
            row = by_cue.setdefault(key, {"source": [], "cue": [], "content": []})
            row["content"].append(pair(part))
            for role, place in (("cue", cue), ("source", source)):
                if place is not None:
                    row[role] = [pair(found.parts[place])]
    return list(by_cue.values())


def closest(found: Encoding, role: str, of: int) -> int | None:
    """Return the part of that role with the fewest characters between it and the part `of`."""
    here = found.parts[of].span

    def away(other: int) -> int:
        span = found.parts[other].span
        return max(span.start - here.end, here.start - span.end)

    some = [i for i, p in enumerate(found.parts) if p.label == role and away(i) < FAR]
    return min(some, key=away, default=None)


def learned(found: Encoding, text: str) -> list[Row]:
    """Link each content with its likeliest cue, and both with the source that suits both best.

    Distance and line ends between the two speak against a link. Contents of one cue are one
    attribution.
    """
    shares: dict[tuple[int | None, str], dict[int | None, float]] = {}
    for link in found.links:
        shares.setdefault((link.of, link.role), {})[link.part] = link.score
    by_cue: dict[tuple[str, int], Row] = {}
    for i, part in enumerate(found.parts):
        if part.label == "content":
            cue = likeliest(i, shares.get((i, "cue"), {}), found, text)
            own, through = shares.get((i, "source"), {}), shares.get((cue, "source"), {})
            both = {p: own.get(p, FAINT) * through.get(p, FAINT) for p in {*own, *through}}
            source = likeliest(i, both, found, text)
            key = ("content", i) if cue is None else ("cue", cue)
            row = by_cue.setdefault(key, {"source": [], "cue": [], "content": []})
            row["content"].append(pair(part))
            for role, place in (("cue", cue), ("source", source)):
                if place is not None and not row[role]:
                    row[role] = [pair(found.parts[place])]
    return list(by_cue.values())


def likeliest(of: int, shares: dict[int | None, float], found: Encoding, text: str) -> int | None:
    """Return the part with the best share once distance and line ends are weighed in."""

    def weight(other: int | None) -> float:
        if other is None:
            return log(shares[other])
        first, last = sorted((found.parts[of].span, found.parts[other].span))
        between = text[first.end : last.start]
        return log(shares[other]) - 0.3 * log1p(len(between.split())) - 0.3 * between.count("\n")

    return max(sorted(shares, key=str), key=weight, default=None)


def pair(part: Proposal) -> list[int]:
    """Return the span of a part as the evaluator wants it."""
    return [part.span.start, part.span.end]


def main() -> None:
    """Read the gold's texts, write what is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--link", choices=("nearest", "learned"), default="learned")
    options = parser.parse_args()
    model = msgspec.toml.decode((options.model / "model.toml").read_bytes(), type=Model)
    reader = load(model, options.model)
    options.out.mkdir(parents=True, exist_ok=True)
    link = {"nearest": nearest, "learned": learned}[options.link]
    for gold in options.gold:
        words, took, rows = 0, 0.0, []
        for line in gold.read_text("utf-8").splitlines():
            text, name = json.loads(line)["text"], json.loads(line)["id"]
            began = time.process_time()
            found = reader.read(text)
            took += time.process_time() - began
            words += len(text.split())
            if gold.parent.name == "attribution":
                rows.append({"id": name, "attributions": link(found, text)})
            else:
                rows.append({"id": name, "text": text, "mentions": mentions(found)})
        target = options.out / gold.name
        target.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        print(f"{gold.name}: {words} words, {words / took:.0f} words/s of one core", flush=True)


if __name__ == "__main__":
    main()
