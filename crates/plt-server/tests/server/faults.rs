//! Faulty clients and a faulty engine.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use plt_runtime::{Engine, EngineOptions, QueueLimits, Reference};
use plt_server::ServerOptions;
use plt_tests::mutant::{Mutant, Mutation};
use serde_json::{Value, json};

use crate::support::{
    PATIENCE, Reply, Running, chatty, coder, cpu, engine, engine_with, options, options_with,
    parse, post, read_reply,
};

const COMPLETIONS: &str = "/v1/completions";

/// An engine whose responses take seconds.
fn slow() -> Engine {
    engine(coder(Reference::new()))
}

fn long(stream: bool) -> Value {
    json!({"prompt": "def", "max_tokens": 200, "temperature": 1, "n": 4, "stream": stream})
}

/// Sends a request and does not read the reply.
fn begin(server: &Running, body: &Value) -> TcpStream {
    let mut stream = server.connect();
    let text = post(COMPLETIONS, "", &body.to_string());
    stream.write_all(text.as_bytes()).expect("the server reads");
    stream
}

/// Reads until the first event.
fn first_event(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream.try_clone().expect("a socket")).lines();
    lines.find_map(|line| line.ok().filter(|line| line.starts_with("data: "))).expect("an event")
}

/// Fails unless the server becomes idle, with nothing but the prefix cache in its KV cache.
fn assert_idle(server: &Running) {
    server.wait_for("num_requests_running", 0.0);
    server.wait_for("num_requests_waiting", 0.0);
    server.wait_for("kv_cache_usage_perc", 0.0);
}

#[test]
fn disconnected_clients_cost_nothing_more() {
    for stream in [true, false] {
        let server = Running::start(slow(), options());
        let client = begin(&server, &long(stream));
        server.wait_for("num_requests_running", 4.0);
        drop(client);
        assert_idle(&server);
        server.wait_for("request_success_total", 4.0);
        assert!(server.get("/metrics").body.contains("finished_reason=\"abort\"} 4\n"));
        assert!(server.metric("generation_tokens_total") < 700.0, "it was computed to its end");
    }
}

#[test]
fn disconnected_clients_leave_the_queue() {
    let options = EngineOptions::default().max_num_seqs(1);
    let server =
        Running::start(engine_with(coder(Reference::new()), options), crate::support::options());
    let mut body = long(true);
    body["n"] = 1.into();
    let first = begin(&server, &body);
    server.wait_for("num_requests_running", 1.0);
    let second = begin(&server, &body);
    server.wait_for("num_requests_waiting", 1.0);
    drop(second);
    server.wait_for("num_requests_waiting", 0.0);
    assert_eq!(server.metric("num_requests_running"), 1.0);
    drop(first);
    assert_idle(&server);
}

#[test]
fn full_queue_rejects_with_429() {
    let options = EngineOptions::default()
        .max_num_seqs(1)
        .queue(QueueLimits::default().requests(1).tokens(1 << 20));
    let server =
        Running::start(engine_with(coder(Reference::new()), options), crate::support::options());
    let mut body = long(true);
    body["n"] = 1.into();
    let first = begin(&server, &body);
    server.wait_for("num_requests_running", 1.0);
    let second = begin(&server, &body);
    server.wait_for("num_requests_waiting", 1.0);
    for stream in [true, false] {
        body["stream"] = stream.into();
        let reply = server.post(COMPLETIONS, &body);
        let error = reply.error(429);
        assert_eq!(
            (&error["type"], &error["code"]),
            (&json!("rate_limit_error"), &json!("overloaded"))
        );
        let message = "server overloaded; retry after the time in Retry-After";
        assert_eq!(error["message"], message);
        assert!(reply.head.contains("retry-after: 1"), "{}", reply.head);
    }
    // Several prompts are one request: all of them are accepted, or none.
    let both = json!({"prompt": [[5], [6]], "max_tokens": 1});
    server.post(COMPLETIONS, &both).error(429);
    assert_eq!(server.metric("requests_refused_total"), 3.0);
    drop((first, second));
    assert_idle(&server);
    server.post(COMPLETIONS, &json!({"prompt": "a", "max_tokens": 1})).ok();
}

/// Options with memory for one body of 64 bytes.
fn one_small_body() -> ServerOptions {
    options_with(|options| (options.limits.preparing, options.limits.body_bytes) = (1, 64))
}

/// Sends this many bytes of a body, and then nothing.
fn begin_body(server: &Running, bytes: usize) -> TcpStream {
    let mut stream = server.connect();
    let head = "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 64\r\n\
        Content-Type: application/json\r\nConnection: close\r\n\r\n";
    stream.write_all(format!("{head}{}", " ".repeat(bytes)).as_bytes()).expect("the server reads");
    stream
}

#[test]
fn slow_bodies_do_not_block_others() {
    let server = Running::start(engine(coder(cpu())), one_small_body());
    let slow_senders: Vec<_> = (0..8).map(|_| begin_body(&server, 1)).collect();
    server.post(COMPLETIONS, &json!({"prompt": "a", "max_tokens": 1})).ok();
    for slow_sender in slow_senders {
        read_reply(slow_sender).error(408);
    }
}

