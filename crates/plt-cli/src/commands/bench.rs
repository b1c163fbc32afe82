//! `plt bench`

use std::fmt;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;

use plt_bench::{Report, Runner, Setting, Shape, random_weights, write_random};
use plt_runtime::{Config, DType, Model, Quantization, ReadSpeed};
use serde::Serialize;

use super::{BUILT_IN, INTERRUPTED, cancel_on_ctrl_c, check_activations, checkpoint};
use crate::args::{BenchArgs, Device, Quant, Schedule, SyntheticShape};
use crate::{gguf_file, terminal};

/// Loops of a synthetic model that nobody asked for others of.
const LOOPS: usize = 2;

pub fn run(args: BenchArgs) -> anyhow::Result<ExitCode> {
    check_activations(args.cpu, &args.device)?;
    match &args.device {
        Device::Cpu => {
            let cpu = args.cpu.backend()?;
            let machine = Machine {
                device: "cpu".to_owned(),
                adapter: None,
                threads: Some(cpu.threads()),
                instructions: Some(cpu.instruction_set().name()),
                activations: Some(cpu.activations().name()),
            };
            measure(cpu, machine, args)
        }
        #[cfg(feature = "gpu")]
        Device::Gpu(name) => {
            let gpu = plt_kernels::Cube::open(name)?;
            let (device, adapter) = (name.clone(), Some(gpu.adapter()));
            let machine = Machine { device, adapter, ..Machine::default() };
            measure(gpu, machine, args)
        }
        #[cfg(not(feature = "gpu"))]
        Device::Gpu(name) => anyhow::bail!("no device {name}: {}", super::NO_GPU),
        Device::Reference => {
            anyhow::bail!("--device reference is not there to be fast: expected cpu or a GPU")
        }
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

/// What computes.
#[derive(Default, Serialize)]
struct Machine {
    /// As `--device` has it.
    device: String,
    /// The GPU, as its driver names it.
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
        schedule: match args.schedule {
            Schedule::Clp => plt_bench::Schedule::Clp,
            Schedule::Sequential => plt_bench::Schedule::Sequential,
        },
        batch: args.batch.into(),
        context: args.context,
        prompt: args.prompt,
        chunk: args.chunk.into(),
        generate: args.generate.into(),
    };
    let (name, types, model, settings) = match args.synthetic {
        Some(shape) => {
            let settings = settings(base(LOOPS), &args.compare)?;
            let loops = settings.iter().map(|setting| setting.loops).max().unwrap_or(LOOPS);
            let shape = Shape::from(shape);
            let config = shape.config(loops)?;
            let dtype = DType::from(args.quant.unwrap_or(Quant::Q8_0));
            let quantization = Quantization::new(dtype);
            if let Some(place) = &args.save {
                return save(place, args.force, &config, quantization);
            }
            let types = quantization.dtypes(&config);
            let bar = terminal::byte_bar("making weights");
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
            let quantization = args.quant.map(|quant| Quantization::new(quant.into()));
            let types = match quantization {
                Some(quantization) => quantization.dtypes(&config),
                None => checkpoint.dtypes(),
            };
            let name = args.model.as_deref().or(BUILT_IN.map(|(name, _)| name));
            checkpoint.check()?;
            let model = Model::new(backend, config, |spec| match quantization {
                Some(quantization) => checkpoint.tensor_as(spec, quantization),
                None => checkpoint.tensor(spec),
            })?;
            (name.unwrap_or_default().to_owned(), types.into_keys().collect(), model, settings)
        }
    };

    let bar = terminal::step_bar(0);
    let reports = Runner::new(&model, &settings)?.with_kv(args.dtype.into()).run(
        args.reps.into(),
        &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        },
    );
    bar.finish_and_clear();
    let reports = reports?;

    // Weights of floats meet them as they are.
    let has = |dtype: &DType| types.contains(&dtype.name());
    if !DType::ALL.iter().any(|dtype| dtype.block_len() > 1 && has(dtype)) {
        machine.activations = None;
    }
    let mut stdout = std::io::stdout().lock();
    if args.json {
        let results = Results {
            model: &name,
            weights: &types,
            kv: plt_runtime::KvDType::from(args.dtype).name(),
            machine,
            reps: args.reps,
            results: &reports,
        };
        serde_json::to_writer_pretty(&mut stdout, &results)?;
        writeln!(stdout)?;
    } else {
        writeln!(stdout, "{name}, {}, {machine}", types.join(", "))?;
        for report in &reports {
            print(&mut stdout, report)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn save(
    place: &Path,
    force: bool,
    config: &Config,
    quantization: Quantization,
) -> anyhow::Result<ExitCode> {
    gguf_file::check_place(place, force)?;
    let cancel = cancel_on_ctrl_c()?;
    let written = gguf_file::write(place, force, &cancel, "writing", |file, progress| {
        write_random(config, quantization, file, place, progress)
    })?;
    Ok(written.map_or(ExitCode::from(INTERRUPTED), |_| ExitCode::SUCCESS))
}

/// The first setting and what it is compared with.
fn settings(base: Setting, changes: &[String]) -> plt_bench::Result<Vec<Setting>> {
    let others = changes.iter().map(|changes| base.with(changes));
    std::iter::once(Ok(base.clone())).chain(others).collect()
}

fn print(out: &mut impl std::io::Write, report: &Report) -> std::io::Result<()> {
    let Setting { loops, schedule, batch, context, prompt, .. } = &report.setting;
    let schedule = match schedule {
        plt_bench::Schedule::Clp => "clp",
        plt_bench::Schedule::Sequential => "sequential",
    };
    writeln!(out, "\nR = {loops}, {schedule}, batch {batch}, context {context}")?;
    writeln!(out, "  decode     {:.2} ms a token", report.ms_per_token)?;
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
        "  a pass     {} rows of {} passes, {:.1} MiB of weights, {:.1} MiB of keys and values",
        report.rows,
        report.passes,
        mib(report.weight_bytes_per_pass),
        mib(report.kv_bytes_per_pass)
    )?;
    writeln!(
        out,
        "  memory     {:.2} of the {:.1} GB/s that it can be read with",
        report.bandwidth_fraction, report.read_bandwidth_gbs
    )
}

impl From<SyntheticShape> for Shape {
    fn from(shape: SyntheticShape) -> Self {
        match shape {
            SyntheticShape::LoopCoderV2 => Shape::LoopCoderV2,
            SyntheticShape::Mid => Shape::Mid,
            SyntheticShape::Small => Shape::Small,
        }
    }
}

impl From<Quant> for DType {
    fn from(quant: Quant) -> Self {
        match quant {
            Quant::F32 => DType::F32,
            Quant::F16 => DType::F16,
            Quant::Bf16 => DType::BF16,
            Quant::Q8_0 => DType::Q8_0,
            Quant::Q4_0 => DType::Q4_0,
            Quant::Q4K => DType::Q4K,
            Quant::Q6K => DType::Q6K,
        }
    }
}
