#!/usr/bin/env python3
"""What `limpide fix --safe` gains on the bad sample letters.

usage: tools/fix_gains.py BIN [corpus/samples/bad]

For each letter: the index before, after --safe, and after a second --safe, which must change nothing; the facts that
`limpide verify` sees changed. Prints a table and the mean gain.
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


def main():
    program = str(pathlib.Path(sys.argv[1]) / "limpide")
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "corpus/samples/bad")
    gains, again, changed = [], 0, 0
    with tempfile.TemporaryDirectory() as work:
        for path in sorted(folder.iterdir()):
            once = pathlib.Path(work) / ("once" + path.suffix)
            twice = pathlib.Path(work) / ("twice" + path.suffix)
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


if __name__ == "__main__":
    main()
