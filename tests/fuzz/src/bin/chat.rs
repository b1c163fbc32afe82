//! Sends request bodies to the server over a socket: no body may cause a 5xx.

#![no_main]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::LazyLock;

use plt_runtime::{Cpu, Engine, EngineOptions, ModelFiles, TextModel};
use plt_server::{Server, ServerOptions};

static SERVER: LazyLock<SocketAddr> = LazyLock::new(|| {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/plt-r2-hidden-w64");
    let files = ModelFiles::open(&fixture).expect("the fixture");
    let cpu = Cpu::new(Some(1)).expect("a thread");
    let model = TextModel::load(cpu, files, Default::default(), &mut |_, _| {}).expect("a model");
    let engine = Engine::start(model, EngineOptions::default()).expect("an engine");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let bind = Server::bind(([127, 0, 0, 1], 0).into(), ServerOptions::new("tiny"));
    let server = runtime.block_on(bind).expect("a port");
    let address = server.address();
    std::thread::spawn(move || runtime.block_on(server.run(engine, std::future::pending())));
    address
});

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let mut stream = TcpStream::connect(*SERVER).expect("it listens");
    let head = format!(
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(&[head.as_bytes(), body].concat());
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply);
    let status = reply.get(9..10);
    assert!(matches!(status, Some(b"2" | b"4")), "{}", String::from_utf8_lossy(&reply));
});
