//! Every operation but attention: shapes, and what must be equal.

use candle_core::quantized::QTensor;
use candle_core::{Device, Tensor};
use proptest::prelude::*;
use proptest::sample::select;

use super::compare::{compare, same_bits};
use super::tolerance::{self, Tolerance};
use super::{Checked, Failure, Suite, failed, values};
use crate::ops::{Gate, GateInput, LoopInput, LoopRow, RingWrite, RotaryWrite};
use crate::{Backend, DType, KvDType, KvShape, Result, WeightData};

/// Shapes around the widths of vector registers.
fn widths() -> impl Strategy<Value = usize> {
    prop_oneof![1..=20usize, select(vec![31, 32, 33, 64, 80])]
}

fn kv_dtypes() -> impl Strategy<Value = KvDType> {
    select(vec![KvDType::F32, KvDType::F16, KvDType::BF16])
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
    (select(DType::ALL.to_vec()), 1..=40usize, widths(), 1..=2usize, any::<u64>()).prop_map(
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

/// A small cache with writes into some of its slots and carry rows.
#[derive(Debug, Clone)]
struct Store {
    shape: KvShape,
    rows: usize,
    /// Which slots or carry rows are written, by which rows.
    writes: Vec<(u32, u32)>,
    seed: u64,
}

fn stores() -> impl Strategy<Value = Store> {
    (1..=3usize, 1..=9usize, 1..=3usize, 1..=8usize, kv_dtypes(), 1..=6usize, any::<u64>())
        .prop_flat_map(|(layers, slots, kv_heads, half, dtype, rows, seed)| {
            let shape = KvShape {
                layers,
                slots,
                kv_heads,
                head_dim: 2 * half,
                dtype,
                carry_rows: slots,
                hidden: 2 * half + 1,
            };
            let places: Vec<u32> = (0..slots as u32).collect();
            let count = 0..=slots.min(rows);
            (Just(shape), Just(rows), prop::sample::subsequence(places, count), Just(seed))
        })
        .prop_map(|(shape, rows, places, seed)| {
            // Rows in an order of their own, so that row and place are not mistaken for each other.
            let row = |i: usize| ((i + seed as usize % rows) % rows) as u32;
            let writes = places.iter().enumerate().map(|(i, place)| (row(i), *place)).collect();
            Store { shape, rows, writes, seed }
        })
}

/// Keys and values of every slot of every layer, and all carries.
type Contents = (Vec<Vec<f32>>, Vec<f32>);

pub(super) fn contents<B: Backend>(
    backend: &B,
    cache: &B::Cache,
    shape: &KvShape,
) -> Result<Contents> {
    let slots: Vec<u32> = (0..shape.slots as u32).collect();
    let mut layers = Vec::new();
    for layer in 0..shape.layers {
        let (k, v) = backend.read_slots(cache, layer, &slots)?;
        layers.extend([k, v]);
    }
    let rows: Vec<u32> = (0..shape.carry_rows as u32).collect();
    Ok((layers, backend.read_carries(cache, &rows)?))
}

/// Fills slots and carries with values, NaN here and there: nothing may read or change them.
pub(super) fn guarded<B: Backend>(backend: &B, shape: &KvShape, seed: u64) -> Result<B::Cache> {
    let mut cache = backend.cache(*shape)?;
    let width = shape.kv_heads * shape.head_dim;
    let filling = |seed: u64, count: usize| -> Vec<f32> {
        let values = values(seed, count).into_iter().enumerate();
        values.map(|(i, v)| if i % 3 == 0 { f32::NAN } else { v }).collect()
    };
    let pairs = |count: usize| -> Vec<(u32, u32)> { (0..count as u32).map(|i| (i, i)).collect() };
    for layer in 0..shape.layers {
        let seed = seed ^ (layer as u64) << 32;
        let k = backend.tensor(shape.slots, width, filling(seed, shape.slots * width))?;
        let v = backend.tensor(shape.slots, width, filling(!seed, shape.slots * width))?;
        let writes = &pairs(shape.slots);
        backend.ring_write(&mut cache, RingWrite { layer, k: &k, v: &v, writes })?;
    }
    let count = shape.carry_rows * shape.hidden;
    let x = backend.tensor(shape.carry_rows, shape.hidden, filling(seed, count))?;
    backend.carry_write(&mut cache, &x, &pairs(shape.carry_rows))?;
    Ok(cache)
}

fn same_contents(got: &Contents, expected: &Contents) -> Checked {
    let (layers, carries) = got;
    for (i, (got, expected)) in layers.iter().zip(&expected.0).enumerate() {
        let what = ["keys", "values"][i % 2];
        same_bits(got, expected, &format!("{what} of layer {}", i / 2))?;
    }
    same_bits(carries, &expected.1, "carries")
}

impl<B: Backend> Suite<'_, B> {
    /// Compares one tensor that backend and reference compute from the same case.
    fn compare<T>(
        &self,
        case: &T,
        tolerance: Tolerance,
        ours: impl Fn(&B, &T) -> Result<B::Tensor>,
        theirs: impl Fn(&crate::Reference, &T) -> Result<Tensor>,
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

    pub(super) fn embed(&mut self) -> Result<(), Failure> {
        fn run<B: Backend>(backend: &B, (weight, ids): &(Weight, Vec<u32>)) -> Result<B::Tensor> {
            let ids: Vec<u32> = ids.iter().map(|id| id % weight.rows as u32).collect();
            backend.embed(&backend.weight(weight.data()?)?, &ids)
        }
        let cases = (weights(), prop::collection::vec(any::<u32>(), 1..=17));
        self.check("embed", cases, |suite, case| suite.compare(case, tolerance::EMBED, run, run))
    }

    pub(super) fn loop_input(&mut self) -> Result<(), Failure> {
        type Case = (Store, Vec<u8>, f32, f32);
        fn run<B: Backend>(backend: &B, (store, kinds, a, b): &Case) -> Result<B::Tensor> {
            let KvShape { hidden, carry_rows, .. } = store.shape;
            let mut cache = backend.cache(store.shape)?;
            let carries = values(store.seed, carry_rows * hidden);
            let carries = backend.tensor(carry_rows, hidden, carries)?;
            let pairs: Vec<(u32, u32)> = (0..carry_rows as u32).map(|i| (i, i)).collect();
            backend.carry_write(&mut cache, &carries, &pairs)?;
            let rows: Vec<LoopRow> = kinds
                .iter()
                .map(|kind| match kind % 3 {
                    0 => LoopRow::First,
                    1 => LoopRow::Start,
                    _ => LoopRow::Carry(u32::from(kind / 3) % carry_rows as u32),
                })
                .collect();
            let embeddings = values(!store.seed, rows.len() * hidden);
            let embeddings = backend.tensor(rows.len(), hidden, embeddings)?;
            let (emb_scale, hidden_scale) = (*a, *b);
            let args = LoopInput { embeddings: &embeddings, rows: &rows, emb_scale, hidden_scale };
            backend.loop_input(&cache, args)
        }
        let scale = || select(vec![0.0f32, 0.053, 0.707, 1.0]);
        let kinds = prop::collection::vec(any::<u8>(), 1..=17);
        self.check("loop_input", (stores(), kinds, scale(), scale()), |suite, case| {
            suite.compare(case, tolerance::LOOP_INPUT, run, run)
        })
    }

    pub(super) fn rms_norm(&mut self) -> Result<(), Failure> {
        type Case = (usize, usize, f32, u64);
        fn run<B: Backend>(backend: &B, (rows, cols, eps, seed): &Case) -> Result<B::Tensor> {
            let x = backend.tensor(*rows, *cols, values(*seed, rows * cols))?;
            backend.rms_norm(&x, &backend.tensor(1, *cols, values(!seed, *cols))?, *eps)
        }
        let cases = (1..=17usize, widths(), select(vec![1e-6f32, 1e-5, 1e-2]), any::<u64>());
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
        self.check("linear", (weights(), 1..=17usize, any::<bool>()), |suite, case| {
            suite.compare(case, tolerance::LINEAR, run, run)
        })
    }

    pub(super) fn logits(&mut self) -> Result<(), Failure> {
        type Case = (Weight, usize, Vec<u32>);
        fn run<B: Backend>(backend: &B, (weight, rows, chosen): &Case) -> Result<B::Tensor> {
            let x = values(!weight.seed, rows * weight.cols);
            let x = backend.tensor(*rows, weight.cols, x)?;
            let chosen: Vec<u32> = chosen.iter().map(|row| row % *rows as u32).collect();
            backend.logits(&x, &chosen, &backend.weight(weight.data()?)?)
        }
        let chosen = prop::collection::vec(any::<u32>(), 1..=5);
        self.check("logits", (weights(), 1..=9usize, chosen), |suite, case| {
            suite.compare(case, tolerance::LINEAR, run, run)
        })
    }

    pub(super) fn gate(&mut self) -> Result<(), Failure> {
        type Case = (usize, usize, usize, bool, u64);
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<B::Tensor> {
            let (rows, heads, width, hidden, seed) = *case;
            let cols = if hidden { width } else { heads * width };
            let x = backend.tensor(rows, cols, values(seed, rows * cols))?;
            let norm = backend.tensor(1, width, values(3, width))?;
            let weight = backend.tensor(heads, width, values(!seed, heads * width))?;
            let bias = backend.tensor(1, heads, values(5, heads))?;
            let input = match hidden {
                true => GateInput::Hidden { h: &x, norm: &norm, eps: 1e-5 },
                false => GateInput::Query { q: &x },
            };
            backend.gate(Gate { input, weight: &weight, bias: &bias })
        }
        let cases = (1..=17usize, 1..=9usize, widths(), any::<bool>(), any::<u64>());
        self.check("gate", cases, |suite, case| suite.compare(case, tolerance::GATE, run, run))
    }

    pub(super) fn swiglu(&mut self) -> Result<(), Failure> {
        type Case = (usize, usize, f32, u64);
        fn run<B: Backend>(backend: &B, (rows, cols, scale, seed): &Case) -> Result<B::Tensor> {
            let gate = values(*seed, rows * cols).iter().map(|v| v * scale).collect();
            let up = backend.tensor(*rows, *cols, values(!seed, rows * cols))?;
            backend.swiglu(&backend.tensor(*rows, *cols, gate)?, &up)
        }
        // Far out the sigmoid is 0 or 1 and its exponential overflows.
        let scale = select(vec![1.0f32, 10.0, 200.0]);
        self.check("swiglu", (1..=17usize, widths(), scale, any::<u64>()), |suite, case| {
            suite.compare(case, tolerance::SWIGLU, run, run)
        })
    }

    pub(super) fn rotary_write(&mut self) -> Result<(), Failure> {
        type Case = (Store, usize, Vec<u32>, f64);
        /// Rotated queries and keys, and the cache afterwards.
        fn run<B: Backend>(backend: &B, case: &Case) -> Result<(Vec<f32>, Contents)> {
            let (store, group, positions, theta) = case;
            let Store { shape, rows, writes, seed } = store;
            let width = shape.kv_heads * shape.head_dim;
            let mut cache = guarded(backend, shape, *seed)?;
            let tensor =
                |seed: u64, cols: usize| backend.tensor(*rows, cols, values(seed, rows * cols));
            let v = tensor(2, width)?;
            let (q, k) = backend.rotary_write(
                &mut cache,
                RotaryWrite {
                    layer: shape.layers - 1,
                    q: tensor(*seed, group * width)?,
                    k: tensor(!seed, width)?,
                    v: &v,
                    positions: &positions[..*rows],
                    theta: *theta,
                    writes,
                },
            )?;
            let mut rotated = backend.read(&q)?;
            rotated.extend(backend.read(&k)?);
            Ok((rotated, contents(backend, &cache, shape)?))
        }
        let positions = prop::collection::vec(prop_oneof![0..70u32, 0..131_072u32], 6);
        let theta = select(vec![1e4, 5e5]);
        let cases = (stores(), select(vec![1usize, 4, 5, 8]), positions, theta);
        self.check("rotary_write", cases, |suite, case| {
            let (got, stored) = run(suite.backend, case).map_err(failed)?;
            let (expected, expected_stored) = run(&suite.reference, case).map_err(failed)?;
            compare(&got, &expected, tolerance::ROTARY)?;
            suite.compare_written(&case.0, stored, expected_stored)
        })
    }

    /// Written slots may differ by a rounding, all others by nothing.
    fn compare_written(&self, store: &Store, got: Contents, expected: Contents) -> Checked {
        let (mut got, mut expected) = (got, expected);
        let width = store.shape.kv_heads * store.shape.head_dim;
        let written = tolerance::written(store.shape.dtype);
        for (got, expected) in
            got.0.iter_mut().zip(&mut expected.0).skip(2 * (store.shape.layers - 1))
        {
            for (_, slot) in &store.writes {
                let place = *slot as usize * width..(*slot as usize + 1) * width;
                compare(&got[place.clone()], &expected[place.clone()], written)?;
                got[place.clone()].fill(0.0);
                expected[place].fill(0.0);
            }
        }
        same_contents(&got, &expected)
    }

    pub(super) fn ring_write(&mut self) -> Result<(), Failure> {
        fn run<B: Backend>(backend: &B, store: &Store) -> Result<Contents> {
            let Store { shape, rows, writes, seed } = store;
            let width = shape.kv_heads * shape.head_dim;
            let mut cache = guarded(backend, shape, *seed)?;
            let k = backend.tensor(*rows, width, values(11, rows * width))?;
            let v = backend.tensor(*rows, width, values(13, rows * width))?;
            let layer = shape.layers / 2;
            backend.ring_write(&mut cache, RingWrite { layer, k: &k, v: &v, writes })?;
            contents(backend, &cache, shape)
        }
        self.check("ring_write", stores(), |suite, case| {
            let got = run(suite.backend, case).map_err(failed)?;
            same_contents(&got, &run(&suite.reference, case).map_err(failed)?)
        })
    }

    pub(super) fn carry_write(&mut self) -> Result<(), Failure> {
        fn run<B: Backend>(backend: &B, store: &Store) -> Result<Contents> {
            let Store { shape, rows, writes, seed } = store;
            let mut cache = guarded(backend, shape, *seed)?;
            let x = backend.tensor(*rows, shape.hidden, values(17, rows * shape.hidden))?;
            backend.carry_write(&mut cache, &x, writes)?;
            contents(backend, &cache, shape)
        }
        self.check("carry_write", stores(), |suite, case| {
            let got = run(suite.backend, case).map_err(failed)?;
            same_contents(&got, &run(&suite.reference, case).map_err(failed)?)
        })
    }
}
