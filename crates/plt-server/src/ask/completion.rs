//! What `/v1/completions` calls a prompt.

use serde_json::Value;

use super::prompt::Prompt;
use crate::fields::{Fields, expected, whole};
use crate::refusal::Refusal;

const WHAT: &str = "a text, a list of texts, a list of token ids or a list of such lists";

/// The prompts of a request: at least one.
pub(super) fn prompts(fields: &mut Fields) -> Result<Vec<Prompt>, Refusal> {
    match fields.take("prompt") {
        None => Err(Refusal::invalid(format!("prompt: expected {WHAT}")).about("prompt")),
        Some(Value::String(text)) => Ok(vec![Prompt::Text(text)]),
        Some(Value::Array(items)) if items.first().is_some_and(Value::is_number) => {
            Ok(vec![Prompt::Ids(ids("prompt", &items)?)])
        }
        Some(Value::Array(items)) if !items.is_empty() => {
            let items = items.into_iter().enumerate();
            items.map(|(index, item)| prompt(&format!("prompt[{index}]"), item)).collect()
        }
        Some(other) => Err(expected("prompt", WHAT, &other)),
    }
}

/// One prompt of a list.
fn prompt(path: &str, value: Value) -> Result<Prompt, Refusal> {
    match value {
        Value::String(text) => Ok(Prompt::Text(text)),
        Value::Array(items) => Ok(Prompt::Ids(ids(path, &items)?)),
        other => Err(expected(path, "a text or a list of token ids", &other)),
    }
}

/// Token ids. Whether the model has them is the engine's to say.
pub(crate) fn ids(path: &str, items: &[Value]) -> Result<Vec<u32>, Refusal> {
    let id = |(index, item): (usize, &Value)| {
        let id = whole(item).and_then(|id| u32::try_from(id).ok());
        id.ok_or_else(|| expected(&format!("{path}[{index}]"), "a token id", item))
    };
    items.iter().enumerate().map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Vec<Prompt>, String> {
        let mut fields = Fields::parse(json.as_bytes(), 1000).map_err(|refusal| refusal.json())?;
        prompts(&mut fields).map_err(|refusal| refusal.json())
    }

    #[test]
    fn every_form_of_a_prompt_is_read() {
        let text = |text: &str| Prompt::Text(text.to_owned());
        assert_eq!(read(r#"{"prompt": "a"}"#), Ok(vec![text("a")]));
        assert_eq!(read(r#"{"prompt": ["a", "b"]}"#), Ok(vec![text("a"), text("b")]));
        assert_eq!(read(r#"{"prompt": [1, 2]}"#), Ok(vec![Prompt::Ids(vec![1, 2])]));
        let lists = Ok(vec![Prompt::Ids(vec![1]), Prompt::Ids(vec![2, 3])]);
        assert_eq!(read(r#"{"prompt": [[1], [2, 3]]}"#), lists);
    }

    #[test]
    fn anything_else_is_refused_where_it_stands() {
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
            let error = read(json).expect_err(json);
            assert!(error.contains(&format!(r#""param":"{place}""#)), "{json}: {error}");
        }
    }
}
