//! Checkpoint directories: the golden fixtures, and damaged or malicious files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use plt_model::checkpoint::{BuiltInFile, Checkpoint, Problem};
use plt_model::{DType, Error};
use proptest::prelude::*;
use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, TensorView};
use tempfile::TempDir;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
const SINGLE: &str = "model.safetensors";
const INDEX: &str = "model.safetensors.index.json";
const SHARDS: [&str; 2] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];

fn fixture(name: &str) -> PathBuf {
    Path::new(FIXTURES).join(name)
}

/// A copy to be damaged.
fn copy(name: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    for entry in fs::read_dir(fixture(name)).expect("the fixture") {
        let entry = entry.expect("an entry");
        let bytes = fs::read(entry.path()).expect("a file");
        fs::write(dir.path().join(entry.file_name()), bytes).expect("a copy");
    }
    dir
}

fn edit(dir: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(file)).expect("text");
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(dir.join(file), text.replacen(from, to, 1)).expect("written");
}

/// The error of opening, whose message must be one line that names `file`.
fn refused(dir: &Path, file: &str) -> Error {
    let error = Checkpoint::open(dir).expect_err("it must not open");
    let message = error.to_string();
    assert!(message.contains(file) && !message.contains('\n'), "no {file} in {message:?}");
    error
}

fn problems(dir: &Path) -> Vec<Problem> {
    let checkpoint = Checkpoint::open(dir).unwrap_or_else(|error| panic!("{error}"));
    let problems = checkpoint.problems();
    assert_eq!(checkpoint.check().is_ok(), problems.is_empty());
    problems
}

#[test]
fn checkpoint_of_every_fixture_has_exactly_its_tensors() {
    // Counted from the headers with another program.
    let expected = [
        ("loop-r2", 37_864, "f32", 151_456),
        ("loop-r3-tied-bf16", 51_612, "bf16", 103_224),
        ("plt-r1", 37_792, "f32", 151_168),
        ("plt-r2-hidden-w64", 38_120, "f32", 152_480),
        ("plt-r2-query-sharded", 40_232, "f32", 160_928),
        ("plt-r3-query-raw-bf16", 96_208, "bf16", 192_416),
        ("plt-r4-hidden-tied-oldnames", 36_652, "f32", 146_608),
    ];
    for (name, parameters, dtype, bytes) in expected {
        let checkpoint = Checkpoint::open(fixture(name)).unwrap_or_else(|e| panic!("{e}"));
        checkpoint.check().unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(checkpoint.parameters(), parameters, "{name}");
        assert_eq!(checkpoint.weight_bytes(), bytes, "{name}");
        assert_eq!(checkpoint.dtypes(), BTreeMap::from([(dtype, bytes)]), "{name}");
        assert!(checkpoint.gguf_metadata().is_none());

        let (mut read, mut calls) = (0, 0);
        checkpoint
            .check_values(&mut |done, total| {
                assert_eq!(total, bytes);
                (read, calls) = (done, calls + 1);
            })
            .unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((read, calls), (bytes, checkpoint.config().tensors().len()), "{name}");
    }
}

#[test]
fn tensors_have_the_bytes_of_the_file() {
    for name in ["plt-r2-hidden-w64", "plt-r4-hidden-tied-oldnames"] {
        let checkpoint = Checkpoint::open(fixture(name)).expect("it opens");
        let file = fs::read(fixture(name).join(SINGLE)).expect("the file");
        let truth = SafeTensors::deserialize(&file).expect("safetensors");
        for spec in checkpoint.config().tensors() {
            let stored = truth.tensor(&spec.name).or_else(|_| {
                truth.tensor(spec.alias.as_deref().expect("a tensor under its name or its alias"))
            });
            let data = checkpoint.tensor(&spec).expect("it reads");
            assert_eq!(data.bytes(), stored.expect("in the file").data(), "{}", spec.name);
            assert_eq!((data.rows(), data.cols()), (spec.rows, spec.cols));
            assert_eq!(data.dtype(), DType::F32);
        }
    }
}

