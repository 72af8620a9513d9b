"""Runs of commands, their times and memory, and how they are told.

In: commands. Out: Series of runs, figures as text. Refuses: judgement; measure.py knows the bars.
"""
import math
import os
import signal
import statistics
import threading
import time

MB = 1e6
LONG_RUN_S = 8.0     # a command that takes longer is run twice, whatever the rounds


class Run:
    """One run of a command: seconds, processor seconds, peak memory in bytes, exit code."""

    def __init__(self, command, timeout, stdin=None, stdout=None):
        fd_in = os.open(stdin or os.devnull, os.O_RDONLY)
        fd_out = os.open(stdout or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        fd_err = os.open(os.devnull, os.O_WRONLY)
        streams = (fd_in, fd_out, fd_err)
        actions = [(os.POSIX_SPAWN_DUP2, fd, number) for number, fd in enumerate(streams)]
        self.killed = False
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)

        def kill():
            self.killed = True
            os.kill(pid, signal.SIGKILL)

        alarm = threading.Timer(timeout, kill)
        alarm.start()
        _, status, usage = os.wait4(pid, 0)
        self.seconds = time.perf_counter() - start
        alarm.cancel()
        for fd in streams:
            os.close(fd)
        self.code = os.waitstatus_to_exitcode(status)
        self.processor = usage.ru_utime + usage.ru_stime
        # The peak of this script before exec counts as the child's: under ~15 MB nothing is seen.
        self.memory = usage.ru_maxrss * 1024
        self.faults = usage.ru_minflt


class Series:
    """The runs of one tool on one input."""

    def __init__(self, tool, name, size):
        self.tool, self.name, self.size = tool, name, size
        self.runs = []
        self.killed = None
        self.failed = None

    def add(self, run, timeout):
        if run.killed:
            self.killed = timeout
        elif run.code not in (0, 1):  # 1: the tool found something to say
            self.failed = run.code
        else:
            self.runs.append(run)

    @property
    def over(self):
        return self.killed is not None or self.failed is not None

    def median(self, what="seconds"):
        values = [getattr(run, what) for run in self.runs]
        return statistics.median(values) if values else math.nan

    def row(self):
        times = [run.seconds for run in self.runs]
        row = {"tool": self.tool, "input": self.name, "bytes": self.size, "n": len(times)}
        if times:
            row.update(median_s=self.median(), least_s=min(times), most_s=max(times),
                       processor_s=self.median("processor"), runs_s=times,
                       page_faults=self.median("faults"),
                       peak_mb=max(run.memory for run in self.runs) / MB)
        if self.killed is not None:
            row["killed_after_s"] = self.killed
        if self.failed is not None:
            row["failed_with"] = self.failed
        return row


def interleave(series, rounds, timeout, command_of):
    """Rounds of one run each; the order turns by one every round, so that drift falls on all."""
    for turn in range(rounds):
        for place in range(len(series)):
            one = series[(place + turn) % len(series)]
            if one.over or (len(one.runs) >= 2 and one.median() > LONG_RUN_S):
                continue
            one.add(Run(timeout=timeout, **command_of(one.tool, one.name)), timeout)


def ratios(peer, ours):
    """How many times longer the peer took, round by round."""
    return [a.seconds / b.seconds for a, b in zip(peer.runs, ours.runs)]


def exponent(points):
    """Slope of log(time) over log(size), least squares: 1 is linear."""
    points = [(math.log(size), math.log(seconds)) for size, seconds in points if seconds > 0]
    if len(points) < 2:
        return math.nan
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    over = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return over / sum((x - mean_x) ** 2 for x, _ in points)


def seconds_text(value):
    if math.isnan(value):
        return "-"
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def span_text(row):
    if "failed_with" in row:
        return f"failed, exit code {row['failed_with']}"
    if not row["n"]:
        return f"> {row['killed_after_s']:.0f} s, stopped"
    unit, scale, digits = ("ms", 1000, 1) if row["median_s"] < 1 else ("s", 1, 2)
    middle, least, most = (f"{row[key] * scale:.{digits}f}" for key in ("median_s", "least_s", "most_s"))
    return f"{middle} {unit} [{least}-{most}] n{row['n']}"


def memory_text(row):
    return f"{row['peak_mb']:.0f} MB" if "peak_mb" in row else "-"


class Report:
    """Lines for people and values for programs, written once the run is over."""

    def __init__(self):
        self.lines = []
        self.data = {}
        self.bars = []

    def say(self, text=""):
        self.lines.append(text)
        print(text, flush=True)

    def table(self, title, head, rows):
        self.say()
        self.say(title)
        rows = [[str(cell) for cell in row] for row in rows]
        widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
        for row in [head, ["-" * width for width in widths]] + rows:
            self.say("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())

    def judge(self, what, value, bar, unit="", at_most=True):
        """Keeps a measured value and its bar for the last table."""
        if math.isnan(value):
            outcome = "not measured"
        else:
            outcome = "ok" if (value <= bar if at_most else value >= bar) else "MISSED"
        sign = "<=" if at_most else ">="
        self.bars.append({"what": what, "value": None if math.isnan(value) else value, "bar": bar,
                          "unit": unit, "sign": sign, "outcome": outcome})
        return outcome
