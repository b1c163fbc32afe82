//! Responses equal the engine's output, full or streamed.

use plt_runtime::{Engine, Event, FinishReason, Message, Request, SamplingParams};
use serde_json::{Value, json};

use crate::support::{Running, chatty, coder, cpu, engine, options};

/// Runs a request on the engine itself. Returns the text and the end of each choice.
fn direct(engine: &Engine, request: Request) -> Vec<(String, FinishReason)> {
    let mut answers = vec![(String::new(), FinishReason::Cancelled); request.choices];
    for event in engine.submit(request).expect("a request") {
        match event.expect("an event") {
            Event::Token { choice, text, .. } => answers[choice].0.push_str(&text),
            Event::Finished { choice, reason, text, .. } => {
                answers[choice].0.push_str(&text);
                answers[choice].1 = reason;
            }
        }
    }
    answers
}

/// Returns the text and the end of each choice by index, from a full response of `/v1/completions` or from its chunks.
fn completions<'a>(bodies: impl IntoIterator<Item = &'a Value>) -> Vec<(String, String)> {
    collect(bodies, |choice| choice["text"].as_str().expect("text").to_owned())
}

fn collect<'a>(
    bodies: impl IntoIterator<Item = &'a Value>,
    text: impl Fn(&Value) -> String,
) -> Vec<(String, String)> {
    let mut answers: Vec<(String, String)> = Vec::new();
    for choice in bodies.into_iter().flat_map(|body| body["choices"].as_array().expect("choices")) {
        let index = choice["index"].as_u64().expect("an index") as usize;
        answers.resize(answers.len().max(index + 1), Default::default());
        let (all, reason) = &mut answers[index];
        assert!(reason.is_empty(), "something follows the end: {choice}");
        all.push_str(&text(choice));
        reason.push_str(choice["finish_reason"].as_str().unwrap_or_default());
    }
    answers
}

fn named(answers: Vec<(String, FinishReason)>) -> Vec<(String, String)> {
    answers.into_iter().map(|(text, reason)| (text, reason.name().to_owned())).collect()
}

#[test]
fn structured_output_follows_the_schema() {
    let server = Running::start(engine(coder(cpu())), options());
    let schema = json!({
        "type": "object",
        "properties": {"kind": {"enum": ["loop", "plain"]}, "count": {"enum": [1, 2, 3]}},
        "required": ["kind", "count"],
        "additionalProperties": false,
        // A model of this size would write spaces between two fields forever.
        "x-guidance": {"whitespace_flexible": false},
    });
    let format = json!({"type": "json_schema", "json_schema": {"name": "x", "schema": schema}});
    let body = json!({
        "prompt": "x = ", "max_tokens": 120, "temperature": 1, "seed": 5, "n": 2,
        "response_format": format,
    });
    let answer = server.post("/v1/completions", &body).ok();
    for (text, reason) in completions([&answer]) {
        assert_eq!(reason, "stop");
        let value: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert!(value["kind"].is_string() && value["count"].is_i64(), "{text}");
    }
    let bad = json!({"type": "json_schema", "json_schema": {"schema": {"type": "strange"}}});
    let body = json!({"prompt": "x", "response_format": bad});
    assert_eq!(server.post("/v1/completions", &body).error(400)["param"], "response_format");

    // A strong bias decides alone.
    let body = json!({
        "prompt": "x", "max_tokens": 4, "temperature": 0, "logit_bias": {"70": 100}, "logprobs": 0,
    });
    let answer = server.post("/v1/completions", &body).ok();
    let tokens = answer["choices"][0]["logprobs"]["tokens"].as_array().expect("tokens");
    assert!(tokens.len() == 4 && tokens.iter().all(|token| *token == tokens[0]), "{tokens:?}");
    let body = json!({"prompt": "x", "logit_bias": {"99999999": 1}});
    server.post("/v1/completions", &body).error(400);
}

/// A schema of this many definitions, each of which refers to the next one.
pub fn chain(links: usize) -> Value {
    let next = |link: usize| json!({"$ref": format!("#/$defs/d{link}")});
    let mut definitions: serde_json::Map<String, Value> =
        (0..links).map(|link| (format!("d{link}"), next(link + 1))).collect();
    definitions.insert(format!("d{links}"), json!({"enum": [1, 2]}));
    json!({"$ref": "#/$defs/d0", "$defs": definitions})
}

