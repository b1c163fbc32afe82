//! Matrix multiplication: exact integers, and results that depend neither on threads nor on other rows.

use plt_backend::{Checked, DType, WeightData};
use plt_cpu::{Activations, Cpu, InstructionSet};

#[test]
fn linear_row_depends_neither_on_threads_nor_on_other_rows() {
    let (rows, cols, out) = (43, 512, 50);
    let value = |i: usize| ((i * 37 % 101) as f32 - 50.0) / 17.0;
    let x: Vec<f32> = (0..rows * cols).map(value).collect();
    let halves: Vec<u8> = (0..out * cols * 4).map(|i| (i * 7 % 60) as u8).collect();
    let instructions = InstructionSet::available().into_iter();
    let backends = instructions.flat_map(|i| Activations::ALL.map(|activations| (i, activations)));
    for ((instructions, activations), dtype) in
        backends.flat_map(|backend| DType::ALL.map(|dtype| (backend, dtype)))
    {
        let case = format!("{instructions:?}, {activations}, {dtype}, bit for bit");
        let [one, three] = [1, 3].map(|threads| {
            let cpu = Cpu::new(Some(threads)).unwrap().with_instruction_set(instructions);
            Checked::new(cpu.with_activations(activations))
        });
        let len = out * dtype.row_bytes(cols).unwrap();
        let w = WeightData::new(dtype, out, cols, halves[..len].to_vec().into()).unwrap();
        let product = |cpu: &Checked<Cpu>, x: &[f32]| {
            let weight = cpu.weight(w.clone()).unwrap();
            let x = cpu.tensor(x.len() / cols, cols, x.to_vec()).unwrap();
            let y = cpu.backend().linear(&x, &weight, None).unwrap();
            cpu.read(&y).unwrap()
        };
        let together = product(&one, &x);
        assert!(together.iter().all(|y| y.is_finite()), "{case}");
        assert_eq!(together, product(&three, &x), "{case}");
        for (row, x) in x.chunks_exact(cols).enumerate() {
            assert_eq!(product(&one, x), together[row * out..(row + 1) * out], "row {row}, {case}");
        }
    }
}

/// Integers in x need no rounding: only sums in f32 round.
#[test]
fn linear_multiplies_integers_exactly() {
    let (rows, cols, out) = (11, 512, 37);
    let integers = |most: f32| {
        let integer = |i: usize| match i % 32 {
            5 => most,
            31 => -most,
            _ => (i * 7919) as f32 % (2.0 * most + 1.0) - most,
        };
        (0..rows * cols).map(integer).collect::<Vec<f32>>()
    };
    let activations =
        [(Activations::Int8, integers(127.0)), (Activations::Int16, integers(32639.0))];
    for dtype in DType::ALL {
        let byte = |i: usize| match (dtype, i % 34) {
            // The largest quants of both signs behind each scale.
            (DType::Q8_0, 2..) => [0x7f, 0x80, 0x80, 0x81][i % 4],
            // Small enough that halves are finite.
            _ => (i * 31 % 60) as u8,
        };
        let len = out * dtype.row_bytes(cols).unwrap();
        let bytes: Vec<u8> = (0..len).map(byte).collect();
        let data = WeightData::new(dtype, out, cols, bytes.into()).unwrap();
        let w = data.to_f32();
        for instructions in InstructionSet::available() {
            for (activations, x) in &activations {
                let cpu = Cpu::new(Some(2)).unwrap().with_instruction_set(instructions);
                let cpu = Checked::new(cpu.with_activations(*activations));
                let weight = cpu.weight(data.clone()).unwrap();
                let tensor = cpu.tensor(rows, cols, x.clone()).unwrap();
                let y = cpu.read(&cpu.backend().linear(&tensor, &weight, None).unwrap()).unwrap();
                for (index, y) in y.iter().enumerate() {
                    let (row, column) = (index / out, index % out);
                    let products = x[row * cols..][..cols].iter().zip(&w[column * cols..][..cols]);
                    let products = products.map(|(x, w)| f64::from(*x) * f64::from(*w));
                    let (sum, size) =
                        products.fold((0.0, 0.0), |(sum, size), p| (sum + p, size + p.abs()));
                    let error = (f64::from(*y) - sum).abs();
                    let case = format!("{instructions:?}, {activations}, {dtype}");
                    assert!(error <= size * 2e-6, "{case}: {y} instead of {sum}");
                }
            }
        }
    }
}
