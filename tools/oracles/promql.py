"""What Prometheus itself makes of alert expressions: whether it accepts them, and whether the alert then fires.

Without arguments it asks promtool and writes __tests__/evidence/readers/monitoring/goldens/promql.json; with --check
it asks again about the stored cases and compares. Needs promtool 3.5.0, with its path in PROMTOOL:
go mod download github.com/prometheus/prometheus@v0.305.0, then `go build -o … ./cmd/promtool` in the module's folder.
"""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "__tests__" / "evidence" / "readers" / "monitoring" / "goldens" / "promql.json"
VERSION = "3.5.0"  # `go build` leaves none in the program
PROMTOOL = os.environ.get("PROMTOOL", "promtool")

ACCEPTED_OR_NOT = """
x < 1; x <; x < 1); avg(x < 1; rate(x) < 1; sum(x[5m]) > 1; x[5m]; "text"; 1 < 2; 1 < bool 2; x + bool 1; x and 1;
round(x, 1, 2) > 1; avg(0.5, x) > 1; (x + y)[5m] > 1; (x + y) offset 5m > 1; madeup(x) > 1; x{a="b} > 1; x > 'a';
topk(x) > 1; topk(3, x) > 1; quantile(0.9, x) > 1; quantile_over_time(x[5m], 0.9) > 1; quantile_over_time(0.9, x[5m]) > 1;
time() > 5; time() > bool 5; vector(1) > 0; scalar(x) > 1; scalar(x) > bool 1; x > scalar(y); absent(x); absent(x[5m]);
histogram_quantile(0.9, x) > 1; histogram_quantile(x, 0.9) > 1; label_replace(x, "a", "b", "c", "d") > 1;
label_replace(x, "a", "b", "c") > 1; label_join(x, "a", "-", "b", "c") > 1; clamp(x, 0, 1) > 1; clamp_max(x) > 1;
x offset 5m > 1; x offset -5m > 1; x @ 5 > 1; x @ end() > 1; rate(x[5m] offset 1h) > 1; rate(x[5m])[1h:1m] > 1;
max_over_time(rate(x[5m])[1h:1m]) > 1; x unless y; x unless 1; x or vector(0); -x > 1; +x > 1; --x > 1; -"a" > 1;
x > 0x1F; x > 1e3; x > 1_000; x > 5m; x > .5; x > 5.; x > Inf; x > nan; {__name__="x"} > 1; {} > 1; {a=""} > 1;
{"x.y", a="b"} > 1; x{a=~"b|c"} > 1; x{a!~"b"} > 1; sum(x) by (a) > 1; sum by (a) (x) > 1; sum by (a) (x) by (a) > 1;
sum(x) without () > 1; x > on(a) group_left(b) y; x > ignoring(a) y; x > on() bool y; x > bool on() y; x ^ 2 > 1;
x % 2 > 1; x atan2 y > 1; day_of_week() > 1; day_of_week(x) > 1; hour(1) > 1; pi() > 1; month() == 1; vector(time()) > 1;
deriv(x[5m]) > 1; predict_linear(x[1h], 60) > 1; predict_linear(x, 60) > 1; changes(x[5m]) > 1; count_values("v", x) > 1;
count_values(x) > 1; group(x) > 1; stddev(x) > 1; sort(x) > 1; sgn(x) > 1; ceil(x) > 1; x == x; x != 1; x =! 1; x === 1;
x > 1 > 2; (x > 1; x > 1 # comment; x[1h:5m] > 1; avg_over_time(x[1h:5m]) > 1; avg_over_time((x + y)[1h:5m]) > 1;
x y > 1; x, y; sum(x, y) > 1; sum() > 1; rate(x[5]) > 1; rate(x[5x]) > 1; rate(x[]) > 1; x{a=b} > 1; x{a} > 1;
increase(x[1d]) > 1; irate(x[1h30m]) > 1; idelta(x[5m]) > 1; resets(x[5m]) > 1; last_over_time(x[5m]) > 1; "a" == "a"
"""

