use serde_json::{Value, json};

use super::*;

/// Returns a prepared schema without the options of the library.
fn prepared(schema: Value, closed: bool) -> Value {
    let Prepared { mut schema, .. } = prepare(&schema, closed).expect("a schema");
    if let Some(fields) = schema.as_object_mut() {
        fields.remove("x-guidance");
    }
    schema
}

fn path(schema: Value) -> String {
    prepare(&schema, false).err().expect("a fault").path.join(".")
}

#[test]
fn schema_leaves_out_annotations_and_keeps_properties() {
    let all = json!({
        "title": "t", "description": "d", "default": 1, "examples": [1], "example": 1,
        "$comment": "c", "deprecated": true, "readOnly": true, "writeOnly": true, "nullable": true,
        "contentEncoding": "base64", "contentMediaType": "a/b", "contentSchema": {},
        "discriminator": {}, "xml": {}, "externalDocs": {}, "type": "object",
    });
    let named =
        json!({"properties": {"title": {"title": "t"}, "default": {"const": {"title": 1}}}});
    assert_eq!(prepared(all, false), json!({"type": "object"}));
    let expected = json!({"properties": {"title": {}, "default": {"const": {"title": 1}}}});
    assert_eq!(prepared(named, false), expected);
}

#[test]
fn schema_drops_keywords_that_exclude_nothing() {
    for neutral in [
        json!({"format": "password"}),
        json!({"format": 3}),
        json!({"uniqueItems": false}),
        json!({"not": false}),
        json!({"if": {"type": "null"}}),
        json!({"then": false, "else": false}),
        json!({"minContains": 0, "contains": {"type": "null"}}),
        json!({"maxContains": 2}),
        json!({"dependentRequired": {}, "dependentSchemas": {}, "dependencies": {}}),
        json!({"unevaluatedItems": false}),
        json!({"unevaluatedProperties": true}),
        json!({"unevaluatedProperties": {}, "allOf": []}),
        json!({"propertyNames": {"type": "string"}}),
        json!({"propertyNames": true}),
        json!({"maxLength": 99_999_999}),
        json!({"minProperties": 0}),
        json!({"minimum": -1e308, "exclusiveMaximum": 1e308}),
        json!({"minimum": null, "type": null, "pattern": null, "properties": null}),
    ] {
        let mut left = prepared(neutral.clone(), true);
        left.as_object_mut().expect("an object").remove("allOf");
        assert_eq!(left, json!({}), "{neutral}");
    }
}

#[test]
fn schema_writes_keywords_by_others() {
    for (schema, expected) in [
        (json!({"unevaluatedProperties": false}), json!({"additionalProperties": false})),
        (json!({"minLength": 2.0}), json!({"minLength": 2})),
        (
            json!({"minimum": i64::MIN, "maximum": u64::MAX}),
            json!({"minimum": -9.2e18, "maximum": 9.2e18}),
        ),
        (json!({"minimum": 1e19, "maximum": 1e21}), json!({"minimum": 1e19, "maximum": 1e21})),
        (
            json!({"propertyNames": {"enum": ["a"]}, "additionalProperties": {"type": "null"}}),
            json!({"additionalProperties": false, "properties": {"a": {"type": "null"}}}),
        ),
        (
            json!({"propertyNames": {"$ref": "#/$defs/N"}, "$defs": {"N": {"const": "n"}}}),
            json!({"$defs": {"N": {"const": "n"}}, "properties": {"n": true}, "additionalProperties": false}),
        ),
        (
            json!({"propertyNames": {"type": "string", "pattern": "^x"}}),
            json!({"patternProperties": {"^x": true}, "additionalProperties": false}),
        ),
        (json!({"format": "date-time"}), json!({"maxLength": 35, "format": "date-time"})),
        (json!({"format": "email"}), json!({"maxLength": 254, "format": "email"})),
        (json!({"format": "uri", "maxLength": 9}), json!({"maxLength": 9, "format": "uri"})),
        (
            json!({"pattern": "^(?=a)b", "allOf": [{"type": "string"}]}),
            json!({"pattern": "^b", "allOf": [{"type": "string", "pattern": "^a"}, {"type": "string"}]}),
        ),
        (
            json!({"anyOf": [{"not": {}}, {"type": "null"}]}),
            json!({"anyOf": [false, {"type": "null"}]}),
        ),
        (
            json!({"required": ["b"], "patternProperties": {"^(b|c)$": {"type": "null"}, "^d": true},
                "properties": {"c": {"title": "C"}}}),
            json!({"required": ["b"], "patternProperties": {"^d": true}, "properties": {
                "b": {"allOf": [true, {"type": "null"}]}, "c": {"allOf": [{}, {"type": "null"}]}}}),
        ),
        (
            json!({"$ref": "#/components/A", "components": {"A": {"format": "x", "title": "t"}}}),
            json!({"$ref": "#/components/A", "components": {"A": {}}}),
        ),
    ] {
        assert_eq!(prepared(schema.clone(), false), expected, "{schema}");
    }
}

