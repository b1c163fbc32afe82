//! `plt bench`

use std::fmt;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;

use plt_bench::{Prefill, Report, Runner, Setting, random_weights, write_random};
use plt_runtime::{Config, DType, Model, OpenDevice, Quantization, ReadSpeed, defaults};
use serde::Serialize;

use super::{INTERRUPTED, cancel_on_ctrl_c, checkpoint, model_name};
use crate::args::BenchArgs;
use crate::{gguf_file, terminal};

/// Default number of loops of a synthetic model.
const LOOPS: usize = 2;

pub fn run(args: BenchArgs) -> anyhow::Result<ExitCode> {
    let device = args.device.device.to_string();
    match args.device.open()? {
        OpenDevice::Cpu(cpu) => {
            let machine = Machine {
                device,
                adapter: None,
                threads: Some(cpu.threads()),
                instructions: Some(cpu.instruction_set().name()),
                activations: Some(cpu.activations().name()),
            };
            measure(cpu, machine, args)
        }
        #[cfg(feature = "gpu")]
        OpenDevice::Gpu(gpu) => {
            let machine = Machine { device, adapter: Some(gpu.adapter()), ..Machine::default() };
            measure(gpu, machine, args)
        }
        _ => anyhow::bail!("--device {device} has no benchmark: expected cpu or a GPU"),
    }
}

/// `plt bench --json`.
#[derive(Serialize)]
struct Results<'a> {
    model: &'a str,
    weights: &'a [&'static str],
    kv: &'static str,
    #[serde(flatten)]
    machine: Machine,
    reps: NonZeroUsize,
    results: &'a [Report],
}

/// The device of the benchmark.
#[derive(Default, Serialize)]
struct Machine {
    /// The value of `--device`.
    device: String,
    /// The driver's name of the GPU.
    adapter: Option<String>,
    threads: Option<usize>,
    instructions: Option<&'static str>,
    activations: Option<&'static str>,
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(adapter) = &self.adapter {
            write!(f, "{} ({adapter})", self.device)?;
        }
        if let (Some(threads), Some(instructions)) = (self.threads, self.instructions) {
            write!(f, "{threads} threads, {instructions}")?;
        }
        self.activations.map_or(Ok(()), |activations| write!(f, ", {activations} activations"))
    }
}

