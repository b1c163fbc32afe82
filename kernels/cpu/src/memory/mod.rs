//! Memory of the host: buffers that are used again, and huge pages for weights.

mod buffer_pool;
mod huge_pages;

pub(crate) use buffer_pool::{Buffer, BufferPool, UNWRITTEN};
pub(crate) use huge_pages::HugePages;
