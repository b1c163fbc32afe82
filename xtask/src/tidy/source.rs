//! Patterns that are forbidden in sources.

use std::collections::BTreeSet;

use super::Finding;
use super::tree::Tree;

/// First folders of absolute paths that exist on one machine only.
const MACHINE_FOLDERS: [&str; 5] = ["Users", "home", "root", "tmp", "work"];

/// Absolute paths of a particular machine, in any text file.
pub fn absolute_paths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts() {
        for (number, line) in numbered(text) {
            findings.extend(
                absolute_path(line)
                    .map(|folder| Finding::at(path, number, format!("absolute path /{folder}"))),
            );
        }
    }
    findings
}

fn absolute_path(line: &str) -> Option<&str> {
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    line.match_indices('/').find_map(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + 1..]);
        // Behind one of these the slash is inside a relative path or an address.
        let inside = before.ends_with(|c| word(c) || "./~}>)*".contains(c));
        let end = after.find(|c| !word(c)).unwrap_or(after.len());
        (!inside && MACHINE_FOLDERS.contains(&&after[..end])).then_some(&after[..end])
    })
}

/// Tests and doc examples that are silently skipped.
pub fn ignored(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        for (number, line) in numbered(text) {
            let line = line.trim_start();
            let doc = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
            let fence = doc.and_then(|doc| doc.trim_start().strip_prefix("```"));
            if fence
                .is_some_and(|info| info.split([',', ' ']).any(|word| word.starts_with("ignore")))
            {
                findings.push(Finding::at(path, number, "an ignored example: make it run"));
            }
            let conditional = line.starts_with("#[cfg_attr(") && line.contains("ignore");
            if line.starts_with("#[ignore") || conditional {
                findings.push(Finding::at(path, number, "an ignored test: make it run"));
            }
        }
    }
    findings
}

/// Panics in library code, unless a comment beside or above names the `INVARIANT:` that excludes
/// them.
pub fn panics(tree: &Tree) -> Vec<Finding> {
    const PANICS: [&str; 6] =
        [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let libraries: Vec<String> = tree.libraries().map(|folder| format!("{folder}/src/")).collect();
    let test_files = test_files(tree);
    let mut findings = Vec::new();
    for (path, text) in tree.rust() {
        let library = libraries.iter().any(|folder| path.starts_with(folder.as_str()));
        if !library || test_files.contains(path) {
            continue;
        }
        let (lines, _) = without_tests(text);
        for (at, (number, line)) in lines.iter().enumerate() {
            let Some(panic) = PANICS.iter().find(|panic| code(line).contains(**panic)) else {
                continue;
            };
            let above = lines[..at].iter().rev().map(|(_, line)| *line);
            let mut comments = above.take_while(|line| line.trim_start().starts_with("//"));
            if !line.contains("// INVARIANT:")
                && !comments.any(|line| line.contains("// INVARIANT:"))
            {
                let what = format!("`{panic}` in library code without an `// INVARIANT:`");
                findings.push(Finding::at(path, *number, what));
            }
        }
    }
    findings
}

/// The planner is pure arithmetic over rows, without tensors and backends.
pub fn plan_is_arithmetic(tree: &Tree) -> Vec<Finding> {
    const PLAN: &str = "crates/plt-model/src/plan.rs";
    const TENSORS: [&str; 4] = ["Tensor", "Backend", "candle", "plt_backend"];
    let inside = |path: &str| path == PLAN || path.starts_with("crates/plt-model/src/plan/");
    let mut findings = Vec::new();
    if tree.text(PLAN).is_none() {
        findings.push(Finding::new(PLAN, "the planner is not where this rule looks for it"));
    }
    for (path, text) in tree.rust().filter(|(path, _)| inside(path)) {
        for (number, line) in numbered(text) {
            if let Some(name) = TENSORS.iter().find(|name| code(line).contains(**name)) {
                findings.push(Finding::at(path, number, format!("`{name}` in the planner")));
            }
        }
    }
    findings
}

/// Lines with their numbers, counted from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

/// The line without its comment.
fn code(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" //").next().unwrap_or("") }
}

/// The numbered lines that are not test code, and the names of test modules in other files.
///
/// This reads what rustfmt writes: an item ends with the first line of its own indentation that
/// ends in `}` or `;`.
pub(super) fn without_tests(text: &str) -> (Vec<(usize, &str)>, Vec<&str>) {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut kept = Vec::new();
    let mut modules = Vec::new();
    let mut lines = numbered(text);
    while let Some((number, line)) = lines.next() {
        if !is_test_attribute(line.trim()) {
            kept.push((number, line));
            continue;
        }
        for (_, inner) in lines.by_ref() {
            let declared = inner.trim().strip_suffix(';');
            if let Some((_, name)) = declared.and_then(|item| item.rsplit_once("mod ")) {
                modules.push(name);
            }
            if indent(inner) == indent(line) && inner.ends_with(['}', ';']) {
                break;
            }
        }
    }
    (kept, modules)
}

/// `#[cfg(test)]`, and the feature that exports tests.
fn is_test_attribute(line: &str) -> bool {
    let test = line.contains("test)") || line.contains("test,") || line.contains("\"conformance\"");
    line.starts_with("#[cfg(") && test && !line.contains("not(")
}

