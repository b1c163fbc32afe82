"use strict";
// Everything that a model says is put in as text, never as HTML.

const element = (id) => document.getElementById(id);
let conversation = [];
let talks = false;
let running = null;
let before = null;

const headers = () => {
  const key = element("key").value.trim();
  const all = { "Content-Type": "application/json" };
  if (key) all.Authorization = `Bearer ${key}`;
  return all;
};

async function refusal(response) {
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
    element("model").textContent = await refusal(response);
    return;
  }
  const model = (await response.json()).data[0];
  talks = model.plt.chat;
  element("model").textContent = model.id;
  element("text").placeholder = talks ? "Say something" : "Write something for the model to go on with";
  list("card", [
    ["loops", `${model.plt.loops} (${model.plt.loop_rule})`],
    ["window", model.plt.loops > 1 ? `${model.plt.window_keys} tokens` : "none"],
    ["cache a token", bytes(model.plt.kv_bytes_per_token)],
    ["cache a sequence", bytes(model.plt.kv_bytes_per_sequence)],
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
  list("now", [
    ["tokens/s", rate.toFixed(1)],
    ["running, waiting", `${values.num_requests_running}, ${values.num_requests_waiting}`],
    ["rows a pass", values.passes_total ? (values.rows_total / values.passes_total).toFixed(1) : "–"],
    ["cache in use", `${(values.kv_cache_usage_perc * 100).toFixed(1)} %`],
    ["kept for later", `${(values.kv_cache_kept_perc * 100).toFixed(1)} %`],
    ["drafts right", values.spec_decode_num_draft_tokens_total
      ? `${(values.spec_decode_num_accepted_tokens_total / values.spec_decode_num_draft_tokens_total * 100).toFixed(0)} %` : "–"],
  ]);
  element("memory").value = values.kv_cache_usage_perc + values.kv_cache_kept_perc;
}

function say(who, text) {
  const said = document.createElement("div");
  said.className = `said ${who}`;
  said.textContent = text;
  element("talk").append(said);
  element("talk").scrollTop = element("talk").scrollHeight;
  return said;
}

// The data of server-sent events, one by one.
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

// The text of a token, shaded by the mean gate of its later loops.
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

async function answer(text) {
  const request = { stream: true, stream_options: { include_usage: true }, gates: true };
  const [temperature, tokens] = [element("temperature").value, element("tokens").value];
  if (temperature !== "") request.temperature = Number(temperature);
  if (tokens !== "") request.max_tokens = Number(tokens);
  // The one that this answer belongs to, whatever begins meanwhile.
  const own = conversation;
  if (talks) {
    own.push({ role: "user", content: text });
    request.messages = own;
  } else {
    request.prompt = text;
    request.max_tokens ??= 100;
  }
  running = new AbortController();
  const started = performance.now();
  let [said, content, usage] = [null, "", null];
  try {
    const path = talks ? "/v1/chat/completions" : "/v1/completions";
    const options = { method: "POST", headers: headers(), body: JSON.stringify(request), signal: running.signal };
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(await refusal(response));
    said = say("assistant", "");
    for await (const data of events(response.body)) {
      if (data === "[DONE]") break;
      const chunk = JSON.parse(data);
      if (chunk.error) throw new Error(chunk.error.message);
      usage = chunk.usage ?? usage;
      const choice = chunk.choices[0];
      const piece = (talks ? choice?.delta.content : choice?.text) ?? "";
      content += piece;
      said.append(shaded(piece, choice?.gates));
      element("talk").scrollTop = element("talk").scrollHeight;
    }
  } catch (error) {
    if (error.name !== "AbortError") say("error", error.message);
  }
  running = null;
  if (said && talks) own.push({ role: "assistant", content });
  if (!said && talks) own.pop();
  if (said && usage) {
    const note = document.createElement("small");
    const seconds = (performance.now() - started) / 1e3;
    const cached = usage.prompt_tokens_details.cached_tokens;
    note.textContent = `${usage.prompt_tokens} tokens in, ${cached} of them kept from before; ` +
      `${usage.completion_tokens} out in ${seconds.toFixed(1)} s`;
    said.append(note);
  }
}

element("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = element("text").value;
  if (running || text === "") return;
  element("text").value = "";
  say("user", text);
  [element("send").hidden, element("stop").hidden] = [true, false];
  await answer(text);
  [element("send").hidden, element("stop").hidden] = [false, true];
  element("text").focus();
});
element("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    element("ask").requestSubmit();
  }
});
element("stop").addEventListener("click", () => running?.abort());
element("anew").addEventListener("click", () => {
  running?.abort();
  conversation = [];
  element("talk").replaceChildren();
});
element("key").addEventListener("change", card);
card();
status();
setInterval(status, 1000);
