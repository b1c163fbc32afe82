//! Realistic patterns of requests.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use plt_bench::Spread;
use plt_cpu::Cpu;
use plt_model::Model;
use plt_runtime::{Engine, EngineStats, Event, Request, Scheduler, TextBundle, TextModel};
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::{SAMPLES, options, prompt, run};

/// An agent: a long prompt that grows by a completion and a tool result with every turn.
pub fn prefixes(model: &Model<Cpu>) -> anyhow::Result<()> {
    const TURNS: usize = 6;
    // Limited by the model's context length.
    let long = (model.config().max_positions / 4).min(512);
    let mut times = Vec::new();
    for kept in [0, 8] {
        let mut scheduler = Scheduler::new(model, None, options(2).prefix_cache_entries(kept))?;
        let mut text = prompt(long, 0);
        let mut turns = Vec::new();
        for turn in 0..TURNS {
            let started = Instant::now();
            let request = Request::new(text.clone()).max_tokens(8);
            text.extend(run(&mut scheduler, request)?);
            turns.push(started.elapsed().as_secs_f64());
            text.extend(prompt(long / 12, turn as u32));
        }
        times.push((turns, scheduler.stats().prefixes));
    }
    println!("A prompt of {long} tokens, {} more per turn:\n", long / 12 + 8);
    println!("| turn | no prefix cache | prefix cache | ÷ |\n|---|---|---|---|");
    let (all, kept) = (&times[0].0, &times[1].0);
    for (turn, (all, kept)) in all.iter().zip(kept).enumerate() {
        println!("| {} | {all:.2} s | {kept:.2} s | {:.2} |", turn + 1, all / kept);
    }
    println!("\n{:?}\n", times[1].1);
    Ok(())
}

/// Speculative decoding of one request with more and more draft rows: a completion that repeats its
/// prompt, like an edit of a file, and a free one.
pub fn drafts(model: &Model<Cpu>) -> anyhow::Result<()> {
    const ROWS: [usize; 5] = [0, 4, 8, 12, 16];
    const TOKENS: usize = 96;
    println!("| completion | draft rows | tokens per pass | acceptance rate | time ÷ without |");
    println!("|---|---|---|---|---|");
    for (answer, repeats) in [("repeats its prompt", true), ("free", false)] {
        let mut times = vec![Vec::new(); ROWS.len()];
        let mut stats = Vec::new();
        for seed in 0..SAMPLES as u32 {
            for (rows, times) in ROWS.iter().zip(&mut times) {
                let options = options(1).max_draft_rows(*rows);
                let mut scheduler = Scheduler::new(model, None, options)?;
                let own = Request::new(prompt(24, 5 * seed)).max_tokens(TOKENS);
                let mut request = own.clone();
                if repeats {
                    // A model of random weights repeats nothing but its own completions.
                    request.prompt.extend(run(&mut scheduler, own)?);
                    request.prompt.extend(prompt(24, 5 * seed));
                }
                let before = scheduler.stats();
                let events = scheduler.submit(request)?;
                while scheduler.stats().generated_tokens == before.generated_tokens {
                    scheduler.step();
                }
                let started = Instant::now();
                while !scheduler.is_idle() {
                    scheduler.step();
                }
                times.push(started.elapsed().as_secs_f64());
                drop(events);
                stats.push((scheduler.stats(), before));
            }
        }
        for (index, rows) in ROWS.iter().enumerate() {
            let of = stats.iter().skip(index).step_by(ROWS.len());
            let sum = |f: fn(&EngineStats) -> u64| -> f64 {
                of.clone().map(|(after, before)| (f(after) - f(before)) as f64).sum()
            };
            let tokens = sum(|stats| stats.generated_tokens) / sum(|stats| stats.passes);
            let right =
                sum(|stats| stats.accepted_tokens) / sum(|stats| stats.drafted_tokens).max(1.0);
            let ratios = times[index].iter().zip(&times[0]).map(|(time, without)| time / without);
            let ratio = Spread::of(ratios).context("samples")?;
            println!("| {answer} | {rows} | {tokens:.2} | {right:.2} | {ratio:.2} |");
        }
    }
    println!();
    Ok(())
}

