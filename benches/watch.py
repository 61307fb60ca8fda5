#!/usr/bin/env python3
"""From sites of several sizes to a table of what it costs to watch them: how long from saving a file to the changed page.

    watch.py [--program PATH] [--folder FOLDER] [--saves SAVES] [NOTICES…]

Starts `diptych watch` on a generated site, listens to its events as a browser does, saves a file, and takes the time until
the page with the new words has come over HTTP. The pause in which the preview waits for a burst of events to end
(QUIET in src/preview/changes.rs) is taken off, and said. FOLDER should be on a disk in memory.
It uses nothing beyond Python's standard library.
"""

import argparse
import http.client
import json
import os
import pathlib
import platform
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import generate

HERE = pathlib.Path(__file__).resolve().parent
IDLE = 5


def quiet():
    """The pause before a burst of events is over, in seconds."""
    source = (HERE.parent / "src/preview/changes.rs").read_text(encoding="utf-8")
    return int(re.search(r"QUIET: Duration = Duration::from_millis\((\d+)\)", source)[1]) / 1000


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Watch:
    """A running preview, its connection for pages and its stream of events."""

    def __init__(self, program, site, now):
        self.port = free_port()
        command = [program, "watch", "--port", str(self.port), "--site", site, "--now", now]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pages = None

    def get(self, path):
        while True:
            try:
                if self.pages is None:
                    self.pages = http.client.HTTPConnection("127.0.0.1", self.port)
                self.pages.request("GET", path)
                return self.pages.getresponse().read()
            except (ConnectionError, http.client.HTTPException):
                self.pages = None
                if self.process.poll() is not None:
                    sys.exit("the preview has ended")
                time.sleep(0.002)

    def listen(self):
        self.events = socket.create_connection(("127.0.0.1", self.port))
        host = f"127.0.0.1:{self.port}"
        self.events.sendall(f"GET /-/events HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\r\n".encode())
        self.events.settimeout(60)
        self.event()

    def event(self):
        """Waits for the next change that is told."""
        told = b""
        while b"data:" not in told:
            told = self.events.recv(4096)
            if not told:
                sys.exit("the preview has closed its stream of events")

    def save(self, path, text, page, mark):
        """Saves a file as careful editors do; gives the seconds until the page shows the mark."""
        beside = path.with_name(f".{path.name}.new")
        begun = time.perf_counter()
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
        while True:
            self.event()
            if mark.encode() in self.get(page):
                return time.perf_counter() - begun

    def cpu(self):
        """Seconds of all cores so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rests(self):
        """Waits until nothing has been done for a second: after a template all pages are tried. Gives the seconds so far."""
        before = self.cpu()
        while True:
            time.sleep(1)
            now = self.cpu()
            if now == before:
                return now
            before = now

    def memory(self):
        """What is in memory, and what was at most, in bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(re.search(rf"{name}:\s+(\d+)", status)[1]) * 1024 for name in ("VmRSS", "VmHWM")]

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def kinds(site, edition):
    """What is saved: a file, and its text with a mark that the page shows."""
    template = site / "themes/secretariat/templates/notice.html"
    yield "an edition", edition, lambda text, mark: f"{text}\n\n- {mark}\n"
    # Every clause, so that it is in the page of any notice.
    clauses = site / "i18n/fr/clauses.ftl"
    yield "the strings", clauses, lambda text, mark: re.sub(r"(?m)^([\w-]+ =\n    )", rf"\g<1>{mark}. ", text)
    start = "{% block main -%}"
    yield "a template", template, lambda text, mark: text.replace(start, f"{start}<p>{mark}</p>", 1)


def measured(program, site, facts, saves):
    begun = time.perf_counter()
    watch = Watch(program, site, facts["now"])
    try:
        watch.get("/fr/")
        start = time.perf_counter() - begun
        notices = json.loads(watch.get("/-/desk.json"))["notices"]
        notice = next(notice for notice in notices if notice["state"] == "open")
        edition = next((site / "content/vacancies").glob(f"*/{notice['reference']}.fr.md"))
        watch.listen()
        took = {}
        for what, path, marked in kinds(site, edition):
            before = path.read_text(encoding="utf-8")
            took[what] = []
            for number in range(saves if what == "an edition" else max(saves // 4, 1)):
                mark = f"Mesure {number} de ce fichier"
                took[what].append(watch.save(path, marked(before, mark), notice["paths"]["fr"], mark))
                # Nobody types on at once.
                time.sleep(0.2)
            path.write_text(before, encoding="utf-8")
            watch.event()
        tried = watch.cpu()
        cpu = watch.rests()
        tried = cpu - tried
        time.sleep(IDLE)
        idle = watch.cpu() - cpu
        return start, took, tried, idle, watch.memory()
    finally:
        watch.end()


def main():
    parser = argparse.ArgumentParser(description="Measures the preview of generated sites.")
    parser.add_argument("--program", type=pathlib.Path, default=HERE.parent / "target/release/diptych")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm"))
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("notices", type=int, nargs="*", default=[1000, 10000])
    arguments = parser.parse_args()
    pause = quiet()
    print(
        f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}; "
        f"{arguments.saves} saves of an edition; times from saving without the pause of {pause * 1000:.0f} ms\n"
    )
    print("| notices | what | median, ms | worst, ms |")
    print("|---:|---|---:|---:|")
    for notices in arguments.notices:
        with tempfile.TemporaryDirectory(prefix="diptych-watch.", dir=arguments.folder) as work:
            site = pathlib.Path(work) / "site"
            facts = generate.write(site, notices, "diptych", HERE.parent)
            start, took, tried, idle, (now, most) = measured(arguments.program.resolve(), site, facts, arguments.saves)
        print(f"| {notices:,} | start to first page | {start * 1000:,.0f} | |")
        for what, times in took.items():
            ms = [(one - pause) * 1000 for one in times]
            print(f"| {notices:,} | {what} saved | {statistics.median(ms):,.0f} | {max(ms):,.0f} |")
        print(f"| {notices:,} | CPU to try all pages | {tried * 1000:,.0f} | |")
        print(f"| {notices:,} | CPU in {IDLE} idle seconds | {idle * 1000:,.0f} | |")
        print(f"\n{notices:,} notices: {now / 2**20:,.0f} MiB in memory, {most / 2**20:,.0f} at most\n", flush=True)


if __name__ == "__main__":
    main()
