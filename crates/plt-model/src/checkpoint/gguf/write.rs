//! A checkpoint as a GGUF file, written from front to back, one tensor in memory at a time.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use plt_backend::{DType, WeightData};

use super::value::{GgufValue as Value, GgufValueType};
use super::{element, header, interleaved_rows};
use crate::checkpoint::{Checkpoint, EMBEDDED};
use crate::config::{Config, ModelType, ROTARY_DIVISORS, TensorSpec};
use crate::error::{Error, Result};
use crate::quantization::{Quantization, bytes_of};
use crate::rotary;

const ALIGNMENT: u64 = header::DEFAULT_ALIGNMENT as u64;

/// Maximum bytes of an embedded file: `tokenizer.json`.
const MAX_EMBEDDED: u64 = 64 << 20;

/// Gets the bytes written and the total.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

impl Checkpoint {
    /// Writes the checkpoint as a GGUF file, weights rounded as `quantization` says. Tokenizer, chat
    /// template and generation settings travel inside. The rest is as for [`write_gguf`].
    ///
    /// # Errors
    /// Every missing, extra or misshapen tensor at once; a weight that is not finite, before or
    /// after rounding; those of [`write_gguf`].
    pub fn write_gguf(
        &self,
        quantization: Quantization,
        file: &mut impl Write,
        name: &Path,
        progress: Progress<'_>,
    ) -> Result<u64> {
        self.write_gguf_with(Vec::new(), quantization, file, name, progress)
    }

    /// As [`write_gguf`](Self::write_gguf), with more keys, which replace those of the checkpoint.
    ///
    /// # Errors
    /// As [`write_gguf`](Self::write_gguf).
    pub fn write_gguf_with(
        &self,
        more: Vec<(String, Value)>,
        quantization: Quantization,
        file: &mut impl Write,
        name: &Path,
        progress: Progress<'_>,
    ) -> Result<u64> {
        self.check()?;
        let mut texts = self.texts_to_write()?;
        texts.retain(|(key, _)| more.iter().all(|(other, _)| other != key));
        texts.extend(more);
        let source = |spec: &TensorSpec| self.tensor_as(spec, quantization);
        write_gguf(&self.config, &texts, quantization, source, file, name, progress)
    }

    /// The strings to copy; those of a GGUF file unchanged.
    fn texts_to_write(&self) -> Result<Vec<(String, Value)>> {
        if let Some(own) = &self.gguf_metadata {
            let config = self.config.to_gguf();
            let travels = |key: &str| {
                (key.starts_with("tokenizer.") || key.starts_with("huggingface."))
                    && config.iter().all(|(known, _)| known != key)
            };
            let mut texts: Vec<(String, Value)> = own
                .iter()
                .filter(|(key, _)| travels(key))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            texts.sort_by(|(a, _), (b, _)| a.cmp(b));
            return Ok(texts);
        }
        let mut texts = Vec::new();
        for (name, key) in EMBEDDED {
            if let Some(bytes) = self.read_file(name, MAX_EMBEDDED)? {
                let path = self.path.join(name);
                let text = String::from_utf8(bytes).map_err(|error| Error::Json {
                    file: path,
                    reason: error.utf8_error().to_string(),
                })?;
                texts.push((key.to_owned(), Value::String(text)));
            }
        }
        Ok(texts)
    }
}

/// Writes a model as a GGUF file, from front to back. `read` gives the tensors of the config in
/// their order, one at a time, in any type: `quantization` says which one they get. Divisors of rotary
/// frequencies come first, from the config. `texts` are keys
/// and values beside those of the config, `name` is what errors call the file. Returns the bytes
/// written; `progress` can end it.
///
/// # Errors
/// Errors of `read`; a tensor of another shape; a file that cannot be written;
/// [`Error::Cancelled`].
pub fn write_gguf(
    config: &Config,
    texts: &[(String, Value)],
    quantization: Quantization,
    mut read: impl FnMut(&TensorSpec) -> Result<WeightData>,
    file: &mut impl Write,
    name: &Path,
    progress: Progress<'_>,
) -> Result<u64> {
    let io = |source| Error::Io { path: name.to_owned(), reason: source };
    let specs = config.tensors();
    let permuted = config.model_type.architecture() == ModelType::Llama.name();
    let mut metadata = config.to_gguf();
    metadata.retain(|(key, _)| texts.iter().all(|(other, _)| other != key));
    metadata.extend_from_slice(texts);
    let divisors = rotary::divisors(config);
    let mut out = Counted { file, bytes: 0 };
    write_header(&metadata, &specs, divisors.as_deref(), quantization, &mut out).map_err(io)?;
    for divisor in divisors.iter().flatten() {
        out.write_all(&divisor.to_le_bytes()).map_err(io)?;
    }
    out.align().map_err(io)?;
    let (mut done, total) = (0, quantization.dtypes(config).values().sum());
    for spec in &specs {
        if progress(done, total).is_break() {
            return Err(Error::Cancelled);
        }
        let data = read(spec)?;
        spec.accept(&data)?;
        let data = quantization.apply(spec, &data)?;
        done += data.bytes().len() as u64;
        let moved;
        let bytes: &[u8] = match permuted && spec.rotary {
            false => data.bytes(),
            true => {
                moved = interleaved_rows(data.bytes(), data.row_bytes(), config.head_dim);
                &moved
            }
        };
        out.write_all(bytes).map_err(io)?;
        out.align().map_err(io)?;
    }
    let _ = progress(done, total);
    Ok(out.bytes)
}

