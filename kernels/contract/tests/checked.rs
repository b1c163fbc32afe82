//! Every argument that breaks the contract is an error, before the backend sees it.

use plt_backend::{
    AttentionInput, Backend, Batch, BatchRow, BatchSpan, CachePart, Checked, Constants, DType,
    Error, Gate, KvDType, KvShape, Layer, Linear, Qkv, RowInput, Store, WeightData, Weights,
    Window,
};
use plt_reference::Reference;

const SHAPE: KvShape = KvShape {
    layers: 1,
    slots: 8,
    kv_heads: 1,
    head_dim: 2,
    dtype: KvDType::F32,
    carry_rows: 2,
    hidden: 2,
};

type Tensor = <Reference as Backend>::Tensor;

fn backend() -> Checked<Reference> {
    Checked::new(Reference::new())
}

fn tensor(rows: usize, cols: usize) -> Tensor {
    backend().tensor(rows, cols, vec![1.0; rows * cols]).expect("a tensor")
}

fn constants() -> Constants {
    Constants {
        hidden: 2,
        heads: 1,
        kv_heads: 1,
        head_dim: 2,
        rotary_dim: 2,
        eps: 1e-5,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    }
}

fn weights() -> Weights<Tensor, Tensor> {
    let linear = || Linear::new(tensor(2, 2));
    let layer = Layer {
        input_norm: tensor(1, 2),
        qkv: Qkv::Separate { q: linear(), k: linear(), v: linear() },
        q_norm: None,
        k_norm: None,
        gate: None,
        o: tensor(2, 2),
        attention_output_norm: None,
        post_norm: tensor(1, 2),
        gate_proj: tensor(4, 2),
        up_proj: tensor(4, 2),
        down_proj: tensor(2, 4),
        feed_forward_output_norm: None,
    };
    Weights { embed: tensor(3, 2), layers: vec![layer], norm: tensor(1, 2), head: tensor(3, 2) }
}

fn refused<T>(result: Result<T, Error>, what: &str) {
    match result.map(drop) {
        Err(
            Error::Shape { .. }
            | Error::Index { .. }
            | Error::Zero { .. }
            | Error::Multiple { .. }
            | Error::Repeated { .. }
            | Error::OtherCache { .. },
        ) => {}
        other => panic!("{what}: {other:?}"),
    }
}

#[test]
fn stack_refuses_every_shape_that_does_not_fit() {
    let stack = |constants, weights| backend().stack(constants, weights);
    stack(constants(), weights()).expect("the control");
    type Edit = fn(&mut Constants, &mut Weights<Tensor, Tensor>);
    let edits: &[(&str, Edit)] = &[
        ("no hidden", |constants, _| constants.hidden = 0),
        ("no heads", |constants, _| constants.heads = 0),
        ("no kv_heads", |constants, _| constants.kv_heads = 0),
        ("heads in parts of groups", |constants, _| constants.kv_heads = 2),
        ("an odd rotary_dim", |constants, _| constants.rotary_dim = 1),
        ("a rotary_dim beyond the head", |constants, _| constants.rotary_dim = 4),
        ("embed", |_, weights| weights.embed = tensor(3, 3)),
        ("head", |_, weights| weights.head = tensor(3, 1)),
        ("norm", |_, weights| weights.norm = tensor(1, 3)),
        ("norm rows", |_, weights| weights.norm = tensor(2, 1)),
        ("input_norm", |_, weights| weights.layers[0].input_norm = tensor(1, 1)),
        ("q_norm", |_, weights| weights.layers[0].q_norm = Some(tensor(1, 4))),
        ("k_norm", |_, weights| weights.layers[0].k_norm = Some(tensor(2, 2))),
        ("o", |_, weights| weights.layers[0].o = tensor(2, 4)),
        ("attention_output_norm", |_, weights| {
            weights.layers[0].attention_output_norm = Some(tensor(1, 1));
        }),
        ("post_norm", |_, weights| weights.layers[0].post_norm = tensor(1, 4)),
        ("gate_proj", |_, weights| weights.layers[0].gate_proj = tensor(4, 4)),
        ("up_proj", |_, weights| weights.layers[0].up_proj = tensor(2, 2)),
        ("down_proj", |_, weights| weights.layers[0].down_proj = tensor(2, 2)),
        ("feed_forward_output_norm", |_, weights| {
            weights.layers[0].feed_forward_output_norm = Some(tensor(1, 4));
        }),
        ("qkv", |_, weights| weights.layers[0].qkv = Qkv::Fused(Linear::new(tensor(4, 2)))),
        ("a bias", |_, weights| {
            let bias = Some(tensor(1, 2));
            weights.layers[0].qkv = Qkv::Fused(Linear { weight: tensor(6, 2), bias });
        }),
        ("a gate of queries", |_, weights| {
            let (weight, bias) = (tensor(1, 4), tensor(1, 1));
            weights.layers[0].gate = Some(Gate { norm: None, weight, bias });
        }),
        ("the bias of a gate", |_, weights| {
            let (norm, weight, bias) = (Some(tensor(1, 2)), tensor(1, 2), tensor(1, 2));
            weights.layers[0].gate = Some(Gate { norm, weight, bias });
        }),
        ("the norm of a gate", |_, weights| {
            let (norm, weight, bias) = (Some(tensor(1, 1)), tensor(1, 2), tensor(1, 1));
            weights.layers[0].gate = Some(Gate { norm, weight, bias });
        }),
    ];
    for (what, edit) in edits {
        let (mut constants, mut weights) = (constants(), weights());
        edit(&mut constants, &mut weights);
        refused(stack(constants, weights), what);
    }
}

