"""Exports a fine-tuned encoder to ONNX and quantises it to int8, as the app loads it.

With --base and --share the weights become share * model + (1 - share) * base, which keeps more of the base's general
meaning. The shipped model was made with --share 0.5. Writes model.onnx and model_quantized.onnx; the tokenizer is the
base's own.

    python export.py --model OUT_DIR --base BASE_MODEL_DIR --share 0.5 --out MODEL_DIR
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
    if options.base is not None:
        average_with(encoder, AutoModel.from_pretrained(options.base), options.share)
    options.out.mkdir(parents=True, exist_ok=True)
    export(encoder, options.out / "model.onnx")
    quantise(options.out / "model.onnx", options.out / "model_quantized.onnx")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder that train.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for the ONNX files")
    parser.add_argument("--base", type=Path, help="folder of the base model to average with")
    parser.add_argument("--share", type=float, default=1.0, help="share of the fine-tuned weights, 0 to 1")
    options = parser.parse_args()
    if not 0 <= options.share <= 1:
        parser.error("--share must be between 0 and 1")
    if options.share < 1 and options.base is None:
        parser.error("--share needs --base")
    return options


def average_with(encoder, base, share: float) -> None:
    """Averages in place; buffers that are no floating-point weights stay the encoder's."""
    other = base.state_dict()
    encoder.load_state_dict(
        {
            name: share * weight + (1 - share) * other[name] if weight.is_floating_point() else weight
            for name, weight in encoder.state_dict().items()
        }
    )


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