fn measure<B: ReadSpeed>(
    backend: B,
    mut machine: Machine,
    args: BenchArgs,
) -> anyhow::Result<ExitCode> {
    let base = |loops: usize| Setting {
        loops: args.loops.map_or(loops, Into::into),
        schedule: args.schedule,
        batch: args.batch.into(),
        context: args.context,
        prompt: args.prompt,
        chunk: args.chunk.into(),
        prefill: Prefill::Visible,
        generate: args.generate.into(),
    };
    let (name, types, model, settings) = match args.synthetic {
        Some(shape) => {
            let settings = settings(base(LOOPS), &args.compare)?;
            let loops = settings.iter().map(|setting| setting.loops).max().unwrap_or(LOOPS);
            let config = shape.config(loops)?;
            let quantization = Quantization::new(args.quant.unwrap_or(DType::Q8_0));
            if let Some(path) = &args.save {
                return save(path, args.force, &config, quantization);
            }
            let types = quantization.dtypes(&config);
            let bar = terminal::byte_bar("generating weights");
            let mut source = random_weights(quantization);
            let model = Model::new(backend, config, |spec| {
                let weight = source(spec);
                bar.inc(weight.as_ref().map_or(0, |weight| weight.bytes().len() as u64));
                weight
            });
            bar.finish_and_clear();
            (shape.name().to_owned(), types.into_keys().collect::<Vec<_>>(), model?, settings)
        }
        None => {
            let checkpoint = checkpoint(args.model.as_deref())?;
            let config = checkpoint.config().clone();
            let settings = settings(base(config.loops.count), &args.compare)?;
            let quantization = args.quant.map(Quantization::new);
            let types = match quantization {
                Some(quantization) => quantization.dtypes(&config),
                None => checkpoint.dtypes(),
            };
            let name = model_name(args.model.as_deref()).into_owned();
            checkpoint.check()?;
            let model = Model::new(backend, config, |spec| match quantization {
                Some(quantization) => checkpoint.tensor_as(spec, quantization),
                None => checkpoint.tensor(spec),
            })?;
            (name, types.into_keys().collect(), model, settings)
        }
    };

    let kv_cache_dtype = args.cache.dtype(defaults::BENCH, &args.device.device);
    let bar = terminal::step_bar(0);
    let reports = Runner::new(&model, &settings)?.with_kv(kv_cache_dtype).run(
        args.reps.into(),
        &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        },
    );
    bar.finish_and_clear();
    let reports = reports?;

    // Unquantized weights take unquantized activations.
    let has = |dtype: &DType| types.contains(&dtype.name());
    if !DType::ALL.iter().any(|dtype| dtype.block_len() > 1 && has(dtype)) {
        machine.activations = None;
    }
    let mut stdout = std::io::stdout().lock();
    if args.json {
        let results = Results {
            model: &name,
            weights: &types,
            kv: kv_cache_dtype.name(),
            machine,
            reps: args.reps,
            results: &reports,
        };
        serde_json::to_writer_pretty(&mut stdout, &results)?;
        writeln!(stdout)?;
    } else {
        writeln!(
            stdout,
            "{name}, weights {}, KV cache {}, {machine}",
            types.join(" + "),
            kv_cache_dtype.name()
        )?;
        for report in &reports {
            print(&mut stdout, report)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn save(
    path: &Path,
    force: bool,
    config: &Config,
    quantization: Quantization,
) -> anyhow::Result<ExitCode> {
    gguf_file::check_path(path, force)?;
    let cancel = cancel_on_ctrl_c()?;
    let written = gguf_file::write(path, force, &cancel, "writing", |file, progress| {
        write_random(config, quantization, file, path, progress)
    })?;
    Ok(written.map_or(ExitCode::from(INTERRUPTED), |_| ExitCode::SUCCESS))
}

/// Returns the first setting and those compared with it.
fn settings(base: Setting, changes: &[String]) -> plt_bench::Result<Vec<Setting>> {
    let others = changes.iter().map(|changes| base.with(changes));
    std::iter::once(Ok(base.clone())).chain(others).collect()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn print(out: &mut impl std::io::Write, report: &Report) -> std::io::Result<()> {
    let Setting { loops, schedule, batch, context, prompt, .. } = &report.setting;
    let schedule = schedule.name();
    writeln!(out, "\nR = {loops}, {schedule}, batch {batch}, context {context}")?;
    writeln!(out, "  decode     {:.2} ms per token", report.ms_per_token)?;
    writeln!(out, "             {:.1} tokens/s", report.tokens_per_s)?;
    if let Some(ratio) = &report.decode_ratio {
        writeln!(out, "             {ratio:.3} times the first setting")?;
    }
    if let Some(prefill) = &report.prefill_tokens_per_s {
        writeln!(out, "  prefill    {prefill:.1} tokens/s, prompt of {prompt}")?;
    }
    if let Some(ratio) = &report.prefill_ratio {
        writeln!(out, "             {ratio:.3} times the first setting")?;
    }
    let mib = |bytes: usize| bytes as f64 / f64::from(1 << 20);
    writeln!(
        out,
        "  step       {}, {}; per pass {:.1} MiB of weights, {:.1} MiB of KV cache",
        counted(report.rows, "row", "rows"),
        counted(report.passes, "pass", "passes"),
        mib(report.weight_bytes_per_pass),
        mib(report.kv_bytes_per_pass)
    )?;
    writeln!(
        out,
        "  memory     {:.2} of the read bandwidth, {:.1} GB/s",
        report.bandwidth_fraction, report.read_bandwidth_gbs
    )
}
