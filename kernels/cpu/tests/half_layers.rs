//! Half layers on numbers made by hand, and attention's promises: a result does not depend on threads,
//! on the other rows, on blocks, on unseen numbers, or on how positions are split into passes.

mod support;

use plt_backend::{
    AttentionInput, Backend, Batch, BatchRow, BatchSpan, CachePart, Checked, Error, Gate, KvDType,
    KvShape, Linear, Qkv, RowInput, Store, Window,
};
use plt_cpu::{Cpu, InstructionSet};
use plt_reference::Reference;

use support::{
    SHAPE, assert_close, carry, constants, read, stack, tensor, weight, weights, write, write_carry,
};

fn cpu(threads: usize) -> Checked<Cpu> {
    Checked::new(Cpu::new(Some(threads)).expect("threads"))
}

fn check_loops<B: Backend>(backend: &Checked<B>) {
    let model = |normalize_carry| {
        let mut weights = weights(backend, &SHAPE, 1);
        weights.embed = weight(backend, 3, &[0.0, 1.0, 3.0, 4.0, 1.0, 2.0]);
        weights.head = weight(backend, 3, &[1.0, 0.0, 0.0, 1.0, 2.0, 2.0]);
        weights.norm = tensor(backend, 1, &[1.0, 2.0]);
        let mut constants = constants(&SHAPE, 1);
        (constants.emb_scale, constants.hidden_scale) = (0.5, 0.1);
        constants.normalize_carry = normalize_carry;
        backend.stack(constants, weights).expect("shapes fit")
    };
    let (normed, plain) = (model(true), model(false));

    let mut cache = backend.cache(SHAPE).expect("a cache");
    write_carry(backend, &mut cache, 1, &[10.0, 20.0]);
    let row = |id, input| BatchRow { id, input, ..BatchRow::default() };
    let rows = [(1, RowInput::First), (2, RowInput::Start), (2, RowInput::Carry(1))];
    let rows = rows.map(|(id, input)| row(id, input)).to_vec();
    let batch = backend.batch(&cache, Batch { rows, ..Batch::default() }).expect("a batch");
    let h = backend.loop_input(&plain, &cache, &batch).expect("h");
    assert_close(backend, &h, &[3.0, 4.0, 0.5, 1.0, 1.5, 3.0]);

    let mut batch = Batch { rows: vec![BatchRow::default(); 2], ..Batch::default() };
    batch.rows[0].carry = Some(1);
    batch.outputs = vec![1];
    let batch = backend.batch(&cache, batch).expect("a batch");
    let h = tensor(backend, 2, &[3.0, 4.0, 0.0, 2.0]);
    // sqrt((9 + 16) / 2) = 3.5355339
    let norms = [0.848_528_1, 2.262_741_7, 0.0, 2.828_427];
    for (stack, expected) in [(&normed, [0.848_528_1, 2.262_741_7]), (&plain, [3.0, 4.0])] {
        let y = backend.loop_output(stack, &mut cache, &batch, &h).expect("y");
        assert_close(backend, &y, &norms[2..]);
        assert_close(backend, &tensor(backend, 1, &carry(backend, &cache, 1)), &expected);
    }
    assert_close(backend, &backend.final_norm(&plain, &h).expect("norms"), &norms);
    let logits = backend.logits(&plain, &tensor(backend, 1, &[1.0, 2.0])).expect("logits");
    assert_close(backend, &logits, &[1.0, 2.0, 6.0]);

    let x = tensor(backend, 2, &[1.0, 3.0, 3.0, -1.0, -5.0, -4.0]);
    let chosen = backend.top_k(&x, 2).expect("numbers");
    assert_eq!(chosen, [[(1, 3.0), (2, 3.0)], [(0, -1.0), (2, -4.0)]]);
    assert_eq!(backend.argmax(&x).expect("numbers"), [1, 0]);
    let nan = backend.top_k(&tensor(backend, 1, &[1.0, f32::NAN]), 1);
    assert!(matches!(nan, Err(Error::NotANumber { row: 0, .. })), "{nan:?}");
}

