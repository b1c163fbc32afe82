//! The pre-tokenizers that GGUF files name in `tokenizer.ggml.pre`: how a string is cut into words
//! before byte-pair encoding.
//!
//! The names are those of llama.cpp (`llama-vocab.cpp`). Where llama.cpp rewrites an expression of
//! the original `tokenizer.json` for its own engine, the original is used here.

use serde_json::{Value, json};

/// Expressions with the names that mean them, applied one after another.
struct Splits {
    names: &'static [&'static str],
    regexes: &'static [&'static str],
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
/// GPT-4's. Llama 3 takes up to three digits at a time, Qwen 2 one.
const DIGITS_3: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
const DIGITS_1: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
/// GPT-4o's.
const CASES: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";
/// DeepSeek V3's last one.
const PUNCTUATED: &str = r##"[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"##;

const SPLITS: [Splits; 17] = [
    Splits {
        names: &[
            "gpt-2",
            "phi-2",
            "mpt",
            "olmo",
            "jais",
            "trillion",
            "granite-docling",
            "gigachat",
            "a.x-4.0",
            "mellum",
            "modern-bert",
            "exaone4",
            "jina-es",
            "jina-de",
            "jina-v2-es",
            "jina-v2-de",
        ],
        regexes: &[GPT2],
    },
    Splits {
        names: &[
            "smollm",
            "starcoder",
            "refact",
            "command-r",
            "codeshell",
            "exaone",
            "minerva-7b",
            "mellum2",
        ],
        regexes: &[r"\p{N}", GPT2],
    },
    Splits {
        names: &[
            "llama-bpe",
            "llama3",
            "llama-v3",
            "falcon3",
            "falcon-h1",
            "pixtral",
            "midm-2.0",
            "lfm2",
            "jina-v5-nano",
            "dbrx",
            "smaug-bpe",
            "glm4",
            "chatglm-bpe",
        ],
        regexes: &[DIGITS_3],
    },
    Splits {
        names: &[
            "qwen2",
            "deepseek-r1-qwen",
            "kormo",
            "f2llmv2",
            "megrez",
            "stablelm2",
            "hunyuan",
            "solar-open",
            "grok-2",
        ],
        regexes: &[DIGITS_1],
    },
    Splits {
        names: &["qwen35"],
        regexes: &[
            r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        ],
    },
    Splits { names: &["gpt-4o", "llama4", "kanana2", "talkie", "minimax-m2"], regexes: &[CASES] },
    Splits {
        names: &["tekken"],
        regexes: &[
            r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        ],
    },
    Splits {
        names: &["deepseek-v3", "hunyuan-dense", "joyai-llm", "hy_v4"],
        regexes: &[r"\p{N}{1,3}", r"[一-龥぀-ゟ゠-ヿ]+", PUNCTUATED],
    },
    Splits {
        names: &["deepseek-coder"],
        regexes: &[r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", r"[一-龥ࠀ-一가-퟿]+", r"\p{N}"],
    },
    Splits {
        names: &["bailingmoe", "bailingmoe2", "llada-moe"],
        regexes: &[
            r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+",
        ],
    },
    Splits {
        names: &["seed-coder"],
        regexes: &[
            r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1}| ?[^\s\p{L}\p{N}\r\n]+|\s*[\r\n]+|\s+(?!\S)|\s+",
        ],
    },
    Splits {
        names: &["minicpm5"],
        regexes: &[
            r"\p{N}{1,3}",
            r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}+| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        ],
    },
    Splits { names: &["laguna"], regexes: &[r"[^\n]+|[\n]+", DIGITS_1] },
    Splits {
        names: &["poro-chat", "bloom", "gpt3-finnish"],
        regexes: &[r" ?[^(\s|.,!?…。，、।۔،)]+"],
    },
    Splits { names: &["viking"], regexes: &[r" ?[^(\s|.,!?…。，、।۔،)]+", r"\p{N}"] },
    Splits { names: &["falcon"], regexes: &[r"[\p{P}\$\+<=>\^~\|`]+", GPT2, r"[0-9][0-9][0-9]"] },
    Splits {
        names: &[DEFAULT],
        regexes: &[r"[\p{P}\$\+<=>\^~\|]+", GPT2, r"\p{N}+", r"[0-9][0-9][0-9]"],
    },
];

