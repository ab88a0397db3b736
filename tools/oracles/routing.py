"""Where Alertmanager itself sends an alert: the answers of `amtool config routes test`.

Without arguments it makes the configurations, asks amtool and writes __tests__/evidence/routing/goldens/routing.json;
with --check it asks again about the stored ones and compares. Needs amtool:
GOBIN=… go install github.com/prometheus/alertmanager/cmd/amtool@v0.28.1, and its path in AMTOOL.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "__tests__" / "evidence" / "routing" / "goldens" / "routing.json"
VERSION = "0.28.1"  # `go install` leaves none in the program
AMTOOL = os.environ.get("AMTOOL", "amtool")
NAMES = ["alertname", "severity", "team", "model", "env"]
VALUES = ["", "critical", "warning", "ml", "ml-platform", "credit-default", "prod", "staging", "a.b", "x\ny", "7"]
PATTERNS = ["critical|warning", "ml.*", ".+", "", "^prod$", "(ml|credit)-.*", "[a-z]+", "[^a-z-]+", "a\\.b", "a.b", "x.y",
            "ml(-platform)?", "\\d", "\\w+", "prod|stag(e|ing)", "(?:m|p)[lr].*", "crit+ic*al", "[a-z]+-[a-z]+",
            "ml|", "^ml$|^prod$", "[]7]", "[a-]", "ml-*platform", ".*-.*", "c.*?t"]
UNREAD = ["(?i)ML", "m{1}l", "\\bml\\b", "[[:alpha:]]+", "\\pL+", "(^ml)$"]
MATCHERS = ['severity="critical"', "severity=critical", 'severity =~ "critical|warning"', '{severity="critical",team="ml"}',
            'severity="critical",team!="ml"', "{severity=critical,}", 'severity="a,b"', 'severity="cri\\"tical"',
            'severity=~"crit.*', "severity", "=critical", 'severity=="critical"', 'severity=~critical|warning', "{}", "",
            'team!~"ml.*"', '"severity"="critical"', "severity='critical'", '{severity="critical"', 'severity="critical"}',
            'severity="critical" team="ml"', "severity=cri tical", 'sev-erity="critical"', 'severity="critical"x',
            "severity!=", 'severity=""', "severity=a\\nb", 'severity="a\\nb"', "severity=critical,", ",severity=critical",
            "severity=critical,,team=ml", "severity = critical", 'severity="critical', "severity=~critical", "a:b=c", "0a=b"]


def main():
    if "--check" in sys.argv[1:]:
        cases = json.loads(GOLDEN.read_text())["cases"]
        wrong = [case for case in cases if ask(case["config"], case["labels"]) != case["answer"]]
        print(f"{len(wrong)} differences")
        sys.exit(1 if wrong else 0)
    cases = [{"config": config, "labels": labels, "answer": ask(config, labels)} for config, labels in inputs()]
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(json.dumps({"versions": {"amtool": VERSION}, "cases": cases}, separators=(",", ":")) + "\n")
    print(f"{len(cases)} cases, {sum(case['answer'] is None for case in cases)} refused")


def inputs():
    seeded = random.Random(4)
    for _ in range(60):
        config = configuration(seeded, VALUES, PATTERNS)
        for _ in range(4):
            yield config, alert(seeded)
    for _ in range(15):
        yield configuration(seeded, VALUES, UNREAD + PATTERNS), alert(seeded)
    for text in MATCHERS:
        route = {"receiver": "root", "routes": [{"receiver": "child", "matchers": [text]}]}
        config = {"route": route, "receivers": [{"name": "root"}, {"name": "child"}]}
        for labels in ({"severity": "critical"}, {"severity": "a,b", "team": "ml"}):
            yield config, labels


def configuration(seeded, values, patterns):
    receivers = [f"r{index}" for index in range(8)]
    route = tree(seeded, receivers, values, patterns, 3)
    root = {"receiver": "r0", "routes": route.get("routes", [])}
    return {"route": root, "receivers": [{"name": name} for name in receivers]}


def tree(seeded, receivers, values, patterns, levels):
    route = {}
    if seeded.random() < 0.8:
        route["receiver"] = seeded.choice(receivers)
    if seeded.random() < 0.35:
        route["continue"] = True
    for _ in range(seeded.choice([0, 1, 1, 2])):
        add_matcher(seeded, route, values, patterns)
    if levels > 0:
        route["routes"] = [tree(seeded, receivers, values, patterns, levels - 1) for _ in range(seeded.randrange(4))]
    return route


def add_matcher(seeded, route, values, patterns):
    name, value, pattern = seeded.choice(NAMES), seeded.choice(values), seeded.choice(patterns)
    form = seeded.randrange(6)
    if form == 0:
        route.setdefault("match", {})[name] = value
    elif form == 1:
        route.setdefault("match_re", {})[name] = pattern
    else:
        operator = ["=", "!=", "=~", "!~"][form - 2]
        text = value if form < 4 else pattern
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        route.setdefault("matchers", []).append(f'{name}{operator}"{quoted}"')


def alert(seeded):
    return {name: seeded.choice(VALUES) for name in NAMES if seeded.random() < 0.7}


def ask(config, labels):
    """The receivers in order, or None when amtool refuses the configuration."""
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
        file.write(json.dumps(config))
        file.flush()
        quoted = [f"{name}={json.dumps(value)}" for name, value in labels.items()]
        done = subprocess.run([AMTOOL, "config", "routes", "test", f"--config.file={file.name}", *quoted],
                              capture_output=True, text=True)
    if done.returncode != 0:
        return None
    return done.stdout.strip().splitlines()[-1].split(",")  # warnings come first


main()
