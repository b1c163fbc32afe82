"""Writes words.json: the words into which llama.cpp's expressions cut some texts, by the name of
the pre-tokenizer. The expressions are those that llama-vocab.cpp gives its own regex engine, which
rewrites case-insensitive groups and classes of letters; plt uses the originals.

    pip install regex && python3 generate.py
"""
import json
from pathlib import Path

import regex

CONTRACTIONS = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)"
REST = r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
WORD = CONTRACTIONS + r"|[^\r\n\p{L}\p{N}]?\p{L}+"
# Originals: the rewritten ones leave marks out, and take every letter beyond ASCII for both cases.
UPPER, LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
BEFORE = r"[^\r\n\p{L}\p{N}]?"
CASES = BEFORE + UPPER + "*" + LOWER + "+@|" + BEFORE + UPPER + "+" + LOWER + "*@"
SLASH = r"| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
PUNCTUATED = r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"""
ONE = WORD + r"|\p{N}|" + REST
PUNCTUATION = " ?[^(\\s|.,!?…。，、।۔،)]+"
NAMES = {
    "gpt-2": [GPT2],
    "smollm": [r"\p{N}", GPT2],
    "llama-bpe": [WORD + r"|\p{N}{1,3}|" + REST],
    "qwen2": [ONE],
    "qwen35": [CONTRACTIONS + r"|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"],
    "gpt-4o": [CASES.replace("@", CONTRACTIONS + "?") + r"|\p{N}{1,3}" + SLASH],
    "tekken": [CASES.replace("@", "") + r"|\p{N}" + SLASH],
    "deepseek-v3": [r"\p{N}{1,3}", "[一-龥぀-ゟ゠-ヿ]+", PUNCTUATED],
    "deepseek-coder": ["[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", "[一-龥ࠀ-一가-퟿]+", r"\p{N}"],
    "bailingmoe": [r"'(?:[sSdDmMtT]|[lL][lL]|[vV][eE]|[rR][eE])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"],
    "seed-coder": [WORD + r"|\p{N}{1}| ?[^\s\p{L}\p{N}\r\n]+|\s*[\r\n]+|\s+(?!\S)|\s+"],
    "minicpm5": [r"\p{N}{1,3}", WORD + r"|\p{N}+|" + REST],
    "laguna": [r"[^\n]+|[\n]+", ONE],
    "bloom": [PUNCTUATION],
    "viking": [PUNCTUATION, r"\p{N}"],
    "falcon": [r"[\p{P}\$\+<=>\^~\|`]+", GPT2, "[0-9][0-9][0-9]"],
    "default": [r"[\p{P}\$\+<=>\^~\|]+", GPT2, r"\p{N}+", "[0-9][0-9][0-9]"],
}
TEXTS = [
    "Hello World, it's we'LL they'RE I'm'd 'sx", "def f(x_1):\n    return x[0] + 12345 # ok\r\n\r\n\tend",
    "a  b   c    \n\n  d \t e ", "1234567 12 3.14 1,000,000 x1y22z333", "camelCaseHTTPServer XMLParser ABC abcDEF",
    "Größe naïve ÑANDÚ straße", "e\u0301a\u0308 n\u0303o", "你好，世界。 日本語テスト です 한국어 텍스트",
    "привет мир ПРИВЕТ", "🙂🙂 a🙂b © ™ ½ ² Ⅷ", "!!! ... (((a))) $5 <b> ^~|` \"q\"", "https://a.b/c?d=e&f#g",
    " \n \n", "\u3000\u00a0x\u2028y", "'", " 's", "x\n\n\n", "हिन्दी पाठ। اردو، متن۔",
]


def split(text, expressions):
    parts = [text]
    for expression in expressions:
        pattern, new = regex.compile(expression), []
        for part in parts:
            at = 0
            for match in pattern.finditer(part):
                if match.end() > match.start():
                    new += [part[at:match.start()], match.group()]
                    at = match.end()
            new.append(part[at:])
        parts = [part for part in new if part]
    return parts


words = {name: [split(text, expressions) for text in TEXTS] for name, expressions in NAMES.items()}
rows = [f'{json.dumps("texts")}: {json.dumps(TEXTS, ensure_ascii=False)}']
rows += [f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in words.items()]
Path(__file__).with_name("words.json").write_text("{\n" + ",\n".join(rows) + "\n}\n")
