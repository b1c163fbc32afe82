//! A linear map over a dense or quantised weight.
