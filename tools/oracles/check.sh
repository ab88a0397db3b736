#!/usr/bin/env bash
# Makes every golden anew with the pinned libraries and compares. Needs Python 3.11 or later and a package index.
set -euo pipefail
cd "$(dirname "$0")/../.."
VENV=${ORACLES_VENV:-.venv}
[ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r tools/oracles/requirements.txt
# The longest first, two at a time: each is one thread.
printf '%s\n' resampling statistics analysis calibration comparison consistency curves distribution groups proportions examples |
  OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 xargs -P 2 -I TOPIC bash -c \
    'if said=$("$0" tools/oracles/TOPIC.py --check 2>&1); then printf "TOPIC\n%s\n" "$said"; else printf "TOPIC\n%s\n" "$said" >&2; exit 255; fi' \
    "$VENV/bin/python"
