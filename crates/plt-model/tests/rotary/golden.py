"""Writes golden.json beside this file: cosines and sines of scaled rotary embeddings.

    python3 golden.py          (Python 3.11, numpy 2.4.6)

The formulas are those of transformers 5.24, modeling_rope_utils.py, with the type of every intermediate
number: `f32` as transformers computes them, `f64` with the same formulas in double precision. Positions
are 0, 1, the original maximum and four times it.
"""

import json
import math
from pathlib import Path

import numpy as np


def frequencies(config, real):
    """Radians per position of every pair, and the factor of cosine and sine."""
    scaling = config.get("rope_scaling") or {}
    kind = scaling.get("rope_type", scaling.get("type", "default"))
    dim, base, longest = config["head_dim"], config["rope_theta"], config["max_position_embeddings"]
    powers = real(base) ** (np.arange(0, dim, 2).astype(real) / real(dim))
    plain = real(1) / powers
    if kind == "default":
        return plain, 1.0
    original = scaling.get("original_max_position_embeddings", longest)
    factor = scaling.get("factor") or longest / original
    if kind == "linear":
        return plain / real(factor), 1.0
    if kind == "llama3":
        low, high = scaling["low_freq_factor"], scaling["high_freq_factor"]
        wavelength = real(2 * math.pi) / plain
        slow = np.where(wavelength > original / low, plain / real(factor), plain)
        smooth = (real(original) / wavelength - real(low)) / real(high - low)
        mixed = (1 - smooth) * slow / real(factor) + smooth * slow
        between = ~(wavelength < original / high) & ~(wavelength > original / low)
        return np.where(between, mixed, slow), 1.0
    assert kind == "yarn"

    def magnitude(mscale=1.0):
        return 0.1 * mscale * math.log(factor) + 1.0 if factor > 1 else 1.0

    attention = scaling.get("attention_factor")
    if attention is None:
        mscale, every = scaling.get("mscale"), scaling.get("mscale_all_dim")
        attention = magnitude(mscale) / magnitude(every) if mscale and every else magnitude()

    def index(turns):
        return dim * math.log(original / (turns * 2 * math.pi)) / (2 * math.log(base))

    first = max(math.floor(index(scaling.get("beta_fast") or 32)), 0)
    last = min(math.ceil(index(scaling.get("beta_slow") or 1)), dim - 1)
    last = last + 0.001 if first == last else last
    ramp = np.clip((np.arange(dim // 2).astype(real) - real(first)) / real(last - first), 0, 1)
    kept = 1 - ramp
    return 1 / (real(factor) * powers) * (1 - kept) + plain * kept, attention


def table(config, real):
    inv_freq, attention = frequencies(config, real)
    scaling = config.get("rope_scaling") or {}
    longest = config["max_position_embeddings"]
    original = scaling.get("original_max_position_embeddings", longest)
    rows = []
    for position in (0, 1, original, 4 * original):
        angles = real(position) * inv_freq.astype(real)
        cos, sin = np.cos(angles) * real(attention), np.sin(angles) * real(attention)
        rows.append({"position": position, "cos": [float(v) for v in cos], "sin": [float(v) for v in sin]})
    return rows


def case(name, head_dim, theta, longest, **scaling):
    return name, {
        "head_dim": head_dim, "rope_theta": theta, "max_position_embeddings": longest,
        "rope_scaling": scaling or None,
    }


CASES = [
    case("default", 32, 10000.0, 2048),
    case("linear", 32, 10000.0, 4096, type="linear", factor=8.0),
    case("llama 3.1", 64, 500000.0, 131072, rope_type="llama3", factor=8.0, low_freq_factor=1.0,
         high_freq_factor=4.0, original_max_position_embeddings=8192),
    case("llama 3.2", 32, 500000.0, 131072, rope_type="llama3", factor=32.0, low_freq_factor=1.0,
         high_freq_factor=4.0, original_max_position_embeddings=8192),
    case("qwen 2.5 with yarn", 64, 1000000.0, 32768, type="yarn", factor=4.0,
         original_max_position_embeddings=32768),
    case("yarn without a factor", 32, 10000.0, 65536, rope_type="yarn",
         original_max_position_embeddings=4096),
    case("yarn with its own bounds", 32, 150000.0, 131072, rope_type="yarn", factor=32.0, beta_fast=16.0,
         beta_slow=2.0, original_max_position_embeddings=4096),
    case("yarn with equal bounds", 8, 10000.0, 400, rope_type="yarn", factor=4.0, beta_fast=1.1,
         beta_slow=1.1, original_max_position_embeddings=6),
    case("yarn with an attention factor", 16, 10000.0, 1024, rope_type="yarn", factor=16.0,
         attention_factor=0.75, original_max_position_embeddings=64),
    case("yarn with mscale", 16, 10000.0, 163840, rope_type="yarn", factor=40.0, mscale=1.0,
         mscale_all_dim=0.707, original_max_position_embeddings=4096),
]

golden = [
    {"name": name, "config": config, "f64": table(config, np.float64), "f32": table(config, np.float32)}
    for name, config in CASES
]
Path(__file__).with_name("golden.json").write_text(json.dumps(golden) + "\n")
