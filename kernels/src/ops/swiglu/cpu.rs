use crate::cpu::Matrix;
use crate::error::Result;
use crate::ops::linear::cpu::linear;
use crate::weight::WeightData;

pub(crate) fn swiglu(x: &Matrix, gate: &WeightData, up: &WeightData) -> Result<Matrix> {
    let silu = |z: f32| z / (1.0 + (-z).exp());
    let mut y = linear(x, gate, None)?;
    for (z, u) in y.data.iter_mut().zip(linear(x, up, None)?.data) {
        *z = silu(*z) * u;
    }
    Ok(y)
}
