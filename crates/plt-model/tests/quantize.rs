//! Checkpoints written as GGUF files and read again.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use candle_core::quantized::gguf_file::{self, Value};
use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_model::checkpoint::{GgufValue, Problem};
use plt_model::config::{Config, GateKind, ModelType, RotaryScaling};
use plt_model::{Checkpoint, DType, Error, LoopRule, Quantization};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");

fn fixtures() -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = std::fs::read_dir(FIXTURES)
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.join("config.json").is_file())
        .collect();
    dirs.sort();
    assert!(dirs.len() >= 14, "{dirs:?}");
    dirs
}

fn write(checkpoint: &Checkpoint, dtype: DType, path: &Path) -> plt_model::Result<u64> {
    let mut file = std::fs::File::create(path).expect("a file");
    let go_on = &mut |_, _| ControlFlow::Continue(());
    checkpoint.write_gguf(Quantization::new(dtype), &mut file, path, go_on)
}

fn written(checkpoint: &Checkpoint, dtype: DType) -> (tempfile::TempDir, Checkpoint) {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("model.gguf");
    let bytes = write(checkpoint, dtype, &path).expect("it is written");
    assert_eq!(bytes, path.metadata().expect("a file").len());
    let again = Checkpoint::open(&path).expect("it opens");
    again.check().expect("all tensors");
    (dir, again)
}

/// The config that a GGUF file of this model has: that of a llama for a mistral, and the frequencies of
/// llama3 as divisors.
fn in_gguf(config: &Config) -> Config {
    let mut config = config.clone();
    if config.model_type == ModelType::Mistral {
        config.model_type = ModelType::Llama;
    }
    if let RotaryScaling::Llama3 { factor, low_freq_factor, high_freq_factor, original_positions } =
        config.rotary_scaling
    {
        let divisor = |pair: usize| {
            let frequency = config.rope_theta.powf(-2.0 * pair as f64 / config.head_dim as f64);
            let turns = original_positions as f64 * frequency / std::f64::consts::TAU;
            let kept = (turns - low_freq_factor) / (high_freq_factor - low_freq_factor);
            let kept = kept.clamp(0.0, 1.0);
            (1.0 / (kept + (1.0 - kept) / factor)) as f32
        };
        let divisors = (0..config.head_dim / 2).map(divisor).collect();
        config.rotary_scaling = RotaryScaling::Divisors { divisors };
    }
    config
}

#[test]
fn gguf_round_trip_keeps_every_fixture() {
    for dir in fixtures() {
        let checkpoint = Checkpoint::open(&dir).expect("a fixture");
        let (_dir, again) = written(&checkpoint, DType::F32);
        assert_eq!(again.config(), &in_gguf(checkpoint.config()), "{}", dir.display());
        for spec in checkpoint.config().tensors() {
            let (before, after) = (checkpoint.tensor(&spec), again.tensor(&spec));
            let (before, after) = (before.expect("a tensor"), after.expect("a tensor"));
            let values = |data: &plt_model::WeightData| data.to_f32();
            assert_eq!(values(&before), values(&after), "{} {}", dir.display(), spec.name);
        }
    }
}

#[test]
fn written_file_has_the_types_of_the_rule() {
    for dir in fixtures() {
        let checkpoint = Checkpoint::open(&dir).expect("a fixture");
        for dtype in [DType::Q8_0, DType::Q4_0, DType::Q4K, DType::BF16] {
            let (_dir, again) = written(&checkpoint, dtype);
            let quantization = Quantization::new(dtype);
            for spec in checkpoint.config().tensors() {
                let before = checkpoint.tensor(&spec).expect("a tensor");
                let expected = quantization.apply(&spec, &before).expect("rounded");
                let found = again.tensor(&spec).expect("a tensor");
                assert_eq!(found.dtype(), quantization.dtype_of(&spec), "{}", spec.name);
                assert_eq!(found.bytes(), expected.bytes(), "{dtype} {}", spec.name);
            }
            // Written again it is the same file: nothing is quantized twice.
            let (first, second) = (tempfile::tempdir(), tempfile::tempdir());
            let path = |dir: &std::io::Result<tempfile::TempDir>| {
                dir.as_ref().expect("a folder").path().join("x.gguf")
            };
            write(&again, dtype, &path(&first)).expect("it is written");
            let once = Checkpoint::open(path(&first)).expect("it opens");
            write(&once, dtype, &path(&second)).expect("it is written");
            let bytes = [path(&first), path(&second)].map(|p| std::fs::read(p).expect("a file"));
            assert_eq!(bytes[0], bytes[1]);
        }
    }
}

