//! Chat templates: rendering, and the limits of hostile ones.

use std::collections::HashMap;
use std::path::Path;

use plt_model::checkpoint::GgufValue;
use plt_runtime::{ChatTemplate, Conversation, Error, Message, TemplateFiles};
use proptest::prelude::*;
use serde_json::Value;

fn message(role: &str, content: &str) -> Message {
    Message::new(role, content)
}

fn compile(source: &str) -> Result<ChatTemplate, Error> {
    ChatTemplate::new(source, "<s>", "</s>", Path::new("dir/tokenizer_config.json"))
}

fn render(source: &str) -> Result<String, Error> {
    let messages = [message("user", "a <b> & 'c' \"d\" é"), message("assistant", "yes")];
    compile(source).expect("a template").render(&messages, true)
}

fn rendered(source: &str) -> String {
    render(source).unwrap_or_else(|error| panic!("{source}: {error}"))
}

#[test]
fn chat_template_renders_the_fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("the fixtures") {
        let folder = entry.expect("an entry").path();
        if !folder.join("tokenizer.json").is_file() {
            continue;
        }
        let file = folder.join("tokenizer_config.json");
        let config = std::fs::read(&file).expect("a file");
        let template =
            ChatTemplate::from_tokenizer_config(&config, TemplateFiles::default(), &file);
        let template = template.expect("it compiles").expect("there is one");
        let expected = std::fs::read(folder.join("expected.json")).expect("a file");
        let expected: Value = serde_json::from_slice(&expected).expect("JSON");
        let chat = &expected["chat"];
        let messages: Vec<Message> =
            serde_json::from_value(chat["messages"].clone()).expect("messages");
        let text = template.render(&messages, true).expect("it renders");
        assert_eq!(Some(text.as_str()), chat["text"].as_str(), "{}", folder.display());
        let open = template.render(&messages, false).expect("it renders");
        assert!(text.starts_with(&open) && text.len() > open.len());
        seen += 1;
    }
    assert_eq!(seen, 16);
}

#[test]
fn chat_template_has_the_variables_of_hugging_face() {
    assert_eq!(rendered("{{ bos_token }}{{ messages[0].role }}{{ eos_token }}"), "<s>user</s>");
    assert_eq!(rendered("{{ messages[-1]['content'].upper() }}"), "YES");
    assert_eq!(
        rendered("{% if tools is not none %}tools{% endif %}{% if tools %}!{% endif %}"),
        ""
    );
    assert_eq!(
        rendered("{{ documents is none }}{{ nothing is defined }}{{ nothing }}"),
        "TrueFalse"
    );
    assert_eq!(rendered("{{ add_generation_prompt }}"), "True");
    assert_eq!(
        rendered(
            "{% for m in messages %}{% if loop.first %}{% continue %}{% endif %}{{ m.role }}{% endfor %}"
        ),
        "assistant"
    );
    assert_eq!(
        rendered("{{ '  x '.strip() }}{{ 'a b'.split()[1] }}{{ 'ab'.startswith('a') }}"),
        "xbTrue"
    );
}

#[test]
fn chat_template_trims_blocks() {
    let source = "{% for m in messages %}\n    {% if m.role %}\n{{ m.role }}\n    {% endif %}\n{% endfor %}\n";
    assert_eq!(rendered(source), "user\nassistant\n");
}

#[test]
fn tojson_writes_json_as_python_does() {
    // The output of Python's json.dumps(x, ensure_ascii=False).
    assert_eq!(
        rendered("{{ messages|tojson }}"),
        r#"[{"role": "user", "content": "a <b> & 'c' \"d\" é"}, {"role": "assistant", "content": "yes"}]"#
    );
    assert_eq!(
        rendered("{{ {'a': [1, 2.5, true, none], 'b': {}}|tojson }}"),
        r#"{"a": [1, 2.5, true, null], "b": {}}"#
    );
    assert_eq!(
        rendered("{{ {'a': [1, []], 'b': {'c': 'x\n'}}|tojson(indent=2) }}"),
        "{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {\n    \"c\": \"x\\n\"\n  }\n}"
    );
    assert_eq!(rendered("{{ [1]|tojson(indent=1) }}"), "[\n 1\n]");
    assert_eq!(rendered("{{ 'é'|tojson(ensure_ascii=false, indent=none) }}"), "\"é\"");
}

