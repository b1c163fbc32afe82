//! Imports inside `kernels/`: no backend uses another, and no folder of a backend uses one above it.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use super::Finding;
use super::source::{test_files, without_tests};
use super::tree::Tree;

/// The crates of the packages in `kernels/`, by folder. Each may use the contract and itself.
const PACKAGES: [(&str, &str); 4] = [
    ("contract", "plt_backend"),
    ("reference", "plt_reference"),
    ("cpu", "plt_cpu"),
    ("gpu", "plt_kernels"),
];
const CONTRACT: &str = "plt_backend";
/// Tests of every package may compare with the reference.
const REFERENCE: &str = "plt_reference";

/// The modules of the larger backends from the lowest to the highest: a module may use lower ones.
const LAYERS: [(&str, &[&str]); 2] = [
    (
        "cpu",
        &[
            "memory",
            "threads",
            "simd",
            "weights",
            "device",
            "cache",
            "linear",
            "attention",
            "layer",
            "backend",
        ],
    ),
    (
        "gpu",
        &[
            "device",
            "weight",
            "cache",
            "batch",
            "linear",
            "rows",
            "attention",
            "backend",
            "sources",
        ],
    ),
];

/// Uses of another backend's crate.
pub fn backends(tree: &Tree) -> Vec<Finding> {
    let tests = test_files(tree);
    let mut findings = Vec::new();
    for (folder, own) in PACKAGES {
        let root = format!("kernels/{folder}/");
        for (path, text) in tree.rust().filter(|(path, _)| path.starts_with(&root)) {
            let is_source = path.starts_with(&format!("{root}src/")) && !tests.contains(path);
            let code = code(text);
            for (line, name) in
                names(text).filter(|(_, name)| PACKAGES.iter().any(|p| p.1 == *name))
            {
                let in_test = !is_source || !code.contains(&line);
                let allowed = [own, CONTRACT].contains(&name) || in_test && name == REFERENCE;
                if !allowed {
                    let what = format!("{own} must not use {name}: share code in {CONTRACT}");
                    findings.push(Finding::at(path, line, what));
                }
            }
        }
    }
    findings
}

/// Uses of a module by one that is below it.
pub fn layers(tree: &Tree) -> Vec<Finding> {
    let tests = test_files(tree);
    let mut findings = Vec::new();
    for (package, layers) in LAYERS {
        let src = format!("kernels/{package}/src/");
        if !tree.exists(src.trim_end_matches('/')) {
            continue;
        }
        let is_module = |name: &str| {
            tree.exists(&format!("{src}{name}.rs")) || tree.exists(&format!("{src}{name}/mod.rs"))
        };
        for layer in layers.iter().filter(|layer| !is_module(layer)) {
            findings.push(Finding::new(&src, format!("there is no module `{layer}`")));
        }
        for (path, text) in tree.rust().filter(|(path, _)| !tests.contains(path)) {
            let Some(inside) = path.strip_prefix(&src) else { continue };
            let own = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
            if own == "lib" {
                continue;
            }
            let place = |name: &str| layers.iter().position(|layer| *layer == name);
            let Some(own_place) = place(own) else {
                findings.push(Finding::new(path, format!("`{own}` is in no layer of {package}")));
                continue;
            };
            let code = code(text);
            for (line, name) in imports(text).filter(|(line, _)| code.contains(line)) {
                if is_module(name) && place(name).is_none_or(|place| place > own_place) {
                    let what = format!("`{own}` must not use `{name}`, which is above it");
                    findings.push(Finding::at(path, line, what));
                }
            }
        }
    }
    findings
}

/// The numbers of the lines that are not test code.
fn code(text: &str) -> std::collections::BTreeSet<usize> {
    without_tests(text).0.into_iter().map(|(line, _)| line).collect()
}

