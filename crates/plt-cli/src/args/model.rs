//! Model, KV cache and device.

use std::ffi::OsString;
use std::num::NonZeroUsize;

use clap::Args;
use plt_runtime::defaults::{self, Defaults};
use plt_runtime::{Activations, DType, Device, DeviceOptions, KvDType, OpenDevice, Quantization};

use super::value;

/// The model.
#[derive(Debug, Args)]
#[command(next_help_heading = "Model")]
pub struct ModelArgs {
    /// Model: directory, GGUF file or Hub repository
    ///
    /// A Hugging Face directory, a GGUF file, or a repository `owner/name[@revision]` of the Hub,
    /// which is downloaded once into the Hub's cache (HF_HOME, HF_TOKEN, HF_ENDPOINT and
    /// HF_HUB_OFFLINE apply).
    #[cfg_attr(feature = "built-in-model", doc = "")]
    #[cfg_attr(feature = "built-in-model", doc = "[default: the built-in model plt-tiny-coder]")]
    #[arg(long, short, env = "PLT_MODEL", hide_env_values = true, value_name = "MODEL")]
    pub model: Option<OsString>,
    /// Loops to run [default: the number the model was trained with]
    ///
    /// Running fewer is an experiment and lowers quality; a warning says so.
    #[arg(long, value_name = "R", value_parser = value::count)]
    pub loops: Option<usize>,
    /// Quantize while loading: f32, f16, bf16, q8_0, q4_0, q4_k or q6_k
    ///
    /// Gives the same weights as `plt quantize`. The file on disk does not change.
    #[arg(
        long,
        value_name = "TYPE",
        value_parser = value::weight_type(),
        ignore_case = true,
        hide_possible_values = true
    )]
    pub quant: Option<DType>,
}

impl ModelArgs {
    pub fn quantization(&self) -> Option<Quantization> {
        self.quant.map(Quantization::new)
    }
}

/// The device that runs the model.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Device")]
pub struct DeviceArgs {
    /// cpu, reference, or a GPU (plt devices)
    ///
    /// GPU names look like wgpu, wgpu:1 or cuda:0. `reference` is slow: it is the definition that the
    /// other backends are tested against.
    #[arg(
        long,
        env = "PLT_DEVICE",
        hide_env_values = true,
        value_name = "DEVICE",
        default_value = "cpu"
    )]
    pub device: Device,
    /// Threads of the CPU backend [default: all cores]
    #[arg(
        long,
        env = "PLT_THREADS",
        hide_env_values = true,
        value_name = "N",
        value_parser = value::positive
    )]
    pub threads: Option<NonZeroUsize>,
    /// CPU activations: int16 or int8
    ///
    /// Precision of quantized activations on the CPU. int16 matches float results closely; int8 (as in llama.cpp) is faster for prefill and batches.
    /// Unquantized weights take unquantized activations.
    #[arg(
        long,
        env = "PLT_ACTIVATIONS",
        hide_env_values = true,
        value_name = "TYPE",
        default_value_t = Activations::Int16,
        value_parser = value::activations(),
        ignore_case = true,
        hide_possible_values = true
    )]
    pub activations: Activations,
}

impl DeviceArgs {
    /// Fails if the activations do not fit the device, before anything is downloaded or loaded.
    pub fn check(&self) -> anyhow::Result<()> {
        if self.activations != Activations::Int16 && self.device != Device::Cpu {
            anyhow::bail!("--activations {}: only --device cpu has it", self.activations);
        }
        Ok(())
    }

    pub fn open(&self) -> anyhow::Result<OpenDevice> {
        self.check()?;
        let options = DeviceOptions::default().threads(self.threads).activations(self.activations);
        Ok(self.device.open(options)?)
    }
}

/// The KV cache of a command that generates text.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Cache")]
pub struct CacheArgs {
    /// KV cache type: f32, f16, bf16 or q8_0 [default: f16]
    ///
    /// The default is f32 with --device reference. Arithmetic is always f32. q8_0 needs a head size
    /// that is a multiple of 32.
    #[arg(
        long,
        value_name = "TYPE",
        value_parser = value::kv_cache_type(),
        ignore_case = true,
        hide_possible_values = true
    )]
    kv_cache_dtype: Option<KvDType>,
}

impl CacheArgs {
    /// Returns the type for this kind of request on this device.
    pub fn dtype(&self, kind: Defaults, device: &Device) -> KvDType {
        self.kv_cache_dtype.unwrap_or_else(|| kind.kv_cache_dtype(device))
    }
}

/// The KV cache of a command that compares numbers.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Cache")]
pub struct ExactCacheArgs {
    /// KV cache type: f32, f16, bf16 or q8_0
    ///
    /// Arithmetic is always f32. q8_0 needs a head size that is a multiple of 32.
    #[arg(
        long,
        value_name = "TYPE",
        default_value = defaults::LOGITS.kv_cache_dtype(&Device::Cpu).name(),
        value_parser = value::kv_cache_type(),
        ignore_case = true,
        hide_possible_values = true
    )]
    pub kv_cache_dtype: KvDType,
}