#[test]
fn loop_input_output_and_logits_give_the_numbers_by_hand() {
    check_loops(&cpu(2));
    check_loops(&Checked::new(Reference::new()));
}

/// A layer in every form: h is (1, 1) and its norm's weight (1, 0), so that x is (1, 0) and a projection
/// is the first column of its weight.
fn check_attention_input<B: Backend>(backend: &Checked<B>) {
    let column = |values: &[f32]| {
        let weight_values: Vec<f32> = values.iter().flat_map(|value| [*value, 0.0]).collect();
        weight(backend, values.len(), &weight_values)
    };
    let row = |values: &[f32]| tensor(backend, 1, values);
    let mut cache = backend.cache(SHAPE).expect("a cache");
    // A window makes the pass gated. head_dim 2 has one angle: 2 radians turn (1, 0) into (cos 2, sin 2).
    let window = Window { keys: 1, ring: 7, ring_len: 1, first: 0 };
    let batch = Batch {
        rows: vec![BatchRow { store: Store::Block(3), ..BatchRow::default() }],
        spans: vec![BatchSpan {
            sequence: 0,
            first_row: 0,
            len: 1,
            start: 2,
            window: Some(window),
        }],
        block_size: 4,
        block_tables: vec![vec![0]],
        cos_sin: vec![[2f32.cos(), 2f32.sin()]],
        outputs: vec![],
    };
    let batch = backend.batch(&cache, batch).expect("a batch");
    let mut run = |qkv, norms: [Option<&[f32]>; 2], gate, h: &[f32]| {
        let mut weights = weights(backend, &SHAPE, 1);
        let layer = &mut weights.layers[0];
        layer.input_norm = row(&[1.0, 0.0]);
        layer.qkv = qkv;
        [layer.q_norm, layer.k_norm] = norms.map(|norm| norm.map(row));
        layer.gate = gate;
        let mut constants = constants(&SHAPE, 1);
        constants.rotary_dim = 2;
        let stack = backend.stack(constants, weights).expect("shapes fit");
        let input = backend.attention_input(&stack, 0, &mut cache, &batch, &row(h)).expect("input");
        (input, read(backend, &cache, 3))
    };
    let q = || Linear::new(column(&[1.0, 0.0]));
    let (k, v) = (|| Linear::new(column(&[0.0, 1.0])), || Linear::new(column(&[7.0, 8.0])));

    // The rotated query adds up to 0.4931505.
    let gate = || Gate { norm: None, weight: row(&[1.0, 1.0]), bias: row(&[-0.493_150_5]) };
    let separate = Qkv::Separate { q: q(), k: k(), v: v() };
    let (input, [key, value]) = run(separate, [None, None], Some(gate()), &[1.0, 1.0]);
    assert_close(backend, &input.q, &[-0.416_146_84, 0.909_297_4]);
    assert_close(backend, &input.k, &[-0.909_297_4, -0.416_146_84]);
    assert_close(backend, &input.v, &[7.0, 8.0]);
    assert_close(backend, &input.gate.expect("a gate"), &[0.5]);
    assert_close(backend, &row(&key), &[-0.909_297_4, -0.416_146_84]);
    assert_eq!(value, [7.0, 8.0]);

    // The same as one matrix, and biases that undo it: queries (0, 1), keys (1, 0), values (1, 2).
    let fused = Linear {
        weight: column(&[1.0, 0.0, 0.0, 1.0, 7.0, 8.0]),
        bias: Some(row(&[-1.0, 1.0, 1.0, -1.0, -6.0, -6.0])),
    };
    let (input, [_, value]) = run(Qkv::Fused(fused), [None, None], None, &[1.0, 1.0]);
    assert_close(backend, &input.q, &[-0.909_297_4, -0.416_146_84]);
    assert_close(backend, &input.k, &[-0.416_146_84, 0.909_297_4]);
    assert_close(backend, &input.v, &[1.0, 2.0]);
    assert!(input.gate.is_none());
    assert_eq!(value, [1.0, 2.0]);

    // Norms come before the rotation: (3, 0) is (sqrt 2, 0), and (0, 4) with the weight (1, 3) is
    // (0, 3 sqrt 2).
    let qkv = Qkv::Separate {
        q: Linear::new(column(&[3.0, 0.0])),
        k: Linear::new(column(&[0.0, 4.0])),
        v: v(),
    };
    let norms: [Option<&[f32]>; 2] = [Some(&[1.0, 1.0]), Some(&[1.0, 3.0])];
    // (3, 3) normed by (2, 0) is (2, 0).
    let gate = Gate { norm: Some(row(&[2.0, 0.0])), weight: row(&[1.0, 1.0]), bias: row(&[-2.0]) };
    let (input, _) = run(qkv, norms, Some(gate), &[3.0, 3.0]);
    assert_close(backend, &input.q, &[-0.588_520_5, 1.285_940_7]);
    assert_close(backend, &input.k, &[-3.857_822, -1.765_561_5]);
    assert_close(backend, &input.gate.expect("a gate"), &[0.5]);
}

