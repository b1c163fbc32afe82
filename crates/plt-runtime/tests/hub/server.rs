//! A Hub on the loopback device: the endpoints for a model's files.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

pub const REPO: &str = "owner/name";
pub const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

/// The server's files and its faults; tests change it between requests.
pub struct State {
    pub files: BTreeMap<String, Vec<u8>>,
    pub commit: String,
    /// Downloads so far (not counting requests for one byte, which fetch the length only).
    pub downloads: Vec<String>,
    /// Requests of any kind.
    pub requests: usize,
    /// Responds to everything with this status.
    pub status: Option<u16>,
    /// Closes the connection after this many bytes of a body.
    pub cut: Option<usize>,
    /// Announces this length in the headers of a download.
    pub short_length: bool,
    /// Sends another entity tag.
    pub etag: Option<String>,
    /// Requires this token.
    pub token: Option<String>,
    /// Redirects downloads of weights once, as the Hub does.
    pub redirect: bool,
}

pub struct Server {
    pub endpoint: String,
    pub state: Arc<Mutex<State>>,
}

impl Server {
    /// Serves the files of `dir`.
    pub fn of(dir: &Path) -> Self {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(dir).expect("a directory") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_str().expect("UTF-8").to_owned();
            files.insert(name, std::fs::read(&path).expect("a file"));
        }
        let state = State {
            files,
            commit: COMMIT.to_owned(),
            downloads: Vec::new(),
            requests: 0,
            status: None,
            cut: None,
            short_length: false,
            etag: None,
            token: None,
            redirect: false,
        };
        let state = Arc::new(Mutex::new(state));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let state = Arc::clone(&shared);
                // A client may disconnect.
                std::thread::spawn(move || stream.and_then(|stream| serve(&stream, &state)));
            }
        });
        Self { endpoint, state }
    }

    pub fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().expect("no panic"));
    }

    pub fn downloads(&self) -> Vec<String> {
        std::mem::take(&mut self.state.lock().expect("no panic").downloads)
    }
}

/// Serves one request per connection.
fn serve(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let (mut range, mut token) = (None, None);
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        match name.to_lowercase().as_str() {
            "range" => range = Some(value.trim().to_owned()),
            "authorization" => token = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let (head, body) = answer(&mut state.lock().expect("no panic"), &path, range, token);
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

fn answer(
    state: &mut State,
    path: &str,
    range: Option<String>,
    token: Option<String>,
) -> (String, Vec<u8>) {
    state.requests += 1;
    let closing = |status: &str, more: &str, length: usize| {
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{more}\r\n")
    };
    if let Some(status) = state.status {
        return (closing(&format!("{status} As Told"), "", 0), Vec::new());
    }
    if token != state.token.as_ref().map(|token| format!("Bearer {token}")) {
        return (closing("401 Unauthorized", "", 0), Vec::new());
    }
    let not_found = || (closing("404 Not Found", "", 0), Vec::new());
    if [format!("/api/models/{REPO}/revision/main"), format!("/api/models/{REPO}/revision/v1")]
        .contains(&path.to_owned())
    {
        let siblings: Vec<_> =
            state.files.keys().map(|name| serde_json::json!({ "rfilename": name })).collect();
        let info = serde_json::json!({ "sha": state.commit, "siblings": siblings });
        let body = info.to_string().into_bytes();
        return (closing("200 OK", "Content-Type: application/json\r\n", body.len()), body);
    }
    let prefix = format!("/{REPO}/resolve/{}/", state.commit);
    let moved = path.strip_prefix("/elsewhere/");
    let Some(name) = moved.or_else(|| path.strip_prefix(&prefix)) else { return not_found() };
    let Some(content) = state.files.get(name) else { return not_found() };
    let etag = state.etag.clone().unwrap_or_else(|| tag(content));
    let commit = &state.commit;
    let about = format!("ETag: \"{etag}\"\r\nX-Repo-Commit: {commit}\r\n");
    if state.redirect && moved.is_none() && name.ends_with(".safetensors") {
        let more = format!("{about}X-Linked-Etag: \"{etag}\"\r\nLocation: /elsewhere/{name}\r\n");
        return (closing("302 Found", &more, 0), Vec::new());
    }
    let range = range.unwrap_or("bytes=0-".to_owned());
    let (from, to) = range["bytes=".len()..].split_once('-').expect("a range");
    let from: usize = from.parse().expect("a number");
    let to = to.parse().map_or(content.len(), |to: usize| to + 1).min(content.len());
    if from >= to {
        return (closing("416 Range Not Satisfiable", "", 0), Vec::new());
    }
    let mut body = content[from..to].to_vec();
    let more = format!("{about}Content-Range: bytes {from}-{}/{}\r\n", to - 1, content.len());
    let mut length = body.len();
    if to - from > 1 {
        state.downloads.push(name.to_owned());
        if let Some(cut) = state.cut {
            body.truncate(cut);
            if state.short_length {
                length = body.len();
            }
        }
    }
    (closing("206 Partial Content", &more, length), body)
}

/// Returns a name for a content.
fn tag(content: &[u8]) -> String {
    let hash = content.iter().fold(0xcbf29ce484222325u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100000001b3)
    });
    format!("{hash:016x}")
}
