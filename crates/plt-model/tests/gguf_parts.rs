//! Split GGUF models, and GGUF files found by their content and their folder.

mod support;

use std::fs;
use std::path::Path;

use plt_model::Checkpoint;
use plt_model::checkpoint::GgufValue;
use support::{Gguf, floats, problems, refused, weights};

fn untied() -> Gguf {
    let mut file = Gguf::llama();
    file.tensors.insert("output.weight".into(), floats(&[support::VOCAB, support::HIDDEN], 99));
    file
}

#[test]
fn split_model_opens_from_any_part() {
    let (dir, model) = (tempfile::tempdir().expect("a directory"), untied());
    let whole = dir.path().join("whole.gguf");
    model.write(&whole);
    let whole = Checkpoint::open(whole).expect("it opens");
    for count in [2, 3, 12] {
        let paths = model.write_parts(dir.path(), "some-model", count);
        for path in &paths {
            let split =
                Checkpoint::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            split.check().expect("all tensors");
            split.check_values(&mut |_, _| {}).expect("finite");
            assert_eq!(split.config(), whole.config());
            assert!(!split.config().tie_word_embeddings, "the head is in another part");
            assert_eq!(weights(&split), weights(&whole));
            assert_eq!(split.weight_bytes(), whole.weight_bytes());
        }
    }
}

#[test]
fn parts_have_their_own_alignment_and_integers_of_any_width() {
    let dir = tempfile::tempdir().expect("a directory");
    let mut first = Gguf::llama();
    let mut second = Gguf::default();
    for name in ["blk.0.ffn_up.weight", "output_norm.weight"] {
        let tensor = first.tensors.remove(name).expect("there");
        second.tensors.insert(name.into(), tensor);
    }
    first.set("split.no", GgufValue::U8(0));
    first.set("split.count", GgufValue::I64(2));
    second.set("split.no", GgufValue::U64(1));
    second.set("split.count", GgufValue::I8(2));
    first.set("general.alignment", GgufValue::U64(64));
    second.set("general.alignment", GgufValue::U16(256));
    let path = dir.path().join("m-1-of-2.GGUF");
    first.write(&path);
    second.write(&dir.path().join("m-2-of-2.GGUF"));
    let split = Checkpoint::open(path).expect("it opens");
    split.check().expect("all tensors");
    assert_eq!(weights(&split), weights(&Gguf::llama().open().expect("it opens")));
}

#[test]
fn missing_parts_are_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let paths = untied().write_parts(dir.path(), "m", 4);
    fs::remove_file(&paths[1]).expect("removed");
    fs::remove_file(&paths[3]).expect("removed");
    for path in [&paths[0], &paths[2]] {
        let message = refused(path);
        assert!(
            message.contains("not found: m-00002-of-00004.gguf, m-00004-of-00004.gguf"),
            "{message}"
        );
    }
    // A part under another name, as a blob has.
    let blob = dir.path().join("sha256-77");
    fs::rename(&paths[0], &blob).expect("renamed");
    let message = refused(&blob);
    assert!(message.contains("part 1 of 4") && message.contains("-00001-of-"), "{message}");
}

/// A merged file keeps the keys, with a count of 0; a file of one part is whole.
#[test]
fn count_of_none_or_one_is_a_whole_file() {
    for count in [0u16, 1] {
        let mut file = Gguf::llama();
        file.set("split.no", GgufValue::U16(0));
        file.set("split.count", GgufValue::U16(count));
        problems(file.open()).expect("a whole file");
    }
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let set = |key: &'static str, value: GgufValue| move |part: &mut Gguf| part.set(key, value);
    type Edit = Box<dyn FnOnce(&mut Gguf)>;
    let table: Vec<(usize, Edit, &str)> = vec![
        (0, Box::new(set("split.count", GgufValue::U16(65_535))), "at most 512"),
        (0, Box::new(set("split.count", GgufValue::U64(u64::MAX))), "at most 512"),
        (0, Box::new(set("split.count", GgufValue::I32(-1))), "an integer from 0"),
        (0, Box::new(set("split.count", GgufValue::F32(2.0))), "an integer from 0"),
        (0, Box::new(set("split.count", GgufValue::U16(3))), "the part that the file name says"),
        (0, Box::new(set("split.no", GgufValue::U16(1))), "the part that the file name says"),
        (0, Box::new(set("split.no", GgufValue::U64(u64::MAX))), "at most 512"),
        (1, Box::new(set("split.no", GgufValue::U16(0))), "the part that the file name says"),
        (1, Box::new(set("split.no", GgufValue::String("1".into()))), "an integer from 0"),
        (1, Box::new(|part| drop(part.keys.remove("split.count"))), "the file name says"),
        (
            1,
            Box::new(set("split.tensors.count", GgufValue::I32(11))),
            "the number in the other parts",
        ),
        (
            1,
            Box::new(set("general.architecture", GgufValue::String("qwen3".into()))),
            "architecture",
        ),
        (
            1,
            Box::new(|part| {
                drop(part.tensors.insert("output_norm.weight".into(), floats(&[256], 1)))
            }),
            "each tensor in one part",
        ),
        (1, Box::new(|part| part.tensors.clear()), "the number of tensors in all parts"),
    ];
    for (number, edit, expected) in table {
        let dir = tempfile::tempdir().expect("a directory");
        let mut parts = [Gguf::llama(), Gguf::default()];
        let down = parts[0].tensors.remove("blk.0.ffn_down.weight").expect("there");
        parts[1].tensors.insert("blk.0.ffn_down.weight".into(), down);
        for (number, part) in parts.iter_mut().enumerate() {
            part.set("split.no", GgufValue::U16(number as u16));
            part.set("split.count", GgufValue::U16(2));
            part.set("split.tensors.count", GgufValue::I32(11));
        }
        let paths = [1, 2].map(|part| dir.path().join(format!("m-0000{part}-of-00002.gguf")));
        let write =
            |parts: &[Gguf; 2]| parts.iter().zip(&paths).for_each(|(p, path)| p.write(path));
        write(&parts);
        problems(Checkpoint::open(&paths[0])).expect("as it is, it opens");
        if expected == "the number in the other parts" {
            parts[0].set("split.tensors.count", GgufValue::I32(12));
        }
        edit(&mut parts[number]);
        write(&parts);
        let message = refused(&paths[0]);
        assert!(message.contains(expected), "{expected}: {message}");
    }
}

