//! Fetching from a Hub on the loopback device.
#![cfg(feature = "hub")]

mod server;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use plt_model::Checkpoint;
use plt_runtime::hub::{Hub, HubError, HubOptions, RepoId};
use server::{COMMIT, REPO, Server};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

const SHARDED: &str = "plt-r2-query-sharded";
const SINGLE: &str = "plt-r1";
const INDEX: &str = "model.safetensors.index.json";

struct Client {
    cache: tempfile::TempDir,
    options: HubOptions,
}

fn client(server: &Server) -> Client {
    let cache = tempfile::tempdir().expect("a directory");
    let options = HubOptions {
        endpoint: server.endpoint.clone(),
        cache: cache.path().to_owned(),
        token: None,
        offline: false,
    };
    Client { cache, options }
}

impl Client {
    fn fetch(&self, repo: &str) -> Result<PathBuf, HubError> {
        self.fetch_with(repo, &mut |_, _| {})
    }

    fn fetch_with(
        &self,
        repo: &str,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<PathBuf, HubError> {
        Hub::new(self.options.clone())?.fetch(&repo.parse::<RepoId>()?, progress)
    }

    /// Fetches `REPO`, which must fail with one line that contains `words`.
    fn fails(&self, words: &[&str]) -> HubError {
        let error = self.fetch(REPO).expect_err("an error");
        let line = error.to_string();
        assert_eq!(line.lines().count(), 1, "{line}");
        for word in words {
            assert!(line.contains(word), "{word:?} is not in: {line}");
        }
        error
    }

    /// The names of all files of the cache's snapshots.
    fn snapshot_files(&self) -> Vec<String> {
        let dir = self.cache.path().join("models--owner--name/snapshots").join(COMMIT);
        let Ok(entries) = std::fs::read_dir(dir) else { return Vec::new() };
        let name = |entry: std::fs::DirEntry| entry.file_name().into_string().expect("UTF-8");
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("an entry"))).collect();
        names.sort();
        names
    }
}

fn assert_whole(dir: &Path, fixture_name: &str) {
    let mut compared = 0;
    for entry in std::fs::read_dir(dir).expect("a directory") {
        let name = entry.expect("an entry").file_name();
        let original = std::fs::read(fixture(fixture_name).join(&name)).expect("the original");
        assert!(std::fs::read(dir.join(&name)).expect("a file") == original, "{name:?}");
        compared += 1;
    }
    assert!(compared >= 5, "{compared} files");
    let checkpoint = Checkpoint::open(dir).expect("a checkpoint");
    assert!(checkpoint.problems().is_empty());
}

#[test]
fn hub_fetches_a_sharded_model_once() {
    let server = Server::of(&fixture(SHARDED));
    let client = client(&server);
    let mut seen = Vec::new();
    let dir =
        client.fetch_with(REPO, &mut |done, total| seen.push((done, total))).expect("a model");
    assert_whole(&dir, SHARDED);
    let mut fetched = server.downloads();
    fetched.sort();
    let mut expected: Vec<_> = std::fs::read_dir(fixture(SHARDED))
        .expect("a directory")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .filter(|name| name != "expected.json")
        .collect();
    expected.sort();
    assert_eq!(fetched, expected, "nothing else is fetched, and nothing twice");

    let size = |n: u32| {
        let name = format!("model-0000{n}-of-00002.safetensors");
        std::fs::metadata(fixture(SHARDED).join(name)).expect("a file").len()
    };
    assert_eq!(seen.last(), Some(&(size(1) + size(2), size(1) + size(2))));
    assert!(seen.is_sorted(), "progress goes forward");

    assert_eq!(client.fetch(REPO).expect("the same"), dir);
    assert_eq!(server.downloads(), Vec::<String>::new());
    assert_eq!(client.fetch("owner/name@v1").expect("the same commit"), dir);
    assert_eq!(server.downloads(), Vec::<String>::new());
}

