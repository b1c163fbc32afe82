//! The training objective: next-token cross-entropy on the last loop (PLT algorithm 2), computed by
//! the forward of `plt-model` on the reference backend.

use candle_core::{D, Tensor};
use plt_model::{CacheOptions, KvDType, LogitsFor, Model, NoTrace, Pass, PlanKind, Sequence};
use plt_reference::Reference;
use rayon::prelude::*;

use crate::data::Example;
use crate::error::Result;
use crate::parameters::Parameters;

/// Sums over the targets of a set of sequences.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sums {
    /// Cross-entropy in nats.
    pub loss: f64,
    /// Targets that the model ranks first.
    pub correct: usize,
    /// Targets.
    pub targets: usize,
}

impl Sums {
    /// Mean cross-entropy per target, in nats.
    pub fn mean_loss(&self) -> f64 {
        self.loss / self.targets as f64
    }

    /// Share of the targets that the model ranks first.
    pub fn accuracy(&self) -> f64 {
        self.correct as f64 / self.targets as f64
    }

    fn add(self, other: Self) -> Self {
        Self {
            loss: self.loss + other.loss,
            correct: self.correct + other.correct,
            targets: self.targets + other.targets,
        }
    }
}

/// Approximate rows per accumulation step: enough to use the tensor operations well, few enough to
/// hold two or three steps in memory.
const ROWS: usize = 384;

/// Logits `[targets, vocab]` of the positions with a target, differentiable: parallel over the
/// positions, serial over the loops.
fn logits(model: &Model<Reference>, examples: &[Example]) -> Result<Tensor> {
    let loops = &model.config().loops;
    let tokens = examples.iter().map(|example| example.tokens.len()).sum();
    let options = CacheOptions::single(tokens, KvDType::F32, PlanKind::Sequential);
    let mut cache = model.cache(options.max_num_seqs(examples.len()))?;
    let mut sequences = Vec::with_capacity(examples.len());
    let mut plans = Vec::with_capacity(examples.len());
    let mut rows = Vec::new();
    let mut first = 0;
    for (index, example) in examples.iter().enumerate() {
        let mut sequence = cache.open()?;
        sequence.extend(example.tokens.iter().copied());
        sequences.push(sequence);
        let positions = 0..example.tokens.len();
        plans.push(PlanKind::Sequential.passes(loops.rule, loops.count, index, positions));
        rows.extend(example.targets.iter().map(|(position, _)| first + position));
        first += example.tokens.len() as u32;
    }
    let mut sequences: Vec<&mut Sequence> = sequences.iter_mut().collect();
    let mut logits = None;
    for r in 0..loops.count {
        let spans = plans.iter().filter_map(|plan| plan.get(r)).flat_map(|pass| &pass.spans);
        let pass = Pass { spans: spans.copied().collect() };
        let wanted = if r + 1 == loops.count { LogitsFor::Every } else { LogitsFor::Nothing };
        logits = model.run(&mut cache, &mut sequences, &pass, wanted, &mut NoTrace)?.logits;
    }
    let logits = logits.ok_or(plt_model::Error::NoToken { position: 0, known: 0 })?;
    if rows.len() == first as usize {
        return Ok(logits);
    }
    Ok(logits.index_select(&Tensor::new(rows, logits.device())?, 0)?)
}

/// The summed cross-entropy `[]` of these sequences, and their figures.
pub(crate) fn loss(model: &Model<Reference>, examples: &[Example]) -> Result<(Tensor, Sums)> {
    let logits = logits(model, examples)?;
    let targets = examples.iter().flat_map(|example| &example.targets);
    let targets: Vec<u32> = targets.map(|(_, token)| *token).collect();
    let best = logits.argmax(D::Minus1)?.to_vec1::<u32>()?;
    let correct = best.iter().zip(&targets).filter(|(best, target)| best == target).count();

    // -log softmax(z)[target] = log Σ e^(z - max) - (z[target] - max)
    let count = targets.len();
    let targets = Tensor::from_vec(targets, (count, 1), logits.device())?;
    let largest = logits.max_keepdim(D::Minus1)?.detach();
    let shifted = logits.broadcast_sub(&largest)?;
    let log_sum = shifted.exp()?.sum_keepdim(D::Minus1)?.log()?;
    let loss = (log_sum - shifted.gather(&targets, D::Minus1)?)?.sum_all()?;
    let sum = f64::from(loss.to_scalar::<f32>()?);
    Ok((loss, Sums { loss: sum, correct, targets: count }))
}

