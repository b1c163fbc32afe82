//! `plt inspect`

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_runtime::{
    CacheLayout, CacheOptions, Checkpoint, Error, Message, ModelError, PlanKind, TextBundle,
    cache_layout,
};
use serde::Serialize;

use crate::args::InspectArgs;
use crate::terminal;

/// `plt inspect --json`.
#[derive(Serialize)]
struct Report {
    model_type: &'static str,
    loops: usize,
    window_keys: usize,
    layers: usize,
    hidden_size: usize,
    intermediate_size: usize,
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    vocab_size: usize,
    context: usize,
    rope_theta: f64,
    /// The kind of rotary scaling: `none`, `linear`, `llama3`, `yarn` or `rope_freqs`.
    rotary_scaling: &'static str,
    /// The divisor of the slowest rotary pairs.
    rotary_factor: f64,
    parameters: u64,
    weight_bytes: u64,
    /// Weight bytes by element type.
    dtypes: BTreeMap<&'static str, u64>,
    kv_dtype: &'static str,
    kv_bytes_per_token: usize,
    kv_bytes_per_sequence_fixed: usize,
    carry_bytes_per_sequence: usize,
    end_tokens: Vec<EndToken>,
    /// Whether the model takes text; `null` if its files cannot be read.
    tokenizer: Option<bool>,
    /// Whether the model chats; `null` likewise.
    chat_template: Option<bool>,
    problems: Vec<String>,
}

/// A token that ends an answer.
#[derive(Serialize)]
struct EndToken {
    id: u32,
    /// Its name; null for a model without a tokenizer.
    token: Option<String>,
    /// The file and key that say so.
    source: String,
}

pub fn run(args: InspectArgs) -> anyhow::Result<ExitCode> {
    // A config without weights is enough to compute memory use.
    let (checkpoint, mut config, mut problems) =
        match super::checkpoint(args.model.model.as_deref()) {
            Ok(checkpoint) => {
                let config = checkpoint.config().clone();
                let problems = checkpoint.problems().iter().map(ToString::to_string).collect();
                (Some(checkpoint), config, problems)
            }
            Err(error) => match error.downcast_ref() {
                Some(ModelError::NoWeights { path, .. }) => {
                    (None, Checkpoint::read_config(path)?, vec![error.to_string()])
                }
                _ => return Err(error),
            },
        };
    if let Some(checkpoint) = checkpoint.as_ref().filter(|_| args.check && problems.is_empty()) {
        problems.extend(not_finite(checkpoint)?);
    }
    // Everything else that `plt generate` opens: tokenizer, chat template, generation config.
    let bundle = checkpoint.as_ref().and_then(|checkpoint| match TextBundle::open(checkpoint) {
        Ok(bundle) => Some(bundle),
        Err(error) => {
            problems.push(error.to_string());
            None
        }
    });
    if let Some(bundle) = bundle.as_ref().filter(|_| args.check) {
        problems.extend(text_problems(bundle));
    }
    let end_tokens = match &bundle {
        Some(bundle) => end_tokens(bundle),
        // The config has some, whatever is wrong with the other files.
        None => {
            let source = match checkpoint.as_ref().and_then(Checkpoint::gguf_metadata) {
                Some(_) => "tokenizer.ggml.eos_token_id",
                None => "config.json eos_token_id",
            };
            let end = |id: &u32| EndToken { id: *id, token: None, source: source.to_owned() };
            config.eos_token_ids.iter().map(end).collect()
        }
    };

    if let Some(loops) = args.model.loops {
        config = config.with_loops(loops).context("--loops")?;
    }
    let layout = cache_layout(
        &config,
        CacheOptions::single(1, args.cache.kv_cache_dtype, PlanKind::Decode),
    )?;
    let dtypes = match args.model.quantization() {
        Some(quantization) => quantization.dtypes(&config),
        None => checkpoint.as_ref().map(Checkpoint::dtypes).unwrap_or_default(),
    };
    let report = Report {
        model_type: config.model_type.name(),
        loops: config.loops.count,
        window_keys: config.loops.window_keys,
        layers: config.layers,
        hidden_size: config.hidden_size,
        intermediate_size: config.intermediate_size,
        heads: config.heads,
        kv_heads: config.kv_heads,
        head_dim: config.head_dim,
        vocab_size: config.vocab_size,
        context: config.max_positions,
        rope_theta: config.rope_theta,
        rotary_scaling: config.rotary_scaling.name(),
        rotary_factor: config.rotary_scaling.factor(),
        parameters: config.parameters(),
        weight_bytes: dtypes.values().sum(),
        dtypes,
        kv_dtype: args.cache.kv_cache_dtype.name(),
        kv_bytes_per_token: layout.bytes_per_token(),
        kv_bytes_per_sequence_fixed: layout.bytes_per_sequence(),
        carry_bytes_per_sequence: layout.carry_bytes_per_sequence(),
        end_tokens,
        tokenizer: bundle.as_ref().map(|bundle| bundle.tokenizer().is_ok()),
        chat_template: bundle.as_ref().map(|bundle| bundle.chat_template().is_ok()),
        problems,
    };
    let mut stdout = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut stdout, &report)?;
        writeln!(stdout)?;
    } else {
        stdout.write_all(text(&report, &layout, bundle.as_ref()).as_bytes())?;
    }
    Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns the end tokens with their names.