/// Files that are test code because of how they are declared.
pub(super) fn test_files(tree: &Tree) -> BTreeSet<&str> {
    let mut folders = Vec::new();
    for (path, text) in tree.rust() {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        // The modules of `a/b.rs` lie in `a/b`, those of a root or a `mod.rs` beside it.
        let beside = matches!(file, "lib.rs" | "main.rs" | "mod.rs");
        let home = if beside { folder } else { path.trim_end_matches(".rs") };
        folders.extend(without_tests(text).1.iter().map(|module| format!("{home}/{module}")));
    }
    let belongs = |path: &str, module: &str| {
        path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    };
    tree.paths().filter(|path| folders.iter().any(|module| belongs(path, module))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn absolute_paths_of_a_machine_are_found() {
        // `|` stands for the slash, or the rule would find this test.
        for bad in ["|tmp|x", "see |work", "a=\"|root|.cargo\"", "(|home|me|x)", "`|Users|me`"] {
            let bad = bad.replace('|', "/");
            assert_eq!(places(absolute_paths, &[("a.md", &bad)]), ["a.md:1"], "{bad}");
        }
        let good = "a/tmp/x ./tmp ~/work /workspace https://work/x ${HOME}/work and/or /etc/passwd";
        assert!(places(absolute_paths, &[("a.md", good)]).is_empty());
    }

    #[test]
    fn ignored_tests_and_examples_are_found() {
        for bad in [
            "/// ```ignore",
            "//! ```rust,ignore",
            "    /// ```ignore-wasm32",
            "#[ignore]",
            "    #[ignore = \"slow\"]",
            "#[cfg_attr(windows, ignore)]",
        ] {
            assert_eq!(places(ignored, &[("a.rs", bad)]), ["a.rs:1"], "{bad}");
        }
        for good in ["/// ```no_run", "/// ```", "// ignore", "let s = \"#[ignore]\";"] {
            assert!(places(ignored, &[("a.rs", good)]).is_empty(), "{good}");
        }
    }

    fn panic_places(text: &str) -> Vec<String> {
        places(panics, &[("kernels/cpu/src/lib.rs", text)])
    }

    #[test]
    fn panics_in_library_code_are_found() {
        for bad in ["x.unwrap();", "x.expect(\"\");", "panic!(\"\");", "unreachable!();", "todo!()"]
        {
            assert_eq!(
                panic_places(&format!("fn f() {{\n    {bad}\n}}\n")),
                ["kernels/cpu/src/lib.rs:2"]
            );
        }
        let outside =
            [("crates/plt-cli/src/main.rs", "x.unwrap();"), ("xtask/src/a.rs", "todo!()")];
        assert!(places(panics, &outside).is_empty());
    }

    #[test]
    fn invariant_beside_or_above_allows_one_panic() {
        assert!(panic_places("x.unwrap(); // INVARIANT: set above\n").is_empty());
        assert!(panic_places("// INVARIANT: set\n// above.\nx.unwrap();\n").is_empty());
        let apart = "// INVARIANT: set above.\ny();\nx.unwrap();\n";
        assert_eq!(panic_places(apart), ["kernels/cpu/src/lib.rs:3"]);
        assert_eq!(panic_places("x.unwrap(); // surely set\n"), ["kernels/cpu/src/lib.rs:1"]);
    }

    #[test]
    fn comments_and_tests_may_panic() {
        assert!(
            panic_places("/// x.unwrap();\n// panic!()\nx(); // as panic!() would\n").is_empty()
        );
        let test = "#[cfg(test)]\nmod tests {\n    fn e() {}\n    fn f() {\n        x.unwrap();\n    }\n}\n";
        assert!(panic_places(test).is_empty());
        let after = format!("{test}fn g() {{\n    y.unwrap();\n}}\n");
        assert_eq!(panic_places(&after), ["kernels/cpu/src/lib.rs:9"]);
        let not = test.replace("cfg(test)", "cfg(not(test))");
        assert_eq!(panic_places(&not), ["kernels/cpu/src/lib.rs:5"]);
        let feature = test.replace("cfg(test)", "cfg(feature = \"conformance\")");
        assert!(panic_places(&feature).is_empty());
    }

    #[test]
    fn files_declared_as_tests_may_panic() {
        let files = [
            ("kernels/cpu/src/lib.rs", "#[cfg(test)]\nmod tests;\nmod a;\nmod testing;\n"),
            ("kernels/cpu/src/tests.rs", "x.unwrap();\n"),
            ("kernels/cpu/src/tests/more.rs", "x.unwrap();\n"),
            ("kernels/cpu/src/testing.rs", "x.unwrap();\n"),
            (
                "kernels/cpu/src/a.rs",
                "#[cfg(any(test, feature = \"conformance\"))]\npub(crate) mod cases;\n",
            ),
            ("kernels/cpu/src/a/cases.rs", "x.unwrap();\n"),
            ("kernels/cpu/src/cases.rs", "x.unwrap();\n"),
        ];
        assert_eq!(
            places(panics, &files),
            ["kernels/cpu/src/cases.rs:1", "kernels/cpu/src/testing.rs:1"]
        );
    }

    #[test]
    fn tensors_in_the_planner_are_found() {
        let plan = "crates/plt-model/src/plan.rs";
        for bad in
            ["use candle_core::Device;", "fn f<B: Backend>() {}", "use plt_backend::KvShape;"]
        {
            assert_eq!(places(plan_is_arithmetic, &[(plan, bad)]), [format!("{plan}:1")], "{bad}");
        }
        let inner = ("crates/plt-model/src/plan/rule.rs", "struct A(Tensor);\n");
        assert_eq!(places(plan_is_arithmetic, &[(plan, ""), inner]), [format!("{}:1", inner.0)]);
        assert!(
            places(plan_is_arithmetic, &[(plan, "// no Tensor\nx(); // no Backend\n")]).is_empty()
        );
        assert_eq!(places(plan_is_arithmetic, &[]), [plan]);
    }
}
