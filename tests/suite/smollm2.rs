//! A real model on real input: SmolLM2-135M-Instruct, which `cargo xtask model smollm2` fetches.

use std::path::PathBuf;

use plt_runtime::{
    Cancel, Cpu, Engine, Event, KvDType, Message, ModelFiles, PlanKind, Request, SamplingParams,
    ScoreOptions, Session,
};
use serde::Deserialize;

fn model() -> PathBuf {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../target/models/SmolLM2-135M-Instruct.Q4_1.gguf");
    assert!(path.exists(), "{} is missing: `cargo xtask model smollm2` fetches it", path.display());
    path
}

fn engine() -> Engine<Cpu> {
    let files = ModelFiles::open(&model()).expect("the model opens");
    let cpu = Cpu::new(Some(2)).expect("two threads");
    Engine::load(cpu, files, Default::default(), &mut |_, _| {}).expect("the model loads")
}

fn greedy(engine: &Engine<Cpu>, prompt: Vec<u32>, max_tokens: usize) -> (Vec<u32>, String) {
    let plan = PlanKind::Wavefront { chunk: 64.try_into().expect("not zero") };
    let mut session: Session<Cpu> =
        engine.session(prompt.len() + max_tokens, KvDType::F32, plan).expect("a session");
    let request = Request {
        prompt,
        max_tokens,
        sampling: SamplingParams::default(),
        stop: Vec::new(),
        eos: engine.eos().to_vec(),
        plan,
    };
    let (mut ids, mut text) = (Vec::new(), String::new());
    for event in session.generate(request, Cancel::default()).expect("a generation") {
        match event.expect("an event") {
            Event::Token { id, text: piece } => {
                ids.push(id);
                text.push_str(&piece);
            }
            Event::Finished { text: piece, .. } => text.push_str(&piece),
        }
    }
    (ids, text)
}

#[test]
fn smollm2_knows_the_capital_of_france() {
    let engine = engine();
    let user = Message { role: "user".into(), content: "What is the capital of France?".into() };
    let text = engine.chat_template().expect("a template").render(&[user], true).expect("text");
    let prompt = engine.tokenizer().expect("a tokenizer").encode(&text, false).expect("ids");
    let (ids, answer) = greedy(&engine, prompt, 24);
    assert!(answer.contains("Paris"), "{answer:?}");
    assert_eq!(ids.last(), engine.eos().first(), "the answer ends: {answer:?}");
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

/// How far our best token may lead the peer's where they differ. The peer rounds activations to 8
/// bits in each of 210 linear maps; the logits of this model have a spread of about 4.
const NEAR_TIE: f32 = 1.0;

#[test]
fn smollm2_agrees_with_another_engine() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/smollm2-greedy.json");
    let text = std::fs::read_to_string(path).expect("the peer's tokens");
    let peer: Peer = serde_json::from_str(&text).expect("the peer's tokens");
    let engine = engine();
    let (mut same, mut all) = (0, 0);
    for case in &peer.cases {
        let prompt = engine.tokenizer().expect("a tokenizer");
        let prompt = prompt.encode(&case.prompt, true).expect("ids");
        assert_eq!(prompt, case.ids, "tokens of {:?}", case.prompt);

        // The peer's own tokens are the text, so that one near tie does not decide all that follow.
        let ids = [&case.ids[..], &case.greedy[..case.greedy.len() - 1]].concat();
        let plan = PlanKind::Sequential;
        let options = ScoreOptions { plan, dtype: KvDType::F32, all: true, trace: false };
        let scores = engine.score(&ids, options).expect("scores");
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