/// Rotary pairs lie side by side in files of architecture llama, and only there.
#[test]
fn llama_keeps_its_rows_and_its_strings() {
    const HIDDEN: usize = 32;
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("llama.gguf");
    let (metadata, tensors) = llama(HIDDEN, &[]);
    store(&path, metadata, tensors);
    let checkpoint = Checkpoint::open(&path).expect("it opens");
    assert_eq!(checkpoint.config().model_type, ModelType::Llama);
    let (_dir, again) = written(&checkpoint, DType::F32);
    assert_eq!(again.config(), checkpoint.config());
    for spec in checkpoint.config().tensors() {
        let [before, after] = [&checkpoint, &again].map(|c| c.tensor(&spec).expect("a tensor"));
        assert_eq!(before.bytes(), after.bytes(), "{}", spec.name);
    }
    let texts = again.gguf_metadata().expect("a GGUF file");
    assert_eq!(texts["tokenizer.chat_template"], GgufValue::String("{{ messages }}".into()));
}

/// Existing files: a sequential loop labelled llama.
#[test]
fn sequential_loop_labelled_llama_is_read_as_one() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("loop.gguf");
    let loop_keys = [("llama.loop.num", 3), ("llama.loop.window_size", 64)];
    let (metadata, mut tensors) = llama(32, &loop_keys);
    tensors.insert("blk.0.loop_gate.weight", tensor(&[4, 8]));
    tensors.insert("blk.0.loop_gate.bias", tensor(&[4]));
    store(&path, metadata.clone(), tensors);
    let checkpoint = Checkpoint::open(&path).expect("it opens");
    checkpoint.check().expect("all tensors, gates among them");
    let config = checkpoint.config();
    assert_eq!(config.model_type, ModelType::IQuestLoopCoder);
    let loops = &config.loops;
    assert_eq!((loops.count, loops.window_keys, loops.rule), (3, 64, LoopRule::Sequential));
    assert_eq!(loops.gate, Some(GateKind::Query));
    // Rows of queries as in a llama: those of the file moved.
    let query = "model.layers.0.self_attn.q_proj.weight";
    let query = config.tensors().into_iter().find(|spec| spec.name == query).expect("queries");
    let rows = checkpoint.tensor(&query).expect("a tensor").to_f32();
    assert_eq!(rows[32..64], numbers(32 * 32)[64..96], "row 1 was row 2");
    // In our own dialect the rows stay.
    let (_dir, again) = written(&checkpoint, DType::F32);
    assert_eq!(again.config(), config);
    assert_eq!(again.tensor(&query).expect("a tensor").to_f32(), rows);

    // Run as a Llama it would give wrong results.
    let (metadata, mut tensors) = llama(32, &[]);
    tensors.insert("blk.0.loop_gate.weight", tensor(&[4, 8]));
    store(&path, metadata, tensors);
    let problems = Checkpoint::open(&path).expect("it opens").problems();
    assert_eq!(problems, [Problem::Extra { tensor: "blk.0.loop_gate.weight".into() }]);

    // A gate of another shape, or none.
    let (metadata, mut tensors) = llama(32, &loop_keys);
    tensors.insert("blk.0.loop_gate.weight", tensor(&[4, 16]));
    store(&path, metadata, tensors);
    let problems = Checkpoint::open(&path).expect("it opens").problems();
    let expected = [
        Problem::Shape {
            tensor: "blk.0.loop_gate.weight".into(),
            expected: vec![4, 8],
            found: vec![4, 16],
        },
        Problem::Missing { tensor: "blk.0.loop_gate.bias".into() },
    ];
    assert_eq!(problems, expected);
}

