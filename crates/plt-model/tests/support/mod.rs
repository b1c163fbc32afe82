//! GGUF files written byte by byte: any key, any element type, any part of a model.

#![allow(dead_code, reason = "every test crate uses a part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use plt_model::checkpoint::GgufValue;
use plt_model::{Checkpoint, DType, Error};

pub const HIDDEN: usize = 256;
pub const VOCAB: usize = 8;

/// A tensor: shape with the rows first, number of the element type, bytes.
pub type Tensor = (Vec<usize>, u32, Vec<u8>);

/// Keys and tensors of one file.
#[derive(Clone, Default)]
pub struct Gguf {
    pub keys: BTreeMap<String, GgufValue>,
    pub tensors: BTreeMap<String, Tensor>,
}

/// A tensor of f32 values that differ from tensor to tensor.
pub fn floats(shape: &[usize], seed: usize) -> Tensor {
    let count: usize = shape.iter().product();
    let value = |i: usize| ((i * 7919 + seed * 104_729) % 2003) as f32 / 1001.0 - 1.0;
    (shape.to_vec(), 0, (0..count).flat_map(|i| value(i).to_le_bytes()).collect())
}

impl Gguf {
    /// A llama with one layer, 4 heads of 64, 2 KV heads and a tied head.
    pub fn llama() -> Self {
        let sizes = [
            ("llama.block_count", 1),
            ("llama.embedding_length", HIDDEN as u32),
            ("llama.feed_forward_length", 256),
            ("llama.attention.head_count", 4),
            ("llama.attention.head_count_kv", 2),
            ("llama.context_length", 128),
        ];
        let mut file = Self::default();
        for (key, size) in sizes {
            file.set(key, GgufValue::U32(size));
        }
        file.set("general.architecture", GgufValue::String("llama".into()));
        file.set("llama.attention.layer_norm_rms_epsilon", GgufValue::F32(1e-5));
        let tensors: [(&str, &[usize]); 11] = [
            ("token_embd.weight", &[VOCAB, HIDDEN]),
            ("output_norm.weight", &[HIDDEN]),
            ("blk.0.attn_norm.weight", &[HIDDEN]),
            ("blk.0.attn_q.weight", &[256, HIDDEN]),
            ("blk.0.attn_k.weight", &[128, HIDDEN]),
            ("blk.0.attn_v.weight", &[128, HIDDEN]),
            ("blk.0.attn_output.weight", &[HIDDEN, 256]),
            ("blk.0.ffn_norm.weight", &[HIDDEN]),
            ("blk.0.ffn_gate.weight", &[256, HIDDEN]),
            ("blk.0.ffn_up.weight", &[256, HIDDEN]),
            ("blk.0.ffn_down.weight", &[HIDDEN, 256]),
        ];
        for (seed, (name, shape)) in tensors.into_iter().enumerate() {
            file.tensors.insert(name.to_owned(), floats(shape, seed));
        }
        file
    }

    pub fn set(&mut self, key: &str, value: GgufValue) {
        self.keys.insert(key.to_owned(), value);
    }

    pub fn bytes(&self) -> Vec<u8> {
        let alignment = self.keys.get("general.alignment").and_then(GgufValue::as_u64);
        let alignment = alignment.unwrap_or(32) as usize;
        let mut out = b"GGUF\x03\0\0\0".to_vec();
        out.extend((self.tensors.len() as u64).to_le_bytes());
        out.extend((self.keys.len() as u64).to_le_bytes());
        for (key, value) in &self.keys {
            text(&mut out, key);
            out.extend((value.value_type() as u32).to_le_bytes());
            content(&mut out, value);
        }
        let mut data = Vec::new();
        for (name, (shape, dtype, bytes)) in &self.tensors {
            text(&mut out, name);
            out.extend((shape.len() as u32).to_le_bytes());
            for size in shape.iter().rev() {
                out.extend((*size as u64).to_le_bytes());
            }
            out.extend(dtype.to_le_bytes());
            out.extend((data.len() as u64).to_le_bytes());
            data.extend(bytes);
            data.resize(data.len().next_multiple_of(alignment), 0);
        }
        out.resize(out.len().next_multiple_of(alignment), 0);
        out.extend(data);
        out
    }

