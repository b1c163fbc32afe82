use plt_model::{KvDType, Model, ReadSpeed};

use crate::workload::{Step, Workload};
use crate::{Report, Result, Setting, Spread, peak_rss_bytes};

/// Measures several settings of one model in turn.
pub struct Runner<'a, B: ReadSpeed> {
    model: &'a Model<B>,
    settings: Vec<Setting>,
    dtype: KvDType,
}

/// The samples of one setting.
#[derive(Default)]
struct Samples {
    decode: Vec<f64>,
    prefill: Vec<f64>,
    bandwidth: Vec<f64>,
    rows: usize,
    passes: usize,
    prefill_rows: Option<usize>,
}

impl<'a, B: ReadSpeed> Runner<'a, B> {
    /// The first setting is the baseline of the others. The KV cache is f16.
    ///
    /// # Errors
    /// A setting that the model cannot run.
    pub fn new(model: &'a Model<B>, settings: &[Setting]) -> Result<Self> {
        for setting in settings {
            setting.check()?;
            model.with_loops(setting.loops)?;
        }
        Ok(Self { model, settings: settings.to_vec(), dtype: KvDType::F16 })
    }

    /// Sets the type of the KV cache.
    pub fn with_kv(mut self, dtype: KvDType) -> Self {
        self.dtype = dtype;
        self
    }

    /// Takes `samples` samples of each setting, after one for warm-up. `progress` gets the samples done
    /// and the total.
    ///
    /// # Errors
    /// Errors of the model; out of memory.
    pub fn run(
        self,
        samples: usize,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Vec<Report>> {
        let rounds = samples.max(1) + 1;
        let mut workloads = Vec::with_capacity(self.settings.len());
        for setting in &self.settings {
            let steps = rounds.saturating_mul(setting.generate);
            workloads.push(Workload::new(self.model, setting.clone(), steps, self.dtype)?);
        }
        let memory = self.model.backend().backend().memory_to_read()?;
        let mut all: Vec<Samples> = workloads.iter().map(|_| Samples::default()).collect();
        for round in 0..rounds {
            for (index, (workload, samples)) in workloads.iter_mut().zip(&mut all).enumerate() {
                progress(round * self.settings.len() + index, rounds * self.settings.len());
                let mut seconds = 0.0;
                for _ in 0..workload.setting.generate {
                    let Step { rows, passes, seconds: step } = workload.decode()?;
                    (samples.rows, samples.passes) = (rows, passes);
                    seconds += step;
                }
                let prompt = workload.setting.prompt > 0;
                let prefill = if prompt { Some(workload.prefill()?) } else { None };
                samples.prefill_rows = prefill.as_ref().map(|prefill| prefill.rows);
                let bandwidth = self.model.backend().backend().read_speed(&memory)?;
                if round > 0 {
                    samples.decode.push(seconds / workload.setting.generate as f64);
                    samples.prefill.extend(prefill.map(|prefill| prefill.seconds));
                    samples.bandwidth.push(bandwidth);
                }
            }
        }
        let reports = workloads.iter().zip(&all).enumerate();
        Ok(reports.filter_map(|(i, (w, s))| report(w, s, (i > 0).then_some(&all[0]))).collect())
    }
}

/// `None` if there are no samples.
fn report<B: ReadSpeed>(
    workload: &Workload<B>,
    samples: &Samples,
    first: Option<&Samples>,
) -> Option<Report> {
    let setting = workload.setting.clone();
    let (weights, kv) = (workload.weight_bytes(), workload.kv_bytes());
    let bytes = (samples.passes * (weights + kv)) as f64;
    let fractions = samples.decode.iter().zip(&samples.bandwidth).map(|(s, b)| bytes / s / b);
    let ratio = |of: fn(&Samples) -> &Vec<f64>| {
        let first = of(first?);
        Spread::of(of(samples).iter().zip(first).map(|(mine, first)| mine / first))
    };
    let tokens = setting.batch as f64;
    Some(Report {
        rows: samples.rows,
        passes: samples.passes,
        ms_per_token: Spread::of(samples.decode.iter().map(|s| s * 1e3))?,
        tokens_per_s: Spread::of(samples.decode.iter().map(|s| tokens / s))?,
        prefill_rows: samples.prefill_rows,
        prefill_tokens_per_s: Spread::of(samples.prefill.iter().map(|s| setting.prompt as f64 / s)),
        weight_bytes_per_pass: weights,
        kv_bytes_per_pass: kv,
        read_bandwidth_gbs: Spread::of(samples.bandwidth.iter().map(|b| b / 1e9))?,
        bandwidth_fraction: Spread::of(fractions)?,
        decode_ratio: ratio(|samples| &samples.decode),
        prefill_ratio: ratio(|samples| &samples.prefill),
        peak_rss_bytes: peak_rss_bytes(),
        setting,
    })
}
