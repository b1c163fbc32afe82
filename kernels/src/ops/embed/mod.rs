//! The embedding lookup.
