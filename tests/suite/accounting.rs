//! The layout of a cache gives the bytes that are really allocated.

use plt_model::config::{Config, GateKind, LoopRule};
use plt_model::plan::PlanKind;
use plt_model::{CacheOptions, KvDType, cache_layout};
use plt_runtime::{Backend, Cpu, Reference};
use plt_tests::tiny::{LoopAttention, Tiny};

/// The shapes in LoopCoder-V2's published config.
const LOOPCODER_V2: &str = r#"{
    "model_type": "iquestpltcoder", "vocab_size": 76800, "hidden_size": 5120,
    "intermediate_size": 27648, "num_hidden_layers": 14, "num_attention_heads": 40,
    "num_key_value_heads": 8, "head_dim": 128, "hidden_act": "silu", "rms_norm_eps": 1e-5,
    "rope_theta": 500000.0, "max_position_embeddings": 131072, "tie_word_embeddings": false,
    "plt_num_loops": 2, "plt_window_size": [64, 0], "plt_normalize_per_loop": true,
    "plt_emb_scale": 0.707, "plt_hidden_scale": 0.053, "plt_gate_use_hidden_states": true
}"#;

fn options(positions: usize, dtype: KvDType) -> CacheOptions {
    CacheOptions::single(positions, dtype, PlanKind::Decode)
}

#[test]
fn loopcoder_v2_cache_size_matches_the_paper() {
    let config = Config::from_json(LOOPCODER_V2, "config.json").expect("a valid config");
    let layout = cache_layout(&config, options(4608, KvDType::BF16)).expect("a layout");
    assert_eq!(layout.bytes_per_token(), 56 * 1024);
    assert_eq!(layout.bytes_per_sequence(), 65 * 56 * 1024);
    assert_eq!((layout.bytes_per_sequence() as f64 / 1024.0 / 1024.0 * 100.0).round(), 355.0);
    assert_eq!(layout.carry_bytes_per_sequence(), 5120 * 4);
    let q8_0 = cache_layout(&config, options(4608, KvDType::Q8_0)).expect("a layout");
    assert_eq!(q8_0.bytes_per_token(), 14 * 2 * 8 * 128 / 32 * 34);
    // +1.4 % at about 4.6 thousand tokens.
    let share = layout.bytes_per_sequence() as f64 / (4608 * layout.bytes_per_token()) as f64;
    assert!((0.0140..0.0142).contains(&share), "{share}");
    let parameters: usize = config.tensors().iter().map(|spec| spec.rows * spec.cols).sum();
    assert!((7_600_000_000..7_650_000_000).contains(&parameters), "{parameters}");
}

fn check_allocation<B: Backend>(backend: impl Fn() -> B) {
    for loops in 1..=4 {
        for dtype in KvDType::ALL {
            for plan in [PlanKind::Decode, PlanKind::Sequential] {
                let tiny = Tiny {
                    rule: LoopRule::Parallel,
                    loops,
                    window_keys: 5,
                    group: 2,
                    kv_heads: 2,
                    head_dim: 6usize.next_multiple_of(dtype.block_len()),
                    layers: 2,
                    attention: LoopAttention::Gated(GateKind::Query),
                    normalize: true,
                    tied: false,
                    seed: 1,
                };
                let model = tiny.model(backend());
                let options = options(20, dtype).plan(plan);
                let cache = model.cache(options).expect("a small cache");
                let layout = cache_layout(model.config(), options).expect("a layout");
                let allocated = model.backend().cache_bytes(cache.storage());
                assert_eq!(allocated, layout.total_bytes(), "{loops} loops, {dtype:?}, {plan:?}");
                // Two blocks of 16 positions, the rings, the stored carries, and the carries of loops
                // that have run ahead of the next one.
                let open = match plan {
                    _ if loops == 1 => 0,
                    PlanKind::Decode => 1,
                    _ => 20,
                };
                let parts = 32 * layout.bytes_per_token()
                    + layout.bytes_per_sequence()
                    + (loops - 1 + open) * 12 * 4;
                assert_eq!(allocated, parts, "{loops} loops, {dtype:?}, {plan:?}");
            }
        }
    }
}

#[test]
fn cpu_cache_allocates_the_bytes_of_the_layout() {
    check_allocation(|| Cpu::new(Some(1)).expect("a thread"));
}

#[test]
fn reference_cache_allocates_the_bytes_of_the_layout() {
    check_allocation(Reference::new);
}
