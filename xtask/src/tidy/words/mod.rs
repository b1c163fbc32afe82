//! Plain English: no banned opening and no retired word in comments, strings, pages and test names.
//!
//! `docs/words.md` holds both lists. They are matched as whole words, in any case, across line
//! breaks. Names between backticks are skipped, and a question may open with any word.

mod passages;

use super::Finding;
use super::tree::Tree;
use passages::{Kind, Passage, Sentence};

/// The page with the lists; the tables themselves are not checked.
const PAGE: &str = "docs/words.md";
const OPENINGS: &str = "## Banned openings";
const RETIRED: &str = "## Retired words";

/// Characters of a test's name.
const TEST_NAME: usize = 60;

/// Banned openings, retired words and long names of tests.
pub fn plain(tree: &Tree) -> Vec<Finding> {
    let page = tree.text(PAGE).unwrap_or("");
    let lists = match Lists::parse(page) {
        Ok(lists) => lists,
        Err(what) => return vec![Finding::new(PAGE, what)],
    };
    let mut findings = Vec::new();
    for (path, text) in tree.texts() {
        let text = if path == PAGE { &text[..lists.begin] } else { text };
        findings.extend(passages::of(path, text).iter().flat_map(|p| lists.judge(path, p)));
    }
    findings
}

/// A phrase, as lower-case words, and the words to use for it.
struct Retired {
    phrase: Vec<String>,
    instead: String,
}

struct Lists {
    openings: Vec<Vec<String>>,
    phrases: Vec<Retired>,
    /// Retired names in code.
    identifiers: Vec<(String, String)>,
    /// The byte of the page at which the lists begin.
    begin: usize,
}

impl Lists {
    fn parse(page: &str) -> Result<Self, String> {
        let at = |title: &str| page.find(title).ok_or(format!("has no `{title}`"));
        let (begin, retired) = (at(OPENINGS)?, at(RETIRED)?);
        let openings = page.get(begin..retired).unwrap_or("").lines();
        let openings = openings.filter_map(|line| line.strip_prefix("- "));
        let mut lists = Self {
            openings: openings.flat_map(|line| line.split(", ")).map(words).collect(),
            phrases: Vec::new(),
            identifiers: Vec::new(),
            begin,
        };
        for (from, instead) in page[retired..].lines().filter_map(cells).skip(1) {
            let instead = instead.to_owned();
            for phrase in from.split(", ") {
                match phrase.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
                    Some(name) => lists.identifiers.push((name.to_owned(), instead.clone())),
                    None => lists
                        .phrases
                        .push(Retired { phrase: words(phrase), instead: instead.clone() }),
                }
            }
        }
        if lists.openings.is_empty() || lists.phrases.is_empty() {
            return Err(format!("expected words below `{OPENINGS}` and `{RETIRED}`"));
        }
        Ok(lists)
    }

    fn judge(&self, path: &str, passage: &Passage) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut found = |line, what| findings.push(Finding::at(path, line, what));
        match passage.kind {
            Kind::Name => {
                let named = self.identifiers.iter().find(|(name, _)| *name == passage.text);
                if let Some((name, instead)) = named {
                    found(passage.line, format!("`{name}` is retired: {instead}"));
                }
                return findings;
            }
            Kind::Test if passage.text.len() > TEST_NAME => {
                let what = format!("a test's name of {} characters", passage.text.len());
                found(passage.line, what);
            }
            _ => {}
        }
        for sentence in passage.sentences() {
            if !sentence.is_question
                && let Some(opening) = self.openings.iter().find(|opening| sentence.begins(opening))
            {
                found(sentence.line(), format!("opens with \"{}\"", opening.join(" ")));
            }
            for (line, retired) in self.retired(&sentence) {
                let phrase = retired.phrase.join(" ");
                found(line, format!("\"{phrase}\" is retired: {}", retired.instead));
            }
        }
        findings
    }

    /// The retired phrases of a sentence, with the lines they begin in.
    fn retired<'l>(&'l self, sentence: &'l Sentence) -> impl Iterator<Item = (usize, &'l Retired)> {
        self.phrases
            .iter()
            .flat_map(|retired| sentence.find(&retired.phrase).map(move |line| (line, retired)))
    }
}

/// The two cells of a table's row.
fn cells(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")
}

