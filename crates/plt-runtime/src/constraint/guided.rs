//! Structured output: answers that match a JSON schema, a regular expression or a grammar.
//!
//! The crate `llguidance` parses the grammars and computes the allowed next tokens.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use llguidance::api::{ParserLimits, TopLevelGrammar};
use llguidance::toktrie::{
    ApproximateTokEnv, InferenceCapabilities, SimpleVob, TokEnv, TokRxInfo, TokTrie,
};
use llguidance::{Matcher, ParserFactory};
use serde_json::Value;

use super::bounds::{Bounds, Limits};
use super::schema::{self, Fault, Prepared};
use crate::error::{Error, Result, one_line};
use crate::tokenizer::Tokenizer;

/// Maximum depth of a schema. The library descends by recursion, through every `$ref` as well.
const LEVELS: usize = 10_000;
/// Bytes of stack for this recursion. Untouched pages take no memory.
const STACK: usize = 256 << 20;
/// Items of the parser at one place: an optional property takes four.
const PARSER_ITEMS: usize = 10_000;
/// The time to find the part of a schema that cannot be compiled.
const SEARCH: Duration = Duration::from_millis(500);

/// The form of an answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Grammar {
    /// JSON that a JSON schema describes; `true` describes any JSON.
    ///
    /// Blanks between values, digits of numbers, levels, and the members and items that the schema
    /// does not count are bounded, so that an answer ends: 20 digits before an exponent, 32 levels,
    /// 64 members of an object, 128 bytes of a key, 1024 items of a list. Strings without `maxLength`
    /// have no bound.
    ///
    /// Objects that list their properties have no others, unless the schema says
    /// `additionalProperties`.
    JsonSchema(Value),
    /// As [`Grammar::JsonSchema`], but objects that list their properties may have others.
    OpenJsonSchema(Value),
    /// Calls of tools, made by [`ToolFormat::grammar`](crate::ToolFormat::grammar).
    ToolCalls(ToolCalls),
    /// A string that a regular expression matches as a whole.
    Regex(String),
    /// A grammar in llguidance's dialect of Lark.
    Lark(String),
}

/// Calls of tools.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolCalls {
    /// The grammar, without the rules `arguments_0` and so on.
    pub(crate) lark: String,
    /// The schemas of arguments in JSON, each with the index of its tool.
    pub(crate) arguments: Vec<(usize, Value)>,
}

/// Compiles constraints for one tokenizer.
pub(crate) struct Constraints {
    factory: ParserFactory,
}

/// A constraint on one answer, and its state. Made by
/// [`TextBundle::constraint`](crate::TextBundle::constraint).
#[derive(Clone)]
pub struct Constraint {
    /// Boxed: its state is large, and most requests have no constraint.
    matcher: Box<Matcher>,
    /// The bounds of an answer in JSON.
    bounds: Option<Bounds>,
    tokens: TokEnv,
    /// The allowed next tokens, once computed.
    allowed: Option<Arc<SimpleVob>>,
}

impl fmt::Debug for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Constraint").finish_non_exhaustive()
    }
}

impl Constraints {
    pub fn new(tokenizer: &Tokenizer, eos: &[u32]) -> Result<Self> {
        let vocab_size = tokenizer.vocab_size() as u32;
        let eos: Vec<u32> = eos.iter().copied().filter(|id| *id < vocab_size).collect();
        let Some(first_eos) = eos.first() else {
            return Err(rejected("the model has no end token to end a constrained answer with"));
        };
        let word = |id: u32| match tokenizer.is_special(id).unwrap_or(true) {
            // Special tokens have no text: the marker distinguishes them from tokens that do.
            true => [&[TokTrie::SPECIAL_TOKEN_MARKER], format!("<{id}>").as_bytes()].concat(),
            false => tokenizer.bytes(id).map(<[u8]>::to_vec).unwrap_or_default(),
        };
        let words: Vec<Vec<u8>> = (0..vocab_size).map(word).collect();
        let info = TokRxInfo::new(vocab_size, *first_eos);
        let trie = TokTrie::from(&info, &words).with_eos_tokens(&eos);
        let env: TokEnv = Arc::new(ApproximateTokEnv::new(trie));
        let capabilities = InferenceCapabilities::default();
        let slices = llguidance::earley::SlicedBiasComputer::general_slices();
        let mut factory = ParserFactory::new(&env, capabilities, &slices).map_err(rejected)?;
        let max_items_in_row = PARSER_ITEMS;
        let defaults = ParserLimits::default();
        *factory.limits_mut() =
            ParserLimits { verbose_errors: false, max_items_in_row, ..defaults };
        factory.quiet();
        Ok(Self { factory })
    }

