//! Two sequences share one pool: their indices and bytes after every step.
//!
//! `cargo run -p plt-cache --example two_sequences`

use std::sync::Arc;

use plt_cache::{CacheLayout, Error, Geometry, Pool, PoolSize, Sequence, Span};

fn main() -> plt_cache::Result<()> {
    let geometry = Geometry { layers: 14, hidden: 5120, loops: 3, local_keys: 65, shift: 1 };
    let size = PoolSize {
        slot_bytes: 2 * 8 * 128 * 2,
        block_size: 16,
        blocks: 12,
        sequences: 2,
        carry_rows: 70,
        rollback: 4,
    };
    let layout = CacheLayout::new(geometry, size)?;
    println!("a token costs {} bytes", layout.bytes_per_token());
    println!("a sequence costs {} bytes more, however long", layout.bytes_per_sequence());

    let pool = Pool::new(layout);
    let mut first = Sequence::open(&pool)?;
    let mut second = Sequence::open(&pool)?;
    show("both opened", &pool);

    // A prompt in chunks of 32, as a wavefront: pass k holds chunk k at loop 0, chunk k - 1 at
    // loop 1 and chunk k - 2 at loop 2.
    for k in 0..4usize {
        let spans: Vec<Span> = (0..3)
            .filter(|r| (*r..2 + r).contains(&k))
            .map(|r| Span { sequence: 0, loop_index: r, start: (k - r) * 32, len: 32 })
            .collect();
        first.advance(&spans)?;
        show(&format!("pass {k} of a prompt: {:?}", first.written()), &pool);
    }

    // Decoding: all loops of a token in one pass.
    for _ in 0..40 {
        decode(&mut second)?;
    }
    show("40 tokens of the second", &pool);

    // No block is shared: there is nothing to copy.
    let copies = first.truncate(60)?;
    assert!(copies.slots.is_empty());
    show("4 tokens of the first taken back", &pool);

    loop {
        match decode(&mut second) {
            Ok(()) => {}
            Err(Error::OutOfBlocks { .. }) => break,
            Err(error) => return Err(error),
        }
    }
    show(&format!("the second has grown to {}", second.len()), &pool);

    drop(first);
    decode(&mut second)?;
    show("the first closed, the second continues", &pool);
    Ok(())
}

/// One token: the rows of all loops at the next position.
fn decode(sequence: &mut Sequence) -> plt_cache::Result<()> {
    let start = sequence.len();
    sequence.advance(&[0, 1, 2].map(|loop_index| Span {
        sequence: 0,
        loop_index,
        start,
        len: 1,
    }))?;
    Ok(())
}

fn show(what: &str, pool: &Arc<Pool>) {
    let stats = pool.stats();
    println!(
        "{what:40} blocks {:2}/{} carries {:2}/{} bytes {:9}/{}",
        stats.blocks.used,
        stats.blocks.total,
        stats.carry_rows.used,
        stats.carry_rows.total,
        stats.bytes.used,
        stats.bytes.total,
    );
}
