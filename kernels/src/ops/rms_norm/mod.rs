//! Root-mean-square normalisation.
