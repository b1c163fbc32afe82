//! A device that records kernels instead of running them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cubecl::CubeKernel;
use cubecl::device::DeviceId;
use cubecl::ir::features::{Features, TypeUsage};
use cubecl::ir::{
    AddressType, DeviceIdentity, DeviceProperties, HardwareProperties, MemoryDeviceProperties,
    TargetProperties,
};
use cubecl::prelude::*;
use cubecl::server::Handle;
use cubecl_common::device::ServiceId;
use cubecl_common::profile::TimingMethod;
use cubecl_environment::stream::StreamId;

use super::launch::{Gpu, Target};

/// An ordinary GPU: the minimum that WebGPU guarantees, and planes of 32.
fn properties() -> DeviceProperties {
    let hardware = HardwareProperties {
        load_width: 128,
        vector_register_count: None,
        plane_size_min: 32,
        plane_size_max: 32,
        max_bindings: 16,
        max_shared_memory_size: 32 << 10,
        max_cube_count: (65535, 65535, 65535),
        max_units_per_cube: 256,
        max_cube_dim: (256, 256, 64),
        num_streaming_multiprocessors: None,
        num_cpu_cores: None,
        last_level_cache_size: None,
        num_tensor_cores: None,
        min_tensor_cores_dim: None,
        max_vector_size: 4,
        cube_mma_reserved_shared_memory: 0,
    };
    let identity = DeviceIdentity {
        name: "dry run".to_owned(),
        fingerprint: "dry run".to_owned(),
        physical: None,
    };
    let memory = MemoryDeviceProperties::new(1 << 30, 256);
    let mut properties = DeviceProperties::new(
        Features::default(),
        memory,
        hardware,
        TimingMethod::System,
        identity,
    );
    properties.register_address_type(AddressType::U32);
    for element in [f32::elem_type_native(), u32::elem_type_native(), i32::elem_type_native()] {
        properties.register_type_usage(element, TypeUsage::all());
    }
    properties
}

/// A kernel with its compile-time parameters filled in.
pub(crate) struct Recorded {
    pub name: String,
    /// The variant that was set when the kernel was launched.
    pub variant: String,
    pub kernel: Box<dyn CubeKernel>,
}

/// A device that records kernels.
pub(crate) struct DryRun {
    pub properties: Arc<DeviceProperties>,
    pub target: Arc<TargetProperties>,
    variant: Mutex<String>,
    recorded: Mutex<Vec<Recorded>>,
}

impl DryRun {
    /// A backend's device, with nothing recorded.
    pub fn gpu() -> Gpu {
        let properties = Arc::new(properties());
        let dry_run = Self {
            properties: properties.clone(),
            target: Arc::new(TargetProperties::default()),
            variant: Mutex::default(),
            recorded: Mutex::default(),
        };
        Gpu::on(Target::DryRun(dry_run), &properties)
    }

    /// Sets the variant of the kernels that are launched from now on.
    pub fn set_variant(&self, variant: impl Into<String>) {
        *lock(&self.variant) = variant.into();
    }

    /// Keeps a kernel, unless it is known: a kernel that does not depend on the element type is
    /// launched once per type.
    pub fn record(&self, kernel: &str, source: Box<dyn CubeKernel>) {
        let (name, variant) = (kernel.trim_end_matches("_kernel"), lock(&self.variant));
        let mut recorded = lock(&self.recorded);
        let id = source.id();
        let same = |known: &Recorded| {
            known.kernel.id() == id || (known.name == name && known.variant == *variant)
        };
        if !recorded.iter().any(same) {
            let (name, variant) = (name.to_owned(), variant.clone());
            recorded.push(Recorded { name, variant, kernel: source });
        }
    }

    /// All kernels recorded so far, sorted.
    pub fn take(&self) -> Vec<Recorded> {
        let mut recorded = std::mem::take(&mut *lock(&self.recorded));
        recorded.sort_by(|a, b| (&a.name, &a.variant).cmp(&(&b.name, &b.variant)));
        recorded
    }

    /// A buffer without memory.
    pub fn buffer(bytes: usize) -> Handle {
        let service = ServiceId::of::<()>(DeviceId::new(0, 0));
        Handle::new(service, StreamId::current(), bytes as u64)
    }
}

/// The data of a lock: no code panics while it holds one.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
