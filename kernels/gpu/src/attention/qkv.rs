//! Queries, keys and values before rotation: three projections or one, their biases, and the norms of
//! heads.

use cubecl::prelude::*;
use plt_backend::{Constants, Layer, Linear, Qkv, Result};

use crate::device::{CubeTensor, Gpu, launch};
use crate::linear::{Addend, linear};
use crate::rows::rms_norm;
use crate::weight::CubeWeight;

/// q, k and v of normed rows x, in buffers of their own.
pub(super) fn project(
    gpu: &Gpu,
    constants: &Constants,
    layer: &Layer<CubeTensor, CubeWeight>,
    x: &CubeTensor,
) -> Result<[CubeTensor; 3]> {
    let of = |part: &Linear<CubeTensor, CubeWeight>| {
        let addend = part.bias.as_ref().map_or(Addend::Nothing, Addend::Bias);
        linear(gpu, x, &part.weight, addend)
    };
    let [q, k, v] = match &layer.qkv {
        Qkv::Separate { q, k, v } => [of(q)?, of(k)?, of(v)?],
        Qkv::Fused(qkv) => split(gpu, constants, &of(qkv)?),
    };
    let norm = |x: CubeTensor, weight: &Option<CubeTensor>| match weight {
        None => x,
        Some(weight) => {
            let heads = x.reshaped(x.rows * x.cols / constants.head_dim, constants.head_dim);
            let normed = rms_norm(gpu, &heads, weight, constants.eps, None);
            normed.reshaped(x.rows, x.cols)
        }
    };
    Ok([norm(q, &layer.q_norm), norm(k, &layer.k_norm), v])
}

/// Copies the columns of a fused projection to q, k and v.
fn split(gpu: &Gpu, constants: &Constants, qkv: &CubeTensor) -> [CubeTensor; 3] {
    let (q_cols, kv_cols) = (constants.q_width(), constants.kv_width());
    let [q, k, v] = [q_cols, kv_cols, kv_cols].map(|cols| CubeTensor::new(gpu, qkv.rows, cols));
    let len = qkv.rows * qkv.cols;
    if len > 0 {
        // SAFETY: `Stack` has checked that qkv has q_cols + 2 · kv_cols columns; units beyond the last
        // number do nothing.
        launch!(
            gpu,
            split_kernel,
            len.div_ceil(gpu.units),
            gpu.line(),
            qkv.arg(),
            q.arg(),
            k.arg(),
            v.arg(),
            len,
            q_cols,
            kv_cols,
        );
    }
    [q, k, v]
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
fn split_kernel(
    qkv: &[f32],
    q: &mut [f32],
    k: &mut [f32],
    v: &mut [f32],
    len: usize,
    q_cols: usize,
    kv_cols: usize,
) {
    if ABSOLUTE_POS < len {
        let cols = q_cols + 2 * kv_cols;
        let row = ABSOLUTE_POS / cols;
        let column = ABSOLUTE_POS % cols;
        let value = qkv[ABSOLUTE_POS];
        if column < q_cols {
            q[row * q_cols + column] = value;
        } else if column < q_cols + kv_cols {
            k[row * kv_cols + column - q_cols] = value;
        } else {
            v[row * kv_cols + column - q_cols - kv_cols] = value;
        }
    }
}