#[test]
fn strftime_now_formats_the_time() {
    let year: u32 = rendered("{{ strftime_now('%Y') }}").parse().expect("a year");
    assert!((2025..2200).contains(&year));
    assert_eq!(rendered("{{ strftime_now('%d %b %Y')|length }}"), "11");
    assert_eq!(rendered("{{ strftime_now('%Q %') }}"), "%Q %", "no directives");
}

#[test]
fn chat_template_reports_a_rejected_conversation() {
    let source = "{{ raise_exception('Roles must\nalternate: ' + messages[0].role) }}";
    let error = render(source).expect_err("it refuses");
    assert!(matches!(error, Error::Conversation { .. }), "{error:?}");
    assert_eq!(error.to_string().lines().count(), 1);
    assert!(error.to_string().contains("Roles must"), "{error}");
    // In a macro as well.
    let source = "{% macro f() %}{{ raise_exception('no') }}{% endmacro %}{{ f() }}";
    assert!(matches!(render(source), Err(Error::Conversation { reason }) if reason == "no"));
}

fn fails(source: &str) -> String {
    let error = render(source).expect_err("it fails");
    assert!(matches!(error, Error::Template { .. }), "{source}: {error:?}");
    let message = error.to_string();
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.starts_with("dir/tokenizer_config.json: "), "{message}");
    message
}

#[test]
fn chat_template_ignores_generation_marks() {
    let source = "{%- for m in messages -%}{% generation %}\n<{{ m.role }}>{%- endgeneration -%} \
                  {%- endfor %}";
    assert_eq!(rendered(source), "<user><assistant>");
    assert!(compile("{%}").is_err() && compile("{%").is_err());
    assert!(compile("{% generation %}").is_err(), "never ended");
    assert!(compile("{% generations %}{% endgenerations %}").is_err(), "something else");
}

#[test]
fn chat_template_stops_endless_templates() {
    for source in [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ range(999999999)|list|length }}",
        "{{ 'x' * 999999999 }}",
        "{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
        "{% for i in range(99999) %}{% set x %}{{ 'y' * 99999 }}{% endset %}{% endfor %}",
        "{{ ([1] * 99999999)|tojson|length }}",
        "{{ ([[]] * 99999999)|tojson|length }}",
        "{{ ([[1] * 99999999] * 99999999)|tojson|length }}",
    ] {
        fails(source);
    }
    let message =
        fails("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}");
    assert!(message.contains("fuel"), "{message}");
    assert!(fails("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}").contains("recursion"));
    assert!(fails("{% for i in range(50) %}{{ 'x' * 100000 }}{% endfor %}").contains("bytes"));
}

#[test]
fn chat_template_survives_deeply_nested_values() {
    // Ten levels per iteration. Dropping, printing and comparing recurse.
    let grow = |step: &str, then: &str| {
        let steps = format!("{{% set ns.x = {step} %}}").repeat(10);
        format!(
            "{{% set ns = namespace(x=[]) %}}{{% for i in range(99999) %}}{steps}{then}{{% endfor %}}"
        )
    };
    for step in ["[ns.x]", "(ns.x,)", "{'a': ns.x}", "dict(a=ns.x)", "namespace(a=ns.x)"] {
        assert!(fails(&grow(step, "")).contains("fuel"), "{step}");
        for then in ["{{ ns.x }}", "{{ ns.x|string|length }}", "{{ ns.x == [ns.x] }}"] {
            for turns in [100, 2000, 8000] {
                let then = format!("{{% if i == {turns} %}}{then}{{% break %}}{{% endif %}}");
                // Output or error: the process must survive.
                let _ = render(&grow(step, &then));
            }
        }
    }
    assert!(fails(&grow("[ns.x]", "{{ ns.x|tojson }}")).contains("levels"));
}

