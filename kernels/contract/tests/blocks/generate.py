"""Writes what the tests of GGML's block types compare with, and the grids of the iq types.

Made with gguf 0.19.0 and numpy 2.4; run by hand in this folder:
    python generate.py

TYPE.bin: four blocks of random bytes (scales finite), then their values as f32 by
gguf.quants.dequantize. Q8_1 and Q8_K, which gguf does not dequantize, follow ggml's definition.
"""

import numpy as np
import gguf
from gguf import quants

Q = gguf.GGMLQuantizationType
BLOCKS = 4
# Offsets of the halves among the bytes of a block; Q8_K has a float at 0, FP4 and IQ1_M none.
HALVES = {
    "Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q8_1": [0, 2],
    "Q2_K": [80, 82], "Q3_K": [108], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208], "Q8_K": [],
    "IQ4_NL": [0], "IQ4_XS": [0], "IQ3_XXS": [0], "IQ3_S": [0], "IQ2_XXS": [0], "IQ2_XS": [0],
    "IQ2_S": [0], "IQ1_S": [0], "IQ1_M": [], "TQ1_0": [52], "TQ2_0": [64], "MXFP4": [], "NVFP4": [],
    "F16": [0], "BF16": [0], "F32": [],
}
SIZES = {"Q8_1": (32, 36), "F32": (1, 4), "F16": (1, 2), "BF16": (1, 2)}


def random_blocks(name, rng):
    length, size = SIZES.get(name, gguf.GGML_QUANT_SIZES[Q[name]])
    count = BLOCKS if length > 1 else 256
    blocks = rng.integers(0, 256, (count, size), dtype=np.uint8)
    for at in HALVES[name]:
        # Clears the exponent's highest bit: finite. The first block has a subnormal scale.
        blocks[:, at + 1] &= 0xBF
        if length > 1:
            blocks[0, at + 1] &= 0x83
    if name == "Q8_K":
        blocks[:, :4] = rng.normal(size=count).astype(np.float32)[:, None].view(np.uint8)
    if name == "F32":
        blocks[:] = rng.normal(size=count).astype(np.float32)[:, None].view(np.uint8)
    if name == "IQ1_M":
        # The highest digit of the half is in the last byte.
        blocks[:, 55] &= 0xBF
    if name == "MXFP4":
        # The exponents at the ends, too: 0 and 1 are subnormal.
        blocks[:, 0] = [0, 1, 120, 251]
    if name == "NVFP4":
        blocks[0, :4] = [0x00, 0x7F, 0xFF, 0x01]
    return blocks


def values(name, blocks):
    if name == "Q8_1":
        d = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        return d * blocks[:, 4:].copy().view(np.int8).astype(np.float32)
    if name == "Q8_K":
        d = blocks[:, :4].copy().view(np.float32)
        return d * blocks[:, 4:260].copy().view(np.int8).astype(np.float32)
    return quants.dequantize(blocks, Q[name])


def grid(kind, bits):
    kind.init_grid()
    codes = np.searchsorted(np.array(kind.grid_map), kind.grid.reshape(kind.grid_shape))
    packed = sum(codes[:, i].astype(np.uint32) << (bits * i) for i in range(codes.shape[1]))
    return packed.astype(np.uint16)


def write_grids():
    grids = [
        ("IQ2_XXS", quants.IQ2_XXS, 2, "eight values of 8, 25, 43"),
        ("IQ2_XS", quants.IQ2_XS, 2, "eight values of 8, 25, 43"),
        ("IQ2_S", quants.IQ2_S, 2, "eight values of 8, 25, 43"),
        ("IQ3_XXS", quants.IQ3_XXS, 3, "four values of 4, 12, 20, 28, 36, 44, 52, 62"),
        ("IQ3_S", quants.IQ3_S, 3, "four values of 1, 3, 5, 7, 9, 11, 13, 15"),
        ("IQ1", quants.IQ1_S, 2, "eight values of -1, 0, 1"),
    ]
    with open("../../src/blocks/grids.rs", "w") as file:
        file.write(
            "//! The grids of GGML's iq types (ggml, MIT license): vectors of small numbers that an index stands\n"
            "//! for. An entry has the index of each value, the first in the lowest bits.\n"
            "//!\n"
            "//! Written by `tests/blocks/generate.py`.\n"
        )
        for name, kind, bits, what in grids:
            entries = grid(kind, bits)
            file.write(f"\n/// {bits} bits each: {what}.\n#[rustfmt::skip]\n")
            file.write(f"pub(super) const {name}: [u16; {len(entries)}] = [\n")
            for row in entries.reshape(-1, 16):
                file.write("    " + " ".join(f"{e:#06x}," for e in row) + "\n")
            file.write("];\n")


def main():
    rng = np.random.default_rng(20)
    for name in HALVES:
        blocks = random_blocks(name, rng)
        result = np.ascontiguousarray(values(name, blocks), dtype="<f4")
        assert np.isfinite(result).all(), name
        with open(f"{name.lower()}.bin", "wb") as file:
            file.write(blocks.tobytes() + result.tobytes())
    write_grids()


main()
