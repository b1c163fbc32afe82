//! Every half layer but attention: shapes, and numbers that must be equal.

use proptest::prelude::*;
use proptest::sample::select;

use super::cache::{Contents, contents, guarded, same_contents, write_carries};
use super::compare::compare;
use super::model::{GateKind, Model, models, row_counts, widths};
use super::tolerance::{self, Tolerance};
use super::{Failure, Outcome, Suite, failed, largest, values};
use crate::{
    AttentionInput, Backend, Batch, BatchRow, BatchSpan, Checked, Result, RowInput, Store, Window,
};

/// h of a model's rows.
fn hidden<B: Backend>(backend: &Checked<B>, model: &Model, rows: usize) -> Result<B::Tensor> {
    backend.tensor(rows, model.hidden, values(model.seed ^ 17, rows * model.hidden))
}

/// The largest factor that a norm without weights multiplies numbers by, in runs of `width`.
fn gain(values: &[f32], width: usize, eps: f32) -> f64 {
    let gain = |run: &[f32]| {
        let squares = run.iter().map(|x| f64::from(*x) * f64::from(*x)).sum::<f64>();
        1.0 / (squares / width as f64 + f64::from(eps)).sqrt()
    };
    values.chunks_exact(width).map(gain).fold(0.0, f64::max)
}

/// The layer that cases look at: the last one.
fn last(model: &Model) -> usize {
    model.layers - 1
}

/// A pass of `attention_input`: which rows are stored, and where.
#[derive(Debug, Clone)]
struct Rows {
    count: usize,
    /// Slots beyond one per row.
    spare: usize,
    /// Rows that are not stored.
    skipped: usize,
    /// Size of cosine and sine.
    factor: f32,
    gated: bool,
}

fn rows() -> impl Strategy<Value = Rows> {
    let factor = select(vec![1.0f32, 1.5]);
    (row_counts(), 0..=5usize, 0..=3usize, factor, any::<bool>()).prop_map(
        |(count, spare, skipped, factor, gated)| Rows { count, spare, skipped, factor, gated },
    )
}

impl Rows {
    fn slots(&self) -> usize {
        self.count + self.spare
    }

    /// Row and slot of every row that is stored: slots in an order of their own, so that row and slot
    /// are not mistaken for each other.
    fn writes(&self) -> Vec<(usize, u32)> {
        let slots = self.slots();
        let stored = (0..self.count).filter(|row| row % 4 >= self.skipped);
        stored.map(|row| (row, ((row * 7 + 3 + self.spare) % slots) as u32)).collect::<Vec<_>>()
    }

    fn batch(&self, model: &Model) -> Batch {
        let mut rows = vec![BatchRow::default(); self.count];
        let mut taken = vec![false; self.slots()];
        for (row, slot) in self.writes() {
            // Two rows of one slot would have no order.
            if !std::mem::replace(&mut taken[slot as usize], true) {
                rows[row].store = Store::Block(slot);
            }
        }
        let angles = values(model.seed ^ 5, self.count * model.rotary_dim / 2);
        let cos_sin = |angle: f32| {
            let (sin, cos) = (angle * std::f32::consts::PI).sin_cos();
            [cos * self.factor, sin * self.factor]
        };
        let window = self.gated.then_some(Window { keys: 1, ring: 0, ring_len: 1, first: 0 });
        Batch {
            rows,
            spans: vec![BatchSpan { sequence: 0, first_row: 0, len: self.count, start: 0, window }],
            block_size: self.count,
            block_tables: vec![vec![0]],
            cos_sin: angles.into_iter().map(cos_sin).collect(),
            outputs: Vec::new(),
        }
    }
}

/// The results of `attention_input`, on the host.
struct Input {
    q: Vec<f32>,
    k: Vec<f32>,
    v: Vec<f32>,
    gate: Option<Vec<f32>>,
    stored: Contents,
}

