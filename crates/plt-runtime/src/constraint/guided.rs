//! Answers of a given form: JSON of a schema, a regular expression, a grammar.
//!
//! The grammars are those of the crate `llguidance`, which also says which tokens may come next.

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

/// The most levels that the library may go down in a schema. It does so by recursion, into what a
/// `$ref` points at as well.
const LEVELS: usize = 10_000;
/// Bytes of stack for them, of which those are real that are touched.
const STACK: usize = 256 << 20;

/// What a text must look like.
#[derive(Debug, Clone, PartialEq)]
pub enum Grammar {
    /// JSON that a JSON schema describes; `true` describes any JSON.
    JsonSchema(Value),
    /// A text that a regular expression matches as a whole.
    Regex(String),
    /// A grammar in llguidance's dialect of Lark.
    Lark(String),
}

/// Makes constraints for one tokenizer.
pub(crate) struct Constraints {
    factory: ParserFactory,
}

/// What an answer must look like, and how much of it there is. Made by
/// [`Text::constraint`](crate::Text::constraint).
#[derive(Clone)]
pub struct Constraint {
    /// A large state, and most requests have none.
    matcher: Box<Matcher>,
    /// The tokens that may come next, once that is known.
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
            return Err(refused("the model has no end token to end a constrained answer with"));
        };
        let word = |id: u32| match tokenizer.is_special(id).unwrap_or(true) {
            // Special tokens stand for no text: the marker keeps them apart from it.
            true => [&[TokTrie::SPECIAL_TOKEN_MARKER], format!("<{id}>").as_bytes()].concat(),
            false => tokenizer.bytes(id).map(<[u8]>::to_vec).unwrap_or_default(),
        };
        let words: Vec<Vec<u8>> = (0..vocab_size).map(word).collect();
        let info = TokRxInfo::new(vocab_size, *first_eos);
        let trie = TokTrie::from(&info, &words).with_eos_tokens(&eos);
        let env: TokEnv = Arc::new(ApproximateTokEnv::new(trie));
        let capabilities = InferenceCapabilities::default();
        let slices = llguidance::earley::SlicedBiasComputer::general_slices();
        let mut factory = ParserFactory::new(&env, capabilities, &slices).map_err(refused)?;
        *factory.limits_mut() = ParserLimits { verbose_errors: false, ..ParserLimits::default() };
        factory.quiet();
        Ok(Self { factory })
    }

    pub fn compile(&self, grammar: &Grammar) -> Result<Constraint> {
        if let Grammar::JsonSchema(schema) = grammar {
            check_levels(schema)?;
        }
        // The library's recursion must not depend on how much stack the caller has left.
        std::thread::scope(|scope| {
            let compile = || self.compile_here(grammar);
            let thread = std::thread::Builder::new().stack_size(STACK);
            let thread = thread.spawn_scoped(scope, compile).map_err(refused)?;
            thread.join().unwrap_or_else(|_| Err(refused("the library has failed on it")))
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
            return Err(refused(error));
        }
        let mut constraint = Constraint { matcher: Box::new(matcher), allowed: None };
        // What allows nothing, or is too much work for the parser, mostly shows at the first token:
        // whoever asks learns it before anything is computed.
        constraint.prepare()?;
        Ok(constraint)
    }
}

impl Constraint {
    /// Finds out which tokens may come next, unless that is known.
    pub(crate) fn prepare(&mut self) -> Result<()> {
        if self.allowed.is_none() {
            self.allowed = Some(Arc::new(self.matcher.compute_mask_or_eos().map_err(failed)?));
        }
        Ok(())
    }

    /// The logits of tokens that may come next.
    pub(crate) fn filter(&mut self, logits: &[(u32, f32)]) -> Result<Vec<(u32, f32)>> {
        self.prepare()?;
        let allowed = self.allowed.as_deref();
        let may = |id: u32| allowed.is_some_and(|allowed| allowed.is_allowed(id));
        Ok(logits.iter().copied().filter(|(id, _)| may(*id)).collect())
    }

    /// Takes a token that may come next.
    pub(crate) fn accept(&mut self, id: u32) -> Result<()> {
        self.allowed = None;
        self.matcher.consume_token(id).map_err(failed)
    }

    /// Whether nothing can follow.
    pub(crate) fn is_complete(&self) -> bool {
        self.matcher.is_stopped()
    }
}

/// Fails if a schema may lead deeper than [`LEVELS`]: as deep as it is nested, for every place that its
/// references point at.
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
        levels => Err(refused(format!(
            "a schema of {deepest} levels with {} references may lead {levels} levels deep, more \
             than {LEVELS}",
            references.len()
        ))),
    }
}

/// What goes wrong while an answer is on its way: the library tells of panics of its own in words.
fn failed(error: impl ToString) -> Error {
    let reason = one_line(&error);
    match reason.starts_with("panic") {
        true => Error::EngineFailed { reason },
        false => Error::Grammar { reason },
    }
}

fn refused(error: impl ToString) -> Error {
    Error::Grammar { reason: one_line(&error) }
}
