//! Every source is compiled, every test runs.

use super::Finding;
use super::tree::Tree;

/// Sources that no module declares: rustc never reads them, and their tests never run.
pub fn orphans(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, _) in tree.rust() {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let is_root = |folder: &str| matches!(base(folder), "src" | "suite");
        if is_root(folder) && matches!(file, "lib.rs" | "main.rs") || base(folder) == "bin" {
            continue;
        }
        // The module's name, and the folder that its parent's modules lie in.
        let (home, module) = match file.trim_end_matches(".rs") {
            "mod" => folder.rsplit_once('/').unwrap_or(("", folder)),
            module => (folder, module),
        };
        let parents = if is_root(home) {
            [format!("{home}/lib.rs"), format!("{home}/main.rs")]
        } else {
            [format!("{home}/mod.rs"), format!("{home}.rs")]
        };
        let below_root = home.split('/').any(is_root);
        let declared = |parent: &String| declares(tree.text(parent).unwrap_or(""), module);
        if below_root && !parents.iter().any(declared) {
            findings.push(Finding::new(path, "no module declares this file"));
        }
    }
    findings
}

fn declares(text: &str, module: &str) -> bool {
    let declaration = format!("mod {module};");
    text.lines().filter_map(|line| line.trim().strip_suffix(&declaration)).any(|visibility| {
        visibility.is_empty() || visibility.starts_with("pub") && visibility.ends_with(' ')
    })
}

/// The last part of a path.
fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Settings in manifests that silently exclude tests, and test files without a target because of the
/// one such setting that is allowed.
pub fn hidden_targets(tree: &Tree) -> Vec<Finding> {
    /// Its suite declares every file, which the rule above checks.
    const TESTS: &str = "tests/Cargo.toml";
    const SETTINGS: [&str; 4] =
        ["required-features", "autotests = false", "test = false", "doctest = false"];
    let mut findings = Vec::new();
    for (path, text) in tree.manifests() {
        for (index, line) in text.lines().enumerate() {
            if let Some(setting) = SETTINGS.iter().find(|setting| line.starts_with(**setting))
                && (path, *setting) != (TESTS, "autotests = false")
            {
                let what = format!("`{setting}` leaves tests out in silence");
                findings.push(Finding::at(path, index + 1, what));
            }
        }
    }
    for (path, _) in tree.rust() {
        // `fuzz` is a workspace of its own.
        let held = ["src/", "suite/", "examples/", "fuzz/"];
        if let Some(inside) = path.strip_prefix("tests/")
            && !held.iter().any(|folder| inside.starts_with(folder))
        {
            findings.push(Finding::new(path, format!("no target of {TESTS} holds this file")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn sources_without_a_declaration_are_found() {
        let files = [
            ("kernels/src/lib.rs", "pub mod ops;\nmod view;\n// mod lost;\nmod unlost;\n"),
            ("kernels/src/view.rs", "pub(crate) mod stride;\n"),
            ("kernels/src/view/stride.rs", ""),
            ("kernels/src/lost.rs", ""),
            ("kernels/src/ops/mod.rs", "mod gate;\n"),
            ("kernels/src/ops/gate/mod.rs", ""),
            ("kernels/src/ops/gate/cpu.rs", ""),
            ("kernels/src/ops/linear/mod.rs", ""),
            ("kernels/src/unlost.rs", ""),
            ("kernels/examples/free.rs", ""),
            ("kernels/src/bin/free.rs", ""),
            ("tests/suite/main.rs", "mod a;\nmod b;\n"),
            ("tests/suite/a.rs", ""),
            ("tests/suite/b/mod.rs", ""),
            ("tests/suite/b/d.rs", ""),
            ("tests/suite/c.rs", ""),
        ];
        let expected = [
            "kernels/src/lost.rs",
            "kernels/src/ops/gate/cpu.rs",
            "kernels/src/ops/linear/mod.rs",
            "tests/suite/b/d.rs",
            "tests/suite/c.rs",
        ];
        assert_eq!(places(orphans, &files), expected);
    }

    #[test]
    fn settings_that_hide_tests_are_found() {
        for setting in ["required-features = [\"x\"]", "autotests = false", "test = false"] {
            let text = format!("[[test]]\n{setting}\n");
            let found = places(hidden_targets, &[("kernels/Cargo.toml", &text)]);
            assert_eq!(found, ["kernels/Cargo.toml:2"], "{setting}");
        }
        let suite = ("tests/Cargo.toml", "autotests = false\n");
        assert!(places(hidden_targets, &[suite, ("tests/suite/main.rs", "")]).is_empty());
        let found =
            places(hidden_targets, &[suite, ("tests/golden.rs", ""), ("tests/tests/a.rs", "")]);
        assert_eq!(found, ["tests/golden.rs", "tests/tests/a.rs"]);
    }
}
