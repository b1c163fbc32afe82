//! The metrics by name: meaning, formula, and value in an [`Analysis`].
//!
//! [`Analysis`]: crate::Analysis

use crate::analysis::{LayerMetrics, LoopMetrics};
use crate::summary::Summary;

/// A metric of a loop (`T` = [`LoopMetrics`]) or of a layer of a loop (`T` = [`LayerMetrics`]).
pub struct Metric<T> {
    /// Its name, for headings and tables.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Its definition, a fragment of HTML.
    pub formula: &'static str,
    /// How to read it.
    pub meaning: &'static str,
    /// Its value, where it is defined.
    pub of: fn(&T) -> Option<Value>,
}

/// The value of a metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// One number for all tokens.
    Whole(f64),
    /// One number per token.
    Tokens(Summary),
}

impl Value {
    /// The number, or the mean over tokens.
    pub fn mean(self) -> f64 {
        match self {
            Value::Whole(value) => value,
            Value::Tokens(summary) => summary.mean,
        }
    }

    /// Where the tokens lie, all but the lowest and the highest tenth.
    pub fn range(self) -> Option<(f64, f64)> {
        match self {
            Value::Whole(_) => None,
            Value::Tokens(summary) => Some((summary.p10, summary.p90)),
        }
    }
}

/// The metrics of a loop, in the order of the report.
pub const PER_LOOP: &[Metric<LoopMetrics>] = &[
    Metric {
        name: "Step size",
        unit: "norm",
        formula: "mean<sub>t</sub> ‖S<sup>(r)</sup><sub>t</sub> − S<sup>(r−1)</sup><sub>t</sub>‖",
        meaning: "How far the loop moves the hidden state of a token from where the loop before \
                  left it.",
        of: |l| l.state.step_size.map(Value::Tokens),
    },
    Metric {
        name: "Share of refinement",
        unit: "share",
        formula: "step<sup>(r)</sup> / Σ<sub>k</sub> step<sup>(k)</sup>",
        meaning: "The loop's share of the total step size of all later loops.",
        of: |l| l.state.refinement_share.map(Value::Whole),
    },
    Metric {
        name: "Angular change",
        unit: "cosine",
        formula: "mean<sub>t</sub> cos(S<sup>(r)</sup><sub>t</sub> − S<sup>(r−1)</sup><sub>t</sub>, \
                  S<sup>(r−1)</sup><sub>t</sub> − S<sup>(r−2)</sup><sub>t</sub>)",
        meaning: "1: the loop moves in the direction of the loop before; 0: in a new direction; −1: \
                  back.",
        of: |l| l.state.angular_change.map(Value::Tokens),
    },
    Metric {
        name: "Fixed-point gap",
        unit: "norm",
        formula: "mean<sub>t</sub> ‖S<sup>(r)</sup><sub>t</sub> − f(S<sup>(r)</sup>)<sub>t</sub>‖",
        meaning: "How far one more loop f would move the state; 0 is a fixed point. It is the step \
                  size of the loop after, and for the last loop that of a loop which the model was \
                  not trained to run.",
        of: |l| l.state.fixed_point_gap.map(Value::Tokens),
    },
    Metric {
        name: "Intrinsic offset cost",
        unit: "norm",
        formula: "mean<sub>t</sub> ‖S<sup>(r−1)</sup><sub>t</sub> − S<sup>(r−1)</sup><sub>t−1</sub>‖",
        meaning: "How far the state that the parallel loop starts from, the previous position's, \
                  lies from the token's own. In the sequential loop: how far it would.",
        of: |l| l.state.offset_cost.map(Value::Tokens),
    },
    Metric {
        name: "Effective rank",
        unit: "dimensions",
        formula: "exp(−Σ<sub>i</sub> p<sub>i</sub> ln p<sub>i</sub>), p<sub>i</sub> = σ<sub>i</sub> \
                  / Σ<sub>j</sub> σ<sub>j</sub>, σ = singular values of the rows \
                  S<sup>(r)</sup><sub>t</sub> / rms(S<sup>(r)</sup><sub>t</sub>)",
        meaning: "In how many dimensions the states of the prompt spread; at most the number of \
                  tokens.",
        of: |l| l.state.effective_rank.map(Value::Whole),
    },
    Metric {
        name: "Output entropy",
        unit: "nats",
        formula: "mean<sub>t</sub> −Σ<sub>v</sub> p<sup>(r)</sup><sub>t</sub>(v) ln \
                  p<sup>(r)</sup><sub>t</sub>(v)",
        meaning: "How uncertain the loop's own prediction p is, taken after the final norm and the \
                  head.",
        of: |l| Some(Value::Tokens(l.output.entropy)),
    },
    Metric {
        name: "Output KL",
        unit: "nats",
        formula: "mean<sub>t</sub> KL(p<sup>(r−1)</sup><sub>t</sub> ‖ p<sup>(r)</sup><sub>t</sub>)",
        meaning: "How much the loop changes the prediction of the loop before.",
        of: |l| l.output.kl.map(Value::Tokens),
    },
    Metric {
        name: "Rank of the next token",
        unit: "rank",
        formula: "mean<sub>t</sub> 1 + #{v : p<sup>(r)</sup><sub>t</sub>(v) &gt; \
                  p<sup>(r)</sup><sub>t</sub>(x<sub>t+1</sub>)}",
        meaning: "The rank of the token that really follows in the loop's prediction; 1 is the \
                  best.",
        of: |l| l.output.next_token_rank.map(Value::Tokens),
    },
    Metric {
        name: "Loss of the next token",
        unit: "nats",
        formula: "mean<sub>t</sub> −ln p<sup>(r)</sup><sub>t</sub>(x<sub>t+1</sub>)",
        meaning: "The loss of the prompt if the model stopped after this loop.",
        of: |l| l.output.next_token_loss.map(Value::Tokens),
    },
];

