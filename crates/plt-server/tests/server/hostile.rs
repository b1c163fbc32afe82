//! The requests of `tests/hostile/chat`: files whose names begin with `ok` are served, all others are
//! rejected with a reason.

use std::path::Path;

use crate::support::{Running, chatty, cpu, engine, options};

#[test]
fn hostile_requests_are_served_or_rejected() {
    let server = Running::start(engine(chatty(cpu())), options());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile/chat");
    let mut wrong = Vec::new();
    for file in std::fs::read_dir(folder).expect("the folder") {
        let file = file.expect("a file").path();
        let title = file.file_name().expect("a name").to_string_lossy().into_owned();
        let body = std::fs::read(&file).expect("a file");
        let reply = server.post_bytes("/v1/chat/completions", &body);
        let expected = if title.starts_with("ok") { 200..201 } else { 400..500 };
        match expected.contains(&reply.status) {
            true if reply.status == 200 => drop(reply.ok()),
            true => drop(reply.error(reply.status)),
            false => wrong.push(format!("{title}: {} {:.200}", reply.status, reply.body)),
        }
    }
    server.wait_for("kv_cache_usage_perc", 0.0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
