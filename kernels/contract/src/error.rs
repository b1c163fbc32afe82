/// An error of an operation.
///
/// An operation that returns an error may have written part of its output into the KV cache; the
/// sequences of that pass must be released.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An argument has another size than the operation's contract says.
    #[error("{op}: {what} should be {expected}, found {found}")]
    Shape {
        /// The operation.
        op: &'static str,
        /// The argument, or the relation between arguments.
        what: &'static str,
        /// The size by the contract.
        expected: usize,
        /// The size that was passed.
        found: usize,
    },
    /// An argument is 0 and must not be.
    #[error("{op}: {what} should be at least 1")]
    Zero {
        /// The operation.
        op: &'static str,
        /// The argument.
        what: &'static str,
    },
    /// An argument is not a multiple of a size.
    #[error("{op}: {what} should be a multiple of {of}, found {found}")]
    Multiple {
        /// The operation.
        op: &'static str,
        /// The argument.
        what: &'static str,
        /// The size.
        of: usize,
        /// The value that was passed.
        found: usize,
    },
    /// An index (token id, slot, block, row) points outside what it indexes.
    #[error("{op}: {what} {index} is not below {bound}")]
    Index {
        /// The operation.
        op: &'static str,
        /// The name of the indexed things.
        what: &'static str,
        /// The index.
        index: usize,
        /// The first index that does not exist.
        bound: usize,
    },
    /// An index is written twice, or both read and written, where the order is not defined.
    #[error("{op}: {what} {index} is named twice")]
    Repeated {
        /// The operation.
        op: &'static str,
        /// The name of the indexed things.
        what: &'static str,
        /// The index.
        index: usize,
    },
    /// A batch was made for a cache of another shape.
    #[error("{op}: the batch was made for a cache of another shape")]
    OtherCache {
        /// The operation.
        op: &'static str,
    },
    /// A row holds NaN, which has no place in an order.
    #[error("{op}: row {row} holds a value that is not a number")]
    NotANumber {
        /// The operation.
        op: &'static str,
        /// The row.
        row: usize,
    },
    /// A size in bytes or elements does not fit in memory or in the machine's integers.
    #[error("cannot allocate {what}")]
    Memory {
        /// The allocation, with its size.
        what: String,
    },
    /// A file could not be mapped.
    #[error("cannot map {bytes} bytes from byte {offset} on")]
    Map {
        /// The offset of the bytes in the file.
        offset: u64,
        /// Their number.
        bytes: usize,
        /// The cause.
        source: std::io::Error,
    },
    /// The threads could not be started.
    #[error("cannot start {threads} threads")]
    Threads {
        /// The number of threads.
        threads: usize,
        /// The cause.
        source: std::io::Error,
    },
    /// The device reported an error: out of memory, lost, or unable to run a kernel. Nothing that
    /// was computed since the last read can be trusted; other backends still work.
    #[error("the device failed: {message}")]
    Device {
        /// The device's message.
        message: String,
    },
    /// There is no such device.
    #[error("no device {name}: {reason}")]
    NoDevice {
        /// The name that was given.
        name: String,
        /// The cause, and a remedy.
        reason: String,
    },
    /// The library that a backend computes with reported an error.
    #[error(transparent)]
    Library(Box<dyn std::error::Error + Send + Sync>),
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
