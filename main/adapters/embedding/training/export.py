"""Exports a fine-tuned encoder to ONNX and quantises it to int8, as the app loads it.

Writes model.onnx and model_quantized.onnx; the tokenizer is the base's own.

Before it quantises, it evens out the channels of what enters the matrices (SmoothQuant, Xiao et al. 2023,
arXiv 2211.10438): activations have one scale in int8, so that a few large channels would blur all others. What a channel
loses its matrix gains, and the encoder computes the same in floating point. How large the channels grow is taken from
preferred labels of ESCO. Then the matrices are rounded so that their products change least (round_matrices.py).

    python export.py --model MEAN_DIR --tokenizer BASE_MODEL_DIR/tokenizer.json --data TESSERA_DATA/matching --out MODEL_DIR
"""

import argparse
import json
import random
from itertools import groupby
from pathlib import Path

import tokenizers
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from round_matrices import round_matrices, write_matrices
from transformers import AutoModel

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
OUTPUT = "last_hidden_state"
OPSET = 17

# Labels by which the channels are measured, and the share of the difference that goes into the matrices: with .5 the
# error of cosines grows; with .7, .8 and .9 its root mean square is .0061, .0050 and .0051 (matrices rounded as here).
SAMPLE, SHARE, SEED = 600, 0.8, 5

# Skills whose label, one other name and description the matrices are rounded by.
SKILLS_TO_ROUND_BY, BATCH, MAX_TOKENS = 800, 64, 48


class LastHiddenState(torch.nn.Module):
    """The encoder with its inputs by name and one output; pooling is left to the app."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


class Evened(torch.nn.Module):
    """A module whose input is scaled by channel, and whose first matrices are scaled the other way."""

    def __init__(self, inner, matrices):
        super().__init__()
        self.inner = inner
        self.matrices = list(matrices)
        self.largest = torch.zeros(self.matrices[0].in_features)
        self.scale = None

    def forward(self, channels, *others, **named):
        if self.scale is not None:
            return self.inner(channels * self.scale, *others, **named)
        self.largest = torch.maximum(self.largest, channels.abs().flatten(0, -2).max(0).values)
        return self.inner(channels, *others, **named)

    def even_out(self) -> None:
        weights = torch.stack([matrix.weight.abs().max(0).values for matrix in self.matrices]).max(0).values
        factor = self.largest.clamp(min=1e-5) ** SHARE / weights.clamp(min=1e-5) ** (1 - SHARE)
        for matrix in self.matrices:
            matrix.weight.data *= factor
        self.scale = torch.nn.Parameter(1 / factor, requires_grad=False)


def main() -> None:
    options = read_options()
    encoder = AutoModel.from_pretrained(options.model, attn_implementation="eager").eval()
    tokenizer = tokenizers.Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    skills = read_skills(options.data)
    even_out_channels(encoder, tokenizer, sample_labels(skills))
    rounded = round_matrices(encoder, batches_of(tokenizer, sample_texts(skills)))
    options.out.mkdir(parents=True, exist_ok=True)
    export(encoder, options.out / "model.onnx")
    quantise(options.out / "model.onnx", options.out / "model_quantized.onnx")
    write_matrices(str(options.out / "model_quantized.onnx"), rounded)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder that train.py or average.py wrote")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the base")
    parser.add_argument("--data", type=Path, required=True, help="folder with esco/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the ONNX files")
    return parser.parse_args()


def read_skills(data: Path) -> list[dict]:
    with (data / "esco" / "skills_v1.1.1_en.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sample_labels(skills: list[dict]) -> list[str]:
    return random.Random(SEED).sample([skill["label"].lower() for skill in skills], SAMPLE)


def sample_texts(skills: list[dict]) -> list[str]:
    chance = random.Random(SEED)
    sample = chance.sample(skills, SKILLS_TO_ROUND_BY)
    texts = [(skill["label"], chance.choice(skill["alt"] or [""]), skill["desc"] or "") for skill in sample]
    return [text.lower() for own in texts for text in own if text]


def batches_of(tokenizer, texts: list[str]) -> list[torch.Tensor]:
    """Texts of one length in each, so that nothing is padded."""
    tokens = sorted((entry.ids for entry in tokenizer.encode_batch(texts)), key=len)
    groups = [list(alike) for _, alike in groupby(tokens, len)]
    return [torch.tensor(alike[start : start + BATCH]) for alike in groups for start in range(0, len(alike), BATCH)]


@torch.no_grad()
def even_out_channels(encoder, tokenizer, texts: list[str]) -> None:
    evened = []
    for layer in encoder.encoder.layer:
        attention = layer.attention.self
        layer.attention.self = Evened(attention, (attention.query, attention.key, attention.value))
        layer.intermediate.dense = Evened(layer.intermediate.dense, (layer.intermediate.dense,))
        layer.output.dense = Evened(layer.output.dense, (layer.output.dense,))
        evened += [layer.attention.self, layer.intermediate.dense, layer.output.dense]
    for text in texts:
        ids = torch.tensor([tokenizer.encode(text).ids])
        encoder(input_ids=ids, attention_mask=torch.ones_like(ids))
    for module in evened:
        module.even_out()


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