#[test]
fn stack_refuses_an_odd_head_dim() {
    let constants = Constants { head_dim: 3, ..constants() };
    let error = backend().stack(constants, weights()).map(drop).expect_err("refused");
    assert_eq!(error.to_string(), "model: head_dim should be a multiple of 2, found 3");
}

#[test]
fn stack_refuses_widths_that_overflow() {
    // In the second case the queries fit in an integer; queries, keys and values together do not.
    for (heads, kv_heads, head_dim) in [(1 << 60, 1, 32), (1 << 62, 1 << 62, 2)] {
        let constants = Constants { heads, kv_heads, head_dim, ..constants() };
        let error = backend().stack(constants, weights()).map(drop).expect_err("refused");
        assert!(matches!(error, Error::Memory { .. }), "{error}");
    }
}

#[test]
fn half_layers_refuse_arguments_that_do_not_fit() {
    let backend = backend();
    let stack = backend.stack(constants(), weights()).expect("shapes fit");
    let mut cache = backend.cache(SHAPE).expect("a cache");
    let batch = |rows: usize, cos_sin: usize| {
        let batch = Batch {
            rows: vec![BatchRow::default(); rows],
            spans: vec![BatchSpan { sequence: 0, first_row: 0, len: rows, start: 0, window: None }],
            block_size: 4,
            block_tables: vec![vec![0]],
            cos_sin: vec![[1.0, 0.0]; cos_sin],
            outputs: vec![0],
        };
        backend.batch(&backend.cache(SHAPE).expect("a cache"), batch).expect("a batch")
    };
    let two = batch(2, 2);
    assert_eq!(two.rows(), 2);

    let id = |id| {
        let rows = vec![BatchRow { id, ..BatchRow::default() }];
        let cache = backend.cache(SHAPE).expect("a cache");
        backend.batch(&cache, Batch { rows, ..Batch::default() }).expect("a batch")
    };
    backend.loop_input(&stack, &cache, &id(2)).expect("the control");
    refused(backend.loop_input(&stack, &cache, &id(3)), "a token id");

    let mut input = |layer, batch: &_, h: (usize, usize)| {
        backend.attention_input(&stack, layer, &mut cache, batch, &tensor(h.0, h.1)).map(drop)
    };
    input(0, &two, (2, 2)).expect("the control");
    refused(input(1, &two, (2, 2)), "a layer");
    refused(input(0, &two, (1, 2)), "rows of h");
    refused(input(0, &two, (2, 3)), "columns of h");
    refused(input(0, &batch(2, 0), (2, 2)), "no angles");
    refused(input(0, &batch(2, 4), (2, 2)), "too many angles");

    type Sizes = [(usize, usize); 3];
    let mut attend = |layer, batch: &_, [q, k, v]: Sizes, gate: Option<(usize, usize)>| {
        let gate = gate.map(|gate| tensor(gate.0, gate.1));
        let [q, k, v] = [q, k, v].map(|x| tensor(x.0, x.1));
        let input = AttentionInput { q, k, v, gate };
        backend.attention(&stack, layer, &mut cache, batch, &input).map(drop)
    };
    let good = [(2, 2); 3];
    attend(0, &two, good, None).expect("the control");
    attend(0, &two, good, Some((2, 1))).expect("the control with a gate");
    refused(attend(1, &two, good, None), "a layer");
    refused(attend(0, &two, [(1, 2), (2, 2), (2, 2)], None), "rows of q");
    refused(attend(0, &two, [(2, 4), (2, 2), (2, 2)], None), "columns of q");
    refused(attend(0, &two, [(2, 2), (2, 1), (2, 2)], None), "columns of k");
    refused(attend(0, &two, [(2, 2), (2, 2), (3, 2)], None), "rows of v");
    refused(attend(0, &two, good, Some((1, 1))), "rows of the gate");
    refused(attend(0, &two, good, Some((2, 2))), "columns of the gate");
    refused(attend(0, &id(0), [(1, 2); 3], None), "no spans");

    let output = |layer, y: (usize, usize), h: (usize, usize)| {
        backend.attention_output(&stack, layer, &tensor(y.0, y.1), &tensor(h.0, h.1)).map(drop)
    };
    output(0, (2, 2), (2, 2)).expect("the control");
    refused(output(1, (2, 2), (2, 2)), "a layer");
    refused(output(0, (1, 2), (2, 2)), "rows of y");
    refused(output(0, (2, 1), (2, 2)), "columns of y");
    refused(output(0, (2, 2), (2, 3)), "columns of h");
    refused(backend.feed_forward(&stack, 1, &tensor(1, 2)), "a layer");
    refused(backend.feed_forward(&stack, 0, &tensor(1, 3)), "columns of h");
    refused(backend.loop_output(&stack, &mut cache, &two, &tensor(1, 2)), "rows of h");
    refused(backend.final_norm(&stack, &tensor(1, 3)), "columns of h");
    refused(backend.logits(&stack, &tensor(1, 3)), "columns of the normed rows");
    refused(backend.top_k(&tensor(1, 3), 0), "k");
    refused(backend.tensor(2, 2, vec![0.0; 3]), "values");
    // Without columns any number of rows would fit.
    refused(backend.tensor(usize::MAX, 0, Vec::new()), "a tensor without columns");

    for other in [
        KvShape { slots: 7, ..SHAPE },
        KvShape { carry_rows: 1, ..SHAPE },
        KvShape { layers: 2, ..SHAPE },
        KvShape { kv_heads: 2, ..SHAPE },
        KvShape { head_dim: 4, ..SHAPE },
        KvShape { hidden: 3, ..SHAPE },
    ] {
        let mut other_cache = backend.cache(other).expect("a cache");
        let result = backend.loop_output(&stack, &mut other_cache, &two, &tensor(2, 2));
        refused(result, &format!("a cache of {other:?}"));
    }
}

