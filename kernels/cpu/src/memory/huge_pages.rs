use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;
use plt_backend::{Error, Result};

/// Zeroed memory from the system, which is asked to back it with huge pages. Gigabytes of weights
/// are a million small pages, and mapping those takes longer than filling them.
#[derive(Debug)]
pub(crate) struct HugePages {
    /// `None` for no bytes.
    map: Option<MmapMut>,
}

impl HugePages {
    pub fn zeros(bytes: usize) -> Result<Self> {
        if bytes == 0 {
            return Ok(Self { map: None });
        }
        let map = MmapMut::map_anon(bytes);
        let map = map.map_err(|_| Error::Memory { what: format!("{bytes} bytes") })?;
        // A hint: a system without huge pages works as well.
        #[cfg(all(target_os = "linux", not(miri)))]
        let _ = map.advise(memmap2::Advice::HugePage);
        Ok(Self { map: Some(map) })
    }
}

impl Deref for HugePages {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.map.as_deref().unwrap_or_default()
    }
}

impl DerefMut for HugePages {
    fn deref_mut(&mut self) -> &mut [u8] {
        self.map.as_deref_mut().unwrap_or_default()
    }
}
