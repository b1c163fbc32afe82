//! The head: chosen rows against the vocabulary.
