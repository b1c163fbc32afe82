//! The shapes of responses.

use serde_json::{Value, json};

use crate::support::{MODEL, Running, chatty, coder, cpu, engine, options};

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(|k| &**k).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn responses_have_openais_fields() {
    let server = Running::start(engine(chatty(cpu())), options());
    let mut body = json!({"prompt": [5, 6], "max_tokens": 3});
    let whole = server.post("/v1/completions", &body).ok();
    assert_eq!(keys(&whole), ["choices", "created", "id", "model", "object", "usage"]);
    assert_eq!(whole["object"], "text_completion");
    assert_eq!(whole["model"], MODEL);
    assert!(whole["id"].as_str().is_some_and(|id| id.starts_with("cmpl-")));
    assert!(whole["created"].as_u64() > Some(1_700_000_000));
    assert_eq!(keys(&whole["choices"][0]), ["finish_reason", "index", "logprobs", "text"]);
    assert_eq!(whole["choices"][0]["logprobs"], Value::Null);
    assert_eq!(
        whole["usage"],
        json!({"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5,
               "prompt_tokens_details": {"cached_tokens": 0},
               "plt": {"prefill_passes": 2, "prefill_rows": 4, "decode_passes": 2, "decode_rows": 4}})
    );
    body["stream"] = true.into();
    for chunk in server.post("/v1/completions", &body).chunks() {
        assert_eq!(keys(&chunk), ["choices", "created", "id", "model", "object"]);
        assert_eq!(chunk["object"], "text_completion");
    }

    let mut body = json!({"messages": [{"role": "user", "content": "a"}], "max_tokens": 3});
    let whole = server.post("/v1/chat/completions", &body).ok();
    assert_eq!(whole["object"], "chat.completion");
    assert_eq!(keys(&whole["choices"][0]), ["finish_reason", "index", "logprobs", "message"]);
    assert_eq!(keys(&whole["choices"][0]["message"]), ["content", "refusal", "role"]);
    body["stream"] = true.into();
    body["stream_options"] = json!({"include_usage": true});
    let chunks = server.post("/v1/chat/completions", &body).chunks();
    let (last, pieces) = chunks.split_last().expect("chunks");
    assert_eq!(last["choices"], json!([]));
    for count in ["prompt_tokens", "completion_tokens", "total_tokens"] {
        assert_eq!(last["usage"][count], whole["usage"][count]);
    }
    for chunk in pieces {
        assert_eq!(chunk["object"], "chat.completion.chunk");
        assert_eq!(chunk["id"], last["id"]);
        assert_eq!(chunk["usage"], Value::Null);
        assert_eq!(keys(&chunk["choices"][0]), ["delta", "finish_reason", "index", "logprobs"]);
    }
    let end = &pieces.last().expect("a piece")["choices"][0];
    assert_eq!(end["finish_reason"], "length");
}

#[test]
fn completion_logprobs_have_openais_shape() {
    let server = Running::start(engine(coder(cpu())), options());
    let mut body = json!({
        "prompt": "def naïve(a):", "max_tokens": 12, "temperature": 1, "seed": 4, "logprobs": 2,
    });
    let whole = server.post("/v1/completions", &body).ok();
    let choice = &whole["choices"][0];
    let logprobs = &choice["logprobs"];
    assert_eq!(keys(logprobs), ["text_offset", "token_logprobs", "tokens", "top_logprobs"]);
    let list = |key: &str| logprobs[key].as_array().expect("a list").clone();
    let count = whole["usage"]["completion_tokens"].as_u64().expect("a number") as usize;
    for key in keys(logprobs) {
        assert_eq!(list(key).len(), count, "{key}");
    }
    let mut offset = 0;
    for index in 0..count {
        let token = list("tokens")[index].as_str().expect("a token").to_owned();
        let logprob = list("token_logprobs")[index].as_f64().expect("a number");
        assert!(logprob <= 0.0);
        let top = list("top_logprobs")[index].as_object().expect("an object").clone();
        assert_eq!(top.get(&token).and_then(Value::as_f64), Some(logprob), "{top:?}");
        assert!((2..=3).contains(&top.len()), "{top:?}");
        assert_eq!(list("text_offset")[index], offset);
        offset += token.chars().count();
    }
    let joined: String = list("tokens").iter().filter_map(Value::as_str).collect();
    assert_eq!(joined, choice["text"].as_str().expect("text"));

    body["stream"] = true.into();
    let chunks = server.post("/v1/completions", &body).chunks();
    let streamed: Vec<Value> = chunks
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["logprobs"]["tokens"].as_array())
        .flatten()
        .cloned()
        .collect();
    assert_eq!(streamed, list("tokens"));
}

