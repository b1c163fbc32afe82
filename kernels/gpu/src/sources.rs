//! Every kernel as it would be launched, noted down without a device: for those who want to see
//! what a change does to the source that a device compiles.
//!
//! The operations run as they are, on a device of paper with the limits of an ordinary GPU.

use std::sync::{Arc, Mutex};

use cubecl::CubeKernel;
use cubecl::device::DeviceId;
use cubecl::ir::features::{Features, TypeUsage};
use cubecl::ir::{
    DeviceIdentity, DeviceProperties, HardwareProperties, MemoryDeviceProperties, TargetProperties,
};
use cubecl::prelude::*;
use cubecl::server::Handle;
use cubecl_common::profile::TimingMethod;
use cubecl_environment::stream::StreamId;

use super::Cube;
use super::launch::{Device, Gpu};
use crate::error::Result;
use crate::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite};
use crate::{
    Backend, Batch, BatchRow, DType, KvDType, KvShape, ReadSpeed, RowInput, Span, Store,
    WeightData, Window,
};

/// A kernel and the name of what it is made for: `linear_few_rows_q4_0`.
pub struct Source {
    /// The kernel's name and the element type that it reads.
    pub name: String,
    /// The kernel, to be handed to one of cubecl's compilers.
    pub kernel: Box<dyn CubeKernel>,
}

/// All kernels, for every element type that one of them has, in a fixed order.
///
/// # Errors
/// If an operation refuses the arguments made up here.
pub fn sources() -> Result<Vec<Source>> {
    let cube = Cube::on(Gpu::on(Device::Paper(Paper::new()), &properties()));
    let label = |label| {
        if let Device::Paper(paper) = &cube.gpu.device {
            *lock(&paper.label) = label;
        }
    };
    for dtype in KvDType::ALL {
        label(dtype.name());
        of_keys(&cube, dtype)?;
    }
    for dtype in DTYPES {
        label(dtype.name());
        of_weights(&cube, dtype)?;
    }
    label("f32");
    let x = cube.tensor(2, HIDDEN, vec![0.0; 2 * HIDDEN])?;
    cube.rms_norm(&x, &cube.tensor(1, HIDDEN, vec![0.0; HIDDEN])?, 1e-5)?;
    cube.memory_to_read()?;
    // The paper's answer is nonsense; what was launched is not.
    drop(cube.top_k(&x, 1));
    let Device::Paper(paper) = &cube.gpu.device else { return Ok(Vec::new()) };
    let mut kernels = std::mem::take(&mut *lock(&paper.kernels));
    kernels.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(kernels)
}

/// One type for each way in which weights are stored.
const DTYPES: [DType; 6] =
    [DType::F32, DType::F16, DType::BF16, DType::Q4_0, DType::Q8_0, DType::Q4K];

/// Sizes that no kernel depends on, but for the widths of heads.
const HIDDEN: usize = 256;
const HEADS: usize = 4;
const SHAPE: KvShape = KvShape {
    layers: 1,
    slots: 96,
    kv_heads: 2,
    head_dim: 64,
    dtype: KvDType::F32,
    carry_rows: 1,
    hidden: HIDDEN,
};

