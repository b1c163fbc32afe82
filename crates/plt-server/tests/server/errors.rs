//! Errors of requests and their messages.

use std::io::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Running, chatty, coder, cpu, engine, options, options_with};

const COMPLETIONS: &str = "/v1/completions";
const CHATS: &str = "/v1/chat/completions";

fn completion(field: &str, value: Value) -> Value {
    let mut body = json!({"prompt": [5, 6], "max_tokens": 1});
    body[field] = value;
    body
}

fn chat(field: &str, value: Value) -> Value {
    let mut body = json!({"messages": [{"role": "user", "content": "a"}], "max_tokens": 1});
    body[field] = value;
    body
}

#[test]
fn unsupported_fields_are_rejected_by_name() {
    let server = Running::start(engine(chatty(cpu())), options());
    for (field, value) in [
        ("best_of", json!(2)),
        ("echo", json!(true)),
        ("suffix", json!("x")),
        ("min_tokens", json!(3)),
        ("ignore_eos", json!(true)),
        ("guided_regex", json!("a*")),
        ("stop_token_ids", json!([3])),
        ("prompt_logprobs", json!(1)),
    ] {
        let error = server.post(COMPLETIONS, &completion(field, value)).error(400);
        assert_eq!(
            (&error["param"], &error["code"]),
            (&json!(field), &json!("unsupported_parameter"))
        );
    }
    for (field, value) in [
        ("functions", json!([{"name": "f"}])),
        ("function_call", json!({"name": "f"})),
        ("modalities", json!(["text", "audio"])),
        ("audio", json!({"voice": "x"})),
        ("prediction", json!({"type": "content", "content": "x"})),
        ("reasoning_effort", json!("high")),
        ("service_tier", json!("priority")),
        ("store", json!(true)),
        ("metadata", json!({"a": "b"})),
        ("web_search_options", json!({})),
        ("verbosity", json!("low")),
        ("safety_identifier", json!("x")),
        ("prompt_cache_key", json!("x")),
        ("chat_template", json!("{{ messages }}")),
        ("continue_final_message", json!(true)),
        ("add_generation_prompt", json!(false)),
    ] {
        let error = server.post(CHATS, &chat(field, value.clone())).error(400);
        assert_eq!(error["param"], field, "{value}");
        assert_eq!(error["code"], "unsupported_parameter");
    }
    for field in ["temprature", "max_new_tokens", "Stream", ""] {
        let error = server.post(COMPLETIONS, &completion(field, json!(1))).error(400);
        assert_eq!((&error["param"], &error["code"]), (&json!(field), &json!("unknown_parameter")));
        assert_eq!(server.post(CHATS, &chat(field, json!(1))).error(400)["param"], field);
    }
    let error = server.post(CHATS, &chat("prompt", json!("a"))).error(400);
    assert_eq!(error["param"], "prompt");
    let stream = json!({"stream": true, "stream_options": {"nonsense": 1}, "prompt": [5]});
    assert_eq!(server.post(COMPLETIONS, &stream).error(400)["param"], "stream_options.nonsense");
    let unstreamed = completion("stream_options", json!({"include_usage": true}));
    assert_eq!(server.post(COMPLETIONS, &unstreamed).error(400)["param"], "stream_options");
}

#[test]
fn fields_that_change_nothing_are_accepted() {
    let server = Running::start(engine(chatty(cpu())), options());
    let nothing = json!({
        "best_of": 1, "echo": false, "suffix": "", "frequency_penalty": 0, "presence_penalty": 0.0,
        "logit_bias": {}, "logprobs": null, "stop": null, "seed": null, "user": null,
        "response_format": {"type": "text"}, "nonsense": null, "stream": false, "n": 1,
        "stream_options": null, "priority": 0, "top_k": -1, "min_p": 0, "repetition_penalty": 1,
        "prompt": [5], "max_tokens": 1,
    });
    server.post(COMPLETIONS, &nothing).ok();
    let nothing = json!({
        "tools": [], "tool_choice": "none", "functions": null, "parallel_tool_calls": true,
        "response_format": {"type": "text"}, "modalities": ["text"], "store": false,
        "metadata": {}, "service_tier": "auto", "presence_penalty": 0, "frequency_penalty": 0,
        "logit_bias": null, "logprobs": false, "top_logprobs": 0, "max_tokens": 1,
        "max_completion_tokens": 1,
        "messages": [{"role": "user", "content": "a", "name": null, "tool_calls": null}],
    });
    server.post(CHATS, &nothing).ok();
}

