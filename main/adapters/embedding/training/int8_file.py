"""Where the matrices of an encoder stand in the int8 ONNX file that export.py writes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onnx import numpy_helper

LANDMARK = "embeddings.LayerNorm.weight"
# Stands in the names of what export.py has put a module around.
INNER = ".inner."
# Between a product of int8 matrices and the sum with its bias stand a cast and the scales.
LONGEST_WAY_TO_BIAS = 6


@dataclass
class Matrix:
    """A matrix has no name of its own in the file and is known by the bias that is added after it."""

    # As the encoder's parameters are called, e.g. encoder.layer.0.output.dense.weight.
    weight: str
    # The bias in the file; its name bears INNER where the matrix was evened out.
    bias: str
    # The file has these with _quantized, _scale and _zero_point after it; a column of the file is a row of the weight.
    initialiser: str


def values_of(graph) -> dict:
    return {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}


def prefix_of(values: dict) -> str:
    return next(name for name in values if name.endswith(LANDMARK)).removesuffix(LANDMARK)


def matrices(graph, values: dict) -> Iterator[Matrix]:
    prefix = prefix_of(values)
    takers = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            takers[name].append(node)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            bias = bias_after(node, takers, values)
            weight = plain(bias.removeprefix(prefix)).removesuffix("bias") + "weight"
            yield Matrix(weight, bias, node.input[1].removesuffix("_quantized"))


def plain(name: str) -> str:
    """The name without the module that export.py puts around what it evens out."""
    return name.replace(INNER, ".")


def bias_after(node, takers, values) -> str:
    for _ in range(LONGEST_WAY_TO_BIAS):
        node = takers[node.output[0]][0]
        for name in node.input:
            if node.op_type == "Add" and name in values and name.endswith("bias"):
                return name
    raise ValueError("a matrix without a bias: no file that export.py wrote")
