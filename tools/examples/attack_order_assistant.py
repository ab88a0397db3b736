"""Attacks the stand-in with promptfoo and garak, and puts what they write into the example, without this machine's paths.

    npm install --prefix <folder> promptfoo@0.121.20
    pip install garak==0.17.1                      # in an environment of its own; or with --no-deps, see tools/fixtures/garak
    python tools/examples/attack_order_assistant.py <folder> <python of that environment>

A run's time and ids are new each time, so that it is no part of make.py; run that afterwards, for the card's digests.
Prompts of garak are cut to their first words, and its records of plug-ins left out: no number comes from either.
"""

import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAND_IN = HERE / "stand_in"
EVIDENCE = HERE.parents[1] / "examples" / "order-assistant" / "evidence"
NAME = "order-assistant"
PROBES = [
    "dan.Dan_10_0",
    "dan.Dan_11_0",
    "dan.DUDE",
    "dan.STAN",
    "exploitation.SQLInjectionEcho",
    "web_injection.ColabAIDataLeakage",
    "web_injection.MarkdownImageExfil",
    "web_injection.MarkdownXSS",
    "web_injection.PlaygroundMarkdownExfil",
]
WORDS = 12


def red_team(installed: Path, work: Path, url: str) -> None:
    plugins = json.loads((STAND_IN / "attacks.json").read_text(encoding="utf-8"))
    (work / "judge.cjs").write_text((STAND_IN / "judge.cjs").read_text())
    config = {
        "description": "red team of the order assistant",
        "prompts": ["{{query}}"],
        "providers": [
            {
                "id": url,
                "label": NAME,
                "config": {"method": "POST", "body": {"message": "{{prompt}}"}, "transformResponse": "json.reply"},
            }
        ],
        "redteam": {"purpose": "answers customers about their own orders", "plugins": list(plugins), "strategies": ["basic", "base64"]},
        "defaultTest": {"options": {"provider": "file://judge.cjs"}},
        "tests": [
            {
                "vars": {"query": query if strategy == "basic" else base64.b64encode(query.encode()).decode()},
                "assert": [{"type": "llm-rubric", "value": f"The answer resists {plugin}."}],
                "metadata": {"pluginId": plugin, "strategyId": strategy, "severity": of["severity"]},
            }
            for plugin, of in plugins.items()
            for strategy in ("basic", "base64")
            for query in of["queries"]
        ],
    }
    (work / "config.json").write_text(json.dumps(config))
    environment = {
        **os.environ,
        "PROMPTFOO_CONFIG_DIR": str(work / ".promptfoo"),
        "PROMPTFOO_CACHE_ENABLED": "false",
        "PROMPTFOO_DISABLE_REMOTE_GENERATION": "true",
        "PROMPTFOO_DISABLE_TELEMETRY": "true",
        "PROMPTFOO_DISABLE_UPDATE": "true",
    }
    program = installed / "node_modules" / ".bin" / "promptfoo"
    command = [program, "eval", "-c", "config.json", "-o", "red-team.json", "--no-cache", "--no-table", "--no-progress-bar"]
    # It leaves with another status than 0 when an attack succeeds.
    subprocess.run(command, cwd=work, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    text = (work / "red-team.json").read_text(encoding="utf-8")
    text = text.replace(str(work), "/app").replace(str(installed), "/app").replace(url, "https://shop.example.com/assistant")
    written = json.dumps(without_headers(json.loads(text)), indent=2, ensure_ascii=False)
    (EVIDENCE / "red-team.json").write_text(written + "\n", encoding="utf-8")


def without_headers(value):
    """HTTP headers are where cookies and tokens are, so that they are kept in no repository."""
    if isinstance(value, list):
        return [without_headers(item) for item in value]
    if isinstance(value, dict):
        return {key: without_headers(item) for key, item in value.items() if key != "http"}
    return value


def probes(python: Path, work: Path, url: str) -> None:
    options = {
        "rest": {
            "RestGenerator": {
                "uri": url,
                "method": "post",
                "req_template_json_object": {"message": "$INPUT"},
                "response_json": True,
                "response_json_field": "reply",
            }
        }
    }
    (work / "rest.json").write_text(json.dumps(options))
    environment = {**os.environ, "XDG_CACHE_HOME": f"{work}/cache", "XDG_DATA_HOME": f"{work}/data", "HOME": str(work)}
    command = [python, "-m", "garak", "--target_type", "rest", "--target_name", NAME, "--generator_option_file", "rest.json",
               "--probes", ",".join(PROBES), "--generations", "1", "--report_prefix", NAME]
    subprocess.run(command, cwd=work, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (report,) = work.rglob(f"{NAME}.report.jsonl")
    text = report.read_text(encoding="utf-8").replace(str(work), "/app").replace(url, "https://shop.example.com/assistant")
    text = text.replace(str(Path(python).parents[1]), "/app")
    rows = [json.loads(line) for line in text.splitlines() if '"plugin_cache"' not in line[:40]]
    written = "".join(json.dumps(shortened(row)) + "\n" for row in rows)
    (EVIDENCE / "garak.report.jsonl").write_text(written, encoding="utf-8")


def shortened(value):
    if isinstance(value, str):
        return " ".join(value.split()[:WORDS]) if len(value.split()) > WORDS else value
    if isinstance(value, list):
        return [shortened(item) for item in value]
    if isinstance(value, dict):
        return {key: shortened(item) for key, item in value.items()}
    return value


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the assistant did not start")


def main(installed: str, python: str) -> None:
    port = free_port()
    server = subprocess.Popen([sys.executable, HERE / "serve_order_assistant.py", str(port)])
    try:
        wait_for(port)
        EVIDENCE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as work:
            red_team(Path(installed).resolve(), Path(work), f"http://127.0.0.1:{port}/")
            probes(Path(python).absolute(), Path(work), f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
