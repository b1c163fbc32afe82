//! Models with a SentencePiece tokenizer, as a directory and as a GGUF file: ids and logits.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

use plt_runtime::{
    Checkpoint, Conversation, Cpu, DType, EngineOptions, Event, FinishReason, KvDType, Message,
    ModelFiles, Quantization, Request, SamplingParams, Scheduler, ScoreOptions, TextBundle,
    TextModel, ToolPart, ToolReader,
};
use plt_tests::fixture;
use serde::Deserialize;
use serde_json::{Value, json};

/// As for the other fixtures.
const LOGITS: f64 = 1e-3;

/// `expected.json` of these fixtures.
#[derive(Deserialize)]
struct Expected {
    stop_at: u32,
    /// The prompts of the cases.
    texts: BTreeMap<String, String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    tokens: Vec<u32>,
    last_logits: Vec<f64>,
    argmax: Vec<u32>,
    greedy: Vec<u32>,
}

/// The models, and the results expected of them.
fn fixtures() -> Vec<(PathBuf, Expected)> {
    let expected = |name: &str| {
        let text = std::fs::read(fixture::root().join(name).join("expected.json"));
        serde_json::from_slice(&text.expect("a file")).expect("results")
    };
    vec![
        (fixture::root().join("spm-tokenizer"), expected("spm-tokenizer")),
        (fixture::root().join("spm-gguf/model.gguf"), expected("spm-gguf")),
    ]
}

fn load(path: &std::path::Path) -> TextModel<Cpu> {
    let files = ModelFiles::open(path).expect("it opens");
    let cpu = Cpu::new(Some(1)).expect("a thread");
    TextModel::load(cpu, files, Default::default(), &mut |_, _| {}).expect("it loads")
}

#[test]
fn sentencepiece_models_have_the_golden_ids_and_logits() {
    for (path, expected) in fixtures() {
        let model = load(&path);
        assert_eq!(expected.cases.len(), 2);
        for case in &expected.cases {
            let text = &expected.texts[&case.name];
            let tokenizer = model.tokenizer().expect("a tokenizer");
            let ids = tokenizer.encode(text, true).expect("it encodes");
            assert_eq!(ids, case.tokens, "{} {text:?}", path.display());
            let options = ScoreOptions::default().kv_cache_dtype(KvDType::F32);
            let scores = model.score(&ids, options).expect("scores");
            let logits = scores.logits.last().expect("the last position's logits");
            assert_eq!(logits.len(), case.last_logits.len());
            for (got, expected) in logits.iter().zip(&case.last_logits) {
                let error = (f64::from(*got) - expected).abs();
                assert!(error <= LOGITS, "{}: {got}, expected {expected}", path.display());
            }
            assert_eq!(scores.argmax, case.argmax);
        }
    }
}

/// Generates the answer to a request: ids, text, and why it ended.
fn answer(model: &TextModel<Cpu>, request: Request) -> (Vec<u32>, String, FinishReason) {
    let tokenizer = model.tokenizer().expect("a tokenizer");
    let options = EngineOptions::default().max_num_seqs(1).kv_cache_dtype(KvDType::F32);
    let mut scheduler =
        Scheduler::new(model.model(), Some(tokenizer), options).expect("a scheduler");
    let events = scheduler.submit(request).expect("it is accepted");
    while !scheduler.is_idle() {
        scheduler.step();
    }
    let (mut ids, mut text) = (Vec::new(), String::new());
    for event in events {
        let event = event.expect("an event");
        text += event.text();
        match event {
            Event::Token { id, .. } => ids.push(id),
            Event::Finished { reason, .. } => return (ids, text, reason),
        }
    }
    panic!("the answer never ended");
}

#[test]
fn sentencepiece_models_stop_at_the_end_token_of_the_tokenizer() {
    for (path, expected) in fixtures() {
        let model = load(&path);
        assert!(model.text().eos().contains(&expected.stop_at), "{}", path.display());
        let tokenizer = model.tokenizer().expect("a tokenizer");
        let case = &expected.cases[0];
        // The end token is forced, or not.
        for forced in [None, Some(expected.stop_at)] {
            let mut request = model.text().completion("def add(a, b):").expect("a request");
            assert_eq!(request.prompt, case.tokens);
            request.sampling = Some(SamplingParams::GREEDY);
            request.max_tokens = case.greedy.len();
            request.logit_bias = forced.map(|id| (id, 1e6)).into_iter().collect();
            let (ids, text, _) = answer(&model, request);
            match forced {
                Some(id) => assert_eq!((ids, text), (vec![id], String::new())),
                None => {
                    assert_eq!(ids, case.greedy);
                    let whole = [case.tokens.clone(), ids].concat();
                    let whole = tokenizer.decode(&whole, false).expect("it decodes");
                    assert_eq!(format!("def add(a, b):{text}"), whole);
                }
            }
        }
    }
}