#[test]
fn attention_input_gives_the_numbers_by_hand() {
    check_attention_input(&cpu(2));
    check_attention_input(&Checked::new(Reference::new()));
}

fn check_outputs<B: Backend>(backend: &Checked<B>) {
    let row = |values: &[f32]| tensor(backend, 1, values);
    let model = |norm: bool| {
        let mut weights = weights(backend, &SHAPE, 1);
        let layer = &mut weights.layers[0];
        layer.o = weight(backend, 2, &[1.0, 1.0, 2.0, 1.0]);
        layer.post_norm = row(&[1.0, 0.0]);
        layer.gate_proj = weight(backend, 2, &[0.0, 0.0, 1.0, 0.0]);
        layer.up_proj = weight(backend, 2, &[5.0, 0.0, 2.0, 0.0]);
        layer.down_proj = weight(backend, 2, &[1.0, 1.0, 0.0, 2.0]);
        layer.attention_output_norm = norm.then(|| row(&[1.0, 2.0]));
        layer.feed_forward_output_norm = norm.then(|| row(&[1.0, 1.0]));
        backend.stack(constants(&SHAPE, 1), weights).expect("shapes fit")
    };
    let (y, h) = (row(&[1.0, 2.0]), row(&[10.0, 20.0]));
    let out = backend.attention_output(&model(false), 0, &y, &h).expect("h");
    assert_close(backend, &out, &[13.0, 24.0]);
    // (3, 4) normed, and the residual after it.
    let out = backend.attention_output(&model(true), 0, &y, &h).expect("h");
    assert_close(backend, &out, &[10.848_528, 22.262_741]);

    // z is (1, 0); silu(0) · 5 = 0 and silu(1) · 2 = 1.4621172.
    let h = row(&[1.0, 1.0]);
    let out = backend.feed_forward(&model(false), 0, &h).expect("h");
    assert_close(backend, &out, &[2.462_117_2, 3.924_234_4]);
    // (1.4621172, 2.9242344) normed is (sqrt 0.4, 2 sqrt 0.4).
    let out = backend.feed_forward(&model(true), 0, &h).expect("h");
    assert_close(backend, &out, &[1.632_455_5, 2.264_911]);
}

#[test]
fn attention_output_and_feed_forward_give_the_numbers_by_hand() {
    check_outputs(&cpu(2));
    check_outputs(&Checked::new(Reference::new()));
}

