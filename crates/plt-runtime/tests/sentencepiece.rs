//! SentencePiece: ids and text of the package `sentencepiece`, on models that it trained
//! (`sentencepiece/generate.py`).

use std::collections::BTreeMap;
use std::path::Path;

use plt_runtime::{Error, TextStream, Tokenizer};
use serde::Deserialize;
use serde_json::json;

/// Files by their names.
type Files = BTreeMap<&'static str, Vec<u8>>;

/// `cases.json`.
#[derive(Deserialize)]
struct Cases {
    texts: Vec<String>,
    #[serde(flatten)]
    models: BTreeMap<String, ModelCases>,
}

#[derive(Deserialize)]
struct ModelCases {
    pieces: usize,
    ids: Vec<Vec<u32>>,
    decoded: Vec<Option<String>>,
}

fn data(name: &str) -> Vec<u8> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentencepiece");
    std::fs::read(dir.join(name)).expect("a file")
}

fn open(files: &Files, vocab_size: usize) -> Result<Tokenizer, Error> {
    let read = |name: &str, _| Ok(files.get(name).cloned());
    let tokenizer = Tokenizer::from_files(&read, Path::new("dir"), vocab_size)?;
    Ok(tokenizer.expect("a tokenizer"))
}

/// The files of a model without any added token.
fn bare(model: &str) -> Files {
    let config = json!({
        "add_bos_token": false, "bos_token": null, "eos_token": null, "unk_token": null,
    });
    Files::from([
        ("tokenizer.model", data(&format!("{model}.model"))),
        ("tokenizer_config.json", config.to_string().into_bytes()),
    ])
}

fn cases() -> Cases {
    serde_json::from_slice(&data("cases.json")).expect("cases")
}

