#!/usr/bin/env python3
"""Sentences drawn at random with a fixed seed, with their analysis, for a person to read.

usage: tools/sample_analyses.py PROGRAM FOLDER-OR-FILE... [--sentences 200] [--seed 1] [--words 4]
Runs `PROGRAM analyse --conllu` on every file, draws sentences of --words words or more without the
marks of a template, and prints each with its words (form, lemma, part of speech, features, head,
relation), clauses and facts.
"""
import argparse
import os
import random
import subprocess

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".eml")


def files_of(operands):
    for operand in operands:
        if os.path.isfile(operand):
            yield operand
        for folder, _, names in sorted(os.walk(operand)):
            for name in sorted(names):
                if name.lower().endswith(ENDINGS):
                    yield os.path.join(folder, name)


def sentences_of(program, path):
    run = subprocess.run([program, "analyse", "--conllu", path], capture_output=True, text=True)
    for block in run.stdout.split("\n\n"):
        lines = block.strip("\n").split("\n")
        if any(line.startswith("# text = ") for line in lines):
            yield lines


def words_in(lines):
    return [line.split("\t") for line in lines if line[:1].isdigit() and "-" not in line.split("\t")[0]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("operands", nargs="+")
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=4)
    options = parser.parse_args()
    found = []
    for path in files_of(options.operands):
        for lines in sentences_of(options.program, path):
            template = any(line.startswith("# text = ") and ("{%" in line or "{{" in line) for line in lines)
            if len(words_in(lines)) >= options.words and not template:
                found.append((os.path.basename(path), lines))
    drawn = random.Random(options.seed).sample(range(len(found)), min(options.sentences, len(found)))
    for number, index in enumerate(sorted(drawn), 1):
        name, lines = found[index]
        print(f"=== {number} {name}")
        for line in lines:
            if line.startswith("# text = "):
                print(line[9:])
            elif line.startswith("# limpide_") and not line.startswith(("# limpide_place", "# limpide_parse = whole")):
                print("  " + line[len("# limpide_"):])
        for word in words_in(lines):
            print("  " + " ".join((word[0], word[1], word[2], word[3], word[5], word[6], word[7])))
        print()


if __name__ == "__main__":
    main()
