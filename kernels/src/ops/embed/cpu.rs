use crate::cpu::Matrix;
use crate::error::Result;
use crate::weight::WeightData;

pub(crate) fn embed(table: &WeightData, ids: &[u32]) -> Result<Matrix> {
    let mut out = Matrix::zeros(ids.len(), table.cols());
    for (id, row) in ids.iter().zip(out.data.chunks_exact_mut(table.cols())) {
        table.read_rows(*id as usize, row)?;
    }
    Ok(out)
}
