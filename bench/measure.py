#!/usr/bin/env python3
"""The bench of limpide: start-up, throughput, where the time goes, peers, many files.

In: a plan in environment variables, from bench/run. Out: tables on standard output,
build/bench/results.txt and results.json. Refuses: to compare figures of different runs; a ratio is
the median of the ratios of one round each.
"""
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys

import stages
from runs import MB, Report, Run, Series, exponent, interleave, memory_text, ratios, seconds_text, span_text

SETTLED = 1.0        # a load average above it before the run makes the figures "loud"
LETTERS = ("01-refus-aide-logement", "02-trop-percu-prime-activite")
# Least ratios to peers, by peer and input.
PEER_BARS = {("grammalecte", "100k"): 10, ("languagetool", "letter"): 50, ("lucid-lint", "10k"): 1,
             ("lucid-lint", "100k"): 1, ("lucid-lint", "1m"): 1}


class Bench:
    def __init__(self, plan, report):
        self.plan, self.report = plan, report
        self.root = pathlib.Path(plan["root"])
        self.out = pathlib.Path(plan["out"])
        self.corpus = self.out / "corpus"
        self.quick = plan["quick"]
        self.rounds = 3 if self.quick else 5
        self.limpide = plan["limpide"]
        self.files = {path.stem: path for path in self.corpus.glob("*.txt")}

    def ours(self, path, jobs=1):
        return [*self.limpide, "check", "--format", "json", "--jobs", str(jobs),
                "--max-bytes", "1000000000", str(path)]

    def preflight(self):
        """A program that fails or finds nothing must not be timed."""
        done = subprocess.run(self.ours(self.files["letter"]), capture_output=True, check=False)
        said = done.stderr.decode("utf-8", "replace").strip()
        if said:
            self.report.say("!! limpide says: " + said.splitlines()[0])
        found = json.loads(done.stdout or b"{}").get("summary", {}).get("findings", 0)
        if done.returncode not in (0, 1) or not found:
            self.report.say(f"!! limpide check failed or found nothing (exit code {done.returncode})")
            return False
        return True

    def cold_start(self):
        paths = {f"{name}.docx": self.root / "corpus" / "samples" / "bad" / f"{name}.docx" for name in LETTERS}
        series = [Series("limpide", name, path.stat().st_size) for name, path in paths.items()]
        interleave(series, 6 if self.quick else 20, 60,
                   lambda tool, name: {"command": [*self.limpide, "check", str(paths[name])]})
        unread = Series("limpide", "the first, nothing in the page cache", series[0].size)
        first = next(iter(paths.values()))
        for _ in range(2 if self.quick else 5):
            self.forget_pages(first)
            unread.add(Run([*self.limpide, "check", str(first)], 60), 60)
        rows = [[one.name, span_text(one.row()), seconds_text(one.median("processor")), memory_text(one.row())]
                for one in [*series, unread]]
        self.report.table("a. A two-page letter, a new process each time (check FILE)",
                          ["file", "wall", "processor", "peak memory"], rows)
        self.report.data["cold"] = [one.row() for one in [*series, unread]]
        slowest = max(series, key=lambda one: one.median())
        self.report.judge("two-page letter, cold", slowest.median() * 1000, 60, "ms")
        self.report.judge("two-page letter, peak memory",
                          max(one.row().get("peak_mb", math.nan) for one in series), 100, "MB")

    def forget_pages(self, *more):
        """Asks the system to drop the program and its data from its cache: no root needed."""
        for path in [pathlib.Path(self.limpide[0]), *pathlib.Path(self.plan["share"]).glob("**/*"), *more]:
            if path.is_file():
                descriptor = os.open(path, os.O_RDONLY)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(descriptor)

    def curve(self):
        names = [name for name in ("one-line", "10k", "100k", "1m", "10m", "100m") if name in self.files]
        if self.quick:
            names = [name for name in names if name not in ("10m", "100m")]
        series = [Series("limpide", name, self.files[name].stat().st_size) for name in names]
        interleave(series, self.rounds, 600, lambda tool, name: {"command": self.ours(self.files[name])})
        start, start_processor = series[0].median(), series[0].median("processor")
        rows, points = [], []
        for one in series:
            row = one.row()
            net = one.median() - start
            net_processor = one.median("processor") - start_processor
            row.update(net_s=net, mb_per_s=one.size / MB / net if net > 0 else None,
                       mb_per_processor_s=one.size / MB / net_processor if net_processor > 0 else None)
            slope = exponent(points[-1:] + [(one.size, net_processor)])
            if one.size >= 50_000:
                points.append((one.size, net_processor))
            rows.append([one.name, f"{one.size:,}", span_text(row), seconds_text(one.median("processor")),
                         *(f"{row[key]:.2f}" if row[key] and one.size > 5_000 else "-"
                           for key in ("mb_per_s", "mb_per_processor_s")),
                         "-" if math.isnan(slope) else f"{slope:.2f}", memory_text(row),
                         f"{row.get('page_faults', 0):,.0f}"])
            self.report.data.setdefault("curve", []).append(row)
        self.report.table("b. Plain text in, JSON out, --jobs 1; net of start-up (the one-line file); exponent of processor time",
                          ["input", "bytes", "wall", "processor", "MB/s", "MB/processor s", "exponent",
                           "peak memory", "page faults"], rows)
        self.judge_curve(points)

    def judge_curve(self, points):
        self.report.data["exponent"] = exponent(points)
        for row in self.report.data["curve"]:
            if row["bytes"] >= 900_000:
                self.report.judge(f"{row['input']}, one core, MB a second of processor",
                                  row["mb_per_processor_s"] or math.nan, 8, "MB/s", at_most=False)
            if row["input"] == "1m":
                self.report.judge("1m, one core, start to exit", row.get("median_s", math.nan), 3, "s")
        self.report.judge("exponent from 100 KB up", exponent(points), 1.05)

    def peers(self):
        names = ["letter", "10k", "100k"] + ([] if self.quick else ["1m"])
        by_name = {peer["name"]: peer for peer in self.plan["peers"]}
        if not by_name:
            self.report.say("\nd. No peer is installed: nothing to compare with")
            return

        def command(tool, name):
            path = str(self.files[name])
            if tool == "limpide":
                return {"command": self.ours(path)}
            words = [path if word == "FILE" else word for word in by_name[tool]["command"]]
            return {"command": words, "stdin": path if by_name[tool]["stdin"] else None}

        rows, gone = [], set()
        for name in names:
            size = self.files[name].stat().st_size
            tools = [tool for tool, peer in by_name.items() if tool not in gone and size <= peer["largest"]]
            series = [Series(tool, name, size) for tool in ["limpide", *tools]]
            interleave(series, self.rounds, 20 if self.quick else 60, command)
            rows += [self.peer_row(one, series[0]) for one in series]
            gone |= {one.tool for one in series[1:] if one.over}
        self.report.table("d. With peers, in turns on the same files. times: how many times longer than "
                          "limpide in the same round [least-most]",
                          ["input", "tool", "wall", "processor", "MB/s", "peak memory", "times"], rows)
        self.warm_peer(by_name)

    def peer_row(self, one, ours):
        row, pairs = one.row(), ratios(one, ours)
        row["ratios"] = pairs
        text = "1" if one is ours else "-"
        if one is not ours and pairs:
            text = f"{statistics.median(pairs):.1f} [{min(pairs):.1f}-{max(pairs):.1f}]"
        elif one.killed is not None and ours.runs:
            text = f"> {one.killed / ours.median():.0f}"
            pairs = [one.killed / ours.median()]
        bar = PEER_BARS.get((one.tool, one.name))
        if bar and one.failed is None and pairs:
            self.report.judge(f"{one.tool} : limpide, {one.name}", statistics.median(pairs), bar, "times", at_most=False)
        self.report.data.setdefault("peers", []).append(row)
        return [one.name, one.tool, span_text(row), seconds_text(one.median("processor")),
                f"{one.size / MB / one.median():.3f}" if one.runs else "-", memory_text(row), text]

    def warm_peer(self, by_name):
        """LanguageTool is mostly run as a server: what it takes once warm, said beside the rest."""
        if "languagetool" not in by_name or self.quick:
            return
        words = [str(self.files["letter"]) if word == "FILE" else word for word in by_name["languagetool"]["command"]]
        done = subprocess.run([*words, "40"], capture_output=True, text=True, check=False, timeout=300)
        for line in done.stdout.splitlines():
            if line.startswith("warm_ms\t"):
                warm = float(line.split("\t")[1])
                self.report.data["languagetool_warm_ms"] = warm
                self.report.say(f"  LanguageTool, 3 KB letter, in a process that is warm: {warm:.0f} ms")

    def many_files(self):
        many = self.corpus / "many"
        sizes = [path.stat().st_size for path in many.glob("*.txt")]
        outputs = {jobs: self.out / f"many-{jobs}.json" for jobs in (1, 2)}
        series = [Series(f"--jobs {jobs}", "many", sum(sizes)) for jobs in (1, 2)]

        def command(tool, name):
            jobs = int(tool.split()[1])
            return {"command": self.ours(many, jobs=jobs), "stdout": str(outputs[jobs])}

        interleave(series, self.rounds, 600, command)
        same = outputs[1].read_bytes() == outputs[2].read_bytes() and outputs[1].stat().st_size > len(sizes)
        rows = []
        for one in series:
            self.report.data.setdefault("many", []).append(one.row())
            rows.append([one.tool, span_text(one.row()), seconds_text(one.median("processor")),
                         f"{len(sizes) / one.median():.0f}", f"{one.size / MB / one.median():.2f}",
                         memory_text(one.row())])
        self.report.table(f"e. {len(sizes):,} files of 3 KB ({sum(sizes):,} bytes), JSON out",
                          ["", "wall", "processor", "files/s", "MB/s", "peak memory"], rows)
        pairs = ratios(series[0], series[1])
        gain = statistics.median(pairs) if pairs else math.nan
        self.report.say(f"  with two jobs {gain:.2f} times as fast as with one")
        self.report.data.update(jobs_gain=gain, same_bytes=same)
        self.report.judge("two jobs : one job", gain, 1.6, "times", at_most=False)
        self.report.judge("same bytes out with one job and two", float(same), 1, at_most=False)
        self.report.judge("10,000 letters of 3 KB, two jobs", 10_000 / len(sizes) * series[1].median(), 300, "s")
        return same

    def run(self):
        self.cold_start()
        self.curve()
        stages.in_process(self)
        stages.callgrind(self)
        stages.samples(self)
        self.peers()
        return self.many_files()


