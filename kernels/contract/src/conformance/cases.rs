//! Every operation but attention: shapes, and what must be equal.

use candle_core::quantized::QTensor;
use candle_core::{Device, Tensor};
use proptest::prelude::*;
use proptest::sample::select;

use super::compare::compare;
use super::store::{Contents, Store, contents, guarded, same_contents, stores};
use super::tolerance::{self, Tolerance};
use super::{Checked, Failure, Suite, failed, values};
use crate::ops::{Gate, GateInput, LoopInput, LoopOutput, RotaryWrite, Rotated};
use crate::{
    Backend, Batch, BatchRow, DType, Reference, Result, RowInput, Store as KvStore, WeightData,
};

/// `rms_norm_eps` where a case has no reason for another.
const EPS: f32 = 1e-5;

/// Shapes around the widths of vector registers.
fn widths() -> impl Strategy<Value = usize> {
    prop_oneof![1..=20usize, select(vec![31, 32, 33, 64, 80])]
}

/// Rows of a pass: few as in decode, sometimes many as in prefill.
fn row_counts() -> impl Strategy<Value = usize> {
    prop_oneof![12 => 1..=17usize, 1 => select(vec![32usize, 33, 65])]
}

/// A weight of any type, made from random values.
#[derive(Debug, Clone)]
struct Weight {
    dtype: DType,
    rows: usize,
    cols: usize,
    seed: u64,
}

fn weights() -> impl Strategy<Value = Weight> {
    // Blocks decide which widths there are; two blocks are enough to tell them apart.
    let rows = prop_oneof![1..=40usize, select(vec![64, 100])];
    (select(DType::ALL.to_vec()), rows, widths(), 1..=2usize, any::<u64>()).prop_map(
        |(dtype, rows, width, blocks, seed)| {
            let cols = if dtype.block_len() == 1 { width } else { blocks * dtype.block_len() };
            Weight { dtype, rows, cols, seed }
        },
    )
}

impl Weight {
    fn data(&self) -> Result<WeightData> {
        let values = values(self.seed, self.rows * self.cols);
        let tensor = Tensor::from_vec(values, (self.rows, self.cols), &Device::Cpu)?;
        let bytes = QTensor::quantize(&tensor, self.dtype.ggml())?.data()?.into_owned();
        WeightData::new(self.dtype, self.rows, self.cols, bytes.into())
    }
}

