//! A model compares weights that a caller brings with its config.

use plt_backend::Checked;
use plt_model::config::GateKind;
use plt_model::{Backend, Config, Model, Result, TensorSpec, WeightSource, Weights, load_weights};
use plt_reference::Reference;
use serde_json::json;

type Tensor = <Reference as Backend>::Tensor;

/// Weights of ones.
struct Ones;

impl WeightSource<Reference> for Ones {
    fn weight(&mut self, spec: &TensorSpec) -> Result<Tensor> {
        self.tensor(spec)
    }

    fn tensor(&mut self, spec: &TensorSpec) -> Result<Tensor> {
        Ok(matrix(spec.rows, spec.cols))
    }
}

fn matrix(rows: usize, cols: usize) -> Tensor {
    let backend = Checked::new(Reference::new());
    backend.tensor(rows, cols, vec![1.0; rows * cols]).expect("a tensor")
}

/// A parallel loop: vocabulary 5, hidden 6, two layers, one head of 4.
fn config(gate: GateKind) -> Config {
    let config = json!({
        "model_type": "plt", "vocab_size": 5, "hidden_size": 6, "intermediate_size": 3,
        "num_hidden_layers": 2, "num_attention_heads": 1, "num_key_value_heads": 1, "head_dim": 4,
        "hidden_act": "silu", "max_position_embeddings": 16, "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0, "tie_word_embeddings": false, "eos_token_id": 2,
        "plt_num_loops": 2, "plt_window_size": [3, 0], "plt_normalize_per_loop": true,
        "plt_emb_scale": 0.7, "plt_hidden_scale": 0.4,
        "plt_gate_use_hidden_states": gate == GateKind::Hidden,
    });
    Config::from_json(&config.to_string(), "config.json").expect("a valid config")
}

/// The result of a model whose weights are changed: nothing, or the error.
fn model(config: &Config, edit: impl Fn(&mut Weights<Tensor, Tensor>)) -> Result<()> {
    let mut weights = load_weights(config, &mut Ones)?;
    edit(&mut weights);
    Model::from_weights(Reference::new(), config.clone(), weights).map(drop)
}

#[test]
fn from_weights_refuses_sizes_that_the_config_does_not_ask_for() {
    type Edit = fn(&mut Weights<Tensor, Tensor>);
    let edits: [(Edit, &str); 5] = [
        (|weights| weights.layers.truncate(1), "model: layers should be 2, found 1"),
        (|weights| weights.embed = matrix(4, 6), "model: rows of embed should be 5, found 4"),
        (|weights| weights.head = matrix(7, 6), "model: rows of head should be 5, found 7"),
        (
            |weights| {
                let layer = &mut weights.layers[1];
                (layer.gate_proj, layer.up_proj) = (matrix(2, 6), matrix(2, 6));
                layer.down_proj = matrix(6, 2);
            },
            "model: rows of gate_proj should be 3, found 2",
        ),
        (|weights| weights.layers[1].gate = None, "model: gates of a layer should be 1, found 0"),
    ];
    for gate in [GateKind::Hidden, GateKind::Query] {
        let config = config(gate);
        model(&config, |_| {}).expect("the control");
        for (edit, message) in edits {
            assert_eq!(model(&config, edit).expect_err(message).to_string(), message);
        }
    }
}

#[test]
fn from_weights_refuses_a_gate_of_another_kind() {
    let (hidden, query) = (config(GateKind::Hidden), config(GateKind::Query));
    for (config, other, message) in [
        (&hidden, &query, "model: norms of a gate should be 1, found 0"),
        (&query, &hidden, "model: norms of a gate should be 0, found 1"),
    ] {
        let gates = load_weights::<Reference>(other, &mut Ones).expect("weights").layers;
        let edit = |weights: &mut Weights<Tensor, Tensor>| {
            for (layer, other) in weights.layers.iter_mut().zip(&gates) {
                layer.gate.clone_from(&other.gate);
            }
        };
        assert_eq!(model(config, edit).expect_err(message).to_string(), message);
    }

    let one_loop = hidden.clone().with_loops(1).expect("a loop");
    let gates = load_weights::<Reference>(&hidden, &mut Ones).expect("weights").layers;
    let edit = |weights: &mut Weights<Tensor, Tensor>| {
        weights.layers[0].gate.clone_from(&gates[0].gate);
    };
    let message = "model: gates of a layer should be 0, found 1";
    assert_eq!(model(&one_loop, edit).expect_err(message).to_string(), message);
}