/// The tensors of a part lie in that part: its end is checked, and no other file's.
#[test]
fn truncated_part_is_refused() {
    let dir = tempfile::tempdir().expect("a directory");
    let paths = untied().write_parts(dir.path(), "m", 3);
    let bytes = fs::read(&paths[2]).expect("a file");
    fs::write(&paths[2], &bytes[..bytes.len() - 100]).expect("written");
    let message = refused(&paths[0]);
    assert!(
        message.contains("m-00003-of-00003.gguf") && message.contains("truncated"),
        "{message}"
    );
}

#[test]
fn gguf_is_known_by_its_content() {
    let (dir, model) = (tempfile::tempdir().expect("a directory"), Gguf::llama());
    for name in ["sha256-0123456789", "model.bin", "model.GGUF", "model.gguf.part"] {
        let path = dir.path().join(name);
        model.write(&path);
        problems(Checkpoint::open(path)).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).expect("written");
    }
    dir
}

fn opens(dir: &Path) {
    problems(Checkpoint::open(dir)).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
}

#[test]
fn folder_with_one_gguf_model_is_that_model() {
    let bytes = Gguf::llama().bytes();
    opens(folder(&[("m.gguf", &bytes), ("README.md", b"#")]).path());
    opens(folder(&[("M.GGUF", &bytes), ("config.json", b"{}")]).path().join("").as_path());
    let beside: [(&str, &[u8]); 4] = [
        ("m.gguf", &bytes),
        ("._m.gguf", b"x"),
        ("mmproj-m-f16.gguf", b"x"),
        ("m.gguf.part", b"x"),
    ];
    opens(folder(&beside).path());
    let dir = tempfile::tempdir().expect("a directory");
    let paths = untied().write_parts(dir.path(), "m", 3);
    opens(dir.path());
    fs::remove_file(&paths[0]).expect("removed");
    assert!(refused(dir.path()).contains("not found: m-00001-of-00003.gguf"));
}

#[test]
fn folder_with_one_gguf_file_without_suffix_opens() {
    let bytes = Gguf::llama().bytes();
    opens(folder(&[("sha256-77", &bytes), ("README", b"GGU"), (".hidden", &bytes)]).path());
    let two = folder(&[("sha256-77", &bytes), ("sha256-78", &bytes)]);
    assert!(refused(two.path()).contains("expected a directory with config.json"));
}

#[test]
fn folder_with_an_importance_matrix_opens_the_model() {
    let bytes = Gguf::llama().bytes();
    for matrix in ["imatrix.gguf", "imatrix_unsloth.gguf", "m.imatrix.gguf"] {
        opens(folder(&[(matrix, b"x"), ("m-q4_0.gguf", &bytes)]).path());
    }
    opens(folder(&[("m-imatrix.gguf", &bytes)]).path());
}

#[test]
fn folder_with_two_gguf_models_lists_them() {
    let bytes = Gguf::llama().bytes();
    let dir = folder(&[("b-q8_0.gguf", &bytes), ("a-q4_0.gguf", &bytes)]);
    let message = refused(dir.path());
    assert!(
        message.contains("several models, name the file: a-q4_0.gguf, b-q8_0.gguf"),
        "{message}"
    );
    untied().write_parts(dir.path(), "c", 2);
    let message = refused(dir.path());
    assert!(
        message.contains("c-00001-of-00002.gguf") && !message.contains("-00002-of"),
        "{message}"
    );
    // Parts of models of another number of parts.
    let dir = tempfile::tempdir().expect("a directory");
    untied().write_parts(dir.path(), "c", 2);
    untied().write_parts(dir.path(), "c", 3);
    assert!(refused(dir.path()).contains("several models"));
}