#[test]
fn values_out_of_range_are_rejected_by_name() {
    let options = options_with(|options| {
        let limits = &mut options.limits;
        (limits.choices, limits.logprobs) = (4, 5);
        (limits.stops, limits.stop_bytes) = (2, 8);
    });
    let server = Running::start(engine(chatty(cpu())), options);
    for (field, value) in [
        ("temperature", json!(-1)),
        ("temperature", json!(1e300)),
        ("temperature", json!("hot")),
        ("top_p", json!(0)),
        ("min_p", json!(1.5)),
        ("repetition_penalty", json!(0)),
        ("presence_penalty", json!(2.5)),
        ("frequency_penalty", json!(-3)),
        ("top_k", json!(-2)),
        ("seed", json!(0.5)),
        ("n", json!(0)),
        ("n", json!(5)),
        ("n", json!(1u64 << 40)),
        ("logprobs", json!(6)),
        ("logprobs", json!(true)),
        ("stop", json!(["a", "b", "c"])),
        ("stop", json!("123456789")),
        ("stop", json!([""])),
        ("priority", json!(1)),
        ("max_tokens", json!(0)),
        ("max_tokens", json!(511)),
        ("max_tokens", json!(1u64 << 60)),
        ("stream", json!("yes")),
        ("user", json!(7)),
        ("prompt", json!([300])),
        ("prompt", json!([u32::MAX])),
        ("prompt", json!([])),
        ("prompt", json!("")),
        ("prompt", json!([[5], []])),
        ("n", json!([5])),
        ("logit_bias", json!({"300": 1})),
    ] {
        let error = server.post(COMPLETIONS, &completion(field, value.clone())).error(400);
        assert_eq!(error["param"], field, "{value}: {error}");
    }
    let five = json!({"prompt": [[5], [6], [7], [8], [9]]});
    assert_eq!(server.post(COMPLETIONS, &five).error(400)["param"], "n");
    for (field, value) in [("logprobs", json!(2)), ("top_logprobs", json!(2))] {
        assert_eq!(server.post(CHATS, &chat(field, value)).error(400)["param"], field);
    }
    let image = json!([{"type": "image_url", "image_url": {"url": "http://127.0.0.1:1/"}}]);
    let messages = json!([{"role": "user", "content": image}]);
    let error = server.post(CHATS, &chat("messages", messages)).error(400);
    assert_eq!(error["param"], "messages[0].content[0].type");
    let error = server.post(COMPLETIONS, &completion("model", json!("other"))).error(404);
    assert_eq!((&error["param"], &error["code"]), (&json!("model"), &json!("model_not_found")));
    // No invalid request reached the engine.
    assert_eq!(server.metric("prompt_tokens_total"), 0.0);
}

#[test]
fn prompts_longer_than_the_context_are_rejected() {
    let options = options_with(|options| options.limits.prompt_tokens = 100);
    let server = Running::start(engine(chatty(cpu())), options);
    for prompt in [json!(vec![5; 101]), json!("word ".repeat(300)), json!(vec![5; 60_000])] {
        let error = server.post(COMPLETIONS, &completion("prompt", prompt)).error(400);
        assert_eq!(error["code"], "context_length_exceeded");
        assert_eq!(error["param"], "prompt");
    }
    server.post(COMPLETIONS, &completion("prompt", json!(vec![5; 100]))).ok();
    let messages = json!([{"role": "user", "content": "word ".repeat(300)}]);
    let error = server.post(CHATS, &chat("messages", messages)).error(400);
    assert_eq!(
        (&error["param"], &error["code"]),
        (&json!("messages"), &json!("context_length_exceeded"))
    );
    let full = json!({"prompt": vec![5; 100], "max_tokens": 412});
    assert_eq!(server.post(COMPLETIONS, &full).ok()["usage"]["total_tokens"], 512);
    let more = json!({"prompt": vec![5; 100], "max_tokens": 413});
    assert_eq!(server.post(COMPLETIONS, &more).error(400)["param"], "max_tokens");
}

#[test]
fn chats_need_a_chat_template() {
    let server = Running::start(engine(coder(cpu())), options());
    let error = server.post(CHATS, &chat("n", json!(1))).error(400);
    assert!(error["message"].as_str().is_some_and(|text| text.contains("no chat template")));
}

