//! GGUF files: where tensors lie, their names, and the order of rows.

mod header;
mod write;

use std::collections::{BTreeMap, HashMap};
use std::io::{BufReader, Seek as _, SeekFrom};
use std::path::Path;

use candle_core::quantized::gguf_file::{Content, TensorInfo, Value};
use plt_kernels::DType;

pub use self::write::{Progress, write_gguf};
use super::files::{self, Opened};
use super::{Checkpoint, Entry, Problem, Problems, Tensors};
use crate::config::{ARCHITECTURE, Config, TensorSpec};
use crate::error::{Error, Result, one_line};

/// Opens the GGUF file at `path`.
pub(super) fn open(path: &Path) -> Result<Checkpoint> {
    let opened = files::open(path, path.to_owned())?;
    let alignment = header::check(&opened)?;
    let mut reader = BufReader::new(opened.file.reader());
    let content = reader
        .seek(SeekFrom::Start(0))
        .map_err(candle_core::Error::from)
        .and_then(|_| Content::read(&mut reader))
        .map_err(|error| {
            let text = error.to_string();
            let reason = one_line(text.lines().next().unwrap_or_default());
            Error::Parser { path: path.to_owned(), reason }
        })?;
    let Content { metadata, tensor_infos, tensor_data_offset, .. } = content;

    let mut entries = BTreeMap::new();
    for (name, info) in &tensor_infos {
        let entry = locate(&opened, name, info, tensor_data_offset, u64::from(alignment))?;
        entries.insert(name.clone(), entry);
    }
    refuse_overlaps(path, &entries)?;
    if entries.contains_key("rope_freqs.weight") {
        return Err(Error::Unsupported {
            file: path.to_owned(),
            key: "rope_freqs.weight".into(),
            found: "(a tensor)".into(),
            supported: "GGUF files without rotary scaling",
        });
    }

    let embedding = "token_embd.weight";
    let Some(vocab_size) = entries.get(embedding).and_then(|entry| entry.shape.first()) else {
        let problems = Problems(vec![Problem::Missing { tensor: embedding.into() }]);
        return Err(Error::Problems { path: path.to_owned(), problems });
    };
    let tied = !entries.contains_key("output.weight");
    let config = Config::from_gguf(&metadata, path, *vocab_size, tied)?;
    drop(reader);
    let tensors = Tensors { files: vec![opened.into()], entries, problems: Vec::new() };
    let gguf_metadata = Some(metadata);
    Ok(Checkpoint { path: path.to_owned(), folder: None, config, tensors, gguf_metadata })
}

/// Where a tensor lies, if that is inside the file.
fn locate(
    opened: &Opened,
    name: &str,
    info: &TensorInfo,
    data: u64,
    alignment: u64,
) -> Result<Entry> {
    let wrong = |expected, found: String| Error::Header {
        path: opened.path.clone(),
        at: format!("tensor {}", one_line(name)),
        expected,
        found,
    };
    if !info.offset.is_multiple_of(alignment) {
        return Err(wrong(
            "an offset that is a multiple of the alignment",
            info.offset.to_string(),
        ));
    }
    let dtype = DType::from(info.ggml_dtype);
    let shape = info.shape.dims().to_vec();
    let (cols, rows) = shape.split_last().map_or((1, &[][..]), |(cols, rows)| (*cols, rows));
    if !cols.is_multiple_of(dtype.block_len()) {
        return Err(wrong("rows of whole blocks", format!("{cols} columns of {dtype}")));
    }
    // `None` where a product overflows.
    let all_rows = |row: usize| rows.iter().try_fold(row, |bytes, n| bytes.checked_mul(*n));
    let bytes = dtype.row_bytes(cols).and_then(all_rows).map(|n| n as u64);
    let start = data.checked_add(info.offset);
    let end = bytes.zip(start).and_then(|(bytes, start)| start.checked_add(bytes));
    match (bytes, start, end) {
        (Some(bytes), Some(start), Some(end)) if end <= opened.len => {
            Ok(Entry { file: 0, dtype: Ok(dtype), shape, start, bytes })
        }
        _ => {
            let found = format!("offset {} with shape {shape:?} of {dtype}", info.offset);
            Err(wrong("data inside the file", found))
        }
    }
}

