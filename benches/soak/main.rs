//! Load test of a server: many clients, some of which disconnect.
//!
//! `cargo run --release -p plt-benches --bin soak -- URL [MINUTES [PID]]`, beside a `plt serve` of the
//! built-in model. Every finished completion is compared with that of the same prompt on the idle
//! server; each must end exactly once. With the server's PID, its memory and file descriptors are
//! watched too (on Linux). Exits with 1 if anything is wrong.

#![forbid(unsafe_code)]

use std::io::{BufRead as _, BufReader};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::{Value, json};
use ureq::Agent;

const CLIENTS: u64 = 32;
const PROMPTS: [&str; 6] =
    ["def main(", "import os", "class A:\n", "for i in range(", "if __name__ ==", "x = [1, 2,"];
const TOKENS: usize = 48;

/// The outcomes of all requests.
#[derive(Debug, Default)]
struct Tally {
    completed: u64,
    left: u64,
    refused: Vec<f64>,
    wrong: Vec<String>,
}

/// How one request ended.
enum Outcome {
    /// The expected completion.
    Completed,
    /// The client disconnected.
    Left,
    /// 429, after this many seconds.
    Refused(f64),
}

struct Server {
    agent: Agent,
    url: String,
}

/// The part of a completion that was read.
struct Answer {
    text: String,
    /// Finish reasons, and ends of the stream.
    ends: usize,
    done: usize,
}

