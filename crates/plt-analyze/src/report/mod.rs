//! The report: one HTML file that needs nothing else. Plots are inline SVG.

mod page;
mod plot;

use std::fmt::Write as _;

use crate::analysis::{Analysis, Gates, LayerMetrics, LoopMetrics};
use crate::error::Result;
use crate::metrics::{Metric, PER_LAYER, PER_LOOP, Value};
use crate::report::page::{STYLE, Section, escape, number, table};

/// Characters of the text that the report shows.
const EXCERPT: usize = 600;

impl Analysis {
    /// The report as one HTML file, well-formed XML besides. `model` and `text` are shown as they
    /// are: the model's name and the text that was analysed, of which an excerpt is kept.
    ///
    /// # Errors
    /// If a plot cannot be drawn.
    pub fn to_html(&self, model: &str, text: &str) -> Result<String> {
        let mut html = String::new();
        let name = escape(model);
        let _ = write!(
            html,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width\"/>\n\
             <title>Loops of {name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
             <h1>Loops of {name}</h1>\n"
        );
        html += &self.introduction(text);
        let mut absent = Vec::new();
        html += "<h2>Loop by loop</h2>\n<p>Bars are means over tokens; the thin line spans all \
                 tokens but the lowest and the highest tenth.</p>\n";
        for metric in PER_LOOP {
            match self.loop_section(metric)? {
                Some(section) => html += &section,
                None => absent.push(metric.name),
            }
        }
        html += "<h2>Layer by layer</h2>\n";
        for metric in PER_LAYER {
            match self.layer_section(metric)? {
                Some(section) => html += &section,
                None => absent.push(metric.name),
            }
        }
        html += &self.heads_section()?;
        if !absent.is_empty() {
            let _ = writeln!(
                html,
                "<h2>Not defined here</h2>\n<p>{}: they need more loops, heads or tokens than this \
                 run had.</p>",
                absent.join(", ")
            );
        }
        html += "</body>\n</html>\n";
        Ok(html)
    }

    fn introduction(&self, text: &str) -> String {
        let facts = &self.model;
        let mut excerpt: String = text.chars().take(EXCERPT).collect();
        if excerpt.len() < text.len() {
            excerpt.push('…');
        }
        let which = match facts.normalize_per_loop {
            true => "after the final norm, as the next loop gets it",
            false => "before the final norm, as the next loop gets it",
        };
        let from = if facts.shift == 0 { "S<sub>t</sub>" } else { "S<sub>t−1</sub>" };
        let input = match (facts.emb_scale, facts.hidden_scale) {
            (0.0, 1.0) => from.to_owned(),
            (a, b) => format!("{a} · E<sub>t</sub> + {b} · {from}"),
        };
        let attention = match (facts.window_keys, facts.gated) {
            (0, _) => "loop 0's keys and values",
            (_, true) => "loop 0's keys and values and a window of its own, mixed by the gates",
            (_, false) => "its own keys and values, and not the A that is shown here",
        };
        let norm = if facts.normalize_per_loop { ", then the final norm" } else { "" };
        let next = match facts.loops {
            1 => String::new(),
            _ => format!(
                " One more loop is f(S)<sub>t</sub> = stack({input}){norm}; its attention sees \
                 {attention}."
            ),
        };
        format!(
            "<p>{} · {} · {} layers of {} heads · hidden size {} · vocabulary {} · {}</p>\n\
             <p class=\"text\">{}</p>\n\
             <p>Loops count from 0 (the papers count from 1). S<sup>(r)</sup><sub>t</sub> is the \
             hidden state of token t after loop r, {which}. A<sup>(r)</sup><sub>h,t</sub> is the \
             global attention of head h, over loop 0's keys. p<sup>(r)</sup><sub>t</sub> is the \
             answer that the head gives for S<sup>(r)</sup><sub>t</sub>. x is the text.{next}</p>\n",
            facts.model_type,
            counted(facts.loops, "loop"),
            facts.layers,
            facts.heads,
            facts.hidden_size,
            facts.vocab_size,
            counted(self.tokens, "token"),
            escape(&excerpt),
        )
    }

