//! The rows of the paper's table 2, as keys of a `plt` config.

use plt_train::Recipe;
use serde_json::{Value, json};

/// A row of the table.
#[derive(Debug)]
pub struct Variant {
    /// Its name in paths.
    pub name: &'static str,
    /// Its name in the table.
    pub title: &'static str,
    keys: fn() -> Value,
}

/// From a plain model, one step at a time, to PLT; the paper's order.
pub const VARIANTS: [Variant; 6] = [
    Variant { name: "baseline", title: "no loop", keys: || json!({ "plt_num_loops": 1 }) },
    Variant {
        name: "vanilla",
        title: "vanilla loop ×2",
        keys: || {
            json!({
                "plt_num_loops": 2, "plt_cross_loop": false, "plt_loop_attention": "own",
                "plt_emb_scale": 0.0, "plt_hidden_scale": 1.0, "plt_normalize_per_loop": false,
            })
        },
    },
    Variant {
        name: "clp",
        title: "+ CLP",
        keys: || json!({ "plt_num_loops": 2, "plt_loop_attention": "own" }),
    },
    Variant {
        name: "shared",
        title: "+ shared KV",
        keys: || json!({ "plt_num_loops": 2, "plt_loop_attention": "shared" }),
    },
    Variant { name: "plt2", title: "+ G-SWA = PLT-2", keys: || json!({ "plt_num_loops": 2 }) },
    Variant { name: "plt3", title: "PLT-3", keys: || json!({ "plt_num_loops": 3 }) },
];

impl Variant {
    /// The recipe of this row: `base` with its keys and its seed.
    pub fn recipe(&self, base: &Recipe, seed: u64) -> Recipe {
        let mut recipe = base.clone();
        recipe.train.seed = seed;
        if let Value::Object(keys) = (self.keys)() {
            recipe.model.extend(keys);
        }
        recipe
    }
}
