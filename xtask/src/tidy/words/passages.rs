//! The prose of a file: comments, strings and names of tests in sources, and Markdown pages.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

/// The kind of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comment,
    String,
    Page,
    /// The name of a test, with spaces.
    Test,
    /// Any other name in code.
    Name,
}

/// A piece of prose.
#[derive(Debug)]
pub struct Passage {
    pub kind: Kind,
    /// The line of its beginning, counted from 1.
    pub line: usize,
    /// The text without comment markers and quotes, with the line breaks of the file.
    pub text: String,
}

/// The passages of a file; none for unknown kinds of files.
pub fn of(path: &str, text: &str) -> Vec<Passage> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let scripts = ["toml", "py", "sh", "yml", "yaml", "service"];
    match file.rsplit_once('.').map_or(file, |(_, extension)| extension) {
        "rs" => of_rust(text),
        "md" => vec![Passage { kind: Kind::Page, line: 1, text: text.to_owned() }],
        extension if scripts.contains(&extension) || ["run", "Containerfile"].contains(&file) => {
            of_script(text)
        }
        _ => Vec::new(),
    }
}

/// Comment lines of a file whose comments begin with `#`.
fn of_script(text: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(comment) = line.trim_start().strip_prefix('#') {
            add_comment(&mut passages, index + 1, comment);
        }
    }
    passages
}

fn of_rust(text: &str) -> Vec<Passage> {
    let mut passages = tests(text);
    let (mut at, mut line) = (0, 1);
    for token in tokenize(text, FrontmatterAllowed::No) {
        let source = &text[at..at + token.len as usize];
        match token.kind {
            TokenKind::LineComment { .. } => {
                let comment = source.trim_start_matches('/');
                add_comment(&mut passages, line, comment.strip_prefix('!').unwrap_or(comment));
            }
            TokenKind::BlockComment { .. } => {
                let text = source.trim_matches(['/', '*']).to_owned();
                passages.push(Passage { kind: Kind::Comment, line, text });
            }
            TokenKind::Literal {
                kind: LiteralKind::Str { .. } | LiteralKind::RawStr { .. },
                ..
            } => {
                let text = unescaped(source.trim_matches(['r', '#', '"']));
                // One word is a key or a name.
                if text.trim().contains(char::is_whitespace) {
                    passages.push(Passage { kind: Kind::String, line, text });
                }
            }
            TokenKind::Ident => {
                passages.push(Passage { kind: Kind::Name, line, text: source.to_owned() });
            }
            _ => {}
        }
        at += token.len as usize;
        line += source.matches('\n').count();
    }
    passages
}

/// Adds a line of a comment, to the comment that ends in the line before if there is one.
fn add_comment(passages: &mut Vec<Passage>, line: usize, comment: &str) {
    if let Some(last) = passages.last_mut()
        && last.kind == Kind::Comment
        && last.line + last.text.matches('\n').count() + 1 == line
    {
        last.text = format!("{}\n{comment}", last.text);
    } else {
        passages.push(Passage { kind: Kind::Comment, line, text: comment.to_owned() });
    }
}

/// Removes escapes and format arguments from a string; keeps its line breaks.
fn unescaped(literal: &str) -> String {
    let mut text = String::with_capacity(literal.len());
    let mut depth = 0_usize;
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('\n') => text.push('\n'),
                _ => text.push(' '),
            },
            '{' => {
                depth += 1;
                text.push('`');
            }
            '}' if depth > 0 => {
                depth -= 1;
                text.push('`');
            }
            c if depth == 0 || c == '\n' => text.push(c),
            _ => {}
        }
    }
    text
}

/// The names of tests, as sentences.
fn tests(text: &str) -> Vec<Passage> {
    let mut is_test = false;
    let mut passages = Vec::new();
    for (index, line) in text.lines().map(str::trim_start).enumerate() {
        if let Some(rest) = line.strip_prefix("fn ") {
            let name = rest.split('(').next().unwrap_or(rest);
            if std::mem::take(&mut is_test) {
                passages.push(Passage {
                    kind: Kind::Test,
                    line: index + 1,
                    text: name.replace('_', " "),
                });
            }
        } else {
            let between = line.starts_with("#[") || line.starts_with("//");
            is_test = line == "#[test]" || is_test && between;
        }
    }
    passages
}

/// The words of a sentence, in lower case, each with its line.
#[derive(Debug, Default)]
pub struct Sentence {
    words: Vec<(String, usize)>,
    pub is_question: bool,
    /// Whether its first word opens a sentence; strings may be parts of one.
    begins: bool,
}

impl Sentence {
    /// The line of its first word.
    pub fn line(&self) -> usize {
        self.words[0].1
    }

    /// Whether it opens with this phrase.
    pub fn begins(&self, phrase: &[String]) -> bool {
        self.begins && self.words.len() >= phrase.len() && self.is_at(0, phrase)
    }

    /// The lines in which this phrase begins.
    pub fn find<'s>(&'s self, phrase: &'s [String]) -> impl Iterator<Item = usize> + 's {
        let places = (self.words.len() + 1).saturating_sub(phrase.len());
        (0..places).filter(|at| self.is_at(*at, phrase)).map(|at| self.words[at].1)
    }

    fn is_at(&self, at: usize, phrase: &[String]) -> bool {
        self.words[at..].iter().zip(phrase).all(|((word, _), expected)| word == expected)
    }
}

impl Passage {
    /// Splits into sentences. Names between backticks match no word; code blocks are skipped.
    pub fn sentences(&self) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut sentence = Sentence::default();
        let mut in_block = false;
        // At the beginning and after a bullet any word opens a sentence, except in a string, which may
        // be part of one. After a full stop only a capital does, because of abbreviations.
        let (mut opens, mut follows) = (self.kind != Kind::String, true);
        let mut close = |sentence: &mut Sentence, mark: Option<char>| {
            sentence.is_question = mark == Some('?');
            let done = std::mem::take(sentence);
            if !done.words.is_empty() {
                sentences.push(done);
            }
        };
        for (index, line) in self.text.split('\n').enumerate() {
            let trimmed = line.trim_start();
            let fence = trimmed.starts_with("```");
            in_block ^= fence && self.kind != Kind::String;
            if in_block || fence || trimmed.is_empty() {
                close(&mut sentence, None);
                (opens, follows) = (true, true);
                continue;
            }
            let mut in_name = false;
            for piece in line.split_whitespace() {
                let marker = matches!(piece, "|" | "-" | "*" | "#" | "##" | "###" | "####")
                    || piece.strip_suffix('.').is_some_and(|n| n.parse::<u32>().is_ok());
                if marker && !in_name {
                    close(&mut sentence, None);
                    (opens, follows) = (true, true);
                    continue;
                }
                let ticks = piece.matches('`').count();
                let name = in_name || ticks > 0;
                in_name ^= ticks % 2 == 1;
                let word: String = if name {
                    "`".to_owned()
                } else {
                    piece.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
                };
                if word.is_empty() {
                    continue;
                }
                if sentence.words.is_empty() {
                    let capital = word.starts_with(char::is_uppercase);
                    sentence.begins = opens || follows && capital;
                    (opens, follows) = (false, false);
                }
                sentence.words.push((word.to_lowercase(), self.line + index));
                let mark = piece.trim_end_matches(['`', '*', ')', '"']).chars().last();
                if let Some('.' | '?' | '!' | ':' | ';') = mark {
                    follows = !matches!(mark, Some(':' | ';'));
                    close(&mut sentence, mark);
                }
            }
        }
        close(&mut sentence, None);
        sentences
    }
}
