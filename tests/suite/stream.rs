//! The shortest program that uses the library.

use std::process::Command;

use plt_runtime::Engine;
use plt_tests::fixture;

#[test]
fn stream_example_prints_an_answer_in_ten_lines() {
    let source = include_str!("../../crates/plt-runtime/examples/stream.rs");
    let code = |line: &&str| !line.is_empty() && !line.starts_with("//");
    assert!(source.lines().filter(code).count() <= 10);

    let (model, prompt) = (fixture::root().join("plt-r2-hidden-w64"), "def add(a, b):");
    let output = Command::new(env!("CARGO_BIN_EXE_stream")).arg(&model).arg(prompt).output();
    let output = output.expect("the example runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let engine = Engine::open(model.to_str().expect("UTF-8"), "cpu", Default::default());
    let engine = engine.expect("an engine");
    let events = engine.complete(prompt).expect("a request");
    let pieces: Vec<String> =
        events.map(|event| event.expect("an event").text().to_owned()).collect();
    assert!(pieces.len() > 2, "several events");
    assert!(!pieces.concat().is_empty());
    assert_eq!(String::from_utf8_lossy(&output.stdout), pieces.concat());
}
