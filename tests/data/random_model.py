"""Writes a Llama of random bf16 weights: python random_model.py HIDDEN FEED_FORWARD LAYERS FOLDER

For the table in docs/gguf.md. Needs numpy.
"""

import json
import os
import struct
import sys

import numpy as np

hidden, feed_forward, layers = map(int, sys.argv[1:4])
folder = sys.argv[4]
head, heads, vocab = 64, hidden // 64, 8192
kv_heads = heads // 3 if heads % 3 == 0 else heads // 4
shapes = {"model.embed_tokens.weight": [vocab, hidden], "model.norm.weight": [hidden]}
for layer in range(layers):
    name = f"model.layers.{layer}."
    shapes |= {
        name + "input_layernorm.weight": [hidden],
        name + "self_attn.q_proj.weight": [heads * head, hidden],
        name + "self_attn.k_proj.weight": [kv_heads * head, hidden],
        name + "self_attn.v_proj.weight": [kv_heads * head, hidden],
        name + "self_attn.o_proj.weight": [hidden, heads * head],
        name + "post_attention_layernorm.weight": [hidden],
        name + "mlp.gate_proj.weight": [feed_forward, hidden],
        name + "mlp.up_proj.weight": [feed_forward, hidden],
        name + "mlp.down_proj.weight": [hidden, feed_forward],
    }
config = {
    "model_type": "llama", "vocab_size": vocab, "hidden_size": hidden,
    "intermediate_size": feed_forward, "num_hidden_layers": layers,
    "num_attention_heads": heads, "num_key_value_heads": kv_heads, "head_dim": head,
    "hidden_act": "silu", "max_position_embeddings": 2048, "rms_norm_eps": 1e-5,
    "rope_theta": 1e4, "tie_word_embeddings": True,
}
os.makedirs(folder, exist_ok=True)
with open(f"{folder}/config.json", "w") as file:
    json.dump(config, file)
header, end = {}, 0
for name, shape in shapes.items():
    start, end = end, end + 2 * int(np.prod(shape))
    header[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [start, end]}
header = json.dumps(header).encode()
header += b" " * (-len(header) % 8)
rng = np.random.default_rng(0)
with open(f"{folder}/model.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(header)) + header)
    for shape in shapes.values():
        values = rng.normal(0, 0.02, int(np.prod(shape))).astype("<f4")
        file.write((values.view("<u4") >> 16).astype("<u2").tobytes())
