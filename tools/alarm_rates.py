#!/usr/bin/env python3
"""Alarms per 1,000 words of each rule over a folder of documents.

usage: tools/alarm_rates.py PROGRAM FOLDER-OR-FILE... [--profile web] [--most 3]
Prints a table, loudest first. With --most, exits 1 when a rule is above it and not excused in
tests/clean-corpus-reasons.tsv (rule, tab, reason).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--profile", default="web")
    parser.add_argument("--most", type=float)
    options = parser.parse_args()
    run = subprocess.run(
        [options.program, "check", "--format", "json", "--all", "--profile", options.profile, *options.files],
        stdout=subprocess.PIPE, check=False)
    if run.returncode == 2 and not run.stdout:
        sys.exit("the program failed")
    report = json.loads(run.stdout)
    counts = collections.Counter()
    words = 0
    for document in report["documents"]:
        if "findings" not in document:
            continue
        words += document["metrics"]["words"]
        counts.update(finding["rule"] for finding in document["findings"])
    excuses = {}
    reasons = pathlib.Path(__file__).parent.parent / "tests" / "clean-corpus-reasons.tsv"
    if reasons.exists():
        for line in reasons.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                rule, reason = line.split("\t", 1)
                excuses[rule] = reason
    print(f"{len(report['documents'])} documents, {words} words judged, profile {options.profile}")
    loud = []
    for rule, count in counts.most_common():
        rate = 1000 * count / words
        mark = ""
        if options.most is not None and rate > options.most:
            mark = "  excused" if rule in excuses else "  TOO LOUD"
            if rule not in excuses:
                loud.append(rule)
        print(f"{rule:34} {count:6} {rate:8.2f}{mark}")
    sys.exit(1 if loud else 0)


main()