#[test]
fn hub_fetches_every_file_of_a_tokenizer() {
    let server = Server::of(&fixture(SINGLE));
    let others = [
        "tokenizer.model",
        "vocab.json",
        "merges.txt",
        "added_tokens.json",
        "special_tokens_map.json",
        "chat_template.jinja",
        "tool_use.jinja",
        "additional_chat_templates/rag.jinja",
    ];
    let unsafe_names = ["other/rag.jinja", "additional_chat_templates/../rag.jinja", ".jinja"];
    server.change(|state| {
        for name in others.iter().chain(&unsafe_names) {
            state.files.insert((*name).to_owned(), name.as_bytes().to_vec());
        }
    });
    let fetched = || {
        let client = client(&server);
        let dir = client.fetch(REPO).expect("a model");
        let mut all = server.downloads();
        all.retain(|name| others.contains(&name.as_str()) || unsafe_names.contains(&name.as_str()));
        all.sort();
        let read = |name: &String| std::fs::read(dir.join(name)).expect("a file");
        assert!(all.iter().all(|name| read(name) == name.as_bytes()), "{all:?}");
        all
    };
    // tokenizer.json needs no other vocabulary.
    assert_eq!(
        fetched(),
        [
            "added_tokens.json",
            "additional_chat_templates/rag.jinja",
            "chat_template.jinja",
            "special_tokens_map.json",
            "tool_use.jinja",
        ]
    );
    server.change(|state| _ = state.files.remove("tokenizer.json"));
    let mut expected = others;
    expected.sort_unstable();
    assert_eq!(fetched(), expected);
}

#[test]
fn hub_uses_the_cache_without_a_connection() {
    let server = Server::of(&fixture(SINGLE));
    let mut client = client(&server);
    client.options.offline = true;
    client.fails(&[REPO, "config.json", "HF_HUB_OFFLINE"]);
    client.options.offline = false;
    let dir = client.fetch(REPO).expect("a model");
    assert_whole(&dir, SINGLE);

    let before = server.state.lock().expect("no panic").requests;
    client.options.offline = true;
    assert_eq!(client.fetch(REPO).expect("from the cache"), dir);
    assert_eq!(client.fetch(&format!("{REPO}@{COMMIT}")).expect("by its commit"), dir);
    assert_eq!(server.state.lock().expect("no panic").requests, before, "no request is made");

    // A Hub that is down does not matter either; one that denies access does.
    client.options.offline = false;
    client.options.endpoint = "http://127.0.0.1:1".to_owned();
    assert_eq!(client.fetch(REPO).expect("from the cache"), dir);
    client.options.endpoint = server.endpoint.clone();
    server.change(|state| state.status = Some(404));
    assert!(matches!(client.fetch(REPO), Err(HubError::NotFound { .. })));

    std::fs::remove_file(dir.join("model.safetensors")).expect("remove");
    client.options.offline = true;
    client.fails(&[REPO, "model.safetensors", "HF_HUB_OFFLINE"]);
}

#[test]
fn hub_errors_say_what_to_do() {
    let server = Server::of(&fixture(SINGLE));
    let mut client = client(&server);
    server.change(|state| state.token = Some("secret".to_owned()));
    client.fails(&[REPO, "401", "HF_TOKEN"]);
    client.options.token = Some("secret".to_owned());
    assert_whole(&client.fetch(REPO).expect("a model"), SINGLE);

    let error = client.fetch("owner/other@v2").expect_err("an error");
    assert_eq!(
        error.to_string(),
        "owner/other@v2: the Hub has no such repository or revision (404)"
    );
    for (status, word) in [(403, "HF_TOKEN"), (404, "404"), (500, "500"), (429, "429")] {
        server.change(|state| state.status = Some(status));
        let error = client.fetch("owner/other").expect_err("an error").to_string();
        assert!(error.contains(word) && error.contains("owner/other"), "{error}");
    }
    client.options.endpoint = "http://127.0.0.1:1".to_owned();
    let error = client.fetch("owner/other").expect_err("an error");
    assert!(matches!(error, HubError::Network { .. }), "{error}");
    // An https address uses TLS: the first byte is that of a handshake.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    client.options.endpoint = format!("https://{}", listener.local_addr().expect("an address"));
    let first = std::thread::spawn(move || {
        let mut byte = [0];
        listener.accept().expect("a client").0.read_exact(&mut byte).expect("a byte");
        byte[0]
    });
    assert!(matches!(client.fetch("owner/other"), Err(HubError::Network { .. })));
    assert_eq!(first.join().expect("no panic"), 0x16);
    for endpoint in ["", "huggingface.co", "ftp://host", "http://", "http://a b"] {
        client.options.endpoint = endpoint.to_owned();
        assert!(matches!(client.fetch(REPO), Err(HubError::Endpoint { .. })), "{endpoint:?}");
    }
}

