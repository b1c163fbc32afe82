use serde::Serialize;

use crate::{Error, Result};

/// A measured setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// R, at most the loops of the model.
    pub loops: usize,
    /// The passes of the loops of a new token.
    pub schedule: Schedule,
    /// Sequences in a batch.
    pub batch: usize,
    /// Tokens before the first decoded one. They are not computed: the KV cache is random.
    pub context: usize,
    /// Tokens of the measured prompt; 0 for none.
    pub prompt: usize,
    /// Positions of one chunk of the prompt.
    pub chunk: usize,
    /// The rows of the prompt that are computed.
    pub prefill: Prefill,
    /// Decoded tokens per sample.
    pub generate: usize,
}

/// The rows of a prompt that are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Prefill {
    /// The rows that the next token or a later one can see.
    Visible,
    /// Every loop of every position: the control.
    All,
}

impl Prefill {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Visible, Self::All];

    /// The name that flags and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Prefill::Visible => "visible",
            Prefill::All => "all",
        }
    }
}

/// How the loops of a new token are arranged in passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Schedule {
    /// Cross-loop parallelism: all loops in one pass.
    Clp,
    /// One pass per loop: the way of other engines, and the control.
    Sequential,
}

impl Schedule {
    /// Every schedule.
    pub const ALL: [Self; 2] = [Self::Clp, Self::Sequential];

    /// The name that flags and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Schedule::Clp => "clp",
            Schedule::Sequential => "sequential",
        }
    }
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            loops: 1,
            schedule: Schedule::Clp,
            batch: 1,
            context: 128,
            prompt: 0,
            chunk: 64,
            prefill: Prefill::Visible,
            generate: 16,
        }
    }
}

impl Setting {
    /// The same with changes: `loops=2,schedule=sequential,batch=4,context=1024,prompt=512,chunk=64,prefill=all,gen=8`,
    /// any of them.
    ///
    /// # Errors
    /// [`Error::Setting`] for an unknown key or an invalid value.
    pub fn with(&self, changes: &str) -> Result<Self> {
        let mut setting = self.clone();
        for change in changes.split(',') {
            let (key, value) = change.split_once('=').unwrap_or((change, ""));
            let wrong = |expected| Error::Setting {
                key: key.to_owned(),
                value: value.to_owned(),
                expected,
            };
            let number = || value.parse::<usize>().map_err(|_| wrong("a whole number"));
            match key {
                "loops" => setting.loops = number()?,
                "batch" => setting.batch = number()?,
                "context" => setting.context = number()?,
                "prompt" => setting.prompt = number()?,
                "chunk" => setting.chunk = number()?,
                "gen" => setting.generate = number()?,
                "schedule" => {
                    let mut schedules = Schedule::ALL.into_iter();
                    let found = schedules.find(|schedule| schedule.name() == value);
                    setting.schedule = found.ok_or_else(|| wrong("clp or sequential"))?;
                }
                "prefill" => {
                    let mut both = Prefill::ALL.into_iter();
                    let found = both.find(|prefill| prefill.name() == value);
                    setting.prefill = found.ok_or_else(|| wrong("visible or all"))?;
                }
                _ => {
                    return Err(wrong(
                        "loops, schedule, batch, context, prompt, chunk, prefill or gen before the =",
                    ));
                }
            }
        }
        Ok(setting)
    }

    pub(crate) fn check(&self) -> Result<()> {
        let counts = [
            (self.loops, "loops"),
            (self.batch, "batch"),
            (self.chunk, "chunk"),
            (self.generate, "gen"),
        ];
        match counts.into_iter().find(|(count, _)| *count == 0) {
            Some((_, what)) => Err(Error::Zero(what)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_changes_by_name() {
        let base = Setting::default();
        let changed = base.with("loops=2,schedule=sequential,prefill=all,gen=3").expect("valid");
        assert_eq!(changed.prefill, Prefill::All);
        assert_eq!(changed.loops, 2);
        assert_eq!(changed.schedule, Schedule::Sequential);
        assert_eq!(changed.generate, 3);
        assert_eq!(changed.context, base.context);
        for wrong in ["loops", "loops=two", "speed=1", "schedule=both", "prefill=some", ""] {
            assert!(matches!(base.with(wrong), Err(Error::Setting { .. })), "{wrong}");
        }
        let nothing = base.with("batch=0").expect("a number").check();
        assert_eq!(nothing.expect_err("nothing to do").to_string(), "batch must be at least 1");
    }
}
