#!/usr/bin/env python3
"""What rewrites gain on the bad sample letters.

usage: tools/fix_gains.py BIN [--all | --each] [corpus/samples/bad]

For each letter: the index before, after `fix --safe`, and after a second one, which must change nothing; the facts
that `limpide verify` sees changed. Prints a table and the mean gain.
--all: every first proposal is accepted instead, in rounds until none is left.
--each: each safe edit alone, on the text of the letter; the index may fall by half a point, the sub-score of the
rule's principle may not.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def run(program, *words):
    return subprocess.run([program, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


def index(program, path):
    report = json.loads(run(program, "check", "--format", "json", "--no-mentions", path).stdout)
    return report["documents"][0]["score"].get("index")


ROUNDS = 4


def report_of(program, path):
    done = run(program, "check", "--format", "json", "--no-mentions", path)
    return json.loads(done.stdout)["documents"][0]


def fix_all(program, path, target):
    """Accepts the first proposal everywhere, as a person who presses 1 would. False where fix refuses the file."""
    source = path
    for turn in range(ROUNDS):
        written = target.with_stem(f"turn{turn}")
        command = [program, "fix", "--output", str(written), str(source)]
        done = subprocess.run(command, input=b"1\n" * 2000, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode == 2:
            print(f"{path.name:48} {done.stderr.decode().strip()[:80]}")
            return False
        if written.read_bytes() == source.read_bytes():
            break
        source = written
    target.write_bytes(source.read_bytes())
    return True


def whole(program, folder, everything):
    gains, again, changed = [], 0, 0
    with tempfile.TemporaryDirectory() as work:
        for path in sorted(folder.iterdir()):
            once = pathlib.Path(work) / ("once" + path.suffix)
            twice = pathlib.Path(work) / ("twice" + path.suffix)
            once.unlink(missing_ok=True)
            if everything:
                if not fix_all(program, path, once):
                    continue
                stable = True
            else:
                first = run(program, "fix", "--safe", "--output", once, path)
                if not once.exists():
                    print(f"{path.name:48} {first.stderr.decode().strip()[:80]}")
                    continue
                run(program, "fix", "--safe", "--output", twice, once)
                stable = once.read_bytes() == twice.read_bytes()
            facts = json.loads(run(program, "verify", "--format", "json", path, once).stdout)["changes"]
            before, after = index(program, path), index(program, once)
            gains.append(after - before)
            again += not stable
            changed += bool(facts)
            print(f"{path.name:48} {before:6.1f} -> {after:6.1f} {after - before:+6.1f}"
                  f"{'' if stable else '  not stable'}{'  facts: ' + str(len(facts)) if facts else ''}")
    print(f"letters {len(gains)}, mean gain {sum(gains) / len(gains):+.1f}, least {min(gains):+.1f}; "
          f"changed by a second run: {again}; with a fact to look at: {changed}")


def edited(text, edits):
    units = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda one: -one["place"]["utf16Begin"]):
        begin, end = 2 * edit["place"]["utf16Begin"], 2 * edit["place"]["utf16End"]
        if units[begin:end].decode("utf-16-le") != edit["text"]:
            return None
        units = units[:begin] + edit["replacement"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def text_of(binaries, path):
    """The text of a docx or odt, a line a paragraph; of a text or Markdown file as it is; None of the others."""
    if path.suffix in (".txt", ".md"):
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return path.read_text(encoding="windows-1252")
    if path.suffix not in (".docx", ".odt"):
        return None
    lines = run(str(binaries / "limpide-dump-text"), path).stdout.decode().splitlines()
    blocks = [line.split("|", 1)[1].replace("\\n", "\n") for line in lines if "|" in line]
    return "\n\n".join(blocks) + "\n"


def each(folder_of_program, folder):
    program = str(folder_of_program / "limpide")
    count, falls, parts_fall, worst = 0, 0, 0, 0.0
    with tempfile.TemporaryDirectory() as work:
        text_file = pathlib.Path(work) / "lettre.txt"
        for path in sorted(folder.iterdir()):
            text = text_of(folder_of_program, path)
            if text is None:
                continue
            text_file.write_text(text, newline="")
            before = report_of(program, text_file)
            if "index" not in before.get("score", {}):
                print(f"{path.name}: no score as text")
                continue
            was = {part["principle"]: part["value"] for part in before["score"]["parts"]}
            for finding in before["findings"]:
                for suggestion in finding["suggestions"][:1]:
                    if not suggestion["safe"]:
                        continue
                    new = edited(text, suggestion["edits"])
                    if new is None:
                        print(f"{path.name}: {finding['rule']}: place not found")
                        continue
                    text_file.write_text(new, newline="")
                    after = report_of(program, text_file)
                    now = {part["principle"]: part["value"] for part in after["score"]["parts"]}
                    fall = before["score"]["index"] - after["score"]["index"]
                    part_falls = now[finding["principle"]] < was[finding["principle"]] - 0.005
                    count += 1
                    falls += fall > 0.5
                    parts_fall += part_falls
                    worst = max(worst, fall)
                    if fall > 0.5 or part_falls:
                        print(f"{path.name}: {finding['rule']}: {finding['text']} -> {suggestion['wording']}: "
                              f"index {-fall:+.2f}, {finding['principle']} {now[finding['principle']]:.2f} "
                              f"after {was[finding['principle']]:.2f}")
    print(f"safe edits {count}; index down by more than half a point: {falls} (worst {worst:.2f}); "
          f"sub-score of the principle down: {parts_fall}")


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    flags = {word for word in sys.argv[1:] if word.startswith("--")}
    if not words or flags - {"--all", "--each"}:
        sys.exit(__doc__)
    binaries = pathlib.Path(words[0])
    folder = pathlib.Path(words[1] if len(words) > 1 else "corpus/samples/bad")
    if "--each" in flags:
        each(binaries, folder)
    else:
        whole(str(binaries / "limpide"), folder, "--all" in flags)


if __name__ == "__main__":
    main()
