//! Streaming text: nothing is lost, nothing is broken, and stop texts end it.

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

/// Text after every token, and all of it at the end.
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

/// Where the first stop text to be completed begins.
fn naive_end(text: &str, stop: &[String]) -> Option<usize> {
    (1..=text.len()).find_map(|end| {
        let complete = stop.iter().filter(|stop| !stop.is_empty());
        let longest = complete.filter(|stop| text.as_bytes()[..end].ends_with(stop.as_bytes()));
        longest.map(String::len).max().map(|length| end - length)
    })
}

proptest! {
    #[test]
    fn pieces_are_the_text_of_all_ids(ids in prop::collection::vec(0..300u32, 0..60)) {
        let (_, text, stopped) = stream(&ids, &[]);
        prop_assert_eq!(text, TOKENIZER.decode(&ids, true).expect("it decodes"));
        prop_assert!(!stopped);
    }

    #[test]
    fn whole_characters_come_at_once_and_parts_of_them_never(text in any::<String>()) {
        // One byte a token, so that characters arrive in as many parts as they have.
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
    fn stop_texts_end_the_text(
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
            // Nothing is withheld that no stop text begins with.
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
fn special_tokens_give_no_text() {
    let ids = encode("a<|im_end|>b");
    assert_eq!(stream(&ids, &[]).1, "ab");
    let stop = ["<|im_end|>".to_owned()];
    assert_eq!(
        stream(&ids, &stop),
        (vec!["a".into(), "a".into(), "ab".into()], "ab".into(), false)
    );
}

#[test]
fn characters_that_never_become_whole_come_at_the_end() {
    let smile = encode("🙂");
    assert!(smile.len() > 1);
    let (after, text, _) = stream(&smile[..smile.len() - 1], &[]);
    assert_eq!(after.last().map(String::as_str), Some(""));
    assert_eq!(text, "\u{fffd}");
    // Another character shows that the first one is broken.
    let ids = [&smile[..1], &encode("a")].concat();
    assert_eq!(stream(&ids, &[]).0, ["", "\u{fffd}a"]);
    // What replaces it can end the text, too.
    assert_eq!(stream(&smile[..1], &["\u{fffd}".to_owned()]).1, "");
}

#[test]
fn a_beginning_of_a_stop_text_is_withheld_until_it_is_none() {
    let stop = ["\n\nUser:".to_owned()];
    let ids: Vec<u32> = "yes\n\nUse".chars().flat_map(|c| encode(&c.to_string())).collect();
    let (after, text, stopped) = stream(&ids, &stop);
    assert_eq!(after.last().map(String::as_str), Some("yes"));
    assert_eq!((text.as_str(), stopped), ("yes\n\nUse", false));
    let ids: Vec<u32> = "yes\n\nUser: no".chars().flat_map(|c| encode(&c.to_string())).collect();
    assert_eq!(stream(&ids, &stop).1, "yes");
}

#[test]
fn of_several_stop_texts_the_first_to_be_complete_counts() {
    let stop = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(stream(&encode("xabcd"), &stop(&["abcd", "bc"])).1, "xa");
    assert_eq!(stream(&encode("xabc"), &stop(&["c", "abc", "bc"])).1, "x");
    assert_eq!(stream(&encode("aabaabaa"), &stop(&["aabaa"])).1, "");
    // A failed beginning holds the real one.
    assert_eq!(stream(&encode("aabaaabaaac"), &stop(&["aabaaac"])).1, "aaba");
    assert_eq!(stream(&encode("xyz"), &stop(&[""])).1, "xyz");
}

#[test]
fn long_stop_texts_cost_no_more_than_short_ones() {
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
fn an_answer_continues_its_prompt() {
    // Llama 2's tokenizer drops one space at the beginning of a text, but not of an answer.
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
fn unknown_tokens_are_refused() {
    let mut stream = TextStream::new(&TOKENIZER, &[]);
    let refused = stream.push(300);
    assert!(matches!(refused, Err(Error::UnknownToken { id: 300, vocab_size: 300 })));
}
