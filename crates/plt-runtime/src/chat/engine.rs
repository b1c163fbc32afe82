//! Compiles and renders one template in the environment of Hugging Face.

use std::path::Path;

use minijinja::machinery::{self, CodeGenerator};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Rest, ValueOrKwargs};
use minijinja::{AutoEscape, Environment, ErrorKind, State, Value};

use super::filters::{FILTERS, Filter};
use super::objects::Namespace;
use super::predicates::PREDICATES;
use super::python::{Text, error};
use super::{functions, methods, operators, rewrite, source};
use crate::error::{Error, Result, one_line};

/// Maximum number of steps of a template, with 64 bytes of data per step: far more than a long
/// conversation needs, and about a second.
const FUEL: u64 = 1_000_000;
/// Stack of the thread that compiles and renders, in bytes; untouched pages take no memory. The
/// template engine parses, compiles and drops nested values by recursion.
const STACK: usize = 128 << 20;
/// Maximum length of a rendered conversation in bytes.
const MAX_OUTPUT: usize = crate::tokenizer::MAX_TEXT;
/// The name of the template in the engine.
const NAME: &str = "chat";

/// A template that compiles.
pub(super) struct Engine {
    environment: Environment<'static>,
    /// As [`source::prepare`] returns it.
    source: String,
}

impl Engine {
    /// Compiles a template.
    ///
    /// # Errors
    /// [`Error::Template`] if it is not Jinja, or too large.
    pub(super) fn new(source: &str, file: &Path) -> Result<Self> {
        let failed = |reason| Error::Template { file: file.to_owned(), reason };
        let source = source::prepare(source).map_err(failed)?;
        let engine = Self { environment: environment(), source };
        on_large_stack(file, || match engine.compile() {
            Ok(_) => Ok(()),
            Err(error) => Err(failed(reason(&error))),
        })?;
        Ok(engine)
    }

    fn compile(&self) -> Result<Compiled<'_>, minijinja::Error> {
        let mut syntax = SyntaxConfig::builder();
        let syntax = syntax.trim_blocks(true).lstrip_blocks(true).build()?;
        let tree = machinery::parse(&self.source, NAME, syntax)?;
        let mut generator = CodeGenerator::new(NAME, &self.source);
        generator.compile_stmt(&rewrite::rewrite(&tree));
        Ok(generator.finish())
    }

    /// Renders the template with `variables`, a dict.
    ///
    /// # Errors
    /// [`Error::Conversation`] if the template rejects the conversation by `raise_exception`;
    /// [`Error::Template`] if it fails, takes too many steps, or its output is too long.
    pub(super) fn render(&self, variables: Value, file: &Path) -> Result<String> {
        on_large_stack(file, || {
            let rendered = self.render_here(variables);
            Namespace::clear_all();
            let failed = |reason| Error::Template { file: file.to_owned(), reason };
            let text = rendered.map_err(|error| match functions::raised(&error) {
                Some(message) => Error::Conversation { reason: one_line(&message) },
                None => failed(reason(&error)),
            })?;
            match text.len() {
                0..=MAX_OUTPUT => Ok(text),
                _ => Err(failed(format!("it writes more than {MAX_OUTPUT} bytes of text"))),
            }
        })
    }

    fn render_here(&self, variables: Value) -> Result<String, minijinja::Error> {
        let (instructions, blocks) = self.compile()?;
        let mut text = String::new();
        let mut output = machinery::make_string_output(&mut text);
        machinery::eval(
            &self.environment,
            &instructions,
            variables,
            &blocks,
            &mut output,
            AutoEscape::None,
        )?;
        drop(output);
        Ok(text)
    }
}

type Compiled<'s> =
    (machinery::Instructions<'s>, std::collections::BTreeMap<&'s str, machinery::Instructions<'s>>);

/// Runs `task` on a thread with a large stack.
fn on_large_stack<T: Send>(file: &Path, task: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let failed = |reason| Error::Template { file: file.to_owned(), reason };
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, task)
            .map_err(|e| failed(one_line(&e)))?
            .join()
            .map_err(|_| failed("the template engine panicked".to_owned()))?
    })
}

/// Returns a template error with its cause, in one line.
fn reason(error: &minijinja::Error) -> String {
    if error.kind() == ErrorKind::OutOfFuel {
        return format!("it takes too many steps or too much memory ({FUEL} units of fuel)");
    }
    match std::error::Error::source(error) {
        Some(source) => one_line(&format!("{error}: {source}")),
        None => one_line(error),
    }
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_fuel(Some(FUEL));
    // It would copy the source and the variables into every error.
    environment.set_debug(false);
    environment.set_unknown_method_callback(methods::call);
    environment.set_formatter(|out, state, value| {
        if !matches!(state.auto_escape(), AutoEscape::None) && !value.is_safe() {
            let escaped = state.apply_filter("escape", std::slice::from_ref(value))?;
            return Ok(out.write_str(escaped.as_str().unwrap_or_default())?);
        }
        if let Some(text) = value.as_str() {
            return Ok(out.write_str(text)?);
        }
        let mut text = Text::new(state);
        text.str(value)?;
        Ok(out.write_str(&text.finish())?)
    });
    for (name, filter) in FILTERS.into_iter().chain(OPERATORS) {
        let call = move |state: &mut State<'_, '_>, args: Rest<ValueOrKwargs>| {
            filter(state, &args.into_values())
        };
        environment.add_filter(name, call);
    }
    for (name, test) in PREDICATES {
        let call = move |state: &mut State<'_, '_>, args: Rest<ValueOrKwargs>| {
            test(state, &args.into_values())
        };
        environment.add_test(name, call);
    }
    functions::add(&mut environment);
    environment
}

/// The operators that [`rewrite`] writes as filters.
const OPERATORS: [(&str, Filter); 21] = [
    ("+", |state, args| binary(state, "+", args)),
    ("*", |state, args| binary(state, "*", args)),
    ("%", |state, args| binary(state, "%", args)),
    ("~", |state, args| binary(state, "~", args)),
    ("==", |state, args| binary(state, "==", args)),
    ("!=", |state, args| binary(state, "!=", args)),
    ("<", |state, args| binary(state, "<", args)),
    ("<=", |state, args| binary(state, "<=", args)),
    (">", |state, args| binary(state, ">", args)),
    (">=", |state, args| binary(state, ">=", args)),
    ("in", |state, args| binary(state, "in", args)),
    ("compare-all", |state, args| operators::compare_all(state, args)),
    ("[:]", |state, args| operators::slice(state, args)),
    ("[]", |_, args| pair(args).and_then(|[value, key]| operators::get_item(value, key))),
    (".", |_, args| {
        let [value, name] = pair(args)?;
        methods::attribute(value, name.as_str().unwrap_or_default())
    }),
    (".=", |state, args| operators::set_attribute(state, args)),
    ("hashable", |_, args| operators::hashable(args)),
    ("iterable", |_, args| operators::iterable(args)),
    ("call-variadic", |state, args| operators::call_variadic(state, args)),
    ("loop-cycle", |state, args| operators::loop_method(state, "cycle", args)),
    ("loop-changed", |state, args| operators::loop_method(state, "changed", args)),
];

fn pair(args: &[Value]) -> Result<[&Value; 2], minijinja::Error> {
    match args {
        [a, b] => Ok([a, b]),
        _ => Err(error("expected two operands")),
    }
}

fn binary(state: &State, op: &str, args: &[Value]) -> Result<Value, minijinja::Error> {
    let [a, b] = pair(args)?;
    operators::binary(state, op, a, b)
}