#[test]
fn sentencepiece_encodes_and_decodes_as_the_package() {
    let Cases { texts, models } = cases();
    assert_eq!(models.len(), 4);
    let mut wrong = Vec::new();
    for (name, model) in models {
        let tokenizer = open(&bare(&name), model.pieces).expect("it loads");
        assert_eq!((model.ids.len(), model.decoded.len()), (texts.len(), texts.len()));
        for ((text, ids), decoded) in texts.iter().zip(&model.ids).zip(&model.decoded) {
            let found = tokenizer.encode(text, true).expect("it encodes");
            if &found != ids {
                wrong.push(format!("{name}: {text:?}: expected {ids:?}, found {found:?}"));
            }
            let found = tokenizer.decode(ids, false).expect("it decodes");
            if decoded.as_ref().is_some_and(|decoded| *decoded != found) {
                wrong.push(format!("{name}: {ids:?}: expected {decoded:?}, found {found:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
}

fn fixture(name: &str) -> Vec<u8> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    std::fs::read(dir.join(name)).expect("a file")
}

/// The tokenizer of the fixture, with one of its configs.
fn fixture_tokenizer(config: &str) -> Tokenizer {
    let names = [
        "tokenizer.model",
        "tokenizer_config.json",
        "added_tokens.json",
        "special_tokens_map.json",
    ];
    let mut files: Files =
        names.map(|name| (name, fixture(&format!("spm-tokenizer/{name}")))).into();
    files.insert("tokenizer_config.json", fixture(&format!("spm-tokenizer/{config}")));
    open(&files, 716).expect("it loads")
}

/// The tokenizer of the fixture, as its GGUF file has it.
fn gguf_tokenizer() -> Tokenizer {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/spm-gguf");
    let file = dir.join("model.gguf");
    let checkpoint = plt_model::Checkpoint::open(&file).expect("a checkpoint");
    let metadata = checkpoint.gguf_metadata().expect("metadata");
    Tokenizer::from_gguf(metadata, &file, 716).expect("it loads")
}

/// `cases.json` of the fixtures; both have the same.
#[derive(Deserialize)]
struct Golden {
    encode: Vec<Encode>,
    decode: Vec<Decode>,
    stream: Vec<Stream>,
}

#[derive(Deserialize)]
struct Encode {
    text: String,
    ids: Vec<u32>,
    ids_not_legacy: Option<Vec<u32>>,
    decoded: Option<String>,
}

#[derive(Deserialize)]
struct Decode {
    ids: Vec<u32>,
    text: String,
    without_specials: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    before: Vec<u32>,
    ids: Vec<u32>,
    adds: Vec<String>,
}

fn golden() -> Golden {
    assert!(fixture("spm-tokenizer/cases.json") == fixture("spm-gguf/cases.json"));
    serde_json::from_slice(&fixture("spm-gguf/cases.json")).expect("cases")
}

/// Returns a string with one U+FFFD for neighbours: the package writes one for each byte of a broken
/// character.
fn one_per_sequence(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("\u{fffd}\u{fffd}") {
        text = text.replace("\u{fffd}\u{fffd}", "\u{fffd}");
    }
    text
}

#[test]
fn sentencepiece_agrees_with_the_slow_tokenizer() {
    let golden = golden();
    let models = [fixture_tokenizer("tokenizer_config.json"), gguf_tokenizer()];
    for tokenizer in &models {
        for Encode { text, ids, decoded, .. } in &golden.encode {
            assert_eq!(&tokenizer.encode(text, true).expect("it encodes"), ids, "{text:?}");
            let found = tokenizer.decode(ids, false).expect("it decodes");
            assert_eq!(&found, decoded.as_ref().unwrap_or(text), "{ids:?}");
        }
        for Decode { ids, text, without_specials } in &golden.decode {
            let found = tokenizer.decode(ids, false).expect("it decodes");
            assert_eq!(one_per_sequence(&found), one_per_sequence(text), "{ids:?}");
            if let Some(expected) = without_specials {
                assert_eq!(&tokenizer.decode(ids, true).expect("it decodes"), expected, "{ids:?}");
            }
        }
    }
    assert!(golden.encode.len() > 200 && golden.decode.len() > 50);
}

#[test]
fn sentencepiece_prefixes_only_the_beginning_without_legacy() {
    let tokenizer = fixture_tokenizer("tokenizer_config.not-legacy.json");
    let mut different = 0;
    for Encode { text, ids, ids_not_legacy, .. } in golden().encode {
        different += usize::from(ids_not_legacy.is_some());
        let found = tokenizer.encode(&text, true).expect("it encodes");
        assert_eq!(found, ids_not_legacy.unwrap_or(ids), "{text:?}");
        // A U+2581 of the text is a space; all else comes back.
        let decoded = tokenizer.decode(&found, false).expect("it decodes");
        assert_eq!(decoded, text.replace('\u{2581}', " "), "{found:?}");
    }
    assert!(different > 20, "{different}");
}

#[test]
fn sentencepiece_adds_bos_once() {
    let tokenizer = fixture_tokenizer("tokenizer_config.add-bos.json");
    for Encode { text, ids, .. } in golden().encode {
        let expected = [vec![1], ids.clone()].concat();
        assert_eq!(tokenizer.encode(&text, true).expect("it encodes"), expected, "{text:?}");
        assert_eq!(tokenizer.encode(&text, false).expect("it encodes"), ids, "{text:?}");
    }
}

#[test]
fn sentencepiece_streams_what_each_token_adds() {
    let golden = golden();
    for tokenizer in [fixture_tokenizer("tokenizer_config.json"), gguf_tokenizer()] {
        let special = |id: &u32| tokenizer.is_special(*id).expect("a token");
        let specials: Vec<u32> = (0..716).filter(special).collect();
        for Stream { before, ids, adds } in &golden.stream {
            let mut stream = TextStream::new(&tokenizer, &[]).after(before).showing(&specials);
            let mut found: Vec<String> =
                ids.iter().map(|id| stream.push(*id).expect("a token").text).collect();
            let end = stream.finish();
            if !end.is_empty() {
                found.last_mut().expect("a token").push_str(&end);
            }
            let found: Vec<String> = found.iter().map(|text| one_per_sequence(text)).collect();
            let adds: Vec<String> = adds.iter().map(|text| one_per_sequence(text)).collect();
            assert_eq!(found, adds, "{before:?} {ids:?}");
        }
    }
    assert!(golden.stream.len() > 20);
}

/// Encodes an integer of protobuf.
fn varint(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A model whose pieces are runs of one letter, of every length up to `longest`.
fn runs(model_type: u8, longest: usize) -> Vec<u8> {
    let piece = |text: &str, score: f32, kind: u8| {
        let body = [
            [vec![0x0A], varint(text.len()), text.as_bytes().to_vec()].concat(),
            [vec![0x15], score.to_le_bytes().to_vec()].concat(),
            vec![0x18, kind],
        ]
        .concat();
        [vec![0x0A], varint(body.len()), body].concat()
    };
    let runs = (1..=longest).map(|length| piece(&"a".repeat(length), length as f32, 1));
    [vec![piece("<unk>", 0.0, 2)], runs.collect(), vec![vec![0x12, 2, 0x18, model_type]]]
        .concat()
        .concat()
}

#[test]
fn sentencepiece_limits_the_length_by_the_longest_piece() {
    for model_type in [1, 2] {
        let files = Files::from([("tokenizer.model", runs(model_type, 1024))]);
        let tokenizer = open(&files, 2000).expect("it loads");
        // 2^29 bytes of work.
        let longest = "a".repeat(1 << 19);
        let ids = tokenizer.encode(&longest, false).expect("it encodes");
        assert!(ids.len() < 2000, "{}", ids.len());
        let error = tokenizer.encode(&(longest + "a"), false).expect_err("too long");
        assert!(matches!(error, Error::TextTooLong { limit: 524_288, .. }), "{error}");
    }
    let files = Files::from([("tokenizer.model", runs(2, 1025))]);
    let error = open(&files, 2000).expect_err("too long").to_string();
    assert!(error.contains("tokenizer.model") && error.contains("1024 bytes"), "{error}");
    // Many empty pieces, in few bytes each.
    let many = [0x0A, 0x00].repeat(1 << 20);
    let error = open(&Files::from([("tokenizer.model", many)]), 2000).expect_err("empty pieces");
    assert!(error.to_string().contains("pieces[0]"), "{error}");
}
