#!/usr/bin/env bash
# The clean corpus gate: on sheets already edited for clarity no rule is above 3 alarms per 1,000
# words without a written reason. Exits 77 (skipped) where the sheets or python3 are absent.
# usage: tests/cli/clean_corpus.sh PROGRAM SHARED-DATA-FOLDER
set -euo pipefail
sheets=$2/administrative/service-public
[ -d "$sheets" ] || { echo "no sheets in $sheets: skipped"; exit 77; }
command -v python3 >/dev/null || { echo "no python3: skipped"; exit 77; }
python3 "$(dirname "$0")/../../tools/alarm_rates.py" "$1" "$sheets"/*.md --most 3
