//! TLS.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use plt_server::{Error, Tls};
use serde_json::json;
use tempfile::TempDir;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::support::{
    PATIENCE, Reply, Running, coder, cpu, engine, options, options_with, parse, post,
};

/// The files of a certificate for `localhost` and of its key.
struct Files {
    folder: TempDir,
    certificate: PathBuf,
    key: PathBuf,
    client: Arc<ClientConfig>,
}

impl Files {
    fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("made");
        let folder = tempfile::tempdir().expect("a folder");
        let [certificate, key] = ["cert.pem", "key.pem"].map(|name| folder.path().join(name));
        std::fs::write(&certificate, made.cert.pem()).expect("written");
        std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");
        let mut roots = RootCertStore::empty();
        roots.add(made.cert.der().clone()).expect("a certificate");
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let client = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self { folder, certificate, key, client: Arc::new(client) }
    }

    fn server(&self) -> Running {
        let tls = Some(Tls::read(&self.certificate, &self.key).expect("both fit"));
        Running::start(engine(coder(cpu())), options_with(|options| options.tls = tls))
    }

    fn connect(&self, server: &Running) -> StreamOwned<ClientConnection, TcpStream> {
        let name = "localhost".try_into().expect("a name");
        let client = ClientConnection::new(Arc::clone(&self.client), name).expect("a client");
        StreamOwned::new(client, server.connect())
    }

    fn send(&self, server: &Running, request: &str) -> Reply {
        let mut stream = self.connect(server);
        stream.write_all(request.as_bytes()).expect("the server reads");
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        parse(&bytes)
    }
}

#[test]
fn tls_serves_full_and_streamed_responses() {
    let files = Files::new();
    let server = files.server();
    let mut body = json!({"prompt": "a", "max_tokens": 3, "temperature": 0});
    let whole = files.send(&server, &post("/v1/completions", "", &body.to_string()));
    let text = whole.ok()["choices"][0]["text"].as_str().expect("text").to_owned();
    body["stream"] = true.into();
    let stream = files.send(&server, &post("/v1/completions", "", &body.to_string()));
    let pieces = stream.chunks();
    let pieces = pieces.iter().filter_map(|chunk| chunk["choices"][0]["text"].as_str());
    assert_eq!(pieces.collect::<String>(), text);
}

#[test]
fn tls_rejects_plain_http_and_times_out() {
    let files = Files::new();
    let server = files.server();
    for beginning in ["GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n", "\x16\x03", ""] {
        let mut stream = server.connect();
        stream.write_all(beginning.as_bytes()).expect("the server reads");
        let began = Instant::now();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(began.elapsed() < Duration::from_secs(20), "{beginning:?}");
        assert!(!rest.starts_with(b"HTTP"), "{beginning:?}");
    }
    let health = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(files.send(&server, health).status, 200);
    // After a complete handshake, the request head times out.
    let mut silent = files.connect(&server);
    silent.write_all(b"GET /he").expect("the server reads");
    let began = Instant::now();
    let _ = silent.read_to_end(&mut Vec::new());
    assert!(began.elapsed() < Duration::from_secs(20));
}

#[test]
fn shutdown_does_not_wait_for_tls_handshakes() {
    let files = Files::new();
    let mut options = options();
    options.limits.timeouts.head = PATIENCE;
    options.tls = Some(Tls::read(&files.certificate, &files.key).expect("both fit"));
    let mut server = Running::start(engine(coder(cpu())), options);
    let silent = server.connect();
    // The silent connection has been accepted when this later one gets its reply.
    let health = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(files.send(&server, health).status, 200);
    let began = Instant::now();
    server.wait();
    assert!(began.elapsed() < PATIENCE / 2, "{:?}", began.elapsed());
    drop(silent);
}

#[test]
fn certificate_errors_name_the_file() {
    let (files, others) = (Files::new(), Files::new());
    let missing = files.folder.path().join("missing.pem");
    let empty = files.folder.path().join("empty.pem");
    std::fs::write(&empty, "no certificate").expect("written");
    let broken = files.folder.path().join("broken.pem");
    let nonsense = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    std::fs::write(&broken, nonsense).expect("written");
    for (certificate, key, culprit) in [
        (&missing, &files.key, &missing),
        (&files.certificate, &missing, &missing),
        (&empty, &files.key, &empty),
        (&files.certificate, &empty, &empty),
        (&broken, &files.key, &broken),
        (&files.certificate, &others.key, &others.key),
        (&files.key, &files.key, &files.key),
    ] {
        match Tls::read(certificate, key) {
            Err(Error::Certificate { file, reason }) => {
                assert_eq!(&file, culprit);
                assert!(!reason.is_empty() && !reason.contains('\n'), "{reason:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}
