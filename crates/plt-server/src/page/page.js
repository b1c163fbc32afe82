"use strict";
// Output of the model is inserted as text, never as HTML.

const element = (id) => document.getElementById(id);
let conversation = [];
let hasTemplate = false;
let running = null;
let before = null;

const headers = () => {
  const key = element("key").value.trim();
  const all = { "Content-Type": "application/json" };
  if (key) all.Authorization = `Bearer ${key}`;
  return all;
};

async function errorMessage(response) {
  const body = await response.json().catch(() => null);
  return body?.error?.message ?? `HTTP ${response.status}`;
}

function list(id, rows) {
  element(id).replaceChildren(...rows.flatMap(([name, value]) => {
    const [term, description] = [document.createElement("dt"), document.createElement("dd")];
    [term.textContent, description.textContent] = [name, value];
    return [term, description];
  }));
}

const bytes = (count) => {
  const units = ["B", "KiB", "MiB", "GiB"];
  let unit = 0;
  while (count >= 1024 && unit + 1 < units.length) { count /= 1024; unit += 1; }
  return `${unit ? count.toFixed(1) : count} ${units[unit]}`;
};

async function card() {
  const response = await fetch("/v1/models", { headers: headers() });
  if (!response.ok) {
    element("model").textContent = await errorMessage(response);
    return;
  }
  const model = (await response.json()).data[0];
  hasTemplate = model.plt.chat;
  element("model").textContent = model.id;
  element("text").placeholder = hasTemplate ? "Message" : "Prompt to complete";
  list("card", [
    ["loops", `${model.plt.loops} (${model.plt.loop_rule})`],
    ["window", model.plt.loops > 1 ? `${model.plt.window_keys} tokens` : "none"],
    ["KV cache per token", bytes(model.plt.kv_bytes_per_token)],
    ["cache per sequence", bytes(model.plt.kv_bytes_per_sequence)],
    ["context", `${model.max_model_len} tokens`],
  ]);
}

async function status() {
  const response = await fetch("/metrics", { headers: headers() }).catch(() => null);
  if (!response?.ok) return;
  const values = {};
  for (const line of (await response.text()).split("\n")) {
    const sample = /^plt_(\w+)\{[^}]*\} (\S+)$/.exec(line);
    if (sample) values[sample[1]] = Number(sample[2]);
  }
  const now = performance.now();
  const tokens = values.generation_tokens_total;
  const rate = before ? (tokens - before.tokens) / (now - before.now) * 1e3 : 0;
  before = { tokens, now };
  list("server", [
    ["tokens/s", rate.toFixed(1)],
    ["running, waiting", `${values.num_requests_running}, ${values.num_requests_waiting}`],
    ["rows per pass", values.passes_total ? (values.rows_total / values.passes_total).toFixed(1) : "–"],
    ["KV cache usage", `${(values.kv_cache_usage_perc * 100).toFixed(1)} %`],
    ["prefix cache", `${(values.kv_cache_kept_perc * 100).toFixed(1)} %`],
    ["drafts accepted", values.spec_decode_num_draft_tokens_total
      ? `${(values.spec_decode_num_accepted_tokens_total / values.spec_decode_num_draft_tokens_total * 100).toFixed(0)} %` : "–"],
  ]);
  element("memory").value = values.kv_cache_usage_perc + values.kv_cache_kept_perc;
}

function show(role, text) {
  const message = document.createElement("div");
  message.className = `message ${role}`;
  message.textContent = text;
  element("chat").append(message);
  element("chat").scrollTop = element("chat").scrollHeight;
  return message;
}

// Yields the data of server-sent events.
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      if (part.startsWith("data: ")) yield part.slice(6);
    }
  }
}

// Returns the text of a token, shaded by the mean gate of its later loops.
function shaded(text, gates) {
  const span = document.createElement("span");
  span.textContent = text;
  const all = (gates ?? []).flat();
  if (all.length) {
    const mean = all.reduce((sum, gate) => sum + gate, 0) / all.length;
    span.style.background = `color-mix(in srgb, #4a7 ${(mean * 60).toFixed(0)}%, transparent)`;
    span.title = all.map((gate, index) => `loop ${index + 1}: ${gate.toFixed(3)}`).join(", ");
    element("legend").hidden = false;
  }
  return span;
}

async function complete(text) {
  const request = { stream: true, stream_options: { include_usage: true }, gates: true };
  const [temperature, tokens] = [element("temperature").value, element("tokens").value];
  if (temperature !== "") request.temperature = Number(temperature);
  if (tokens !== "") request.max_tokens = Number(tokens);
  // A new chat may begin while this response streams.
  const own = conversation;
  if (hasTemplate) {
    own.push({ role: "user", content: text });
    request.messages = own;
  } else {
    request.prompt = text;
    request.max_tokens ??= 100;
  }
  running = new AbortController();
  const started = performance.now();
  let [message, content, usage] = [null, "", null];
  try {
    const path = hasTemplate ? "/v1/chat/completions" : "/v1/completions";
    const options = { method: "POST", headers: headers(), body: JSON.stringify(request), signal: running.signal };
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(await errorMessage(response));
    message = show("assistant", "");
    for await (const data of events(response.body)) {
      if (data === "[DONE]") break;
      const chunk = JSON.parse(data);
      if (chunk.error) throw new Error(chunk.error.message);
      usage = chunk.usage ?? usage;
      const choice = chunk.choices[0];
      const piece = (hasTemplate ? choice?.delta.content : choice?.text) ?? "";
      content += piece;
      message.append(shaded(piece, choice?.gates));
      element("chat").scrollTop = element("chat").scrollHeight;
    }
  } catch (error) {
    if (error.name !== "AbortError") show("error", error.message);
  }
  running = null;
  if (message && hasTemplate) own.push({ role: "assistant", content });
  if (!message && hasTemplate) own.pop();
  if (message && usage) {
    const note = document.createElement("small");
    const seconds = (performance.now() - started) / 1e3;
    const cached = usage.prompt_tokens_details.cached_tokens;
    note.textContent = `${usage.prompt_tokens} prompt tokens (${cached} cached), ` +
      `${usage.completion_tokens} generated in ${seconds.toFixed(1)} s`;
    message.append(note);
  }
}

element("prompt").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = element("text").value;
  if (running || text === "") return;
  element("text").value = "";
  show("user", text);
  [element("send").hidden, element("stop").hidden] = [true, false];
  await complete(text);
  [element("send").hidden, element("stop").hidden] = [false, true];
  element("text").focus();
});
element("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    element("prompt").requestSubmit();
  }
});
element("stop").addEventListener("click", () => running?.abort());
element("clear").addEventListener("click", () => {
  running?.abort();
  conversation = [];
  element("chat").replaceChildren();
});
element("key").addEventListener("change", card);
card();
status();
setInterval(status, 1000);
