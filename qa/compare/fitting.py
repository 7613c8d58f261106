"""Which of a document's cells an item means: the rules of `qa.documents.pick`, for many items over cells already read.

`qa.documents.pick` asks one thing of very many documents in one statement; here many things are asked of the same cells, and also
for what a document prints of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from qa.documents.catalog import Document
from qa.documents.pick import Item


class Cell(NamedTuple):
    """A cell as the library's Parquet has it; `code` as meant, `at` its place in printed order."""

    document: str
    state: str
    table: str
    title: str
    row: str
    row_key: str
    row_role: str
    code: str
    column: str
    column_key: str
    column_role: str
    measure: str
    side: str
    value: str
    unit: str
    amount_yuan: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    verdict: str
    sentence: str
    relation: str
    is_total: bool
    column_year: int | None
    at: int


class Asked(StrEnum):
    """Which number of an item: the document's own year's, what it prints for the year before, or the change from it."""

    OWN = "own"
    PRIOR = "prior"
    CHANGE = "change"


_SAYS_BUDGET = re.compile("预算数|年初|调整|年预算")
_PRIOR_YEAR = re.compile(r"上年|上一年|去年")
_SIGNED = re.compile(r"增减|变动|变化|差异")
_OTHER_KIND = {"budget": re.compile(r"执行|决算|完成"), "final": re.compile(r"预算数|年初|调整|年预算")}


class Own:
    """The cells of one document, by what names their rows."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._found: dict[tuple[str, str], list[Cell]] = {}
        self.looks_back = False
        """Whether any column could be of the year before."""
        for cell in cells:
            self.looks_back |= cell.measure in {"prior", "change"} or cell.column_year is not None
            names = (
                ("key", cell.row_key),
                ("code", cell.code),
                ("role", cell.row_role),
                ("total", "1" * cell.is_total),
            )
            for what, value in names:
                if value:
                    self._found.setdefault((what, value), []).append(cell)

    def of(self, item: Item) -> list[Cell]:
        """Those whose rows an item may mean, in no order, each once."""
        if not item.names_row:
            return self._found.get(("total", "1"), [])
        said = (("key", item.row_keys), ("code", item.codes), ("role", item.row_roles))
        cells = [c for what, values in said for value in values for c in self._found.get((what, value), ())]
        return list({cell.at: cell for cell in cells}.values())


def best(items: Sequence[Item], own: Own, document: Document, asked: Asked) -> tuple[Cell | None, int]:
    """The cell that a document has for the likeliest of its items, and how many others fit as well and differ.

    Tables in the item's order; in a table the first cell that fits best decides, blank or not; only where that needs
    review does the next table speak.
    """
    if asked is not Asked.OWN and not own.looks_back:
        return None, 0
    groups: dict[tuple[int, int], list[tuple[int, int, Cell]]] = {}
    for number, item in enumerate(items):
        for cell in own.of(item):
            fit = _fit(item, cell, document, asked)
            if fit is not None:
                groups.setdefault((number, _rank(item.tables, cell.table)), []).append((fit, cell.at, cell))
    heads = []
    for place, fitting in groups.items():
        fit, _, cell = min(fitting, key=lambda each: each[:2])
        alike = {c.value + c.unit for f, _, c in fitting if f == fit and c.state == "number"}
        heads.append(((cell.state == "number" and cell.verdict == "review", place), cell, max(len(alike) - 1, 0)))
    if not heads:
        return None, 0
    _, cell, rivals = min(heads, key=lambda each: each[0])
    return cell, rivals


def _fit(item: Item, cell: Cell, document: Document, asked: Asked) -> int | None:
    """How well a cell is an item's, the less the better; None where it is not."""
    if item.tables and cell.table not in item.tables:
        return None
    if item.sides and cell.side not in item.sides:
        return None
    if cell.state == "number" and not (cell.unit == item.unit if item.unit else cell.amount_yuan):
        return None
    row = _row(item, cell)
    if row is None:
        return None
    column = _column(item, cell)
    if column is None:
        return None
    measure = _measure(cell, document) if asked is Asked.OWN else _before(cell, document, asked)
    if measure is None:
        return None
    return row * 10000 + column * 100 + measure * 10 + (cell.column_year is None)


def _rank(values: Sequence[str], value: str) -> int:
    return values.index(value) if value in values else len(values)


def _row(item: Item, cell: Cell) -> int | None:
    if not item.names_row:
        return 0 if cell.is_total else None
    coded = cell.code in item.codes
    if cell.row_key in item.row_keys and (not item.codes or not cell.code or coded):
        return _rank(item.row_keys, cell.row_key)
    if coded:
        return 50
    return 60 + _rank(item.row_roles, cell.row_role) if cell.row_role in item.row_roles else None


def _column(item: Item, cell: Cell) -> int | None:
    if not item.names_column:
        if cell.column_role not in {"", "total"} and cell.table != "basic":
            return None
        return {"total": 0, "": 1}.get(cell.column_role, 2)
    if cell.column_key in item.column_names:
        return 0
    if cell.column_role in item.column_roles:
        return 1 + _rank(item.column_roles, cell.column_role)
    return 50 if set(cell.column_key.split("/")) & set(item.column_names) else None


def _measure(cell: Cell, document: Document) -> int | None:
    """The measure of the document's kind and year."""
    if cell.measure in {"change", "prior"}:
        return None
    if cell.column_year is not None and document.year is not None and cell.column_year != document.year:
        return None
    if document.kind == "budget" and cell.measure == "final":
        return None
    says_budget = cell.relation == "budgeted" or _SAYS_BUDGET.search(cell.column_key)
    if document.kind == "final" and cell.measure == "budget" and says_budget:
        return None
    return 0 if cell.measure == document.kind else 1 if not cell.measure else 2


def _before(cell: Cell, document: Document, asked: Asked) -> int | None:
    """What a table prints of the year before, of the document's own kind: the figure, or the signed change from it."""
    header = cell.column_key
    if cell.table == "narrative" or (pattern := _OTHER_KIND.get(document.kind)) is None:
        return None
    last_year = document.year is not None and cell.column_year == document.year - 1
    if asked is Asked.PRIOR:
        if cell.measure not in {"", "prior", document.kind} or not (cell.measure == "prior" or last_year):
            return None
        if cell.measure == "prior" and cell.column_year is not None and not last_year:
            return None
        return None if pattern.search(header) else 0
    said = _PRIOR_YEAR.search(header) or (document.year is not None and f"比{document.year - 1}" in header)
    if cell.measure != "change" or not said or not _SIGNED.search(header) or cell.unit == "%":
        return None
    return None if pattern.search(header) else 0
