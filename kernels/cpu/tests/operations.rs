//! What every operation promises by itself: hand-made numbers, refused arguments, and a result that
//! depends neither on threads nor on the other rows of a pass.

mod kept;

use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite};
use plt_kernels::{
    Activations, Backend, Batch, BatchRow, Cpu, DType, Error, Instructions, KvDType, KvShape,
    Reference, RowInput, Span, Store, WeightData, Window,
};

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
    // sqrt((9 + 16) / 2) = 3.5355339
    let normed = backend.rms_norm(&tensor(1, &[3.0, 4.0]), &tensor(1, &[1.0, 2.0]), 0.0).unwrap();
    assert_close(backend, &normed, &[0.848_528_1, 2.262_741_7]);

    let x = tensor(2, &[1.0, 2.0, -1.0, 0.5]);
    let (w, residual) = (weight(3, &[1.0, 0.0, 0.0, 1.0, 2.0, 2.0]), tensor(2, &[10.0; 6]));
    let y = backend.linear(&x, &w, Some(&residual)).unwrap();
    assert_close(backend, &y, &[11.0, 12.0, 16.0, 9.0, 10.5, 9.0]);

    // silu(0) = 0, silu(1) = 0.7310586
    let (gate, up) = (weight(2, &[0.0, 1.0]), weight(2, &[5.0, 2.0]));
    let y = backend.swiglu(&tensor(1, &[1.0]), &gate, &up).unwrap();
    assert_close(backend, &y, &[0.0, 1.462_117_2]);
    // silu(-1e38) = 0
    let (gate, up) = (weight(1, &[-1e38]), weight(1, &[1.0]));
    let y = backend.swiglu(&tensor(1, &[1.0]), &gate, &up).unwrap();
    assert_close(backend, &y, &[0.0]);

    let mut cache = backend.cache(SHAPE).unwrap();
    backend.write_carries(&mut cache, &[1], &[10.0, 20.0]).unwrap();
    let table = weight(3, &[0.0, 1.0, 3.0, 4.0, 1.0, 2.0]);
    let row = |id, input| BatchRow { id, input, ..BatchRow::default() };
    let rows = [(1, RowInput::First), (2, RowInput::Start), (2, RowInput::Carry(1))];
    let rows = rows.map(|(id, input)| row(id, input)).to_vec();
    let batch = backend.batch(&cache, Batch::of_rows(rows)).unwrap();
    let norm = tensor(1, &[1.0, 2.0]);
    let (emb_scale, hidden_scale) = (0.5, 0.1);
    let args = LoopInput { table: &table, emb_scale, hidden_scale, norm: &norm, eps: 0.0 };
    let (h, x) = backend.loop_input(&cache, &batch, args).unwrap();
    assert_close(backend, &h, &[3.0, 4.0, 0.5, 1.0, 1.5, 3.0]);
    // sqrt((0.25 + 1) / 2) = 0.7905694, and three times that.
    let x_later = [0.632_455_5, 2.529_822];
    assert_close(backend, &x, &[&[0.848_528_1, 2.262_741_7], &x_later[..], &x_later].concat());

    // head_dim 2 has one angle, the position itself: 2 radians turn (1, 0) into (cos 2, sin 2).
    let row = BatchRow { position: 2, store: Store::Page(3), ..BatchRow::default() };
    let batch = backend.batch(&cache, Batch::of_rows(vec![row])).unwrap();
    let (w, bias) = (tensor(1, &[1.0, 1.0]), tensor(1, &[-0.493_150_5]));
    let v = tensor(1, &[7.0, 8.0]);
    let rotary = |q: &[f32], gate| RotaryWrite {
        layer: 0,
        q: tensor(1, q),
        k: tensor(1, &[0.0, 1.0]),
        v: &v,
        theta: 10_000.0,
        gate: Some(gate),
    };
    // The rotated query adds up to 0.4931505.
    let gate = Gate { input: GateInput::Query, weight: &w, bias: &bias };
    let rotated = backend.rotary_write(&mut cache, &batch, rotary(&[1.0, 0.0], gate)).unwrap();
    assert_close(backend, &rotated.q, &[-0.416_146_84, 0.909_297_4]);
    assert_close(backend, &rotated.k, &[-0.909_297_4, -0.416_146_84]);
    assert_close(backend, &rotated.gate.unwrap(), &[0.5]);
    let (k, stored) = backend.read_slots(&cache, 0, &[3]).unwrap();
    assert!((k[1] + 0.416_146_84).abs() <= 1e-6, "{k:?}");
    assert_eq!(stored, [7.0, 8.0]);

    // (3, 3) normed and weighted by (2, 0) adds up to 2.
    let (h, norm, bias) = (tensor(1, &[3.0, 3.0]), tensor(1, &[2.0, 0.0]), tensor(1, &[-2.0]));
    let input = GateInput::Hidden { h: &h, norm: &norm, eps: 0.0 };
    let gate = Gate { input, weight: &w, bias: &bias };
    let rotated = backend.rotary_write(&mut cache, &batch, rotary(&[1.0, 0.0], gate)).unwrap();
    assert_close(backend, &rotated.gate.unwrap(), &[0.5]);

    let mut batch = Batch::of_rows(vec![BatchRow::default(); 2]);
    batch.rows[0].carry = Some(1);
    batch.outputs = vec![1];
    let batch = backend.batch(&cache, batch).unwrap();
    let (h, norm) = (tensor(2, &[3.0, 4.0, 0.0, 2.0]), tensor(1, &[1.0, 2.0]));
    for (normalize_carry, carry) in [(true, [0.848_528_1, 2.262_741_7]), (false, [3.0, 4.0])] {
        let args = LoopOutput { h: &h, norm: &norm, eps: 0.0, normalize_carry };
        let y = backend.loop_output(&mut cache, &batch, args).unwrap();
        assert_close(backend, &y, &[0.0, 2.828_427]);
        let carries = tensor(1, &backend.read_carries(&cache, &[1]).unwrap());
        assert_close(backend, &carries, &carry);
    }

    let chosen = backend.top_k(&tensor(2, &[1.0, 3.0, 3.0, -1.0, -5.0, -4.0]), 2).unwrap();
    assert_eq!(chosen, [[(1, 3.0), (2, 3.0)], [(0, -1.0), (2, -4.0)]]);
    assert_eq!(backend.argmax(&tensor(2, &[1.0, 3.0, 3.0, -1.0, -5.0, -4.0])).unwrap(), [1, 0]);
    let nan = backend.top_k(&tensor(1, &[1.0, f32::NAN]), 1);
    assert!(matches!(nan, Err(Error::NotANumber { row: 0, .. })), "{nan:?}");
}