/// The grammar library walks schemas by recursion. A deep schema must not exhaust the stack, which
/// would end the process.
#[test]
fn structured_output_rejects_deep_schemas() {
    let server = Running::start(engine(coder(cpu())), options());
    let ask = |schema: Value| {
        let format = json!({"type": "json_schema", "json_schema": {"name": "x", "schema": schema}});
        let body = json!({"prompt": "x", "max_tokens": 2, "response_format": format});
        server.post("/v1/completions", &body)
    };
    let nested = |levels: usize| {
        (0..levels).fold(json!({"enum": [1]}), |inner, _| json!({"type": "array", "items": inner}))
    };
    ask(chain(100)).ok();
    ask(nested(50)).ok();
    assert_eq!(ask(chain(5_000)).error(400)["param"], "response_format");
    ask(chain(50_000)).error(413);
    let mut deep_links = chain(1_000);
    deep_links["$defs"]["d7"] = nested(50);
    let pattern = |pattern: String| json!({"type": "string", "pattern": pattern});
    for hostile in
        [deep_links, pattern("(".repeat(60_000)), json!({"$ref": "http://127.0.0.1/schema"})]
    {
        assert_eq!(ask(hostile).error(400)["param"], "response_format");
    }
    // The deepest allowed schemas: either reply, from a process that still runs.
    for hostile in [
        chain(3_000),
        pattern(format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000))),
        pattern("((((a{1000}){1000}){1000}){1000})".to_owned()),
        json!({"type": "string", "maxLength": 1_000_000_000}),
    ] {
        let reply = ask(hostile);
        assert!([200, 400].contains(&reply.status), "{reply:?}");
    }
    ask(json!({"$defs": {"a": {"items": {"$ref": "#/$defs/a"}, "type": "array"}}, "$ref": "#/$defs/a"})).ok();
    assert_eq!(server.get("/ready").status, 200);
}

#[test]
fn completions_equal_the_engines_output_streamed_or_not() {
    let reference = engine(coder(cpu()));
    let server = Running::start(engine(coder(cpu())), options());
    let prompt = "def add(a, b):";
    for (temperature, seed, n) in [(0.0, 0, 1), (0.9, 7, 3)] {
        let sampling = SamplingParams::default().temperature(temperature).seed(seed).top_p(0.9);
        let expected = named(direct(
            &reference,
            Request::new(
                reference.text().tokenizer().expect("one").encode(prompt, true).expect("ids"),
            )
            .max_tokens(40)
            .choices(n)
            .sampling(sampling)
            .eos(reference.text().eos().to_vec()),
        ));
        let mut body = json!({
            "model": "tiny", "prompt": prompt, "max_tokens": 40, "n": n,
            "temperature": temperature, "top_p": 0.9, "seed": seed, "user": "someone",
        });
        assert_eq!(completions([&server.post("/v1/completions", &body).ok()]), expected);
        body["stream"] = true.into();
        let chunks = server.post("/v1/completions", &body).chunks();
        assert!(chunks.len() > 10, "{} chunks", chunks.len());
        assert_eq!(completions(&chunks), expected);
    }
}

#[test]
fn chats_equal_the_engines_output_streamed_or_not() {
    let reference = engine(chatty(cpu()));
    let server = Running::start(engine(chatty(cpu())), options());
    let message = |role: &str, content: &str| Message::new(role, content);
    let conversation = [message("system", "Be brief.\nBe kind."), message("user", "Why?")];
    let text = reference.text();
    let rendered = text.chat_template().expect("one").render(&conversation, true).expect("text");
    let expected = named(direct(
        &reference,
        Request::new(text.tokenizer().expect("one").encode(&rendered, false).expect("ids"))
            .max_tokens(60)
            .choices(2)
            .sampling(SamplingParams::default().temperature(1.2).seed(3))
            .eos(text.eos().to_vec()),
    ));
    let mut body = json!({
        "messages": [
            {"role": "system", "content": [{"type": "text", "text": "Be brief."},
                                           {"type": "text", "text": "Be kind."}]},
            {"role": "user", "content": "Why?"},
        ],
        "n": 2, "max_completion_tokens": 60, "temperature": 1.2, "seed": 3,
    });
    let whole = server.post("/v1/chat/completions", &body).ok();
    let message = |choice: &Value| {
        assert_eq!(choice["message"]["role"], "assistant");
        choice["message"]["content"].as_str().expect("text").to_owned()
    };
    assert_eq!(collect([&whole], message), expected);

    body["stream"] = true.into();
    let chunks = server.post("/v1/chat/completions", &body).chunks();
    let delta = |choice: &Value| choice["delta"]["content"].as_str().unwrap_or_default().to_owned();
    assert_eq!(collect(&chunks, delta), expected);
    // Each choice states its role once, in its first chunk.
    for index in 0..2 {
        let choices = chunks.iter().map(|chunk| &chunk["choices"][0]);
        let roles = choices.filter(|choice| choice["index"] == index);
        let roles: Vec<bool> = roles.map(|choice| choice["delta"]["role"].is_string()).collect();
        assert!(roles[0] && roles[1..].iter().all(|role| !role), "{roles:?}");
    }
}

