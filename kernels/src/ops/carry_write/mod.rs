//! The store of the hidden vectors that one loop hands to the next.