#[test]
fn chat_logprobs_have_openais_shape() {
    let server = Running::start(engine(chatty(cpu())), options());
    let mut body = json!({
        "messages": [{"role": "user", "content": "a"}], "max_tokens": 8, "temperature": 0,
        "logprobs": true, "top_logprobs": 3,
    });
    let whole = server.post("/v1/chat/completions", &body).ok();
    let content = whole["choices"][0]["logprobs"]["content"].as_array().expect("a list").clone();
    assert_eq!(content.len(), 8);
    for token in &content {
        assert_eq!(keys(token), ["bytes", "logprob", "token", "top_logprobs"]);
        let top = token["top_logprobs"].as_array().expect("a list");
        assert_eq!(top.len(), 3);
        assert_eq!(keys(&top[0]), ["bytes", "logprob", "token"]);
        // Greedy sampling takes the most likely token.
        assert_eq!((&top[0]["token"], &top[0]["logprob"]), (&token["token"], &token["logprob"]));
        let bytes = token["bytes"].as_array().expect("bytes");
        let bytes: Vec<u8> = bytes.iter().map(|b| b.as_u64().expect("a byte") as u8).collect();
        let text = token["token"].as_str().expect("a token");
        match String::from_utf8(bytes) {
            Ok(whole) => assert_eq!(text, whole),
            Err(_) => assert!(text.starts_with("bytes:\\x"), "{text}"),
        }
    }
    body["top_logprobs"] = Value::Null;
    let plain = server.post("/v1/chat/completions", &body).ok();
    assert_eq!(plain["choices"][0]["logprobs"]["content"][0]["top_logprobs"], json!([]));
    body["stream"] = true.into();
    body["top_logprobs"] = 3.into();
    let chunks = server.post("/v1/chat/completions", &body).chunks();
    let streamed: Vec<Value> = chunks
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["logprobs"]["content"].as_array())
        .flatten()
        .cloned()
        .collect();
    assert_eq!(streamed, content);
}

#[test]
fn models_are_listed_and_named() {
    let server = Running::start(engine(coder(cpu())), options());
    let list = server.get("/v1/models").ok();
    assert_eq!(keys(&list), ["data", "object"]);
    let model = &list["data"][0];
    assert_eq!((&model["id"], &model["object"]), (&json!(MODEL), &json!("model")));
    assert_eq!(model["max_model_len"], 256);
    assert_eq!(server.get("/v1/models/tiny").ok(), *model);
    for other in ["/v1/models/other", "/v1/models/some/body"] {
        assert_eq!(server.get(other).error(404)["code"], "model_not_found");
    }
}

#[test]
fn tokenize_and_detokenize_are_inverse() {
    let server = Running::start(engine(chatty(cpu())), options());
    let text = "naïve 测试 🙂\n";
    let tokens = server.post("/tokenize", &json!({"prompt": text})).ok();
    assert_eq!(keys(&tokens), ["count", "max_model_len", "tokens"]);
    assert_eq!(tokens["count"], tokens["tokens"].as_array().expect("a list").len());
    assert_eq!(tokens["max_model_len"], 512);
    let body = json!({"tokens": tokens["tokens"]});
    assert_eq!(server.post("/detokenize", &body).ok()["prompt"], text);

    let messages = json!([{"role": "user", "content": "a"}]);
    let chat = server.post("/tokenize", &json!({"messages": messages, "model": MODEL})).ok();
    let rendered = server.post("/detokenize", &json!({"tokens": chat["tokens"]})).ok();
    assert_eq!(rendered["prompt"], "<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\n");
    let body = json!({"messages": messages, "max_tokens": 1});
    let usage = server.post("/v1/chat/completions", &body).ok()["usage"].clone();
    assert_eq!(usage["prompt_tokens"], chat["count"]);
}

