//! Streaming text: no text is lost, no character is broken, and stop strings end it.

use std::path::Path;
use std::sync::LazyLock;

use plt_runtime::{Error, TextStream, Tokenizer};
use proptest::prelude::*;

static TOKENIZER: LazyLock<Tokenizer> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r1");
    let bytes = std::fs::read(folder.join("tokenizer.json")).expect("the fixture");
    Tokenizer::from_json(&bytes, Path::new("tokenizer.json"), 300).expect("it loads")
});

fn encode(text: &str) -> Vec<u32> {
    TOKENIZER.encode(text, false).expect("it encodes")
}

/// Returns the text after every token, the whole text, and whether a stop string ended it.
fn stream(ids: &[u32], stop: &[String]) -> (Vec<String>, String, bool) {
    let mut stream = TextStream::new(&TOKENIZER, stop);
    let (mut after, mut text, mut stopped) = (Vec::new(), String::new(), false);
    for id in ids {
        let piece = stream.push(*id).expect("a token");
        assert!(!stopped || (piece.stopped && piece.text.is_empty()), "text after the end");
        text.push_str(&piece.text);
        after.push(text.clone());
        stopped = piece.stopped;
    }
    let rest = stream.finish();
    assert!(!stopped || rest.is_empty(), "text after the end");
    text.push_str(&rest);
    assert_eq!(stream.finish(), "", "the end comes once");
    (after, text, stopped)
}

/// Returns the beginning of the first stop string to be complete.
fn naive_end(text: &str, stop: &[String]) -> Option<usize> {
    (1..=text.len()).find_map(|end| {
        let complete = stop.iter().filter(|stop| !stop.is_empty());
        let longest = complete.filter(|stop| text.as_bytes()[..end].ends_with(stop.as_bytes()));
        longest.map(String::len).max().map(|length| end - length)
    })
}

proptest! {
    #[test]
    fn text_stream_equals_the_decoded_ids(ids in prop::collection::vec(0..300u32, 0..60)) {
        let (_, text, stopped) = stream(&ids, &[]);
        prop_assert_eq!(text, TOKENIZER.decode(&ids, true).expect("it decodes"));
        prop_assert!(!stopped);
    }

    #[test]
    fn text_stream_returns_complete_characters_at_once(text in any::<String>()) {
        // One byte per token, so that characters arrive byte by byte.
        let ids: Vec<u32> = text.chars().flat_map(|c| encode(&c.to_string())).collect();
        let (after, streamed, _) = stream(&ids, &[]);
        prop_assert_eq!(&streamed, &text);
        for (at, after) in after.iter().enumerate() {
            let so_far = TOKENIZER.decode(&ids[..=at], true).expect("it decodes");
            let whole = so_far.trim_end_matches('\u{fffd}');
            prop_assert!(text.starts_with(after.as_str()));
            prop_assert!(after.starts_with(whole), "{:?} lacks some of {:?}", after, whole);
        }
    }

    #[test]
    fn text_stream_ends_at_stop_strings(
        // Two characters repeat themselves most; four have more lengths.
        (chunks, stop) in prop_oneof![
            (
                prop::collection::vec("[ab]{0,8}", 0..8),
                prop::collection::vec("[ab]{3,8}", 1..3),
            ),
            (
                prop::collection::vec("[abé🙂]{0,5}", 0..8),
                prop::collection::vec("[abé🙂]{0,4}", 0..4),
            ),
        ],
    ) {
        let text = chunks.concat();
        let end = naive_end(&text, &stop);
        let expected = &text[..end.unwrap_or(text.len())];
        // The same text in other tokens gives the same answer.
        let chunked: Vec<u32> = chunks.iter().flat_map(|chunk| encode(chunk)).collect();
        for ids in [chunked, encode(&text)] {
            let (after, streamed, stopped) = stream(&ids, &stop);
            prop_assert_eq!(&streamed, expected);
            prop_assert_eq!(stopped, end.is_some());
            // Only beginnings of stop strings are held back.
            for (at, after) in after.iter().enumerate() {
                let so_far = TOKENIZER.decode(&ids[..=at], true).expect("it decodes");
                let so_far = so_far.trim_end_matches('\u{fffd}');
                let held = so_far.get(after.len()..).unwrap_or("");
                prop_assert!(stopped || stop.iter().any(|stop| stop.starts_with(held)) || held.is_empty());
            }
        }
    }
}

