"""Speed, in one run on the same files, as ratios (machines are noisy):

    floor        PyMuPDF get_text("words") + get_drawings() over all pages
    find_tables  PyMuPDF find_tables(use_layout=False) over all pages
    pdfplumber   extract_tables() over all pages
    gouji        our full read: open to checked figures

Rounds are interleaved; the figure of each is its fastest round. `python -m eval.bench [PDF...] [--rounds N] [--json]`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pymupdf
import typer

from extract import extract

SAMPLES = Path(__file__).parent / "gold"


def floor(path: Path) -> int:
    """Words and drawings of every page."""
    with pymupdf.open(path) as document:
        for page in document:
            page.get_text("words")
            page.get_drawings()
        return int(document.page_count)


def find_tables(path: Path) -> int:
    """PyMuPDF's table finder without its layout model."""
    with pymupdf.open(path) as document:
        for page in document:
            page.find_tables(use_layout=False)
        return int(document.page_count)


def plumber(path: Path) -> int:
    """pdfplumber's tables."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
        return len(document.pages)


def ours(path: Path) -> int:
    """Open to checked figures."""
    return len(extract(path).pages)


METHODS: dict[str, Callable[[Path], int]] = {
    "floor": floor,
    "find_tables": find_tables,
    "pdfplumber": plumber,
    "gouji": ours,
}


def measure(paths: list[Path], rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds a page for each file and method, the fastest of some interleaved rounds."""
    result: dict[str, dict[str, float]] = {}
    for path in paths:
        best: dict[str, float] = {}
        for _ in range(rounds):
            for name, method in METHODS.items():
                started = time.perf_counter()
                pages = method(path)
                spent = (time.perf_counter() - started) * 1000 / max(pages, 1)
                best[name] = min(best.get(name, spent), spent)
        result[path.name] = best
    return result


def main(
    paths: Annotated[list[Path] | None, typer.Argument(help="PDF files; the samples by default.")] = None,
    rounds: Annotated[int, typer.Option(min=1)] = 3,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Measure and print milliseconds a page and ratios."""
    pymupdf.TOOLS.mupdf_display_warnings(False)
    found = measure(paths or sorted(SAMPLES.glob("*.pdf")), rounds)
    if as_json:
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
        return
    print(
        f"{'ms a page':40}"
        + "".join(f"{name:>13}" for name in METHODS)
        + f"{'gouji/floor':>13}{'find/gouji':>12}{'plumber/gouji':>15}"
    )
    for name, best in found.items():
        ratios = _ratios(best)
        print(
            f"{name[:39]:40}"
            + "".join(f"{best[m]:13.2f}" for m in METHODS)
            + f"{ratios[0]:13.2f}{ratios[1]:12.2f}{ratios[2]:15.2f}"
        )


def _ratios(best: dict[str, float]) -> tuple[float, float, float]:
    own = best["gouji"]
    return own / best["floor"], best["find_tables"] / own, best["pdfplumber"] / own


if __name__ == "__main__":
    typer.run(main)
