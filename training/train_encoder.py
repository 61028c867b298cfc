"""Train the encoder on all its tasks at once: `python training/train_encoder.py --help`."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import corpora
import silver
import torch
from tagger import Tagger
from tokenizers import Tokenizer
from windows import Encoded, batches, encoded, packed, windows

# How often each file is read in one epoch: much sport is halved, little news is read again.
NAMES = {
    "gum_news_train.jsonl": 3.0,
    "gum_other_train.jsonl": 1.0,
    "conll04_train.jsonl": 2.0,
    "tagged/conll2003_train.tsv": 0.5,
    "tagged/crossner_politics_train.tsv": 2.0,
    "tagged/wikigold.tsv": 1.0,
    "tagged/wnut17_train.tsv": 0.5,
}


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds entities/ and attribution/")
    parser.add_argument("base", type=Path, help="folder of the base model")
    parser.add_argument("out", type=Path, help="folder for checkpoints")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--leave-out", default="", help="ids of documents, comma between")
    parser.add_argument("--silver", type=Path, nargs=2, help="two files of silver.py")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--statements", type=float, default=1.0, help="share read in an epoch")
    parser.add_argument("--names", type=float, default=1.0, help="share read in an epoch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=1e9, help="end by then, rate brought down")
    parser.add_argument("--save-every", type=int, default=480, help="seconds")
    return parser.parse_args()


def read(options: argparse.Namespace, tokenizer: Tokenizer) -> dict[str, list[Encoded]]:
    """Return the encoded documents by file; documents to leave out are left out."""
    left_out = set(options.leave_out.split(","))
    out = {}
    for name in NAMES:
        path = options.data / "entities" / name
        reader = corpora.tagged if path.suffix == ".tsv" else corpora.entities
        kept = (d for d in reader(path) if left_out.isdisjoint({d.id, path.stem}))
        out[name] = [encoded(tokenizer, d) for d in kept]
    train = options.data / "attribution" / "train.jsonl"
    articles = [d for d in corpora.attributions(train) if d.id not in left_out]
    if options.silver:
        articles = list(silver.named(articles, *options.silver))
    out["attribution"] = [encoded(tokenizer, d) for d in articles]
    return out


def drawn(items: list[Encoded], share: float, rng: random.Random) -> list[Encoded]:
    """Return `share` times the items; a part is a run of neighbours, so that order is kept."""
    whole, part = divmod(share, 1)
    size = round(len(items) * part)
    start = rng.randrange(len(items) - size + 1) if items else 0
    return items * int(whole) + items[start : start + size]


def epoch(
    data: dict[str, list[Encoded]], options: argparse.Namespace, rng: random.Random
) -> list[Encoded]:
    """Return the windows of one epoch, both tasks mixed."""
    out: list[Encoded] = []
    for name, share in NAMES.items():
        items = drawn(data[name], share * options.names, rng)
        if name.startswith("gum"):
            out += [w for d in items for w in windows(d, rng)]
        else:
            out += [w for d in packed(items, rng) for w in windows(d, rng)]
    for document in drawn(data["attribution"], options.statements, rng):
        out += windows(document, rng)
    return out


def steps(data: dict[str, list[Encoded]], options: argparse.Namespace) -> Iterator[tuple]:
    """Yield every batch of the training with the share of the training that is done."""
    rng = random.Random(options.seed)
    left, done = options.epochs, 0.0
    while left > 0:
        group = list(batches(epoch(data, options, rng), options.tokens, rng))
        share = min(1.0, left)
        group = group[: int(len(group) * share)]
        for number, one in enumerate(group):
            yield (done + share * number / len(group)) / options.epochs, one
        left, done = left - 1, done + share


def start(model: Tagger, path: Path) -> None:
    """Take over the weights of a checkpoint; a layer that has grown keeps its new rows.

    Layers that a smaller body does not have are left out: the lower ones are kept.
    """
    mine = model.state_dict()
    for name, known in torch.load(path).items():
        if name not in mine:
            continue
        if known.dim():
            mine[name][: len(known)].copy_(known)
        else:
            mine[name].copy_(known)
    model.load_state_dict(mine)


def groups(model: Tagger, rate: float) -> list[dict]:
    """Return the parameters: heads, shapes and chains start from nothing and learn faster."""
    fast = ("names", "roles", "links", "body.embeddings.token_type")
    split: dict[int, list] = {1: [], 5: [], 20: []}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            split[20 if "chain" in name else 5 if name.startswith(fast) else 1].append(parameter)
    return [
        {
            "params": some,
            "lr": rate,
            "peak": rate * times,
            "weight_decay": 0.01 if times < 20 else 0,
        }
        for times, some in split.items()
    ]


def main() -> None:
    """Train, log and save."""
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    data = read(options, tokenizer)
    print({k: (len(v), sum(len(d.ids) for d in v)) for k, v in data.items()}, flush=True)
    model = Tagger(options.base, options.layers)
    if options.start:
        start(model, options.start)
    model.train()
    optimizer = torch.optim.AdamW(groups(model, options.rate), fused=True)
    began = saved = time.time()
    sums, tokens = [0.0, 0.0, 0.0], 0
    for number, (share, one) in enumerate(steps(data, options), 1):
        done = max(share, (time.time() - began) / 60 / options.minutes)
        if done > 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(done / 0.06, (1 - done) / 0.94 + 0.01, 1.0)
        losses = model.losses(one)
        sum(losses).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        tokens += int(one["mask"].sum())
        sums = [0.98 * s + 0.02 * x.item() for s, x in zip(sums, losses, strict=True)]
        if number % 20 == 0:
            rate = tokens / (time.time() - began)
            shown = " ".join(f"{s:.4f}" for s in sums)
            print(f"{number} {done:.3f} {shown} {rate:.0f} tokens/s", flush=True)
        if time.time() - saved > options.save_every:
            saved = time.time()
            torch.save(model.state_dict(), options.out / "last.pt")
    torch.save(model.state_dict(), options.out / "final.pt")
    print("done", time.time() - began, flush=True)


if __name__ == "__main__":
    main()
