"""Other programs on the same documents: thin adapters, and one mapping from their raw tables to figures for all of them.

None of them knows what a column means, so the mapping is ours, and as favourable to the program as is reasonable:

- A figure counts as read where the program has it on the right page in one row with its gold code, or with its gold label
  (white space and enumerators aside; for a row without either, and in performance forms, anywhere on the page). No header is asked for: which
  column it stands in is not judged. (Measured on real documents, on 46 of 123 table pages the column's name is not above
  the figure at all.)
- A cell is a figure where its text is exactly one number; white space inside it (wrapped or spaced digits) is dropped.
  A cell of several lines is taken apart as well, line by line, with its own row's names and those of the same line.
- Codes in several columns (类 款 项) are joined. Rows on one page are joined whatever table the program puts them in.
- Each gold figure is paired once, values are exact, a document that fails counts as all missing: as for gouji.

So `recall` here is an upper bound of what anybody could make of the program's output; precision is not defined, as nobody
says which of its numbers it means as figures. A program that is not installed, or wants the network, is skipped and why is told.
"""

from __future__ import annotations

import json
import os
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from decimal import Decimal
from importlib import metadata
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from pydantic import Field

from eval.figures import gold_figures
from eval.grounding import printed
from eval.kept import Kept, code_hash, file_hash, key_of
from eval.reading import GoldDocument
from extract.model import Frozen, Kind
from extract.text import key

RawTable = tuple[int, list[list[str]]]
"""Page (1-based), rows of cells as text."""

Step = Callable[[int, int], None]
_CODE = ("eval.peers", "eval.figures", "eval.reasons")


class PeerResult(Frozen):
    """One document: gold figures, those that the program has in their row, seconds, pages."""

    document: str
    gold: int = 0
    right: int = 0
    kinds: dict[str, tuple[int, int]] = Field(default_factory=dict)
    """By kind of table: right, gold."""
    seconds: float = 0.0
    pages: int = 0
    error: str = ""


class PeerRun(Frozen):
    """One program over all documents; `skipped` says why it did not run."""

    peer: str
    version: str = ""
    skipped: str = ""
    results: tuple[PeerResult, ...] = ()

    @property
    def recall(self) -> float:
        """Of the gold figures, those that the program has in their row."""
        gold = sum(r.gold for r in self.results)
        return sum(r.right for r in self.results) / gold if gold else 0.0

    @property
    def seconds_a_page(self) -> float:
        """Time of a page on average."""
        pages = sum(r.pages for r in self.results)
        return sum(r.seconds for r in self.results) / pages if pages else 0.0


# --- the programs -----------------------------------------------------------------------------------------------------


def _pymupdf(path: Path) -> Iterator[RawTable]:
    """PyMuPDF's own table finder, without its layout model."""
    import pymupdf

    with pymupdf.open(path) as document:
        for page in document:
            for table in page.find_tables(use_layout=False).tables:
                yield page.number + 1, _texts(table.extract())


def _pdfplumber(path: Path) -> Iterator[RawTable]:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.extract_tables():
                yield page.page_number, _texts(table)


def _pymupdf4llm(path: Path) -> Iterator[RawTable]:
    """Its Markdown, page by page."""
    import pymupdf
    import pymupdf4llm

    pymupdf.set_messages(pylogging=True)  # by default they go to stdout
    for at, chunk in enumerate(pymupdf4llm.to_markdown(str(path), page_chunks=True, show_progress=False), 1):
        rows = [line for line in chunk["text"].splitlines() if line.lstrip().startswith("|")]
        cells = [re.split(r"(?<!\\)\|", row.strip().strip("|")) for row in rows]
        yield at, [[re.sub(r"<br\s*/?>", "\n", c).replace("**", "").strip() for c in row] for row in cells]


def _camelot(path: Path) -> Iterator[RawTable]:
    """Ruled tables (lattice)."""
    import camelot

    for table in camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True):
        yield int(table.page), _texts(table.df.values.tolist())