/// The tokens of a source that are no comments or blanks, with their lines.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut at, mut line) = (0, 1);
    tokenize(text, FrontmatterAllowed::No).filter_map(move |token| {
        let source = &text[at..at + token.len as usize];
        let begin = line;
        at += source.len();
        line += source.matches('\n').count();
        let skipped = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        (!skipped).then_some((begin, source))
    })
}

fn names(text: &str) -> impl Iterator<Item = (usize, &str)> {
    tokens(text).filter(|(_, token)| token.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// The names behind `crate::`, those of a list `crate::{a, b::c}` one by one.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tokens: Vec<_> = tokens(text).collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let after = |offset: usize| tokens.get(at + offset).map_or("", |(_, token)| *token);
        if (tokens[at].1, after(1), after(2)) != ("crate", ":", ":") {
            continue;
        }
        if after(3) != "{" {
            found.extend(tokens.get(at + 3).copied());
            continue;
        }
        let mut depth = 0_usize;
        for pair in tokens[at + 3..].windows(2) {
            match pair[0].1 {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && ["{", ","].contains(&pair[0].1) && pair[1].1 != "}" {
                found.push(pair[1]);
            }
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn backends_must_not_use_each_other() {
        for (path, text) in [
            ("kernels/cpu/src/a.rs", "use plt_reference::Reference;\n"),
            ("kernels/cpu/src/a.rs", "fn f() {\n    plt_kernels::f();\n}\n"),
            ("kernels/gpu/src/a.rs", "use plt_cpu::Cpu;\n"),
            ("kernels/gpu/tests/a.rs", "use plt_cpu::Cpu;\n"),
            ("kernels/contract/src/a.rs", "use plt_reference::Reference;\n"),
            ("kernels/reference/src/a.rs", "use plt_cpu::Cpu;\n"),
        ] {
            assert_eq!(places(backends, &[(path, text)]).len(), 1, "{path}: {text}");
        }
        for (path, text) in [
            ("kernels/cpu/src/a.rs", "use plt_backend::Backend; // plt_reference\n"),
            ("kernels/cpu/src/a.rs", "#[cfg(test)]\nmod tests {\n    use plt_reference::A;\n}\n"),
            ("kernels/gpu/tests/a.rs", "use plt_kernels::Cube;\nuse plt_reference::Reference;\n"),
            ("crates/plt-model/src/a.rs", "use plt_cpu::Cpu;\n"),
        ] {
            assert!(places(backends, &[(path, text)]).is_empty(), "{path}: {text}");
        }
    }

    fn layered(path: &str, text: &str) -> Vec<String> {
        let (package, layers) = LAYERS[0];
        let files: Vec<(String, &str)> = layers
            .iter()
            .map(|layer| (format!("kernels/{package}/src/{layer}/mod.rs"), ""))
            .collect();
        let mut files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        files.push((path, text));
        places(super::layers, &files)
    }

    #[test]
    fn modules_must_not_use_those_above_them() {
        let file = "kernels/cpu/src/simd/a.rs";
        for bad in [
            "use crate::linear::f;\n",
            "use crate::{\n    linear::f};\n",
            "use crate::{memory::{a, b}, linear};\n",
            "fn f() { crate::linear::f() }\n",
        ] {
            assert_eq!(layered(file, bad).len(), 1, "{bad}");
        }
        for good in [
            "use crate::memory::{linear, f};\n",
            "use crate::simd::b;\nuse crate::Cpu;\n",
            "// crate::linear\n",
            "#[cfg(test)]\nmod tests {\n    use crate::linear::f;\n}\n",
        ] {
            assert!(layered(file, good).is_empty(), "{good}: {:?}", layered(file, good));
        }
        let linear = "kernels/cpu/src/linear/a.rs";
        assert!(layered(linear, "use crate::simd::f;\n").is_empty());
        assert_eq!(layered("kernels/cpu/src/new.rs", ""), ["kernels/cpu/src/new.rs"]);
        let missing = places(layers, &[("kernels/cpu/src/lib.rs", "")]);
        assert_eq!(missing.len(), LAYERS[0].1.len());
    }
}