/// The name of a file without one.
pub const DEFAULT: &str = "default";

/// Names of llama.cpp that are not supported: they need more than expressions, or their originals
/// are not known to agree with them.
const MISSING: [&str; 20] = [
    "afmoe",
    "chameleon",
    "cohere2moe",
    "deepseek-llm",
    "exaone-moe",
    "gemma4",
    "granite-embed-multi-311m",
    "granite-embed-multi-97m",
    "jais-2",
    "jina-v1-en",
    "jina-v2-code",
    "kimi-k2",
    "roberta-bpe",
    "sarvam-moe",
    "spark2_5",
    "superbpe",
    "tiny_aya",
    "ufakzeka",
    "whitespace",
    "youtu",
];

/// The meaning of a name.
pub struct Pre {
    pub normalizer: Value,
    pub pre_tokenizer: Value,
    /// Whether a word that is a token is taken whole, without merges.
    pub ignore_merges: bool,
    /// Whether a prompt begins with bos if the file does not say.
    pub add_bos: bool,
}

impl Pre {
    /// Returns the pre-tokenizer with this name.
    pub fn named(name: &str) -> Option<Self> {
        let splits = SPLITS.iter().find(|splits| splits.names.contains(&name))?;
        let like_llama3 = [
            "llama-bpe",
            "llama3",
            "llama-v3",
            "falcon3",
            "falcon-h1",
            "pixtral",
            "midm-2.0",
            "lfm2",
            "jina-v5-nano",
            "tekken",
        ];
        let add_bos = like_llama3.contains(&name);
        let normalizer = match name {
            "qwen2" | "qwen35" => json!({"type": "NFC"}),
            _ => Value::Null,
        };
        Some(Self {
            normalizer,
            pre_tokenizer: byte_level(splits.regexes, false),
            ignore_merges: add_bos || name == "minicpm5",
            add_bos,
        })
    }

    /// Returns GPT-2's, with a space before a string or without.
    pub fn gpt2(add_prefix_space: bool) -> Self {
        Self {
            normalizer: Value::Null,
            pre_tokenizer: byte_level(&[GPT2], add_prefix_space),
            ignore_merges: false,
            add_bos: false,
        }
    }

    /// Returns the name of the pre-tokenizer of a `tokenizer.json`, if it has one.
    pub fn name_of(json: &Value) -> Option<&'static str> {
        let regexes = regexes(&json["pre_tokenizer"])?;
        let splits = SPLITS.iter().filter(|splits| splits.regexes == regexes.as_slice());
        let mut names = splits.flat_map(|splits| splits.names).copied();
        // Other engines do not normalize, whatever the name.
        names.find(|name| {
            let pre = Self::named(name);
            pre.is_some_and(|pre| {
                let ignores = json["model"]["ignore_merges"] == true;
                pre.normalizer == json["normalizer"] && pre.ignore_merges == ignores
            })
        })
    }

    /// Returns all names, and those that are missing, for a message.
    pub fn names() -> String {
        let names: Vec<&str> = SPLITS.iter().flat_map(|splits| splits.names).copied().collect();
        format!("{} (missing are {})", names.join(", "), MISSING.join(", "))
    }
}

/// Returns the splits as a pre-tokenizer of `tokenizer.json`.
fn byte_level(regexes: &[&str], add_prefix_space: bool) -> Value {
    let split = |regex: &&str| json!({"type": "Split", "pattern": {"Regex": regex}, "behavior": "Isolated", "invert": false});
    let bytes = |prefix: bool, regex: bool| json!({"type": "ByteLevel", "add_prefix_space": prefix, "trim_offsets": true, "use_regex": regex});
    if regexes == [GPT2] {
        return bytes(add_prefix_space, true);
    }
    let splits = regexes.iter().map(split).chain([bytes(add_prefix_space, false)]);
    json!({"type": "Sequence", "pretokenizers": splits.collect::<Vec<_>>()})
}