/// The words of a phrase, in lower case.
fn words(phrase: &str) -> Vec<String> {
    phrase.split_whitespace().map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    const LISTS: &str = "# Words\n\nA wug is fine here? No.\n\n## Banned openings\n\n- Zork, So wug\n\n\
                         ## Retired words\n\n| retired | instead |\n|---|---|\n\
                         | wug, two wugs | bird |\n| `Wug` | `Bird` |\n";

    fn found(path: &str, text: &str) -> Vec<String> {
        let page = LISTS.replace("A wug is fine here? No.", "Text.");
        let files = [(PAGE, page.as_str()), (path, text)];
        plain(&Tree::of(&files)).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn retired_words_are_found_wherever_people_read() {
        for bad in [
            "// The wug.\n",
            "/// The Wug.\n",
            "fn f() {} // a wug\n",
            "/* a wug */\n",
            "//! The\n//! two\n//! wugs.\n",
            "const A: &str = \"one wug\";\n",
            "const A: &str = r#\"one wug\"#;\n",
            "const A: &str = \"one\\nwug\";\n",
            "#[test]\nfn wug_flies() {}\n",
        ] {
            assert_eq!(found("a.rs", bad).len(), 1, "{bad}: {:?}", found("a.rs", bad));
        }
        assert_eq!(found("a.md", "The wug.\n"), ["a.md:1: \"wug\" is retired: bird"]);
        assert_eq!(
            found("a.toml", "# The wug.\nwug = 1\n"),
            ["a.toml:1: \"wug\" is retired: bird"]
        );
        for good in [
            "// The `wug` and the wugly; two. Wugs.\n",
            "fn wug() {}\n",
            "const A: &str = \"wug\";\n",
            "const A: &str = \"one {wug} two\";\n",
            "/// ```\n/// a wug\n/// ```\n",
        ] {
            assert!(found("a.rs", good).is_empty(), "{good}: {:?}", found("a.rs", good));
        }
    }

    #[test]
    fn retired_names_are_found_in_code() {
        assert_eq!(found("a.rs", "struct A;\nstruct Wug;\n"), ["a.rs:2: `Wug` is retired: `Bird`"]);
        assert!(found("a.rs", "struct Wugs; // Wug\n").len() == 1);
    }

    #[test]
    fn banned_openings_are_found_in_every_sentence() {
        for bad in [
            "// Zork is.\n",
            "/// Good. Zork is.\n",
            "// Good.\n// Zork is.\n",
            "//! * zork is\n",
            "const A: &str = \"Zork is\";\n",
            "#[test]\nfn zork_is() {}\n",
        ] {
            assert_eq!(found("a.rs", bad).len(), 1, "{bad}: {:?}", found("a.rs", bad));
        }
        for bad in
            ["Zork is.\n", "# Zork is\n", "| a | Zork is |\n", "- Zork is.\n", "1. Zork is.\n"]
        {
            assert_eq!(found("a.md", bad), ["a.md:1: opens with \"zork\""], "{bad}");
        }
        for good in
            ["// Good zork.\n", "// Zork is?\n", "// e.g. zork\n", "const A: &str = \"zork\";\n"]
        {
            assert!(found("a.rs", good).is_empty(), "{good}: {:?}", found("a.rs", good));
        }
    }

    #[test]
    fn findings_name_the_line() {
        let text = "//! Good.\n\nfn f() {\n    // Good,\n    // good wug.\n}\n";
        assert_eq!(found("a.rs", text), ["a.rs:5: \"wug\" is retired: bird"]);
        let text = "const A: &str = \"\n    good\n    wug\";\n";
        assert_eq!(found("a.rs", text), ["a.rs:3: \"wug\" is retired: bird"]);
    }

    #[test]
    fn test_names_have_a_length() {
        let long = format!("#[test]\nfn {}() {{}}\n", "a".repeat(61));
        assert_eq!(found("a.rs", &long), ["a.rs:2: a test's name of 61 characters"]);
        assert!(found("a.rs", &long.replace("aa(", "a(")).is_empty());
        assert!(found("a.rs", &long.replace("#[test]\n", "")).is_empty());
    }

    #[test]
    fn lists_must_be_on_the_page() {
        let page = |text: &str| places(plain, &[(PAGE, text)]);
        assert_eq!(page(LISTS), ["docs/words.md:3"]);
        assert_eq!(page(""), [PAGE]);
        assert_eq!(page(&LISTS.replace("- Zork", "Zork")), [PAGE]);
        assert_eq!(page(&LISTS.replace("## Retired words", "## Retired")), [PAGE]);
    }
}
