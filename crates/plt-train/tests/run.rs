//! Training runs are reproducible, resume bit for bit and never lose a save.

use std::path::Path;

use plt_model::{Checkpoint, Config};
use plt_train::{Error, Recipe, Run, Step};

const RECIPE: &str = r#"
    [model]
    hidden_size = 12
    intermediate_size = 16
    num_hidden_layers = 1
    num_attention_heads = 2
    max_position_embeddings = 32
    plt_num_loops = 2
    plt_window_size = [3, 0]
    plt_gate_use_hidden_states = true

    [data]
    kind = "pointer-chasing"
    nodes = 4
    hops = 2

    [train]
    steps = 7
    batch = 60
    length = 16
    seed = 5
    evaluate_every = 3
    evaluate_sequences = 4
    save_every = 2

    [schedule]
    learning_rate = 1e-2
"#;

const TEXT: &str = r#"
    [model]
    hidden_size = 16
    intermediate_size = 32
    num_hidden_layers = 1
    num_attention_heads = 2
    max_position_embeddings = 16
    tie_word_embeddings = true
    plt_num_loops = 2
    plt_window_size = [3, 0]

    [data]
    kind = "text"
    train = "train.bin"
    validation = "train.bin"
    vocab_size = 260

    [train]
    steps = 120
    batch = 4
    length = 12
    dtype = "DTYPE"

    [schedule]
    learning_rate = 3e-2
"#;

fn recipe(text: &str) -> Recipe {
    Recipe::parse(text, "recipe.toml".as_ref()).expect("a recipe")
}

fn open(dir: &Path) -> Run {
    Run::open(recipe(RECIPE), dir, dir).expect("a run")
}

fn steps(run: &mut Run, count: usize) -> Vec<Step> {
    (0..count).map(|_| run.step().expect("a step")).collect()
}

/// Every file of a finished run; the log without durations.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(dir)
        .expect("a directory")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let bytes = match name.as_str() {
                "log.jsonl" => std::fs::read_to_string(&path)
                    .expect("a log")
                    .lines()
                    .map(|line| {
                        let step: Step = serde_json::from_str(line).expect("a step");
                        format!("{:?}", Step { seconds: 0.0, ..step })
                    })
                    .collect::<String>()
                    .into_bytes(),
                _ => std::fs::read(&path).expect("a file"),
            };
            (name, bytes)
        })
        .collect();
    files.sort();
    files
}

fn directory() -> tempfile::TempDir {
    tempfile::tempdir().expect("a directory")
}

fn complete_run() -> Vec<(String, Vec<u8>)> {
    let dir = directory();
    steps(&mut open(dir.path()), 7);
    files(dir.path())
}

#[test]
fn run_gives_the_same_model_on_any_number_of_threads() {
    let names: Vec<String> = complete_run().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["config.json", "log.jsonl", "model.safetensors", "state.safetensors"]);
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        assert!(pool.install(complete_run) == complete_run(), "{threads} threads");
    }
    let other = directory();
    let recipe = recipe(&RECIPE.replace("seed = 5", "seed = 6"));
    steps(&mut Run::open(recipe, other.path(), other.path()).expect("a run"), 7);
    assert!(files(other.path()) != complete_run(), "another seed gives another model");
}

#[test]
fn run_killed_at_any_step_ends_in_the_same_bits() {
    let expected = complete_run();
    for killed_after in 0..7 {
        let dir = directory();
        // Dropped without a save, like a kill: only every second step is on disk.
        steps(&mut open(dir.path()), killed_after);
        let mut run = open(dir.path());
        assert_eq!(run.steps_done() as usize, killed_after / 2 * 2);
        let left = 7 - run.steps_done() as usize;
        steps(&mut run, left);
        assert!(run.is_done());
        assert_eq!(run.steps().len(), 7);
        drop(run);
        assert!(files(dir.path()) == expected, "killed after {killed_after}");
    }
}

#[test]
fn failed_save_loses_nothing() {
    let expected = complete_run();
    let dir = directory();
    let mut run = open(dir.path());
    steps(&mut run, 3);
    // No file can be written beside the state: the save of step 4 fails.
    let beside = dir.path().join("state.safetensors.new");
    std::fs::create_dir(&beside).expect("a directory in the way");
    assert!(
        matches!(run.step(), Err(Error::Io { path, .. }) if path.ends_with("state.safetensors"))
    );
    drop(run);
    std::fs::remove_dir(&beside).expect("out of the way again");
    // The files of a kill in the middle of a save.
    std::fs::write(&beside, b"half a fi").expect("rubbish");
    let log = dir.path().join("log.jsonl");
    let lines = std::fs::read_to_string(&log).expect("a log");
    std::fs::write(&log, lines + "{\"step\": 5, \"lo").expect("a line cut off");
    let mut run = open(dir.path());
    assert_eq!(run.steps_done(), 2);
    steps(&mut run, 5);
    drop(run);
    assert!(files(dir.path()) == expected);
}