fn write_header(
    metadata: &[(String, Value)],
    specs: &[TensorSpec],
    divisors: Option<&[f32]>,
    quantization: Quantization,
    out: &mut Counted<'_, impl Write>,
) -> io::Result<()> {
    out.write_all(b"GGUF")?;
    out.u32(3)?;
    out.u64((specs.len() + divisors.iter().len()) as u64)?;
    out.u64(metadata.len() as u64)?;
    for (key, value) in metadata {
        out.text(key)?;
        out.value(value)?;
    }
    let mut offset = 0u64;
    if let Some(divisors) = divisors {
        out.text(ROTARY_DIVISORS)?;
        out.u32(1)?;
        out.u64(divisors.len() as u64)?;
        out.u32(element::number(DType::F32))?;
        out.u64(offset)?;
        offset += (size_of_val(divisors) as u64).next_multiple_of(ALIGNMENT);
    }
    for spec in specs {
        let dtype = quantization.dtype_of(spec);
        out.text(&spec.gguf_name)?;
        let shape = spec.shape();
        out.u32(shape.len() as u32)?;
        for size in shape.iter().rev() {
            out.u64(*size as u64)?;
        }
        out.u32(element::number(dtype))?;
        out.u64(offset)?;
        offset += bytes_of(spec, dtype).next_multiple_of(ALIGNMENT);
    }
    out.align()
}

/// A file and the number of bytes written to it.
struct Counted<'a, W> {
    file: &'a mut W,
    bytes: u64,
}

impl<W: Write> Counted<'_, W> {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    fn u32(&mut self, value: u32) -> io::Result<()> {
        self.write_all(&value.to_le_bytes())
    }

    fn u64(&mut self, value: u64) -> io::Result<()> {
        self.write_all(&value.to_le_bytes())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.u64(text.len() as u64)?;
        self.write_all(text.as_bytes())
    }

    /// The number of a value's type, and the value.
    fn value(&mut self, value: &Value) -> io::Result<()> {
        self.u32(value.value_type().number())?;
        self.content(value)
    }

    fn content(&mut self, value: &Value) -> io::Result<()> {
        match value {
            Value::U8(v) => self.write_all(&v.to_le_bytes()),
            Value::I8(v) => self.write_all(&v.to_le_bytes()),
            Value::U16(v) => self.write_all(&v.to_le_bytes()),
            Value::I16(v) => self.write_all(&v.to_le_bytes()),
            Value::U32(v) => self.write_all(&v.to_le_bytes()),
            Value::I32(v) => self.write_all(&v.to_le_bytes()),
            Value::F32(v) => self.write_all(&v.to_le_bytes()),
            Value::Bool(v) => self.write_all(&[u8::from(*v)]),
            Value::String(text) => self.text(text),
            Value::Array(values) => {
                let element_type = values.first().map_or(GgufValueType::U32, Value::value_type);
                self.u32(element_type.number())?;
                self.u64(values.len() as u64)?;
                values.iter().try_for_each(|value| self.content(value))
            }
            Value::U64(v) => self.write_all(&v.to_le_bytes()),
            Value::I64(v) => self.write_all(&v.to_le_bytes()),
            Value::F64(v) => self.write_all(&v.to_le_bytes()),
        }
    }

    fn align(&mut self) -> io::Result<()> {
        let end = self.bytes.next_multiple_of(ALIGNMENT);
        self.write_all(&[0; ALIGNMENT as usize][..(end - self.bytes) as usize])
    }
}
