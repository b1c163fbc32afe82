//! The tokenizer: against the fixtures, against the library that encodes, and against untrusted
//! files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use plt_model::checkpoint::GgufValue;
use plt_runtime::{Error, Tokenizer};
use proptest::prelude::*;
use serde_json::{Value, json};

const VOCAB: usize = 300;

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let entries = std::fs::read_dir(folder).expect("the fixtures");
    let mut all: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|path| path.join("tokenizer.json").is_file());
    all.sort();
    all
}

fn loop_r2() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/loop-r2")
}

fn json_file(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("JSON")
}

fn fixture_json() -> Value {
    json_file(&loop_r2().join("tokenizer.json"))
}

fn load(json: &Value) -> Result<Tokenizer, Error> {
    Tokenizer::from_json(json.to_string().as_bytes(), Path::new("dir/tokenizer.json"), VOCAB)
}

static FIXTURE: LazyLock<Tokenizer> = LazyLock::new(|| load(&fixture_json()).expect("it loads"));
static LIBRARY: LazyLock<tokenizers::Tokenizer> =
    LazyLock::new(|| fixture_json().to_string().parse().expect("it loads"));

#[test]
fn tokenizer_encodes_and_decodes_the_fixtures() {
    let fixtures = fixtures();
    assert_eq!(fixtures.len(), 16);
    for fixture in fixtures {
        let bytes = std::fs::read(fixture.join("tokenizer.json")).expect("a file");
        let vocab_size = json_file(&fixture.join("config.json"))["vocab_size"].as_u64();
        let vocab_size = vocab_size.expect("a number") as usize;
        let tokenizer = Tokenizer::from_json(&bytes, &fixture, vocab_size).expect("it loads");
        let expected = json_file(&fixture.join("expected.json"));
        for case in expected["tokenizer"].as_array().expect("cases") {
            let text = case["text"].as_str().expect("a string");
            let ids: Vec<u32> = serde_json::from_value(case["ids"].clone()).expect("ids");
            assert_eq!(tokenizer.encode(text, true).expect("it encodes"), ids, "{text:?}");
            assert_eq!(tokenizer.decode(&ids, false).expect("it decodes"), text);
        }
    }
}

#[test]
fn tokenizer_encodes_a_special_token_as_one_id() {
    let ids = FIXTURE.encode("<|im_start|>user\nhi<|im_end|>", true).expect("it encodes");
    assert_eq!((ids[0], ids[ids.len() - 1]), (1, 2));
    assert_eq!(FIXTURE.decode(&ids, true).expect("it decodes"), "user\nhi");
    assert_eq!(FIXTURE.token_to_id("<|im_end|>"), Some(2));
    assert_eq!(FIXTURE.token_to_id("<|im_end"), None);
    assert!(FIXTURE.is_special(2).expect("a token"));
    assert!(!FIXTURE.is_special(3).expect("a token"));
    assert_eq!(FIXTURE.vocab_size(), VOCAB);
}

/// Tags of tools and of reasoning are tokens, but part of the text.
#[test]
fn tokenizer_decodes_added_tokens_that_are_not_special() {
    let mut json = fixture_json();
    let tags: Vec<String> = (0..27).map(|i| format!("<tool_{i}>")).collect();
    let added = json["added_tokens"].as_array_mut().expect("tokens");
    for (tag, id) in tags.iter().zip(VOCAB..) {
        added.push(json!({
            "id": id, "content": tag, "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": false,
        }));
    }
    let size = VOCAB + tags.len();
    let json = json.to_string();
    let tokenizer = Tokenizer::from_json(json.as_bytes(), Path::new("t"), size).expect("it loads");
    for (tag, id) in tags.iter().zip(VOCAB as u32..) {
        let text = format!("<|im_start|>a{tag}b");
        let ids = tokenizer.encode(&text, true).expect("it encodes");
        assert_eq!(ids, [1, 67, id, 68], "{text}");
        assert_eq!(tokenizer.decode(&ids, true).expect("it decodes"), format!("a{tag}b"));
        assert!(!tokenizer.is_special(id).expect("a token"));
    }
}