#[test]
fn keys_of_loops_are_checked() {
    let hidden = Checkpoint::open(Path::new(FIXTURES).join("plt-r2-hidden-w64")).expect("opens");
    let (_dir, again) = written(&hidden, DType::F32);
    // Read by candle, as the values are to be written by it.
    let mut file = std::fs::File::open(again.path()).expect("a file");
    let sound = gguf_file::Content::read(&mut file).expect("a header").metadata;
    let arch = hidden.config().model_type.name();
    let text = |text: &str| Some(Value::String(text.into()));
    let table: [(&str, Option<Value>, &str); 13] = [
        ("loop.num", Some(Value::U32(0)), "from 1 to 64"),
        ("loop.num", Some(Value::U32(65)), "from 1 to 64"),
        ("loop.num", Some(Value::F32(2.0)), "from 1 to 64"),
        ("loop.num", None, "is missing"),
        ("loop.window_size", Some(Value::U32(0)), "from 1 to"),
        ("loop.window_size", Some(Value::U64(1 << 40)), "from 1 to"),
        ("loop.cross", Some(Value::U32(1)), "true or false"),
        ("loop.cross", None, "is missing"),
        ("loop.normalize", None, "is missing"),
        ("loop.embedding_scale", Some(Value::F32(f32::NAN)), "fits in 32 bits"),
        ("loop.hidden_scale", None, "is missing"),
        ("loop.gate", text("both"), "\"hidden\", \"query\" or \"none\""),
        ("loop.gate", None, "is missing"),
    ];
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("model.gguf");
    for (key, value, expected) in table {
        let key = format!("{arch}.{key}");
        let mut metadata = sound.clone();
        match value {
            Some(value) => metadata.insert(key.clone(), value),
            None => metadata.remove(&key),
        };
        store(&path, metadata.into_iter().collect(), [("token_embd.weight", tensor(&[300, 32]))]);
        let message = Checkpoint::open(&path).expect_err(&key).to_string();
        assert!(message.contains(&key) && message.contains(expected), "{key}: {message}");
    }
    let mut metadata: BTreeMap<String, Value> = llama(32, &[("llama.loop.num", 2)]).0;
    store(&path, metadata.clone(), llama(32, &[]).1);
    let message = Checkpoint::open(&path).expect_err("no window").to_string();
    assert!(message.contains("llama.loop.window_size"), "{message}");
    metadata.insert("llama.loop.cross".into(), Value::Bool(true));
    store(&path, metadata, llama(32, &[]).1);
    let message = Checkpoint::open(&path).expect_err("not a llama's").to_string();
    assert!(message.contains("`llama.loop.cross`"), "{message}");
}

#[test]
fn quantize_rejects_values_that_are_not_finite() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("llama.gguf");
    for (bad, before) in [(f32::NAN, true), (f32::INFINITY, true), (3e38, false)] {
        let (metadata, mut tensors) = llama(32, &[]);
        let mut values = numbers(64 * 32);
        values[40] = bad;
        tensors.insert("blk.0.ffn_up.weight", stored(&[64, 32], values));
        store(&path, metadata, tensors);
        let checkpoint = Checkpoint::open(&path).expect("it opens");
        let out = dir.path().join("out.gguf");
        // Every eighth of 3e38 is more than the halves of q8_0 can scale.
        for dtype in [DType::Q8_0, DType::F32] {
            match write(&checkpoint, dtype, &out) {
                Err(Error::Problems { problems, .. }) => {
                    assert!(before || dtype == DType::Q8_0);
                    let [Problem::NotFinite { tensor, .. }] = &problems.0[..] else {
                        panic!("{problems}")
                    };
                    assert_eq!(tensor, "blk.0.ffn_up.weight");
                }
                other => assert!(!before && dtype == DType::F32, "{bad} {dtype}: {other:?}"),
            }
        }
    }
}

