"""Averages the weights of encoders that come from the same base: better on real wording than any of them alone.

A part is a folder that train.py wrote, or an int8 ONNX file that export.py wrote, such as the encoder that Tessera
ships: its weights are taken back to floating point. The configuration is that of the first folder.

    python average.py --out MEAN_DIR PART:SHARE PART:SHARE ...
"""

import argparse
from pathlib import Path

import numpy
import onnx
import torch
from int8_file import INNER, matrices, plain, prefix_of, values_of
from transformers import AutoModel

EMBEDDINGS = [f"embeddings.{kind}_embeddings.weight" for kind in ("word", "token_type", "position")]


def main() -> None:
    out, parts = read_options()
    folder = next(path for path, _ in parts if path.is_dir())
    mean = AutoModel.from_pretrained(folder)
    weights = [(read_weights(path), share) for path, share in parts]
    mean.load_state_dict(
        {name: average(name, weights) if averaged(name, own) else own for name, own in mean.state_dict().items()}
    )
    mean.save_pretrained(out)


def read_options() -> tuple[Path, list[tuple[Path, float]]]:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("parts", nargs="+", metavar="PART:SHARE")
    options = parser.parse_args()
    parts = [(Path(path), float(share)) for path, _, share in (part.rpartition(":") for part in options.parts)]
    if abs(sum(share for _, share in parts) - 1) > 1e-6:
        parser.error("the shares must add up to 1")
    if not any(path.is_dir() for path, _ in parts):
        parser.error("one part must be a folder")
    return options.out, parts


def averaged(name: str, weight) -> bool:
    """The pooler stands in the file and takes no part: the app pools by itself."""
    return weight.is_floating_point() and not name.startswith("pooler.")


def average(name: str, weights):
    return sum(share * model[name] for model, share in weights)


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    return dict(AutoModel.from_pretrained(path).state_dict()) if path.is_dir() else read_int8(path)


def read_int8(path: Path) -> dict[str, torch.Tensor]:
    """Names as in the folder."""
    graph = onnx.load(str(path)).graph
    values = values_of(graph)
    prefix = prefix_of(values)
    weights = {
        plain(name.removeprefix(prefix)): torch.tensor(value) for name, value in values.items() if name.startswith(prefix)
    }
    for name in EMBEDDINGS:
        weights[name] = torch.tensor(to_float(values, prefix + name))
    for matrix in matrices(graph, values):
        weight = torch.tensor(to_float(values, matrix.initialiser).T.copy())
        if INNER in matrix.bias:
            weight *= torch.tensor(values[matrix.bias.partition(INNER)[0] + ".scale"])
        weights[matrix.weight] = weight
    return weights


def to_float(values, name: str):
    zero = values[f"{name}_zero_point"].astype(numpy.float32)
    return (values[f"{name}_quantized"].astype(numpy.float32) - zero) * values[f"{name}_scale"]


if __name__ == "__main__":
    main()