/// Position 1 of loop 0 and of loop 1, each over two keys with equal scores.
fn check_attention<B: Backend>(backend: &Checked<B>) {
    let stack = stack(backend, &SHAPE, 1);
    let mut cache = backend.cache(SHAPE).expect("a cache");
    // Blocks of one position: position 0 in slot 5, position 1 in slot 2; the ring in slots 6, 7.
    write(backend, &mut cache, &[5, 2, 6], &[0.0; 6], &[2.0, 0.0, 4.0, 0.0, 100.0, 0.0]);
    let window = Window { keys: 2, ring: 6, ring_len: 2, first: 0 };
    let span = |first_row, window| BatchSpan { sequence: 0, first_row, len: 1, start: 1, window };
    let mut attend = |gate, window| {
        let batch = Batch {
            rows: vec![BatchRow::default(); 2],
            spans: vec![span(0, None), span(1, window)],
            block_size: 1,
            block_tables: vec![vec![5, 2]],
            ..Batch::default()
        };
        let batch = backend.batch(&cache, batch).expect("a batch");
        let input = AttentionInput {
            q: tensor(backend, 2, &[1.0; 4]),
            k: tensor(backend, 2, &[0.0; 4]),
            v: tensor(backend, 2, &[4.0, 0.0, 200.0, 0.0]),
            gate,
        };
        backend.attention(&stack, 0, &mut cache, &batch, &input).expect("y")
    };
    let gate = || Some(tensor(backend, 2, &[0.0, 0.25]));
    // Global mean of 2 and 4; local mean of 100 in the ring and 200 of the row itself.
    let mixed = [3.0, 0.0, 0.25 * 3.0 + 0.75 * 150.0, 0.0];
    assert_close(backend, &attend(gate(), Some(window)), &mixed);
    assert_close(backend, &attend(None, Some(window)), &[3.0, 0.0, 150.0, 0.0]);
    assert_close(backend, &attend(gate(), None), &[3.0, 0.0, 3.0, 0.0]);
}

#[test]
fn attention_mixes_blocks_ring_and_own_rows_by_the_gate() {
    check_attention(&cpu(2));
    check_attention(&Checked::new(Reference::new()));
}

/// Keys and values are biases here, of numbers that no step of q8_0 divides.
#[test]
fn attention_input_stores_the_bytes_that_the_encoder_gives() {
    const SLOT: u32 = 3;
    let numbers = |seed: usize| -> Vec<f32> {
        (0..64).map(|i| ((i + seed) * 37 % 101) as f32 / 50.5 - 1.0).collect()
    };
    let (k, mut v) = (numbers(1), numbers(2));
    v[5] = f32::INFINITY;
    for instructions in InstructionSet::available() {
        let cpu = Cpu::new(Some(1)).expect("a thread").with_instruction_set(instructions);
        let cpu = Checked::new(cpu);
        for dtype in KvDType::ALL {
            let shape = KvShape { head_dim: 64, dtype, ..SHAPE };
            let mut weights = weights(&cpu, &shape, 1);
            let zeros = |bias: &[f32]| Linear {
                weight: weight(&cpu, 64, &[0.0; 128]),
                bias: Some(tensor(&cpu, 1, bias)),
            };
            weights.layers[0].qkv = Qkv::Separate { q: zeros(&k), k: zeros(&k), v: zeros(&v) };
            let stack = cpu.stack(constants(&shape, 1), weights).expect("shapes fit");
            let mut cache = cpu.cache(shape).expect("memory");
            let batch = Batch {
                rows: vec![BatchRow { store: Store::Block(SLOT), ..BatchRow::default() }],
                spans: vec![BatchSpan {
                    sequence: 0,
                    first_row: 0,
                    len: 1,
                    start: 3,
                    window: None,
                }],
                block_size: 4,
                block_tables: vec![vec![0]],
                ..Batch::default()
            };
            let batch = cpu.batch(&cache, batch).expect("a batch");
            let h = tensor(&cpu, 1, &[1.0, 1.0]);
            cpu.attention_input(&stack, 0, &mut cache, &batch, &h).expect("keys");
            let part = CachePart::Slots { layer: 0, slots: &[SLOT] };
            let stored = cpu.export(&cache, part).expect("bytes");
            let expected = [dtype.encode(&k), dtype.encode(&v)].concat();
            assert_eq!(stored, expected, "{instructions:?}, {dtype:?}");
        }
    }
}

