//! The report: whole, self-contained and safe, whatever the model and the text.

use plt_analyze::metrics::{PER_LAYER, PER_LOOP};
use plt_analyze::{
    Analysis, Gates, LayerMetrics, LoopMetrics, ModelFacts, OutputMetrics, StateMetrics, Summary,
};

fn summary(mean: f64) -> Summary {
    Summary { count: 7, mean, std: 0.5, p10: mean - 0.75, median: mean, p90: mean + 0.25 }
}

/// An analysis of `loops` loops whose numbers can be told apart.
fn analysis(loops: usize) -> Analysis {
    let (layers, heads) = (2, 3);
    let layer = |r: usize, layer: usize| {
        let at = r as f64 + layer as f64 / 10.0;
        LayerMetrics {
            attention_entropy: summary(11.0 + at),
            attention_kl: (r > 0).then(|| summary(21.0 + at)),
            head_similarity: Some(summary(31.0 + at)),
            gate: (r > 0).then(|| Gates {
                mean: (0..heads).map(|h| 0.25 + 0.125 * h as f64).collect(),
                std: vec![0.0625; heads],
            }),
        }
    };
    let measure = |r: usize| LoopMetrics {
        loop_index: r,
        state: StateMetrics {
            step_size: (r > 0).then(|| summary(846.0 + r as f64)),
            angular_change: (r > 1).then(|| summary(-0.72)),
            refinement_share: (r > 0).then(|| 1.0 / (loops - 1) as f64),
            fixed_point_gap: (loops > 1).then(|| summary(464.0)),
            offset_cost: (r > 0).then(|| summary(1014.0)),
            effective_rank: Some(174.625),
        },
        layers: (0..layers).map(|l| layer(r, l)).collect(),
        output: OutputMetrics {
            entropy: summary(1.75),
            kl: (r > 0).then(|| summary(0.0)),
            next_token_rank: Some(summary(1.0)),
            next_token_loss: Some(summary(2.5)),
        },
    };
    Analysis {
        model: ModelFacts {
            model_type: "plt",
            loops,
            layers,
            heads,
            hidden_size: 12,
            vocab_size: 29,
            shift: 1,
            emb_scale: 0.707,
            hidden_scale: 0.053,
            normalize_per_loop: true,
            window_keys: 5,
            gated: true,
        },
        tokens: 7,
        loops: (0..loops).map(measure).collect(),
    }
}

fn parse(html: &str) -> roxmltree::Document<'_> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(html, options).expect("well-formed")
}

fn texts(html: &str, tag: &str) -> Vec<String> {
    let all = |node: roxmltree::Node<'_, '_>| {
        node.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect::<String>()
    };
    parse(html).descendants().filter(|n| n.has_tag_name(tag)).map(all).collect()
}

#[test]
fn report_has_definition_plot_and_numbers_per_metric() {
    let html = analysis(3).to_html("a model", "a prompt").expect("a report");
    let document = parse(&html);
    let sections: Vec<_> = document.descendants().filter(|n| n.has_tag_name("section")).collect();
    // Gates stand twice: by layer, and by head with a map for each later loop.
    assert_eq!(sections.len(), PER_LOOP.len() + PER_LAYER.len() + 1);
    for section in sections {
        let has = |tag| section.descendants().filter(|n| n.has_tag_name(tag)).count();
        let maps =
            if section.descendants().any(|n| n.text() == Some("Gate by head")) { 2 } else { 1 };
        assert_eq!((has("h3"), has("svg"), has("table")), (1, maps, 1));
        assert!(has("text") > 2, "axes have names and numbers");
        let formula = section.descendants().find(|n| n.attribute("class") == Some("formula"));
        assert!(formula.is_some_and(|n| n.descendants().any(|n| n.is_text())));
    }
    let cells = texts(&html, "td");
    for cell in ["847.00", "846.25", "1014.0", "-0.7200", "174.62", "0.2500", "0.0625", "33.100"] {
        assert!(cells.iter().any(|found| found == cell), "{cell} is in no table");
    }
    assert!(!html.contains("Not defined here"));
    let said = texts(&html, "p").concat();
    assert!(said.contains("f(S)t = stack(0.707 · Et + 0.053 · St−1), then the final norm"));
}

#[test]
fn report_of_one_loop_names_undefined_metrics() {
    let html = analysis(1).to_html("a model", "a prompt").expect("a report");
    let last = texts(&html, "p").pop().expect("a paragraph");
    for name in ["Step size", "Fixed-point gap", "Angular change", "Output KL", "Gate"] {
        assert!(last.contains(name), "{name} is not in: {last}");
    }
    assert!(!last.contains("Effective rank"));
    assert!(!html.contains("NaN"));
}

#[test]
fn report_loads_nothing_from_elsewhere() {
    let html = analysis(4).to_html("a model", "a prompt").expect("a report").to_lowercase();
    for word in ["http:", "https:", "//", "src=", "href", "<link", "<script", "@import", "url("] {
        assert!(!html.contains(word), "{word} is in the report");
    }
}

#[test]
fn report_escapes_hostile_text() {
    let hostile =
        "</p><script>alert('x' + \"y\")</script>&amp;\u{0}\u{1b}\u{85}\u{ffff}<!-- ]]> é\n";
    let html = analysis(2).to_html(hostile, hostile).expect("a report");
    let shown = hostile.replace(['\u{0}', '\u{1b}', '\u{85}', '\u{ffff}'], "\u{fffd}");
    let document = parse(&html);
    assert!(!document.descendants().any(|n| n.has_tag_name("script")));
    assert!(texts(&html, "p").contains(&shown), "the text is not shown as it is");
    assert_eq!(texts(&html, "h1"), [format!("Loops of {shown}")]);
}

#[test]
fn report_truncates_a_long_prompt() {
    let html = analysis(2).to_html("a model", &"ä".repeat(100_000)).expect("a report");
    assert_eq!(html.matches('ä').count(), 600);
    assert!(html.contains("ä…</p>"));
}

#[test]
fn report_draws_extreme_numbers() {
    let mut analysis = analysis(2);
    for value in [0.0, -0.0, 1e-300, 1e300, -1e300, f64::MIN_POSITIVE] {
        let flat = Summary { p10: value, p90: value, ..summary(value) };
        analysis.loops[1].state.step_size = Some(flat);
        analysis.loops[1].state.effective_rank = Some(value);
        analysis.loops[0].layers[0].attention_entropy = flat;
        let html = analysis.to_html("a model", "a prompt").expect("a report");
        parse(&html);
        assert!(!html.contains("NaN"));
    }
}

#[test]
fn report_introduction_describes_later_attention() {
    for (window_keys, gated, words) in [
        (5, true, "mixed by the gates"),
        (0, false, "attention sees loop 0's keys and values."),
        (64, false, "its own keys and values"),
    ] {
        let mut analysis = analysis(2);
        (analysis.model.window_keys, analysis.model.gated) = (window_keys, gated);
        let page = analysis.to_html("a model", "a prompt").expect("a page");
        assert!(page.contains(words), "{words}");
    }
}