    /// Bars over loops; `None` where no loop has the metric.
    fn loop_section(&self, metric: &Metric<LoopMetrics>) -> Result<Option<String>> {
        let value = |l: &LoopMetrics| Some((l.loop_index, (metric.of)(l)?));
        let values: Vec<(usize, Value)> = self.loops.iter().filter_map(value).collect();
        if values.is_empty() {
            return Ok(None);
        }
        let spread = values.iter().any(|(_, value)| matches!(value, Value::Tokens(_)));
        let head: &[&str] = match spread {
            true => &["loop", "mean", "std", "10 %", "median", "90 %", "tokens"],
            false => &["loop", "value"],
        };
        let row = |(r, value): &(usize, Value)| match value {
            Value::Whole(value) => vec![r.to_string(), number(*value)],
            Value::Tokens(s) => {
                let mut row = vec![r.to_string()];
                row.extend([s.mean, s.std, s.p10, s.median, s.p90].map(number));
                row.push(s.count.to_string());
                row
            }
        };
        let section = Section {
            title: metric.name,
            formula: metric.formula,
            meaning: metric.meaning,
            plots: vec![plot::bars(metric.name, metric.unit, self.loops.len(), &values)?],
            table: table(head, values.iter().map(row)),
        };
        Ok(Some(section.html()))
    }

    /// A line for every loop over layers; `None` where no layer has the metric.
    fn layer_section(&self, metric: &Metric<LayerMetrics>) -> Result<Option<String>> {
        let line = |l: &LoopMetrics| {
            let values: Option<Vec<f64>> =
                l.layers.iter().map(|layer| Some((metric.of)(layer)?.mean())).collect();
            Some((l.loop_index, values?))
        };
        let lines: Vec<(usize, Vec<f64>)> = self.loops.iter().filter_map(line).collect();
        if lines.is_empty() {
            return Ok(None);
        }
        let names: Vec<String> = lines.iter().map(|(r, _)| format!("loop {r}")).collect();
        let head: Vec<&str> =
            ["layer"].into_iter().chain(names.iter().map(String::as_str)).collect();
        let row = |layer: usize| {
            let values = lines.iter().map(|(_, values)| number(values[layer]));
            [layer.to_string()].into_iter().chain(values).collect()
        };
        let section = Section {
            title: metric.name,
            formula: metric.formula,
            meaning: metric.meaning,
            plots: vec![plot::lines(metric.name, metric.unit, &lines)?, plot::legend(&lines)],
            table: table(&head, (0..self.model.layers).map(row)),
        };
        Ok(Some(section.html()))
    }

    /// The gates of every head, a map for each later loop.
    fn heads_section(&self) -> Result<String> {
        let mut maps = Vec::new();
        let mut rows = Vec::new();
        for l in &self.loops {
            let gates = l.layers.iter().map(|layer| layer.gate.as_ref());
            let Some(gates) = gates.collect::<Option<Vec<&Gates>>>() else { continue };
            let means: Vec<&[f64]> = gates.iter().map(|gate| gate.mean.as_slice()).collect();
            maps.push(plot::map("Gate by head", l.loop_index, &means)?);
            for (layer, gate) in gates.iter().enumerate() {
                for (head, (mean, std)) in gate.mean.iter().zip(&gate.std).enumerate() {
                    let place = [l.loop_index, layer, head].map(|index| index.to_string());
                    rows.push([&place[..], &[*mean, *std].map(number)].concat());
                }
            }
        }
        if maps.is_empty() {
            return Ok(String::new());
        }
        Ok(Section {
            title: "Gate by head",
            formula: "mean<sub>t</sub> g<sup>(r)</sup><sub>h,t</sub>",
            meaning: "Blue heads look at the window (0), red ones at the whole text (1), pale ones \
                      at both.",
            plots: maps,
            table: table(&["loop", "layer", "head", "mean", "std"], rows.into_iter()),
        }
        .html())
    }
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