#[test]
fn half_layers_refuse_the_batch_of_another_cache() {
    let backend = backend();
    let stack = backend.stack(constants(), weights()).expect("shapes fit");
    let batch_for = |shape| {
        let cache = backend.cache(shape).expect("a cache");
        let batch = Batch { rows: vec![BatchRow::default()], ..Batch::default() };
        backend.batch(&cache, batch).expect("a batch")
    };
    // Stack and cache fit each other: only the batch differs.
    let mut cache = backend.cache(SHAPE).expect("a cache");
    let mut run = |batch: &_| backend.loop_output(&stack, &mut cache, batch, &tensor(1, 2));
    run(&batch_for(SHAPE)).expect("the control");
    for other in [
        KvShape { slots: 9, ..SHAPE },
        KvShape { carry_rows: 3, ..SHAPE },
        KvShape { layers: 2, ..SHAPE },
        KvShape { kv_heads: 2, ..SHAPE },
        KvShape { head_dim: 4, ..SHAPE },
        KvShape { hidden: 3, ..SHAPE },
        KvShape { dtype: KvDType::F16, ..SHAPE },
    ] {
        let error = run(&batch_for(other)).expect_err("refused");
        assert!(matches!(error, Error::OtherCache { op: "loop_output" }), "{other:?}: {error}");
    }
}

#[test]
fn batch_refuses_indices_outside_the_cache() {
    let backend = backend();
    let cache = backend.cache(SHAPE).expect("a cache");
    let of_row = |row| Batch { rows: vec![row], ..Batch::default() };
    for (what, row) in [
        ("a slot of a block", BatchRow { store: Store::Block(8), ..BatchRow::default() }),
        ("a slot of a ring", BatchRow { store: Store::Ring(8), ..BatchRow::default() }),
        ("a carry to read", BatchRow { input: RowInput::Carry(2), ..BatchRow::default() }),
        ("a carry to write", BatchRow { carry: Some(2), ..BatchRow::default() }),
    ] {
        refused(backend.batch(&cache, of_row(row)), what);
    }
    let outputs = Batch { outputs: vec![1], ..of_row(BatchRow::default()) };
    refused(backend.batch(&cache, outputs), "an output");

    let window = Window { keys: 2, ring: 6, ring_len: 2, first: 0 };
    let good = BatchSpan { sequence: 0, first_row: 0, len: 2, start: 0, window: Some(window) };
    let batch = |block_size, block_table: &[u32], span, cos_sin| Batch {
        rows: vec![BatchRow::default(); 2],
        spans: vec![span],
        block_size,
        block_tables: vec![block_table.to_vec()],
        cos_sin: vec![[1.0, 0.0]; cos_sin],
        outputs: Vec::new(),
    };
    backend.batch(&cache, batch(2, &[0], good, 4)).expect("the control");
    refused(backend.batch(&cache, batch(0, &[0], good, 0)), "blocks of nothing");
    refused(backend.batch(&cache, batch(2, &[4], good, 0)), "a block");
    refused(backend.batch(&cache, batch(1, &[0], good, 0)), "too few blocks");
    refused(backend.batch(&cache, batch(2, &[0], good, 3)), "angles of one row and a half");
    for span in [
        BatchSpan { first_row: 1, ..good },
        BatchSpan { len: 1, ..good },
        BatchSpan { len: 0, ..good },
        BatchSpan { len: 3, ..good },
        BatchSpan { sequence: 1, ..good },
        BatchSpan { start: usize::MAX, ..good },
        BatchSpan { window: Some(Window { keys: 0, ..window }), ..good },
        BatchSpan { window: Some(Window { keys: 3, ..window }), ..good },
        BatchSpan { window: Some(Window { first: 9, ..window }), ..good },
        BatchSpan { window: Some(Window { ring: 7, ..window }), ..good },
        BatchSpan { window: Some(Window { ring: u32::MAX, ..window }), ..good },
    ] {
        refused(backend.batch(&cache, batch(2, &[0], span, 0)), &format!("{span:?}"));
    }
}

