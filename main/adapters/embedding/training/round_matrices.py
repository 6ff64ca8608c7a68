"""Rounds the matrices of an encoder to int8 so that their products change least (GPTQ, Frantar et al. 2023,
arXiv 2210.17323): what the rounding of a column loses is made up for by the columns that are not rounded yet, as far as
the inputs of real texts go together. Neither size nor speed changes.
"""

from dataclasses import dataclass

import onnx
import torch
from int8_file import matrices, plain, values_of
from onnx import numpy_helper

STEPS = 127
# Added to the diagonal, in shares of its mean, so that inputs which hardly vary are no way to make up for anything.
DAMPING = 0.01


@dataclass
class Rounded:
    # Steps from -127 to 127, a row for each output; the length of a step for each row.
    steps: torch.Tensor
    scale: torch.Tensor


@torch.no_grad()
def round_matrices(encoder, batches: list[torch.Tensor]) -> dict[str, Rounded]:
    """Rounds all matrices of the layers in place, from the first to the last: each sees inputs as the rounded ones give
    them.

    batches: token ids, texts of one length in each. Returns what was rounded, by the name of the parameter.
    """
    names = {id(module): name for name, module in encoder.named_modules()}
    rounded = {}
    for layer in encoder.encoder.layer:
        attention = unwrapped(layer.attention.self)
        for together in (
            (attention.query, attention.key, attention.value),
            (layer.attention.output.dense,),
            (unwrapped(layer.intermediate.dense),),
            (unwrapped(layer.output.dense),),
        ):
            products = products_of_inputs(encoder, together[0], batches)
            for matrix in together:
                own = round_matrix(matrix.weight.double(), products)
                matrix.weight.data = (own.steps * own.scale[:, None]).float()
                rounded[plain(f"{names[id(matrix)]}.weight")] = own
    return rounded


def unwrapped(module):
    return getattr(module, "inner", module)


def products_of_inputs(encoder, matrix, batches: list[torch.Tensor]) -> torch.Tensor:
    """The sum over all tokens of the outer product of the matrix's input with itself: inputs × inputs."""
    products = torch.zeros(matrix.in_features, matrix.in_features, dtype=torch.float64)

    def add(_, inputs) -> None:
        rows = inputs[0].reshape(-1, matrix.in_features).double()
        products.add_(rows.T @ rows)

    hook = matrix.register_forward_pre_hook(add)
    for ids in batches:
        encoder(input_ids=ids, attention_mask=torch.ones_like(ids))
    hook.remove()
    return products


def round_matrix(weight: torch.Tensor, products: torch.Tensor) -> Rounded:
    scale = weight.abs().amax(1) / STEPS
    # The largest inputs first, while there are others left to make up for them.
    order = products.diagonal().argsort(descending=True)
    left = weight[:, order].clone()
    damped = products[order][:, order] + DAMPING * products.diagonal().mean() * torch.eye(len(order), dtype=torch.float64)
    making_up = torch.linalg.cholesky(torch.linalg.inv(damped), upper=True)
    steps = torch.zeros_like(left)
    for column in range(len(order)):
        steps[:, column] = (left[:, column] / scale).round().clamp(-STEPS, STEPS)
        lost = (left[:, column] - steps[:, column] * scale) / making_up[column, column]
        left[:, column + 1 :] -= lost[:, None] * making_up[column, column + 1 :]
    return Rounded(steps[:, order.argsort()], scale)


def write_matrices(path: str, rounded: dict[str, Rounded]) -> None:
    """Puts the matrices into a file of onnxruntime's own quantisation, which takes the scale anew from the rounded ones."""
    model = onnx.load(path)
    values = values_of(model.graph)
    entries = {entry.name: entry for entry in model.graph.initializer}
    for matrix in matrices(model.graph, values):
        own = rounded[matrix.weight]
        if values[f"{matrix.initialiser}_zero_point"].any():
            raise ValueError(f"{matrix.initialiser} is not rounded about nought")
        for part, value in (("quantized", own.steps.T.to(torch.int8)), ("scale", own.scale.float())):
            name = f"{matrix.initialiser}_{part}"
            if value.shape != values[name].shape:
                raise ValueError(f"{name} is not laid out as expected")
            entries[name].CopyFrom(numpy_helper.from_array(value.contiguous().numpy(), name))
    onnx.save(model, path)