#[test]
fn text_stream_omits_special_tokens() {
    let ids = encode("a<|im_end|>b");
    assert_eq!(stream(&ids, &[]).1, "ab");
    let stop = ["<|im_end|>".to_owned()];
    assert_eq!(
        stream(&ids, &stop),
        (vec!["a".into(), "a".into(), "ab".into()], "ab".into(), false)
    );
}

#[test]
fn text_stream_returns_incomplete_characters_at_the_end() {
    let smile = encode("🙂");
    assert!(smile.len() > 1);
    let (after, text, _) = stream(&smile[..smile.len() - 1], &[]);
    assert_eq!(after.last().map(String::as_str), Some(""));
    assert_eq!(text, "\u{fffd}");
    // Another character shows that the first one is broken.
    let ids = [&smile[..1], &encode("a")].concat();
    assert_eq!(stream(&ids, &[]).0, ["", "\u{fffd}a"]);
    // The replacement character can end the text as well.
    assert_eq!(stream(&smile[..1], &["\u{fffd}".to_owned()]).1, "");
}

#[test]
fn text_stream_holds_back_the_beginning_of_a_stop_string() {
    let stop = ["\n\nUser:".to_owned()];
    let ids: Vec<u32> = "yes\n\nUse".chars().flat_map(|c| encode(&c.to_string())).collect();
    let (after, text, stopped) = stream(&ids, &stop);
    assert_eq!(after.last().map(String::as_str), Some("yes"));
    assert_eq!((text.as_str(), stopped), ("yes\n\nUse", false));
    let ids: Vec<u32> = "yes\n\nUser: no".chars().flat_map(|c| encode(&c.to_string())).collect();
    assert_eq!(stream(&ids, &stop).1, "yes");
}

#[test]
fn text_stream_ends_at_the_first_complete_stop_string() {
    let stop = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(stream(&encode("xabcd"), &stop(&["abcd", "bc"])).1, "xa");
    assert_eq!(stream(&encode("xabc"), &stop(&["c", "abc", "bc"])).1, "x");
    assert_eq!(stream(&encode("aabaabaa"), &stop(&["aabaa"])).1, "");
    // A false beginning contains the real one.
    assert_eq!(stream(&encode("aabaaabaaac"), &stop(&["aabaaac"])).1, "aaba");
    assert_eq!(stream(&encode("xyz"), &stop(&[""])).1, "xyz");
}

#[test]
fn text_stream_cost_does_not_depend_on_stop_strings() {
    // Comparing or copying at every byte would take 10^11 steps here.
    let stop = [format!("{}b", "a".repeat(1 << 19))];
    let text = "a".repeat(1 << 20);
    let mut stream = TextStream::new(&TOKENIZER, &stop);
    let mut streamed = String::new();
    for id in encode(&text) {
        streamed.push_str(&stream.push(id).expect("a token").text);
    }
    streamed.push_str(&stream.finish());
    assert!(streamed == text);
}

#[test]
fn text_stream_continues_the_prompt() {
    // Llama 2's tokenizer drops one space at the beginning of a prompt, but not of an answer.
    let json = r#"{
        "version": "1.0", "added_tokens": [], "normalizer": null, "pre_tokenizer": null,
        "post_processor": null,
        "decoder": {"type": "Sequence", "decoders": [
            {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
            {"type": "ByteFallback"}, {"type": "Fuse"},
            {"type": "Strip", "content": " ", "start": 1, "stop": 0}
        ]},
        "model": {"type": "BPE", "vocab": {"▁": 0, "a": 1, "▁a": 2}, "merges": [["▁", "a"]]}
    }"#;
    let tokenizer = Tokenizer::from_json(json.as_bytes(), Path::new("t"), 3).expect("it loads");
    let mut stream = TextStream::new(&tokenizer, &[]);
    let answer = stream.push(2).expect("a token").text;
    let text = |ids: &[u32]| tokenizer.decode(ids, true).expect("it decodes");
    assert_eq!(answer, " a");
    assert_eq!(text(&[2]) + &answer, text(&[2, 2]));
}

#[test]
fn text_stream_rejects_unknown_tokens() {
    let mut stream = TextStream::new(&TOKENIZER, &[]);
    let refused = stream.push(300);
    assert!(matches!(refused, Err(Error::UnknownToken { id: 300, vocab_size: 300 })));
}
