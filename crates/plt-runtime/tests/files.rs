//! What stands beside the weights of a model.

use std::fs;
use std::path::Path;

use plt_runtime::{Error, ModelFiles};

#[test]
fn end_tokens_that_the_model_does_not_have_are_refused() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r1");
    let folder = tempfile::tempdir().expect("a folder");
    for file in fs::read_dir(fixture).expect("the fixture") {
        let file = file.expect("a file");
        fs::copy(file.path(), folder.path().join(file.file_name())).expect("copied");
    }
    let settings = folder.path().join("generation_config.json");
    for (ids, known) in [("7", true), ("[7, 8]", true), ("[7, 4294967295]", false)] {
        fs::write(&settings, format!("{{\"eos_token_id\": {ids}}}")).expect("written");
        match ModelFiles::open(folder.path()) {
            Ok(files) => assert!(known && files.text().eos().contains(&7), "{ids}"),
            Err(Error::Value { file, key, found, .. }) => {
                assert_eq!((file, key.as_str()), (settings.clone(), "eos_token_id"));
                assert_eq!((found.as_str(), known), ("4294967295", false));
            }
            Err(error) => panic!("{ids}: {error}"),
        }
    }
}
