//! The reproduction runs to its end and writes its page; the figures of so few steps mean nothing.

use std::path::Path;
use std::process::Command;

#[test]
fn reproduce_smoke_run_writes_page_and_plots() {
    let run = Command::new(env!("CARGO_BIN_EXE_reproduce")).arg("--smoke").output();
    let output = run.expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    let page = Path::new(page.trim());
    let text = std::fs::read_to_string(page).expect("the page");
    for words in [
        "## Pointer chasing",
        "## Python source",
        "| vanilla loop ×2 | 91968 | 1024 | 2 |",
        "| + G-SWA = PLT-2 | 92616 | 608 | 1 |",
        "| PLT-2 is better than no loop |",
    ] {
        assert!(text.contains(words), "{words:?} is not in the page:\n{text}");
    }
    for plot in ["pointer.svg", "text.svg"] {
        let svg = std::fs::read_to_string(page.with_file_name("reproduction").join(plot));
        assert!(svg.expect("a plot").contains("PLT-3"), "{plot}");
    }

    let wrong = Command::new(env!("CARGO_BIN_EXE_reproduce")).arg("--smok").output();
    assert!(!wrong.expect("it starts").status.success());
}
