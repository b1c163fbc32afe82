//! Mixes of types by the usual names: most matrices have one type, those that matter more have more
//! bits. The rules are llama.cpp's.

use plt_backend::DType;

use crate::config::TensorKind;

/// A mix of types: `q4_k_m` is mostly q4_k.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the field's standard terms")]
pub enum Mix {
    Q3KS,
    Q3KM,
    Q3KL,
    Q4KS,
    Q4KM,
    Q5KS,
    Q5KM,
}

/// The numbers of a model that a mix depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sizes {
    pub layers: usize,
    /// Query heads per KV head.
    pub group: usize,
    /// Whether the embedding is the head, too.
    pub tied: bool,
}

impl Mix {
    /// Every mix, the smallest first.
    pub const ALL: [Mix; 7] =
        [Mix::Q3KS, Mix::Q3KM, Mix::Q3KL, Mix::Q4KS, Mix::Q4KM, Mix::Q5KS, Mix::Q5KM];

    /// The name that files and people use, in lower case: `q4_k_m`.
    pub fn name(self) -> &'static str {
        match self {
            Mix::Q3KS => "q3_k_s",
            Mix::Q3KM => "q3_k_m",
            Mix::Q3KL => "q3_k_l",
            Mix::Q4KS => "q4_k_s",
            Mix::Q4KM => "q4_k_m",
            Mix::Q5KS => "q5_k_s",
            Mix::Q5KM => "q5_k_m",
        }
    }

    /// The type of most matrices.
    fn base(self) -> DType {
        match self {
            Mix::Q3KS | Mix::Q3KM | Mix::Q3KL => DType::Q3K,
            Mix::Q4KS | Mix::Q4KM => DType::Q4K,
            Mix::Q5KS | Mix::Q5KM => DType::Q5K,
        }
    }

    /// The type of a matrix of layer `layer`.
    pub(super) fn dtype(self, kind: TensorKind, layer: usize, sizes: Sizes) -> DType {
        let Sizes { layers, group, tied } = sizes;
        // The first and the last eighth of the layers, and every third between them.
        let eighth = layers / 8;
        let matters = layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
        match (kind, self) {
            (TensorKind::Head, _) => DType::Q6K,
            (TensorKind::Embedding, _) if tied => DType::Q6K,
            (TensorKind::Value, _) => {
                let dtype = match self {
                    Mix::Q3KM if layer < 2 => DType::Q5K,
                    Mix::Q3KM => DType::Q4K,
                    Mix::Q3KL => DType::Q5K,
                    Mix::Q4KS if layer < 4 => DType::Q5K,
                    Mix::Q4KM | Mix::Q5KM if matters => DType::Q6K,
                    _ => self.base(),
                };
                // Llama 70B: eight heads read one value, and the matrix is small.
                let shared = layers == 80 && group > 1;
                match dtype {
                    DType::Q3K | DType::Q4K if shared => DType::Q5K,
                    dtype => dtype,
                }
            }
            (TensorKind::Down, Mix::Q3KM) if layer < layers / 16 => DType::Q5K,
            (TensorKind::Down, Mix::Q3KM) => DType::Q4K,
            (TensorKind::Down, Mix::Q3KL) => DType::Q5K,
            (TensorKind::Down, Mix::Q4KS) if layer < eighth => DType::Q5K,
            (TensorKind::Down, Mix::Q4KM | Mix::Q5KM) if matters => DType::Q6K,
            (TensorKind::Output, Mix::Q3KM) => DType::Q4K,
            (TensorKind::Output, Mix::Q3KL) => DType::Q5K,
            _ => self.base(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: Sizes = Sizes { layers: 32, group: 4, tied: false };

    /// The layers whose tensor of this kind has the type.
    fn layers(mix: Mix, kind: TensorKind, dtype: DType) -> Vec<usize> {
        (0..SIZES.layers).filter(|layer| mix.dtype(kind, *layer, SIZES) == dtype).collect()
    }

    #[test]
    fn mix_gives_more_bits_to_the_layers_that_llama_cpp_names() {
        // A Q4_K_M file of a Llama with 32 layers has these.
        let six = [0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31];
        for kind in [TensorKind::Value, TensorKind::Down] {
            assert_eq!(layers(Mix::Q4KM, kind, DType::Q6K), six);
            assert_eq!(layers(Mix::Q5KM, kind, DType::Q6K), six);
            assert_eq!(layers(Mix::Q4KS, kind, DType::Q5K), [0, 1, 2, 3]);
        }
        assert_eq!(layers(Mix::Q3KM, TensorKind::Value, DType::Q5K), [0, 1]);
        assert_eq!(layers(Mix::Q3KM, TensorKind::Down, DType::Q5K), [0, 1]);
        assert_eq!(layers(Mix::Q3KM, TensorKind::Output, DType::Q4K).len(), 32);
        assert_eq!(layers(Mix::Q3KL, TensorKind::Up, DType::Q3K).len(), 32);
    }

    #[test]
    fn head_has_six_bits_and_the_embedding_where_it_is_the_head() {
        let tied = Sizes { tied: true, ..SIZES };
        for mix in Mix::ALL {
            assert_eq!(mix.dtype(TensorKind::Head, 0, SIZES), DType::Q6K);
            assert_eq!(mix.dtype(TensorKind::Embedding, 0, SIZES), mix.base());
            assert_eq!(mix.dtype(TensorKind::Embedding, 0, tied), DType::Q6K);
        }
        let large = Sizes { layers: 80, group: 8, tied: false };
        assert_eq!(Mix::Q4KM.dtype(TensorKind::Value, 10, large), DType::Q5K);
    }
}
