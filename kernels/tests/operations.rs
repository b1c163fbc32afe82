//! What every operation promises by itself: hand-made numbers, refused arguments, and a result that
//! depends neither on threads nor on the other rows of a pass.

use plt_kernels::ops::{
    Attention, AttentionSpan, Gate, GateInput, LoopInput, LoopRow, RingWrite, RotaryWrite, Window,
};
use plt_kernels::{Backend, Cpu, DType, Error, KvDType, KvShape, Reference, WeightData};

const SHAPE: KvShape = KvShape {
    layers: 1,
    slots: 8,
    kv_heads: 1,
    head_dim: 2,
    dtype: KvDType::F32,
    carry_rows: 2,
    hidden: 2,
};

fn assert_close<B: Backend>(backend: &B, tensor: &B::Tensor, expected: &[f32]) {
    let got = backend.read(tensor).expect("readable");
    assert_eq!(got.len(), expected.len());
    for (got, expected) in got.iter().zip(expected) {
        assert!((got - expected).abs() <= 1e-6, "{}: {got}, not {expected}", backend.name());
    }
}

fn check_numbers<B: Backend>(backend: &B) {
    let tensor = |rows: usize, values: &[f32]| {
        backend.tensor(rows, values.len() / rows, values.to_vec()).expect("a tensor")
    };
    let weight = |rows: usize, values: &[f32]| {
        let data = WeightData::from_f32(rows, values.len() / rows, values).expect("a weight");
        backend.weight(data).expect("a weight")
    };
    let table = weight(3, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_close(backend, &backend.embed(&table, &[2, 0]).unwrap(), &[4.0, 5.0, 0.0, 1.0]);

    // sqrt((9 + 16) / 2) = 3.5355339
    let normed = backend.rms_norm(&tensor(1, &[3.0, 4.0]), &tensor(1, &[1.0, 2.0]), 0.0).unwrap();
    assert_close(backend, &normed, &[0.848_528_1, 2.262_741_7]);

    let x = tensor(2, &[1.0, 2.0, -1.0, 0.5]);
    let (w, residual) = (weight(3, &[1.0, 0.0, 0.0, 1.0, 2.0, 2.0]), tensor(2, &[10.0; 6]));
    let y = backend.linear(&x, &w, Some(&residual)).unwrap();
    assert_close(backend, &y, &[11.0, 12.0, 16.0, 9.0, 10.5, 9.0]);
    assert_close(backend, &backend.logits(&x, &[1], &w).unwrap(), &[-1.0, 0.5, -1.0]);

    // silu(0) = 0, silu(1) = 0.7310586
    let y = backend.swiglu(&tensor(1, &[0.0, 1.0]), &tensor(1, &[5.0, 2.0])).unwrap();
    assert_close(backend, &y, &[0.0, 1.462_117_2]);

    let mut cache = backend.cache(SHAPE).unwrap();
    backend.carry_write(&mut cache, &tensor(1, &[10.0, 20.0]), &[(0, 1)]).unwrap();
    let embeddings = tensor(3, &[1.0, 2.0, 1.0, 2.0, 1.0, 2.0]);
    let rows = &[LoopRow::First, LoopRow::Start, LoopRow::Carry(1)];
    let args = LoopInput { embeddings: &embeddings, rows, emb_scale: 0.5, hidden_scale: 0.1 };
    let b = backend.loop_input(&cache, args).unwrap();
    assert_close(backend, &b, &[1.0, 2.0, 0.5, 1.0, 1.5, 3.0]);

    // head_dim 2 has one angle, the position itself: 2 radians turn (1, 0) into (cos 2, sin 2).
    let v = tensor(1, &[7.0, 8.0]);
    let (q, k) = backend
        .rotary_write(
            &mut cache,
            RotaryWrite {
                layer: 0,
                q: tensor(1, &[1.0, 0.0]),
                k: tensor(1, &[0.0, 1.0]),
                v: &v,
                positions: &[2],
                theta: 10_000.0,
                writes: &[(0, 3)],
            },
        )
        .unwrap();
    assert_close(backend, &q, &[-0.416_146_84, 0.909_297_4]);
    assert_close(backend, &k, &[-0.909_297_4, -0.416_146_84]);
    let (k, v) = backend.read_slots(&cache, 0, &[3]).unwrap();
    assert_eq!((k[1], v), (-0.416_146_84, vec![7.0, 8.0]));

    let (w, bias) = (tensor(1, &[1.0, 1.0]), tensor(1, &[-2.0]));
    let input = GateInput::Query { q: &tensor(1, &[0.5, 1.5]) };
    assert_close(backend, &backend.gate(Gate { input, weight: &w, bias: &bias }).unwrap(), &[0.5]);
    let (h, norm) = (tensor(1, &[3.0, 3.0]), tensor(1, &[2.0, 0.0]));
    let input = GateInput::Hidden { h: &h, norm: &norm, eps: 0.0 };
    assert_close(backend, &backend.gate(Gate { input, weight: &w, bias: &bias }).unwrap(), &[0.5]);
}

#[test]
fn operations_give_the_numbers_of_their_equations() {
    check_numbers(&Cpu::new(Some(2)).expect("threads"));
    check_numbers(&Reference::new());
}

/// Position 1 of loop 0 and of loop 1, each over two keys with equal scores.
fn check_attention<B: Backend>(backend: &B) {
    let tensor = |rows: usize, values: &[f32]| {
        backend.tensor(rows, values.len() / rows, values.to_vec()).expect("a tensor")
    };
    let mut cache = backend.cache(SHAPE).unwrap();
    // Blocks of one position: position 0 in slot 5, position 1 in slot 2; the ring in slots 6, 7.
    let (k, v) = (tensor(3, &[0.0; 6]), tensor(3, &[2.0, 0.0, 4.0, 0.0, 100.0, 0.0]));
    let writes = &[(0, 5), (1, 2), (2, 6)];
    backend.ring_write(&mut cache, RingWrite { layer: 0, k: &k, v: &v, writes }).unwrap();
    let (q, k) = (tensor(2, &[1.0; 4]), tensor(2, &[0.0; 4]));
    let v = tensor(2, &[4.0, 0.0, 200.0, 0.0]);
    let gate = tensor(2, &[0.0, 0.25]);
    let window = Window { keys: 2, ring: 6, ring_len: 2 };
    let span =
        |first_row, window| AttentionSpan { sequence: 0, first_row, len: 1, start: 1, window };
    let attend = |gate, window| {
        let args = Attention {
            layer: 0,
            heads: 1,
            q: &q,
            k: &k,
            v: &v,
            gate,
            block_size: 1,
            block_tables: &[&[5, 2]],
            spans: &[span(0, None), span(1, window)],
        };
        backend.attention(&cache, args).unwrap()
    };
    // Global mean of 2 and 4; local mean of 100 in the ring and 200 of the row itself.
    let mixed = [3.0, 0.0, 0.25 * 3.0 + 0.75 * 150.0, 0.0];
    assert_close(backend, &attend(Some(&gate), Some(window)), &mixed);
    assert_close(backend, &attend(None, Some(window)), &[3.0, 0.0, 150.0, 0.0]);
    assert_close(backend, &attend(Some(&gate), None), &[3.0, 0.0, 3.0, 0.0]);
}

#[test]
fn attention_mixes_pages_ring_and_own_rows_by_the_gate() {
    check_attention(&Cpu::new(Some(2)).expect("threads"));
    check_attention(&Reference::new());
}

fn check_refusals<B: Backend>(backend: &B) {
    let tensor =
        |rows: usize, cols: usize| backend.tensor(rows, cols, vec![1.0; rows * cols]).unwrap();
    let weight = backend.weight(WeightData::from_f32(3, 2, &[1.0; 6]).unwrap()).unwrap();
    let mut cache = backend.cache(SHAPE).unwrap();
    let refused = |result: Result<(), Error>, what: &str| match result {
        Err(
            Error::Shape { .. } | Error::Index { .. } | Error::Zero { .. } | Error::Multiple { .. },
        ) => {}
        other => panic!("{}: {what}: {other:?}", backend.name()),
    };
    let x = tensor(2, 2);
    refused(backend.tensor(2, 2, vec![0.0; 3]).map(drop), "values");
    refused(backend.embed(&weight, &[3]).map(drop), "an id");
    refused(backend.rms_norm(&x, &tensor(1, 3), 0.0).map(drop), "a norm");
    refused(backend.linear(&tensor(2, 3), &weight, None).map(drop), "columns");
    refused(backend.linear(&x, &weight, Some(&x)).map(drop), "a residual");
    refused(backend.swiglu(&x, &tensor(2, 3)).map(drop), "columns");
    refused(backend.logits(&x, &[2], &weight).map(drop), "a row");
    refused(backend.carry_write(&mut cache, &x, &[(0, 2)]), "a carry row");
    refused(backend.carry_write(&mut cache, &x, &[(2, 0)]), "a row");
    refused(backend.carry_write(&mut cache, &tensor(1, 3), &[]), "columns");
    refused(backend.read_slots(&cache, 0, &[8]).map(drop), "a slot");
    refused(backend.read_slots(&cache, 1, &[]).map(drop), "a layer");
    refused(backend.read_carries(&cache, &[2]).map(drop), "a carry row");
    for (layer, writes) in [(1, [(0, 0)]), (0, [(0, 8)]), (0, [(2, 0)])] {
        let args = RingWrite { layer, k: &x, v: &x, writes: &writes };
        refused(backend.ring_write(&mut cache, args), "a write");
    }
    for rows in [&[LoopRow::First][..], &[LoopRow::First, LoopRow::Carry(2)]] {
        let args = LoopInput { embeddings: &x, rows, emb_scale: 1.0, hidden_scale: 1.0 };
        refused(backend.loop_input(&cache, args).map(drop), "loop rows");
    }
    for (positions, columns) in [(&[0][..], 2), (&[0, 0], 3)] {
        let args = RotaryWrite {
            layer: 0,
            q: tensor(2, columns),
            k: tensor(2, 2),
            v: &x,
            positions,
            theta: 1e4,
            writes: &[],
        };
        refused(backend.rotary_write(&mut cache, args).map(drop), "rotary");
    }
    let bias = tensor(1, 2);
    for input in
        [GateInput::Query { q: &x }, GateInput::Hidden { h: &tensor(2, 3), norm: &bias, eps: 0.0 }]
    {
        let args = Gate { input, weight: &x, bias: &bias };
        refused(backend.gate(args).map(drop), "a gate");
    }

    let window = Window { keys: 2, ring: 6, ring_len: 2 };
    let good = AttentionSpan { sequence: 0, first_row: 0, len: 2, start: 0, window: Some(window) };
    let attend = |heads, block_size, block_table: &[u32], gated: bool, span| {
        let gate = tensor(2, 1);
        let args = Attention {
            layer: 0,
            heads,
            q: &x,
            k: &x,
            v: &x,
            gate: gated.then_some(&gate),
            block_size,
            block_tables: &[block_table],
            spans: &[span],
        };
        backend.attention(&cache, args).map(drop)
    };
    attend(1, 2, &[0], true, good).expect("the control");
    refused(attend(2, 2, &[0], true, good), "heads");
    refused(attend(0, 2, &[0], true, good), "no heads");
    refused(attend(1, 0, &[0], true, good), "blocks of nothing");
    refused(attend(1, 2, &[4], true, good), "a block");
    refused(attend(1, 1, &[0], true, good), "too few blocks");
    attend(1, 2, &[0], false, good).expect("a window alone");
    for span in [
        AttentionSpan { first_row: 1, ..good },
        AttentionSpan { len: 1, ..good },
        AttentionSpan { len: 0, ..good },
        AttentionSpan { len: 3, ..good },
        AttentionSpan { sequence: 1, ..good },
        AttentionSpan { start: usize::MAX, ..good },
        AttentionSpan { window: Some(Window { keys: 0, ..window }), ..good },
        AttentionSpan { window: Some(Window { keys: 3, ..window }), ..good },
        AttentionSpan { window: Some(Window { ring: 7, ..window }), ..good },
        AttentionSpan { window: Some(Window { ring: u32::MAX, ..window }), ..good },
    ] {
        refused(attend(1, 2, &[0], true, span), &format!("{span:?}"));
    }
}

#[test]
fn arguments_that_break_a_contract_are_errors() {
    check_refusals(&Cpu::new(Some(1)).expect("a thread"));
    check_refusals(&Reference::new());
    assert!(matches!(
        WeightData::new(DType::Q4K, 1, 100, vec![0; 144].into()),
        Err(Error::Multiple { .. })
    ));
    assert!(matches!(
        WeightData::new(DType::F32, 0, 4, Vec::new().into()),
        Err(Error::Zero { .. })
    ));
    assert!(matches!(
        WeightData::new(DType::F32, usize::MAX, 4, Vec::new().into()),
        Err(Error::Memory { .. })
    ));
    let huge = KvShape { slots: usize::MAX / 64, ..SHAPE };
    assert!(matches!(Cpu::new(Some(1)).unwrap().cache(huge), Err(Error::Memory { .. })));
}

#[test]
fn a_row_depends_neither_on_threads_nor_on_other_rows() {
    let (one, three) = (Cpu::new(Some(1)).unwrap(), Cpu::new(Some(3)).unwrap());
    let (rows, cols, out) = (11, 83, 50);
    let value = |i: usize| ((i * 37 % 101) as f32 - 50.0) / 17.0;
    let x: Vec<f32> = (0..rows * cols).map(value).collect();
    let w: Vec<f32> = (0..out * cols).map(|i| value(i + 5)).collect();
    let w = WeightData::from_f32(out, cols, &w).unwrap();
    let all = |cpu: &Cpu| {
        let weight = cpu.weight(w.clone()).unwrap();
        let y = cpu.linear(&cpu.tensor(rows, cols, x.clone()).unwrap(), &weight, None).unwrap();
        cpu.read(&y).unwrap()
    };
    let together = all(&one);
    assert_eq!(together, all(&three), "bit for bit");
    let weight = one.weight(w.clone()).unwrap();
    for row in 0..rows {
        let x = one.tensor(1, cols, x[row * cols..(row + 1) * cols].to_vec()).unwrap();
        let alone = one.read(&one.linear(&x, &weight, None).unwrap()).unwrap();
        assert_eq!(alone, together[row * out..(row + 1) * out], "row {row}, bit for bit");
    }
}