/// Poisson arrivals at two thirds of the throughput of eight concurrent requests.
pub fn poisson(model: Model<Cpu>) -> anyhow::Result<Engine> {
    const REQUESTS: usize = 48;
    const TOKENS: usize = 16;
    const PROMPT: usize = 64;
    let model = TextModel::new(model, TextBundle::default());
    let engine = Engine::start(model, options(8).prefix_cache_entries(16))?;
    let request = |i: usize| Request::new(prompt(PROMPT, i as u32)).max_tokens(TOKENS);
    // The throughput of eight concurrent requests.
    let started = Instant::now();
    let all = (0..16).map(|i| engine.submit(request(1000 + 31 * i)));
    for events in all.collect::<Result<Vec<_>, _>>()? {
        events.last().context("an end")??;
    }
    let gap = started.elapsed().as_secs_f64() / 16.0 * 1.5;

    let mut rng = SmallRng::seed_from_u64(1);
    let (mut first, mut between) = (Vec::new(), Vec::new());
    std::thread::scope(|scope| -> anyhow::Result<()> {
        let mut clients = Vec::new();
        for i in 0..REQUESTS {
            let submitted = Instant::now();
            let events = engine.submit(request(i))?;
            clients.push(scope.spawn(move || -> anyhow::Result<Vec<f64>> {
                let mut times = Vec::new();
                for event in events {
                    if let Event::Token { .. } = event? {
                        times.push(submitted.elapsed().as_secs_f64());
                    }
                }
                Ok(times)
            }));
            let uniform: f64 = rng.random();
            std::thread::sleep(Duration::from_secs_f64(-gap * (1.0 - uniform).ln()));
        }
        for client in clients {
            let times = client.join().map_err(|_| anyhow::anyhow!("a client panicked"))??;
            first.extend(times.first());
            between.extend(times.windows(2).map(|pair| pair[1] - pair[0]));
        }
        Ok(())
    })?;
    println!("One request every {gap:.2} s on average, {PROMPT} + {TOKENS} tokens:\n");
    println!("| | p50 | p95 | p99 |\n|---|---|---|---|");
    for (what, mut times) in [("first token", first), ("between tokens", between)] {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize] * 1e3;
        println!("| {what} | {:.0} ms | {:.0} ms | {:.0} ms |", at(0.5), at(0.95), at(0.99));
    }
    println!();
    Ok(engine)
}

/// Requests that start, finish and are cancelled; watches the memory of the process.
pub fn churn(engine: Engine, minutes: f64) -> anyhow::Result<()> {
    let mut rng = SmallRng::seed_from_u64(2);
    let (started, mut served) = (Instant::now(), 0u64);
    let mut held = Vec::new();
    while started.elapsed().as_secs_f64() < 60.0 * minutes {
        let mut open = Vec::new();
        for _ in 0..24 {
            let (len, first): (u32, u32) = (rng.random_range(1..200), rng.random_range(0..4));
            let max_tokens = rng.random_range(1..24);
            let request = Request::new(prompt(len as usize, first)).max_tokens(max_tokens);
            open.push((engine.submit(request)?, rng.random_range(0..4)));
        }
        for (mut events, fate) in open {
            // One of four disconnects at once, one after the first token.
            match fate {
                0 => {}
                1 => drop(events.next()),
                _ => events.try_for_each(|event| event.map(drop))?,
            }
            served += 1;
        }
        held.push(resident()?);
    }
    let share = held.len() / 10;
    let spread = |held: &[f64]| Spread::of(held.iter().copied()).context("samples");
    let (early, late) = (spread(&held[share..2 * share])?, spread(&held[9 * share..])?);
    println!("{served} requests in {minutes} minutes; MiB held in the second tenth of the time");
    println!("{early:.1}, in the last {late:.1}");
    println!("{:?}", engine.stats());
    Ok(())
}

/// Resident memory of the process in MiB.
fn resident() -> anyhow::Result<f64> {
    let status = std::fs::read_to_string("/proc/self/statm").context("/proc/self/statm")?;
    let pages: f64 = status.split(' ').nth(1).context("two numbers")?.parse()?;
    Ok(pages * 4096.0 / f64::from(1 << 20))
}
