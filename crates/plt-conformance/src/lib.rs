//! Nothing: the tests are those of `plt-kernels`, with few enough dependencies that all of them can be
//! compiled for a sanitizer (`cargo xtask ci` does) or for a machine that is emulated.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