fn end_tokens(text: &TextBundle) -> Vec<EndToken> {
    let name = |id| text.tokenizer().and_then(|tokenizer| tokenizer.decode(&[id], false)).ok();
    let ends = text.end_tokens().iter();
    ends.map(|end| EndToken { id: end.id, token: name(end.id), source: end.source.clone() })
        .collect()
}

/// Reads every weight and returns the tensors with a value that is not finite.
fn not_finite(checkpoint: &Checkpoint) -> anyhow::Result<Vec<String>> {
    let bar = terminal::byte_bar("checking");
    let checked = checkpoint.check_values(&mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    match checked {
        Ok(()) => Ok(Vec::new()),
        Err(ModelError::Problems { problems, .. }) => {
            Ok(problems.0.iter().map(ToString::to_string).collect())
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns the rotary scaling as text.
fn scaling(report: &Report) -> String {
    match report.rotary_scaling {
        "none" => "not scaled".to_owned(),
        name => format!("scaled by {name}, factor {}", report.rotary_factor),
    }
}

/// Uses the tokenizer and the chat template as `plt generate` and `plt chat` do.
fn text_problems(bundle: &TextBundle) -> Vec<String> {
    let mut problems = Vec::new();
    match bundle.tokenizer() {
        Ok(tokenizer) => {
            let ids = tokenizer.encode("def f(x):\n    return 1", true);
            problems.extend(ids.and_then(|ids| tokenizer.decode(&ids, false)).err());
        }
        // The model takes token ids.
        Err(Error::NoTokenizer) => {}
        Err(unsupported) => problems.push(unsupported),
    }
    if let Ok(template) = bundle.chat_template() {
        let messages = [Message::new("user", "hello")];
        // A template may reject this conversation, but must not fail.
        let rendered = template.render(&messages, true);
        problems.extend(rendered.err().filter(|e| !matches!(e, Error::Conversation { .. })));
    }
    problems.iter().map(ToString::to_string).collect()
}

/// Returns the lines about text: tokenizer, chat template, sampling.
fn text_lines(bundle: &TextBundle) -> [String; 3] {
    let tokenizer = match bundle.tokenizer() {
        Ok(tokenizer) => format!("{} tokens", tokenizer.vocab_size()),
        Err(error) => format!("none ({error})"),
    };
    let template = match bundle.chat_template() {
        Ok(_) => "yes",
        Err(_) => "none: plt chat needs one; plt run and plt generate complete text",
    };
    let sampling = match bundle.recommends_sampling() {
        true => super::describe_sampling(&bundle.sampling()),
        false => {
            let chat = super::describe_sampling(&bundle.chat_sampling());
            format!("none recommended: greedy, in chats {chat}")
        }
    };
    [
        format!("tokenizer      {tokenizer}"),
        format!("chat template  {template}"),
        format!("sampling       {sampling}"),
    ]
}

/// Returns the report as text.
fn text(report: &Report, layout: &CacheLayout, bundle: Option<&TextBundle>) -> String {
    let mib = |bytes: u64| format!("{:.2} MiB", bytes as f64 / f64::from(1 << 20));
    let dtypes: Vec<String> =
        report.dtypes.iter().map(|(dtype, bytes)| format!("{dtype} {}", mib(*bytes))).collect();
    let loops = match report.loops {
        1 => "1".to_owned(),
        loops => format!("{loops}, {} window keys in later loops", report.window_keys),
    };
    let mut lines = vec![
        format!("architecture   {}", report.model_type),
        format!("loops          {loops}"),
        format!(
            "shape          {} layers, hidden {}, feed-forward {}, {}/{} heads of {}, \
             vocabulary {}, context {}",
            report.layers,
            report.hidden_size,
            report.intermediate_size,
            report.heads,
            report.kv_heads,
            report.head_dim,
            report.vocab_size,
            report.context
        ),
        format!("rotary         base {}, {}", report.rope_theta, scaling(report)),
        format!("parameters     {:.2} million", report.parameters as f64 / 1e6),
        format!("weights        {} ({})", mib(report.weight_bytes), dtypes.join(", ")),
        format!(
            "KV cache       {:.2} KiB per token in {}; per sequence {} of windows, {} bytes of carries",
            report.kv_bytes_per_token as f64 / 1024.0,
            report.kv_dtype,
            mib(report.kv_bytes_per_sequence_fixed as u64),
            report.carry_bytes_per_sequence
        ),
    ];
    if report.loops > 1 {
        let naive = layout.bytes_per_token() * report.loops;
        let per_token = layout.bytes_per_token() as f64;
        let full = report.context as f64 * per_token + report.kv_bytes_per_sequence_fixed as f64;
        lines.push(format!(
            "               {:.2} % more than one loop at full context; {:.2} KiB per token if each \
             loop had its own",
            (full / (report.context as f64 * per_token) - 1.0) * 100.0,
            naive as f64 / 1024.0
        ));
    }
    match report.end_tokens.as_slice() {
        [] => lines.push("end tokens     none".to_owned()),
        ends => lines.extend(ends.iter().enumerate().map(|(index, end)| {
            let title = if index == 0 { "end tokens" } else { "" };
            let token = end.token.as_ref().map(|token| format!(" {token:?}")).unwrap_or_default();
            format!("{title:<15}{}{token} ({})", end.id, end.source)
        })),
    }
    lines.extend(bundle.into_iter().flat_map(text_lines));
    match report.problems.as_slice() {
        [] => lines.push("problems       none".to_owned()),
        problems => {
            lines.push(format!("problems       {}", problems.len()));
            lines.extend(problems.iter().map(|problem| format!("  {problem}")));
        }
    }
    lines.join("\n") + "\n"
}
