"""A table laid out as it is printed: header cells with their spans, body cells in their places, groups side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from extract.model import Cell, Table

PAGE = "页"
"""The last column: the page on which a line stands."""


@dataclass(frozen=True, slots=True)
class Head:
    """A header cell: `row` and `column` from 0 inside the header, over so many rows and columns."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in a place of the body: a code or a label (text), a cell, or the page."""

    text: str = ""
    cell: Cell | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as lines of fields. `depth` is the height of the header, `width` the number of columns, the page included."""

    heads: tuple[Head, ...]
    depth: int
    width: int
    lines: tuple[tuple[Field, ...], ...]
    codes: frozenset[int]
    labels: frozenset[int]


def sheet_of(table: Table) -> Sheet:
    """Lay a table out."""
    heads = {head.group: head for head in table.heads}
    paths: list[tuple[str, ...]] = []
    place: dict[int, int] = {}
    codes: dict[int, int] = {}
    labels: dict[int, int] = {}
    for group in sorted({c.group for c in table.columns}):
        own = [r for r in table.rows if r.group == group]
        head = heads.get(group)
        if any(r.code for r in own):
            codes[group] = len(paths)
            paths.append((head.code if head is not None else ()) or ("科目编码",))
        if any(r.label for r in own):
            labels[group] = len(paths)
            paths.append((head.label if head is not None else ()) or ("项目",))
        for i, column in enumerate(table.columns):
            if column.group == group:
                place[i] = len(paths)
                paths.append(column.path or ("",))
    page_at = len(paths)
    paths.append((PAGE,))
    at = {line: i for i, line in enumerate(sorted({r.line for r in table.rows}))}
    body = [[Field()] * len(paths) for _ in at]
    for row in table.rows:
        line = body[at[row.line]]
        if row.group in codes:
            line[codes[row.group]] = Field(row.code)
        if row.group in labels:
            line[labels[row.group]] = Field(row.label)
        line[page_at] = Field(str(row.page), page=row.page)
    for cell in table.cells:
        row = table.rows[cell.row]
        body[at[row.line]][place[cell.column]] = Field(cell=cell)
    depth = max(len(p) for p in paths)
    return Sheet(
        tuple(_heads(paths, depth)),
        depth,
        len(paths),
        tuple(map(tuple, body)),
        frozenset(codes.values()),
        frozenset(labels.values()),
    )


def _heads(paths: list[tuple[str, ...]], depth: int) -> list[Head]:
    """Header paths as merged cells: equal neighbours across, short paths down."""
    found = []
    for level in range(depth):
        runs = groupby(
            enumerate(paths),
            key=lambda p: (p[1][: level + 1], len(p[1]) > level, p[0] if len(p[1]) <= level + 1 else -1),
        )
        for _, run in runs:
            members = list(run)
            first, path = members[0]
            if len(path) > level:
                rows = depth - level if len(path) == level + 1 else 1
                found.append(Head(path[level], level, first, rows, len(members)))
    return found


__all__ = ["PAGE", "Field", "Head", "Sheet", "sheet_of"]
