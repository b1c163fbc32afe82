//! Saved sequences: everything needed to resume one later, or in another process.
//!
//! All numbers are little-endian:
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `PLT-SEQ` and a line feed |
//! | 4 | version, 3 |
//! | 8 | element type of keys and values, padded with zeros |
//! | 32 | SHA-256 of the model's identity and the cache's `rollback` |
//! | 8, 8 | positions; the shortest length that the sequence can be truncated to |
//! | 8 | the position from which on its results are complete, see [`KvSequence::skip_to`] |
//! | 4 each | a token for every position |
//! | layers · slots · bytes of a slot | for every layer and slot: key, value, as [`CachePart`] has them |
//! | rows · hidden · 4 | carries, in f32 |
//! | 32 | SHA-256 of everything before |

use std::io::{Read, Write};

use plt_backend::{Backend, CachePart, KvDType, WeightData};
use plt_cache::Sequence as KvSequence;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::error::{Error, Result};
use crate::model::{Cache, Model};
use crate::sequence::{Sequence, expect_tokens};

const MAGIC: [u8; 8] = *b"PLT-SEQ\n";
const VERSION: u32 = 3;
/// Slots exported at a time, which bounds the memory of a transfer.
const CHUNK: usize = 1024;
/// Bytes hashed at either end of a tensor.
const SAMPLE: usize = 4096;

/// Identifies a model: a hash of its config and of samples of all weights as they were loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity([u8; 32]);

/// Computes an [`Identity`], weight by weight.
#[derive(Default)]
pub(crate) struct Identifier(Sha256);

impl Identifier {
    pub fn weight(&mut self, name: &str, data: &WeightData) {
        let bytes = data.bytes();
        let [first, last] =
            [&bytes[..bytes.len().min(SAMPLE)], &bytes[bytes.len().saturating_sub(SAMPLE)..]];
        let shape = format!("{name} {:?} {} {}", data.dtype(), data.rows(), data.cols());
        for part in [shape.as_bytes(), first, last] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    pub fn finish(self) -> Identity {
        Identity(self.0.finalize().into())
    }
}

impl<B: Backend> Model<B> {
    /// Writes what the cache holds of a settled sequence: its positions in `kv`, and as many of
    /// `tokens`.
    ///
    /// # Errors
    /// [`Error::Unknown`] for a model made by [`Model::from_weights`]; a sequence that is not
    /// settled; errors of the backend and of `out`.
    pub fn save(
        &self,
        cache: &Cache<B>,
        tokens: &[u32],
        kv: &KvSequence,
        out: &mut dyn Write,
    ) -> Result<()> {
        expect_tokens(kv.len(), tokens.len())?;
        let held = kv.footprint()?;
        let mut out = Checksummed::new(out);
        out.write(&MAGIC)?;
        out.write(&VERSION.to_le_bytes())?;
        out.write(&dtype_name(cache.dtype()))?;
        out.write(&self.saved_identity(cache)?)?;
        out.write(&(kv.len() as u64).to_le_bytes())?;
        out.write(&(kv.rollback_limit() as u64).to_le_bytes())?;
        out.write(&(kv.complete_from() as u64).to_le_bytes())?;
        for token in &tokens[..kv.len()] {
            out.write(&token.to_le_bytes())?;
        }
        for layer in 0..self.config().layers {
            for slots in held.slots.chunks(CHUNK) {
                let part = CachePart::Slots { layer, slots };
                out.write(&self.backend().export(cache.storage(), part)?)?;
            }
        }
        if !held.carry_rows.is_empty() {
            let part = CachePart::Carries(&held.carry_rows);
            out.write(&self.backend().export(cache.storage(), part)?)?;
        }
        out.finish()
    }

