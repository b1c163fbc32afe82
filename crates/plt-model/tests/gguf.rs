//! GGUF files: valid ones written by candle, invalid ones byte by byte.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;

use candle_core::quantized::gguf_file::{self, Value};
use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_model::checkpoint::{Checkpoint, GgufValue, Problem};
use plt_model::config::{LoopRule, ModelType};
use plt_model::{DType, Error, Quantization};
use proptest::prelude::*;
use tempfile::TempDir;

const HIDDEN: usize = 256;
const HEADS: usize = 4;
const KV_HEADS: usize = 2;
const HEAD_DIM: usize = 64;
const VOCAB: usize = 16;

/// Metadata and tensors of a llama with one layer.
struct Llama {
    metadata: BTreeMap<&'static str, Value>,
    tensors: BTreeMap<&'static str, QTensor>,
}

impl Llama {
    /// Matrices of this type, norms in f32, as converters do it.
    fn new(dtype: GgmlDType) -> Self {
        let metadata = BTreeMap::from([
            ("general.architecture", Value::String("llama".into())),
            ("llama.block_count", Value::U32(1)),
            ("llama.embedding_length", Value::U32(HIDDEN as u32)),
            ("llama.feed_forward_length", Value::U32(256)),
            ("llama.attention.head_count", Value::U32(HEADS as u32)),
            ("llama.attention.head_count_kv", Value::U32(KV_HEADS as u32)),
            ("llama.attention.layer_norm_rms_epsilon", Value::F32(1e-5)),
            ("llama.rope.freq_base", Value::F32(5e5)),
            ("llama.rope.dimension_count", Value::U32(HEAD_DIM as u32)),
            ("llama.context_length", Value::U32(128)),
            ("tokenizer.ggml.bos_token_id", Value::U32(1)),
            ("tokenizer.ggml.eos_token_id", Value::U32(2)),
            ("tokenizer.ggml.tokens", Value::Array(vec![Value::String("a".into()); VOCAB])),
            ("tokenizer.chat_template", Value::String("{{ messages }}".into())),
        ]);
        let matrix = |rows: usize, cols: usize| quantised(dtype, &[rows, cols]);
        let norm = || quantised(GgmlDType::F32, &[HIDDEN]);
        let tensors = BTreeMap::from([
            ("token_embd.weight", matrix(VOCAB, HIDDEN)),
            ("output.weight", matrix(VOCAB, HIDDEN)),
            ("output_norm.weight", norm()),
            ("blk.0.attn_norm.weight", norm()),
            ("blk.0.attn_q.weight", matrix(HEADS * HEAD_DIM, HIDDEN)),
            ("blk.0.attn_k.weight", matrix(KV_HEADS * HEAD_DIM, HIDDEN)),
            ("blk.0.attn_v.weight", matrix(KV_HEADS * HEAD_DIM, HIDDEN)),
            ("blk.0.attn_output.weight", matrix(HIDDEN, HEADS * HEAD_DIM)),
            ("blk.0.ffn_norm.weight", norm()),
            ("blk.0.ffn_gate.weight", matrix(256, HIDDEN)),
            ("blk.0.ffn_up.weight", matrix(256, HIDDEN)),
            ("blk.0.ffn_down.weight", matrix(HIDDEN, 256)),
        ]);
        Self { metadata, tensors }
    }

    fn write(&self) -> (TempDir, PathBuf) {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("tiny.GGUF");
        let metadata: Vec<_> = self.metadata.iter().map(|(key, value)| (*key, value)).collect();
        let tensors: Vec<_> = self.tensors.iter().map(|(name, tensor)| (*name, tensor)).collect();
        let mut file = File::create(&path).expect("created");
        gguf_file::write(&mut file, &metadata, &tensors).expect("written");
        (dir, path)
    }

    fn open(&self) -> plt_model::Result<Checkpoint> {
        let (_dir, path) = self.write();
        Checkpoint::open(path)
    }

    /// The error, one line that names the file.
    fn refused(&self) -> Error {
        one_line(self.open().expect_err("it must not open"))
    }
}

