"""Tests every field of `plt serve` with the official Python client; fails with an assertion.

    python openai_client.py http://127.0.0.1:8000/v1 [KEY]

Chats and tools are tested if the model has a chat template.
"""

import json
import sys

import openai

URL = sys.argv[1]
KEY = sys.argv[2] if len(sys.argv) > 2 else "none"
client = openai.OpenAI(base_url=URL, api_key=KEY)
PROMPT = "def fibonacci(n):"


def rejected(create, **fields):
    """Sends a request that must be rejected, and returns the error."""
    try:
        create(model=MODEL, **fields)
    except openai.BadRequestError as error:
        return error
    raise AssertionError(f"{fields} should have been rejected")


models = client.models.list().data
assert len(models) == 1, models
MODEL = models[0].id
assert client.models.retrieve(MODEL).id == MODEL
print("model", MODEL, models[0].model_extra)

# The full and the streamed response are equal.
same = dict(model=MODEL, prompt=PROMPT, max_tokens=30, temperature=0)
response = client.completions.create(**same)
assert response.choices[0].finish_reason in ("stop", "length")
assert response.usage.total_tokens == response.usage.prompt_tokens + response.usage.completion_tokens
chunks = list(client.completions.create(**same, stream=True, stream_options={"include_usage": True}))
text = "".join(choice.text for chunk in chunks for choice in chunk.choices)
assert text == response.choices[0].text, (text, response.choices[0].text)
assert chunks[-1].usage.completion_tokens == response.usage.completion_tokens
# The prompt is in the prefix cache now.
again = client.completions.create(**same)
assert again.usage.prompt_tokens_details.cached_tokens >= 0

# Sampling.
sampled = dict(
    model=MODEL, prompt=PROMPT, max_tokens=30, n=2, seed=3, stop=["\n\n\n"], logprobs=2,
    temperature=0.7, top_p=0.9, presence_penalty=0.5, frequency_penalty=0.5, logit_bias={"5": -10},
    extra_body={"top_k": 20, "min_p": 0.01, "repetition_penalty": 1.1, "gates": True},
)
first, second = client.completions.create(**sampled), client.completions.create(**sampled)
assert [c.text for c in first.choices] == [c.text for c in second.choices], "the seed does not repeat the completions"
assert len(first.choices) == 2
for choice in first.choices:
    assert "\n\n\n" not in choice.text
    assert len(choice.logprobs.tokens) == len(choice.logprobs.top_logprobs)
    assert all(0 <= gate <= 1 for token in choice.model_extra["gates"] for gate in token or [])

# Several prompts, and prompts of token ids.
both = client.completions.create(model=MODEL, prompt=[PROMPT, "import os"], max_tokens=4)
assert [choice.index for choice in both.choices] == [0, 1]
ids = client.completions.create(model=MODEL, prompt=[1, 2, 3], max_tokens=4)
assert ids.usage.prompt_tokens == 3

# Structured output.
schema = {
    "type": "object",
    "properties": {"a": {"enum": [1, 2]}},
    "required": ["a"],
    "additionalProperties": False,
}
response_format = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}

# Unsupported fields and values out of range are rejected by name.
assert rejected(client.completions.create, prompt="a", echo=True).param == "echo"
assert rejected(client.completions.create, prompt="a", n=10**6).param == "n"
assert rejected(client.completions.create, prompt="a", temperature=-1).param == "temperature"

try:
    hello = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "Say hello."}], max_completion_tokens=8
    )
except openai.BadRequestError as error:
    print("chats are skipped:", error)
    sys.exit()
assert hello.choices[0].message.role == "assistant"

messages = [{"role": "user", "content": "go"}]
chat = dict(model=MODEL, messages=messages, temperature=0)
tools = [{
    "type": "function",
    "function": {
        "name": "get",
        "description": "get it",
        "parameters": {
            "type": "object",
            "properties": {"n": {"type": "integer"}},
            "required": ["n"],
            "additionalProperties": False,
        },
    },
}]
image = [{"type": "image_url", "image_url": {"url": "http://127.0.0.1/x.png"}}]
rejected(client.chat.completions.create, messages=[{"role": "user", "content": image}])

response = client.chat.completions.create(**chat, response_format=response_format, max_tokens=200)
if response.choices[0].finish_reason == "stop":
    assert json.loads(response.choices[0].message.content)["a"] in (1, 2)

response = client.chat.completions.create(**chat, max_tokens=5, logprobs=True, top_logprobs=2)
assert all(len(token.top_logprobs) == 2 for token in response.choices[0].logprobs.content)

try:
    response = client.chat.completions.create(
        **chat, tools=tools, tool_choice="required", parallel_tool_calls=False, max_tokens=120
    )
except openai.BadRequestError as error:
    print("tools are skipped:", error)
    sys.exit()
call = response.choices[0].message.tool_calls[0]
assert response.choices[0].finish_reason == "tool_calls" and call.function.name == "get"
assert isinstance(json.loads(call.function.arguments)["n"], int)

named = {"type": "function", "function": {"name": "get"}}
arguments = ""
for chunk in client.chat.completions.create(
    **chat, tools=tools, tool_choice=named, parallel_tool_calls=False, max_tokens=120, stream=True
):
    for choice in chunk.choices:
        for delta in choice.delta.tool_calls or []:
            arguments += delta.function.arguments or ""
assert isinstance(json.loads(arguments)["n"], int), arguments

messages += [
    {"role": "assistant", "content": None, "tool_calls": [call.model_dump()]},
    {"role": "tool", "tool_call_id": call.id, "content": "7"},
]
response = client.chat.completions.create(**chat, tools=tools, tool_choice="none", max_tokens=5)
assert not response.choices[0].message.tool_calls
print("all checks passed")