    /// Reads a sequence that [`save`](Self::save) wrote into this cache, to be resumed.
    ///
    /// # Errors
    /// [`Error::Saved`] if it was saved by another model, with other settings of the cache, or is
    /// damaged; if the cache has no room; errors of the backend and of `from`. Nothing has changed
    /// then.
    pub fn restore(&self, cache: &mut Cache<B>, from: &mut dyn Read) -> Result<Sequence> {
        let mut from = Checksummed::new(from);
        from.matches("the first bytes", &MAGIC, printable)?;
        from.matches("the version", &VERSION.to_le_bytes(), |bytes| {
            u32::from_le_bytes(*bytes).to_string()
        })?;
        from.matches("the type of keys and values", &dtype_name(cache.dtype()), printable)?;
        let identity = self.saved_identity(cache)?;
        if from.array::<32>()? != identity {
            return Err(saved(
                "the model",
                "this one, and a cache with the same rollback (draft tokens)",
                "another",
            ));
        }
        let [len, least, complete] = [(); 3].map(|()| from.array().map(u64::from_le_bytes));
        let most = self.config().max_positions as u64;
        let (len, least, complete) = (len?, least?, complete?);
        if len > most || least > len || complete > least {
            let expected = format!("at most {most}, and no less than can be truncated to");
            let found = format!("{len}, {least} and {complete}");
            return Err(saved("the number of positions", &expected, &found));
        }
        // The pool limits what these numbers can claim.
        let [len, least, complete] = [len, least, complete].map(|number| number as usize);
        let kv = KvSequence::restore(cache.pool(), len, least, complete)?;
        let held = kv.footprint()?;
        let mut tokens = Vec::with_capacity(kv.len());
        for _ in 0..kv.len() {
            tokens.push(u32::from_le_bytes(from.array()?));
        }
        let vocab_size = self.config().vocab_size;
        if let Some(token) = tokens.iter().find(|token| **token as usize >= vocab_size) {
            return Err(saved("a token", &format!("below {vocab_size}"), &token.to_string()));
        }
        let slot_bytes = cache.pool().layout().size().slot_bytes;
        for layer in 0..self.config().layers {
            for slots in held.slots.chunks(CHUNK) {
                let bytes = from.vec(slots.len() * slot_bytes)?;
                let part = CachePart::Slots { layer, slots };
                self.backend().import(cache.storage_mut(), part, &bytes)?;
            }
        }
        if !held.carry_rows.is_empty() {
            let bytes =
                from.vec(held.carry_rows.len() * cache.pool().layout().bytes_per_carry())?;
            let part = CachePart::Carries(&held.carry_rows);
            self.backend().import(cache.storage_mut(), part, &bytes)?;
        }
        from.finish_reading()?;
        Sequence::new(kv, tokens)
    }

    /// SHA-256 of names, types, shapes and samples of all weights as they were loaded, in hex. `None`
    /// for a model made by [`Model::from_weights`].
    pub fn hash(&self) -> Option<String> {
        let Identity(bytes) = self.identity()?;
        Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    fn saved_identity(&self, cache: &Cache<B>) -> Result<[u8; 32]> {
        let Identity(weights) = self.identity().ok_or(Error::Unknown)?;
        let config: &Config = self.config();
        let rollback = cache.pool().layout().size().rollback;
        let identity = Sha256::new()
            .chain_update(weights)
            .chain_update(format!("{config:?} rollback {rollback}"));
        Ok(identity.finalize().into())
    }
}

fn dtype_name(dtype: KvDType) -> [u8; 8] {
    let mut name = [0; 8];
    let text = dtype.name().as_bytes();
    name[..text.len()].copy_from_slice(text);
    name
}

/// Prints a name that zeros pad.
fn printable(bytes: &[u8; 8]) -> String {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default().escape_ascii().to_string()
}

fn saved(what: &'static str, expected: &str, found: &str) -> Error {
    Error::Saved { what, expected: expected.to_owned(), found: found.to_owned() }
}

/// A stream that adds every byte to a checksum.
struct Checksummed<T> {
    stream: T,
    checksum: Sha256,
}

impl<T> Checksummed<T> {
    fn new(stream: T) -> Self {
        Self { stream, checksum: Sha256::new() }
    }
}

impl Checksummed<&mut dyn Write> {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.checksum.update(bytes);
        self.stream.write_all(bytes).map_err(Error::SavedIo)
    }

    fn finish(self) -> Result<()> {
        let checksum = self.checksum.finalize();
        self.stream.write_all(&checksum).and_then(|()| self.stream.flush()).map_err(Error::SavedIo)
    }
}

impl Checksummed<&mut dyn Read> {
    fn read(&mut self, bytes: &mut [u8]) -> Result<()> {
        self.stream.read_exact(bytes).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => saved("the end", "more", "nothing"),
            _ => Error::SavedIo(error),
        })?;
        self.checksum.update(&bytes);
        Ok(())
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.read(&mut bytes)?;
        Ok(bytes)
    }

    fn matches<const N: usize>(
        &mut self,
        what: &'static str,
        expected: &[u8; N],
        print: fn(&[u8; N]) -> String,
    ) -> Result<()> {
        let found: [u8; N] = self.array()?;
        match found == *expected {
            true => Ok(()),
            false => Err(saved(what, &print(expected), &print(&found))),
        }
    }

    /// The next `length` bytes: at most those of slots and carries that a cache in memory has.
    fn vec(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.read(&mut bytes)?;
        Ok(bytes)
    }

    fn finish_reading(mut self) -> Result<()> {
        let checksum = self.checksum.clone().finalize();
        if self.array::<32>()? != checksum[..] {
            return Err(saved("the checksum", "that of what was saved", "another"));
        }
        match self.stream.read(&mut [0]).map_err(Error::SavedIo)? {
            0 => Ok(()),
            _ => Err(saved("the end", "nothing", "more")),
        }
    }
}