/// Returns the expressions that a pre-tokenizer of `tokenizer.json` applies before it turns bytes into
/// characters; `None` if it is another kind.
fn regexes<'v>(value: &'v Value) -> Option<Vec<&'v str>> {
    let list = match value["type"].as_str()? {
        "Sequence" => value["pretokenizers"].as_array()?.as_slice(),
        _ => std::slice::from_ref(value),
    };
    let (bytes, splits) = list.split_last()?;
    if bytes["type"] != "ByteLevel" || bytes["add_prefix_space"] != false {
        return None;
    }
    let split = |rule: &'v Value| match rule["type"].as_str()? {
        "Split" if rule["behavior"] == "Isolated" && rule["invert"] != true => {
            rule["pattern"]["Regex"].as_str()
        }
        "Digits" if rule["individual_digits"] == true => Some(r"\p{N}"),
        _ => None,
    };
    let own = (bytes["use_regex"] != false).then_some(Some(GPT2));
    splits.iter().map(split).chain(own).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tokenizers::{
        OffsetReferential, OffsetType, PreTokenizedString, PreTokenizer, PreTokenizerWrapper,
    };

    use super::*;

    fn words(pre: &Pre, text: &str) -> Vec<String> {
        let pre_tokenizer: PreTokenizerWrapper =
            serde_json::from_value(pre.pre_tokenizer.clone()).expect("a pre-tokenizer");
        let mut words = PreTokenizedString::from(text);
        pre_tokenizer.pre_tokenize(&mut words).expect("words");
        let words = words.get_splits(OffsetReferential::Original, OffsetType::Byte);
        words.into_iter().map(|(_, (start, end), _)| text[start..end].to_owned()).collect()
    }

    #[test]
    fn pre_tokenizers_cut_words_as_llama_cpp() {
        let golden = include_str!("../../tests/pre/words.json");
        let mut golden: BTreeMap<String, Value> = serde_json::from_str(golden).expect("JSON");
        let texts = golden.remove("texts").expect("texts");
        let texts: Vec<String> = serde_json::from_value(texts).expect("strings");
        assert_eq!(golden.len(), SPLITS.len());
        for (name, expected) in golden {
            let expected: Vec<Vec<String>> = serde_json::from_value(expected).expect("words");
            let pre = Pre::named(&name).expect("a name");
            for (text, expected) in texts.iter().zip(expected) {
                assert_eq!(words(&pre, text), expected, "{name} {text:?}");
            }
        }
    }

    #[test]
    fn pre_tokenizers_have_different_names() {
        let mut names: Vec<&str> = SPLITS.iter().flat_map(|splits| splits.names).copied().collect();
        assert!(MISSING.iter().all(|name| Pre::named(name).is_none()));
        names.extend(MISSING);
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn pre_tokenizers_are_found_by_their_rules() {
        for name in ["gpt-2", "smollm", "llama-bpe", "qwen2", "tekken", "deepseek-v3"] {
            let pre = Pre::named(name).expect("a name");
            let json = json!({
                "pre_tokenizer": pre.pre_tokenizer, "normalizer": pre.normalizer,
                "model": {"ignore_merges": pre.ignore_merges},
            });
            assert_eq!(Pre::name_of(&json), Some(name));
        }
        let digits = json!({"type": "Digits", "individual_digits": true});
        let bytes = json!({"type": "ByteLevel", "add_prefix_space": false});
        let smollm = json!({"type": "Sequence", "pretokenizers": [digits, bytes]});
        assert_eq!(Pre::name_of(&json!({ "pre_tokenizer": smollm })), Some("smollm"));
        let other = json!({"type": "Metaspace"});
        assert_eq!(Pre::name_of(&json!({ "pre_tokenizer": other })), None);
    }
}
