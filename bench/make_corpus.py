#!/usr/bin/env python3
"""Texts for the bench, the same bytes on every machine that has the same sources.

In: the folder of French administrative texts beside the project when it is there, else the samples
of the project. Out: plain text files of fixed sizes, 1,000 short files and manifest.json in DEST.
Refuses: to copy anything into the project: DEST is under build/.

Usage: make_corpus.py ROOT DEST [--shared FOLDER] [--largest BYTES]
"""
import argparse
import email
import email.policy
import gzip
import hashlib
import html
import json
import pathlib
import random
import re
import sys
import zipfile

VERSION = 4  # of this recipe: a corpus made by another one is made again
SEED = 20250214
SIZES = [("letter", 3_000), ("10k", 10_000), ("100k", 100_000), ("1m", 1_000_000),
         ("10m", 10_000_000), ("100m", 100_000_000)]
MANY_FILES = 1_000
MANY_BYTES = 3_000


def decode(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text_of_markdown(text):
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    lines = []
    for line in text.split("\n"):
        if re.fullmatch(r"\s*[|:\- ]+\s*", line):
            line = ""
        line = re.sub(r"^\s*(#{1,6}|>+|[-*+]|\d+[.)])\s+", "", line)
        lines.append(re.sub(r"\*\*|__|`|\|", " ", line).strip())
    return "\n".join(lines)


def text_of_html(text):
    text = re.sub(r"<(script|style|head)\b.*?</\1>", " ", text, flags=re.S | re.I)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"</?(p|div|h\d|li|ul|ol|tr|table|br|section|header|footer)\b[^>]*>", "\n\n",
                  text, flags=re.I)
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def text_of_office(path, part, paragraph_end):
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(part).decode("utf-8")
    xml = re.sub(paragraph_end, "\n\n", xml)
    xml = re.sub(r"<(w:tab|w:br|text:tab|text:line-break|text:s)\b[^>]*/>", " ", xml)
    return html.unescape(re.sub(r"<[^>]+>", "", xml))


def text_of_mail(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    text = body.get_content()
    return text_of_html(text) if body.get_content_subtype() == "html" else text


def text_of_file(path):
    if path.suffix == ".docx":
        return text_of_office(path, "word/document.xml", r"</w:p>")
    if path.suffix == ".odt":
        return text_of_office(path, "content.xml", r"</text:(p|h)>")
    data = path.read_bytes()
    if path.suffix == ".eml":
        return text_of_mail(data)
    text = decode(data)
    if path.suffix == ".md":
        return text_of_markdown(text)
    if path.suffix == ".html":
        return text_of_html(text)
    return text


def texts_of_jsonl(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        for line in lines:
            record = json.loads(line)
            texts = [value for value in record.values() if isinstance(value, str)]
            if texts:
                yield text_of_markdown(max(texts, key=len))


def shared_texts(folder):
    """Every text once: of two forms of the same file, the plain one."""
    if not folder.is_dir():
        return
    whole = sorted(folder.glob("**/*.jsonl")) + sorted(folder.glob("**/*.jsonl.gz"))
    for path in whole:
        yield from texts_of_jsonl(path)
    covered = {path.parent for path in whole}
    for path in sorted(folder.glob("**/*.txt")) + sorted(folder.glob("**/*.md")):
        if path.parent in covered or path.stem in ("SOURCE", "README"):
            continue
        yield text_of_file(path)


def sample_texts(root):
    for path in sorted((root / "corpus" / "samples").glob("*/*.*")):
        yield text_of_file(path)


def paragraphs_of(text):
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        part = "\n".join(" ".join(line.split()) for line in part.split("\n") if line.strip())
        if part:
            yield part


def other_digits(rng, text):
    """Long numbers, years apart, change from one pass to the next as references do between letters."""
    return re.sub(r"\b(?!(?:19|20)\d\d\b)\d{4,}",
                  lambda number: "".join(rng.choice("123456789") for _ in number.group()), text)


def stream(documents):
    """Paragraphs without end: the documents shuffled, again and again, never twice the same way."""
    rng = random.Random(SEED)
    turn = 0
    while True:
        order = list(range(len(documents)))
        rng.shuffle(order)
        for index in order:
            for paragraph in documents[index]:
                yield paragraph if turn == 0 else other_digits(rng, paragraph)
        turn += 1


def cut(paragraphs, size):
    """About size bytes, whole paragraphs but the last, which ends at a space."""
    parts, total = [], 0
    for paragraph in paragraphs:
        data = paragraph.encode() + b"\n\n"
        if total + len(data) > size:
            room = data[:max(0, size - total - 2)].rsplit(b" ", 1)[0]
            parts.append(room.decode("utf-8", "ignore").encode() + b".\n")
            break
        parts.append(data)
        total += len(data)
    return b"".join(parts)


def write(path, data, manifest):
    path.write_bytes(data)
    manifest["files"][path.name] = {"bytes": len(data), "words": len(data.split()),
                                    "sha256": hashlib.sha256(data).hexdigest()}


def make(root, dest, shared, largest):
    documents = [list(paragraphs_of(text)) for text in shared_texts(shared)]
    source = "administrative texts beside the project"
    if sum(map(len, documents)) < 1_000:
        documents, source = [list(paragraphs_of(text)) for text in sample_texts(root)], "corpus/samples"
    documents = [document for document in documents if document]
    distinct = sum(len(p.encode()) + 2 for document in documents for p in document)
    if not distinct:
        sys.exit("make_corpus: no text to work with")
    manifest = {"version": VERSION, "seed": SEED, "source": source, "documents": len(documents),
                "shared": shared.is_dir(), "distinct_bytes": distinct, "largest": largest, "files": {}}
    dest.mkdir(parents=True, exist_ok=True)
    (dest / "one-line.txt").write_text("Madame, Monsieur, votre demande est acceptée.\n", encoding="utf-8")
    for name, size in SIZES:
        if size <= largest:
            write(dest / f"{name}.txt", cut(stream(documents), size), manifest)
    many = dest / "many"
    many.mkdir(exist_ok=True)
    paragraphs = stream(documents)
    total = 0
    for number in range(MANY_FILES):
        data = cut(paragraphs, MANY_BYTES)
        total += len(data)
        (many / f"{number:04}.txt").write_bytes(data)
    manifest["files"]["many"] = {"bytes": total, "count": MANY_FILES}
    (dest / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def is_current(dest, shared, largest):
    try:
        manifest = json.loads((dest / "manifest.json").read_text())
    except (OSError, ValueError):
        return False
    same_recipe = manifest.get("version") == VERSION and manifest.get("shared") == shared.is_dir()
    return same_recipe and manifest.get("largest", 0) >= largest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("dest", type=pathlib.Path)
    parser.add_argument("--shared", type=pathlib.Path)
    parser.add_argument("--largest", type=int, default=100_000_000)
    asked = parser.parse_args()
    shared = asked.shared or asked.root.parent / "shared" / "data" / "administrative"
    if not is_current(asked.dest, shared, asked.largest):
        make(asked.root, asked.dest, shared, asked.largest)


if __name__ == "__main__":
    main()