# One series each: `a+bxn` starts at a and grows by b a minute.
LOW, HIGH, RATE = "0.6+0x120", "0.8+0x120", "0+60x120"
FIRING = [
    *[(text, {"accuracy": value}) for value in (LOW, HIGH, "0.7+0x120") for text in (
        "accuracy < 0.7", "0.7 > accuracy", "0.7 <= accuracy", "accuracy != 0.7", "accuracy == 0.7", "1 - accuracy > 0.25",
        "accuracy * 100 < 70", "-accuracy > -0.75", "(accuracy < bool 0.7) == 1", "(accuracy < bool 0.7) == 0",
        "(accuracy < bool 0.7) > 0", "0 != (accuracy < bool 0.7)", "(accuracy < bool 0.7) < 1", "(accuracy - 0.5) * 2 < 0.3",
        "avg_over_time(accuracy[1h]) < 0.65", "max by (model) (accuracy) > 0.75", "0.5 < accuracy < 0.7", "7e-1 > accuracy",
        "quantile(0.5, accuracy) < 0.65", "sort(accuracy) > 0.65", "accuracy / 2 < 0.35", "3 - 2 * accuracy < 1.5",
        "accuracy < 0.7 unless on() maintenance == 1", "(accuracy or vector(0)) < 0.65", "topk(1, accuracy) < 0.65",
        "scalar(accuracy) * vector(1) < 0.65", "avg_over_time(accuracy[1h:5m]) > 0.75", "accuracy offset 10m < 0.65")],
    *[(f"{text} {limit}", {"errors": RATE}) for limit in (0.5, 2) for text in (
        "rate(errors[5m]) >", "sum(rate(errors[10m])) <", "2 * irate(errors[5m]) >", "max_over_time(rate(errors[5m])[30m:1m]) >=")],
    *[("accuracy < 0.7 and on(model) requests > 100", {"accuracy": accuracy, "requests": requests})
      for accuracy in (LOW, HIGH) for requests in ("50+0x120", "150+0x120")],
]


def main():
    if "--check" in sys.argv[1:]:
        stored = json.loads(GOLDEN.read_text())
        wrong = [text for text, answer in stored["accepted"] if accepted(text) != answer]
        wrong += [case["expression"] for case in stored["firing"] if fires(case["expression"], case["series"]) != case["fires"]]
        print(f"{len(wrong)} differences", *wrong[:20], sep="\n")
        sys.exit(1 if wrong else 0)
    texts = [text.strip() for text in ACCEPTED_OR_NOT.split(";")]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(accepted, texts))
        firing = list(pool.map(lambda case: fires(*case), FIRING))
    golden = {
        "versions": {"promtool": VERSION},
        "accepted": list(zip(texts, answers)),
        "firing": [{"expression": text, "series": series, "fires": answer} for (text, series), answer in zip(FIRING, firing)],
    }
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{sum(answers)} of {len(texts)} accepted, {sum(firing)} of {len(firing)} fire")


def rules(expression):
    return json.dumps({"groups": [{"name": "g", "rules": [{"alert": "A", "expr": expression}]}]})


def accepted(expression):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rules.yml")
        path.write_text(rules(expression))
        return run("check", "rules", str(path))


def fires(expression, series):
    """A test that expects no alert fails when there is one."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "rules.yml").write_text(rules(expression))
        inputs = [{"series": f'{name}{{model="m"}}', "values": values} for name, values in series.items()]
        expectation = {"eval_time": "90m", "alertname": "A", "exp_alerts": []}
        test = {"rule_files": ["rules.yml"], "evaluation_interval": "1m",
                "tests": [{"interval": "1m", "input_series": inputs, "alert_rule_test": [expectation]}]}
        Path(folder, "test.yml").write_text(json.dumps(test))
        return not run("test", "rules", str(Path(folder, "test.yml")))


def run(*arguments):
    return subprocess.run([PROMTOOL, *arguments], capture_output=True).returncode == 0


main()