impl<B: Backend> Suite<'_, B> {
    /// Compares one tensor that backend and reference compute from the same case.
    fn compare<T>(
        &self,
        case: &T,
        tolerance: Tolerance,
        ours: impl Fn(&B, &T) -> Result<B::Tensor>,
        theirs: impl Fn(&Reference, &T) -> Result<Tensor>,
    ) -> Checked {
        let got = ours(self.backend, case).map_err(failed)?;
        let expected = theirs(&self.reference, case).map_err(failed)?;
        let (shape, expected_shape) = (self.backend.shape(&got), self.reference.shape(&expected));
        if shape != expected_shape {
            return Err(format!("shape {shape:?}, expected {expected_shape:?}"));
        }
        let got = self.backend.read(&got).map_err(failed)?;
        compare(&got, &self.reference.read(&expected).map_err(failed)?, tolerance)
    }

    pub(super) fn loop_input(&mut self) -> Result<(), Failure> {
        type Case = (Weight, Store, Vec<(u32, u8)>, f32, f32);
        /// h and x.
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<[Vec<f32>; 2]> {
            let (table, store, rows, emb_scale, hidden_scale) = case;
            let shape = crate::KvShape { hidden: table.cols, ..store.shape };
            let mut cache = backend.cache(shape)?;
            let all: Vec<u32> = (0..shape.carry_rows as u32).collect();
            let carries = values(store.seed, shape.carry_rows * shape.hidden);
            backend.write_carries(&mut cache, &all, &carries)?;
            let row = |(id, kind): &(u32, u8)| BatchRow {
                id: id % table.rows as u32,
                input: match kind % 3 {
                    0 => RowInput::First,
                    1 => RowInput::Start,
                    _ => RowInput::Carry(u32::from(kind / 3) % shape.carry_rows as u32),
                },
                ..BatchRow::default()
            };
            let batch = Batch::of_rows(rows.iter().map(row).collect());
            let batch = backend.batch(&cache, batch)?;
            let table = backend.weight(table.data()?)?;
            let norm = backend.tensor(1, shape.hidden, values(41, shape.hidden))?;
            let (emb_scale, hidden_scale) = (*emb_scale, *hidden_scale);
            let args = LoopInput { table: &table, emb_scale, hidden_scale, norm: &norm, eps: EPS };
            let (h, x) = backend.loop_input(&cache, &batch, args)?;
            Ok([backend.read(&h)?, backend.read(&x)?])
        }
        let scale = || select(vec![0.0f32, 0.053, 0.707, 1.0]);
        let rows = row_counts()
            .prop_flat_map(|count| prop::collection::vec((any::<u32>(), any::<u8>()), count));
        self.check("loop_input", (weights(), stores(), rows, scale(), scale()), |suite, case| {
            let [h, x] = run(suite.backend, case).map_err(failed)?;
            let [expected, _] = run(&suite.reference, case).map_err(failed)?;
            compare(&h, &expected, tolerance::LOOP_INPUT)?;
            // x belongs to the h that came with it: a sum near zero is no worse for being normed.
            let normed = || {
                let hidden = case.0.cols;
                let h = suite.reference.tensor(case.2.len(), hidden, h)?;
                let norm = suite.reference.tensor(1, hidden, values(41, hidden))?;
                suite.reference.read(&suite.reference.rms_norm(&h, &norm, EPS)?)
            };
            compare(&x, &normed().map_err(failed)?, tolerance::RMS_NORM)
        })
    }

    pub(super) fn rms_norm(&mut self) -> Result<(), Failure> {
        type Case = (usize, usize, f32, u64);
        fn run<B: Backend>(backend: &B, (rows, cols, eps, seed): &Case) -> Result<B::Tensor> {
            let x = backend.tensor(*rows, *cols, values(*seed, rows * cols))?;
            backend.rms_norm(&x, &backend.tensor(1, *cols, values(!seed, *cols))?, *eps)
        }
        let cases = (row_counts(), widths(), select(vec![1e-6f32, 1e-5, 1e-2]), any::<u64>());
        self.check("rms_norm", cases, |suite, case| {
            suite.compare(case, tolerance::RMS_NORM, run, run)
        })
    }

    pub(super) fn linear(&mut self) -> Result<(), Failure> {
        type Case = (Weight, usize, bool);
        fn run<B: Backend>(backend: &B, (weight, rows, residual): &Case) -> Result<B::Tensor> {
            let x = values(!weight.seed, rows * weight.cols);
            let x = backend.tensor(*rows, weight.cols, x)?;
            let added = backend.tensor(*rows, weight.rows, values(7, rows * weight.rows))?;
            let matrix = backend.weight(weight.data()?)?;
            backend.linear(&x, &matrix, residual.then_some(&added))
        }
        self.check("linear", (weights(), row_counts(), any::<bool>()), |suite, case| {
            suite.compare(case, tolerance::linear(case.0.dtype), run, run)
        })
    }

    pub(super) fn swiglu(&mut self) -> Result<(), Failure> {
        type Case = (Weight, usize, f32, bool);
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<B::Tensor> {
            let (gate, rows, scale, dense) = case;
            let x = values(!gate.seed, rows * gate.cols).iter().map(|v| v * scale).collect();
            let x = backend.tensor(*rows, gate.cols, x)?;
            // Gate and up need not be stored alike.
            let dtype = if *dense { DType::F32 } else { gate.dtype };
            let up = Weight { dtype, seed: gate.seed ^ 1, ..*gate };
            backend.swiglu(&x, &backend.weight(gate.data()?)?, &backend.weight(up.data()?)?)
        }
        // Far out the sigmoid is 0 or 1 and its exponential overflows.
        let scale = select(vec![1.0f32, 200.0]);
        self.check("swiglu", (weights(), row_counts(), scale, any::<bool>()), |suite, case| {
            suite.compare(case, tolerance::swiglu(f64::from(case.2), case.0.dtype), run, run)
        })
    }

    pub(super) fn rotary_write(&mut self) -> Result<(), Failure> {
        type Case = (Store, usize, Vec<u32>, f64, Option<usize>, bool);
        struct Output {
            rotated: Vec<f32>,
            gate: Vec<f32>,
            stored: Contents,
        }
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<Output> {
            let (store, group, positions, theta, gate_width, hidden) = case;
            let Store { shape, rows, writes, seed } = store;
            let width = shape.kv_heads * shape.head_dim;
            let heads = shape.kv_heads * group;
            let mut cache = guarded(backend, shape, *seed)?;
            let tensor = |seed: u64, rows: usize, cols: usize| {
                backend.tensor(rows, cols, values(seed, rows * cols))
            };
            let mut batch = vec![BatchRow::default(); *rows];
            for (row, position) in batch.iter_mut().zip(positions) {
                row.position = *position;
            }
            for (row, slot) in writes {
                batch[*row as usize].store = KvStore::Page(*slot);
            }
            let batch = backend.batch(&cache, Batch::of_rows(batch))?;
            // In query mode the gate is as wide as a head, in hidden mode as the hidden state.
            let gate_width = match hidden {
                true => *gate_width,
                false => gate_width.map(|_| shape.head_dim),
            };
            let wide = gate_width.unwrap_or(1);
            let (h, norm) = (tensor(43, *rows, wide)?, tensor(3, 1, wide)?);
            let (weight, bias) = (tensor(!seed, heads, wide)?, tensor(5, 1, heads)?);
            let input = match hidden {
                true => GateInput::Hidden { h: &h, norm: &norm, eps: EPS },
                false => GateInput::Query,
            };
            let gate = Gate { input, weight: &weight, bias: &bias };
            let Rotated { q, k, gate } = backend.rotary_write(
                &mut cache,
                &batch,
                RotaryWrite {
                    layer: shape.layers - 1,
                    q: tensor(*seed, *rows, group * width)?,
                    k: tensor(!seed, *rows, width)?,
                    v: &tensor(2, *rows, width)?,
                    theta: *theta,
                    gate: gate_width.is_some().then_some(gate),
                },
            )?;
            let mut rotated = backend.read(&q)?;
            rotated.extend(backend.read(&k)?);
            let gate = gate.map_or(Ok(Vec::new()), |gate| backend.read(&gate))?;
            Ok(Output { rotated, gate, stored: contents(backend, &cache, shape)? })
        }
        let position = prop_oneof![0..70u32, 0..131_072u32];
        let positions = prop::collection::vec(position, super::store::MAX_ROWS);
        let theta = select(vec![1e4, 5e5]);
        let gate = prop::option::of(widths());
        let group = select(vec![1usize, 4, 5, 8]);
        let cases = (stores(), group, positions, theta, gate, any::<bool>());
        self.check("rotary_write", cases, |suite, case| {
            let got = run(suite.backend, case).map_err(failed)?;
            let expected = run(&suite.reference, case).map_err(failed)?;
            compare(&got.rotated, &expected.rotated, tolerance::ROTARY)?;
            compare(&got.gate, &expected.gate, tolerance::GATE)?;
            let layer = case.0.shape.layers - 1;
            let written = tolerance::written(case.0.shape.dtype);
            same_contents(&case.0, layer, written, got.stored, expected.stored)
        })
    }

    pub(super) fn loop_output(&mut self) -> Result<(), Failure> {
        type Case = (Store, Vec<u32>, bool);
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<(Vec<f32>, Contents)> {
            let (Store { shape, rows, writes, seed }, outputs, normalize_carry) = case;
            let mut cache = guarded(backend, shape, *seed)?;
            let mut batch = Batch::of_rows(vec![BatchRow::default(); *rows]);
            for (row, carry) in writes {
                batch.rows[*row as usize].carry = Some(*carry);
            }
            batch.outputs = outputs.iter().map(|row| row % *rows as u32).collect();
            let batch = backend.batch(&cache, batch)?;
            let h = backend.tensor(*rows, shape.hidden, values(17, rows * shape.hidden))?;
            let norm = backend.tensor(1, shape.hidden, values(47, shape.hidden))?;
            let normalize_carry = *normalize_carry;
            let args = LoopOutput { h: &h, norm: &norm, eps: EPS, normalize_carry };
            let y = backend.loop_output(&mut cache, &batch, args)?;
            assert_eq!(backend.shape(&y), (outputs.len(), shape.hidden));
            Ok((backend.read(&y)?, contents(backend, &cache, shape)?))
        }
        let outputs = prop::collection::vec(any::<u32>(), 0..=5);
        self.check("loop_output", (stores(), outputs, any::<bool>()), |suite, case| {
            let (got, stored) = run(suite.backend, case).map_err(failed)?;
            let (expected, expected_stored) = run(&suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::RMS_NORM)?;
            let (mut stored, mut expected_stored) = (stored, expected_stored);
            let hidden = case.0.shape.hidden;
            for (_, carry) in &case.0.writes {
                let place = *carry as usize * hidden..(*carry as usize + 1) * hidden;
                let (got, expected) = (&mut stored.1[place.clone()], &mut expected_stored.1[place]);
                compare(got, expected, tolerance::RMS_NORM)?;
                got.fill(0.0);
                expected.fill(0.0);
            }
            let nothing = Store { writes: Vec::new(), ..case.0.clone() };
            same_contents(&nothing, 0, tolerance::EXACT, stored, expected_stored)
        })
    }

    pub(super) fn top_k(&mut self) -> Result<(), Failure> {
        type Case = (usize, usize, usize, bool, u64);
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<Vec<Vec<(u32, f32)>>> {
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
            let expected = run(&suite.reference, case).map_err(failed)?;
            let differs = got.iter().zip(&expected).position(|(got, expected)| got != expected);
            match differs {
                None if got.len() == expected.len() => Ok(()),
                None => Err(format!("{} rows, expected {}", got.len(), expected.len())),
                Some(i) => Err(format!("row {i}: {:?} instead of {:?}", got[i], expected[i])),
            }
        })
    }
}