/// One word of a million letters. An encoder that scans all pairs for every merge would take hours.
#[test]
fn tokenizer_encodes_a_long_run_of_letters() {
    for letters in ["a", "ab", " ", "é"] {
        let text = letters.repeat(1_000_000 / letters.len());
        let ids = FIXTURE.encode(&text, true).expect("it encodes");
        assert_eq!(FIXTURE.decode(&ids, false).expect("it decodes"), text);
    }
}

#[test]
fn tokenizer_rejects_ids_outside_the_vocabulary() {
    for id in [300, u32::MAX] {
        let refused = FIXTURE.decode(&[1, id], false);
        assert!(matches!(refused, Err(Error::UnknownToken { id: found, .. }) if found == id));
    }
    // The embedding of a model may have more rows than there are tokens.
    let json = fixture_json().to_string();
    let wide = Tokenizer::from_json(json.as_bytes(), Path::new("t"), 320).expect("it loads");
    assert_eq!(wide.vocab_size(), 320);
    assert_eq!(wide.decode(&[67, 310, 68], false).expect("it decodes"), "ab");
}

proptest! {
    #[test]
    fn tokenizer_decodes_any_encoded_string(text in any::<String>(), add_special: bool) {
        let ids = FIXTURE.encode(&text, add_special).expect("it encodes");
        prop_assert_eq!(FIXTURE.decode(&ids, false).expect("it decodes"), text);
    }

    #[test]
    fn tokenizer_decodes_as_the_library_does(
        ids in prop::collection::vec(0..VOCAB as u32, 0..40),
        skip: bool,
    ) {
        let expected = LIBRARY.decode(&ids, skip).expect("it decodes");
        prop_assert_eq!(FIXTURE.decode(&ids, skip).expect("it decodes"), expected);
    }

    #[test]
    fn tokenizer_decodes_sentencepiece_as_the_library_does(
        // The library replaces a whole run of byte tokens with one invalid byte, so the three bytes
        // of a euro sign stay together.
        parts in prop::collection::vec(
            prop::sample::select(vec![
                &[0][..], &[1], &[2], &[3], &[4, 5, 6], &[7], &[8], &[9], &[10], &[11], &[12],
            ]),
            0..20,
        ),
        skip: bool,
    ) {
        let ids = parts.concat();
        let json = sentencepiece_json().to_string();
        let library: tokenizers::Tokenizer = json.parse().expect("it loads");
        let expected = library.decode(&ids, skip).expect("it decodes");
        prop_assert_eq!(sentencepiece().decode(&ids, skip).expect("it decodes"), expected);
    }
}

const SENTENCEPIECE: usize = 13;

/// A tokenizer in the manner of Llama 2: `▁` for a space, bytes as `<0x..>`.
fn sentencepiece_json() -> Value {
    let tokens = [
        "<s>", "▁", "a", "▁a", "<0xE2>", "<0x82>", "<0xAC>", "<0x41>", "<0x4g>", "▁▁", "é", "b",
        "<0x041>",
    ];
    let vocab: serde_json::Map<String, Value> =
        tokens.iter().zip(0..).map(|(token, id)| ((*token).to_owned(), Value::from(id))).collect();
    json!({
        "version": "1.0",
        "added_tokens": [{
            "id": 0, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true,
        }],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Prepend", "prepend": "▁"},
            {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
        ]},
        "pre_tokenizer": null,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "<s>", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
            ],
            "pair": [],
            "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]}},
        },
        "decoder": {"type": "Sequence", "decoders": [
            {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
            {"type": "ByteFallback"},
            {"type": "Fuse"},
            {"type": "Strip", "content": " ", "start": 1, "stop": 0},
        ]},
        "model": {
            "type": "BPE", "vocab": vocab, "merges": [["▁", "a"], ["▁", "▁"]],
            "unk_token": "<s>", "byte_fallback": true,
        },
    })
}

fn sentencepiece() -> Tokenizer {
    let json = sentencepiece_json().to_string();
    Tokenizer::from_json(json.as_bytes(), Path::new("t"), SENTENCEPIECE).expect("it loads")
}