#[test]
fn tojson_rejects_wide_indentation() {
    for indent in ["4000000000", "9223372036854775807", "'x' * 4000000000", "[]"] {
        fails(&format!("{{{{ [1]|tojson(indent={indent}) }}}}"));
        fails(&format!("{{{{ [1]|tojson(false, {indent}) }}}}"));
    }
    assert_eq!(rendered("{{ 'é'|tojson(ensure_ascii=true) }}"), "\"\\u00e9\"");
    fails("{{ [1]|tojson(unheard_of=1) }}");
}

#[test]
fn chat_template_rejects_malformed_jinja() {
    for source in ["{% if %}", "{{", "{% for x in %}{% endfor %}", "{{ 1 + }}", "{% endif %}"] {
        let error = compile(source).expect_err("no template");
        assert!(matches!(error, Error::Template { .. }), "{error:?}");
        assert_eq!(error.to_string().lines().count(), 1);
    }
    fails("{{ messages|nonsense }}");
    fails("{{ messages|pprint }}");
    fails("{{ nonsense() }}");
    fails("{{ messages[0].a.b }}");
    fails("{% include 'other' %}");
}

fn from_config(text: &str) -> Result<Option<String>, Error> {
    let file = Path::new("tokenizer_config.json");
    let template =
        ChatTemplate::from_tokenizer_config(text.as_bytes(), TemplateFiles::default(), file)?;
    Ok(template.map(|template| template.render(&[], true).expect("it renders")))
}