fn refuse_overlaps(path: &Path, entries: &BTreeMap<String, Entry>) -> Result<()> {
    let mut by_start: Vec<(&String, &Entry)> = entries.iter().collect();
    by_start.sort_by_key(|(_, entry)| (entry.start, entry.bytes));
    for pair in by_start.windows(2) {
        let ((first, a), (second, b)) = (pair[0], pair[1]);
        if a.start + a.bytes > b.start {
            return Err(Error::Header {
                path: path.to_owned(),
                at: format!("tensor {}", one_line(second)),
                expected: "data of its own",
                found: format!("the data of {}", one_line(first)),
            });
        }
    }
    Ok(())
}

/// The file's name of a tensor.
pub(super) fn stored_name(name: &str) -> String {
    match name {
        "model.embed_tokens.weight" => return "token_embd.weight".into(),
        "model.norm.weight" => return "output_norm.weight".into(),
        "lm_head.weight" => return "output.weight".into(),
        _ => {}
    }
    if let Some(gate) = name.strip_prefix("model.gate_projections.")
        && let Some((layer, part)) = gate.split_once('.')
    {
        return format!("blk.{layer}.loop_gate.{part}");
    }
    let in_layer = name.strip_prefix("model.layers.").and_then(|rest| rest.split_once('.'));
    let Some((layer, part)) = in_layer else { return name.to_owned() };
    let part = match part {
        "input_layernorm.weight" => "attn_norm.weight",
        "self_attn.q_proj.weight" => "attn_q.weight",
        "self_attn.k_proj.weight" => "attn_k.weight",
        "self_attn.v_proj.weight" => "attn_v.weight",
        "self_attn.o_proj.weight" => "attn_output.weight",
        "post_attention_layernorm.weight" => "ffn_norm.weight",
        "mlp.gate_proj.weight" => "ffn_gate.weight",
        "mlp.up_proj.weight" => "ffn_up.weight",
        "mlp.down_proj.weight" => "ffn_down.weight",
        "self_attn.plt_gate.weight" => "loop_gate.weight",
        "self_attn.plt_gate.bias" => "loop_gate.bias",
        "self_attn.plt_gate.gate_norm.weight" => "loop_gate_norm.weight",
        other => other,
    };
    format!("blk.{layer}.{part}")
}

/// Queries and keys meet the rotary embedding, whose pairs files of architecture `llama` put side by
/// side.
pub(super) fn is_permuted(spec: &TensorSpec) -> bool {
    spec.name.ends_with(".q_proj.weight") || spec.name.ends_with(".k_proj.weight")
}

/// Whether the files of this architecture have their rotary pairs side by side.
pub(super) fn has_interleaved_rows(metadata: &HashMap<String, Value>) -> bool {
    matches!(metadata.get(ARCHITECTURE), Some(Value::String(name)) if name == "llama")
}

/// Rows in the order of half-split rotary embedding, from that of interleaved.
///
/// A rotary pair j of a head is rows (2j, 2j + 1) in the file, and rows (j, j + head_dim / 2)
/// here. Quantised blocks lie within a row, so that moving rows is moving bytes.
pub(super) fn half_split_rows(bytes: &[u8], row_bytes: usize, head_dim: usize) -> Vec<u8> {
    moved_rows(bytes, row_bytes, head_dim, |row| 2 * (row % (head_dim / 2)) + row / (head_dim / 2))
}

/// The way back.
fn interleaved_rows(bytes: &[u8], row_bytes: usize, head_dim: usize) -> Vec<u8> {
    moved_rows(bytes, row_bytes, head_dim, |row| row % 2 * (head_dim / 2) + row / 2)
}

/// In each head: row number `row` is what was number `from(row)`.
fn moved_rows(
    bytes: &[u8],
    row_bytes: usize,
    head_dim: usize,
    from: impl Fn(usize) -> usize,
) -> Vec<u8> {
    let mut moved = Vec::with_capacity(bytes.len());
    if bytes.is_empty() {
        return moved;
    }
    for head in bytes.chunks_exact(head_dim * row_bytes) {
        for row in 0..head_dim {
            moved.extend_from_slice(&head[from(row) * row_bytes..][..row_bytes]);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_there_and_back() {
        let bytes: Vec<u8> = (0..2 * 6 * 3).collect();
        let split = half_split_rows(&bytes, 3, 6);
        assert_eq!(split[..6], [0, 1, 2, 6, 7, 8], "rows 0 and 2 of the first head");
        assert_eq!(split[9..12], [3, 4, 5], "row 1");
        assert_eq!(interleaved_rows(&split, 3, 6), bytes);
    }
}