fn attention_input<B: Backend>(backend: &Checked<B>, model: &Model, rows: &Rows) -> Result<Input> {
    let stack = model.stack(backend)?;
    let mut cache = guarded(backend, &model.cache(rows.slots(), 1), model.seed)?;
    let batch = backend.batch(&cache, rows.batch(model))?;
    let h = hidden(backend, model, rows.count)?;
    let input = backend.attention_input(&stack, last(model), &mut cache, &batch, &h)?;
    let shapes = [&input.q, &input.k, &input.v].map(|x| backend.shape(x));
    let kv = (rows.count, model.kv_heads * model.head_dim);
    assert_eq!(shapes, [(rows.count, model.q_width()), kv, kv]);
    Ok(Input {
        q: backend.read(&input.q)?,
        k: backend.read(&input.k)?,
        v: backend.read(&input.v)?,
        gate: input.gate.map(|gate| backend.read(&gate)).transpose()?,
        stored: contents(backend, &cache)?,
    })
}

/// h of `loop_input`, then q, k and v of the first layer from that very h: a backend may have normed it
/// already.
fn carried<B: Backend>(
    backend: &Checked<B>,
    model: &Model,
    rows: &Rows,
    inputs: &[RowInput],
) -> Result<[Vec<f32>; 4]> {
    let stack = model.stack(backend)?;
    let mut cache = guarded(backend, &model.cache(rows.slots(), 1), model.seed)?;
    write_carries(backend, &mut cache, &[0], &values(model.seed ^ 3, model.hidden))?;
    let mut batch = rows.batch(model);
    for (i, (row, input)) in batch.rows.iter_mut().zip(inputs).enumerate() {
        row.id = (5 * i % model.vocab) as u32;
        row.input = *input;
    }
    let batch = backend.batch(&cache, batch)?;
    let h = backend.loop_input(&stack, &cache, &batch)?;
    let AttentionInput { q, k, v, .. } =
        backend.attention_input(&stack, 0, &mut cache, &batch, &h)?;
    Ok([backend.read(&h)?, backend.read(&q)?, backend.read(&k)?, backend.read(&v)?])
}

