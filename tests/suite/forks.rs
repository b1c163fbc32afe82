//! A fork gives the bits of a sequence that ran alone from the start.

use plt_model::plan::{Pass, PlanKind, Span};
use plt_model::{Cache, CacheOptions, LogitsFor, Model, NoTrace, Sequence};
use plt_runtime::Cpu;
use proptest::prelude::*;

use crate::plans::{logits, random_plan, shapes};

const ROLLBACK: usize = 3;

/// Runs a pass of both sequences; the logits of each, position by position.
fn run(
    model: &Model<Cpu>,
    cache: &mut Cache<Cpu>,
    sequences: &mut [&mut Sequence],
    pass: &Pass,
    rows: &mut [Vec<Vec<f32>>],
) {
    let every = LogitsFor::Every;
    let output = model.run(cache, sequences, pass, every, &mut NoTrace).expect("a legal pass");
    if let Some(logits) = output.logits {
        let logits = model.backend().read(&logits).expect("logits");
        for (row, logits) in output.rows.iter().zip(logits.chunks(model.config().vocab_size)) {
            rows[row.sequence].push(logits.to_vec());
        }
    }
}

fn of_both(pass: &Pass) -> Pass {
    let both = |span: &Span| [0, 1].map(|sequence| Span { sequence, ..*span });
    Pass { spans: pass.spans.iter().flat_map(both).collect() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn fork_gives_the_bits_of_a_separate_run(
        (shape, dtype) in shapes(),
        tokens in proptest::collection::vec(0..29u32, 5..40),
        dice in proptest::collection::vec(any::<usize>(), 64),
        (at, back) in (any::<usize>(), 0..=ROLLBACK),
    ) {
        let model = shape.model(Cpu::new(Some(2)).expect("threads"));
        let (rule, loops) = (shape.rule, shape.loops);
        let mut throws = dice.iter().cycle();
        let plan = random_plan(rule, loops, tokens.len(), |sides| {
            throws.next().map_or(0, |throw| throw % sides.max(1))
        });
        let options = CacheOptions::single(2 * tokens.len(), dtype, PlanKind::Sequential)
            .max_num_seqs(2)
            .rollback(ROLLBACK);
        let mut cache = model.cache(options).expect("a small cache");
        let mut first = cache.open().expect("a sequence");
        first.extend(tokens.iter().copied());
        let mut rows = [Vec::new(), Vec::new()];
        let at = at % plan.len();
        for pass in &plan[..at] {
            run(&model, &mut cache, &mut [&mut first], pass, &mut rows);
        }

        let mut second = model.fork(&mut cache, &first).expect("room for two");
        rows[1] = rows[0].clone();
        second.replace_pending(tokens[first.kv().len()..].iter().map(|token| (token + 7) % 29));
        for pass in &plan[at..] {
            let sequences = &mut [&mut first, &mut second];
            run(&model, &mut cache, sequences, &of_both(pass), &mut rows);
        }
        prop_assert_eq!(&rows[0], &logits(&model, &tokens, dtype, &plan));
        prop_assert_eq!(&rows[1], &logits(&model, second.tokens(), dtype, &plan));

        // Truncating the fork leaves the first sequence unchanged, although they share blocks. A plan
        // ends with the last loop; other loops may lack a position that was not needed.
        for loop_index in 1..loops {
            let start = second.kv().written()[loop_index];
            let span = Span { sequence: 0, loop_index, start, len: tokens.len() - start };
            let pass = Pass { spans: vec![span] };
            if span.len > 0 {
                run(&model, &mut cache, &mut [&mut second], &pass, &mut [Vec::new()]);
            }
        }
        let len = tokens.len() - back;
        model.truncate(&mut cache, &mut second, len).expect("within the rollback");
        let others: Vec<u32> = second.tokens()[len..].iter().map(|token| (token + 3) % 29).collect();
        second.replace_pending(others);
        let mut again = [Vec::new()];
        for pass in PlanKind::Sequential.passes(rule, loops, 0, len..tokens.len()) {
            run(&model, &mut cache, &mut [&mut second], &pass, &mut again);
        }
        let alone = logits(&model, second.tokens(), dtype, &plan);
        prop_assert_eq!(&again[0][..], &alone[len..]);
        for sequence in [&first, &second] {
            sequence.kv().check_invariants().expect("a whole cache");
        }
        cache.pool().check_invariants().expect("a whole pool");
    }
}