#[test]
fn tokenizer_reads_sentencepiece_bytes_spaces_and_bos() {
    let tokenizer = sentencepiece();
    assert_eq!(tokenizer.encode("a€ a", true).expect("it encodes"), [0, 3, 4, 5, 6, 3]);
    assert_eq!(tokenizer.encode("a", false).expect("it encodes"), [3]);
    assert_eq!(tokenizer.decode(&[0, 3, 4, 5, 6, 3], true).expect("it decodes"), "a€ a");
    // An incomplete character, and a byte that cannot begin one.
    assert_eq!(tokenizer.decode(&[2, 4, 5], true).expect("it decodes"), "a\u{fffd}");
    assert_eq!(tokenizer.decode(&[5, 2], true).expect("it decodes"), "\u{fffd}a");
    // Names that only resemble bytes are text.
    assert_eq!(tokenizer.decode(&[8, 12], true).expect("it decodes"), "<0x4g><0x041>");
}

#[test]
fn tokenizer_decodes_long_runs() {
    for unit in [" ", "a", "\n", "1", "🙂", "'s ", "\u{301}"] {
        let text = unit.repeat((1 << 20) / unit.len());
        let ids = FIXTURE.encode(&text, false).expect("it encodes");
        assert!(FIXTURE.decode(&ids, false).expect("it decodes") == text, "{unit:?}");
    }
}

#[test]
fn tokenizer_rejects_strings_that_are_too_long() {
    let text = "a".repeat((4 << 20) + 1);
    let refused = FIXTURE.encode(&text, false);
    assert!(matches!(refused, Err(Error::TextTooLong { bytes: 4_194_305, limit: 4_194_304 })));
    // Rules that lengthen strings lower the limit: 41 * 2 times here.
    let mut json = fixture_json();
    let content = "b".repeat(20);
    json["normalizer"] = json!({"type": "Replace", "pattern": {"Regex": "a"}, "content": content});
    let tokenizer = load(&json).expect("it loads");
    let refused = tokenizer.encode(&text[..1 << 20], false);
    assert!(matches!(refused, Err(Error::TextTooLong { limit: 818_400, .. })), "{refused:?}");
}

