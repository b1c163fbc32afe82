//! The pieces of the page.

/// Two colour schemes; plots draw in black, which becomes the colour of the text.
pub const STYLE: &str = "
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfc; --soft: #f1f1ee; --line: #d4d4cf }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e4e0; --paper: #17181a; --soft: #222427; --line: #3c3f44 }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif }
h1, .text { overflow-wrap: anywhere }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) }
h3 { margin-bottom: 0 }
section { margin-bottom: 2.5rem }
.text { padding: .6rem 1rem; background: var(--soft); border-left: 3px solid var(--line);
  font-family: ui-monospace, monospace; font-size: .85rem; white-space: pre-wrap }
.formula { margin: .4rem 0; font-family: Cambria, 'STIX Two Text', 'Times New Roman', serif;
  font-size: 1.1rem }
sub, sup { line-height: 0 }
.plots { display: flex; flex-wrap: wrap; gap: .5rem }
svg { max-width: 100%; height: auto }
svg text { fill: var(--ink); font-family: system-ui, sans-serif }
svg [stroke='#000000'] { stroke: var(--ink) }
.table { overflow: auto; max-height: 22rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem }
th, td { padding: .15rem .8rem; text-align: right; border-bottom: 1px solid var(--line) }
th { position: sticky; top: 0; background: var(--paper) }
.legend { padding: 1rem; font-size: .9rem }
.key { display: inline-block; width: .8em; height: .8em; margin-right: .4em }
";

/// A metric: its definition, its plots, its numbers.
pub struct Section {
    pub title: &'static str,
    /// A fragment of HTML.
    pub formula: &'static str,
    pub meaning: &'static str,
    /// SVG.
    pub plots: Vec<String>,
    /// HTML, from [`table`].
    pub table: String,
}

impl Section {
    pub fn html(&self) -> String {
        let Section { title, formula, meaning, plots, table } = self;
        format!(
            "<section>\n<h3>{title}</h3>\n<p class=\"formula\">{formula}</p>\n<p>{}</p>\n\
             <div class=\"plots\">\n{}</div>\n{table}</section>\n",
            escape(meaning),
            plots.concat(),
        )
    }
}

/// A table of cells that need no escaping.
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: String| format!("<tr>{cells}</tr>\n");
    let head = line(head.iter().map(|cell| format!("<th>{cell}</th>")).collect());
    let rows: String =
        rows.map(|row| line(row.iter().map(|cell| format!("<td>{cell}</td>")).collect())).collect();
    format!("<div class=\"table\"><table>\n{head}{rows}</table></div>\n")
}

/// Five significant digits, without an exponent where that is short.
pub fn number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-3..1e6).contains(&size) {
        return format!("{value:.3e}");
    }
    let whole_digits = size.max(1.0).log10().floor() as usize + 1;
    let value = format!("{value:.*}", 5usize.saturating_sub(whole_digits));
    // Zero has no sign, and rounding to it leaves none.
    match value.strip_prefix('-') {
        Some(rest) if !rest.contains(|c: char| ('1'..='9').contains(&c)) => rest.to_owned(),
        _ => value,
    }
}

/// Text as HTML and XML take it, control characters replaced.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(c),
            '\u{fffe}' | '\u{ffff}' => html.push('\u{fffd}'),
            c if c.is_control() => html.push('\u{fffd}'),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0.0000"),
            (-1e-17, "-1.000e-17"),
            (0.12345, "0.1235"),
            (12.3456, "12.346"),
            (-846.04, "-846.04"),
            (76_800.0, "76800"),
            (123_456.7, "123457"),
            (1.5e7, "1.500e7"),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("<b a='\"'>&\u{0}\n"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;\u{fffd}\n");
    }
}
