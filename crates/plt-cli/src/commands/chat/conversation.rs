//! The messages of a chat: its turns, and its file.

use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use plt_runtime::Message;
use serde::{Deserialize, Serialize};

use crate::new_file::NewFile;

/// Maximum size of a saved conversation in bytes.
const MAX_FILE: u64 = 4 << 20;

/// The messages of a chat. A turn is a user's message and what follows it.
#[derive(Default)]
pub struct Conversation {
    messages: Vec<Message>,
}

/// The file of `/save`: the messages as in a request to the server.
#[derive(Serialize, Deserialize)]
struct Saved {
    messages: Vec<Message>,
}

impl Conversation {
    pub fn new(system: Option<&str>) -> Self {
        Self { messages: system.map(|text| Message::new("system", text)).into_iter().collect() }
    }

    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    pub fn push(&mut self, role: &str, text: impl Into<String>) {
        self.messages.push(Message::new(role, text));
    }

    /// Removes the last message.
    pub fn pop(&mut self) {
        self.messages.pop();
    }

    /// Removes all turns.
    pub fn reset(&mut self) {
        self.messages.truncate(self.first_turn());
    }

    /// The number of messages before the first turn.
    fn first_turn(&self) -> usize {
        let is_system = |message: &&Message| matches!(&*message.role, "system" | "developer");
        self.messages.iter().take_while(is_system).count()
    }

    /// Returns where each turn after the first begins.
    fn turns(&self) -> Vec<usize> {
        let first = self.first_turn();
        let all = self.messages.iter().enumerate().skip(first + 1);
        all.filter(|(_, message)| message.role == "user").map(|(index, _)| index).collect()
    }

    /// Removes the fewest oldest turns that make the prompt fit. Returns the prompt and the number
    /// of removed messages; `None` as the prompt if the last turn alone does not fit.
    pub fn fit<T>(
        &mut self,
        render: impl Fn(&[Message]) -> anyhow::Result<T>,
        fits: impl Fn(&T, bool) -> bool,
    ) -> anyhow::Result<(Option<T>, usize)> {
        let turns = self.turns();
        let first = self.first_turn();
        let without = |count: usize| -> Vec<Message> {
            let rest = if count == 0 { first } else { turns[count - 1] };
            [&self.messages[..first], &self.messages[rest..]].concat()
        };
        // The smallest number of turns in low..=high that fits; `found` is that of high.
        let (mut low, mut high, mut found) = (0, turns.len(), None);
        // Most often everything fits.
        let mut next = 0;
        while low < high || found.is_none() {
            let prompt = render(&without(next))?;
            if fits(&prompt, next == turns.len()) {
                (high, found) = (next, Some(prompt));
            } else if next == turns.len() {
                return Ok((None, 0));
            } else {
                low = next + 1;
            }
            next = low + (high - low) / 2;
        }
        let removed = if high == 0 { 0 } else { turns[high - 1] - first };
        self.messages.drain(first..first + removed);
        Ok((found, removed))
    }

    /// Writes the messages as JSON. Replaces a saved conversation, but no other file.
    pub fn save(&self, path: &Path) -> anyhow::Result<()> {
        if path.exists() && Self::load(path).is_err() {
            bail!("{}: file exists and is no saved conversation", path.display());
        }
        let saved = Saved { messages: self.messages.clone() };
        let mut new = NewFile::create(path)?;
        let write = serde_json::to_vec_pretty(&saved).map_err(std::io::Error::from);
        let write = write.and_then(|json| new.file().write_all(&[&json[..], b"\n"].concat()));
        write.with_context(|| path.display().to_string())?;
        new.persist(true)
    }

    /// Reads messages that [`save`](Self::save) wrote.
    pub fn load(path: &Path) -> anyhow::Result<Self> {
        let name = || path.display().to_string();
        // A pipe would block.
        if path.exists() && !path.is_file() {
            bail!("{}: expected a file", name());
        }
        let file = std::fs::File::open(path).with_context(name)?;
        let mut json = Vec::new();
        file.take(MAX_FILE + 1).read_to_end(&mut json).with_context(name)?;
        if json.len() as u64 > MAX_FILE {
            bail!("{}: expected a conversation of at most {MAX_FILE} bytes", name());
        }
        let saved: Saved = serde_json::from_slice(&json)
            .with_context(|| format!("{}: no saved conversation", name()))?;
        Ok(Self { messages: saved.messages })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(system: bool, turns: usize) -> Conversation {
        let mut chat = Conversation::new(system.then_some("be brief"));
        for turn in 0..turns {
            if turn > 0 {
                chat.push("assistant", format!("answer {}", turn - 1));
            }
            chat.push("user", format!("question {turn}"));
        }
        chat
    }

    fn texts(chat: &Conversation) -> Vec<&str> {
        chat.messages().iter().filter_map(|message| message.content.as_ref()?.as_str()).collect()
    }

    /// Fits the chat into a number of messages.
    fn fit(chat: &mut Conversation, limit: usize) -> (Option<usize>, usize) {
        chat.fit(|messages| Ok(messages.len()), |count, _| *count <= limit).expect("rendered")
    }

    #[test]
    fn conversation_drops_the_fewest_oldest_turns() {
        for turns in 1..9 {
            for limit in 1..2 * turns + 3 {
                let mut chat = chat(true, turns);
                let all: Vec<String> = texts(&chat).into_iter().map(str::to_owned).collect();
                let (count, removed) = fit(&mut chat, limit);
                // The system message and the last question stay.
                if limit < 2 {
                    assert_eq!((count, removed), (None, 0));
                    continue;
                }
                let expected = (0..turns).find(|gone| all.len() - 2 * gone <= limit).expect("one");
                assert_eq!(removed, 2 * expected, "{turns} turns, limit {limit}");
                assert_eq!(count, Some(all.len() - removed));
                assert_eq!(texts(&chat)[0], "be brief");
                assert_eq!(texts(&chat)[1..], all[1 + removed..]);
            }
        }
        let mut without_system = chat(false, 3);
        assert_eq!(fit(&mut without_system, 3), (Some(3), 2));
        assert_eq!(texts(&without_system), ["question 1", "answer 1", "question 2"]);
    }

    #[test]
    fn conversation_keeps_the_system_message_after_reset() {
        let mut chat = chat(true, 3);
        chat.reset();
        assert_eq!(texts(&chat), ["be brief"]);
    }

    #[test]
    fn saved_conversation_loads_again() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("chat.json");
        let saved = chat(true, 2);
        saved.save(&file).expect("saved");
        assert_eq!(Conversation::load(&file).expect("loaded").messages(), saved.messages());
        // Again over itself, but over nothing else.
        chat(false, 1).save(&file).expect("saved");
        assert_eq!(texts(&Conversation::load(&file).expect("loaded")), ["question 0"]);
        let other = dir.path().join("notes.txt");
        std::fs::write(&other, "my notes").expect("written");
        let error = saved.save(&other).expect_err("another file").to_string();
        assert!(error.contains("notes.txt") && error.contains("file exists"), "{error}");
        assert_eq!(std::fs::read(&other).expect("read"), b"my notes");
    }

    #[test]
    fn loading_a_conversation_names_the_file_in_errors() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("chat.json");
        for content in ["", "{}", "[1]", r#"{"messages": [{"role": 1}]}"#] {
            std::fs::write(&file, content).expect("written");
            let error = Conversation::load(&file).err().expect("an error");
            assert!(format!("{error:#}").contains("chat.json"), "{error:#}");
        }
        assert!(Conversation::load(&dir.path().join("none.json")).is_err());
        assert!(Conversation::load(dir.path()).is_err());
    }
}