#[test]
fn write_fails_on_a_full_disk_and_on_cancellation() {
    /// Has room for some bytes.
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            match self.0.checked_sub(bytes.len()) {
                Some(left) => self.0 = left,
                None => return Err(std::io::Error::other("no space left")),
            }
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let checkpoint = Checkpoint::open(Path::new(FIXTURES).join("loop-r2")).expect("a fixture");
    let quantization = Quantization::new(DType::Q8_0);
    let name = Path::new("some.gguf");
    for room in [0, 100, 3000, 20_000] {
        let go_on = &mut |_, _| ControlFlow::Continue(());
        let error = checkpoint.write_gguf(quantization, &mut Full(room), name, go_on);
        let message = error.expect_err("no room").to_string();
        assert_eq!(message, "some.gguf: no space left");
    }
    let mut asked = 0;
    let stop = &mut |done, total| {
        asked += 1;
        assert!(done < total);
        if asked == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut file = Vec::new();
    let stopped = checkpoint.write_gguf(quantization, &mut file, name, stop);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(asked, 3);
}

/// Metadata and tensors of a llama with one layer, 4 heads of 8 and 16 tokens.
fn llama(
    hidden: usize,
    more: &[(&str, u32)],
) -> (BTreeMap<String, Value>, BTreeMap<&'static str, QTensor>) {
    let sizes = [
        ("llama.block_count", 1),
        ("llama.embedding_length", hidden as u32),
        ("llama.feed_forward_length", 64),
        ("llama.attention.head_count", 4),
        ("llama.attention.head_count_kv", 2),
        ("llama.context_length", 128),
        ("tokenizer.ggml.bos_token_id", 1),
        ("tokenizer.ggml.eos_token_id", 2),
    ];
    let mut metadata: BTreeMap<String, Value> = sizes
        .iter()
        .chain(more)
        .map(|(key, size)| ((*key).to_owned(), Value::U32(*size)))
        .collect();
    let mut put = |key: &str, value| metadata.insert(key.to_owned(), value);
    put("general.architecture", Value::String("llama".into()));
    put("llama.attention.layer_norm_rms_epsilon", Value::F32(1e-5));
    put("tokenizer.chat_template", Value::String("{{ messages }}".into()));
    let tensors = BTreeMap::from([
        ("token_embd.weight", tensor(&[16, hidden])),
        ("output.weight", tensor(&[16, hidden])),
        ("output_norm.weight", tensor(&[hidden])),
        ("blk.0.attn_norm.weight", tensor(&[hidden])),
        ("blk.0.attn_q.weight", tensor(&[32, hidden])),
        ("blk.0.attn_k.weight", tensor(&[16, hidden])),
        ("blk.0.attn_v.weight", tensor(&[16, hidden])),
        ("blk.0.attn_output.weight", tensor(&[hidden, 32])),
        ("blk.0.ffn_norm.weight", tensor(&[hidden])),
        ("blk.0.ffn_gate.weight", tensor(&[64, hidden])),
        ("blk.0.ffn_up.weight", tensor(&[64, hidden])),
        ("blk.0.ffn_down.weight", tensor(&[hidden, 64])),
    ]);
    (metadata, tensors)
}

fn numbers(count: usize) -> Vec<f32> {
    (0..count).map(|i| (i * 7919 % 2003) as f32 / 1001.0 - 1.0).collect()
}

fn tensor(shape: &[usize]) -> QTensor {
    stored(shape, numbers(shape.iter().product()))
}

fn stored(shape: &[usize], values: Vec<f32>) -> QTensor {
    let values = Tensor::from_vec(values, shape, &Device::Cpu).expect("its size");
    QTensor::quantize(&values, GgmlDType::F32).expect("as it is")
}

/// Writes a file with candle: readers are not tested with our own writer alone.
fn store(
    path: &Path,
    metadata: BTreeMap<String, Value>,
    tensors: impl IntoIterator<Item = (&'static str, QTensor)>,
) {
    let metadata: Vec<_> = metadata.iter().map(|(key, value)| (key.as_str(), value)).collect();
    let tensors: Vec<_> = tensors.into_iter().collect();
    let tensors: Vec<_> = tensors.iter().map(|(name, tensor)| (*name, tensor)).collect();
    let mut file = std::fs::File::create(path).expect("a file");
    gguf_file::write(&mut file, &metadata, &tensors).expect("written");
}
