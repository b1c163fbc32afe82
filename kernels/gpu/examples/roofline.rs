//! The roofline of a decode pass of LoopCoder-V2 on two GPUs: bytes and operations of every kernel by the
//! formulas of `docs/kernels.md`, over the vendors' peak numbers. Computed, not measured.
//!
//! `cargo run -p plt-kernels --example roofline`

#![allow(clippy::print_stdout)]

/// LoopCoder-V2 (`config.json`), 4096 positions, a 16-bit KV cache, weights in q8_0.
const LAYERS: f64 = 14.0;
const HIDDEN: f64 = 5120.0;
const HEADS: f64 = 40.0;
const KV_HEADS: f64 = 8.0;
const HEAD_DIM: f64 = 128.0;
const INTERMEDIATE: f64 = 27648.0;
const VOCAB: f64 = 76800.0;
const WINDOW_KEYS: f64 = 65.0;
const POSITIONS: f64 = 4096.0;
const KV_BYTES: f64 = 2.0;
/// Bytes per weight: 32 bytes of quants and a 16-bit scale for 32 weights.
const WEIGHT_BYTES: f64 = 34.0 / 32.0;

/// Name, bytes per second, f32 operations per second outside tensor cores.
const DEVICES: [(&str, f64, f64); 2] =
    [("H100 SXM", 3.35e12, 67e12), ("RTX 4060 Laptop", 256e9, 14.6e12)];

/// Bytes moved and operations computed by a kernel in one pass.
struct Kernel {
    name: &'static str,
    bytes: f64,
    operations: f64,
}

/// A linear map of `rows` rows with `parts` weight matrices.
fn linear(name: &'static str, rows: f64, cols: f64, out: f64, parts: f64, times: f64) -> Kernel {
    let bytes = parts * cols * out * WEIGHT_BYTES + 4.0 * rows * (cols + out);
    Kernel { name, bytes: times * bytes, operations: times * 2.0 * parts * rows * cols * out }
}

/// All kernels of a decode pass of one sequence with this many loops.
fn pass(loops: f64) -> Vec<Kernel> {
    let (q, kv) = (HEADS * HEAD_DIM, KV_HEADS * HEAD_DIM);
    let global = POSITIONS * 2.0 * kv * KV_BYTES;
    let local = (loops - 1.0) * WINDOW_KEYS * 2.0 * kv * KV_BYTES;
    let seen = loops * POSITIONS + (loops - 1.0) * WINDOW_KEYS;
    vec![
        Kernel {
            name: "loop_input",
            bytes: loops * HIDDEN * (WEIGHT_BYTES + 4.0 * 4.0),
            operations: 8.0 * loops * HIDDEN,
        },
        Kernel {
            name: "rms_norm",
            bytes: (2.0 * LAYERS - 1.0) * loops * HIDDEN * 3.0 * 4.0,
            operations: (2.0 * LAYERS - 1.0) * loops * HIDDEN * 4.0,
        },
        linear("linear: q, k, v", loops, HIDDEN, q + 2.0 * kv, 1.0, LAYERS),
        Kernel {
            name: "rotary_write",
            bytes: LAYERS * loops * (4.0 * (2.0 * q + 3.0 * kv) + 2.0 * kv * KV_BYTES)
                + LAYERS * loops * 4.0 * (HEADS + 1.0) * HIDDEN,
            operations: LAYERS * loops * (3.0 * (q + kv) + 5.0 * HEADS * HIDDEN),
        },
        Kernel {
            name: "gswa_split",
            bytes: LAYERS * (global + local + loops * 4.0 * q),
            operations: LAYERS * seen * HEADS * (4.0 * HEAD_DIM + 6.0),
        },
        Kernel {
            name: "gswa_merge",
            bytes: LAYERS * loops * 4.0 * q * 12.0,
            operations: LAYERS * loops * q * 30.0,
        },
        linear("linear: o", loops, q, HIDDEN, 1.0, LAYERS),
        linear("swiglu", loops, HIDDEN, INTERMEDIATE, 2.0, LAYERS),
        linear("linear: down", loops, INTERMEDIATE, HIDDEN, 1.0, LAYERS),
        Kernel {
            name: "loop_output",
            bytes: loops * HIDDEN * 3.0 * 4.0,
            operations: loops * HIDDEN * 4.0,
        },
        linear("linear: head", 1.0, HIDDEN, VOCAB, 1.0, 1.0),
        Kernel { name: "top_k, k = 1", bytes: 4.0 * VOCAB, operations: 4.0 * VOCAB },
    ]
}

fn main() {
    let (plain, looped) = (pass(1.0), pass(2.0));
    print!("| kernel | MB, R = 1 | MB, R = 2 | operations per byte, R = 2 |");
    DEVICES.iter().for_each(|(name, ..)| print!(" {name}, R = 1 → 2, µs |"));
    println!("\n|---|---|---|---|---|---|");
    let time = |kernel: &Kernel, bandwidth: f64, peak: f64| {
        1e6 * (kernel.bytes / bandwidth).max(kernel.operations / peak)
    };
    for (one, two) in plain.iter().zip(&looped) {
        let (name, mb) = (one.name, |kernel: &Kernel| kernel.bytes / 1e6);
        print!("| {name} | {:.2} | {:.2} | {:.1} |", mb(one), mb(two), two.operations / two.bytes);
        for (_, bandwidth, peak) in DEVICES {
            print!(" {:.1} → {:.1} |", time(one, bandwidth, peak), time(two, bandwidth, peak));
        }
        println!();
    }
    let sum = |kernels: &[Kernel], f: &dyn Fn(&Kernel) -> f64| kernels.iter().map(f).sum::<f64>();
    print!(
        "| **pass** | {:.0} | {:.0} |  |",
        sum(&plain, &|k| k.bytes / 1e6),
        sum(&looped, &|k| k.bytes / 1e6)
    );
    for (_, bandwidth, peak) in DEVICES {
        let total = |kernels| sum(kernels, &|kernel| time(kernel, bandwidth, peak));
        print!(" {:.0} → {:.0} |", total(&plain), total(&looped));
    }
    println!();
}
