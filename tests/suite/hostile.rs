//! The files of `tests/hostile`: readers accept files whose names begin with `ok` and reject all others.

use std::path::Path;

use plt_tests::hostile::READERS;

#[test]
fn readers_accept_or_reject_every_hostile_file() {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile");
    let mut wrong = Vec::new();
    for (name, reader) in READERS {
        let mut files: Vec<_> = std::fs::read_dir(all.join(name))
            .expect("a folder for each reader")
            .map(|file| file.expect("a file").path())
            .collect();
        files.sort();
        assert!(files.len() > 5, "{name}: {} files", files.len());
        for file in files {
            let title = file.file_name().expect("a name").to_string_lossy().into_owned();
            let outcome = reader(&std::fs::read(&file).expect("a file"));
            let said = outcome.as_ref().err().map_or("", String::as_str);
            // An error is a few lines, not a dump of the file.
            let is_short = said.len() < 4096 && !said.contains('\0');
            if outcome.is_ok() != title.starts_with("ok") || !is_short {
                let said: String = said.chars().take(200).collect();
                wrong.push(format!("{name}/{title}: {:?} {said}", outcome.is_ok()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