fn main() -> anyhow::Result<ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (url, minutes, pid) = match args.as_slice() {
        [url] => (url, 5.0, None),
        [url, minutes] => (url, minutes.parse().context("minutes")?, None),
        [url, minutes, pid] => (url, minutes.parse().context("minutes")?, Some(pid.as_str())),
        _ => bail!("expected URL [MINUTES [PID]]"),
    };
    let config = Agent::config_builder().http_status_as_error(false).build();
    let server = Server { agent: config.into(), url: url.trim_end_matches('/').to_owned() };
    let alone: Vec<String> = (0..PROMPTS.len())
        .map(|index| server.ask(index, false)?.context("the idle server returned 429"))
        .collect::<anyhow::Result<Vec<Answer>>>()?
        .into_iter()
        .map(|answer| answer.text)
        .collect();

    let end = Instant::now() + Duration::from_secs_f64(60.0 * minutes);
    let tally = Mutex::new(Tally::default());
    let mut held = Vec::new();
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|seed| {
                let (server, alone, tally) = (&server, &alone, &tally);
                scope.spawn(move || server.client(seed, end, alone, tally))
            })
            .collect();
        while Instant::now() < end && !clients.iter().any(|client| client.is_finished()) {
            held.extend(pid.and_then(|pid| held_by(pid).ok()));
            std::thread::sleep(Duration::from_millis(500));
        }
    });
    let mut tally = tally.into_inner().map_err(|_| anyhow::anyhow!("a client panicked"))?;

    // Cancelled requests are freed after the running pass.
    std::thread::sleep(Duration::from_secs(1));
    let metrics = server.metrics()?;
    for gauge in ["num_requests_running", "num_requests_waiting", "kv_cache_usage_perc"] {
        let value = metrics.lines().find(|line| line.starts_with(&format!("plt_{gauge}{{")));
        let value = value.and_then(|line| line.rsplit(' ').next()).unwrap_or("missing");
        if value != "0" {
            tally.wrong.push(format!("{gauge} is {value} after the last request"));
        }
    }
    tally.refused.sort_by(f64::total_cmp);
    let p99 = tally.refused.get(tally.refused.len().saturating_sub(1) * 99 / 100);
    println!("{} completions correct, {} clients disconnected", tally.completed, tally.left);
    println!(
        "{} rejected with 429; p99 {:.1} ms",
        tally.refused.len(),
        p99.map_or(0.0, |s| s * 1e3)
    );
    if let (Some(early), Some(late)) = (held.get(held.len() / 10), held.last()) {
        println!("held by the server early and late: {early:?}, {late:?} (MiB, descriptors)");
    }
    for wrong in tally.wrong.iter().take(10) {
        println!("wrong: {wrong}");
    }
    Ok(if tally.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Server {
    /// One client: sends requests in turn.
    fn client(&self, seed: u64, end: Instant, alone: &[String], tally: &Mutex<Tally>) {
        let mut rng = SmallRng::seed_from_u64(seed);
        while Instant::now() < end {
            let index = rng.random_range(0..PROMPTS.len());
            let outcome = match rng.random_range(0..4) {
                // One of four leaves after some chunks.
                0 => self.leave(index, rng.random_range(0..20)),
                kind => self.whole(index, kind == 1, &alone[index]),
            };
            let Ok(mut tally) = tally.lock() else { return };
            match outcome {
                Ok(Outcome::Completed) => tally.completed += 1,
                Ok(Outcome::Left) => tally.left += 1,
                Ok(Outcome::Refused(seconds)) => tally.refused.push(seconds),
                Err(error) => tally.wrong.push(format!("{error:#}")),
            }
        }
    }

    /// A whole answer, which must be the one that comes when nothing else runs.
    fn whole(&self, index: usize, stream: bool, alone: &str) -> anyhow::Result<Outcome> {
        let started = Instant::now();
        let Some(answer) = self.ask(index, stream)? else {
            return Ok(Outcome::Refused(started.elapsed().as_secs_f64()));
        };
        ensure!(answer.ends == 1, "{} ends of one answer", answer.ends);
        ensure!(answer.done == usize::from(stream), "{} ends of the stream", answer.done);
        ensure!(answer.text == alone, "{:?}, alone {alone:?}", answer.text);
        Ok(Outcome::Completed)
    }

    /// Reads some chunks and disconnects.
    fn leave(&self, index: usize, chunks: usize) -> anyhow::Result<Outcome> {
        let started = Instant::now();
        let response = self.post(index, true)?;
        if response.status() == 429 {
            return Ok(Outcome::Refused(started.elapsed().as_secs_f64()));
        }
        ensure!(response.status() == 200, "{}", response.status());
        let lines = BufReader::new(response.into_body().into_reader()).lines();
        let read = lines.map_while(Result::ok).filter(|line| line.starts_with("data: "));
        read.take(chunks).for_each(drop);
        Ok(Outcome::Left)
    }

    fn post(&self, index: usize, stream: bool) -> anyhow::Result<ureq::http::Response<ureq::Body>> {
        let body = json!({
            "prompt": PROMPTS[index], "max_tokens": TOKENS, "temperature": 0, "stream": stream,
        });
        let request = self.agent.post(format!("{}/v1/completions", self.url));
        Ok(request.header("Content-Type", "application/json").send(body.to_string())?)
    }

    /// Sends a request; `None` if the server is overloaded.
    fn ask(&self, index: usize, stream: bool) -> anyhow::Result<Option<Answer>> {
        let response = self.post(index, stream)?;
        match response.status().as_u16() {
            200 => {}
            429 => {
                ensure!(response.headers().contains_key("retry-after"), "429 without Retry-After");
                return Ok(None);
            }
            status => bail!("HTTP {status}"),
        }
        let mut answer = Answer { text: String::new(), ends: 0, done: 0 };
        let mut take = |text: &str| -> anyhow::Result<()> {
            let body: Value = serde_json::from_str(text)?;
            let choice = &body["choices"][0];
            ensure!(body["error"].is_null(), "{}", body["error"]);
            answer.text += choice["text"].as_str().unwrap_or_default();
            answer.ends += usize::from(choice["finish_reason"].is_string());
            Ok(())
        };
        let reader = BufReader::new(response.into_body().into_reader());
        if !stream {
            take(&std::io::read_to_string(reader)?)?;
            return Ok(Some(answer));
        }
        let mut done = 0;
        for line in reader.lines() {
            match line?.strip_prefix("data: ") {
                Some("[DONE]") => done += 1,
                Some(data) => take(data)?,
                None => {}
            }
        }
        Ok(Some(Answer { done, ..answer }))
    }

    fn metrics(&self) -> anyhow::Result<String> {
        let mut response = self.agent.get(format!("{}/metrics", self.url)).call()?;
        Ok(response.body_mut().read_to_string()?)
    }
}

/// Resident MiB and file descriptors of a process.
fn held_by(pid: &str) -> anyhow::Result<(f64, usize)> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/statm"))?;
    let pages: f64 = status.split(' ').nth(1).context("two numbers")?.parse()?;
    let descriptors = std::fs::read_dir(format!("/proc/{pid}/fd"))?.count();
    Ok(((pages * 4096.0 / f64::from(1 << 20) * 10.0).round() / 10.0, descriptors))
}