#[test]
fn copies_and_exports_refuse_parts_that_do_not_exist() {
    let backend = backend();
    let mut cache = backend.cache(SHAPE).expect("a cache");
    let mut copy = |from: &[u32], to: &[u32]| backend.copy_slots(&mut cache, from, to);
    copy(&[0, 0, 1], &[2, 3, 4]).expect("the control");
    refused(copy(&[0], &[1, 2]), "one source for two targets");
    refused(copy(&[8], &[0]), "a source");
    refused(copy(&[0], &[8]), "a target");
    refused(copy(&[0, 1], &[2, 2]), "one target twice");
    let error = copy(&[0, 1], &[1, 2]).expect_err("read and written");
    assert_eq!(error.to_string(), "copy_slots: slot 1 is named twice");
    refused(backend.copy_carries(&mut cache, &[0], &[2]), "a carry");
    refused(backend.copy_carries(&mut cache, &[1], &[1]), "a carry to itself");

    for part in [
        CachePart::Slots { layer: 1, slots: &[0] },
        CachePart::Slots { layer: 0, slots: &[8] },
        CachePart::Carries(&[2]),
    ] {
        refused(backend.export(&cache, part), "a part");
        refused(backend.import(&mut cache, part, &[0; 16]), "a part");
    }
    let part = CachePart::Slots { layer: 0, slots: &[0] };
    backend.import(&mut cache, part, &[0; 16]).expect("the control");
    refused(backend.import(&mut cache, part, &[0; 15]), "too few bytes");
}

#[test]
fn import_refuses_a_place_named_twice() {
    let backend = backend();
    let mut cache = backend.cache(SHAPE).expect("a cache");
    let slots = CachePart::Slots { layer: 0, slots: &[3, 0, 3] };
    // An export only reads.
    let bytes = backend.export(&cache, slots).expect("bytes");
    let error = backend.import(&mut cache, slots, &bytes).expect_err("refused");
    assert_eq!(error.to_string(), "import: slot 3 is named twice");
    let error = backend.import(&mut cache, CachePart::Carries(&[1, 1]), &[0; 16]);
    let error = error.expect_err("refused");
    assert_eq!(error.to_string(), "import: carry row 1 is named twice");
}

#[test]
fn weights_and_caches_refuse_sizes_that_cannot_be() {
    let weight = |dtype, rows, cols, len| WeightData::new(dtype, rows, cols, vec![0; len].into());
    assert!(matches!(weight(DType::Q4K, 1, 100, 144), Err(Error::Multiple { .. })));
    assert!(matches!(weight(DType::F32, 0, 4, 0), Err(Error::Zero { .. })));
    assert!(matches!(weight(DType::F32, usize::MAX, 4, 0), Err(Error::Memory { .. })));
    for shape in [
        KvShape { slots: usize::MAX / 64, ..SHAPE },
        KvShape { head_dim: 1 << 56, ..SHAPE },
        KvShape { hidden: 1 << 58, ..SHAPE },
    ] {
        assert!(matches!(backend().cache(shape), Err(Error::Memory { .. })), "{shape:?}");
    }
    assert!(matches!(backend().cache(KvShape { hidden: 0, ..SHAPE }), Err(Error::Zero { .. })));
}

#[test]
fn cache_bytes_are_those_of_its_shape() {
    for dtype in KvDType::ALL {
        let shape = KvShape { dtype, head_dim: 32, ..SHAPE };
        let cache = backend().cache(shape).expect("a cache");
        assert_eq!(backend().cache_bytes(&cache), shape.bytes().expect("a number"));
    }
}
