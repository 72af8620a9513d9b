"""Where the time of one check goes: by the clock inside one process (stages_bench), by counted
instructions (callgrind), and by samples (perf) where the machine allows them.

In: a Bench of measure.py. Out: tables in its report. Refuses: to fail the run when a tool is
missing; it says so.
"""
import re
import shutil
import subprocess

# The stages of engine.cpp, by the start of their symbol. A name matches its first line only.
STAGES = [
    ("start: load_language", "limpide::load_language("),
    ("start: load_rules", "limpide::load_rules("),
    ("read_document", "limpide::read_document("),
    ("analyse", "limpide::analyse("),
    ("  segment", "limpide::segment("),
    ("  describe", "limpide::describe(limpide::Document"),
    ("  measure", "limpide::measure("),
    ("select_findings", "limpide::select_findings("),
    ("add_suggestions", "limpide::add_suggestions("),
    ("JSON writer", "JsonWriter::document("),
    ("run_rules", "limpide::run_rules(limpide::Analysis"),
    ("  find_terms", "limpide::find_terms("),
]


def in_process(bench):
    program = bench.plan.get("stages_bench")
    if not program:
        bench.report.say("\nc1. stages_bench is not built (configure with -DLIMPIDE_BENCH=ON): left out")
        return
    letter = bench.root / "corpus" / "samples" / "bad" / "01-refus-aide-logement.docx"
    inputs = [("text", bench.files["1m"]), ("letter", letter)]
    for name, path in inputs:
        done = subprocess.run([program, bench.plan["share"], str(path), "3" if bench.quick else "5"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            bench.report.say(f"\nc1. stages_bench failed: {done.stderr.strip()}")
            return
        show_in_process(bench, name, path, done.stdout.splitlines())


def show_in_process(bench, name, path, lines):
    facts = lines[0].split("\t")[2:]
    cells = [line.split("\t") for line in lines[2:]]
    bench.report.data.setdefault("stages", {})[name] = {
        "file": path.name, "facts": dict(fact.split(" ") for fact in facts),
        "rows": [dict(zip(lines[1].split("\t"), row)) for row in cells]}
    total = sum(float(row[2]) for row in cells if row[0] == "stage")
    rows = []
    for group, stage, middle, least, most, speed, tokens in cells:
        if group == "rule" and float(middle) < total / 200:
            continue
        share = "" if group in ("load", "whole") else f"{100 * float(middle) / total:.1f} %"
        # The bytes of a docx are packed: its MB/s would mean nothing.
        shown = group != "load" and path.suffix == ".txt" and float(middle) > 0.01
        rows.append([group, stage, f"{float(middle):.2f} [{float(least):.2f}-{float(most):.2f}]", share,
                     speed if shown else "", f"{float(tokens) / 1e6:.2f}" if shown else ""])
    bench.report.table(f"c1. One process, {path.name}: " + ", ".join(facts),
                       ["", "stage", "processor ms", "of the stages", "MB/s", "M tokens/s"], rows)
    whole = [float(row[2]) for row in cells if row[0] == "whole" or row[1] == "json_writer"]
    if name == "letter":
        bench.report.judge("two-page letter, warm, JSON written", sum(whole), 20, "ms")
    else:
        bench.report.judge(f"{path.name}, warm, one core, JSON written",
                           float(facts[0].split(" ")[1]) / 1000 / sum(whole), 8, "MB/s", at_most=False)


def count_instructions(bench, path, raw):
    """True once callgrind has written RAW for a check of PATH."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={raw}", *bench.ours(path)]
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              timeout=540, check=False)
    except subprocess.TimeoutExpired:
        bench.report.say("\nc2. callgrind took more than 9 minutes: stopped")
        return False
    if done.returncode not in (0, 1):
        bench.report.say("\nc2. callgrind failed: " + done.stderr.strip()[-300:])
        return False
    return True


def callgrind(bench):
    if not shutil.which("valgrind") or not shutil.which("callgrind_annotate"):
        bench.report.say("\nc2. valgrind is not here: left out")
        return
    name = "100k" if bench.quick else "1m"
    raw = bench.out / "callgrind.out"
    if not count_instructions(bench, bench.files[name], raw):
        return
    inclusive = annotate(raw, True)
    own = annotate(raw, False)
    (bench.out / "callgrind.txt").write_text(
        "".join(f"{100 * count / max(1, inclusive[0]):6.2f} %  {symbol}\n" for symbol, count in inclusive[1][:400]))
    show_stages(bench, name, inclusive)
    show_own(bench, own)
    start_up(bench)


def annotate(raw, inclusive):
    """(total, [(symbol, instructions)]), the most first."""
    done = subprocess.run(["callgrind_annotate", f"--inclusive={'yes' if inclusive else 'no'}", "--threshold=99.99",
                           "--auto=no", str(raw)], capture_output=True, text=True, check=False)
    total, rows = 1, []
    for line in done.stdout.splitlines():
        found = re.match(r"\s*([\d,]+)\s*\(\s*[\d.]+%\)\s+(.*)", line)
        if not found:
            continue
        count = int(found[1].replace(",", ""))
        if "PROGRAM TOTALS" in found[2]:
            total = count
            continue
        rows.append((symbol_of(found[2]), count))
    return total, rows


def symbol_of(place):
    """"file:function [object]" -> "function"; a function without a name keeps its library."""
    symbol = re.sub(r"^\S*?:(?=[^:])", "", place, count=1)
    found = re.match(r"(.*?)\s*\[([^\]]*)\]$", symbol)
    if not found or not found[2].startswith("/"):
        return symbol
    return f"{found[2].rsplit('/', 1)[-1]}:{found[1]}" if found[1].startswith("0x") else found[1]


def show_stages(bench, name, inclusive):
    total, symbols = inclusive
    rows, data = [], []
    for label, start in STAGES + matchers(symbols):  # a stage's figure holds all its calls
        counts = [count for symbol, count in symbols if start in symbol]
        if counts:
            rows.append([label, f"{counts[0] / 1e6:,.1f}", f"{100 * counts[0] / total:.1f} %"])
            data.append({"stage": label, "instructions": counts[0], "share": counts[0] / total})
    bench.report.table(f"c2. Instructions counted by callgrind, {name}, inclusive, all of the process: "
                       f"{total / 1e6:,.0f} million",
                       ["stage", "millions", "share"], rows)
    bench.report.data["callgrind"] = {"input": name, "total": total, "stages": data}


def start_up(bench):
    """What a run on one line does: everything but the work."""
    raw = bench.out / "callgrind-start.out"
    if not count_instructions(bench, bench.files["one-line"], raw):
        return
    total, symbols = annotate(raw, True)
    parts = [("dynamic linking", "_dl_relocate_object"), ("load_language", "limpide::load_language("),
             ("  Lexicon::open", "limpide::Lexicon::open("), ("  load_segmentation", "limpide::load_segmentation("),
             ("  load_structure", "limpide::load_structure("), ("load_rules", "limpide::load_rules("),
             ("  compile_terms", "limpide::compile_terms("), ("    Lexicon::inflect", "limpide::Lexicon::inflect"),
             ("  parse_rule", "limpide::parse_rule("), ("read_file", "limpide::read_file("),
             ("check itself", "limpide::Engine::check(")]
    rows, data = [], {}
    for label, start in parts:
        counts = [count for symbol, count in symbols if start in symbol]
        if counts:
            rows.append([label, f"{counts[0] / 1e6:,.1f}", f"{100 * counts[0] / total:.1f} %"])
            data[label.strip()] = counts[0]
    bench.report.table(f"c2b. Start-up alone (one line of text), callgrind, inclusive: {total / 1e6:,.1f} million",
                       ["part", "millions", "share"], rows)
    bench.report.data["callgrind_start"] = {"total": total, "parts": data}


def matchers(symbols):
    """The match() of each kind of rule that takes at least one part in 500."""
    total = max((count for _, count in symbols), default=1)
    found = []
    for symbol, count in symbols:
        kind = re.search(r"(\w+)::match\(limpide::MatchContext", symbol)
        if kind and count * 500 >= total and "'2" not in symbol:
            found.append((f"  rule kind {kind[1]}", f"{kind[1]}::match("))
    return found


def short(symbol):
    symbol = symbol.replace("[abi:cxx11]", "").replace("limpide::", "").replace("(anonymous namespace)::", "")
    symbol = re.sub(r"std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> ?>", "string", symbol)
    symbol = re.sub(r"std::basic_string_view<char, std::char_traits<char> ?>", "string_view", symbol)
    return symbol if len(symbol) <= 110 else symbol[:107] + "..."


def show_own(bench, own):
    total, symbols = own
    rows = [[short(symbol), f"{count / 1e6:,.1f}", f"{100 * count / total:.1f} %"] for symbol, count in symbols[:25]]
    bench.report.table("c3. The functions that spend most themselves (callgrind, exclusive)",
                       ["function", "millions", "share"], rows)
    bench.report.data["callgrind_own"] = [
        {"function": symbol, "instructions": count, "share": count / total} for symbol, count in symbols[:60]]


def samples(bench):
    """perf counts time, not instructions: cache misses show here only."""
    if not shutil.which("perf"):
        bench.report.say("\nc4. perf is not here: left out")
        return
    raw = bench.out / "perf.data"
    name = "1m" if bench.quick else "10m"
    path = bench.files.get(name) or bench.files["1m"]
    done = subprocess.run(["perf", "record", "-q", "-e", "cpu-clock", "-F", "997", "-o", str(raw), "--",
                           *bench.ours(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1) or not raw.exists():
        bench.report.say("\nc4. perf may not record here: left out")
        return
    listed = subprocess.run(["perf", "report", "-i", str(raw), "--stdio", "--no-children", "-q", "--percent-limit", "0.7",
                             "--sort", "symbol"], capture_output=True, text=True, check=False)
    rows = []
    for line in listed.stdout.splitlines():
        found = re.match(r"\s*([\d.]+)%\s+\[(.)\]\s+(.*?)(?:\s{2,}.*)?$", line)
        if found:
            rows.append([("kernel: " if found[2] == "k" else "") + short(found[3]), f"{float(found[1]):.1f} %"])
    if rows:
        bench.report.table(f"c4. The same by samples of time (perf, {path.name})", ["function", "share"], rows[:25])
        bench.report.data["perf_own"] = rows[:60]
    raw.unlink()
