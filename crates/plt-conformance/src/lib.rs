//! The conformance tests of the CPU kernels as a package of their own.
//!
//! The tests are those of `plt-kernels`, file by file. There they are built together with tests that need
//! a GPU's compilers; here dependencies are few enough to be compiled, all of them, for a sanitizer, which
//! `cargo xtask sanitizer` does:
//!
//! ```console
//! $ export RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address
//! $ cargo test -p plt-conformance --target host-tuple --target-dir target/sanitizer
//! ```
//!
//! or for a machine that is emulated.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