#[test]
fn bodies_take_bounded_memory_and_release_it() {
    let server = Running::start(engine(coder(cpu())), one_small_body());
    let body = json!({"prompt": "a", "max_tokens": 1});
    let began = Instant::now();
    // The memory is reserved a moment after the bytes are sent.
    let mut slow_senders = Vec::new();
    loop {
        slow_senders.push(begin_body(&server, 60));
        if server.post(COMPLETIONS, &body).status == 429 {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "the memory is not reserved");
    }
    let replies: Vec<_> = slow_senders.into_iter().map(read_reply).collect();
    assert!(replies.iter().all(|reply| [408, 429].contains(&reply.status)));
    replies.iter().find(|reply| reply.status == 408).expect("one had the memory").error(408);
    server.post(COMPLETIONS, &body).ok();
}

#[test]
fn prompts_longer_than_the_queue_are_rejected() {
    let queue = QueueLimits::default().requests(8).tokens(4);
    let options = EngineOptions::default().queue(queue);
    let server =
        Running::start(engine_with(coder(Reference::new()), options), crate::support::options());
    let body = |prompt: &[u32]| json!({"prompt": prompt, "max_tokens": 1});
    let error = server.post(COMPLETIONS, &body(&[5; 5])).error(400);
    assert_eq!(error["code"], "context_length_exceeded");
    server.post(COMPLETIONS, &body(&[5; 4])).ok();
}

#[test]
fn slow_heads_time_out() {
    let server = Running::start(engine(coder(cpu())), options());
    for beginning in
        ["", "GET /he", "GET /health HTTP/1.1\r\n", "GET /health HTTP/1.1\r\nHost: loc"]
    {
        let mut stream = server.connect();
        stream.write_all(beginning.as_bytes()).expect("the server reads");
        let began = Instant::now();
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).expect("the server closes");
        let took = began.elapsed();
        assert!(took < Duration::from_secs(20), "{beginning:?}: {took:?}");
        assert!(!rest.starts_with(b"HTTP/1.1 200"), "{beginning:?}");
    }
    // Single bytes do not extend the deadline.
    let mut stream = server.connect();
    let began = Instant::now();
    while stream.write_all(b"G").is_ok() && began.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(began.elapsed() < Duration::from_secs(20), "a slow head does not time out");
    // Neither does an earlier request on the connection.
    let mut stream = server.connect();
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("the server reads");
    let mut all = Vec::new();
    stream.read_to_end(&mut all).expect("the server closes");
    assert_eq!(parse(&all).status, 200);
}

#[test]
fn large_heads_are_rejected() {
    let server = Running::start(engine(coder(cpu())), options());
    let get = |headers: &str| {
        server.send(&format!(
            "GET /health HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\n\r\n"
        ))
    };
    assert_eq!(get(&"X-A: b\r\n".repeat(50)).status, 200);
    assert_eq!(get(&"X-A: b\r\n".repeat(100)).status, 431);
    assert_eq!(get(&format!("X-A: {}\r\n", "b".repeat(200_000))).status, 431);
}

#[test]
fn slow_bodies_time_out() {
    let server = Running::start(engine(coder(cpu())), options());
    let head = "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
        Content-Type: application/json\r\n";
    server.send(&format!("{head}Content-Length: 100\r\n\r\n{{")).error(408);
    server.send(&format!("{head}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n")).error(408);
    // A client that closes in the middle of its body gets an error, or nothing.
    let mut stream = server.connect();
    stream.write_all(format!("{head}Content-Length: 100\r\n\r\n{{").as_bytes()).expect("it reads");
    stream.shutdown(std::net::Shutdown::Write).expect("half a close");
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(!rest.starts_with(b"HTTP/1.1 200"));
}

#[test]
fn clients_that_do_not_read_are_disconnected() {
    let server = Running::start(engine(chatty(cpu())), options());
    // More than the socket buffers hold, so that the server has to wait for the reader.
    let body = json!({
        "prompt": vec![vec![5]; 16], "max_tokens": 511, "temperature": 0, "logprobs": 20,
        "stream": true,
    });
    let mut clients = vec![begin(&server, &body), begin(&server, &body)];
    let mut patient = clients.remove(0);
    let began = Instant::now();
    let all = std::thread::spawn(move || {
        let mut all = Vec::new();
        patient.read_to_end(&mut all).map(|_| all)
    });
    let all = all.join().expect("a reader").expect("a whole answer");
    assert_eq!(parse(&all).data().last(), Some(&"[DONE]"), "a client that reads gets everything");
    // The server closes the other connection: the rest of the stream is incomplete.
    assert_idle(&server);
    std::thread::sleep(Duration::from_secs(2));
    let mut rest = Vec::new();
    let _ = clients[0].read_to_end(&mut rest);
    let rest = String::from_utf8_lossy(&rest);
    assert!(!rest.contains("[DONE]"), "{} bytes in {:?}", rest.len(), began.elapsed());
}

#[test]
fn engine_panics_end_affected_requests_with_an_error() {
    let server = Running::start(engine(chatty(Mutant::new(Mutation::Panic))), options());
    fail(&server);
    assert_eq!(server.metric("engine_panics_total"), 1.0);
}