#[test]
fn tokenizer_ignores_truncation_and_padding() {
    let mut json = fixture_json();
    json["truncation"] =
        json!({"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 1});
    json["padding"] = json!({
        "strategy": {"Fixed": 64}, "direction": "Right", "pad_to_multiple_of": null,
        "pad_id": 0, "pad_type_id": 0, "pad_token": "<|endoftext|>",
    });
    let tokenizer = load(&json).expect("it loads");
    let text = "abcdefgh".repeat(20);
    let ids = FIXTURE.encode(&text, true).expect("it encodes");
    assert!(ids.len() > 64);
    assert_eq!(tokenizer.encode(&text, true).expect("it encodes"), ids);
    assert_eq!(tokenizer.encode("a", true).expect("it encodes").len(), 1);
}

/// Edits the fixture's file; loading must fail, in one line with these words, and without a panic
/// inside the library.
fn refused(edit: impl Fn(&mut Value), words: &[&str]) {
    let mut json = fixture_json();
    edit(&mut json);
    let error = load(&json).expect_err("a broken file");
    assert!(!matches!(error, Error::TokenizerPanic { .. }), "{error}");
    let message = error.to_string();
    assert_eq!(message.lines().count(), 1, "{message}");
    for word in words.iter().chain(&["dir/tokenizer.json"]) {
        assert!(message.contains(word), "{word:?} in {message}");
    }
}

#[test]
fn tokenizer_rejects_other_files() {
    for text in ["", "{", "null", "[]", "{}", "\u{feff}{}", "{\"model\": {\"type\": \"BPE\"}}"] {
        let error =
            Tokenizer::from_json(text.as_bytes(), Path::new("t.json"), VOCAB).expect_err("broken");
        assert!(error.to_string().starts_with("t.json: "), "{error}");
    }
    let deep = "[".repeat(200_000);
    assert!(Tokenizer::from_json(deep.as_bytes(), Path::new("t.json"), VOCAB).is_err());
    assert!(Tokenizer::from_json(b"\xff{}", Path::new("t.json"), VOCAB).is_err());
}

#[test]
fn tokenizer_rejects_ids_that_the_model_lacks() {
    for id in [json!(300), json!(u32::MAX), json!(u64::MAX)] {
        refused(|t| t["model"]["vocab"]["a"] = id.clone(), &["model.vocab", "\"a\"", "300"]);
        refused(|t| t["added_tokens"][0]["id"] = id.clone(), &["<|endoftext|>", "300"]);
    }
    for id in [json!(-1), json!(1.5), json!("1"), json!(null)] {
        refused(|t| t["model"]["vocab"]["a"] = id.clone(), &["model.vocab", &id.to_string()]);
    }
    refused(|t| t["model"]["vocab"]["a"] = t["model"]["vocab"]["b"].clone(), &["different ids"]);
    refused(|t| t["added_tokens"][0]["id"] = json!(7), &["added_tokens", "<|endoftext|>", "7"]);
    refused(|t| t["added_tokens"][0]["content"] = json!(""), &["added_tokens"]);
    refused(|t| t["added_tokens"] = json!(1), &["added_tokens"]);
}

#[test]
fn tokenizer_ignores_added_tokens_without_a_row() {
    let text = "a<unused>b";
    for in_vocab in [false, true] {
        let mut json = fixture_json();
        json["added_tokens"].as_array_mut().expect("tokens").push(json!({
            "id": VOCAB, "content": "<unused>", "single_word": false, "lstrip": false,
            "rstrip": false, "normalized": false, "special": true,
        }));
        if in_vocab {
            json["model"]["vocab"]["<unused>"] = json!(VOCAB);
        }
        let tokenizer = load(&json).expect("it loads");
        assert_eq!(tokenizer.token_to_id("<unused>"), None);
        let ids = FIXTURE.encode(text, true).expect("it encodes");
        assert_eq!(tokenizer.encode(text, true).expect("it encodes"), ids);
    }
}

#[test]
fn tokenizer_takes_neutral_values() {
    let mut json = fixture_json();
    json["model"]["dropout"] = json!(0.0);
    json["added_tokens"] = json!(null);
    let tokenizer = load(&json).expect("it loads");
    let ids = FIXTURE.encode("def f(x)", true).expect("it encodes");
    assert_eq!(tokenizer.encode("def f(x)", true).expect("it encodes"), ids);
}

#[test]
fn tokenizer_rejects_merges_without_a_token() {
    let long = "x".repeat(1000);
    for merge in [json!(["not-in", "the-vocabulary"]), json!([long, long]), json!("a zz")] {
        refused(|t| t["model"]["merges"] = json!([merge]), &["model.merges", "merge 0"]);
    }
    // Both parts are tokens, and together longer than any token.
    refused(
        |t| t["model"]["merges"] = json!([["<|endoftext|>", "<|im_start|>"]]),
        &["model.merges", "<|endoftext|><|im_start|>"],
    );
    for merge in [json!(["a"]), json!(["a", "b", "c"]), json!("ab"), json!(1), json!([1, 2])] {
        refused(|t| t["model"]["merges"] = json!([merge]), &["model.merges", "pairs"]);
    }
    refused(|t| t["model"]["merges"] = json!(null), &["model.merges"]);
    refused(|t| t["model"]["continuing_subword_prefix"] = json!("##"), &["##"]);
    refused(|t| t["model"]["dropout"] = json!(0.1), &["model.dropout", "0.1"]);
    for model in ["WordPiece", "WordLevel", "Unigram"] {
        refused(|t| t["model"]["type"] = json!(model), &["model.type", model, "BPE"]);
    }
}

#[test]
fn tokenizer_reads_merges_in_the_old_format() {
    let mut json = fixture_json();
    let merges = json["model"]["merges"].as_array().expect("merges").clone();
    let lines = merges.iter().map(|pair| {
        let (left, right) = (pair[0].as_str().expect("a token"), pair[1].as_str().expect("one"));
        Value::from(format!("{left} {right}"))
    });
    json["model"]["merges"] = [Value::from("#version: 0.2")].into_iter().chain(lines).collect();
    json["model"].as_object_mut().expect("an object").remove("type");
    let tokenizer = load(&json).expect("it loads");
    let text = "def add(a, b):\n    return a + b\n";
    assert_eq!(
        tokenizer.encode(text, true).expect("it encodes"),
        FIXTURE.encode(text, true).expect("it encodes"),
    );
}

#[test]
fn tokenizer_rejects_rules_that_break_the_library() {
    let fixed = json!({"type": "FixedLength", "length": 0});
    refused(|t| t["pre_tokenizer"] = fixed.clone(), &["pre_tokenizer.type", "FixedLength"]);
    refused(
        |t| t["pre_tokenizer"] = json!({"type": "Sequence", "pretokenizers": [[], fixed]}),
        &["pre_tokenizer.type"],
    );
    let precompiled = json!({"type": "Precompiled", "precompiled_charsmap": "AAAA"});
    refused(|t| t["normalizer"] = precompiled.clone(), &["normalizer.type", "Precompiled"]);
    refused(
        |t| {
            t["truncation"] = json!({"direction": "Right", "max_length": 2, "strategy": "LongestFirst", "stride": 5})
        },
        &["truncation.stride", "5", "2"],
    );
    let regex = json!({"type": "Split", "pattern": {"Regex": "("}, "behavior": "Isolated", "invert": false});
    refused(|t| t["pre_tokenizer"] = regex.clone(), &[]);
    refused(|t| t["decoder"] = json!(null), &["decoder"]);
    refused(|t| t["decoder"] = json!({"type": "CTC"}), &["decoder", "CTC"]);
    // In this order the library strips every token, not the text.
    let strip = json!({"type": "Strip", "content": " ", "start": 1, "stop": 0});
    let order = json!({"type": "Sequence", "decoders": [strip, {"type": "Fuse"}]});
    refused(|t| t["decoder"] = order.clone(), &["decoder"]);
    refused(|t| t["version"] = json!("2.0"), &["2.0"]);
}

#[test]
fn tokenizer_rejects_templates_that_break_the_library() {
    let good = sentencepiece_json()["post_processor"].clone();
    let template = |edit: &dyn Fn(&mut Value), words: &[&str]| {
        let mut processor = good.clone();
        edit(&mut processor);
        refused(|t| t["post_processor"] = processor.clone(), words);
        let sequence = json!({"type": "Sequence", "processors": [processor]});
        refused(|t| t["post_processor"] = sequence.clone(), words);
    };
    template(&|p| p["special_tokens"] = json!({}), &["post_processor", "<s>"]);
    template(
        &|p| p["pair"] = json!([{"SpecialToken": {"id": "<x>", "type_id": 0}}]),
        &["post_processor", "<x>"],
    );
    template(&|p| p["special_tokens"]["<s>"]["ids"] = json!([300]), &["300"]);
    template(&|p| p["special_tokens"]["<s>"]["ids"] = json!([1, 2]), &["special_tokens"]);
    template(&|p| p["single"] = json!([]), &["post_processor.single"]);
    template(&|p| p["single"] = json!(null), &["post_processor.single"]);
    let text = json!({"Sequence": {"id": "A", "type_id": 0}});
    template(&|p| p["single"] = json!([text, text]), &["post_processor.single"]);
    let other = json!({"Sequence": {"id": "B", "type_id": 0}});
    template(&|p| p["single"] = json!([text, other]), &["post_processor.single"]);
    template(&|p| p["single"] = vec![text.clone(); 100_000].into(), &["post_processor.single"]);
}

#[test]
fn tokenizer_rejects_rules_that_lengthen_strings() {
    let double = json!({"type": "Replace", "pattern": {"String": "a"}, "content": "aa"});
    let chain = json!({"type": "Sequence", "normalizers": vec![double; 22]});
    refused(|t| t["normalizer"] = chain.clone(), &["normalizer", "times longer"]);
    let long = "x".repeat(1000);
    refused(|t| t["normalizer"] = json!({"type": "Prepend", "prepend": long}), &["times longer"]);
    let every = json!({"type": "Replace", "pattern": {"Regex": ""}, "content": long});
    refused(|t| t["normalizer"] = every.clone(), &["times longer"]);
    let levels = vec![json!({"type": "ByteLevel", "add_prefix_space": true}); 20];
    let chain = json!({"type": "Sequence", "pretokenizers": levels});
    refused(|t| t["pre_tokenizer"] = chain.clone(), &["times longer"]);
    let strips = vec![json!({"type": "Strip", "strip_left": true, "strip_right": true}); 100];
    let chain = json!({"type": "Sequence", "normalizers": strips});
    refused(|t| t["normalizer"] = chain.clone(), &["normalizer", "64"]);
}

/// The fixture's tokenizer as GGUF metadata, with two more tokens: `12` and `123`.
fn gguf(pre: &str) -> HashMap<String, GgufValue> {
    let json = fixture_json();
    let vocab = json["model"]["vocab"].as_object().expect("a vocabulary");
    let mut tokens: Vec<(u64, String)> =
        vocab.iter().map(|(token, id)| (id.as_u64().expect("an id"), token.clone())).collect();
    for token in json["added_tokens"].as_array().expect("tokens") {
        let entry = (
            token["id"].as_u64().expect("an id"),
            token["content"].as_str().expect("a string").to_owned(),
        );
        if !tokens.contains(&entry) {
            tokens.push(entry);
        }
    }
    tokens.sort();
    assert_eq!(tokens.len(), VOCAB);
    tokens.extend([(300, "12".to_owned()), (301, "123".to_owned())]);
    let kind = |id: u64| GgufValue::I32(if id < 3 { 3 } else { 1 });
    let kinds = tokens.iter().map(|(id, _)| kind(*id)).collect();
    let merges = json["model"]["merges"].as_array().expect("merges").iter();
    let merges = merges.map(|pair| {
        format!("{} {}", pair[0].as_str().expect("a token"), pair[1].as_str().expect("one"))
    });
    let merges = merges.chain(["1 2".to_owned()]).map(GgufValue::String).collect();
    let tokens = tokens.into_iter().map(|(_, token)| GgufValue::String(token)).collect();
    let text = |text: &str| GgufValue::String(text.to_owned());
    HashMap::from(
        [
            ("model", text("gpt2")),
            ("pre", text(pre)),
            ("tokens", GgufValue::Array(tokens)),
            ("token_type", GgufValue::Array(kinds)),
            ("merges", GgufValue::Array(merges)),
            ("bos_token_id", GgufValue::U32(1)),
            ("eos_token_id", GgufValue::U32(2)),
        ]
        .map(|(key, value)| (format!("tokenizer.ggml.{key}"), value)),
    )
}

fn load_gguf(metadata: &HashMap<String, GgufValue>) -> Result<Tokenizer, Error> {
    Tokenizer::from_gguf(metadata, Path::new("m.gguf"), VOCAB + 2)
}

fn encode_gguf(pre: &str, text: &str) -> Vec<u32> {
    load_gguf(&gguf(pre)).expect("it loads").encode(text, true).expect("it encodes")
}

#[test]
fn gguf_tokenizer_equals_its_source() {
    let expected = json_file(&loop_r2().join("expected.json"));
    for case in expected["tokenizer"].as_array().expect("cases") {
        let text = case["text"].as_str().expect("a string");
        let ids: Vec<u32> = serde_json::from_value(case["ids"].clone()).expect("ids");
        assert_eq!(encode_gguf("gpt-2", text), ids, "{text:?}");
    }
}

#[test]
fn gguf_tokenizer_knows_pre_tokenizers_by_name() {
    let id = |text: &str| FIXTURE.encode(text, false).expect("it encodes")[0];
    let [one, two, three, space] = [id("1"), id("2"), id("3"), id(" ")];
    assert_eq!(encode_gguf("gpt-2", "123"), [300, three]);
    // One digit at a time; a space before a digit is a token of its own.
    assert_eq!(encode_gguf("smollm", "123"), [one, two, three]);
    assert_eq!(encode_gguf("smollm", " 12"), [space, one, two]);
    assert_eq!(encode_gguf("qwen2", "123"), [one, two, three]);
    // Three at a time, whole tokens without merges, and bos unless the file says no.
    assert_eq!(encode_gguf("llama-bpe", "123123"), [1, 301, 301]);
    assert_eq!(encode_gguf("llama-bpe", "1234")[..2], [1, 301]);
    // NFC is Qwen's alone.
    assert_eq!(encode_gguf("qwen2", "e\u{301}"), encode_gguf("qwen2", "é"));
    assert_ne!(encode_gguf("smollm", "e\u{301}"), encode_gguf("smollm", "é"));
    for pre in ["gpt-2", "smollm", "qwen2"] {
        // No prefix is added before the first word.
        assert_eq!(encode_gguf(pre, "a"), [id("a")], "{pre}");
        let text = "Größe:  5 µm\n\n — 测试 🙂 it's 2024  \t";
        let tokenizer = load_gguf(&gguf(pre)).expect("it loads");
        let ids = tokenizer.encode(text, true).expect("it encodes");
        assert_eq!(tokenizer.decode(&ids, false).expect("it decodes"), text, "{pre}");
    }
}

#[test]
fn gguf_tokenizer_without_a_pre_tokenizer_takes_the_default() {
    let id = |text: &str| FIXTURE.encode(text, false).expect("it encodes")[0];
    assert_eq!(encode_gguf("default", " 12"), [id(" "), 300]);
    assert_eq!(encode_gguf("", " 12"), [id(" "), 300]);
    let mut metadata = gguf("smollm");
    metadata.remove("tokenizer.ggml.pre");
    let tokenizer = load_gguf(&metadata).expect("it loads");
    assert_eq!(tokenizer.encode(" 12", true).expect("it encodes"), [id(" "), 300]);
}

#[test]
fn gguf_tokenizer_ignores_a_default_bos_that_is_no_token() {
    let id = |text: &str| FIXTURE.encode(text, false).expect("it encodes")[0];
    for bos in [None, Some(GgufValue::U32(u32::MAX)), Some(GgufValue::I32(-1))] {
        let mut metadata = gguf("llama-bpe");
        metadata.remove("tokenizer.ggml.bos_token_id");
        metadata.extend(bos.map(|bos| ("tokenizer.ggml.bos_token_id".to_owned(), bos)));
        let tokenizer = load_gguf(&metadata).expect("it loads");
        assert_eq!(tokenizer.encode("a", true).expect("it encodes"), [id("a")]);
    }
}

#[test]
fn gguf_tokenizer_names_empty_tokens() {
    let mut metadata = gguf("gpt-2");
    let Some(GgufValue::Array(tokens)) = metadata.get_mut("tokenizer.ggml.tokens") else {
        panic!("tokens");
    };
    tokens[301] = GgufValue::String(String::new());
    let tokenizer = load_gguf(&metadata).expect("it loads");
    assert_eq!(tokenizer.token_to_id("[EMPTY_301]"), Some(301));
}

#[test]
fn gguf_tokenizer_has_bos_eos_and_special_tokens() {
    let mut metadata = gguf("smollm");
    let set = |metadata: &mut HashMap<String, GgufValue>, key: &str, value| {
        metadata.insert(format!("tokenizer.ggml.{key}"), value);
    };
    set(&mut metadata, "add_bos_token", GgufValue::Bool(true));
    set(&mut metadata, "add_eos_token", GgufValue::Bool(true));
    let tokenizer = load_gguf(&metadata).expect("it loads");
    let a = tokenizer.token_to_id("a").expect("a token");
    assert_eq!(tokenizer.encode("a", true).expect("it encodes"), [1, a, 2]);
    assert_eq!(tokenizer.encode("a<|im_end|>", false).expect("it encodes"), [a, 2]);
    assert_eq!(tokenizer.decode(&[1, a, 2], true).expect("it decodes"), "a");
    let mut llama = gguf("llama-bpe");
    set(&mut llama, "add_bos_token", GgufValue::Bool(false));
    let tokenizer = load_gguf(&llama).expect("it loads");
    assert_eq!(tokenizer.encode("a", true).expect("it encodes"), [a]);

    // A user-defined token is recognized in text, and is text.
    let Some(GgufValue::Array(kinds)) = metadata.get_mut("tokenizer.ggml.token_type") else {
        panic!("token types");
    };
    kinds[301] = GgufValue::I32(4);
    let tokenizer = load_gguf(&metadata).expect("it loads");
    assert_eq!(tokenizer.encode("a123", false).expect("it encodes"), [a, 301]);
    assert_eq!(tokenizer.decode(&[a, 301], true).expect("it decodes"), "a123");
}

#[test]
fn gguf_tokenizer_needs_no_token_types() {
    let mut metadata = gguf("gpt-2");
    let whole = load_gguf(&metadata).expect("it loads");
    metadata.remove("tokenizer.ggml.token_type");
    let tokenizer = load_gguf(&metadata).expect("it loads");
    let text = "def f(x): return x";
    let ids = whole.encode(text, true).expect("it encodes");
    assert_eq!(tokenizer.encode(text, true).expect("it encodes"), ids);
    assert!(!tokenizer.is_special(1).expect("a token"));
}

#[test]
fn gguf_tokenizer_takes_integers_of_any_width() {
    let ids: [fn(u8) -> GgufValue; 8] = [
        GgufValue::U8,
        |id| GgufValue::I8(id.cast_signed()),
        |id| GgufValue::U16(id.into()),
        |id| GgufValue::I16(id.into()),
        |id| GgufValue::U32(id.into()),
        |id| GgufValue::I32(id.into()),
        |id| GgufValue::U64(id.into()),
        |id| GgufValue::I64(id.into()),
    ];
    for id in ids {
        let mut metadata = gguf("llama-bpe");
        metadata.insert("tokenizer.ggml.bos_token_id".to_owned(), id(2));
        let Some(GgufValue::Array(kinds)) = metadata.get_mut("tokenizer.ggml.token_type") else {
            panic!("token types");
        };
        *kinds = (0..VOCAB + 2).map(|at| id(if at < 3 { 3 } else { 1 })).collect();
        let tokenizer = load_gguf(&metadata).expect("it loads");
        let found = tokenizer.encode("<|im_start|>", true).expect("it encodes");
        assert_eq!(found, [2, 1], "{:?}", id(2).value_type());
    }
}

#[test]
fn gguf_tokenizer_rejects_unsupported_kinds() {
    let refused = |edit: &dyn Fn(&mut HashMap<String, GgufValue>), words: &[&str]| {
        let mut metadata = gguf("smollm");
        edit(&mut metadata);
        let message = load_gguf(&metadata).expect_err("a broken file").to_string();
        assert_eq!(message.lines().count(), 1, "{message}");
        for word in words.iter().chain(&["m.gguf"]) {
            assert!(message.contains(word), "{word:?} in {message}");
        }
    };
    let set = |key: &'static str, value: GgufValue| {
        move |metadata: &mut HashMap<String, GgufValue>| {
            metadata.insert(format!("tokenizer.ggml.{key}"), value.clone());
        }
    };
    let text = |text: &str| GgufValue::String(text.to_owned());
    refused(&set("model", text("bert")), &["tokenizer.ggml.model", "bert", "gpt2, llama or t5"]);
    refused(&set("pre", text("whitespace")), &["tokenizer.ggml.pre", "whitespace", "smollm"]);
    refused(&set("pre", GgufValue::U8(1)), &["tokenizer.ggml.pre", "a string"]);
    for key in ["model", "tokens", "merges"] {
        let key = format!("tokenizer.ggml.{key}");
        refused(&|metadata| drop(metadata.remove(&key)), &[&key, "nothing"]);
    }
    let list = |items: &[&str]| GgufValue::Array(items.iter().map(|item| text(item)).collect());
    refused(&set("tokens", list(&["a", "a"])), &["tokenizer.ggml.tokens", "0 and 1"]);
    refused(&set("tokens", list(&["a", "b"])), &["m.gguf"]);
    refused(&set("token_type", GgufValue::Array(vec![GgufValue::I32(1)])), &["token_type", "302"]);
    refused(&set("merges", list(&["ab"])), &["merges"]);
    refused(&set("merges", list(&["x yy"])), &["merges", "yy"]);
    refused(&set("merges", GgufValue::Array(vec![GgufValue::Bool(true)])), &["merges"]);
    refused(&set("add_bos_token", GgufValue::U32(1)), &["add_bos_token"]);
    refused(
        &|metadata| {
            set("add_bos_token", GgufValue::Bool(true))(metadata);
            set("bos_token_id", GgufValue::U32(u32::MAX))(metadata);
        },
        &["bos_token_id", "4294967295"],
    );
    let metadata = gguf("smollm");
    let small = Tokenizer::from_gguf(&metadata, Path::new("m.gguf"), VOCAB);
    assert!(small.expect_err("too many tokens").to_string().contains("300"));
}
