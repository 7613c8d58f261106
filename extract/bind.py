"""The layout reader: header paths and row labels of a ruled table to the fields of its spec. No model, no guessing.

A table's body begins where figures, codes or row labels begin; the lines above are its header. Columns get the header
cells above them, outermost first, as their path; codes printed in 类/款/项 columns are joined; side-by-side groups give
rows of their own. Whatever is ambiguous is kept with a doubt, which the gate turns into `review`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.cells import Printed, read_field
from extract.codes import Classification, classification
from extract.grid import Cell as Field
from extract.grid import Grid
from extract.header import header_rows, header_texts, is_numbering, repeated_header
from extract.model import HIDDEN_BENEATH, Box, Cell, Column, Head, Kind, Row, State, Table, Unexplained
from extract.outline import Source, unit_in
from extract.specs import BY_KIND, TableSpec, column_role, measure_of, role_of, title_kind, year_of
from extract.text import bare, folded, key, parse_amount

_CODE_HEADER = re.compile(
    r"(?:科目|分类|经济|功能).{0,8}(?:编码|代码|编号)|^(?:编码|代码|科目编码|科目代码|[类款项]{1,3}|[类款项]级)$"
)
_OTHER_CODE = re.compile(r"(?:单位|项目|部门|预算)(?:\(.{1,4}\))?(?:编码|代码|编号)$")
_LABEL_HEADER = re.compile(
    r"^(?:项目(?:\(.*\))?|.*名称(?:\(.*\))?|科目|支出功能分类|功能分类|功能科目|经济分类(?:科目)?|.*分类科目|内容|指标|收入|支出|单位|预算单位|费用项目|收入项目|支出项目"
    r"|(?:收入|支出)来源|经费项目|支出(?:经济|功能)分类.*|部门预算支出经济分类.*|三公经费项目|类别)$"
)
_ORDINAL_HEADER = re.compile(r"^(?:行次|序号|栏次|行号|排序)$")
_NOTE_HEADER = re.compile(r"^(?:备注|说明|备注说明)$")
# In a list of projects only money becomes figures: no weights, targets, counts.
_MONEY_HEADER = re.compile(r"^(?!.*(?:权重|率|指标|分值|名称|来源)).*(?:金额|资金|预算数|拨款|结转|万元|\(元\)|合计)")
_CODE = re.compile(r"\d{1,9}")
_CODED_LABEL = re.compile(r"^(?P<code>\d{3}(?:\d{2}){0,2})(?=[\u4e00-\u9fff(])")


@dataclass(slots=True)
class _Col:
    """A logical column: its place and what its header says."""

    x0: float
    x1: float
    path: list[str]
    role: str = "amount"  # code, label, ordinal, note, amount
    group: int = 0
    number: int = -1  # among the amount columns

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def bind_table(source: Source, table_id: str) -> Table:
    """The table that a source prints. Never raises on odd layouts: what cannot be bound carries doubts."""
    spec = BY_KIND.get(source.kind)
    first = source.grids[0]
    header = header_rows(first)
    columns = _logical_columns(first, header)
    doubts: list[str] = []
    _assign_roles(columns, first, header)
    if source.kind is Kind.PERFORMANCE:
        for column in columns:
            if column.role == "amount" and not any(_MONEY_HEADER.search(folded(p)) for p in column.path):
                column.role = "note"
    amounts = [c for c in columns if c.role == "amount"]
    for number, column in enumerate(amounts):
        column.number = number
    builder = _Builder(source, spec, columns, [])
    header_said = header_texts(first, header)
    for index, grid in enumerate(source.grids):
        start = header if index == 0 else repeated_header(grid, header_said)
        builder.add(grid, start, columns if index == 0 else _aligned(columns, first, grid), header_line=index == 0)
    heads = [_head(columns, group) for group in sorted({c.group for c in columns})]
    over_label = {head.group: head.label for head in heads}
    declared = tuple(_declare(c, spec, over_label.get(c.group, ())) for c in amounts)
    if any(g.ragged for g in source.grids):
        doubts.append("ragged")
    if any(g.unclear for g in source.grids) and not all(c.role for c in declared):
        doubts.append("header_unclear")
    doubts += _ambiguous(declared, spec)
    unit = source.unit or _only_unit(declared)
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
        unexplained=tuple(builder.unexplained),
        doubts=tuple(doubts),
    )


# --- header ----------------------------------------------------------------------------------------------------------


def _logical_columns(grid: Grid, header: int) -> list[_Col]:
    """Raster columns that no body row separates are one column."""
    body = range(header, grid.row_count) if header < grid.row_count else range(max(header - 1, 0), header)
    separated = Counter(
        c for r in body for c in range(1, grid.column_count) if grid.field_at[r][c] is not grid.field_at[r][c - 1]
    )
    least = max(1, round(0.2 * len(body)))
    edges = [0] + [c for c in range(1, grid.column_count) if separated[c] >= least] + [grid.column_count]
    columns = []
    for left, right in pairwise(edges):
        x0, x1 = grid.xs[left], grid.xs[right]
        columns.append(_Col(x0, x1, _path(grid, header, left, right)))
    return columns


def _path(grid: Grid, header: int, left: int, right: int) -> list[str]:
    """The header cells above a column, outermost first."""
    path: list[str] = []
    previous: Field | None = None
    x0, x1 = grid.xs[left], grid.xs[right]
    for r in range(header):
        if is_numbering(grid, r):
            continue
        candidates = {id(f): f for f in grid.field_at[r][left:right]}.values()
        cell = max(candidates, key=lambda f: min(f.box[2], x1) - max(f.box[0], x0))
        if cell is previous or min(cell.box[2], x1) - max(cell.box[0], x0) < 0.5 * (x1 - x0):
            continue
        previous = cell
        text = cell.text
        if not text or _is_title_row(grid, r, text):
            continue
        if not path or path[-1] != text:
            path.append(text)
    return path


_OVER_TITLE = re.compile(
    r"^(?:部门|单位|预算|决算)?(?:附?表|公开表?)[-一二三四五六七八九十\d]{1,6}表?$|(?:单位|部门)(?:名称)?[:：]"
)


def _is_title_row(grid: Grid, r: int, text: str) -> bool:
    words = folded(text)
    titled = title_kind(text) is not None or bool(unit_in(text)) or _OVER_TITLE.search(words) is not None
    return len(grid.row(r)) == 1 and (titled or "编制" in words)


def _assign_roles(columns: list[_Col], grid: Grid, header: int) -> None:
    """Code, label, row number, note or amount: by the innermost header, then by what the body holds."""
    for column in columns:
        column.role = _role(column, grid, header)
    group, seen_amount = 0, False
    for column in columns:
        if column.role in {"code", "label"} and seen_amount:
            group, seen_amount = group + 1, False
        elif column.role == "amount":
            seen_amount = True
        column.group = group


def _role(column: _Col, grid: Grid, header: int) -> str:
    last = folded(column.path[-1]) if column.path else ""
    body = [bare(t) for t in _body_texts(grid, header, column)]
    words = sum(bool(re.search(r"[\u4e00-\u9fff]", t)) for t in body)
    numbers = sum(parse_amount(t) is not None for t in body)
    if _ORDINAL_HEADER.match(last) or _OTHER_CODE.search(last):
        return "ordinal"
    if _NOTE_HEADER.match(last):
        return "note"
    if _CODE_HEADER.search(last):
        return "label" if words > len(body) / 2 else "code"
    if _LABEL_HEADER.match(last) and words >= numbers and not (last in {"收入", "支出"} and not words):
        return "label"
    if words > numbers and words > 1 and words >= 0.6 * len(body):
        return "label"
    if not column.path and body and all(re.fullmatch(r"\d{2,7}", t) for t in body):
        return "code"
    return "amount"


def _body_texts(grid: Grid, header: int, column: _Col) -> list[str]:
    texts = []
    for r in range(header, grid.row_count):
        cell = _cell_at(grid, r, column.middle)
        if (
            cell is not None
            and cell.top == r
            and cell.chars
            and cell.box[2] - cell.box[0] < 1.6 * (column.x1 - column.x0)
        ):
            texts.append(cell.text)
    return texts


def _cell_at(grid: Grid, r: int, x: float) -> Field | None:
    for cell in grid.row(r):
        if cell.box[0] <= x <= cell.box[2]:
            return cell
    return None


# --- continuation ----------------------------------------------------------------------------------------------------


def _aligned(columns: list[_Col], first: Grid, grid: Grid) -> list[_Col]:
    """The columns moved and scaled to where a continuation prints them."""
    x0, x1 = first.xs[0], first.xs[-1]
    scale = (grid.xs[-1] - grid.xs[0]) / (x1 - x0)
    shift = grid.xs[0] - x0 * scale
    if abs(scale - 1) < 0.03 or grid.column_count != len(columns):
        return [replace(c, x0=c.x0 * scale + shift, x1=c.x1 * scale + shift) for c in columns]
    return [replace(c, x0=left, x1=right) for c, left, right in zip(columns, grid.xs, grid.xs[1:], strict=False)]


# --- body ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    codes: list[_Col]
    labels: list[_Col]
    ordinals: list[_Col]
    notes: list[_Col]
    amounts: list[_Col]


class _Builder:
    """Collects rows and cells over the pages of one table."""

    def __init__(self, source: Source, spec: TableSpec | None, columns: list[_Col], rows: list[Row]) -> None:
        self.source = source
        self.spec = spec
        self.rows: list[Row] = rows
        self.cells: list[Cell] = []
        self.unexplained: list[Unexplained] = []
        self.line = 0
        self.columns = columns
        self.codes: Classification | None = (
            classification(spec.classification) if spec is not None and spec.classification else None
        )
        self.family: dict[int, str] = {}

    def add(self, grid: Grid, start: int, columns: list[_Col], *, header_line: bool) -> None:
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
        label = "".join(f.text for c in group.labels if (f := _cell_at(grid, r, c.middle)) is not None)
        others = [f for c in (*group.codes, *group.amounts) if (f := _cell_at(grid, r, c.middle)) is not None]
        code = last.intended_code or last.code
        if not label or any(f.chars for f in others) or not self.codes.fits(code, last.label + bare(label)):
            return False
        self.rows[-1] = last.model_copy(update={"label": last.label + bare(label)})
        return True

    def _late_header(self, grid: Grid, r: int, columns: list[_Col]) -> None:
        """类, 款 and 项 may stand in the line of the first body row (the one of 合计)."""
        for column in columns:
            cell = _cell_at(grid, r, column.middle)
            if cell is not None and re.fullmatch(r"[类款项]", bare(cell.text)):
                column.path.append(cell.text)
                column.role = "code"

    def _row(self, grid: Grid, r: int, group: _Group) -> None:
        fields = [(column, _cell_at(grid, r, column.middle)) for column in group.amounts]
        own = [(c, f) for c, f in fields if f is not None and f.top == r]
        label_cells = [f for c in group.labels if (f := _cell_at(grid, r, c.middle)) is not None]
        amount_ids = {id(f) for _, f in own}
        label_cells = [f for f in label_cells if id(f) not in amount_ids or f.chars]
        label_ids = {id(f) for f in label_cells}
        label = next((f.text for f in reversed(label_cells) if f.chars), "")
        parts = []
        told: set[int] = set()
        for column in group.codes:
            f = _cell_at(grid, r, column.middle)
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
        if any(bare(f.text) and f.top < r for c in group.labels if (f := _cell_at(grid, r, c.middle)) is not None):
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
        printed: list[tuple[_Col, Field, Printed]],
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


def _groups(columns: list[_Col]) -> list[_Group]:
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


def _side_in(path: Sequence[str]) -> str:
    """The side of a two-sided table that the outermost header names."""
    head = folded(path[0]) if path else ""
    if "收入" in head and "支出" not in head:
        return "income"
    return "expenditure" if "支出" in head else ""


def _declare(column: _Col, spec: TableSpec | None, over_label: Sequence[str]) -> Column:
    path = tuple(bare(p) for p in column.path)
    side = ""
    if spec is not None and spec.two_sided:
        if not _side_in(path) and (head := next((p for p in over_label if _side_in((p,))), "")):
            path = (head, *path)
        side = _side_in(path)
    return Column(
        path=path,
        group=column.group,
        side=side,
        role=column_role(spec, path) if spec is not None else "",
        measure=measure_of(path),
        year=year_of(path),
        unit=next((u for p in reversed(path) if (u := _unit_in_header(p))), ""),
    )


def _head(columns: Sequence[_Col], group: int) -> Head:
    """The printed headers of a group's code and label columns; 类, 款 and 项 are left out of the codes' header."""

    def path(role: str) -> tuple[str, ...]:
        found = [[bare(p) for p in c.path] for c in columns if c.group == group and c.role == role]
        if not found:
            return ()
        first = found[0] if role == "code" else found[-1]
        return tuple(p for p in first if role != "code" or not re.fullmatch(r"[类款项]{1,3}", p))

    return Head(group=group, code=path("code"), label=path("label"))


def _unit_in_header(text: str) -> str:
    found = re.search(r"[(（](亿元|万元|千元|元|%|％)[)）]$", folded(text))
    if found:
        return found.group(1).replace("％", "%")
    return "%" if re.search(r"%|％|增减幅度|增长率|增减率", text) else ""


def _only_unit(columns: Sequence[Column]) -> str:
    """The one unit of money that the header prints, where no line above the table prints one."""
    units = {c.unit for c in columns if c.unit and c.unit != "%"}
    return units.pop() if len(units) == 1 else ""


def _ambiguous(columns: Sequence[Column], spec: TableSpec | None) -> list[str]:
    """Doubts about the header: columns without a name, or two of one name in one group."""
    doubts = []
    if any(not c.path for c in columns):
        doubts.append("unnamed_column")
    names = Counter((c.group, tuple(key(p) for p in c.path)) for c in columns)
    if any(count > 1 for count in names.values()):
        doubts.append("same_name_columns")
    if spec is not None and spec.two_sided and any(not c.side for c in columns):
        doubts.append("side_unknown")
    if spec is not None and spec.two_sided and any(len(c.path) < 2 for c in columns):
        doubts.append("unnamed_column")
    return doubts


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