/// Splits a batch into accumulation steps. The split depends on the batch alone, so sums are taken in
/// the same order on every machine.
fn accumulation_steps(batch: &[Example]) -> std::slice::Chunks<'_, Example> {
    let rows: usize = batch.iter().map(|example| example.tokens.len()).sum();
    let steps = rows.div_ceil(ROWS).clamp(1, batch.len().max(1));
    batch.chunks(batch.len().div_ceil(steps).max(1))
}

/// The gradient of the mean loss of a batch, parameter by parameter, and the batch's figures.
///
/// Accumulation steps run in parallel and are summed in the order of the batch: the result does not
/// depend on the number of threads.
pub(crate) fn gradients(
    model: &Model<Reference>,
    parameters: &Parameters,
    batch: &[Example],
) -> Result<(Sums, Vec<Vec<f32>>)> {
    let mut total: Vec<Vec<f32>> =
        parameters.specs.iter().map(|spec| vec![0.0; spec.rows * spec.cols]).collect();
    let mut sums = Sums::default();
    let steps: Vec<&[Example]> = accumulation_steps(batch).collect();
    for wave in steps.chunks(rayon::current_num_threads().max(1)) {
        let parts: Vec<Result<_>> =
            wave.par_iter().map(|examples| part_gradients(model, parameters, examples)).collect();
        for part in parts {
            let (part_sums, part) = part?;
            sums = sums.add(part_sums);
            for (total, part) in total.iter_mut().zip(part) {
                let Some(part) = part else { continue };
                total.iter_mut().zip(part).for_each(|(total, part)| *total += part);
            }
        }
    }
    let mean = 1.0 / sums.targets.max(1) as f32;
    total.par_iter_mut().for_each(|gradient| gradient.iter_mut().for_each(|g| *g *= mean));
    Ok((sums, total))
}

/// The gradient of the summed loss of one accumulation step; `None` for parameters without one.
fn part_gradients(
    model: &Model<Reference>,
    parameters: &Parameters,
    examples: &[Example],
) -> Result<(Sums, Vec<Option<Vec<f32>>>)> {
    let (loss, sums) = loss(model, examples)?;
    let gradients = loss.backward()?;
    let values = parameters.vars().iter().map(|var| match gradients.get(var) {
        None => Ok(None),
        Some(gradient) => Ok(Some(gradient.flatten_all()?.to_vec1()?)),
    });
    Ok((sums, values.collect::<Result<_>>()?))
}

/// The figures of these sequences, without gradients.
pub(crate) fn evaluate(model: &Model<Reference>, examples: &[Example]) -> Result<Sums> {
    let steps: Vec<&[Example]> = accumulation_steps(examples).collect();
    let parts: Vec<Result<Sums>> =
        steps.par_iter().map(|examples| Ok(loss(model, examples)?.1)).collect();
    parts.into_iter().try_fold(Sums::default(), |sums, part| Ok(sums.add(part?)))
}

#[cfg(test)]
mod tests {
    use plt_model::Config;
    use serde_json::json;

    use super::*;
    use crate::parameters::Initialisation;

    fn config(changes: serde_json::Value) -> Config {
        let mut config = json!({
            "model_type": "plt", "vocab_size": 7, "hidden_size": 6, "intermediate_size": 8,
            "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1,
            "head_dim": 4, "max_position_embeddings": 16, "rms_norm_eps": 1e-5,
            "rope_theta": 100.0, "plt_num_loops": 3, "plt_window_size": [1, 0],
            "plt_emb_scale": 0.7, "plt_hidden_scale": 0.6, "plt_gate_use_hidden_states": true,
        });
        for (key, value) in changes.as_object().expect("an object") {
            config[key] = value.clone();
        }
        Config::from_json(&config.to_string(), "config.json").expect("a config")
    }

    /// Parameters of size 1, gates and norms included: no gradient is zero.
    fn values(config: &Config) -> Vec<Vec<f32>> {
        let how = Initialisation { embedding: 1.0, linear: 1.5 };
        let mut values = Parameters::initial(config, &how, 3);
        for (i, v) in values.iter_mut().flatten().enumerate() {
            *v += 0.3 * ((i * 37 % 101) as f32 / 50.5 - 1.0);
        }
        values
    }