#[test]
fn run_resumes_with_its_own_recipe_only() {
    let dir = directory();
    steps(&mut open(dir.path()), 2);
    for (from, to, key) in [
        ("hidden_size = 12", "hidden_size = 16", "model"),
        ("nodes = 4", "nodes = 5", "data"),
        ("steps = 7", "steps = 8", "train"),
        ("learning_rate = 1e-2", "learning_rate = 1e-3", "schedule"),
    ] {
        let other = recipe(&RECIPE.replace(from, to));
        let error = Run::open(other, dir.path(), dir.path()).err().expect("an error").to_string();
        assert!(error.contains(&format!("`{key}`")), "{error}");
        assert_eq!(error.lines().count(), 1);
    }
    for bytes in [&b""[..], b"rubbish", &[255; 100], &8u64.to_le_bytes()] {
        std::fs::write(dir.path().join("state.safetensors"), bytes).expect("write");
        let error = Run::open(recipe(RECIPE), dir.path(), dir.path()).err().expect("an error");
        assert!(error.to_string().contains("state.safetensors"), "{error}");
    }
}

#[test]
fn run_does_not_overwrite_a_foreign_model() {
    let dir = directory();
    for name in ["config.json", "tokenizer.json", "model.safetensors"] {
        let file = dir.path().join(name);
        std::fs::write(&file, "dear to somebody").expect("write");
        let error = Run::open(recipe(RECIPE), dir.path(), dir.path()).err().expect("an error");
        assert!(matches!(&error, Error::NotARun { file } if file.ends_with(name)), "{error}");
        assert_eq!(std::fs::read(&file).expect("a file"), b"dear to somebody");
        assert_eq!(std::fs::read_dir(dir.path()).expect("a directory").count(), 1);
        std::fs::remove_file(&file).expect("ours");
    }
    // A kill in the middle of the first save does not leave a foreign model.
    drop(open(dir.path()));
    std::fs::write(dir.path().join("config.json"), "{}").expect("write");
    assert_eq!(open(dir.path()).steps_done(), 0);
}

#[test]
fn trained_checkpoint_is_the_served_model() {
    for dtype in ["f32", "bf16"] {
        let dir = directory();
        std::fs::write(dir.path().join("train.bin"), "abcd ".repeat(40)).expect("write");
        let recipe = recipe(&TEXT.replace("DTYPE", dtype));
        let mut run = Run::open(recipe, dir.path(), dir.path()).expect("a run");
        let losses: Vec<f64> = steps(&mut run, 120).iter().map(|step| step.loss).collect();
        assert!(losses[0] > 3.0 && losses[119] < 0.5, "it learns: {losses:?}");

        let checkpoint = Checkpoint::open(dir.path()).expect("a checkpoint");
        assert!(checkpoint.problems().is_empty());
        let config = std::fs::read_to_string(dir.path().join("config.json")).expect("a config");
        let config = Config::from_json(&config, "config.json").expect("a valid config");
        assert_eq!(&config, run.config());
        assert!(dir.path().join("tokenizer.json").exists());
        for spec in config.tensors() {
            let data = checkpoint.tensor(&spec).expect("a tensor");
            assert_eq!(data.dtype().to_string().to_lowercase(), dtype, "{}", spec.name);
        }
    }
}

#[test]
fn recipe_may_set_the_eos_token() {
    let dir = directory();
    std::fs::write(dir.path().join("train.bin"), "abcd ".repeat(40)).expect("write");
    let text = TEXT.replace("DTYPE", "f32");
    let text = text.replace("plt_num_loops", "eos_token_id = [3, 250]\n    plt_num_loops");
    let run = Run::open(recipe(&text), dir.path(), &dir.path().join("run")).expect("a run");
    assert_eq!(run.config().eos_token_ids, [3, 250]);
    let text = text.replace("3, 250", "9999");
    let error = Run::open(recipe(&text), dir.path(), &dir.path().join("other")).err();
    let error = error.expect("no such token").to_string();
    assert!(error.contains("model.eos_token_id") && error.contains("9999"), "{error}");
}

#[test]
fn recipe_with_an_invalid_value_is_an_error() {
    for (from, to, words) in [
        ("steps = 7", "steps = 0", "train.steps"),
        ("batch = 60", "batch = -1", "batch"),
        ("length = 16", "length = 7", "train.length"),
        ("length = 16", "length = 33", "max_position_embeddings"),
        ("nodes = 4", "nodes = 1", "data.nodes"),
        ("hops = 2", "hops = 5", "data.hops"),
        ("learning_rate = 1e-2", "learning_rate = nan", "schedule.learning_rate"),
        ("learning_rate = 1e-2", "learning_rate = 1e-2\nwarm_up = 2", "schedule.warm_up"),
        ("hidden_size = 12", "hidden_size = 0", "hidden_size"),
        ("kind = \"pointer-chasing\"", "kind = \"poetry\"", "poetry"),
        ("seed = 5", "sed = 5", "sed"),
        ("[schedule]", "[schedule", "recipe.toml"),
    ] {
        let error = Recipe::parse(&RECIPE.replace(from, to), "recipe.toml".as_ref())
            .expect_err(to)
            .to_string();
        assert!(error.contains(words), "{words}: {error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
    let missing = Recipe::read("nowhere.toml".as_ref()).expect_err("no file").to_string();
    assert!(missing.contains("nowhere.toml"), "{missing}");
}
