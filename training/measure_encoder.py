"""Write what an exported encoder finds in gold files, for their evaluators to score.

`python training/measure_encoder.py MODEL_FOLDER OUT GOLD...`: a gold file under `attribution` gets
attributions, linked by `--link nearest` or `learned`; any other gets names. Prints words a second.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import msgspec

from dateline.text.encoder import Encoding, Model, load

Row = dict[str, Any]


def mentions(found: Encoding) -> list[Row]:
    """Return the names as mentions of the evaluator's format."""
    return [
        {"id": f"m{i}", "start": n.span.start, "end": n.span.end, "type": n.label, "form": "named"}
        for i, n in enumerate(found.names)
        if n.label in ("PERSON", "ORG", "PLACE")
    ]


def nearest(found: Encoding) -> list[Row]:
    """Link each content with the nearest cue, and that with the nearest source."""
    out = []
    for part in found.parts:
        if part.label == "content":
            row: Row = {"source": [], "cue": [], "content": [list(msgspec.to_builtins(part.span))]}
            at = part.span
            for role in ("cue", "source"):
                near = min(
                    (p for p in found.parts if p.label == role),
                    key=lambda p: max(p.span.start - at.end, at.start - p.span.end),
                    default=None,
                )
                if near and max(near.span.start - at.end, at.start - near.span.end) < 300:
                    row[role] = [list(msgspec.to_builtins(near.span))]
                    at = near.span if role == "cue" else at
            out.append(row)
    return out


def learned(found: Encoding) -> list[Row]:
    """Link each content with its likeliest source and cue; contents of one cue are one."""
    best: dict[tuple[int, str], int | None] = {}
    for link in found.links:
        best.setdefault((link.content, link.role), link.part)
    by_cue: dict[object, Row] = {}
    for i, part in enumerate(found.parts):
        if part.label == "content":
            cue, source = best.get((i, "cue")), best.get((i, "source"))
            key = ("cue", cue) if cue is not None else ("content", i)
            row = by_cue.setdefault(key, {"source": [], "cue": [], "content": []})
            row["content"].append([part.span.start, part.span.end])
            for role, place in (("cue", cue), ("source", source)):
                if place is not None and not row[role]:
                    span = found.parts[place].span
                    row[role] = [[span.start, span.end]]
    return list(by_cue.values())


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
                rows.append({"id": name, "attributions": link(found)})
            else:
                rows.append({"id": name, "text": text, "mentions": mentions(found)})
        target = options.out / gold.name
        target.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        print(f"{gold.name}: {words} words, {words / took:.0f} words/s of one core", flush=True)


if __name__ == "__main__":
    main()