fn one_line(error: Error) -> Error {
    let message = error.to_string();
    assert!(message.to_lowercase().contains(".gguf"), "no file in {message:?}");
    assert!(!message.contains('\n'), "{message:?}");
    error
}

/// Values that differ from row to row and from column to column.
fn values(count: usize) -> Vec<f32> {
    (0..count).map(|i| ((i * 7919 + i / HIDDEN * 31) % 1009) as f32 / 504.5 - 1.0).collect()
}

fn quantised(dtype: GgmlDType, shape: &[usize]) -> QTensor {
    let values = values(shape.iter().product());
    let tensor = Tensor::from_vec(values, shape, &Device::Cpu).expect("a tensor");
    QTensor::quantize(&tensor, dtype).expect("quantised")
}

/// candle's name of a type.
fn ggml(dtype: DType) -> GgmlDType {
    match dtype {
        DType::F32 => GgmlDType::F32,
        DType::F16 => GgmlDType::F16,
        DType::BF16 => GgmlDType::BF16,
        DType::Q4_0 => GgmlDType::Q4_0,
        DType::Q4_1 => GgmlDType::Q4_1,
        DType::Q5_0 => GgmlDType::Q5_0,
        DType::Q5_1 => GgmlDType::Q5_1,
        DType::Q8_0 => GgmlDType::Q8_0,
        DType::Q8_1 => GgmlDType::Q8_1,
        DType::Q2K => GgmlDType::Q2K,
        DType::Q3K => GgmlDType::Q3K,
        DType::Q4K => GgmlDType::Q4K,
        DType::Q5K => GgmlDType::Q5K,
        DType::Q6K => GgmlDType::Q6K,
        DType::Q8K => GgmlDType::Q8K,
        other => panic!("candle does not write {other}"),
    }
}

#[test]
fn gguf_keeps_the_bytes_of_every_type_that_candle_writes() {
    for dtype in Quantization::TYPES {
        let llama = Llama::new(ggml(dtype));
        let (_dir, path) = llama.write();
        let checkpoint = Checkpoint::open(&path).unwrap_or_else(|e| panic!("{dtype}: {e}"));
        checkpoint.check().unwrap_or_else(|e| panic!("{dtype}: {e}"));
        checkpoint.check_values(&mut |_, _| {}).unwrap_or_else(|e| panic!("{dtype}: {e}"));

        let matrices = 2 * VOCAB * HIDDEN + HIDDEN * (2 * 256 + 2 * 128 + 3 * 256);
        assert_eq!(checkpoint.parameters(), (matrices + 3 * HIDDEN) as u64);
        let mut bytes = BTreeMap::from([("f32", 3 * HIDDEN as u64 * 4)]);
        *bytes.entry(dtype.name()).or_insert(0) +=
            (matrices / dtype.block_len() * dtype.block_bytes()) as u64;
        assert_eq!(checkpoint.dtypes(), bytes, "{dtype}");

        for (stored, name) in [
            ("token_embd.weight", "model.embed_tokens.weight"),
            ("output.weight", "lm_head.weight"),
            ("blk.0.attn_v.weight", "model.layers.0.self_attn.v_proj.weight"),
            ("blk.0.attn_output.weight", "model.layers.0.self_attn.o_proj.weight"),
            ("blk.0.ffn_down.weight", "model.layers.0.mlp.down_proj.weight"),
            ("output_norm.weight", "model.norm.weight"),
        ] {
            let specs = checkpoint.config().tensors();
            let spec = specs.iter().find(|spec| spec.name == name).expect("a tensor");
            let data = checkpoint.tensor(spec).expect("it reads");
            let truth = llama.tensors[stored].data().expect("bytes");
            assert_eq!(data.bytes().as_ref(), truth.as_ref(), "{dtype} {name}");
        }
    }
}

