"""Renders the templates of `cases.py` and `families/` with jinja2 3.1.6 into `goldens.jsonl`.

    pip install jinja2==3.1.6 && python3 generate.py

Each line is a template with its output; `"error": true` where jinja2 fails. `differences.json` names the templates
that this crate renders otherwise, with the reason.
"""

import datetime
import json
import pathlib

import jinja2
from cases import CASES, MESSAGES, TOOLS, VARIABLES
from environment import render

HERE = pathlib.Path(__file__).resolve().parent
NOW = datetime.datetime(2024, 2, 9, 7, 5, 3)
assert jinja2.__version__ == "3.1.6"


def golden(name, template, context):
    full = {"messages": MESSAGES, "tools": TOOLS, "add_generation_prompt": True, **VARIABLES, **context}
    line = {"name": name, "template": template}
    if context:
        line["context"] = context
    try:
        line["expected"] = render(template, full, NOW)
    except Exception as error:
        line["error"] = True
        line["reason"] = f"{type(error).__name__}: {error}"[:120]
    return line


def conversations():
    """The conversations with which each template of a family is rendered."""
    plain = [{"role": "user", "content": "Hi!"}, {"role": "assistant", "content": "Hello."}, {"role": "user", "content": " Why? "}]
    yield "plain", {"messages": plain, "tools": None}
    yield "closed", {"messages": plain[:2], "tools": None, "add_generation_prompt": False}
    yield "system", {"messages": [MESSAGES[0], *plain], "tools": None}
    yield "tools", {}
    yield "twice", {"messages": [plain[0], plain[0]], "tools": None}


def main():
    default = {"messages": MESSAGES, "tools": TOOLS, "add_generation_prompt": True, **VARIABLES}
    seconds = int(NOW.replace(tzinfo=datetime.timezone.utc).timestamp())
    lines = [{"default": default, "seconds": seconds}]
    for name, case in CASES.items():
        template, context = case if isinstance(case, tuple) else (case, {})
        lines.append(golden(name, template, context))
    for file in sorted((HERE / "families").glob("*.jinja")):
        template = file.read_text()
        for name, context in conversations():
            line = golden(f"{file.stem}-{name}", template, context)
            line["template"] = f"families/{file.name}"
            lines.append(line)
    with open(HERE / "goldens.jsonl", "w", encoding="utf8", newline="\n") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
    print(len(lines) - 1, "templates,", sum("error" in line for line in lines), "with an error")


main()
