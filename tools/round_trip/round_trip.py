#!/usr/bin/python3
"""Annotates docx and odt files and asks LibreOffice what it sees.

round_trip.py --dump PROGRAM --data SHARE [--all] [--keep FOLDER] FILE...

For each file: as many comments and changes as we wrote, comments on the right words; all changes
rejected and our comments deleted: the text of the original; all accepted: the text with our edits;
export to PDF works. Everything else in the archive keeps its bytes. Exit code 77 (skipped) without
soffice or python3-uno.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
import zipfile

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    print("round_trip: python3-uno is not here, nothing was compared")
    sys.exit(77)

AUTHOR = "Limpide"
CHANGED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml",
           "word/_rels/document.xml.rels", "content.xml"}


def value(name, content):
    prop = PropertyValue()
    prop.Name, prop.Value = name, content
    return prop


class Office:
    """One soffice of our own: its own profile, its own pipe; only this process is ever stopped."""

    def __init__(self, folder, seconds):
        self.pipe = "limpide%d" % os.getpid()
        profile = "file://" + os.path.join(folder, "profile")
        self.process = subprocess.Popen(
            ["soffice", "-env:UserInstallation=" + profile, "--headless", "--norestore", "--nologo",
             "--nodefault", "--accept=pipe,name=%s;urp;" % self.pipe],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        # A call that never comes back ends with the process that it waits for.
        self.dog = threading.Timer(seconds, self.kill)
        self.dog.daemon = True
        self.dog.start()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                self.context = resolver.resolve(
                    "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % self.pipe)
                break
            except Exception:
                time.sleep(0.5)
        else:
            raise RuntimeError("soffice did not answer")
        self.services = self.context.ServiceManager
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.dispatcher = self.create("com.sun.star.frame.DispatchHelper")

    def create(self, name):
        return self.services.createInstanceWithContext(name, self.context)

    def load(self, path):
        document = self.desktop.loadComponentFromURL(
            "file://" + os.path.abspath(path).replace("%", "%25").replace(" ", "%20"), "_blank", 0,
            (value("Hidden", True),))
        if document is None:
            raise RuntimeError("LibreOffice does not open " + path)
        return document

    def order(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.dispatcher.executeDispatch(frame, ".uno:" + command, "", 0, ())

    def stop(self):
        self.dog.cancel()
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        try:
            os.killpg(self.process.pid, 9)  # its own session: soffice.bin and nothing else
        except ProcessLookupError:
            pass


def text_of(document, folder):
    path = os.path.join(folder, "text.txt")
    document.storeToURL("file://" + path, (value("FilterName", "Text (encoded)"),
                                           value("FilterOptions", "UTF8,LF")))
    with open(path, encoding="utf-8-sig") as file:
        return file.read()


def comments_of(document):
    found = []
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append(field)
    return found


def redlines_of(document):
    found = {"Insert": 0, "Delete": 0}
    lines = document.getRedlines().createEnumeration()
    while lines.hasMoreElements():
        line = lines.nextElement()
        if line.RedlineAuthor == AUTHOR:
            found[line.RedlineType] = found.get(line.RedlineType, 0) + 1
    return found


def flat(text):
    """What LibreOffice and we may show differently: spaces, composed accents, soft hyphens."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u2011", "-").replace("\ufffc", "")
    return re.sub(r"[\s\u00a0\u202f\u200b\u2060\ufeff]+", " ", text).strip()


def bare(text):
    return re.sub(r"\W+", "", flat(text))


