use crate::cpu::Matrix;

pub(crate) fn swiglu(gate: &Matrix, up: &Matrix) -> Matrix {
    let silu = |z: f32| z / (1.0 + (-z).exp());
    let data = gate.data.iter().zip(&up.data).map(|(z, u)| silu(*z) * u).collect();
    Matrix::new(gate.rows, gate.cols, data)
}
