//! Plots as SVG elements.
//!
//! Lines and letters are black, and the page gives them the colour of its text; colours of loops
//! are readable on light and dark ground.

use plotters::coord::Shift;
use plotters::prelude::*;

use crate::error::{Error, Result};
use crate::metrics::Value;

/// Paul Tol's bright scheme, which colour-blind readers can tell apart.
const COLOURS: [RGBColor; 6] = [
    RGBColor(0x44, 0x77, 0xaa),
    RGBColor(0xee, 0x66, 0x77),
    RGBColor(0x22, 0x88, 0x33),
    RGBColor(0xcc, 0xbb, 0x44),
    RGBColor(0x66, 0xcc, 0xee),
    RGBColor(0xaa, 0x33, 0x77),
];

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = std::result::Result<(), DrawingAreaErrorKind<std::io::Error>>;

fn colour(loop_index: usize) -> RGBColor {
    COLOURS[loop_index % COLOURS.len()]
}

/// Which line is which loop, in HTML.
pub fn legend(lines: &[(usize, Vec<f64>)]) -> String {
    let key = |(r, _): &(usize, Vec<f64>)| {
        let RGBColor(red, green, blue) = colour(*r);
        format!(
            "<div><span class=\"key\" style=\"background:#{red:02x}{green:02x}{blue:02x}\"></span>\
             loop {r}</div>\n"
        )
    };
    format!("<div class=\"legend\">\n{}</div>\n", lines.iter().map(key).collect::<String>())
}

/// A bar for every loop, with the range of its tokens.
pub fn bars(
    name: &'static str,
    unit: &str,
    loops: usize,
    values: &[(usize, Value)],
) -> Result<String> {
    let ends = values.iter().flat_map(|(_, value)| {
        let (low, high) = value.range().unwrap_or((0.0, 0.0));
        [value.mean(), low, high]
    });
    let y = with_margin(ends.chain([0.0]));
    draw(name, (640, 260), |area| {
        let mut chart = axes(area, -0.5..loops as f64 - 0.5, y, "loop", unit, loops)?;
        // Few loops leave much room; their bars stay narrow.
        let half = (0.08 * loops as f64).min(0.3);
        for (r, value) in values {
            let x = *r as f64;
            let bar = [(x - half, 0.0), (x + half, value.mean())];
            chart.draw_series([Rectangle::new(bar, colour(*r).filled())])?;
            if let Some((low, high)) = value.range() {
                let whisker = |from, to| PathElement::new(vec![from, to], BLACK);
                let cap = |y| whisker((x - half / 4.0, y), (x + half / 4.0, y));
                chart.draw_series([whisker((x, low), (x, high)), cap(low), cap(high)])?;
            }
        }
        Ok(())
    })
}

/// A line over layers for every loop.
pub fn lines(name: &'static str, unit: &str, lines: &[(usize, Vec<f64>)]) -> Result<String> {
    let y = with_margin(lines.iter().flat_map(|(_, values)| values.iter().copied()).chain([0.0]));
    let layers = lines.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    draw(name, (640, 260), |area| {
        let mut chart = axes(area, -0.5..layers as f64 - 0.5, y, "layer", unit, layers)?;
        for (r, values) in lines {
            let points: Vec<(f64, f64)> =
                values.iter().enumerate().map(|(layer, value)| (layer as f64, *value)).collect();
            chart.draw_series(LineSeries::new(points.clone(), colour(*r).stroke_width(2)))?;
            let dot = |point| Circle::new(point, 3, colour(*r).filled());
            chart.draw_series(points.into_iter().map(dot))?;
        }
        Ok(())
    })
}

