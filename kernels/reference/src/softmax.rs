//! Softmax over the keys that a row sees, and its gradient: differentiable where attention is
//! trained through.

use std::ops::Range;

use candle_core::{CpuStorage, CustomOp1, CustomOp2, Layout, Result, Shape, Tensor, bail};

/// `softmax(scores)` along the last dimension of `[heads, rows, keys]`, row i over the keys
/// `visible[i]` alone; all other weights are 0.
pub(crate) fn softmax(scores: &Tensor, visible: Vec<Range<usize>>) -> Result<Tensor> {
    scores.contiguous()?.apply_op1(Softmax { visible })
}

/// y = e^(x - max x) / Σ e^(x - max x): the largest first, the exponentials next, their sum last.
struct Softmax {
    visible: Vec<Range<usize>>,
}

impl CustomOp1 for Softmax {
    fn name(&self) -> &'static str {
        "softmax"
    }

    fn cpu_fwd(&self, scores: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (x, keys) = rows(scores, layout)?;
        let mut y = vec![0.0; x.len()];
        let visible = self.visible.iter().cycle();
        for ((x, y), visible) in x.chunks(keys).zip(y.chunks_mut(keys)).zip(visible) {
            let (x, y) = (&x[visible.clone()], &mut y[visible.clone()]);
            let largest = x.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            y.iter_mut().zip(x).for_each(|(y, x)| *y = (x - largest).exp());
            let sum: f32 = y.iter().sum();
            y.iter_mut().for_each(|y| *y /= sum);
        }
        Ok((CpuStorage::F32(y), layout.shape().clone()))
    }

    fn bwd(&self, _: &Tensor, y: &Tensor, gradient: &Tensor) -> Result<Option<Tensor>> {
        let op = SoftmaxGradient { visible: self.visible.clone() };
        Ok(Some(y.contiguous()?.apply_op2_no_bwd(&gradient.contiguous()?, &op)?))
    }
}

/// dx = y · (dy - Σ dy · y)
struct SoftmaxGradient {
    visible: Vec<Range<usize>>,
}

impl CustomOp2 for SoftmaxGradient {
    fn name(&self) -> &'static str {
        "softmax-gradient"
    }

    fn cpu_fwd(
        &self,
        y: &CpuStorage,
        layout: &Layout,
        gradient: &CpuStorage,
        gradient_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let ((y, keys), (dy, _)) = (rows(y, layout)?, rows(gradient, gradient_layout)?);
        let mut dx = vec![0.0; y.len()];
        let visible = self.visible.iter().cycle();
        let pairs = y.chunks(keys).zip(dy.chunks(keys));
        for (((y, dy), dx), visible) in pairs.zip(dx.chunks_mut(keys)).zip(visible) {
            let (y, dy) = (&y[visible.clone()], &dy[visible.clone()]);
            let sum: f32 = y.iter().zip(dy).map(|(y, dy)| y * dy).sum();
            for ((dx, y), dy) in dx[visible.clone()].iter_mut().zip(y).zip(dy) {
                *dx = y * (dy - sum);
            }
        }
        Ok((CpuStorage::F32(dx), layout.shape().clone()))
    }
}

/// The values of a contiguous f32 tensor and the length of its rows.
fn rows<'a>(storage: &'a CpuStorage, layout: &Layout) -> Result<(&'a [f32], usize)> {
    let CpuStorage::F32(values) = storage else { bail!("softmax: expected f32") };
    let Some((start, end)) = layout.contiguous_offsets() else {
        bail!("softmax: expected a contiguous tensor")
    };
    Ok((&values[start..end], layout.dims().last().copied().unwrap_or(1).max(1)))
}
