//! Files that are not what their name says, and folders without the files of a model.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use plt_model::Checkpoint;
use support::{Gguf, refused};

const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v1\n\
    oid sha256:4665a5ea423c2713d436b5ee50593a9640e0018c1550b5a0002f74190d6caea8\nsize 4935\n";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

fn copy(name: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    for entry in fs::read_dir(fixture(name)).expect("a fixture") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, dir.path().join(path.file_name().expect("a name"))).expect("a copy");
    }
    dir
}

#[test]
fn pointers_of_git_lfs_are_named_in_every_file() {
    let sharded = copy("plt-r2-query-sharded");
    let shard = fs::read_dir(sharded.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .find(|name| name.ends_with(".safetensors"))
        .expect("a shard");
    let files: [(&str, &str); 4] = [
        ("plt-r1", "config.json"),
        ("plt-r1", "model.safetensors"),
        ("plt-r2-query-sharded", "model.safetensors.index.json"),
        ("plt-r2-query-sharded", &shard),
    ];
    for (name, file) in files {
        let dir = copy(name);
        fs::write(dir.path().join(file), POINTER).expect("written");
        let message = refused(dir.path());
        assert!(message.contains(file) && message.contains("git lfs pull"), "{file}: {message}");
    }
    let dir = copy("plt-r1");
    let checkpoint = Checkpoint::open(dir.path()).expect("it opens");
    for file in ["tokenizer.json", "tokenizer_config.json", "generation_config.json", "any.jinja"] {
        fs::write(dir.path().join(file), POINTER).expect("written");
        let message = checkpoint.read_file(file, 1 << 20).expect_err("a pointer").to_string();
        assert!(message.contains(file) && message.contains("git lfs pull"), "{file}: {message}");
    }
    for file in ["model.gguf", "sha256-01"] {
        fs::write(dir.path().join(file), POINTER).expect("written");
        assert!(refused(&dir.path().join(file)).contains("git lfs pull"), "{file}");
    }
}

#[test]
fn content_of_other_kinds_is_named() {
    let zeros = [0; 300];
    let kinds: [(&[u8], &str); 13] = [
        (b"", "an empty file"),
        (b"<!DOCTYPE html><html><head><title>404</title>", "an HTML page"),
        (b"\xef\xbb\xbf \n<HTML>\n<body>", "an HTML page"),
        (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "an HTML page"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "gzip"),
        (b"PK\x03\x04\0\0\x08\x08\0\0", "ZIP"),
        (b"\x28\xb5\x2f\xfd\x04\0\0\0\0\0", "zstd"),
        (b"\xfd7zXZ\0\0\x04\0\0\0\0", "xz"),
        (b"BZh91AY&SY\0\0\0", "bzip2"),
        (b"7z\xbc\xaf\x27\x1c\0\0\0\0", "7-Zip"),
        (b"tjgg\x03\0\0\0\0\x7d", "GGML"),
        (&zeros, "zeros only"),
        (POINTER, "Git LFS pointer"),
    ];
    for (bytes, expected) in kinds {
        let dir = copy("plt-r1");
        for file in ["model.safetensors", "config.json"] {
            let whole = fs::read(dir.path().join(file)).expect("a file");
            fs::write(dir.path().join(file), bytes).expect("written");
            let message = refused(dir.path());
            assert!(message.contains(file) && message.contains(expected), "{file}: {message}");
            fs::write(dir.path().join(file), whole).expect("written");
        }
        for file in ["model.gguf", "blob"] {
            fs::write(dir.path().join(file), bytes).expect("written");
            let message = refused(&dir.path().join(file));
            assert!(message.contains(file) && message.contains(expected), "{file}: {message}");
        }
    }
}

#[test]
fn text_in_the_place_of_a_file_is_named() {
    let dir = copy("plt-r1");
    let config = dir.path().join("config.json");
    let json = fs::read(&config).expect("a file");
    for [first, second] in [[0xff_u8, 0xfe], [0xfe, 0xff]] {
        fs::write(&config, [&[first, second][..], &json].concat()).expect("written");
        let message = refused(dir.path());
        assert!(message.contains("config.json: found text in UTF-16"), "{message}");
    }
    fs::write(&config, &json).expect("written");
    fs::write(dir.path().join("model.safetensors"), "Invalid credentials\n").expect("written");
    let message = refused(dir.path());
    assert!(message.contains("model.safetensors: found text"), "{message}");
    assert!(message.contains("download it again"), "{message}");
}

#[test]
fn truncated_files_say_so() {
    let dir = copy("plt-r1");
    let path = dir.path().join("model.safetensors");
    let bytes = fs::read(&path).expect("a file");
    for length in [7, 9, bytes.len() - 1] {
        fs::write(&path, &bytes[..length]).expect("written");
        assert!(refused(dir.path()).contains("truncated, download it again"), "{length}");
    }
    let path = dir.path().join("model.gguf");
    let bytes = Gguf::llama().bytes();
    for length in [6, 40, bytes.len() / 2] {
        fs::write(&path, &bytes[..length]).expect("written");
        assert!(refused(&path).contains("truncated, download it again"), "{length}");
    }
}

#[test]
fn missing_shards_are_named() {
    let dir = copy("plt-r2-query-sharded");
    let shards: Vec<PathBuf> = fs::read_dir(dir.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "safetensors"))
        .collect();
    assert_eq!(shards.len(), 2);
    for shard in &shards {
        fs::remove_file(shard).expect("removed");
    }
    let message = refused(dir.path());
    assert!(
        message.contains("not found: model-00001-of-00002.safetensors, model-00002"),
        "{message}"
    );
}

#[test]
fn weights_of_other_formats_have_a_remedy() {
    let table = [
        ("pytorch_model.bin", "convert them to safetensors"),
        ("pytorch_model-00001-of-00003.bin", "convert them to safetensors"),
        ("consolidated.00.pth", "convert them to safetensors"),
        ("adapter_model.safetensors", "merged into its base model"),
        ("model-00001-of-00002.safetensors", "the index model.safetensors.index.json"),
        ("consolidated.safetensors", "model.safetensors, with the names of transformers"),
        ("tf_model.h5", "not read"),
        ("model.safetensors.incomplete", "not complete"),
    ];
    for (file, expected) in table {
        let dir = tempfile::tempdir().expect("a directory");
        fs::write(dir.path().join(file), "x").expect("written");
        let without_config = refused(dir.path());
        fs::copy(fixture("plt-r1").join("config.json"), dir.path().join("config.json"))
            .expect("copy");
        for message in [without_config, refused(dir.path())] {
            assert!(message.contains(file) && message.contains(expected), "{file}: {message}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn paths_that_are_not_utf8_open() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let dir = tempfile::tempdir().expect("a directory");
    let folder = dir.path().join(OsStr::from_bytes(b"m\xff\xfe"));
    fs::create_dir(&folder).expect("a folder");
    // The name is no model's, but the file opens by its path, and the other one by its folder.
    let path = folder.join(OsStr::from_bytes(b"\xe9.gguf"));
    Gguf::llama().write(&path);
    assert!(Checkpoint::open(&path).and_then(|c| c.check()).is_ok());
    Gguf::llama().write(&folder.join("model.gguf"));
    assert!(Checkpoint::open(&folder).and_then(|c| c.check()).is_ok());
}
