//! Every metric of the analysis against a naive computation: full matrices, explicit loops, f64, from
//! the traced values of one pass per loop.

use std::collections::HashMap;

use plt_analyze::{Analysis, LayerMetrics, Options, Summary, analyze};
use plt_cpu::Cpu;
use plt_model::{
    CacheOptions, Checkpoint, Config, KvDType, LogitsFor, Model, NoTrace, PlanKind, Probe, Row,
    Tracer,
};
use plt_tests::fixture::{self, Case, Fixture};

/// Both sides are f64 sums over the same f32 values, a few thousand of them at most.
const SUMS: f64 = 1e-9;
/// The analysis takes `q · k` in f32: up to 16 products of about size 1, each with an error of
/// 6e-8, which exponentials and logarithms of probabilities around 1e-3 amplify.
const SCORES: f64 = 2e-5;
/// The smallest singular values are square roots of eigenvalues with an error of 1e-16 of the largest
/// one.
const RANK: f64 = 1e-5;

type Matrix = Vec<Vec<f64>>;

fn load(fixture: &Fixture, edit: impl Fn(&mut Config)) -> Model<Cpu> {
    let checkpoint = Checkpoint::open(&fixture.path).expect("the fixture opens");
    let mut config = checkpoint.config().clone();
    edit(&mut config);
    Model::load(Cpu::new(Some(2)).expect("threads"), config, &checkpoint).expect("it loads")
}

/// All traced values of a run, by probe and loop.
#[derive(Default)]
struct Everything(HashMap<(Probe, usize), Matrix>);

impl Tracer for Everything {
    fn wants(&self, _: Probe) -> bool {
        true
    }

    fn record(&mut self, probe: Probe, rows: &[Row], values: &[f32]) {
        let rows: Vec<&Row> = rows.iter().collect();
        let all = matrix(values, values.len() / rows.len());
        assert!(rows.iter().enumerate().all(|(p, row)| row.position == p), "a pass is one loop");
        self.0.insert((probe, rows[0].loop_index), all);
    }
}

fn matrix(values: &[f32], columns: usize) -> Matrix {
    values.chunks(columns).map(|row| row.iter().map(|v| f64::from(*v)).collect()).collect()
}

/// The inputs of the naive computation.
struct Seen {
    trace: Everything,
    /// `[layer]`: loop 0's keys and values, `[positions, kv_heads · head_dim]`.
    keys_values: Vec<(Matrix, Matrix)>,
    /// `[loop][positions, vocab]`
    logits: Vec<Matrix>,
}

/// Runs one pass per loop over all tokens.
fn run(
    model: &Model<Cpu>,
    tokens: &[u32],
    tracer: &mut dyn Tracer,
) -> (Vec<(Matrix, Matrix)>, Matrix) {
    let (config, plan) = (model.config(), PlanKind::Sequential);
    let positions = tokens.len();
    let options = CacheOptions::single(positions, KvDType::F32, plan);
    let mut cache = model.cache(options).expect("a cache");
    let mut sequence = cache.open().expect("a sequence");
    sequence.extend(tokens.iter().copied());
    let mut logits = Vec::new();
    for pass in plan.passes(config.loops.rule, config.loops.count, 0, 0..positions) {
        let sequences = &mut [&mut sequence];
        let output = model.run(&mut cache, sequences, &pass, LogitsFor::Every, tracer);
        if let Some(values) = output.expect("it runs").logits {
            logits = matrix(&model.backend().read(&values).expect("logits"), config.vocab_size);
        }
    }
    let size = cache.pool().layout().block_size();
    let table = sequence.kv().block_table();
    let slots: Vec<u32> =
        (0..positions).map(|p| table[p / size] * size as u32 + (p % size) as u32).collect();
    let width = config.kv_heads * config.head_dim;
    let read = |layer| {
        let (k, v) = model.read_slots(&cache, layer, &slots).expect("slots");
        (matrix(&k, width), matrix(&v, width))
    };
    ((0..config.layers).map(read).collect(), logits)
}

fn see(fixture: &Fixture, model: &Model<Cpu>, tokens: &[u32]) -> Seen {
    let loops = model.config().loops.count;
    let mut trace = Everything::default();
    // f(S) of the last loop needs a model with one more loop.
    let longer = load(fixture, |config| config.loops.count += usize::from(loops > 1));
    let (keys_values, _) = run(&longer, tokens, &mut trace);
    // A model with fewer loops applies norm and head after its last one: the logit lens.
    let shorter = |count| {
        let model =
            load(fixture, |config| *config = config.clone().with_loops(count).expect("1 to R"));
        run(&model, tokens, &mut NoTrace).1
    };
    Seen { trace, keys_values, logits: (1..=loops).map(shorter).collect() }
}

