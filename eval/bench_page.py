"""How soon the page can be used, and how soon an answer is seen, in a real browser.

    python -m eval.bench_page --documents 100

Needs chromium (`--chromium`). The library is made first where it is not there (`eval.make_library`).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.bench_ask import say
from eval.make_library import make
from qa.documents.catalog import Catalog

_READY = "#gj-suggested [data-act=ask]"
_ASKED = ("公务接待费是多少", "总支出是多少", "人员经费是多少", "项目支出占总支出的比例是多少", "“三公”经费一共多少")

_ANSWERED = """question => {
  const asked = [...document.querySelectorAll('#gj-chat .gj-q')].at(-1);
  return asked?.innerText === question && [...document.querySelectorAll('#gj-chat .gj-answer, #gj-chat .gj-q')].at(-1) !== asked;
}"""
"""The last question is this one, and an answer stands below it."""
_TURNS = 60
_READS = 400  # milliseconds between an answer and the next question, in which its proof is drawn


def started(root: Path) -> tuple[Any, str, float]:
    """The page of a library in a process of its own, its address, and the seconds until it said so."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "cli", "chat", "--library", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    for line in process.stdout:
        if "http://" in line:
            return process, line[line.index("http://") :].split()[0], time.perf_counter() - begun
    raise SystemExit("the page did not start")


def measured(url: str, name: str, chromium: str) -> list[tuple[str, float]]:
    """What is done in a browser, with its milliseconds."""
    from playwright.sync_api import sync_playwright

    lines = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(locale="zh-CN").new_page()
        for visit in ("first visit", "second visit"):
            begun = time.perf_counter()
            page.goto(url)
            page.wait_for_selector("#gj-question textarea")
            usable = time.perf_counter()
            page.wait_for_selector(_READY)
            lines.append((f"{visit}: can be typed into", (usable - begun) * 1000))
            lines.append((f"{visit}: suggestions are there", (time.perf_counter() - begun) * 1000))
        times = []
        for number in range(_TURNS):
            box = page.locator("#gj-question textarea")
            question = f"{name}的{_ASKED[number % len(_ASKED)]}"
            box.fill(question)
            begun = time.perf_counter()
            box.press("Enter")
            page.wait_for_function(_ANSWERED, arg=question)
            times.append((time.perf_counter() - begun) * 1000)
            page.wait_for_timeout(_READS)
        for first, last in ((1, 15), (18, 22), (len(times) - 4, len(times))):
            lines.append(
                (f"an answer after Enter, turns {first} to {last}, median", statistics.median(times[first - 1 : last]))
            )
        lines.append(("an answer after Enter, the slowest", max(times)))
        browser.close()
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Speed of the page in a browser.")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--library", type=Path, help="where it is, or is to be made (otherwise a temporary folder)")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    chosen: Any = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = chosen.library or Path(folder) / "library"
        if not root.exists():
            make(root, chosen.documents)
        name = next(d.institute for d in Catalog.open(root).documents if d.institute)
        process, url, seconds = started(root)
        try:
            say(f"{'the command said where the page is':52}{seconds * 1000:10.0f} ms")
            for what, milliseconds in measured(url, name, chosen.chromium):
                say(f"{what:52}{milliseconds:10.0f} ms")
        finally:
            process.terminate()
            process.wait(30)


if __name__ == "__main__":
    main()