#[test]
fn hub_resumes_a_cut_download() {
    for short_length in [false, true] {
        let server = Server::of(&fixture(SINGLE));
        let client = client(&server);
        server.change(|state| (state.cut, state.short_length) = (Some(100), short_length));
        let error = client.fails(&[REPO]);
        assert!(matches!(error, HubError::Length { .. }) || !short_length, "{error}");
        assert_eq!(client.snapshot_files(), Vec::<String>::new());
        assert!(!client.cache.path().join("models--owner--name/refs/main").exists());
        server.change(|state| state.cut = None);
        assert_whole(&client.fetch(REPO).expect("a model"), SINGLE);
    }
}

#[test]
fn hub_does_not_fetch_a_partial_file_again() {
    let server = Server::of(&fixture(SINGLE));
    let client = client(&server);
    let whole = client.fetch(REPO).expect("a model").join("model.safetensors");
    let blob = std::fs::canonicalize(&whole).expect("a blob");
    let bytes = std::fs::read(&blob).expect("a blob");
    for kept in [10, bytes.len(), bytes.len() + 1] {
        std::fs::remove_file(&whole).expect("remove");
        std::fs::remove_file(&blob).expect("remove");
        let mut part = bytes.clone();
        part.resize(kept, 0);
        std::fs::write(blob.with_extension("part"), part).expect("write");
        let mut first = None;
        client.fetch_with(REPO, &mut |done, _| _ = first.get_or_insert(done)).expect("a model");
        assert_eq!(std::fs::read(&whole).expect("a file"), bytes, "{kept} bytes were there");
        if kept == 10 {
            assert_eq!(first, Some(10), "progress starts behind the part");
        }
    }
}

#[test]
fn hub_follows_redirects() {
    let server = Server::of(&fixture(SINGLE));
    server.change(|state| state.redirect = true);
    assert_whole(&client(&server).fetch(REPO).expect("a model"), SINGLE);
}

#[test]
fn hub_rejects_paths_outside_the_cache() {
    let server = Server::of(&fixture(SHARDED));
    let client = client(&server);
    for etag in ["../../../out", "/out", "a.b", ""] {
        server.change(|state| state.etag = Some(etag.to_owned()));
        client.fails(&[REPO, "etag"]);
    }
    server.change(|state| state.etag = None);
    for commit in ["../../../out", "", "a/b"] {
        server.change(|state| state.commit = commit.to_owned());
        client.fails(&[REPO, "sha"]);
    }
    server.change(|state| state.commit = COMMIT.to_owned());
    let index = |text: &str, words: &[&str]| {
        server.change(|state| {
            state.files.insert(INDEX.to_owned(), text.as_bytes().to_vec());
        });
        self::client(&server).fails(&[&[REPO], words].concat());
    };
    for shard in ["../x.safetensors", "/x.safetensors", "a/b.safetensors", "x.bin", ".safetensors"]
    {
        let text = serde_json::json!({ "weight_map": { "a": shard } }).to_string();
        index(&text, &[INDEX, "plain names", shard]);
    }
    index(r#"{"weight_map": {"a": "not-there.safetensors"}}"#, &["not-there.safetensors"]);
    index("[1]", &[INDEX, "JSON"]);
    server.change(|state| {
        state.files.insert("config.json".to_owned(), vec![b' '; (64 << 20) + 1]);
        state.files.remove(INDEX);
        state.files.insert("model.safetensors".to_owned(), vec![0]);
    });
    client.fails(&[REPO, "config.json", "64 MiB"]);
    server.change(|state| _ = state.files.remove("model.safetensors"));
    client.fails(&[REPO, "model.safetensors", "expected a model in safetensors"]);
    assert_eq!(std::fs::read_dir(client.cache.path()).expect("the cache").count(), 0);
}
