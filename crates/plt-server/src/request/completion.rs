//! The body of `/v1/completions`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::{CommonFields, stream_rule};
use super::prompt::Prompt;
use super::unsupported;

/// A request for text that continues a prompt.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::completion, extend("anyOf" = stream_rule()))]
pub(crate) struct CompletionRequest {
    /// One prompt or a list of prompts, each a string or a list of token ids.
    pub prompt: Prompts,
    /// Reports the log probability of every token, and of this many most likely tokens.
    #[schemars(range(min = 0), extend("maximum" = "$logprobs"))]
    pub logprobs: Option<usize>,
    #[serde(flatten)]
    pub common: CommonFields,
}

// A doc comment on a variant would become part of the schema of its value.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Prompts {
    #[schemars(extend("minLength" = "$prompt_min_length"))]
    Text(String),
    #[schemars(extend("minItems" = 1))]
    Ids(Vec<TokenId>),
    #[schemars(extend("minItems" = 1, "maxItems" = "$max_prompts"))]
    Several(Vec<TextOrIds>),
}

/// One prompt of several.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum TextOrIds {
    #[schemars(extend("minLength" = "$prompt_min_length"))]
    Text(String),
    #[schemars(extend("minItems" = "$prompt_min_tokens"))]
    Ids(Vec<TokenId>),
}

/// A token of the model's vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(title = "a token id", extend("maximum" = "$last_token"))]
pub(crate) struct TokenId(u32);

/// Returns the ids themselves.
pub(crate) fn ids(tokens: Vec<TokenId>) -> Vec<u32> {
    tokens.into_iter().map(|token| token.0).collect()
}

impl From<Prompts> for Vec<Prompt> {
    fn from(prompts: Prompts) -> Self {
        match prompts {
            Prompts::Text(text) => vec![Prompt::Text(text)],
            Prompts::Ids(tokens) => vec![Prompt::Ids(ids(tokens))],
            Prompts::Several(all) => all.into_iter().map(Prompt::from).collect(),
        }
    }
}

impl From<TextOrIds> for Prompt {
    fn from(prompt: TextOrIds) -> Self {
        match prompt {
            TextOrIds::Text(text) => Prompt::Text(text),
            TextOrIds::Ids(tokens) => Prompt::Ids(ids(tokens)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::read;

    fn prompts(json: &str) -> Result<Vec<Prompt>, String> {
        read::<CompletionRequest>(json).map(|request| request.prompt.into())
    }

    #[test]
    fn prompts_are_strings_or_token_ids() {
        let text = |text: &str| Prompt::Text(text.to_owned());
        assert_eq!(prompts(r#"{"prompt": "a"}"#), Ok(vec![text("a")]));
        assert_eq!(prompts(r#"{"prompt": ["a", "b"]}"#), Ok(vec![text("a"), text("b")]));
        assert_eq!(prompts(r#"{"prompt": [1, 2.0]}"#), Ok(vec![Prompt::Ids(vec![1, 2])]));
        let lists = Ok(vec![Prompt::Ids(vec![1]), Prompt::Ids(vec![2, 3])]);
        assert_eq!(prompts(r#"{"prompt": [[1], [2, 3]]}"#), lists);
    }

    #[test]
    fn prompt_errors_name_the_item() {
        for (json, place) in [
            ("{}", "prompt"),
            (r#"{"prompt": 3}"#, "prompt"),
            (r#"{"prompt": []}"#, "prompt"),
            (r#"{"prompt": {}}"#, "prompt"),
            (r#"{"prompt": ["a", 1]}"#, "prompt[1]"),
            (r#"{"prompt": [1, "a"]}"#, "prompt[1]"),
            (r#"{"prompt": [1, -2]}"#, "prompt[1]"),
            (r#"{"prompt": [1.5]}"#, "prompt[0]"),
            (r#"{"prompt": [[1], [4294967296]]}"#, "prompt[1][0]"),
            (r#"{"prompt": [[[1]]]}"#, "prompt[0][0]"),
            (r#"{"prompt": [null]}"#, "prompt[0]"),
        ] {
            let error = prompts(json).expect_err(json);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{json}: {error}");
        }
    }
}
