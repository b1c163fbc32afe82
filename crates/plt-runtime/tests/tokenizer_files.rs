//! The files of a tokenizer in a directory, and the keys of a GGUF file made from them.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use plt_model::checkpoint::GgufValue;
use plt_runtime::{Error, Tokenizer};
use serde_json::{Value, json};

type Files = BTreeMap<&'static str, Vec<u8>>;

/// Rows of the embedding.
const VOCAB: usize = 720;

fn fixture(name: &str) -> Vec<u8> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    std::fs::read(dir.join(name)).expect("a file")
}

fn open(files: &Files) -> Result<Tokenizer, Error> {
    let read = |name: &str, limit: u64| {
        Ok(files.get(name).cloned().filter(|bytes| bytes.len() as u64 <= limit))
    };
    Ok(Tokenizer::from_files(&read, Path::new("dir"), VOCAB)?.expect("a tokenizer"))
}

/// The error of files, in one line with these words.
fn refused(files: &Files, words: &[&str]) -> Error {
    let error = open(files).expect_err("an error");
    let line = error.to_string();
    assert_eq!(line.lines().count(), 1, "{line}");
    for word in words {
        assert!(line.contains(word), "{word:?} in {line}");
    }
    error
}

fn encode(tokenizer: &Tokenizer, text: &str) -> Vec<u32> {
    tokenizer.encode(text, true).expect("it encodes")
}

/// `tokenizer.model` of the fixture, with a config.
fn sentencepiece(config: &Value) -> Files {
    Files::from([
        ("tokenizer.model", fixture("spm-tokenizer/tokenizer.model")),
        ("tokenizer_config.json", config.to_string().into_bytes()),
    ])
}

/// `vocab.json` and `merges.txt` of a byte-level fixture, with a config.
fn byte_level(config: &Value) -> (Files, Value) {
    let json: Value = serde_json::from_slice(&fixture("plt-r1/tokenizer.json")).expect("JSON");
    let merges = json["model"]["merges"].as_array().expect("merges").iter();
    let merge = |pair: &Value| {
        format!("{} {}\n", pair[0].as_str().expect("a token"), pair[1].as_str().expect("a token"))
    };
    let merges: String = merges.map(merge).collect();
    let files = Files::from([
        ("vocab.json", json["model"]["vocab"].to_string().into_bytes()),
        ("merges.txt", format!("#version: 0.2\n{merges}").into_bytes()),
        ("tokenizer_config.json", config.to_string().into_bytes()),
    ]);
    (files, json)
}

fn decoder(tokens: &[(u32, &str, Value)]) -> Value {
    let token = |(id, content, flags): &(u32, &str, Value)| {
        let mut entry = json!({"content": content, "special": false});
        for (key, value) in flags.as_object().into_iter().flatten() {
            entry[key] = value.clone();
        }
        (id.to_string(), entry)
    };
    Value::Object(tokens.iter().map(token).collect())
}

#[test]
fn vocab_and_merges_give_the_ids_of_tokenizer_json() {
    let (mut files, json) = byte_level(&json!({"tokenizer_class": "GPT2Tokenizer"}));
    let added: serde_json::Map<String, Value> = json["added_tokens"]
        .as_array()
        .expect("tokens")
        .iter()
        .map(|token| (token["id"].to_string(), token.clone()))
        .collect();
    let config = json!({"tokenizer_class": "GPT2TokenizerFast", "added_tokens_decoder": added});
    files.insert("tokenizer_config.json", config.to_string().into_bytes());
    let expected: Value = serde_json::from_slice(&fixture("plt-r1/expected.json")).expect("JSON");
    let cases = expected["tokenizer"].as_array().expect("cases");
    for class in [Some("GPT2TokenizerFast"), None] {
        let mut config = config.clone();
        config["tokenizer_class"] = json!(class);
        files.insert("tokenizer_config.json", config.to_string().into_bytes());
        let tokenizer = open(&files).expect("it loads");
        for case in cases {
            let text = case["text"].as_str().expect("a string");
            assert_eq!(json!(encode(&tokenizer, text)), case["ids"], "{text:?}");
        }
        assert!(tokenizer.is_special(2).expect("a token"));
    }
}