/// A partition for gates is not used without them.
#[test]
fn batch_serves_layers_with_and_without_gates() {
    let cpu = cpu(1);
    let shape = KvShape { head_dim: 4, slots: 16, ..SHAPE };
    let stack = stack(&cpu, &shape, 1);
    let mut cache = cpu.cache(shape).expect("memory");
    let window = Window { keys: 2, ring: 8, ring_len: 2, first: 0 };
    let row = |store| BatchRow { store, ..BatchRow::default() };
    let span = |first_row, window| BatchSpan { sequence: 0, first_row, len: 1, start: 1, window };
    let rows = Batch {
        rows: vec![row(Store::Block(1)), row(Store::Ring(9))],
        spans: vec![span(0, None), span(1, Some(window))],
        block_size: 4,
        block_tables: vec![vec![0]],
        ..Batch::default()
    };
    let attended = |batch: &_, cache: &mut _, gated: bool| {
        let input = AttentionInput {
            q: tensor(&cpu, 2, &[1.0; 8]),
            k: tensor(&cpu, 2, &[1.0; 8]),
            v: tensor(&cpu, 2, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]),
            gate: gated.then(|| tensor(&cpu, 2, &[0.75, 0.75])),
        };
        cpu.read(&cpu.attention(&stack, 0, cache, batch, &input).expect("y")).expect("readable")
    };
    let new = |cache: &_| cpu.batch(cache, rows.clone()).expect("inside the cache");
    let shared = new(&cache);
    for gated in [false, true, false] {
        let alone = new(&cache);
        assert_eq!(attended(&shared, &mut cache, gated), attended(&alone, &mut cache, gated));
    }

    // A stack and a cache with more key/value heads than the batch was made for.
    let two_heads = KvShape { kv_heads: 2, ..shape };
    let other_stack = support::stack(&cpu, &two_heads, 2);
    let mut other_cache = cpu.cache(two_heads).expect("memory");
    let [q, k, v] = [1.0; 3].map(|x| tensor(&cpu, 2, &[x; 16]));
    let input = AttentionInput { q, k, v, gate: None };
    let error = cpu.attention(&other_stack, 0, &mut other_cache, &shared, &input);
    let error = error.expect_err("refused");
    assert!(matches!(error, Error::OtherCache { op: "attention" }), "{error}");
}

