//! Structured output: what ends, what is accepted, and the errors of schemas.

use serde_json::{Value, json};

use crate::support::{Reply, Running, coder, cpu, engine, options};

const COMPLETIONS: &str = "/v1/completions";

fn start() -> Running {
    Running::start(engine(coder(cpu())), options())
}

fn ask(server: &Running, schema: Value, strict: bool, more: Value) -> Reply {
    let format = json!({"name": "x", "schema": schema, "strict": strict});
    let mut body = json!({
        "prompt": "x = ", "temperature": 0, "max_tokens": 2,
        "response_format": {"type": "json_schema", "json_schema": format},
    });
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    server.post(COMPLETIONS, &body)
}

/// Returns a bias of the model to the tokens of these strings.
fn bias(server: &Running, texts: &[&str]) -> Value {
    let first = |text: &&str| {
        let body = json!({"prompt": text, "add_special_tokens": false});
        server.post("/tokenize", &body).ok()["tokens"][0].to_string()
    };
    texts.iter().map(|text| (first(text), json!(100))).collect()
}

#[test]
fn structured_output_ends_for_a_model_that_repeats_itself() {
    let server = start();
    let tree = json!({"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties": {
        "c": {"type": "array", "items": {"$ref": "#/$defs/T"}}}}}});
    let flag = json!({"properties": {"a": {"type": "boolean"}}, "required": ["a"],
        "additionalProperties": false, "type": "object"});
    for (liked, schema) in [
        (&["\n"][..], flag.clone()),
        (&[" "], flag.clone()),
        (&["\t", "\n"], flag),
        (&["1"], json!({"type": "integer"})),
        (&["1"], json!({"type": "integer", "minimum": 10})),
        (&["1", "."], json!({"type": "number"})),
        (&["1", "e"], json!({"type": "number"})),
        (&["0", "."], json!({"type": "number", "exclusiveMinimum": 0, "maximum": 1})),
        (&["1", "."], json!({"anyOf": [{"type": "number"}, {"type": "null"}]})),
        (&["[", "{"], json!({})),
        (&["{", "\"c", "[", "\":"], tree),
        (&["1"], json!({"type": "string", "format": "date-time"})),
        (&["1"], json!({"type": "string", "pattern": "^[0-9]+$"})),
    ] {
        let bias = bias(&server, liked);
        let more = json!({"max_tokens": 250, "logit_bias": bias});
        let answer = ask(&server, schema.clone(), true, more).ok();
        let choice = &answer["choices"][0];
        assert_eq!(choice["finish_reason"], "stop", "{liked:?} {schema}: {choice}");
        let text = choice["text"].as_str().expect("text");
        serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    }
    // Values that the schema demands may be longer than the bounds.
    let long = json!({"const": [1e30, {"a": [[1.25]]}], "minItems": 2});
    let text =
        ask(&server, long, false, json!({"max_tokens": 200})).ok()["choices"][0]["text"].clone();
    let value: Value = serde_json::from_str(text.as_str().expect("text")).expect("JSON");
    assert_eq!(value, json!([1e30, {"a": [[1.25]]}]));
}

