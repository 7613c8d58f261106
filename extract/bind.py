"""The layout reader: header paths and row labels of a ruled table to the fields of its spec. No model, no guessing.

A table's body begins where figures, codes or row labels begin; the lines above are its header. Columns get the header
cells above them, outermost first, as their path; codes printed in 类/款/项 columns are joined; side-by-side groups give
rows of their own. Whatever is ambiguous is kept with a doubt, which the gate turns into `review`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.cells import Printed, read_field
from extract.codes import Classification, classification
from extract.columns import Col, aligned, ambiguous, assign_roles, cell_at, declare, head_of, logical_columns, only_unit
from extract.grid import Cell as Field
from extract.grid import Grid
from extract.header import header_rows, header_texts, repeated_header
from extract.model import HIDDEN_BENEATH, Box, Cell, Column, Kind, Row, State, Table, Unexplained
from extract.outline import Source
from extract.specs import BY_KIND, TableSpec, is_money_header, role_of
from extract.text import bare, folded

_CODE = re.compile(r"\d{1,9}")
_CODED_LABEL = re.compile(r"^(?P<code>\d{3}(?:\d{2}){0,2})(?=[\u4e00-\u9fff(])")


def bind_table(source: Source, table_id: str) -> Table:
    """The table that a source prints. Never raises on odd layouts: what cannot be bound carries doubts."""
    spec = BY_KIND.get(source.kind)
    first = source.grids[0]
    header = header_rows(first)
    columns = logical_columns(first, header)
    doubts: list[str] = []
    assign_roles(columns, first, header)
    if source.kind is Kind.PERFORMANCE:
        for column in columns:
            if column.role == "amount" and not any(is_money_header(p) for p in column.path):
                column.role = "note"
    amounts = [c for c in columns if c.role == "amount"]
    for number, column in enumerate(amounts):
        column.number = number
    builder = _Builder(spec)
    header_said = header_texts(first, header)
    for index, grid in enumerate(source.grids):
        start = header if index == 0 else repeated_header(grid, header_said)
        builder.add(grid, start, columns if index == 0 else aligned(columns, first, grid), header_line=index == 0)
    heads = [head_of(columns, group) for group in sorted({c.group for c in columns})]
    over_label = {head.group: head.label for head in heads}
    declared = tuple(declare(c, spec, over_label.get(c.group, ())) for c in amounts)
    if any(g.ragged for g in source.grids):
        doubts.append("ragged")
    if any(g.unclear for g in source.grids):  # a header over some columns is not told: their paths lack it
        doubts.append("header_unclear")
    doubts += ambiguous(declared, spec)
    if len(source.units) > 1:
        doubts.append("units_differ")
    unit = source.unit or only_unit(declared)
    cells = _with_units(builder.cells, declared, unit)
    return Table(
        id=table_id,
        kind=source.kind,
        title=bare(source.title),
        unit=unit,
        pages=tuple(sorted({grid.page.number for grid in source.grids})),
        box=first.page.shown(first.box),
        heads=tuple(heads),
        columns=declared,
        rows=tuple(builder.rows),
        cells=tuple(cells),
        notes=tuple(source.notes),
        said_empty=source.said_empty,
        number=source.number,
        unexplained=tuple(builder.unexplained),
        doubts=tuple(doubts),
    )


# --- header ----------------------------------------------------------------------------------------------------------


# --- body ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    codes: list[Col]
    labels: list[Col]
    ordinals: list[Col]
    notes: list[Col]
    amounts: list[Col]


class _Builder:
    """Collects rows and cells over the pages of one table."""

    def __init__(self, spec: TableSpec | None) -> None:
        self.spec = spec
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self.unexplained: list[Unexplained] = []
        self.line = 0
        self.codes: Classification | None = (
            classification(spec.classification) if spec is not None and spec.classification else None
        )
        self.family: dict[int, str] = {}

    def add(self, grid: Grid, start: int, columns: list[Col], *, header_line: bool) -> None:
        """Read the body rows of one page."""
        groups = _groups(columns)
        for r in range(start, grid.row_count):
            if header_line and r == start:
                self._late_header(grid, r, columns)
            elif r == start and self._ends_label(grid, r, groups):
                continue
            for group in groups:
                self._row(grid, r, group)
            self.line += 1

    def _ends_label(self, grid: Grid, r: int, groups: list[_Group]) -> bool:
        """Whether the first line overleaf is only the end of the last row's label; the label is then put together."""
        if len(groups) != 1 or self.codes is None or not self.rows:
            return False
        last, group = self.rows[-1], groups[0]
        label = "".join(f.text for c in group.labels if (f := cell_at(grid, r, c.middle)) is not None)
        others = [f for c in (*group.codes, *group.amounts) if (f := cell_at(grid, r, c.middle)) is not None]
        code = last.intended_code or last.code
        if not label or any(f.chars for f in others) or not self.codes.fits(code, last.label + bare(label)):
            return False
        self.rows[-1] = last.model_copy(update={"label": last.label + bare(label)})
        return True

    def _late_header(self, grid: Grid, r: int, columns: list[Col]) -> None:
        """类, 款 and 项 may stand in the line of the first body row (the one of 合计)."""
        for column in columns:
            cell = cell_at(grid, r, column.middle)
            if cell is not None and re.fullmatch(r"[类款项]", bare(cell.text)):
                column.path.append(cell.text)
                column.role = "code"

    def _row(self, grid: Grid, r: int, group: _Group) -> None:
        fields = [(column, cell_at(grid, r, column.middle)) for column in group.amounts]
        own = [(c, f) for c, f in fields if f is not None and f.top == r]
        label_cells = [f for c in group.labels if (f := cell_at(grid, r, c.middle)) is not None]
        amount_ids = {id(f) for _, f in own}
        label_cells = [f for f in label_cells if id(f) not in amount_ids or f.chars]
        label_ids = {id(f) for f in label_cells}
        label = next((f.text for f in reversed(label_cells) if f.chars), "")
        parts = []
        told: set[int] = set()
        for column in group.codes:
            f = cell_at(grid, r, column.middle)
            text = bare(f.text) if f is not None and id(f) not in label_ids | told else ""
            told.add(id(f))
            parts.append("" if re.fullmatch(r"[类款项]", text) else text)
        if not label and not group.labels and (stray := [p for p in parts if re.search(r"[\u4e00-\u9fff]", p)]):
            label = stray[0]
        # A 合计 that is merged over the code columns, or stands in the first of them, is the row's label.
        if not label and (named := [p for p in parts if re.fullmatch(r"[\u4e00-\u9fff]+", p)]):
            label = named[-1]
        parts = ["" if p == label else p for p in parts]
        if self.codes is not None and not any(parts) and (together := _CODED_LABEL.match(folded(label))):
            parts, label = [together["code"]], bare(label)[len(together["code"]) :]
        code, code_ok = _joined(parts)
        taken = [(c, f) for c, f in own if id(f) not in label_ids or not (group.labels or group.codes)]
        if not taken:
            return
        printed = [(c, f, read_field(f)) for c, f in taken]
        if not label and not code and all(p.state is State.BLANK for _, _, p in printed):
            return
        index = len(self.rows)
        row = self._make_row(grid, group, label, code, parts)
        if self.codes is not None and code and len(row.intended_code or code) not in self.codes.lengths:
            code_ok = False
        doubts = self._row_doubts(grid, r, group, label, code, code_ok)
        self.rows.append(row)
        self._cells(grid, index, printed, doubts, {(f.top, f.bottom) for f in label_cells})

    def _row_doubts(self, grid: Grid, r: int, group: _Group, label: str, code: str, code_ok: bool) -> tuple[str, ...]:
        doubts = []
        if not label and not code and (group.labels or group.codes):
            doubts.append("no_label")
        if not code_ok:
            doubts.append("odd_code")
        if any(bare(f.text) and f.top < r for c in group.labels if (f := cell_at(grid, r, c.middle)) is not None):
            doubts.append("shared_label")
        return tuple(doubts)

    def _make_row(self, grid: Grid, group: _Group, label: str, code: str, parts: list[str]) -> Row:
        number = group.amounts[0].group if group.amounts else 0
        intended = ""
        if code and self.codes is not None:
            intended = self.codes.intended([p for p in parts if p], label, self.family.get(number, ""))
            self.family[number] = intended[:3] or self.family.get(number, "")
        return Row(
            label=bare(label),
            code=code,
            intended_code="" if intended == code else intended,
            group=number,
            line=self.line,
            page=grid.page.number,
            role=role_of(self.spec.rows, label) if self.spec is not None else "",
        )

    def _cells(
        self,
        grid: Grid,
        row: int,
        printed: list[tuple[Col, Field, Printed]],
        doubts: tuple[str, ...],
        extents: set[tuple[int, int]],
    ) -> None:
        uses = Counter(id(f) for _, f, _ in printed)
        done: set[int] = set()
        for column, f, p in printed:
            if id(f) in done:
                continue
            done.add(id(f))
            own = list(doubts + p.doubts)
            if uses[id(f)] > 1 and p.state is State.NUMBER:
                own.append("spans_columns")
            if p.state is State.NUMBER and (f.top, f.bottom) not in extents and f.bottom > f.top and _splits(grid, f):
                own.append("spans_rows")
            if p.box is not None and p.state is State.NUMBER and _covers(p.box, grid.page.hidden_digits):
                own.append(HIDDEN_BENEATH)
            box = grid.page.shown(p.box if p.box is not None else f.box)
            if p.state is State.TEXT and re.search(r"\d", p.text):
                self.unexplained.append(Unexplained(text=p.text[:60], page=grid.page.number, box=box))
            self.cells.append(
                Cell(
                    row=row,
                    column=column.number,
                    state=p.state,
                    page=grid.page.number,
                    box=box,
                    value=p.amount.value if p.amount is not None else None,
                    text=p.text if p.state is State.TEXT else "",
                    unit=p.unit,
                    doubts=tuple(own),
                )
            )


