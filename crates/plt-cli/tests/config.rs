//! The config file and what overrides it.

mod support;

use std::path::PathBuf;

use support::{command, fails, plt};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn write(&self, text: &str) -> String {
        let path: PathBuf = self.0.path().join("config.toml");
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("a name").to_owned()
    }
}

fn printed(args: &[&str]) -> String {
    let output = plt(&[args, &["--print-config"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn config_file_overrides_defaults_only() {
    let file = Folder::new();
    let path =
        file.write("loops = 1\n[generate]\nmax-tokens = 7\nstop = [\"a\", \"b\"]\njson = true\n");
    let text = printed(&["generate", "x", "--config", &path]);
    for line in
        ["loops = 1", "max-tokens = 7", "stop = [\"a\", \"b\"]", "json = true", "chunk = 64"]
    {
        assert!(text.lines().any(|found| found == line), "{line}: {text}");
    }
    let text = printed(&["generate", "x", "--config", &path, "--max-tokens", "9"]);
    assert!(text.contains("max-tokens = 9 # command line"), "{text}");
    // Keys before the first table apply to every command, nested ones too.
    assert!(
        printed(&["eval", "perplexity", "--file", "x", "--config", &path]).contains("loops = 1")
    );
    assert!(printed(&["bench", "--config", &path]).contains("loops = 1"));
    assert!(printed(&["serve", "--config", &path]).contains("port = 8000"));

    let mut variables = command();
    variables.args(["generate", "x", "--print-config"]).env("PLT_CONFIG", &path);
    let output = variables.env("PLT_THREADS", "5").output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("threads = 5 # variable") && text.contains("max-tokens = 7"), "{text}");
}

#[test]
fn print_config_output_is_a_config_file() {
    let file = Folder::new();
    let odd = ["--temperature", ".7", "--stop", "1.10", "--stop", "007", "--top-p", "1e-1"];
    let text = printed(&[&["generate", "x"][..], &odd].concat());
    for line in ["temperature = \".7\"", "stop = [\"1.10\", \"007\"]", "top-p = \"1e-1\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    printed(&["generate", "x", "--config", &file.write(&text)]);

    let text = printed(&["serve", "--port", "81", "--prefix-cache-entries", "5", "--open"]);
    let path = file.write(&text);
    let again = printed(&["serve", "--config", &path]);
    let values = |text: &str| -> Vec<String> {
        let lines = text.lines().skip(1).map(|line| line.split(" # ").next().unwrap_or(line));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(values(&again), values(&text));
    assert!(text.contains("port = 81") && text.contains("open = true"), "{text}");
}

#[test]
fn print_config_comments_out_exclusive_options() {
    let file = Folder::new();
    let text = printed(&["generate", "--prompt", "hi", "--regex", "a+"]);
    assert!(text.contains("# prompt = \"hi\"") && text.contains("# regex = \"a+\""), "{text}");
    printed(&["generate", "x", "--config", &file.write(&text)]);
}

#[test]
fn config_file_can_set_required_options() {
    let file = Folder::new();
    let path = file.write("[quantize]\ntype = \"q4_k\"\n[train]\noutput = \"runs/one\"\n");
    let text = printed(&["quantize", "in", "out.gguf", "--config", &path]);
    assert!(text.contains("type = \"q4_k\""), "{text}");
    let text = printed(&["train", "recipe.toml", "--config", &path]);
    assert!(text.contains("output = \"runs/one\""), "{text}");
}

#[test]
fn config_ignores_empty_and_overridden_variables() {
    let file = Folder::new();
    let path = file.write("[generate]\nseed = 3\n");
    for (name, value, args) in [
        ("PLT_CONFIG", "", &["generate", "x"][..]),
        ("PLT_THREADS", "", &["generate", "x"]),
        ("PLT_MODEL", "", &["inspect"]),
        ("PLT_THREADS", "abc", &["generate", "x", "--threads", "2", "--config", &path]),
    ] {
        let output = command().args(args).arg("--print-config").env(name, value).output();
        let output = output.expect("it runs");
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(!text.contains("# variable") || name != "PLT_THREADS", "{name}: {text}");
    }
}

#[test]
fn config_file_in_xdg_config_home_is_read() {
    let home = Folder::new();
    let folder = home.0.path().join("plt");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("config.toml"), "[serve]\nport = 8123\n").expect("written");
    let mut serve = command();
    serve.args(["serve", "--print-config"]).env("XDG_CONFIG_HOME", home.0.path());
    let output = serve.output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("port = 8123"), "{text}");
}

#[test]
fn config_errors_name_file_and_key() {
    let file = Folder::new();
    for (text, words) in [
        ("[serve]\nport = 99999999\n", &["serve.port", "99999999"][..]),
        ("[serve]\nport = \"x\"\n", &["serve.port"]),
        ("[serve]\nopen = 3\n", &["serve.open", "true or false"]),
        ("[serve]\nprot = 1\n", &["serve.prot", "no such option"]),
        ("[srve]\nport = 1\n", &["srve", "no such command"]),
        ("nonsense = 1\n", &["nonsense", "no command"]),
        ("kv-cache-dtype = \"f99\"\n", &["kv-cache-dtype", "f99"]),
        ("[generate]\nseed = 1979-05-27\n", &["generate.seed"]),
        ("[generate]\nregex = \"a\"\n", &["generate.regex", "command line"]),
        // It would override --model.
        ("[bench]\nsynthetic = \"small\"\n", &["bench.synthetic", "command line"]),
        ("a = \n", &["line 1"]),
        ("\n\n[serve\n", &["line 3"]),
    ] {
        let path = file.write(text);
        let words = [&["config.toml"], words].concat();
        fails(&["generate", "x", "--config", &path], &words);
    }
    fails(&["generate", "x", "--config", "/nonexistent/plt.toml"], &["/nonexistent/plt.toml"]);
}