#[test]
fn chat_template_reads_every_form_of_tokenizer_config() {
    let text = |config: &str| from_config(config).expect("a config");
    assert_eq!(text("{}"), None);
    assert_eq!(text(r#"{"chat_template": null}"#), None);
    assert_eq!(text(r#"{"chat_template": "x"}"#).as_deref(), Some("x"));
    let named = r#"{"chat_template": [
        {"name": "tool_use", "template": "tools"}, {"name": "default", "template": "plain"}
    ]}"#;
    assert_eq!(text(named).as_deref(), Some("plain"));
    let tokens = r#"{"chat_template": "{{ bos_token }}|{{ eos_token }}", "bos_token": "<a>",
        "eos_token": {"content": "<b>", "special": true}}"#;
    assert_eq!(text(tokens).as_deref(), Some("<a>|<b>"));
    let none = r#"{"chat_template": "{{ bos_token }}.", "bos_token": null}"#;
    assert_eq!(text(none).as_deref(), Some("."));
    for broken in ["", "[]x", "{\"chat_template\": 1}", "{\"bos_token\": 1}", "{"] {
        assert!(matches!(from_config(broken), Err(Error::Json { .. })), "{broken:?}");
    }
    let broken = TemplateFiles { special_tokens: Some(b"{"), ..TemplateFiles::default() };
    let file = Path::new("chat_template.jinja");
    for (config, files, name) in [
        ("{", TemplateFiles::default(), "tokenizer_config.json"),
        ("{}", broken, "special_tokens_map.json"),
    ] {
        let error = ChatTemplate::from_tokenizer_config(config.as_bytes(), files, file);
        let error = error.map(|_| ()).expect_err("no JSON").to_string();
        assert!(error.starts_with(name), "{error}");
    }
    let files = TemplateFiles { default: Some("{{ eos_token }}"), ..TemplateFiles::default() };
    let separate = ChatTemplate::from_tokenizer_config(tokens.as_bytes(), files, file);
    let separate = separate.expect("it compiles").expect("there is one");
    assert_eq!(separate.render(&[], false).expect("it renders"), "<b>");
}

#[test]
fn chat_template_reads_gguf_metadata() {
    let file = Path::new("m.gguf");
    let mut metadata = HashMap::new();
    assert!(ChatTemplate::from_gguf(&metadata, file).expect("nothing is wrong").is_none());
    let source = GgufValue::String("{{ bos_token }}|{{ eos_token }}".to_owned());
    metadata.insert("tokenizer.chat_template".to_owned(), source);
    let text = |metadata: &HashMap<String, GgufValue>| {
        let template = ChatTemplate::from_gguf(metadata, file).expect("it compiles");
        template.expect("there is one").render(&[], true).expect("it renders")
    };
    assert_eq!(text(&metadata), "|");
    let tokens = ["<s>", "</s>"].map(|token| GgufValue::String(token.to_owned()));
    metadata.insert("tokenizer.ggml.tokens".to_owned(), GgufValue::Array(tokens.to_vec()));
    metadata.insert("tokenizer.ggml.bos_token_id".to_owned(), GgufValue::U32(0));
    metadata.insert("tokenizer.ggml.eos_token_id".to_owned(), GgufValue::U32(7));
    assert_eq!(text(&metadata), "<s>|");
    metadata.insert("tokenizer.ggml.eos_token_id".to_owned(), GgufValue::I64(1));
    assert_eq!(text(&metadata), "<s>|</s>");
}

#[test]
fn chat_template_has_all_special_tokens_as_variables() {
    let source = "{{ pad_token }}{{ unk_token }}{{ additional_special_tokens }}{{ image_token }}\
                  {{ boi_token }}{{ sep_token is defined }}{{ add_bos_token is defined }}";
    let config = serde_json::json!({
        "chat_template": source, "pad_token": "<p>", "image_token": {"content": "<i>"},
        "additional_special_tokens": ["<x>", {"content": "<y>"}], "sep_token": null,
        "extra_special_tokens": {"boi_token": "<b>"}, "add_bos_token": true,
    });
    let map = br#"{"unk_token": {"content": "<u>"}, "pad_token": "other"}"#;
    let files = TemplateFiles { special_tokens: Some(map), ..TemplateFiles::default() };
    let config = config.to_string();
    let template =
        ChatTemplate::from_tokenizer_config(config.as_bytes(), files, Path::new("config"));
    let template = template.expect("it compiles").expect("there is one");
    let text = template.render(&[], false).expect("it renders");
    assert_eq!(text, "<p><u>['<x>', '<y>']<i><b>FalseFalse");
    // A variable of the request has precedence.
    let variables = serde_json::json!({"pad_token": "mine"}).as_object().cloned();
    let conversation = Conversation { variables: variables.as_ref(), ..Conversation::default() };
    let text = template.render(conversation, false).expect("it renders");
    assert!(text.starts_with("mine<u>"), "{text}");
}

#[test]
fn chat_template_named_tool_use_renders_tools() {
    let tools = [serde_json::json!({"type": "function", "function": {"name": "f"}})];
    let with_tools = Conversation { tools: &tools, ..Conversation::default() };
    let check = |template: &ChatTemplate| {
        assert_eq!(template.render(&[], false).expect("it renders"), "plain");
        assert_eq!(template.render(with_tools, false).expect("it renders"), "f");
    };
    let file = Path::new("tokenizer_config.json");
    let tool_use = "{{ tools[0].function.name }}";
    let named = format!(
        r#"{{"chat_template": [{{"name": "default", "template": "plain"}},
                               {{"name": "tool_use", "template": "{tool_use}"}}]}}"#
    );
    let config = |config: &str, files: TemplateFiles<'_>| {
        let template = ChatTemplate::from_tokenizer_config(config.as_bytes(), files, file);
        template.expect("it compiles").expect("there is one")
    };
    check(&config(&named, TemplateFiles::default()));
    let files = TemplateFiles { tool_use: Some(tool_use), ..TemplateFiles::default() };
    check(&config(r#"{"chat_template": "plain"}"#, files));
    check(&config("{}", TemplateFiles { default: Some("plain"), ..files }));
    let metadata =
        [("", "plain"), (".tool_use", tool_use), (".rag", "other")].map(|(name, text)| {
            (format!("tokenizer.chat_template{name}"), GgufValue::String(text.to_owned()))
        });
    let gguf = ChatTemplate::from_gguf(&metadata.into_iter().collect(), file);
    check(&gguf.expect("it compiles").expect("there is one"));
}

/// A conversation with a tool call whose arguments are `arguments`.
fn with_call(arguments: &str) -> Vec<Message> {
    let call = serde_json::json!({"id": "c", "type": "function",
        "function": {"name": "f", "arguments": arguments}});
    let messages = serde_json::json!([
        {"role": "user", "content": "q"},
        {"role": "assistant", "content": null, "tool_calls": [call]},
    ]);
    serde_json::from_value(messages).expect("messages")
}

#[test]
fn chat_template_gets_arguments_as_it_wants_them() {
    let object = r#"{"n":  9007199254740993, "x": 1.0, "s": "é"}"#;
    for (source, sent, expected) in [
        // Text joined with text.
        ("{{ 'f(' + c.arguments + ')' }}", object, format!("f({object})")),
        // Text as it is, which an object would print in Python's way.
        ("{{ c.arguments }}", object, object.to_owned()),
        ("{{ c.arguments|tojson }}", object, object.replace("  ", " ")),
        (
            "{% for k, v in c.arguments|items %}{{ k }}={{ v }};{% endfor %}",
            object,
            "n=9007199254740993;x=1.0;s=é;".to_owned(),
        ),
        (
            "{% if c.arguments is string %}{{ c.arguments }}{% else %}{{ c.arguments|tojson }}{% endif %}",
            object,
            object.replace("  ", " "),
        ),
        // Arguments that are no JSON stay as they were.
        ("{{ c.arguments|tojson }}", "oops", "\"oops\"".to_owned()),
        ("{{ c.arguments|tojson }}", "", "{}".to_owned()),
    ] {
        let source = format!(
            "{{% for m in messages %}}{{% if m.tool_calls %}}{{% set c = m.tool_calls[0].function %}}\
             {source}{{% endif %}}{{% endfor %}}"
        );
        let text = compile(&source).expect("a template").render(&with_call(sent), false);
        assert_eq!(text.expect("it renders"), expected, "{source}");
    }
}

#[test]
fn chat_template_tells_null_content_from_absent() {
    let source =
        "{% for m in messages %}{{ m.content is none }}{{ m.content is defined }} {% endfor %}";
    let messages = serde_json::json!([{"role": "a", "content": null}, {"role": "a"},
        {"role": "a", "content": ""}, {"role": "a", "content": [{"type": "text", "text": "t"}]}]);
    let messages: Vec<Message> = serde_json::from_value(messages).expect("messages");
    let render = |source: &str| compile(source).expect("a template").render(&messages, false);
    assert_eq!(render(source).expect("it renders"), "TrueTrue FalseFalse FalseTrue FalseTrue ");
    // A template that takes text only gets text.
    let joined = "{% for m in messages[:3] %}{{ m.role + m.content }}{% endfor %}";
    assert_eq!(render(joined).expect("it renders"), "aaa");
}

#[test]
fn chat_template_that_reads_parts_only_gets_text_as_a_part() {
    let loops = "{% for m in messages %}{{ m.role }}:{% for p in m.content %}\
                 {% if p.type == 'text' %}[{{ p.text }}]{% endif %}{% endfor %};{% endfor %}";
    let indexes = "{% for m in messages %}{{ m.role + ':' + m.content[0]['text'] }};{% endfor %}";
    let both = "{% for m in messages %}{{ m.role }}:{% if m.content is string %}{{ m.content }}\
                {% else %}{% for p in m.content %}[{{ p.text }}]{% endfor %}{% endif %};{% endfor %}";
    let messages = [message("system", "s"), message("user", "a\nb")];
    for (source, expected) in [
        (loops, "system:[s];user:[a\nb];"),
        (indexes, "system:s;user:a\nb;"),
        (both, "system:s;user:a\nb;"),
    ] {
        let text = compile(source).expect("a template").render(&messages, false);
        assert_eq!(text.expect("it renders"), expected, "{source}");
    }
    let parts = serde_json::json!([
        {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]},
        {"role": "assistant", "content": null},
    ]);
    let parts: Vec<Message> = serde_json::from_value(parts).expect("messages");
    let text = compile(loops).expect("a template").render(&parts, false);
    assert_eq!(text.expect("it renders"), "user:[a][b];assistant:;", "as sent");
    let developer = [message("developer", "be brief"), message("user", "q")];
    let text = compile(loops).expect("a template").render(&developer, false);
    assert_eq!(text.expect("it renders"), "system:[be brief];user:[q];");
}