#[test]
fn bodies_must_be_json_objects() {
    let server = Running::start(engine(chatty(cpu())), options());
    let deep = format!("{{\"prompt\": {}", "[".repeat(10_000));
    for body in
        ["", "{", "[]", "null", "\u{feff}{}", "{\"prompt\": \"\\ud800\"}", "{} {}", deep.as_str()]
    {
        for path in [COMPLETIONS, CHATS, "/tokenize", "/detokenize"] {
            server.post_text(path, body).error(400);
        }
    }
    let mut stream = server.connect();
    let head = "POST /tokenize HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
        Content-Type: application/json\r\nContent-Length: 16\r\n\r\n";
    stream.write_all(head.as_bytes()).expect("the server reads");
    stream.write_all(b"{\"prompt\": \"\xff\xfe\"}").expect("the server reads");
    crate::support::read_reply(stream).error(400);
    // A value of two bytes takes a hundred when it is parsed.
    for (list, count) in [("0,", 74_000), ("[],", 15_000), ("{\"a\":[]},", 9_000)] {
        let body = format!("{{\"prompt\": [{}0]}}", list.repeat(count));
        for path in [COMPLETIONS, CHATS, "/tokenize"] {
            assert_eq!(server.post_text(path, &body).error(413)["code"], "request_too_large");
        }
    }
    let text = format!("{{\"prompt\": \"{}\"}}", ",[\\\"{".repeat(50_000));
    server.post_text("/tokenize", &text).ok();
    // A NUL is a character like any other.
    server.post_text("/tokenize", "{\"prompt\": \"a\\u0000b\"}").ok();
}

#[test]
fn routes_methods_types_and_sizes_are_checked() {
    let options = options_with(|options| options.limits.body_bytes = 1000);
    let server = Running::start(engine(chatty(cpu())), options);
    for path in ["/page", "/v1", "/v1/completions/", "/v1/embeddings", "/health/x", "/%2e%2e/etc"] {
        server.get(path).error(404);
    }
    for path in [COMPLETIONS, CHATS, "/tokenize", "/detokenize"] {
        let reply = server.get(path);
        reply.error(405);
        assert!(reply.head.contains("allow: post"), "{}", reply.head);
    }
    server.post("/v1/models", &json!({})).error(405);
    assert_eq!(server.get("/v1/models/%FF").error(400)["param"], "model");

    let typed = |kind: &str| {
        let body = completion("n", json!(1)).to_string();
        let length = body.len();
        server.send(&format!(
            "POST {COMPLETIONS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{kind}\
             Content-Length: {length}\r\n\r\n{body}"
        ))
    };
    for kind in ["", "Content-Type: text/plain\r\n", "Content-Type: application/jsonp\r\n"] {
        typed(kind).error(415);
    }
    for kind in ["application/json", "Application/JSON; charset=utf-8"] {
        typed(&format!("Content-Type: {kind}\r\n")).ok();
    }

    let fits = completion("user", json!("x".repeat(900)));
    server.post(COMPLETIONS, &fits).ok();
    server.post(COMPLETIONS, &completion("user", json!("x".repeat(1000)))).error(413);
    // Without a length it is counted as it comes.
    let chunk = format!("400\r\n{}\r\n", "x".repeat(1024));
    let chunked = format!(
        "POST {COMPLETIONS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{}0\r\n\r\n",
        chunk.repeat(3)
    );
    server.send(&chunked).error(413);
}

#[test]
fn request_timeout_ends_the_response_with_an_error() {
    let options = options_with(|options| {
        options.limits.timeouts.request = Some(Duration::from_millis(1));
    });
    let server = Running::start(engine(coder(plt_runtime::Reference::new())), options);
    let mut body = json!({"prompt": "a", "max_tokens": 200});
    let error = server.post(COMPLETIONS, &body).error(504);
    assert_eq!(error["code"], "timeout");
    assert_eq!(error["message"], "request timed out after 0.001 s (--request-timeout)");
    body["stream"] = true.into();
    let reply = server.post(COMPLETIONS, &body);
    let last: Value = serde_json::from_str(reply.data().last().expect("an event")).expect("JSON");
    assert_eq!(last["error"]["code"], "timeout");
    assert_eq!(crate::support::metric(&server.get("/metrics").body, "request_success_total"), 2.0);
}