#[test]
fn metadata_becomes_a_config() {
    let checkpoint = Llama::new(GgmlDType::Q8_0).open().expect("it opens");
    let config = checkpoint.config();
    assert_eq!(config.model_type, ModelType::Llama);
    assert_eq!((config.vocab_size, config.hidden_size, config.layers), (VOCAB, HIDDEN, 1));
    assert_eq!((config.heads, config.kv_heads, config.head_dim), (HEADS, KV_HEADS, HEAD_DIM));
    assert_eq!((config.rms_norm_eps as f32, config.rope_theta), (1e-5, 5e5));
    assert_eq!((config.max_positions, config.tie_word_embeddings), (128, false));
    assert_eq!((config.bos_token_id, config.eos_token_ids.as_slice()), (Some(1), [2].as_slice()));
    assert_eq!((config.loops.rule, config.loops.count), (LoopRule::Parallel, 1));
    let metadata = checkpoint.gguf_metadata().expect("a GGUF file has metadata");
    assert!(matches!(&metadata["tokenizer.ggml.tokens"], GgufValue::Array(t) if t.len() == VOCAB));
    assert!(matches!(&metadata["tokenizer.chat_template"], GgufValue::String(_)));

    let mut tied = Llama::new(GgmlDType::F16);
    tied.tensors.remove("output.weight").expect("there");
    tied.metadata.remove("llama.rope.freq_base").expect("there");
    let checkpoint = tied.open().expect("it opens");
    assert!(checkpoint.config().tie_word_embeddings);
    assert_eq!(checkpoint.config().rope_theta, 10_000.0);
    assert_eq!(checkpoint.problems(), []);
}

#[test]
fn embedded_file_must_be_a_string() {
    let mut llama = Llama::new(GgmlDType::Q8_0);
    llama.metadata.insert("tokenizer.huggingface.json", Value::U32(1));
    let checkpoint = llama.open().expect("it opens");
    let error = one_line(checkpoint.read_file("tokenizer.json", 100).expect_err("a number"));
    assert!(error.to_string().contains("`tokenizer.huggingface.json`: expected a string"));
    assert_eq!(checkpoint.read_file("generation_config.json", 100).expect("none"), None);
}

/// A head's rotary embedding at a position, with pairs (2j, 2j + 1) or (j, j + head_dim / 2).
fn rotate(head: &[f64], position: f64, interleaved: bool) -> Vec<f64> {
    let half = HEAD_DIM / 2;
    let mut rotated = head.to_vec();
    for j in 0..half {
        let (a, b) = if interleaved { (2 * j, 2 * j + 1) } else { (j, j + half) };
        let (sin, cos) = (position * 5e5f64.powf(-(j as f64) / half as f64)).sin_cos();
        rotated[a] = head[a] * cos - head[b] * sin;
        rotated[b] = head[a] * sin + head[b] * cos;
    }
    rotated
}

/// The rows of a file are in the order of interleaved rotary embedding; loaded, the same scores
/// must come out of the half-split one.
#[test]
fn queries_and_keys_give_the_same_scores_after_loading() {
    let llama = Llama::new(GgmlDType::F32);
    let checkpoint = llama.open().expect("it opens");
    let loaded = |name: &str| {
        let specs = checkpoint.config().tensors();
        let spec = specs.iter().find(|spec| spec.name.ends_with(name)).expect("a tensor");
        checkpoint.tensor(spec).expect("it reads").to_f32()
    };
    let stored = |name: &str| {
        let tensor = llama.tensors[name].dequantize(&Device::Cpu).expect("f32");
        tensor.flatten_all().and_then(|t| t.to_vec1::<f32>()).expect("f32")
    };
    let x: Vec<f64> = (0..HIDDEN).map(|i| (i as f64 * 0.37).sin()).collect();
    let project = |weights: &[f32], head: usize| -> Vec<f64> {
        let rows = weights.chunks(HIDDEN).skip(head * HEAD_DIM).take(HEAD_DIM);
        rows.map(|row| row.iter().zip(&x).map(|(w, x)| f64::from(*w) * x).sum()).collect()
    };
    let score = |q: &[f32], k: &[f32], head: usize, interleaved: bool| -> f64 {
        let kv_head = head / (HEADS / KV_HEADS);
        let q = rotate(&project(q, head), 11.0, interleaved);
        let k = rotate(&project(k, kv_head), 4.0, interleaved);
        q.iter().zip(&k).map(|(q, k)| q * k).sum()
    };
    let (file_q, file_k) = (stored("blk.0.attn_q.weight"), stored("blk.0.attn_k.weight"));
    let (q, k) = (loaded("q_proj.weight"), loaded("k_proj.weight"));
    for head in 0..HEADS {
        let expected = score(&file_q, &file_k, head, true);
        let found = score(&q, &k, head, false);
        // The same products in another order: f64 rounding only.
        let error = (expected - found).abs();
        assert!(error <= 1e-9 * expected.abs(), "head {head}: {found}, expected {expected}");
        // And the order matters.
        let wrong = score(&file_q, &file_k, head, false);
        assert!((expected - wrong).abs() > 1e-3 * expected.abs(), "head {head}");
    }
}