/// What a batch keeps for all layers is that of one model: another one's angles, gates or heads are not
/// taken for it.
#[test]
fn a_batch_serves_layers_that_differ() {
    let cpu = Cpu::new(Some(1)).expect("a thread");
    let shape = KvShape { head_dim: 4, slots: 16, ..SHAPE };
    let mut cache = cpu.cache(shape).expect("memory");
    let window = Window { keys: 2, ring: 8, ring_len: 2 };
    let row = |store| BatchRow { position: 1, store, ..BatchRow::default() };
    let span = |first_row, window| Span { sequence: 0, first_row, len: 1, start: 1, window };
    let rows = Batch {
        rows: vec![row(Store::Page(1)), row(Store::Ring(9))],
        spans: vec![span(0, None), span(1, Some(window))],
        block_size: 4,
        block_tables: vec![vec![0]],
        outputs: vec![],
    };
    let tensor =
        |values: &[f32]| cpu.tensor(2, values.len() / 2, values.to_vec()).expect("its size");
    let ones = tensor(&[1.0; 8]);
    let rotated = |batch: &_, cache: &mut _, theta| {
        let (q, k) = (tensor(&[1.0; 8]), tensor(&[1.0; 8]));
        let args = RotaryWrite { layer: 0, q, k, v: &ones, theta, gate: None };
        cpu.read(&cpu.rotary_write(cache, batch, args).expect("shapes fit").q).expect("readable")
    };
    let attended = |batch: &_, cache: &mut _, gate: Option<&_>| {
        let v = tensor(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        let args = Attention { layer: 0, heads: 1, q: &ones, k: &ones, v: &v, gate };
        cpu.read(&cpu.attention(cache, batch, args).expect("shapes fit")).expect("readable")
    };
    let new = |cache: &_| cpu.batch(cache, rows.clone()).expect("inside the cache");
    let gate = tensor(&[0.75, 0.75]);
    let shared = new(&cache);
    for theta in [10_000.0, 10.0] {
        let alone = new(&cache);
        assert_eq!(rotated(&shared, &mut cache, theta), rotated(&alone, &mut cache, theta));
    }
    for gate in [None, Some(&gate), None] {
        let alone = new(&cache);
        assert_eq!(attended(&shared, &mut cache, gate), attended(&alone, &mut cache, gate));
    }
    let mut other = cpu.cache(KvShape { kv_heads: 2, ..shape }).expect("memory");
    let wide = tensor(&[1.0; 16]);
    let args = Attention { layer: 0, heads: 2, q: &wide, k: &wide, v: &wide, gate: None };
    let refused = cpu.attention(&mut other, &shared, args);
    assert!(matches!(refused, Err(Error::Shape { .. })), "{refused:?}");
}

/// Long enough for three parts of 512 keys, which several threads walk side by side, and blocks that lie
/// side by side or do not.
#[test]
fn attention_has_the_same_bits_whatever_the_threads_the_rows_the_blocks_and_what_is_not_seen() {
    const NEWEST: usize = 1099;
    const RING: usize = 1104;
    let shape = |dtype| KvShape { kv_heads: 2, head_dim: 32, slots: 1136, dtype, ..SHAPE };
    let numbers = |count: usize, seed: usize| -> Vec<f32> {
        (0..count).map(|i| ((i * 7919 + seed * 104_729) % 2003) as f32 / 500.0 - 2.0).collect()
    };
    let attended =
        |cpu: &Cpu, dtype, (block_size, rows, group): (usize, usize, usize), unseen: f32| {
            let mut cache = cpu.cache(shape(dtype)).expect("memory");
            let slots: Vec<u32> = (0..1136).collect();
            let (mut keys, mut values) = (numbers(1136 * 64, 1), numbers(1136 * 64, 2));
            // Of the last block, after the newest position.
            for numbers in [&mut keys, &mut values] {
                numbers[(NEWEST + 1) * 64..RING * 64].fill(unseen);
            }
            cpu.write_slots(&mut cache, 0, &slots, &keys, &values).expect("slots");
            let window = Window { keys: 9, ring: RING as u32, ring_len: 9 };
            let batch = Batch {
                rows: vec![BatchRow { position: NEWEST as u32, ..BatchRow::default() }; rows],
                spans: (0..rows)
                    .map(|row| Span {
                        sequence: 0,
                        first_row: row,
                        len: 1,
                        start: NEWEST,
                        window: (row > 0).then_some(window),
                    })
                    .collect(),
                block_size,
                block_tables: vec![(0..RING.div_ceil(block_size) as u32).collect()],
                outputs: vec![],
            };
            let batch = cpu.batch(&cache, batch).expect("inside the cache");
            // Row 0 is the same however many there are.
            let tensor =
                |cols, seed| cpu.tensor(rows, cols, numbers(rows * cols, seed)).expect("its size");
            let heads = 2 * group;
            let (q, k, v) = (tensor(heads * 32, 3), tensor(64, 4), tensor(64, 5));
            let gate = cpu.tensor(rows, heads, vec![0.3; rows * heads]).expect("its size");
            let args = Attention { layer: 0, heads, q: &q, k: &k, v: &v, gate: Some(&gate) };
            let y = cpu.attention(&mut cache, &batch, args).expect("shapes fit");
            cpu.read(&y).expect("readable").into_iter().map(f32::to_bits).collect::<Vec<_>>()
        };
    for dtype in KvDType::ALL {
        for instructions in Instructions::available() {
            let cpu =
                |threads| Cpu::new(Some(threads)).expect("threads").with_instructions(instructions);
            // Query heads of a key/value head: with some rows, all numbers of queries that meet keys at a
            // time, and fewer in their places.
            for group in [1, 2, 5, 8] {
                let expected = attended(&cpu(1), dtype, (16, 3, group), 0.0);
                assert!(expected.iter().all(|y| f32::from_bits(*y).is_finite()));
                for (threads, block_size, unseen) in
                    [(1, 16, 1e4), (1, 4, f32::NAN), (8, 16, f32::NAN), (8, 4, 1e4)]
                {
                    for rows in [1, 2, 3] {
                        let got = attended(&cpu(threads), dtype, (block_size, rows, group), unseen);
                        assert_eq!(
                            got,
                            expected[..rows * group * 64],
                            "{dtype:?}, {instructions:?}, {threads}, {block_size}, {rows}, {group}"
                        );
                    }
                }
            }
        }
    }
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
    let v = [2.0, 0.0, 4.0, 0.0, 100.0, 0.0];
    backend.write_slots(&mut cache, 0, &[5, 2, 6], &[0.0; 6], &v).unwrap();
    let (q, k) = (tensor(2, &[1.0; 4]), tensor(2, &[0.0; 4]));
    let v = tensor(2, &[4.0, 0.0, 200.0, 0.0]);
    let gate = tensor(2, &[0.0, 0.25]);
    let window = Window { keys: 2, ring: 6, ring_len: 2 };
    let span = |first_row, window| Span { sequence: 0, first_row, len: 1, start: 1, window };
    let mut attend = |gate, window| {
        let batch = Batch {
            rows: vec![BatchRow::default(); 2],
            spans: vec![span(0, None), span(1, window)],
            block_size: 1,
            block_tables: vec![vec![5, 2]],
            outputs: Vec::new(),
        };
        let batch = backend.batch(&cache, batch).unwrap();
        let args = Attention { layer: 0, heads: 1, q: &q, k: &k, v: &v, gate };
        backend.attention(&mut cache, &batch, args).unwrap()
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
    refused(backend.rms_norm(&x, &tensor(1, 3), 0.0).map(drop), "a norm");
    refused(backend.linear(&tensor(2, 3), &weight, None).map(drop), "columns");
    refused(backend.linear(&x, &weight, Some(&x)).map(drop), "a residual");
    let narrow = backend.weight(WeightData::from_f32(3, 1, &[1.0; 3]).unwrap()).unwrap();
    let short = backend.weight(WeightData::from_f32(2, 2, &[1.0; 4]).unwrap()).unwrap();
    refused(backend.swiglu(&x, &narrow, &weight).map(drop), "columns of gate");
    refused(backend.swiglu(&x, &weight, &short).map(drop), "rows of up");
    refused(backend.top_k(&x, 0).map(drop), "nothing");
    refused(backend.read_slots(&cache, 0, &[8]).map(drop), "a slot");
    refused(backend.read_slots(&cache, 1, &[]).map(drop), "a layer");
    refused(backend.write_slots(&mut cache, 0, &[8], &[0.0; 2], &[0.0; 2]), "a slot");
    refused(backend.write_slots(&mut cache, 0, &[0], &[0.0; 2], &[0.0; 3]), "values");
    refused(backend.read_carries(&cache, &[2]).map(drop), "a carry row");
    refused(backend.write_carries(&mut cache, &[2], &[0.0; 2]), "a carry row");
    refused(backend.write_carries(&mut cache, &[0], &[0.0; 3]), "values");

    let row = BatchRow::default();
    for bad in [
        BatchRow { store: Store::Page(8), ..row },
        BatchRow { store: Store::Ring(8), ..row },
        BatchRow { input: RowInput::Carry(2), ..row },
        BatchRow { carry: Some(2), ..row },
    ] {
        let batch = Batch::of_rows(vec![row, bad]);
        refused(backend.batch(&cache, batch).map(drop), &format!("{bad:?}"));
    }
    let outputs = vec![2];
    let batch = Batch { outputs, ..Batch::of_rows(vec![row; 2]) };
    refused(backend.batch(&cache, batch).map(drop), "an output row");

    let (one, two) = (tensor(1, 2), backend.batch(&cache, Batch::of_rows(vec![row; 2])).unwrap());
    let unknown = Batch::of_rows(vec![BatchRow { id: 3, ..row }]);
    let unknown = backend.batch(&cache, unknown).unwrap();
    for (batch, norm, table) in
        [(&unknown, &one, &weight), (&two, &tensor(1, 3), &weight), (&two, &one, &narrow)]
    {
        let args = LoopInput { table, emb_scale: 1.0, hidden_scale: 1.0, norm, eps: 0.0 };
        refused(backend.loop_input(&cache, batch, args).map(drop), "a loop's input");
    }
    for (h, norm) in [(&one, &one), (&tensor(2, 3), &one), (&x, &tensor(1, 3))] {
        let args = LoopOutput { h, norm, eps: 0.0, normalize_carry: false };
        refused(backend.loop_output(&mut cache, &two, args).map(drop), "a loop's output");
    }
    let smaller = KvShape { slots: 7, ..SHAPE };
    let mut smaller = backend.cache(smaller).unwrap();
    let args = LoopOutput { h: &x, norm: &one, eps: 0.0, normalize_carry: false };
    refused(backend.loop_output(&mut smaller, &two, args).map(drop), "a batch of another cache");
    let (none, three) = (tensor(2, 2), tensor(2, 3));
    let mut rotate = |layer, q: (usize, usize), k: (usize, usize), gate| {
        let (q, k) = (tensor(q.0, q.1), tensor(k.0, k.1));
        let args = RotaryWrite { layer, q, k, v: &x, theta: 1e4, gate };
        backend.rotary_write(&mut cache, &two, args).map(drop)
    };
    rotate(0, (2, 2), (2, 2), None).expect("the control");
    refused(rotate(1, (2, 2), (2, 2), None), "a layer");
    refused(rotate(0, (1, 2), (2, 2), None), "rows of q");
    refused(rotate(0, (2, 3), (2, 2), None), "columns of q");
    refused(rotate(0, (2, 2), (2, 4), None), "columns of k");
    refused(rotate(0, (2, 2), (1, 2), None), "rows of k");
    for input in [
        GateInput::Query,
        GateInput::Hidden { h: &three, norm: &one, eps: 0.0 },
        GateInput::Hidden { h: &one, norm: &one, eps: 0.0 },
    ] {
        let gate = Gate { input, weight: &none, bias: &one };
        refused(rotate(0, (2, 2), (2, 2), Some(gate)), "a gate");
    }

    let window = Window { keys: 2, ring: 6, ring_len: 2 };
    let good = Span { sequence: 0, first_row: 0, len: 2, start: 0, window: Some(window) };
    let batch = |block_size, block_table: &[u32], span| Batch {
        rows: vec![row; 2],
        spans: vec![span],
        block_size,
        block_tables: vec![block_table.to_vec()],
        outputs: Vec::new(),
    };
    let mut attend = |heads, rows: usize, gate: Option<(usize, usize)>| {
        let batch = backend.batch(&cache, batch(2, &[0], good)).unwrap();
        let gate = gate.map(|(rows, cols)| tensor(rows, cols));
        let x = tensor(rows, 2);
        let args = Attention { layer: 0, heads, q: &x, k: &x, v: &x, gate: gate.as_ref() };
        backend.attention(&mut cache, &batch, args).map(drop)
    };
    attend(1, 2, Some((2, 1))).expect("the control");
    attend(1, 2, None).expect("a window alone");
    refused(attend(2, 2, None), "heads");
    refused(attend(0, 2, None), "no heads");
    refused(attend(1, 1, None), "rows");
    refused(attend(1, 2, Some((1, 1))), "rows of the gate");
    refused(attend(1, 2, Some((2, 2))), "columns of the gate");
    let refused_batch = |batch, what: &str| refused(backend.batch(&cache, batch).map(drop), what);
    refused_batch(batch(0, &[0], good), "blocks of nothing");
    refused_batch(batch(2, &[4], good), "a block");
    refused_batch(batch(1, &[0], good), "too few blocks");
    for span in [
        Span { first_row: 1, ..good },
        Span { len: 1, ..good },
        Span { len: 0, ..good },
        Span { len: 3, ..good },
        Span { sequence: 1, ..good },
        Span { start: usize::MAX, ..good },
        Span { window: Some(Window { keys: 0, ..window }), ..good },
        Span { window: Some(Window { keys: 3, ..window }), ..good },
        Span { window: Some(Window { ring: 7, ..window }), ..good },
        Span { window: Some(Window { ring: u32::MAX, ..window }), ..good },
    ] {
        refused_batch(batch(2, &[0], span), &format!("{span:?}"));
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
fn keys_and_values_are_copied_to_the_bit_and_what_is_not_finite_shows() {
    for instructions in Instructions::available() {
        let cpu = Cpu::new(Some(1)).expect("a thread").with_instructions(instructions);
        kept::check_copies(&cpu);
        kept::check_not_finite(&cpu);
    }
    kept::check_copies(&Reference::new());
    kept::check_not_finite(&Reference::new());
}

#[test]
fn a_row_depends_neither_on_threads_nor_on_other_rows() {
    let (rows, cols, out) = (43, 512, 50);
    let value = |i: usize| ((i * 37 % 101) as f32 - 50.0) / 17.0;
    let x: Vec<f32> = (0..rows * cols).map(value).collect();
    let halves: Vec<u8> = (0..out * cols * 4).map(|i| (i * 7 % 60) as u8).collect();
    let instructions = Instructions::available().into_iter();
    let backends = instructions.flat_map(|i| Activations::ALL.map(|activations| (i, activations)));
    for ((instructions, activations), dtype) in
        backends.flat_map(|backend| DType::ALL.map(|dtype| (backend, dtype)))
    {
        let case = format!("{instructions:?}, {activations}, {dtype}, bit for bit");
        let [one, three] = [1, 3].map(|threads| {
            let cpu = Cpu::new(Some(threads)).unwrap().with_instructions(instructions);
            cpu.with_activations(activations)
        });
        let len = out * dtype.row_bytes(cols).unwrap();
        let w = WeightData::new(dtype, out, cols, halves[..len].to_vec().into()).unwrap();
        let product = |cpu: &Cpu, x: &[f32]| {
            let weight = cpu.weight(w.clone()).unwrap();
            let x = cpu.tensor(x.len() / cols, cols, x.to_vec()).unwrap();
            let y = cpu.linear(&x, &weight, None).unwrap();
            cpu.read(&y).unwrap()
        };
        let together = product(&one, &x);
        assert!(together.iter().all(|y| y.is_finite()), "{case}");
        assert_eq!(together, product(&three, &x), "{case}");
        for (row, x) in x.chunks_exact(cols).enumerate() {
            assert_eq!(product(&one, x), together[row * out..(row + 1) * out], "row {row}, {case}");
        }
    }
}

/// x of integers that need no rounding: what is left is the rounding of sums in f32.
#[test]
fn integers_are_multiplied_exactly() {
    let (rows, cols, out) = (11, 512, 37);
    let integers = |most: f32| {
        let integer = |i: usize| match i % 32 {
            5 => most,
            31 => -most,
            _ => (i * 7919) as f32 % (2.0 * most + 1.0) - most,
        };
        (0..rows * cols).map(integer).collect::<Vec<f32>>()
    };
    let activations =
        [(Activations::Int8, integers(127.0)), (Activations::Int16, integers(32639.0))];
    for dtype in DType::ALL {
        let byte = |i: usize| match (dtype, i % 34) {
            // The largest quants, of either sign, behind each scale.
            (DType::Q8_0, 2..) => [0x7f, 0x80, 0x80, 0x81][i % 4],
            // So small that halves are finite.
            _ => (i * 31 % 60) as u8,
        };
        let len = out * dtype.row_bytes(cols).unwrap();
        let bytes: Vec<u8> = (0..len).map(byte).collect();
        let data = WeightData::new(dtype, out, cols, bytes.into()).unwrap();
        let w = data.to_f32().unwrap();
        for instructions in Instructions::available() {
            for (activations, x) in &activations {
                let cpu = Cpu::new(Some(2)).unwrap().with_instructions(instructions);
                let cpu = cpu.with_activations(*activations);
                let weight = cpu.weight(data.clone()).unwrap();
                let tensor = cpu.tensor(rows, cols, x.clone()).unwrap();
                let y = cpu.read(&cpu.linear(&tensor, &weight, None).unwrap()).unwrap();
                for (index, y) in y.iter().enumerate() {
                    let (row, column) = (index / out, index % out);
                    let products = x[row * cols..][..cols].iter().zip(&w[column * cols..][..cols]);
                    let products = products.map(|(x, w)| f64::from(*x) * f64::from(*w));
                    let (sum, size) =
                        products.fold((0.0, 0.0), |(sum, size), p| (sum + p, size + p.abs()));
                    let error = (f64::from(*y) - sum).abs();
                    let case = format!("{instructions:?}, {activations}, {dtype}");
                    assert!(error <= size * 2e-6, "{case}: {y} instead of {sum}");
                }
            }
        }
    }
}
