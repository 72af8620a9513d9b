#!/usr/bin/env python3
"""A sample of findings of the loudest rules, drawn with a fixed seed, for people to judge.

usage: tools/sample_findings.py PROGRAM FOLDER [--rules 10] [--each 50] [--seed 1] [--profile web]
Prints a table: number, rule, file, the sentence with the words between [[ ]], proposal, message.
"""
import argparse
import collections
import json
import random
import subprocess


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--rules", type=int, default=10)
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="web")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    command = [options.program, "check", "--format", "json", "--all", "--profile", options.profile]
    if options.only:
        command += ["--only", options.only]
    report = json.loads(subprocess.run(command + [options.folder], stdout=subprocess.PIPE, check=False).stdout)
    by_rule = collections.defaultdict(list)
    for document in report["documents"]:
        for finding in document.get("findings", []):
            by_rule[finding["rule"]].append((document["name"].rsplit("/", 1)[-1], finding))
    loudest = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))[: options.rules]
    number = 0
    for rule in loudest:
        findings = by_rule[rule]
        drawn = random.Random(f"{options.seed} {rule}").sample(findings, min(options.each, len(findings)))
        for name, finding in drawn:
            number += 1
            print(json.dumps({"n": number, "rule": rule, "file": name, "finding": finding}, ensure_ascii=False))


main()