    pub fn compile(&self, grammar: &Grammar) -> Result<Constraint> {
        // The library's recursion must not depend on the caller's remaining stack.
        std::thread::scope(|scope| {
            let compile = || self.compile_here(grammar);
            let thread = std::thread::Builder::new().stack_size(STACK);
            let thread = thread.spawn_scoped(scope, compile).map_err(rejected)?;
            thread.join().unwrap_or_else(|_| Err(rejected("the library panicked on it")))
        })
    }

    fn compile_here(&self, grammar: &Grammar) -> Result<Constraint> {
        match grammar {
            Grammar::JsonSchema(schema) => self.compile_schema(schema, true),
            Grammar::OpenJsonSchema(schema) => self.compile_schema(schema, false),
            Grammar::ToolCalls(calls) => self.compile_calls(calls),
            Grammar::Regex(regex) => self.build(TopLevelGrammar::from_regex(regex), None),
            Grammar::Lark(lark) => self.build(TopLevelGrammar::from_lark(lark.clone()), None),
        }
    }

    fn compile_schema(&self, schema: &Value, strict: bool) -> Result<Constraint> {
        let Prepared { schema, limits } = prepared(schema, strict)?;
        let grammar = TopLevelGrammar::from_json_schema(schema.clone());
        self.build(grammar, Some(limits)).map_err(|error| self.locate(&schema, error))
    }

    fn compile_calls(&self, calls: &ToolCalls) -> Result<Constraint> {
        let ToolCalls { lark, arguments } = calls;
        let (mut lark, mut limits) = (lark.clone(), None);
        let mut schemas = Vec::new();
        for (at, (tool, schema)) in arguments.iter().enumerate() {
            let new = prepared(schema, true).map_err(|error| of_tool(*tool, error))?;
            lark += &format!("arguments_{at}: %json {}\n", new.schema);
            limits = Some(limits.map_or(new.limits, |limits: Limits| limits.max(new.limits)));
            schemas.push((tool, new.schema));
        }
        let built = self.build(TopLevelGrammar::from_lark(lark), limits);
        built.map_err(|error| {
            // The error of the whole does not tell the tool.
            let alone = |schema: &Value| {
                self.build(TopLevelGrammar::from_json_schema(schema.clone()), None).err()
            };
            let faulty = schemas.iter().find_map(|(tool, schema)| {
                Some(of_tool(**tool, self.locate(schema, alone(schema)?)))
            });
            faulty.unwrap_or(error)
        })
    }

    fn build(&self, grammar: TopLevelGrammar, limits: Option<Limits>) -> Result<Constraint> {
        let matcher = Matcher::new(self.factory.create_parser(grammar));
        if let Some(error) = matcher.get_error() {
            return Err(rejected(error));
        }
        let mut constraint = Constraint {
            matcher: Box::new(matcher),
            bounds: limits.map(Bounds::new),
            tokens: self.factory.tok_env().clone(),
            allowed: None,
        };
        // A grammar that allows nothing, or is too complex for the parser, mostly fails at the
        // first token: so the error comes before any computation.
        constraint.prepare()?;
        Ok(constraint)
    }

    /// Adds to an error the part of the schema that cannot be compiled even alone.
    fn locate(&self, schema: &Value, error: Error) -> Error {
        let began = Instant::now();
        let mut path = Vec::new();
        let mut part = schema;
        let fails = |part: &Value| {
            let mut alone = part.clone();
            if let (Value::Object(alone), Value::Object(root)) = (&mut alone, schema) {
                for key in ["$defs", "definitions", "x-guidance"] {
                    let shared = root.get(key).map(|shared| (key.to_owned(), shared.clone()));
                    alone.extend(shared);
                }
            }
            let parser = self.factory.create_parser(TopLevelGrammar::from_json_schema(alone));
            Matcher::new(parser).is_error()
        };
        'parts: while let Value::Object(fields) = part {
            for (keys, inner) in schema::parts(fields) {
                if began.elapsed() > SEARCH {
                    break 'parts;
                }
                if fails(inner) {
                    path.extend(keys);
                    part = inner;
                    continue 'parts;
                }
            }
            break;
        }
        match error {
            Error::Grammar { reason, .. } => Error::Grammar { path: dotted(&path), reason },
            other => other,
        }
    }
}

impl Constraint {
    /// Computes the allowed next tokens, unless they are known.
    pub(crate) fn prepare(&mut self) -> Result<()> {
        if self.allowed.is_none() {
            let allowed = self.matcher.compute_mask_or_eos().map_err(failed)?;
            self.allowed = Some(Arc::new(self.within_bounds(allowed)));
        }
        Ok(())
    }

