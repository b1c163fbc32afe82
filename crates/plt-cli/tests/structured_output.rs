//! Structured output and logit bias.

mod support;

use plt_runtime::{
    Checkpoint, Cpu, Engine, EngineOptions, Error, Event, FinishReason, Grammar, ModelFiles,
    Request, SamplingParams, TextModel,
};
use serde_json::{Value, json};
use support::{plt, run_json, stderr_line};

fn engine() -> Engine {
    let checkpoint = Checkpoint::built_in(plt_tiny_coder::NAME, plt_tiny_coder::FILES);
    let files = ModelFiles::from_checkpoint(checkpoint.expect("a checkpoint")).expect("its files");
    let cpu = Cpu::new(Some(1)).expect("a thread");
    let model = TextModel::load(cpu, files, Default::default(), &mut |_, _| {}).expect("a model");
    Engine::start(model, EngineOptions::default()).expect("an engine")
}

fn schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 8},
            "kind": {"enum": ["loop", "plain"]},
            "count": {"type": "integer", "minimum": 1, "maximum": 64},
        },
        "required": ["name", "kind", "count"],
        "additionalProperties": false,
        // A model of this size would never stop printing spaces between two fields.
        "x-guidance": {"whitespace_flexible": false},
    })
}

/// Returns the text of each choice of a request.
fn answers(engine: &Engine, request: Request) -> Vec<String> {
    let mut texts = vec![String::new(); request.choices];
    for event in engine.submit(request).expect("a request") {
        match event.expect("an event") {
            Event::Token { choice, text, .. } => texts[choice].push_str(&text),
            Event::Finished { choice, reason, text, .. } => {
                assert_eq!(reason, FinishReason::Stop, "{}", texts[choice]);
                texts[choice].push_str(&text);
            }
        }
    }
    texts
}

#[test]
fn structured_output_matches_whatever_is_sampled() {
    let engine = engine();
    let prompt = engine.text().tokenizer().expect("a tokenizer");
    let prompt = prompt.encode("config = ", true).expect("ids");
    let sampling = |seed| SamplingParams::default().temperature(1.5).seed(seed);
    let constraint = |grammar| Some(engine.text().constraint(&grammar).expect("a constraint"));
    let request = |grammar, seed| {
        Request::new(prompt.clone())
            .max_tokens(150)
            .choices(3)
            .sampling(sampling(seed))
            .constraint(constraint(grammar))
            .eos(engine.text().eos().to_vec())
    };
    for seed in [0, 10] {
        for text in answers(&engine, request(Grammar::JsonSchema(schema()), seed)) {
            let value: Value =
                serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
            assert!(["loop", "plain"].contains(&value["kind"].as_str().expect("a kind")));
            assert!((1..=64).contains(&value["count"].as_i64().expect("a count")));
            assert!(value["name"].as_str().expect("a name").chars().count() <= 8);
        }
        for text in answers(&engine, request(Grammar::Regex("[a-c]{3}-[0-9]{1,5}!".into()), seed)) {
            let (letters, digits) = text.split_once('-').expect("a dash");
            assert!(letters.len() == 3 && letters.bytes().all(|b| (b'a'..=b'c').contains(&b)));
            let digits = digits.strip_suffix('!').expect("an end");
            assert!(!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()), "{text}");
        }
        let lark = r#"start: ("yes" | "no") "."{2}"#;
        for text in answers(&engine, request(Grammar::Lark(lark.into()), seed)) {
            assert!(["yes..", "no.."].contains(&text.as_str()), "{text}");
        }
    }
}

#[test]
fn logit_bias_forbids_and_forces_tokens() {
    let engine = engine();
    let run = |logit_bias| {
        let request = Request::new(vec![5, 6, 7]).max_tokens(6).logit_bias(logit_bias);
        let mut ids = Vec::new();
        for event in engine.submit(request).expect("a request") {
            if let Event::Token { id, .. } = event.expect("an event") {
                ids.push(id);
            }
        }
        ids
    };
    let plain = run(Vec::new());
    let without = run(vec![(plain[0], f32::NEG_INFINITY)]);
    assert!(!without.contains(&plain[0]));
    assert_eq!(run(vec![(9, 1e4)]), [9; 6]);
    for (bias, expected) in [((1 << 20, 0.0), "token id"), ((1, f32::NAN), "logit_bias")] {
        let request = Request::new(vec![5]).logit_bias(vec![bias]);
        let message = engine.submit(request).expect_err("refused").to_string();
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn invalid_grammars_are_rejected() {
    let engine = engine();
    for grammar in [
        Grammar::Regex("[a".into()),
        Grammar::Lark("start: nothing".into()),
        Grammar::JsonSchema(json!({"type": "strange"})),
        Grammar::JsonSchema(json!({"$ref": "#/nowhere"})),
    ] {
        let refused = engine.text().constraint(&grammar);
        assert!(matches!(refused, Err(Error::Grammar { .. })), "{grammar:?}: {refused:?}");
    }
}

#[test]
fn generate_takes_structured_output_options() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("schema.json");
    std::fs::write(&file, schema().to_string()).expect("a file");
    let file = file.to_str().expect("a UTF-8 path");
    let args = ["generate", "x = ", "--json", "--temperature", "1", "-n", "150"];
    let out = run_json(&[&args[..], &["--json-schema-file", file]].concat());
    let text = out["text"].as_str().expect("text");
    let value: Value = serde_json::from_str(text).expect("JSON");
    assert!(value["count"].is_i64());
    let out = run_json(&[&args[..], &["--regex", "(ab){1,9}c"]].concat());
    let text = out["text"].as_str().expect("text");
    assert!(text.starts_with("ab") && text.ends_with('c'), "{text}");

    let refused = plt(&["generate", "x", "--regex", "(", "-n", "3"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr_line(&refused).contains("structured output"), "{}", stderr_line(&refused));
    let both = plt(&["generate", "x", "--regex", "a", "--json-schema-file", file]);
    assert_eq!(both.status.code(), Some(2), "only one constraint");
}