/// The metrics of a layer of a loop, in the order of the report.
pub const PER_LAYER: &[Metric<LayerMetrics>] = &[
    Metric {
        name: "Gate",
        unit: "share",
        formula: "mean<sub>t,h</sub> g<sup>(r)</sup><sub>h,t</sub>, where attention is \
                  g · global + (1 − g) · local",
        meaning: "1: the loop attends to loop 0's keys of the whole prompt alone; 0: to its own keys \
                  in the window alone.",
        of: |l| {
            let gates = &l.gate.as_ref()?.mean;
            Some(Value::Whole(gates.iter().sum::<f64>() / gates.len() as f64))
        },
    },
    Metric {
        name: "Attention entropy",
        unit: "nats",
        formula: "mean<sub>t,h</sub> −Σ<sub>j</sub> A<sup>(r)</sup><sub>h,t</sub>(j) ln \
                  A<sup>(r)</sup><sub>h,t</sub>(j)",
        meaning: "How widely the heads look: 0 is a single position, ln t all t positions equally.",
        of: |l| Some(Value::Tokens(l.attention_entropy)),
    },
    Metric {
        name: "Attention KL",
        unit: "nats",
        formula: "mean<sub>t,h</sub> KL(A<sup>(r−1)</sup><sub>h,t</sub> ‖ \
                  A<sup>(r)</sup><sub>h,t</sub>)",
        meaning: "How much its attention over loop 0's keys differs from that of the loop \
                  before.",
        of: |l| l.attention_kl.map(Value::Tokens),
    },
    Metric {
        name: "Head similarity",
        unit: "cosine",
        formula: "mean<sub>t,h≠k</sub> cos(A<sup>(r)</sup><sub>h,t</sub>, \
                  A<sup>(r)</sup><sub>k,t</sub>)",
        meaning: "1: all heads of the layer look at the same places; 0: no two of them do.",
        of: |l| l.head_similarity.map(Value::Tokens),
    },
];
