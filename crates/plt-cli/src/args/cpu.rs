//! How the CPU backend works.

use std::num::NonZeroUsize;

use clap::{Args, ValueEnum};
use plt_runtime::{Activations, Cpu};

/// How the CPU backend works.
#[derive(Debug, Clone, Copy, Args)]
pub struct CpuArgs {
    /// Threads of the CPU backend [default: all cores]
    #[arg(long, env = "PLT_THREADS", value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// What the CPU backend rounds activations to where they meet quantised weights: int16 moves
    /// results by no more than the order of a sum does; int8, as most engines have it, is faster for
    /// prompts and batches
    #[arg(long, value_enum, env = "PLT_ACTIVATIONS", value_name = "TYPE", default_value_t = Activation::Int16)]
    pub activations: Activation,
}

impl CpuArgs {
    pub fn backend(&self) -> anyhow::Result<Cpu> {
        let cpu = Cpu::new(self.threads.map(Into::into))?;
        Ok(cpu.with_activations(self.activations.into()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Activation {
    Int8,
    Int16,
}

impl From<Activation> for Activations {
    fn from(activation: Activation) -> Self {
        match activation {
            Activation::Int8 => Activations::Int8,
            Activation::Int16 => Activations::Int16,
        }
    }
}
