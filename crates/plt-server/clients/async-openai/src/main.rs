//! Tests `plt serve` with the client `async-openai`; fails with an assertion.
//!
//! `cargo run -- http://127.0.0.1:8000/v1 [KEY]`

use anyhow::{Context as _, ensure};
use async_openai::Client;
use async_openai::config::OpenAIConfig;
use async_openai::types::chat::CreateChatCompletionRequest;
use async_openai::types::completions::CreateCompletionRequest;
use futures::StreamExt as _;
use serde_json::{Value, json};

/// Makes a request from JSON. Fields that the client's types lack are an error.
fn request<T: serde::de::DeserializeOwned>(fields: Value) -> anyhow::Result<T> {
    Ok(serde_json::from_value(fields)?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let url = args.next().context("missing argument: the URL of the server")?;
    let key = args.next().unwrap_or_default();
    let client = Client::with_config(OpenAIConfig::new().with_api_base(url).with_api_key(key));

    let models = client.models().list().await?.data;
    ensure!(models.len() == 1, "one model");
    let model = models[0].id.as_str();
    ensure!(client.models().retrieve(model).await?.id == model);
    println!("model {model}");

    // The full and the streamed response are equal.
    let fields = json!({
        "model": model, "prompt": "def fibonacci(n):", "max_tokens": 30, "temperature": 0.0,
    });
    let full = client.completions().create(request(fields.clone())?).await?;
    let mut stream =
        client.completions().create_stream(request::<CreateCompletionRequest>(fields)?).await?;
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        for choice in chunk?.choices {
            text.push_str(&choice.text);
        }
    }
    ensure!(text == full.choices[0].text, "{text:?} is not {:?}", full.choices[0].text);

    let sampled = json!({
        "model": model, "prompt": "def fibonacci(n):", "max_tokens": 20, "n": 2, "seed": 3,
        "stop": ["\n\n\n"], "logprobs": 2, "temperature": 0.7, "top_p": 0.9,
        "presence_penalty": 0.5, "frequency_penalty": 0.5, "logit_bias": {"5": -10},
    });
    let first = client.completions().create(request(sampled.clone())?).await?;
    let second = client.completions().create(request(sampled)?).await?;
    ensure!(first.choices.len() == 2);
    ensure!(first.choices[0].text == second.choices[0].text, "the seed does not repeat the completion");

    let unsupported = json!({ "model": model, "prompt": "a", "echo": true });
    let rejected = client.completions().create(request(unsupported)?).await;
    ensure!(rejected.is_err_and(|error| error.to_string().contains("echo")));

    let messages = json!([{ "role": "user", "content": "go" }]);
    let hello = json!({ "model": model, "messages": messages, "max_completion_tokens": 8 });
    if let Err(error) = client.chat().create(request(hello)?).await {
        println!("chats are skipped: {error}");
        return Ok(());
    }
    let structured = json!({
        "model": model, "messages": messages, "max_completion_tokens": 200, "temperature": 0.0,
        "response_format": { "type": "json_schema", "json_schema": { "name": "x", "schema": {
            "type": "object", "properties": { "a": { "enum": [1, 2] } }, "required": ["a"],
            "additionalProperties": false,
        } } },
    });
    let response = client.chat().create(request(structured)?).await?;
    println!("structured output: {:?}", response.choices[0].message.content);

    let tools = json!([{ "type": "function", "function": {
        "name": "get", "description": "get it",
        "parameters": { "type": "object", "properties": { "n": { "type": "integer" } },
            "required": ["n"], "additionalProperties": false },
    } }]);
    let fields = json!({
        "model": model, "messages": messages, "tools": tools, "tool_choice": "required",
        "parallel_tool_calls": false, "max_completion_tokens": 120, "temperature": 0.0,
    });
    let response = match client.chat().create(request(fields.clone())?).await {
        Ok(response) => response,
        Err(error) => {
            println!("tools are skipped: {error}");
            return Ok(());
        }
    };
    ensure!(response.choices[0].message.tool_calls.as_ref().is_some_and(|calls| calls.len() == 1));
    let mut stream =
        client.chat().create_stream(request::<CreateChatCompletionRequest>(fields)?).await?;
    let mut arguments = String::new();
    while let Some(chunk) = stream.next().await {
        for choice in chunk?.choices {
            for call in choice.delta.tool_calls.unwrap_or_default() {
                arguments.extend(call.function.and_then(|function| function.arguments));
            }
        }
    }
    let arguments: Value = serde_json::from_str(&arguments).context("arguments in JSON")?;
    ensure!(arguments["n"].is_i64(), "{arguments}");
    println!("all checks passed");
    Ok(())
}