#[test]
fn failed_passes_end_affected_requests_with_an_error() {
    let server = Running::start(engine(chatty(Mutant::new(Mutation::Fail))), options());
    fail(&server);
    assert_eq!(server.metric("engine_panics_total"), 0.0);
}

/// Fails unless a fatal token ends the requests of its batch, and no later ones.
fn fail(server: &Running) {
    let streaming =
        json!({"prompt": [7, 5, 6], "max_tokens": 500, "temperature": 0, "stream": true});
    let concerned = begin(server, &streaming);
    first_event(&concerned);
    let fatal = json!({"prompt": [Mutant::FATAL], "max_tokens": 3, "temperature": 0});
    let error = server.post(COMPLETIONS, &fatal).error(500);
    assert_eq!((&error["type"], &error["code"]), (&json!("server_error"), &json!("engine_failed")));
    assert!(!error.to_string().contains("on purpose"), "the reason goes to the log only");

    // The rest of the stream is one error: it does not look complete.
    let mut rest = String::new();
    BufReader::new(concerned).read_to_string(&mut rest).expect("the stream ends");
    assert!(!rest.contains("[DONE]"), "{rest}");
    let errors: Vec<&str> = rest.lines().filter(|line| line.contains("engine_failed")).collect();
    assert_eq!(errors.len(), 1, "{rest}");
    let last = rest.lines().rfind(|line| line.starts_with("data: "));
    assert_eq!(last, errors.first().copied());

    assert_idle(server);
    // The server is not ready for a moment, but serves requests.
    server.get("/ready").error(503);
    let next = json!({"prompt": [7, 5, 6], "max_tokens": 3, "temperature": 0});
    server.post(COMPLETIONS, &next).ok();
    let waited = Instant::now();
    while server.get("/ready").status != 200 {
        assert!(waited.elapsed() < PATIENCE, "it never gets ready again");
    }
}

#[test]
fn shutdown_lets_requests_finish() {
    let mut server = Running::start(engine(chatty(Reference::new())), options());
    let body = |stream: bool| json!({"prompt": [7, 5], "max_tokens": 300, "temperature": 0, "n": 2, "stream": stream});
    let streaming = begin(&server, &body(true));
    let whole = begin(&server, &body(false));
    let mut kept = server.connect();
    kept.write_all(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("the server reads");
    server.wait_for("num_requests_running", 4.0);
    server.wait();
    let reply = read_reply(streaming);
    assert_eq!(ends(&reply), 2);
    assert_eq!(reply.data().last(), Some(&"[DONE]"));
    assert_eq!(read_reply(whole).ok()["usage"]["completion_tokens"], 600);
    assert_eq!(read_reply(kept).status, 200);
    assert!(TcpStream::connect(server.address).is_err(), "it still listens");
}

#[test]
fn shutdown_deadline_ends_every_response_once() {
    let mut options = options();
    options.limits.timeouts.drain = Duration::from_millis(10);
    let mut server = Running::start(slow(), options);
    let streaming = begin(&server, &long(true));
    let whole = begin(&server, &long(false));
    first_event(&streaming);
    server.wait_for("num_requests_running", 8.0);
    let began = Instant::now();
    server.wait();
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    assert_eq!(read_reply(whole).error(503)["code"], "shutting_down");
    let mut rest = String::new();
    BufReader::new(streaming).read_to_string(&mut rest).expect("the stream ends");
    let errors = rest.lines().filter(|line| line.contains("shutting_down")).count();
    assert_eq!((errors, rest.contains("[DONE]")), (1, false), "{rest}");
}

/// Counts the choices of a stream that have ended.
fn ends(reply: &Reply) -> usize {
    let data = reply.data().into_iter().filter_map(|data| serde_json::from_str::<Value>(data).ok());
    data.filter(|chunk| chunk["choices"][0]["finish_reason"].is_string()).count()
}

#[test]
fn many_disconnecting_clients_leave_nothing_behind() {
    let server = Running::start(engine(chatty(cpu())), options());
    std::thread::scope(|scope| {
        for client in 0..8u64 {
            let server = &server;
            scope.spawn(move || {
                for i in 0..12u64 {
                    let stream = (client + i).is_multiple_of(2);
                    let body = json!({"prompt": [5 + client, 6 + i], "max_tokens": 60,
                        "temperature": 1, "seed": i, "stream": stream});
                    let connection = begin(server, &body);
                    match (client * 7 + i) % 4 {
                        0 => drop(connection),
                        1 if stream => drop(first_event(&connection)),
                        _ => {
                            let reply = read_reply(connection);
                            match stream {
                                true => assert_eq!(ends(&reply), 1, "{reply:?}"),
                                false => drop(reply.ok()),
                            }
                        }
                    }
                }
            });
        }
    });
    assert_idle(&server);
    let page = server.get("/metrics").body;
    assert_eq!(crate::support::metric(&page, "engine_panics_total"), 0.0);
    server.post(COMPLETIONS, &json!({"prompt": [5], "max_tokens": 1})).ok();
}
