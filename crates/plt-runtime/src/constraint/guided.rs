//! Structured output: answers that match a JSON schema, a regular expression or a grammar.
//!
//! The crate `llguidance` parses the grammars and computes the allowed next tokens.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use llguidance::api::{ParserLimits, TopLevelGrammar};
use llguidance::toktrie::{
    ApproximateTokEnv, InferenceCapabilities, SimpleVob, TokEnv, TokRxInfo, TokTrie,
};
use llguidance::{Matcher, ParserFactory};
use serde_json::Value;

use crate::error::{Error, Result, one_line};
use crate::tokenizer::Tokenizer;

/// Maximum depth of a schema. The library descends by recursion, through every `$ref` as well.
const LEVELS: usize = 10_000;
/// Bytes of stack for this recursion. Untouched pages take no memory.
const STACK: usize = 256 << 20;

/// The form of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Grammar {
    /// JSON that a JSON schema describes; `true` describes any JSON.
    JsonSchema(Value),
    /// A string that a regular expression matches as a whole.
    Regex(String),
    /// A grammar in llguidance's dialect of Lark.
    Lark(String),
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
        *factory.limits_mut() = ParserLimits { verbose_errors: false, ..ParserLimits::default() };
        factory.quiet();
        Ok(Self { factory })
    }

    pub fn compile(&self, grammar: &Grammar) -> Result<Constraint> {
        if let Grammar::JsonSchema(schema) = grammar {
            check_levels(schema)?;
        }
        // The library's recursion must not depend on the caller's remaining stack.
        std::thread::scope(|scope| {
            let compile = || self.compile_here(grammar);
            let thread = std::thread::Builder::new().stack_size(STACK);
            let thread = thread.spawn_scoped(scope, compile).map_err(rejected)?;
            thread.join().unwrap_or_else(|_| Err(rejected("the library panicked on it")))
        })
    }

    fn compile_here(&self, grammar: &Grammar) -> Result<Constraint> {
        let grammar = match grammar {
            Grammar::JsonSchema(schema) => TopLevelGrammar::from_json_schema(schema.clone()),
            Grammar::Regex(regex) => TopLevelGrammar::from_regex(regex),
            Grammar::Lark(lark) => TopLevelGrammar::from_lark(lark.clone()),
        };
        let matcher = Matcher::new(self.factory.create_parser(grammar));
        if let Some(error) = matcher.get_error() {
            return Err(rejected(error));
        }
        let mut constraint = Constraint { matcher: Box::new(matcher), allowed: None };
        // A grammar that allows nothing, or is too complex for the parser, mostly fails at the
        // first token: so the error comes before any computation.
        constraint.prepare()?;
        Ok(constraint)
    }
}

impl Constraint {
    /// Computes the allowed next tokens, unless they are known.
    pub(crate) fn prepare(&mut self) -> Result<()> {
        if self.allowed.is_none() {
            self.allowed = Some(Arc::new(self.matcher.compute_mask_or_eos().map_err(failed)?));
        }
        Ok(())
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
        self.matcher.consume_token(id).map_err(failed)
    }

    /// Whether no token may follow.
    pub(crate) fn is_complete(&self) -> bool {
        self.matcher.is_stopped()
    }
}

/// Checks that a schema is at most [`LEVELS`] deep: its nesting, multiplied by the number of its
/// references.
pub(crate) fn check_levels(schema: &Value) -> Result<()> {
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
    let reason = one_line(&error);
    match reason.starts_with("panic") {
        true => Error::EngineFailed { reason },
        false => Error::Grammar { reason },
    }
}

fn rejected(error: impl ToString) -> Error {
    Error::Grammar { reason: one_line(&error) }
}
