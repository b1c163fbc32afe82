//! The log of a run, one line of JSON per step, and plots of it.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use plotters::prelude::*;

use crate::error::{Error, Result, one_line};
use crate::run::Step;
use crate::state;

/// The log file and its lines.
pub(crate) struct Log {
    path: PathBuf,
    file: BufWriter<File>,
    steps: Vec<Step>,
}

impl Log {
    /// Opens the log of a run that resumes after `done` steps. Drops the lines of later steps, which
    /// were never saved, and a truncated last line.
    pub fn open(path: PathBuf, done: u64) -> Result<Self> {
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(Error::io(path)(error)),
        };
        let parse = |line: &str| serde_json::from_str::<Step>(line).ok();
        let steps: Vec<Step> =
            text.lines().filter_map(parse).take_while(|step| step.step <= done).collect();
        let lines: Vec<String> =
            steps.iter().map(|step| line(&path, step)).collect::<Result<_>>()?;
        state::write(&path, lines.concat().as_bytes())?;
        let file = OpenOptions::new().append(true).open(&path).map_err(Error::io(&path))?;
        Ok(Self { path, file: BufWriter::new(file), steps })
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn push(&mut self, step: Step) -> Result<()> {
        self.file.write_all(line(&self.path, &step)?.as_bytes()).map_err(Error::io(&self.path))?;
        self.steps.push(step);
        Ok(())
    }

    pub fn flush(&mut self) -> Result<()> {
        self.file.flush().map_err(Error::io(&self.path))
    }
}

fn line(file: &Path, step: &Step) -> Result<String> {
    let json =
        serde_json::to_string(step).map_err(|cause| Error::Log { file: file.to_owned(), cause })?;
    Ok(json + "\n")
}

/// A curve of a plot.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Its name in the legend.
    pub name: String,
    /// `(x, y)`, by x.
    pub points: Vec<(f64, f64)>,
}

/// The curves of a run: training loss per step, smoothed, and validation loss.
pub fn loss_curves(steps: &[Step]) -> Vec<Curve> {
    let mut mean = None;
    let smoothed = steps.iter().map(|step| {
        let next = mean.map_or(step.loss, |mean: f64| 0.95 * mean + 0.05 * step.loss);
        mean = Some(next);
        (step.step as f64, next)
    });
    let smoothed = smoothed.collect();
    let validation =
        steps.iter().filter_map(|step| Some((step.step as f64, step.validation?.loss))).collect();
    vec![
        Curve { name: "training, smoothed".to_owned(), points: smoothed },
        Curve { name: "validation".to_owned(), points: validation },
    ]
}

/// Draws curves into an SVG file.
///
/// # Errors
/// Errors of the file system and of the plotting library.
pub fn plot(path: &Path, title: &str, x: &str, y: &str, curves: &[Curve]) -> Result<()> {
    let mut svg = String::new();
    draw(&mut svg, title, x, y, curves)
        .map_err(|e| Error::Plot { file: path.to_owned(), reason: one_line(&e) })?;
    state::write(path, svg.as_bytes())
}

fn draw(
    svg: &mut String,
    title: &str,
    x: &str,
    y: &str,
    curves: &[Curve],
) -> Result<(), Box<dyn std::error::Error>> {
    let points = || curves.iter().flat_map(|curve| &curve.points).filter(|(_, y)| y.is_finite());
    let range = |values: &dyn Fn(&(f64, f64)) -> f64| {
        let (low, high) = points()
            .map(values)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if low < high { low..high } else { 0.0..1.0 }
    };
    let area = SVGBackend::with_string(svg, (800, 480)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(56)
        .build_cartesian_2d(range(&|p| p.0), range(&|p| p.1))?;
    chart.configure_mesh().x_desc(x).y_desc(y).light_line_style(BLACK.mix(0.06)).draw()?;
    for (i, curve) in curves.iter().enumerate() {
        let colour = Palette99::pick(i).to_rgba();
        let style = ShapeStyle { color: colour, filled: false, stroke_width: 2 };
        let finite = curve.points.iter().copied().filter(|(_, y)| y.is_finite());
        chart
            .draw_series(LineSeries::new(finite, style))?
            .label(&curve.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
    }
    chart
        .configure_series_labels()
        .background_style(WHITE.mix(0.85))
        .border_style(BLACK.mix(0.2))
        .draw()?;
    area.present()?;
    Ok(())
}