def plan_of_environment():
    value = {key[14:].lower(): text for key, text in os.environ.items() if key.startswith("LIMPIDE_BENCH_")}
    return {"root": value["root"], "out": value["out"], "quick": value["quick"] == "true",
            "limpide": value["program"].split(), "share": value["share"],
            "stages_bench": value.get("stages", ""), "machine": value["machine"].splitlines(),
            "peers": [json.loads(line) for line in value["peers"].splitlines() if line]}


def show_bars(report):
    rows = []
    for bar in report.bars:
        value = "-" if bar["value"] is None else f"{bar['value']:.2f} {bar['unit']}".strip()
        rows.append([bar["what"], value, f"{bar['sign']} {bar['bar']} {bar['unit']}".strip(), bar["outcome"]])
    report.table("Bars", ["what", "measured", "bar", ""], rows)
    report.data["bars"] = report.bars


def main():
    plan = plan_of_environment()
    report = Report()
    for line in plan["machine"] + (["quick: fewer rounds, small sizes"] if plan["quick"] else []):
        report.say(line)
    before = os.getloadavg()[0]
    if before > SETTLED:
        report.say(f"!! load {before:.1f}: other work runs here; times are too long, ratios less so")
    bench = Bench(plan, report)
    if not bench.preflight():
        return 2
    same = bench.run()
    show_bars(report)
    after = os.getloadavg()[0]
    report.say(f"\nload average {before:.2f} before, {after:.2f} after (this run counts for 1 to 2)")
    report.data.update(machine=plan["machine"], load_before=before, load_after=after, quick=plan["quick"])
    out = pathlib.Path(plan["out"])
    (out / "results.txt").write_text("\n".join(report.lines) + "\n", encoding="utf-8")
    text = json.dumps(report.data, indent=1, ensure_ascii=False)
    (out / "results.json").write_text(text + "\n", encoding="utf-8")
    report.say(f"written: {out}/results.txt, results.json")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