/// The kernels that read or write keys and values, for a decode pass of two loops.
fn of_keys(cube: &Cube, dtype: KvDType) -> Result<()> {
    let mut cache = cube.cache(KvShape { dtype, ..SHAPE })?;
    let slots = [0];
    let zeros = vec![0.0; SHAPE.kv_heads * SHAPE.head_dim];
    cube.write_slots(&mut cache, 0, &slots, &zeros, &zeros)?;
    let window = Window { keys: 65, ring: 16, ring_len: 65 };
    let row = |store, input, carry| BatchRow { store, input, carry, ..BatchRow::default() };
    let span = |first_row, window| Span { sequence: 0, first_row, len: 1, start: 0, window };
    let batch = Batch {
        rows: vec![
            row(Store::Page(0), RowInput::First, Some(0)),
            row(Store::Ring(16), RowInput::Carry(0), None),
        ],
        spans: vec![span(0, None), span(1, Some(window))],
        block_size: 16,
        block_tables: vec![vec![0]],
        outputs: vec![1],
    };
    let batch = cube.batch(&cache, batch)?;
    let tensor = |rows, cols| cube.tensor(rows, cols, vec![0.0; rows * cols]);
    let (wide, narrow) = (HEADS * SHAPE.head_dim, SHAPE.kv_heads * SHAPE.head_dim);
    let (h, norm, bias) = (tensor(2, HIDDEN)?, tensor(1, HIDDEN)?, tensor(1, HEADS)?);
    let (weight, v) = (tensor(HEADS, HIDDEN)?, tensor(2, narrow)?);
    let gate = || Gate {
        input: GateInput::Hidden { h: &h, norm: &norm, eps: 1e-5 },
        weight: &weight,
        bias: &bias,
    };
    for gate in [None, Some(gate())] {
        let (q, k) = (tensor(2, wide)?, tensor(2, narrow)?);
        let args = RotaryWrite { layer: 0, q, k, v: &v, theta: 1e4, gate };
        let rotated = cube.rotary_write(&mut cache, &batch, args)?;
        let (q, k, gate) = (&rotated.q, &rotated.k, rotated.gate.as_ref());
        let args = Attention { layer: 0, heads: HEADS, q, k, v: &v, gate };
        cube.attention(&mut cache, &batch, args)?;
    }
    let args = LoopOutput { h: &h, norm: &norm, eps: 1e-5, normalize_carry: true };
    cube.loop_output(&mut cache, &batch, args).map(drop)
}

/// The kernels that read weights, for two rows and for many.
fn of_weights(cube: &Cube, dtype: DType) -> Result<()> {
    let bytes = dtype.row_bytes(HIDDEN).unwrap_or(0) * HIDDEN;
    let data = WeightData::new(dtype, HIDDEN, HIDDEN, vec![0; bytes].into())?;
    let weight = cube.weight(data)?;
    let cache = cube.cache(SHAPE)?;
    let batch = cube.batch(&cache, Batch::of_rows(vec![BatchRow::default()]))?;
    let norm = cube.tensor(1, HIDDEN, vec![0.0; HIDDEN])?;
    let (emb_scale, hidden_scale) = (1.0, 1.0);
    let args = LoopInput { table: &weight, emb_scale, hidden_scale, norm: &norm, eps: 1e-5 };
    cube.loop_input(&cache, &batch, args)?;
    for rows in [2, 17] {
        let x = cube.tensor(rows, HIDDEN, vec![0.0; rows * HIDDEN])?;
        cube.linear(&x, &weight, Some(&x))?;
        cube.swiglu(&x, &weight, &weight)?;
    }
    Ok(())
}

/// An ordinary GPU: what WebGPU promises at least, and planes of 32.
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
        name: "paper".to_owned(),
        fingerprint: "paper".to_owned(),
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

/// A device that notes kernels down.
pub(crate) struct Paper {
    pub properties: Arc<DeviceProperties>,
    pub target: Arc<TargetProperties>,
    label: Mutex<&'static str>,
    kernels: Mutex<Vec<Source>>,
}

impl Paper {
    fn new() -> Self {
        Self {
            properties: Arc::new(properties()),
            target: Arc::new(TargetProperties::default()),
            label: Mutex::default(),
            kernels: Mutex::default(),
        }
    }

    pub fn note(&self, kernel: &str, source: Box<dyn CubeKernel>) {
        let label = *lock(&self.label);
        let name = format!("{}_{label}", kernel.trim_end_matches("_kernel"));
        let mut kernels = lock(&self.kernels);
        // What does not depend on the type that is being noted is there already.
        let id = source.id();
        if kernels.iter().all(|known| known.name != name && known.kernel.id() != id) {
            kernels.push(Source { name, kernel: source });
        }
    }

    /// A buffer that no one has.
    pub fn buffer(bytes: usize) -> Handle {
        let service = cubecl_common::device::ServiceId::of::<()>(DeviceId::new(0, 0));
        Handle::new(service, StreamId::current(), bytes as u64)
    }
}

/// Nothing that holds these locks panics.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