/// Shares `[layer][head]` as colours: blue is 0, red is 1.
pub fn map(name: &'static str, loop_index: usize, shares: &[&[f64]]) -> Result<String> {
    let (layers, heads) = (shares.len(), shares.first().map_or(0, |heads| heads.len()));
    draw(name, (470, 320), |area| {
        let area = area.titled(&format!("loop {loop_index}"), ("sans-serif", 15))?;
        let mut chart = ChartBuilder::on(&area)
            .margin(8)
            .x_label_area_size(36)
            .y_label_area_size(44)
            .build_cartesian_2d(-0.5..layers as f64 - 0.5, -0.5..heads as f64 - 0.5)?;
        chart
            .configure_mesh()
            .disable_mesh()
            .x_labels(layers.min(16))
            .y_labels(heads.min(16))
            .x_label_formatter(&whole)
            .y_label_formatter(&whole)
            .x_desc("layer")
            .y_desc("head")
            .label_style(("sans-serif", 13))
            .draw()?;
        for (layer, heads) in shares.iter().enumerate() {
            let cell = |(head, share): (usize, &f64)| {
                let (x, y) = (layer as f64, head as f64);
                Rectangle::new([(x - 0.5, y - 0.5), (x + 0.5, y + 0.5)], blend(*share).filled())
            };
            chart.draw_series(heads.iter().enumerate().map(cell))?;
        }
        Ok(())
    })
}

/// From blue over a pale grey to red.
fn blend(share: f64) -> RGBColor {
    const ENDS: [[f64; 3]; 3] = [[33., 102., 172.], [235., 235., 230.], [178., 24., 43.]];
    let at = share.clamp(0.0, 1.0) * 2.0;
    let (low, high) = if at < 1.0 { (ENDS[0], ENDS[1]) } else { (ENDS[1], ENDS[2]) };
    let part = if at < 1.0 { at } else { at - 1.0 };
    let channel = |i: usize| (low[i] + part * (high[i] - low[i])).round() as u8;
    RGBColor(channel(0), channel(1), channel(2))
}

/// A loop's or a layer's index at its place, nothing between two of them.
fn whole(value: &f64) -> String {
    if value.fract() == 0.0 { format!("{value}") } else { String::new() }
}

/// A number at the axis: short, and exact where the axis puts round ones.
fn tick(value: &f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        size if (1e-3..1e5).contains(&size) => {
            format!("{value:.4}").trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        _ => format!("{value:.1e}"),
    }
}

/// The range of some values and a little more, never empty.
fn with_margin(values: impl Iterator<Item = f64>) -> std::ops::Range<f64> {
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    match high - low {
        span if span > 0.0 => {
            let below = if low < 0.0 { low - 0.06 * span } else { low };
            let above = if high > 0.0 { high + 0.06 * span } else { high };
            below..above
        }
        _ => low..low + 1.0,
    }
}

type Chart<'a, 'b> = ChartContext<
    'a,
    SVGBackend<'b>,
    Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
>;

fn axes<'a, 'b>(
    area: &'a Area<'b>,
    x: std::ops::Range<f64>,
    y: std::ops::Range<f64>,
    x_name: &str,
    y_name: &str,
    places: usize,
) -> std::result::Result<Chart<'a, 'b>, DrawingAreaErrorKind<std::io::Error>> {
    let mut chart = ChartBuilder::on(area)
        .margin(8)
        .x_label_area_size(36)
        .y_label_area_size(64)
        .build_cartesian_2d(x, y)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .bold_line_style(RGBColor(128, 128, 128).mix(0.35))
        .light_line_style(TRANSPARENT)
        .x_labels(places.min(32))
        .y_labels(6)
        .x_label_formatter(&whole)
        .y_label_formatter(&tick)
        .x_desc(x_name)
        .y_desc(y_name)
        .label_style(("sans-serif", 13))
        .draw()?;
    Ok(chart)
}

fn draw(
    name: &'static str,
    size: (u32, u32),
    plot: impl FnOnce(&Area<'_>) -> Drawn,
) -> Result<String> {
    let mut svg = String::new();
    let drawn = {
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        plot(&area).and_then(|()| area.present())
    };
    drawn.map_err(|error| Error::Plot { plot: name, reason: error.to_string() })?;
    // Inside HTML the namespace goes without saying.
    Ok(svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1))
}