    pub fn write(&self, path: &Path) {
        std::fs::write(path, self.bytes()).expect("written");
    }

    /// Writes the file into a directory of its own and opens it.
    pub fn open(&self) -> plt_model::Result<Checkpoint> {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("model.gguf");
        self.write(&path);
        Checkpoint::open(path)
    }

    /// Writes the tensors in `count` parts, the keys into the first, and returns the paths.
    pub fn write_parts(&self, dir: &Path, stem: &str, count: usize) -> Vec<PathBuf> {
        let mut parts = vec![Self::default(); count];
        parts[0].keys = self.keys.clone();
        for (index, (name, tensor)) in self.tensors.iter().enumerate() {
            parts[index % count].tensors.insert(name.clone(), tensor.clone());
        }
        let write = |(number, part): (usize, &mut Self)| {
            part.set("split.no", GgufValue::U16(number as u16));
            part.set("split.count", GgufValue::U16(count as u16));
            part.set("split.tensors.count", GgufValue::I32(self.tensors.len() as i32));
            let path = dir.join(format!("{stem}-{:05}-of-{count:05}.gguf", number + 1));
            part.write(&path);
            path
        };
        parts.iter_mut().enumerate().map(write).collect()
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.extend((text.len() as u64).to_le_bytes());
    out.extend(text.as_bytes());
}

fn content(out: &mut Vec<u8>, value: &GgufValue) {
    match value {
        GgufValue::U8(v) => out.push(*v),
        GgufValue::I8(v) => out.extend(v.to_le_bytes()),
        GgufValue::U16(v) => out.extend(v.to_le_bytes()),
        GgufValue::I16(v) => out.extend(v.to_le_bytes()),
        GgufValue::U32(v) => out.extend(v.to_le_bytes()),
        GgufValue::I32(v) => out.extend(v.to_le_bytes()),
        GgufValue::U64(v) => out.extend(v.to_le_bytes()),
        GgufValue::I64(v) => out.extend(v.to_le_bytes()),
        GgufValue::F32(v) => out.extend(v.to_le_bytes()),
        GgufValue::F64(v) => out.extend(v.to_le_bytes()),
        GgufValue::Bool(v) => out.push(u8::from(*v)),
        GgufValue::String(v) => text(out, v),
        GgufValue::Array(values) => {
            let element = values.first().map_or(4, |value| value.value_type() as u32);
            out.extend(element.to_le_bytes());
            out.extend((values.len() as u64).to_le_bytes());
            values.iter().for_each(|value| content(out, value));
        }
    }
}

/// The values of every tensor of the config.
pub fn weights(checkpoint: &Checkpoint) -> Vec<Vec<f32>> {
    let specs = checkpoint.config().tensors();
    specs.iter().map(|spec| checkpoint.tensor(spec).expect("it reads").to_f32()).collect()
}

/// The error of opening a path: one line.
pub fn refused(path: &Path) -> String {
    let message = Checkpoint::open(path).expect_err("it must not open").to_string();
    assert!(!message.contains('\n') && message.len() < 2000, "{message:?}");
    message
}

/// The problems of a checkpoint, as text.
pub fn problems(opened: plt_model::Result<Checkpoint>) -> Result<(), Error> {
    opened.and_then(|checkpoint| checkpoint.check())
}

/// The golden blocks of a type: their bytes, and their values.
pub fn golden(dtype: DType) -> (Vec<u8>, Vec<f32>) {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../kernels/contract/tests/blocks");
    let file = std::fs::read(format!("{dir}/{dtype}.bin")).expect("a file for each type");
    let count = file.len() / (dtype.block_bytes() + 4 * dtype.block_len());
    let (blocks, values) = file.split_at(count * dtype.block_bytes());
    let values = values.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
    (blocks.to_vec(), values.collect())
}