#[test]
fn checkpoint_lists_every_problem_at_once() {
    let dir = copy("plt-r1");
    let file = fs::read(dir.path().join(SINGLE)).expect("the file");
    let truth = SafeTensors::deserialize(&file).expect("safetensors");
    let mut tensors: BTreeMap<String, TensorView<'_>> = truth.tensors().into_iter().collect();
    let q = "model.layers.0.self_attn.q_proj.weight".to_owned();
    let norm = "model.norm.weight".to_owned();
    let k = "model.layers.1.self_attn.k_proj.weight".to_owned();
    tensors.remove("model.layers.1.mlp.up_proj.weight").expect("there");
    let view = |dtype, shape, data| TensorView::new(dtype, shape, data).expect("a view");
    let extra = [7; 8];
    tensors.insert("model.layers.9.surprise".into(), view(Dtype::I64, vec![1], &extra));
    let data = truth.tensor(&q).expect("q").data();
    tensors.insert(q.clone(), view(Dtype::F32, vec![16, 64], data));
    let data = truth.tensor(&norm).expect("norm").data();
    tensors.insert(norm.clone(), view(Dtype::F32, vec![1, 32], data));
    let data = truth.tensor(&k).expect("k").data();
    tensors.insert(k.clone(), view(Dtype::I32, vec![16, 32], data));
    let bytes = safetensors::serialize(&tensors, None).expect("serialised");
    fs::write(dir.path().join(SINGLE), bytes).expect("written");

    let expected = [
        Problem::Shape { tensor: q, expected: vec![32, 32], found: vec![16, 64] },
        Problem::Type { tensor: k.clone(), found: "I32".into() },
        Problem::Missing { tensor: "model.layers.1.mlp.up_proj.weight".into() },
        Problem::Shape { tensor: norm, expected: vec![32], found: vec![1, 32] },
        Problem::Extra { tensor: "model.layers.9.surprise".into() },
    ];
    assert_eq!(problems(dir.path()), expected);

    let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
    let message = checkpoint.check().expect_err("five problems").to_string();
    assert!(!message.contains('\n'));
    for problem in &expected {
        assert!(message.contains(problem.tensor()), "{message}");
    }
    // None of the five can be read.
    let config = checkpoint.config();
    let bad = config.tensors().into_iter().filter(|spec| checkpoint.tensor(spec).is_err()).count();
    assert_eq!(bad, 4);
}

#[test]
fn problems_are_truncated_in_a_long_list() {
    let dir = copy("plt-r1");
    edit(dir.path(), "config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1000");
    let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
    assert_eq!(checkpoint.problems().len(), 998 * 9);
    let message = checkpoint.check().expect_err("missing layers").to_string();
    assert!(message.ends_with("and 8974 more") && message.len() < 1000, "{message}");
}

#[test]
fn checkpoint_ignores_tensors_that_the_model_does_not_use() {
    // Gates if R is 1.
    let dir = copy("plt-r2-hidden-w64");
    edit(dir.path(), "config.json", "\"plt_num_loops\": 2", "\"plt_num_loops\": 1");
    assert_eq!(problems(dir.path()), []);
    // A tied head.
    edit(
        dir.path(),
        "config.json",
        "\"tie_word_embeddings\": false",
        "\"tie_word_embeddings\": true",
    );
    assert_eq!(problems(dir.path()), []);
    // Gates of a model labelled llama.
    let dir = copy("loop-r2");
    edit(dir.path(), "config.json", "iquestloopcoder", "llama");
    edit(dir.path(), "config.json", "IQuestLoopCoderForCausalLM", "LlamaForCausalLM");
    edit(dir.path(), "config.json", "\"loop_num\"", "\"a\"");
    edit(dir.path(), "config.json", "\"loop_window_size\"", "\"b\"");
    assert_eq!(problems(dir.path()).len(), 4);
}

