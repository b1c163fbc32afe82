//! A real model on real prompts: SmolLM2-135M-Instruct, which `cargo xtask model smollm2` fetches.

use std::path::PathBuf;

use plt_runtime::{
    Cpu, Engine, EngineOptions, Event, KvDType, Message, ModelFiles, PlanKind, Request,
    ScoreOptions, TextModel,
};
use serde::Deserialize;

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

/// Greedy tokens of another engine for the same file; `source` in the file says which.
#[derive(Deserialize)]
struct Peer {
    cases: Vec<PeerCase>,
}

#[derive(Deserialize)]
struct PeerCase {
    prompt: String,
    ids: Vec<u32>,
    greedy: Vec<u32>,
}

/// Maximum lead of our best token over the peer's where they differ. The peer rounds activations to 8
/// bits in each of 210 linear maps; the logits of this model have a spread of about 4.
const NEAR_TIE: f32 = 1.0;

#[test]
fn smollm2_agrees_with_another_engine() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/smollm2-greedy.json");
    let text = std::fs::read_to_string(path).expect("the peer's tokens");
    let peer: Peer = serde_json::from_str(&text).expect("the peer's tokens");
    let model = load();
    let (mut same, mut all) = (0, 0);
    for case in &peer.cases {
        let prompt = model.tokenizer().expect("a tokenizer");
        let prompt = prompt.encode(&case.prompt, true).expect("ids");
        assert_eq!(prompt, case.ids, "tokens of {:?}", case.prompt);

        // The prompt continues with the peer's own tokens: one near tie does not decide all that follow.
        let ids = [&case.ids[..], &case.greedy[..case.greedy.len() - 1]].concat();
        let plan = PlanKind::Sequential;
        let options =
            ScoreOptions::default().plan(plan).kv_cache_dtype(KvDType::F32).all(true).trace(false);
        let scores = model.score(&ids, options).expect("scores");
        let from = case.ids.len() - 1;
        let ours = scores.logits[from..].iter().zip(&scores.argmax[from..]);
        for ((logits, best), token) in ours.zip(&case.greedy) {
            let lead = logits[*best as usize] - logits[*token as usize];
            assert!(lead <= NEAR_TIE, "{:?}: {best} leads {token} by {lead}", case.prompt);
            same += usize::from(best == token);
            all += 1;
        }
    }
    println!("{same} of {all} tokens");
    assert!(same * 100 >= all * 90, "{same} of {all}");
}
