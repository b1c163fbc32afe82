//! Templates against jinja2's output, and hostile ones against the limits.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

use minijinja::Value;
use minijinja::value::Serde;
use serde_json::{Map, Value as Json};

use super::engine::Engine;
use super::functions;
use crate::error::Error;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates")
}

fn read(name: &str) -> String {
    let file = folder().join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn render(source: &str, variables: Map<String, Json>) -> Result<String, Error> {
    let file = Path::new("chat_template.jinja");
    Engine::new(source, file)?.render(Value::from(Serde(variables)), file)
}

fn rendered(source: &str) -> Result<String, String> {
    render(source, Map::new()).map_err(|error| error.to_string())
}

/// The lines of `goldens.jsonl`, see `generate.py` beside it.
#[test]
fn chat_template_renders_as_jinja2() {
    let goldens = read("goldens.jsonl");
    let mut lines = goldens.lines().map(|line| -> Map<String, Json> {
        serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"))
    });
    let head = lines.next().expect("the first line");
    let mut differing = BTreeMap::new();
    let mut count = 0;
    for line in lines {
        let mut variables = head["default"].as_object().expect("variables").clone();
        variables.extend(
            line.get("context")
                .and_then(Json::as_object)
                .into_iter()
                .flatten()
                .map(|(k, v)| (k.clone(), v.clone())),
        );
        variables.insert("documents".to_owned(), Json::Null);
        variables.insert(functions::NOW.to_owned(), head["seconds"].clone());
        let source = line["template"].as_str().expect("a template");
        let source = match source.strip_prefix("families/") {
            Some(_) => read(source),
            None => source.to_owned(),
        };
        let found = render(&source, variables);
        let expected = line.get("expected").and_then(Json::as_str);
        count += 1;
        if found.as_deref().ok() != expected {
            let name = line["name"].as_str().expect("a name").to_owned();
            let found = found.map_err(|error| error.to_string());
            differing.insert(name, format!("{source}\n  expected {expected:?}\n  found {found:?}"));
        }
    }
    assert!(count >= 400, "{count} templates");
    let listed: BTreeMap<String, String> =
        serde_json::from_str(&read("differences.json")).expect("reasons by name");
    let found: BTreeSet<&String> = differing.keys().collect();
    let report: Vec<String> =
        differing.iter().map(|(name, text)| format!("{name}: {text}")).collect();
    assert_eq!(found, listed.keys().collect(), "\n{}", report.join("\n"));
}

/// Templates that mean to take the process down, or all of its memory or time.
const HOSTILE: [&str; 46] = [
    "{{ '{:9000000000000000000}'.format(1) }}",
    "{{ '{:>99999999999999999999999}'.format('x') }}",
    "{{ '{:.999999999f}'.format(1.5) }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '%.9999999999f' % 1 }}",
    "{{ '%*d' % (9000000000000000000, 1) }}",
    "{{ '{0:{1}}'.format('x', 9000000000000000000) }}",
    "{{ 'x'.center(9000000000000000000) }}",
    "{{ 'x'.ljust(9000000000000000000) }}{{ 'x'.rjust(99999999999) }}",
    "{{ '7'.zfill(9000000000000000000) }}",
    "{{ 'a\tb'.expandtabs(9000000000000000000) }}",
    "{{ 'x' * 9000000000000000000 }}",
    "{{ 'x' * 64000000 ~ 'x' * 64000000 }}",
    "{{ [0] * 9000000000000000000 }}",
    "{{ (0,) * 99999999 }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}",
    "{% set ns = namespace(x='x') %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}",
    "{% set ns = namespace(x='x') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x|length }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|string }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ '' ~ ns.x }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|tojson }}",
    "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
    "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x < ns.y }}",
    "{% set ns = namespace(x=(1,)) %}{% for i in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ {ns.x: 1} }}",
    "{% set ns = namespace(x=(1,)) %}{% for i in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ {'a': 1}[ns.x] }}{{ '%s' % ns.x }}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{% for i in range(2) %}{{ loop.changed(ns.x) }}{% endfor %}",
    "{% for i in range(999999999) %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% set s = 'x' * 100000 %}{{ s.replace('x', s) }}",
    "{% set s = 'x' * 100000 %}{{ s.replace('', s) }}",
    "{% set s = 'x' * 100000 %}{{ s.join(s|list) }}",
    "{% set s = 'x' * 100000 %}{{ s|list|join(s) }}",
    "{{ 'a\nb'|indent(9000000000000000000) }}",
    "{{ ('\n' * 100000)|indent('x' * 100000, blank=true) }}",
    "{{ [1]|tojson(indent=9000000000000000000) }}",
    "{{ ([[]] * 50000)|tojson(indent=999999) }}",
    "{{ [1]|batch(9000000000000000000, 0) }}",
    "{{ [1]|slice(9000000000000000000)|list }}",
    "{{ 'x'|center(9000000000000000000) }}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{{ caller() }}{% endmacro %}{% macro g() %}{% call f() %}{{ g() }}{% endcall %}{% endmacro %}{{ g() }}",
    "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
    "{{ strftime_now('%9000000000000000000Y' * 9999) }}{{ strftime_now('%999999999Y') }}",
    "{% set ns = namespace(x='%' * 60000) %}{% for i in range(99999) %}{{ ns.x.urlencode }}{{ ns.x|urlencode|length }}{% endfor %}",
    "{% for i in range(3) %}{{ loop.cycle() }}{% endfor %}",
];

#[test]
fn chat_template_stops_hostile_templates() {
    for source in HOSTILE {
        let start = Instant::now();
        let error = rendered(source).expect_err(source);
        // Seconds on a busy machine with a debug build; without limits, hours.
        assert!(start.elapsed() < Duration::from_secs(20), "{source}: {:?}", start.elapsed());
        assert!(error.starts_with("chat_template.jinja: "), "{source}: {error}");
        assert!(error.len() < 400, "{source}: {error}");
        assert!(!error.contains("panicked"), "{source}: {error}");
    }
}

#[test]
fn chat_template_stops_hostile_sources() {
    let deep = |before: &str, after: &str| before.repeat(200_000) + after;
    for source in [
        deep("{{ not ", ""),
        format!("{{{{ {}1 }}}}", "not ".repeat(200_000)),
        format!("{{{{ {}1 }}}}", "not ".repeat(3_000)),
        format!("{{{{ {}1 }}}}", "-".repeat(200_000)),
        format!("{{{{ {}1 }}}}", "- ".repeat(8_000)),
        format!("{{{{ {} }}}}", "(".repeat(200_000)),
        format!("{{{{ {} }}}}", "[".repeat(10_000)),
        format!("{{{{ 1{} }}}}", "+1".repeat(200_000)),
        format!("{{{{ 1{} }}}}", "|abs".repeat(100_000)),
        format!("{{{{ x{} }}}}", ".a".repeat(200_000)),
        format!("{{{{ x{} }}}}", " if 1 else 2".repeat(50_000)),
        "{% if x %}".repeat(100_000),
        format!("{{% if x %}}{}{{% endif %}}", "{% elif x %}".repeat(80_000)),
        "{% for x in y %}".repeat(60_000),
        "{% macro f() %}".repeat(60_000),
        "x".repeat(5 << 20),
        "{#".repeat(400_000),
        "{% raw %}".repeat(100_000),
        "{{ '".repeat(200_000),
        "{{ {".repeat(200_000),
    ] {
        let start = Instant::now();
        // An error or, of a template that is merely long, its output: the process lives.
        if let Err(error) = rendered(&source) {
            assert!(error.starts_with("chat_template.jinja: "), "{error}");
            assert!(!error.contains("panicked"), "{error}");
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{}", &source[..20]);
    }
    // As long as a tag may be: the stack suffices.
    for expression in ["1", "x", "''"] {
        for link in ["+1", "|abs", ".a", "[0]", "()", " if 1", " and 1", "~1", "==1", "-1", "**1"] {
            let links = link.repeat((15 << 10) / link.len());
            let _ = rendered(&format!("{{{{ {expression}{links} }}}}"));
        }
    }
    let chain = "{% elif x %}".repeat(4000);
    assert!(rendered(&format!("{{% if x %}}{chain}{{% endif %}}")).is_ok());
}
