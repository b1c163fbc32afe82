use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;

use crate::error::{Error, Result};

/// Much memory, all zeros: from the system itself, which is asked for huge pages. Gigabytes of weights
/// are a million small ones, and to hand those out takes longer than to fill them.
#[derive(Debug)]
pub(crate) struct Pages {
    /// `None` for no bytes.
    map: Option<MmapMut>,
}

impl Pages {
    pub fn zeros(bytes: usize) -> Result<Self> {
        if bytes == 0 {
            return Ok(Self { map: None });
        }
        let map = MmapMut::map_anon(bytes);
        let map = map.map_err(|_| Error::Memory { what: format!("{bytes} bytes") })?;
        // A hint: who does not know it does without.
        #[cfg(all(target_os = "linux", not(miri)))]
        let _ = map.advise(memmap2::Advice::HugePage);
        Ok(Self { map: Some(map) })
    }
}

impl Deref for Pages {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.map.as_deref().unwrap_or_default()
    }
}

impl DerefMut for Pages {
    fn deref_mut(&mut self) -> &mut [u8] {
        self.map.as_deref_mut().unwrap_or_default()
    }
}
