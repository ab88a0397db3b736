#!/usr/bin/env bash
# Makes every golden anew with the pinned libraries and compares. Needs Python 3.11 or later and a package index.
set -euo pipefail
cd "$(dirname "$0")/../.."
VENV=${ORACLES_VENV:-.venv}
[ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r tools/oracles/requirements.txt
for topic in statistics analysis calibration comparison consistency curves distribution groups proportions resampling; do
  echo "$topic"
  "$VENV/bin/python" "tools/oracles/$topic.py" --check
done
"$VENV/bin/python" tools/oracles/examples.py --check