def _docling(path: Path) -> Iterator[RawTable]:
    """Its tables with its default models, where those are on this machine: none is downloaded."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # before anything of it is imported
    from docling.document_converter import DocumentConverter

    try:
        document = DocumentConverter().convert(str(path)).document
    except OSError as error:
        raise OSError("docling 的版面模型不在本机，也不从网上下载") from error
    for table in document.tables:
        frame = table.export_to_dataframe(document)
        yield table.prov[0].page_no, _texts([list(frame.columns), *frame.values.tolist()])


PEERS: dict[str, tuple[str, str, Callable[[Path], Iterator[RawTable]]]] = {
    "pymupdf": ("pymupdf", "pymupdf", _pymupdf),
    "pdfplumber": ("pdfplumber", "pdfplumber", _pdfplumber),
    "pymupdf4llm": ("pymupdf4llm", "pymupdf4llm", _pymupdf4llm),
    "camelot": ("camelot", "camelot-py", _camelot),
    "docling": ("docling", "docling", _docling),
}
"""By name: module, distribution, adapter."""


def _texts(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


# --- the mapping ------------------------------------------------------------------------------------------------------


def named_figures(tables: Sequence[RawTable]) -> dict[tuple[int, Decimal], list[frozenset[str]]]:
    """All numbers of raw tables: by page and value, the names (codes, labels) in the row of each."""
    rows: dict[tuple[int, Decimal], list[frozenset[str]]] = defaultdict(list)
    for page, table in tables:
        for row in table:
            for cells in _lines(row):
                names = frozenset(_names(cells))
                for cell in cells:
                    value = _number(cell)
                    if value is not None:
                        rows[page, value].append(names)
    return rows


def _lines(row: Sequence[str]) -> list[list[str]]:
    """A row, and where its cells have as many lines each, the rows that these are."""
    parts = [cell.split("\n") for cell in row]
    counts = {len(p) for p in parts if len(p) > 1}
    if len(counts) == 1:
        (n,) = counts
        if sum(len(p) == n for p in parts) > 1:
            return [[p[i] if len(p) == n else p[0] for p in parts] for i in range(n)]
    return [list(row)]


def _names(cells: Sequence[str]) -> Iterator[str]:
    codes = [c for c in (re.sub(r"\s", "", cell) for cell in cells) if re.fullmatch(r"\d{1,7}", c)]
    yield from codes
    for first in range(len(codes)):
        for last in range(first + 2, min(first + 4, len(codes) + 1)):
            yield "".join(codes[first:last])
    for cell in cells:
        name = key(cell)
        if not name:
            continue
        yield name
        if match := re.match(r"(\d{3,7})(\D.*)", name):
            yield from match.groups()


def _number(text: str) -> Decimal | None:
    return printed(unicodedata.normalize("NFKC", text)) if re.search(r"\d", text) else None


def matched(document: GoldDocument, tables: Sequence[RawTable]) -> tuple[int, dict[str, tuple[int, int]]]:
    """How many gold figures stand in a row of their name on their page, in all and by kind of table."""
    wanted = gold_figures(document.gold)
    rows = named_figures(tables)
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for figure in sorted(wanted.elements(), key=lambda f: (f.kind == Kind.PERFORMANCE.value, not f.row)):
        gold[figure.kind] += 1
        pool = rows.get((figure.page, figure.value), [])
        names = _gold_names(document, figure.code, figure.label)
        free = not figure.row or figure.kind == Kind.PERFORMANCE.value
        hit = next((own for own in pool if free or own & names), None)
        if hit is not None:
            pool.remove(hit)
            right[figure.kind] += 1
    return right.total(), {kind: (right[kind], n) for kind, n in sorted(gold.items())}


def _gold_names(document: GoldDocument, code: str, label: str) -> set[str]:
    if not code:
        return {label}
    labels = (
        key(row["label"]) for t in document.gold["tables"] for row in t["rows"] if (row.get("code") or "") == code
    )
    return {code, *filter(None, labels)}


# --- the run ----------------------------------------------------------------------------------------------------------


def run_peer(name: str, documents: Sequence[GoldDocument], kept: Kept, step: Step) -> PeerRun:
    """One program over all documents, or why it was skipped."""
    module, distribution, adapter = PEERS[name]
    if find_spec(module) is None:
        how = "pip install docling" if name == "docling" else "uv sync --group peers"
        return PeerRun(peer=name, skipped=f"没有安装（{how}）")
    version = metadata.version(distribution)
    results = []
    for number, document in enumerate(documents):
        step(number, len(documents))
        gold = json.dumps(document.gold, sort_keys=True, ensure_ascii=False)
        place = key_of("peer", name, version, file_hash(document.pdf), gold, code_hash(*_CODE))
        result = kept.get(place, PeerResult)
        if result is None:
            try:
                result = _result(document, adapter)
            except (ImportError, OSError) as error:
                return PeerRun(
                    peer=name, version=version, skipped=f"在本机运行不了：{type(error).__name__} {error}"[:200]
                )
            kept.put(place, result)
        results.append(result)
    step(len(documents), len(documents))
    return PeerRun(peer=name, version=version, results=tuple(results))


def _result(document: GoldDocument, adapter: Callable[[Path], Iterator[RawTable]]) -> PeerResult:
    gold = gold_figures(document.gold).total()
    pages = int(document.gold["meta"].get("pages") or 1)
    started = time.perf_counter()
    try:
        with redirect_stdout(StringIO()):  # results of ours go there, and nobody else's words
            tables = list(adapter(document.pdf))
    except (ImportError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever another program meets with, it counts as not read
        return PeerResult(
            document=document.name, gold=gold, pages=pages, error=f"{type(error).__name__}: {error}"[:200]
        )
    seconds = time.perf_counter() - started
    right, kinds = matched(document, tables)
    return PeerResult(
        document=document.name, gold=gold, right=right, kinds=kinds, seconds=round(seconds, 3), pages=pages
    )
