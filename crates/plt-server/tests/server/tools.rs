//! Tool calls, with chat templates that have a format for them.

use plt_runtime::TextModel;
use serde_json::{Value, json};

use crate::support::{Running, chatty, cpu, engine, load, options};

const CHATS: &str = "/v1/chat/completions";

/// The built-in model with a chat template that shows tools in one of the formats.
fn with_template(call: &str) -> TextModel<plt_runtime::Cpu> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in plt_tiny_coder::FILES {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    let template = format!(
        "{{% for m in messages %}}{{{{ m.role }}}}: {{{{ m.content }}}}\
         {{% for c in m.tool_calls or [] %}}{{{{ c.function.name }}}}\
         ={{{{ c.function.arguments.count }}}}{{% endfor %}}{{% endfor %}}\
         {{% if tools %}}{{% for t in tools %}}{{{{ t.function.name }}}}{{% endfor %}} {call}{{% endif %}}\
         {{% if shout %}}!{{{{ shout }}}}{{% endif %}}"
    );
    std::fs::write(folder.path().join("chat_template.jinja"), template).expect("written");
    load(cpu(), plt_runtime::ModelFiles::open(folder.path()))
}

fn tools() -> Value {
    json!([
        {"type": "function", "function": {"name": "look", "parameters": {
            "type": "object", "properties": {
                "count": {"type": "integer", "minimum": 0, "maximum": 9},
                "word": {"enum": ["a", "b"]}},
            "required": ["count", "word"], "additionalProperties": false}}},
        {"type": "function", "function": {"name": "stop", "description": "ends it",
            "parameters": {"additionalProperties": false}}},
        {"type": "function", "function": {"name": "nest", "parameters": {
            "type": "object", "properties": {"x": {"$ref": "#/$defs/X"}}, "required": ["x"],
            "additionalProperties": false, "$defs": {"X": {"enum": ["q"]}}}}},
    ])
}

fn body(choice: Value) -> Value {
    json!({
        "messages": [{"role": "user", "content": "Go."}], "tools": tools(), "tool_choice": choice,
        "parallel_tool_calls": false, "max_tokens": 120, "seed": 1, "temperature": 1,
    })
}

fn named(name: &str) -> Value {
    json!({"type": "function", "function": {"name": name}})
}

#[test]
fn required_tool_calls_follow_the_schema() {
    let server = Running::start(engine(with_template("<tool_call>")), options());
    for choice in [json!("required"), named("look"), named("stop"), named("nest")] {
        let mut body = body(choice);
        let whole = server.post(CHATS, &body).ok();
        let choice = &whole["choices"][0];
        assert_eq!(choice["finish_reason"], "tool_calls", "{choice}");
        assert_eq!(choice["message"]["content"], Value::Null);
        let call = &choice["message"]["tool_calls"][0];
        assert_eq!((&call["type"], &call["index"]), (&json!("function"), &Value::Null));
        assert!(call["id"].as_str().is_some_and(|id| id.starts_with("call_")));
        let arguments = call["function"]["arguments"].as_str().expect("a string");
        let arguments: Value = serde_json::from_str(arguments).expect("JSON");
        if call["function"]["name"] == "look" {
            assert!(arguments["count"].as_u64().is_some_and(|count| count <= 9));
            assert!(arguments["word"] == "a" || arguments["word"] == "b");
        } else {
            let expected = [("stop", json!({})), ("nest", json!({"x": "q"}))];
            let expected = expected.iter().find(|(name, _)| call["function"]["name"] == *name);
            assert_eq!(arguments, expected.expect("one of the tools").1);
        }

        body["stream"] = true.into();
        let chunks = server.post(CHATS, &body).chunks();
        let choices: Vec<&Value> = chunks.iter().map(|chunk| &chunk["choices"][0]).collect();
        let calls: Vec<&Value> =
            choices.iter().filter_map(|choice| choice["delta"]["tool_calls"].get(0)).collect();
        assert_eq!(calls.len(), 1, "{chunks:?}");
        assert_eq!((&calls[0]["index"], &calls[0]["function"]), (&json!(0), &call["function"]));
        assert_eq!(choices.last().expect("an end")["finish_reason"], "tool_calls");
    }
}