/// The template of models that call tools: Qwen's, in short.
const TEMPLATE: &str = r"{%- if tools %}
    {{- '<|im_start|>system\n# Tools\n<tools>\n' }}
    {%- for tool in tools %}{{ tool | tojson }}{% endfor %}
    {{- '</tools>\nCalls are in <tool_call></tool_call>.<|im_end|>\n' }}
{%- endif %}
{%- for message in messages %}
    {{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

/// A directory in the shape of LoopCoder-V2's: config keys of the parallel loop, `tokenizer.model`,
/// added tokens, a template; and the GGUF file made from it.
fn loopcoder() -> (tempfile::TempDir, TextModel<Cpu>, TextModel<Cpu>) {
    let dir = tempfile::tempdir().expect("a directory");
    let fixture = fixture::root().join("spm-tokenizer");
    for name in [
        "added_tokens.json",
        "config.json",
        "model.safetensors",
        "special_tokens_map.json",
        "tokenizer.model",
        "tokenizer_config.json",
    ] {
        std::fs::copy(fixture.join(name), dir.path().join(name)).expect("a copy");
    }
    std::fs::write(dir.path().join("chat_template.jinja"), TEMPLATE).expect("a file");
    let checkpoint = Checkpoint::open(dir.path()).expect("a checkpoint");
    let text = TextBundle::open(&checkpoint).expect("a bundle");
    let (entries, described) = text.gguf_entries(&checkpoint).expect("entries");
    assert!(described);
    let path = dir.path().join("loopcoder.gguf");
    let mut file = std::fs::File::create(&path).expect("a file");
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let exact = Quantization::new(DType::F32);
    checkpoint.write_gguf_with(entries, exact, &mut file, &path, go_on).expect("it is written");
    let models = (load(dir.path()), load(&path));
    (dir, models.0, models.1)
}

fn tools() -> Vec<Value> {
    vec![json!({"type": "function", "function": {"name": "add", "parameters": {
        "type": "object",
        "properties": {"left": {"enum": [1, 2]}, "unit": {"enum": ["cm", "m"]}},
        "required": ["left", "unit"],
        "additionalProperties": false,
    }}})]
}

#[test]
fn sentencepiece_model_chats_calls_tools_and_stops() {
    let (_dir, directory, file) = loopcoder();
    let messages = [Message::new("user", "Add 1 to 2 cm.")];
    let tools = tools();
    let conversation = Conversation { messages: &messages, tools: &tools, variables: None };
    let mut results = Vec::new();
    for model in [&directory, &file] {
        let text = model.text();
        assert_eq!(text.eos(), [2, 701], "</s> and <|im_end|>");
        let tokenizer = model.tokenizer().expect("a tokenizer");
        let request = text.chat(conversation).expect("a request");
        let prompt = request.prompt.clone();
        // Every string between special tokens has its own `▁`, and the marks of tools are tokens.
        for ids in [[701, 590, 13], [712, 590, 13], [710, 711, 590]] {
            assert!(prompt.windows(3).any(|window| window == ids), "{ids:?} in {prompt:?}");
        }
        let options = ScoreOptions::default().kv_cache_dtype(KvDType::F32);
        let logits = model.score(&prompt, options).expect("scores").logits;

        let format = text.chat_template().expect("a template").tool_format().expect("a format");
        let grammar = format.grammar(&tools, None, false, tokenizer);
        let mut request = request;
        request.constraint = Some(text.constraint(&grammar).expect("it compiles"));
        request.sampling = Some(SamplingParams::GREEDY);
        request.max_tokens = 200;
        request.shown = format.marks(tokenizer);
        let (ids, said, reason) = answer(model, request);
        assert_eq!(reason, FinishReason::Stop, "{said}");
        let mut reader = ToolReader::new(format, tools.clone());
        let parts = [reader.push(&said), reader.finish()].concat();
        let calls: Vec<&ToolPart> =
            parts.iter().filter(|part| matches!(part, ToolPart::Call { .. })).collect();
        assert!(
            matches!(calls.as_slice(), [ToolPart::Call { name, .. }] if name == "add"),
            "{said}"
        );
        results.push((prompt, logits, ids, said));
    }
    assert!(results[0] == results[1], "the directory and its GGUF file differ");
}
