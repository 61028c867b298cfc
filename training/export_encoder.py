"""Turn a checkpoint into what is shipped: int8 ONNX weights, tokenizer and `model.toml`."""

from __future__ import annotations

import argparse
import json
import tomllib
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from corpora import KINDS
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from tagger import LINK, Chain, Tagger
from tokenizers import Tokenizer
from torch import Tensor, nn
from windows import ROLES


class Exported(nn.Module):
    """The tagger on windows that are read one by one, so without a mask."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return names, roles and links of one window."""
        return self.tagger(ids, shapes, torch.ones_like(ids))


def to_onnx(tagger: Tagger, path: Path) -> None:
    """Write the tagger in full precision."""
    example = torch.ones((1, 16), dtype=torch.int64)
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", "names", "roles", "links")}
    torch.onnx.export(
        Exported(tagger).eval(),
        (example, example),
        str(path),
        input_names=["ids", "shapes"],
        output_names=["names", "roles", "links"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def to_int8(source: Path, target: Path) -> None:
    """Quantise weights to eight bits, a scale for each channel; activations when they come."""
    with TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
            op_types_to_quantize=["MatMul", "Gather"],
        )


def rounded(chain: Chain) -> list:
    """Return the scores of a chain's steps, four decimals."""
    return [[[round(x, 4) for x in row] for row in layer] for layer in chain.scores().tolist()]


def eager(steps: list, by: list[float]) -> list:
    """Return the steps with more that speaks for the beginning of a span of each role.

    The chain maximises the likelihood of whole label rows, which makes it miss spans rather than
    invent them; a statement that is missed and one that is invented cost the same.
    """
    for layer, more in zip(steps, by, strict=True):
        layer[0][1] = round(layer[0][1] + more, 4)
    return steps


def card(options: argparse.Namespace, folder: Path, about: dict, tagger: Tagger) -> str:
    """Return `model.toml`."""

    def digest(name: str) -> str:
        return sha256((folder / name).read_bytes()).hexdigest()

    head = {
        "base": about["base"],
        "base_licence": about["base_licence"],
        "weights": options.weights,
        "weights_sha256": digest(options.weights),
        "tokenizer": "tokenizer.json",
        "tokenizer_sha256": digest("tokenizer.json"),
        "kinds": list(KINDS),
        "roles": list(ROLES),
        "link_width": LINK,
        "link_bias": [[round(x, 4) for x in row] for row in tagger.link_chain.tolist()],
        "seed": about["seed"],
        "epochs": about["epochs"],
        "layers": options.layers,
        "name_steps": rounded(tagger.name_chain)[0],
        "role_steps": eager(rounded(tagger.role_chain), options.eager),
    }
    lines = [
        "# Written by training/export_encoder.py; docs/explanation/encoder.md tells the story."
    ]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    for table in about["data"]:
        lines += ["", "[[data]]"]
        lines += [
            f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()
        ]
    lines += ["", "# F1 in percent on what it did not learn from, eight-bit weights.", "[figures]"]
    lines += [f"{json.dumps(key)} = {float(value)}" for key, value in about["figures"].items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Export, quantise and write the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("about", type=Path, help="TOML: base, data, seed, epochs and figures")
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--eager", type=float, nargs=3, default=[2.2, 2.2, 0.8])
    parser.add_argument("--full", action="store_true", help="leave the weights in full precision")
    parser.add_argument("--strict", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    options.weights = "encoder.onnx"
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    tagger = Tagger(options.base, options.layers)
    tagger.load_state_dict(torch.load(options.checkpoint), strict=options.strict)
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        to_onnx(tagger, plain)
        target = options.out / options.weights
        if options.full:
            target.write_bytes(plain.read_bytes())
        else:
            to_int8(plain, target)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    about = tomllib.loads(options.about.read_text("utf-8"))
    (options.out / "model.toml").write_text(card(options, options.out, about, tagger), "utf-8")


if __name__ == "__main__":
    main()