def edited(text, edits):
    """The text with our edits, each found by what stands before it; None when one is not found."""
    text = flat(text)
    found, at = [], 0
    for edit in edits:
        lead, old = flat("x" + edit["before"] + "x")[1:-1], re.sub(r"\s", " ", edit["old"])
        rest = flat("x" + edit["after"] + "x")[1:-1].rstrip()

        def loose(words):
            return "".join(re.escape(c) if c != " " else " ?" for c in words)
        pattern = re.compile("(" + loose(lead.lstrip() + old) + ")" + loose(rest))
        used = {end for _, end, _ in found}
        free = [one for one in pattern.finditer(text) if one.end(1) not in used]
        match = next((one for one in free if one.start() >= at), free[0] if free else None)
        if match is None:
            return None
        at = match.end(1)
        found.append((at - len(old), at, edit["new"]))
    for start, end, new in sorted(found, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def untouched(original, copy):
    """Names of entries that changed and should not have, in order, dates and packed bytes too."""
    faults = []
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(copy) as new:
        names = [info.filename for info in new.infolist()]
        for info in old.infolist():
            if info.filename not in names:
                faults.append("lost " + info.filename)
                continue
            if info.filename in CHANGED or info.filename.endswith("comments.xml"):
                continue
            other = new.getinfo(info.filename)
            same = (old.read(info.filename) == new.read(info.filename)
                    and info.date_time == other.date_time and info.compress_size == other.compress_size
                    and info.compress_type == other.compress_type)
            if not same:
                faults.append("changed " + info.filename)
        kept = [n for n in names if n in set(i.filename for i in old.infolist())]
        if kept != [info.filename for info in old.infolist()]:
            faults.append("another order of entries")
    return faults


def compare(office, options, path, folder):
    copy = os.path.join(folder, "copy" + os.path.splitext(path)[1])
    asked = [options.dump, options.data, path, copy] + (["0"] if options.all else [])
    ran = subprocess.run(asked, capture_output=True, text=True, errors="replace", timeout=300)
    if ran.returncode not in (0, 2):
        return {}, ["annotate ended with code %d: %s" % (ran.returncode, ran.stderr.strip())]
    if ran.returncode == 2:
        return {"refused": ran.stderr.strip()}, []
    wrote = json.loads(ran.stdout)
    faults = untouched(path, copy)
    original, annotated = office.load(path), office.load(copy)
    mine = [c for c in comments_of(annotated) if c.Author == AUTHOR]
    others = len(comments_of(annotated)) - len(mine)
    if others != len([c for c in comments_of(original) if c.Author != AUTHOR]):
        faults.append("comments of others were lost")
    if len(mine) != len(wrote["comments"]):
        faults.append("%d comments seen, %d written" % (len(mine), len(wrote["comments"])))
    lines = redlines_of(annotated)
    if (lines["Insert"], lines["Delete"]) != (wrote["insertions"], wrote["deletions"]):
        faults.append("changes seen %s, written %d insertions, %d deletions"
                      % (lines, wrote["insertions"], wrote["deletions"]))
    pdf = os.path.join(folder, "copy.pdf")
    annotated.storeToURL("file://" + pdf, (value("FilterName", "writer_pdf_Export"),))
    if os.path.getsize(pdf) < 1000:
        faults.append("no PDF")
    if options.keep:
        name = os.path.basename(path).replace(" ", "_")
        shutil.copy(copy, os.path.join(options.keep, name))
        shutil.copy(pdf, os.path.join(options.keep, name + ".pdf"))

    for document in (original, annotated):
        office.order(document, "RejectAllTrackedChanges")
    exact = wider = 0
    pending = []  # words that somebody else inserted are gone once all is rejected
    pool = [(bare(c.Content.split("\n")[0]), bare(c.getAnchor().getString())) for c in mine]
    for comment in wrote["comments"]:
        if comment["anchor"] != "words":
            continue
        title, words = bare(comment["title"]), bare(comment["words"])
        if (title, words) in pool:
            pool.remove((title, words))
            exact += 1
            continue
        # Numbers of notes are text for LibreOffice.
        letters = re.sub(r"\d", "", words)
        near = [p for p in pool if p[0] == title and
                (words in p[1] or (len(letters) > 20 and letters == re.sub(r"\d", "", p[1])))]
        if near:
            pool.remove(near[0])
            wider += 1
        else:
            pending.append(comment)
    for comment in comments_of(annotated):
        if comment.Author == AUTHOR:
            comment.getAnchor().getText().removeTextContent(comment)
    before, after = text_of(original, folder), text_of(annotated, folder)
    if before != after:
        faults.append("rejected: another text" + first_difference(before, after))
    original.close(True)
    annotated.close(True)

    original, annotated = office.load(path), office.load(copy)
    for document in (original, annotated):
        office.order(document, "AcceptAllTrackedChanges")
    accepted = text_of(original, folder)
    wanted = edited(accepted, wrote["edits"])
    if wanted is None:
        # Fields and notes that LibreOffice writes otherwise: less of what stands around the edits.
        near = [dict(edit, before=edit["before"][-30:], after=edit["after"][:30]) for edit in wrote["edits"]]
        wanted = edited(accepted, near)
    got = text_of(annotated, folder)
    unsure = wanted is None
    if unsure and options.verbose:
        print("   edits not found in the text of LibreOffice")
    # A field that counts pages follows the text.
    same = [re.sub(r"\d+(?=pages)", "", bare(one or "")) for one in (wanted, got)]
    if wanted is not None and same[0] != same[1]:
        faults.append("accepted: another text" + first_difference(same[0], same[1]))
    # Paragraphs are the lines of LibreOffice's text; each break of ours makes one more.
    breaks = sum(edit["new"].count("\n\n") for edit in wrote["edits"])
    if not unsure and got.count("\n") != accepted.count("\n") + breaks:
        faults.append("accepted: %d lines, %d before, %d breaks"
                      % (got.count("\n"), accepted.count("\n"), breaks))
    pool = [(bare(c.Content.split("\n")[0]), bare(c.getAnchor().getString()))
            for c in comments_of(annotated) if c.Author == AUTHOR]
    for comment in pending:
        title, words = bare(comment["title"]), bare(comment["words"])
        # Words that our own changes replaced beside somebody else's.
        # The same words elsewhere are not meant: what stands around them tells.
        inside = [edit for edit in wrote["edits"] if edit["old"] and
                  (edit["before"][-12:] + edit["old"] in comment["words"] or
                   edit["old"] + edit["after"][:12] in comment["words"])]
        for edit in inside:
            words = words.replace(bare(edit["old"]), bare(edit["new"]), 1)
        if (title, words) in pool or (title, bare(comment["words"])) in pool:
            exact += 1
            continue
        faults.append("no comment on %r (%s)" % (comment["words"][:80], comment["title"]))
        if options.verbose:
            print("   seen:", [p[1][:60] for p in pool if p[0] == title])
    original.close(True)
    annotated.close(True)
    anchors = [c["anchor"] for c in wrote["comments"]]
    return {"comments": len(anchors), "exact": exact, "wider": wider,
            "paragraph": anchors.count("paragraph"), "elsewhere": anchors.count("elsewhere"),
            "ins": wrote["insertions"], "del": wrote["deletions"],
            "changes": wrote["changes"], "planned": wrote["planned_changes"],
            "unsure": int(unsure)}, faults


def first_difference(a, b):
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return ": %r / %r" % (a[max(0, at - 30):at + 30], b[max(0, at - 30):at + 30])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dump", required=True, help="limpide-annotate-dump")
    parser.add_argument("--data", required=True, help="share/limpide of the build")
    parser.add_argument("--all", action="store_true", help="every comment, no cap")
    parser.add_argument("--keep", help="folder for the copies and their PDF")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--seconds", type=int, default=1500, help="watch dog")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    if shutil.which("soffice") is None:
        print("round_trip: soffice is not here, nothing was compared")
        return 77
    paths = []
    for name in options.files:
        if os.path.isdir(name):
            for folder, _, names in sorted(os.walk(name)):
                paths += [os.path.join(folder, n) for n in sorted(names)
                          if n.endswith((".docx", ".odt"))]
        elif os.path.exists(name):
            paths.append(name)
    if not paths:
        print("round_trip: no docx or odt to compare")
        return 77
    started = time.time()
    total, bad = {}, 0
    with tempfile.TemporaryDirectory(prefix="limpide_round_") as folder:
        office = Office(folder, options.seconds + 30)
        try:
            for path in paths:
                if time.time() - started > options.seconds:
                    print("round_trip: out of time")
                    bad += 1
                    break
                try:
                    counts, faults = compare(office, options, path, folder)
                except Exception as fault:  # a crash of soffice is a result too
                    counts, faults = {}, ["exception: %s" % fault]
                    office.stop()
                    shutil.rmtree(os.path.join(folder, "profile"), ignore_errors=True)
                    office = Office(folder, options.seconds + 30)
                for key, count in counts.items():
                    if isinstance(count, int):
                        total[key] = total.get(key, 0) + count
                total["refused"] = total.get("refused", 0) + ("refused" in counts)
                bad += 1 if faults else 0
                print("%s %s %s" % ("BAD" if faults else "ok ", os.path.basename(path), counts))
                for fault in faults:
                    print("    " + fault)
                sys.stdout.flush()
        finally:
            office.stop()
    print("files %d, with faults %d, %s, %.0f s" % (len(paths), bad, total, time.time() - started))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