    /// Returns the tokens that stay within the bounds, or all if none does.
    fn within_bounds(&self, allowed: SimpleVob) -> SimpleVob {
        let Some(bounds) = self.bounds.as_ref().filter(|bounds| bounds.is_near()) else {
            return allowed;
        };
        let mut kept = allowed.clone();
        let mut after = bounds.clone();
        for id in allowed.iter() {
            after.copy_from(bounds);
            if after.advance(self.text(id)) {
                kept.disallow_token(id);
            }
        }
        if kept.is_zero() {
            // A number that must not end in zero would not end with zeros.
            kept = allowed.clone();
            for id in allowed.iter().filter(|id| self.text(*id).ends_with(b"0")) {
                kept.disallow_token(id);
            }
        }
        if kept.is_zero() { allowed } else { kept }
    }

    /// Returns the text of a token; special tokens have none.
    fn text(&self, id: u32) -> &[u8] {
        let text = self.tokens.tok_trie().token(id);
        if text.first() == Some(&TokTrie::SPECIAL_TOKEN_MARKER) { &[] } else { text }
    }

    /// Returns the logits of the allowed next tokens.
    pub(crate) fn filter(&mut self, logits: &[(u32, f32)]) -> Result<Vec<(u32, f32)>> {
        self.prepare()?;
        let allowed = self.allowed.as_deref();
        let may = |id: u32| allowed.is_some_and(|allowed| allowed.is_allowed(id));
        Ok(logits.iter().copied().filter(|(id, _)| may(*id)).collect())
    }

    /// Advances by an allowed token.
    pub(crate) fn accept(&mut self, id: u32) -> Result<()> {
        self.allowed = None;
        if let Some(mut bounds) = self.bounds.take() {
            bounds.advance(self.text(id));
            self.bounds = Some(bounds);
        }
        self.matcher.consume_token(id).map_err(failed)
    }

    /// Whether no token may follow.
    pub(crate) fn is_complete(&self) -> bool {
        self.matcher.is_stopped()
    }
}

/// Checks a schema and prepares it for the library.
fn prepared(schema: &Value, strict: bool) -> Result<Prepared> {
    check_levels(schema)?;
    schema::prepare(schema, strict).map_err(|Fault { path, reason }| Error::Grammar {
        path: dotted(&path),
        reason: one_line(&reason),
    })
}

/// Adds the tool to an error in the schema of its parameters.
fn of_tool(tool: usize, error: Error) -> Error {
    match error {
        Error::Grammar { path, reason } => {
            Error::Grammar { path: format!("tools[{tool}].function.parameters{path}"), reason }
        }
        other => other,
    }
}

/// Writes the keys that lead to a part of a schema, as in `.properties.a.anyOf[1]`.
fn dotted(path: &[String]) -> String {
    let key = |key: &String| match key.parse::<usize>() {
        Ok(at) => format!("[{at}]"),
        Err(_) => format!(".{}", key.chars().take(100).collect::<String>()),
    };
    one_line(&path.iter().map(key).collect::<String>())
}

/// Checks that a schema is at most [`LEVELS`] deep: its nesting, multiplied by the number of its
/// references.
fn check_levels(schema: &Value) -> Result<()> {
    fn walk<'a>(value: &'a Value, level: usize, deepest: &mut usize, to: &mut HashSet<&'a str>) {
        *deepest = level.max(*deepest);
        match value {
            Value::Array(values) => {
                values.iter().for_each(|value| walk(value, level + 1, deepest, to));
            }
            Value::Object(fields) => {
                to.extend(fields.get("$ref").and_then(Value::as_str));
                fields.values().for_each(|value| walk(value, level + 1, deepest, to));
            }
            _ => {}
        }
    }
    let (mut deepest, mut references) = (0, HashSet::new());
    walk(schema, 1, &mut deepest, &mut references);
    match deepest.saturating_mul(references.len() + 1) {
        0..=LEVELS => Ok(()),
        levels => Err(rejected(format!(
            "a schema of {deepest} levels with {} references may be {levels} levels deep: expected \
             at most {LEVELS}",
            references.len()
        ))),
    }
}

/// Converts an error during generation. The library reports its own panics as messages.
fn failed(error: impl ToString) -> Error {
    match one_line(&error) {
        reason if reason.starts_with("panic") => Error::EngineFailed { reason },
        _ => rejected(error),
    }
}

fn rejected(error: impl ToString) -> Error {
    let message = one_line(&error);
    let reason = match message.split_once(" <backtrace>") {
        Some(_) => "the library panicked on it".to_owned(),
        None if message.starts_with("NoExtension") => "nothing is allowed".to_owned(),
        None => message.replace("<non-verbose/>", "").trim_end().to_owned(),
    };
    Error::Grammar { path: String::new(), reason }
}
