//! A real model on real prompts: SmolLM2-135M-Instruct, which `cargo xtask model smollm2` fetches.

use std::path::PathBuf;

use plt_runtime::{
    Cpu, Engine, EngineOptions, Event, Message, ModelFiles, Request, TextModel, verify,
};

fn model() -> PathBuf {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../target/models/SmolLM2-135M-Instruct.Q4_1.gguf");
    assert!(path.exists(), "{} is missing: `cargo xtask model smollm2` fetches it", path.display());
    path
}

fn load() -> TextModel<Cpu> {
    let files = ModelFiles::open(&model()).expect("the model opens");
    let cpu = Cpu::new(Some(2)).expect("two threads");
    TextModel::load(cpu, files, Default::default(), &mut |_, _| {}).expect("the model loads")
}

#[test]
fn smollm2_knows_the_capital_of_france() {
    let engine = Engine::start(load(), EngineOptions::default()).expect("an engine");
    let text = engine.text();
    let user = Message::new("user", "What is the capital of France?");
    let prompt = text.chat_template().expect("a template").render(&[user], true).expect("text");
    let prompt = text.tokenizer().expect("a tokenizer").encode(&prompt, false).expect("ids");
    let request = Request::new(prompt).max_tokens(24).eos(text.eos().to_vec());
    let (mut last, mut answer) = (None, String::new());
    for event in engine.submit(request).expect("a request") {
        match event.expect("an event") {
            Event::Token { id, text, .. } => {
                last = Some(id);
                answer.push_str(&text);
            }
            Event::Finished { text, .. } => answer.push_str(&text),
        }
    }
    assert!(answer.contains("Paris"), "{answer:?}");
    assert_eq!(last.as_ref(), text.eos().first(), "the answer ends: {answer:?}");
}

#[test]
fn smollm2_agrees_with_another_engine() {
    let model = load();
    let entries = verify::entries().expect("entries");
    let entry = verify::find(&entries, model.model().config(), None).expect("an entry");
    assert_eq!(entry.name, "smollm2-135m-instruct");
    let (mut same, mut all) = (0, 0);
    for outcome in entry.check(&model) {
        assert!(outcome.passed, "{} {}: {}", outcome.kind, outcome.input, outcome.note);
        if outcome.kind == "greedy" {
            let [got, expected] =
                [&outcome.got, &outcome.expected].map(|ids| ids.as_array().expect("ids"));
            same += got.iter().zip(expected).filter(|(got, expected)| got == expected).count();
            all += expected.len();
        }
    }
    println!("{same} of {all} tokens");
    assert_eq!(all, 384);
    assert!(same * 100 >= all * 90, "{same} of {all}");
}

#[test]
fn verify_of_a_completion_compares_every_token() {
    let model = load();
    let json = include_str!("../../crates/plt-runtime/verify/smollm2-135m-instruct.json");
    let mut entry: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let cases = entry["groups"][0]["cases"].take();
    let tokens: Vec<u32> = serde_json::from_value(cases[1]["next"].clone()).expect("tokens");
    let mut outcome = |text: &str| {
        let case = serde_json::json!({
            "kind": "completion", "prompt": cases[0]["text"], "text": text, "near_tie": 1.0
        });
        entry["groups"][0]["cases"] = serde_json::json!([case]);
        let entry = verify::parse("entry.json", &entry.to_string()).expect("an entry");
        entry.check(&model).next().expect("an outcome")
    };
    let text = model.tokenizer().and_then(|t| t.decode(&tokens[..20], false)).expect("text");
    let right = outcome(&text);
    assert!(right.passed, "{right:?}");
    for wrong in [" London", &format!("{text} London")] {
        assert!(!outcome(wrong).passed, "{wrong:?}");
    }
}