#[test]
fn vocab_and_merges_depend_on_the_class() {
    let load = |class: &str| open(&byte_level(&json!({ "tokenizer_class": class })).0);
    let [gpt2, qwen2] = ["GPT2Tokenizer", "Qwen2Tokenizer"].map(|c| load(c).expect("it loads"));
    // NFC is Qwen's alone.
    assert_eq!(encode(&qwen2, "e\u{301}"), encode(&qwen2, "é"));
    assert_ne!(encode(&gpt2, "e\u{301}"), encode(&gpt2, "é"));
    let prefix = json!({"tokenizer_class": "GPT2Tokenizer", "add_prefix_space": true});
    let prefix = open(&byte_level(&prefix).0).expect("it loads");
    assert_eq!(encode(&prefix, "a"), encode(&gpt2, " a"));
    let bos = json!({
        "tokenizer_class": "GPT2Tokenizer", "add_bos_token": true, "bos_token": "<s>",
        "added_tokens_decoder": decoder(&[(700, "<s>", json!({"special": true}))]),
    });
    let bos = open(&byte_level(&bos).0).expect("it loads");
    assert_eq!(encode(&bos, "a<s>"), [vec![700], encode(&gpt2, "a"), vec![700]].concat());

    let config = json!({"tokenizer_class": "RobertaTokenizer"});
    let error =
        refused(&byte_level(&config).0, &["tokenizer_class", "RobertaTokenizer", "GPT2Tokenizer"]);
    assert!(matches!(error, Error::UnknownTokenizer { .. }));
    let mut files = byte_level(&json!({})).0;
    files.insert("config.json", br#"{"model_type": "qwen2"}"#.to_vec());
    let tokenizer = open(&files).expect("it loads");
    assert_eq!(encode(&tokenizer, "e\u{301}"), encode(&qwen2, "é"));
    files.insert("merges.txt", b"#version: 0.2\nab\n".to_vec());
    refused(&files, &["merges.txt", "line 2"]);
    files.insert("merges.txt", b"\xFF".to_vec());
    refused(&files, &["merges.txt", "utf-8"]);
    files.insert("vocab.json", b"[]".to_vec());
    refused(&files, &["vocab.json"]);
}

#[test]
fn tokenizer_json_wins_over_other_files() {
    let mut files = sentencepiece(&json!({}));
    files.insert("tokenizer.json", fixture("plt-r1/tokenizer.json"));
    let tokenizer = open(&files).expect("it loads");
    assert_eq!(tokenizer.token_to_id("<|im_end|>"), Some(2));
}

#[test]
fn sentencepiece_takes_special_tokens_from_every_file() {
    // The names in the model are bos, eos and unknown; bos is added unless a file says otherwise.
    let bare = open(&Files::from([sentencepiece(&json!({})).pop_first().expect("a file")]));
    let bare = bare.expect("it loads");
    assert_eq!(encode(&bare, "<s>a</s>"), [1, 1, 263, 2]);
    assert_eq!(bare.token_to_id("</s>"), Some(2));

    let mut files = sentencepiece(&json!({
        "add_bos_token": false, "add_eos_token": true, "eos_token": {"content": "<end>"},
        "additional_special_tokens": ["<x>"],
    }));
    files.insert("added_tokens.json", br#"{"<end>": 701, "<think>": 702}"#.to_vec());
    files.insert(
        "special_tokens_map.json",
        br#"{"pad_token": "<pad>", "eos_token": "<no>"}"#.to_vec(),
    );
    let tokenizer = open(&files).expect("it loads");
    assert_eq!(encode(&tokenizer, "<think><end>"), [702, 701, 701]);
    let special = |id| tokenizer.is_special(id).expect("a token");
    assert!(special(701) && !special(702));
    // Tokens without an id get the next ones, in the order of their roles.
    assert_eq!(tokenizer.token_to_id("<pad>"), Some(703));
    assert_eq!(tokenizer.token_to_id("<x>"), Some(704));
    assert_eq!(tokenizer.token_to_id("<no>"), None);
}

#[test]
fn sentencepiece_obeys_the_flags_of_added_tokens() {
    let strips = |lstrip: bool, rstrip: bool| {
        let flags = json!({"lstrip": lstrip, "rstrip": rstrip});
        let config = json!({
            "add_bos_token": false, "added_tokens_decoder": decoder(&[(700, "<x>", flags)]),
        });
        open(&sentencepiece(&config)).expect("it loads")
    };
    let [none, left, right] = [strips(false, false), strips(true, false), strips(false, true)];
    assert_eq!(encode(&none, "a  <x> \n b"), encode(&none, "a  <x> \n b"));
    assert_eq!(encode(&left, "a  <x> b"), encode(&none, "a<x> b"));
    assert_eq!(encode(&right, "a <x> \n b"), encode(&none, "a <x>b"));
    assert_ne!(encode(&none, "a <x> b"), encode(&none, "a<x>b"));
    let single = decoder(&[(700, "<x>", json!({"single_word": true}))]);
    let error = refused(
        &sentencepiece(&json!({ "added_tokens_decoder": single })),
        &["tokenizer_config.json", "added_tokens_decoder.700", "single_word"],
    );
    assert!(matches!(error, Error::UnknownTokenizer { .. }));
}

#[test]
fn sentencepiece_without_prefix_keeps_every_space() {
    for legacy in [true, false] {
        let config = json!({"add_bos_token": false, "add_prefix_space": false, "legacy": legacy});
        let tokenizer = open(&sentencepiece(&config)).expect("it loads");
        assert_eq!(encode(&tokenizer, "hello"), [553]);
        for text in ["hello", " hello", "  ", "a b"] {
            let ids = encode(&tokenizer, text);
            assert_eq!(tokenizer.decode(&ids, false).expect("it decodes"), text);
        }
    }
}

#[test]
fn sentencepiece_ignores_tokens_without_a_row_or_text() {
    let config = json!({
        "add_bos_token": false, "pad_token": "", "sep_token": "<sep>",
        "added_tokens_decoder": decoder(&[(719, "<y>", json!({})), (720, "<x>", json!({}))]),
    });
    let tokenizer = open(&sentencepiece(&config)).expect("it loads");
    assert_eq!(tokenizer.token_to_id("<y>"), Some(719));
    assert_eq!((tokenizer.token_to_id("<x>"), tokenizer.token_to_id("<sep>")), (None, None));
    let bare = open(&sentencepiece(&json!({"add_bos_token": false}))).expect("it loads");
    assert_eq!(encode(&tokenizer, "a<x>b"), encode(&bare, "a<x>b"));
}

#[test]
fn vocab_and_merges_may_have_gaps_and_blanks() {
    let config = json!({"tokenizer_class": "GPT2Tokenizer", "pad_token": "<new>"});
    let (mut files, json) = byte_level(&config);
    let plain = open(&files).expect("it loads");
    let mut vocab = json["model"]["vocab"].clone();
    // The id is the number of tokens, so a new token without a gap would get it.
    let last = vocab.as_object().expect("a vocabulary").len() as u32 + 1;
    vocab["<last>"] = json!(last);
    files.insert("vocab.json", vocab.to_string().into_bytes());
    let merges = String::from_utf8(files["merges.txt"].clone()).expect("a string");
    let merges = format!("\u{feff}{}", merges.replace('\n', " \r\n"));
    files.insert("merges.txt", merges.into_bytes());
    let tokenizer = open(&files).expect("it loads");
    assert_eq!(tokenizer.token_to_id("<new>"), Some(last + 1));
    let text = "def f(x):\n    return x";
    assert_eq!(encode(&tokenizer, text), encode(&plain, text));
}

#[test]
fn tokenizer_json_gets_the_tokens_of_the_config() {
    let flags = json!({"special": true});
    let tokens = [(700, "<new>", flags.clone()), (2, "<used>", flags.clone()), (720, "<x>", flags)];
    let config = json!({ "added_tokens_decoder": decoder(&tokens) });
    let mut files = Files::from([("tokenizer.json", fixture("plt-r1/tokenizer.json"))]);
    let plain = open(&files).expect("it loads");
    files.insert("tokenizer_config.json", config.to_string().into_bytes());
    let tokenizer = open(&files).expect("it loads");
    let a = encode(&plain, "a");
    assert_eq!(encode(&tokenizer, "a<new>a"), [a.clone(), vec![700], a].concat());
    assert!(tokenizer.is_special(700).expect("a token"));
    for token in ["<used>", "<x>"] {
        assert_eq!(encode(&tokenizer, token), encode(&plain, token));
    }
}

#[test]
fn tokenizer_json_obeys_the_flags_of_llama() {
    let load = |class: &str| {
        let config = json!({
            "tokenizer_class": class, "add_bos_token": true, "add_eos_token": true,
            "bos_token": "<|im_start|>", "eos_token": {"content": "<|im_end|>"},
        });
        let mut files = Files::from([("tokenizer.json", fixture("plt-r1/tokenizer.json"))]);
        files.insert("tokenizer_config.json", config.to_string().into_bytes());
        open(&files).expect("it loads")
    };
    let other = load("PreTrainedTokenizerFast");
    let id = |token: &str| other.token_to_id(token).expect("a token");
    let a = encode(&other, "a");
    let expected = [vec![id("<|im_start|>")], a, vec![id("<|im_end|>")]].concat();
    assert_eq!(encode(&load("LlamaTokenizerFast"), "a"), expected);
    assert_eq!(encode(&load("LlamaTokenizer"), "a"), expected);
}

#[test]
fn tokenizer_config_errors_name_the_key() {
    let refused = |config: Value, words: &[&str]| refused(&sentencepiece(&config), words);
    refused(json!({"legacy": "no"}), &["tokenizer_config.json", "legacy", "true or false"]);
    refused(json!({"add_bos_token": true, "bos_token": null}), &["add_bos_token", "bos_token"]);
    refused(json!({"added_tokens_decoder": []}), &["added_tokens_decoder", "an object"]);
    refused(json!({"added_tokens_decoder": {"x": {"content": "a"}}}), &["added_tokens_decoder.x"]);
    refused(json!({"added_tokens_decoder": {"5": {}}}), &["added_tokens_decoder.5"]);
    refused(
        json!({ "added_tokens_decoder": decoder(&[(99_999, "<x>", json!({}))]) }),
        &["99999", "720"],
    );
    let many = decoder(&[(4_294_967_295, "<x>", json!({}))]);
    refused(json!({ "added_tokens_decoder": many }), &["4294967295"]);
    let twice = decoder(&[(700, "<x>", json!({})), (701, "<x>", json!({}))]);
    refused(json!({ "added_tokens_decoder": twice }), &["700 and 701"]);
    let long = decoder(&[(700, &"x".repeat(5000), json!({}))]);
    refused(json!({ "added_tokens_decoder": long }), &["1024 bytes", "700"]);
    refused(json!({"tokenizer_class": "XGLMTokenizer"}), &["tokenizer_class", "XGLMTokenizer"]);
    // Null is absence, a byte order mark is nothing.
    let mut files = sentencepiece(&json!({}));
    let text = "\u{feff}{\"legacy\": null, \"add_bos_token\": null, \"bos_token\": null}";
    files.insert("tokenizer_config.json", text.as_bytes().to_vec());
    assert_eq!(encode(&open(&files).expect("it loads"), "a"), [263]);
}

/// The tokenizer after a trip through the keys of a GGUF file.
fn round_trip(tokenizer: &Tokenizer) -> Tokenizer {
    let entries = tokenizer.to_gguf().expect("GGUF can describe it");
    let metadata: HashMap<String, GgufValue> = entries.into_iter().collect();
    Tokenizer::from_gguf(&metadata, Path::new("m.gguf"), VOCAB).expect("it loads")
}

#[test]
fn gguf_round_trip_keeps_the_ids_of_every_kind() {
    let config = |name: &str| fixture(&format!("spm-tokenizer/{name}"));
    let mut tokenizers = Vec::new();
    for name in [
        "tokenizer_config.json",
        "tokenizer_config.add-bos.json",
        "tokenizer_config.not-legacy.json",
    ] {
        let mut files = sentencepiece(&json!({}));
        files.insert("tokenizer_config.json", config(name));
        tokenizers.push(open(&files).expect("it loads"));
    }
    let flags = json!({"lstrip": true, "rstrip": true});
    let strips = json!({"added_tokens_decoder": decoder(&[(700, "<x>", flags)])});
    tokenizers.push(open(&sentencepiece(&strips)).expect("it loads"));
    for name in ["unigram", "unigram-nmt-nfkc", "bpe-no-prefix", "bpe-rules"] {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentencepiece");
        let model = std::fs::read(dir.join(format!("{name}.model"))).expect("a file");
        tokenizers.push(open(&Files::from([("tokenizer.model", model)])).expect("it loads"));
    }
    let json = Files::from([("tokenizer.json", fixture("plt-r1/tokenizer.json"))]);
    tokenizers.push(open(&json).expect("it loads"));

    let golden: Value = serde_json::from_slice(&fixture("spm-tokenizer/cases.json")).expect("JSON");
    let texts = golden["encode"].as_array().expect("cases").iter();
    let texts: Vec<&str> = texts.map(|case| case["text"].as_str().expect("a string")).collect();
    for (index, tokenizer) in tokenizers.iter().enumerate() {
        let again = round_trip(tokenizer);
        for text in texts.iter().chain(&[" \n<x>  b", "x <x> \t<x>"]) {
            let ids = encode(tokenizer, text);
            assert_eq!(encode(&again, text), ids, "{index} {text:?}");
            for skip in [true, false] {
                let decode = |t: &Tokenizer| t.decode(&ids, skip).expect("it decodes");
                assert_eq!(decode(&again), decode(tokenizer), "{index} {text:?}");
            }
        }
    }
}