#[test]
fn chat_template_never_loses_developer_messages() {
    let say = |role: &str, text: &str| message(role, text);
    let first = [say("developer", "be brief"), say("user", "q")];
    let later =
        [say("user", "q"), say("assistant", "a"), say("developer", "be brief"), say("user", "r")];
    let last = [say("user", "q"), say("developer", "be brief")];
    let knows = "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}{# developer #}";
    let system = "{% for m in messages %}{% if m.role == 'system' %}S:{{ m.content }}\
                  {% elif m.role == 'user' %}U:{{ m.content }}{% endif %}{% endfor %}";
    let only_first = "{% if messages[0].role == 'system' %}S:{{ messages[0].content }}{% endif %}\
                      {% for m in messages %}{% if m.role == 'user' %}U:{{ m.content }}{% endif %}{% endfor %}";
    let rejects = "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}\
                   {% if m.role == 'user' %}U:{{ m.content }}{% endif %}{% endfor %}";
    for (source, messages, expected) in [
        (knows, &first[..], "<developer>be brief<user>q"),
        (system, &first, "S:be briefU:q"),
        (system, &later, "U:qS:be briefU:r"),
        (only_first, &first, "S:be briefU:q"),
        (only_first, &later, "U:qU:be brief\n\nr"),
        (only_first, &last, "U:q\n\nbe brief"),
        (rejects, &first, "U:be brief\n\nq"),
    ] {
        let text = compile(source).expect("a template").render(messages, false);
        assert_eq!(text.expect("it renders"), expected, "{source}");
    }
    // A rejected system message of the request stays rejected.
    let error = compile(rejects).expect("a template").render(&[say("system", "s")], false);
    assert!(matches!(error, Err(Error::Conversation { .. })));
}

proptest! {
    #[test]
    fn chat_template_never_executes_content(role in any::<String>(), content in any::<String>()) {
        let template = compile("{% for m in messages %}{{ m.role }}:{{ m.content }};{% endfor %}");
        let text = template.expect("it compiles").render(&[message(&role, &content)], false);
        prop_assert_eq!(text.expect("it renders"), format!("{role}:{content};"));
    }

    #[test]
    fn tojson_output_parses_to_the_value(content in any::<String>(), indent in prop::option::of(0..17usize)) {
        let options = indent.map_or(String::new(), |indent| format!("(indent={indent})"));
        let template = compile(&format!("{{{{ messages|tojson{options} }}}}")).expect("it compiles");
        let text = template.render(&[message("user", &content)], false).expect("it renders");
        let back: Vec<Message> = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(back, [message("user", &content)]);
    }

    #[test]
    fn chat_template_compiles_or_rejects_any_source(source in "[{}%# a-z0-9.|()\\[\\]'\"=+*~,-]{0,60}") {
        if let Ok(template) = compile(&source) {
            let _ = template.render(&[message("user", "x")], true);
        }
    }
}
