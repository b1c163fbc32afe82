//! The files beside the weights of a model.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use plt_runtime::{Checkpoint, DType, Error, ModelFiles, Quantization};

#[test]
fn model_files_reject_unknown_end_tokens() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r1");
    let folder = tempfile::tempdir().expect("a folder");
    for file in fs::read_dir(fixture).expect("the fixture") {
        let file = file.expect("a file");
        fs::copy(file.path(), folder.path().join(file.file_name())).expect("copied");
    }
    let settings = folder.path().join("generation_config.json");
    for (ids, known) in [("7", true), ("[7, 8]", true), ("[7, 4294967295]", false)] {
        fs::write(&settings, format!("{{\"eos_token_id\": {ids}}}")).expect("written");
        match ModelFiles::open(folder.path()) {
            Ok(files) => assert!(known && files.text().eos().contains(&7), "{ids}"),
            Err(Error::Value { file, key, found, .. }) => {
                assert_eq!((file, key.as_str()), (settings.clone(), "eos_token_id"));
                assert_eq!((found.as_str(), known), ("4294967295", false));
            }
            Err(error) => panic!("{ids}: {error}"),
        }
    }
}

#[test]
fn model_files_open_gguf_with_an_unsupported_tokenizer() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r1");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("model.gguf");
    let mut bytes = Vec::new();
    // Without tokenizer.json, which would be read in place of GGUF's keys.
    for name in ["config.json", "model.safetensors"] {
        fs::copy(fixture.join(name), folder.path().join(name)).expect("a copy");
    }
    let checkpoint = Checkpoint::open(folder.path()).expect("a fixture");
    let go_on = &mut |_, _| ControlFlow::Continue(());
    checkpoint
        .write_gguf(Quantization::new(DType::BF16), &mut bytes, &place, go_on)
        .expect("written");
    // One more key before all others, 64 bytes long, so that the alignment of the rest is
    // unchanged.
    let (key, value) = ("tokenizer.ggml.model", "an-unsupported-tokenizer");
    let text = |text: &str| [&(text.len() as u64).to_le_bytes(), text.as_bytes()].concat();
    let key = [text(key), 8u32.to_le_bytes().to_vec(), text(value)].concat();
    assert_eq!(key.len(), 64);
    let keys: [u8; 8] = bytes[16..24].try_into().expect("a count");
    bytes.splice(16..24, (u64::from_le_bytes(keys) + 1).to_le_bytes().into_iter().chain(key));
    fs::write(&place, bytes).expect("written");

    let files = ModelFiles::open(&place).expect("a model all the same");
    let error = files.text().tokenizer().expect_err("no tokenizer").to_string();
    for word in ["model.gguf", "tokenizer.ggml.model", value, "token ids"] {
        assert!(error.contains(word), "{error}");
    }
    assert_eq!(error.lines().count(), 1);
}
