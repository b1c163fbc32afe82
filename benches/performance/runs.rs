//! The measured runs.

/// One run of `plt bench`: some settings of one model.
pub struct Run {
    /// The table of the page.
    pub table: &'static str,
    pub shape: &'static str,
    pub quant: &'static str,
    /// Tokens before the first decoded one.
    pub context: usize,
    args: &'static str,
}

const MID: &str = "--loops 1 --compare loops=2 --compare loops=4 \
    --compare loops=2,schedule=sequential --compare loops=2,batch=2 --compare loops=2,batch=4 \
    --compare loops=2,batch=8 --gen 6 --reps 5";
const LARGE: &str = "--loops 1 --compare loops=2 --compare loops=4 \
    --compare loops=2,schedule=sequential --gen 2 --reps 5";
const CONTEXT: &str = "--loops 1 --compare loops=2 --gen 4 --reps 5";
const PREFILL: &str = "--loops 1 --compare loops=2 --prompt 512 --gen 1 --reps 3";

const fn run(
    table: &'static str,
    shape: &'static str,
    quant: &'static str,
    context: usize,
    args: &'static str,
) -> Run {
    Run { table, shape, quant, context, args }
}

pub const RUNS: [Run; 15] = [
    run("mid", "mid", "bf16", 128, MID),
    run("mid", "mid", "q8_0", 128, MID),
    run("mid", "mid", "q4_0", 128, MID),
    run("mid", "mid", "q4_k", 128, MID),
    run("context", "mid", "q4_0", 2048, CONTEXT),
    run("context", "mid", "q4_0", 8192, CONTEXT),
    run("context", "mid", "q4_0", 16384, CONTEXT),
    run("context", "mid", "q4_0", 32768, CONTEXT),
    run("prefill", "mid", "bf16", 128, PREFILL),
    run("prefill", "mid", "q8_0", 128, PREFILL),
    run("prefill", "mid", "q4_0", 128, PREFILL),
    run("large", "loopcoder-v2", "bf16", 128, LARGE),
    run("large", "loopcoder-v2", "q8_0", 128, LARGE),
    run("large", "loopcoder-v2", "q4_0", 128, LARGE),
    run("large", "loopcoder-v2", "q4_k", 128, LARGE),
];

impl Run {
    /// The name of the results file.
    pub fn file(&self) -> String {
        let Self { table, shape, quant, context, .. } = self;
        match *table {
            "context" => format!("{shape}-{quant}-context-{context}.json"),
            "prefill" => format!("{shape}-{quant}-prefill.json"),
            _ => format!("{shape}-{quant}.json"),
        }
    }

    /// The command line.
    pub fn command(&self) -> String {
        let Self { shape, quant, context, args, .. } = self;
        format!("plt bench --synthetic {shape} --quant {quant} --context {context} {args}")
    }
}