#[test]
fn metrics_are_prometheus_text() {
    let server = Running::start(engine(chatty(cpu())), options());
    let body = json!({"prompt": [5, 6, 7], "max_tokens": 4, "temperature": 0, "n": 2});
    server.post("/v1/completions", &body).ok();
    server.wait_for("num_requests_running", 0.0);
    let reply = server.get("/metrics");
    assert!(reply.head.contains("content-type: text/plain; version=0.0.4"), "{}", reply.head);
    let mut kind = ("", "");
    let mut buckets = 0.0;
    for line in reply.body.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            kind = rest.split_once(' ').expect("a name and a type");
            assert!(matches!(kind.1, "gauge" | "counter" | "histogram"), "{line}");
            buckets = 0.0;
            continue;
        }
        if line.starts_with("# HELP plt_") {
            continue;
        }
        let (sample, value) = line.rsplit_once(' ').expect("a sample and a value");
        let value: f64 = value.parse().expect("a number");
        let (name, labels) = sample.split_once('{').expect("labels");
        assert!(labels.starts_with("model_name=\"tiny\"") && labels.ends_with('}'), "{line}");
        assert!(name.starts_with(kind.0), "{line} is no sample of {kind:?}");
        if name.ends_with("_bucket") {
            assert!(value >= buckets, "{line}");
            buckets = value;
        }
        if name.ends_with("_count") {
            assert_eq!(value, buckets, "{line}");
        }
    }
    for (name, value) in [
        ("num_requests_running", 0.0),
        ("num_requests_waiting", 0.0),
        ("kv_cache_usage_perc", 0.0),
        ("prompt_tokens_total", 3.0),
        ("generation_tokens_total", 8.0),
        ("prefix_cache_queries_total", 3.0),
        ("request_success_total", 2.0),
        ("time_to_first_token_seconds_count", 2.0),
        ("inter_token_latency_seconds_count", 6.0),
        ("e2e_request_latency_seconds_count", 2.0),
        ("engine_panics_total", 0.0),
    ] {
        assert_eq!(crate::support::metric(&reply.body, name), value, "{name}");
    }
    assert!(reply.body.contains("finished_reason=\"length\"} 2\n"), "{}", reply.body);
}

#[test]
fn gates_are_reported_for_every_token() {
    let server = Running::start(engine(chatty(cpu())), options());
    let mut body = json!({"prompt": [5, 6], "max_tokens": 3, "gates": true, "temperature": 0});
    let whole = server.post("/v1/completions", &body).ok();
    let gates = whole["choices"][0]["gates"].as_array().expect("gates").clone();
    // The second of two loops has a gate.
    assert!(gates.iter().all(|of_token| {
        let of_token = of_token.as_array().expect("a list");
        of_token.len() == 1 && of_token[0].as_f64().is_some_and(|gate| (0.0..1.0).contains(&gate))
    }));
    assert_eq!(gates.len(), 3);
    body["stream"] = true.into();
    let chunks = server.post("/v1/completions", &body).chunks();
    let pieces: Vec<Value> = chunks
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["gates"].as_array())
        .flatten()
        .cloned()
        .collect();
    assert_eq!(pieces, gates);
}

#[test]
fn openapi_describes_every_route_and_field() {
    let server = Running::start(engine(chatty(cpu())), options());
    let document = server.get("/openapi.json").ok();
    let paths = document["paths"].as_object().expect("paths");
    for (path, operations) in paths {
        let path = path.replace("{model}", MODEL);
        for method in operations.as_object().expect("methods").keys() {
            let answer = match method.as_str() {
                "post" => server.post(&path, &json!({})),
                _ => server.get(&path),
            };
            // An empty body is invalid, but the route and the method are known.
            let expected: &[u16] = if method == "post" { &[400] } else { &[200] };
            assert!(expected.contains(&answer.status), "{method} {path}: {}", answer.status);
        }
    }
    // This tokenizer adds no special token: an empty string is no prompt.
    let prompt = &document["components"]["schemas"]["CompletionRequest"]["properties"]["prompt"];
    assert_eq!(prompt["anyOf"][0], json!({"type": "string", "minLength": 1}));
    server.post("/v1/completions", &json!({"prompt": ""})).error(400);
    for (path, schema, needed) in [
        ("/v1/completions", "CompletionRequest", json!({"prompt": [5]})),
        (
            "/v1/chat/completions",
            "ChatRequest",
            json!({"messages": [{"role": "user", "content": "a"}]}),
        ),
        ("/detokenize", "DetokenizeRequest", json!({"tokens": [5]})),
    ] {
        let schema = &document["components"]["schemas"][schema];
        for field in schema["properties"].as_object().expect("properties").keys() {
            let mut body = needed.clone();
            if body.get(field).is_none() {
                // The wrong type: the error of a known field is not that it is unknown.
                body[field] = json!([[]]);
                let error = server.post(path, &body).error(400);
                assert_ne!(error["code"], "unknown_parameter", "{path} {field}");
            }
        }
    }
}
