//! `plt analyze`

mod support;

use std::path::Path;

use support::{fails, fixture, plt, run_json, stderr_line};

#[test]
fn analyze_prints_one_json_object() {
    let model = fixture("plt-r3-query-raw-bf16");
    let out = run_json(&["analyze", "--model", &model, "--prompt", "def add(a, b):", "--json"]);
    let ids = out["ids"].as_array().expect("ids");
    assert_eq!(out["tokens"], ids.len());
    assert_eq!(out["model"]["loops"], 3);
    let loops = out["loops"].as_array().expect("loops");
    assert_eq!(loops.len(), 3);
    assert!(loops[0]["state"].get("step_size").is_none(), "loop 0 has no step");
    assert!(loops[1]["state"]["step_size"]["mean"].as_f64().is_some_and(|mean| mean > 0.0));
    assert_eq!(loops[2]["layers"][1]["gate"]["mean"].as_array().map(Vec::len), Some(8));
    assert!(!out.to_string().contains("null"));
}

#[cfg(unix)]
#[test]
fn analyze_removes_its_report_on_ctrl_c() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = || std::fs::read_dir(folder.path()).expect("a folder").count();
    let report = folder.path().join("report.html");
    let ids = vec!["5"; 250].join(",");
    let mut analyze = support::command();
    analyze.args(["analyze", "--device", "reference", "--ids", &ids, "--report"]).arg(&report);
    let mut child = analyze.spawn().expect("plt starts");
    while there() == 0 {
        assert!(child.try_wait().expect("a state").is_none(), "it is at work");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill").success());
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    assert_eq!(there(), 0);
}

#[test]
fn analyze_limits_tokens_and_loops() {
    let model = fixture("plt-r2-hidden-w64");
    let args = ["analyze", "--model", &model, "--json", "--ids"];
    let cut = run_json(&[&args[..], &["5,6,7,8,9", "--max-tokens", "3"]].concat());
    let short = run_json(&[&args[..], &["5,6,7"]].concat());
    assert_eq!(cut, short);
    let single = run_json(&[&args[..], &["5,6,7", "--loops", "1"]].concat());
    assert_eq!(single["loops"].as_array().map(Vec::len), Some(1));
    // Loop 0 does not depend on later loops.
    assert_eq!(single["loops"][0]["layers"], short["loops"][0]["layers"]);
    assert_eq!(single["loops"][0]["output"], short["loops"][0]["output"]);
}

#[test]
fn analyze_prints_a_table_and_writes_a_report() {
    let model = fixture("plt-r2-query-sharded");
    let dir = tempfile::tempdir().expect("a folder");
    let report = dir.path().join("loops.html");
    std::fs::write(&report, "an older report, longer than nothing").expect("a file");
    let path = report.to_str().expect("a UTF-8 path");
    let text = "if a < b and b > c: pass # <script>alert(1)</script>";
    let output = plt(&["analyze", "--model", &model, "--prompt", text, "--report", path]);
    assert!(output.status.success(), "{}", stderr_line(&output));
    let table = String::from_utf8(output.stdout).expect("text");
    for line in ["loop 0", "loop 1", "Step size", "Gate, all layers", "Rank of the next token"] {
        assert!(table.contains(line), "{line} is not in: {table}");
    }
    let html = std::fs::read_to_string(&report).expect("a report");
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert!(html.contains("alert(1)&lt;/script&gt;") && !html.contains("<script>"));
    assert_eq!(entries(dir.path()), 1, "no temporary file");
}

#[test]
fn analyze_rejects_bad_ids_and_report_paths() {
    let model = fixture("plt-r1");
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().to_str().expect("a UTF-8 path");
    let args = ["analyze", "--model", &model];
    fails(&[&args[..], &["--ids", "1,300"]].concat(), &["300"]);
    fails(&[&args[..], &["--prompt", ""]].concat(), &["token"]);
    let missing = format!("{folder}/no/such/report.html");
    fails(&[&args[..], &["--ids", "1", "--report", &missing]].concat(), &["no/such/report.html"]);
    // A report cannot replace a folder; its temporary file is removed.
    std::fs::create_dir(dir.path().join("taken")).expect("a folder");
    let taken = format!("{folder}/taken");
    fails(&[&args[..], &["--ids", "1", "--report", &taken]].concat(), &["taken"]);
    assert_eq!(entries(dir.path()), 1);
}

fn entries(dir: &Path) -> usize {
    std::fs::read_dir(dir).expect("a folder").count()
}
