#!/usr/bin/env python3
"""Recall of the rules on the 20 bad letters: which marks of corpus/samples/marks.tsv are found.

usage: tools/sample_recall.py PROGRAM [--weight fort] [--misses FILE]
A mark is found when a finding shares its words: one holds the other, or they have 12 letters in a row in common. A
finding of another principle counts only when it is about as short as the mark: a long sentence is no answer to a
word inside it. A mark on the document as a whole is found by a finding on the whole of the same principle, or by a
mention that was not found. Debatable: a finding may be there for another reason than the mark.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED_LETTERS = 12
AS_SHORT = 2.0  # a finding of another principle is at most twice as long as the mark


def normal(text):
    return re.sub(r"\s+", " ", text.replace("\u2019", "'")).strip().lower()


def shares(mark, finding):
    if mark in finding or finding in mark:
        return True
    return any(mark[i:i + SHARED_LETTERS] in finding for i in range(len(mark) - SHARED_LETTERS + 1))


def is_found(mark, document):
    words = normal(mark["excerpt"])
    if not words:
        whole = any(f["principle"] == mark["principle"] and not f.get("text") for f in document["findings"])
        mentions = document.get("mentions") or {}
        lacking = any(m.get("state") == "non-reperee" for m in mentions.get("results", mentions.get("mentions", [])))
        return whole or (mark["principle"] == "ordre" and lacking)
    for finding in document["findings"]:
        text = normal(finding.get("text") or "")
        if not text or not shares(words, text):
            continue
        if finding["principle"] == mark["principle"] or len(text) <= AS_SHORT * len(words):
            return True
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--weight")
    parser.add_argument("--misses")
    options = parser.parse_args()
    folder = ROOT / "corpus" / "samples" / "bad"
    run = subprocess.run([options.program, "check", "--format", "json", "--all", str(folder)], stdout=subprocess.PIPE, check=False)
    documents = {pathlib.Path(d["name"]).name: d for d in json.loads(run.stdout)["documents"] if "findings" in d}
    right = collections.Counter()
    total = collections.Counter()
    misses = []
    with open(ROOT / "corpus" / "samples" / "marks.tsv", encoding="utf-8") as file:
        for mark in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if options.weight and mark["weight"] != options.weight:
                continue
            total[mark["principle"]] += 1
            if is_found(mark, documents[mark["letter"]]):
                right[mark["principle"]] += 1
            else:
                misses.append(mark)
    for principle in sorted(total):
        print(f"{principle:14} {right[principle]:4} of {total[principle]:4}  {100 * right[principle] / total[principle]:5.1f} %")
    print(f"{'all':14} {sum(right.values()):4} of {sum(total.values()):4}  {100 * sum(right.values()) / sum(total.values()):5.1f} %")
    if options.misses:
        with open(options.misses, "w", encoding="utf-8") as file:
            for mark in misses:
                print("\t".join([mark["principle"], mark["weight"], mark["letter"], mark["excerpt"], mark["what"]]), file=file)


if __name__ == "__main__":
    main()