/// Three splits of 512 keys, which several threads may attend to side by side, and blocks that are
/// side by side or not.
#[test]
fn attention_bits_depend_on_no_thread_row_block_or_unseen_key() {
    const NEWEST: usize = 1099;
    const RING: usize = 1104;
    let shape = |dtype| KvShape { kv_heads: 2, head_dim: 32, slots: 1136, dtype, ..SHAPE };
    let numbers = |count: usize, seed: usize| -> Vec<f32> {
        (0..count).map(|i| ((i * 7919 + seed * 104_729) % 2003) as f32 / 500.0 - 2.0).collect()
    };
    let attended = |cpu: &Checked<Cpu>,
                    dtype,
                    (block_size, rows, group): (usize, usize, usize),
                    unseen: f32| {
        let shape = shape(dtype);
        let heads = 2 * group;
        let stack = stack(cpu, &shape, heads);
        let mut cache = cpu.cache(shape).expect("memory");
        let slots: Vec<u32> = (0..1136).collect();
        let (mut keys, mut values) = (numbers(1136 * 64, 1), numbers(1136 * 64, 2));
        // The last block, after the newest position.
        for numbers in [&mut keys, &mut values] {
            numbers[(NEWEST + 1) * 64..RING * 64].fill(unseen);
        }
        write(cpu, &mut cache, &slots, &keys, &values);
        let window = Window { keys: 9, ring: RING as u32, ring_len: 9, first: 0 };
        let span = |row: usize| BatchSpan {
            sequence: 0,
            first_row: row,
            len: 1,
            start: NEWEST,
            window: (row > 0).then_some(window),
        };
        let batch = Batch {
            rows: vec![BatchRow::default(); rows],
            spans: (0..rows).map(span).collect(),
            block_size,
            block_tables: vec![(0..RING.div_ceil(block_size) as u32).collect()],
            ..Batch::default()
        };
        let batch = cpu.batch(&cache, batch).expect("inside the cache");
        // Row 0 is the same with any number of rows.
        let tensor =
            |cols, seed| cpu.tensor(rows, cols, numbers(rows * cols, seed)).expect("its size");
        let gate = cpu.tensor(rows, heads, vec![0.3; rows * heads]).expect("its size");
        let input = AttentionInput {
            q: tensor(heads * 32, 3),
            k: tensor(64, 4),
            v: tensor(64, 5),
            gate: Some(gate),
        };
        let y = cpu.attention(&stack, 0, &mut cache, &batch, &input).expect("shapes fit");
        cpu.read(&y).expect("readable").into_iter().map(f32::to_bits).collect::<Vec<_>>()
    };
    for dtype in KvDType::ALL {
        for instructions in InstructionSet::available() {
            let cpu = |threads| {
                let cpu = Cpu::new(Some(threads)).expect("threads");
                Checked::new(cpu.with_instruction_set(instructions))
            };
            // Query heads per key/value head: with several rows, every number of queries that a vector of
            // keys is multiplied with at a time, and fewer.
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

/// y of a later loop at positions 0 to 6, `chunk` of them per pass.
fn in_chunks<B: Backend>(backend: &Checked<B>, dtype: KvDType, chunk: usize) -> Vec<f32> {
    const POSITIONS: usize = 7;
    /// A block of q8_0.
    const WIDTH: usize = 32;
    let shape = KvShape { slots: 12, head_dim: WIDTH, dtype, carry_rows: 0, hidden: 1, ..SHAPE };
    let stack = stack(backend, &shape, 1);
    let mut cache = backend.cache(shape).expect("a cache");
    let numbers = |seed: usize, first: usize, len: usize, width: usize| {
        let value = |i: usize| ((i * 37 + seed * 11) % 101) as f32 / 50.5 - 1.0;
        (first * width..(first + len) * width).map(value).collect::<Vec<f32>>()
    };
    let slots: Vec<u32> = (0..POSITIONS as u32).collect();
    let (k, v) = (numbers(1, 0, POSITIONS, WIDTH), numbers(2, 0, POSITIONS, WIDTH));
    write(backend, &mut cache, &slots, &k, &v);

    let window = Window { keys: 3, ring: 8, ring_len: 4, first: 0 };
    let mut y = Vec::new();
    for start in (0..POSITIONS).step_by(chunk) {
        let len = chunk.min(POSITIONS - start);
        let row = |row: usize| {
            // Written out: a helper that attention shares could be wrong on both sides.
            let slot = window.ring + ((start + row) % window.ring_len) as u32;
            let kept = row + window.ring_len >= len;
            let store = if kept { Store::Ring(slot) } else { Store::Nowhere };
            BatchRow { store, ..BatchRow::default() }
        };
        let batch = Batch {
            rows: (0..len).map(row).collect(),
            spans: vec![BatchSpan { sequence: 0, first_row: 0, len, start, window: Some(window) }],
            block_size: 8,
            block_tables: vec![vec![0]],
            ..Batch::default()
        };
        let batch = backend.batch(&cache, batch).expect("a batch");
        let values = |seed: usize, width: usize| {
            backend.tensor(len, width, numbers(seed, start, len, width)).expect("its size")
        };
        let [q, k, v] = [3, 4, 5].map(|seed| values(seed, WIDTH));
        let input = AttentionInput { q, k, v, gate: Some(values(6, 1)) };
        let part = backend.attention(&stack, 0, &mut cache, &batch, &input).expect("y");
        y.extend(backend.read(&part).expect("numbers"));
    }
    y
}

#[test]
fn attention_does_not_depend_on_the_split_into_passes() {
    let (cpu, reference) = (cpu(1), Checked::new(Reference::new()));
    for dtype in KvDType::ALL {
        let one_by_one = in_chunks(&cpu, dtype, 1);
        for chunk in 2..=7 {
            assert_eq!(in_chunks(&cpu, dtype, chunk), one_by_one, "{dtype:?}, {chunk} per pass");
        }
        // Its matrix products may sum in another order: f32 rounding of values below 2.
        let expected = in_chunks(&reference, dtype, 7);
        for (got, expected) in in_chunks(&reference, dtype, 1).iter().zip(expected) {
            assert!((got - expected).abs() <= 1e-6, "{dtype:?}: {got}, not {expected}");
        }
    }
}