#[test]
fn objects_that_list_their_properties_are_closed() {
    let server = start();
    let with_blanks = |mut schema: Value| {
        schema["x-guidance"] = json!({"whitespace_flexible": false});
        schema
    };
    let one = with_blanks(json!({"type": "object", "properties": {"a": {"enum": [1]}}}));
    let both = with_blanks(json!({"allOf": [
        {"$ref": "#/$defs/A"},
        {"type": "object", "properties": {"b": {"enum": [2]}}, "required": ["b"]},
    ], "$defs": {"A": {"type": "object", "properties": {"a": {"enum": [1]}}, "required": ["a"]}}}));
    let bias = bias(&server, &["\"", ","]);
    let more = json!({"max_tokens": 40, "logit_bias": bias});
    let write = |schema: &Value, strict| {
        let answer = ask(&server, schema.clone(), strict, more.clone()).ok();
        answer["choices"][0]["text"].as_str().expect("text").to_owned()
    };
    assert_eq!(write(&one, true), r#"{"a":1}"#);
    assert_ne!(write(&one, false), r#"{"a":1}"#);
    // Schemas that are combined are not closed: no object would fit both.
    assert!(write(&both, true).starts_with(r#"{"a":1,"b":2"#));
}

#[test]
fn structured_output_accepts_schemas_as_they_are_written() {
    let server = start();
    let string = |more: Value| {
        let mut schema = json!({"type": "string"});
        schema.as_object_mut().expect("an object").extend(more.as_object().expect("one").clone());
        schema
    };
    let overlap = json!({"type": "object", "properties": {"mark": {"type": "integer", "maximum": 9}},
        "required": ["mark"], "additionalProperties": false,
        "patternProperties": {"^mark$": {"type": "integer", "minimum": 3}}});
    let closed = json!({"type": "object", "properties": {"a": {"type": "null"}},
        "unevaluatedProperties": false, "propertyNames": {"type": "string"}, "dependentRequired": {}});
    for schema in [
        string(json!({"format": "password"})),
        string(json!({"format": "decimal", "title": "T", "description": "d", "default": "x",
            "examples": ["y"], "$comment": "c", "deprecated": true, "readOnly": true,
            "writeOnly": false, "contentEncoding": "base64", "contentMediaType": "image/png",
            "contentSchema": {"type": "object"}, "x-order": 1, "minLength": null})),
        string(json!({"pattern": "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"})),
        string(json!({"pattern": "^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$", "maxLength": 12})),
        string(json!({"maxLength": 99999999999_u64})),
        string(json!({"minLength": 1.0, "maxLength": 4.0})),
        string(json!({"format": "time"})),
        string(json!({"format": "duration", "pattern": "^P"})),
        json!({"type": "integer", "format": "int64", "uniqueItems": false}),
        json!({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^a(?=b)"}]}),
        json!({"oneOf": [{"type": "number"}, {"type": "integer"}]}),
        json!({"type": "array", "items": {"enum": [1]}, "maxItems": 4_000_000_000_u64}),
        json!({"type": "object", "propertyNames": {"enum": ["a", "b"]}, "additionalProperties": {"enum": [1]}}),
        json!({"type": "object", "propertyNames": {"pattern": "^k[0-9]$"}}),
        json!({"$ref": "#/components/schemas/A", "components": {"schemas": {"A": {
            "type": "string", "format": "binary"}}}}),
        json!({"enum": (0..10_000).map(|n| format!("v{n}")).collect::<Vec<_>>()}),
        json!({"type": "object", "properties": {"grüße 日本": {"enum": ["é"]}}, "required": ["grüße 日本"]}),
        json!({"properties": {"pattern": {"type": "integer"}, "title": {"enum": ["default"]}}}),
        json!({}),
        overlap,
        closed,
    ] {
        ask(&server, schema.clone(), true, json!({})).ok();
        ask(&server, schema, false, json!({})).ok();
    }
}

#[test]
fn names_that_only_a_pattern_has_end() {
    let server = start();
    let schema = json!({"type": "object", "properties": {"mark": {"type": "integer"}},
        "required": ["mark"], "additionalProperties": false,
        "patternProperties": {"^mark$": {"type": "integer", "minimum": 7, "maximum": 7}}});
    let bias = bias(&server, &[","]);
    let answer = ask(&server, schema, false, json!({"max_tokens": 60, "logit_bias": bias})).ok();
    let text = answer["choices"][0]["text"].as_str().expect("text").to_owned();
    assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), json!({"mark": 7}));
}

#[test]
fn schema_errors_name_the_part() {
    let server = start();
    let in_a =
        |part: Value| json!({"type": "object", "properties": {"a": part}, "required": ["a"]});
    for (schema, place) in [
        (json!({"type": "strange"}), ".type"),
        (in_a(json!({"type": "string", "pattern": "^a(?=b)c$"})), ".properties.a.pattern"),
        (in_a(json!({"type": "string", "pattern": "(a)\\1"})), ".properties.a.pattern"),
        (in_a(json!({"type": "string", "pattern": 3})), ".properties.a.pattern"),
        (in_a(json!({"not": {"type": "string"}})), ".properties.a.not"),
        (in_a(json!({"type": "array", "uniqueItems": true})), ".properties.a.uniqueItems"),
        (in_a(json!({"anyOf": [{"type": "any"}]})), ".properties.a.anyOf[0].type"),
        (in_a(json!({"minLength": -1})), ".properties.a.minLength"),
        (in_a(json!({"enum": 3})), ".properties.a.enum"),
        (in_a(json!({"const": 9007199254740993_u64})), ".properties.a.const"),
        (in_a(json!({"properties": []})), ".properties.a.properties"),
        (in_a(json!({"type": "integer", "minimum": "1"})), ".properties.a"),
        (in_a(json!({"type": "string", "minLength": 3, "maxLength": 2})), ".properties.a"),
        (json!({"$defs": {"X": {"if": {}, "then": false}}, "$ref": "#/$defs/X"}), ".$defs.X.if"),
        (json!({"type": "array", "items": 3}), ".items"),
        (json!({"patternProperties": {"^(?!a)": {}}}), ".patternProperties.^(?!a)"),
    ] {
        let error = ask(&server, schema.clone(), false, json!({})).error(400);
        assert_eq!(error["param"], "response_format", "{schema}");
        let message = error["message"].as_str().expect("a message");
        let expected = format!("response_format.json_schema.schema{place}: ");
        assert!(message.starts_with(&expected), "{schema}: {message}");
    }
}