impl<B: Backend, R: Backend> Suite<'_, B, R> {
    pub(super) fn loop_input(&mut self) -> std::result::Result<(), Failure> {
        const CARRIES: usize = 5;
        type Case = (Model, Vec<(u32, u8)>);
        fn run<B: Backend>(backend: &Checked<B>, (model, rows): &Case) -> Result<Vec<f32>> {
            let stack = model.stack(backend)?;
            let mut cache = guarded(backend, &model.cache(3, CARRIES), model.seed)?;
            // The first carry keeps its NaN: no row names it.
            let named: Vec<u32> = (1..CARRIES as u32).collect();
            let carries = values(model.seed ^ 3, named.len() * model.hidden);
            write_carries(backend, &mut cache, &named, &carries)?;
            let row = |(id, kind): &(u32, u8)| BatchRow {
                id: id % model.vocab as u32,
                input: match kind % 3 {
                    0 => RowInput::First,
                    1 => RowInput::Start,
                    _ => RowInput::Carry(1 + u32::from(kind / 3) % named.len() as u32),
                },
                ..BatchRow::default()
            };
            let rows: Vec<BatchRow> = rows.iter().map(row).collect();
            let batch = backend.batch(&cache, Batch { rows, ..Batch::default() })?;
            backend.read(&backend.loop_input(&stack, &cache, &batch)?)
        }
        let rows = row_counts()
            .prop_flat_map(|count| prop::collection::vec((any::<u32>(), any::<u8>()), count));
        self.check("loop_input", (models(), rows), |suite, case| {
            let got = run(suite.backend, case).map_err(failed)?;
            let expected = run(suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::LOOP_INPUT)
        })
    }

    pub(super) fn attention_input(&mut self) -> std::result::Result<(), Failure> {
        self.check("attention_input", (models(), rows()), |suite, (model, rows)| {
            let got = attention_input(suite.backend, model, rows).map_err(failed)?;
            let expected = attention_input(suite.reference, model, rows).map_err(failed)?;
            let tolerances = suite.input_tolerances(model, rows)?;
            let named =
                |name: &str, result: Outcome| result.map_err(|reason| format!("{name}: {reason}"));
            named("q", compare(&got.q, &expected.q, tolerances.q))?;
            named("k", compare(&got.k, &expected.k, tolerances.k))?;
            named("v", compare(&got.v, &expected.v, tolerances.v))?;
            match (&got.gate, &expected.gate) {
                (Some(got), Some(expected)) => {
                    named("gate", compare(got, expected, tolerances.gate))?;
                }
                (None, None) => {}
                (got, _) => {
                    return Err(format!(
                        "gate: {} instead",
                        if got.is_some() { "some" } else { "none" }
                    ));
                }
            }
            let batch = rows.batch(model);
            let width = model.kv_heads * model.head_dim;
            let numbers = |row: usize| {
                let place = row * width..(row + 1) * width;
                [&got.k[place.clone()], &got.v[place]]
            };
            let written: Vec<_> =
                batch.block_writes().map(|(row, slot)| (slot, numbers(row))).collect();
            let shape = model.cache(rows.slots(), 1);
            same_contents(&shape, last(model), &written, got.stored, expected.stored)?;
            suite.carried(model, rows)
        })
    }

    /// Compares q, k and v of the first layer, from the h that `loop_input` returned.
    fn carried(&self, model: &Model, rows: &Rows) -> Outcome {
        let model = &Model { qk_norm: [false; 2], rotary_dim: 0, ..model.clone() };
        let inputs = [RowInput::First, RowInput::Start, RowInput::Carry(0)];
        let inputs: Vec<RowInput> = inputs.into_iter().cycle().take(rows.count).collect();
        let got = carried(self.backend, model, rows, &inputs).map_err(failed)?;
        let expected = carried(self.reference, model, rows, &inputs).map_err(failed)?;
        // h errs by its roundings, of numbers of at most the sum of the scales in size, which the norm
        // multiplies by its gain; weights are at most 1, and errors of products add up at random.
        let (emb, hidden) = (f64::from(model.emb_scale), f64::from(model.hidden_scale));
        let error = inputs.iter().zip(expected[0].chunks_exact(model.hidden)).map(|(input, h)| {
            let size = match input {
                RowInput::First => 1.0,
                RowInput::Start => emb,
                RowInput::Carry(_) => emb + hidden,
            };
            size * gain(h, model.hidden, model.eps) * tolerance::LOOP_INPUT.absolute
        });
        let error = 2.0 * (model.hidden as f64).sqrt() * error.fold(0.0, f64::max);
        for (i, name) in [(1, "q"), (2, "k"), (3, "v")] {
            let dtype = model.dtype(if model.fused { 1 } else { i }, model.hidden);
            let tolerance = tolerance::normed_linear(model.hidden, dtype).plus(error);
            compare(&got[i], &expected[i], tolerance)
                .map_err(|reason| format!("{name} after loop_input: {reason}"))?;
        }
        Ok(())
    }

    pub(super) fn attention_output(&mut self) -> std::result::Result<(), Failure> {
        fn run<B: Backend>(backend: &Checked<B>, model: &Model, rows: usize) -> Result<Vec<f32>> {
            let stack = model.stack(backend)?;
            let y = values(model.seed ^ 19, rows * model.q_width());
            let y = backend.tensor(rows, model.q_width(), y)?;
            let h = hidden(backend, model, rows)?;
            backend.read(&backend.attention_output(&stack, last(model), &y, &h)?)
        }
        self.check("attention_output", (models(), row_counts()), |suite, (model, rows)| {
            let got = run(suite.backend, model, *rows).map_err(failed)?;
            let expected = run(suite.reference, model, *rows).map_err(failed)?;
            let width = model.q_width();
            let product = tolerance::linear(width, model.dtype(4, width));
            let raw = Model { output_norm: [false; 2], ..model.clone() };
            let raw = run(suite.reference, &raw, *rows).map_err(failed)?;
            let tolerance = suite.residual(model, 0, product, &raw, *rows)?;
            compare(&got, &expected, tolerance)
        })
    }

    pub(super) fn feed_forward(&mut self) -> std::result::Result<(), Failure> {
        fn run<B: Backend>(backend: &Checked<B>, model: &Model, rows: usize) -> Result<Vec<f32>> {
            let stack = model.stack(backend)?;
            let h = hidden(backend, model, rows)?;
            backend.read(&backend.feed_forward(&stack, last(model), &h)?)
        }
        self.check("feed_forward", (models(), row_counts()), |suite, (model, rows)| {
            let got = run(suite.backend, model, *rows).map_err(failed)?;
            let expected = run(suite.reference, model, *rows).map_err(failed)?;
            let (hidden, inner) = (model.hidden, model.intermediate);
            let dtypes = [model.dtype(5, hidden), model.dtype(6, hidden), model.dtype(7, inner)];
            let scale = f64::from(model.scale);
            let product = tolerance::feed_forward(hidden, inner, scale, dtypes);
            let raw = Model { output_norm: [false; 2], ..model.clone() };
            let raw = run(suite.reference, &raw, *rows).map_err(failed)?;
            let tolerance = suite.residual(model, 1, product, &raw, *rows)?;
            compare(&got, &expected, tolerance)
        })
    }

    pub(super) fn loop_output(&mut self) -> std::result::Result<(), Failure> {
        const CARRIES: usize = 7;
        type Case = (Model, usize, Vec<u32>, usize);
        fn writes(rows: usize, count: usize) -> Vec<(usize, u32)> {
            let count = count.min(rows).min(CARRIES - 1);
            // Rows in an order of their own, so that row and carry are not mistaken for each other.
            (0..count).map(|i| ((i + 1) % rows, (CARRIES - 1 - i) as u32)).collect()
        }
        fn run<B: Backend>(backend: &Checked<B>, case: &Case) -> Result<(Vec<f32>, Contents)> {
            let (model, rows, outputs, carries) = case;
            let stack = model.stack(backend)?;
            let mut cache = guarded(backend, &model.cache(2, CARRIES), model.seed)?;
            let mut batch = Batch { rows: vec![BatchRow::default(); *rows], ..Batch::default() };
            for (row, carry) in writes(*rows, *carries) {
                batch.rows[row].carry = Some(carry);
            }
            batch.outputs = outputs.iter().map(|row| row % *rows as u32).collect();
            let batch = backend.batch(&cache, batch)?;
            let h = hidden(backend, model, *rows)?;
            let y = backend.loop_output(&stack, &mut cache, &batch, &h)?;
            assert_eq!(backend.shape(&y), (outputs.len(), model.hidden));
            Ok((backend.read(&y)?, contents(backend, &cache)?))
        }
        let outputs = prop::collection::vec(any::<u32>(), 0..=5);
        let cases = (models(), row_counts(), outputs, 0..=CARRIES);
        self.check("loop_output", cases, |suite, case| {
            let (got, stored) = run(suite.backend, case).map_err(failed)?;
            let (expected, expected_stored) = run(suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::RMS_NORM)?;
            let (mut stored, mut expected_stored) = (stored, expected_stored);
            let bytes = case.0.hidden * size_of::<f32>();
            for (_, carry) in writes(case.1, case.3) {
                let place = carry as usize * bytes..(carry as usize + 1) * bytes;
                let numbers = |contents: &Contents| {
                    crate::KvDType::F32.decode(&contents.carries[place.clone()])
                };
                compare(&numbers(&stored), &numbers(&expected_stored), tolerance::RMS_NORM)
                    .map_err(|reason| format!("carry {carry}: {reason}"))?;
                stored.carries[place.clone()].fill(0);
                expected_stored.carries[place].fill(0);
            }
            let shape = case.0.cache(2, CARRIES);
            same_contents(&shape, 0, &[], stored, expected_stored)
        })
    }

    pub(super) fn final_norm(&mut self) -> std::result::Result<(), Failure> {
        fn run<B: Backend>(backend: &Checked<B>, model: &Model, rows: usize) -> Result<Vec<f32>> {
            let stack = model.stack(backend)?;
            backend.read(&backend.final_norm(&stack, &hidden(backend, model, rows)?)?)
        }
        self.check("final_norm", (models(), row_counts()), |suite, (model, rows)| {
            let got = run(suite.backend, model, *rows).map_err(failed)?;
            let expected = run(suite.reference, model, *rows).map_err(failed)?;
            compare(&got, &expected, tolerance::RMS_NORM)
        })
    }

    pub(super) fn logits(&mut self) -> std::result::Result<(), Failure> {
        fn run<B: Backend>(backend: &Checked<B>, model: &Model, rows: usize) -> Result<Vec<f32>> {
            let stack = model.stack(backend)?;
            let logits = backend.logits(&stack, &hidden(backend, model, rows)?)?;
            assert_eq!(backend.shape(&logits), (rows, model.vocab));
            backend.read(&logits)
        }
        self.check("logits", (models(), row_counts()), |suite, (model, rows)| {
            let got = run(suite.backend, model, *rows).map_err(failed)?;
            let expected = run(suite.reference, model, *rows).map_err(failed)?;
            let dtype = model.dtype(8, model.hidden);
            compare(&got, &expected, tolerance::linear(model.hidden, dtype))
        })
    }

    pub(super) fn top_k(&mut self) -> std::result::Result<(), Failure> {
        type Case = (usize, usize, usize, bool, u64);
        fn run<B: Backend>(backend: &Checked<B>, case: &Case) -> Result<Vec<Vec<(u32, f32)>>> {
            let (rows, cols, k, ties, seed) = *case;
            let round = |v: f32| if ties { (v * 4.0).round() } else { v };
            let x = values(seed, rows * cols).into_iter().map(round).collect();
            backend.top_k(&backend.tensor(rows, cols, x)?, k)
        }
        let cols = prop_oneof![widths(), select(vec![255usize, 256, 1000, 4099])];
        let k = prop_oneof![Just(1usize), 1..=70usize];
        let cases = (row_counts(), cols, k, any::<bool>(), any::<u64>());
        self.check("top_k", cases, |suite, case| {
            let got = run(suite.backend, case).map_err(failed)?;
            let expected = run(suite.reference, case).map_err(failed)?;
            let differs = got.iter().zip(&expected).position(|(got, expected)| got != expected);
            match differs {
                None if got.len() == expected.len() => Ok(()),
                None => Err(format!("{} rows, expected {}", got.len(), expected.len())),
                Some(i) => Err(format!("row {i}: {:?} instead of {:?}", got[i], expected[i])),
            }
        })
    }

    /// The tolerance of a half layer's output, h plus a product, normed or not. `raw` is the output
    /// without that norm.
    fn residual(
        &self,
        model: &Model,
        norm: usize,
        product: Tolerance,
        raw: &[f32],
        rows: usize,
    ) -> std::result::Result<Tolerance, String> {
        if !model.output_norm[norm] {
            return Ok(product.plus(1e-7));
        }
        let h = values(model.seed ^ 17, rows * model.hidden);
        let products: Vec<f32> = raw.iter().zip(&h).map(|(raw, h)| raw - h).collect();
        let size = (model.hidden as f64).sqrt();
        let absolute = product.plus(product.relative * largest(&products));
        Ok(tolerance::normed(absolute, gain(&products, model.hidden, model.eps), size).plus(2e-7))
    }

    fn input_tolerances(
        &self,
        model: &Model,
        rows: &Rows,
    ) -> std::result::Result<InputTolerances, String> {
        let raw = Model { qk_norm: [false; 2], rotary_dim: 0, ..model.clone() };
        let raw = attention_input(self.reference, &raw, rows).map_err(failed)?;
        let product = |index: usize| {
            let index = if model.fused { 1 } else { index };
            tolerance::normed_linear(model.hidden, model.dtype(index, model.hidden))
        };
        let heads = |index: usize, raw: &[f32]| {
            let product = product(1 + index);
            let (tolerance, size) = match model.qk_norm[index] {
                false => (product, largest(raw)),
                true => {
                    let size = (model.head_dim as f64).sqrt();
                    let absolute = product.plus(product.relative * largest(raw));
                    let gain = gain(raw, model.head_dim, model.eps);
                    (tolerance::normed(absolute, gain, size), size)
                }
            };
            (tolerance::rotated(tolerance, size), size * f64::from(rows.factor) * 1.5)
        };
        let ((q, q_size), (k, _)) = (heads(0, &raw.q), heads(1, &raw.k));
        let gate = match model.gate {
            GateKind::Hidden => tolerance::gate_of_normed(model.hidden),
            _ => {
                // The root of the mean square of queries, of a norm at most 1; a rotation multiplies it.
                let squares = raw.q.iter().map(|q| f64::from(*q) * f64::from(*q)).sum::<f64>();
                let raw_mean = (squares / raw.q.len() as f64).sqrt();
                let mean = if model.qk_norm[0] { 1.0 } else { raw_mean };
                tolerance::gate(model.head_dim, q, q_size, mean * f64::from(rows.factor))
            }
        };
        Ok(InputTolerances { q, k, v: product(3), gate })
    }
}

struct InputTolerances {
    q: Tolerance,
    k: Tolerance,
    v: Tolerance,
    gate: Tolerance,
}
