"""Small disclosures, made for a test: titles, unit lines and ruled tables on as many pages as it needs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

from extract.model import Cell, Disclosure, Kind, Table

pdf: Any = pymupdf  # untyped

SIZE = 10.0
A4 = (595.0, 842.0)
COVER = "滨海市水文监测站2026年单位预算"
TITLE = "支出预算总表"
UNIT = "单位：万元"
HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROWS: tuple[tuple[str, ...], ...] = (
    ("206", "科学技术支出", "130.00", "70.00", "60.00"),
    ("20602", "基础研究", "130.00", "70.00", "60.00"),
    ("2060201", "机构运行", "70.00", "70.00", ""),
    ("2060203", "自然科学基金", "60.00", "", "60.00"),
    ("", "合计", "130.00", "70.00", "60.00"),
)
WIDTHS = (75.0, 150.0, 90.0, 90.0, 90.0)
BASIC, PROJECT = 3, 4  # columns as printed
RUNNING, FOUNDATION = 2, 3  # rows

Box = tuple[float, float, float, float]


class Place(NamedTuple):
    """Where a field of a ruled table stands."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def start(self) -> tuple[float, float]:
        """Where its text begins: left margin and baseline."""
        return (self.x0 + 4, (self.y0 + self.y1) / 2 + 0.35 * SIZE)


def write(page: Any, at: tuple[float, float], text: str, size: float = SIZE, **how: Any) -> None:
    """Write one line of text, its baseline beginning at `at`."""
    page.insert_text(at, text, fontname="helv" if text.isascii() else "china-s", fontsize=size, **how)


def ruled(
    page: Any,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    top: float,
    left: float = 50,
    height: float = 26,
    color: tuple[float, ...] = (0, 0, 0),
) -> list[list[Place]]:
    """A table ruled all round, one line of text (or several, at line breaks) in each field; where its fields stand.

    A cell `<` is merged into the one on its left, a cell `^` into the one above.
    """
    xs = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    places = []
    for r, row in enumerate(rows):
        y = top + r * height
        places.append([Place(xs[c], y, xs[c + 1], y + height) for c in range(len(row))])
        for c, text in enumerate(row):
            if text != "^":
                page.draw_line((xs[c], y), (xs[c + 1], y), width=0.7, color=color)
            if text != "<":
                page.draw_line((xs[c], y), (xs[c], y + height), width=0.7, color=color)
            for i, line in enumerate(text.split("\n") if text not in {"<", "^"} else ()):
                lead = 1.15 * SIZE * (i - text.count("\n") / 2)
                x, base = places[r][c].start
                write(page, (x, base + lead), line, color=color)
    bottom = top + len(rows) * height
    page.draw_line((xs[0], bottom), (xs[-1], bottom), width=0.7, color=color)
    page.draw_line((xs[-1], top), (xs[-1], bottom), width=0.7, color=color)
    return places


class Draft:
    """A one-page budget of an invented station: cover line, title, unit, 支出总表; `places[row][column]` of its body."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]] = ROWS,
        widths: Sequence[float] = WIDTHS,
        title: str = TITLE,
    ) -> None:
        """Draw it; further things may be drawn on `page`, further pages added to `document`."""
        self.document = pdf.open()
        self.page = self.document.new_page(width=A4[0], height=A4[1])
        write(self.page, (150, 60), COVER, 14)
        write(self.page, (220, 100), title, 14)
        write(self.page, (450, 125), UNIT)
        self.places = ruled(self.page, [HEADER, *rows], widths, top=140)[1:]

    def save(self, path: Path, **how: Any) -> Path:
        """Write the PDF; the same drawing gives the same bytes."""
        save(self.document, path, **how)
        return path


def save(document: Any, path: Path, **how: Any) -> None:
    """Write a PDF file without identifiers or dates of its own."""
    document.save(path, no_new_id=True, **how)
    document.close()


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A PDF file, open."""
    document = pdf.open(path)
    try:
        yield document
    finally:
        document.close()


def wrap_last_stream(page: Any, before: str, after: str = "Q") -> None:
    """Put operators before and after what was drawn last on a page."""
    xref = page.get_contents()[-1]
    page.parent.update_stream(xref, before.encode() + b"\n" + page.parent.xref_stream(xref) + b"\n" + after.encode())


def table(disclosure: Disclosure, kind: Kind = Kind.EXPENDITURE) -> Table:
    """The one table of a kind."""
    (found,) = (t for t in disclosure.tables if t.kind is kind)
    return found


def cell(found: Table, row: str, column: str) -> Cell:
    """The cell of a row (by code or label) and a column (by its header path)."""
    (wanted,) = (
        c
        for c in found.cells
        if row in (found.rows[c.row].code, found.rows[c.row].label) and found.columns[c.column].name == column
    )
    return wanted


def values(found: Table) -> list[tuple[str, str, list[str]]]:
    """What a table prints: code, label and the amounts of each row, blanks as '', dashes as '-', text in brackets."""
    shown = []
    for index, row in enumerate(found.rows):
        cells = sorted((c for c in found.cells if c.row == index), key=lambda c: c.column)
        shown.append((row.code, row.label, [_shown(c) for c in cells]))
    return shown


def _shown(found: Cell) -> str:
    if found.value is not None:
        return f"{found.value:f}"
    return {"blank": "", "dash": "-"}.get(found.state.value, f"[{found.text}]")


def printed(disclosure: Disclosure) -> set[Decimal]:
    """Every figure that a disclosure states, in tables and prose."""
    told = {fact.value for fact in disclosure.facts}
    return told | {c.value for t in disclosure.tables for c in t.cells if c.value is not None}
