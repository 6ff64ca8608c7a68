"""Exports a fine-tuned encoder to ONNX and quantises it to int8, as the app loads it.

Writes model.onnx and model_quantized.onnx; the tokenizer is the base's own.

    python export.py --model MEAN_DIR --out MODEL_DIR
"""

import argparse
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
OUTPUT = "last_hidden_state"
OPSET = 17


class LastHiddenState(torch.nn.Module):
    """The encoder with its inputs by name and one output; pooling is left to the app."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def main() -> None:
    options = read_options()
    encoder = AutoModel.from_pretrained(options.model, attn_implementation="eager").eval()
    options.out.mkdir(parents=True, exist_ok=True)
    export(encoder, options.out / "model.onnx")
    quantise(options.out / "model.onnx", options.out / "model_quantized.onnx")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder that train.py or average.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for the ONNX files")
    return parser.parse_args()


def export(encoder, path: Path) -> None:
    ids = torch.randint(0, 1000, (2, 9))
    torch.onnx.export(
        LastHiddenState(encoder),
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        str(path),
        input_names=INPUTS,
        output_names=[OUTPUT],
        dynamic_axes={name: {0: "batch", 1: "sequence"} for name in [*INPUTS, OUTPUT]},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8: the range of activations is taken at run time over the whole input, hence one text at a time."""
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
    )


if __name__ == "__main__":
    main()