fn norm(v: &[f64]) -> f64 {
    v.iter().map(|x| x * x).sum::<f64>().sqrt()
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn softmax(scores: &[f64]) -> Vec<f64> {
    let sum: f64 = scores.iter().map(|s| s.exp()).sum();
    scores.iter().map(|s| s.exp() / sum).collect()
}

fn entropy(p: &[f64]) -> f64 {
    p.iter().map(|p| -p * p.ln()).sum()
}

fn kl(p: &[f64], q: &[f64]) -> f64 {
    p.iter().zip(q).map(|(p, q)| p * (p / q).ln()).sum()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len() as f64
}

fn close(at: &str, got: f64, expected: f64, tolerance: f64) {
    let error = (got - expected).abs();
    assert!(error <= tolerance * expected.abs().max(1.0), "{at}: {got}, expected {expected}");
}

/// Compares with the summary of these values, which is absent if there are none.
fn check(at: &str, got: Option<Summary>, mut values: Vec<f64>, tolerance: f64) {
    let Some(got) = got else { return assert!(values.is_empty(), "{at} is absent") };
    assert_eq!(got.count, values.len(), "{at}: count");
    let centre = mean(values.iter().copied());
    close(&format!("{at}: mean"), got.mean, centre, tolerance);
    let std = mean(values.iter().map(|v| (v - centre) * (v - centre))).sqrt();
    close(&format!("{at}: std"), got.std, std, tolerance);
    values.sort_by(f64::total_cmp);
    for (share, got) in [(1, got.p10), (5, got.median), (9, got.p90)] {
        // share / 10 of the way to the last one, rounded half up.
        let place = ((values.len() - 1) * share * 2 + 10) / 20;
        close(&format!("{at}: {share}/10"), got, values[place], tolerance);
    }
}

/// Singular values by one-sided Jacobi rotations of the columns.
fn singular_values(rows: &Matrix) -> Vec<f64> {
    let mut columns: Matrix =
        (0..rows[0].len()).map(|j| rows.iter().map(|row| row[j]).collect()).collect();
    for _ in 0..40 {
        for i in 0..columns.len() {
            for j in i + 1..columns.len() {
                let (a, b) = (columns[i].clone(), columns[j].clone());
                let (aa, bb, ab) = (dot(&a, &a), dot(&b, &b), dot(&a, &b));
                if ab.abs() <= 1e-15 * (aa * bb).sqrt() {
                    continue;
                }
                let angle = 0.5 * (2.0 * ab).atan2(aa - bb);
                let (sin, cos) = angle.sin_cos();
                for k in 0..a.len() {
                    columns[i][k] = cos * a[k] + sin * b[k];
                    columns[j][k] = cos * b[k] - sin * a[k];
                }
            }
        }
    }
    columns.iter().map(|column| norm(column)).collect()
}

fn check_states(at: &str, analysis: &Analysis, seen: &Seen, config: &Config) {
    let probe = match config.loops.normalize_per_loop {
        true => Probe::LoopOutput,
        false => Probe::StackOutput,
    };
    let s = |r: usize| &seen.trace.0[&(probe, r)];
    let loops = analysis.loops.len();
    // With a further loop, the last one hands on the same state as the others.
    if loops > 1 {
        for r in 0..loops {
            assert_eq!(s(r), &seen.trace.0[&(Probe::LoopOutput, r)], "{at}: S of loop {r}");
        }
    }
    let step = |r: usize| -> Vec<f64> {
        s(r).iter().zip(s(r - 1)).map(|(now, before)| norm(&minus(now, before))).collect()
    };
    let path: f64 = (1..loops).map(|r| mean(step(r).into_iter())).sum();
    for (r, state) in analysis.loops.iter().map(|l| &l.state).enumerate() {
        let at = format!("{at}, loop {r}");
        let steps = if r > 0 { step(r) } else { Vec::new() };
        let share = (r > 0).then(|| mean(steps.iter().copied()) / path);
        assert_eq!(state.refinement_share.is_some(), share.is_some(), "{at}: share");
        close(&at, state.refinement_share.unwrap_or(0.0), share.unwrap_or(0.0), SUMS);
        check(&format!("{at}: step"), state.step_size, steps, SUMS);
        let gaps = if loops > 1 { step(r + 1) } else { Vec::new() };
        check(&format!("{at}: gap"), state.fixed_point_gap, gaps, SUMS);

        let (mut offsets, mut angles) = (Vec::new(), Vec::new());
        for t in 0..s(r).len() {
            if r > 0 && t > 0 {
                offsets.push(norm(&minus(&s(r - 1)[t], &s(r - 1)[t - 1])));
            }
            if r > 1 {
                let (late, early) =
                    (minus(&s(r)[t], &s(r - 1)[t]), minus(&s(r - 1)[t], &s(r - 2)[t]));
                if norm(&late) > 0.0 && norm(&early) > 0.0 {
                    angles.push(dot(&late, &early) / norm(&late) / norm(&early));
                }
            }
        }
        check(&format!("{at}: offset"), state.offset_cost, offsets, SUMS);
        check(&format!("{at}: angle"), state.angular_change, angles, SUMS);

        let rms = |row: &Vec<f64>| {
            (row.iter().map(|x| x * x).sum::<f64>() / row.len() as f64 + config.rms_norm_eps).sqrt()
        };
        let normed: Matrix =
            s(r).iter().map(|row| row.iter().map(|x| x / rms(row)).collect()).collect();
        let sigma = singular_values(&normed);
        let sum: f64 = sigma.iter().sum();
        let p = sigma.iter().map(|sigma| sigma / sum).filter(|p| *p > 0.0);
        let rank = p.map(|p| -p * p.ln()).sum::<f64>().exp();
        close(&format!("{at}: rank"), state.effective_rank.expect("a rank"), rank, RANK);
    }
}

/// `[head][position]`: attention over positions 0 to its own.
fn maps(seen: &Seen, config: &Config, r: usize, layer: usize) -> Vec<Matrix> {
    let (q, k) = (&seen.trace.0[&(Probe::Query { layer }, r)], &seen.keys_values[layer].0);
    let d = config.head_dim;
    let head = |h: usize| {
        let kv = h * config.kv_heads / config.heads;
        let row = |t: usize| {
            let scores: Vec<f64> = (0..=t)
                .map(|j| dot(&q[t][h * d..][..d], &k[j][kv * d..][..d]) / (d as f64).sqrt())
                .collect();
            softmax(&scores)
        };
        (0..q.len()).map(row).collect()
    };
    (0..config.heads).map(head).collect()
}

/// Loop 0 attends to its own keys alone: the maps times the values must give the traced attention.
fn check_maps(at: &str, maps: &[Matrix], seen: &Seen, config: &Config, layer: usize) {
    let (v, y) = (&seen.keys_values[layer].1, &seen.trace.0[&(Probe::Attention { layer }, 0)]);
    let d = config.head_dim;
    for (h, map) in maps.iter().enumerate() {
        let kv = h * config.kv_heads / config.heads;
        for (t, row) in map.iter().enumerate() {
            for i in 0..d {
                let expected: f64 = row.iter().zip(v).map(|(a, v)| a * v[kv * d + i]).sum();
                close(&format!("{at}, head {h}, position {t}"), y[t][h * d + i], expected, SCORES);
            }
        }
    }
}

fn check_layers(at: &str, analysis: &Analysis, seen: &Seen, config: &Config) {
    let heads = config.heads;
    for layer in 0..config.layers {
        let all: Vec<Vec<Matrix>> =
            (0..config.loops.count).map(|r| maps(seen, config, r, layer)).collect();
        check_maps(&format!("{at}, layer {layer}"), &all[0], seen, config, layer);
        for (r, maps) in all.iter().enumerate() {
            let at = format!("{at}, loop {r}, layer {layer}");
            let LayerMetrics { attention_entropy, attention_kl, head_similarity, gate } =
                &analysis.loops[r].layers[layer];
            let positions = 0..maps[0].len();
            let over_heads = |f: &dyn Fn(usize, usize) -> f64| -> Vec<f64> {
                positions.clone().map(|t| mean((0..heads).map(|h| f(h, t)))).collect()
            };
            let entropies = over_heads(&|h, t| entropy(&maps[h][t]));
            check(&format!("{at}: entropy"), Some(*attention_entropy), entropies, SCORES);
            let divergences = match r {
                0 => Vec::new(),
                _ => over_heads(&|h, t| kl(&all[r - 1][h][t], &maps[h][t])),
            };
            check(&format!("{at}: KL"), *attention_kl, divergences, SCORES);
            let cosines = over_heads(&|h, t| {
                let other = (0..heads).filter(|k| *k != h).map(|k| {
                    let (a, b) = (&maps[h][t], &maps[k][t]);
                    dot(a, b) / norm(a) / norm(b)
                });
                mean(other)
            });
            check(&format!("{at}: similarity"), *head_similarity, cosines, SCORES);

            assert_eq!(gate.is_some(), r > 0, "{at}: gate");
            let Some(gate) = gate else { continue };
            let gates = &seen.trace.0[&(Probe::Gate { layer }, r)];
            for h in 0..heads {
                let centre = mean(gates.iter().map(|row| row[h]));
                let std = mean(gates.iter().map(|row| (row[h] - centre).powi(2))).sqrt();
                close(&format!("{at}: gate of head {h}"), gate.mean[h], centre, SUMS);
                close(&format!("{at}: its spread"), gate.std[h], std, SUMS);
            }
        }
    }
}

fn check_output(at: &str, analysis: &Analysis, seen: &Seen, tokens: &[u32]) {
    for (r, output) in analysis.loops.iter().map(|l| &l.output).enumerate() {
        let at = format!("{at}, loop {r}");
        let p: Matrix = seen.logits[r].iter().map(|row| softmax(row)).collect();
        let entropies = p.iter().map(|p| entropy(p)).collect();
        check(&format!("{at}: output entropy"), Some(output.entropy), entropies, SUMS);
        let divergences = match r {
            0 => Vec::new(),
            _ => seen.logits[r - 1].iter().zip(&p).map(|(q, p)| kl(&softmax(q), p)).collect(),
        };
        check(&format!("{at}: output KL"), output.kl, divergences, SUMS);
        let next = || tokens.iter().skip(1).map(|id| *id as usize).zip(&p);
        let rank = |(id, p): (usize, &Vec<f64>)| {
            let mut order: Vec<usize> = (0..p.len()).collect();
            order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
            (order.iter().position(|other| *other == id).expect("in the vocabulary") + 1) as f64
        };
        check(&format!("{at}: rank"), output.next_token_rank, next().map(rank).collect(), SUMS);
        let losses = next().map(|(id, p)| -p[id].ln()).collect();
        check(&format!("{at}: loss"), output.next_token_loss, losses, SUMS);
    }
}

/// Compares mean gates with `expected.json`, where it has the gates of every position.
fn check_golden_gates(at: &str, analysis: &Analysis, case: &Case) -> usize {
    if case.positions.len() < case.tokens.len() {
        return 0;
    }
    for (r, layers) in case.gates.iter().enumerate() {
        for (layer, positions) in layers.iter().enumerate() {
            let gate = analysis.loops[r + 1].layers[layer].gate.as_ref().expect("gates");
            for (h, got) in gate.mean.iter().enumerate() {
                let expected = mean(positions.iter().map(|heads| heads[h]));
                // The tolerance of single gates in golden.rs.
                close(&format!("{at}: golden gate"), *got, expected, 1e-4);
            }
        }
    }
    case.gates.len()
}

#[test]
fn analysis_metrics_match_a_naive_computation() {
    let (mut loops, mut golden) = (Vec::new(), 0);
    for fixture in fixture::all() {
        let model = load(&fixture, |_| ());
        let config = model.config();
        loops.push(config.loops.count);
        for case in &fixture.expected.cases {
            let at = format!("{} {}", fixture.name, case.name);
            let mut progress = Vec::new();
            let options = Options::default().kv_cache_dtype(KvDType::F32);
            let analysis = analyze(&model, &case.tokens, options, &mut |done, total| {
                progress.push((done, total))
            })
            .unwrap_or_else(|e| panic!("{at}: {e}"));
            assert_eq!(analysis.tokens, case.tokens.len());
            assert_eq!(analysis.loops.len(), config.loops.count);
            assert!(progress.is_sorted(), "{at}: {progress:?}");
            assert!(progress.last().is_some_and(|(done, total)| done == total), "{at}");

            let seen = see(&fixture, &model, &case.tokens);
            check_states(&at, &analysis, &seen, config);
            check_layers(&at, &analysis, &seen, config);
            check_output(&at, &analysis, &seen, &case.tokens);
            golden += check_golden_gates(&at, &analysis, case);
            check_json(&at, &serde_json::to_value(&analysis).expect("JSON"));
        }
    }
    loops.sort_unstable();
    assert_eq!(loops, [vec![1; 8], vec![2; 4], vec![3, 3, 4]].concat(), "R of the fixtures");
    assert_eq!(golden, 25, "later loops of the cases that hold every position");
}

/// Undefined metrics are absent: a null would have been a NaN.
fn check_json(at: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Null => panic!("{at}: null in the JSON"),
        serde_json::Value::Array(values) => values.iter().for_each(|v| check_json(at, v)),
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(key, v)| check_json(&format!("{at}.{key}"), v));
        }
        _ => {}
    }
}