    fn batch() -> Vec<Example> {
        let first = Example { tokens: vec![1, 4, 4, 0, 6], targets: vec![(1, 3), (4, 5)] };
        vec![first, Example::next_tokens(&[3, 2, 5, 1])]
    }

    fn mean_loss(config: &Config, values: &[Vec<f32>]) -> f64 {
        let parameters = Parameters::new(config, values.to_vec()).expect("parameters");
        let model = parameters.model(config).expect("a model");
        evaluate(&model, &batch()).expect("a loss").mean_loss()
    }

    /// Covers every operation, every loop, the cache and the carries, with some elements of every
    /// tensor of the model.
    #[test]
    fn gradients_agree_with_finite_differences() {
        // Two central differences, extrapolated, err by about step⁴ of the fifth derivative and
        // 1e-6 / step of rounding: below 1e-3 of gradients of size 0.01 to 1.
        const STEP: f32 = 5e-3;
        const TOLERANCE: f64 = 2e-3;
        for changes in [
            json!({}),
            json!({"plt_gate_use_hidden_states": false, "plt_normalize_per_loop": false}),
            json!({"plt_loop_attention": "shared", "tie_word_embeddings": true}),
            json!({"plt_loop_attention": "own", "plt_cross_loop": false}),
            json!({"plt_num_loops": 1}),
        ] {
            let config = config(changes.clone());
            let values = values(&config);
            let parameters = Parameters::new(&config, values.clone()).expect("parameters");
            let model = parameters.model(&config).expect("a model");
            let (sums, found) = gradients(&model, &parameters, &batch()).expect("gradients");
            assert_eq!(sums.targets, 5);
            assert!((sums.mean_loss() - mean_loss(&config, &values)).abs() < 1e-6);
            for (i, spec) in parameters.specs.iter().enumerate() {
                let len = values[i].len();
                assert!(found[i].iter().any(|g| g.abs() > 1e-5), "{changes} {}", spec.name);
                for j in (0..len).step_by(1 + len / 2) {
                    let at = |step: f32| {
                        let mut values = values.clone();
                        values[i][j] += step;
                        mean_loss(&config, &values)
                    };
                    let slope = |step: f32| (at(step) - at(-step)) / f64::from(2.0 * step);
                    let expected = (4.0 * slope(STEP) - slope(2.0 * STEP)) / 3.0;
                    let error = (f64::from(found[i][j]) - expected).abs() / expected.abs().max(1.0);
                    let name = &spec.name;
                    assert!(
                        error <= TOLERANCE,
                        "{changes} {name}[{j}]: {} {expected}",
                        found[i][j]
                    );
                }
            }
        }
    }

    #[test]
    fn loss_is_the_cross_entropy_of_the_targets_alone() {
        let config = config(json!({}));
        let parameters = Parameters::new(&config, values(&config)).expect("parameters");
        let model = parameters.model(&config).expect("a model");
        let [example, other] = &batch()[..] else { panic!("two examples") };
        let every = Example { targets: (0..5).map(|row| (row, 0)).collect(), ..example.clone() };
        let logits = logits(&model, &[every]).expect("logits").to_vec2::<f32>().expect("a matrix");
        let (mut expected, mut correct) = (0.0, 0);
        for (row, token) in &example.targets {
            let row: Vec<f64> = logits[*row as usize].iter().map(|v| f64::from(*v)).collect();
            expected += row.iter().map(|v| v.exp()).sum::<f64>().ln() - row[*token as usize];
            correct += usize::from(row.iter().all(|v| *v <= row[*token as usize]));
        }
        let (_, sums) = loss(&model, std::slice::from_ref(example)).expect("a loss");
        assert!((sums.loss - expected).abs() < 1e-4, "{} {expected}", sums.loss);
        assert_eq!((sums.correct, sums.targets), (correct, 2));
        // Sequences of a batch do not see each other.
        let (_, other_sums) = loss(&model, std::slice::from_ref(other)).expect("a loss");
        let (_, both) = loss(&model, &batch()).expect("a loss");
        assert!((both.loss - sums.loss - other_sums.loss).abs() < 1e-5);
        assert_eq!((both.correct, both.targets), (correct + other_sums.correct, 5));
    }
}