#[test]
fn quantized_rows_are_moved_whole() {
    let llama = Llama::new(GgmlDType::Q4K);
    let checkpoint = llama.open().expect("it opens");
    let specs = checkpoint.config().tensors();
    let spec = specs.iter().find(|spec| spec.name.ends_with("k_proj.weight")).expect("k_proj");
    let data = checkpoint.tensor(spec).expect("it reads");
    let (loaded, row) = (data.bytes(), data.row_bytes());
    let stored = llama.tensors["blk.0.attn_k.weight"].data().expect("bytes");
    let rows: Vec<&[u8]> = stored.chunks(row).collect();
    for (i, moved) in loaded.chunks(row).enumerate() {
        let (head, within) = (i / HEAD_DIM, i % HEAD_DIM);
        let (half, pair) = (within / (HEAD_DIM / 2), within % (HEAD_DIM / 2));
        assert_eq!(moved, rows[head * HEAD_DIM + 2 * pair + half], "row {i}");
    }
}

#[test]
fn metadata_errors_name_the_key() {
    let array = || Value::Array(vec![Value::U32(2), Value::U32(3)]);
    let table: [(&'static str, Option<Value>, &str); 26] = [
        (
            "general.architecture",
            Some(Value::String("gemma2".into())),
            "not supported, only llama, plt",
        ),
        ("general.architecture", Some(Value::U32(1)), "expected a string"),
        ("general.architecture", None, "is missing"),
        ("llama.block_count", None, "is missing"),
        ("llama.block_count", Some(Value::U32(0)), "from 1 to 1024"),
        ("llama.block_count", Some(Value::U64(1 << 40)), "from 1 to 1024"),
        ("llama.block_count", Some(Value::F32(1.0)), "from 1 to 1024"),
        ("llama.embedding_length", Some(Value::I32(-1)), "found -1"),
        ("llama.feed_forward_length", Some(array()), "found [2,3]"),
        ("llama.attention.head_count", Some(Value::U32(0)), "from 1"),
        ("llama.attention.head_count", Some(array()), "found [2,3]"),
        ("llama.attention.head_count_kv", Some(Value::U32(3)), "a divisor of"),
        ("llama.attention.head_count_kv", Some(Value::U8(0)), "from 1"),
        ("llama.attention.key_length", Some(Value::U32(63)), "even"),
        ("llama.attention.value_length", Some(Value::U32(32)), "the head size 64"),
        ("llama.rope.dimension_count", Some(Value::U32(32)), "the head size 64"),
        ("llama.attention.layer_norm_rms_epsilon", None, "is missing"),
        ("llama.attention.layer_norm_rms_epsilon", Some(Value::F32(f32::NAN)), "found \"NaN\""),
        ("llama.rope.freq_base", Some(Value::F32(f32::INFINITY)), "found \"inf\""),
        ("llama.rope.freq_base", Some(Value::F32(0.0)), "above 0"),
        ("llama.rope.scaling.type", Some(Value::String("longrope".into())), "only none, linear"),
        ("llama.rope.scale_linear", Some(Value::F32(-2.0)), "above 0"),
        ("llama.loop.cross", Some(Value::Bool(true)), "only a llama's `llama.loop.num`"),
        ("llama.context_length", Some(Value::Bool(true)), "an integer"),
        ("tokenizer.ggml.bos_token_id", Some(Value::I64(-2)), "below `vocab_size` 16"),
        ("general.alignment", Some(Value::F32(32.0)), "expected an integer, found type 6"),
    ];
    for (key, value, expected) in table {
        let mut llama = Llama::new(GgmlDType::F16);
        match value {
            Some(value) => llama.metadata.insert(key, value),
            None => llama.metadata.remove(key),
        };
        let message = llama.refused().to_string();
        assert!(message.contains(key) && message.contains(expected), "{key}: {message}");
    }
}

#[test]
fn gguf_lists_every_problem_under_the_names_of_the_file() {
    let mut llama = Llama::new(GgmlDType::Q4_0);
    llama.tensors.remove("blk.0.attn_k.weight").expect("there");
    llama.tensors.insert("blk.0.attn_q.bias", quantised(GgmlDType::F32, &[HIDDEN]));
    llama.tensors.insert("blk.0.ffn_up.weight", quantised(GgmlDType::Q4_0, &[128, HIDDEN]));
    let checkpoint = llama.open().expect("it opens");
    let expected = [
        Problem::Missing { tensor: "blk.0.attn_k.weight".into() },
        Problem::Shape {
            tensor: "blk.0.ffn_up.weight".into(),
            expected: vec![256, HIDDEN],
            found: vec![128, HIDDEN],
        },
        Problem::Extra { tensor: "blk.0.attn_q.bias".into() },
    ];
    assert_eq!(checkpoint.problems(), expected);
    assert!(
        matches!(checkpoint.check(), Err(Error::Problems { problems, .. }) if problems.0 == expected)
    );

    let mut llama = Llama::new(GgmlDType::F16);
    llama.tensors.remove("token_embd.weight").expect("there");
    assert!(matches!(llama.refused(), Error::Problems { .. }));
    let mut llama = Llama::new(GgmlDType::F16);
    llama.tensors.insert("rope_freqs.weight", quantised(GgmlDType::F32, &[32]));
    let message = llama.refused().to_string();
    assert!(message.contains("`rope_freqs.weight`: expected numbers above 0"), "{message}");
    for (dtype, shape) in [(GgmlDType::F16, &[32][..]), (GgmlDType::F32, &[1, 32])] {
        llama.tensors.insert("rope_freqs.weight", quantised(dtype, shape));
        let message = llama.refused().to_string();
        assert!(message.contains("`rope_freqs.weight`: expected 1 to 8192 numbers"), "{message}");
    }
}

/// A file written by hand.
#[derive(Clone)]
struct Bytes(Vec<u8>);

const STRING: u32 = 8;
const ARRAY: u32 = 9;

impl Bytes {
    fn header(version: u32, tensors: u64, keys: u64) -> Self {
        Self(b"GGUF".to_vec()).u32(version).u64(tensors).u64(keys)
    }

    fn u32(mut self, value: u32) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn u64(mut self, value: u64) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn text(mut self, text: &str) -> Self {
        self = self.u64(text.len() as u64);
        self.0.extend(text.as_bytes());
        self
    }

    /// A tensor's entry: dimensions with the columns first, number of the element type, offset.
    fn tensor(mut self, name: &str, dimensions: &[u64], dtype: u32, offset: u64) -> Self {
        self = self.text(name).u32(dimensions.len() as u32);
        for dimension in dimensions {
            self = self.u64(*dimension);
        }
        self.u32(dtype).u64(offset)
    }

    /// Zeros up to the alignment and some more.
    fn data(mut self, length: usize) -> Self {
        let end = self.0.len().next_multiple_of(32) + length;
        self.0.resize(end, 0);
        self
    }

    fn open(&self) -> plt_model::Result<Checkpoint> {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("bad.gguf");
        fs::write(&path, &self.0).expect("written");
        Checkpoint::open(&path)
    }
}

#[test]
fn broken_headers_are_rejected() {
    let head = |keys| Bytes::header(3, 0, keys);
    let one = || Bytes::header(3, 1, 0);
    let alignment = |value: u32| head(1).text("general.alignment").u32(4).u32(value);
    let f32s = |name, dimensions: &[u64], offset| one().tensor(name, dimensions, 0, offset);
    let two = || Bytes::header(3, 2, 0);
    let table = [
        (Bytes(b"".to_vec()), "an empty file"),
        (Bytes(b"GGU".to_vec()), "magic"),
        (Bytes(b"GGML".to_vec()).u32(3).u64(0).u64(0), "expected GGUF, found GGML"),
        (Bytes(b"FUGG".to_vec()).u32(3).u64(0).u64(0), "expected GGUF, found FUGG"),
        (Bytes::header(0, 0, 0), "expected 2 or 3, found 0"),
        (Bytes::header(1, 0, 0), "expected 2 or 3, found 1"),
        (Bytes::header(99, 0, 0), "expected 2 or 3, found 99"),
        (Bytes::header(3 << 24, 0, 0), "found 50331648 (a big-endian file)"),
        (Bytes::header(3, 1 << 63, 0), "tensors: expected at most 100000"),
        (Bytes::header(3, u64::MAX, 0), "tensors"),
        (Bytes::header(3, 0, 1 << 63), "metadata keys: expected at most"),
        (Bytes::header(3, 0, u64::MAX), "metadata keys"),
        (Bytes::header(3, 100_000, 0), "tensor name: expected data inside the file"),
        (head(1), "metadata key: expected data inside the file"),
        // Keys and values.
        (head(1).u64(1 << 63), "bytes of a name"),
        (head(1).u64(65_536), "bytes of a name"),
        (head(1).u64(100), "found 100 bytes, 0 are left"),
        (head(1).text("k").u32(13).u64(0), "k: expected a value type from 0 to 12, found 13"),
        (head(1).text("k").u32(STRING).u64(u64::MAX), "k: expected data inside the file"),
        (head(1).text("k").u32(STRING).u64(9), "found 9 bytes, 0 are left"),
        (head(1).text("k").u32(10), "k: expected data inside the file"),
        (head(1).text("k").u32(ARRAY).u32(0).u64(1 << 63), "elements of metadata arrays"),
        (head(1).text("k").u32(ARRAY).u32(0).u64(4_194_304), "k: expected data inside the file"),
        (head(1).text("k").u32(ARRAY).u32(STRING).u64(2).text("a"), "k: expected data inside"),
        (head(1).text("k").u32(ARRAY).u32(ARRAY).u64(1), "found an array of arrays"),
        (head(1).text("k").u32(ARRAY).u32(77).u64(1), "k: expected a value type"),
        (head(2).text("k").u32(4).u32(1).text("k").u32(4).u32(1), "each key once, found k"),
        (head(1).text("a\0").u32(4).u32(1), "without NUL"),
        (head(1).text("").u32(4).u32(1), "metadata key: expected a name"),
        (one().tensor("", &[8], 0, 0).data(32), "tensor name: expected a name"),
        (head(1).u64(2).u32(u32::MAX), "metadata key: expected UTF-8"),
        (head(1).text("k").u32(7).u32(2), "bool value 2"),
        // Alignment.
        (alignment(0), "a power of two"),
        (alignment(24), "a power of two"),
        (alignment(1 << 30), "at most 1 MiB"),
        (alignment(u32::MAX), "a power of two"),
        (head(1).text("general.alignment").u32(10).u64(24), "a power of two"),
        (head(1).text("general.alignment").u32(10).u64(1 << 40), "at most 1 MiB"),
        (head(1).text("general.alignment").u32(STRING).text("32"), "expected an integer"),
        // Tensors.
        (one().text("t").u32(5), "tensor t: expected at most 4 dimensions, found 5"),
        (one().text("t").u32(u32::MAX), "at most 4 dimensions"),
        (one().text("t").u32(2).u64(1), "tensor t: expected data inside the file"),
        (one().tensor("t", &[32], 4, 0), "found element type 4"),
        (one().tensor("t", &[32], 99, 0), "found element type 99"),
        (one().tensor("t", &[33], 2, 0).data(64), "expected rows of whole blocks, found 33"),
        (f32s("t", &[16], 8).data(64), "a multiple of the alignment, found 8"),
        (f32s("t", &[16], 0).data(60), "data inside the file, found offset 0"),
        (f32s("t", &[16], 32).data(64), "data inside the file, found offset 32"),
        (f32s("t", &[16], u64::MAX - 31).data(64), "data inside the file"),
        (f32s("t", &[1 << 62], 0).data(64), "data inside the file"),
        (f32s("t", &[1 << 32, 1 << 32], 0).data(64), "data inside the file"),
        (f32s("t", &[1 << 31, 1 << 31, 1 << 31], 0).data(64), "data inside the file"),
        (f32s("t", &[u64::MAX, u64::MAX], 0).data(64), "data inside the file"),
        (
            two().tensor("t", &[8], 0, 0).tensor("t", &[8], 0, 32).data(64),
            "each tensor once, found t",
        ),
        (
            two().tensor("a", &[16], 0, 0).tensor("b", &[8], 0, 32).data(64),
            "tensor b: expected data of its own, found the data of a",
        ),
        (f32s("token_embd.weight", &[0, 1 << 40], 0).data(64), "general.architecture"),
        (head(0), "token_embd.weight is missing"),
        // A custom alignment and trailing bytes are valid.
        (alignment(64), "token_embd.weight is missing"),
        (head(0).data(100), "token_embd.weight is missing"),
    ];
    for (i, (bytes, expected)) in table.into_iter().enumerate() {
        let error = one_line(bytes.open().expect_err(expected));
        assert!(error.to_string().contains(expected), "case {i}: {error}, not {expected:?}");
    }
}

#[test]
fn vocabulary_out_of_range_is_rejected() {
    // No column, so no data, and 2^40 rows.
    let bytes = Bytes::header(3, 1, 1)
        .text("general.architecture")
        .u32(STRING)
        .text("llama")
        .tensor("token_embd.weight", &[0, 1 << 40], 0, 0)
        .data(0);
    let message = one_line(bytes.open().expect_err("2^40 tokens")).to_string();
    assert!(message.contains("`token_embd.weight`: expected 1 to 16777216 rows"), "{message}");
}

#[test]
fn truncated_file_is_rejected() {
    let (_dir, path) = Llama::new(GgmlDType::Q6K).write();
    let file = fs::read(&path).expect("the file");
    let data_end = file.len() - 31;
    let cuts = (0..200).map(|i| i * 8).chain((1..64).map(|i| data_end * i / 64));
    for cut in cuts {
        fs::write(&path, &file[..cut]).expect("written");
        one_line(Checkpoint::open(&path).expect_err("cut off"));
    }
}

/// Opens the bytes and does everything that a program would do.
fn try_everything(bytes: &[u8]) {
    let bytes = Bytes(bytes.to_vec());
    if let Ok(checkpoint) = bytes.open() {
        let _ = checkpoint.check();
        let _ = checkpoint.check_values(&mut |_, _| {});
        let _ = checkpoint.weight_bytes();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_give_a_result_not_a_panic(
        version in 2..4u32, tensors in 0..4u64, keys in 0..4u64,
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut bytes = Bytes::header(version, tensors, keys);
        bytes.0.extend(rest);
        try_everything(&bytes.0);
    }

    #[test]
    fn any_overwritten_bytes_give_a_result_not_a_panic(
        edits in prop::collection::vec((0..1600usize, any::<u8>()), 1..8),
    ) {
        thread_local! {
            static FILE: Vec<u8> = {
                let (_dir, path) = Llama::new(GgmlDType::Q4_0).write();
                fs::read(path).expect("the file")
            };
        }
        let mut bytes = FILE.with(Vec::clone);
        for (at, byte) in edits {
            bytes[at] = byte;
        }
        try_everything(&bytes);
    }
}
