#!/usr/bin/env python3
"""A sample of findings of the loudest rules, drawn with a fixed seed, for people to judge.

usage: tools/sample_findings.py PROGRAM FOLDER-OR-FILE... [--rules 10] [--each 50] [--seed 1] [--profile web]
Prints a table: number, rule, file, the words between [[ ]] in their line, what is proposed.
Text formats only: the places of a docx are not those of its bytes.
"""
import argparse
import collections
import json
import random
import subprocess


AROUND = 220


def context(path, place):
    if "utf16Begin" not in place:
        return "(whole document)"
    with open(path, "rb") as file:
        units = file.read().decode("utf-8").encode("utf-16-le")
    begin, end = 2 * place["utf16Begin"], 2 * place["utf16End"]
    before = units[:begin].decode("utf-16-le").replace("\n", " ")[-AROUND:]
    after = units[end:].decode("utf-16-le").replace("\n", " ")[:AROUND]
    return before + "[[" + units[begin:end].decode("utf-16-le").replace("\n", " ") + "]]" + after


def proposals(finding):
    texts = [edit["replacement"] for suggestion in finding["suggestions"] for edit in suggestion["edits"]]
    return " | ".join(texts) if texts else "(advice) " + finding["message"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--rules", type=int, default=10)
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="web")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    command = [options.program, "check", "--format", "json", "--all", "--profile", options.profile]
    if options.only:
        command += ["--only", options.only]
    report = json.loads(subprocess.run(command + options.files, stdout=subprocess.PIPE, check=False).stdout)
    by_rule = collections.defaultdict(list)
    for document in report["documents"]:
        for finding in document.get("findings", []):
            by_rule[finding["rule"]].append((document["name"], finding))
    loudest = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))[: options.rules]
    number = 0
    for rule in loudest:
        findings = by_rule[rule]
        drawn = random.Random(f"{options.seed} {rule}").sample(findings, min(options.each, len(findings)))
        for name, finding in drawn:
            number += 1
            print(f"{number}\t{rule}\t{name.rsplit('/', 1)[-1]}\t{context(name, finding['place'])}\t{proposals(finding)}")


main()