def _groups(columns: list[Col]) -> list[_Group]:
    groups: dict[int, _Group] = {}
    for column in columns:
        group = groups.setdefault(column.group, _Group([], [], [], [], []))
        getattr(
            group,
            {"code": "codes", "label": "labels", "ordinal": "ordinals", "note": "notes"}.get(column.role, "amounts"),
        ).append(column)
    return [g for g in groups.values() if g.amounts]


def _covers(box: Box, points: Sequence[tuple[float, float]]) -> bool:
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points)


def _splits(grid: Grid, f: Field) -> bool:
    """Whether other cells of the same rows are ruled apart where this one is not."""
    return any(cell.top > f.top and cell.top <= f.bottom and cell.chars for cell in grid.cells)


def _joined(parts: list[str]) -> tuple[str, bool]:
    """类, 款 and 项 as printed, joined; whether they look like a code."""
    text = "".join(parts)
    return text, not text or all(_CODE.fullmatch(p) for p in parts if p)


def _with_units(cells: list[Cell], columns: Sequence[Column], unit: str) -> list[Cell]:
    placed = []
    for cell in cells:
        own = cell.unit or columns[cell.column].unit or unit
        doubts = cell.doubts
        if cell.state is State.NUMBER and not own:
            doubts = (*doubts, "no_unit")
        placed.append(
            cell
            if own == cell.unit and doubts == cell.doubts
            else cell.model_copy(update={"unit": own, "doubts": doubts})
        )
    return placed
