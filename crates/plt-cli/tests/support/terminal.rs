//! `plt` in a terminal.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rexpect::process::{PtyProcess, WaitStatus};

const PATIENCE: Duration = Duration::from_secs(60);
/// Printed by the line editor when it has taken over the terminal: it enables bracketed paste.
const EDITING: &str = "\x1b[?2004h";

/// A program whose input and output are a terminal. It is killed at the end of the test.
pub struct Terminal {
    process: PtyProcess,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// Output that no call has waited for.
    unread: Vec<u8>,
    /// All output, for messages.
    all: Vec<u8>,
}

impl Terminal {
    pub fn start(mut command: Command) -> Self {
        command.env("TERM", "xterm").env("NO_COLOR", "1").stdin(Stdio::inherit());
        let mut process = PtyProcess::new(command).expect("a terminal");
        process.set_kill_timeout(Some(1000));
        let keyboard = process.get_file_handle().expect("its input");
        let mut output = process.get_file_handle().expect("its output");
        let (sender, screen) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The last read of a terminal fails.
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { process, keyboard, screen, unread: Vec::new(), all: Vec::new() }
    }

    /// Types bytes.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.keyboard.write_all(bytes.as_ref()).expect("it reads");
    }

    /// Waits for a string on the screen and returns the output before it.
    pub fn wait_for(&mut self, text: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let found = self.unread.windows(text.len()).position(|part| part == text.as_bytes());
            if let Some(at) = found {
                let rest = self.unread.split_off(at + text.len());
                let before = std::mem::replace(&mut self.unread, rest);
                return String::from_utf8_lossy(&before[..at]).into_owned();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.screen.recv_timeout(left) else {
                panic!("no {text:?} in:\n{}", String::from_utf8_lossy(&self.all));
            };
            self.unread.extend_from_slice(&bytes);
            self.all.extend_from_slice(&bytes);
        }
    }

    /// Waits for the prompt of the line editor. Returns the output before it.
    pub fn wait_for_prompt(&mut self) -> String {
        self.wait_for(EDITING)
    }

    /// Types a line and waits for the next prompt. Returns the output between.
    pub fn enter(&mut self, line: impl AsRef<[u8]>) -> String {
        self.send(line);
        self.send("\r");
        self.wait_for_prompt()
    }

    /// Waits for the exit and returns its status and the remaining output.
    pub fn end(mut self) -> (i32, String) {
        let deadline = Instant::now() + PATIENCE;
        // The channel closes when the program has ended.
        while let Ok(bytes) = self.screen.recv_timeout(deadline - Instant::now()) {
            self.unread.extend_from_slice(&bytes);
        }
        match self.process.wait().expect("it ends") {
            WaitStatus::Exited(_, code) => {
                (code, String::from_utf8_lossy(&self.unread).into_owned())
            }
            other => panic!("{other:?}"),
        }
    }
}
