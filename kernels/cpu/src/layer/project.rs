use plt_backend::{Constants, Linear, Qkv};

use crate::device::{Cpu, Matrix};
use crate::linear::linear;
use crate::weights::CpuWeight;

/// Queries, keys and values of x.
pub(crate) fn project(
    cpu: &Cpu,
    constants: &Constants,
    qkv: &Qkv<Matrix, CpuWeight>,
    x: &Matrix,
) -> [Matrix; 3] {
    match qkv {
        Qkv::Separate { q, k, v } => [q, k, v].map(|map| with_bias(cpu, x, map)),
        Qkv::Fused(qkv) => {
            let (q, kv) = (constants.q_width(), constants.kv_width());
            let y = with_bias(cpu, x, qkv);
            [(0, q), (q, kv), (q + kv, kv)].map(|(start, len)| columns(cpu, &y, start, len))
        }
    }
}

/// x · Wᵀ + b
fn with_bias(cpu: &Cpu, x: &Matrix, map: &Linear<Matrix, CpuWeight>) -> Matrix {
    let mut y = linear(cpu, x, &map.weight, None);
    if let Some(bias) = &map.bias {
        let cols = y.cols.max(1);
        for row in y.data_mut().chunks_exact_mut(cols) {
            row.iter_mut().zip(bias.data()).for_each(|(y, b)| *y += b);
        }
    }
    y
}

/// A copy of some columns.
fn columns(cpu: &Cpu, y: &Matrix, start: usize, len: usize) -> Matrix {
    let mut out = Matrix::unwritten(cpu, y.rows, len);
    for (row, out) in out.data_mut().chunks_exact_mut(len.max(1)).enumerate() {
        out.copy_from_slice(&y.row(row)[start..][..len]);
    }
    out
}
