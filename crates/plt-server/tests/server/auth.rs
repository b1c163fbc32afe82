//! Authentication.

use plt_server::{Error, Keys, Server};
use serde_json::json;

use crate::support::{Reply, Running, coder, cpu, engine, options, options_with, post};

const ROUTES: [(&str, &str); 13] = [
    ("POST", "/v1/completions"),
    ("POST", "/v1/chat/completions"),
    ("POST", "/tokenize"),
    ("POST", "/detokenize"),
    ("GET", "/v1/models"),
    ("GET", "/v1/models/tiny"),
    ("GET", "/metrics"),
    // Unknown routes and methods need a key as well.
    ("GET", "/nowhere"),
    ("GET", "/docs"),
    ("GET", "/health/"),
    ("GET", "//health"),
    ("DELETE", "/v1/models"),
    ("OPTIONS", "/v1/completions"),
];

fn with_keys() -> Running {
    let keys = Keys::parse("first-key,second-key", "here").expect("keys");
    Running::start(engine(coder(cpu())), options_with(|options| options.keys = keys))
}

fn request(server: &Running, method: &str, path: &str, headers: &str) -> Reply {
    server.send(&format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\
         Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{{}}"
    ))
}

#[test]
fn routes_need_a_key_unless_open() {
    let server = with_keys();
    for (method, path) in ROUTES {
        for headers in [
            "",
            "Authorization: Bearer\r\n",
            "Authorization: Bearer \r\n",
            "Authorization: Bearer wrong\r\n",
            "Authorization: Bearer First-Key\r\n",
            "Authorization: Bearer first-key,second-key\r\n",
            "Authorization: first-key\r\n",
            "Authorization: Basic first-key\r\n",
            "Authorization: Bearer wrong\r\nAuthorization: Bearer first-key\r\n",
            "Api-Key: first-key\r\n",
        ] {
            let reply = request(&server, method, path, headers);
            let error = reply.error(401);
            assert_eq!(error["code"], "invalid_api_key", "{method} {path} {headers}");
            assert!(reply.head.contains("www-authenticate: bearer"), "{}", reply.head);
        }
        for key in ["Bearer first-key", "bearer second-key"] {
            let reply = request(&server, method, path, &format!("Authorization: {key}\r\n"));
            assert_ne!(reply.status, 401, "{method} {path}");
        }
    }
    for path in ["/health", "/ready"] {
        server.get(path).ok();
    }
    // The page needs no key and loads nothing from other servers.
    for path in ["/", "/page.js"] {
        let reply = server.get(path);
        assert_eq!(reply.status, 200);
        assert!(
            reply.head.contains("content-security-policy: default-src 'none'"),
            "{}",
            reply.head
        );
        assert!(!reply.body.contains("://"), "{path}");
    }
}

#[test]
fn bodies_without_a_key_are_not_read() {
    let server = with_keys();
    // The body never comes; the reply does.
    let head = "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\
        Content-Type: application/json\r\nConnection: close\r\n\r\n";
    server.send(head).error(401);
}

#[test]
fn prefix_caches_are_separate_per_key() {
    let server = with_keys();
    let prompt = "import os\nimport sys\n\n\ndef main():\n    print('hello')\n".repeat(3);
    let body = json!({"prompt": prompt, "max_tokens": 2}).to_string();
    let cached = |key: &str| {
        let headers = format!("Authorization: Bearer {key}\r\n");
        let reply = server.send(&post("/v1/completions", &headers, &body)).ok();
        reply["usage"]["prompt_tokens_details"]["cached_tokens"].as_u64().expect("a number")
    };
    for key in ["first-key", "second-key"] {
        // An entry of the prefix cache ends where the second request leaves the first one's sequence.
        assert_eq!((cached(key), cached(key)), (0, 0), "{key} finds the entry of another key");
        assert!(cached(key) > 0, "{key} does not find its own entry");
    }
}

#[test]
fn local_servers_reject_other_host_names() {
    let server = Running::start(engine(coder(cpu())), options());
    let ask = |host: &str| {
        server
            .send(&format!("GET /v1/models HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    ask("localhost:8000").ok();
    ask("127.0.0.1").ok();
    assert_eq!(ask("attacker.example").error(403)["code"], "host_not_allowed");
    let open = options_with(|options| options.open = true);
    let open = Running::start(engine(coder(cpu())), open);
    let named = "GET /v1/models HTTP/1.1\r\nHost: model.example\r\nConnection: close\r\n\r\n";
    open.send(named).ok();
    // No page of another site may read responses or send a JSON body.
    let headers = "Origin: http://attacker.example\r\n";
    let reply = request(&server, "POST", "/v1/completions", headers);
    assert!(!reply.head.contains("access-control"), "{}", reply.head);
    let reply = request(&server, "OPTIONS", "/v1/completions", headers);
    reply.error(405);
    assert!(!reply.head.contains("access-control"), "{}", reply.head);
}

#[test]
fn bind_rejects_public_addresses_without_keys() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let bind = |host: [u8; 4], options| runtime.block_on(Server::bind((host, 0).into(), options));
    let rejected = bind([0, 0, 0, 0], options()).expect_err("a public address");
    assert!(matches!(rejected, Error::Open { .. }), "{rejected}");
    assert_eq!(
        rejected.to_string(),
        "0.0.0.0:0 is reachable from other machines: set --api-key-file or PLT_API_KEYS, or pass \
         --open to allow access without keys"
    );
    let keys = Keys::parse("a-key", "here").expect("a key");
    bind([0, 0, 0, 0], options_with(|options| options.keys = keys)).expect("with a key");
    bind([0, 0, 0, 0], options_with(|options| options.open = true)).expect("with --open");
    let first = bind([127, 0, 0, 1], options()).expect("a free port");
    let taken = runtime.block_on(Server::bind(first.address(), options()));
    let taken = taken.expect_err("a port in use");
    assert!(matches!(taken, Error::Bind { .. }));
    let expected = format!("cannot listen on {}: address in use (try --port)", first.address());
    assert_eq!(taken.to_string(), expected);
    let small = options_with(|options| options.limits.head_bytes = 100);
    assert!(matches!(bind([127, 0, 0, 1], small), Err(Error::Limit { .. })));
}