#[test]
fn checkpoint_finds_values_that_are_not_finite() {
    for (name, value) in [
        ("plt-r1", &f32::NAN.to_le_bytes()[..]),
        ("plt-r1", &f32::NEG_INFINITY.to_le_bytes()[..]),
        ("plt-r3-query-raw-bf16", &[0x80, 0x7f][..]),
    ] {
        let dir = copy(name);
        let mut file = fs::read(dir.path().join(SINGLE)).expect("the file");
        let tensor = "model.layers.1.mlp.down_proj.weight";
        let (header, metadata) = SafeTensors::read_metadata(&file).expect("a header");
        let start = 8 + header + metadata.info(tensor).expect("there").data_offsets.0;
        let at = start + 5 * value.len();
        file[at..at + value.len()].copy_from_slice(value);
        fs::write(dir.path().join(SINGLE), file).expect("written");
        let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
        match checkpoint.check_values(&mut |_, _| {}) {
            Err(Error::Problems { problems, .. }) => {
                let expected = Problem::NotFinite { tensor: tensor.into(), index: 5 };
                assert_eq!(problems.0, [expected], "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn open_names_the_expected_files_of_a_checkpoint() {
    let dir = tempfile::tempdir().expect("a directory");
    let text = dir.path().join("model.bin");
    fs::write(&text, "x").expect("written");
    for path in [dir.path(), &text, &fixture("plt-r1").join("config.json")] {
        let error = Checkpoint::open(path).expect_err("no checkpoint");
        assert!(matches!(error, Error::NotACheckpoint { .. }), "{error}");
        let expected = "expected a directory with config.json, or a GGUF file";
        assert!(error.to_string().contains(expected), "{error}");
    }
    let error = Checkpoint::open(dir.path().join("nothing")).expect_err("nothing there");
    assert!(matches!(error, Error::Io { .. }) && error.to_string().contains("nothing"), "{error}");
    fs::copy(fixture("plt-r1").join("config.json"), dir.path().join("config.json")).expect("copy");
    let error = Checkpoint::open(dir.path()).expect_err("no weights");
    assert!(matches!(error, Error::NoWeights { .. }), "{error}");
}

#[test]
fn open_rejects_a_config_that_is_too_large_or_not_text() {
    let dir = copy("plt-r1");
    fs::write(dir.path().join("config.json"), vec![b' '; (1 << 20) + 1]).expect("written");
    assert!(
        matches!(refused(dir.path(), "config.json"), Error::TooLarge { limit, .. } if limit == 1 << 20)
    );
    fs::write(dir.path().join("config.json"), b"\xff{}").expect("written");
    assert!(matches!(refused(dir.path(), "config.json"), Error::Json { .. }));
}

#[test]
fn read_file_has_a_size_limit() {
    let checkpoint = Checkpoint::open(fixture("plt-r1")).expect("it opens");
    let text = checkpoint.read_file("tokenizer.json", 1 << 20).expect("it reads");
    assert_eq!(text, Some(fs::read(fixture("plt-r1").join("tokenizer.json")).expect("the file")));
    assert_eq!(checkpoint.read_file("nothing.json", 1).expect("no error"), None);
    let error = checkpoint.read_file("tokenizer.json", 100).expect_err("too large");
    assert!(matches!(error, Error::TooLarge { limit: 100, .. }), "{error}");
    for name in BAD_NAMES {
        let error = checkpoint.read_file(name, 1 << 20).expect_err(name);
        assert!(matches!(error, Error::FileName { .. }), "{name:?}: {error}");
    }
}

const BAD_NAMES: [&str; 10] = [
    "",
    ".",
    "..",
    "../plt-r1/config.json",
    "/etc/hostname",
    "a/b",
    "./config.json",
    "config.json/",
    "a\\b",
    "config.json\0",
];

#[test]
fn index_names_plain_files_only() {
    for name in BAD_NAMES {
        let dir = copy("plt-r2-query-sharded");
        let json = serde_json::to_string(name).expect("JSON");
        edit(dir.path(), INDEX, &format!("\"{}\"", SHARDS[1]), &json);
        let error = refused(dir.path(), INDEX);
        assert!(matches!(error, Error::FileName { .. }), "{name:?}: {error}");
    }
}

#[test]
fn index_may_have_a_byte_order_mark_and_relative_names() {
    let dir = copy("plt-r2-query-sharded");
    edit(dir.path(), INDEX, &format!("\"{}\"", SHARDS[1]), &format!("\"./{}\"", SHARDS[1]));
    let index = fs::read_to_string(dir.path().join(INDEX)).expect("the index");
    fs::write(dir.path().join(INDEX), format!("\u{feff}{index}")).expect("written");
    assert_eq!(problems(dir.path()), []);
}

#[test]
fn index_and_shards_must_agree() {
    let dir = copy("plt-r2-query-sharded");
    // The map puts the final norm where it is not, and knows a tensor that no shard has.
    let index = fs::read_to_string(dir.path().join(INDEX)).expect("the index");
    let mut index: serde_json::Value = serde_json::from_str(&index).expect("JSON");
    let map = index["weight_map"].as_object_mut().expect("a map");
    let norm = map["model.norm.weight"].as_str().expect("a shard").to_owned();
    let other = SHARDS.into_iter().find(|shard| *shard != norm).expect("two shards").to_owned();
    map.insert("model.norm.weight".into(), other.clone().into());
    map.insert("ghost".into(), norm.clone().into());
    fs::write(dir.path().join(INDEX), index.to_string()).expect("written");
    let tensor = || "model.norm.weight".to_owned();
    let mut found = problems(dir.path());
    found.sort();
    let mut expected = [
        Problem::NotInShard { tensor: "ghost".into(), shard: norm.clone() },
        Problem::NotInShard { tensor: tensor(), shard: other },
        Problem::NotInIndex { tensor: tensor(), shard: norm },
    ];
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn index_that_is_broken_is_rejected() {
    for (text, expected) in [
        ("{}", "weight_map"),
        ("[]", "expected struct"),
        ("{\"weight_map\": {\"a\": 1}}", "expected a string"),
        ("{\"weight_map\": {\"a\": \"x\", \"a\": \"x\"}}", "`a` appears twice"),
        ("{\"weight_map\": {}, \"weight_map\": {}}", "duplicate field"),
    ] {
        let dir = copy("plt-r2-query-sharded");
        fs::write(dir.path().join(INDEX), text).expect("written");
        let error = refused(dir.path(), INDEX);
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
    let dir = copy("plt-r2-query-sharded");
    fs::remove_file(dir.path().join(SHARDS[1])).expect("removed");
    assert!(matches!(refused(dir.path(), SHARDS[1]), Error::MissingFiles { .. }));
}

fn with_header(length: u64, header: &str, data: usize) -> TempDir {
    let dir = copy("plt-r1");
    let mut file = length.to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.resize(file.len() + data, 0);
    fs::write(dir.path().join(SINGLE), file).expect("written");
    dir
}

#[test]
fn broken_headers_are_rejected() {
    let entry = |shape: &str, start: usize, end: usize| {
        format!(r#"{{"dtype":"F32","shape":{shape},"data_offsets":[{start},{end}]}}"#)
    };
    let (first, second) = (entry("[2]", 0, 8), entry("[2]", 8, 16));
    let mut many = String::from("{");
    for i in 0..100_001 {
        let comma = if i == 0 { "" } else { "," };
        many.push_str(&format!(r#"{comma}"t{i}":{}"#, entry("[0]", 0, 0)));
    }
    many.push('}');
    let table = [
        (format!(r#"{{"a":{first},"a":{first}}}"#), 8, "`a` appears twice"),
        (format!(r#"{{"a":{first},"b":{second}}}"#), 15, "expected"),
        (format!(r#"{{"a":{first},"b":{second}}}"#), 17, "expected"),
        (format!(r#"{{"a":{first},"b":{first}}}"#), 8, "invalid offset"),
        (format!(r#"{{"a":{first},"b":{}}}"#, entry("[2]", 9, 17)), 17, "invalid offset"),
        (format!(r#"{{"a":{}}}"#, entry("[2]", 8, 0)), 8, "invalid offset"),
        (format!(r#"{{"a":{}}}"#, entry("[3]", 0, 8)), 8, "invalid shape"),
        (format!(r#"{{"a":{}}}"#, entry("[4294967296,4294967296]", 0, 8)), 8, "overflow"),
        (format!(r#"{{"a":{}}}"#, entry("[-1]", 0, 8)), 8, "invalid value"),
        (r#"{"a":{"dtype":"Q9","shape":[],"data_offsets":[0,0]}}"#.into(), 0, "unknown variant"),
        (format!(r#"{{"a":{first}"#), 8, "EOF"),
        ("[]".into(), 0, "expected a JSON object"),
        (many, 0, "more than 100000 keys"),
    ];
    for (header, data, expected) in table {
        let dir = with_header(header.len() as u64, &header, data);
        let error = refused(dir.path(), SINGLE);
        let head: String = header.chars().take(80).collect();
        assert!(error.to_string().contains(expected), "{head}: {error}");
    }
    for length in [3, 100, 1 << 24, (1 << 24) + 1, 1 << 40, u64::MAX - 7, u64::MAX] {
        refused(with_header(length, "{}", 0).path(), SINGLE);
    }
    let dir = copy("plt-r1");
    fs::write(dir.path().join(SINGLE), b"1234567").expect("written");
    assert!(matches!(refused(dir.path(), SINGLE), Error::Length { expected: 8, .. }));
    fs::write(dir.path().join(SINGLE), b"").expect("written");
    assert!(matches!(refused(dir.path(), SINGLE), Error::Foreign { .. }));
}

#[test]
fn zero_sized_tensors_are_of_another_shape() {
    let header = r#"{"model.norm.weight":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"#;
    let dir = with_header(header.len() as u64, header, 0);
    let tensor = "model.norm.weight".to_owned();
    let expected = Problem::Shape { tensor, expected: vec![32], found: vec![0] };
    assert!(problems(dir.path()).contains(&expected));
}

#[test]
fn opening_reads_no_weights() {
    // A file of 64 GiB with a hole for its data.
    let header = r#"{"w":{"dtype":"F32","shape":[17179869184],"data_offsets":[0,68719476736]}}"#;
    let dir = with_header(header.len() as u64, header, 0);
    let file = fs::OpenOptions::new().write(true).open(dir.path().join(SINGLE)).expect("open");
    file.set_len(8 + header.len() as u64 + (1 << 36)).expect("a hole");
    assert!(problems(dir.path()).contains(&Problem::Extra { tensor: "w".into() }));
}

#[test]
fn truncated_file_is_rejected() {
    let dir = copy("plt-r1");
    let file = fs::read(dir.path().join(SINGLE)).expect("the file");
    for sixteenth in 0..16 {
        let cut = &file[..file.len() * sixteenth / 16];
        fs::write(dir.path().join(SINGLE), cut).expect("written");
        refused(dir.path(), SINGLE);
    }
}

#[test]
fn checkpoint_can_be_embedded_in_the_program() {
    const FILES: [BuiltInFile; 2] = [
        ("config.json", include_bytes!("../../../tests/fixtures/plt-r1/config.json")),
        ("model.safetensors", include_bytes!("../../../tests/fixtures/plt-r1/model.safetensors")),
    ];
    let built_in = Checkpoint::built_in("built in", &FILES).expect("a checkpoint");
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r1");
    let on_disk = Checkpoint::open(&dir).expect("a checkpoint");
    assert!(built_in.problems().is_empty());
    assert_eq!(built_in.config(), on_disk.config());
    for spec in on_disk.config().tensors() {
        let read = |checkpoint: &Checkpoint| checkpoint.tensor(&spec).expect("a tensor");
        assert!(read(&built_in).bytes() == read(&on_disk).bytes(), "{}", spec.name);
    }
    assert_eq!(
        built_in.read_file("config.json", 1 << 20).expect("a file").as_deref(),
        Some(FILES[0].1)
    );
    assert_eq!(built_in.read_file("../config.json", 1 << 20).expect("no file"), None);
    let error = Checkpoint::built_in("built in", &FILES[..1]).expect_err("no weights").to_string();
    assert!(error.contains("built in"), "{error}");
}

#[test]
fn file_truncated_after_opening_is_an_error_when_read() {
    let dir = copy("plt-r1");
    let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
    let file = fs::OpenOptions::new().write(true).open(dir.path().join(SINGLE)).expect("open");
    file.set_len(5000).expect("cut");
    let error = checkpoint.check_values(&mut |_, _| {}).expect_err("half of it is gone");
    assert!(matches!(error, Error::Length { found: 5000, .. }), "{error}");
}

#[test]
fn flipped_bit_in_the_header_never_changes_a_tensor() {
    let dir = copy("plt-r1");
    let path = dir.path().join(SINGLE);
    let file = fs::read(&path).expect("the file");
    let (length, _) = SafeTensors::read_metadata(&file).expect("a header");
    let truth = weights(&Checkpoint::open(dir.path()).expect("it opens"));
    let mut accepted = 0;
    for at in 0..8 + length {
        let mut flipped = file.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&path, flipped).expect("written");
        let Ok(checkpoint) = Checkpoint::open(dir.path()) else { continue };
        if checkpoint.check().is_ok() {
            assert!(weights(&checkpoint) == truth, "byte {at}");
            accepted += 1;
        }
    }
    // Only the free text of `__metadata__` and white space may differ.
    assert!(accepted < 40, "{accepted} of {length} accepted");
}

fn weights(checkpoint: &Checkpoint) -> Vec<Vec<u8>> {
    let read = |spec| checkpoint.tensor(&spec).expect("it reads").bytes().to_vec();
    checkpoint.config().tensors().into_iter().map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_header_gives_a_result_not_a_panic(
        length in prop_oneof![Just(None), any::<u64>().prop_map(Some)],
        header in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let dir = copy("plt-r1");
        let mut file = length.unwrap_or(header.len() as u64).to_le_bytes().to_vec();
        file.extend(header);
        fs::write(dir.path().join(SINGLE), file).expect("written");
        prop_assert!(Checkpoint::open(dir.path()).and_then(|c| c.check()).is_err());
    }

    #[test]
    fn any_overwritten_bytes_give_a_result_not_a_panic(
        at in 0..4000usize, bytes in prop::collection::vec(any::<u8>(), 1..20),
    ) {
        let dir = copy("plt-r1");
        let mut file = fs::read(dir.path().join(SINGLE)).expect("the file");
        file[at..at + bytes.len()].copy_from_slice(&bytes);
        fs::write(dir.path().join(SINGLE), file).expect("written");
        if let Ok(checkpoint) = Checkpoint::open(dir.path()) {
            let _ = checkpoint.check();
            let _ = checkpoint.check_values(&mut |_, _| {});
        }
    }
}

#[test]
fn json_file_behind_a_byte_order_mark_is_read_without_it() {
    let dir = copy("plt-r1");
    for file in ["config.json", "tokenizer_config.json"] {
        let text = fs::read_to_string(dir.path().join(file)).expect("a file");
        fs::write(dir.path().join(file), format!("\u{feff}{text}")).expect("written");
    }
    let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
    let bytes = checkpoint.read_file("tokenizer_config.json", 1 << 20).expect("it reads");
    assert!(bytes.expect("a file").starts_with(b"{"));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    /// The Hub's cache, with all files in `blobs` and relative links to them.
    fn cached(name: &str) -> (TempDir, PathBuf) {
        let root = tempfile::tempdir().expect("a directory");
        let repo = root.path().join("models--owner--name");
        let (blobs, snapshot) = (repo.join("blobs"), repo.join("snapshots/0123abcd"));
        fs::create_dir_all(&blobs).expect("created");
        fs::create_dir_all(&snapshot).expect("created");
        for (i, entry) in fs::read_dir(fixture(name)).expect("the fixture").enumerate() {
            let entry = entry.expect("an entry");
            fs::copy(entry.path(), blobs.join(i.to_string())).expect("copied");
            let target = Path::new("../../blobs").join(i.to_string());
            symlink(target, snapshot.join(entry.file_name())).expect("linked");
        }
        (root, snapshot)
    }

    fn replace(link: &Path, target: impl AsRef<Path>) {
        fs::remove_file(link).expect("removed");
        symlink(target, link).expect("linked");
    }

    #[test]
    fn snapshot_in_the_hub_cache_opens() {
        for name in ["plt-r1", "plt-r2-query-sharded"] {
            let (root, snapshot) = cached(name);
            assert_eq!(problems(&snapshot), []);
            // Through a link to the snapshot as well.
            let link = root.path().join("link");
            symlink(&snapshot, &link).expect("linked");
            assert_eq!(problems(&link), []);
            let checkpoint = Checkpoint::open(&link).expect("it opens");
            assert!(checkpoint.read_file("tokenizer.json", 1 << 20).expect("it reads").is_some());
        }
    }

    /// `hf download --local-dir` links to the cache, and so do people.
    #[test]
    fn link_from_a_local_directory_into_the_cache_opens() {
        let (_root, snapshot) = cached("plt-r2-query-sharded");
        let dir = tempfile::tempdir().expect("a directory");
        for entry in fs::read_dir(&snapshot).expect("a snapshot") {
            let entry = entry.expect("an entry");
            symlink(entry.path(), dir.path().join(entry.file_name())).expect("linked");
        }
        assert_eq!(problems(dir.path()), []);
        // A folder of the same names elsewhere is no cache.
        let other = tempfile::tempdir().expect("a directory");
        fs::create_dir(other.path().join("blobs")).expect("created");
        let config = other.path().join("blobs/config.json");
        fs::copy(fixture("plt-r2-query-sharded").join("config.json"), &config).expect("copied");
        replace(&dir.path().join("config.json"), &config);
        let error = refused(dir.path(), "config.json");
        assert!(matches!(error, Error::LinkLeaves { .. }), "{error}");
    }

    #[test]
    fn snapshot_with_blobs_on_another_disk_opens() {
        let (root, snapshot) = cached("plt-r1");
        let (blobs, other) =
            (root.path().join("models--owner--name/blobs"), root.path().join("disk"));
        fs::rename(&blobs, &other).expect("moved");
        symlink(&other, &blobs).expect("linked");
        assert_eq!(problems(&snapshot), []);
    }

    #[test]
    fn link_within_the_directory_opens() {
        let dir = copy("plt-r1");
        fs::rename(dir.path().join(SINGLE), dir.path().join("weights.bin")).expect("moved");
        symlink("weights.bin", dir.path().join(SINGLE)).expect("linked");
        assert_eq!(problems(dir.path()), []);
    }

    #[test]
    fn link_out_of_the_directory_is_rejected() {
        let (root, snapshot) = cached("plt-r2-query-sharded");
        let outside = fixture("plt-r2-query-sharded");
        let other_repo = root.path().join("models--other--name/blobs");
        fs::create_dir_all(&other_repo).expect("created");
        for file in ["config.json", INDEX, SHARDS[0], SHARDS[1], "tokenizer.json"] {
            let foreign = other_repo.join(file);
            fs::copy(outside.join(file), &foreign).expect("copied");
            let link = snapshot.join(file);
            let honest = fs::read_link(&link).expect("a link");
            for target in [outside.join(file), foreign, PathBuf::from("/dev/zero")] {
                replace(&link, &target);
                let error = match file {
                    "tokenizer.json" => Checkpoint::open(&snapshot)
                        .expect("the tokenizer is not opened")
                        .read_file(file, 1 << 20)
                        .expect_err("it leads elsewhere"),
                    _ => refused(&snapshot, file),
                };
                assert!(matches!(error, Error::LinkLeaves { .. }), "{file}: {error}");
            }
            replace(&link, "nowhere");
            let dangling = Checkpoint::open(&snapshot).and_then(|c| c.read_file(file, 1 << 20));
            assert!(matches!(dangling, Err(Error::Io { .. })), "{file}: {dangling:?}");
            replace(&link, honest);
        }
        assert_eq!(problems(&snapshot), []);
    }

    #[test]
    fn pipes_sockets_directories_and_devices_are_never_opened() {
        let make_pipe = |path: &Path| {
            let status = Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
            assert!(status.success());
        };
        let make_socket = |path: &Path| drop(UnixListener::bind(path).expect("a socket"));
        let make_directory = |path: &Path| fs::create_dir(path).expect("a directory");
        for file in ["config.json", INDEX, SHARDS[1]] {
            // The pipe is last: opening one blocks forever.
            for make in [&make_socket as &dyn Fn(&Path), &make_directory, &make_pipe] {
                let dir = copy("plt-r2-query-sharded");
                fs::remove_file(dir.path().join(file)).expect("removed");
                make(&dir.path().join(file));
                let error = refused(dir.path(), file);
                assert!(matches!(error, Error::NotAFile { .. }), "{file}: {error}");
            }
        }
        let error = Checkpoint::open("/dev/zero").expect_err("a device");
        assert!(matches!(error, Error::NotACheckpoint { .. }), "{error}");
        let dir = tempfile::tempdir().expect("a directory");
        let pipe = dir.path().join("model.gguf");
        make_pipe(&pipe);
        let error = Checkpoint::open(&pipe).expect_err("a pipe");
        assert!(matches!(error, Error::NotACheckpoint { .. }), "{error}");
    }
}
