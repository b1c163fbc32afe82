//! `plt train` and `plt eval`: from a recipe to a model for all other commands.

mod support;

use std::path::Path;

use support::{command, fails, plt, run_json, stderr_line};

const RECIPE: &str = r#"
    [model]
    hidden_size = 16
    intermediate_size = 32
    num_hidden_layers = 1
    num_attention_heads = 2
    max_position_embeddings = 32
    tie_word_embeddings = true
    plt_num_loops = 2
    plt_window_size = [3, 0]

    [data]
    kind = "text"
    train = "train.txt"
    validation = "validation.txt"
    vocab_size = 260

    [train]
    steps = 30
    batch = 4
    length = 24
    evaluate_every = 10
    save_every = 10
    dtype = "bf16"

    [schedule]
    learning_rate = 2e-2
"#;

fn write(dir: &Path) {
    std::fs::write(dir.join("recipe.toml"), RECIPE).expect("write");
    std::fs::write(dir.join("train.txt"), "def f(x):\n    return x\n\0".repeat(20)).expect("write");
    std::fs::write(dir.join("validation.txt"), "def f(y):\n    return y\n".repeat(9))
        .expect("write");
}

#[test]
fn train_writes_a_usable_model() {
    let dir = tempfile::tempdir().expect("a directory");
    write(dir.path());
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let (recipe, out) = (path("recipe.toml"), path("run"));
    let report = run_json(&["train", &recipe, "--output", &out, "--json"]);
    assert_eq!(report["steps"], 30);
    let loss = report["validation_loss"].as_f64().expect("a loss");
    assert!(loss < 4.0, "{loss}");
    let log = std::fs::read_to_string(dir.path().join("run/log.jsonl")).expect("a log");
    assert_eq!(log.lines().count(), 30);
    let svg = std::fs::read_to_string(dir.path().join("run/loss.svg")).expect("a plot");
    assert!(svg.starts_with("<svg") && svg.contains("validation"), "{svg}");

    // The finished run is not trained again.
    assert_eq!(run_json(&["train", &recipe, "--output", &out, "--json"]), report);

    let inspected = run_json(&["inspect", "--model", &out, "--check", "--json"]);
    assert_eq!(inspected["model_type"], "plt");
    assert_eq!(inspected["problems"], serde_json::json!([]));
    let args = ["generate", "--model", &out, "--prompt", "def f(", "--max-tokens", "8", "--json"];
    assert_eq!(run_json(&args)["ids"].as_array().expect("ids").len(), 8);

    let file = path("validation.txt");
    let args = ["eval", "perplexity", "--model", &out, "--file", &file, "--json"];
    let measured = run_json(&args);
    assert_eq!(measured["context"], 32);
    let nats = measured["nats_per_token"].as_f64().expect("a number");
    assert!((nats - loss).abs() < 0.5, "loss of the same text: {nats} {loss}");
    let short = run_json(&[&args[..], &["--context", "8", "--stride", "4"]].concat());
    assert!(short["windows"].as_u64() > measured["windows"].as_u64());
}

#[test]
fn train_recipe_errors_name_file_and_key() {
    let dir = tempfile::tempdir().expect("a directory");
    write(dir.path());
    let path = |name: &str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let (recipe, out) = (path("recipe.toml"), path("run"));
    fails(&["train", &path("none.toml"), "--output", &out], &["none.toml"]);
    std::fs::write(&recipe, RECIPE.replace("steps = 30", "steps = \"many\"")).expect("write");
    fails(&["train", &recipe, "--output", &out], &["recipe.toml", "steps"]);
    std::fs::write(&recipe, RECIPE.replace("train.txt", "gone.txt")).expect("write");
    fails(&["train", &recipe, "--output", &out], &["gone.txt"]);
    std::fs::write(&recipe, RECIPE.replace("validation.txt", "recipe.toml")).expect("write");
    assert!(plt(&["train", &recipe, "--output", &out]).status.success());
    std::fs::write(&recipe, RECIPE).expect("write");
    fails(&["train", &recipe, "--output", &out], &["another recipe", "`data`"]);
    fails(&["eval", "perplexity", "--model", &out, "--file", &path("gone.txt")], &["gone.txt"]);
    let text = path("validation.txt");
    let args = ["eval", "perplexity", "--model", &out, "--file", &text, "--context", "64"];
    fails(&args, &["context", "2 to 32"]);
}

#[cfg(unix)]
#[test]
fn train_resumes_a_killed_run_to_the_same_bits() {
    let dir = tempfile::tempdir().expect("a directory");
    write(dir.path());
    let recipe = dir.path().join("recipe.toml");
    let long =
        RECIPE.replace("steps = 30", "steps = 90").replace("save_every = 10", "save_every = 3");
    std::fs::write(&recipe, long).expect("write");
    let train = |out: &str| {
        let mut command = command();
        command.arg("train").arg(&recipe).arg("--output").arg(dir.path().join(out));
        command
    };
    let output = train("whole").output().expect("plt starts");
    assert!(output.status.success(), "{}", stderr_line(&output));

    let state = dir.path().join("killed/state.safetensors");
    for _ in 0..3 {
        let before = std::fs::metadata(&state).and_then(|state| state.modified()).ok();
        let mut child = train("killed").spawn().expect("plt starts");
        // Kills it at any moment after a new save.
        while std::fs::metadata(&state).and_then(|state| state.modified()).ok() == before
            && child.try_wait().expect("a child").is_none()
        {
            std::thread::yield_now();
        }
        child.kill().expect("SIGKILL");
        child.wait().expect("a child");
    }
    assert!(train("killed").output().expect("plt starts").status.success());
    for name in ["model.safetensors", "state.safetensors", "config.json", "tokenizer.json"] {
        let [whole, killed] = ["whole", "killed"]
            .map(|out| std::fs::read(dir.path().join(out).join(name)).expect(name));
        assert!(whole == killed, "{name}");
    }
}
