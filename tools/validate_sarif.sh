#!/bin/sh
# Checks SARIF files with the validator of the format's authors (npm @microsoft/sarif-multitool-linux).
# Usage: tools/validate_sarif.sh report.sarif ...   Exit: 0 no error, 1 errors, 77 no validator.
# SARIF_MULTITOOL names the program when `./dev test` did not put it under build/npm.
set -eu
tool="${SARIF_MULTITOOL:-build/npm/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool}"
if [ ! -f "$tool" ]; then
  echo "validate_sarif: no validator; run ./dev test with the network" >&2
  exit 77
fi
[ -x "$tool" ] || chmod u+x "$tool"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for file in "$@"; do
  "$tool" validate "$file" --output "$work/result.sarif" --log ForceOverwrite \
    --level Error --kind Fail > "$work/log.txt" 2>&1 || true
  if [ ! -s "$work/result.sarif" ]; then
    cat "$work/log.txt" >&2
    status=1
  elif ! python3 - "$file" "$work/result.sarif" <<'PYTHON'
import json, sys
name, path = sys.argv[1:]
with open(path, encoding="utf-8-sig") as stream:
    results = json.load(stream)["runs"][0].get("results", [])
errors = [r for r in results if r.get("level") == "error"]
for r in errors:
    print(name, r["ruleId"], r["message"].get("text") or r["message"], file=sys.stderr)
sys.exit(1 if errors else 0)
PYTHON
  then
    status=1
  else
    echo "$file: valid SARIF"
  fi
done
exit $status