#[test]
fn tool_calls_use_the_format_of_the_template() {
    let server = Running::start(engine(with_template("<tool_call><function=")), options());
    let answer = server.post(CHATS, &body(named("stop"))).ok();
    let call = &answer["choices"][0]["message"]["tool_calls"][0]["function"];
    assert_eq!(call, &json!({"name": "stop", "arguments": "{}"}));
}

#[test]
fn chat_templates_see_tools_calls_and_variables() {
    let server = Running::start(engine(with_template("<tool_call>")), options());
    let tokens = |body: &Value| {
        let mut body = body.clone();
        body["max_tokens"] = 1.into();
        server.post(CHATS, &body).ok()["usage"]["prompt_tokens"].as_u64().expect("a count")
    };
    let plain = json!({"messages": [{"role": "user", "content": "Go."}]});
    let mut with_tools = plain.clone();
    with_tools["tools"] = tools();
    assert!(tokens(&with_tools) > tokens(&plain));
    let ids = server.post("/tokenize", &with_tools).ok()["tokens"].clone();
    assert_eq!(ids.as_array().expect("ids").len() as u64, tokens(&with_tools));
    with_tools["tool_choice"] = "none".into();
    assert_eq!(
        tokens(&with_tools),
        tokens(&plain),
        "tools that may not be called are not in the prompt"
    );
    let mut shouting = plain.clone();
    shouting["chat_template_kwargs"] = json!({"shout": "!!! a variable"});
    assert!(tokens(&shouting) > tokens(&plain));
    let turns = json!({"messages": [
        {"role": "user", "content": "Go."},
        {"role": "assistant", "content": null, "tool_calls": [{"id": "x", "type": "function",
            "function": {"name": "look", "arguments": "{\"count\": 4}"}}]},
        {"role": "tool", "tool_call_id": "x", "content": "nothing there"},
    ]});
    assert!(tokens(&turns) > tokens(&plain) + 3);
}

#[test]
fn invalid_tools_are_rejected_by_name() {
    let server = Running::start(engine(with_template("<tool_call>")), options());
    let mut deep = body(json!("required"));
    deep["tools"][0]["function"]["parameters"] = crate::responses::chain(5_000);
    assert_eq!(server.post(CHATS, &deep).error(400)["param"], "tools");
    for (field, value) in [
        ("tools", json!({})),
        ("tools", json!(vec![tools()[0].clone(); 129])),
        ("tool_choice", json!("look")),
        ("tool_choice", named("other")),
        ("parallel_tool_calls", json!(1)),
        ("response_format", json!({"type": "json_object"})),
        ("chat_template_kwargs", json!({"messages": []})),
        ("chat_template_kwargs", json!([])),
    ] {
        let mut body = body(json!("auto"));
        body[field] = value.clone();
        assert_eq!(server.post(CHATS, &body).error(400)["param"], field, "{value}");
    }
    // Many large tools are accepted; then the prompt is too long.
    let tool = |i: usize| {
        let text = "a long description of its purpose; ".repeat(80);
        json!({"type": "function", "function": {"name": format!("f{i}"), "description": text}})
    };
    let mut many = body(json!("required"));
    many["tools"] = (0..100).map(tool).collect();
    many["messages"] = json!([{"role": "user", "content": ""}]);
    let error = server.post(CHATS, &many).error(400);
    assert_eq!(error["code"], "context_length_exceeded", "{error}");

    let without = Running::start(engine(chatty(cpu())), options());
    let error = without.post(CHATS, &body(json!("auto"))).error(400);
    assert_eq!(
        (&error["param"], &error["code"]),
        (&json!("tools"), &json!("unsupported_parameter"))
    );
}