#[test]
fn prompts_of_every_form_are_completed_in_order() {
    let server = Running::start(engine(coder(cpu())), options());
    let texts = ["import os", "class A", "for x in"];
    let ask = |prompt: Value, n: usize| {
        let body = json!({"prompt": prompt, "n": n, "max_tokens": 8, "temperature": 0, "seed": 1});
        server.post("/v1/completions", &body).ok()
    };
    let one_by_one: Vec<_> =
        texts.iter().flat_map(|text| completions([&ask(json!(text), 1)])).collect();
    assert_eq!(completions([&ask(json!(texts), 1)]), one_by_one);
    let ids: Vec<Value> = texts
        .iter()
        .map(|text| server.post("/tokenize", &json!({"prompt": text})).ok()["tokens"].clone())
        .collect();
    assert_eq!(completions([&ask(json!(ids), 1)]), one_by_one);
    assert_eq!(completions([&ask(ids[1].clone(), 1)]), one_by_one[1..2]);
    let twice = completions([&ask(json!(texts), 2)]);
    for (index, answer) in twice.iter().enumerate() {
        assert_eq!(*answer, one_by_one[index / 2]);
    }
}

#[test]
fn completions_end_before_a_stop_string() {
    let server = Running::start(engine(coder(cpu())), options());
    let mut body = json!({"prompt": "def add(a, b):", "max_tokens": 40, "temperature": 0});
    let (text, _) = completions([&server.post("/v1/completions", &body).ok()]).remove(0);
    // A stop string that spans tokens, and one that never occurs.
    let stop: String = text.chars().skip(6).take(9).collect();
    let cut = text.find(&stop).expect("it is in there");
    for stop in [json!(stop), json!(["\u{1}never", stop])] {
        body["stop"] = stop;
        body["stream"] = false.into();
        let expected = [(text[..cut].to_owned(), "stop".to_owned())];
        assert_eq!(completions([&server.post("/v1/completions", &body).ok()]), expected);
        body["stream"] = true.into();
        let chunks = server.post("/v1/completions", &body).chunks();
        assert_eq!(completions(&chunks), expected);
    }
}

#[test]
fn seeds_repeat_a_completion() {
    let server = Running::start(engine(chatty(cpu())), options());
    let ask = |seed: Value| {
        let body = json!({"prompt": [5, 6], "max_tokens": 30, "temperature": 2, "seed": seed});
        completions([&server.post("/v1/completions", &body).ok()])
    };
    assert_eq!(ask(json!(-5)), ask(json!(-5)));
    assert_ne!(ask(json!(1)), ask(json!(2)));
    assert_ne!(ask(Value::Null), ask(Value::Null));
    // Equal prompts of one request get different completions, unless there is a seed.
    let thrice = |seed: Value| {
        let prompts = json!([[5, 6], [5, 6], [5, 6]]);
        let body = json!({"prompt": prompts, "max_tokens": 30, "temperature": 2, "seed": seed});
        completions([&server.post("/v1/completions", &body).ok()])
    };
    let own = thrice(Value::Null);
    assert!(own[0] != own[1] && own[1] != own[2] && own[0] != own[2], "{own:?}");
    assert_eq!(thrice(json!(1)), vec![ask(json!(1)).remove(0); 3]);
}

#[test]
fn max_tokens_defaults_are_openais() {
    let server = Running::start(engine(chatty(cpu())), options());
    let usage = |path: &str, body: Value| server.post(path, &body).ok()["usage"].clone();
    // No end token comes: sampling is greedy and the weights are random.
    let of_completion = usage("/v1/completions", json!({"prompt": [5, 6], "temperature": 0}));
    assert_eq!(of_completion["completion_tokens"], 16);
    let messages = json!([{"role": "user", "content": "a"}]);
    let of_chat = usage("/v1/chat/completions", json!({"messages": messages, "temperature": 0}));
    assert_eq!(of_chat["total_tokens"], 512, "{of_chat}");
}

#[test]
fn prompts_are_reused_from_the_prefix_cache() {
    let server = Running::start(engine(coder(cpu())), options());
    let prompt = "import os\nimport sys\n\n\ndef main():\n    print('hello')\n".repeat(3);
    let body = json!({"prompt": prompt, "max_tokens": 4, "temperature": 0});
    let usage = || server.post("/v1/completions", &body).ok()["usage"].clone();
    let cached = |usage: &Value| usage["prompt_tokens_details"]["cached_tokens"].as_u64();
    // The first completion continued the prompt; the second leaves an entry where they differ.
    let (first, _, third) = (usage(), usage(), usage());
    assert_eq!(cached(&first), Some(0));
    assert!(cached(&third) > Some(10), "{third}");
    assert_eq!(first["prompt_tokens"], third["prompt_tokens"]);
    assert_eq!(server.metric("prefix_cache_hits_total"), cached(&third).expect("one") as f64);
}