#[test]
fn closed_schema_closes_objects_unless_they_are_combined() {
    let object = |name: &str| json!({"properties": {name: true}});
    let closed = |name: &str| json!({"properties": {name: true}, "additionalProperties": false});
    let with = |mut schema: Value, more: Value| {
        let fields = schema.as_object_mut().expect("an object");
        fields.extend(more.as_object().expect("an object").clone());
        schema
    };
    let list = json!({"items": object("a")});
    assert_eq!(prepared(list.clone(), false), list);
    for (schema, expected) in [
        (list, json!({"items": closed("a")})),
        (json!({"type": "object"}), json!({"type": "object"})),
        (
            with(object("a"), json!({"required": ["a", "b"]})),
            json!({"properties": {"a": true, "b": true}, "required": ["a", "b"],
                "additionalProperties": false}),
        ),
        (
            json!({"anyOf": [object("a"), object("b")]}),
            json!({"anyOf": [closed("a"), closed("b")]}),
        ),
        (json!({"allOf": [object("a")]}), json!({"allOf": [closed("a")]})),
        (
            json!({"allOf": [object("a"), object("b")]}),
            json!({"allOf": [object("a"), object("b")]}),
        ),
        (
            with(object("a"), json!({"anyOf": [object("b"), object("c")]})),
            with(object("a"), json!({"anyOf": [object("b"), object("c")]})),
        ),
        (
            json!({"$ref": "#/$defs/A", "$defs": {"A": object("a")}}),
            json!({"$ref": "#/$defs/A", "$defs": {"A": closed("a")}}),
        ),
        (
            with(object("b"), json!({"$ref": "#/$defs/A", "$defs": {"A": object("a")}})),
            with(object("b"), json!({"$ref": "#/$defs/A", "$defs": {"A": object("a")}})),
        ),
        (
            json!({"$defs": {"A": {"$ref": "#/$defs/B"}, "B": object("b")},
                "allOf": [{"$ref": "#/$defs/A"}, object("c")]}),
            json!({"$defs": {"A": {"$ref": "#/$defs/B"}, "B": object("b")},
                "allOf": [{"$ref": "#/$defs/A"}, object("c")]}),
        ),
        (
            with(object("a"), json!({"additionalProperties": {"type": "null"}})),
            with(object("a"), json!({"additionalProperties": {"type": "null"}})),
        ),
    ] {
        assert_eq!(prepared(schema.clone(), true), expected, "{schema}");
    }
}

#[test]
fn schema_faults_have_the_path_of_the_part() {
    for (schema, expected) in [
        (json!(3), ""),
        (json!({"type": "text"}), "type"),
        (json!({"properties": {"a": {"items": {"enum": {}}}}}), "properties.a.items.enum"),
        (json!({"allOf": [{}, {"pattern": "["}]}), "allOf.1.pattern"),
        (json!({"oneOf": [{"maxItems": -1}, {"not": {}}]}), "oneOf.0.maxItems"),
        (json!({"required": "a"}), "required"),
        (json!({"$ref": 1}), "$ref"),
        (json!({"enum": [[{"a": 18446744073709551615_u64}]]}), "enum"),
        (json!({"items": {"propertyNames": {"maxLength": 3}}}), "items.propertyNames"),
        (json!({"prefixItems": [{"contains": {}}]}), "prefixItems.0.contains"),
        (json!({"additionalProperties": {"if": {}, "then": {}}}), "additionalProperties.if"),
    ] {
        assert_eq!(path(schema.clone()), expected, "{schema}");
    }
    let many: Map<String, Value> = (0..40).map(|n| (format!("^a{n}$"), json!({}))).collect();
    assert_eq!(path(json!({"patternProperties": many})), "patternProperties");
}

#[test]
fn schema_raises_the_limits_to_its_own_counts() {
    let limits = |schema: Value| prepare(&schema, false).expect("a schema").limits;
    assert_eq!(limits(json!({})), Limits::default());
    let own = json!({"items": {"maxProperties": 100}, "maxItems": 5000});
    assert_eq!(limits(own), Limits { members: 100, items: 5000, ..Limits::default() });
}

#[test]
fn schema_options_of_the_client_remain() {
    let options =
        |schema: Value| prepare(&schema, false).expect("a schema").schema["x-guidance"].clone();
    assert_eq!(options(json!({}))["whitespace_pattern"], WHITESPACE);
    let flexible = json!({"x-guidance": {"whitespace_flexible": false, "item_separator": ", "}});
    let expected =
        json!({"whitespace_flexible": false, "item_separator": ", ", "coerce_one_of": true});
    assert_eq!(options(flexible), expected);
    let lenient = json!({"x-guidance": {"lenient": true}, "not": {}});
    assert!(prepare(&lenient, false).is_ok());
}
