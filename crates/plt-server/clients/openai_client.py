"""Every field that `plt serve` takes, through the official Python client; an assertion where it fails.

    python openai_client.py http://127.0.0.1:8000/v1 [KEY]

Chats and tools are asked for if the model has a chat template; a model that has none says so.
"""

import json
import sys

import openai

URL = sys.argv[1]
KEY = sys.argv[2] if len(sys.argv) > 2 else "none"
client = openai.OpenAI(base_url=URL, api_key=KEY)
PROMPT = "def fibonacci(n):"


def refused(what, **fields):
    """The error of a request that must be refused."""
    try:
        what(model=MODEL, **fields)
    except openai.BadRequestError as error:
        return error
    raise AssertionError(f"{fields} should have been refused")


models = client.models.list().data
assert len(models) == 1, models
MODEL = models[0].id
assert client.models.retrieve(MODEL).id == MODEL
print("model", MODEL, models[0].model_extra)

# One answer, whole and streamed: the same.
same = dict(model=MODEL, prompt=PROMPT, max_tokens=30, temperature=0)
answer = client.completions.create(**same)
assert answer.choices[0].finish_reason in ("stop", "length")
assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens
chunks = list(client.completions.create(**same, stream=True, stream_options={"include_usage": True}))
text = "".join(choice.text for chunk in chunks for choice in chunk.choices)
assert text == answer.choices[0].text, (text, answer.choices[0].text)
assert chunks[-1].usage.completion_tokens == answer.usage.completion_tokens
# The prompt is known by now.
again = client.completions.create(**same)
assert again.usage.prompt_tokens_details.cached_tokens >= 0

# All that has to do with sampling.
sampled = dict(
    model=MODEL, prompt=PROMPT, max_tokens=30, n=2, seed=3, stop=["\n\n\n"], logprobs=2,
    temperature=0.7, top_p=0.9, presence_penalty=0.5, frequency_penalty=0.5, logit_bias={"5": -10},
    extra_body={"top_k": 20, "min_p": 0.01, "repetition_penalty": 1.1, "gates": True},
)
first, second = client.completions.create(**sampled), client.completions.create(**sampled)
assert [c.text for c in first.choices] == [c.text for c in second.choices], "a seed is a seed"
assert len(first.choices) == 2
for choice in first.choices:
    assert "\n\n\n" not in choice.text
    assert len(choice.logprobs.tokens) == len(choice.logprobs.top_logprobs)
    assert all(0 <= gate <= 1 for token in choice.model_extra["gates"] for gate in token or [])

# Prompts of several texts, and of token ids.
both = client.completions.create(model=MODEL, prompt=[PROMPT, "import os"], max_tokens=4)
assert [choice.index for choice in both.choices] == [0, 1]
ids = client.completions.create(model=MODEL, prompt=[1, 2, 3], max_tokens=4)
assert ids.usage.prompt_tokens == 3

# A form that the answer must have.
schema = {
    "type": "object",
    "properties": {"a": {"enum": [1, 2]}},
    "required": ["a"],
    "additionalProperties": False,
}
form = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}

# What is not honoured is refused by name.
assert refused(client.completions.create, prompt="a", echo=True).param == "echo"
assert refused(client.completions.create, prompt="a", n=10**6).param == "n"
assert refused(client.completions.create, prompt="a", temperature=-1).param == "temperature"

try:
    hello = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "Say hello."}], max_completion_tokens=8
    )
except openai.BadRequestError as error:
    print("no chats:", error)
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
refused(client.chat.completions.create, messages=[{"role": "user", "content": image}])

answer = client.chat.completions.create(**chat, response_format=form, max_tokens=200)
if answer.choices[0].finish_reason == "stop":
    assert json.loads(answer.choices[0].message.content)["a"] in (1, 2)

answer = client.chat.completions.create(**chat, max_tokens=5, logprobs=True, top_logprobs=2)
assert all(len(token.top_logprobs) == 2 for token in answer.choices[0].logprobs.content)

try:
    answer = client.chat.completions.create(
        **chat, tools=tools, tool_choice="required", parallel_tool_calls=False, max_tokens=120
    )
except openai.BadRequestError as error:
    print("no tools:", error)
    sys.exit()
call = answer.choices[0].message.tool_calls[0]
assert answer.choices[0].finish_reason == "tool_calls" and call.function.name == "get"
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
answer = client.chat.completions.create(**chat, tools=tools, tool_choice="none", max_tokens=5)
assert not answer.choices[0].message.tool_calls
print("all of it")
