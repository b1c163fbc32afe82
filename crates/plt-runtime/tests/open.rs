//! An engine opened by name: completions, chats, streams, and the model's own end tokens and
//! sampling.

use std::fs;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::Duration;

use futures_core::Stream as _;
use plt_runtime::{
    Engine, EngineOptions, Error, Event, EventStream, Events, FinishReason, Message, OpenOptions,
    SamplingParams,
};

const PROMPT: &str = "def add(a, b):";

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r2-hidden-w64")
}

fn open(model: &Path) -> Engine {
    let options = OpenOptions::default().engine(EngineOptions::default().kv_cache_tokens(1024));
    Engine::open(model.to_str().expect("UTF-8"), "cpu", options).expect("an engine")
}

/// The text of an answer, its number of tokens, and why it ended.
fn read(events: Events) -> (String, usize, FinishReason) {
    let (mut text, mut tokens) = (String::new(), 0);
    for event in events {
        let event = event.expect("an event");
        text.push_str(event.text());
        match event {
            Event::Token { .. } => tokens += 1,
            Event::Finished { reason, .. } => return (text, tokens, reason),
        }
    }
    panic!("no end");
}

/// Reads a stream as an executor does: it polls again only after a wake-up.
fn read_stream(stream: EventStream) -> String {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let (mut stream, mut context) = (pin!(stream), Context::from_waker(&waker));
    let mut text = String::new();
    loop {
        match stream.as_mut().poll_next(&mut context) {
            Poll::Ready(Some(event)) => text.push_str(event.expect("an event").text()),
            Poll::Ready(None) => return text,
            Poll::Pending => {
                let before = std::time::Instant::now();
                std::thread::park_timeout(Duration::from_secs(60));
                assert!(before.elapsed() < Duration::from_secs(60), "no wake-up");
            }
        }
    }
}

#[test]
fn event_stream_has_the_events_of_the_iterator() {
    let engine = open(&fixture());
    let messages = [Message::new("user", "hello")];
    let answer = || engine.chat(&messages).expect("a request");
    let (text, tokens, _) = read(answer());
    assert!(tokens > 1);
    assert_eq!(read_stream(answer().into_stream()), text);
}

#[test]
fn engine_uses_the_models_end_tokens_and_sampling() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in fs::read_dir(fixture()).expect("the fixture") {
        let file = file.expect("a file");
        fs::copy(file.path(), folder.path().join(file.file_name())).expect("copied");
    }
    let settings = folder.path().join("generation_config.json");
    let sampled = r#""do_sample": true, "temperature": 3.0, "top_k": 50"#;
    fs::write(&settings, format!("{{{sampled}}}")).expect("written");

    let engine = open(folder.path());
    let sampling = SamplingParams::default().temperature(3.0).top_k(50);
    let request = engine.text().completion(PROMPT).expect("a request").max_tokens(12);
    let ids = |request| {
        let ids = engine.submit(request).expect("a request").filter_map(|event| match event {
            Ok(Event::Token { id, .. }) => Some(id),
            _ => None,
        });
        ids.collect::<Vec<_>>()
    };
    let recommended = ids(request.clone());
    assert_eq!(ids(request.clone().sampling(None)), recommended);
    assert_eq!(ids(request.clone().sampling(sampling)), recommended);
    assert_ne!(ids(request.sampling(SamplingParams::default())), recommended);

    let end = recommended[4];
    let first = recommended.iter().position(|id| *id == end).expect("it is among them");
    fs::write(&settings, format!("{{{sampled}, \"eos_token_id\": {end}}}")).expect("written");
    let engine = open(folder.path());
    let request = engine.text().completion(PROMPT).expect("a request").max_tokens(12);
    for (request, expected) in [
        (request.clone(), (first + 1, FinishReason::Stop)),
        (request.clone().eos(None), (first + 1, FinishReason::Stop)),
        (request.eos(Vec::new()), (12, FinishReason::Length)),
    ] {
        let (_, tokens, reason) = read(engine.submit(request).expect("a request"));
        assert_eq!((tokens, reason), expected);
    }
}

#[test]
fn engine_open_names_an_unknown_model_or_device() {
    let open = |model: &str, device: &str| {
        Engine::open(model, device, Default::default()).err().expect("an error")
    };
    let error = open("no/such/model/here", "cpu");
    assert!(matches!(&error, Error::NoSuchModel { model } if model == "no/such/model/here"));
    let error = open("unused", "tpu:1").to_string();
    assert!(error.contains("tpu:1"), "{error}");
}

#[test]
fn reference_device_computes_the_same_greedy_answer() {
    let model = fixture();
    let model = model.to_str().expect("UTF-8");
    let cpu = OpenOptions::default().engine(
        EngineOptions::default().kv_cache_dtype(plt_runtime::KvDType::F32).kv_cache_tokens(1024),
    );
    let answer = |device: &str, options| {
        let engine = Engine::open(model, device, options).expect("an engine");
        let request = engine.text().completion(PROMPT).expect("a request").max_tokens(8);
        read(engine.submit(request.sampling(SamplingParams::default())).expect("a request"))
    };
    // Its default KV cache is f32.
    assert_eq!(answer("reference", Default::default()), answer("cpu", cpu));
}
